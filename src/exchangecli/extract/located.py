"""Places that an article gives for an event: the venue, the city, the country; and how far each is to be believed."""

import re
from collections.abc import Iterator

from exchangecli.extract import words
from exchangecli.extract.names import place_of
from exchangecli.extract.page import Page
from exchangecli.extract.place_candidates import AT, VENUES, Candidate, Located, elsewhere, words_before
from exchangecli.extract.venues import find_venue
from exchangecli.model import cities

__all__ = ["Located", "country_of_city", "find_places"]


_IN = re.compile(
    r"\b(?:in|at|to)\s+(?:the\s)?"
    r"(?:(?:[\w'-]+\s){0,5}?(?:city|town|capital|port|resort|village|municipality)(?:\sof)?,?\s"
    r"|(?:[a-z][\w-]*\s){0,3}?|[A-Z]\w+'s\s)$"
)


_JOINED = re.compile(r",\s(?:[A-Z][\w ]+,\s)?|\sin\s(?:downtown\s|central\s)?")


_BRACKET_BEFORE = re.compile(r"\((?:[^()]*,\s)?$")


_BRACKET_AFTER = re.compile(r"[^()]{0,12}\)")


_LONGEST_ACRONYM = 6


_BY_FAR = 5
"""How many times larger than all others of its name a city is that no reader mistakes."""


_RIGHT_BEHIND = 3


_LONGEST_QUOTE = 40


def find_places(page: Page, number: int) -> list[Located]:
    """The places of a sentence at which something may have been held."""
    sentence, names = page.sentences[number], page.names[number]
    found: list[Located] = []
    for at, name in enumerate(names):
        one = Candidate(page, sentence, name, names[:at], names[at + 1 :])
        if name.kind in ("city", "country"):
            found += _city_or_country(one)
        elif name.kind in ("venue", "organisation", "state", "", "acronym"):
            found += find_venue(one)
    return found


def _city_or_country(one: Candidate) -> Iterator[Located]:
    """A place behind "in", in brackets, or behind a venue or a city."""
    place = place_of(one.name.text)
    if place is None or elsewhere().search(one.before):
        return
    if _owns_venue(one):
        yield from _citys_venue(one)
        return
    where = _IN.search(one.before)
    after_venue, after_city, bracketed = _follows_venue(one), _follows_city(one), _is_bracketed(one)
    if not (where or after_venue or after_city or bracketed):
        return
    name = one.name
    start = _start(one, where, joined=after_venue or after_city)
    if _is_city(one, place) and not after_city:
        rule = "city:after-venue" if after_venue else "city:bracketed" if bracketed and not where else "city:in"
        value = one.page.said(name.start, name.end)
        yield Located("city", value, start, name.end, rule, one.weight + after_venue)
    if place[0] == "country":
        rule = "country:after-city" if after_city else "country:bracketed" if bracketed else "country:in"
        yield _country(one, place[1], start, rule)


def _start(one: Candidate, where: re.Match[str] | None, *, joined: bool) -> int:
    """Where the words begin that a place rests on: those that lead to it, or the place before it."""
    start = one.name.start
    if where:
        start -= len(where[0].lstrip())
    elif joined and one.previous:
        start = one.previous.start
    return max(start, one.name.start - _LONGEST_QUOTE)


def _owns_venue(one: Candidate) -> bool:
    """Whether a venue follows a city as its own: in Hanoi's Opera House."""
    following = one.following
    if one.name.kind != "city" or following is None or following.kind not in VENUES:
        return False
    is_near = following.start - one.name.end <= _RIGHT_BEHIND
    owns = one.page.plain.startswith("'s ", one.name.end) and re.search(r"\b(?:in|at)\s$", one.before)
    return is_near and bool(owns)


def _citys_venue(one: Candidate) -> Iterator[Located]:
    name, weight = one.name, one.weight
    yield Located("city", name.text, name.start, name.end, "city:of-venue", weight)
    for venue in one.later[:1]:
        yield Located("venue", venue.text, venue.start, venue.end, "venue:in-citys", weight + 1)


def _is_joined(one: Candidate) -> bool:
    """Whether nothing but a comma or "in" stands between a place and the name before it."""
    previous = one.previous
    return previous is not None and _JOINED.fullmatch(one.page.plain, previous.end, one.name.start) is not None


def _follows_venue(one: Candidate) -> bool:
    previous = one.previous
    if previous is None or not _is_joined(one):
        return False
    is_venue = previous.kind in VENUES or any(
        word.lower() in words.words("venue_words") for word in previous.text.split()
    )
    return is_venue and bool(AT.search(words_before(one.page, one.sentence, previous)))


def _follows_city(one: Candidate) -> bool:
    previous = one.previous
    if previous is None or previous.kind not in ("city", "country"):
        return False
    return previous.text != one.name.text and _is_joined(one)


def _is_bracketed(one: Candidate) -> bool:
    """Whether a place stands in brackets, and is no acronym: the forum (Hanoi, 3 May)."""
    name = one.name
    if name.text.isupper() and len(name.text) <= _LONGEST_ACRONYM:
        return False
    behind = one.page.plain[name.end : name.end + 14]
    return bool(_BRACKET_BEFORE.search(one.before) and _BRACKET_AFTER.match(behind))


def _is_city(one: Candidate, place: tuple[str, str]) -> bool:
    """Whether a place is a city, or a country that is one: Singapore."""
    if one.name.kind == "city":
        return True
    known = cities.find_cities(one.name.text)
    return bool(known) and place[0] == "country" and known[0].country == place[1]


def _country(one: Candidate, codes: str, start: int, rule: str) -> Located:
    """A country; one of several of its name where the city before it lies in it, else as printed."""
    name, weight = one.name, one.weight
    if "|" not in codes:
        return Located("country", codes, start, name.end, rule, weight)
    city = next((name for name in reversed(one.earlier) if name.kind == "city"), None)
    possible = [known.country for known in cities.find_cities(city.text)] if city else []
    told = next((code for code in possible if code in codes.split("|")), None)
    if city is None or told is None:
        return Located("country", name.text, start, name.end, rule, weight)
    why = f"{name.text} read as {told}, where {city.text} is"
    return Located("country", told, start, name.end, rule, weight, why)


def country_of_city(city: str) -> str | None:
    """The country of a city, where a reader would not think of another one: the largest by far, or the only one."""
    known = cities.find_cities(city)
    if not known:
        return None
    others = [one for one in known if one.country != known[0].country]
    is_clear = not others or known[0].population > _BY_FAR * others[0].population
    return known[0].country if is_clear else None
