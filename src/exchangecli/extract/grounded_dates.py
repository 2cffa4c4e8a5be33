"""Dates that somebody claims to have read in a quotation: they are read there again, by the reader of ``model``."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from exchangecli.errors import DateWithoutYear, ValueProblem
from exchangecli.extract.passages import Stretch, readable
from exchangecli.extract.said import Said, UngroundedError, said
from exchangecli.model import dates
from exchangecli.model.date_reading import DateReading, read_date

Years = Callable[[str], str | None]
"""Why a year may be taken for a date that stands without one: "year from the title"; None: nobody says it."""

_LONGEST = 12
_UNKNOWN_YEAR = "XXXX"
_ANY_YEAR = tuple(map(str, range(2000, 2028)))
"""In twenty-eight years every day falls on every weekday; one of them agrees with the weekday that is printed."""


class _Printed(NamedTuple):
    text: str
    reading: DateReading | None
    """None: a day and a month, or a month, whose year the words do not say."""


def find_date(field: str, value: str, quote: str, printed: str | None, years: Years) -> Said:
    """Find a date in a quotation.

    Args:
        field: ``start``, ``end``, or ``launch``, of which the year is enough.
        value: EDTF; ``XXXX-11-29`` where nobody says the year.
        quote: the words it is said to stand in.
        printed: those of them that are said to be the date.
        years: whether a year that the quotation lacks is said somewhere.

    Raises:
        UngroundedError: the quotation does not say this date.
    """
    found = readable(quote, _read, _LONGEST, printed)
    for stretch in found:
        agreed = _agreed(field, value, _dates(field, stretch.reading.reading))
        if agreed:
            return said(agreed, quote[stretch.start : stretch.end], stretch.start)
    for stretch in found:
        if stretch.reading.reading is None and _fits_with_year(field, value, stretch.reading.text):
            return _with_year(value, quote, stretch, years)
    raise UngroundedError(f"no date in its quotation reads as {value}")


def _read(text: str) -> _Printed | None:
    try:
        reading = read_date(text)
    except DateWithoutYear:
        return _Printed(text, None)
    except ValueProblem:
        return None
    return _Printed("", reading)


def _dates(field: str, reading: DateReading | None) -> Iterator[str]:
    """The dates of a reading that may stand in a field: of a range its start or its end, a day alone in either."""
    if reading is None:
        return
    one = (reading.end or reading.start) if field == "end" else reading.start
    if one is not None:
        yield one


def _agreed(field: str, value: str, found: Iterator[str]) -> str | None:
    """The date found that is the one claimed, whatever the doubt; of a launch the year."""
    for one in found:
        if _certain(one) == _certain(value):
            return one
        if field == "launch" and one != dates.OPEN and one[:4] == value:
            return value
    return None


def _certain(date: str) -> str:
    return date.rstrip("?~%")


def _fits_with_year(field: str, value: str, text: str) -> bool:
    year, rest = value[:4], value[4:]
    tried = _ANY_YEAR if year == _UNKNOWN_YEAR else (year,)
    return any(_agreed(field, f"{one}{rest}", _dates(field, _completed(text, one))) for one in tried)


def _completed(text: str, year: str) -> DateReading | None:
    """A date with a year put where its language has it."""
    for spelling in (f"{text} {year}", f"{year} {text}", f"{year}년 {text}"):
        try:
            return read_date(spelling)
        except ValueProblem:
            continue
    return None


def _with_year(value: str, quote: str, stretch: Stretch[_Printed], years: Years) -> Said:
    year = value[:4]
    why = None if year == _UNKNOWN_YEAR else years(year)
    if why is None and year != _UNKNOWN_YEAR:
        raise UngroundedError(f"its quotation has no year, and nothing else in the article says {year}")
    return said(value, quote[stretch.start : stretch.end], stretch.start, inferred=why)
