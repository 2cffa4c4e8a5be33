"""Runs of capitalised words: where a name begins, and how far small words, "and" and commas carry it on."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.head_words import ORDINAL, has_event, has_head
from exchangecli.extract.joined_names import continues_portfolio, is_one_name, next_run
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import Word
from exchangecli.model import ordinals
from exchangecli.model.date_words import vocabulary

_LONGEST = 24
"""Words; what is longer is no name but a text in capitals."""
_TOPIC = frozenset(("for", "on", "against", "about"))
"""Small words that join what a body or an event is for to it."""
_MISSIONS = frozenset(("Embassy", "Consulate", "Mission", "Delegation"))
_ABROAD = _MISSIONS | {"Center", "Centre", "Republic", "Council"}
"""Bodies that are abroad, and are named with the country they are in: the Vietnamese Embassy in Hungary."""
_SPACES = frozenset((" ", "\n", " \n"))
_COMMAS = frozenset((", ", ",\n", "., ", ") "))
_INITIAL = re.compile(r"(?:\w\.)*\w|St|Du|Mt|Ft")
"""What a point stands behind within a name."""
_COMMON_IN_NAMES = frozenset(("All", "One", "Our", "Next", "Two", "Three", "First", "New"))
"""Common words with which a name may begin within a sentence: and All Nippon Airways."""
_BEFORE_A_NAME = frozenset(("and", "the", "by", "of", "with"))
_LONGEST_NUMBER = 3
"""Digits; four are a year."""
_MOST_SMALL_WORDS = 2

Joins = Callable[[str, Sequence[Word], int, int], int | None]
"""A way in which a name goes on.

It is asked with the text, the words of the sentence, the number of the name's first word and that of the word after the
name so far. It answers with the number of the word after the longer name, with the same number where the name ends
here, and with None where it has nothing to say.
"""


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
    if ORDINAL.match(word.text) or word.text.lower() in ordinals.WORDS:
        return at + 1 < len(found) and text[word.end : found[at + 1].start] == " " and found[at + 1].capital
    if word.text in _COMMON_IN_NAMES and at and found[at - 1].text in _BEFORE_A_NAME:
        return at + 1 < len(found) and found[at + 1].capital
    return word.capital and word.text.lower() not in words.words("common_words")


def _further(text: str, found: Sequence[Word], at: int, end: int) -> int:
    """The end of the name when what follows belongs to it; else the same end."""
    answers = (join(text, found, at, end) for join in _JOINS)
    return next((answer for answer in answers if answer is not None), end)


def _gap(text: str, found: Sequence[Word], end: int) -> str:
    """What stands between a name and the word after it."""
    return text[found[end - 1].end : found[end].start]


def _possession(_text: str, found: Sequence[Word], at: int, end: int) -> int | None:
    """Korea's and the artist's end a name, the Ministers' Meeting does not."""
    last = found[end - 1].text
    if not last.endswith(("'s", "s'")) or _of_two_owners(found, end):
        return None
    owner = " ".join(one.text for one in found[at:end]).rstrip("s").rstrip("'")
    return end if place_of(owner) or not found[end].capital else None


def _of_two_owners(found: Sequence[Word], end: int) -> bool:
    """The Writers' and Translators' House."""
    return (
        end + 1 < len(found)
        and found[end].text == "and"
        and all(found[n].text.endswith("s'") for n in (end - 1, end + 1))
    )


def _initial(text: str, found: Sequence[Word], _at: int, end: int) -> int | None:
    """J. Kim, St. Petersburg."""
    joins = _gap(text, found, end) == ". " and found[end].capital and _INITIAL.fullmatch(found[end - 1].text)
    return end + 1 if joins else None


def _capital_or_number(text: str, found: Sequence[Word], at: int, end: int) -> int | None:
    word = found[end]
    if _gap(text, found, end) not in _SPACES | {""}:
        return None
    if word.capital and word.text.lower() != "the":
        return end + 1
    if ORDINAL.match(word.text) and has_event(found[at:end]):
        return end + 1
    if word.text.isdecimal() and len(word.text) <= _LONGEST_NUMBER:
        return _over_small_words(text, found, end)
    return end if word.text.lower() == "the" else None


def _small_word(text: str, found: Sequence[Word], at: int, end: int) -> int | None:
    """Ministry of Culture; Centre for the Arts; Culture and Arts."""
    low = found[end].text.lower()
    if _gap(text, found, end) not in _SPACES | {""}:
        return None
    name = found[at:end]
    joins = (
        _takes_of(name)
        if low == "of"
        else low in words.phrases("small word")
        or (low in _TOPIC and _takes_topic(name, low))
        or (low == "and" and is_one_name(text, found, at, end, end + 1))
    )
    return _over_small_words(text, found, end) if joins else None


def _within_an_event(text: str, found: Sequence[Word], at: int, end: int) -> int | None:
    """Harbour to Harbour Residency; Conference on Living Heritage in Port Cities."""
    low = found[end].text.lower()
    if low not in ("to", "in") or _gap(text, found, end) not in _SPACES:
        return None
    name, further = found[at:end], next_run(text, found, end + 1)
    if low == "to":
        return end + 2 if has_event(further) and not has_head(name) else None
    is_on_a_topic = has_event(name) and any(word.text in _TOPIC for word in name)
    whole = " ".join(word.text for word in further)
    return end + 2 if is_on_a_topic and further and not place_of(whole) and not place_of(further[0].text) else None


def _takes_of(name: Sequence[Word]) -> bool:
    return has_head(name) or name[-1].text.lower() in words.phrases("takes of")


def _takes_topic(name: Sequence[Word], low: str) -> bool:
    return has_head(name) or (low == "for" and name[-1].text.lower() in ("minister", "ministers"))


def _ampersand(text: str, found: Sequence[Word], at: int, end: int) -> int | None:
    if _gap(text, found, end) != " & " or not found[end].capital:
        return None
    return end + 1 if is_one_name(text, found, at, end, end) else end


def _two_places(text: str, found: Sequence[Word], _at: int, end: int) -> int | None:
    """Korea - Vietnam Friendship Festival."""
    joins = (
        _gap(text, found, end) in (" - ", "-")
        and found[end].capital
        and place_of(found[end - 1].text)
        and place_of(found[end].text)
        and has_head(next_run(text, found, end))
    )
    return end + 1 if joins else None


def _abroad(text: str, found: Sequence[Word], at: int, end: int) -> int | None:
    """The Korean Cultural Center in Vietnam, the Consulate in Almaty."""
    first, last = found[at].text, found[end - 1].text
    if (
        found[end].text.lower() not in ("in", "to")
        or _gap(text, found, end) != " "
        or not (last in _ABROAD or first in _MISSIONS)
        or end + 1 == len(found)
    ):
        return None
    over = _over_small_words(text, found, end)
    place = place_of(found[over - 1].text) if over > end else None
    is_mission = first in _MISSIONS or last in _MISSIONS
    return over if place and (place[0] == "country" or is_mission) else end


def _portfolio(text: str, found: Sequence[Word], at: int, end: int) -> int | None:
    """Ministry of Culture, Sports and Tourism."""
    joins = _gap(text, found, end) in _COMMAS and found[end].capital and continues_portfolio(text, found, at, end)
    return end + 1 if joins else None


_JOINS: tuple[Joins, ...] = (
    _possession,
    _initial,
    _capital_or_number,
    _within_an_event,
    _small_word,
    _ampersand,
    _two_places,
    _abroad,
    _portfolio,
)
"""The ways in which a name goes on; the first that has something to say decides."""


def _over_small_words(text: str, found: Sequence[Word], end: int) -> int:
    """Past small words to the capital after them: of the Republic."""
    for number in range(end + 1, min(end + _MOST_SMALL_WORDS + 1, len(found))):
        word = found[number]
        if _gap(text, found, number) not in _SPACES:
            return end
        if word.capital and word.text.lower() != "the":
            return end if word.text.lower().rstrip(".") in calendar_words() else number + 1
        if word.text.lower() not in words.phrases("small word"):
            return end
    return end


@cache
def calendar_words() -> frozenset[str]:
    """Months and weekdays, which have capitals and are no names."""
    return frozenset(word for word, (kind, _) in vocabulary().items() if kind in "MW")
