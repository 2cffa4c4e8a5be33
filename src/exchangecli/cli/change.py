"""The commands that change what is there: ``edit`` and ``delete``. Both show what would change, ask, and apply."""

from typing import Annotated

import typer

from exchangecli.cli import asking, dataset
from exchangecli.cli.fields import quotes
from exchangecli.cli.options import Because, Locator, Quote, Source, Yes
from exchangecli.show import console

app = typer.Typer()
PANEL = "Record"

EDIT_EXAMPLES = """[bold]Examples[/]

exchange edit kofice-forum-2025 attendance=200 --because "counted"

exchange edit programme:asem year:2018 status=held disciplines+=music

exchange edit seoul-forum-2025 theme! start=+1w

exchange edit seoul-forum-2025 city=Busan --source "Busan Daily" --quote "in Busan" """

Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="ID|QUERY FIELD=VALUE...",
        help="Which record or records, then what to set: field=value, field+=item, field-=item, field! (empty it).",
    ),
]


@app.command(rich_help_panel=PANEL, epilog=EDIT_EXAMPLES)
def edit(
    context: typer.Context,
    words: Targets,
    source: Source = None,
    quote: Quote = None,
    locator: Locator = None,
    because: Because = None,
    yes: Yes = False,
) -> None:
    """Change fields of one record, or of all that a query finds."""
    from exchangecli import errors
    from exchangecli.curate import assignments, editing, targets
    from exchangecli.curate.claims import Citation
    from exchangecli.show import differences, tables

    which, wanted = assignments.split(words)
    if not wanted:
        raise errors.NoAssignment
    with dataset.writing(context) as store:

        def planned() -> editing.EditPlan:
            return editing.plan(store, targets.meant(store, which), wanted, citing=source is not None)

        plan = planned()
        if not plan.changes:
            console.say("nothing to change")
            return
        citation = Citation(source, quotes(quote, plan.kind), locator)
        tables.show(differences.of_edit(plan, editing.titles(store, plan)))
        count = f"{len(plan.changes)} {plan.kind.plural}" if len(plan.changes) > 1 else plan.changes[0].id
        asking.confirm(f"Change {count}?", yes=yes)
        editing.apply(store, dataset.command(context, because), plan, planned, citation)
    console.say(f"changed {count}")


@app.command(rich_help_panel=PANEL)
def delete(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="ID|QUERY...", help="Which record or records.")],
    cascade: Annotated[
        bool, typer.Option("--cascade", help="Delete also what cannot be without them, such as the roles of an event.")
    ] = False,
    because: Because = None,
    yes: Yes = False,
) -> None:
    """Delete a record, or all that a query finds, with their claims and other names."""
    from exchangecli.curate import deleting, targets
    from exchangecli.show import differences, tables

    with dataset.writing(context) as store:

        def planned() -> deleting.Deletion:
            return deleting.plan(store, targets.meant(store, words), cascade=cascade)

        plan = planned()
        if not plan.deleted:
            console.say("nothing to delete")
            return
        tables.show(differences.of_deletion(plan))
        asking.confirm(f"Delete {len(plan.deleted)} records?" if len(plan.deleted) > 1 else "Delete it?", yes=yes)
        deleting.apply(store, dataset.command(context, because), plan, planned)
    console.say(f"deleted {len(plan.deleted)} {'records' if len(plan.deleted) > 1 else 'record'}")
