"""The log: the operations of a dataset, which of them are undone, and what other programs changed in between."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from exchangecli.store.opening import Store
from exchangecli.store.rolling_back import Span
from exchangecli.store.sql import MOST_ROWS, Sql, all_of, among

NOT_OPEN = "number IS NOT (SELECT operation FROM open_operation)"
"""The one that is being written is no part of the log yet."""


class Operation(NamedTuple):
    """One command that changed the dataset.

    Attributes:
        number: by which ``undo`` and ``--at`` know it.
        at: when, in UTC as the log has it.
        who, command, reason: as the log has them.
        undoes: the number of the operation that it undoes.
        partly: whether it left of that what was changed later.
    """

    number: int
    at: str
    who: str
    command: str
    reason: str | None
    undoes: int | None
    partly: bool


class Undone(NamedTuple):
    """That an operation is undone: by which other, and whether altogether."""

    by: int
    partly: bool


def operations(store: Store, condition: str = "1", values: tuple[object, ...] = ()) -> Iterator[Operation]:
    """The operations that meet a condition in SQL, the newest first."""
    columns = "number, at, who, command, reason, undoes"
    question = f"SELECT {columns}, partly FROM operation WHERE {NOT_OPEN} AND ({condition}) ORDER BY number DESC"
    for row in store.connection.execute(question, values):
        yield Operation(**(dict(row) | {"partly": bool(row["partly"])}))


def operation(store: Store, number: int) -> Operation | None:
    """The operation of this number, or None."""
    return next(operations(store, "number = ?", (number,)), None) if 0 <= number < MOST_ROWS else None


def commands(store: Store, most: int) -> list[tuple[int, str]]:
    """The numbers and commands of the newest operations."""
    return [(one.number, one.command) for one in islice(operations(store), most)]


def last(store: Store) -> int:
    """The number of the newest operation; 0 where there is none."""
    return next((one.number for one in operations(store)), 0)


def undone(store: Store) -> dict[int, Undone]:
    """The operations that are undone, wholly or partly.

    An undo that is itself undone counts for nothing; one that is undone in part has undone a part.
    """
    found: dict[int, Undone] = {}
    for one in operations(store, "undoes IS NOT NULL"):
        mine = found.get(one.number)
        if one.undoes is None or (mine and not mine.partly):
            continue
        known, partly = found.get(one.undoes), one.partly or mine is not None
        if known is None or (known.partly and not partly):
            found[one.undoes] = Undone(one.number, partly)
    return found


def beginning(store: Store) -> int | None:
    """The number of the operation that made the dataset."""
    made = """SELECT operation FROM change WHERE record = 'dataset' AND "table" = 'dataset' ORDER BY number LIMIT 1"""
    row = store.connection.execute(made).fetchone()
    return row["operation"] if row else None


def span(store: Store, number: int) -> Span | None:
    """The changes of an operation; None where it has none. They follow upon each other, since one writes at a time."""
    ends = "SELECT min(number), max(number) FROM change WHERE operation = ?"
    first, last_ = store.connection.execute(ends, [number]).fetchone()
    return None if first is None else Span(first, last_)


def last_change(store: Store) -> int:
    """The number of the newest change; 0 where there is none."""
    return int(store.connection.execute("SELECT coalesce(max(number), 0) FROM change").fetchone()[0])


class Author(NamedTuple):
    """Who changed something last: an operation, or another program at a moment."""

    operation: Operation | None
    at: str


def last_author(store: Store, record: str, table: str | None = None, field: str | None = None) -> Author | None:
    """Who last changed a row, or one field of it; None where history holds nothing of it."""
    question = """SELECT operation, at FROM change WHERE record = :record AND (:table IS NULL OR "table" = :table)
        AND (:field IS NULL OR action <> 'update' OR json_type(before, '$."' || :field || '"') IS NOT NULL)
        ORDER BY number DESC LIMIT 1"""
    row = store.connection.execute(question, {"record": record, "table": table, "field": field}).fetchone()
    if row is None:
        return None
    made = None if row["operation"] is None else operation(store, row["operation"])
    return Author(made, made.at if made else row["at"])


# --- what was touched -------------------------------------------------------------------------------------------


class Foreign(NamedTuple):
    """What other programs changed in one second, by changes that follow upon each other.

    Attributes:
        at: when, in UTC.
        records: how many records it touched.
        after: the number of the operation before it; 0 where there is none.
        first: the number of its first change.
    """

    at: str
    records: int
    after: int
    first: int


def read(
    store: Store, about: Collection[str] | None = None, since: str | None = None, limit: int = 0
) -> list[Operation | Foreign]:
    """The log, the newest first.

    Args:
        store: the dataset.
        about: only what touched these rows.
        since: only what was done at this moment or later, in UTC.
        limit: how many; 0 is all.
    """
    done, others = [Sql("1")], [Sql("1")]
    if about is not None:
        some = among(sorted(about))
        done.append(Sql(f"number IN (SELECT operation FROM change WHERE record {some.text})", some.values))
        others.append(Sql(f"record {some.text}", some.values))
    if since is not None:
        done.append(Sql("at >= ?", (since,)))
        others.append(Sql("at >= ?", (since,)))
    condition, most = all_of(done), limit or None
    known = islice(operations(store, condition.text, condition.values), most)
    found: list[Operation | Foreign] = [*known, *_foreign(store, all_of(others))]
    return sorted(found, key=_place, reverse=True)[:most]


def _place(one: Operation | Foreign) -> tuple[int, int]:
    """Where it stands in the course of things."""
    return (one.number, 0) if isinstance(one, Operation) else (one.after, one.first)


def _foreign(store: Store, condition: Sql) -> list[Foreign]:
    question = f"""SELECT number, at, "table", record FROM change
        WHERE operation IS NULL AND ({condition.text}) ORDER BY number"""
    groups: list[tuple[str, int, set[tuple[str, str]]]] = []
    previous = None
    for number, at, table, record in store.connection.execute(question, condition.values):
        if not groups or (number, at) != (previous, groups[-1][0]):
            groups.append((at, number, set()))
        groups[-1][2].add((table, record))
        previous = number + 1
    return [Foreign(at, len(touched), operation_by(store, first), first) for at, first, touched in reversed(groups)]


def operation_by(store: Store, change: int) -> int:
    """The number of the last operation that had written by a change; 0 where none had."""
    question = "SELECT operation FROM change WHERE number <= ? AND operation IS NOT NULL ORDER BY number DESC LIMIT 1"
    row = store.connection.execute(question, [change]).fetchone()
    return row["operation"] if row else 0


def touched(store: Store, numbers: Iterable[int]) -> dict[int, int]:
    """How many records each operation touched; where it touched claims alone, how many records these are about.

    Proposals count where nothing else was touched.
    """
    counted: dict[int, int] = {}
    for number in numbers:
        (facts,) = store.connection.execute(
            """SELECT count(*) FROM (SELECT DISTINCT "table", record FROM change
            WHERE operation = ? AND "table" NOT IN ('claim', 'proposal'))""",
            [number],
        ).fetchone()
        counted[number] = facts or store.connection.execute(_CLAIMED, [number]).fetchone()[0]
    return counted


_CLAIMED = """SELECT count(DISTINCT coalesce(
        (SELECT record FROM claim WHERE claim.id = change.record), json_extract(before, '$.record'), change.record))
    FROM change WHERE operation = ?"""
