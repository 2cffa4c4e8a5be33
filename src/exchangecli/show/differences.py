"""What is about to change: before and after, and what a deletion takes along."""

from collections.abc import Iterator

from exchangecli.curate.deleting import Deletion
from exchangecli.curate.editing import EditPlan
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


def of_deletion(plan: Deletion) -> Table:
    """Every record that would go, and every field that would lose its pointer."""
    rows = [[plain(title), kind, "delete", record] for (kind, record), title in plan.deleted.items()]
    rows += [
        [f"its {field}", kind, "empty", record]
        for kind, record, field in plan.cleared
        if (kind, record) not in plan.deleted
    ]
    if plan.parts:
        rows.append([f"{len(plan.parts)} claims and other names", "", "delete", ""])
    return Table([Column("What"), Column("Kind", wraps=False), Column("", wraps=False), Column("Id", is_id=True)], rows)
