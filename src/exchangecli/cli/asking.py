"""Asking a person, where one is there to answer."""

import typer

from exchangecli import errors
from exchangecli.model import types
from exchangecli.model.fields import Field, Kind
from exchangecli.show import console


def confirm(question: str, *, yes: bool) -> None:
    """Go on only where a person agrees, or ``--yes`` did before.

    Raises:
        Refused: the answer was no, or nobody can be asked.
    """
    if yes:
        return
    if not console.can_ask():
        raise errors.Refused("this asks before it acts, and there is no terminal to ask in")
    if not typer.confirm(question, err=True):
        raise errors.Refused("stopped")


def complete(kind: Kind, texts: dict[str, str]) -> dict[str, str]:
    """Ask for what a new record must have and was not given; without a terminal, leave it to be refused."""
    if not console.can_ask():
        return texts
    lacking = [field for field in kind.fields if field.required and field.name != "id" and field.name not in texts]
    lacking += [kind.field(group[0]) for group in kind.either if not any(name in texts for name in group)]
    return texts | {field.name: _ask(field) for field in lacking}


def _ask(field: Field) -> str:
    console.say(f"{field.heading}: {field.help}.")
    if field.type is types.CODE:
        from exchangecli.model import vocabularies

        terms = vocabularies.vocabulary(field.of).terms.values()
        console.say("  one of: " + ", ".join(term.code for term in terms))
    answer: str = typer.prompt(field.heading, err=True)
    return answer
