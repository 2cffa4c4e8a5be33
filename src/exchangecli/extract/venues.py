"""Venues: halls and houses, and names that nobody knows where they stand behind "held at"."""

import re
from collections.abc import Iterator, Sequence

from exchangecli.extract import words
from exchangecli.extract.names import Name, place_of
from exchangecli.extract.place_candidates import AT, Candidate, Located, elsewhere
from exchangecli.model import cities

_HELD_AT = re.compile(
    r"\b(?:held|takes? place|took place|taking place|staged|hosted|performed|opened|opens|convened)(?:\s\w+){0,4}"
    r"\s(?:at|in|inside)\s(?:the\s)?\"?$"
)


_SAID = re.compile(r",?\s(?:said|told|says|noted|added)\b")
_THEN_PLACE = re.compile(r",\s|\sin\s(?:the\s)?")


_LARGE = 500_000
"""People; a smaller town at the end of a venue's name may be somebody's family name."""


_NEAR = 12


def find_venue(one: Candidate) -> Iterator[Located]:
    """A hall or a house, or a name that nobody knows where it stands behind "held at"."""
    at = AT.search(one.before)
    if not at or (elsewhere().search(one.before) and " of " not in at[0]):
        return
    rule = _venue_rule(one, at[0].split()[0].lower())
    if rule:
        name, weight = one.name, one.weight
        start = name.start - len(at[0].lstrip())
        yield Located("venue", one.page.said(name.start, name.end), start, name.end, rule, weight + 1)
        yield from _city_in_name(one, weight)


def _venue_rule(one: Candidate, preposition: str) -> str | None:
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


def _place_follows(one: Candidate) -> bool:
    following = one.following
    if following is None or following.kind not in ("city", "country"):
        return False
    return _THEN_PLACE.fullmatch(one.page.plain, one.name.end, following.start) is not None


def _city_in_name(one: Candidate, weight: int) -> Iterator[Located]:
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
