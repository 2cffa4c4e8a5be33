"""What is about to change: before and after, and what a deletion takes along."""

from collections.abc import Iterator

from exchangecli.curate.deleting import Deletion
from exchangecli.curate.editing import EditPlan
from exchangecli.curate.undo_preview import Preview
from exchangecli.show import tables, values
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table


def of_edit(plan: EditPlan, titles: dict[str, str]) -> Table:
    """Each field that would change, with its value before and after."""
    return tables.of_words(
        ["Record", "Field", "Before", "After"], _changes(plan, titles), wide=["Record", "Before", "After"]
    )


def _changes(plan: EditPlan, titles: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    for change in plan.changes:
        record = change.id
        for name in change.before:
            field = plan.kind.field(name)
            before = values.alone(field, change.before[name], titles)
            after = values.alone(field, change.entry.values[name], titles)
            yield record, field.heading, before or "—", after or "—"
            record = ""


def of_undo(preview: Preview) -> list[Table]:
    """The fields that get back a value, and the records that go or come back."""
    found = []
    if preview.fields:
        found.append(
            tables.of_words(["Record", "Field", "Now", "Then"], _back(preview), wide=["Record", "Now", "Then"])
        )
    rows = [[plain(one.title), one.kind, "remove", one.id] for one in preview.going]
    rows += [[plain(one.title), one.kind, "bring back", one.id] for one in preview.coming]
    rows += [[_more(kind, number), kind, ACTIONS[action], ""] for (action, kind), number in preview.more.items()]
    rows += [[plain(one.what), one.kind, ACTIONS[one.action], ""] for one in preview.parts]
    rows += [
        [f"and {number:,} more", "claim, name", ACTIONS[action], ""] for action, number in preview.more_parts.items()
    ]
    if rows:
        found.append(_of_rows(rows))
    return found


ACTIONS = {"remove": "remove", "restore": "bring back", "change": "change back"}


def _back(preview: Preview) -> Iterator[tuple[str, str, str, str]]:
    previous = None
    for one in preview.fields:
        now, then = (values.alone(one.field, value, preview.titles) or "—" for value in (one.now, one.then))
        yield "" if one.id == previous else one.id, one.field.heading, now, then
        previous = one.id


def _more(kind: str, number: int) -> str:
    """How many more there are; of proposals, which are never named one by one, how many."""
    return f"{number:,} read out of articles" if kind == "proposal" else f"and {number:,} more"


def _parts(number: int) -> str:
    return "1 claim or other name" if number == 1 else f"{number:,} claims and other names"


def _of_rows(rows: list[list[str]]) -> Table:
    return Table([Column("What"), Column("Kind", wraps=False), Column("", wraps=False), Column("Id", is_id=True)], rows)


def of_deletion(plan: Deletion) -> Table:
    """Every record that would go, and every field that would lose its pointer."""
    rows = [[plain(title), kind, "delete", record] for (kind, record), title in plan.deleted.items()]
    rows += [
        [f"its {field}", kind, "empty", record]
        for kind, record, field in plan.cleared
        if (kind, record) not in plan.deleted
    ]
    if plan.parts:
        rows.append([_parts(len(plan.parts)), "", "delete", ""])
    return _of_rows(rows)
