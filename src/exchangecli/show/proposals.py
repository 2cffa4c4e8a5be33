"""What articles state: event by event, each fact with its words and how it stands beside the dataset."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from exchangecli.curate.accepting import Outcome
from exchangecli.curate.comparing import CONFLICTS, Beside, Compared
from exchangecli.curate.joining import Match
from exchangecli.extract import confidence
from exchangecli.extract.proposals import Proposal
from exchangecli.model import records
from exchangecli.model.likeness import PERHAPS, SAME
from exchangecli.show import console, tables, values
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table

NOTHING = "nothing that it states can be proposed"

NO_EVENT = "Of no event"

LONGEST_QUOTE = 120
"""Of a longer quotation the beginning is shown; ``--json`` has all of it."""


def show(found: Sequence[Compared], *, with_status: bool = False) -> None:
    """Show proposals as it suits whoever reads: under each event a table of its facts."""
    for heading, table in of_events(found, with_status=with_status):
        console.write_line(heading)
        tables.show(table)
        console.write_line("")


def of_events(found: Sequence[Compared], *, with_status: bool = False) -> Iterator[tuple[str, Table]]:
    """Each event with the table of its facts; what belongs to none comes last."""
    order = dict.fromkeys(one.proposed.said.event for one in found if one.proposed.said.event)
    places = {event: place for place, event in enumerate(order)}
    by_event = sorted(
        found, key=lambda one: (places.get(one.proposed.said.event or "", len(places)), _place(one.proposed.said.field))
    )
    for _, several in groupby(by_event, lambda one: one.proposed.said.event):
        facts = list(several)
        yield heading(facts[0]), _table(facts, with_status=with_status)


ORDER = (
    *("title", "kind", "status", "start", "end", "venue", "city", "country", "programme", "edition", "launch"),
    *("attendance", "theme", "taking_part", "session", "role", "figure", "name", "origin"),
)
"""The fields of proposals as a person wants to read them; within a field they stand as in the article."""


def _place(field: str) -> int:
    return ORDER.index(field) if field in ORDER else len(ORDER)


def heading(one: Compared) -> str:
    """An event, and which one of the dataset it is, and why."""
    if one.event is None:
        return NO_EVENT
    return plain(f"{one.proposed.said.event} — {which(one.event, 'new')}")


def which(match: Match, new: str) -> str:
    """Which record of the dataset something is, or may be, and why."""
    said = {SAME: f"same as {match.title} ({match.record})", PERHAPS: f"perhaps {match.title} ({match.record})"}
    why = f": {match.why}" if match.why else ""
    return f"{said.get(match.verdict, new)}{why}"


def _table(found: Sequence[Compared], *, with_status: bool) -> Table:
    """The facts of one event; a column in which nothing would stand is left out."""
    columns = [
        (Column("Field"), [field_name(one.proposed.said) for one in found]),
        (Column("Value"), [value(one.proposed.said) for one in found]),
        (Column("In which words"), [_quoted(one.proposed.said.quote) for one in found]),
        (Column("Beside the dataset"), [stands_beside(one) for one in found]),
        (Column("Confidence", right=True, wraps=False), [measured(one.proposed.said.rule) for one in found]),
        (Column("Status", wraps=False), [one.proposed.status if with_status else "" for one in found]),
        (Column("Id", is_id=True, wraps=False), [one.proposed.id for one in found]),
    ]
    kept = [(column, cells) for column, cells in columns if any(cells)]
    rows = list(zip(*(cells for _, cells in kept), strict=True))
    return Table([column for column, _ in kept], rows)


def measured(rule: str) -> str:
    """How often a rule was right, as ``0.93``; empty where that was not measured."""
    share = confidence.of(rule)
    return "" if share is None else f"{share:.2f}"


def _quoted(quote: str) -> str:
    words = " ".join(quote.split())
    cut = words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rpartition(' ')[0]} …"
    return plain(f"“{cut}”")


# --- how it stands ----------------------------------------------------------------------------------------------


def stands_beside(one: Compared) -> str:
    """Who or what of the dataset it names, and how it stands beside what is known of that."""
    return plain("; ".join(part for part in (_joined(one), _stands(one.proposed.said, one.beside)) if part))


def _joined(one: Compared) -> str:
    """The participant or programme that a fact names, where that is one of the dataset."""
    if one.proposed.said.field not in ("role", "programme", "launch", "name") or not one.match.record:
        return ""
    if one.match.verdict == PERHAPS:
        return f"perhaps {one.match.title} ({one.match.record})"
    return "" if one.match.title == one.proposed.said.value else f"is {one.match.title}"


def _stands(said: Proposal, beside: Beside) -> str:
    if beside.word != CONFLICTS:
        return beside.word
    shown = _in_force(said, beside)
    if beside.field == "name":
        return "conflicts with that name"
    return f"conflicts with {shown}{', and with that name' if beside.name else ''}"


def _in_force(said: Proposal, beside: Beside) -> str:
    kind = records.ROLE if beside.field == "role" else records.EVENT
    return (
        _of_field(kind.name, beside.field, beside.against) if kind.has(beside.field) else beside.against or said.value
    )


# --- values -----------------------------------------------------------------------------------------------------


def field_name(said: Proposal) -> str:
    """What a fact is: a field, or the role somebody had."""
    if said.field == "role" and said.role:
        return values.label("roles", said.role)
    return FIELDS.get(said.field) or (
        records.EVENT.field(said.field).heading if records.EVENT.has(said.field) else said.field.capitalize()
    )


FIELDS = {"start": "First day", "end": "Last day", "name": "Other name", "launch": "Launched"}


def value(said: Proposal) -> str:
    """What a fact says, as a person reads it, and why it was read so where the words do not say it alone."""
    shown = VALUES.get(said.field, _plain_field)(said)
    return plain(f"{shown} ({said.inferred})" if said.inferred else shown)


def _plain_field(said: Proposal) -> str:
    return _of_field("event", said.field, said.value)


def _of_field(kind: str, field: str, text: str) -> str:
    """A value as claims hold it, in words: a code by its label, a country by its name, a date as it is printed."""
    one = records.KINDS[kind].field(field) if records.KINDS[kind].has(field) else None
    if one is None or one.type.schema not in ("string", "array"):
        return text
    return values.alone(one, [text] if one.type.many else text, {})


def _attendance(said: Proposal) -> str:
    return values.counted(int(said.value), said.approximate) if said.value.isdecimal() else said.value


def _role(said: Proposal) -> str:
    further = [said.capacity, said.affiliation, values.place(said.country) if said.country else None]
    held = ", ".join(filter(None, further))
    return f"{said.value}{f', {held}' if held else ''}{f' [{said.session}]' if said.session else ''}"


def _theme(said: Proposal) -> str:
    return f"{said.value}{f' [{said.session}]' if said.session else ''}"


def _session(said: Proposal) -> str:
    return f"{said.position}. {said.value}" if said.position else said.value


def _figure(said: Proposal) -> str:
    number = values.counted(int(said.value), said.approximate) if said.value.isdecimal() else said.value
    measure = values.label("measures", said.measure or "")
    about = f" of {said.of}" if said.of else ""
    return f"{measure}: {number}{f' {said.unit}' if said.unit else ''}{about}"


def _name(said: Proposal) -> str:
    kind = values.label("name-kinds", said.kind).lower() if said.kind else "another name"
    return f"{said.value}, {kind} of {said.of or said.event or ''}"


def _launch(said: Proposal) -> str:
    return f"{said.value}{f', {said.of}' if said.of else ''}"


VALUES: dict[str, Callable[[Proposal], str]] = {
    "attendance": _attendance,
    "role": _role,
    "theme": _theme,
    "session": _session,
    "figure": _figure,
    "name": _name,
    "launch": _launch,
}
"""The field of a proposal -> how its value is shown, where it is not that of a plain field."""


# --- what came of it ----------------------------------------------------------------------------------------------


def summary(outcome: Outcome, titles: Mapping[str, str]) -> Iterator[str]:
    """How many were accepted and rejected, and the records that people know by name which they became or joined."""
    if outcome.accepted:
        yield f"accepted {_counted(len(outcome.accepted))}; exchange undo takes that back"
        named = dict.fromkeys(record for record in outcome.accepted.values() if record in titles)
        yield from (f"  {titles[record]} ({record})" for record in named)
    if outcome.rejected:
        yield f"rejected {_counted(len(outcome.rejected))}"
    if not (outcome.accepted or outcome.rejected or outcome.refused):
        yield "nothing to decide: all of it was decided so before"


def _counted(number: int) -> str:
    return "1 proposal" if number == 1 else f"{number} proposals"
