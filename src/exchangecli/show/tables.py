"""Records as a table."""

from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from exchangecli.model import types
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.show import values
from exchangecli.show.console import is_terminal, plain

RIGHT = (types.INTEGER, types.COUNT, types.NUMBER, types.DEGREES)
NEVER_WRAPPED = (types.DATE, types.COUNTRY, types.TIME, *RIGHT)
"""Short values that are hard to read in pieces."""


def of_records(kind: Kind, columns: Sequence[str], found: Iterable[Record], titles: Mapping[str, str]) -> Table:
    """A table of records of one kind."""
    fields = [kind.field(name) for name in columns]
    table = plain_table()
    for field in fields:
        table.add_column(
            "Date" if field.name == "start" else field.heading,
            justify="right" if field.type in RIGHT else "left",
            no_wrap=field.type in NEVER_WRAPPED or not is_terminal(),
            overflow="fold",
            ratio=None,
            style="cyan" if field.name == "id" else None,
        )
    for record in found:
        table.add_row(*(values.of_field(kind, field, record, titles, codes=True) for field in fields))
    return table


def of_words(headings: Sequence[str], found: Iterable[Sequence[str]], wide: str = "") -> Table:
    """A table of plain texts; ``wide`` names the column that may take several lines."""
    table = plain_table()
    for heading in headings:
        table.add_column(heading, no_wrap=heading != wide or not is_terminal(), overflow="fold")
    for row in found:
        table.add_row(*map(plain, row))
    return table


def plain_table() -> Table:
    """A table with a line under its headings, and nothing else between a reader and the words."""
    return Table(
        box=SIMPLE_HEAD if is_terminal() else None,
        pad_edge=False,
        header_style="bold",
        show_edge=False,
        collapse_padding=True,
        padding=(0, 2 if not is_terminal() else 1, 0, 0),
    )
