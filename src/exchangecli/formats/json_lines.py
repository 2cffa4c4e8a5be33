"""JSON Lines: a record a line, in UTF-8."""

from collections.abc import Iterable, Iterator

from exchangecli.formats import json_array
from exchangecli.model.types import Record


def write(records: Iterable[Record], columns: list[str]) -> Iterator[bytes]:
    """Write records, each on a line of its own."""
    for record in records:
        yield f"{json_array.line(record, columns)}\n".encode()
