"""Somebody named, with what stands beside the name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named: plain[start:end].

    Attributes:
        start, end: the place of the name.
        name: without honorifics.
        kind: ``person``, ``ensemble``, ``organisation``, ``state`` or ``""``.
        capacity, affiliation: what stands beside the name, and ``beside`` where that ends.
        country: ISO 3166-1 alpha-2, of an adjective before the name (Korean artists).
        full_name: by which the article called them before.
        further: a second office and body ("also a co-founder of Supertone"), with its place.
    """

    start: int
    end: int
    name: str
    kind: str
    capacity: str | None = None
    affiliation: str | None = None
    beside: int = 0
    country: str | None = None
    further: tuple["Actor", ...] = ()
    full_name: str | None = None

    @property
    def until(self) -> int:
        """Where the name ends with all that stands beside it."""
        return max(self.end, self.beside, *(one.beside for one in self.further), 0)
