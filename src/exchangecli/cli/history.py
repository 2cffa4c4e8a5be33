"""The commands about what was done: ``log`` and ``undo``."""

from typing import Annotated

import typer

from exchangecli.cli import completing_words
from exchangecli.cli.options import AsJson, Because, Yes

app = typer.Typer()
PANEL = "History"

LOG_EXAMPLES = """[bold]Examples[/]

exchange log --since -7d
  [dim]what was done in the last week[/]

exchange log seoul-forum-2025
  [dim]what touched one record, its roles, its claims[/]

exchange log seoul-forum-2025 --field attendance
  [dim]every value it had, who gave it and why[/]

exchange log --release 1.2
  [dim]names the dataset as it stands; exchange export --csv --at 1.2 then gives the same a year later[/]"""


@app.command(rich_help_panel=PANEL, epilog=LOG_EXAMPLES)
def log(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|QUERY]...",
            help="Only what touched a record, or those that a query finds.",
            autocompletion=completing_words.records_meant,
        ),
    ] = None,
    field: Annotated[
        str, typer.Option("--field", metavar="FIELD", help="The whole history of one field of the record.")
    ] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="On this day or later: 2024-10, -7d.")] = "",
    release: Annotated[
        str | None,
        typer.Option("--release", metavar="NAME", help="Name the dataset as it stands now; --at takes the name."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", help="The newest N.", show_default=False)] = 0,
    as_json: AsJson = False,
) -> None:
    """Show what was done to the dataset, the newest first: when, by whom, by which command and why."""
    from exchangecli.cli import looking_back

    if release is not None:
        looking_back.name_release(context, release, besides=[*(words or []), field, since], as_json=as_json)
    elif field:
        looking_back.field(context, words or [], field, since, limit, as_json=as_json)
    else:
        looking_back.log(context, words or [], since, limit, as_json=as_json)


@app.command(rich_help_panel=PANEL)
def undo(
    context: typer.Context,
    operation: Annotated[
        int | None,
        typer.Argument(
            metavar="[OPERATION]",
            help="The number of the operation; none: the newest that is not undone.",
            autocompletion=completing_words.operations,
        ),
    ] = None,
    rest: Annotated[
        bool, typer.Option("--rest", help="Undo all but what was changed since, and leave that as it is.")
    ] = False,
    because: Because = None,
    yes: Yes = False,
) -> None:
    """Undo an operation, also an earlier one, and keep what came later; undoing the undo brings it back."""
    from exchangecli.cli import looking_back

    looking_back.undo(context, operation, because, rest=rest, yes=yes)
