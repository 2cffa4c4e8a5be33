"""The places of each event: one venue, one city and one country, the best supported, that do not contradict each other."""

import re
from collections.abc import Iterator, Sequence

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.labels import find_label
from exchangecli.extract.located import Located, country_of_city, find_places
from exchangecli.extract.making import Making
from exchangecli.extract.page import Page
from exchangecli.extract.place_lines import first_event_of, front_line_places, labelled_places
from exchangecli.extract.proposals import Proposal
from exchangecli.model import cities
from exchangecli.model.countries import country_name

Placed = tuple[int, Located]
"""An event and a place of it."""


def place_facts(page: Page, where: Attachment, make: Making, years: dict[int, int | None]) -> Iterator[Proposal]:
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
        found += [(first_event_of(page, where, number), one) for one in front_line_places(page, number)]
        if label and label.field in ("venue", "city", "country"):
            found += [
                (where.event_at(number, sentence.start), one)
                for one in labelled_places(page, number, label.start, label.end)
            ]
    for event in dict.fromkeys(event for event, _ in found):
        yield from _best_places(make, event, [one for number, one in found if number == event])


def _in_a_title(where: Attachment, number: int, located: Located) -> bool:
    return any(one.start <= located.start and located.end <= one.end for one in where.events.mentions[number])


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
