"""Distances in the calendar, as people type them: ``+1d``, ``-3w``, ``-6m``, ``+2y``."""

import re
from datetime import date
from typing import NamedTuple

DISTANCE = re.compile(r"([+-]\d{1,9})([dwmy])")
UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


class Distance(NamedTuple):
    """So many days, weeks, months or years, forward or back."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.number:+}{self.unit[0]}"


def read_distance(text: str) -> Distance | None:
    """The distance a text says, or None where it says none."""
    found = DISTANCE.fullmatch(text)
    return Distance(int(found[1]), UNITS[found[2]]) if found else None


def moved(day: date, distance: Distance) -> date:
    """A day moved by a distance; the 31st becomes the last day of a shorter month.

    Raises:
        ValueError, OverflowError: the calendar ends before.
    """
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(**{distance.unit: distance.number})  # type: ignore[arg-type]
