"""Which records can meet a condition, where an index tells: questions that end after as many as are wanted."""

from collections.abc import Callable
from typing import Any, NamedTuple

from exchangecli.model.fields import Kind
from exchangecli.query import meaning as m
from exchangecli.store import evidence_conditions
from exchangecli.store.indexes import INDEXED
from exchangecli.store.sql import Sql, among
from exchangecli.store.value_conditions import begins, groups_of, is_in_order, is_indexed, list_items, members, mentions


class Candidates(NamedTuple):
    """Which records can meet a condition.

    Attributes:
        own: the column of the record that is among what the question gives.
        question: in SQL.
        exact: whether all of them meet it.
    """

    own: str
    question: Sql
    exact: bool = True


def candidates(kind: Kind, what: m.Meaning) -> Candidates | None:
    """The question which records can meet a condition; None where no index answers it."""
    ask = QUESTIONS.get(type(what))
    return ask(kind, what) if ask else None


def _mentions(kind: Kind, what: m.Mentions) -> Candidates:
    return Candidates("number", mentions(kind, what.words))


def _holds(kind: Kind, what: m.Holds) -> Candidates | None:
    return Candidates("number", mentions(kind, what.words), exact=False) if is_indexed(kind, what.value) else None


def _one_of(kind: Kind, what: m.OneOf) -> Candidates | None:
    """A single value whose index has its records in order is best left to that."""
    return None if is_in_order(kind, what) else _valued(kind, what.value, among(what.values))


def _valued(kind: Kind, value: str, known: Sql, *, exact: bool = True) -> Candidates | None:
    if value not in INDEXED[kind.name]:
        return None
    return Candidates(
        "number", Sql(f'SELECT number FROM {kind.name} WHERE "{value}" {known.text}', known.values), exact
    )


def _begins(kind: Kind, what: m.Begins) -> Candidates | None:
    begun = begins(what.value, what.start)
    found = Sql(f"SELECT number FROM {kind.name} WHERE {begun.text}", begun.values)
    return Candidates("number", found) if what.value in INDEXED[kind.name] else None


def _lists(kind: Kind, what: m.Lists) -> Candidates:
    return Candidates("id", list_items(kind, what.value, among(what.items)))


def _member_of(kind: Kind, what: m.MemberOf) -> Candidates | None:
    known = members(what.group)
    if kind.has(what.value) and kind.field(what.value).type.many:
        return Candidates("id", list_items(kind, what.value, known), exact=False)
    return _valued(kind, what.value, known, exact=False)


def _group_of(kind: Kind, what: m.GroupOf) -> Candidates:
    return Candidates("id", list_items(kind, what.value, groups_of(what)), exact=False)


def _disputed(_kind: Kind, _what: m.Disputed) -> Candidates:
    return Candidates("id", evidence_conditions.disputed())


def _changed(kind: Kind, what: m.Changed) -> Candidates:
    return Candidates("id", evidence_conditions.changed(kind, what))


QUESTIONS: dict[type, Callable[[Kind, Any], Candidates | None]] = {
    m.Mentions: _mentions,
    m.Holds: _holds,
    m.OneOf: _one_of,
    m.Begins: _begins,
    m.Lists: _lists,
    m.MemberOf: _member_of,
    m.GroupOf: _group_of,
    m.Disputed: _disputed,
    m.Changed: _changed,
}
"""What is meant -> the question who can meet it."""
