"""Sentences, and the words in them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.blocks import Block

_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]?\w)|\.(?=[\"']?[A-Z][a-z]+ [a-z])|[다요음]\.(?=\s)")
_WORD = re.compile(r"\w(?:[\w&'/]|[-.](?=\w))*\+?")
LONGEST_SMALL_WORD = 3
"""Letters; longer words have capitals in a title."""
_LONGEST = 1500
"""A longer stretch without a full stop is no sentence but a list or noise; it is read in pieces."""


class Sentence(NamedTuple):
    """plain[start:end], in the block of this number and kind."""

    start: int
    end: int
    block: int
    kind: str


class Word(NamedTuple):
    """plain[start:end]."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins like a name: with a capital, or with a figure in a name (4D, 2NE1)."""
        first = self.text[0]
        return first.isupper() or (first.isdigit() and any(map(str.isupper, self.text)))


def sentences(text: str, found: list[Block]) -> list[Sentence]:
    """The sentences of all blocks but those of the page; a title or an item is one."""
    return [
        Sentence(start, end, number, block.kind)
        for number, block in enumerate(found)
        if block.kind != "page"
        for start, end in _split(text, block)
    ]


def _split(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    if block.kind in ("title", "item"):
        yield start, block.end
        return
    for stop in _STOP.finditer(text, block.start, block.end):
        if not _is_abbreviation(text, start, stop.start()):
            yield start, stop.end()
            start = stop.end()
            while start < block.end and text[start].isspace():
                start += 1
    while block.end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield start, cut
        start = cut
    if start < block.end:
        yield start, block.end


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    last = re.search(r"[\w.']+$", text[max(start, stop - 12) : stop])
    word = last[0].lower().strip("'") if last else ""
    if re.fullmatch(r"(?:\w\.)+\w", word):
        return True
    return word in words.phrases("abbreviation") or (len(word) == 1 and word.isalpha() and text[stop - 1].isupper())


def word_list(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch; hyphens, apostrophes and ampersands are parts of them."""
    return [Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(text, start, end)]
