"""What the reading of a query rests on, beside its words: what the dataset knows, and today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from exchangecli.model import clock, types


class Known(Protocol):
    """The records of a dataset, as far as a query names them."""

    def named(self, words: str, kinds: Sequence[str]) -> str:
        """The id of the one record that is meant.

        Raises:
            NotFound, Ambiguous: none is, or several are.
        """

    def within(self, kind: str, field: str, record: str) -> list[str]:
        """The ids of a record, and of all that lie within it by a field, however deep: the parts of its parts."""


@dataclass(frozen=True, slots=True)
class Question:
    """One query to be read.

    Attributes:
        known: what its words may name.
        text: of the query, for messages.
        rules: how the dataset reads what is ambiguous.
        today: from which distances such as ``-3w`` are counted.
        by_membership: whether who could be there, as a member of a group that a source names, counts as taking part.
    """

    known: Known
    text: str
    rules: types.Rules = field(default_factory=types.Rules)
    today: date = field(default_factory=clock.today)
    by_membership: bool = False
