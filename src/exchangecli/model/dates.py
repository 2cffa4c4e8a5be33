"""Dates as the dataset holds them: EDTF strings (ISO 8601-2:2019), checked, bounded and shown.

Supported are dates and intervals of level 0, date-times apart, and of level 1 seasons, qualification, unspecified
digits and extended intervals. Years run from 0001 to 9999.

=================================  ==========================  ==============================================
written                            earliest day                latest day
=================================  ==========================  ==============================================
``2024-05-17``                     the day itself              the day itself
``2024-05``, ``2024-05-XX``        the first of the month      the last of the month
``2024``, ``2024-XX[-XX]``         1 January                   31 December
``202X``, ``20XX``                 1 January, each X read 0    31 December, each X read 9
``2024-21``, ``-22``, ``-23``      1 March, 1 June, 1 Sept.    31 May, 31 August, 30 November
``2024-24``                        1 December 2024             the last of February 2025
``2024?``, ``2024~``, ``2024%``    1 January                   31 December: a doubt does not widen a date
``..`` (an open end)               0001-01-01                  9999-12-31
=================================  ==========================  ==============================================

EDTF says of a season neither its months nor its hemisphere; the months here are those of the northern one.
"""

import re
from functools import lru_cache

from exchangecli.errors import OldDateSpelling, UnreadableDate, ValueProblem

OPEN = ".."
"""The end of what has no end yet."""

_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASON_NAMES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

_FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"
_DAYS_OF_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_MONTHS_OF = {"": (1, 12), "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14)}
"""First and last month of a year and of its seasons; the 14th month of a year is February of the next."""

_DATE = re.compile(
    r"(?!0000|000X|00XX)"
    r"(?:\d\d(?:\dX|XX)|\d{4}(?:-(?:2[1-4]|XX(?:-XX)?|(?:0[1-9]|1[0-2])(?:-(?:XX|\d\d))?))?)"
    r"[?~%]?",
    re.ASCII,
)

_REFUSALS: tuple[tuple[str, type[OldDateSpelling | UnreadableDate], tuple[str, ...]], ...] = (
    ("unknown", OldDateSpelling, ("what is not known is left empty: 2024-05-01/",)),
    ("open", OldDateSpelling, ("an open end is written 2024-05-01/..",)),
    (r".*(?:\?~|~\?)", OldDateSpelling, ("uncertain and approximate together are written 2010%",)),
    (
        r"\d{2,3}u{1,2}|\d{4}-uu(-uu)?|\d{4}-\d\d-uu",
        OldDateSpelling,
        ("an unspecified digit is written X, as in 202X",),
    ),
    (r"y-?\d+", OldDateSpelling, ("a year is written with four digits",)),
    (
        r"[34]\d{4}",
        UnreadableDate,
        ("looks like a day counted as spreadsheets do", "format the column as a date, and save it again"),
    ),
    (r"Y-?\d+(E\d+)?(S\d+)?|-?\d{5,}|-\d{4}.*|0000.*|00XX|000X", UnreadableDate, ("is not in the years 0001 to 9999",)),
    (r".*\dT\d\d.*", UnreadableDate, ("holds a time", "leave it out here, it has a field of its own")),
    (r"[\[{].*[\]}]", UnreadableDate, ("is a set of dates (EDTF level 2), where one date belongs",)),
    (r"(?=.*[?~%]-?\d)[\dX?~%-]+", UnreadableDate, ("qualifies a part of the date (EDTF level 2), not the whole",)),
    (r"\d{4}-(2[5-9]|3\d|4[01])[?~%]?", UnreadableDate, ("has a season of EDTF level 2", "21 to 24 are supported")),
    (
        r"(?=.*X)[\dX]{4}(-[\dX]{2}){0,2}[?~%]?",
        UnreadableDate,
        ("leaves open what is not at its end (EDTF level 2)",),
    ),
    (r"\d{4}-\d\d[?~%]?", UnreadableDate, ("names a month that does not exist", "the months are 01 to 12")),
    (r"\d{4}-\d\d-\d\d[?~%]?", UnreadableDate, ("names a day that does not exist", "check it in the source")),
)
"""What is refused, by its spelling, and what to say of it: what it is, perhaps what to write instead."""


def canonical(text: str) -> str:
    """Check one EDTF date (no interval, no ``..``) and give it back, without spaces around it and with capital X.

    Raises:
        OldDateSpelling: a spelling of EDTF before 2019, with the one of today.
        UnreadableDate: a day that is none, a date of EDTF level 2, or no EDTF at all.
    """
    return _checked(text, text)


def interval(text: str) -> tuple[str | None, str | None]:
    """Read an EDTF interval, or a single date, as start and end.

    An end that is open is ``..``; one that is unknown is None. An open start is None too, since the dataset keeps
    ``..`` for ends. A single date has no end.

    Raises:
        OldDateSpelling, UnreadableDate: as `canonical`, or the interval certainly ends before it starts, or has
            neither a start nor an end.
    """
    first, stroke, last = (part.strip() for part in text.partition("/"))
    if not stroke:
        return _checked(first, text), None
    start = None if first in ("", OPEN) else _checked(first, text)
    end = OPEN if last == OPEN else _checked(last, text) if last else None
    if start is None and end in (None, OPEN):
        raise UnreadableDate(text, "has neither a start nor an end")
    if start and end and certainly_before(end, start):
        raise UnreadableDate(text, "ends before it starts", "write the earlier day first")
    return start, end


def earliest(text: str) -> str:
    """Give the first day, as YYYY-MM-DD, that an EDTF date or ``..`` may stand for."""
    return _bounds(text)[0]


def latest(text: str) -> str:
    """Give the last day, as YYYY-MM-DD, that an EDTF date or ``..`` may stand for."""
    return _bounds(text)[1]


def certainly_before(one: str, other: str) -> bool:
    """Tell whether every day of the one date lies before every day of the other."""
    return latest(one) < earliest(other)


def contains(outer: str, inner: str) -> bool:
    """Tell whether the one date says no more than the other: 2018 contains 2018-10, and itself."""
    return earliest(outer) <= earliest(inner) and latest(inner) <= latest(outer)


def is_readable(text: str) -> bool:
    """Whether a text is one date, or the open end; another program may have written what is none."""
    try:
        return text == OPEN or canonical(text) == text
    except ValueProblem:
        return False


def is_precise(text: str) -> bool:
    """Tell whether the date is a day without any doubt, which any calendar can take."""
    return earliest(text) == latest(text) == text


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month of the Gregorian calendar."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _DAYS_OF_MONTH[month - 1]  # noqa: PLR2004


def display(start: str | None, end: str | None = None) -> str:
    """Write a date or a range for people, short and with one reading: ``28 Feb – 2 Mar 2018``, ``since 1996``.

    Takes EDTF dates as `interval` gives them; nothing at all becomes an empty text.
    """
    if start is None:
        return f"until {_shown(end)}" if end and end != OPEN else ""
    if end == OPEN:
        return f"since {_shown(start)}"
    if end is None or end == start:
        return _shown(start)
    return _shown_range(start, end)


def _checked(date: str, text: str) -> str:
    """Check one date; the text it stands in is what an error shows."""
    checked = date.strip().replace("x", "X")
    if _DATE.fullmatch(checked) is None or not _exists(checked):
        raise _refusal(checked, text)
    return checked


def _exists(date: str) -> bool:
    """Tell whether a date of the right shape is in the calendar; winter 9999 ends outside of it."""
    day = date[8:10]
    if day in ("", "XX"):
        return not date.startswith("9999-24")
    return 1 <= int(day) <= days_in_month(int(date[:4]), int(date[5:7]))


def _refusal(date: str, text: str) -> OldDateSpelling | UnreadableDate:
    for spelling, problem, words in _REFUSALS:
        if re.fullmatch(spelling, date):
            return problem(text, *words)
    return UnreadableDate(text)


@lru_cache(maxsize=4096)
def _bounds(text: str) -> tuple[str, str]:
    if text == OPEN:
        return _FIRST_DAY, _LAST_DAY
    body = canonical(text).rstrip("?~%").replace("-XX", "")
    year, month, day = body[:4], body[5:7], body[8:]
    if day:
        return body, body
    first, last = _MONTHS_OF[month] if month in _MONTHS_OF else (int(month), int(month))
    years_on, last = divmod(last - 1, 12)
    last_year, last_month = int(year.replace("X", "9")) + years_on, last + 1
    last_day = days_in_month(last_year, last_month)
    return f"{year.replace('X', '0')}-{first:02}-01", f"{last_year:04}-{last_month:02}-{last_day}"


def _shown(date: str) -> str:
    checked = canonical(date)
    body = checked.rstrip("?~%")
    doubt = checked[len(body) :]
    about, question = ("about " if doubt in ("~", "%") else ""), ("?" if doubt in ("?", "%") else "")
    return f"{about}{_shown_body(*body.split('-'))}{question}"


def _shown_body(year: str, month: str = "", day: str = "") -> str:
    if not month:
        # "2000s" is a decade to one reader and a century to the next: such years stay as EDTF writes them.
        return f"{year[:3]}0s" if year[3] == "X" and year[2] not in "0X" else year
    if month == "XX":
        return f"a {'day' if day else 'month'} in {year}"
    if month in _SEASON_NAMES:
        # Two winters touch every year.
        years = f"{year}/{(int(year) + 1) % 100:02}" if month == "24" else year
        return f"{_SEASON_NAMES[month]} {years}"
    month_of_year = f"{_MONTH_NAMES[int(month) - 1]} {year}"
    if day == "XX":
        return f"a day in {month_of_year}"
    return f"{int(day)} {month_of_year}" if day else month_of_year


def _shown_range(start: str, end: str) -> str:
    """Join two dates by a dash; of two alike, the first leaves out what both end with: the year, or month and year."""
    first, last = _shown(start), _shown(end)
    if _shape(start) != _shape(end) or not start[-1].isdigit():
        return f"{first} – {last}"
    kept = first.split()
    for shared in reversed(last.split()):
        if kept[-1] != shared:
            break
        kept.pop()
    return f"{' '.join(kept)} – {last}" if len(kept) > 1 else f"{kept[0]}–{last}"


def _shape(date: str) -> tuple[int, bool, bool]:
    return len(date), date[-1].isdigit(), date[5:7] in _SEASON_NAMES
