"""The commands of articles: ``ingest`` reads facts out of them, ``review`` accepts or rejects what was read."""

from pathlib import Path
from typing import Annotated

import typer

from exchangecli.cli import options
from exchangecli.cli.completing_words import queried

app = typer.Typer()
PANEL = "Evidence"
OF_THE_SOURCE = "What is known of it"
BY_ID = "What is decided"

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="The articles; - is standard input.", readable=False)
]
IDS = "ID..."


def _said(name: str, help_: str, metavar: str = "TEXT") -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        f"--{name}", metavar=metavar, help=help_, rich_help_panel=OF_THE_SOURCE
    )
    return option


@app.command(rich_help_panel=PANEL)
def ingest(
    context: typer.Context,
    files: Files,
    title: Annotated[str, _said("title", "Its headline.")] = "",
    publisher: Annotated[str, _said("publisher", "Who published it.")] = "",
    author: Annotated[str, _said("author", "Who wrote it.")] = "",
    url: Annotated[str, _said("url", "Its web address.", "URL")] = "",
    published: Annotated[str, _said("published", "When; it completes dates without a year.", "DATE")] = "",
    language: Annotated[str, _said("language", "The language it is in.", "LANGUAGE")] = "",
    model: Annotated[
        str, typer.Option("--model", metavar="NAME", help="Ask a language model, to which the text is sent.")
    ] = "",
    because: options.Because = None,
    as_json: options.AsJson = False,
) -> None:
    """Read articles: each becomes a source, and what it states is proposed, with its words. Nothing is a fact yet."""
    from exchangecli.cli import ingesting

    given = {"title": title, "publisher": publisher, "author": author, "url": url, "published": published,
             "language": language}  # fmt: skip
    ingesting.run(context, files, {name: text for name, text in given.items() if text.strip()}, model, because,
                  as_json=as_json)  # fmt: skip


@app.command(rich_help_panel=PANEL)
def review(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Further ids, for --accept or --reject before them.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show what waits for a decision.")] = False,
    every: Annotated[bool, typer.Option("--all", help="With --list: also what was decided.")] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--source", metavar="SOURCE", help="Only what this article states.", autocompletion=queried("source")
        ),
    ] = None,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar=IDS, help="Accept these.", rich_help_panel=BY_ID)
    ] = None,
    reject: Annotated[
        list[str] | None, typer.Option("--reject", metavar=IDS, help="Reject these.", rich_help_panel=BY_ID)
    ] = None,
    accept_all: Annotated[
        bool,
        typer.Option(
            "--accept-all", help="Accept all that waits of --source, but for --reject.", rich_help_panel=BY_ID
        ),
    ] = False,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="ID=VALUE", help="Accept it with another value.", rich_help_panel=BY_ID),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option("--same", metavar="ID=RECORD", help="It is this record.", rich_help_panel=BY_ID),
    ] = None,
    new: Annotated[
        list[str] | None,
        typer.Option("--new", metavar=IDS, help="It is none of those that are there.", rich_help_panel=BY_ID),
    ] = None,
    event: Annotated[
        list[str] | None,
        typer.Option("--event", metavar="ID=EVENT", help="It belongs to another event.", rich_help_panel=BY_ID),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="A JSON array: id, decision (accept, reject), and value, event, as.",
            rich_help_panel=BY_ID,
        ),
    ] = None,
    because: options.Because = None,
    as_json: options.AsJson = False,
) -> None:
    """Decide about what was read out of articles; what is accepted becomes facts, as one operation."""
    from exchangecli.cli import reviewing

    if listed:
        reviewing.show(context, source, every=every, as_json=as_json)
        return
    given = {"--accept": accept, "--reject": reject, "--set": values, "--same": same, "--new": new, "--event": event}
    found = reviewing.decisions(
        context.obj.arguments, {name: texts or [] for name, texts in given.items()}, words or []
    )
    if decisions is not None:
        found += reviewing.from_file(decisions)
    if not found and not accept_all:
        from exchangecli.cli import sitting

        sitting.run(context, source, because)
        return
    reviewing.decide(context, found, source, because, everything=accept_all, as_json=as_json)
