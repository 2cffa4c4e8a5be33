"""Records in and out of their tables: one function for each thing one can do with a row."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Value
from exchangecli.store.opening import Store


def get(store: Store, kind: Kind, record: str) -> Record | None:
    """The record with this id, or None."""
    return next(where(store, kind, "id = ?", [record]), None)


def alive(store: Store, kind: Kind, record: str | None) -> Record | None:
    """The record with this id, or the one for which a merge gave the id up; None where it is gone, or none is given."""
    found = get(store, kind, record) if record else None
    retired = get(store, records.RETIRED_ID, record) if record and not found else None
    return get(store, kind, str(retired["record"])) if retired else found


def where(
    store: Store, kind: Kind, condition: str, values: Sequence[Value] = (), order: str = "number"
) -> Iterator[Record]:
    """The records of a kind that meet a condition in SQL, one by one."""
    cursor = store.connection.execute(
        f"SELECT {columns(kind)} FROM {kind.name} WHERE {condition} ORDER BY {order}", values
    )
    return (from_row(kind, row) for row in cursor)


def belonging(store: Store, kind: Kind, field: str, record: str, order: str = "number") -> list[Record]:
    """The records of a kind that refer to ``record`` in a field, such as the roles of an event."""
    return list(where(store, kind, f'"{field}" = ?', [record], order))


def count(store: Store, kind: Kind) -> int:
    """How many records of a kind there are."""
    (number,) = store.connection.execute(f"SELECT count(*) FROM {kind.name}").fetchone()
    return int(number)


def insert(store: Store, kind: Kind, rows: Iterable[Record]) -> None:
    """Write new records."""
    names = [field.name for field in kind.fields]
    marks = ", ".join("?" * len(names))
    store.connection.executemany(
        f"INSERT INTO {kind.name} ({columns(kind)}) VALUES ({marks})",
        ([to_column(row.get(name)) for name in names] for row in rows),
    )


def update(store: Store, kind: Kind, record: str, values: Mapping[str, Value]) -> None:
    """Set fields of one record; with none, nothing."""
    if not values:
        return
    assignments = ", ".join(f'"{name}" = ?' for name in values)
    store.connection.execute(
        f"UPDATE {kind.name} SET {assignments} WHERE id = ?", [*map(to_column, values.values()), record]
    )


def delete(store: Store, kind: Kind, ids: Iterable[str]) -> None:
    """Delete records by their ids; what refers to them is the caller's to see to."""
    store.connection.executemany(f"DELETE FROM {kind.name} WHERE id = ?", ([record] for record in ids))


def taken(store: Store, record: str) -> bool:
    """Whether an id is in use by a record of any kind, or was before a merge: an id alone says what is meant."""
    return store.connection.execute(_taken_sql(), {"id": record}).fetchone() is not None


@cache
def _taken_sql() -> str:
    return " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE id = :id" for table in records.TABLES) + " LIMIT 1"


@cache
def columns(kind: Kind, names: tuple[str, ...] = ()) -> str:
    """The columns of a kind's fields, quoted, as SQL: of all, or of these and of what the same words say besides."""
    fields = [kind.field(name) for name in names] or kind.fields
    said = [one for field in fields for one in (field.name, field.companion) if one]
    return ", ".join(f'"{name}"' for name in dict.fromkeys(said))


def to_column(value: Value) -> Any:
    """A value as SQLite holds it: a list as a JSON array, a flag as 0 or 1, an empty list as NULL."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else None
    return int(value) if isinstance(value, bool) else value


def from_row(kind: Kind, row: sqlite3.Row | Mapping[str, Any]) -> Record:
    """A row of a kind's columns as a record."""
    record = dict(row)
    for name, decode in _decoders(kind):
        if record.get(name) is not None:
            record[name] = decode(record[name])
    return record


@cache
def _decoders(kind: Kind) -> list[tuple[str, Any]]:
    """The fields whose column does not hold the value itself, with what makes the value of it."""
    by_schema = {"array": _texts, "boolean": bool, "number": _plain_number}
    return [(field.name, by_schema[field.type.schema]) for field in kind.fields if field.type.schema in by_schema]


def _texts(array: str) -> list[str]:
    return [str(item) for item in json.loads(array)]


def _plain_number(number: float) -> float | int:
    return int(number) if number.is_integer() else number
