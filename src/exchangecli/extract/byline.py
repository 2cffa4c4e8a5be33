"""The byline: who wrote an article, and for which newspaper."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.blocks import Block

BYLINE = re.compile(
    r"(?:\s*[-*]\s?)?(?:by|written by|text by|words by|story by|reported by|author)\b:?\s+(?P<who>[^\n]{3,80})$",
    re.IGNORECASE,
)
_AFTER_WHO = re.compile(r"\s\|\s|\s-\s|\s?\|\s?Published")
_STAFF = frozenset(("staff writer", "staff", "reporter"))
_MOST_WORDS = 9


@cache
def _ends_in_newspaper() -> re.Pattern[str]:
    return re.compile(rf"(?P<author>[^,]+),\s(?P<publisher>.*\b{words.either('newspaper')}\b.*)$", re.IGNORECASE)


@cache
def _begins_with_newspaper() -> re.Pattern[str]:
    publisher = rf"(?P<publisher>(?:[A-Z][\w'.]*\s){{0,4}}{words.either('newspaper')}\b)"
    return re.compile(rf"{publisher}\s(?P<author>[A-Z].*)$", re.IGNORECASE)


def read_byline(plain: str, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """Author and publisher: "By Kayla Lee", "By Diplomacy Journal Kayla Lee", "By Kayla Lee, The Korea Herald"."""
    for block in blocks:
        match = BYLINE.fullmatch(block.within(plain)) if block.kind != "item" else None
        if match and len(match["who"].split()) <= _MOST_WORDS:
            return _author_and_publisher(_AFTER_WHO.split(match["who"].strip())[0].rstrip(" ."))
    return None, None


def _author_and_publisher(who: str) -> tuple[str, str | None]:
    said = _ends_in_newspaper().match(who) or _begins_with_newspaper().match(who)
    if not said:
        return who, None
    return said["author"], None if said["publisher"].lower() in _STAFF else said["publisher"]
