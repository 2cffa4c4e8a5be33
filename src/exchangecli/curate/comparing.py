"""How what an article says stands beside the dataset, before anybody accepts it: it agrees, adds, or conflicts."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import proposed, sessions, values
from exchangecli.curate.joining import Joiner, Match
from exchangecli.curate.proposed import ACCEPTED, Proposed
from exchangecli.extract import confidence
from exchangecli.model import cells, conflicts, names, records
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.likeness import NEW, SAME
from exchangecli.model.names import Level
from exchangecli.model.types import Record, Rules
from exchangecli.store import listing, rows
from exchangecli.store.opening import Store

AGREES, ADDS, CONFLICTS = ("agrees", "adds", "conflicts")


class Beside(NamedTuple):
    """How a proposal stands beside the dataset.

    Attributes:
        word: ``agrees``, ``adds`` or ``conflicts``; empty where the dataset knows nothing of what it is about.
        field: of a conflict, the field in which it is.
        against: of a conflict, the value in force, as claims hold it.
        name: of a role, the name of the participant that it joins, where what the article calls it conflicts with that.
    """

    word: str = ""
    field: str = ""
    against: str = ""
    name: str = ""


class Compared(NamedTuple):
    """A proposal, with what the dataset has to do with it.

    Attributes:
        proposed: the proposal.
        event: which event its event is; None where it belongs to none.
        match: which record it is, or what it is about: the participant of a role, the programme; else the event.
        beside: how it stands beside the dataset.
    """

    proposed: Proposed
    event: Match | None
    match: Match
    beside: Beside


class Comparison:
    """Holds the proposals of one source against the dataset."""

    def __init__(self, store: Store, said: Sequence[Proposed]) -> None:
        self.store = store
        self.said = said
        self.joiner = Joiner(store, said)
        self.rules: Rules = listing.rules(store)
        self.records: dict[tuple[str, str], Record | None] = {}
        self.other_names: dict[str, list[Record]] = {}

    def of(self, one: Proposed) -> Compared:
        """How one proposal stands."""
        event = self.event(one)
        match = self.match(one, event)
        compare = BESIDE.get(one.said.field, _field)
        beside = Beside() if one.status == ACCEPTED else compare(self, one, event, match)
        return Compared(one, event, match, beside)

    def event(self, one: Proposed) -> Match | None:
        """Which event its event is: the one that it was accepted as, or that it may be."""
        if one.event:
            return _accepted(self.store, one.event)
        if one.said.event is None:
            return None
        title = proposed.title_of(self.said, one.said.event)
        if title and title.status == ACCEPTED and title.record:
            return _accepted(self.store, title.record)
        return self.joiner.event(one.said.event)

    def match(self, one: Proposed, event: Match | None) -> Match:
        """Which record it is, or what it is about."""
        said = one.said
        if said.field == "role":
            return self.joiner.participant(said.value, said.kind or "", said.country or "")
        if said.field == "programme":
            return self.joiner.programme(said.value)
        if said.field == "launch" and said.of:
            return self.joiner.programme(said.of)
        if said.field == "origin":
            return Match(SAME, one.source)
        return event if event and not said.of else self.named(said.of or "")

    def named(self, name: str) -> Match:
        """What a fact names that is about something else than its event."""
        title = proposed.title_called(self.said, name)
        if title:
            return self.event(title) or Match(NEW)
        found = [self.joiner.participant(name), self.joiner.programme(name)]
        return next((match for match in found if match.verdict == SAME), found[0])

    def record(self, kind: Kind, match: Match | None) -> Record | None:
        """The record of a match, as it stands."""
        return self.known(kind, match.record) if match and match.record else None

    def known(self, kind: Kind, record: str) -> Record | None:
        """A record, read once."""
        place = kind.name, record
        if place not in self.records:
            self.records[place] = rows.get(self.store, kind, record)
        return self.records[place]

    def named_else(self, record: str) -> list[str]:
        """The other names of a record, its acronym among them, read once."""
        if record not in self.other_names:
            self.other_names[record] = rows.belonging(self.store, records.NAME, "record", record)
        participant = self.known(records.PARTICIPANT, record) or {}
        return [str(participant.get("acronym") or ""), *(str(other["name"]) for other in self.other_names[record])]


def of_source(store: Store, source: str, only: Iterable[str] | None = None) -> list[Compared]:
    """The proposals of a source beside the dataset, in the order of its text; those with these ids, or all."""
    said = proposed.of_source(store, source)
    comparison = Comparison(store, said)
    wanted = None if only is None else set(only)
    return [comparison.of(one) for one in said if wanted is None or one.id in wanted]


def _accepted(store: Store, event: str) -> Match:
    found = rows.alive(store, records.EVENT, event)
    if found is None:
        return Match(NEW, reasons=(f"{event}, which it was accepted as, is gone",))
    title = str(found["title"])
    return Match(SAME, str(found["id"]), title, ("accepted so",), ((str(found["id"]), title),))


# --- beside the dataset -----------------------------------------------------------------------------------------


def _of_value(comparison: Comparison, kind: Kind, record: Record | None, field: str, text: str) -> Beside:
    """How a value stands beside the one in force."""
    if record is None:
        return Beside()
    if record[field] is None:
        return Beside(ADDS)
    try:
        value = values.read_value(comparison.store, kind.field(field), text, comparison.rules).value
    except errors.ExchangeError:
        return Beside()
    one, other = cells.to_cell(record[field]), cells.to_cell(value)
    alike = conflicts.likeness(field, one, other)
    more = alike == conflicts.LESS_COMPLETE and len(cells.items(other)) > len(cells.items(one))
    return Beside(ADDS) if more else Beside(AGREES) if alike else Beside(CONFLICTS, field, one)


def _field(comparison: Comparison, one: Proposed, event: Match | None, _match: Match) -> Beside:
    record = comparison.record(records.EVENT, event)
    return _of_value(comparison, records.EVENT, record, one.said.field, one.said.value)


def _list(comparison: Comparison, one: Proposed, event: Match | None, _match: Match) -> Beside:
    found = _field(comparison, one, event, _match)
    return Beside(ADDS) if found.word == CONFLICTS else found


def _title(comparison: Comparison, one: Proposed, event: Match | None, _match: Match) -> Beside:
    return _called(comparison, records.EVENT, event, one.said.value, strictly=True)


def _called(comparison: Comparison, kind: Kind, match: Match | None, name: str, *, strictly: bool = False) -> Beside:
    """How a name stands beside those of a record; another order of its words is no statement, unless any is."""
    record = comparison.record(kind, match)
    if record is None:
        return Beside()
    own = str(record[kind.title])
    known = [own, *comparison.named_else(str(record["id"]))]
    if fold(name) in map(fold, known) or name != comparison.joiner.in_full(name):
        return Beside(AGREES)
    spelled = names.alike(name, own).level in (Level.REORDERED, Level.RESPELLED)
    return Beside(AGREES) if spelled and not strictly else Beside(CONFLICTS, kind.title, own)


def _role(comparison: Comparison, one: Proposed, event: Match | None, match: Match) -> Beside:
    name = _called(comparison, records.PARTICIPANT, match, one.said.value)
    role = _part(comparison, one, event, match)
    if name.word != CONFLICTS:
        return role
    return role._replace(name=name.against) if role.word == CONFLICTS else name._replace(name=name.against)


def _part(comparison: Comparison, one: Proposed, event: Match | None, match: Match) -> Beside:
    """How what somebody was at an event stands beside what they were there by others."""
    if comparison.record(records.EVENT, event) is None:
        return Beside()
    condition = "event = ? AND participant = ?"
    held = list(rows.where(comparison.store, records.ROLE, condition, [str(event and event.record), match.record]))
    if one.said.role in [role["role"] for role in held]:
        return Beside(AGREES)
    family = conflicts.families()
    own = family.get(str(one.said.role))
    excluded = next((role for role in held if own and family.get(str(role["role"])) == own), None)
    if excluded and not one.said.session and not excluded["session"]:
        return Beside(CONFLICTS, "role", str(excluded["role"]))
    return Beside(ADDS)


def _session(comparison: Comparison, one: Proposed, event: Match | None, _match: Match) -> Beside:
    if comparison.record(records.EVENT, event) is None:
        return Beside()
    return Beside(AGREES if sessions.find(comparison.store, str(event and event.record), one.said.value) else ADDS)


def _theme(comparison: Comparison, one: Proposed, event: Match | None, match: Match) -> Beside:
    if not one.said.session:
        return _field(comparison, one, event, match)
    if comparison.record(records.EVENT, event) is None:
        return Beside()
    session = sessions.find(comparison.store, str(event and event.record), one.said.session)
    return _of_value(comparison, records.SESSION, session, "theme", one.said.value) if session else Beside(ADDS)


def _programme(comparison: Comparison, _one: Proposed, event: Match | None, match: Match) -> Beside:
    record = comparison.record(records.EVENT, event)
    if record is None:
        return Beside()
    return Beside(AGREES if match.record in (record["programme"], *(record["also_under"] or ())) else ADDS)


def _launch(comparison: Comparison, one: Proposed, event: Match | None, match: Match) -> Beside:
    record = comparison.record(records.EVENT, event)
    programme = comparison.record(records.PROGRAMME, match)
    if programme is None and record and record["programme"]:
        programme = comparison.known(records.PROGRAMME, str(record["programme"]))
    return _of_value(comparison, records.PROGRAMME, programme, "start", one.said.value)


def _figure(comparison: Comparison, one: Proposed, _event: Match | None, match: Match) -> Beside:
    if not match.record:
        return Beside()
    stated = rows.belonging(comparison.store, records.FIGURE, "record", match.record)
    same = [cells.as_text(each["value"]) for each in stated if each["measure"] == one.said.measure]
    return Beside(AGREES if one.said.value in same else ADDS)


def _name(comparison: Comparison, one: Proposed, _event: Match | None, match: Match) -> Beside:
    if not match.record:
        return Beside()
    known = [match.title, *comparison.named_else(match.record)]
    return Beside(AGREES if fold(one.said.value) in map(fold, known) else ADDS)


def _origin(comparison: Comparison, one: Proposed, _event: Match | None, _match: Match) -> Beside:
    source = comparison.known(records.SOURCE, one.source)
    return _of_value(comparison, records.SOURCE, source, "origin", one.said.value)


Compare = Callable[[Comparison, Proposed, "Match | None", Match], Beside]

BESIDE: dict[str, Compare] = {
    "title": _title,
    "taking_part": _list,
    "role": _role,
    "session": _session,
    "theme": _theme,
    "programme": _programme,
    "launch": _launch,
    "figure": _figure,
    "name": _name,
    "origin": _origin,
}
"""The field of a proposal -> how it is compared, where it is not a plain field of the event."""


# --- for programs -----------------------------------------------------------------------------------------------

TOLD = (
    "event", "field", "value", "role", "quote", "start", "end", "rule", "as_printed", "inferred", "of", "session",
    "position", "printed_role", "capacity", "affiliation", "kind", "country", "measure", "unit", "approximate",
)  # fmt: skip


def as_json(one: Compared) -> dict[str, object]:
    """A proposal for a program, with the existing record it would join and how it stands beside it."""
    kept, event = one.proposed, one.event
    said = {name: getattr(kept.said, name) for name in TOLD}
    differing = dict.fromkeys(filter(None, (one.beside.against, one.beside.name)))
    conflict = f" with {' and '.join(differing)}" if one.beside.word == CONFLICTS else ""
    return {
        "id": kept.id,
        **said,
        "confidence": confidence.of(kept.said.rule),
        "matches": kept.record if kept.status == ACCEPTED else one.match.record,
        "verdict": one.match.verdict,
        "why": one.match.why or None,
        "beside": f"{one.beside.word}{conflict}" or None,
        "event_record": event.record if event else None,
        "source": kept.source,
        "status": kept.status,
        "record": kept.record,
    }
