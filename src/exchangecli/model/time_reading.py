"""Times of the day as people type and print them, read as HH:MM: ``7.30 pm``, ``19h30``, ``오후 7시 30분``."""

import re
from contextlib import suppress
from functools import lru_cache

from exchangecli.errors import UnreadableTime
from exchangecli.model.date_words import folded

_BEFORE_NOON = r"am|a\.m|오전|午前|上午"
_AFTER_NOON = r"pm|p\.m|오후|午後|下午"
_HALF = r"(?:오전|오후|午前|午後|上午|下午)\s?"
_AM_PM = r"\s?[ap]\.?m\b\.?"

TIME = rf"""
    t\d\d:\d\d(?::[0-5]\d(?:[.,]\d+)?)?(?:z|[+-]\d\d(?::?\d\d)?)?                          # T19:30:00+09:00
  | (?:{_HALF})?\d{{1,2}}:\d\d(?::[0-5]\d(?:\.\d+)?)?(?:z|\s?\+\d\d:?\d\d|{_AM_PM})?        # 19:30:00, 오후 7:30
  | \d{{1,2}}(?:\.\d\d)?{_AM_PM}                                                        # 7.30 pm, 7 p.m.
  | \d{{1,2}}\s?(?:h|gio)(?:\d\d(?!\d))?(?![^\W\d_])                                    # 19h30, 19 h
  | (?:{_HALF})?\d{{1,2}}\s?[시時时点點](?:\s?\d{{1,2}}\s?[분分]|\s?[반半])?              # 오후 7시 30분, 午後7時半
"""
"""What looks like a time in a folded text: a verbose pattern without groups of its own."""

TIMES = rf"\d{{1,2}}(?:[.:]\d\d)?\s?[-–~]\s?\d{{1,2}}(?:[.:]\d\d)?{_AM_PM}"
"""Two times that share their half of the day: ``7-9 pm``."""


def read_time(text: str) -> str:
    """Read one time of the day, as HH:MM.

    Seconds and an offset from UTC may stand there and are left out: a time here is the one on the clock of the place.

    Raises:
        UnreadableTime: no time, more than one, or one that no clock shows.
    """
    return _read(text.strip())


def read_times(text: str) -> tuple[str, str | None]:
    """Read a time, or two that a sign or a word parts (``10:00-10:30``, ``7-9 pm``): from when, and until when.

    Raises:
        UnreadableTime: as `read_time`.
    """
    plain = folded(text.strip())
    if re.fullmatch(TIMES, plain, re.VERBOSE):
        start, end = clocks(plain)
        return _written(*start), _written(*end)
    try:
        return read_time(text), None
    except UnreadableTime:
        first, *last = _UNTIL.split(text.strip(), maxsplit=1)
        with suppress(UnreadableTime):
            if last:
                return read_time(first), read_time(last[0])
        raise


_UNTIL = re.compile(r"\s*(?:[-–—~～∼]|\bto\b|\buntil\b|부터|에서)\s*")


def _written(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


@lru_cache(maxsize=2048)
def _read(text: str) -> str:
    plain = folded(text)
    if re.fullmatch(rf"{TIME}|\d{{1,2}}\.\d\d", plain, re.VERBOSE) is None:
        raise UnreadableTime(text)
    return _written(*clock(plain))


def clock(time: str) -> tuple[int, int]:
    """Give the hour and the minute of a folded time that is known to be spelt as `TIME` has it.

    Raises:
        UnreadableTime: an hour or a minute that no clock shows.
    """
    hour, *rest = map(int, re.findall(r"\d+", time))
    minute = 30 if re.search("[반半]", time) else rest[0] if rest else 0
    before_noon, after_noon = re.search(_BEFORE_NOON, time), re.search(_AFTER_NOON, time)
    if hour > (12 if before_noon else 23) or minute > 59:  # noqa: PLR2004
        raise UnreadableTime(time, "is on no clock")
    if after_noon and hour < 12:  # noqa: PLR2004
        hour += 12
    elif before_noon:
        hour %= 12
    return hour, minute


def clocks(times: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the hours and minutes of a folded text that is known to be spelt as `TIMES` has it.

    Raises:
        UnreadableTime: as `clock`, or they cannot both be of that half of the day, as in ``11-1 pm``.
    """
    first, last = re.split("[-–~]", times)
    start, end = clock(f"{first}{last.lstrip(' .:0123456789')}"), clock(last)
    if start > end:
        raise UnreadableTime(times, "leaves open which half of the day it starts in")
    return start, end
