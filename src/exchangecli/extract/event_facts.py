"""The facts of each event: of all that an article says of its place, its date, its visitors, the best supported."""

from collections.abc import Iterator

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.detail_facts import detail_facts
from exchangecli.extract.making import Making
from exchangecli.extract.name_facts import names_of
from exchangecli.extract.number_facts import number_facts
from exchangecli.extract.page import Page
from exchangecli.extract.place_facts import place_facts
from exchangecli.extract.proposals import Proposal
from exchangecli.extract.sessions import find_sessions
from exchangecli.extract.when import find_when
from exchangecli.model.folding import fold


def event_facts(page: Page, where: Attachment, published: str | None) -> Iterator[Proposal]:
    """All proposals on fields of events, in no particular order."""
    make = Making(page, where)
    for number, draft in enumerate(where.events.drafts):
        yield from names_of(make, number, draft)
    whens = find_when(page, where, published)
    for event, when in whens.items():
        dated = when.dated
        yield make.fact(event, "start", dated.start, dated.place, when.rule, inferred=dated.inferred)
        if dated.end:
            rule = "date:until" if dated.end_place else when.rule
            yield make.fact(event, "end", dated.end, dated.end_place or dated.place, rule, inferred=dated.inferred)
    years = {event: (int(when.dated.start[:4]) if when.dated.has_year else None) for event, when in whens.items()}
    yield from place_facts(page, where, make, years)
    yield from number_facts(page, where, make, years, published)
    yield from detail_facts(page, where, make)
    yield from _sessions(page, where, make)


def _sessions(page: Page, where: Attachment, make: Making) -> Iterator[Proposal]:
    seen: set[str] = set()
    for number, sentence in enumerate(page.sentences):
        for one in find_sessions(page, sentence):
            if fold(one.title) in seen or any(fold(draft.title) == fold(one.title) for draft in where.events.drafts):
                continue
            seen.add(fold(one.title))
            event = where.event_at(number, one.cue)
            yield make.fact(
                event, "session", one.title, (one.cue, one.end), one.rule, position=one.position, role=one.kind
            )
