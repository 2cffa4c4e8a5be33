"""CSV for spreadsheets (RFC 4180, UTF-8): one row a record, lists joined by semicolons.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, in East Asian editions also with
their full-width forms, so texts that do get an apostrophe put before them, as OWASP recommends; numbers stay numbers.
Reading takes that apostrophe off again. What a European spreadsheet writes with semicolons is read too, and a table
with tabs.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
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
LOOKED_AT = 20
"""Lines in which the delimiter, and rows below a title, are looked for."""

MOST_OF_A_TITLE = 1
"""Cells that a title above a table fills."""

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
    beginning = list(islice(text, LOOKED_AT))
    told = EXCELS_OWN.fullmatch(beginning[0]) if beginning else None
    beginning = beginning[1:] if told else beginning
    csv.field_size_limit(LONGEST_CELL)
    rows = enumerate(_parted(chain(beginning, text), told[1] if told else _delimiter(beginning), name), 1)
    number, cells = next(((number, cells) for number, cells in rows if any(map(str.strip, cells))), (1, []))
    headings = _headings(cells)
    if not headings:
        raise errors.FileProblem(name, "is empty; the first row must have the headings of the columns")
    following = list(islice(rows, LOOKED_AT))
    below = next((below for below, cells in following if sum(map(bool, cells)) > MOST_OF_A_TITLE), 0)
    if len(headings) == 1 and below:
        raise errors.TitleAboveHeadings(name, number, headings[0], below)
    return Sheet("row", headings, _rows(chain(following, rows), headings))


def _with_line_ends(text: Iterator[str]) -> Iterator[str]:
    """The lines, also of a file of an old Macintosh, whose only line ends are carriage returns."""
    for line in text:
        if "\r" in line.rstrip("\r\n"):
            yield from re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", line)
        else:
            yield line


def _delimiter(beginning: list[str]) -> str:
    """The one that parts the first line in which any does: a title may stand above the headings."""
    for line in beginning:
        unquoted = re.sub(r'"[^"]*"', "", line)
        most = max(DELIMITERS, key=unquoted.count)
        if most in unquoted:
            return most
    return ","


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
        named.append(heading if heading and heading not in named else _unused(f"column {number}", [*cells, *named]))
    return named


def _unused(heading: str, taken: Collection[str]) -> str:
    while heading in taken:
        heading += "'"
    return heading


def _rows(rows: Iterator[tuple[int, list[str]]], headings: list[str]) -> Iterator[RawRow]:
    width = len(headings)
    for number, texts in rows:
        if not any(map(str.strip, texts)):
            continue
        cells = dict(zip(headings, map(restored, texts), strict=False))
        beyond = ((place, text) for place, text in enumerate(texts[width:], width + 1) if text.strip())
        further = {_unused(f"column {place}", headings): text for place, text in beyond}
        problem = f"has {len(texts)} cells, which is more than the {width} that have headings" if further else ""
        yield RawRow(number, cells | further, problem)
