"""What taking a source back would do: what goes first, what stays last."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from exchangecli.curate.retracting import (
    DECIDED,
    DELETED,
    EMPTIED,
    NOT_IN_FORCE,
    STAYS,
    TAKES,
    UNSUPPORTED,
    Consequence,
    Retraction,
)
from exchangecli.model import cells, records
from exchangecli.show import values
from exchangecli.show.console import plain

HEADINGS = {
    DELETED: "Deleted, since nothing else is known of them",
    EMPTIED: "Emptied, since nobody else says so",
    TAKES: "Take the value of another source",
    UNSUPPORTED: "Stay without a source, since they cannot be empty",
    DECIDED: "Stay, as the curator decided",
    STAYS: "Stay, since other sources say so too",
    NOT_IN_FORCE: "Were not in force: what it said otherwise",
}
"""Every outcome -> the heading over the facts of which it is that."""


MOST_RECORDS = 40
"""How many records are named of which something stays; what goes is all named."""


def of_retraction(planned: Retraction, titles: Mapping[str, str]) -> RenderableType:
    """Each outcome with the facts of which it is that; a fact that goes with its value, one that stays by its name."""
    parts: list[RenderableType] = []
    for outcome, heading in HEADINGS.items():
        of_it = [one for one in planned.consequences if one.outcome == outcome]
        if of_it:
            parts.append(Text(f"{heading} ({len(of_it)})", style="bold"))
            parts += [Padding(Text(line), (0, 0, 0, 2)) for line in _lines(outcome, of_it, titles)]
    return Group(*parts)


def _lines(outcome: str, several: Iterable[Consequence], titles: Mapping[str, str]) -> Iterator[str]:
    if outcome in (STAYS, DECIDED):
        lines = list(_by_record(several))
        yield from lines[:MOST_RECORDS]
        if len(lines) > MOST_RECORDS:
            yield f"and of {len(lines) - MOST_RECORDS} records more"
        return
    for one in several:
        if outcome == DELETED:
            yield f"{one.kind} {plain(one.title)}"
            continue
        becomes = f" becomes {_value(one, one.after, titles)}" if outcome == TAKES else ""
        yield f"{plain(one.title)}: {_heading(one)} {_value(one, one.before, titles)}{becomes}"


def _by_record(several: Iterable[Consequence]) -> Iterator[str]:
    """A line for each record, with the fields of it that stay."""
    fields: dict[tuple[str, str], list[str]] = {}
    for one in several:
        fields.setdefault((one.record, one.title), []).append(_heading(one).lower())
    return (f"{plain(title)}: {', '.join(names)}" for (_, title), names in fields.items())


def _heading(one: Consequence) -> str:
    return records.KINDS[one.kind].field(one.field).heading


def _value(one: Consequence, cell: str, titles: Mapping[str, str]) -> str:
    field = records.KINDS[one.kind].field(one.field)
    try:
        return values.alone(field, cells.from_cell(field.type, cell), titles)
    except ValueError:  # what another program wrote
        return plain(cell)


def summary(planned: Retraction) -> Iterator[str]:
    """How many claims go, which conflicts disappear, and what reprints the source."""
    yield f"{planned.claims} {'claim' if planned.claims == 1 else 'claims'} of {planned.source} would go"
    if planned.proposals:
        yield f"  with {planned.proposals} read out of it about which nobody has decided"
    for record, field in planned.closed:
        yield f"  no conflict any more: {field} of {record}"
    if planned.reprints:
        yield f"  what reprints it stays: {', '.join(planned.reprints)}"


def referred(planned: Retraction) -> list[str]:
    """The ids of the records to which values refer."""
    found = [one for one in planned.consequences if one.field and records.KINDS[one.kind].field(one.field).kinds]
    return [item for one in found for cell in (one.before, one.after) for item in cells.items(cell)]
