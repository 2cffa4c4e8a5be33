"""A proper name of an article."""

from typing import NamedTuple


class Name(NamedTuple):
    """A proper name: plain[start:end].

    Attributes:
        start, end: its place.
        text: its words.
        kind: ``event``, ``series`` (events in the plural), ``state``, ``organisation``, ``ensemble``, ``country``,
            ``group``, ``city``, ``venue``, or ``""`` where its words do not say.
        sort: of an event the code of its kind.
        acronym: the acronym that follows it in brackets.
    """

    start: int
    end: int
    text: str
    kind: str
    sort: str | None = None
    acronym: str | None = None

    @property
    def is_body(self) -> bool:
        """Whether it names an organisation, a state body or an ensemble."""
        return self.kind in ("state", "organisation", "ensemble")


def one_line(said: str) -> str:
    """Words of a text without its line breaks."""
    return " ".join(said.split())


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: two capitals or more, and as many as small letters."""
    capitals = sum(map(str.isupper, word))
    return capitals > 1 and capitals * 2 >= sum(map(str.isalpha, word))
