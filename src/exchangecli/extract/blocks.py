"""The blocks of a report: what is its text, and what is the page around it.

Newspapers' pages print much beside the report: navigation, sharing buttons, other headlines, notes about the publisher.
A city or a date among them is no fact of the report.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exchangecli.extract import words

_LIST_ITEM = re.compile(r"\s*(?:[-*·>]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_WRAPPED = 45
"""The least length of a line whose end is no end of a paragraph, where lines are broken by length."""
_NEARLY = 0.85
_SEVERAL = 3
_LONGEST_TITLE = 220
_SHORTEST_BODY = 60
_ABOUT = re.compile(
    r"\s*(?:[#*]+\s*)?(?:about (?:the |us\b)?(?-i:[A-Z(])|(?-i:Boilerplate)|editor'?s'? note|notes?:?\s*$)",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"#{1,6}\s+")


class Block(NamedTuple):
    """A paragraph, a heading or an item of a list: plain[start:end].

    ``kind`` is ``body``, ``item``, ``title`` (no sentence: a headline, a heading, a label) or ``page`` (the page around
    the report).
    """

    start: int
    end: int
    kind: str

    def within(self, text: str) -> str:
        """Its words."""
        return text[self.start : self.end]


def blocks(text: str) -> list[Block]:
    """The blocks of a plain text, in its order; blank lines belong to none."""
    found = list(_kinds(text, _paragraphs(text)))
    return _cut(text, found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those put together that only the width of a page has parted."""
    group: list[tuple[int, int]] = []
    for line in _lines(text):
        if line[0] < line[1]:
            group.append(line)
        elif group:
            yield from _unwrapped(text, group)
            group = []
    yield from _unwrapped(text, group)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        start = at + line.index(bare) if bare else at
        yield start, start + len(bare)
        at += len(line) + 1


def _unwrapped(text: str, group: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs of lines that follow each other: a line goes on where the next word had no more room."""
    lengths = [end - start for start, end in group]
    width = max(lengths, default=0)
    full = sum(length >= _NEARLY * width for length in lengths) >= _SEVERAL
    start = None
    for number, (first, last) in enumerate(group):
        start = first if start is None else start
        if number + 1 == len(group) or not _goes_on(text, (first, last), group[number + 1], width, even=full):
            yield start, last
            start = None


def _goes_on(text: str, last: tuple[int, int], line: tuple[int, int], width: int, *, even: bool) -> bool:
    before, after = text[last[0] : last[1]], text[line[0] : line[1]]
    if _LIST_ITEM.match(after) or _MARKDOWN.match(before):
        return False
    if after[0].islower():
        return True
    room = width - len(before) - 1
    no_room = room < len(after.split(" ", 1)[0])
    if not even and not re.search(r"(?:\b[a-z]+|[,-])$", before):
        return False
    return len(before) >= _WRAPPED and no_room


def _kinds(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[Block]:
    for start, end in spans:
        line = text[start:end]
        marked = _MARKDOWN.match(line)
        if marked:
            yield Block(start + marked.end(), end, "title")
        elif item := _LIST_ITEM.match(line):
            yield Block(start + item.end(), end, "item")
        elif _is_prose(line):
            yield Block(start, end, "body")
        else:
            yield Block(start, end, "title")


def _is_prose(line: str) -> bool:
    """A sentence, or so long that it must be some."""
    if len(line) > _LONGEST_TITLE:
        return True
    ends = bool(re.search(r"[.!?][\"')\]]*\s*$|[.!?]\"? [A-Z]|/\.$", line))
    return ends and len(line) >= _SHORTEST_BODY


def _cut(text: str, found: list[Block]) -> list[Block]:
    """Mark as the page's what stands after the report's end, and single lines of the page anywhere."""
    body = [number for number, block in enumerate(found) if block.kind == "body"]
    first = body[0] if body else len(found)
    ended = False
    kept = []
    for number, block in enumerate(found):
        mark = _mark(block.within(text))
        if mark == "end" and number > first and not _much_follows(found, number):
            ended = True
        kept.append(block._replace(kind="page") if ended or mark else block)
    return kept


def _much_follows(found: list[Block], number: int) -> bool:
    """Whether more of the text stands after a mark of the end than before it: then it is a button at the top."""
    before = sum(block.end - block.start for block in found[:number] if block.kind == "body")
    after = sum(block.end - block.start for block in found[number + 1 :] if block.kind == "body")
    return after > 2 * before


def _mark(line: str) -> str | None:
    low = line.strip(" -*#\"'").lower()
    if _ABOUT.match(line) and len(line) < _SHORTEST_BODY:
        return "end"
    for phrase, where in words.meanings("end_marks").items():
        if where == "contains" and phrase in low:
            return "end" if len(low) < _LONGEST_TITLE else None
        if low.startswith(phrase):
            if where == "line":
                return "line" if len(low) < _LONGEST_TITLE else None
            if len(low) < 3 * _SHORTEST_BODY:
                return "end"
    return "line" if re.fullmatch(r"\[[^\]]*\]", line.strip()) or low in ("x", "") else None
