"""Names for states of the dataset, and what a package that was taken in said of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from exchangecli.model import clock
from exchangecli.store import journal, rolling_back
from exchangecli.store.opening import Store
from exchangecli.store.rolling_back import Span


class Release(NamedTuple):
    """A name for a state.

    Attributes:
        name: as a person gave it.
        operation: the operation after which the dataset stood so.
        change: the last change that belongs to it.
        at, who: when it was named, in UTC, and by whom.
    """

    name: str
    operation: int
    change: int
    at: str
    who: str


class State(NamedTuple):
    """Which state the dataset is in.

    Attributes:
        operation: the operation after which it stood so; where later ones only undid each other, the one before them.
        is_changed_outside: whether another program changed it since.
    """

    operation: int
    is_changed_outside: bool


def all_of_them(store: Store) -> Iterator[Release]:
    """The releases, the latest first."""
    found = store.connection.execute("SELECT name, operation, change, at, who FROM release ORDER BY at DESC, name DESC")
    return (Release(*tuple(row)) for row in found)


def named(store: Store, name: str) -> Release | None:
    """The release of this name, or None."""
    return next((one for one in all_of_them(store) if one.name == name), None)


def mark(store: Store, name: str, who: str) -> Release:
    """Name the state in which the dataset is."""
    with store.connection as connection:  # commits, or rolls back where it fails
        connection.execute("BEGIN IMMEDIATE")
        made = Release(name, state(store).operation, journal.last_change(store), clock.stamp(clock.now()), who)
        connection.execute("INSERT INTO release (name, operation, change, at, who) VALUES (?, ?, ?, ?, ?)", made)
    return made


def state(store: Store) -> State:
    """The state in which the dataset is now."""
    last = journal.last(store)
    settled = _before_what_cancels_out(store)
    span = journal.span(store, settled)
    now = journal.last_change(store)
    if settled != last and span and not rolling_back.has_effect(store, Span(span.last + 1, now)):
        return State(settled, is_changed_outside=False)
    span = journal.span(store, last)
    return State(last, is_changed_outside=span is not None and now > span.last)


def of_state(store: Store, where: State) -> Release | None:
    """The latest name that a state has."""
    foreign = "SELECT coalesce(max(number), 0) FROM change WHERE operation IS NULL"
    (last_foreign,) = store.connection.execute(foreign).fetchone()
    of_it = (one for one in all_of_them(store) if one.operation == where.operation)
    return next((one for one in of_it if one.change >= last_foreign or not where.is_changed_outside), None)


def _before_what_cancels_out(store: Store) -> int:
    """The earliest operation after which all others undo each other; it is the last where none do.

    Whether they left anything, as a partial undo may, is for their changes to tell.
    """
    wholly = {number for number, one in journal.undone(store).items() if not one.partly}
    found = needed = None
    for one in journal.operations(store):
        if found is None or needed is None or one.number < needed:
            found = one.number
        if one.number in wholly:
            continue
        if one.undoes is None:
            break
        needed = min(one.undoes, needed or one.undoes)
    return found or 0


# --- what packages said -----------------------------------------------------------------------------------------


def remember(store: Store, operation: int, stated: str) -> None:
    """Keep what a package that an operation takes in says of its state, as JSON; within that operation."""
    store.connection.execute("INSERT INTO package (operation, stated) VALUES (?, ?)", [operation, stated])


def remembered(store: Store, operation: int) -> str | None:
    """What the package that an operation took in said of its state, as JSON; None where it took in none."""
    row = store.connection.execute("SELECT stated FROM package WHERE operation = ?", [operation]).fetchone()
    return row["stated"] if row else None
