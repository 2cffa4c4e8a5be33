"""Whether an "and" or a comma stands within a name: "Ministry of Culture, Sports and Tourism"."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.head_words import has_head
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import Word

_OF_SEVERAL_COUNTRIES = frozenset(("Embassies", "Consulates", "Governments"))
_COMPANY = frozenset(("Co", "Corp", "Company"))
_LIMITED = frozenset(("Ltd", "Inc", "LLC"))


def is_one_name(text: str, found: Sequence[Word], at: int, end: int, after: int) -> bool:
    """Whether an "and" between the words up to ``end`` and those from ``after`` stands within a name."""
    left, right = found[at:end], next_run(text, found, after)
    if not right or (found[after].text.lower() == "the" and not _has_portfolio(_said(left))):
        return False
    if left[-1].text.endswith("s'") and right[0].text.endswith("s'"):
        return True
    if place_of(f"{left[-1].text} and {right[0].text}"):
        return True
    if left[0].text in _OF_SEVERAL_COUNTRIES | {"Ministries"} and place_of(right[0].text):
        return True
    if _has_portfolio(_said(left)) and _is_topic(right[0]):
        return not has_head(right) or not (words.body_kind(right[0].text) or words.body_kind(right[-1].text))
    return _is_one_topic(left, right)


def _is_one_topic(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether both sides are what one body or event is for; two that have head words of their own are two names."""
    said = f" {_said(left)} "
    both = _is_topic(left[-1]) and _is_topic(right[0])
    if has_head(left):
        return not has_head(right) and (" for " in said or (" of " in said and both))
    return _is_topic(left[-1]) if has_head(right) else both


def next_run(text: str, found: Sequence[Word], at: int) -> Sequence[Word]:
    """The words with capitals that follow each other from a number on, or from behind a "the" there."""
    start = at + 1 if at < len(found) and found[at].text.lower() == "the" else at
    end = start
    while (
        end < len(found) and found[end].capital and (end == start or text[found[end - 1].end : found[end].start] == " ")
    ):
        end += 1
    return found[start:end]


def continues_portfolio(text: str, found: Sequence[Word], at: int, end: int) -> bool:
    """Whether a comma stands within the name of a ministry: what follows is one more thing that it is for."""
    last, following = found[end - 1], found[end]
    if found[at].text in _OF_SEVERAL_COUNTRIES and place_of(following.text) and place_of(last.text):
        return True
    if _has_portfolio(text[found[at].start : last.end]) or _lists_what_a_body_is_for(text, found, end):
        return _is_topic(following) and _is_topic(last)
    return following.text.rstrip(".") in _LIMITED and last.text.rstrip(".") in _COMPANY


def _lists_what_a_body_is_for(text: str, found: Sequence[Word], end: int) -> bool:
    """Music, Song and Dance Theatre: after the comma one thing, "and" another, and a head word."""
    if end + 2 >= len(found) or not _is_topic(found[end]) or found[end + 1].text.lower() not in ("and", "&"):
        return False
    right = next_run(text, found, end + 2)
    return bool(right) and _is_topic(right[0]) and has_head(right)


def _said(name: Sequence[Word]) -> str:
    return " ".join(word.text for word in name)


def _is_topic(word: Word) -> bool:
    return word.text.lower() in words.words("portfolio_words")


def _has_portfolio(said: str) -> bool:
    return bool(_portfolio().search(said))


@cache
def _portfolio() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('has a portfolio')}\b.* (?:of|for)\b", re.IGNORECASE)
