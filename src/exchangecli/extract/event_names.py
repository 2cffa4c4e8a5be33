"""Names of events: in capitals, in quotation marks, or called an event by the words beside them."""

import re
from collections.abc import Iterator
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.dated import find_dates
from exchangecli.extract.drafts import Draft
from exchangecli.extract.event_words import heads, kind_in
from exchangecli.extract.names import Name, classify, place_of, with_subtitle
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import LONGEST_SMALL_WORD, Sentence

_QUOTED = re.compile(r"\"([^\"\n]{3,120}?)[,.]?\"")
_SMALL = "at|of|in|the|and|on|for|de|du|to|with"
_TITLE_BEFORE = re.compile(rf"(?:^|[\s\"])([A-Z][\w'&-]*(?:(?:\s(?:{_SMALL}|&)(?:\sthe)?)?\s[A-Z0-9][\w'&-]*)+)\"?$")
_TITLE_AFTER = re.compile(rf"[A-Z][\w'&-]*(?:(?:\s(?:{_SMALL}))*\s[A-Z0-9][\w'&-]*)*(?:\s\([A-Z][^()]{{3,60}}\))?")
_THE = re.compile(r"^The\s")
_TITLE_REACH = 80
_EDITION_OF = re.compile(r"\bedition of (?:the |its )?\"?(?=[A-ZÀ-Þ])")
_OF_ANOTHER = re.compile(
    r"(?:'s?)?\s(?:director|organi[sz]er|committee|secretariat|hall|venue|curator|prize|award)s?\b"
)
_OF_SOMEBODY = re.compile(r"[A-Z]\w+ of $")
_NO_EVENT = re.compile(
    r"\b(?:theme|topic|film|song|book|novel|motto|slogan|prize|award|play|work|piece|painting)\b[^\"]*$", re.IGNORECASE
)
"""Before a name in quotation marks: it is that of something else."""


def find_named(page: Page, number: int) -> Iterator[Draft]:
    """The events that a sentence names, in no particular order."""
    sentence = page.sentences[number]
    for name in page.names[number]:
        if name.kind == "event" and not _is_of_another(page, sentence, name):
            yield Draft(name.text, (name.start, name.end), "event:named", name.sort, name.acronym)
    yield from _quoted(page, sentence)
    yield from _apposed(page, sentence)
    yield from _editions_of(page, number)
    yield from _called(page, sentence)


def _is_of_another(page: Page, sentence: Sentence, name: Name) -> bool:
    """Whether something else is named by an event: a festival's director, a concert's hall; in lists Min of it."""
    before = page.plain[max(sentence.start, name.start - 30) : name.start]
    of_somebody = sentence.kind == "item" and _OF_SOMEBODY.search(before)
    return bool(of_somebody or _OF_ANOTHER.match(page.plain[name.end : name.end + 20]))


def _quoted(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """Titles in quotation marks beside the word for what they are: the exhibition "Two Rivers"."""
    for match in _QUOTED.finditer(page.plain, sentence.start, sentence.end):
        before = page.plain[max(sentence.start, match.start() - 60) : match.start()]
        after = page.plain[match.end() : match.end() + 70].split(".")[0]
        if not match[1].strip():
            continue
        kind = _kind_beside(before, after) or _kind_told_after(page, match.end())
        if kind and _is_title(match[1].split()) and not _is_a_part(page, sentence, kind):
            end = match.start(1) + len(match[1].rstrip())
            yield Draft(page.said(match.start(1), end), match.span(1), "event:quoted", kind)


_WHICH_OPENED = re.compile(
    r",? which (?:opened|opens|runs|ran|was held|took place|will open|will be held|is on|premiered)\b"
)
_NEXT = 500
"""How far behind such a title the word for what it is may stand: "The exhibition, hosted by"."""


def _kind_told_after(page: Page, end: int) -> str | None:
    """The kind of what opened, or ran, under a title: the word for it stands in what follows."""
    return kind_in(page.plain[end : end + _NEXT]) if _WHICH_OPENED.match(page.plain, end) else None


def _is_a_part(page: Page, sentence: Sentence, kind: str) -> bool:
    """Whether a panel, or a lecture without a day of its own, is a session of an event that the article names."""
    if kind not in ("policy_panel", "lecture") or not _names_an_event(page):
        return False
    days = (one.precision == "day" for one in find_dates(page.plain, sentence.start, sentence.end))
    return kind == "policy_panel" or not any(days)


def _is_title(said: list[str]) -> bool:
    """Whether half the words that are not small begin with a capital."""
    content = [word for word in said if len(word) > LONGEST_SMALL_WORD] or said
    return bool(content) and sum(word[0].isupper() for word in content) * 2 >= len(content)


def _names_an_event(page: Page) -> bool:
    """Whether an article names an event, whose session a panel with a title is then."""
    return any(name.kind == "event" for names in page.names for name in names)


def _kind_beside(before: str, after: str) -> str | None:
    if _NO_EVENT.search(before[-30:]):
        return None
    found = _head_before().search(before) or _head_after().match(after)
    return words.event_kind(found[1]) if found else None


@cache
def _head_before() -> re.Pattern[str]:
    what = r"(?: of(?: [\w'-]+){1,5})?"
    called = (
        r"(?:,? (?:is |was |will be )?(?:titled|entitled|called|named|dubbed|themed|billed as|"
        r"under the title(?: of)?|under the name(?: of)?))?"
    )
    return re.compile(rf"\b({heads()}){what}{called}[,:]?\s*$", re.IGNORECASE)


@cache
def _head_after() -> re.Pattern[str]:
    behind_comma = r",\s(?:an?|the|this year's)\s(?:[\w'-]+\s){0,4}?"
    right_behind = r"\s(?:an?\s(?:[\w'-]+\s){0,3}?)?(?:[a-z-]+\s)?"
    no_part_of_it = r"(?!\s(?:hall|director|pianist|goers?|organi[sz]er))"
    return re.compile(rf"^(?:{behind_comma}|{right_behind})({heads()})\b{no_part_of_it}", re.IGNORECASE)


def _apposed(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """Names that the words after them call an event: "Tango at the Teahouse, an evening put together by"."""
    for match in _is_an_event().finditer(page.plain, sentence.start, sentence.end):
        first = max(sentence.start, match.start() - _TITLE_REACH)
        title = _TITLE_BEFORE.search(page.plain[first : match.start()])
        said = _THE.sub("", title[1]) if title else ""
        if title and classify(said.split())[0] in ("", "programme") and not _is_a_person(page, said):
            place = first + title.end(1) - len(said), first + title.end(1)
            yield Draft(page.said(*place), place, "event:apposed", words.event_kind(match[1]))


@cache
def _is_an_event() -> re.Pattern[str]:
    follows = (
        r"(?=[,.;]|\s(?:of|that|which|by|with|for|in|at|featuring|was|is|to|put|organi|held|showcas|between|curat|bring|"
        r"where|run|and|presented|programme|program|series|dedicated|aimed|celebrating)|$)"
    )
    return re.compile(rf"(?:,|\sis|\swas)\s(?:an?|the)\s(?:[a-z][\w'-]*\s){{0,4}}?({heads()}){follows}")


def _is_a_person(page: Page, said: str) -> bool:
    """Whether a name is spoken of as somebody's: with "who", or an honorific."""
    name = re.escape(said)
    return bool(re.search(rf"{name}\"?,?\s(?:who|said|told)\b|(?:Mr|Ms|Mrs|Dr|Prof)\.?\s{name}", page.plain))


def _editions_of(page: Page, number: int) -> Iterator[Draft]:
    """Names without a word for an event: "the third edition of Two Rivers"."""
    sentence = page.sentences[number]
    for match in _EDITION_OF.finditer(page.plain, sentence.start, sentence.end):
        name = next((name for name in page.names[number] if name.start == match.end()), None)
        if name and name.kind in ("", "programme", "series") and not place_of(name.text):
            place = name.start, with_subtitle(page.plain, name.start, name.end)
            yield Draft(page.said(*place), place, "event:edition-of", kind_in(page.plain[slice(*place)]))


def _called(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """Names without quotation marks: "an exhibition titled Two Rivers"."""
    for match in _event_called().finditer(page.plain, sentence.start, sentence.end):
        title = _TITLE_AFTER.match(page.plain, match.end(), sentence.end)
        if title:
            yield Draft(page.said(*title.span()), title.span(), "event:called", words.event_kind(match[1]))


@cache
def _event_called() -> re.Pattern[str]:
    return re.compile(rf"\b({heads()}),?\s(?:titled|entitled|called|named|dubbed)\s(?=(?-i:[A-Z]))", re.IGNORECASE)
