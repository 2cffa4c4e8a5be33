"""The search over all kinds at once: ranked, with the stretch of text in which the words stand."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice, product
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model import folding, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.query import reading
from exchangecli.query.asking import Question
from exchangecli.query.meaning import Meaning
from exchangecli.query.parser import parse
from exchangecli.query.syntax import And, Node, Or, Words, fields, sought
from exchangecli.store import conditions, finding, listing, related
from exchangecli.store.opening import Store
from exchangecli.store.sql import MOST_ROWS, Sql, all_of, any_of
from exchangecli.store.ways import Terms

WEIGHTS = (10.0, 8.0, 1.0)
"""How much a match counts in the title, in other names, in the other texts."""

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

    First those whose name or acronym it is, then those of which a name begins so, then those in whose names all the
    words stand whole; among these by how well the index finds them to match, in names better than in other texts.

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
    asked = Question(finding.Names(store), query, listing.rules(store))
    read = _read(asked, node, kinds)
    match = _expression(node)
    if not match:
        raise errors.NoWords(query)
    limit = limit if limit < MOST_ROWS else 0
    words = sought_words(node)
    ways = list(islice(_ways(node), MOST_WAYS))
    found = []
    terms = Terms(asked.today, walks=True)
    for kind, what in read:
        narrowed = all_of([]) if _is_words_alone(node) else any_of(conditions.answer(store, kind, what, terms).branches)
        matches = list(_matches(store, kind, match, narrowed, limit))
        names = related.names(store, [str(record["id"]) for record, _ in matches])
        for record, score in matches:
            record["names"] = names.get(str(record["id"]), [])
            found.append((_rank(kind, record, ways), score, kind, record))
    found.sort(key=lambda one: one[:2])
    return [_hit(kind, record, words) for *_, kind, record in found[: limit or None]]


def sought_words(node: Node) -> list[str]:
    """The words that a query looks for, each as ``folding.search_query`` takes it, without those that are none."""
    return [one.typed for one in sought(node) if folding.search_query(one.typed)]


MOST_WAYS = 50
"""Of several alternatives within others, so many are held against a name."""


def _ways(node: Node) -> Iterator[tuple[str, ...]]:
    """The words of a query, in each of the ways in which its alternatives can be met."""
    match node:
        case Words():
            yield (node.typed,)
        case Or(nodes=nodes):
            yield from chain.from_iterable(map(_ways, nodes))
        case And(nodes=nodes):
            yield from (tuple(chain.from_iterable(way)) for way in product(*(_few(_ways(one)) for one in nodes)))
        case _:
            yield ()


def _few(ways: Iterator[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return list(islice(ways, MOST_WAYS))


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


def _read(asked: Question, node: Node, kinds: Sequence[str]) -> list[tuple[Kind, Meaning]]:
    """What a query means for each kind that has its fields and can have its values; where none can, what is wrong."""
    read = []
    problems = []
    for name in kinds:
        try:
            read.append((records.KINDS[name], reading.meaning(asked, records.KINDS[name], node)))
        except errors.QueryProblem as problem:
            knows = all(reading.knows(records.KINDS[name], field) for field in fields(node))
            problems.append((not knows, problem))
    if not read:
        raise min(problems, key=lambda one: one[0])[1]
    return read


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


EXACT, BEGINS, WHOLE, OTHER = range(4)


def _rank(kind: Kind, record: Record, ways: Sequence[Sequence[str]]) -> int:
    """Whether the words, in one way, are a name of the record, or begin one, stand whole in them, or are found else."""
    names = [*kind.searched_texts(record, "title"), *record["names"]]
    spelled = {folding.fold(name) for name in names}
    joined = [_bare(" ".join(map(_bare, words))) for words in ways if words]
    if any(folding.fold(words) in spelled for words in joined):
        return EXACT
    beginnings = tuple(stretch for words in joined for stretch in folding.stretches(f'"{words}"'))
    if any(folding.searchable([name]).startswith(beginnings) for name in names):
        return BEGINS
    text = folding.searchable(names)
    return WHOLE if any(words and all(_is_in(f'"{_bare(word)}"', text) for word in words) for words in ways) else OTHER


def _is_in(words: str, text: str) -> bool:
    return all(stretch in text for stretch in folding.stretches(words))


def _bare(word: str) -> str:
    return word.strip('"')


def _hit(kind: Kind, record: Record, words: Sequence[str]) -> Hit:
    """The first text of the record in which the most of the words stand; the title before names and other texts."""
    title = str(record[kind.title] or record["id"])
    texts = [*kind.searched_texts(record, "title"), *record["names"], *kind.searched_texts(record, "text")] or [title]
    best = max(texts, key=lambda text: sum(_is_in(word, folding.searchable([text])) for word in words))
    return Hit(kind.name, str(record["id"]), title, *folding.snippet(best, words))
