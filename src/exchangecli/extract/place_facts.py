"""The places of each event: one venue, one city and one country, the best supported, in agreement with each other."""

import re
from collections.abc import Iterator, Mapping, Sequence

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.labels import find_label
from exchangecli.extract.located import Located, country_of_city, find_places
from exchangecli.extract.making import Making
from exchangecli.extract.place_lines import first_event_of, front_line_places, labelled_places
from exchangecli.extract.proposals import Proposal
from exchangecli.model import cities
from exchangecli.model.countries import country_name

Placed = tuple[int, Located]
"""An event and a place of it."""
Years = Mapping[int, int | None]
"""The year of each event, as far as it is said."""
_ENOUGH = 1.5
_ENOUGH_FOR_A_VENUE = 2
_FIRST = 20
"""Sentences, each of which counts a little more than the one after it."""
_LATER = 0.02
_CODE = re.compile(r"[A-Z]{2}")
_PRINTED = re.compile(r"[A-Z][\w' .-]*$")


def place_facts(make: Making, years: Years) -> Iterator[Proposal]:
    """The venue, city and country of each event.

    Args:
        make: what makes proposals.
        years: the year of each event; a place told of another year is not that of the event.
    """
    found: list[Placed] = []
    for number in range(len(make.page.sentences)):
        if not make.where.of_another_edition(number):
            found += _places(make, number, years)
    for event in dict.fromkeys(event for event, _ in found):
        yield from _best_places(make, event, [one for of, one in found if of == event])


def _places(make: Making, number: int, years: Years) -> Iterator[Placed]:
    """The places of a sentence, by their weight in hundredths."""
    page, where = make.page, make.where
    label = find_label(page, number)
    if label is None:
        yield from _weighed(make, number, years)
    for one in front_line_places(page, number):
        yield first_event_of(page, where, number), one
    if label and label.field in ("venue", "city", "country"):
        event = where.event_at(number, page.sentences[number].start)
        for one in labelled_places(page, label):
            yield event, one


def _weighed(make: Making, number: int, years: Years) -> Iterator[Placed]:
    where = make.where
    for located in find_places(make.page, number):
        event = where.event_at(number, located.start)
        if _in_dateline(where, located) or _of_another_year(make, number, located, years.get(event)):
            continue
        weight = _weight(where, number, located)
        enough = _ENOUGH_FOR_A_VENUE if located.field == "venue" else _ENOUGH
        if weight >= enough and not _in_a_title(where, number, located):
            yield event, located._replace(weight=int(weight * 100))


def _weight(where: Attachment, number: int, located: Located) -> float:
    """How much speaks for a place: how it is said, whether it stands right behind an event's name, and how early."""
    chained = where.chained(number, located.start) is not None
    beside = (1 if where.is_short(number, located.start) else 2) * chained
    return located.weight + beside + bool(where.named(number)) - _LATER * min(number, _FIRST)


def _in_dateline(where: Attachment, located: Located) -> bool:
    return where.dateline is not None and where.dateline[0] <= located.end <= where.dateline[1]


def _of_another_year(make: Making, number: int, located: Located, year: int | None) -> bool:
    """Whether a sentence gives other years than that of the event, and names none in full: "The fair in 2018"."""
    said = {one.year for one in make.page.dates[number] if one.has_year and not one.weekday}
    in_full = make.where.named(number) and not make.where.is_short(number, located.start)
    return bool(said) and year not in said and not in_full and (year is not None or bool(make.where.named(number)))


def _in_a_title(where: Attachment, number: int, located: Located) -> bool:
    return any(one.start <= located.start and located.end <= one.end for one in where.events.mentions[number])


def _best_places(make: Making, event: int, found: Sequence[Located]) -> Iterator[Proposal]:
    """One venue, one city and one country that do not contradict each other."""
    venue, city, country = (_best(found, field) for field in ("venue", "city", "country"))
    if city and venue and venue.value == city.value:
        venue = None
    if city and country:
        city, country = _in_agreement(city, country, found)
    for one in (venue, city, country):
        if one:
            place, printed = (one.start, one.end), _printed(make, one)
            yield make.fact(event, one.field, one.value, place, one.rule, inferred=one.inferred, as_printed=printed)
    code = country_of_city(city.value) if city and not country else None
    if city and code:
        land = country_name(code)
        why = f"{city.value} lies in {land}" if land != city.value else "the city is the country"
        yield make.fact(event, "country", code, (city.start, city.end), "country:of-city", inferred=why)


def _best(found: Sequence[Located], field: str, countries: set[str] | None = None) -> Located | None:
    """The place of a field that most speaks for, of countries one of these."""
    fitting = (one for one in found if one.field == field and (countries is None or one.value in countries))
    return max(fitting, key=lambda one: one.weight, default=None)


def _in_agreement(city: Located, country: Located, found: Sequence[Located]) -> tuple[Located | None, Located | None]:
    """A city and its country; where it does not lie in the one, another one that it lies in, or the stronger alone."""
    possible = {one.country for one in cities.find_cities(city.value)}
    if not _CODE.fullmatch(country.value) or not possible or country.value in possible:
        return city, country
    better = _best(found, "country", possible)
    return (None, country) if better is None and country.weight > city.weight else (city, better)


def _printed(make: Making, one: Located) -> str | None:
    """How a country stands in the article, where that is not its value."""
    if one.field != "country":
        return None
    last = _PRINTED.search(make.page.said(one.start, one.end))
    return last[0] if last and last[0] != one.value else None
