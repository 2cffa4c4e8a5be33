"""Dates as people type and print them, read into EDTF: one reading or an error, and never a part that was not written.

`read_date` takes EDTF as it is. Anything else is cut into tokens (`date_tokens`) and laid out as the ends of a range
(`date_layout`). Each end must have one of the shapes below, and takes over from the other what it does not say itself:
month and year in ``1-2 March 2018``, the year in ``28 Feb to 2 March 2018``. Weekdays are checked, and may so decide
between the two readings of ``05/06/2024 (Wed)``, which is an error without one.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from exchangecli.errors import AmbiguousDate, DateWithoutYear, UnreadableDate, ValueProblem, WrongWeekday
from exchangecli.model import dates
from exchangecli.model.date_layout import End, Layout, kinds_of, lay_out
from exchangecli.model.date_tokens import tokens
from exchangecli.model.date_words import vocabulary
from exchangecli.model.time_reading import read_time

__all__ = ["DateReading", "DayOrder", "read_date", "read_time"]

DayOrder = Literal["dmy", "mdy"]
"""Whether 05/06/2024 is the fifth of June or the sixth of May."""

_Parts = dict[str, int]
"""What an end says: ``y`` year, ``m`` month, ``d`` day, ``s`` season, ``x`` the first three digits of a decade."""

_SHAPES = {
    "Y": "y", "MY": "my", "YM": "ym", "dMY": "dmy", "MdY": "mdy", "YMd": "ymd", "dR": "dmy",
    "N": "ymd", "Q": "ym", "H": "ym", "R": "my", "A": "dmy", "SY": "sy", "YS": "ys", "X": "x",
    # ends that the other end completes
    "d": "d", "M": "m", "S": "s", "dM": "dm", "Md": "md", "P": "dm", "dY": "dy",
}  # fmt: skip
"""The parts that the numbers of an end are, by the kinds of its tokens; those of A and P as the order has them."""

_DAY_AND_MONTH_CHANGED = str.maketrans("dm", "md")
_COMPLETE = ({"y"}, {"y", "m"}, {"y", "m", "d"}, {"y", "s"}, {"x"})
_FROM_COARSE_TO_FINE = "xysmd"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a text says of a time: EDTF dates, ``..`` for an open end, and HH:MM; None is what it does not say."""

    start: str | None
    end: str | None
    start_time: str | None = None
    end_time: str | None = None


def read_date(text: str, order: DayOrder | None = None) -> DateReading:
    """Read a date or a range of dates, and the times beside it, as a person typed or printed it.

    Args:
        text: EDTF, or a date in any of the shapes above and the languages of `date_words`.
        order: how ``05/06/2024`` is meant. It binds: 06/13/2024 is no date where the day comes first.

    Returns:
        The dates in the precision that was written. A single date has no end, even where it has an end time.

    Raises:
        AmbiguousDate: day and month, or decade and century, cannot be told apart.
        DateWithoutYear: a month or a day, and no year.
        WrongWeekday: the weekday is not that of the date.
        OldDateSpelling: EDTF as it was before 2019.
        UnreadableTime: a time that no clock shows.
        UnreadableDate: anything else, among it a year of two digits, and a day that does not exist.
    """
    return _read(text.strip(), order)


@lru_cache(maxsize=16384)
def _read(text: str, order: DayOrder | None) -> DateReading:
    if text.isascii() and " " not in text:
        with suppress(UnreadableDate):
            return DateReading(*dates.interval(text))
    # What is almost EDTF is explained best by its own reader.
    return _read_plain(text) or _read_printed(text, order) or DateReading(*dates.interval(text))


def _read_plain(text: str) -> DateReading | None:
    """Read ``8 Nov 2025`` at a tenth of the cost: large files are full of it."""
    words = text.split(" ", 3)
    if len(words) != 3 or not text.isascii():  # noqa: PLR2004
        return None
    day, month, year = words
    kind, numbers = vocabulary().get(month.lower(), ("", ()))
    if kind != "M" or not (day.isdigit() and year.isdigit() and len(day) <= 2 and len(year) == 4):  # noqa: PLR2004
        return None
    with suppress(UnreadableDate):
        return DateReading(dates.canonical(f"{year}-{numbers[0]:02}-{day:>02}"), None)
    return None


def _read_printed(text: str, order: DayOrder | None) -> DateReading | None:
    """Read a date in words or figures; None where it has no shape known here."""
    found = tokens(text)
    if not found or (text.isdecimal() and kinds_of(found) == "d"):
        return None
    layout = lay_out([token for token in found if token.kind != "n"], text)
    if layout is None or not _is_complete(layout, text):
        return None
    start, end = _only_reading(layout, _orders(kinds_of(found), order), text)
    if layout.opening == "<":
        return DateReading(None, start, layout.start_time, layout.end_time)
    return DateReading(start, dates.OPEN if layout.opening else end, layout.start_time, layout.end_time)


def _is_complete(layout: Layout, text: str) -> bool:
    """Tell whether each end, with what the other lends it, is a year, a month, a day, a season or a decade."""
    for end in layout.ends:
        _check_years(end, text)
    if any(end.kinds not in _SHAPES for end in layout.ends):
        return False
    said = _parts_of(layout.ends, "dmy")
    if not any(parts.keys() & {"y", "x"} for parts in said):
        raise DateWithoutYear(text)
    if (layout.start_time or layout.end_time) and any("d" not in parts for parts in said):
        raise UnreadableDate(text, "has a time and no day of the month")
    return all(set(parts) in _COMPLETE for parts in said)


def _check_years(end: End, text: str) -> None:
    if "y" in end.kinds or end.kinds in ("dMd", "Mdd"):
        raise UnreadableDate(text, "has a year of two digits, whose century is not said")
    if end.kinds == "H":
        year, number = end.numbers
        if year % 100 < number <= 12:  # noqa: PLR2004
            raise AmbiguousDate(text, (f"{year}-{number:02}", f"{year}/{year // 100}{number:02}"))


def _orders(kinds: str, order: DayOrder | None) -> Sequence[DayOrder]:
    """Give the orders in which numbers such as ``05/06`` may be read in this text."""
    if "A" not in kinds and "P" not in kinds:
        return ("dmy",)
    if "n" in kinds:
        return ("dmy",)  # Vietnamese and Thai
    if "N" in kinds and "A" not in kinds:
        return ("mdy",)  # 2025.11.08~11.10
    return (order,) if order else ("dmy", "mdy")


def _only_reading(layout: Layout, orders: Sequence[DayOrder], text: str) -> tuple[str, str | None]:
    """Read start and end in each order, and give the one reading that remains."""
    readings: dict[tuple[str, str | None], DayOrder] = {}
    problems: list[ValueProblem] = []
    for order in orders:
        try:
            readings[_span(layout, order, text)] = order
        except ValueProblem as problem:
            problems.append(problem)
    if len(readings) > 1:
        raise AmbiguousDate(text, ["/".join(filter(None, reading)) for reading in readings])
    if not readings:
        raise next((problem for problem in problems if isinstance(problem, WrongWeekday)), problems[0])
    return next(iter(readings))


def _span(layout: Layout, order: DayOrder, text: str) -> tuple[str, str | None]:
    said = _parts_of(layout.ends, order)
    start, *ends = [_edtf(parts, end, text) for parts, end in zip(said, layout.ends, strict=True)]
    if not ends:
        return start, None
    (end,) = ends
    if dates.certainly_before(end, start):
        raise UnreadableDate(text, "ends before it starts", "write the earlier day first")
    if layout.lists_days and not _are_neighbours(said):
        raise UnreadableDate(text, "names two dates that make no range", "write one, or a range like 1-2 May 2024")
    return start, end


def _parts_of(ends: Sequence[End], order: DayOrder) -> list[_Parts]:
    """Give the parts of each end; two ends of the same precision lend each other what only one of them says."""
    said = [_own_parts(end, order) for end in ends]
    first, last = said[0], said[-1]
    if len({max(parts, key=_FROM_COARSE_TO_FINE.index) for parts in said}) == 1:
        return [last | first, first | last][: len(said)]
    return said


def _own_parts(end: End, order: DayOrder) -> _Parts:
    roles = _SHAPES[end.kinds]
    if end.kinds in ("A", "P") and order == "mdy":
        roles = roles.translate(_DAY_AND_MONTH_CHANGED)
    return dict(zip(roles, end.numbers, strict=True))


def _edtf(parts: _Parts, end: End, text: str) -> str:
    if not 1 <= parts.get("m", 1) <= 12:  # noqa: PLR2004
        raise UnreadableDate(text, "names a month that does not exist", "the months are 01 to 12")
    numbers = [f"{parts[part]:02}" for part in "msd" if part in parts]
    body = f"{parts['x']:03}X" if "x" in parts else "-".join([f"{parts['y']:04}", *numbers])
    try:
        dates.canonical(body)
    except UnreadableDate:
        raise UnreadableDate(text, "names a day that does not exist", "check it in the source") from None
    _check_weekdays(body, end.weekdays, text)
    return body + end.doubt


def _check_weekdays(body: str, weekdays: Sequence[int], text: str) -> None:
    if weekdays and not dates.is_precise(body):
        raise UnreadableDate(text, "has a weekday and no day of the month")
    for weekday in weekdays:
        named = date.fromisoformat(body).weekday()
        if weekday != named:
            raise WrongWeekday(text, body, _WEEKDAYS[named])


def _are_neighbours(said: Sequence[_Parts]) -> bool:
    """Tell whether two dates are days, one right after the other."""
    if any("d" not in parts for parts in said):
        return False
    first, last = (date(parts["y"], parts["m"], parts["d"]).toordinal() for parts in said)
    return last == first + 1
