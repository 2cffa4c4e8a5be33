"""The search over all kinds at once: ranked, with the stretch of text in which the words stand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model import folding, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.query import reading
from exchangecli.query.asking import Question
from exchangecli.query.meaning import Meaning
from exchangecli.query.parser import parse
from exchangecli.query.syntax import And, Node, Or, Words, sought
from exchangecli.store import conditions, finding, listing, related
from exchangecli.store.opening import Store
from exchangecli.store.search_index import searched
from exchangecli.store.sql import Sql, all_of, any_of
from exchangecli.store.ways import Terms

WEIGHTS = (10.0, 8.0, 1.0)
"""How much a match counts in the title, in other names, in the other texts."""

MOST = 1 << 62
"""SQLite counts no further; whoever asks for more gets all."""

AT_LEAST = 200
"""How many matches of each kind are weighed, so that an exact name is not cut off by others that rank above it."""


class Hit(NamedTuple):
    """A record found.

    Attributes:
        kind, id, title: which record.
        snippet: the stretch of its text, as written, in which the words stand.
        marks: the places of the words in the snippet, as [start, end).
    """

    kind: str
    id: str
    title: str
    snippet: str
    marks: list[tuple[int, int]]


def search(store: Store, query: str, kinds: Sequence[str] = records.SEARCHED, limit: int = 20) -> list[Hit]:
    """Find records by the words of a query, the best first.

    First those whose name or acronym it is, then those in whose names all the words stand whole, then by how well the
    index finds the words to match: in titles and names better than in other texts.

    Args:
        store: the dataset.
        query: in the query language; its fields narrow what its words find.
        kinds: which kinds to look in; left out are those that do not have a field, or cannot have a value, it names.
        limit: how many to give; 0 is all.

    Raises:
        QueryProblem, NothingToFind: it cannot be read, or looks for no words.
        NegativeLimit.
    """
    if limit < 0:
        raise errors.NegativeLimit(limit)
    node = parse(query)
    if not folding.fold(query):
        raise errors.NothingToFind(query)
    words = [one.typed for one in sought(node) if folding.search_query(one.typed)]
    asked = _read(store, query, node, kinds)
    match = _expression(node)
    if not match:
        raise errors.NoWords(query)
    limit = limit if limit < MOST else 0
    found = []
    for kind, what in asked:
        narrowed = all_of([]) if _is_words_alone(node) else _narrowed(store, kind, what)
        matches = list(_matches(store, kind, match, narrowed, limit))
        names = related.names(store, [str(record["id"]) for record, _ in matches])
        for record, score in matches:
            record["names"] = names.get(str(record["id"]), [])
            found.append((_rank(kind, record, words), score, kind, record))
    found.sort(key=lambda one: one[:2])
    return [_hit(kind, record, words) for *_, kind, record in found[: limit or None]]


def _expression(node: Node) -> str:
    """The words of a query as one FTS5 expression, which finds all that the query finds, or more; "" for none."""
    match node:
        case Words():
            return folding.search_query(node.typed)
        case And(nodes=nodes):
            return " AND ".join(f"({one})" for one in map(_expression, nodes) if one)
        case Or(nodes=nodes):
            parts = [_expression(one) for one in nodes]
            return " OR ".join(f"({one})" for one in parts) if all(parts) else ""
        case _:
            return ""


def _read(store: Store, query: str, node: Node, kinds: Sequence[str]) -> list[tuple[Kind, Meaning]]:
    """What a query means for each kind that has its fields and can have its values; where none can, what is wrong."""
    asked = Question(finding.Names(store), query, listing.rules(store))
    read = []
    problems = []
    for name in kinds:
        try:
            read.append((records.KINDS[name], reading.meaning(asked, records.KINDS[name], node)))
        except errors.QueryProblem as problem:
            problems.append(problem)
    if not read:
        raise problems[0]
    return read


def _narrowed(store: Store, kind: Kind, what: Meaning) -> Sql:
    """What a query asks of a record beside the words that the index finds."""
    return any_of(conditions.answer(store, kind, what, Terms(walks=True)).branches)


def _is_words_alone(node: Node) -> bool:
    match node:
        case And(nodes=nodes) | Or(nodes=nodes):
            return all(map(_is_words_alone, nodes))
    return isinstance(node, Words)


def _matches(store: Store, kind: Kind, match: str, narrowed: Sql, limit: int) -> Iterator[tuple[Record, float]]:
    columns = ", ".join(f'{kind.name}."{field.name}"' for field in kind.fields if field.searched or field.name == "id")
    score = f"bm25({kind.name}_search, {', '.join(map(str, WEIGHTS))})"
    query = f"""SELECT {score} AS score, {columns} FROM {kind.name}_search
        JOIN {kind.name} ON {kind.name}.number = {kind.name}_search.rowid
        WHERE {kind.name}_search MATCH ? AND ({narrowed.text}) ORDER BY score LIMIT ?"""
    values = (match, *narrowed.values, max(limit, AT_LEAST) if limit else -1)
    for row in store.connection.execute(query, values):
        record = dict(row)
        yield record, record.pop("score")


EXACT, WHOLE, OTHER = range(3)


def _rank(kind: Kind, record: Record, words: Sequence[str]) -> int:
    """Whether the words are a name of the record, stand whole in its names, or are found in it otherwise."""
    names = [*_texts(kind, record, "title"), *record["names"]]
    if folding.fold(" ".join(words)) in map(folding.fold, names):
        return EXACT
    text = f" {' '.join(map(folding.search_text, names))} "
    whole = (f'"{word.strip(QUOTE)}"' for word in words)
    return WHOLE if all(stretch in text for word in whole for stretch in folding.stretches(word)) else OTHER


QUOTE = '"'


def _texts(kind: Kind, record: Record, column: str) -> list[str]:
    return [str(record[name]) for name in searched(kind, column) if record[name]]


def _hit(kind: Kind, record: Record, words: Sequence[str]) -> Hit:
    """The first text of the record in which the words stand; its title where they are spread over several."""
    texts = [*_texts(kind, record, "title"), *record["names"], *_texts(kind, record, "text")]
    title = str(record[kind.title] or record["id"])
    best, marks = max(
        (folding.snippet(text, words) for text in texts), key=lambda one: len(one[1]), default=(title, [])
    )
    return Hit(kind.name, str(record["id"]), title, best, marks)
