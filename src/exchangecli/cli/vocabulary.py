"""``vocabulary``: the closed lists of words, and the groups of countries."""

from typing import Annotated

import typer

from exchangecli.cli import completing_words, dataset, options
from exchangecli.model import clock, groups
from exchangecli.show import console, machine

app = typer.Typer()
app.callback()(lambda: None)  # or Typer makes of an app with one command that command itself

EXAMPLES = """[bold]Groups of countries[/]

exchange vocabulary groups
  [dim]every group, with its members of today[/]

exchange vocabulary groups ASEAN
  [dim]its members, from when to when, and where that is stated[/]

exchange add-membership BRICS Indonesia --from 2025-01
  [dim]adds one, and the group where it is new; exchange list memberships group:BRICS
  has the ids, for edit and delete[/]"""


@app.command(rich_help_panel="Find", epilog=EXAMPLES)
def vocabulary(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[LIST]",
            help="Which list, or the start of its name; none: all of them.",
            autocompletion=completing_words.vocabulary,
        ),
    ] = None,
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="[WORD]",
            help="One word of it; of groups, one group with its members.",
            autocompletion=completing_words.vocabulary_word,
        ),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show the lists of words (roles, event-kinds, disciplines, measures...) and the groups of countries."""
    asked = _list_meant(name) if name else None
    if asked is None:
        _lists(context, as_json=as_json)
    elif asked == groups.LIST:
        _groups(context, word, as_json=as_json)
    else:
        _words(asked, word, as_json=as_json)


def _list_meant(name: str) -> str:
    """The list whose name is, or alone begins, so: ``role`` is ``roles``."""
    from exchangecli.model import vocabularies

    typed = name.lower().replace("_", "-")
    begun = [one for one in (*vocabularies.vocabulary_names(), groups.LIST) if one.startswith(typed)]
    return begun[0] if len(begun) == 1 else typed


def _lists(context: typer.Context, *, as_json: bool) -> None:
    from exchangecli.curate import memberships
    from exchangecli.model import vocabularies
    from exchangecli.show import tables, words

    lists = [vocabularies.vocabulary(one) for one in vocabularies.vocabulary_names()]
    rows = [(one.name, len(one.terms), one.title) for one in lists]
    with dataset.reading_if_any(context) as store:
        rows.append((groups.LIST, len(memberships.known(store, clock.today())), groups.LIST_TITLE))
    if as_json:
        machine.write_json([{"list": name, "title": title, "words": count} for name, count, title in rows])
    else:
        tables.show(words.of_lists(rows))


def _words(name: str, word: str | None, *, as_json: bool) -> None:
    from exchangecli.model import vocabularies
    from exchangecli.show import tables, words

    known = vocabularies.vocabulary(name)
    terms = list(known.terms.values()) if word is None else [known.terms[known.read(word)]]
    if as_json:
        machine.write_json(
            [{"code": t.code, "label": t.label, "description": t.description, **t.mappings} for t in terms]
        )
    else:
        tables.show(words.of_terms(terms))


def _groups(context: typer.Context, word: str | None, *, as_json: bool) -> None:
    from exchangecli.curate import memberships

    with dataset.reading_if_any(context) as store:
        every = memberships.known(store, clock.today())
    one = None if word is None else memberships.named(every, word)
    if as_json:
        machine.write_json(memberships.members_as_json(one) if one else [memberships.as_json(each) for each in every])
    elif one:
        from exchangecli.show import groups as showing

        console.show(showing.card(one))
    else:
        from exchangecli.show import tables, words

        tables.show(words.of_groups(every))
