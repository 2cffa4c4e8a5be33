"""Fields on which sources disagree, with every value and who says it."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from exchangecli.curate.disputes import Disputes, Found
from exchangecli.model import cells
from exchangecli.model.conflicts import Side
from exchangecli.model.fields import Field
from exchangecli.model.independence import Origins, independent
from exchangecli.show import console, tables, values
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table

NO_SOURCE = "no source"


def show(disputes: Disputes, titles: Mapping[str, str], *, with_kinds: bool = False) -> None:
    """Show what was found, as it suits whoever reads.

    Args:
        disputes: what was found.
        titles: the names of the records that are referred to, by id.
        with_kinds: whether there are other kinds than conflicts, so that each is named.
    """
    if console.is_terminal():
        console.show(grouped(disputes, titles, with_kinds=with_kinds))
    else:
        tables.show(listed(disputes, titles, with_kinds=with_kinds))


def grouped(disputes: Disputes, titles: Mapping[str, str], *, with_kinds: bool) -> RenderableType:
    """Each record, under it each field, under that each value with how many say so, and who."""
    parts: list[RenderableType] = []
    for record, several in groupby(disputes.found, lambda one: one.dispute.record):
        for place, one in enumerate(several):
            if place == 0:
                heading = Text(("\n" if parts else "") + plain(one.title), style="bold")
                parts.append(heading.append(f"\n{plain(record)}", style="not bold cyan"))
            kind = f"  {one.dispute.kind}" if with_kinds else ""
            parts.append(Text(f"  {plain(one.dispute.field)}").append(kind, style="dim"))
            parts += (_side(one, side, disputes.origins, titles) for side in one.dispute.sides)
    return Group(*parts)


def _side(one: Found, side: Side, origins: Origins, titles: Mapping[str, str]) -> RenderableType:
    text = Text(value(one, side, titles))
    said = f"{independent(side.sources, origins)} independent: {_who(side)}" if side.sources else _who(side)
    return Padding(text.append(f"  {said}", style="dim"), (0, 0, 0, 4))


def listed(disputes: Disputes, titles: Mapping[str, str], *, with_kinds: bool) -> Table:
    """A row for each value."""
    headings = ["Record", "Id", "Field", *(["Kind"] if with_kinds else []), "Value", "Independent", "Sources"]
    drawn = [Column(heading, right=heading == "Independent") for heading in headings]
    return Table(drawn, [row for one in disputes.found for row in _rows(one, disputes.origins, titles, with_kinds)])


def _rows(one: Found, origins: Origins, titles: Mapping[str, str], with_kinds: bool) -> Iterator[list[str]]:
    said = one.dispute
    first = [plain(one.title), plain(said.record), plain(said.field), *([said.kind] if with_kinds else [])]
    for side in said.sides:
        yield [*first, value(one, side, titles), str(independent(side.sources, origins)), _who(side)]


def value(one: Found, side: Side, titles: Mapping[str, str]) -> str:
    """The value of a side as a card shows it."""
    field = _field(one)
    if field is None:
        return values.label("roles", side.value)
    try:
        return values.alone(field, cells.from_cell(field.type, side.value), titles)
    except ValueError:  # what another program wrote
        return plain(side.value)


def _field(one: Found) -> Field | None:
    return one.kind.field(one.dispute.field) if one.kind.has(one.dispute.field) else None


def _who(side: Side) -> str:
    own = any(claim["source"] is None for claim in side.claims)
    return plain(", ".join([*side.sources, *(["the curator"] if own else [])]) or NO_SOURCE)


def referred(disputes: Disputes) -> list[str]:
    """The ids of the records to which values refer."""
    fields = ((one, _field(one)) for one in disputes.found)
    named = [side.value for one, field in fields if field and field.kinds for side in one.dispute.sides]
    return [item for cell in named for item in cells.items(cell)]
