"""The words that say who did what, from ``tables/cues.csv``, and a part in an event as they tell it."""

import re
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


PEOPLE_ONLY = frozenset(("keynote_speaker", "moderator", "mc", "speaker", "panellist", "opening_remarks", "quoted"))


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of the table."""

    rule: str
    pattern: re.Pattern[str]
    side: str
    who: str
    role: str


@dataclass(frozen=True, slots=True)
class Part:
    """That somebody had a part in an event.

    Attributes:
        actor: who.
        role: the code.
        cue: the place of the words that say so.
        rule: the name of the rule.
        inferred: where the name stands in the sentence before ("It has supported").
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


@cache
def cues() -> tuple[Cue, ...]:
    """The table of cues."""
    return tuple(
        Cue(
            row["rule"],
            re.compile(rf"(?<![\w-]){_names_in_capitals(row['cue'])}", re.IGNORECASE),
            row["side"],
            row["who"],
            row["role"],
        )
        for row in words.rows("cues")
    )


def _names_in_capitals(cue: str) -> str:
    """In a cue only [A-Z] tells capitals from small letters: "artists (?= [A-Z])"."""
    return re.sub(r"\[A-Z(0-9)?\]", r"(?-i:[A-Z\1])", cue)


def fits(actor: Actor, cue: Cue) -> bool:
    place = place_of(actor.name)
    if (place and not (place[0] == "group" and cue.who == "body")) or actor.name in words.meanings("demonyms"):
        return False
    if cue.role in ("organiser", "co_organiser", "partner", "implementer") and actor.kind == "person":
        return False
    return actor.kind in _FITTING[cue.who]


def settled(actor: Actor, cue: Cue) -> Actor:
    if actor.kind:
        return actor
    kind = "person" if cue.who == "person" else "organisation" if cue.who == "body" else ""
    return replace(actor, kind=kind)
