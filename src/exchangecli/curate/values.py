"""Reads what a person gives for the fields of one record: types from the model, references from the dataset."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from exchangecli import errors
from exchangecli.curate import memberships
from exchangecli.model import cells, dates, records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Reading, Record, Rules, Text
from exchangecli.store import finding, rows
from exchangecli.store.opening import Store


@dataclass(slots=True)
class Entry:
    """The values of one record as they were read.

    Attributes:
        values: field -> value, of the fields that were given, and of their companions.
        printed: field -> the text as it was given.
        inferred: field -> why it was read so, where the words do not say it alone.
    """

    values: Record = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    inferred: dict[str, str] = field(default_factory=dict)


def by_name(_kind: Kind, name: str) -> str:
    """A field by its name, as ``edit`` takes it."""
    return name


def as_option(kind: Kind, name: str) -> str:
    """A field as ``add-*`` takes it: ``--start``."""
    return kind.field(name).option


def read_entry(
    store: Store,
    kind: Kind,
    texts: Mapping[str, Text],
    rules: Rules,
    place: Callable[[Kind, str], str] = by_name,
) -> Entry:
    """Read the texts given for some fields of a record.

    Args:
        store: to find the records that are referred to.
        kind: of the record.
        texts: field -> text; the items of a list stand apart, or are parted as its type says. A blank text says
            nothing.
        rules: how ambiguous names and dates are read.
        place: how a problem names its field.

    Raises:
        FieldProblems: all that is wrong, each with its place.
    """
    entry = Entry()
    problems: list[tuple[str, errors.ExchangeError]] = []
    for name, text in texts.items():
        one = kind.field(name)
        if not cells.as_text(text).strip():
            continue
        try:
            reading = read_value(store, one, text, rules)
        except errors.ExchangeError as problem:
            problems.append((place(kind, name), problem))
            continue
        _enter(entry, kind, one, text, reading, given=texts)
    if problems:
        raise errors.FieldProblems(problems)
    return entry


def _enter(entry: Entry, kind: Kind, one: Field, text: Text, reading: Reading, given: Mapping[str, Text]) -> None:
    entry.values[one.name] = reading.value
    entry.printed[one.name] = cells.as_text(text).strip()
    if reading.inferred:
        entry.inferred[one.name] = reading.inferred
    if one.companion is None or one.companion in given:
        return
    # "200" after "some 3,000" is no round figure any more, while a new first day leaves the last one as it was.
    is_flag = kind.field(one.companion).type is types.FLAG
    if reading.companion is not None or is_flag:
        entry.values[one.companion] = reading.companion
    if reading.companion is not None:
        entry.printed[one.companion] = entry.printed[one.name]


def read_value(store: Store, one: Field, text: Text, rules: Rules) -> Reading:
    """Read one text, or the items of a list, as the value of a field.

    Raises:
        ExchangeError: what is wrong with it.
    """
    refer = REFERRING.get(one.type.name)
    return refer(store, one, text, rules) if refer else types.read(one.type, text, one.of, rules)


# --- references -------------------------------------------------------------------------------------------------


def _reference(store: Store, one: Field, text: str, rules: Rules) -> Reading:
    elsewhere = (one.companion,) if one.companion in records.KINDS else ()
    found = finding.resolve(store, text, (*one.kinds, *elsewhere), starts=rules.starts)
    if found.kind in elsewhere:
        return Reading(None, companion=found.id)
    return Reading(found.id)


def _origin(store: Store, one: Field, text: str, rules: Rules) -> Reading:
    known = text.strip().lower()
    return Reading(known) if known == "unknown" else _reference(store, one, text, rules)


def _references(store: Store, one: Field, text: str, rules: Rules) -> Reading:
    found = [finding.resolve(store, item, one.kinds, starts=rules.starts).id for item in types.items(one.type, text)]
    return Reading(list(dict.fromkeys(found)) or None)


def _affiliations(store: Store, one: Field, text: str, _rules: Rules) -> Reading:
    """Participants by id or name; what is no participant of the dataset stays as it is written."""
    return Reading([_participant_or_text(store, item) for item in types.items(one.type, text)] or None)


def _participant_or_text(store: Store, text: str) -> str:
    named = finding.named(store, text, ("participant",))
    return named[0].id if len(named) == 1 else text


def _party(store: Store, one: Field, text: str, rules: Rules) -> Reading:
    named = finding.named(store, text, one.kinds)
    return Reading(named[0].id) if len(named) == 1 else types.PLACES.read(text, None, rules)


def _member(store: Store, one: Field, text: str, rules: Rules) -> Reading:
    """A country or a body that every dataset knows; else a participant, as of bodies of one's own."""
    try:
        return types.read(one.type, text, one.of, rules)
    except errors.NoMember:
        named = finding.named(store, text, one.kinds)
        if len(named) != 1:
            raise
        return Reading(named[0].id)


Refer: TypeAlias = Callable[[Store, Field, Any, Rules], Reading]

REFERRING: dict[str, Refer] = {
    types.REFERENCE.name: _reference,
    types.REFERENCES.name: _references,
    types.ORIGIN.name: _origin,
    types.AFFILIATIONS.name: _affiliations,
    types.PARTY.name: _party,
    types.MEMBER.name: _member,
}


# --- what must hold within a record, and along its references -----------------------------------------------------


def check(store: Store, kind: Kind, record: Record) -> None:
    """Refuse a record whose values contradict each other.

    Raises:
        FieldProblems: an end before the start, an event within itself, a session of another event, a country that
            is a member of one group twice at a time.
    """
    problems: list[tuple[str, errors.ExchangeError]] = []
    start, end = record.get("start"), record.get("end")
    if start and end and all(map(dates.is_readable, (start, end))) and dates.latest(end) < dates.earliest(start):
        problems.append(("end", errors.ValueProblem(end, f"lies before the start, {start}")))
    problems += [
        (name, errors.ValueProblem(record[name], "is this record, or a part of it"))
        for name in ("part_of", "parent")
        if record.get(name) and _leads_back(store, kind, name, record)
    ]
    if kind is records.ROLE and record.get("session") and not _session_fits(store, record):
        problems.append(("session", errors.ValueProblem(record["session"], "is a session of another event")))
    if kind is records.SESSION and _roles_elsewhere(store, record):
        problems.append(
            ("event", errors.ValueProblem(record["event"], "is not the event of the roles in this session"))
        )
    if kind is records.MEMBERSHIP:
        problems += [("member", problem) for problem in memberships.overlaps(store, record)]
    if kind.has("end_time") and _ends_too_early(record):
        problems.append(
            ("end_time", errors.ValueProblem(record["end_time"], f"lies before the start, {record['start_time']}"))
        )
    if problems:
        raise errors.FieldProblems(problems)


def _ends_too_early(record: Record) -> bool:
    """Whether it would end before it begins, on one and the same day."""
    start, end = record.get("start_time"), record.get("end_time")
    return bool(start and end and end < start and not record.get("end"))


def _roles_elsewhere(store: Store, session: Record) -> bool:
    held = rows.belonging(store, records.ROLE, "session", session["id"])
    return any(role["event"] != session["event"] for role in held)


def _leads_back(store: Store, kind: Kind, name: str, record: Record) -> bool:
    seen = {record["id"]}
    above = record[name]
    while above and above not in seen:
        seen.add(above)
        found = rows.get(store, kind, above)
        above = found[name] if found else None
    return above is not None


def _session_fits(store: Store, role: Record) -> bool:
    session = rows.get(store, records.SESSION, role["session"])
    return session is not None and session["event"] == role.get("event")
