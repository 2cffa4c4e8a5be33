"""Places that an article gives for an event: the venue, the city, the country; and how far each is to be believed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.names import Name, place_of
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence
from exchangecli.model import cities

_CLAUSE = re.compile(r"[;]|, (?:but|while|where|which|who)\s")
_SHORT = 40
"""Characters; a place so near the beginning of a sentence stands before its verb: "At the City Hall they held"."""
_VERB_REACH = 150
"""Characters behind such a place in which its verb stands."""
_BEFORE = 60
"""Characters before a name that say whether something was held there."""
_AT = re.compile(
    r"""
    \b(?:at|in|inside|on)\s+
    (?:(?:the|its|their|historic|famous|iconic|prestigious|famed|newly|renovated|restored)\s+)*
    (?:
        (?:[\w-]+\s){0,2}?
        (?:hall|auditorium|theatre|theater|lobby|foyer|courtyard|premises|gallery|grounds|gardens?|campus|stage|stairs
          |terrace|headquarters)
        \sof\s(?:the\s)?
    )?
    \"?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IN = re.compile(
    r"\b(?:in|at|to)\s+(?:the\s)?"
    r"(?:(?:[\w'-]+\s){0,5}?(?:city|town|capital|port|resort|village|municipality)(?:\sof)?,?\s"
    r"|(?:[a-z][\w-]*\s){0,3}?|[A-Z]\w+'s\s)$"
)
_HELD_AT = re.compile(
    r"\b(?:held|takes? place|took place|taking place|staged|hosted|performed|opened|opens|convened)(?:\s\w+){0,4}"
    r"\s(?:at|in|inside)\s(?:the\s)?\"?$"
)
_SAID = re.compile(r",?\s(?:said|told|says|noted|added)\b")
_THEN_PLACE = re.compile(r",\s|\sin\s(?:the\s)?")
_JOINED = re.compile(r",\s(?:[A-Z][\w ]+,\s)?|\sin\s(?:downtown\s|central\s)?")
_BRACKET_BEFORE = re.compile(r"\((?:[^()]*,\s)?$")
_BRACKET_AFTER = re.compile(r"[^()]{0,12}\)")
_LONGEST_ACRONYM = 6
_LARGE = 500_000
"""People; a smaller town at the end of a venue's name may be somebody's family name."""
_BY_FAR = 5
"""How many times larger than all others of its name a city is that no reader mistakes."""
_NEAR = 12
_RIGHT_BEHIND = 3
_LONGEST_QUOTE = 40
_VENUES = ("venue", "organisation")


class Located(NamedTuple):
    """A place: plain[start:end].

    Attributes:
        field: ``venue``, ``city`` or ``country``.
        value: its name, or of a country its code; as printed where several countries have the name.
        start, end: its place; ``start`` is that of the word before it ("at the ...").
        rule: how it was read.
        weight: how sure it is that it is where an event took place: 0 to 3.
        inferred: where the words do not say it alone.
    """

    field: str
    value: str
    start: int
    end: int
    rule: str
    weight: int
    inferred: str | None = None


@cache
def held() -> re.Pattern[str]:
    """What says that an event took place."""
    return re.compile(rf"\b{words.either('took place')}\b", re.IGNORECASE)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('elsewhere')}\s+(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in its sentence, with the names before and after it.

    ``before`` are the words that lead to it, ``weight`` is how much its sentence says that something was held there.
    """

    page: Page
    sentence: Sentence
    name: Name
    earlier: Sequence[Name]
    later: Sequence[Name]

    @property
    def before(self) -> str:
        return _before(self.page, self.sentence, self.name)

    @property
    def previous(self) -> Name | None:
        return self.earlier[-1] if self.earlier else None

    @property
    def following(self) -> Name | None:
        return self.later[0] if self.later else None

    @property
    def weight(self) -> int:
        start = self.name.start
        said = self.page.plain[self.sentence.start : start]
        until = min(start + _VERB_REACH, self.sentence.end)
        if len(said) < _SHORT and held().search(self.page.plain, start, until):
            return 2
        if said.count('"') % 2:
            return 0
        return 2 if held().search(_CLAUSE.split(said)[-1]) else 1


def _before(page: Page, sentence: Sentence, name: Name) -> str:
    return page.plain[max(sentence.start, name.start - _BEFORE) : name.start]


def find_places(page: Page, number: int) -> list[Located]:
    """The places of a sentence at which something may have been held."""
    sentence, names = page.sentences[number], page.names[number]
    found: list[Located] = []
    for at, name in enumerate(names):
        one = _Named(page, sentence, name, names[:at], names[at + 1 :])
        if name.kind in ("city", "country"):
            found += _city_or_country(one)
        elif name.kind in ("venue", "organisation", "state", "", "acronym"):
            found += _venue(one)
    return found


def _venue(one: _Named) -> Iterator[Located]:
    """A hall or a house, or a name that nobody knows where it stands behind "held at"."""
    at = _AT.search(one.before)
    if not at or (_elsewhere().search(one.before) and " of " not in at[0]):
        return
    rule = _venue_rule(one, at[0].split()[0].lower())
    if rule:
        name, weight = one.name, one.weight
        start = name.start - len(at[0].lstrip())
        yield Located("venue", one.page.said(name.start, name.end), start, name.end, rule, weight + 1)
        yield from _city_in_name(one, weight)


def _venue_rule(one: _Named, preposition: str) -> str | None:
    """The rule by which a name behind "at", "in", "inside" or "on" is a venue's; None where it is none."""
    kind = one.name.kind
    if preposition == "on" or (preposition == "in" and kind == "state"):
        return None
    if _has_venue_word(one.name):
        return "venue:at"
    if preposition == "in" or kind not in ("", "organisation"):
        return None
    if _SAID.match(one.page.plain, one.name.end):
        return None  # "at UNESCO Nada Al-Nashif said": the body somebody is at, and who it is
    if _HELD_AT.search(one.before):
        return "venue:held-at"
    is_known_to_be_held = one.weight > 1 and " " in one.name.text
    return "venue:at-unknown" if is_known_to_be_held or _place_follows(one) else None


def _has_venue_word(name: Name) -> bool:
    said = re.findall(r"[\w-]+", name.text)
    return name.kind == "venue" or any(word.lower() in words.words("venue_words") for word in said)


def _place_follows(one: _Named) -> bool:
    following = one.following
    if following is None or following.kind not in ("city", "country"):
        return False
    return _THEN_PLACE.fullmatch(one.page.plain, one.name.end, following.start) is not None


def _city_in_name(one: _Named, weight: int) -> Iterator[Located]:
    """The city that a venue is called after: the National Museum of Hanoi; not where a city follows it."""
    name, following = one.name, one.following
    if following and following.kind == "city" and following.start - name.end < _NEAR:
        return
    said = one.page.plain[name.start : name.end]
    last = _last_city(said.split())
    known = cities.find_cities(last)
    place = place_of(last)
    is_of_city = f" of {last}" in said
    if known and place and place[0] in ("city", "country") and (is_of_city or known[0].population > _LARGE):
        why = "from the name of the venue"
        yield Located("city", last, name.start, name.end, "city:in-venue-name", weight if is_of_city else 0, why)


def _last_city(said: Sequence[str]) -> str:
    """The last words of a name that a city has for its name, up to three; else the last word."""
    ends = (" ".join(said[-size:]) for size in (3, 2, 1) if len(said) > size)
    return next((end for end in ends if cities.find_cities(end)), said[-1])


def _city_or_country(one: _Named) -> Iterator[Located]:
    """A place behind "in", in brackets, or behind a venue or a city."""
    place = place_of(one.name.text)
    if place is None or _elsewhere().search(one.before):
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


def _start(one: _Named, where: re.Match[str] | None, *, joined: bool) -> int:
    """Where the words begin that a place rests on: those that lead to it, or the place before it."""
    start = one.name.start
    if where:
        start -= len(where[0].lstrip())
    elif joined and one.previous:
        start = one.previous.start
    return max(start, one.name.start - _LONGEST_QUOTE)


def _owns_venue(one: _Named) -> bool:
    """Whether a venue follows a city as its own: in Hanoi's Opera House."""
    following = one.following
    if one.name.kind != "city" or following is None or following.kind not in _VENUES:
        return False
    is_near = following.start - one.name.end <= _RIGHT_BEHIND
    owns = one.page.plain.startswith("'s ", one.name.end) and re.search(r"\b(?:in|at)\s$", one.before)
    return is_near and bool(owns)


def _citys_venue(one: _Named) -> Iterator[Located]:
    name, weight = one.name, one.weight
    yield Located("city", name.text, name.start, name.end, "city:of-venue", weight)
    for venue in one.later[:1]:
        yield Located("venue", venue.text, venue.start, venue.end, "venue:in-citys", weight + 1)


def _is_joined(one: _Named) -> bool:
    """Whether nothing but a comma or "in" stands between a place and the name before it."""
    previous = one.previous
    return previous is not None and _JOINED.fullmatch(one.page.plain, previous.end, one.name.start) is not None


def _follows_venue(one: _Named) -> bool:
    previous = one.previous
    if previous is None or not _is_joined(one):
        return False
    is_venue = previous.kind in _VENUES or any(
        word.lower() in words.words("venue_words") for word in previous.text.split()
    )
    return is_venue and bool(_AT.search(_before(one.page, one.sentence, previous)))


def _follows_city(one: _Named) -> bool:
    previous = one.previous
    if previous is None or previous.kind not in ("city", "country"):
        return False
    return previous.text != one.name.text and _is_joined(one)


def _is_bracketed(one: _Named) -> bool:
    """Whether a place stands in brackets, and is no acronym: the forum (Hanoi, 3 May)."""
    name = one.name
    if name.text.isupper() and len(name.text) <= _LONGEST_ACRONYM:
        return False
    behind = one.page.plain[name.end : name.end + 14]
    return bool(_BRACKET_BEFORE.search(one.before) and _BRACKET_AFTER.match(behind))


def _is_city(one: _Named, place: tuple[str, str]) -> bool:
    """Whether a place is a city, or a country that is one: Singapore."""
    if one.name.kind == "city":
        return True
    known = cities.find_cities(one.name.text)
    return bool(known) and place[0] == "country" and known[0].country == place[1]


def _country(one: _Named, codes: str, start: int, rule: str) -> Located:
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
