"""A new dataset: what stands in it before the first record."""

from collections.abc import Mapping

from exchangecli.curate import memberships, values
from exchangecli.model import records, types
from exchangecli.model.types import Record
from exchangecli.store import listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


def begin(store: Store, command: Command) -> None:
    """Fill a new dataset with its one row about itself and with the groups of countries, as one operation."""
    with operation(store, command):
        rows.insert(store, records.DATASET, [{"id": "dataset"}])
        rows.insert(store, records.MEMBERSHIP, memberships.packaged())


def describe(store: Store, command: Command, texts: Mapping[str, str]) -> Record:
    """Set what the dataset says of itself; an empty text empties a field.

    A reading of an ambiguous name joins those there are, in place of an earlier one of the same name; ``Korea=`` takes
    it out.

    Raises:
        FieldProblems: a value its field cannot have.
    """
    kind = records.DATASET
    with operation(store, command):
        known = listing.readings(store)
        given = dict(texts)
        removed = _removed(given)
        entry = values.read_entry(store, kind, given, types.Rules(known), values.as_option)
        new: Record = {name: None for name, text in texts.items() if not text.strip()} | entry.values
        if removed or "readings" in entry.values:
            rules = known | dict(rule.split("=", 1) for rule in entry.values.get("readings") or [])
            new["readings"] = [f"{name}={code}" for name, code in rules.items() if name not in removed]
        rows.update(store, kind, "dataset", new)
    return about(store)


def _removed(given: dict[str, str]) -> set[str]:
    """The names whose readings are to go (``Korea=``), taken out of what is given."""
    rules = types.items(types.READINGS, given.get("readings", ""))
    removed = {rule[:-1].strip() for rule in rules if rule.endswith("=")}
    if removed:
        given["readings"] = ";".join(rule for rule in rules if not rule.endswith("="))
    return removed


def about(store: Store) -> Record:
    """What the dataset says of itself."""
    return rows.get(store, records.DATASET, "dataset") or {}


def counts(store: Store) -> dict[str, int]:
    """How many records of each kind there are, without what every new dataset holds."""
    counted = [kind for name, kind in records.KINDS.items() if name not in records.STANDING]
    return {kind.plural: rows.count(store, kind) for kind in counted}
