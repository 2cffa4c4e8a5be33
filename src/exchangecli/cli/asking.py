"""Asking a person, where one is there to answer."""

import contextlib
from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

from exchangecli import errors
from exchangecli.curate import values
from exchangecli.model import types, vocabularies
from exchangecli.model.fields import Field, Kind
from exchangecli.show import console, words
from exchangecli.store import listing
from exchangecli.store.opening import Store

T = TypeVar("T")


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


def chosen(verb: str, what: str, several: Sequence[T], show: Callable[[T], None], *, yes: bool) -> Sequence[T]:
    """Those of several that a person agrees to: all, none, or some, which are then asked for one by one.

    Args:
        verb: what would be done: ``Change``.
        what: all of them in words: ``12 events``.
        several: the records, or what would happen to each.
        show: shows one of them, before it is asked for.
        yes: all, without asking.

    Raises:
        Stopped, NobodyToAsk.
    """
    if yes:
        return several
    if not console.can_ask():
        raise errors.NobodyToAsk
    answer = one_of(f"{verb} {what}?", ("all", "some", "none"), otherwise="none")
    picked = several if answer == "all" else _picked(verb, several, show) if answer == "some" else []
    if not picked:
        raise errors.Stopped
    return picked


def _picked(verb: str, several: Sequence[T], show: Callable[[T], None]) -> list[T]:
    """Ask for one after the other: ``all`` takes this one and the rest, ``done`` leaves them."""
    picked: list[T] = []
    for number, one in enumerate(several):
        show(one)
        question = f"{verb} this one ({number + 1} of {len(several)})?"
        answer = one_of(question, ("yes", "no", "all", "done"), otherwise="no", hidden=("quit",))
        if answer == "all":
            return [*picked, *several[number:]]
        if answer in ("done", "quit"):
            return picked
        if answer == "yes":
            picked.append(one)
    return picked


def one_of(question: str, words: Sequence[str], otherwise: str, hidden: Sequence[str] = ()) -> str:
    """One of a few words, of which the start is enough; an empty answer is ``otherwise``."""
    while True:
        text: str = typer.prompt(f"{question} [{'/'.join(words)}]", default=otherwise, show_default=False, err=True)
        typed = text.strip().lower() or otherwise
        meant = [typed] if typed in words else [word for word in (*words, *hidden) if word.startswith(typed)]
        if len(meant) == 1:
            return meant[0]
        console.say(f"  write {errors.listed(words)}, or its first letter; Enter alone is {otherwise}")


def text(question: str) -> str:
    """A line of words; empty where there are none."""
    answer: str = typer.prompt(question, default="", show_default=False, err=True)
    return answer.strip()


def complete(store: Store, kind: Kind, texts: dict[str, str]) -> dict[str, str]:
    """Ask for what a new record must have and was not given; without a terminal, leave it to be refused.

    What was given is read first, so that nobody answers in vain; an answer that cannot be read is asked for again.
    """
    if not console.can_ask():
        return texts
    rules = listing.rules(store)
    values.read_entry(store, kind, texts, rules, values.as_option)
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  the arrow keys then move in the answer, and are no part of it
    answers = dict(texts)
    for field in kind.fields:
        if field.required and field.name != "id" and field.name not in answers:
            answers[field.name] = ask(store, field, rules)
    for group in kind.either:
        while not any(name in answers for name in group):
            for name in group:
                answer = ask(store, kind.field(name), rules, optional=True)
                if answer:
                    answers[name] = answer
                    break
    return answers


def ask(store: Store, field: Field, rules: types.Rules, *, optional: bool = False, offer: str = "") -> str:
    """Ask for the value of one field until it can be read.

    Args:
        store: to find the records that are referred to.
        field: which one.
        rules: how ambiguous names and dates are read.
        optional: whether there need be none.
        offer: a value that Enter takes; it is optional then.

    Returns:
        The answer; empty where there is none.
    """
    none = f"; Enter takes {offer}, - leaves it out" if offer else "; empty where there is none" if optional else ""
    console.say(f"{field.help}{none}.")
    if field.type is types.CODE:
        console.say(words.in_short(vocabularies.vocabulary(field.of)))
    while True:
        default = offer or ("" if optional else None)
        answer: str = typer.prompt(field.heading, err=True, default=default, show_default=bool(offer))
        if not answer.strip() or (offer and answer.strip() == "-"):
            return ""
        try:
            values.read_value(store, field, answer, rules)
        except errors.ExchangeError as problem:
            console.fail(problem)
        else:
            return answer
