"""The commands that find and show: ``list``, ``show``, ``search``."""

from collections.abc import Sequence
from typing import Annotated

import typer

from exchangecli.cli import completing_words, dataset, options
from exchangecli.cli.selecting import kind_meant, selection, term_meant
from exchangecli.query.syntax import Node
from exchangecli.show import console
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store

app = typer.Typer()
PANEL = "Find"

QUERIES = r"""[bold]Queries[/]

asean forum   "culture forum"      [dim]words in any order; a phrase[/]
country:VN,SG   city:"Ho Chi Minh" [dim]a field: any of several; several words[/]
country:ASEAN                      [dim]who was a member on the day[/]
date:2024-10..2025   date:-6m..    [dim]days, months, years; counted from today[/]
attendance:1000..   edition:2..6   [dim]numbers[/]
theme:none   theme:any             [dim]empty, or not[/]
role:performer   organiser:kofice  [dim]any role, and who had it[/]
participant:kofice   programme:asem   part-of:ID   session:literacy
taking-part:KH   source:newsflash  [dim]stated, or by somebody from there[/]
has:conflict   has:no-source   edited:-7d..
not kind:concert   ( ... or ... )  [dim]all but; either[/]

[dim]In a shell, '...' goes around what has quotation marks, ( ) or >. The first
word may name another kind: sessions, participants, programmes, roles,
figures, sources, names, claims, memberships. All of it: docs/queries.md[/]"""


@app.command("list", rich_help_panel=PANEL, epilog=QUERIES)
def list_(
    context: typer.Context,
    words: options.Words = None,
    country: options.Country = None,
    kind: options.KindOf = None,
    role: options.Role = None,
    participant: options.Participant = None,
    programme: options.Programme = None,
    source: options.FromSource = None,
    year: options.Year = None,
    start: options.From = None,
    end: options.To = None,
    sort: options.Sort = "",
    limit: options.Limit = 0,
    columns: Annotated[
        str,
        typer.Option("--columns", metavar="A,B", help="Which fields to show.", autocompletion=completing_words.fields),
    ] = "",
    as_json: options.AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, and nothing else.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Print the ids alone, one a line.")] = False,
    count: Annotated[bool, typer.Option("--count", help="Print how many there are.")] = False,
    possible: options.Possible = False,
    by_membership: options.ByMembership = False,
    at: options.At = None,
) -> None:
    """List events, or records of another kind, that a query finds."""
    from exchangecli import errors
    from exchangecli.store import listing

    if sum((as_json, as_csv, ids, count)) > 1:
        raise errors.OneForm(["--json", "--csv", "--ids", "--count"])

    shorthands = {
        "country": country,
        "kind": kind,
        "role": role,
        "participant": participant,
        "programme": programme,
        "source": source,
        "year": year,
    }
    chosen = selection(
        words or [], shorthands, start, end, sort=sort, limit=limit, possible=possible, by_membership=by_membership
    )
    shown = listing.columns_of(chosen.kind, columns.split(","))
    with dataset.reading(context, at) as store:
        if count:
            console.write_line(str(listing.count(store, chosen)))
        elif ids:
            for one in listing.ids(store, chosen):
                console.write_line(one)
        elif as_json or as_csv:
            from exchangecli.curate import exporting

            console.write_bytes(exporting.export(store, chosen, "csv" if as_csv else "json", shown if columns else ()))
        elif not _table(store, chosen, shown):
            meant = kind_meant(words or []) or term_meant(chosen)
            if meant:
                console.say(f"  did you mean {meant}?")


def _table(store: Store, chosen: Selection, shown: list[str]) -> bool:
    """Show what was found, and say whether anything was."""
    from exchangecli.show import tables
    from exchangecli.store import finding, listing

    found = list(listing.found(store, chosen, shown))
    if not found:
        console.say(f"no {chosen.kind.plural} found")
        return False
    references = [one.name for one in chosen.kind.references() if one.name in shown]
    titles = finding.titles_in(store, found, references)
    tables.show(tables.of_records(chosen.kind, shown, found, titles, chosen.marks))
    if console.is_terminal() and chosen.limit and len(found) == chosen.limit:
        total = listing.count(store, chosen)
        console.say(f"{len(found)} of {total} {chosen.kind.plural}")
    return True


@app.command(rich_help_panel=PANEL)
def show(
    context: typer.Context,
    record: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="An id, the start of one, a name or an acronym.",
            autocompletion=completing_words.record,
        ),
    ],
    claims: Annotated[
        bool, typer.Option("--claims", help="Show what each source says about it, and in which words.")
    ] = False,
    at: options.At = None,
    as_json: options.AsJson = False,
) -> None:
    """Show one record: its fields, sessions, roles, figures and other names, each with its sources."""
    from exchangecli.curate import dossier, targets
    from exchangecli.show import machine

    with dataset.reading(context, at) as store:
        kind, found = targets.one(store, " ".join(record))
        known = dossier.gather(store, kind, found[0])
    if as_json:
        machine.write_json(dossier.as_json(known))
    elif claims:
        from exchangecli.curate import testimony
        from exchangecli.show import testimony as showing

        showing.show(known.record["id"], testimony.of_record(known), known.titles)
    else:
        from exchangecli.show import cards

        console.show(cards.card(known))


@app.command(rich_help_panel=PANEL)
def search(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help="What to look for, in any script; field:value narrows it, as in list.",
            autocompletion=completing_words.query,
        ),
    ],
    within: Annotated[
        str,
        typer.Option(
            "--in",
            metavar="KIND",
            help="Look only in events, participants...",
            autocompletion=completing_words.searched_kinds,
        ),
    ] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", help="The best N; 0 is all.")] = 20,
    at: options.At = None,
    as_json: options.AsJson = False,
) -> None:
    """Find records of every kind by words, the best first; case, accents and script spacing do not matter."""
    from exchangecli.cli.selecting import searched_kinds
    from exchangecli.query.parser import joined, parse
    from exchangecli.store import search as searching

    text = joined(words)
    kinds = searched_kinds(within)
    with dataset.reading(context, at) as store:
        hits = searching.search(store, text, kinds, limit)
        if not hits:
            console.say(f'nothing found for "{text}"')
            _suggest(store, parse(text), kinds)
    if as_json:
        from exchangecli.show import machine

        machine.write_json([{"kind": h.kind, "id": h.id, "title": h.title, "snippet": h.snippet} for h in hits])
    elif hits:
        from exchangecli.show import hits as showing
        from exchangecli.show import tables

        tables.show(showing.of_hits(hits))


def _suggest(store: Store, query: Node, kinds: Sequence[str]) -> None:
    """Say which records may have been meant, by what they are called; it may be the fields that they do not meet."""
    from exchangecli.query.syntax import fields
    from exchangecli.store import resembling, search

    asked = "without its fields there would be" if fields(query) else "did you mean"
    for number, near in enumerate(resembling.near(store, " ".join(search.sought_words(query)), kinds)):
        console.say(f"  {'or' if number else asked} {near.title} ({near.kind} {near.id})")
