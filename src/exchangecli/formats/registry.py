"""The formats that records can be exported in, by name. Each is a module; to add one is a line here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from exchangecli.formats import csv_rows, json_array, json_lines
from exchangecli.model.types import Record

Writer: TypeAlias = Callable[[Iterable[Record], list[str]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        suffix: of its files.
        write: records and the names of their columns -> the file, in pieces; it never holds all of it.
        flat: whether it has one row for each record, so that related records are written into readable columns.
    """

    suffix: str
    write: Writer
    flat: bool = False


FORMATS: dict[str, Format] = {
    "csv": Format(".csv", csv_rows.write, flat=True),
    "json": Format(".json", json_array.write),
    "jsonl": Format(".jsonl", json_lines.write),
}
