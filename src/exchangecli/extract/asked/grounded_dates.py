"""Dates that somebody claims to have read in a quotation: they are read there again, by the reader of ``model``."""

from collections.abc import Callable
from dataclasses import dataclass, field

from exchangecli.errors import DateWithoutYear, ValueProblem
from exchangecli.extract.asked.passages import Stretch, readable
from exchangecli.extract.asked.said import Said, UngroundedError, said
from exchangecli.extract.proposals import NO_YEAR
from exchangecli.model.date_reading import DateReading, read_date

Years = Callable[[str], str | None]
"""Why a year may be taken for a date that stands without one: "year from the title"; None: nobody says it."""

_LONGEST = 12
_ANY_YEAR = tuple(map(str, range(2000, 2028)))
"""In twenty-eight years every day falls on every weekday; one of them agrees with the weekday that is printed."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date as it is printed; where it says no year, as it reads with one that fits it."""

    reading: DateReading
    has_year: bool
    text: str = field(compare=False)


def find_date(name: str, value: str, quote: str, printed: str | None, years: Years) -> Said:
    """Find a date in a quotation.

    Args:
        name: of the field: ``start``, ``end``, or ``launch``, of which the year is enough.
        value: EDTF; ``XXXX-11-29`` where nobody says the year.
        quote: the words it is said to stand in.
        printed: those of them that are said to be the date.
        years: whether a year that the quotation lacks is said somewhere.

    Raises:
        UngroundedError: the quotation does not say this date.
    """
    found = readable(quote, _read, _LONGEST, printed)
    for stretch in found:
        agreed = _agreed(name, value, stretch.reading.reading) if stretch.reading.has_year else None
        if agreed:
            return said(agreed, quote[stretch.start : stretch.end], stretch.start)
    for stretch in found:
        if not stretch.reading.has_year and _fits_with_year(name, value, stretch.reading.text):
            return _with_year(value, quote, stretch, years)
    raise UngroundedError(f"no date in its quotation reads as {value}")


def _read(text: str) -> _Printed | None:
    try:
        return _Printed(read_date(text), has_year=True, text=text)
    except DateWithoutYear:
        fitting = next(filter(None, (_completed(text, year) for year in _ANY_YEAR)), None)
        return _Printed(fitting, has_year=False, text=text) if fitting else None
    except ValueProblem:
        return None


def _agreed(name: str, value: str, reading: DateReading | None) -> str | None:
    """The date of a reading that is the one claimed, whatever its doubt.

    Of a range it is the start or the end, a day alone is either; of a launch its year is enough.
    """
    one = reading and ((reading.end or reading.start) if name == "end" else reading.start)
    if not one:
        return None
    if name == "launch" and one[:4] == value:
        return value
    return one if _certain(one) == _certain(value) else None


def _certain(date: str) -> str:
    return date.rstrip("?~%")


def _fits_with_year(name: str, value: str, text: str) -> bool:
    """Whether a text without a year is the date claimed; of a launch, which is a year, it says nothing."""
    year, rest = value[:4], value[4:]
    tried = _ANY_YEAR if year == NO_YEAR else (year,)
    return name != "launch" and any(_agreed(name, f"{one}{rest}", _completed(text, one)) for one in tried)


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
    why = None if year == NO_YEAR else years(year)
    if why is None and year != NO_YEAR:
        raise UngroundedError(f"its quotation has no year, and nothing else in the article says {year}")
    return said(value, quote[stretch.start : stretch.end], stretch.start, inferred=why)
