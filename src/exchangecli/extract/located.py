"""Places that an article gives for an event: the venue, the city, the country; and how far each is to be believed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.names import Name, place_of
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence
from exchangecli.model import cities

HELD = re.compile(
    r"\b(?:held|takes? place|took place|taking place|taken place|hosted|hosts?|hosting|staged|organi[sz]ed|opened|opens?|opening|"
    r"kicked off|kicks off|convened?|conducts?|conducted|conduct|gives?|gave|give|presented|performed?s?|performing|screened|runs?|ran|launched|inaugurated|celebrated|"
    r"gathered|arranged|showcased?|on view|on display|on show|concluded|wrapped up|closed|staging|premiered|due to begin|begins?|began|goes ahead|scheduled|slated|get underway|gets underway|got underway|be introduced|be shown|"
    r"welcomed|travel(?:s|led)?|toured?|attended|meet|met|exhibited|played|sang|danced|come|came|took the stage|be at|will be|bring|brings|brought)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:from|based in|born in|raised in|lives? in|living in|studied (?:at|in)|studying (?:at|in)|graduated from|returned to|"
    r"taught at|teach(?:es)? at|trained (?:at|in)|professor at|director of|(?<!city )(?<!town )(?<!port )(?<!capital )(?<!resort )(?<!village )of|between|like|as in|such as|embassy in|"
    r"ambassador in|ambassador to|embassy to|mission in|mission to|centre in|center in|office in|works? (?:at|in)|"
    r"popular in|(?:worked|work|works|served|serves|lived|spent [\w ]{1,20}|known|raised|schooled|educated|trained) in|(?:museums|galleries|collections|institutions|universities|studios|theatres|theaters|schools|countries|cities|companies|artists|audiences|people|students|communities|venues) in|alternately in|alternating between|interest in|visit(?:ed)? to|department at|"
    r"headquartered in|headquarters in|capital of)\s+(?:the\s)?$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:at|in|inside|on)\s+(?:(?:the|its|their|historic|famous|iconic|prestigious|famed|newly|renovated|restored)\s+)*"
    r"(?:(?:[\w-]+\s){0,2}?(?:hall|auditorium|theatre|theater|lobby|foyer|courtyard|premises|gallery|grounds|gardens?|campus|stage|stairs|terrace|headquarters)\sof\s(?:the\s)?)?\"?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|at|to)\s+(?:the\s)?(?:(?:[\w'-]+\s){0,5}?(?:city|town|capital|port|resort|village|municipality)(?:\sof)?,?\s|(?:[a-z][\w-]*\s){0,3}?|[A-Z]\w+'s\s)$"
)


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


def find_places(page: Page, number: int) -> list[Located]:
    """The places of a sentence at which something may have been held."""
    sentence, names = page.sentences[number], page.names[number]
    found: list[Located] = []
    for at, name in enumerate(names):
        after = names[at + 1 :]
        if name.kind in ("city", "country", "group"):
            found += _city_or_country(page, sentence, name, names[:at], after)
        elif name.kind in ("venue", "organisation", "state", "", "acronym"):
            found += _venue(page, sentence, name, after)
    return found


def _before(page: Page, sentence: Sentence, start: int, length: int = 60) -> str:
    return page.plain[max(sentence.start, start - length) : start]


def _weight(page: Page, sentence: Sentence, start: int) -> int:
    said = page.plain[sentence.start : start]
    if len(said) < _SHORT and HELD.search(page.plain, start, min(start + 150, sentence.end)):
        return 2
    clause = re.split(r"[;]|, (?:but|while|where|which|who)\s", said)[-1]
    if said.count('"') % 2:
        return 0
    return 2 if HELD.search(clause) else 1


_SHORT = 40
"""Characters; a place so near the beginning of a sentence stands before its verb: "At the City Hall the embassy held"."""


def _venue(page: Page, sentence: Sentence, name: Name, after: Sequence[Name]) -> Iterator[Located]:
    before = _before(page, sentence, name.start)
    at = _AT.search(before)
    if not at or (_AWAY.search(before) and " of " not in at[0]):
        return
    is_place = name.kind == "venue" or any(
        word.lower() in words.words("venue_words") for word in re.findall(r"[\w-]+", name.text)
    )
    held = _weight(page, sentence, name.start)
    word = at[0].split()[0].lower()
    said_held = re.search(
        r"\b(?:held|takes? place|took place|taking place|staged|hosted|performed|opened|opens|convened)(?:\s\w+){0,4}\s(?:at|in|inside)\s(?:the\s)?\"?$",
        before,
    )
    then_city = (
        bool(after)
        and after[0].kind in ("city", "country")
        and re.fullmatch(r",\s|\sin\s(?:the\s)?", page.plain[name.end : after[0].start]) is not None
    )
    said = re.match(r",?\s(?:said|told|says|noted|added)\b", page.plain[name.end : name.end + 8])
    unknown = said is None and (
        name.kind in ("", "organisation")
        and word != "in"
        and (said_held is not None or then_city or (held > 1 and " " in name.text))
    )
    if word == "on" or not (is_place or unknown):
        return
    if word == "in" and name.kind not in ("venue",):
        if not is_place or name.kind == "state":
            return
    end = _with_place_in_name(page, name)
    start = name.start - len(at[0].lstrip()) if at else name.start
    yield Located(
        "venue",
        page.said(name.start, end),
        start,
        end,
        "venue:at" if is_place else "venue:held-at" if said_held else "venue:at-unknown",
        held + 1,
    )
    said = page.plain[name.start : end].split()
    last = next(
        (
            " ".join(said[-size:])
            for size in (3, 2, 1)
            if len(said) > size and cities.find_cities(" ".join(said[-size:]))
        ),
        said[-1],
    )
    inner = place_of(last)
    of_city = f" of {last}" in page.plain[name.start : end]
    if (
        inner
        and inner[0] in ("city", "country")
        and len(cities.find_cities(last))
        and not after_city(page, name.end, after)
    ):
        city = cities.find_cities(last)[0]
        if city.population > _LARGE or of_city:
            yield Located(
                "city",
                last,
                name.start,
                end,
                "city:in-venue-name",
                held if of_city else 0,
                "from the name of the venue",
            )


_LARGE = 500_000
"""People; a smaller town at the end of a venue's name may be somebody's family name."""


def after_city(page: Page, end: int, after: Sequence[Name]) -> bool:
    """Whether a city follows right after: ", Kathmandu" or "in Kathmandu"."""
    return bool(after) and after[0].kind in ("city",) and after[0].start - end < 12  # noqa: PLR2004


def _with_place_in_name(page: Page, name: Name) -> int:
    quoted = re.match(r"\"", page.plain[name.end : name.end + 1])
    return name.end if not quoted else name.end


def _city_or_country(
    page: Page, sentence: Sentence, name: Name, earlier: Sequence[Name], after: Sequence[Name]
) -> Iterator[Located]:
    before = _before(page, sentence, name.start)
    place = place_of(name.text)
    if place is None or _AWAY.search(before) or name.kind == "group":
        return
    where = _IN.search(before)
    previous = earlier[-1] if earlier else None
    joined = (
        previous is not None
        and re.fullmatch(
            r",\s(?:[A-Z][\w ]+,\s)?|\sin\s(?:downtown\s|central\s)?", page.plain[previous.end : name.start]
        )
        is not None
    )
    bracketed = (
        not (name.text.isupper() and len(name.text) < 7)
        and re.search(r"\((?:[^()]*,\s)?$", before) is not None
        and re.match(r"[^()]{0,12}\)", page.plain[name.end : name.end + 14]) is not None
    )
    possessive = page.plain[name.end : name.end + 3] == "'s " and re.search(r"\b(?:in|at)\s$", before)
    if (
        possessive
        and after
        and name.kind == "city"
        and after[0].start - name.end < 4
        and after[0].kind in ("venue", "organisation")
    ):  # noqa: PLR2004
        yield Located("city", name.text, name.start, name.end, "city:of-venue", _weight(page, sentence, name.start))
        yield Located(
            "venue",
            after[0].text,
            after[0].start,
            after[0].end,
            "venue:in-citys",
            _weight(page, sentence, name.start) + 1,
        )
        return
    is_city = name.kind == "city" or (
        place[0] == "country"
        and bool(cities.find_cities(name.text))
        and cities.find_cities(name.text)[0].country == place[1]
    )
    follows_venue = (
        joined
        and previous is not None
        and _is_venue_like(previous)
        and bool(_AT.search(_before(page, sentence, previous.start)))
    )
    follows_city = (
        joined and previous is not None and previous.kind in ("city", "country") and previous.text != name.text
    )
    if not (where or bracketed or follows_venue or follows_city):
        return
    start = (
        name.start - len(where[0].lstrip())
        if where
        else previous.start
        if (follows_city or follows_venue) and previous
        else name.start
    )
    start = max(start, name.start - 40)
    weight = _weight(page, sentence, name.start)
    if is_city and not follows_city:
        rule = "city:after-venue" if follows_venue else "city:bracketed" if bracketed and not where else "city:in"
        yield Located("city", page.said(name.start, name.end), start, name.end, rule, weight + bool(follows_venue))
    if place[0] == "country":
        rule = "country:after-city" if follows_city else "country:bracketed" if bracketed else "country:in"
        yield from _country(page, name, place[1], earlier, start, rule, weight)


def _is_venue_like(name: Name) -> bool:
    return name.kind in ("venue", "organisation") or any(
        word.lower() in words.words("venue_words") for word in name.text.split()
    )


def _country(
    page: Page, name: Name, code: str, earlier: Sequence[Name], start: int, rule: str, weight: int
) -> Iterator[Located]:
    if "|" not in code:
        yield Located("country", code, start, name.end, rule, weight)
        return
    city = next((one for one in reversed(earlier) if one.kind == "city"), None)
    possible = [one.country for one in cities.find_cities(city.text)] if city else []
    told = next((one for one in possible if one in code.split("|")), None)
    if told and city:
        yield Located(
            "country", told, start, name.end, rule, weight, f"{name.text} read as {told}, where {city.text} is"
        )
    else:
        yield Located("country", name.text, start, name.end, rule, weight)


def country_of_city(city: str) -> str | None:
    """The country of a city, where a reader would not think of another one: the largest by far, or the only one."""
    known = cities.find_cities(city)
    if not known:
        return None
    others = [one for one in known if one.country != known[0].country]
    is_clear = not others or known[0].population > _BY_FAR * others[0].population
    return known[0].country if is_clear else None


_BY_FAR = 5
