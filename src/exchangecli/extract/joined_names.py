"""Whether an "and" or a comma stands within a name: "Ministry of Culture, Sports and Tourism"."""

import re
from collections.abc import Sequence

from exchangecli.extract import words
from exchangecli.extract.head_words import has_head
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import Word

_PARTS_OF_A_PORTFOLIO = re.compile(
    r"\b(?:minist(?:ry|ries|ers?)|department|commission(?:er)?|committee|agency|office|secretary|bureau|directorate|council|"
    r"secretariat|authority|undersecretary|faculty|school|academy|institute)\b.* (?:of|for)\b",
    re.IGNORECASE,
)


def is_one_name(text: str, found: Sequence[Word], at: int, end: int, after: int) -> bool:
    """Whether an "and" between the words up to ``end`` and those from ``after`` stands within a name."""
    left = found[at:end]
    right = next_run(text, found, after)
    if not right:
        return False
    if place_of(" ".join(word.text for word in left[-1:]) + " and " + right[0].text):
        return True
    if left[0].text in ("Embassies", "Consulates", "Governments", "Ministries") and place_of(right[0].text):
        return True
    has_left, has_right = has_head(left), has_head(right)
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


def next_run(text: str, found: Sequence[Word], at: int) -> Sequence[Word]:
    start = at + 1 if at < len(found) and found[at].text.lower() == "the" else at
    end = start
    while (
        end < len(found) and found[end].capital and (end == start or text[found[end - 1].end : found[end].start] == " ")
    ):
        end += 1
    return found[start:end]


def continues_portfolio(text: str, found: Sequence[Word], at: int, end: int) -> bool:
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
    right = next_run(text, found, end + 2)
    return bool(right) and right[0].text.lower() in topical and has_head(right)
