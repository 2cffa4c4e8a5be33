"""The tables in SQLite against the table of fields, so that neither forgets what the other has."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from exchangecli.model import records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.store.opening import Store

every_table = pytest.mark.parametrize("kind", records.TABLES.values(), ids=lambda kind: kind.name)

GENERATED = ["start_earliest", "start_latest", "end_earliest", "end_latest"]


def columns(store: Store, table: str) -> list[sqlite3.Row]:
    """The columns a person may write, without the row number."""
    found = store.connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
    return [row for row in found if not row["hidden"] and row["name"] != "number"]


@every_table
def test_columns_are_the_fields_with_their_types(empty: Store, kind: Kind) -> None:
    """In whatever order: a column that was added later stands last in the table, and its field among its like."""
    found = {row["name"]: row["type"] for row in columns(empty, kind.name)}
    assert found == {field.name: field.type.sql for field in kind.fields}


@every_table
def test_what_is_required_is_not_null(empty: Store, kind: Kind) -> None:
    found = {row["name"] for row in columns(empty, kind.name) if row["notnull"]}
    assert found == {"id"} | {field.name for field in kind.fields if field.required}


@every_table
def test_further_columns_are_the_row_number_and_the_derived_days(empty: Store, kind: Kind) -> None:
    found = empty.connection.execute(f"PRAGMA table_xinfo({kind.name})").fetchall()
    further = {row["name"] for row in found} - {field.name for field in kind.fields}
    assert further == {"number", *(GENERATED if kind.name in ("event", "programme") else [])}


@every_table
def test_references_to_one_kind_are_foreign_keys(empty: Store, kind: Kind) -> None:
    found = {
        (row["from"], row["table"], row["to"])
        for row in empty.connection.execute(f"PRAGMA foreign_key_list({kind.name})")
    }
    single = [field for field in kind.references() if field.type is types.REFERENCE and len(field.kinds) == 1]
    # The origin of a source may also be "unknown".
    assert found == {(field.name, field.kinds[0], "id") for field in single if field.name != "origin"}


def test_every_table_is_strict(empty: Store) -> None:
    found = empty.connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite%' AND name <> '_sqlite_migrations'"
    ).fetchall()
    assert {row["name"] for row in found} >= set(records.TABLES)
    assert [row["name"] for row in found if not row["strict"]] == []


@every_table
def test_every_table_has_its_triggers(empty: Store, kind: Kind) -> None:
    found = empty.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [kind.name]
    ).fetchall()
    names = ("before_insert", "after_insert", "after_update", "after_delete", "id")
    assert sorted(row["name"] for row in found) == sorted(f"{kind.name}_{name}" for name in names)


def test_no_trigger_view_or_index_calls_a_function_of_ours(empty: Store) -> None:
    texts = [row["sql"] for row in empty.connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    assert not [text for text in texts if "fold(" in text or "search_text(" in text]


# --- each column of each table, written by another program ------------------------------------------------------


@pytest.fixture
def outside(empty: Store) -> Iterator[sqlite3.Connection]:
    """Another program, which knows nothing of us and keeps no foreign keys, as SQLite has it by default."""
    with closing(sqlite3.connect(empty.path, isolation_level=None)) as connection:
        yield connection


def sample_value(field: Field, *, other: bool = False) -> str | int | float:
    """A value that the column takes; and another one."""
    if field.type.many:
        return '["bb"]' if other else '["aa"]'
    by_type: dict[str, tuple[str | int | float, str | int | float]] = {
        "TEXT": ("aa", "bb"),
        "INTEGER": (1, 0 if field.type is types.FLAG else 2),
        "REAL": (0.1 + 0.2, 1.5),
    }
    return by_type[field.type.sql][other]


def recorded(connection: sqlite3.Connection) -> list[tuple[str, str, dict[str, object] | None]]:
    found = connection.execute('SELECT "table", action, before FROM change ORDER BY number').fetchall()
    connection.execute("DELETE FROM change")
    return [(table, action, json.loads(before) if before else None) for table, action, before in found]


@every_table
def test_every_column_of_every_table_is_recorded(outside: sqlite3.Connection, kind: Kind) -> None:
    outside.execute(f"DELETE FROM {kind.name}")
    recorded(outside)
    first = {field.name: sample_value(field) for field in kind.fields} | {"id": "dataset"}
    marks = ", ".join("?" * len(first))
    names = ", ".join(f'"{name}"' for name in first)
    outside.execute(f"INSERT INTO {kind.name} ({names}) VALUES ({marks})", list(first.values()))
    assert recorded(outside) == [(kind.name, "insert", None)]
    for field in kind.fields[1:]:
        outside.execute(f'UPDATE {kind.name} SET "{field.name}" = ?', [sample_value(field, other=True)])
        old = first[field.name]
        before = repr(old) if isinstance(old, float) else old
        assert recorded(outside) == [(kind.name, "update", {field.name: before})]
    outside.execute(f"DELETE FROM {kind.name}")
    last = {field.name: sample_value(field, other=True) for field in kind.fields} | {"id": "dataset"}
    whole = {name: repr(value) if isinstance(value, float) else value for name, value in last.items()}
    assert recorded(outside) == [(kind.name, "delete", whole)]
