"""What time it is, and how a moment stands in the log: the one place that asks the machine.

The log keeps moments in UTC, to the second, so that they sort as texts; people read and write them in local time.
"""

import re
from datetime import UTC, date, datetime, timedelta

STAMP = "%Y-%m-%dT%H:%M:%SZ"


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today, as the calendar of this machine has it."""
    return now().astimezone().date()


def stamp(moment: datetime) -> str:
    """A moment as the log writes it: ``2025-11-20T13:30:00Z``."""
    return moment.astimezone(UTC).strftime(STAMP)


def local(at: str) -> datetime:
    """A moment of the log in local time.

    Raises:
        ValueError: another program wrote what is no moment.
    """
    return datetime.fromisoformat(at).astimezone()


TIME = re.compile(r"\d:\d\d")
"""What only the text of a moment holds, and not that of a day."""


def moment(text: str) -> tuple[str, str]:
    """A moment as people and programs write it: where it begins, and where it is over, as the log writes moments.

    It is a minute (``2025-11-20T14:30``) or a second, in local time where no zone is named.

    Raises:
        ValueError: it is none.
    """
    began = datetime.fromisoformat(text.strip().replace(" ", "T"))
    lasts = timedelta(seconds=1) if text.count(":") > 1 + bool(ZONE.search(text)) else timedelta(minutes=1)
    return stamp(began), stamp(began.replace(microsecond=0) + lasts)


ZONE = re.compile(r"[+-]\d\d:\d\d$")


def midnight(day: str, days: int = 0) -> str:
    """When a day begins here, as the log writes moments; at the ends of the calendar, that end."""
    try:
        return stamp(datetime.combine(date.fromisoformat(day) + timedelta(days), datetime.min.time()))
    except (OverflowError, ValueError):
        return day
