"""The numbers of each event: how many came, and the other figures stated."""

import re
from collections.abc import Iterator

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.counted import Counted, find_attendance, find_figures
from exchangecli.extract.making import Making
from exchangecli.extract.page import Page
from exchangecli.extract.proposals import Proposal


def number_facts(
    page: Page, where: Attachment, make: Making, years: dict[int, int | None], day: str | None
) -> Iterator[Proposal]:
    seen: dict[int, list[Counted]] = {}
    for number, sentence in enumerate(page.sentences):
        said = page.within(sentence)
        if where.of_another_edition(number):
            continue
        if not any(map(str.isdigit, said)) and not re.search(r"hundred|thousand|ten|eleven|twelve", said):
            continue
        event_years = tuple(
            year
            for year in (*years.values(), *(draft.year for draft in where.events.drafts), day and int(day[:4]))
            if year
        )
        for counted in find_attendance(said, sentence.start, event_years):
            seen.setdefault(where.event_at(number, counted.start), []).append(counted)
        counted_so = {one.value for several in seen.values() for one in several}
        for figure in find_figures(said, sentence.start):
            if figure.measure == "delegates" and figure.value in counted_so:
                continue
            yield from _figure(page, where, make, number, figure)
    for event, several in seen.items():
        first = several[0]
        if len({one.value for one in several}) == 1 or first.rule != "attendance:came":
            yield make.fact(
                event,
                "attendance",
                str(first.value),
                (first.start, first.end),
                first.rule,
                approximate=first.approximate,
            )


def _figure(page: Page, where: Attachment, make: Making, number: int, figure: Counted) -> Iterator[Proposal]:
    sentence = page.sentences[number]
    subject = re.match(
        r"([A-Z][A-Z]+)\s(?:is|was|brings|comprises|has|consists|groups|unites)\b", page.within(sentence)
    )
    of = subject[1] if subject else None
    if of is None and not (
        where.named(number) or re.search(r"\bfrom\b|\brepresent|\bparticipa|\bdelegat|\battend", page.within(sentence))
    ):
        return
    measure = "partner_countries" if of and figure.measure == "participating_countries" else figure.measure
    event = None if of else where.event_at(number, figure.start)
    yield make.fact(
        event,
        "figure",
        str(figure.value),
        (figure.start, figure.end),
        figure.rule,
        of=of,
        measure=measure,
        unit=figure.unit,
        approximate=figure.approximate,
    )
