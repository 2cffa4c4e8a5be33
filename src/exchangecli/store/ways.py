"""The ways in which SQLite is to find what meets a condition, and the terms under which a query is answered."""

from datetime import date
from enum import Enum
from typing import NamedTuple

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


class Terms(NamedTuple):
    """Under which terms a query is answered.

    Attributes:
        today: the day that counts where a record has none.
        possible: whether what only may be so, of partial dates, counts too.
        walks: whether the first few records are wanted, in an order that an index has.
        scans: whether a table may be read from end to end to learn that few records have a value no index knows.
        most: how many records are named.
    """

    today: date
    possible: bool = False
    walks: bool = False
    scans: bool = False
    most: int = FEW
