"""The numbers of each event: how many came, and the other figures stated."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.counted import Counted, find_attendance, find_figures, years_counted
from exchangecli.extract.event_words import heads
from exchangecli.extract.making import Making
from exchangecli.extract.proposals import Proposal

_NUMBER_WORD = re.compile(r"\d|hundred|thousand|ten|eleven|twelve")
_SUBJECT = re.compile(r"([A-Z][A-Z]+)\s(?:is|was|brings|comprises|has|consists|groups|unites)\b")
"""A body that a sentence says of what it consists: ASEM brings 53 partners."""
_TAKING_PART = re.compile(r"\bfrom\b|\brepresent|\bparticipa|\bdelegat|\battend")


def number_facts(make: Making, years: Mapping[int, int | None], published: str | None) -> Iterator[Proposal]:
    """Attendance and figures.

    Args:
        make: what makes proposals.
        years: the year of each event.
        published: when the article was published.
    """
    came: dict[int, list[Counted]] = {}
    told = _years_told(make, years, published)
    for number, sentence in enumerate(make.page.sentences):
        said = make.page.within(sentence)
        if make.where.of_another_edition(number) or not _NUMBER_WORD.search(said):
            continue
        for counted in find_attendance(said, sentence.start):
            event = make.where.event_at(number, counted.start)
            year = years.get(event) or make.where.events.drafts[event].year
            if _is_of(make, number, counted, (year,) if year else told) and not _to_part(make, number, counted, event):
                came.setdefault(event, []).append(counted)
        known = {one.value for several in came.values() for one in several}
        for figure in find_figures(said, sentence.start):
            if figure.measure != "delegates" or figure.value not in known:
                yield from _figure(make, number, figure)
    for event, several in came.items():
        yield from _attendance(make, event, several)


def _years_told(make: Making, years: Mapping[int, int | None], published: str | None) -> tuple[int, ...]:
    """The years that events of the article are in: as they are dated, as their titles say, and that of the report."""
    in_titles = (draft.year for draft in make.where.events.drafts)
    return tuple(year for year in (*years.values(), *in_titles, int(published[:4]) if published else None) if year)


def _is_of(make: Making, number: int, counted: Counted, years: Collection[int]) -> bool:
    """Whether those counted came to the event itself, in one of its years, and not to a workshop or a night of it."""
    sentence = make.page.sentences[number]
    named = years_counted(make.page.within(sentence))
    if named and named.isdisjoint(years):
        return False
    return bool(make.where.named(number) or not _part().search(make.page.plain, sentence.start, counted.start))


def _to_part(make: Making, number: int, counted: Counted, event: int) -> bool:
    """Whether those counted came to what stands behind, and is of another kind: 300 attended the opening night."""
    behind = _came_to().match(make.page.plain, counted.end, make.page.sentences[number].end)
    return behind is not None and words.event_kind(behind[1]) != make.where.events.drafts[event].kind


@cache
def _came_to() -> re.Pattern[str]:
    return re.compile(rf"(?:\s(?:at|to|for))?\s(?:the|its|an?)\s(?:[a-z-]+\s){{1,3}}({heads()})\b(?!\s(?:hall|venue))")


@cache
def _part() -> re.Pattern[str]:
    """What is a part of an event, where the event is not named beside it: its drum night, the opening performance."""
    return re.compile(
        rf"(?<![Oo]n )\b(?:[Tt]he|[Ii]ts|[Aa]n?)\s(?:[a-z-]+\s){{0,3}}(?:{heads()})\b(?!\s(?:hall|venue|goers?))"
    )


def _attendance(make: Making, event: int, several: Sequence[Counted]) -> Iterator[Proposal]:
    """The first number; where others contradict it, only if it is said in so many words."""
    first = several[0]
    if first.rule != "attendance:came" or all(one.value == first.value for one in several):
        place = first.start, first.end
        yield make.fact(event, "attendance", str(first.value), place, first.rule, approximate=first.approximate)


def _figure(make: Making, number: int, figure: Counted) -> Iterator[Proposal]:
    """A figure of an event, or of the body that is its sentence's subject."""
    said = make.page.within(make.page.sentences[number])
    subject = _SUBJECT.match(said)
    of = subject[1] if subject else None
    if of is None and not (make.where.named(number) or _TAKING_PART.search(said)):
        return
    measure = "partner_countries" if of and figure.measure == "participating_countries" else figure.measure
    yield make.fact(
        None if of else make.where.event_at(number, figure.start),
        "figure",
        str(figure.value),
        (figure.start, figure.end),
        figure.rule,
        of=of,
        measure=measure,
        unit=figure.unit,
        approximate=figure.approximate,
    )
