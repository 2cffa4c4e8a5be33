"""Records a thousand at a time: what belongs to them is looked up for many at once, and none is held for long."""

from collections.abc import Iterable, Iterator
from itertools import islice

from exchangecli.model.types import Record

SIZE = 1000


def chunks(found: Iterable[Record], size: int = SIZE) -> Iterator[list[Record]]:
    """The records in their order, in lists of this many; the last has the rest."""
    remaining = iter(found)
    while chunk := list(islice(remaining, size)):
        yield chunk
