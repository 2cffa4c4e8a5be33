"""The search index: kept in step with the records, and asked over all kinds at once.

Each kind that a person knows by name has an FTS5 table of its folded texts (see ``model.folding``), whose row numbers
are those of the records. Triggers mark what is stale, whoever wrote; it is mended at the end of each operation, and
before a search where another program wrote in between.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model import folding, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import related
from exchangecli.store.opening import Store, is_read_only

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


def mend(store: Store) -> None:
    """Make the index entries of stale records again; within a transaction."""
    connection = store.connection
    if not connection.execute("SELECT 1 FROM stale LIMIT 1").fetchone():
        return
    names = {
        row["record"]: row["names"]
        for row in connection.execute(
            """SELECT record, group_concat(name, ' · ') AS names FROM name
            WHERE record IN (SELECT record FROM stale) GROUP BY record"""
        )
    }
    for name in records.SEARCHED:
        kind = records.KINDS[name]
        stale = f"SELECT number FROM {name} WHERE id IN (SELECT record FROM stale)"
        connection.execute(f"DELETE FROM {name}_search WHERE rowid IN ({stale})")
        connection.executemany(
            f"INSERT INTO {name}_search (rowid, title, names, text) VALUES (?, ?, ?, ?)", _entries(store, kind, names)
        )
    connection.execute("DELETE FROM stale")


def refresh(store: Store) -> bool:
    """Mend the index before it is asked; False where the file is read-only and the index stays stale."""
    if not store.connection.execute("SELECT 1 FROM stale LIMIT 1").fetchone():
        return True
    if is_read_only(store):
        return False
    with store.connection as connection:  # commits, or rolls back where it fails
        connection.execute("BEGIN IMMEDIATE")
        mend(store)
    return True


def _entries(store: Store, kind: Kind, names: dict[str, str]) -> Iterator[tuple[int, str, str, str]]:
    title, text = _searched(kind, "title"), _searched(kind, "text")
    query = f"SELECT number, id, {', '.join((*title, *text))} FROM {kind.name} WHERE id IN (SELECT record FROM stale)"
    for number, record, *values in store.connection.execute(query):
        yield (
            number,
            _folded(values[: len(title)]),
            _folded([names.get(record)]),
            _folded(values[len(title) :]),
        )


def _folded(values: Iterable[str | None]) -> str:
    return " ".join(folding.search_text(value) for value in values if value)


def _searched(kind: Kind, column: str) -> list[str]:
    return [field.name for field in kind.fields if field.searched == column]


def search(store: Store, words: str, kinds: Sequence[str] = records.SEARCHED, limit: int = 20) -> list[Hit]:
    """Find records by words, the best first: exact names and acronyms, then by how well the words match.

    Args:
        store: the dataset.
        words: as typed; folded as names are, Hangul, Han and Kana found anywhere in a word.
        kinds: which kinds to look in.
        limit: how many to give; 0 is all.

    Raises:
        NothingToFind: the words have no letter or digit.
        NegativeLimit.
    """
    match = folding.search_query(words)
    if not match:
        raise errors.NothingToFind(words)
    if limit < 0:
        raise errors.NegativeLimit(limit)
    limit = limit if limit < MOST else 0
    wanted = folding.fold(words)
    found = []
    for name in kinds:
        matches = list(_matches(store, records.KINDS[name], match, limit))
        names = related.names(store, [str(record["id"]) for record, _ in matches])
        for record, score in matches:
            record["names"] = names.get(str(record["id"]), [])
            found.append((0 if wanted in _folded_names(records.KINDS[name], record) else 1, score, name, record))
    found.sort(key=lambda one: one[:2])
    return [_hit(records.KINDS[name], record, words) for *_, name, record in found[: limit or None]]


def _matches(store: Store, kind: Kind, match: str, limit: int) -> Iterator[tuple[Record, float]]:
    columns = ", ".join(f'{kind.name}."{field.name}"' for field in kind.fields if field.searched or field.name == "id")
    score = f"bm25({kind.name}_search, {', '.join(map(str, WEIGHTS))})"
    query = f"""SELECT {score} AS score, {columns} FROM {kind.name}_search
        JOIN {kind.name} ON {kind.name}.number = {kind.name}_search.rowid
        WHERE {kind.name}_search MATCH ? ORDER BY score LIMIT ?"""
    for row in store.connection.execute(query, [match, max(limit, AT_LEAST) if limit else -1]):
        record = dict(row)
        yield record, record.pop("score")


def _folded_names(kind: Kind, record: Record) -> set[str]:
    return {folding.fold(name) for name in (*_texts(kind, record, "title"), *record["names"])}


def _texts(kind: Kind, record: Record, column: str) -> list[str]:
    return [str(record[name]) for name in _searched(kind, column) if record[name]]


def _hit(kind: Kind, record: Record, words: str) -> Hit:
    """The first text of the record in which the words stand; its title where they are spread over several."""
    texts = [*_texts(kind, record, "title"), *record["names"], *_texts(kind, record, "text")]
    title = str(record[kind.title] or record["id"])
    best, marks = max(
        (folding.snippet(text, words) for text in texts), key=lambda one: len(one[1]), default=(title, [])
    )
    return Hit(kind.name, str(record["id"]), title, best, marks)
