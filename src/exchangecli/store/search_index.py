"""The search index, kept in step with the records.

Each kind that a person knows by name has an FTS5 table of its folded texts (see ``model.folding``), whose row numbers
are those of the records. Triggers mark what is stale, whoever wrote; it is mended at the end of each operation, and
before a search where another program wrote in between.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from exchangecli.model import folding, records
from exchangecli.model.fields import Kind
from exchangecli.store.opening import Store, is_read_only


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


def refresh(store: Store, *, waiting: bool = True) -> bool:
    """Mend the index before it is asked; False where it stays stale.

    It does where the file is read-only. For a command that only reads (``waiting`` is False) it does also where another
    program is writing at this moment, or the disk is full: it reads what is there, at once.
    """
    connection = store.connection
    if not connection.execute("SELECT 1 FROM stale LIMIT 1").fetchone():
        return True
    if is_read_only(store):
        return False
    (milliseconds,) = connection.execute("PRAGMA busy_timeout").fetchone()
    if not waiting:
        connection.execute("PRAGMA busy_timeout = 0")
    try:
        with connection:  # commits, or rolls back where it fails
            connection.execute("BEGIN IMMEDIATE")
            mend(store)
    except sqlite3.OperationalError as problem:
        if waiting or getattr(problem, "sqlite_errorcode", 0) & 0xFF not in PASSING:
            raise
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
    return True


PASSING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY)
"""Why the index cannot be mended now, and can at another time; read-only is a file that is read without its log."""


def _entries(store: Store, kind: Kind, names: dict[str, str]) -> Iterator[tuple[int, str, str, str]]:
    title, text = kind.searched("title"), kind.searched("text")
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
