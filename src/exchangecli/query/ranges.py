"""Reads the value of a term as a range: of days, or of numbers.

::

    range  = end | [end] ".." [end]        both ends belong to it; an end left out is open
    end    = a date | a distance from today: "-3w", "+2m" (d, w, m, y)
           | a number, which also takes ">" and "<" before it
"""

import math
from datetime import date
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model.distances import Distance, moved, read_distance

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


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
        ValueProblem: where an end is no date, or the last day comes before the first.
    """
    low, dots, high = text.partition("..")
    if "..." in text:
        raise errors.UnreadableDate(text, "has three dots", "write two between the first and the last day")
    if not dots:
        return _day(text, today)
    range_ = Days(_day(low, today).first if low else FIRST_DAY, _day(high, today).last if high else LAST_DAY)
    if range_.first > range_.last:
        raise errors.UnreadableDate(text, "ends before it starts", "write the earlier day first")
    return range_


def _day(text: str, today: date) -> Days:
    distance = read_distance(text)
    if distance:
        day = _day_at(today, distance, text)
        return Days(day, day)
    from exchangecli.model import dates
    from exchangecli.model.date_reading import read_date

    reading = read_date(text)
    start, end = reading.start or FIRST_DAY, reading.end or reading.start or LAST_DAY
    return Days(dates.earliest(start), dates.latest(end))


def _day_at(today: date, distance: Distance, text: str) -> str:
    try:
        return moved(today, distance).isoformat()
    except (ValueError, OverflowError):
        raise errors.UnreadableDate(text, "is further away than the calendar goes", "write a year up to 9999") from None


def numbers(text: str) -> Numbers:
    """Read a range of numbers: ``6``, ``1000..``, ``2..6``, ``>1000``, ``<=40``.

    Raises:
        UnreadableNumber: where an end is no number, or the highest comes before the lowest.
    """
    for sign, beyond in ((">=", None), ("<=", None), (">", math.inf), ("<", -math.inf)):
        if text.startswith(sign):
            number = _number(text[len(sign) :], text)
            end = number if beyond is None else math.nextafter(number, beyond)
            return Numbers(end, None) if sign[0] == ">" else Numbers(None, end)
    low, dots, high = text.partition("..")
    if "..." in text:
        raise errors.UnreadableNumber(text, "a range, which has two dots; write one like 2..6")
    if not dots:
        number = _number(text, text)
        return Numbers(number, number)
    range_ = Numbers(_number(low, text) if low else None, _number(high, text) if high else None)
    if range_.lowest is not None and range_.highest is not None and range_.lowest > range_.highest:
        raise errors.UnreadableNumber(text, "a range that begins with its lowest number")
    return range_


def _number(part: str, whole: str) -> float:
    try:
        number = float(part.replace(",", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise errors.UnreadableNumber(whole, "a number or a range; write one like 1000, 1000.. or 2..6")
    return number
