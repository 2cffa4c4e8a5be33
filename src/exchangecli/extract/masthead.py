"""What an article says of itself: its headline, publisher, author, the day of its publication, its language."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.blocks import Block, blocks
from exchangecli.extract.byline import read_byline
from exchangecli.extract.dateline import agency_of, date_of, find_dateline
from exchangecli.extract.headline import find_headline
from exchangecli.extract.languages import language_of
from exchangecli.extract.plain import plain
from exchangecli.extract.proposals import Masthead
from exchangecli.extract.publication_day import published_above, published_below
from exchangecli.extract.publisher import read_site
from exchangecli.model.articles import Article

_END_OF_SENTENCE = re.compile(r"\.(?=\s|$)|\n|$")
_TOP = 8
"""Blocks among which stands the day of publication, where it stands above the report."""


class Front(NamedTuple):
    """The masthead, with the places of the headline and of the dateline's city; None where there is none."""

    masthead: Masthead
    headline: tuple[int, int] | None
    dateline: tuple[int, int] | None


def read_masthead(article: Article) -> Front:
    """Read what stands around the report; what the file itself says of it comes first."""
    even = plain(article.text)
    found = blocks(even)
    above = _above(found)
    headline = find_headline(even, above, article)
    dateline = find_dateline(even, found)
    author, publisher = read_byline(even, found)
    masthead = Masthead(
        title=article.title or (article.text[slice(*headline)].strip() if headline else None),
        publisher=article.publisher or publisher or read_site(even, above, headline) or agency_of(dateline),
        author=article.author or author,
        published=article.published or _published(even, found, dateline),
        language=article.language or language_of(article.text),
        adapted=_adapted(article.text),
    )
    return Front(masthead, headline, dateline.span() if dateline else None)


def _above(found: Sequence[Block]) -> list[Block]:
    """The blocks before the report begins."""
    first = next((number for number, block in enumerate(found) if block.kind == "body"), len(found))
    return [block for block in found[:first] if block.kind != "page"]


def _published(even: str, found: Sequence[Block], dateline: re.Match[str] | None) -> str | None:
    top = [block for block in found[:_TOP] if block.kind != "body"]
    return published_above(even, top) or date_of(dateline) or published_below(even, found)


def _adapted(text: str) -> str | None:
    """The sentence in which a text says that it was made of another."""
    said = _made_of_another().search(text)
    if not said:
        return None
    start = max(text.rfind("\n", 0, said.start()), text.rfind(". ", 0, said.start())) + 1
    stop = _END_OF_SENTENCE.search(text, said.end())
    return text[start : stop.start() if stop else len(text)].strip()


@cache
def _made_of_another() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('made of another text')}\b", re.IGNORECASE)
