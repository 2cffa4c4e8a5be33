"""The dataset as it stood: a copy of it in which every later change is rolled back.

The file itself is never written.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from exchangecli.store import journal, opening, rolling_back, search_index, triggers
from exchangecli.store.opening import Store
from exchangecli.store.rolling_back import Span


class Point(NamedTuple):
    """A state of the dataset: what it was after an operation, and after a change.

    The change is the last of that operation, or one that another program made after it.
    """

    operation: int
    change: int


def after(store: Store, operation: int) -> Point | None:
    """The state right after an operation; None where there is none of this number."""
    span = journal.span(store, operation)
    return None if span is None else Point(operation, span.last)


def before_moment(store: Store, until: str) -> Point | None:
    """The state of the last operation before a moment, with what other programs had written by then; None before all.

    Args:
        store: the dataset.
        until: the moment, in UTC as the log has it; what was done in that second does not belong to it.
    """
    found = next(journal.operations(store, "at < ?", (until,)), None)
    point = found and after(store, found.number)
    if point is None:
        return None
    later = """SELECT min(number) FROM change
        WHERE number > ? AND (operation IS NOT NULL OR at >= ?)"""
    (first_later,) = store.connection.execute(later, [point.change, until]).fetchone()
    return Point(point.operation, journal.last_change(store) if first_later is None else first_later - 1)


def of_change(store: Store, change: int) -> Point:
    """The state right after a change."""
    return Point(journal.operation_by(store, change), change)


@contextmanager
def as_it_stood(store: Store, point: Point) -> Iterator[Store]:
    """The dataset as it stood at a point, with its history up to there; nothing written to it stays."""
    last = journal.last_change(store)
    if last <= point.change:
        yield store
        return
    with opening.scratch(store) as copy:
        _roll_back(copy, point, last)
        yield copy


def _roll_back(copy: Store, point: Point, last: int) -> None:
    connection = copy.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    triggers.create_triggers(connection, recording=False)
    steps = map(rolling_back.step, rolling_back.traced(copy, Span(point.change + 1, last)))
    rolling_back.put_back(copy, [one for one in steps if one])
    connection.execute("DELETE FROM release WHERE operation > ? OR change > ?", point)
    connection.execute("DELETE FROM package WHERE operation > ?", [point.operation])
    connection.execute("DELETE FROM change WHERE number > ?", [point.change])
    connection.execute("DELETE FROM operation WHERE number > ?", [point.operation])
    search_index.mend(copy)
    connection.execute("COMMIT")
