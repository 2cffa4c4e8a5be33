"""The day of publication: a line with nothing but a date, or one that says that it is that day."""

import re
from collections.abc import Sequence

from exchangecli.extract.blocks import Block
from exchangecli.extract.byline import BYLINE
from exchangecli.extract.dated import Dated, find_dates

PUBLISHED = re.compile(
    r"(?:published|posted|post date|date|updated?|modified(?: on)?|last (?:updated|modified)|released?|issued|"
    r"publication date|posted on|published on|press release)\b\s?(?:on|:|at)?\s*:?",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"dates?\b", re.IGNORECASE)
_OF_AN_EVENT = re.compile(r"(?:event|date and time|when|dates)\b", re.IGNORECASE)
_BESIDE_A_DATE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}:\d\d(?::\d\d)?|[ap]\.?m\.?|"
    r"[A-Z]{2,4}T?\b|\bist\b|gmt|clock|news|by [A-Z][\w ]+",
    re.IGNORECASE,
)
"""What a date of publication stands with: a weekday, a time, who wrote the report."""
_OF_A_NEWSPAPER = re.compile(
    r"\||\bissue\b|\beditor\b|\bread\b|\bvol\b|\bdesk\b|\bcorrespondent\b|\breporter\b", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]{3,}")
_LONGEST = 90
"""Characters of a line that says nothing but a day."""
_MOST_WORDS = 2
_MOST_WORDS_OF_A_NEWSPAPER = 7


def day_alone(plain: str, block: Block) -> Dated | None:
    """The one day of a line that says nothing else."""
    said = block.within(plain)
    if len(said) > _LONGEST or _OF_AN_EVENT.match(said):
        return None
    found = _days(plain, block)
    if not found or found[0].end:
        return None
    start, end = (place - block.start for place in found[0].place)
    rest = _BESIDE_A_DATE.sub("", PUBLISHED.sub("", said[:start] + said[end:]))
    allowed = _MOST_WORDS_OF_A_NEWSPAPER if _OF_A_NEWSPAPER.search(said) else _MOST_WORDS
    return found[0] if len(_WORD.findall(rest)) <= allowed else None


def _days(plain: str, block: Block) -> list[Dated]:
    found = find_dates(plain, block.start, block.end)
    return [one for one in found if one.has_year and not one.weekday and one.precision == "day"]


def published_above(plain: str, blocks: Sequence[Block]) -> str | None:
    """The day that the blocks above a report give: in a line of its own, else behind a word that says what it is."""
    alone = next((dated for block in blocks if (dated := day_alone(plain, block))), None)
    if alone:
        return alone.start
    said = (days[0].start for block in blocks if _says_so(block.within(plain)) and (days := _days(plain, block)))
    return next(said, None)


def _says_so(said: str) -> bool:
    return not _DATE_LABEL.match(said) and bool(PUBLISHED.match(said) or BYLINE.match(said) or "|" in said)


def published_below(plain: str, blocks: Sequence[Block]) -> str | None:
    """The day of a line of its own after the report: "Published 3 May 2024"."""
    for block in blocks:
        said = block.within(plain)
        if block.kind in ("title", "page") and PUBLISHED.match(said) and not said.lower().startswith("date:"):
            dated = day_alone(plain, block)
            if dated:
                return dated.start
    return None
