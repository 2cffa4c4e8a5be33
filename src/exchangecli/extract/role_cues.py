"""The words that say who did what, from ``tables/cues.csv``, and a part in an event as they tell it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actors import Actor
from exchangecli.extract.names import place_of

_FITTING = {
    "body": ("state", "organisation", "ensemble", ""),
    "person": ("person", ""),
    "performer": ("person", "ensemble", "", "organisation"),
    "any": ("person", "ensemble", "organisation", "state", ""),
}
"""Who can have a role, by the kinds of participants; "" is a name whose words do not say what it is."""
_BUNDLE = 12
"""Cues that are looked for together."""
_KINDS = {"person": "person", "body": "organisation"}
_OF_BODIES = frozenset(("organiser", "co_organiser", "partner", "implementer"))
"""Roles that nobody has by him or herself."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of the table.

    Attributes:
        rule: its name; that of the proposals is ``role:`` and this.
        words: those that say so, as a regular expression.
        side: ``after`` or ``before``: where the names stand.
        who: who they can be: ``body``, ``person``, ``performer``, ``any``.
        role: the code of the role.
    """

    rule: str
    words: str
    side: str
    who: str
    role: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its words, compiled when they are first looked for."""
        return _pattern(self.words)

    def fits(self, actor: Actor) -> bool:
        """Whether somebody can have the role."""
        place = place_of(actor.name)
        if actor.name in words.meanings("demonyms") or (place and not (place[0] == "group" and self.who == "body")):
            return False
        if self.role in _OF_BODIES and actor.kind == "person":
            return False
        return actor.kind in _FITTING[self.who]

    def settled(self, actor: Actor) -> Actor:
        """The actor, as what the role says it is where its name does not."""
        return actor if actor.kind else replace(actor, kind=_KINDS.get(self.who, ""))


@dataclass(frozen=True, slots=True)
class Part:
    """That somebody had a part in an event.

    Attributes:
        actor: who.
        role: the code.
        cue: the place of the words that say so.
        rule: the name of the rule.
        inferred: where the name stands in the sentence before ("It has supported").
        heading: the place of the heading of the list in which the name stands.
    """

    actor: Actor
    role: str
    cue: tuple[int, int]
    rule: str
    inferred: str | None = None
    heading: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The words that say so, and the name."""
        if self.inferred:
            return self.cue
        return min(self.cue[0], self.actor.start), max(self.cue[1], self.actor.end)

    def overlaps(self, other: "Part") -> bool:
        """Whether both say of one name the same role, or rest on the same words."""
        same_words = self.cue[0] < other.cue[1] and other.cue[0] < self.cue[1]
        return self.actor.start == other.actor.start and (self.role == other.role or same_words)


@cache
def cues() -> tuple[Cue, ...]:
    """The table of cues."""
    return tuple(Cue(row["rule"], row["cue"], row["side"], row["who"], row["role"]) for row in words.rows("cues"))


def cues_in(said: str) -> Iterator[tuple[Cue, re.Match[str]]]:
    """The cues that a sentence has, in the order of the table, each with its words."""
    for any_of_them, several in _bundles():
        if any_of_them.search(said):
            for cue in several:
                for match in cue.pattern.finditer(said):
                    yield cue, match


@cache
def _bundles() -> tuple[tuple[re.Pattern[str], tuple[Cue, ...]], ...]:
    """The cues in bundles, each with one pattern by which a sentence that has none of them is passed over at once."""
    bundles = [cues()[first : first + _BUNDLE] for first in range(0, len(cues()), _BUNDLE)]
    return tuple((_pattern("|".join(cue.words for cue in several)), several) for several in bundles)


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    """A cue in any case; only [A-Z] in it tells capitals from small letters: "artists (?= [A-Z])"."""
    capitals = re.sub(r"\[A-Z(0-9)?\]", r"(?-i:[A-Z\1])", cue)
    return re.compile(rf"(?<![\w-])(?:{capitals})", re.IGNORECASE)
