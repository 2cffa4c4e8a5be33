"""Conditions in SQL, put together from parts."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple


class Sql(NamedTuple):
    """A condition, or a question, and its parameters; only our own names stand in the text, no value."""

    text: str
    values: tuple[Any, ...] = ()


MOST_ROWS = 1 << 62
"""SQLite counts no further; whoever asks for more gets all."""


def all_of(parts: Sequence[Sql]) -> Sql:
    """That every one of the conditions is met."""
    return _joined(parts, "AND") if parts else Sql("1")


def any_of(parts: Sequence[Sql]) -> Sql:
    """That one of the conditions is met."""
    return _joined(parts, "OR") if parts else Sql("0")


def _joined(parts: Sequence[Sql], word: str) -> Sql:
    if len(parts) == 1:
        return parts[0]
    return Sql(f" {word} ".join(f"({part.text})" for part in parts), tuple(v for part in parts for v in part.values))


def among(values: Sequence[Any]) -> Sql:
    """``IN`` any number of values, as one parameter."""
    return Sql("IN (SELECT value FROM json_each(?))", (json.dumps(values),))
