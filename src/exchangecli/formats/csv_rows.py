"""CSV for spreadsheets (RFC 4180, UTF-8): one row a record, lists joined by semicolons.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, in East Asian editions also with
their full-width forms, so texts that do get an apostrophe put before them, as OWASP recommends; numbers stay numbers.
Reading takes that apostrophe off again. What a European spreadsheet writes with semicolons is read too, and a table
with tabs.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from exchangecli import errors
from exchangecli.formats.sheets import RawRow, Sheet, lines
from exchangecli.model.cells import as_text
from exchangecli.model.types import Record, Value

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
PIECE = 1 << 16
"""Characters gathered before they are handed on."""

LONGEST_CELL = 1 << 30
"""Characters; the csv module stops at 131,072 by itself, and the text of a report is longer."""

DELIMITERS = ",;\t"
EXCELS_OWN = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""A first line by which Excel is told the delimiter."""


def neutralised(text: str) -> str:
    """The text as a spreadsheet shows it without running it: ``=1+1`` -> ``'=1+1``.

    An apostrophe that stands there already gets one more, so that ``restored`` gives back each text as it was.
    """
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_SIGNS) else text


def restored(text: str) -> str:
    """The text that ``neutralised`` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_SIGNS) else text


def cell(value: Value) -> str:
    """A value in a cell."""
    if isinstance(value, str):
        return neutralised(value)
    return neutralised(as_text(value)) if isinstance(value, list) else as_text(value)


def write(records: Iterable[Record], columns: list[str]) -> Iterator[bytes]:
    """Write records as CSV, with a row of headings."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([cell(record.get(name)) for name in columns])
        if buffer.tell() > PIECE:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def read(file: BinaryIO, name: str) -> Sheet:
    """Read CSV whose first row has the headings; the delimiter is the one that they are parted by.

    A heading that is empty, or stands there before, gets the number of its column: ``column 3``. Rows without any text
    are passed over.

    Raises:
        FileProblem: it has no headings.
        NotUtf8, BadCsv: while the rows are read; with the line.
    """
    text = _with_line_ends(lines(file, name))
    first = next(text, "")
    told = EXCELS_OWN.fullmatch(first)
    first = next(text, "") if told else first
    csv.field_size_limit(LONGEST_CELL)
    rows = _parted(chain([first], text), told[1] if told else _delimiter(first), name)
    headings = _headings(next(rows, []))
    if not headings:
        raise errors.FileProblem(name, "is empty; the first row must have the headings of the columns")
    return Sheet("row", headings, _rows(rows, headings))


def _with_line_ends(text: Iterator[str]) -> Iterator[str]:
    """The lines, also of a file of an old Macintosh, whose only line ends are carriage returns."""
    for line in text:
        if "\r" in line.rstrip("\r\n"):
            yield from re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", line)
        else:
            yield line


def _delimiter(headings: str) -> str:
    unquoted = re.sub(r'"[^"]*"', "", headings)
    return max(DELIMITERS, key=unquoted.count)


def _parted(text: Iterator[str], delimiter: str, name: str) -> Iterator[list[str]]:
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as problem:
        raise errors.BadCsv(name, reader.line_num, str(problem)) from None


def _headings(cells: list[str]) -> list[str]:
    """The headings, each once; empty ones behind the last are no columns."""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    named: list[str] = []
    for number, cell in enumerate(cells, 1):
        heading = restored(cell.strip())
        named.append(heading if heading and heading not in named else f"column {number}")
    return named


def _rows(rows: Iterator[list[str]], headings: list[str]) -> Iterator[RawRow]:
    width = len(headings)
    for number, texts in enumerate(rows, 2):
        if not any(map(str.strip, texts)):
            continue
        cells = dict(zip(headings, map(restored, texts), strict=False))
        further = {f"column {place}": text for place, text in enumerate(texts[width:], width + 1) if text.strip()}
        problem = f"has {len(texts)} cells, and there are {width} headings" if further else ""
        yield RawRow(number, cells | further, problem)
