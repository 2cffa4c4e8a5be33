"""The formats of records, by name. Each is a module that reads and writes it; to add one is a line here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO, TypeAlias

from exchangecli import errors
from exchangecli.formats import csv_rows, json_array, json_lines
from exchangecli.formats.sheets import Sheet
from exchangecli.model.types import Record

Writer: TypeAlias = Callable[[Iterable[Record], list[str]], Iterator[bytes]]
Reader: TypeAlias = Callable[[BinaryIO, str], Sheet]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        suffixes: of its files; the first is the one it is written with.
        write: records and the names of their columns -> the file, in pieces; it never holds all of it.
        read: a file and its name, for messages -> its rows.
        flat: whether it has one row for each record, so that related records are written into readable columns.
    """

    suffixes: tuple[str, ...]
    write: Writer
    read: Reader
    flat: bool = False


FORMATS: dict[str, Format] = {
    "csv": Format((".csv", ".tsv", ".tab", ".txt"), csv_rows.write, csv_rows.read, flat=True),
    "json": Format((".json",), json_array.write, json_array.read),
    "jsonl": Format((".jsonl", ".ndjson"), json_lines.write, json_lines.read),
}


def format_of(name: str, wanted: str = "") -> str:
    """The name of the format of a file.

    Args:
        name: of the file.
        wanted: what a person says it is; empty: its name tells.

    Raises:
        UnknownFormat.
    """
    suffix = PurePath(name).suffix.lower()
    for one, known in FORMATS.items():
        if wanted.lower() == one or (not wanted and suffix in known.suffixes):
            return one
    raise errors.UnknownFormat(name, wanted, list(FORMATS))
