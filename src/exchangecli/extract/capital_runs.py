"""Runs of capitalised words: where a name begins, and how far small words, "and" and commas carry it on."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.acronyms import SMALL
from exchangecli.extract.head_words import ORDINAL, has_event, has_head
from exchangecli.extract.joined_names import continues_portfolio, is_one_name, next_run
from exchangecli.extract.ordinals import NUMBERS
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import Word
from exchangecli.model.date_words import vocabulary

_LONGEST = 24
"""Words; what is longer is no name but a text in capitals."""


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


_TOPIC = frozenset(("for", "on", "against", "about"))
"""Small words that join what a body or an event is for to it."""


_ABROAD = frozenset(("Embassy", "Consulate", "Mission", "Center", "Centre", "Delegation", "Republic", "Council"))
"""Bodies that are abroad, and are named with the country they are in: the Vietnamese Embassy in Hungary."""


def run_end(text: str, found: Sequence[Word], at: int) -> int:
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
    if ORDINAL.match(word.text) or word.text.lower() in NUMBERS:
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
        if ORDINAL.match(word.text) and has_event(found[at:end]):
            return end + 1
        if word.text.isdecimal() and len(word.text) < 4:  # noqa: PLR2004
            return _over_small_words(text, found, end)
        if low == "the":
            return end
        if (low in SMALL and (low not in ("of", "for") or _takes_of(found[at:end]))) or (
            low in _TOPIC
            and (has_head(found[at:end]) or (low == "for" and found[end - 1].text.lower() in ("minister", "ministers")))
        ):
            return _over_small_words(text, found, end)
        if low == "and" and is_one_name(text, found, at, end, end + 1):
            return _over_small_words(text, found, end)
    if gap == " & " and word.capital:
        return end + 1 if is_one_name(text, found, at, end, end) else end
    if (
        gap in (" - ", "-")
        and word.capital
        and place_of(found[end - 1].text)
        and place_of(word.text)
        and has_head(next_run(text, found, end))
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
    if gap in (", ", ",\n", "., ") and word.capital and continues_portfolio(text, found, at, end):
        return end + 1
    return end


def _takes_of(name: Sequence[Word]) -> bool:
    return has_head(name) or name[-1].text.lower() in _TAKES_OF


def _ends_in_possession(name: Sequence[Word], found: Sequence[Word], end: int) -> bool:
    last = name[-1].text
    if not last.endswith("'s") and not last.endswith("s'"):
        return False
    return bool(place_of(" ".join(one.text for one in name).rstrip("s").rstrip("'"))) or not found[end].capital


def _over_small_words(text: str, found: Sequence[Word], end: int) -> int:
    """Past small words to the capital after them: of the Republic."""
    for number in range(end + 1, min(end + 3, len(found))):
        if text[found[number - 1].end : found[number].start] not in (" ", "\n", " \n"):
            return end
        if found[number].capital and found[number].text.lower() != "the":
            return end if found[number].text.lower().rstrip(".") in calendar_words() else number + 1
        if found[number].text.lower() not in SMALL:
            return end
    return end


@cache
def calendar_words() -> frozenset[str]:
    """Months and weekdays, which have capitals and are no names."""
    return frozenset(word for word, (kind, _) in vocabulary().items() if kind in "MW")
