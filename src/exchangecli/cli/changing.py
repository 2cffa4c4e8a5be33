"""What ``edit`` and ``delete`` do: work out what would change, show it, ask, and apply what a person agreed to."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext

import typer

from exchangecli import errors
from exchangecli.cli import asking, dataset
from exchangecli.cli.fields import quotes
from exchangecli.curate import assignments, deleting, disputes, editing, targets
from exchangecli.curate.assignments import Assignment
from exchangecli.curate.claims import Citation
from exchangecli.curate.deleting import Deletion
from exchangecli.curate.editing import Change, EditPlan
from exchangecli.curate.targets import Targets
from exchangecli.model.types import Record
from exchangecli.show import console, differences, tables
from exchangecli.store import finding
from exchangecli.store.opening import Store

MOST = 5
"""How many of the fields on which sources disagree are named; ``conflicts`` lists them all."""


def edit(
    context: typer.Context,
    words: list[str],
    source: str | None,
    quote: list[str] | None,
    locator: str | None,
    because: str | None,
    *,
    yes: bool,
) -> None:
    """Change records as the words say, or as a person does in an editor.

    Raises:
        NoAssignment: nothing is to be set, and there is no terminal to open an editor in.
    """
    which, given = assignments.split(words)
    if not given and not console.can_ask():
        raise errors.NoAssignment
    with dataset.writing(context) as store:
        meant = targets.meant(store, which)
        named = source and finding.resolve(store, source, ("source",)).id
        citation = Citation(named, quotes(quote, meant.kind), locator)
        if not given:
            which = _of_one(meant, words)

        def planned(wanted: Sequence[Assignment], only: Collection[str] | None = None) -> EditPlan:
            found = targets.meant(store, which)
            some = found if only is None else found.only(only)
            return editing.plan(store, some, wanted, citing=source is not None)

        with nullcontext(given) if given else _written(store, meant, planned) as wanted:
            plan = planned(wanted)
            if not plan.changes:
                console.say("nothing to change")
                return
            agreed = _agreed(store, plan, yes=yes)
            ids = {change.id for change in agreed.changes}
            editing.apply(store, dataset.command(context, because), agreed, lambda: planned(wanted, ids), citation)
            disagreeing = disputes.find(store, sorted(ids)).found if source else []
    console.say(f"changed {_counted(agreed, of=plan)}")
    for one in disagreeing[:MOST]:
        named = f"{one.dispute.record} {one.dispute.field}"
        console.say(f"  sources disagree; exchange resolve {named} decides")


def _of_one(meant: Targets, words: Sequence[str]) -> list[str]:
    """The words that mean the one record there is, whatever it is called while it is being edited.

    Raises:
        NotFound, OneAtATime: there is none, or there are several.
    """
    kind, found = meant
    if not found:
        raise errors.NotFound(" ".join(words))
    if len(found) > 1:
        raise errors.OneAtATime(len(found), kind.plural)
    return [kind.name, found[0]["id"]]


@contextmanager
def _written(
    store: Store, meant: Targets, planned: Callable[[Sequence[Assignment]], EditPlan]
) -> Iterator[Sequence[Assignment]]:
    """What a person changed in the document of a record, once it can be done."""
    from exchangecli.cli import editor
    from exchangecli.curate import record_document

    kind, (record,) = meant
    planned([])  # whatever is refused before anything is written
    document = record_document.written(kind, record, targets.title(store, kind, record), targets.referred(store, meant))

    def read(text: str) -> list[Assignment]:
        wanted = record_document.read(kind, record, text)
        planned(wanted)
        return wanted

    with editor.edited(document, record["id"], read, record_document.returned) as wanted:
        yield wanted


def _agreed(store: Store, plan: EditPlan, *, yes: bool) -> EditPlan:
    """What a person agrees to of an edit, after seeing it: all of it, or the changes of some records."""
    titles = editing.titles(store, plan)
    with console.previewed():
        tables.show(differences.of_edit(plan, titles))
    if len(plan.changes) == 1:
        asking.confirm(f"Change {plan.changes[0].id}?", yes=yes)
        return plan

    def show(change: Change) -> None:
        tables.show(differences.of_edit(EditPlan(plan.kind, [change]), titles))

    changes = asking.chosen("Change", _counted(plan), plan.changes, show, yes=yes)
    return EditPlan(plan.kind, list(changes))


def _counted(plan: EditPlan, of: EditPlan | None = None) -> str:
    """The one record by its id, or how many: ``12 events``, ``5 of 12 events``."""
    number, whole = len(plan.changes), len((of or plan).changes)
    if whole == 1:
        return plan.changes[0].id
    return f"{number} {plan.kind.plural}" if number == whole else f"{number} of {whole} {plan.kind.plural}"


def delete(context: typer.Context, words: list[str], because: str | None, *, cascade: bool, yes: bool) -> None:
    """Delete what the words mean."""
    with dataset.writing(context) as store:
        meant = targets.meant(store, words)
        if not meant.records:
            console.say("nothing to delete")
            return
        whole = deleting.plan(store, meant, cascade=cascade)
        ids = _to_be_deleted(store, meant, whole, yes=yes)

        def planned() -> Deletion:
            return deleting.plan(store, targets.meant(store, words).only(ids), cascade=cascade)

        plan = whole if len(ids) == len(meant.records) else planned()
        if not plan.lies_within(whole):
            raise errors.ChangedMeanwhile
        deleting.apply(store, dataset.command(context, because), plan, planned)
    console.say(f"deleted {len(plan.deleted)} {'records' if len(plan.deleted) > 1 else 'record'}")


def _to_be_deleted(store: Store, meant: Targets, whole: Deletion, *, yes: bool) -> set[str]:
    """The ids of those that a person agrees to delete, after seeing what would go with them.

    Records of one kind may be chosen one by one, because none of them needs another of its kind.
    """
    with console.previewed():
        tables.show(differences.of_deletion(whole))
    number, asked = len(whole.deleted), len(meant.records)
    if asked == 1:
        asking.confirm(f"Delete {number} records?" if number > 1 else "Delete it?", yes=yes)
        return {record["id"] for record in meant.records}

    def show(record: Record) -> None:
        alone = deleting.plan(store, meant.only([record["id"]]), cascade=True)
        tables.show(differences.of_deletion(alone))

    further = f", and {number - asked} more with them" if number > asked else ""
    chosen = asking.chosen("Delete", f"{asked} {meant.kind.plural}{further}", meant.records, show, yes=yes)
    return {record["id"] for record in chosen}
