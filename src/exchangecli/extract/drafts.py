"""An event as an article tells it, and where it speaks of it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

BACKGROUND = re.compile(
    r"(?:\b(?:during|following|ahead of|sidelines of|margins of|framework of|part of|occasion of|prior to|as well as at|"
    r"most recently at|like|such as|since|previous|last year's|after|before|at|for|under|to mark|success of|winner of|"
    r"edition of|host of|anniversary of|coincide with|coincides with|alongside|banner of|run-up to|preparations for))\s+"
    r"(?:the\s+|its\s+|this year's\s+|both\s+|(?:first|second|third|\w+th)\s+)?\"?$",
    re.IGNORECASE,
)
"""What stands before an event that another one is told by: "at the 7th ASEM Culture Ministers' Meeting"."""


class Mention(NamedTuple):
    """That an event is spoken of at plain[start:end]; ``background``: as what something else took place at."""

    start: int
    end: int
    event: int
    background: bool = False


@dataclass(slots=True)
class Draft:
    """An event, as an article tells it.

    Attributes:
        title: its name as first printed in full.
        place: where that stands.
        rule: how it was found.
        kind: the code of its kind, where its name says it, and ``kind_place`` the word.
        acronym: what it is called for short.
        others: other names that the article has for it, with their places.
    """

    title: str
    place: tuple[int, int]
    rule: str
    kind: str | None
    acronym: str | None = None
    others: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The year in its title."""
        found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.title)
        return int(found[0]) if found else None
