"""What else is said of each event: theme, edition, status, programme, launch."""

import re
from collections.abc import Iterator

from exchangecli.extract.details import Detail, find_details
from exchangecli.extract.labels import find_label
from exchangecli.extract.making import Making
from exchangecli.extract.name_facts import series_of
from exchangecli.extract.ordinals import edition_in_name
from exchangecli.extract.proposals import Proposal

_HELD = re.compile(r"\b(?:was held|were held|took place|successfully|wrapped up|concluded|came to an end)\b")
_STRENGTH = {"cancelled": 3, "postponed": 2}
"""How much a status says; of several the strongest is the event's."""
_SEVERAL = frozenset(("programme",))
"""Fields of which an event may have several; of others it has one."""


def detail_facts(make: Making) -> Iterator[Proposal]:
    """The details of each event; of a field that it has once, the first one, or the strongest status."""
    best: dict[tuple[int, str], tuple[Proposal, int]] = {}
    for number in range(len(make.page.sentences)):
        yield from _labelled_theme(make, number)
        for event, detail in _details(make, number):
            proposal = _proposal(make, event, detail)
            if event is None or detail.field in _SEVERAL:
                yield proposal
            elif detail.field != "edition" or not edition_in_name(make.title(event) or ""):
                key = event, detail.field + (detail.session or "")
                strength = _STRENGTH.get(detail.value, 1)
                if key not in best or strength > best[key][1]:
                    best[key] = proposal, strength
    held = _events_held(make)
    yield from (
        proposal for (event, _), (proposal, _) in best.items() if proposal.value != "announced" or event not in held
    )


def _details(make: Making, number: int) -> Iterator[tuple[int | None, Detail]]:
    """The details of a sentence, each with its event, or None where it is said of something else."""
    sentence, where = make.page.sentences[number], make.where
    for detail in find_details(make.page, number):
        if detail.field in ("status", "edition") and where.of_another_edition(number):
            continue
        if detail.field == "status" and sentence.kind != "body" and not where.events.mentions[number]:
            continue
        body = _body_before(make, number, detail)
        if body:
            yield None, detail._replace(of=body)
        else:
            yield None if detail.of else where.event_at(number, detail.start), detail


def _body_before(make: Making, number: int, detail: Detail) -> str | None:
    """Whom "It was launched in 2010" speaks of, where the sentence before begins with a body."""
    start = make.page.sentences[number].start
    if detail.field != "launch" or detail.of or number == 0:
        return None
    if detail.start != start + len("It ") or not make.page.plain.startswith("It ", start):
        return None
    names = make.page.names[number - 1]
    first = next((name for name in names if name.is_body or name.kind in ("acronym", "event")), None)
    return first.text if first and first.kind != "event" else None


def _proposal(make: Making, event: int | None, detail: Detail) -> Proposal:
    of = detail.of
    if event is not None and of is None and detail.field == "launch":
        of = series_of(make.title(event) or "")
    place = detail.start, detail.end
    return make.fact(
        event, detail.field, detail.value, place, detail.rule, of=of, session=detail.session, kind=detail.kind
    )


def _labelled_theme(make: Making, number: int) -> Iterator[Proposal]:
    label = find_label(make.page, number)
    if label and label.field == "theme":
        place = label.start, label.end
        theme = make.page.said(*place).strip('"“”. ')
        yield make.fact(make.where.event_at(number, label.start), "theme", theme, place, "theme:label")


def _events_held(make: Making) -> set[int]:
    """The events of which the article says that they have been."""
    return {
        make.where.event_at(number, sentence.end)
        for number, sentence in enumerate(make.page.sentences)
        if _HELD.search(make.page.within(sentence))
    }
