"""What an article says of itself: its headline, publisher, author, the day of its publication, its language."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.blocks import Block
from exchangecli.extract.byline import read_byline
from exchangecli.extract.dateline import agency_of, date_of, find_dateline
from exchangecli.extract.headline import find_headline
from exchangecli.extract.languages import language_of
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


def read_masthead(article: Article, plain: str, blocks: Sequence[Block]) -> Front:
    """Read what stands around the report; what the file itself says of it comes first."""
    above = _above(blocks)
    headline = find_headline(plain, above, article)
    dateline = find_dateline(plain, blocks)
    author, publisher = read_byline(plain, blocks)
    masthead = Masthead(
        title=article.title or (article.text[slice(*headline)].strip() if headline else None),
        publisher=article.publisher or publisher or read_site(plain, above, headline) or agency_of(dateline),
        author=article.author or author,
        published=article.published or _published(plain, blocks, dateline),
        language=article.language or language_of(article.text),
        adapted=_adapted(article.text),
    )
    return Front(masthead, headline, dateline.span() if dateline else None)


def _above(blocks: Sequence[Block]) -> list[Block]:
    """The blocks before the report begins."""
    first = next((number for number, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    return [block for block in blocks[:first] if block.kind != "page"]


def _published(plain: str, blocks: Sequence[Block], dateline: re.Match[str] | None) -> str | None:
    top = [block for block in blocks[:_TOP] if block.kind != "body"]
    return published_above(plain, top) or date_of(dateline) or published_below(plain, blocks)


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
