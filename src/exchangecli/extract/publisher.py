"""Who publishes an article: the name of a newspaper above it, or behind its headline."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.blocks import Block
from exchangecli.extract.publication_day import PUBLISHED

_SITE = re.compile(r"\s(?:-|\|)\s")
_SECTIONS = frozenset(("news", "latest news", "press release"))
_MOST_IN_SITE = 4
_MOST_IN_NEWSPAPER = 5
"""Words of the longest name before a slogan, and of the longest name of a newspaper."""


@cache
def _newspaper() -> re.Pattern[str]:
    return re.compile(words.either("newspaper"), re.IGNORECASE)


@cache
def _newspaper_word() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('newspaper')}\b", re.IGNORECASE)


def is_site(said: str) -> bool:
    """The name of a newspaper with what it says of itself: "Newsflash Asia - Breaking Stories, Smarter and Faster"."""
    parts = _SITE.split(said, maxsplit=1)
    return len(parts) > 1 and len(parts[0].split()) <= _MOST_IN_SITE


def read_site(plain: str, above: Sequence[Block], headline: tuple[int, int] | None) -> str | None:
    """The newspaper that the first line above a report names, or behind the headline if that is the first line."""
    if not above:
        return None
    said = above[0].within(plain)
    if headline and above[0].start == headline[0]:
        return _behind_headline(said)
    if is_site(said):
        return _SITE.split(said)[0].strip()
    if not _newspaper_word().search(said) or len(said.split()) > _MOST_IN_NEWSPAPER or PUBLISHED.match(said):
        return None
    return said.strip() if said.lower().strip() not in _SECTIONS else None


def _behind_headline(said: str) -> str | None:
    """Culture Forum Opens in Hanoi - The Korea Herald."""
    parts = _SITE.split(said)
    last = parts[-1]
    is_newspaper = len(parts) > 1 and _newspaper().search(last) and len(last.split()) < _MOST_IN_NEWSPAPER
    return last.strip() if is_newspaper else None
