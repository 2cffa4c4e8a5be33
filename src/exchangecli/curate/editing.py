"""Changing records: ``field=value``, ``field+=value``, ``field-=value``, ``field!``, for one record or many."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from exchangecli import errors
from exchangecli.curate import claims, decisions, evidence, targets, values
from exchangecli.curate.assignments import Assignment
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

LIST_SIGNS = ("+=", "-=")


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


def plan(store: Store, meant: Targets, assignments: Iterable[Assignment], *, citing: bool = False) -> EditPlan:
    """Work out what would change.

    Args:
        store: the dataset.
        meant: the records.
        assignments: what to do to their fields.
        citing: keep also what would stay as it is, because a source is to be cited for it.

    Raises:
        UnknownField, NotEditable, NotAList, NotCitable, FieldProblems: what cannot be done, before anything is.
        SeveralProblems: several of them.
        RecordProblems: what cannot be done in some of many records, all of it.
    """
    kind, found = meant
    if citing and kind.name not in records.CITABLE:
        raise errors.NotCitable(kind.name)
    wanted = _read(store, kind, assignments)
    changes: list[Change] = []
    refused: list[tuple[str, errors.ExchangeError]] = []
    for record in found:
        try:
            change = _change(store, kind, record, _entry(kind, record, wanted), citing=citing)
        except errors.ExchangeError as problem:
            refused.append((record["id"], problem))
        else:
            changes += [change] if change else []
    if refused:
        raise refused[0][1] if len(found) == 1 else errors.RecordProblems(kind.plural, len(found), refused)
    return EditPlan(kind, changes)


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
                _support(store, command, shown.kind, change, citation)


def _support(store: Store, command: Command, kind: Kind, change: Change, citation: Citation) -> None:
    """What the new values rest on from now on; not those of a claim, which is evidence itself."""
    if citation.source is None:
        decisions.decide(store, kind, change.id, change.entry, command.reason)
        return
    claims.correct(store, change.id, change.entry, citation.source)
    claims.keep(store, claims.cite(store, kind, change.id, change.entry, citation))
    evidence.weigh(store, kind, change.id, change.entry.values)


def titles(store: Store, todo: EditPlan) -> dict[str, str]:
    """The names of the records that old and new values refer to."""
    both = [change.before for change in todo.changes] + [change.entry.values for change in todo.changes]
    return finding.titles_in(store, both, [field.name for field in todo.kind.references()])


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be done to every record, read as far as it is the same for all of them.

    Attributes:
        assignments: in the order in which they were asked for.
        fixed: the values that do not depend on a record's own.
        items: of ``+=`` and ``-=``: what is added or taken out.
    """

    assignments: Sequence[Assignment]
    fixed: Entry
    items: Mapping[Assignment, list[str]]


def _read(store: Store, kind: Kind, assignments: Iterable[Assignment]) -> _Wanted:
    """Read each text once; all that is wrong is told together."""
    rules = listing.rules(store)
    problems: list[errors.ExchangeError] = []
    allowed: list[Assignment] = []
    for one in assignments:
        with _noted(problems):
            _allow(kind, one)
            allowed.append(one)
    fixed = Entry()
    with _noted(problems):
        texts = {one.field: one.text for one in allowed if _is_fixed(kind, one)}
        fixed = values.read_entry(store, kind, texts, rules)
    items: dict[Assignment, list[str]] = {}
    for one in allowed:
        if one.sign in LIST_SIGNS:
            with _noted(problems):
                items[one] = _items(store, kind.field(one.field), one.text, rules)
    if problems:
        raise errors.together(problems)
    return _Wanted(allowed, fixed, items)


@contextmanager
def _noted(problems: list[errors.ExchangeError]) -> Iterator[None]:
    """Note a refusal and go on."""
    try:
        yield
    except errors.ExchangeError as problem:
        problems.append(problem)


def _allow(kind: Kind, assignment: Assignment) -> None:
    one = kind.field(assignment.field)
    if one.name == "id":
        raise errors.NotEditable("id", "never changes once made")
    if assignment.sign == "!" and one.required:
        raise errors.NotEditable(one.name, f"cannot be emptied: every {kind.name} has one")
    if assignment.sign in LIST_SIGNS and not one.type.many:
        raise errors.NotAList(one.name)


def _items(store: Store, one: Field, text: str, rules: Rules) -> list[str]:
    try:
        read = values.read_value(store, one, text, rules).value
    except errors.ExchangeError as problem:
        raise errors.FieldProblems([(one.name, problem)]) from None
    return read if isinstance(read, list) else []


def _is_fixed(kind: Kind, assignment: Assignment) -> bool:
    """Whether the new value is the same for every record, so that it is read once."""
    return assignment.sign == "=" and not _is_shift(kind.field(assignment.field), assignment.text)


def _is_shift(one: Field, text: str) -> bool:
    return one.type in (types.DATE, types.END_DATE) and read_distance(text) is not None


def _entry(kind: Kind, record: Record, wanted: _Wanted) -> Entry:
    """The new values of one record's fields, in the order in which they were asked for."""
    entry = Entry(dict(wanted.fixed.values), dict(wanted.fixed.printed), dict(wanted.fixed.inferred))
    problems: list[tuple[str, errors.ExchangeError]] = []
    for one in _computed_ones(kind, record, wanted.assignments):
        old = entry.values.get(one.field, record[one.field])
        try:
            entry.values[one.field] = _computed(old, one, wanted.items.get(one, []))
        except errors.ValueProblem as problem:
            problems.append((one.field, problem))
    if problems:
        raise errors.FieldProblems(problems)
    named = [one.field for one in wanted.assignments]
    entry.values = {name: entry.values[name] for name in (*named, *entry.values)}
    return entry


def _computed_ones(kind: Kind, record: Record, assignments: Sequence[Assignment]) -> list[Assignment]:
    """The assignments whose outcome is another in each record; the last day moves along with the first."""
    computed = [one for one in assignments if not _is_fixed(kind, one)]
    shift = next((one for one in computed if one.field == "start" and one.sign == "="), None)
    if shift and all(one.field != "end" for one in assignments) and _is_day(record.get("end")):
        computed.append(Assignment("end", "=", shift.text))
    return computed


def _change(store: Store, kind: Kind, record: Record, entry: Entry, *, citing: bool) -> Change | None:
    if not citing:
        entry.values = {name: value for name, value in entry.values.items() if value != record[name]}
    if not entry.values:
        return None
    after = record | entry.values
    lacking = kind.missing(after)
    if lacking:
        raise errors.NotEditable(lacking[0], f"must be there; give it a value: every {kind.name} has one")
    values.check(store, kind, after)
    before = {name: record[name] for name in entry.values}
    return Change(record["id"], targets.title(store, kind, record), before, entry)


def _computed(old: types.Value, assignment: Assignment, items: Sequence[str]) -> types.Value:
    """The new value, where it depends on the old one."""
    present = old if isinstance(old, list) else []
    match assignment.sign:
        case "!":
            return None
        case "+=":
            return present + [item for item in items if item not in present] or None
        case "-=":
            return [item for item in present if item not in items] or None
    return _shifted(old, assignment.text)


def _is_day(value: types.Value) -> bool:
    return isinstance(value, str) and dates.is_readable(value) and dates.is_precise(value)


def _shifted(old: types.Value, text: str) -> str | None:
    """A day moved by a distance such as ``+1d`` or ``-2m``."""
    distance = read_distance(text)
    if old is None or distance is None:
        return None
    if not _is_day(old):
        raise errors.ValueProblem(str(old), f"is no single day, so it cannot be moved by {text}")
    try:
        return moved(date.fromisoformat(str(old)), distance).isoformat()
    except (ValueError, OverflowError):
        raise errors.ValueProblem(str(old), f"cannot be moved by {text}: the calendar ends before") from None
