"""From the words of a query to what they mean for one kind of record.

A term is read by the first of these that knows its name: a relation of the kind (``relations``), a field of the kind
(``field_values``), a role (``organiser:kofice``), or, for sessions, roles and participants, the event they belong to
(``THROUGH_EVENT``).
"""

import contextlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from exchangecli import errors
from exchangecli.model import folding, records, types
from exchangecli.model.fields import Kind
from exchangecli.query import field_values, relations
from exchangecli.query.asking import Question
from exchangecli.query.meaning import AnyOf, Link, Linked, Meaning, Mentions, Not, all_of, any_of
from exchangecli.query.relations import RELATIONS
from exchangecli.query.syntax import And, Node, Or, Term, Words
from exchangecli.query.syntax import Not as NotNode


def meaning(asked: Question, kind: Kind, node: Node) -> Meaning:
    """What a query asks of the records of ``kind``.

    Raises:
        QueryProblem: an unknown field, or a value its field cannot have, with the place marked.
        UsageError: likewise in a term that an option gave, with the option named.
    """
    match node:
        case Words():
            return _words(asked, kind, node)
        case Term():
            return _term(asked, kind, node)
        case NotNode(node=inner):
            return Not(meaning(asked, kind, inner))
        case And(nodes=nodes):
            return all_of([meaning(asked, kind, one) for one in _said(nodes)])
        case Or(nodes=nodes):
            return AnyOf(tuple(meaning(asked, kind, one) for one in nodes))


# --- words ------------------------------------------------------------------------------------------------------

THROUGH_NAMES = {
    "role": ("participant", "event", "programme"),
    "figure": ("record",),
    "claim": ("record",),
    "name": ("record",),
}
"""Kinds without an index of their own: the references whose names stand for theirs."""


def _said(nodes: Sequence[Node]) -> Sequence[Node]:
    """Without dashes and the like that stand between words, as in a title that was pasted; unless that is all."""
    said = [one for one in nodes if not isinstance(one, Words) or folding.search_query(one.typed)]
    return said or nodes


def _words(asked: Question, kind: Kind, words: Words) -> Meaning:
    text = words.typed
    if not folding.search_query(text):
        raise errors.QueryProblem(asked.text, words.position, errors.NothingToFind(words.text).sentence)
    if kind.name in records.SEARCHED:
        return Mentions(text)
    if kind is records.MEMBERSHIP:
        return _words_of_membership(asked, words.text)
    linked = [
        Linked(Link(target, "id", reference), Mentions(text))
        for reference in THROUGH_NAMES[kind.name]
        for target in kind.field(reference).kinds
        if target in records.SEARCHED
    ]
    return AnyOf(tuple(linked))


def _words_of_membership(asked: Question, text: str) -> Meaning:
    """Words that name its group or its member, or stand in what else it says."""
    parts = []
    for name in ("group", "member", "side", "note", "source"):
        with contextlib.suppress(errors.ValueProblem, errors.NotFound):
            parts.append(field_values.read(asked, records.MEMBERSHIP.field(name), text))
    return AnyOf(tuple(parts))


# --- terms ------------------------------------------------------------------------------------------------------

EVENT_OF = Link("event", "id", "event")
THROUGH_EVENT: dict[str, Callable[[Meaning], Meaning]] = {
    "session": lambda of_event: Linked(EVENT_OF, of_event),
    "role": lambda of_event: Linked(EVENT_OF, of_event),
    "participant": lambda of_event: Linked(relations.ROLES_AT["participant"], Linked(EVENT_OF, of_event)),
}


def _term(asked: Question, kind: Kind, term: Term) -> Meaning:
    read = _reader(asked, kind, term.field)
    if read:
        _refuse_parted_number(asked, kind, term)
        return any_of([_value(asked, term, number, read) for number in range(len(term.values))])
    if kind.name in THROUGH_EVENT and knows(records.EVENT, term.field):
        return _through_event(asked, kind, term)
    unknown = errors.UnknownField(term.field, kind.plural, names(kind), _roles(kind)).sentence
    if term.option:
        raise errors.UsageError(f"{term.option}: {unknown}")
    raise errors.QueryProblem(asked.text, term.position, f"{unknown} (a word with a colon in it wants quotation marks)")


def _roles(kind: Kind) -> list[str]:
    """The roles that are fields of a kind."""
    from exchangecli.model import vocabularies

    return list(vocabularies.vocabulary("roles").terms) if kind.name in relations.HAVING_ROLES else []


def _through_event(asked: Question, kind: Kind, term: Term) -> Meaning:
    """What the events of a record are asked; ``none`` is asked of the record: that no event of it has any."""
    parts = []
    for number, value in enumerate(term.values):
        is_none = value.lower() == "none"
        one = replace(term, values=("any" if is_none else value,), positions=term.positions[number : number + 1])
        met = THROUGH_EVENT[kind.name](_term(asked, records.EVENT, one))
        parts.append(Not(met) if is_none else met)
    return any_of(parts)


NUMBERS = (types.INTEGER, types.COUNT, types.NUMBER)
PARTED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
"""The comma of 3,000."""


def _refuse_parted_number(asked: Question, kind: Kind, term: Term) -> None:
    """Refuse 3,000 as a number, whose comma would make two of it, 3 and 000; in quotation marks it is one."""
    field = kind.field(term.field) if kind.has(term.field) else None
    written = ",".join(term.values)
    if term.option or field is None or field.type not in NUMBERS or not PARTED.search(written):
        return
    if asked.text[term.positions[0] :].startswith(written):
        problem = (
            f'the comma in "{written}" could part two values; write {PARTED.sub("", written)}, or one term for each'
        )
        raise errors.QueryProblem(asked.text, term.positions[0], problem)


def _reader(asked: Question, kind: Kind, name: str) -> Callable[[str], Meaning] | None:
    relation = RELATIONS.get((kind.name, name))
    if relation is None:
        for field in (name, f"{name}s"):  # discipline:music as well as disciplines:music
            if kind.has(field):
                return partial(field_values.read, asked, kind.field(field))
        relation = relations.as_role(kind.name, name)
    return partial(relations.read, asked, relation) if relation else None


def _value(asked: Question, term: Term, number: int, read: Callable[[str], Meaning]) -> Meaning:
    """What one value asks; what is wrong with it is said with its place in the query, or its option."""
    try:
        return read(term.values[number])
    except errors.ExchangeError as problem:
        if term.option:
            raise errors.UsageError(f"{term.option}: {problem.sentence}", problem.hint) from None
        hint = _hint(asked, term, number) or problem.hint
        if isinstance(problem, errors.UnreadableDate) and not any(map(str.isdigit, term.values[number])):
            hint = hint or "days are counted from today as in -7d.., -3w.., -6m.. or +1y"
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
    if kind.has(name) or kind.has(f"{name}s") or (kind.name, name) in RELATIONS or relations.as_role(kind.name, name):
        return True
    return kind.name in THROUGH_EVENT and knows(records.EVENT, name)


def names(kind: Kind) -> list[str]:
    """The fields a query on this kind may name, without the roles."""
    own = [one.name for one in kind.fields]
    related = [name for of, name in RELATIONS if of == kind.name]
    further = names(records.EVENT) if kind.name in THROUGH_EVENT else []
    return list(dict.fromkeys(own + related + further))
