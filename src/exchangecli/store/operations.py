"""One command that changes the dataset: one transaction, recorded as one operation."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from exchangecli.model import clock
from exchangecli.store import search_index
from exchangecli.store.opening import Store


@dataclass(frozen=True, slots=True)
class Command:
    """What stands in the log.

    Attributes:
        words: the command as typed.
        who: who ran it.
        reason: why, where it was said.
        undoes: the number of the operation that it undoes.
        partly: whether it leaves of that what was changed later.
    """

    words: str
    who: str
    reason: str | None = None
    undoes: int | None = None
    partly: bool = False


@contextmanager
def operation(store: Store, command: Command, keep: Callable[[], bool] = lambda: True) -> Iterator[int]:
    """Write within one transaction, recorded under ``command``; gives the operation's number.

    The search index is brought up to date at the end. A failure, or Ctrl-C, leaves nothing; so does a command that
    changed nothing, which leaves no operation either.

    Args:
        store: the dataset.
        command: what the log is to say.
        keep: asked at the end whether what was written is to stay; a trial says no.
    """
    from exchangecli.store import journal, rolling_back  # a command that reads needs but the words for the log

    with store.connection as connection:  # commits, or rolls back where it fails
        connection.execute("BEGIN IMMEDIATE")
        now, partly = clock.stamp(clock.now()), command.partly or None
        number = connection.execute(
            "INSERT INTO operation (at, who, command, reason, undoes, partly) VALUES (?, ?, ?, ?, ?, ?)",
            [now, command.who, command.words, command.reason, command.undoes, partly],
        ).lastrowid
        assert number is not None
        connection.execute("UPDATE open_operation SET operation = ?", [number])
        yield number
        if not keep():
            connection.execute("ROLLBACK")
            return
        search_index.mend(store)
        connection.execute("UPDATE open_operation SET operation = NULL")
        span = journal.span(store, number)
        if span is None or not rolling_back.has_effect(store, span):
            connection.execute("DELETE FROM change WHERE operation = ?", [number])
            connection.execute("DELETE FROM operation WHERE number = ?", [number])


@contextmanager
def attempt(store: Store) -> Iterator[None]:
    """Write, within an operation, what is given up again where the block fails; the rest of the operation stays."""
    connection = store.connection
    connection.execute("SAVEPOINT attempt")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO attempt")
        connection.execute("RELEASE attempt")
        raise
    connection.execute("RELEASE attempt")
