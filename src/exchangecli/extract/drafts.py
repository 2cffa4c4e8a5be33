"""The events found in an article, as it tells them, and where it speaks of each."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.page import Page

SPOKEN_OF_LAST = -1
"""The event of a mention ("the concert") that may be of several; told apart when facts are attached."""
TOLD_IN_PASSING = frozenset(("event:described", "event:other-edition"))
"""Rules of events that have no name of their own."""
_BEFORE = 40
"""Characters before an event in which stands what makes it the background of another."""


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
        kind: the code of its kind, where its name says it.
        acronym: what it is called for short.
    """

    title: str
    place: tuple[int, int]
    rule: str
    kind: str | None
    acronym: str | None = None

    @property
    def year(self) -> int | None:
        """The year in its title."""
        found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.title)
        return int(found[0]) if found else None


@dataclass(slots=True)
class Told:
    """What has been found so far: the events, and of each sentence where it speaks of one."""

    page: Page
    drafts: list[Draft] = field(default_factory=list)
    mentions: list[list[Mention]] = field(init=False)

    def __post_init__(self) -> None:
        """Begin without any."""
        self.mentions = [[] for _ in self.page.sentences]

    def add(self, draft: Draft, number: int) -> int:
        """Take in an event that a sentence tells of; its number."""
        self.drafts.append(draft)
        event = len(self.drafts) - 1
        self.mentions[number].append(Mention(*draft.place, event))
        return event

    def mention(self, number: int, place: tuple[int, int], event: int) -> None:
        """Note that a sentence speaks of an event; as of background, where the words before it say so."""
        start = place[0]
        before = self.page.plain[max(self.page.sentences[number].start, start - _BEFORE) : start]
        self.mentions[number].append(Mention(*place, event, bool(_background().search(before))))

    def sort(self) -> None:
        """Bring the mentions of each sentence in its order."""
        for some in self.mentions:
            some.sort()


@cache
def _background() -> re.Pattern[str]:
    """What stands before an event that another one is told by: "at the 7th ASEM Culture Ministers' Meeting"."""
    between = r"(?:the\s+|its\s+|this year's\s+|both\s+|(?:first|second|third|\w+th)\s+)?"
    return re.compile(rf"(?:\b{words.either('event beside')})\s+{between}\"?$", re.IGNORECASE)
