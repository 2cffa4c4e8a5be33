"""The whole dataset at once: read as it stands at one moment, emptied, taken in, and its references checked."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from exchangecli.model import records, types
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
    """Write one record of another file; None, or the name of the rule of the table that it breaks.

    ``UNIQUE`` is that its id is there already; of other rules it is their text.
    """
    try:
        rows.insert(store, kind, [record])
    except sqlite3.IntegrityError as problem:
        return UNIQUE if problem.sqlite_errorname == "SQLITE_CONSTRAINT_UNIQUE" else str(problem).partition(": ")[2]
    return None


UNIQUE = "UNIQUE"


class Misfit(NamedTuple):
    """A field of a record that does not fit to the other records."""

    kind: Kind
    id: str
    field: str
    value: str


def dangling(store: Store) -> Iterator[Misfit]:
    """Every reference, of one kind or of several, in a list or not, whose record is not there."""
    for kind in records.KINDS.values():
        for field in kind.references():
            if not field.type.open:
                yield from _misfits(store, kind, field.name, _dangling_sql(kind, field))
    live = _ids(records.KINDS)
    yield from _misfits(store, records.RETIRED_ID, "record", _not_among("retired_id", "record", live))
    known = f"{live} UNION ALL SELECT id FROM retired_id"
    for name in ("a", "b"):
        yield from _misfits(store, records.JUDGEMENT, name, _not_among("judgement", name, known))


def claimed_in_vain(store: Store) -> Iterator[Misfit]:
    """Every claim on a field that its record's kind does not have."""
    for name in records.CITABLE:
        fields = ", ".join(f"'{one.name}'" for one in records.KINDS[name].fields)
        sql = f"""SELECT claim.id, claim.field AS value FROM claim JOIN {name} ON {name}.id = claim.record
            WHERE claim.field NOT IN ({fields})"""
        yield from _misfits(store, records.CLAIM, "field", sql)


def listed(store: Store, kind: Kind, field: Field) -> list[str]:
    """Every value that stands in a list-valued field of some record, once."""
    sql = "SELECT DISTINCT value FROM list_item WHERE field = ?"
    return [row["value"] for row in store.connection.execute(sql, [f"{kind.name}.{field.name}"])]


def holders(store: Store, kind: Kind, field: Field, value: str) -> list[str]:
    """The ids of the records with a value in a list-valued field."""
    sql = "SELECT record FROM list_item WHERE field = ? AND value = ? ORDER BY record"
    return [row["record"] for row in store.connection.execute(sql, [f"{kind.name}.{field.name}", value])]


def shared_ids(store: Store) -> list[str]:
    """The ids that records of several kinds have, sorted."""
    found = store.connection.execute(f"SELECT id FROM ({_ids(records.TABLES)}) GROUP BY id HAVING count(*) > 1")
    return sorted(row["id"] for row in found)


def _misfits(store: Store, kind: Kind, field: str, sql: str) -> Iterator[Misfit]:
    for row in store.connection.execute(sql):
        yield Misfit(kind, row["id"], field, row["value"])


def _ids(tables: Iterable[str]) -> str:
    return " UNION ALL ".join(f"SELECT id FROM {table}" for table in tables)


def _not_among(table: str, field: str, ids: str) -> str:
    return f"SELECT id, {field} AS value FROM {table} WHERE {field} NOT IN ({ids})"


def _dangling_sql(kind: Kind, field: Field) -> str:
    known = " UNION ALL ".join(f"SELECT 1 FROM {target} WHERE {target}.id = items.value" for target in field.kinds)
    if field.type.many:
        items = f"SELECT record AS id, value FROM list_item WHERE field = '{kind.name}.{field.name}'"
    else:
        items = f'SELECT id, "{field.name}" AS value FROM {kind.name}'
    allowed = f" AND value <> '{types.UNKNOWN}'" if field.type is types.ORIGIN else ""
    return f"SELECT id, value FROM ({items}) AS items WHERE value IS NOT NULL{allowed} AND NOT EXISTS ({known})"
