"""Records and words as tables: with Rich where a person looks, as aligned plain text in a pipe.

A pipe pays for nothing it does not see: Rich takes a fifth of the time of a short command.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exchangecli.model import records, types
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.show import console, values

if TYPE_CHECKING:
    from rich.table import Table as RichTable
    from rich.text import Text

RIGHT = (types.INTEGER, types.COUNT, types.NUMBER, types.DEGREES)
NEVER_WRAPPED = (types.DATE, types.COUNTRY, types.TIME, types.END_TIME, *RIGHT)
"""Short values that are hard to read in pieces."""

GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        heading: its heading.
        right: whether its values stand to the right, as numbers do.
        wraps: whether a long value takes several lines.
        is_id: whether it holds the ids of the records.
    """

    heading: str
    right: bool = False
    wraps: bool = True
    is_id: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and the texts in them.

    Attributes:
        columns, rows: a text for each column in each row.
        marks: which parts of a text to mark: (row, column) -> places as [start, end).
        stacked: the column whose texts have an id on a second line; None where none has.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    marks: Mapping[tuple[int, int], Sequence[tuple[int, int]]] = field(default_factory=dict)
    stacked: int | None = None


def of_records(
    kind: Kind,
    columns: Sequence[str],
    found: Iterable[Record],
    titles: Mapping[str, str],
    marks: Sequence[str] = (),
) -> Table:
    """A table of records of one kind; a mark of ``marks`` that a record bears stands before its id."""
    fields = [records.SOURCES if name == records.SOURCES.name else kind.field(name) for name in columns]
    drawn = [
        Column(
            "Date" if one.name == "start" and kind.has("end") else one.heading,
            right=one.type in RIGHT,
            wraps=one.name != "id" and one.type not in NEVER_WRAPPED,
            is_id=one.name == "id" and len(fields) > 1,
        )
        for one in fields
    ]
    rows = [
        ([values.of_field(kind, one, record, titles, codes=True) for one in fields], _remark(record, marks))
        for record in found
    ]
    if any(remark for _, remark in rows):
        place = next((number for number, one in enumerate(drawn) if one.is_id), len(drawn))
        drawn.insert(place, Column("Remark"))
        for cells, remark in rows:
            cells.insert(place, remark)
    return Table(drawn, [cells for cells, _ in rows])


def _remark(record: Record, marks: Sequence[str]) -> str:
    return ", ".join(REMARKS[mark] for mark in marks if record[mark])


REMARKS = {"possible": "possibly", "not_stated": "not stated"}
"""A mark of a record that was found -> how a table says it."""


def of_words(headings: Sequence[str], found: Iterable[Sequence[str]], *, wide: Sequence[str] = ()) -> Table:
    """A table of plain texts; ``wide`` names the columns that may take several lines."""
    columns = [Column(heading, wraps=heading in wide) for heading in headings]
    return Table(columns, [[console.plain(cell) for cell in row] for row in found])


def show(table: Table) -> None:
    """Show a table, as it suits whoever reads."""
    if console.is_terminal():
        console.show(_rich(table))
    else:
        for line in _plain(table):
            console.write_line(line)


def _plain(table: Table) -> Iterator[str]:
    """The lines of a table without colour, line or cut; Hangul and Han count as two columns each, as they are wide."""
    from rich.cells import cell_len

    def width(cell: str) -> int:
        return len(cell) if cell.isascii() else cell_len(cell)

    lines = [[column.heading for column in table.columns], *table.rows]
    taken = [list(map(width, cells)) for cells in lines]
    widths = list(map(max, zip(*taken, strict=True)))
    for line, cells in zip(lines, taken, strict=True):
        spaces = (" " * (most - own) for most, own in zip(widths, cells, strict=True))
        yield GAP.join(
            f"{space}{cell}" if column.right else f"{cell}{space}"
            for column, cell, space in zip(table.columns, line, spaces, strict=True)
        ).rstrip()


NARROW = 110
"""Columns of a terminal below which ids, which people copy, stand under what they name instead of beside the last."""


def _stacked(table: Table) -> Table:
    """The table with each id, if it has ids at all, on a line of its own under the first text of its row."""
    place = next((number for number, column in enumerate(table.columns) if column.is_id), 0)
    if not place:
        return table
    others = [number for number in range(len(table.columns)) if number != place]
    under = next((number for number, old in enumerate(others) if table.columns[old].wraps), 0)
    rows = [[row[old] for old in others] for row in table.rows]
    for short, row in zip(rows, table.rows, strict=True):
        short[under] = f"{short[under]}\n{row[place]}".rstrip("\n")
    marks = {(row, others.index(column)): marked for (row, column), marked in table.marks.items()}
    return Table([table.columns[old] for old in others], rows, marks, under)


def _rich(table: Table) -> "RichTable":
    """The table with a line under its headings, and nothing else between a reader and the words."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable

    if console.out().width < NARROW:
        table = _stacked(table)
    drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, collapse_padding=True)
    room = None if table.stacked is None else _room_for_ids(table, table.stacked)
    for number, column in enumerate(table.columns):
        drawn.add_column(
            column.heading,
            width=room if number == table.stacked else None,
            justify="right" if column.right else "left",
            no_wrap=not column.wraps,
            overflow="fold",
            style="cyan" if column.is_id else None,
        )
    for number, row in enumerate(table.rows):
        cells = [_marked(cell, table.marks.get((number, place), ())) for place, cell in enumerate(row)]
        if table.stacked is not None:
            cells[table.stacked].stylize("cyan", len(row[table.stacked].partition("\n")[0]))
        drawn.add_row(*cells)
    return drawn


def _room_for_ids(table: Table, place: int) -> int:
    """How wide the column with the ids is: as its texts want where there is room, and else so that ids break last."""
    from rich.cells import cell_len

    width = console.out().width
    texts_of = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    others = [(column, texts_of[number]) for number, column in enumerate(table.columns) if number != place]
    wanted = sum(max(map(cell_len, (column.heading, *texts))) + len(GAP) for column, texts in others)
    needed = sum(max(map(cell_len, _pieces(column, texts))) + len(GAP) for column, texts in others)
    widest = max((cell_len(line) for text in texts_of[place] for line in text.split("\n")), default=1)
    widest_id = max((cell_len(text.partition("\n")[2]) for text in texts_of[place]), default=1)
    return max(1, min(widest_id, width - needed), min(widest, width - wanted))


def _pieces(column: Column, texts: Sequence[str]) -> list[str]:
    """What of a column is not to be broken: words, or whole values."""
    whole = (column.heading, *texts)
    return [piece for text in whole for piece in text.split()] if column.wraps else list(whole)


def _marked(cell: str, places: Sequence[tuple[int, int]]) -> "Text":
    from rich.text import Text

    text = Text(cell)
    for start, end in places:
        text.stylize("bold underline", start, end)
    return text
