"""JSON (RFC 8259): one array of objects, a record a line, in UTF-8."""

import json
from collections.abc import Iterable, Iterator

from exchangecli.model.types import Record


def write(records: Iterable[Record], columns: list[str]) -> Iterator[bytes]:
    """Write records as one array."""
    before = "[\n"
    for record in records:
        yield f"{before} {line(record, columns)}".encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def line(record: Record, columns: list[str]) -> str:
    """One record on one line; a column it does not have is null."""
    return json.dumps({name: record.get(name) for name in columns}, ensure_ascii=False)
