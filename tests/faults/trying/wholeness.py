"""What it means that the file of a dataset is whole, and what is in it."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from exchangecli.model import records
from exchangecli.store import migrations, schema_002, search_index
from exchangecli.store.opening import Store

Content = dict[str, list[tuple[Any, ...]]]

KEPT = {
    "operation": "who, command, reason, undoes",
    "change": 'operation, "table", record, action, before',
    "list_item": "*",
    "disputed": "*",
    "stale": "*",
    "open_operation": "*",
    "replaced_row": "*",
}
"""The tables of the machinery -> what is the same in them whenever the same is done."""


@contextmanager
def copied(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the dataset in memory, in which may be written; the file is read as any program would."""
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        file.backup(memory)
        memory.row_factory = sqlite3.Row
        yield memory


def content(path: Path) -> Content:
    """All that is in the file but the search index and the times."""
    with copied(path) as connection:
        tables = dict.fromkeys(records.TABLES, "*") | KEPT
        there = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {
            table: sorted(map(tuple, connection.execute(f'SELECT {columns} FROM "{table}"')), key=repr)
            for table, columns in tables.items()
            if table in there
        }


def assert_whole(path: Path) -> None:
    """The file is sound, nothing is open in it, and all that is worked out from the records agrees with them."""
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    with copied(path) as connection:
        _nothing_is_open(connection)
        _history_agrees(connection)
        _list_items_agree(connection)
        _disputes_agree(connection)
        _index_agrees(connection)


def _nothing_is_open(connection: sqlite3.Connection) -> None:
    for table in ("stale", "replaced_row"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
    assert [tuple(row) for row in connection.execute("SELECT operation FROM open_operation")] == [(None,)]
    empty = "SELECT number FROM operation WHERE number NOT IN (SELECT operation FROM change WHERE operation NOT NULL)"
    assert connection.execute(empty).fetchall() == []


def _history_agrees(connection: sqlite3.Connection) -> None:
    """Told backwards, the history ends where nothing was there yet."""
    told = {
        (table, row["id"]): dict(row)
        for table in records.TABLES
        for row in connection.execute(f"SELECT * FROM {table}")
    }
    for change in connection.execute("SELECT * FROM change ORDER BY number DESC"):
        where = change["table"], change["record"]
        assert (where in told) is (change["action"] != "delete"), tuple(change)
        if change["action"] == "insert":
            del told[where]
        else:
            told[where] = told.get(where, {}) | json.loads(change["before"])
    assert told == {}


def _list_items_agree(connection: sqlite3.Connection) -> None:
    held = [
        (f"{table}.{field.name}", row["value"], row["id"])
        for table, kind in records.TABLES.items()
        for field in kind.fields
        if field.type.many and table != "dataset"
        for row in connection.execute(f"SELECT value, {table}.id FROM {table}, json_each({table}.{field.name})")
    ]
    kept = connection.execute("SELECT field, value, record FROM list_item")
    assert sorted(map(tuple, kept)) == sorted(held)


def _disputes_agree(connection: sqlite3.Connection) -> None:
    every = "SELECT * FROM disputed ORDER BY 1, 2, 3"
    kept = list(map(tuple, connection.execute(every)))
    connection.execute("DELETE FROM disputed")
    for statement in migrations._statements(schema_002.DISPUTED):
        if "INSERT INTO disputed" in statement:
            connection.execute(statement)
    assert kept == list(map(tuple, connection.execute(every)))


def _index_agrees(connection: sqlite3.Connection) -> None:
    """The index is sound, and the same as one that is made anew of the records."""
    kept = _indexed(connection)
    for kind in records.SEARCHED:
        connection.execute(f"INSERT INTO {kind}_search ({kind}_search) VALUES ('integrity-check')")
        connection.execute(f"DELETE FROM {kind}_search")
        connection.execute(f"INSERT INTO stale SELECT id FROM {kind} WHERE 1 ON CONFLICT DO NOTHING")
    search_index.mend(Store(connection, Path()))
    assert kept == _indexed(connection)


def _indexed(connection: sqlite3.Connection) -> dict[tuple[str, int], tuple[list[str], ...]]:
    return {
        (kind, number): tuple(sorted(text.split()) for text in texts)
        for kind in records.SEARCHED
        for number, *texts in connection.execute(f"SELECT rowid, title, names, text FROM {kind}_search")
    }
