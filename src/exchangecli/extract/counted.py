"""Figures: how many came, and the other numbers that an article states."""

import re
from contextlib import suppress
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model.counts import read_count

_NUMBER = (
    r"(?P<hedge>(?:(?:some|about|around|approximately|approx\.?|roughly|nearly|almost|over|well over|more than|at least|"
    r"an estimated|estimated|close to|upwards of|as many as|a total of|up to|no fewer than)\s)*)"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:\s(?:thousand|million))?|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a thousand)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million))*)\+?"
)
_ADJECTIVES = r"(?:\s(?!from|in|at|of|to|and|or|for|with|who|that|people|visitors)[\w'-]+){0,3}?"
_CAME = (
    r"people|persons|spectators|visitors|attendees|attendants|guests|fans|music lovers|art lovers|concertgoers|concert-goers|"
    r"theatregoers|theatergoers|moviegoers|filmgoers|festivalgoers|festival-goers|residents|audience members|viewers|"
    r"members of the public|listeners|enthusiasts|onlookers|members|listeners|book lovers|film lovers|culture lovers|spectators|revellers|revelers|citizens|locals|participants|delegates|attendances"
)
_DREW = (
    r"attended by|attendance of|audiences? of|crowds? of|drew|drawing|draws|attracted|attracting|attracts|gathered|gathering|"
    r"brought together|bringing together|brings together|welcomed|welcoming|in front of|before an? (?:\w+ )?(?:audience|crowd) of|"
    r"turnout of|presence of|participation of|saw|ovation from|applause (?:of|from)|cheers (?:of|from)|held|entertained|treated|delighted|captivated|enthralled|seen by|watched by|with|packed with|filled by|hosted|received|enjoyed by|before"
)
_CAME_AFTER = (
    r"attended|gathered|turned out|came|visited|watched|flocked|packed|filled|joined|took part|participated|enjoyed|"
    r"were in attendance|were present|showed up|thronged|crowded|had visited|have visited|passed through|braved|danced|cheered|queued"
)
_FALSE = re.compile(
    r"\b(?:online|virtual|virtually|livestream\w*|live-stream\w*|stream\w*|youtube|facebook|tiktok|views|seats?|seating|capacity|"
    r"tickets?|followers|subscribers|worldwide|employs|population|residents of|inhabitants|expected|expects|hopes?|aims?|target\w*|"
    r"anticipated|anticipates|estimates that|could|would|will|can accommodate|accommodates|holds|per year|each year|every year|a year|annually|since|"
    r"over the years|so far|to date|last year|previous|past editions?|previously|in total since|alumni|killed|students? (?:enrolled|"
    r"study)|travell?ers|tourists|million|plans? to|to be attended|is set to|are set to|television|broadcast|tv|on air)\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    rf"\b(?:{_DREW})\s(?:an?\s(?:[\w-]+\s){{0,3}}(?:audience|crowd|gathering|turnout|total)s?\sof\s|(?:the\s)?(?:presence|participation)\sof\s)?{_NUMBER}{_ADJECTIVES}\s(?P<noun>{_CAME})\b",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    rf"\b(?:audience|crowd|attendance|turnout|gathering)\sof\s{_NUMBER}(?!\s?(?:-seat|seat|countries|years))(?:{_ADJECTIVES}\s(?P<noun>{_CAME}))?",
    re.IGNORECASE,
)
_ATTENDEES = re.compile(
    rf"\b{_NUMBER}(?:{_ADJECTIVES})\s(?P<noun>{_CAME})(?:\s(?:from|including|who|of|in)\s[^.;]{{0,80}}?)?,?\s(?:{_CAME_AFTER})\b",
    re.IGNORECASE,
)
_NO_PEOPLE = (
    r"(?:countries|nations|states|economies|cities|companies|institutions|universities|museums|schools|teams|bands|groups|"
    r"ensembles|works|films|artists|musicians|members|times|years|organi[sz]ations|partners|governments)\b"
)
_SEVERAL = re.compile(
    rf"\b{_NUMBER}\s(?:[\w-]+,\s){{0,4}}(?!{_NO_PEOPLE})[\w-]+(?:\sand\s(?!{_NO_PEOPLE})[\w-]+)?\s(?:attended|took part|participated|gathered)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"attended by|audiences? of|crowds? of|attendance of|turnout of|in front of|drew|drawing|attract", re.IGNORECASE
)

_MEASURES = (
    (
        "participating_countries",
        rf"\b{_NUMBER}\s(?P<unit>(?:(?:ASEAN|Asian|European|African|Arab|participating|member|partner|EU|ASEM|different|foreign)\s)?(?:member\s)?(?:countries|nations|states|economies))\b",
    ),
    ("delegates", rf"\b{_NUMBER}{_ADJECTIVES}\s(?P<unit>delegates)\b"),
    (
        "online_viewers",
        rf"\b{_NUMBER}{_ADJECTIVES}\s(?P<unit>(?:online\s)?viewers)(?=\s(?:online|on YouTube|watched online|worldwide|via))",
    ),
)
_COUNTED = tuple((measure, re.compile(pattern)) for measure, pattern in _MEASURES)


class Counted(NamedTuple):
    """A number that is stated: plain[start:end]."""

    value: int
    approximate: bool
    start: int
    end: int
    measure: str
    unit: str | None
    rule: str


def find_attendance(said: str, offset: int, years: tuple[int | None, ...]) -> list[Counted]:
    """How many came, said plainly; a wrong figure is worse than none.

    Args:
        said: a sentence of the plain text.
        offset: where it begins.
        years: those of the event; a sentence that speaks of another year is left out.
    """
    if said.count('"') >= 2 and said.lstrip().startswith('"'):  # noqa: PLR2004
        return []
    named = {int(year) for year in re.findall(r"(?<![\d,])(?:19|20)\d\d(?![\d,])", said)}
    if named and any(years) and not named & set(years):
        return []
    found: list[Counted] = []
    for rule, pattern in (
        ("attendance:drew", _ATTENDED),
        ("attendance:audience-of", _AUDIENCE),
        ("attendance:came", _ATTENDEES),
        ("attendance:several-attended", _SEVERAL),
    ):
        for match in pattern.finditer(said):
            counted = _attended(said, match, offset, rule)
            if counted and not any(one.value == counted.value for one in found):
                found.append(counted)
    return found


def _attended(said: str, match: re.Match[str], offset: int, rule: str) -> Counted | None:
    around = said[max(0, match.start() - 50) : match.end() + 45]
    number, noun = match["number"].lower(), (match.groupdict().get("noun") or "").lower()
    if _FALSE.search(around) or match["hedge"].lower().strip().endswith("up to"):
        return None
    if noun in ("viewers", "delegates", "citizens", "residents") and not _STRONG.search(match[0]):
        return None
    if number in ("one", "two", "three", "four", "five", "six") or (
        number.isdecimal() and len(number) == 4 and number.startswith(("19", "20"))
    ):  # noqa: PLR2004
        return None
    return _counted(match, offset, "attendance", None, rule)


def find_figures(said: str, offset: int) -> list[Counted]:
    """The other numbers: countries, delegates, viewers."""
    found = [
        None
        if match["number"].lower() in ("one", "two")
        else _counted(match, offset, measure, " ".join(match["unit"].split()), f"figure:{measure.replace('_', '-')}")
        for measure, pattern in _COUNTED
        for match in pattern.finditer(said)
    ]
    return [one for one in found if one] + _two_sides(said, offset)


def _two_sides(said: str, offset: int) -> list[Counted]:
    """21 Asian and 30 European countries: the unit of the first is said with the second."""
    match = re.search(
        r"\b(?P<hedge>)(?P<number>\d{1,3})\s(?P<side>[A-Z][a-z]+)\s(?=and\s\d{1,3}\s[A-Z][a-z]+\s(?P<noun>countries|nations|states)\b)",
        said,
    )
    if not match:
        return []
    return [
        Counted(
            int(match["number"]),
            False,
            offset + match.start(),
            offset + match.end("side"),
            "participating_countries",
            f"{match['side']} {match['noun']}",
            "figure:two-sides",
        )
    ]


def _counted(match: re.Match[str], offset: int, measure: str, unit: str | None, rule: str) -> Counted | None:
    said = (match["hedge"] + match["number"]).strip()
    with suppress(errors.UnreadableNumber):
        count = read_count(said)
        approximate = count.approximate or match[0].find(match["number"] + "+") >= 0
        return Counted(count.value, approximate, offset + match.start(), offset + match.end(), measure, unit, rule)
    return None
