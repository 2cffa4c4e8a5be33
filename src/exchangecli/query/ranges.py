"""Reads the value of a term as a range: of days, or of numbers.

::

    range  = end | [end] ".." [end]        both ends belong to it; an end left out is open
    end    = a date | a distance from today: "-3w", "+2m" (d, w, m, y)
           | a number, which also takes ">" and "<" before it
"""

import re
from datetime import date
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model import dates
from exchangecli.model.date_reading import read_date

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"

DISTANCE = re.compile(r"([+-]\d{1,4})([dwmy])")
UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


class Days(NamedTuple):
    """From the first to the last day, as ISO dates, both within."""

    first: str
    last: str


class Numbers(NamedTuple):
    """From the lowest to the highest number, both within; None is open."""

    lowest: float | None
    highest: float | None


def days(text: str, today: date) -> Days:
    """Read a range of days: ``2024``, ``2024-10..2025``, ``..2010``, ``-6m..``, ``1-2 March 2018``.

    Raises:
        ValueProblem: where an end is no date.
    """
    low, dots, high = text.partition("..")
    if not dots:
        return _day(text, today)
    return Days(_day(low, today).first if low else FIRST_DAY, _day(high, today).last if high else LAST_DAY)


def _day(text: str, today: date) -> Days:
    distance = DISTANCE.fullmatch(text)
    if distance:
        from dateutil.relativedelta import relativedelta

        day = (today + relativedelta(**{UNITS[distance[2]]: int(distance[1])})).isoformat()  # type: ignore[arg-type]
        return Days(day, day)
    reading = read_date(text)
    start, end = reading.start or FIRST_DAY, reading.end or reading.start or LAST_DAY
    return Days(dates.earliest(start), dates.latest(end))


def numbers(text: str) -> Numbers:
    """Read a range of whole numbers: ``6``, ``1000..``, ``2..6``, ``>1000``, ``<=40``.

    Raises:
        UnreadableNumber: where an end is no number.
    """
    for sign, step in ((">=", 0), ("<=", 0), (">", 1), ("<", -1)):
        if text.startswith(sign):
            number = _number(text[len(sign) :], text) + step
            return Numbers(number, None) if sign[0] == ">" else Numbers(None, number)
    low, dots, high = text.partition("..")
    if not dots:
        number = _number(text, text)
        return Numbers(number, number)
    return Numbers(_number(low, text) if low else None, _number(high, text) if high else None)


def _number(part: str, whole: str) -> float:
    try:
        return float(part.replace(",", ""))
    except ValueError:
        raise errors.UnreadableNumber(whole, "a number or a range; write one like 1000, 1000.. or 2..6") from None
