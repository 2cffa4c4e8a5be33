"""Groups of countries: what they are called, and who belonged to them when.

ASEAN had ten members until 25 October 2025 and has had eleven since: whoever asks for "all of ASEAN" asks about a day.
A group that a source names stays a group, and is never replaced by its members.

Memberships are rows of ``tables/groups.csv``, each with its source. A member is a country's code, or one of ``BODIES``
where what joined is no country. An end is the last day of the membership.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

BODIES: Final[Mapping[str, str]] = {"_ASEANSEC": "ASEAN Secretariat", "_EU": "European Union"}
"""Members that are no countries (both of ASEM), by codes of our own: no code of a country begins with a line."""

LIST, LIST_TITLE = "groups", "Groups of countries, and their members"
"""What the list of groups is called where the closed lists of words are."""

_MEMBERS = ("", "countries", "memberstates", "membercountries", "members", "partners", "회원국", "국가", "国家")
"""What may follow a group's name and still mean the group: EU member states, 아세안 회원국."""


class Membership(NamedTuple):
    """That a country or a body belongs to a group; ``source`` says where that stands.

    ``start`` and ``end`` are EDTF; None is no limit: still a member, or the group is a mere label without dates (CLMV).
    ``side`` is where the member sits in a group of two sides: ASEM's is not to be had from a map, for Australia, New
    Zealand and Russia are on the Asian one.
    """

    group: str
    member: str
    start: str | None
    end: str | None
    side: str | None
    note: str | None
    source: str


def read_group(text: str, further: Iterable[str] = ()) -> str | None:
    """The code of the group that a text names, by code or name ("ASEAN", "EU member states", "아세안"), or None.

    Args:
        text: one name.
        further: what the groups are called that someone added to a dataset.
    """
    key = _key(text)
    own = {_key(code): code for code in further}
    names = (key.removesuffix(tail) for tail in _MEMBERS if key.endswith(tail))
    return next(filter(None, (_codes().get(name) or own.get(name) for name in names)), None)


def read_body(text: str) -> str | None:
    """The code of the member that is no country: ``European Union`` and ``EU`` -> ``_EU``; None where it is another."""
    key = _key(text)
    named = next((code for code, name in BODIES.items() if key in (_key(code), _key(name))), None)
    of_group = f"_{read_group(text)}"
    return named or (of_group if of_group in BODIES else None)


def group_name(code: str) -> str:
    """The English name a group is shown by; a group that someone added to a dataset is called by its code."""
    return _names().get(code, [code])[0]


def group_codes() -> tuple[str, ...]:
    """The codes of the groups that come with the program, in alphabetical order."""
    return tuple(_names())


def memberships() -> list[Membership]:
    """Every membership that comes with the program, as a new dataset begins with them."""
    return [
        Membership(group, member, start or None, end or None, side or None, note or None, source)
        for group, member, start, end, side, note, source in _table("groups.csv")
    ]


def members_on(rows: Iterable[Membership], group: str, first_day: str, last_day: str | None = None) -> set[str]:
    """Who certainly belonged to a group on a day, or on every day of a range.

    A membership that begins in "1997-12" is certain from the 31st on.

    Args:
        rows: memberships, the packaged ones or a dataset's.
        group: its code.
        first_day: ISO 8601, ``2025-10-26``.
        last_day: ISO 8601; None is the first day again.

    Returns:
        The members: codes of countries, and of ``BODIES``.
    """
    held = [(row.member, *certain_days(row.start, row.end)) for row in rows if row.group == group]
    return {member for member, first, last in held if first <= first_day and (last_day or first_day) <= last}


def certain_days(start: str | None, end: str | None) -> tuple[str, str]:
    """Between which days a membership certainly held, from its dates; without one, from or to the end of the calendar.

    The first lies after the last where nothing is certain, as of a membership that began and ended in 1997.
    """
    from exchangecli.model import dates

    first = dates.latest(start) if start else dates.earliest(dates.OPEN)
    return first, dates.latest(dates.OPEN) if end in (None, dates.OPEN) else dates.earliest(end)


@cache
def _names() -> dict[str, list[str]]:
    """Code -> the name it is shown by, then the further ones."""
    names: dict[str, list[str]] = {}
    for code, name, _what in _table("group_names.csv"):
        names.setdefault(code, []).append(name)
    return names


@cache
def _codes() -> dict[str, str]:
    """Key of a name, or code -> code."""
    return {_key(name): code for code, names in _names().items() for name in (code, *names)}


def _table(name: str) -> list[list[str]]:
    import csv

    with (Path(__file__).with_name("tables") / name).open(encoding="utf-8", newline="") as file:
        _header, *rows = csv.reader(file)
    return rows


def _key(text: str) -> str:
    """A name without case, spaces, hyphens and a leading "the"; the + of ASEAN+3 stays."""
    name = unicodedata.normalize("NFKC", text).casefold().strip()
    return re.sub(r"[\s.,'’()‐–—-]", "", name.removeprefix("the "))
