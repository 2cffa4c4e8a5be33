"""The ``add-*`` commands: one for each kind that a person adds, all made from the table of fields."""

from collections.abc import Callable

import typer

from exchangecli.cli import asking, dataset
from exchangecli.cli.fields import quotes, takes_fields
from exchangecli.cli.options import AsJson, Force, Locator, Quote, Source
from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.show import console, machine

app = typer.Typer()


def _command(kind: Kind) -> Callable[..., None]:
    """The command that adds a record of a kind."""

    @takes_fields(kind)
    def add(
        context: typer.Context,
        texts: dict[str, str],
        source: Source = None,
        quote: Quote = None,
        locator: Locator = None,
        force: Force = False,
        as_json: AsJson = False,
    ) -> None:
        from exchangecli.curate import adding, dossier
        from exchangecli.curate.claims import Citation
        from exchangecli.show import cards

        texts = asking.complete(kind, texts)
        citation = Citation(source, quotes(quote, kind), locator)
        with dataset.writing(context, create=True) as store:
            record = adding.add(store, dataset.command(context), kind, texts, citation, force=force)
            known = dossier.gather(store, kind, record)
        if as_json:
            machine.write_json(record)
        else:
            console.show(cards.card(known))
            console.say(f"added {kind.name} {record['id']}")

    add.__doc__ = f"Add {'an' if kind.name[0] in 'aeiou' else 'a'} {kind.name}: {kind.help[0].lower()}{kind.help[1:]}."
    return add


for _name in records.ADDABLE:
    app.command(f"add-{_name}", rich_help_panel="Record", no_args_is_help=False)(_command(records.KINDS[_name]))
