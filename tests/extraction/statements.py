"""What a reading proposes, put in the fields of the truth, so that the two can be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exchangecli.extract.proposals import Proposal
from tests.extraction.agreement import same_words
from tests.extraction.truth import Document

PEOPLE = ("person", "ensemble")
_PLAIN = {
    "title": "event_name",
    "kind": "kind",
    "venue": "venue",
    "city": "city",
    "country": "country",
    "session": "session",
    "attendance": "attendance",
    "edition": "edition",
    "launch": "launch",
    "theme": "theme",
    "programme": "programme",
    "status": "status",
}
"""Fields of a proposal whose value is compared as it stands -> the field of the truth."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one proposal says in a field of the truth; ``values`` are the forms of it of which one must be right."""

    field: str
    event: str | None
    values: tuple[str, ...]
    proposal: Proposal
    role: str | None = None
    person: str | None = None


def _plain(proposal: Proposal) -> Iterator[Statement]:
    if proposal.field == "session" and proposal.value == proposal.role:
        return  # a session without a title has none to be right or wrong
    if proposal.field in _PLAIN:
        yield Statement(_PLAIN[proposal.field], proposal.event, (proposal.value,), proposal)


def _acronym(proposal: Proposal) -> Iterator[Statement]:
    if proposal.field == "name" and proposal.kind == "acronym":
        values = (proposal.value, proposal.of) if proposal.of else (proposal.value,)
        yield Statement("acronym", proposal.event, values, proposal)


def _count(proposal: Proposal) -> Iterator[Statement]:
    if proposal.field == "figure":
        words = " ".join((proposal.unit or "", (proposal.measure or "").replace("_", " "))).strip()
        yield Statement("count", proposal.event, (f"{proposal.value} {words}".strip(),), proposal)


def _role_field(proposal: Proposal, document: Document) -> str:
    """Whose role it is by the truth, else by what the proposal says of itself."""
    for fact in document.facts:
        if fact.roles and same_words(proposal.value, fact.values):
            return fact.field
    return "person_role" if proposal.kind in PEOPLE else "org_role"


def _affiliations(proposal: Proposal) -> tuple[str, ...]:
    said = [word for word in (proposal.capacity, proposal.affiliation) if word]
    both = [" of ".join(said), ", ".join(said)] if len(said) > 1 else []
    return (*said, *both)


def _roles(proposal: Proposal, document: Document) -> Iterator[Statement]:
    if proposal.field != "role":
        return
    field = _role_field(proposal, document)
    yield Statement(field, proposal.event, (proposal.value,), proposal, proposal.role)
    affiliations = _affiliations(proposal)
    if affiliations and field == "person_role":
        yield Statement("person_affil", proposal.event, affiliations, proposal, person=proposal.value)


def _dates(proposals: Iterable[Proposal]) -> Iterator[Statement]:
    """A start and the end that follows it, of one event, are one date."""
    open_starts: dict[str | None, Statement] = {}
    for proposal in sorted(proposals, key=lambda one: (one.start, one.field != "start")):
        if proposal.field == "start":
            if proposal.event in open_starts:
                yield open_starts[proposal.event]
            open_starts[proposal.event] = Statement("date", proposal.event, (proposal.value,), proposal)
        elif proposal.field == "end":
            begun = open_starts.pop(proposal.event, None)
            yield _interval(begun, proposal)
    yield from open_starts.values()


def _interval(begun: Statement | None, end: Proposal) -> Statement:
    if begun is None:
        return Statement("date", end.event, (f"../{end.value}",), end)
    start = begun.values[0]
    return begun if start == end.value else replace(begun, values=(f"{start}/{end.value}",))


def statements(proposals: Iterable[Proposal], document: Document) -> list[Statement]:
    """Everything that proposals say in the fields of the truth, in the order of the article."""
    kept = list(proposals)
    said = [
        statement
        for proposal in kept
        for statement in (*_plain(proposal), *_acronym(proposal), *_count(proposal), *_roles(proposal, document))
    ]
    return sorted([*said, *_dates(kept)], key=lambda statement: statement.proposal.start)
