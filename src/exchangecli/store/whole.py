"""The whole dataset at once: read as it stands at one moment, emptied, taken in, and its references checked."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from exchangecli.model import records
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store


@contextmanager
def one_moment(store: Store) -> Iterator[None]:
    """Read several tables as they stand at one moment, whoever writes meanwhile."""
    store.connection.execute("BEGIN")
    try:
        yield
    finally:
        store.connection.execute("ROLLBACK")


def every(store: Store, kind: Kind) -> Iterator[Record]:
    """All records of a kind, sorted by id."""
    return rows.where(store, kind, "1", order="id")


def empty(store: Store, kind: Kind) -> None:
    """Delete all records of a kind."""
    store.connection.execute(f"DELETE FROM {kind.name}")


def take_in(store: Store, kind: Kind, record: Record) -> str | None:
    """Write one record of another file; what SQLite has against it, or None."""
    try:
        rows.insert(store, kind, [record])
    except sqlite3.IntegrityError as problem:
        return str(problem)
    return None


class Dangling(NamedTuple):
    """A field that refers to a record that is not there."""

    kind: Kind
    id: str
    field: str
    value: str


def dangling(store: Store) -> Iterator[Dangling]:
    """Every reference, of one kind or of several, in a list or not, whose record is not there."""
    for kind in records.KINDS.values():
        for field in records.references(kind):
            for row in store.connection.execute(_dangling_sql(kind, field)):
                yield Dangling(kind, row["id"], field.name, row["value"])


OPEN_REFERENCES = (("role", "affiliations"), ("role", "on_behalf_of"))
"""Fields that may also hold what is no record."""


def _dangling_sql(kind: Kind, field: Field) -> str:
    if (kind.name, field.name) in OPEN_REFERENCES:
        return "SELECT '' AS id, '' AS value WHERE 0"
    known = " UNION ALL ".join(f"SELECT 1 FROM {target} WHERE {target}.id = items.value" for target in field.kinds)
    if field.type.many:
        items = f"SELECT record AS id, value FROM list_item WHERE field = '{kind.name}.{field.name}'"
    else:
        items = f'SELECT id, "{field.name}" AS value FROM {kind.name}'
    allowed = " AND value <> 'unknown'" if field.name == "origin" else ""
    return f"SELECT id, value FROM ({items}) AS items WHERE value IS NOT NULL{allowed} AND NOT EXISTS ({known})"
