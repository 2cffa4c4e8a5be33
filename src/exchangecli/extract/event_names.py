"""Names of events: in capitals, in quotation marks, or called an event by the words after them."""

import re
from collections.abc import Iterator
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.dated import find_dates
from exchangecli.extract.drafts import Draft
from exchangecli.extract.event_words import heads, kind_in
from exchangecli.extract.names import Name, classify, place_of, with_subtitle
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence


def find_named(page: Page, number: int, sentence: Sentence) -> Iterator[Draft]:
    for name in page.names[number]:
        of_somebody = sentence.kind == "item" and re.search(
            r"[A-Z]\w+ of $", page.plain[max(sentence.start, name.start - 30) : name.start]
        )
        if name.kind == "event" and not of_somebody and not _is_of_another(page.plain, name):
            yield Draft(name.text, (name.start, name.end), "event:named", name.sort, name.acronym)
    yield from _quoted(page, sentence)
    yield from _apposed(page, sentence)


_WHICH_OPENED = re.compile(
    r",? which (?:opened|opens|runs|ran|was held|took place|will open|will be held|is on|premiered)\b"
)
_NEXT = 500
"""How far behind such a name the word for what it is may stand: "The exhibition, hosted by"."""
_PARTS = frozenset(("policy_panel", "lecture"))
"""Kinds that are mostly sessions of another event."""


@cache
def _is_a() -> re.Pattern[str]:
    ends = r"(?=[,.;]|\s(?:of|that|which|by|with|for|in|at|featuring|was|is|to|put|organi|held|showcas|between|curat|bring|where|run|and|presented|programme|program|series|dedicated|aimed|celebrating)|$)"
    return re.compile(rf"(?:,|\sis|\swas)\s(?:an?|the)\s(?:[a-z][\w'-]*\s){{0,4}}?({heads()}){ends}")


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"\b({heads()}),?\s(?:titled|entitled|called|named|dubbed)\s(?=(?-i:[A-Z]))", re.IGNORECASE)


def _apposed(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """Names that the words after them call an event: "Tango at the Teahouse, an evening put together by"."""
    for match in _is_a().finditer(page.plain, sentence.start, sentence.end):
        title = re.search(
            r"(?:^|[\s\"])([A-Z][\w'&-]*(?:(?:\s(?:at|of|in|the|and|on|for|de|du|to|with|&)(?:\sthe)?)?\s[A-Z0-9][\w'&-]*)+)\"?$",
            page.plain[max(sentence.start, match.start() - 80) : match.start()],
        )
        if not title:
            continue
        start = max(sentence.start, match.start() - 80) + title.start(1)
        start += len(re.match(r"(?:The\s)?", title[1])[0])  # type: ignore[index]
        end = max(sentence.start, match.start() - 80) + title.end(1)
        said = page.plain[start:end]
        if classify(said.split())[0] in ("", "programme") and not _is_a_person(page, sentence, said):
            yield Draft(page.said(start, end), (start, end), "event:apposed", words.event_kind(match[1]))
    for match in _EDITION_OF.finditer(page.plain, sentence.start, sentence.end):
        names = [name for names in page.names for name in names if name.start == match.end()]
        if names and names[0].kind in ("", "programme", "series") and not place_of(names[0].text):
            end = with_subtitle(page.plain, names[0].start, names[0].end)
            yield Draft(
                page.said(names[0].start, end),
                (names[0].start, end),
                "event:edition-of",
                kind_in(page.plain[names[0].start : end]),
            )
    for match in _called().finditer(page.plain, sentence.start, sentence.end):
        title = re.compile(
            r"[A-Z][\w'&-]*(?:(?:\s(?:at|of|in|the|and|on|for|de|du|to|with))*\s[A-Z0-9][\w'&-]*)*(?:\s\([A-Z][^()]{3,60}\))?"
        ).match(page.plain, match.end(), sentence.end)
        if title:
            yield Draft(page.said(*title.span()), title.span(), "event:called", words.event_kind(match[1]))


_EDITION_OF = re.compile(r"\bedition of (?:the |its )?\"?(?=[A-ZÀ-Þ])")


def _is_a_person(page: Page, sentence: Sentence, said: str) -> bool:
    """Whether a name is spoken of as somebody's: with "who", or an honorific."""
    return bool(
        re.search(
            rf"{re.escape(said)}\"?,?\s(?:who|said|told)\b|(?:Mr|Ms|Mrs|Dr|Prof)\.?\s{re.escape(said)}", page.plain
        )
    ) and bool(sentence)


def _is_of_another(plain: str, name: Name) -> bool:
    """A festival's director, a concert's hall: the next word says that something else is named."""
    return bool(
        re.match(
            r"(?:'s?)?\s(?:director|organi[sz]er|committee|secretariat|hall|venue|curator|prize|award)s?\b",
            plain[name.end : name.end + 20],
        )
    )


_QUOTED = re.compile(r"\"([^\"\n]{3,120}?)[,.]?\"")


def _quoted(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """Titles in quotation marks beside the word for what they are: the exhibition "Two Rivers"."""
    for match in _QUOTED.finditer(page.plain, sentence.start, sentence.end):
        title = match[1].strip()
        kind = classify(title.split())
        before = page.plain[max(sentence.start, match.start() - 60) : match.start()]
        after = page.plain[match.end() : match.end() + 70].split(".")[0]
        beside = _kind_beside(before, after)
        if kind[0] == "event" and not beside:
            continue  # found by its name
        content = [word for word in title.split() if len(word) > 3] or title.split()  # noqa: PLR2004
        if beside in _PARTS and _is_a_part(page, sentence, beside):
            continue  # a session of that event
        if not beside and _WHICH_OPENED.match(page.plain, match.end()):
            beside = kind_in(page.plain[match.end() : match.end() + _NEXT])
        if beside and content and sum(word[0].isupper() for word in content) * 2 >= len(content):
            yield Draft(
                page.said(match.start(1), match.start(1) + len(match[1].rstrip())),
                match.span(1),
                "event:quoted",
                beside,
            )


@cache
def _beside_quotation() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = rf"\b({heads()})(?: of(?: [\w'-]+){{1,5}})?(?:,? (?:is |was |will be )?(?:titled|entitled|called|named|dubbed|themed|billed as|under the title(?: of)?|under the name(?: of)?))?[,:]?\s*$"
    after = rf"^(?:,\s(?:an?|the|this year's)\s(?:[\w'-]+\s){{0,4}}?|\s(?:an?\s(?:[\w'-]+\s){{0,3}}?)?(?:[a-z-]+\s)?)({heads()})\b(?!\s(?:hall|director|pianist|goers?|organi[sz]er))"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _kind_beside(before: str, after: str) -> str | None:
    pattern_before, pattern_after = _beside_quotation()
    if re.search(
        r"\b(?:theme|topic|film|song|book|novel|motto|slogan|prize|award|play|work|piece|painting)\b[^\"]*$",
        before[-30:],
        re.IGNORECASE,
    ):
        return None
    found = pattern_before.search(before) or pattern_after.match(after)
    return words.event_kind(found[1]) if found else None


def _is_a_part(page: Page, sentence: Sentence, kind: str) -> bool:
    """Whether a panel, or a lecture without a day of its own, is a session of an event that the article names."""
    days = (one.precision == "day" for one in find_dates(page.plain, sentence.start, sentence.end))
    names_an_event = any(name.kind == "event" for names in page.names for name in names)
    return names_an_event and (kind == "policy_panel" or not any(days))
