"""The commands of evidence: ``cite``, ``claims``, ``conflicts``, ``resolve``, ``retract``."""

from typing import Annotated

import typer

from exchangecli import errors
from exchangecli.cli import completing, completing_words, dataset, options
from exchangecli.model import records
from exchangecli.show import console, machine

app = typer.Typer()
PANEL = "Evidence"

RANKS = ("preferred", "normal", "deprecated")
"""The ranks that a person gives; a plan that is overtaken gets its own by itself."""

Record = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="An id, the start of one, a name or an acronym.",
        autocompletion=completing_words.record_named,
    ),
]
FieldOf = Annotated[
    str,
    typer.Argument(
        metavar="FIELD",
        help="A field of it; role:WHO is what somebody was at an event.",
        autocompletion=completing_words.field_of_record,
    ),
]


@app.command(rich_help_panel=PANEL)
def cite(
    context: typer.Context,
    record: Record,
    field: FieldOf,
    source: Annotated[
        str,
        typer.Option(
            "--source",
            metavar="SOURCE",
            help="The source that says so. Required.",
            autocompletion=completing.of_field(records.CLAIM.field("source")),
        ),
    ],
    value: Annotated[
        str, typer.Argument(metavar="[VALUE]", help="What it says; else what the record says.", show_default=False)
    ] = "",
    quote: Annotated[str, typer.Option("--quote", metavar="TEXT", help="The words in which it says so.")] = "",
    locator: options.Locator = None,
    as_printed: Annotated[
        str | None,
        typer.Option("--as-printed", metavar="TEXT", help="How it is printed, where VALUE is not that."),
    ] = None,
    rank: Annotated[
        str | None,
        typer.Option(
            "--rank",
            metavar="WORD",
            help="preferred: this is so, whatever others say; deprecated: this is known to be wrong.",
            autocompletion=completing_words.ranks,
        ),
    ] = None,
    because: options.Because = None,
    as_json: options.AsJson = False,
) -> None:
    """Cite a source for a field of a record, with its words."""
    from exchangecli.curate import citing
    from exchangecli.curate.claims import Citation

    if rank is not None and rank not in RANKS:
        raise errors.NotToCite(rank, RANKS)
    citation = Citation(source, {"": quote} if quote.strip() else {}, locator)
    what = citing.Statement(record, field, value, citation, as_printed, rank)
    with dataset.writing(context) as store:
        done = citing.cite(store, dataset.command(context, because), what)
        if as_json:
            machine.write_json(done.claims)
            return
        from exchangecli.cli import deciding

        deciding.show_cited(store, done)


@app.command(rich_help_panel=PANEL)
def claims(
    context: typer.Context,
    record: Record,
    field: Annotated[
        str,
        typer.Argument(
            metavar="[FIELD]",
            help="One field of it; else all.",
            autocompletion=completing_words.field_of_record,
            show_default=False,
        ),
    ] = "",
    at: options.At = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what each source says of a record, value by value, and in which words."""
    from exchangecli.curate import dossier, event_roles, targets, testimony
    from exchangecli.show import testimony as showing

    with dataset.reading(context, at) as store:
        if field.startswith(event_roles.FIELD):
            about, said, titles = testimony.of_roles(store, record, field)
        else:
            kind, found = targets.one(store, record)
            known = dossier.gather(store, kind, found[0])
            about, said, titles = known.record["id"], testimony.of_record(known, field), known.titles
        if as_json:
            machine.write_json(testimony.as_json(store, said))
            return
    showing.show(about, said, titles)


@app.command(rich_help_panel=PANEL)
def conflicts(
    context: typer.Context,
    words: options.Words = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also where values differ and are no conflict, with why they are not.")
    ] = False,
    at: options.At = None,
    as_json: options.AsJson = False,
) -> None:
    """List the fields on which sources disagree, of all records or of those that a query finds."""
    from exchangecli.curate import disputes

    with dataset.reading(context, at) as store:
        ids = disputes.within(store, words or [])
        found = disputes.find(store, ids, settled=every)
        if as_json:
            machine.write_json([disputes.as_json(one.dispute, found.origins) for one in found.found])
            return
        if not found.found:
            console.say("no such records found, so no conflicts either" if ids == [] else "no conflicts")
            return
        from exchangecli.show import disputes as showing
        from exchangecli.store import finding

        titles = finding.titles(store, showing.referred(found))
        showing.show(found, titles, with_kinds=every)
    number = sum(one.dispute.is_open for one in found.found)
    hint = "; exchange resolve ID FIELD decides one" if number else ""
    console.say(f"{number or 'no'} {'conflict' if number == 1 else 'conflicts'}{hint}")


@app.command(rich_help_panel=PANEL)
def resolve(
    context: typer.Context,
    record: Record,
    field: FieldOf,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="SOURCE",
            help="What this source says is so.",
            autocompletion=completing.of_field(records.CLAIM.field("source")),
        ),
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="VALUE", help="This is so, by your own decision.")
    ] = None,
    both: Annotated[bool, typer.Option("--both", help="Of roles: each of them is so.")] = False,
    because: options.Because = None,
    as_json: options.AsJson = False,
) -> None:
    """Decide between sources that disagree; what is decided against is kept. In a terminal you are asked."""
    from exchangecli.cli import deciding

    deciding.resolve(context, record, field, source, value, because, both=both, as_json=as_json)


@app.command(rich_help_panel=PANEL)
def retract(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="An id, the start of one, or the title of a source.",
            autocompletion=completing.of_field(records.CLAIM.field("source")),
        ),
    ],
    because: options.Because = None,
    yes: options.Yes = False,
) -> None:
    """Take a source back: what rests on it alone goes, what others say stays. It is shown first."""
    from exchangecli.cli import deciding

    deciding.retract(context, source, because, yes=yes)
