"""A report taken apart: its plain text, blocks, sentences, and the names and dates in each sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from exchangecli.extract.blocks import Block, blocks
from exchangecli.extract.dated import Dated, find_dates
from exchangecli.extract.names import Name, find_names
from exchangecli.extract.plain import plain
from exchangecli.extract.sentences import Sentence, sentences
from exchangecli.model.date_reading import DayOrder


@dataclass(frozen=True, slots=True)
class Page:
    """What every later step looks at; all places are in ``plain``, which is as long as the text.

    ``names`` and ``dates`` are those of each sentence, in the order of ``sentences``.
    """

    text: str
    plain: str
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    names: Sequence[Sequence[Name]]
    dates: Sequence[Sequence[Dated]]

    def within(self, sentence: Sentence) -> str:
        """The plain words of a sentence."""
        return self.plain[sentence.start : sentence.end]

    def said(self, start: int, end: int) -> str:
        """The words of the article, on one line."""
        return " ".join(self.text[start:end].split())


def take_apart(text: str, order: DayOrder | None = None) -> Page:
    """Take a text apart.

    Args:
        text: of the article.
        order: how 05/06/2024 is meant in its language, where that is known.
    """
    even = plain(text)
    found = blocks(even)
    split = sentences(even, found)
    return Page(
        text,
        even,
        found,
        split,
        [find_names(even, one) for one in split],
        [find_dates(even, one.start, one.end, order) for one in split],
    )
