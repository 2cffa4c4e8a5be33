"""What taking a source back would do."""

from collections import Counter
from collections.abc import Iterator, Mapping

from exchangecli.curate.retracting import DELETED, OUTCOMES, STAYS, TAKES, Consequence, Retraction
from exchangecli.model import cells, records
from exchangecli.show import tables, values
from exchangecli.show.console import plain
from exchangecli.show.tables import Table

MOST_ROWS = 40
"""How many of the facts that stay are shown; those that go are all shown."""


def of_retraction(planned: Retraction, titles: Mapping[str, str]) -> Table:
    """Each fact that rests on the source, with what becomes of it: what goes first, what stays last."""
    rows = [
        (_named(one), _heading(one), _value(one, one.before, titles), _becomes(one, titles)) for one in _shown(planned)
    ]
    return tables.of_words(
        ["Record", "Field", "Value", "What becomes of it"], rows, wide=["Record", "Value", "What becomes of it"]
    )


def _shown(planned: Retraction) -> list[Consequence]:
    goes = [one for one in planned.consequences if one.outcome != STAYS]
    return goes + [one for one in planned.consequences if one.outcome == STAYS][:MOST_ROWS]


def _named(one: Consequence) -> str:
    return plain(f"{one.title} ({one.kind})")


def _heading(one: Consequence) -> str:
    return records.KINDS[one.kind].field(one.field).heading if one.field else ""


def _value(one: Consequence, cell: str, titles: Mapping[str, str]) -> str:
    if not one.field or not cell:
        return ""
    field = records.KINDS[one.kind].field(one.field)
    try:
        return values.alone(field, cells.from_cell(field.type, cell), titles)
    except ValueError:  # what another program wrote
        return plain(cell)


def _becomes(one: Consequence, titles: Mapping[str, str]) -> str:
    sources = plain(", ".join(one.sources))
    if one.outcome == TAKES:
        return f"becomes {_value(one, one.after, titles)} ({sources or 'the curator'})"
    if one.outcome == STAYS:
        return f"stays: {sources}"
    return one.outcome


def summary(planned: Retraction) -> Iterator[str]:
    """How many facts there are of each outcome, which conflicts disappear, and what reprints the source."""
    counted = Counter(one.outcome for one in planned.consequences)
    said = [f"{counted[outcome]} {WORDS.get(outcome, outcome)}" for outcome in OUTCOMES if counted[outcome]]
    yield f"{planned.claims} {'claim' if planned.claims == 1 else 'claims'} of {planned.source}: {', '.join(said)}"
    if counted[STAYS] > MOST_ROWS:
        yield f"  {counted[STAYS] - MOST_ROWS} more that stay are not shown"
    for record, field in planned.closed:
        yield f"  no conflict any more: {field} of {record}"
    if planned.reprints:
        yield f"  what reprints it stays: {', '.join(planned.reprints)}"


WORDS = {DELETED: "records deleted", STAYS: "stay with another source", TAKES: "take another value"}
"""An outcome -> how it is counted, where that is not the word itself."""


def referred(planned: Retraction) -> list[str]:
    """The ids of the records to which values refer."""
    found = [one for one in planned.consequences if one.field and records.KINDS[one.kind].field(one.field).kinds]
    return [item for one in found for cell in (one.before, one.after) for item in cells.items(cell)]
