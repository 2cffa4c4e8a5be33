"""Any unambiguous way to say a record: its id or the start of it, its exact name or acronym, an id it had before."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model import folding, records
from exchangecli.model.types import Record
from exchangecli.store.opening import Store

MOST_CANDIDATES = 10
"""How many are listed where several are meant."""


class Names(NamedTuple):
    """What the words of a query may name: ``query.asking.Known``, answered by the dataset."""

    store: Store

    def named(self, words: str, kinds: Sequence[str]) -> str:
        """The id of the one record that is meant; see ``resolve``."""
        return resolve(self.store, words, kinds).id

    def within(self, kind: str, field: str, record: str) -> list[str]:
        """A record and all within it by a field, however deep; each once, though someone made them go in a circle."""
        question = f"""WITH RECURSIVE family (id) AS (
            VALUES (?) UNION SELECT {kind}.id FROM {kind} JOIN family ON {kind}.{field} = family.id)
            SELECT id FROM family"""
        return [row["id"] for row in self.store.connection.execute(question, [record])]


class Found(NamedTuple):
    """A record that was meant."""

    kind: str
    id: str
    title: str


def resolve(store: Store, words: str, kinds: Sequence[str] = records.NAMED, *, starts: bool = True) -> Found:
    """The one record that is meant.

    Args:
        store: the dataset.
        words: an id, the start of one, an exact name or acronym in any spelling that folds alike.
        kinds: which kinds it may be of.
        starts: whether the start of an id is enough.

    Raises:
        NotFound: none is meant; with those that may have been.
        Ambiguous: several are, with their ids.
    """
    found = sought(store, words, kinds, starts=starts)
    if found is None:
        named = kinds if len(kinds) < len(records.NAMED) else ()
        raise errors.NotFound(words, named, partial(_near, store, words, kinds))
    return found


def _near(store: Store, words: str, kinds: Sequence[str]) -> list[tuple[str, str]]:
    from exchangecli.store import resembling

    return [(one.id, one.title) for one in resembling.near(store, words, kinds)]


def sought(store: Store, words: str, kinds: Sequence[str] = records.NAMED, *, starts: bool = True) -> Found | None:
    """Like ``resolve``, but None where no record is meant."""
    for way in (_by_id, _by_retired_id, _by_name, *([_by_start] if starts else [])):
        found = way(store, words.strip(), kinds)
        if len(found) == 1:
            return found[0]
        if found:
            number = _number_starting(store, words.strip(), kinds) if way is _by_start else len(found)
            raise errors.Ambiguous(words, [(one.id, f"{one.title} ({one.kind})") for one in found], number)
    return None


def named(store: Store, words: str, kinds: Sequence[str]) -> list[Found]:
    """The records of exactly this id or name; not those whose id only begins so."""
    return _by_id(store, words.strip(), kinds) or _by_name(store, words, kinds)


def titles(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The names of records by their ids, for showing; ids that are none are left out."""
    wanted = sorted(set(ids))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ", ".join("?" * len(some))
        for row in store.connection.execute(f"SELECT id, title FROM record WHERE id IN ({marks})", some):
            found[row["id"]] = row["title"]
    return found


def titles_in(store: Store, found: Iterable[Record], fields: Sequence[str]) -> dict[str, str]:
    """The names of the records that these fields of some records refer to, by id."""
    ids: list[str] = []
    for record in found:
        for name in fields:
            value = record.get(name)
            ids += value if isinstance(value, list) else [value] if value else []
    return titles(store, ids)


def title(kind: str) -> str:
    """What names a record of a kind, as SQL."""
    column = f"{kind}.{records.KINDS[kind].title or 'id'}"
    return f"coalesce({column}, session.kind)" if kind == "session" else column


def _select(store: Store, kind: str, condition: str, values: Sequence[object], limit: int = -1) -> list[Found]:
    query = f"SELECT id, {title(kind)} AS title FROM {kind} WHERE {condition} LIMIT {limit}"
    return [Found(kind, row["id"], row["title"]) for row in store.connection.execute(query, values)]


def _by_id(store: Store, words: str, kinds: Sequence[str]) -> list[Found]:
    return [found for kind in kinds for found in _select(store, kind, "id = ?", [words])]


def _by_retired_id(store: Store, words: str, kinds: Sequence[str]) -> list[Found]:
    row = store.connection.execute("SELECT record FROM retired_id WHERE id = ?", [words]).fetchone()
    return _by_id(store, row["record"], kinds) if row else []


def _by_name(store: Store, words: str, kinds: Sequence[str]) -> list[Found]:
    """By the index, then held against the folded names, since the index also finds the words within longer names."""
    wanted = folding.fold(words)
    match = folding.search_query(f'"{words}"')
    if not match:
        return []
    found = []
    for kind in kinds:
        if kind in records.SEARCHED:
            columns = records.KINDS[kind].searched("title")
            same = " OR ".join(f"fold({column}) = ?1" for column in columns)
            named = f"id IN (SELECT record FROM name WHERE record = {kind}.id AND fold(name) = ?1)"
            indexed = f"number IN (SELECT rowid FROM {kind}_search WHERE {kind}_search MATCH ?2)"
            found += _select(
                store, kind, f"{indexed} AND ({same} OR {named})", [wanted, f"{{title names}} : ({match})"]
            )
    return found


STARTS = "id >= ?1 AND id < ?1 || char(0x10ffff)"


def _by_start(store: Store, words: str, kinds: Sequence[str]) -> list[Found]:
    """The first few, since a letter may begin half the ids there are; in small letters, as ids are made, if need be."""
    spelled = dict.fromkeys((words, words.lower())) if words else {}
    for start in spelled:
        found = [one for kind in kinds for one in _select(store, kind, STARTS, [start], MOST_CANDIDATES)]
        if found:
            return found[:MOST_CANDIDATES]
    return []


def _number_starting(store: Store, words: str, kinds: Sequence[str]) -> int:
    counts = " UNION ALL ".join(f"SELECT count(*) AS number FROM {kind} WHERE {STARTS}" for kind in kinds)
    for start in (words, words.lower()):
        number = int(store.connection.execute(f"SELECT sum(number) FROM ({counts})", [start]).fetchone()[0])
        if number:
            return number
    return 0
