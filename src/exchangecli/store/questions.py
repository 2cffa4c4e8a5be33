"""What the answering of a query rests on, and what it comes to: conditions in SQL, put together from parts."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from exchangecli.model import types
from exchangecli.store.opening import Store


class Sql(NamedTuple):
    """A condition and its parameters; values always travel as parameters, only our own names stand in the text."""

    text: str
    values: tuple[str | float, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """The dataset that is asked, the query's text for messages, how it reads what is ambiguous, and today."""

    store: Store
    text: str
    rules: types.Rules = field(default_factory=types.Rules)
    today: date = field(default_factory=date.today)


EVERYTHING = Sql("1")


def all_of(parts: list[Sql]) -> Sql:
    """That every one of the conditions is met."""
    return _joined(parts, "AND")


def any_of(parts: list[Sql]) -> Sql:
    """That one of the conditions is met."""
    return _joined(parts, "OR")


def _joined(parts: list[Sql], word: str) -> Sql:
    if len(parts) == 1:
        return parts[0]
    return Sql(f" {word} ".join(f"({part.text})" for part in parts), tuple(v for part in parts for v in part.values))


def indexed(kind: str, match: str) -> Sql:
    """That the search index has a match for a record of this kind."""
    return Sql(f"number IN (SELECT rowid FROM {kind}_search WHERE {kind}_search MATCH ?)", (match,))
