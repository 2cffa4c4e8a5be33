"""What events, bodies and series are called: titles, acronyms, the series of an edition."""

import re
from collections.abc import Iterator

from exchangecli.extract.acronyms import is_acronym_of
from exchangecli.extract.events import Draft
from exchangecli.extract.making import Making
from exchangecli.extract.ordinals import edition_in_name
from exchangecli.extract.page import Page
from exchangecli.extract.proposals import Proposal
from exchangecli.model.folding import fold


def names_of(make: Making, number: int, draft: Draft) -> Iterator[Proposal]:
    """Title, kind, edition and acronym, as its name has them."""
    yield make.fact(number, "title", draft.title, draft.place, draft.rule)
    if draft.kind:
        yield make.fact(number, "kind", draft.kind, draft.place, "kind:head-word")
    edition = edition_in_name(draft.title)
    if edition:
        yield make.fact(number, "edition", str(edition[0]), draft.place, "edition:in-title", as_printed=edition[1])
    if draft.acronym:
        place = (draft.place[0], make.page.plain.find(draft.acronym, draft.place[1]) + len(draft.acronym) + 1)
        yield make.fact(number, "name", draft.acronym, place, "name:in-brackets", of=draft.title, kind="acronym")
    series = series_of(draft.title)
    known = next((name for title, name in make.where.events.series.items() if fold(title) == fold(series)), None)
    if known and series != draft.title:
        yield make.fact(
            number,
            "programme",
            make.page.said(known.start, known.end),
            (known.start, known.end),
            "programme:series-of-edition",
            kind="series",
        )


def series_of(title: str) -> str:
    """An event's title without its year and its number."""
    bare = re.sub(r"^(?:(?:19|20)\d\d\s)|\s(?:19|20)\d\d$", "", title)
    edition = edition_in_name(bare)
    return bare.removeprefix(edition[1]).strip() if edition else bare


def acronyms(page: Page, make: Making) -> Iterator[Proposal]:
    """What bodies, groups and series are called for short."""
    seen: set[tuple[str, str]] = set()
    for names in page.names:
        for name in names:
            if name.acronym and name.kind != "event" and (name.text, name.acronym) not in seen and is_acronym_of(name):
                seen.add((name.text, name.acronym))
                end = page.plain.find(name.acronym, name.end) + len(name.acronym)
                end += page.plain[end : end + 1] == ")"
                yield make.fact(
                    None,
                    "name",
                    name.acronym,
                    (name.start, end),
                    "name:in-brackets",
                    of=page.said(name.start, name.end),
                    kind="acronym",
                )
