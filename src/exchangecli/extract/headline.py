"""The headline: the first line above a report that is no date, no name of a newspaper and no part of the page."""

import re
from collections.abc import Sequence

from exchangecli.extract import words
from exchangecli.extract.blocks import Block
from exchangecli.extract.byline import BYLINE
from exchangecli.extract.publication_day import day_alone
from exchangecli.extract.publisher import is_site
from exchangecli.model.articles import Article

_LONGEST = 200
"""Characters."""
_FEWEST_WORDS = 3
_TRAIL = re.compile(r"\s>\s|(?:\|.*){2}")
"""The way to a page, or a row of links."""
_NO_HEADLINE = re.compile(
    r"skip to|you are here|(?:published|posted|updated|date|tel|email|for (?:immediate )?release|press release)\b",
    re.IGNORECASE,
)


def find_headline(plain: str, above: Sequence[Block], article: Article) -> tuple[int, int] | None:
    """Where the headline stands.

    Args:
        plain: the plain text.
        above: the blocks before the report begins.
        article: what the file says of it; a title said there is looked for first.
    """
    at = plain.find(article.title) if article.title else -1
    if article.title and at >= 0:
        return at, at + len(article.title)
    fitting = (block for block in above if _may_be_headline(plain, block))
    best = next(fitting, None)
    if best and best is above[0] and is_site(best.within(plain)):
        best = next(fitting, best)
    best = best or next((block for block in above if _says_something(plain, block)), None)
    return (best.start, best.end) if best else None


def _may_be_headline(plain: str, block: Block) -> bool:
    said = block.within(plain)
    if block.kind == "item" or len(said) > _LONGEST or len(said.split()) < _FEWEST_WORDS:
        return False
    if BYLINE.match(said) or _TRAIL.search(said) or _NO_HEADLINE.match(said):
        return False
    return not _is_section(said) and day_alone(plain, block) is None


def _says_something(plain: str, block: Block) -> bool:
    """Whether a line is a headline where there is no better one."""
    said = block.within(plain)
    if len(said) >= _LONGEST or " > " in said:
        return False
    return not _is_section(said) and day_alone(plain, block) is None


def _is_section(said: str) -> bool:
    """Whether a line has no words but those for sections of a newspaper."""
    return all(word.lower().strip(",:") in words.phrases("section of a newspaper") for word in said.split())
