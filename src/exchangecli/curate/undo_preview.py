"""What an undo would do, for a person to look at: the first of everything, and how much more there is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from exchangecli.curate import targets
from exchangecli.curate.obstacles import PARTS
from exchangecli.curate.undoing import UndoPlan
from exchangecli.model import records
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record, Value
from exchangecli.store import finding, rolling_back, rows
from exchangecli.store.opening import Store
from exchangecli.store.rolling_back import Step

MOST = 20
"""How many of a sort are shown one by one."""
MOST_PARTS = 8
"""How many claims and other names are."""


class FieldBack(NamedTuple):
    """A field that gets back a value it had."""

    kind: Kind
    id: str
    field: Field
    now: Value
    then: Value


class RowBack(NamedTuple):
    """A record that goes, or comes back."""

    kind: str
    id: str
    title: str


class PartBack(NamedTuple):
    """A claim or another name that goes, comes back, or says again what it said."""

    action: str
    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an undo would do.

    Attributes:
        fields: the first records whose fields get back a value, field by field; ``changed`` counts all such records.
        going, coming: the first records that go, and that come back.
        more: (action, kind) -> how many more there are.
        parts: the first claims and other names.
        more_parts: action -> how many more of them there are.
        titles: the names of records that are referred to.
    """

    fields: list[FieldBack]
    going: list[RowBack]
    coming: list[RowBack]
    more: dict[tuple[str, str], int]
    parts: list[PartBack]
    more_parts: dict[str, int]
    titles: dict[str, str]


def preview(store: Store, plan: UndoPlan) -> Preview:
    """Work out what a person is shown of an undo."""
    whole = [one for one in plan.steps if one.kind not in PARTS]
    told = [one for one in whole if one.kind != records.PROPOSAL.name]
    parts = [one for one in plan.steps if one.kind in PARTS]
    shown = {action: _first(told, action) for action in ("change", "remove", "restore")}
    all_of_them = Counter((one.action, one.kind) for one in whole)
    all_of_them.subtract((one.action, one.kind) for some in shown.values() for one in some)
    fields = [one for step in shown["change"] for one in _fields(store, step)]
    referring = [{one.field.name: value} for one in fields if one.field.kinds for value in (one.now, one.then)]
    names = [one.field.name for one in fields if one.field.kinds]
    return Preview(
        fields,
        [_going(store, step) for step in shown["remove"]],
        _coming(store, shown["restore"]),
        {key: number for key, number in sorted(all_of_them.items()) if number},
        [_part(store, step) for step in parts[:MOST_PARTS]],
        dict(Counter(one.action for one in parts[MOST_PARTS:])),
        finding.titles_in(store, referring, names),
    )


def _first(steps: list[Step], action: str) -> list[Step]:
    order = list(records.TABLES)
    some = sorted((one for one in steps if one.action == action), key=lambda one: order.index(one.kind))
    return some[:MOST]


def _fields(store: Store, step: Step) -> Iterator[FieldBack]:
    kind = records.TABLES[step.kind]
    present = rows.get(store, kind, step.id) or {}
    past = rows.from_row(kind, dict(step.values))
    for name, then in past.items():
        yield FieldBack(kind, step.id, kind.field(name), present.get(name), then)


def _going(store: Store, step: Step) -> RowBack:
    kind = records.TABLES[step.kind]
    record = rows.get(store, kind, step.id) or {"id": step.id}
    return RowBack(kind.name, step.id, targets.title(store, kind, record))


def _coming(store: Store, steps: list[Step]) -> list[RowBack]:
    """What comes back, named by what comes back with it where the dataset does not have that."""
    found: list[RowBack] = []
    named: dict[str, str] = {}
    for step in steps:
        kind = records.TABLES[step.kind]
        found.append(RowBack(kind.name, step.id, targets.title(store, kind, _past(store, kind, step), named)))
        named |= {step.id: found[-1].title} if kind.title else {}
    return found


def _part(store: Store, step: Step) -> PartBack:
    """Of a claim what it says, of what, and whose word it is; of a name whose it is."""
    kind = records.KINDS[step.kind]
    one = _past(store, kind, step) if step.action == "restore" else rows.get(store, kind, step.id) or {}
    if kind is records.CLAIM:
        what = f"{one.get('field')} of {one.get('record')}: {one.get('value')} ({one.get('source') or 'the curator'})"
    else:
        what = f"{one.get('name')} ({one.get('record')})"
    return PartBack(step.action, kind.name, what)


def _past(store: Store, kind: Kind, step: Step) -> Record:
    names = [one.name for one in kind.fields]
    held = dict(rolling_back.held_whole(store, kind, names, [step.whole or 0]))
    return {"id": step.id} | rows.from_row(kind, held.get(step.whole or 0, {}))
