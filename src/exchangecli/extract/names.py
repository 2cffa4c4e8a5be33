"""Proper names: where they begin and end, and what their head word says they are.

A name is a run of capitalised words, held together by small words (Ministry *of* Culture) and, where what stands on both
sides asks for it, by "and" and commas: "Ministry of Culture, Sports and Tourism" is one name, "KOFICE and Korea-ASEAN
Center" are two.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from exchangecli import errors
from exchangecli.extract import words
from exchangecli.extract.ordinals import NUMBERS
from exchangecli.extract.sentences import Sentence, Word, word_list
from exchangecli.model import cities, countries, groups
from exchangecli.model.date_words import vocabulary

_LONGEST = 24
"""Words; what is longer is no name but a text in capitals."""
_SMALL = frozenset(
    [
        "of",
        "the",
        "de",
        "la",
        "du",
        "des",
        "del",
        "da",
        "do",
        "di",
        "el",
        "y",
        "e",
        "et",
        "von",
        "van",
        "der",
        "den",
        "bin",
        "al",
        "zu",
        "le",
        "les",
        "dos",
        "das",
        "d'",
    ]
)
_TOPIC = frozenset(("for", "on", "against", "about"))
"""Small words that join what a body or an event is for to it."""
_TAKES_OF = frozenset(
    [
        "port",
        "cape",
        "house",
        "synagogue",
        "cathedral",
        "church",
        "republic",
        "kingdom",
        "government",
        "state",
        "states",
        "city",
        "minister",
        "ministers",
        "people's",
        "gulf",
        "bay",
        "board",
        "friends",
        "charm",
        "voice",
        "sound",
        "sounds",
        "spirit",
        "year",
        "art",
        "arts",
        "university",
        "isle",
        "city-state",
        "ministry",
        "capital",
        "president-office",
        "speaker",
        "league",
        "house",
        "sultanate",
        "emirate",
        "commonwealth",
        "principality",
        "province",
        "region",
        "bank",
        "church",
        "order",
        "knights",
        "museum",
    ]
)
"""Words after which "of" goes on with the name, beside the heads of bodies and events."""
_ABROAD = frozenset(("Embassy", "Consulate", "Mission", "Center", "Centre", "Delegation", "Republic", "Council"))
"""Bodies that are abroad, and are named with the country they are in: the Vietnamese Embassy in Hungary."""
_PARTS_OF_A_PORTFOLIO = re.compile(
    r"\b(?:minist(?:ry|ries|ers?)|department|commission(?:er)?|committee|agency|office|secretary|bureau|directorate|council|"
    r"secretariat|authority|undersecretary|faculty|school|academy|institute)\b.* (?:of|for)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|[IVX]{1,6}|(?:19|20)\d\d)$")
_ACRONYM = re.compile(
    r" \((?:[A-Z][\w' .-]{3,50},\s)?\s?\"?((?=[^)]{2,70}\))[A-Z0-9][A-Za-z0-9&/.+-]*(?: [A-Z]{2,}\d*s?)?)\"?(?=[),;])"
)
_SUBTITLE = re.compile(r":\s(?=[A-Z\d])")


class Name(NamedTuple):
    """A proper name: plain[start:end].

    Attributes:
        start, end: its place.
        text: its words.
        kind: ``event``, ``series`` (events in the plural), ``state``, ``organisation``, ``ensemble``, ``country``,
            ``group``, ``city``, ``venue``, or ``""`` where its words do not say.
        sort: of an event the code of its kind.
        acronym: the acronym that follows it in brackets.
    """

    start: int
    end: int
    text: str
    kind: str
    sort: str | None = None
    acronym: str | None = None

    @property
    def is_body(self) -> bool:
        """Whether it names an organisation, a state body or an ensemble."""
        return self.kind in ("state", "organisation", "ensemble")


def find_names(text: str, sentence: Sentence) -> list[Name]:
    """The names of a sentence of the plain text, in its order."""
    found = word_list(text, sentence.start, sentence.end)
    names: list[Name] = []
    at = 0
    while at < len(found):
        until = _run(text, found, at)
        if until > at:
            names += _name(text, found[at:until])
        at = max(until, at + 1)
    return _with_acronyms_joined(text, names)


def _with_acronyms_joined(text: str, names: list[Name]) -> list[Name]:
    """Two names that one acronym stands for are one: Network of European and Asian Museum Educators (NEAME)."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and name.acronym and not before.acronym and text[before.end : name.start] in (" and ", " & ", ", "):
            whole = text[before.start : name.end]
            initials = _initials(whole.split())
            letters = "".join(letter.lower() for letter in name.acronym if letter.isalpha())
            if initials == letters or (
                initials.startswith(letters[0]) and initials.replace("f", "") == letters.replace("f", "")
            ):
                joined[-1] = before._replace(
                    end=name.end, text=_one_line(whole), kind=before.kind or name.kind, acronym=name.acronym
                )
                continue
        joined.append(name)
    return joined


def _run(text: str, found: Sequence[Word], at: int) -> int:
    """The number of the word after the name that begins at one; the same number where none begins."""
    if not _begins(text, found, at):
        return at
    end = at + 1
    while end < len(found) and end - at < _LONGEST:
        further = _further(text, found, at, end)
        if further == end:
            break
        end = further
    return end


def _begins(text: str, found: Sequence[Word], at: int) -> bool:
    word = found[at]
    if _ORDINAL.match(word.text) or word.text.lower() in NUMBERS:
        follows = at + 1 < len(found) and text[word.end : found[at + 1].start] == " " and found[at + 1].capital
        return follows
    return word.capital and word.text.lower() not in words.words("common_words")


def _further(text: str, found: Sequence[Word], at: int, end: int) -> int:
    """The end of the name when what follows belongs to it: the word after that; else the same end."""
    gap = text[found[end - 1].end : found[end].start]
    word = found[end]
    low = word.text.lower()
    if _ends_in_possession(found[at:end], found, end):
        return end
    if gap == ". " and re.fullmatch(r"(?:\w\.)*\w|St|Du|Mt|Ft", found[end - 1].text) and word.capital:
        return end + 1
    if gap in (" ", "\n", " \n", ""):
        if word.capital and low not in ("the",):
            return end + 1
        if _ORDINAL.match(word.text) and _has_event(found[at:end]):
            return end + 1
        if word.text.isdecimal() and len(word.text) < 4:  # noqa: PLR2004
            return _over_small_words(text, found, end)
        if low == "the":
            return end
        if (low in _SMALL and (low not in ("of", "for") or _takes_of(found[at:end]))) or (
            low in _TOPIC
            and (
                _has_head(found[at:end]) or (low == "for" and found[end - 1].text.lower() in ("minister", "ministers"))
            )
        ):
            return _over_small_words(text, found, end)
        if low == "and" and _is_one_name(text, found, at, end, end + 1):
            return _over_small_words(text, found, end)
    if gap == " & " and word.capital:
        return end + 1 if _is_one_name(text, found, at, end, end) else end
    if (
        gap in (" - ", "-")
        and word.capital
        and place_of(found[end - 1].text)
        and place_of(word.text)
        and _has_head(_next_run(text, found, end))
    ):
        return end + 1
    if (
        low in ("in", "to")
        and gap == " "
        and (found[end - 1].text in _ABROAD or found[at].text in ("Embassy", "Consulate", "Delegation", "Mission"))
        and end + 1 < len(found)
    ):
        over = _over_small_words(text, found, end)
        place = place_of(found[over - 1].text) if over > end else None
        of_a_mission = found[at].text in ("Embassy", "Consulate", "Delegation", "Mission") or found[end - 1].text in (
            "Embassy",
            "Consulate",
            "Delegation",
            "Mission",
        )
        return over if place and (place[0] == "country" or of_a_mission) else end
    if gap in (", ", ",\n", "., ") and word.capital and _continues_portfolio(text, found, at, end):
        return end + 1
    return end


def _takes_of(name: Sequence[Word]) -> bool:
    return _has_head(name) or name[-1].text.lower() in _TAKES_OF


def _over_small_words(text: str, found: Sequence[Word], end: int) -> int:
    """Past small words to the capital after them: of the Republic."""
    for number in range(end + 1, min(end + 3, len(found))):
        if text[found[number - 1].end : found[number].start] not in (" ", "\n", " \n"):
            return end
        if found[number].capital and found[number].text.lower() != "the":
            return end if found[number].text.lower().rstrip(".") in _no_names() else number + 1
        if found[number].text.lower() not in _SMALL:
            return end
    return end


def _ends_in_possession(name: Sequence[Word], found: Sequence[Word], end: int) -> bool:
    last = name[-1].text
    if not last.endswith("'s") and not last.endswith("s'"):
        return False
    return bool(place_of(" ".join(one.text for one in name).rstrip("s").rstrip("'"))) or not found[end].capital


def _is_one_name(text: str, found: Sequence[Word], at: int, end: int, after: int) -> bool:
    """Whether an "and" between the words up to ``end`` and those from ``after`` stands within a name."""
    left = found[at:end]
    right = _next_run(text, found, after)
    if not right:
        return False
    if place_of(" ".join(word.text for word in left[-1:]) + " and " + right[0].text):
        return True
    if left[0].text in ("Embassies", "Consulates", "Governments", "Ministries") and place_of(right[0].text):
        return True
    has_left, has_right = _has_head(left), _has_head(right)
    first, last = right[0].text.lower(), left[-1].text.lower()
    topical = words.words("portfolio_words")
    said = " ".join(word.text for word in left)
    if _PARTS_OF_A_PORTFOLIO.search(said) and first in topical:
        return not has_right or (right[0].text.lower() not in words.meanings("body_words") and not _is_whole(right))
    if has_left and has_right:
        return False
    if has_left:
        return " for " in f" {said} " or (" of " in f" {said} " and first in topical and last in topical)
    if has_right:
        return last in topical
    return last in topical and first in topical


def _is_whole(right: Sequence[Word]) -> bool:
    """Whether the words after an "and" are a name by themselves: they end in a head word."""
    return words.body_kind(right[-1].text) is not None


def _next_run(text: str, found: Sequence[Word], at: int) -> Sequence[Word]:
    start = at + 1 if at < len(found) and found[at].text.lower() == "the" else at
    end = start
    while (
        end < len(found) and found[end].capital and (end == start or text[found[end - 1].end : found[end].start] == " ")
    ):
        end += 1
    return found[start:end]


def _continues_portfolio(text: str, found: Sequence[Word], at: int, end: int) -> bool:
    """Whether a comma stands within the name of a ministry: what follows is one more thing that it is for."""
    if (
        found[at].text in ("Embassies", "Consulates", "Governments")
        and place_of(found[end].text)
        and place_of(found[end - 1].text)
    ):
        return True
    said = text[found[at].start : found[end - 1].end]
    topical = words.words("portfolio_words")
    if not _PARTS_OF_A_PORTFOLIO.search(said) and not _lists_what_a_body_is_for(text, found, end):
        return found[end].text.rstrip(".") in ("Ltd", "Inc", "LLC") and found[end - 1].text.rstrip(".") in (
            "Co",
            "Corp",
            "Company",
        )
    return found[end].text.lower() in topical and found[end - 1].text.lower() in topical


def _lists_what_a_body_is_for(text: str, found: Sequence[Word], end: int) -> bool:
    """Music, Song and Dance Theatre: after the comma one thing, "and" another, and a head word."""
    topical = words.words("portfolio_words")
    if (
        end + 2 >= len(found)
        or found[end].text.lower() not in topical
        or found[end + 1].text.lower() not in ("and", "&")
    ):
        return False
    right = _next_run(text, found, end + 2)
    return bool(right) and right[0].text.lower() in topical and _has_head(right)


def _has_head(name: Sequence[Word]) -> bool:
    return any(words.body_kind(word.text) or _event_sort(word.text) for word in name)


def _has_event(name: Sequence[Word]) -> bool:
    return any(_event_sort(word.text) for word in name)


def _event_sort(word: str) -> str | None:
    low = word.lower().removesuffix("'s").rstrip("'")
    return words.event_kind(low) or (words.event_kind(low[:-1]) if low.endswith("s") else None)


def _name(text: str, run: Sequence[Word]) -> list[Name]:
    run = list(run)
    while run and not (run[-1].capital or _ORDINAL.match(run[-1].text)):
        del run[-1]
    if not run:
        return []
    if all(word.text.lower().rstrip(".") in _no_names() for word in run):
        return []
    kind, sort = classify([word.text for word in run])
    if kind not in ("event", "series"):
        while len(run) > 1 and (_ORDINAL.match(run[0].text) or run[0].text.lower() in NUMBERS):
            del run[0]
    start, end = run[0].start, run[-1].end
    if text[start:end].endswith("'s"):
        end -= 2
    if kind == "event":
        end = with_subtitle(text, start, _with_country(text, end))
    body = re.compile(r" \([A-Z][A-Za-z]+\) ([A-Z][a-z]+)").match(text, end)
    if body and words.body_kind(body[1]) and kind not in ("event", "series"):
        end, kind = body.end(), words.body_kind(body[1]) or kind
    acronym = _ACRONYM.match(text, end)
    name = Name(
        start, end, _one_line(text[start:end]), kind, sort, acronym[1] if acronym and _is_acronym(acronym[1]) else None
    )
    return [_cut_to_acronym(text, name)] if name.acronym else [name]


@cache
def _no_names() -> frozenset[str]:
    """Months and weekdays."""
    return frozenset(word for word, (kind, _) in vocabulary().items() if kind in "MW")


def _with_country(text: str, end: int) -> int:
    """The end of an event's name with the place it is held in, where its acronym follows that: Film Festival in Vietnam (EUFF)."""
    place = re.compile(r" (?:in|of) ((?:[A-Z][\w-]*)(?: [A-Z][\w-]*)?)(?= \([A-Z]{2,8}\))").match(text, end)
    return place.end() if place and place_of(place[1]) else end


def _one_line(words_of_name: str) -> str:
    return " ".join(words_of_name.split())


def _is_acronym(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    return capitals >= 2 and capitals * 2 >= sum(map(str.isalpha, word))  # noqa: PLR2004


def _cut_to_acronym(text: str, name: Name) -> Name:
    """Drop words before a name that its acronym does not stand for: "Bangkok-based Asia Foundation (AF)"."""
    letters = [letter.lower() for letter in name.acronym or "" if letter.isalpha()]
    found = word_list(text, name.start, name.end)
    if (
        not letters
        or found[0].text[0].lower() == letters[0]
        or name.text.split()[0].lower() == (name.acronym or "").split()[0].lower()
    ):
        return name
    for number in range(1, len(found) - 1):
        if found[number].capital and _initials([word.text for word in found[number:]])[: len(letters)] == "".join(
            letters
        ):
            start = found[number].start
            kind, sort = classify([word.text for word in found[number:]])
            return name._replace(start=start, text=_one_line(text[start : name.end]), kind=kind, sort=sort)
    return name


def _initials(said: Sequence[str]) -> str:
    return "".join(
        part[0].lower()
        for word in said
        if word.lower() not in _SMALL | {"for", "and"}
        for part in word.split("-")
        if part
    )


def with_subtitle(text: str, start: int, end: int) -> int:
    """The end of an event's name with what follows it after a colon, as long as that is written as a title."""
    colon = _SUBTITLE.match(text, end)
    if not colon or start < 0:
        return end
    until = re.compile(r"[.,;(\n\"?!]| - |$").search(text, colon.end())
    stop = until.start() if until else end
    said = word_list(text, colon.end(), stop)
    content = [word for word in said if len(word.text) > 3]  # noqa: PLR2004
    is_title = len(content) > 1 and sum(word.capital for word in content) * 10 >= 6 * len(content)
    return said[-1].end if is_title else end


def classify(said: Sequence[str]) -> tuple[str, str | None]:
    """What a name is, and of an event which kind, by its head word: the last before "of", "for", "on" or "in"."""
    whole = " ".join(said)
    place = place_of(whole)
    if place and not (place[0] == "city" and len(said) > 1 and said[-1].lower() in words.words("venue_words")):
        return place[0], None
    if whole in words.meanings("demonyms"):
        return "demonym", None
    main = list(said)
    for number, word in enumerate(said):
        if number and word.lower() in {"of", "for", "on", "in", "de", "du", "about", "against"}:
            main = list(said[:number])
            break
    while len(main) > 1 and (_ORDINAL.match(main[-1]) or place_of(main[-1])):
        main.pop()
    return _by_head(main, said)


def _by_head(main: Sequence[str], said: Sequence[str]) -> tuple[str, str | None]:
    last = main[-1].lower()
    for size in (3, 2):
        sort = words.event_kind(" ".join(main[-size:]).lower()) if len(main) >= size else None
        if sort and len(said) > size:
            return "event", sort
    if last in words.meanings("programme_words") and len(said) > 1:
        return "programme", words.meanings("programme_words")[last]
    body = words.body_kind(last)
    if words.event_kind(last) and len(said) > 1:
        return "event", _ministers(main) or words.event_kind(last)
    if body:
        return body, None
    if last.endswith("s") and words.event_kind(last[:-1]) and len(said) > 1:
        return "series", words.event_kind(last[:-1])
    if last in words.words("venue_words"):
        return "venue", None
    return _by_first(main, said)


def _ministers(main: Sequence[str]) -> str | None:
    low = " ".join(main).lower()
    if "minister" in low:
        return "ministerial_meeting"
    return "senior_officials_meeting" if "senior official" in low else None


def _by_first(main: Sequence[str], said: Sequence[str]) -> tuple[str, str | None]:
    """Names whose head comes first: Festival Cervantino, Embassy of India; or acronyms."""
    first = main[0].lower()
    if (
        first in ("city", "municipality", "province", "canton", "prefecture", "region")
        and len(said) > 2
        and said[1] == "of"
    ):  # noqa: PLR2004
        return "state", None
    if main[-1].lower() in ("prize", "award", "awards") and "for" in said:
        return "event", "competition"
    if words.event_kind(first) == "festival" and len(said) > 1:
        return "event", "festival"
    for word in main:
        if words.body_kind(word) == "state" and len(said) > 1:
            return "state", None
    if len(said) == 1 and _is_acronym(said[0]) and said[0].isupper():
        return "acronym", None
    return "", None


_SHORT_COUNTRIES = frozenset(("UK", "US", "USA", "UAE", "ROK", "PRC", "RoK", "Lao"))
"""Names of countries of up to three letters; AI and IT are others in a newspaper."""


@lru_cache(maxsize=4096)
def place_of(name: str) -> tuple[str, str] | None:
    """What place a name is: ``("country", "VN")``, ``("group", "ASEAN")``, ``("city", "VN")``; None for no place.

    The country of a city is that of the most populous one of its name. A name that several countries share has all
    their codes, parted by a bar: ``("country", "KP|KR")``.
    """
    if len(name) < 2 or name.islower() or name.lower() in words.words("common_words"):
        return None
    bare = name.removesuffix("'s")
    if (len(bare) > 3 or bare in _SHORT_COUNTRIES) and countries.is_country(bare):  # noqa: PLR2004
        try:
            return "country", countries.read_country(bare).code
        except errors.AmbiguousCountry as several:
            return "country", "|".join(several.candidates)
    group = groups.read_group(bare)
    if group:
        return "group", group
    known = cities.find_cities(bare)
    return ("city", known[0].country) if known else None
