"""The dateline a report begins with: HANOI (VNA) - ; SEOUL, Oct. 21 (Yonhap) -- ; Asmara, 20 May 2019- ."""

import re
from collections.abc import Sequence

from exchangecli.extract.blocks import Block
from exchangecli.extract.dated import find_dates

_DATELINE = re.compile(
    r"""
    (?P<place>[A-Z][A-Z'.\ ]+(?:,\s[A-Z][\w'.\ ]+)?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)
    (?:\s\[[^\]]+\])?
    (?:,?\s(?P<date>[^()/:-]{3,25}?))?
    \s?
    (?: (?:\((?P<agency>[^()\n]{2,60})\)|/(?P<wire>[A-Z][\w\ .-]{2,40})/)\s?(?:-{1,2}|:)? | -{1,2} | : )
    \s
    """,
    re.VERBOSE,
)
_FIRST = 2
"""Paragraphs, one of which a dateline begins."""
_LONGEST = 120
"""Characters."""
_MOST_WORDS = 4
"""Of the name of an agency."""


def find_dateline(plain: str, blocks: Sequence[Block]) -> re.Match[str] | None:
    """The dateline, in its parts: ``place``, ``date``, ``agency`` or ``wire``."""
    for block in [block for block in blocks if block.kind == "body"][:_FIRST]:
        match = _DATELINE.match(plain, block.start, min(block.end, block.start + _LONGEST))
        if match and (match["place"].isupper() or match["agency"] or match["wire"] or match["date"]):
            return match
    return None


def date_of(dateline: re.Match[str] | None) -> str | None:
    """The day a dateline gives, where it gives the year too."""
    found = find_dates(dateline.string, *dateline.span()) if dateline else []
    return next((one.start for one in found if one.has_year and not one.weekday and one.end is None), None)


def agency_of(dateline: re.Match[str] | None) -> str | None:
    """The agency that a dateline names."""
    said = (dateline["agency"] or dateline["wire"]) if dateline else None
    if not said or re.search(r"\d", said) or find_dates(said, 0, len(said)) or len(said.split()) > _MOST_WORDS:
        return None
    return str(said).strip()
