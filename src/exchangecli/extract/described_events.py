"""Events without a name, told in small letters: "an evening of Dance and Music"."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.drafts import Draft, Mention
from exchangecli.extract.event_words import heads
from exchangecli.extract.page import Page

_HOLDS = (
    r"held|hosted|hosts?|organi[sz]ed|organi[sz]es|staged|stages|presented|presents|opened|opens?|launched|launches|kicked off|"
    r"kicks off|took place|takes place|take place|taking place|convened|convenes|inaugurated|performed|celebrated|mounted|"
    r"arranged|concluded|wrapped up|gave|give|gives|featured|entertained|enthralled|welcomed|enjoyed|attended|screened"
)


_OWN = re.compile(
    r"\b(?:will|takes place|took place|was held|is scheduled|conduct|planned|to come|hold|held|give|gave|follow|staged|opens?|opened|performed?)\b"
)


def note_described(page: Page, drafts: list[Draft], mentions: list[list[Mention]]) -> None:
    """Further events without a name, in sentences of their own: "A masterclass for young players takes place on 8 June"."""
    for number, sentence in enumerate(page.sentences):
        if sentence.kind != "body" or not _OWN.search(page.within(sentence)):
            continue
        dated = [one for one in page.dates[number] if one.precision == "day" or one.weekday]
        for match in _description().finditer(page.plain, sentence.start, sentence.end):
            before = [one for one in mentions[number] if one.start <= match.end(1)]
            if (
                not dated
                or any(not one.background and drafts[one.event].rule != "event:described" for one in before)
                or page.plain[match.start() : match.start() + 2].lower() not in ("a ", "an")
            ):
                continue
            found = _as_described(page, match)
            after = page.plain[match.end(2) : match.end(2) + 40]
            if (
                found is None
                or re.match(r",?\s(?:titled|entitled|called|named)?\s?\"", after)
                or re.search(
                    r"\b(?:with|at|during|following|including|after|for|features?|featuring|includes?|offers?|saw)\s(?:an?\s)?$",
                    page.plain[max(sentence.start, match.start() - 12) : match.start()],
                )
            ):
                continue
            drafts.append(found)
            mentions[number].append(Mention(*found.place, len(drafts) - 1))
        mentions[number].sort()


@cache
def _description() -> re.Pattern[str]:
    inner = r"(?:[\w'&/-]+[ ]){0,6}?"
    what = r"(?: (?:of|featuring|by|for|on|between|with|showcasing|titled|entitled) (?:(?!in\b|at\b|on\b|to mark|and an?\b)[\w'&/-]+(?:, (?=[\w' -]+ and ))?[ ]?){1,10})?"
    return re.compile(rf"\b(?:an?|the|its) ({inner}({heads()})s?(?![\w-]){what})", re.IGNORECASE)


_VERB = re.compile(r"\b(?:was|were|is|are|be|has|have|had|will|would|to|that|which|who|as|said|takes?|took|and will)\b")


def find_described(page: Page, lead: Sequence[int]) -> tuple[Draft, int] | None:
    """An event told in small letters: "an evening of Dance and Music", in a sentence that says that it was held."""
    for number in lead:
        sentence = page.sentences[number]
        if not re.search(rf"\b(?:{_HOLDS})\b|\bwill be\b|\bperform", page.within(sentence)):
            continue
        for match in _description().finditer(page.plain, sentence.start, sentence.end):
            draft = _as_described(page, match)
            if draft:
                return draft, number
    return None


def _as_described(page: Page, match: re.Match[str]) -> Draft | None:
    said = match[1]
    cut = _VERB.search(said, match.end(2) - match.start(1))
    said = (said[: cut.start()] if cut else said).rstrip(" ,")
    said = re.sub(
        r"\s(?:on|from)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s\d).*$",
        "",
        said,
        flags=re.IGNORECASE,
    )
    said = re.sub(r"\s(?:of|by|for|on|with|between|featuring|and|the|a|an|their|its)$", "", said)
    said = re.sub(r"\s(?:of|by|for|on|with|between|featuring|and|the|a|an|their|its)$", "", said)
    if re.search(
        rf"\b(?:{_HOLDS})\b|(?:press|news) conference|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
        said[: match.end(2) - match.start(1)],
        re.IGNORECASE,
    ):
        return None
    opens = re.match(r"\s(?:that|which)\b|,\s", match.string[match.end(2) : match.end(2) + 6]) and match[0][0] == "A"
    if _VERB.search(said[: match.start(2) - match.start(1)]) or (len(said.split()) < 2 and not opens):  # noqa: PLR2004
        return None
    start = match.start(1)
    return Draft(
        page.said(start, start + len(said)), (start, start + len(said)), "event:described", words.event_kind(match[2])
    )
