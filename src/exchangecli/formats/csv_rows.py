"""CSV for spreadsheets (RFC 4180, UTF-8): one row a record, lists joined by semicolons.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, in East Asian editions also with
their full-width forms, so texts that do get an apostrophe put before them, as OWASP recommends; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from exchangecli.model.cells import as_text
from exchangecli.model.types import Record, Value

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
PIECE = 1 << 16
"""Characters gathered before they are handed on."""


def neutralised(text: str) -> str:
    """The text as a spreadsheet shows it without running it: ``=1+1`` -> ``'=1+1``."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


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
