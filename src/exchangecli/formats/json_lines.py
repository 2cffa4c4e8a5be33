"""JSON Lines: a record a line, in UTF-8."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from exchangecli.formats import json_array
from exchangecli.formats.sheets import RawRow, Sheet, lines
from exchangecli.model.types import Record


def write(records: Iterable[Record], columns: list[str]) -> Iterator[bytes]:
    """Write records, each on a line of its own."""
    for record in records:
        yield f"{json_array.line(record, columns)}\n".encode()


def read(file: BinaryIO, name: str) -> Sheet:
    """Read an object a line, each with headings of its own; empty lines are passed over.

    Raises:
        NotUtf8, BadJson: while the rows are read; with the line.
    """
    return Sheet("line", None, _rows(lines(file, name), name))


def _rows(text: Iterator[str], name: str) -> Iterator[RawRow]:
    for number, line in enumerate(text, 1):
        if line.strip():
            yield json_array.row(number, json_array.parsed(line, name, number))
