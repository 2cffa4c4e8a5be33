"""Asking a person, where one is there to answer."""

import contextlib

import typer

from exchangecli import errors
from exchangecli.curate import values
from exchangecli.model import types, vocabularies
from exchangecli.model.fields import Field, Kind
from exchangecli.show import console, words
from exchangecli.store import listing
from exchangecli.store.opening import Store


def confirm(question: str, *, yes: bool) -> None:
    """Go on only where a person agrees, or ``--yes`` did before.

    Raises:
        Stopped, NobodyToAsk.
    """
    if yes:
        return
    if not console.can_ask():
        raise errors.NobodyToAsk
    if not typer.confirm(question, err=True):
        raise errors.Stopped


def complete(store: Store, kind: Kind, texts: dict[str, str]) -> dict[str, str]:
    """Ask for what a new record must have and was not given; without a terminal, leave it to be refused.

    What was given is read first, so that nobody answers in vain; an answer that cannot be read is asked for again.
    """
    if not console.can_ask():
        return texts
    rules = types.Rules(listing.readings(store))
    values.read_entry(store, kind, texts, rules, values.as_option)
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  the arrow keys then move in the answer, and are no part of it
    answers = dict(texts)
    for field in kind.fields:
        if field.required and field.name != "id" and field.name not in answers:
            answers[field.name] = _ask(store, field, rules)
    for group in kind.either:
        while not any(name in answers for name in group):
            for name in group:
                answer = _ask(store, kind.field(name), rules, optional=True)
                if answer:
                    answers[name] = answer
                    break
    return answers


def _ask(store: Store, field: Field, rules: types.Rules, *, optional: bool = False) -> str:
    console.say(f"{field.help}." if not optional else f"{field.help}; empty where there is none.")
    if field.type is types.CODE:
        console.say(words.in_short(vocabularies.vocabulary(field.of)))
    while True:
        answer: str = typer.prompt(field.heading, err=True, default="" if optional else None, show_default=False)
        if not answer.strip():
            return ""
        try:
            values.read_value(store, field, answer, rules)
        except errors.ExchangeError as problem:
            console.fail(problem)
        else:
            return answer
