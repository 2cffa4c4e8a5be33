"""The commands one begins with: ``init``, ``dataset``, ``backup``."""

from pathlib import Path
from typing import Annotated, Any

import typer

from exchangecli.cli import dataset as datasets
from exchangecli.cli.fields import takes_fields
from exchangecli.cli.options import AsJson
from exchangecli.model import records
from exchangecli.show import console, machine
from exchangecli.store import opening

app = typer.Typer()
PANEL = "Start"


@app.command(rich_help_panel=PANEL)
def init(
    context: typer.Context,
    sample: Annotated[
        bool, typer.Option("--sample", help="Fill it with the sample dataset, to look around in.")
    ] = False,
) -> None:
    """Make a new dataset, exchange.db here or the file that --db names."""
    from exchangecli.curate import beginning, packages

    path = datasets.new_path(context)
    with opening.created(path) as store:
        beginning.begin(store, datasets.command(context))
        written = packages.import_package(store, datasets.command(context), packages.sample()) if sample else 0
    tried = f"exchange --db {path}" if datasets.named_path(context) else "exchange"
    console.say(f"made {path}" + (f" with the sample dataset, {written} records; try: {tried} list" if sample else ""))


@app.command(rich_help_panel=PANEL)
@takes_fields(records.DATASET, without=("id",))
def dataset(context: typer.Context, texts: dict[str, str], as_json: AsJson = False) -> None:
    """Show what the dataset says of itself, or set it: title, authors, licence, version, readings."""
    from exchangecli.curate import beginning
    from exchangecli.show import cards

    if texts:
        with datasets.writing(context) as store:
            about = beginning.describe(store, datasets.command(context), texts)
            counts = beginning.counts(store)
    else:
        with datasets.reading(context) as store:
            about, counts = beginning.about(store), beginning.counts(store)
    shown: dict[str, Any] = {**about, "records": counts}
    if as_json:
        machine.write_json(shown)
    else:
        console.show(cards.dataset(about, counts))


@app.command(rich_help_panel=PANEL)
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy; it must not exist yet.")],
) -> None:
    """Copy the dataset, whole, to another file, while others may be working in it."""
    with datasets.reading(context) as store:
        opening.backup(store, file)
    console.say(f"copied to {file}")
