"""The sessions of an event, with their order and titles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence
from exchangecli.model import ordinals

_SMALL = "of|in|the|and|for|on|to|with|a|an|from|by|through|at|as|or|between|into|beyond|its|vs|de"
_TITLE = re.compile(
    rf"(?:[A-Z0-9][\w'&/-]*)(?:(?::\s|\s-\s|\s&\s|\s(?:(?:{_SMALL})\s)*|,\s(?=[A-Z][\w-]*,?\sand\s[A-Z]))[A-Z0-9][\w'&/-]*)*\??"
)
_ORDINAL = ordinals.PATTERN
_NUMBERED = re.compile(
    rf"""
    \b
    (?: (?P<ordinal>{_ORDINAL}|\d(?:st|nd|rd|th))\s(?P<kind>session|panel|workshop|roundtable|plenary)
      | (?P<word>Session|Panel|Part|Workshop|Plenary)\s
        (?P<number>\d|[IV]+|[A-F](?=[,:])|One|Two|Three|Four|Five)
    )
    \b
    (?:
        \s?
        (?: ,|:|-|on|titled|entitled|called|named|themed|about|was|is|dealt\ with|focused\ on
          | under\ the\ title|under\ the\ theme|,?\ (?:titled|entitled|themed) )
        \s?
    )+
    (?P<quote>\")?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SAID_OF_SEVERAL = r"(?:on|titled|entitled|called|covering|were held on|dealt with|addressed|discussed)"
_LISTED = re.compile(
    r"\b(?:(?P<count>two|three|four|five|six|\d)\s)?(?:[a-z-]+\s)?"
    r"(?:sessions|panels|workshops|working groups|round tables|roundtables|tables)"
    rf"(?:\s{_SAID_OF_SEVERAL})?(?::\s?|\s)(?=[\"A-Z])"
)
_EACH = re.compile(r"\"([A-Z][^\"]{3,110}?)[,.?]?\"(?=,| \(|;|\.| and| led| moderated| chaired| with|$)")
"""Titles with more than a comma between them: "Night Economies", led by X; "Water and Memory", led by Y."""
_PARTED = re.compile(r"(?:,?\sand\s|,\s|;\s(?:and\s)?)(?=[\"A-Z])")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}
_KINDS = {"panel": "panel", "workshop": "workshop", "plenary": "plenary", "roundtable": "discussion"}


_LINE = re.compile(
    r"(?:\d{1,2}[.:]\d\d(?:\s?-\s?\d{1,2}[.:]\d\d)?\s)?"
    r"(?P<kind>Session|Panel|Workshop|Plenary|Roundtable|Part|Theme)\s"
    r"(?P<number>\d{1,2}|[IVX]+|[A-H]|One|Two|Three|Four|Five)\s?[.:-]\s?(?P<title>\S.{3,150})",
    re.IGNORECASE,
)
_QUOTED_BESIDE = re.compile(
    r"\b(?P<kind>session|panel discussion|panel|discussion|lecture|talk|workshop|round\s?table|plenary|working session)"
    r"(?:,|\son|\stitled|\sentitled|\scalled|\snamed|,\stitled)?\W{1,4}?\"(?P<title>[^\"]{4,140})\"",
    re.IGNORECASE,
)


class Session(NamedTuple):
    """A session: its title is plain[start:end]; ``position`` None where its place in the order is not said."""

    title: str
    start: int
    end: int
    cue: int
    position: int | None
    kind: str | None
    rule: str


def find_sessions(page: Page, sentence: Sentence) -> list[Session]:
    """The sessions that a sentence names; those without a title are left out."""
    found = list(_lines(page, sentence)) or list(_numbered(page, sentence)) or list(_beside(page, sentence))
    return found or list(_in_lists(page, sentence))


def _lines(page: Page, sentence: Sentence) -> Iterator[Session]:
    """A line of a programme: "Session 2: Letters of invitation that work"."""
    if sentence.kind == "body":
        return
    match = _LINE.match(page.plain, sentence.start, sentence.end)
    if match:
        end = match.start("title") + len(match["title"].rstrip(" ."))
        start = match.start("title") + (match["title"][0] == '"')
        end -= page.plain[end - 1] == '"'
        number = match["number"].upper()
        position = int(number) if number.isdecimal() else _ROMAN.get(number)
        yield Session(
            page.said(start, end),
            start,
            end,
            match.start("kind"),
            position,
            _KINDS.get(match["kind"].lower()),
            "session:line",
        )


def _beside(page: Page, sentence: Sentence) -> Iterator[Session]:
    """A title in quotation marks beside the word: a panel discussion, "Who Publishes Us?"."""
    for match in _QUOTED_BESIDE.finditer(page.plain, sentence.start, sentence.end):
        end = match.start("title") + len(match["title"].rstrip(" ,."))
        kind = "panel" if "panel" in match["kind"].lower() else None
        yield Session(
            page.said(match.start("title"), end), match.start("title"), end, match.start(), None, kind, "session:quoted"
        )


def _numbered(page: Page, sentence: Sentence) -> Iterator[Session]:
    for match in _NUMBERED.finditer(page.plain, sentence.start, sentence.end):
        at = match.end()
        title = _quoted(page, at, sentence.end) if match["quote"] else _title(page, at, sentence.end)
        if title:
            kind = _KINDS.get((match["kind"] or match["word"]).lower())
            yield Session(page.said(*title), *title, match.start(), _position(match), kind, "session:numbered")


def _position(match: re.Match[str]) -> int | None:
    if match["ordinal"]:
        word = match["ordinal"].lower()
        return ordinals.WORDS.get(word) or int(word[0])
    said = match["number"].upper()
    return _ROMAN.get(said) or (int(said) if said.isdecimal() else None)


def _title(page: Page, at: int, end: int) -> tuple[int, int] | None:
    match = _TITLE.match(page.plain, at, end)
    return match.span() if match and len(match[0].split()) > 1 else None


def _quoted(page: Page, at: int, end: int) -> tuple[int, int] | None:
    closing = page.plain.find('"', at, end)
    if closing < 0:
        return _title(page, at, end)
    return at, at + len(page.plain[at:closing].rstrip(" ,."))


def _in_lists(page: Page, sentence: Sentence) -> Iterator[Session]:
    for match in _LISTED.finditer(page.plain, sentence.start, sentence.end):
        titles = list(_parted(page, match.end(), sentence.end))
        quoted = [(*one.span(1), True) for one in _EACH.finditer(page.plain, match.end(), sentence.end)]
        titles = quoted if len(quoted) > len(titles) else titles
        wanted = match["count"]
        if len(titles) <= 1 or (wanted is None and not all(quoted for *_, quoted in titles)):
            continue
        for number, (start, end, _) in enumerate(titles, 1):
            yield Session(page.said(start, end), start, end, start, number, None, "session:listed")


def _parted(page: Page, at: int, end: int) -> Iterator[tuple[int, int, bool]]:
    while at < end:
        quoted = page.plain[at : at + 1] == '"'
        title = _quoted(page, at + 1, end) if quoted else _title(page, at, end)
        if title is None:
            return
        yield *title, quoted
        after = title[1]
        while page.plain[after : after + 1] in (",", ".", '"') and quoted and after < end:
            after += 1
            if page.plain[after - 1] == '"':
                break
        parted = _PARTED.match(page.plain, after, end) or (
            re.compile(r"\s(?:and\s)?(?=\")").match(page.plain, after, end) if quoted else None
        )
        if not parted:
            return
        at = parted.end()
