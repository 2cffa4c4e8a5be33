"""The ways in which SQLite is to find what meets a condition, and the terms under which a query is answered."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

FEW = 4000
"""So many records are named in a query; to walk past those between as many of a million takes no longer."""

HANDFUL = 200
"""So many are looked up, and named, in no time."""


class Way(Enum):
    """How SQLite is to find what meets a condition."""

    GATHER = "gather"
    """All that meet it, by an index."""
    WALK = "walk"
    """Along the order, the records of one value by the index that has them in this order."""
    TEST = "test"
    """Record by record, of those that another condition gives."""

    @property
    def within(self) -> "Way":
        """The way for the parts of a condition: what is not gathered is tested."""
        return self if self is Way.GATHER else Way.TEST

    @property
    def sign(self) -> str:
        """What stands before a column: a plus sign keeps SQLite from looking for an index of it."""
        return "" if self is Way.GATHER else "+"


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a query is answered.

    Attributes:
        walks: whether the first few records are wanted, in an order that an index has.
        possible: whether what only may be so, of partial dates, counts too.
        today: the day that counts where a record has none.
        few: how many records are named.
    """

    walks: bool = False
    possible: bool = False
    today: date = field(default_factory=date.today)
    few: int = FEW

    @property
    def scans(self) -> bool:
        """Whether the table is asked from end to end whether few records have a value that no index knows."""
        return self.walks and self.few > HANDFUL
