"""What a value asks of a field, by the type of the field.

``none`` and ``any`` ask whether there is a value; a type that is not in ``BY_TYPE`` wants the very value.
"""

from collections.abc import Callable
from typing import TypeAlias

from exchangecli import errors
from exchangecli.model import countries, folding, groups, types
from exchangecli.model.fields import Field
from exchangecli.query import ranges
from exchangecli.query.asking import Question
from exchangecli.query.meaning import Begins, Between, Dated, Holds, Lists, Meaning, MemberOf, Not, OneOf, Present


def presence(text: str, some: Meaning) -> Meaning | None:
    """What ``any`` and ``none`` ask, given what "there is some" means; None for every other value."""
    match text.lower():
        case "any":
            return some
        case "none":
            return Not(some)
    return None


def read(asked: Question, one: Field, text: str) -> Meaning:
    """What a value asks of a field.

    Raises:
        ValueProblem, NotFound, Ambiguous: the value is none the field can have.
    """
    return presence(text, Present(one.name)) or BY_TYPE.get(one.type.name, _same)(asked, one, text)


def in_country(asked: Question, value: str, text: str) -> Meaning:
    """A country, or a group of them: those who certainly were members on all days of the record.

    Of a membership without dates (CLMV is a mere label) every day is certain; of a record that has no days, today
    counts.
    """
    group = None if countries.is_country_code(text) else groups.read_group(text, asked.rules.groups)
    if group is not None:
        return MemberOf(value, group)
    return OneOf(value, (str(types.read(types.COUNTRY, text, None, asked.rules).value),))


def _same(asked: Question, one: Field, text: str) -> Meaning:
    value = types.read(one.type, text, one.of, asked.rules).value
    return OneOf(one.name, (value if isinstance(value, float | int) else str(value),))


def _contains(_asked: Question, one: Field, text: str) -> Meaning:
    words = f'"{folding.fold(text)}"'
    if not folding.search_query(words):
        raise errors.NothingToFind(text)
    return Holds(one.name, words)


def _begins(_asked: Question, one: Field, text: str) -> Meaning:
    return Begins(one.name, text)


def _number(_asked: Question, one: Field, text: str) -> Meaning:
    return Between(one.name, *ranges.numbers(text))


def _date(asked: Question, one: Field, text: str) -> Meaning:
    return Dated(one.name, *ranges.days(text, asked.today))


def _listed(asked: Question, one: Field, text: str) -> Meaning:
    items = types.read(one.type, text, one.of, asked.rules).value
    if not isinstance(items, list) or not items:
        raise errors.ValueProblem(text, "names nothing to look for")
    return Lists(one.name, tuple(items))


def _country(asked: Question, one: Field, text: str) -> Meaning:
    return in_country(asked, one.name, text)


def _reference(asked: Question, one: Field, text: str) -> Meaning:
    found = asked.known.named(text, one.kinds)
    return Lists(one.name, (found,)) if one.type.many else OneOf(one.name, (found,))


def _origin(asked: Question, one: Field, text: str) -> Meaning:
    return OneOf(one.name, (types.UNKNOWN,)) if text.lower() == types.UNKNOWN else _reference(asked, one, text)


def _party(asked: Question, one: Field, text: str) -> Meaning:
    try:
        return OneOf(one.name, (str(types.PLACES.read(text, None, asked.rules).value),))
    except errors.ValueProblem:
        return _reference(asked, one, text)


def _member(asked: Question, one: Field, text: str) -> Meaning:
    try:
        return _same(asked, one, text)
    except errors.NoMember:
        return _reference(asked, one, text)


Reader: TypeAlias = Callable[[Question, Field, str], Meaning]

BY_TYPE: dict[str, Reader] = {
    types.TEXT.name: _contains,
    types.PARAGRAPHS.name: _contains,
    types.SOURCE_TEXT.name: _contains,
    types.TEXTS.name: _contains,
    types.URL.name: _contains,
    types.ID.name: _begins,
    types.INTEGER.name: _number,
    types.COUNT.name: _number,
    types.NUMBER.name: _number,
    types.DEGREES.name: _number,
    types.DATE.name: _date,
    types.END_DATE.name: _date,
    types.COUNTRY.name: _country,
    types.CODES.name: _listed,
    types.LANGUAGES.name: _listed,
    types.PLACES.name: _listed,
    types.REFERENCE.name: _reference,
    types.REFERENCES.name: _reference,
    types.ORIGIN.name: _origin,
    types.AFFILIATIONS.name: _reference,
    types.PARTY.name: _party,
    types.MEMBER.name: _member,
}
"""The name of a type -> what a value asks of a field of it."""
