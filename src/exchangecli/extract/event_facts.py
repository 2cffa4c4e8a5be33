"""The facts of each event: of all that an article says of its place, its date, its visitors, the best supported."""

import re
from collections.abc import Iterator, Sequence

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.counted import Counted, find_attendance, find_figures
from exchangecli.extract.details import Detail, find_details
from exchangecli.extract.events import Draft
from exchangecli.extract.labels import find_label
from exchangecli.extract.located import Located, country_of_city, find_places
from exchangecli.extract.names import Name, place_of
from exchangecli.extract.ordinals import edition_in_name
from exchangecli.extract.page import Page
from exchangecli.extract.proposals import Proposal
from exchangecli.extract.sessions import find_sessions
from exchangecli.extract.when import find_when
from exchangecli.model import cities
from exchangecli.model.countries import country_name
from exchangecli.model.folding import fold

Placed = tuple[int, Located]
"""An event and a place of it."""


def event_facts(page: Page, where: Attachment, published: str | None) -> Iterator[Proposal]:
    """All proposals on fields of events, in no particular order."""
    make = Making(page, where)
    for number, draft in enumerate(where.events.drafts):
        yield from make.names_of(number, draft)
    whens = find_when(page, where, published)
    for event, when in whens.items():
        dated = when.dated
        yield make.fact(event, "start", dated.start, dated.place, when.rule, inferred=dated.inferred)
        if dated.end:
            rule = "date:until" if dated.end_place else when.rule
            yield make.fact(event, "end", dated.end, dated.end_place or dated.place, rule, inferred=dated.inferred)
    years = {event: (int(when.dated.start[:4]) if when.dated.has_year else None) for event, when in whens.items()}
    yield from _places(page, where, make, years)
    yield from _numbers(page, where, make, years, published)
    yield from _details(page, where, make)
    yield from _sessions(page, where, make)


class Making:
    """Writes proposals on the events of one article."""

    def __init__(self, page: Page, where: Attachment) -> None:
        self.page = page
        self.where = where

    def title(self, event: int | None) -> str | None:
        """The title by which proposals call an event."""
        return None if event is None else self.where.events.drafts[event].title

    def fact(
        self, event: int | None, field: str, value: str, place: tuple[int, int], rule: str, **further: object
    ) -> Proposal:
        """A proposal on words of the article; what else it says as ``further``."""
        start, end = place
        while start < end and self.page.text[start].isspace():
            start += 1
        while start < end and self.page.text[end - 1].isspace():
            end -= 1
        return Proposal(
            field=field,
            event=self.title(event),
            value=value,
            quote=self.page.text[start:end],
            start=start,
            end=end,
            rule=rule,
            **further,  # type: ignore[arg-type]
        )

    def names_of(self, number: int, draft: Draft) -> Iterator[Proposal]:
        """Title, kind, edition and acronym, as its name has them."""
        yield self.fact(number, "title", draft.title, draft.place, draft.rule)
        if draft.kind:
            yield self.fact(number, "kind", draft.kind, self._head(draft), "kind:head-word")
        edition = edition_in_name(draft.title)
        if edition:
            yield self.fact(number, "edition", str(edition[0]), draft.place, "edition:in-title", as_printed=edition[1])
        if draft.acronym:
            place = (draft.place[0], self.page.plain.find(draft.acronym, draft.place[1]) + len(draft.acronym) + 1)
            yield self.fact(number, "name", draft.acronym, place, "name:in-brackets", of=draft.title, kind="acronym")
        series = _series(draft.title)
        known = next((name for title, name in self.where.events.series.items() if fold(title) == fold(series)), None)
        if known and series != draft.title:
            yield self.fact(
                number,
                "programme",
                self.page.said(known.start, known.end),
                (known.start, known.end),
                "programme:series-of-edition",
                kind="series",
            )

    def _head(self, draft: Draft) -> tuple[int, int]:
        return draft.place


def _series(title: str) -> str:
    """An event's title without its year and its number."""
    bare = re.sub(r"^(?:(?:19|20)\d\d\s)|\s(?:19|20)\d\d$", "", title)
    edition = edition_in_name(bare)
    return bare.removeprefix(edition[1]).strip() if edition else bare


def _places(page: Page, where: Attachment, make: Making, years: dict[int, int | None]) -> Iterator[Proposal]:
    found: list[Placed] = []
    for number, sentence in enumerate(page.sentences):
        label = find_label(page, number)
        if where.of_another_edition(number):
            continue
        said_years = {int(one.start[:4]) for one in page.dates[number] if one.has_year and not one.weekday}
        for located in find_places(page, number) if not label else ():
            event = where.event_at(number, located.start)
            year = years.get(event)
            if where.dateline and where.dateline[0] <= located.end <= where.dateline[1]:
                continue
            if said_years and year and all(abs(year - one) > 0 for one in said_years) and not where.named(number):
                continue
            named = bool(where.named(number))
            chained = where.chained(number, located.start) is not None
            weight = (
                located.weight
                + (1 if where.is_short(number, located.start) else 2) * chained
                + named
                - (0.02 * min(number, 20))
            )
            if weight >= (2 if located.field == "venue" else 1.5) and not _in_a_title(where, number, located):
                found.append((event, located._replace(weight=int(weight * 100))))
        found += [(_first_event(page, where, number), one) for one in _front_line(page, number)]
        if label and label.field in ("venue", "city", "country"):
            found += [
                (where.event_at(number, sentence.start), one) for one in _labelled(page, number, label.start, label.end)
            ]
    for event in dict.fromkeys(event for event, _ in found):
        yield from _best_places(make, event, [one for number, one in found if number == event])


def _in_a_title(where: Attachment, number: int, located: Located) -> bool:
    return any(one.start <= located.start and located.end <= one.end for one in where.events.mentions[number])


def _first_event(page: Page, where: Attachment, number: int) -> int:
    """The event that a paragraph speaks of first."""
    for later in range(number, len(page.sentences)):
        if page.sentences[later].block == page.sentences[number].block and where.named(later):
            return where.named(later)[0].event
    return where.event_at(number, page.sentences[number].start)


def _front_line(page: Page, number: int) -> Iterator[Located]:
    """The city of a line "Ljubljana, 17-19 April 2013", and of a paragraph of a round-up that begins "YEREVAN."."""
    sentence = page.sentences[number]
    said = page.within(sentence)
    line = (
        re.match(r"(?P<city>[A-Z][\w' -]+),\s(?=\d|[A-Z][a-z]+\s\d)", said)
        if sentence.kind == "title" and sentence.block < _FRONT
        else None
    )
    if line and page.dates[number] and page.dates[number][0].end and cities.find_cities(line["city"]):
        yield Located("city", line["city"], sentence.start, sentence.start + line.end("city"), "city:front-line", 500)
    opening = _OPENING.match(page.plain, sentence.start)
    openings = [one for one in page.blocks if one.kind == "body" and _OPENING.match(page.plain, one.start)]
    if opening and len(openings) > 1:
        for later in range(number, min(number + 3, len(page.sentences))):
            if page.sentences[later].block == sentence.block and cities.find_cities(opening["city"]):
                yield Located(
                    "city", page.said(*opening.span("city")), *opening.span("city"), "city:paragraph-opening", 90
                )
                return


_FRONT = 6
_OPENING = re.compile(r"(?P<city>[A-Z][A-Z' -]{2,24})[.:]\s(?=[\"A-Z])")


def _labelled(page: Page, number: int, start: int, end: int) -> Iterator[Located]:
    """Venue, city and country of a line "Venue: Purana Qila, New Delhi, India"."""
    at = start
    for position, part in enumerate(re.split(r"(,\s|\s\||\s-\s)", page.plain[start:end])):
        said = part.strip(' ."')
        place = place_of(said) if position % 2 == 0 and said else None
        first, last = at + part.find(said), at + part.find(said) + len(said)
        at += len(part)
        if position % 2 or not said or said.lower() in ("online", "zoom", "virtual"):
            continue
        if place and place[0] == "country":
            yield Located("country", place[1] if "|" not in place[1] else said, first, last, "country:label", 600)
        if place and (place[0] == "city" or cities.find_cities(said)):
            yield Located("city", said, first, last, "city:label", 600)
        elif not place and position == 0:
            yield Located("venue", page.said(first, last), first, last, "venue:label", 600)
    del number


def _best_places(make: Making, event: int, found: Sequence[Located]) -> Iterator[Proposal]:
    """One venue, one city and one country that do not contradict each other."""
    best = {
        field: max((one for one in found if one.field == field), key=lambda one: one.weight, default=None)
        for field in ("venue", "city", "country")
    }
    venue, city, country = best["venue"], best["city"], best["country"]
    if city and venue and venue.value == city.value:
        venue = None
    if city and country and len(country.value) == 2:  # noqa: PLR2004
        fitting = {one.country for one in cities.find_cities(city.value)}
        if fitting and country.value not in fitting:
            better = max(
                (one for one in found if one.field == "country" and one.value in fitting),
                key=lambda one: one.weight,
                default=None,
            )
            if better is None and country.weight > city.weight:
                city = None
            else:
                country = better
    for one in (venue, city, country):
        if one:
            printed = make.page.said(one.start, one.end) if one.field == "country" else None
            yield make.fact(
                event,
                one.field,
                one.value,
                (one.start, one.end),
                one.rule,
                inferred=one.inferred,
                as_printed=_printed(one, printed),
            )
    if city and not country:
        code = country_of_city(city.value)
        if code:
            land = country_name(code)
            why = f"{city.value} lies in {land}" if land != city.value else "the city is the country"
            yield make.fact(event, "country", code, (city.start, city.end), "country:of-city", inferred=why)


def _printed(one: Located, printed: str | None) -> str | None:
    if printed is None:
        return None
    last = re.search(r"[A-Z][\w' .-]*$", printed)
    return last[0] if last and last[0] != one.value else None


def _numbers(
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


def _details(page: Page, where: Attachment, make: Making) -> Iterator[Proposal]:
    single: dict[tuple[int, str], tuple[float, Proposal]] = {}
    held = set()
    for number, sentence in enumerate(page.sentences):
        label = find_label(page, number)
        if label and label.field in ("theme",):
            place = (label.start, label.end)
            yield make.fact(
                where.event_at(number, label.start), "theme", page.said(*place).strip('"“”. '), place, "theme:label"
            )
        if re.search(
            r"\b(?:was held|were held|took place|successfully|wrapped up|concluded|came to an end)\b",
            page.within(sentence),
        ):
            held |= {where.event_at(number, sentence.end)}
        for one in find_details(page, number):
            if one.field in ("status", "edition") and where.of_another_edition(number):
                continue
            if one.field == "status" and sentence.kind != "body" and not where.events.mentions[number]:
                continue
            event = None if one.of else where.event_at(number, one.start)
            if (
                one.field == "launch"
                and not one.of
                and sentence.start == one.start - len("It ")
                and page.plain.startswith("It ", sentence.start)
                and number
            ):
                first = next(
                    (name for name in page.names[number - 1] if name.is_body or name.kind in ("acronym", "event")), None
                )
                if first and first.kind != "event":
                    one, event = one._replace(of=first.text), None
            proposal = make.fact(
                event,
                one.field,
                one.value,
                (one.start, one.end),
                one.rule,
                of=_of(where, one, event),
                session=one.session,
                kind=one.kind,
            )
            if one.field == "programme" or event is None:
                yield proposal
            elif not (one.field == "edition" and edition_in_name(make.title(event) or "")):
                key = (event, one.field + (one.session or ""))
                strength = {"cancelled": 3.0, "postponed": 2.0}.get(one.value, 1.0)
                if key not in single or strength > single[key][0]:
                    single[key] = (strength, proposal)
    for (event, _), (_, proposal) in single.items():
        if not (proposal.value == "announced" and event in held):
            yield proposal


def _of(where: Attachment, detail: Detail, event: int | None) -> str | None:
    if detail.of or event is None:
        return detail.of
    return _series(where.events.drafts[event].title) if detail.field == "launch" else None


def _sessions(page: Page, where: Attachment, make: Making) -> Iterator[Proposal]:
    seen: set[str] = set()
    for number, sentence in enumerate(page.sentences):
        for one in find_sessions(page, sentence):
            if fold(one.title) in seen:
                continue
            seen.add(fold(one.title))
            event = where.event_at(number, one.cue)
            yield make.fact(
                event, "session", one.title, (one.cue, one.end), one.rule, position=one.position, role=one.kind
            )


def acronyms(page: Page, make: Making) -> Iterator[Proposal]:
    """What bodies, groups and series are called for short."""
    seen: set[tuple[str, str]] = set()
    for names in page.names:
        for name in names:
            if name.acronym and name.kind != "event" and (name.text, name.acronym) not in seen and _stands_for(name):
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


def _stands_for(name: Name) -> bool:
    from exchangecli.extract.details import is_acronym_of

    return is_acronym_of(name)
