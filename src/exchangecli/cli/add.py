"""The ``add-*`` commands: one for each kind that a person adds, all made from the table of fields."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from exchangecli import errors
from exchangecli.cli import asking, dataset, editions
from exchangecli.cli.fields import quotes, takes_fields
from exchangecli.cli.options import AsJson, Force, Locator, Quote, Source, TextFile
from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.show import console, machine

if TYPE_CHECKING:
    from exchangecli.curate.adding import Added
    from exchangecli.curate.claims import Citation

app = typer.Typer()

EVIDENCE = ("source", "quote", "locator", "force")
"""What is not asked of a kind about which there are no claims: a membership says itself where it is stated."""


def _command(kind: Kind) -> Callable[..., None]:
    """The command that adds a record of a kind."""
    unasked = (() if kind.name in records.CITABLE else EVIDENCE) + (() if kind is records.SOURCE else ("text_file",))

    @takes_fields(kind, unasked=unasked)
    def add(
        context: typer.Context,
        texts: dict[str, str],
        text_file: TextFile = None,
        source: Source = None,
        quote: Quote = None,
        locator: Locator = None,
        force: Force = False,
        as_json: AsJson = False,
    ) -> None:
        from exchangecli.curate import adding, dossier
        from exchangecli.curate.claims import Citation
        from exchangecli.show import cards

        if text_file is not None:
            texts = _with_text(texts, text_file)
        citation = Citation(source, quotes(quote, kind), locator)
        if not console.can_ask():
            kind.require(texts)
        asks = console.can_ask() and not as_json
        with dataset.writing(context, create=True) as store:
            texts = asking.complete(store, kind, texts)
            series = editions.known(store, texts) if kind is records.EVENT else None
            if series and asks:
                texts = editions.ask(store, series, texts)
            added = adding.add(store, dataset.command(context), kind, texts, citation, force=force)
            known = dossier.gather(store, kind, added.record)
            if as_json:
                machine.write_json(added.record)
            else:
                console.show(cards.card(known))
                console.say(_said(kind, added, citation))
            if series:
                editions.say(context, store, series, added.record, asked=asks)

    add.__doc__ = f"Add {'an' if kind.name[0] in 'aeiou' else 'a'} {kind.name}: {kind.help[0].lower()}{kind.help[1:]}."
    return add


def _with_text(texts: dict[str, str], file: Path) -> dict[str, str]:
    """What a file says, beside what was typed."""
    from exchangecli.formats import plain_text

    if "text" in texts:
        raise errors.UsageError("--text and --text-file both give the text; leave one of them out")
    text, sha256 = plain_text.read(file)
    return {"sha256": sha256, **texts, "text": text}


def _said(kind: Kind, added: "Added", citation: "Citation") -> str:
    what = f"{kind.name} {added.record['id']}"
    if added.is_new:
        lacks_source = kind.name in records.CITABLE and kind is not records.SOURCE and not citation.source
        return f"added {what}" + (", without a source" if lacks_source else "")
    if added.claims:
        return f"{what} was there already, and now has one source more"
    return f"nothing to add: {what} was there already, with this source"


for _name in records.ADDABLE:
    app.command(f"add-{_name}", rich_help_panel="Record", no_args_is_help=False)(_command(records.KINDS[_name]))
