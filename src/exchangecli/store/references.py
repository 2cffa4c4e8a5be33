"""Who refers to records, in any field of any table, and which of the records that are referred to are there."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.store.opening import Store
from exchangecli.store.sql import Sql, among

MACHINERY = {"retired_id": ("record",), "judgement": ("a", "b"), "proposal": ("source",)}
"""What the machinery keeps about records by their ids, and which of its fields name them; it goes with them."""


class Reference(NamedTuple):
    """That a field of a row names a record."""

    kind: Kind
    id: str
    field: str
    record: str


def pointing_to(kind: Kind) -> Iterator[tuple[Kind, str]]:
    """Every field of every table that may name a record of a kind."""
    for other in records.KINDS.values():
        yield from ((other, one.name) for one in other.references() if kind.name in one.kinds)
    for table, fields in MACHINERY.items():
        yield from ((records.TABLES[table], name) for name in fields)


def holding(kind: Kind, field: str, ids: Collection[str]) -> Sql:
    """The condition that a row names one of some records in a field."""
    some = among(list(ids))
    if kind.field(field).type.many:
        return Sql(
            f"id IN (SELECT record FROM list_item WHERE field = ? AND value {some.text})",
            (f"{kind.name}.{field}", *some.values),
        )
    return Sql(f'"{field}" {some.text}', some.values)


def to_any(store: Store, kind: Kind, ids: Collection[str]) -> Iterator[Reference]:
    """Every reference to one of some records of a kind."""
    some = among(list(ids))
    for other, field in pointing_to(kind) if ids else ():
        if other.field(field).type.many:
            question = f"SELECT record AS id, value FROM list_item WHERE field = ? AND value {some.text}"
            values = (f"{other.name}.{field}", *some.values)
        else:
            question = f'SELECT id, "{field}" AS value FROM {other.name} WHERE "{field}" {some.text}'
            values = some.values
        for row in store.connection.execute(question, values):
            yield Reference(other, row["id"], field, row["value"])


def there(store: Store, kinds: Collection[str], ids: Collection[str]) -> set[str]:
    """Those of some ids that records of these kinds have."""
    some = among(list(ids))
    return {
        row["id"]
        for kind in kinds
        for row in store.connection.execute(f"SELECT id FROM {kind} WHERE id {some.text}", some.values)
    }
