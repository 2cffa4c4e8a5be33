"""Numbers that somebody claims to have read in a quotation: attendances, figures, editions."""

import re
from collections.abc import Callable
from typing import Final

from exchangecli.errors import UnreadableNumber
from exchangecli.extract.asked.passages import Stretch, readable
from exchangecli.extract.asked.said import Said, UngroundedError, said
from exchangecli.model.counts import read_count, read_number
from exchangecli.model.ordinals import ordinal

_LONGEST = 7
_LIMIT_BEFORE = re.compile(
    r"\b(up to|at most|(no|not) more than|fewer than|less than|under|below|capacity( of)?|seats?|seating)\s*$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(
    r"(\s*(to|or|[-–~])\s*|[- ]?seat(er|s)?\b|%|\s+per\s*cent|\s+percent)(?=\d|\W|$)", re.IGNORECASE
)
"""What makes a number a limit, a number of seats, one end of a span, or a share: none is a count."""

_FIRST: Final = {"inaugural": 1, "maiden": 1}
_EDITION = re.compile(
    r"(?<![\w.,-])(?:제\s?|thứ\s)?(?P<digits>\d{1,4})(?:st|nd|rd|th|e|er|re|ème|eme|º|ª|\.)?(?:\s?(?:회|차|번째|次|届|屆))?(?!\w|[.,]\d)"
    r"|(?<![\w-])(?P<word>[a-z]+(?:-[a-z]+)?)(?![\w-])",
    re.IGNORECASE,
)


def find_count(value: str, quote: str, printed: str | None) -> Said:
    """Find how many came; whether it is a round number is as the quotation says.

    Raises:
        UngroundedError: the quotation does not say this number, or only as a limit or as seats.
    """
    return _find(value, quote, readable(quote, _count, _LONGEST, printed))


def find_figure(value: str, quote: str, printed: str | None) -> Said:
    """Find a number of any kind, decimals among them.

    Raises:
        UngroundedError: the quotation does not say this number.
    """
    return _find(value, quote, readable(quote, _number, _LONGEST, printed))


def find_edition(value: str, quote: str) -> Said:
    """Find the number of an event in its series: ``6th``, ``sixth``, ``제6회``.

    Raises:
        UngroundedError: the quotation does not say this number.
    """
    wanted = _wanted(value)
    for match in _EDITION.finditer(quote):
        number = (
            int(match["digits"]) if match["digits"] else _FIRST.get(match["word"].lower()) or ordinal(match["word"])
        )
        if number == wanted:
            return said(f"{number}", match[0], match.start())
    raise UngroundedError(f"no number in its quotation reads as {value}")


_Number = tuple[int | float, bool]


def _find(value: str, quote: str, found: list[Stretch[_Number]]) -> Said:
    wanted = _wanted(value)
    same = [stretch for stretch in found if stretch.reading[0] == wanted]
    if not same:
        raise UngroundedError(f"no number in its quotation reads as {value}")
    counted = next((stretch for stretch in same if not _is_limit(quote, stretch)), None)
    if counted is None:
        raise UngroundedError(f"its quotation gives {value} as a limit, a share or a number of seats")
    number, is_approximate = counted.reading
    printed = quote[counted.start : counted.end]
    return said(f"{number}", printed, counted.start, approximate=is_approximate)


def _wanted(value: str) -> int | float:
    try:
        return read_number(value)
    except UnreadableNumber:
        raise UngroundedError(f"{value} is no number") from None


def _is_limit(quote: str, stretch: Stretch[_Number]) -> bool:
    before, after = quote[: stretch.start], quote[stretch.end :]
    return bool(_LIMIT_BEFORE.search(before) or _LIMIT_AFTER.match(after))


def _count(text: str) -> _Number | None:
    return _read(text, read_count)


def _number(text: str) -> _Number | None:
    return _read(text, read_count) or _read(text, read_number)


def _read(text: str, reader: Callable[[str], _Number | int | float]) -> _Number | None:
    try:
        number = reader(text)
    except UnreadableNumber:
        return None
    return number if isinstance(number, tuple) else (number, False)
