"""Fields on which sources disagree, with every value and who says it."""

from collections.abc import Iterator, Mapping

from exchangecli.curate.disputes import Disputes, Found
from exchangecli.model import cells
from exchangecli.model.conflicts import Side
from exchangecli.model.fields import Field
from exchangecli.model.independence import Origins, independent
from exchangecli.show import console, values
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table

NO_SOURCE = "no source"


def of_disputes(disputes: Disputes, titles: Mapping[str, str], *, with_kinds: bool = False) -> Table:
    """A row for each value; a person sees the record and the field once, a program at each.

    Args:
        disputes: what was found.
        titles: the names of the records that are referred to, by id.
        with_kinds: whether there are other kinds than conflicts, so that each is named.
    """
    headings = ["Record", "Id", "Field", *(["Kind"] if with_kinds else []), "Value", "Independent", "Sources"]
    drawn = [
        Column(
            heading,
            right=heading == "Independent",
            wraps=heading not in ("Id", "Field", "Independent"),
            is_id=heading == "Id",
        )
        for heading in headings
    ]
    rows = [row for one in disputes.found for row in _rows(one, disputes.origins, titles, with_kinds=with_kinds)]
    return Table(drawn, rows)


def _rows(one: Found, origins: Origins, titles: Mapping[str, str], *, with_kinds: bool) -> Iterator[list[str]]:
    said = one.dispute
    first = [plain(one.title), plain(said.record), plain(said.field), *([said.kind] if with_kinds else [])]
    for number, side in enumerate(said.sides):
        shown = [value(one, side, titles), str(independent(side.sources, origins)), _who(side)]
        yield [*(first if number == 0 or not console.is_terminal() else [""] * len(first)), *shown]


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
