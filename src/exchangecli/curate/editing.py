"""Changing records: ``field=value``, ``field+=value``, ``field-=value``, ``field!``, for one record or many."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import claims, targets, values
from exchangecli.curate.claims import Citation
from exchangecli.curate.targets import Targets
from exchangecli.curate.values import Entry
from exchangecli.model import dates, records, types
from exchangecli.model.distances import moved, read_distance
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record, Rules
from exchangecli.store import finding, listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

ASSIGNMENT = re.compile(r"(?P<field>[A-Za-z][\w-]*?)(?:(?P<sign>\+=|-=|=)(?P<text>.*)|!)", re.DOTALL)


class Assignment(NamedTuple):
    """One thing to do to a field: ``=``, ``+=``, ``-=`` with a text, or ``!`` (empty it)."""

    field: str
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What would change in one record."""

    id: str
    title: str
    before: Record
    entry: Entry


@dataclass(frozen=True, slots=True)
class EditPlan:
    """What an edit would change; records in which nothing differs are left out."""

    kind: Kind
    changes: list[Change]


def split(arguments: Sequence[str]) -> tuple[list[str], list[Assignment]]:
    """Part the words of the command into those that say which records and those that say what to do."""
    words, assignments = [], []
    for number, argument in enumerate(arguments):
        found = ASSIGNMENT.fullmatch(argument)
        if not found or number == 0:
            words.append(argument)
            continue
        sign, text = found["sign"] or "!", (found["text"] or "").strip()
        if sign != "!" and not text:
            raise errors.EmptyAssignment(found["field"])
        assignments.append(Assignment(found["field"].lower().replace("-", "_"), sign, text))
    return words, assignments


def plan(store: Store, meant: Targets, assignments: Iterable[Assignment], *, citing: bool = False) -> EditPlan:
    """Work out what would change.

    Args:
        store: the dataset.
        meant: the records.
        assignments: what to do to their fields.
        citing: keep also what would stay as it is, because a source is to be cited for it.

    Raises:
        UnknownField, NotEditable, NotAList, NotCitable, FieldProblems: what cannot be done, before anything is.
    """
    kind, found = meant
    if citing and kind.name not in records.CITABLE:
        raise errors.NotCitable(kind.name)
    wanted = list(assignments)
    for one in wanted:
        _allow(kind, one)
    rules = Rules(listing.readings(store))
    fixed = values.read_entry(store, kind, {one.field: one.text for one in wanted if _is_fixed(kind, one)}, rules)
    entries = [(record, _entry(store, kind, record, fixed, wanted, rules)) for record in found]
    changes = [_change(store, kind, record, entry, citing=citing) for record, entry in entries]
    return EditPlan(kind, [change for change in changes if change])


def apply(
    store: Store,
    command: Command,
    shown: EditPlan,
    again: Callable[[], EditPlan],
    citation: Citation,
) -> None:
    """Make the changes, as one operation: cited where there is a source, else as the curator's own decision.

    Args:
        store: the dataset.
        command: for the log.
        shown: the plan a person agreed to.
        again: makes the plan anew, now that nobody else can write.
        citation: what the new values rest on.

    Raises:
        ChangedMeanwhile: the plan is another one now.
    """
    with operation(store, command):
        if again() != shown:
            raise errors.ChangedMeanwhile
        for change in shown.changes:
            rows.update(store, shown.kind, change.id, change.entry.values)
            if shown.kind.name in records.CITABLE:
                claims.keep(store, _support(store, command, shown.kind, change, citation))


def _support(store: Store, command: Command, kind: Kind, change: Change, citation: Citation) -> list[Record]:
    """What the new values rest on from now on; not those of a claim, which is evidence itself."""
    if citation.source is None:
        return claims.decide(store, kind, change.id, change.entry, command.reason)
    claims.correct(store, change.id, change.entry, citation.source)
    return claims.cite(store, kind, change.id, change.entry, citation)


def titles(store: Store, todo: EditPlan) -> dict[str, str]:
    """The names of the records that old and new values refer to."""
    both = [change.before for change in todo.changes] + [change.entry.values for change in todo.changes]
    return finding.titles_in(store, both, [field.name for field in todo.kind.references()])


def _allow(kind: Kind, assignment: Assignment) -> None:
    one = kind.field(assignment.field)
    if one.name == "id":
        raise errors.NotEditable("id", "never changes once made")
    if assignment.sign == "!" and one.required:
        raise errors.NotEditable(one.name, f"cannot be emptied: every {kind.name} has one")
    if assignment.sign in ("+=", "-=") and not one.type.many:
        raise errors.NotAList(one.name)


def _is_fixed(kind: Kind, assignment: Assignment) -> bool:
    """Whether the new value is the same for every record, so that it is read once."""
    return assignment.sign == "=" and not _is_shift(kind.field(assignment.field), assignment.text)


def _is_shift(one: Field, text: str) -> bool:
    return one.type in (types.DATE, types.END_DATE) and read_distance(text) is not None


def _entry(
    store: Store, kind: Kind, record: Record, fixed: Entry, assignments: Sequence[Assignment], rules: Rules
) -> Entry:
    """The new values of one record's fields, in the order in which they were asked for."""
    entry = Entry(dict(fixed.values), dict(fixed.printed), dict(fixed.inferred))
    for one in assignments:
        if not _is_fixed(kind, one):
            old = entry.values.get(one.field, record[one.field])
            entry.values[one.field] = _computed(store, kind.field(one.field), old, one, rules)
    named = [one.field for one in assignments]
    shift = next(
        (one for one in assignments if one.field == "start" and one.sign == "=" and not _is_fixed(kind, one)), None
    )
    if shift and "end" not in named and _is_day(record.get("end")):
        entry.values["end"] = _shifted(kind.field("end"), record["end"], shift.text)
    entry.values = {name: entry.values[name] for name in (*named, *entry.values)}
    return entry


def _change(store: Store, kind: Kind, record: Record, entry: Entry, *, citing: bool) -> Change | None:
    if not citing:
        entry.values = {name: value for name, value in entry.values.items() if value != record[name]}
    if not entry.values:
        return None
    after = record | entry.values
    lacking = kind.missing(after)
    if lacking:
        raise errors.NotEditable(lacking[0], f"must stay in {record['id']}")
    values.check(store, kind, after)
    before = {name: record[name] for name in entry.values}
    return Change(record["id"], targets.title(store, kind, record), before, entry)


def _computed(store: Store, one: Field, old: types.Value, assignment: Assignment, rules: Rules) -> types.Value:
    """The new value, where it depends on the old one."""
    if assignment.sign == "!":
        return None
    if assignment.sign == "=":
        return _shifted(one, old, assignment.text)
    try:
        read = values.read_value(store, one, assignment.text, rules).value
    except errors.ExchangeError as problem:
        raise errors.FieldProblems([(one.name, problem)]) from None
    items = read if isinstance(read, list) else []
    present = old if isinstance(old, list) else []
    if assignment.sign == "+=":
        return present + [item for item in items if item not in present] or None
    return [item for item in present if item not in items] or None


def _is_day(value: types.Value) -> bool:
    return isinstance(value, str) and dates.is_readable(value) and dates.is_precise(value)


def _shifted(one: Field, old: types.Value, text: str) -> str | None:
    """A day moved by a distance such as ``+1d`` or ``-2m``."""
    distance = read_distance(text)
    if old is None or distance is None:
        return None
    if not _is_day(old):
        refusal = errors.ValueProblem(str(old), f"is no single day, so it cannot be moved by {text}")
        raise errors.FieldProblems([(one.name, refusal)])
    try:
        return moved(date.fromisoformat(str(old)), distance).isoformat()
    except (ValueError, OverflowError):
        refusal = errors.ValueProblem(str(old), f"cannot be moved by {text}: the calendar ends before")
        raise errors.FieldProblems([(one.name, refusal)]) from None
