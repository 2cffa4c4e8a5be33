"""From the syntax tree of a query to a condition in SQL.

A term is answered by the first of three that knows its field: a relation of the kind (``relations``), a field of the
kind (``field_conditions``), or, for sessions, roles and participants, the event they belong to (``THROUGH_EVENT``).
"""

import contextlib
import re
from collections.abc import Callable
from functools import partial

from exchangecli import errors
from exchangecli.model import folding, records
from exchangecli.model.fields import Kind
from exchangecli.query.syntax import And, Node, Not, Or, Term, Words
from exchangecli.store import field_conditions, relations
from exchangecli.store.questions import EVERYTHING, Question, Sql, all_of, any_of, indexed
from exchangecli.store.relations import RELATIONS


def condition(asked: Question, kind: Kind, node: Node) -> Sql:
    """The condition that finds, in the table of ``kind``, what ``node`` asks for.

    Raises:
        QueryProblem: an unknown field, or a value its field cannot have, with the place marked.
        UsageError: likewise in a term that an option gave, with the option named.
    """
    match node:
        case Words():
            return _words(asked, kind, node)
        case Term():
            return _term(asked, kind, node)
        case Not(node=inner):
            text, values = condition(asked, kind, inner)
            return Sql(f"({text}) IS NOT TRUE", values)
        case And(nodes=()):
            return EVERYTHING
        case And(nodes=nodes):
            return all_of([condition(asked, kind, one) for one in nodes])
        case Or(nodes=nodes):
            return any_of([condition(asked, kind, one) for one in nodes])


# --- words ------------------------------------------------------------------------------------------------------

THROUGH_NAMES = {
    "role": ("participant", "event", "programme"),
    "figure": ("record",),
    "claim": ("record",),
    "name": ("record",),
}
"""Kinds without an index of their own: the references whose names stand for theirs."""


def _words(asked: Question, kind: Kind, words: Words) -> Sql:
    match = folding.search_query(f'"{words.text}"' if words.phrase else words.text)
    if not match:
        raise errors.QueryProblem(asked.text, words.position, errors.NothingToFind(words.text).sentence)
    if kind.name in records.SEARCHED:
        return indexed(kind.name, match)
    if kind is records.MEMBERSHIP:
        return _words_of_membership(asked, words.text)
    parts = []
    for reference in THROUGH_NAMES[kind.name]:
        for target in kind.field(reference).kinds:
            if target in records.SEARCHED:
                inner = indexed(target, match)
                parts.append(Sql(f"{reference} IN (SELECT id FROM {target} WHERE {inner.text})", inner.values))
    return any_of(parts)


def _words_of_membership(asked: Question, text: str) -> Sql:
    """Words that name its group or its member, or stand in what else it says."""
    kind = records.MEMBERSHIP
    parts = []
    for name in ("group", "member", "side", "note", "source"):
        with contextlib.suppress(errors.ValueProblem, errors.NotFound):
            parts.append(field_conditions.answer(asked, kind, kind.field(name), text))
    return any_of(parts)


# --- terms ------------------------------------------------------------------------------------------------------

THROUGH_EVENT = {
    "session": "event IN (SELECT id FROM event WHERE {})",
    "role": "event IN (SELECT id FROM event WHERE {})",
    "participant": "id IN (SELECT participant FROM role WHERE event IN (SELECT id FROM event WHERE {}))",
}


def _term(asked: Question, kind: Kind, term: Term) -> Sql:
    answer = _answer(asked, kind, term.field)
    if answer:
        return any_of([_value(asked, term, number, answer) for number in range(len(term.values))])
    if kind.name in THROUGH_EVENT and knows(records.EVENT, term.field):
        inner = _term(asked, records.EVENT, term)
        return Sql(THROUGH_EVENT[kind.name].format(inner.text), inner.values)
    unknown = _unknown(kind, term.field)
    if term.option:
        raise errors.UsageError(f"{term.option}: {unknown}")
    raise errors.QueryProblem(asked.text, term.position, f"{unknown} (a word with a colon in it wants quotation marks)")


def _answer(asked: Question, kind: Kind, name: str) -> Callable[[str], Sql] | None:
    relation = RELATIONS.get((kind.name, name))
    if relation:
        return partial(relations.answer, asked, relation)
    return partial(field_conditions.answer, asked, kind, kind.field(name)) if kind.has(name) else None


def _value(asked: Question, term: Term, number: int, answer: Callable[[str], Sql]) -> Sql:
    """The answer for one value; what is wrong with it is said with its place in the query, or its option."""
    try:
        return answer(term.values[number])
    except errors.ExchangeError as problem:
        if term.option:
            raise errors.UsageError(f"{term.option}: {problem.sentence}", problem.hint) from None
        hint = _hint(asked, term, number)
        raise errors.QueryProblem(asked.text, term.positions[number], problem.sentence, hint) from None


FOLLOWING_WORD = re.compile(r'\s+(?!(?i:or|not)\b|-)([^\s()":]+)(?=[\s)]|$)')


def _hint(asked: Question, term: Term, number: int) -> str | None:
    """What to do where the shell took the quotation marks off a value of several words: the last of its term."""
    value, position = term.values[number], term.positions[number]
    end = position + len(value)
    following = FOLLOWING_WORD.match(asked.text, end)
    if number < len(term.values) - 1 or asked.text[position:end] != value or not following:
        return None
    before = asked.text[term.position : position]
    return f"""two words want quotation marks that the shell leaves: '{before}"{value} {following[1]}"'"""


def knows(kind: Kind, name: str) -> bool:
    """Whether a query on this kind may name the field."""
    if kind.has(name) or (kind.name, name) in RELATIONS:
        return True
    return kind.name in THROUGH_EVENT and knows(records.EVENT, name)


def names(kind: Kind) -> list[str]:
    """The fields a query on this kind may name."""
    own = [one.name for one in kind.fields]
    related = [name for of, name in RELATIONS if of == kind.name]
    further = names(records.EVENT) if kind.name in THROUGH_EVENT else []
    return list(dict.fromkeys(own + related + further))


def _unknown(kind: Kind, name: str) -> str:
    return errors.UnknownField(name, kind.plural, names(kind)).sentence
