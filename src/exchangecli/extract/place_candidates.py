"""A name of which is asked whether something was held there, and a place as it is then taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.names import Name
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_CLAUSE = re.compile(r"[;]|, (?:but|while|where|which|who)\s")


_SHORT = 40
"""Characters; a place so near the beginning of a sentence stands before its verb: "At the City Hall they held"."""


_VERB_REACH = 150
"""Characters behind such a place in which its verb stands."""


_BEFORE = 60
"""Characters before a name that say whether something was held there."""


AT = re.compile(
    r"""
    \b(?:at|in|inside|on)\s+
    (?:(?:the|its|their|historic|famous|iconic|prestigious|famed|newly|renovated|restored)\s+)*
    (?:
        (?:[\w-]+\s){0,2}?
        (?:hall|auditorium|theatre|theater|lobby|foyer|courtyard|premises|gallery|grounds|gardens?|campus|stage|stairs
          |terrace|headquarters)
        \sof\s(?:the\s)?
    )?
    \"?$
    """,
    re.IGNORECASE | re.VERBOSE,
)


VENUES = ("venue", "organisation")


class Located(NamedTuple):
    """A place: plain[start:end].

    Attributes:
        field: ``venue``, ``city`` or ``country``.
        value: its name, or of a country its code; as printed where several countries have the name.
        start, end: its place; ``start`` is that of the word before it ("at the ...").
        rule: how it was read.
        weight: how sure it is that it is where an event took place: 0 to 3.
        inferred: where the words do not say it alone.
    """

    field: str
    value: str
    start: int
    end: int
    rule: str
    weight: int
    inferred: str | None = None


@cache
def held() -> re.Pattern[str]:
    """What says that an event took place."""
    return re.compile(rf"\b{words.either('took place')}\b", re.IGNORECASE)


@cache
def elsewhere() -> re.Pattern[str]:
    """What stands before a place at which an event was not."""
    return re.compile(rf"\b{words.either('elsewhere')}\s+(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in its sentence, with the names before and after it."""

    page: Page
    sentence: Sentence
    name: Name
    earlier: Sequence[Name]
    later: Sequence[Name]

    @property
    def before(self) -> str:
        """The words that lead to the name."""
        return words_before(self.page, self.sentence, self.name)

    @property
    def previous(self) -> Name | None:
        """The name before it."""
        return self.earlier[-1] if self.earlier else None

    @property
    def following(self) -> Name | None:
        """The name after it."""
        return self.later[0] if self.later else None

    @property
    def weight(self) -> int:
        """How much the sentence says that something was held there: 0 to 2."""
        start = self.name.start
        said = self.page.plain[self.sentence.start : start]
        until = min(start + _VERB_REACH, self.sentence.end)
        if len(said) < _SHORT and held().search(self.page.plain, start, until):
            return 2
        if said.count('"') % 2:
            return 0
        return 2 if held().search(_CLAUSE.split(said)[-1]) else 1


def words_before(page: Page, sentence: Sentence, name: Name) -> str:
    """The words of a sentence that lead to a name."""
    return page.plain[max(sentence.start, name.start - _BEFORE) : name.start]
