"""The commands that change what is there: ``edit`` and ``delete``. Both show what would change, ask, and apply."""

from typing import Annotated

import typer

from exchangecli.cli import completing_words
from exchangecli.cli.options import Because, Locator, Quote, Source, Yes

app = typer.Typer()
PANEL = "Record"

EDIT_EXAMPLES = """[bold]Examples[/]

exchange edit kofice-forum-2025 attendance=200 --because "counted"

exchange edit programme:asem year:2018 status=held disciplines+=music

exchange edit seoul-forum-2025 theme! start=+1w

exchange edit seoul-forum-2025 city=Busan --source "Busan Daily" --quote "in Busan"

exchange edit seoul-forum-2025 """

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="ID|QUERY FIELD=VALUE...",
        help="Which record or records, then what to set: field=value, field+=item, field-=item, field! (empty it). "
        "With nothing to set, the record is opened in $EDITOR.",
        autocompletion=completing_words.edit,
    ),
]


@app.command(rich_help_panel=PANEL, epilog=EDIT_EXAMPLES)
def edit(
    context: typer.Context,
    words: Words,
    source: Source = None,
    quote: Quote = None,
    locator: Locator = None,
    because: Because = None,
    yes: Yes = False,
) -> None:
    """Change fields of one record, or of all that a query finds."""
    from exchangecli.cli import changing

    changing.edit(context, words, source, quote, locator, because, yes=yes)


@app.command(rich_help_panel=PANEL)
def delete(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="ID|QUERY...", help="Which record or records.", autocompletion=completing_words.records_meant
        ),
    ],
    cascade: Annotated[
        bool, typer.Option("--cascade", help="Delete also what cannot be without them, such as the roles of an event.")
    ] = False,
    because: Because = None,
    yes: Yes = False,
) -> None:
    """Delete a record, or all that a query finds, with their claims and other names."""
    from exchangecli.cli import changing

    changing.delete(context, words, because, cascade=cascade, yes=yes)
