"""Rolling rows back: what some changes did to each row they touched, and putting rows back to what they were before.

History holds of an insert the id alone, of an update the old values, of a delete the whole row. So what a row was is
found by going through its changes from the last one backwards. Values are held as their columns hold them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.sql import among

Values: TypeAlias = dict[str, Any]
"""Column -> value; an absent row is None."""


class Span(NamedTuple):
    """Changes that follow upon each other, by their numbers; both ends belong to it."""

    first: int
    last: int


class _Change(NamedTuple):
    table: str
    record: str
    number: int
    action: str
    before: str | None


class Traced(NamedTuple):
    """A row that some changes touched.

    Attributes:
        kind, id: of the row.
        before: what it was before them; None: it was not there. Of a row that was there throughout, only the columns
            that they changed; of one that is gone since, nothing where ``whole`` says it all.
        after: what it was right after them, of the same columns.
        now: what it is now, of the same columns. Where nothing came later, and what is now is plainly not what was
            before, ``after`` and ``now`` hold no columns.
        whole: the number of the change that holds the row as it was when they deleted it, where they did.
        amended: the columns that they had changed before they deleted it.
    """

    kind: Kind
    id: str
    before: Values | None
    after: Values | None
    now: Values | None
    whole: int | None = None
    amended: tuple[str, ...] = ()


def traced(store: Store, span: Span) -> Iterator[Traced]:
    """The rows that the changes of a span touched, kind by kind."""
    question = """WITH touched AS MATERIALIZED (
            SELECT DISTINCT "table", record FROM change WHERE number BETWEEN ? AND ?)
        SELECT change."table", change.record, number, action, before
        FROM touched CROSS JOIN change ON change.record = touched.record AND change."table" = touched."table"
        WHERE number >= ? ORDER BY 1, 2, 3 DESC"""
    found = map(_Change._make, store.connection.execute(question, (*span, span.first)))
    for (table, record), changes in groupby(found, itemgetter(0, 1)):
        kind = records.TABLES.get(table)
        if kind:
            newest, *older = changes
            yield _trace(store, kind, record, [newest, *older], span) if older else _trace_one(kind, newest)


def _trace_one(kind: Kind, change: _Change) -> Traced:
    """Most rows were touched once, and not since."""
    match change.action:
        case "insert":
            return Traced(kind, change.record, None, {}, {})
        case "delete":
            return Traced(kind, change.record, {}, None, None, change.number)
    return Traced(kind, change.record, held(kind, change.before), {}, {})


def _trace(store: Store, kind: Kind, record: str, changes: Sequence[_Change], span: Span) -> Traced:
    later = [one for one in changes if one.number > span.last]
    own = changes[len(later) :]
    first, last = own[-1], own[0]
    before = None if first.action == "insert" else _rolled_back(kind, {}, own)
    whole, amended = _kept(own)
    if not later and (before is None or last.action == "delete"):
        there: Values | None = None if last.action == "delete" else {}
        return Traced(kind, record, before, there, there, whole, amended)
    now = _now(store, kind, record)
    after = None if last.action == "delete" else _rolled_back(kind, now or {}, later)
    compared = {name for values in (now, after) for name in values or ()} if before is None else set(before)
    return Traced(kind, record, before, _only(kind, after, compared), _only(kind, now, compared), whole, amended)


def _kept(newest_first: Sequence[_Change]) -> tuple[int | None, tuple[str, ...]]:
    """The change that holds the whole row as it was first deleted, and the columns that were changed before that."""
    place = next((place for place, one in reversed(list(enumerate(newest_first))) if one.action == "delete"), None)
    if place is None:
        return None, ()
    earlier = [json.loads(one.before or "{}") for one in newest_first[place + 1 :]]
    return newest_first[place].number, tuple({name: None for changed in earlier for name in changed})


def _now(store: Store, kind: Kind, record: str) -> Values | None:
    row = store.connection.execute(f"SELECT {rows.columns(kind)} FROM {kind.name} WHERE id = ?", [record]).fetchone()
    return None if row is None else dict(row)


def _only(kind: Kind, values: Values | None, names: set[str]) -> Values | None:
    return None if values is None else {one.name: values.get(one.name) for one in kind.fields if one.name in names}


def _rolled_back(kind: Kind, values: Values, newest_first: Iterable[_Change]) -> Values:
    """What a row was before some changes, as far as they and ``values`` tell."""
    for change in newest_first:
        match change.action:
            case "insert":
                values = {}
            case "update":
                values = values | held(kind, change.before)
            case "delete":
                values = held(kind, change.before)
    return values


def held(kind: Kind, before: str | None) -> Values:
    """What a change holds of a row, as its columns held it; columns that a later version gave up are left out."""
    known, real = _columns(kind)
    values = {name: value for name, value in json.loads(before or "{}").items() if name in known}
    for name in real & values.keys():
        values[name] = None if values[name] is None else float(values[name])
    return values


@cache
def _columns(kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    """All columns, and those whose numbers stand in history as text, with all their digits."""
    real = (one.name for one in kind.fields if one.type.schema == "number")
    return frozenset(one.name for one in kind.fields), frozenset(real)


def held_whole(store: Store, kind: Kind, names: Sequence[str], numbers: Iterable[int]) -> Iterator[tuple[int, Values]]:
    """Some columns of the whole rows of a kind that changes hold, each with the number of its change."""
    columns = ", ".join(f'{_extracted(kind, name)} AS "{name}"' for name in names)
    some = among(list(numbers))
    for row in store.connection.execute(f"SELECT number, {columns} FROM change WHERE number {some.text}", some.values):
        values = dict(row)
        yield values.pop("number"), values


# --- putting back -----------------------------------------------------------------------------------------------


class Step(NamedTuple):
    """What is to be done to one row.

    Attributes:
        kind: the name of the row's table.
        id: of the row.
        action: ``remove`` it, ``restore`` it, or ``change`` some of its values.
        values: column -> the value it gets; of a row to be restored, only what the change does not hold.
        whole: of a row to be restored, the number of the change that holds it.
    """

    kind: str
    id: str
    action: str
    values: tuple[tuple[str, Any], ...] = ()
    whole: int | None = None


def step(row: Traced) -> Step | None:
    """What puts a row back to what it was before; None where it is so already."""
    kind = row.kind.name
    if row.before is None:
        return None if row.now is None else Step(kind, row.id, "remove")
    if row.now is None:
        return Step(kind, row.id, "restore", tuple((name, row.before[name]) for name in row.amended), row.whole)
    now, unknown = row.now, object()
    differing = tuple((name, value) for name, value in row.before.items() if now.get(name, unknown) != value)
    return Step(kind, row.id, "change", differing) if differing else None


def has_effect(store: Store, span: Span) -> bool:
    """Whether the changes of a span left anything otherwise than it was before; they are the newest there are."""
    once = """SELECT 1 FROM change AS one WHERE number BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM change AS other
        WHERE other.record = one.record AND other."table" = one."table" AND other.number <> one.number
        AND other.number >= ?) LIMIT 1"""
    if store.connection.execute(once, (*span, span.first)).fetchone():
        return True
    return any(map(step, traced(store, span)))


def put_back(store: Store, steps: Iterable[Step]) -> None:
    """Do the steps, within a transaction; first rows go, so that their ids are free, then rows come, then values."""
    listed = sorted(steps, key=lambda one: (_ORDER[one.action], one.kind))
    for (action, kind), some in groupby(listed, lambda one: (one.action, records.TABLES[one.kind])):
        _DO[action](store, kind, some)


_ORDER = {"remove": 0, "restore": 1, "change": 2}


def _remove(store: Store, kind: Kind, steps: Iterable[Step]) -> None:
    """In the order of their numbers, in which the search index forgets them four times as fast."""
    some = among([one.id for one in steps])
    numbers = f"SELECT number FROM {kind.name} WHERE id {some.text}"
    store.connection.execute(f"DELETE FROM {kind.name} WHERE number IN ({numbers})", some.values)


def _restore(store: Store, kind: Kind, steps: Iterable[Step]) -> None:
    """In the order in which they went."""
    listed = list(steps)
    values = ", ".join(_extracted(kind, one.name) for one in kind.fields)
    some = among([one.whole for one in listed])
    store.connection.execute(
        f"""INSERT INTO {kind.name} ({rows.columns(kind)})
        SELECT {values} FROM change WHERE number {some.text} ORDER BY number""",
        some.values,
    )
    _change(store, kind, (one for one in listed if one.values))


def _extracted(kind: Kind, name: str) -> str:
    value = f"json_extract(before, '$.\"{name}\"')"
    return f"exact({value})" if name in _columns(kind)[1] else value


def _change(store: Store, kind: Kind, steps: Iterable[Step]) -> None:
    for names, some in groupby(steps, lambda one: [name for name, _ in one.values]):
        assignments = ", ".join(f'"{name}" = ?' for name in names)
        store.connection.executemany(
            f"UPDATE {kind.name} SET {assignments} WHERE id = ?",
            ([*(value for _, value in one.values), one.id] for one in some),
        )


_DO = {"remove": _remove, "restore": _restore, "change": _change}
