"""Events without a name, told in small letters: "an evening of Dance and Music"."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.drafts import Draft, Told
from exchangecli.extract.event_words import heads
from exchangecli.extract.page import Page

_OF_ITS_OWN = re.compile(
    r"\b(?:will|takes place|took place|was held|is scheduled|conduct|planned|to come|hold|held|give|gave|follow|staged|"
    r"opens?|opened|performed?)\b"
)
_VERB = re.compile(r"\b(?:was|were|is|are|be|has|have|had|will|would|to|that|which|who|as|said|takes?|took|and will)\b")
_BEFORE_BACKGROUND = re.compile(
    r"\b(?:with|at|during|following|including|after|for|features?|featuring|includes?|offers?|saw)\s(?:an?\s)?$"
)
_BEFORE_TITLE = re.compile(r",?\s(?:titled|entitled|called|named)?\s?\"")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(rf"\s(?:on|from)\s(?:{_WEEKDAY}|\d|{_MONTH}\s\d).*$", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\s(?:of|by|for|on|with|between|featuring|and|the|a|an|their|its)){1,2}$")
_GOES_ON = re.compile(r"\s(?:that|which)\b|,\s")


@cache
def _description() -> re.Pattern[str]:
    """An article, up to six words, a word for an event, and what it is of: "a masterclass for young players"."""
    before = r"(?:[\w'&/-]+[ ]){0,6}?"
    joint = r"(?:of|featuring|by|for|on|between|with|showcasing|titled|entitled)"
    word = r"(?!in\b|at\b|on\b|to mark|and an?\b)[\w'&/-]+"
    what = rf"(?: {joint} (?:{word}(?:, (?=[\w' -]+ and ))?[ ]?){{1,10}})?"
    return re.compile(rf"\b(?:an?|the|its) ({before}({heads()})s?(?![\w-]){what})", re.IGNORECASE)


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('holds an event')}\b|\bwill be\b|\bperform")


@cache
def _no_description() -> re.Pattern[str]:
    held = words.either("holds an event")
    return re.compile(rf"\b{held}\b|(?:press|news) conference|{_WEEKDAY}", re.IGNORECASE)


def find_described(page: Page, lead: Sequence[int]) -> tuple[Draft, int] | None:
    """The first event that a lead describes where it says that it was held, and the number of the sentence."""
    for number in lead:
        sentence = page.sentences[number]
        if _held().search(page.within(sentence)):
            for match in _description().finditer(page.plain, sentence.start, sentence.end):
                draft = _as_described(page, match)
                if draft:
                    return draft, number
    return None


def note_described(told: Told) -> None:
    """Further events without a name, in sentences of their own: "A masterclass takes place on 8 June"."""
    page = told.page
    for number, sentence in enumerate(page.sentences):
        dated = any(one.precision == "day" or one.weekday for one in page.dates[number])
        if dated and sentence.kind == "body" and _OF_ITS_OWN.search(page.within(sentence)):
            for match in _description().finditer(page.plain, sentence.start, sentence.end):
                draft = _as_described(page, match) if _is_new(told, number, match) else None
                if draft:
                    told.add(draft, number)
            told.mentions[number].sort()


def _is_new(told: Told, number: int, match: re.Match[str]) -> bool:
    """Whether a description can be of an event not told of before: "a concert", where its sentence names none yet."""
    start, end = match.start(), match.end(2)
    page = told.page
    before = [one for one in told.mentions[number] if one.start <= match.end(1)]
    if any(not one.background and told.drafts[one.event].rule != "event:described" for one in before):
        return False
    if match[0][:2].lower() not in ("a ", "an") or _BEFORE_TITLE.match(page.plain[end : end + 40]):
        return False
    return not _BEFORE_BACKGROUND.search(page.plain[max(page.sentences[number].start, start - 12) : start])


def _as_described(page: Page, match: re.Match[str]) -> Draft | None:
    """The event that words describe, without what belongs to the sentence; None where they describe none."""
    start = match.start(1)
    until_head = match.end(2) - start
    verb = _VERB.search(match[1], until_head)
    said = (match[1][: verb.start()] if verb else match[1]).rstrip(" ,")
    said = _LOOSE_END.sub("", _DAY.sub("", said))
    if _no_description().search(said[:until_head]) or _VERB.search(said[: match.start(2) - start]):
        return None
    opens_sentence = match[0][0] == "A" and _GOES_ON.match(match.string[match.end(2) : match.end(2) + 6])
    if len(said.split()) <= 1 and not opens_sentence:
        return None
    place = (start, start + len(said))
    return Draft(page.said(*place), place, "event:described", words.event_kind(match[2]))
