"""The commands that move records in and out of files: ``import`` and ``export``."""

from pathlib import Path
from typing import Annotated

import typer

from exchangecli import errors
from exchangecli.cli import completing_words, dataset, options
from exchangecli.cli.selecting import selection
from exchangecli.show import console, machine

app = typer.Typer()
PANEL = "Files"

IMPORT_EXAMPLES = """[bold]Examples[/]

exchange import events.csv --dry-run
  [dim]what would become of each row[/]

exchange import programme.csv --as sessions --set event=jeonju-festival-2024
  [dim]the sessions of one event[/]

exchange import events.csv --map "Start Date=start" --dates dmy --source mcst-report
  [dim]another heading, dates that begin with the day, every field cited from a source[/]"""


@app.command("import", rich_help_panel=PANEL, epilog=IMPORT_EXAMPLES)
def import_(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A file, - for standard input, or a Data Package.", readable=False)
    ],
    as_kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KIND",
            help="What its rows are; else its name tells (sessions.csv), or they are events.",
            autocompletion=completing_words.imported_kinds,
        ),
    ] = "",
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="csv, json or jsonl; else its name tells.",
            autocompletion=completing_words.formats,
        ),
    ] = "",
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help="What a column is for; COLUMN= leaves it out.",
            autocompletion=completing_words.mapped,
        ),
    ] = None,
    shared: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="What all rows have in common.",
            autocompletion=completing_words.shared,
        ),
    ] = None,
    source: options.Source = None,
    dates: Annotated[
        str,
        typer.Option(
            "--dates",
            metavar="dmy|mdy",
            help="How 05/06/2024 is meant: day or month first.",
            autocompletion=completing_words.date_orders,
        ),
    ] = "",
    split: Annotated[str, typer.Option("--split", metavar="TEXT", help="What parts several values in a cell.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would become of each row, and change nothing.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Import the good rows; write the others to a file to be mended.")
    ] = False,
    because: options.Because = None,
    as_json: options.AsJson = False,
) -> None:
    """Take in the rows of a file, or a whole dataset from a Data Package; twice changes nothing."""
    from exchangecli.cli import importing

    if path.is_dir() or path.name == "datapackage.json":
        importing.refuse_for_packages(
            {"--as": as_kind, "--format": format_, "--map": mapped, "--set": shared, "--source": source,
             "--dates": dates, "--split": split, "--skip-bad": skip_bad, "--json": as_json}
        )  # fmt: skip
        importing.package(context, path, trial=dry_run)
        return
    task = importing.task(
        path, as_kind, mapped or [], shared or [], dates, source=source, split=split, trial=dry_run, skip_bad=skip_bad,
        every=dry_run or as_json,
    )  # fmt: skip
    importing.rows(context, path, format_, task, because, as_json=as_json)


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
    citations: Annotated[
        bool, typer.Option("--citations", help="Add a column with the sources of each record, as footnotes.")
    ] = False,
    possible: options.Possible = False,
    by_membership: options.ByMembership = False,
    at: options.At = None,
) -> None:
    """Write records to a file, or the whole dataset to a Data Package."""
    wanted = [name for name, given in (("csv", as_csv), ("json", as_json), ("jsonl", as_jsonl)) if given]
    if len(wanted) + (datapackage is not None) != 1:
        raise errors.OneFormat(["--csv", "--json", "--jsonl", "--datapackage DIR"])
    if datapackage is not None:
        given = {"--citations": citations, "--possible": possible, "--by-membership": by_membership}
        marks = [option for option, asked in given.items() if asked]
        _whole(context, [*(words or []), *marks], datapackage, at)
        return
    from exchangecli.curate import exporting

    with dataset.reading(context, at) as store:
        chosen = selection(words or [], possible=possible, by_membership=by_membership)
        pieces = exporting.export(store, chosen, wanted[0], citations=citations)
        machine.write_file(pieces, output, store.path)


def _whole(context: typer.Context, words: list[str], directory: Path, at: str | None) -> None:
    from exchangecli.curate import packages

    if words:
        raise errors.WholeOnly(" ".join(words))
    with dataset.reading(context, at) as store:
        packages.export_package(store, directory)
    console.say(f"wrote {directory}")
