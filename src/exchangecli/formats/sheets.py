"""Rows of somebody's file, as they stand there: the shape in which every format that can be read hands them on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from exchangecli import errors


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row.

    Attributes:
        number: as whoever opens the file counts.
        cells: heading -> what stands in the cell: a text, or what JSON can say.
        problem: what is wrong with the row itself; empty where it could be read.
    """

    number: int
    cells: dict[str, Any]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of rows.

    Attributes:
        counted: what its rows are called: ``row``, or ``line``.
        headings: those of all its columns; None where each row names its own.
        rows: one by one, as they are read.
    """

    counted: str
    headings: Sequence[str] | None
    rows: Iterator[RawRow]


def lines(file: BinaryIO, name: str) -> Iterator[str]:
    """The lines of a text in UTF-8, with their ends, without a byte-order mark.

    Raises:
        NotUtf8: with the first line that is not.
    """
    number = 0
    try:
        for number, line in enumerate(file, 1):
            yield line.decode().removeprefix("\ufeff") if number == 1 else line.decode()
    except UnicodeDecodeError:
        raise errors.NotUtf8(name, number) from None
