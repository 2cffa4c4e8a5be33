"""What events, bodies and series are called: titles, editions, acronyms, the series of an edition."""

import re
from collections.abc import Iterator

from exchangecli.extract.acronyms import is_acronym_of
from exchangecli.extract.drafts import Draft
from exchangecli.extract.making import Making
from exchangecli.extract.ordinals import edition_in_name
from exchangecli.extract.proposals import Proposal
from exchangecli.model.folding import fold

_YEAR = re.compile(r"^(?:(?:19|20)\d\d\s)|\s(?:19|20)\d\d$")


def name_facts(make: Making) -> Iterator[Proposal]:
    """Title, kind, edition, acronym and series of each event, as its name has them."""
    for event, draft in enumerate(make.where.events.drafts):
        yield make.fact(event, "title", draft.title, draft.place, draft.rule)
        if draft.kind:
            yield make.fact(event, "kind", draft.kind, draft.place, "kind:head-word")
        edition = edition_in_name(draft.title)
        if edition:
            number, printed = edition
            yield make.fact(event, "edition", str(number), draft.place, "edition:in-title", as_printed=printed)
        yield from _acronym(make, event, draft)
        yield from _series_of_edition(make, event, draft)


def _acronym(make: Making, event: int, draft: Draft) -> Iterator[Proposal]:
    if draft.acronym:
        start = make.page.plain.find(draft.acronym, draft.place[1])
        place = draft.place[0], start + len(draft.acronym) + len(")")
        yield make.fact(event, "name", draft.acronym, place, "name:in-brackets", of=draft.title, kind="acronym")


def _series_of_edition(make: Making, event: int, draft: Draft) -> Iterator[Proposal]:
    """The series that an event's name has without its number and year, where the article names it by itself too."""
    series = series_of(draft.title)
    known = next((name for title, name in make.where.events.series.items() if fold(title) == fold(series)), None)
    if known and series != draft.title:
        place = known.start, known.end
        yield make.fact(event, "programme", make.page.said(*place), place, "programme:series-of-edition", kind="series")


def series_of(title: str) -> str:
    """An event's title without its year and its number."""
    bare = _YEAR.sub("", title)
    edition = edition_in_name(bare)
    return bare.removeprefix(edition[1]).strip() if edition else bare


def acronyms(make: Making) -> Iterator[Proposal]:
    """What bodies, groups and series are called for short, each once."""
    seen: set[tuple[str, str]] = set()
    for names in make.page.names:
        for name in names:
            if name.acronym and name.kind != "event" and (name.text, name.acronym) not in seen and is_acronym_of(name):
                seen.add((name.text, name.acronym))
                end = make.page.plain.find(name.acronym, name.end) + len(name.acronym)
                place = name.start, end + make.page.plain.startswith(")", end)
                of = make.page.said(name.start, name.end)
                yield make.fact(None, "name", name.acronym, place, "name:in-brackets", of=of, kind="acronym")
