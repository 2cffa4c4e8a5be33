"""What Typer finds wrong with the words of a command, as failures of our own, so that all are said in one way."""

import re
from collections.abc import Callable
from typing import Any

from exchangecli import errors

FOUND: tuple[tuple[str, Callable[..., errors.UsageError]], ...] = (
    (r"Got unexpected extra argument\(s\) \((.*)\)", lambda command, words: errors.TooManyWords(words, command)),
    (r"Option '(.*)' requires an argument\.", errors.ValueWanted),
    (r"Option '(.*)' does not take a value\.", errors.ValueUnwanted),
    (r"Missing command\.", lambda _: errors.CommandWanted()),
)
"""What Typer says, and the failure that it is, made of the command and the words Typer names."""


def problem(found: Any, command: str | None) -> errors.ExchangeError:
    """The failure that one of Typer's usage errors stands for.

    Args:
        found: what Typer raised; its classes have no public names, so it is told by what it carries.
        command: the name of the command; None before one was read.
    """
    if hasattr(found, "possibilities"):
        return errors.UnknownOption(command, found.option_name, found.possibilities or ())
    if hasattr(found, "param_type"):
        return errors.ArgumentWanted(str(command), found.param.metavar, found.param.help)
    for pattern, failure in FOUND:
        words = re.fullmatch(pattern, found.message, re.DOTALL)
        if words:
            return failure(command, *words.groups())
    return _of_value(found)


def _of_value(found: Any) -> errors.ExchangeError:
    """A value that its option cannot have."""
    param = getattr(found, "param", None)
    number = re.fullmatch(r"'(.*)' is not a valid int\.", found.message, re.DOTALL)
    if param and number:
        return errors.FieldProblems([(param.opts[0], errors.UnreadableNumber(number[1], "a whole number"))])
    return errors.UsageError(f"{param.opts[0]}: {found.message}" if param else found.message)
