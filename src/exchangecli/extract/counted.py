"""Figures: how many came, and the other numbers that an article states."""

import re
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from exchangecli import errors
from exchangecli.extract import words
from exchangecli.model.counts import read_count


class Counted(NamedTuple):
    """A number that is stated: plain[start:end]."""

    value: int
    approximate: bool
    start: int
    end: int
    measure: str
    unit: str | None
    rule: str


_HEDGE = (
    r"(?P<hedge>(?:(?:some|about|around|approximately|approx\.?|roughly|nearly|almost|over|well over|more than|"
    r"at least|an estimated|estimated|close to|upwards of|as many as|a total of|up to|no fewer than)\s)*)"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a thousand"
_NUMBER = (
    rf"{_HEDGE}(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s(?:thousand|million))?|"
    rf"(?:{_ONES}|{_TEENS}|{_TENS})(?:[ -](?:{_ONES}|hundred|thousand|million))*)\+?"
)
_ADJECTIVES = r"(?:\s(?!from|in|at|of|to|and|or|for|with|who|that|people|visitors)[\w'-]+){0,3}?"
_STRONG = re.compile(
    r"attended by|audiences? of|crowds? of|attendance of|turnout of|in front of|drew|drawing|attract", re.IGNORECASE
)
_ONLY_IF_STRONG = frozenset(("viewers", "delegates", "citizens", "residents"))
"""Who may be counted elsewhere too."""
_FEW = frozenset(("one", "two", "three", "four", "five", "six"))
"""Numbers in words that count no audience."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_A_YEAR = re.compile(r"(?<![\d,])(?:19|20)\d\d(?![\d,])")
_COMPARED = re.compile(r",\s(?:compared (?:with|to)|up from|down from|against|more than the|far more than)\s")
_COUNTRIES = (
    r"(?P<unit>(?:(?:ASEAN|Asian|European|African|Arab|participating|member|partner|EU|ASEM|different|foreign)\s)?"
    r"(?:member\s)?(?:countries|nations|states|economies))"
)
_ONLINE = r"(?P<unit>(?:online\s)?viewers)(?=\s(?:online|on YouTube|watched online|worldwide|via))"
_FIGURES = (
    ("participating_countries", "figure:participating-countries", re.compile(rf"\b{_NUMBER}\s{_COUNTRIES}\b")),
    ("delegates", "figure:delegates", re.compile(rf"\b{_NUMBER}{_ADJECTIVES}\s(?P<unit>delegates)\b")),
    ("online_viewers", "figure:online-viewers", re.compile(rf"\b{_NUMBER}{_ADJECTIVES}\s{_ONLINE}")),
)
"""What is counted, the rule, and the words."""
_TWO_SIDES = re.compile(
    r"\b(?P<number>\d{1,3})\s(?P<side>[A-Z][a-z]+)\s"
    r"(?=and\s\d{1,3}\s[A-Z][a-z]+\s(?P<noun>countries|nations|states)\b)"
)
_AROUND = (50, 45)
"""Characters before and behind a number that can say that it is no attendance."""


@cache
def _attendances() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules by which an attendance is read, and their words."""
    people, drew, came = (words.either(one) for one in ("people who came", "drew people", "they came"))
    of_a_crowd = (
        r"(?:an?\s(?:[\w-]+\s){0,3}(?:audience|crowd|gathering|turnout|total)s?\sof\s|"
        r"(?:the\s)?(?:presence|participation)\sof\s)?"
    )
    noun = rf"\s(?P<noun>{people})"
    from_where = r"(?:\s(?:from|including|who|of|in)\s[^.;]{0,80}?|,\s(?:among|including|many)\s[^.;]{0,80}?)?"
    somebody = rf"(?!{words.either('counted apart')}\b)[\w-]+"
    together = "(?:attended|took part|participated|gathered)"
    no_seats = r"(?!\s?(?:-seat|seat|countries|years))"
    spelled = (
        ("attendance:drew", rf"\b{drew}\s{of_a_crowd}{_NUMBER}{_ADJECTIVES}{noun}\b"),
        (
            "attendance:audience-of",
            rf"\b(?:audience|crowd|attendance|turnout|gathering)\sof\s{_NUMBER}{no_seats}(?:{_ADJECTIVES}{noun})?",
        ),
        ("attendance:came", rf"\b{_NUMBER}(?:{_ADJECTIVES}){noun}{from_where},?\s{came}\b"),
        (
            "attendance:several-came",
            rf"\b{_NUMBER}\s(?:[\w-]+,\s){{0,4}}(?:[\w-]+\sand\s)?{somebody}(?P<noun>)\s{together}\b",
        ),
    )
    return tuple((rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in spelled)


@cache
def _no_attendance() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('no attendance')}\b", re.IGNORECASE)


def find_attendance(said: str, offset: int) -> list[Counted]:
    """How many came, said plainly; a wrong figure is worse than none.

    Args:
        said: a sentence of the plain text.
        offset: where it begins.
    """
    if said.lstrip().startswith('"') and said.count('"') > 1:
        return []
    found: dict[int, Counted] = {}
    for rule, pattern in _attendances():
        for match in pattern.finditer(said):
            counted = _counted(match, offset, "attendance", rule) if _is_attendance(said, match) else None
            if counted:
                found.setdefault(counted.value, counted)
    return list(found.values())


def years_counted(said: str) -> frozenset[int]:
    """The years that a sentence counts in: not those with which it compares."""
    return frozenset(int(year) for year in _A_YEAR.findall(_COMPARED.split(said)[0]))


def _is_attendance(said: str, match: re.Match[str]) -> bool:
    around = said[max(0, match.start() - _AROUND[0]) : match.end() + _AROUND[1]]
    number, noun = match["number"].lower(), (match["noun"] or "").lower()
    if _no_attendance().search(around) or match["hedge"].lower().strip().endswith("up to"):
        return False
    if noun in _ONLY_IF_STRONG and not _STRONG.search(match[0]):
        return False
    return number not in _FEW and not _YEAR.fullmatch(number)


def find_figures(said: str, offset: int) -> list[Counted]:
    """The other numbers of a sentence: countries, delegates, viewers; ``offset`` is where it begins."""
    found = [
        _counted(match, offset, measure, rule, " ".join(match["unit"].split()))
        for measure, rule, pattern in _FIGURES
        for match in pattern.finditer(said)
        if match["number"].lower() not in ("one", "two")
    ]
    return [one for one in found if one] + _two_sides(said, offset)


def _two_sides(said: str, offset: int) -> list[Counted]:
    """21 Asian and 30 European countries: the unit of the first is said with the second."""
    match = _TWO_SIDES.search(said)
    if not match:
        return []
    number, unit = int(match["number"]), f"{match['side']} {match['noun']}"
    start, end = offset + match.start(), offset + match.end("side")
    return [Counted(number, False, start, end, "participating_countries", unit, "figure:two-sides")]


def _counted(match: re.Match[str], offset: int, measure: str, rule: str, unit: str | None = None) -> Counted | None:
    """The number that words state; None where they state none."""
    with suppress(errors.UnreadableNumber):
        count = read_count((match["hedge"] + match["number"]).strip())
        approximate = count.approximate or f"{match['number']}+" in match[0]
        return Counted(count.value, approximate, offset + match.start(), offset + match.end(), measure, unit, rule)
    return None
