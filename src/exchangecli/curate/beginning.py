"""A new dataset: what stands in it before the first record."""

from collections.abc import Mapping

from exchangecli.model import groups, ids, records, types
from exchangecli.model.types import Record
from exchangecli.store import listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


def begin(store: Store, command: Command) -> None:
    """Fill a new dataset with its one row about itself and with the groups of countries, as one operation."""
    with operation(store, command):
        rows.insert(store, records.DATASET, [{"id": "dataset"}])
        rows.insert(store, records.MEMBERSHIP, map(_membership, groups.memberships()))


def _membership(row: groups.Membership) -> Record:
    record: Record = {name: value or None for name, value in row._asdict().items()}
    record["id"] = ids.new_id(records.MEMBERSHIP, record, lambda _: False)
    return record


def describe(store: Store, command: Command, texts: Mapping[str, str]) -> Record:
    """Set what the dataset says of itself; an empty text empties a field.

    Raises:
        ValueProblem: a value its field cannot have.
    """
    rules = types.Rules(listing.readings(store))
    kind = records.DATASET
    new = {
        name: types.read(kind.field(name).type, text, kind.field(name).of, rules).value if text.strip() else None
        for name, text in texts.items()
    }
    with operation(store, command):
        if new:
            rows.update(store, kind, "dataset", new)
    return about(store)


def about(store: Store) -> Record:
    """What the dataset says of itself."""
    return rows.get(store, records.DATASET, "dataset") or {}


def counts(store: Store) -> dict[str, int]:
    """How many records of each kind there are."""
    return {kind.plural: rows.count(store, kind) for kind in records.KINDS.values() if kind is not records.DATASET}
