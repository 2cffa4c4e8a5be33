"""The facts of each event: of all that an article says of its place, its date, its visitors, the best supported."""

from collections.abc import Iterator, Mapping

from exchangecli.extract.detail_facts import detail_facts
from exchangecli.extract.making import Making
from exchangecli.extract.name_facts import name_facts
from exchangecli.extract.number_facts import number_facts
from exchangecli.extract.place_facts import place_facts
from exchangecli.extract.proposals import Proposal
from exchangecli.extract.sessions import find_sessions
from exchangecli.extract.when import When, find_when
from exchangecli.model.folding import fold


def event_facts(make: Making, published: str | None) -> Iterator[Proposal]:
    """All proposals on fields of events, in no particular order."""
    yield from name_facts(make)
    whens = find_when(make.page, make.where, published)
    yield from _dates(make, whens)
    years = {event: when.dated.year for event, when in whens.items()}
    yield from place_facts(make, years)
    yield from number_facts(make, years, published)
    yield from detail_facts(make)
    yield from _sessions(make)


def _dates(make: Making, whens: Mapping[int, When]) -> Iterator[Proposal]:
    for event, when in whens.items():
        dated = when.dated
        yield make.fact(event, "start", dated.start, dated.place, when.rule, inferred=dated.inferred)
        if dated.end:
            place, rule, inferred = (
                (dated.end_place, "date:until", dated.end_inferred)
                if dated.end_place
                else (dated.place, when.rule, dated.inferred)
            )
            yield make.fact(event, "end", dated.end, place, rule, inferred=inferred)


def _sessions(make: Making) -> Iterator[Proposal]:
    """Each session once, by its title."""
    seen = {fold(draft.title) for draft in make.where.events.drafts}  # what is an event is no session of it
    for number, sentence in enumerate(make.page.sentences):
        for one in find_sessions(make.page, sentence):
            if fold(one.title) not in seen:
                seen.add(fold(one.title))
                event = make.where.event_at(number, one.cue)
                place = one.cue, one.end
                yield make.fact(event, "session", one.title, place, one.rule, position=one.position, role=one.kind)
