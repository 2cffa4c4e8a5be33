"""Records in memory, as far as a query asks for them and for what they are linked to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from exchangecli.model import clock
from exchangecli.model.types import Record


@dataclass(frozen=True, slots=True)
class Dataset:
    """Records in memory, and the terms on which they are asked.

    Attributes:
        records: the name of a kind -> its records.
        changes: (the name of a kind, the id of a record) -> when it was added or edited, in UTC as the log has it.
        possible: whether what only may be so, of partial dates, counts too.
        today: the day that counts where a record has none.
    """

    records: Mapping[str, Sequence[Record]]
    changes: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    possible: bool = False
    today: date = field(default_factory=clock.today)

    def with_value(self, kind: str, name: str, value: object) -> Iterator[Record]:
        """The records of a kind that have this value in a field."""
        return (record for record in self.records.get(kind, ()) if value is not None and record.get(name) == value)
