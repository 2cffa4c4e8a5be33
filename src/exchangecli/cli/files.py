"""The commands that move records in and out of files: ``import`` and ``export``."""

from pathlib import Path
from typing import Annotated

import typer

from exchangecli import errors
from exchangecli.cli import dataset, options
from exchangecli.cli.selecting import selection
from exchangecli.show import console, machine

app = typer.Typer()
PANEL = "Files"


@app.command("import", rich_help_panel=PANEL)
def import_(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a Data Package.")],
) -> None:
    """Take in a whole dataset from a Data Package; twice changes nothing."""
    from exchangecli.curate import packages

    directory = packages.directory(path)
    with dataset.writing_or_making(context) as store:
        written = packages.import_package(store, dataset.command(context), directory)
    console.say(f"imported {written} records" if written else "nothing to import: the dataset is this one already")


@app.command(rich_help_panel=PANEL)
def export(
    context: typer.Context,
    words: options.Words = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="For spreadsheets: one flat row a record.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON Lines: one object a line.")] = False,
    datapackage: Annotated[
        Path | None, typer.Option("--datapackage", metavar="DIR", help="The whole dataset, as a Data Package.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="Where to; else stdout, as for -.")
    ] = None,
) -> None:
    """Write records to a file, or the whole dataset to a Data Package."""
    wanted = [name for name, given in (("csv", as_csv), ("json", as_json), ("jsonl", as_jsonl)) if given]
    if len(wanted) + (datapackage is not None) != 1:
        raise errors.OneFormat(["--csv", "--json", "--jsonl", "--datapackage DIR"])
    if datapackage is not None:
        _whole(context, words, datapackage)
        return
    from exchangecli.curate import exporting

    with dataset.reading(context) as store:
        pieces = exporting.export(store, selection(words or []), wanted[0])
        machine.write_file(pieces, output, store.path)


def _whole(context: typer.Context, words: list[str] | None, directory: Path) -> None:
    from exchangecli.curate import packages

    if words:
        raise errors.WholeOnly(" ".join(words))
    with dataset.reading(context) as store:
        packages.export_package(store, directory)
    console.say(f"wrote {directory}")
