"""The words of ``edit``: which records, and what to do to their fields."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model.fields import field_name

ASSIGNMENT = re.compile(r"(?P<field>[A-Za-z][\w-]*?)(?:(?P<sign>\+=|-=|=)(?P<text>.*)|!)", re.DOTALL)


class Assignment(NamedTuple):
    """One thing to do to a field: ``=``, ``+=``, ``-=`` with a text, or ``!`` (empty it)."""

    field: str
    sign: str
    text: str


def split(arguments: Sequence[str]) -> tuple[list[str], list[Assignment]]:
    """Part the words of the command into those that say which records and those that say what to do.

    Raises:
        EmptyAssignment: a field set to nothing.
        SaidTwice: a field set to two values.
    """
    words: list[str] = []
    assignments: list[Assignment] = []
    for number, argument in enumerate(arguments):
        found = ASSIGNMENT.fullmatch(argument)
        if not found or number == 0:
            words.append(argument)
            continue
        sign, text = found["sign"] or "!", (found["text"] or "").strip()
        if sign != "!" and not text:
            raise errors.EmptyAssignment(found["field"])
        name = field_name(found["field"])
        if sign == "=" and any(one.field == name and one.sign == "=" for one in assignments):
            raise errors.SaidTwice("edit", f"{name}=")
        assignments.append(Assignment(name, sign, text))
    return words, assignments
