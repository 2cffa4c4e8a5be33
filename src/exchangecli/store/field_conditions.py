"""How a field answers one value of a query, by the type of the field.

``none`` and ``any`` ask whether there is a value; a type that is not in ``BY_TYPE`` wants the very value.
"""

from collections.abc import Callable
from typing import TypeAlias

from exchangecli import errors
from exchangecli.model import countries, folding, groups, records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.query import ranges
from exchangecli.store import days, finding
from exchangecli.store.questions import Question, Sql, all_of, any_of, indexed
from exchangecli.store.spans import SPANS, Span


def answer(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    """The condition that a field of the records of ``kind`` meets a value.

    Raises:
        ValueProblem, NotFound, Ambiguous: the value is none the field can have.
    """
    column = _column(kind, one)
    match text.lower():
        case "none":
            return Sql(f"{column} IS NULL")
        case "any":
            return Sql(f"{column} IS NOT NULL")
    return BY_TYPE.get(one.type.name, _same)(asked, kind, one, text)


def in_country(asked: Question, place: str, span: Span | None, text: str) -> Sql:
    """A country, or a group of them: those who certainly were members on all days of the record.

    Of a membership without dates (CLMV is a mere label) every day is certain.

    Args:
        asked: the question.
        place: the country, as SQL.
        span: the days of the record, as SQL; of what has none, today counts.
        text: what the query asks for.
    """
    group = None if countries.is_country_code(text) else groups.read_group(text, asked.rules.groups)
    if group is None:
        return Sql(f"{place} = ?", (str(types.read(types.COUNTRY, text, None, asked.rules).value),))
    known = Sql(f'{place} IN (SELECT member FROM membership WHERE "group" = ?)', (group,))
    today = asked.today.isoformat()
    first, last = (span.start_earliest, span.end_latest) if span else ("?", "?")
    member = f"""EXISTS (SELECT 1 FROM membership AS m WHERE m."group" = ? AND m.member = {place}
        AND (m.start IS NULL OR {days.latest("m.start")} <= {first})
        AND (coalesce(m."end", '..') = '..' OR {days.earliest('m."end"')} >= {last}))"""
    return all_of([known, Sql(member, (group,) if span else (group, today, today))])


def _column(kind: Kind, one: Field) -> str:
    return f'{kind.name}."{one.name}"'


def _same(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    value = types.read(one.type, text, one.of, asked.rules).value
    return Sql(f"{_column(kind, one)} = ?", (value if isinstance(value, float | int) else str(value),))


def _contains(_asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    """A text holds these words one after the other, as the index would find them; it narrows where it can."""
    match = folding.search_query(f'"{folding.fold(text)}"')
    if not match:
        raise errors.NothingToFind(text)
    words, star = match.strip('"*'), match.endswith("*")
    within = f"instr(' ' || search_text({_column(kind, one)}) || ' ', ?) > 0"
    held = Sql(within, (f" {words}" if star else f" {words} ",))
    return all_of([indexed(kind.name, match), held]) if one.searched and kind.name in records.SEARCHED else held


def _starts(_asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    column = _column(kind, one)
    return Sql(f"{column} >= ? AND {column} < ?", (text, text + "\U0010ffff"))


def _number(_asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    lowest, highest = ranges.numbers(text)
    column = _column(kind, one)
    parts = [Sql(f"{column} >= ?", (lowest,))] if lowest is not None else []
    parts += [Sql(f"{column} <= ?", (highest,))] if highest is not None else []
    return all_of(parts) if parts else Sql(f"{column} IS NOT NULL")


def _date(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    column = _column(kind, one)
    first, last = ranges.days(text, asked.today)
    return Sql(f"{days.earliest(column)} >= ? AND {days.latest(column)} <= ?", (first, last))


def _listed(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    items = types.read(one.type, text, one.of, asked.rules).value
    if not isinstance(items, list) or not items:
        raise errors.ValueProblem(text, "names nothing to look for")
    return any_of([_list_item(kind, one, item) for item in items])


def _list_item(kind: Kind, one: Field, item: str) -> Sql:
    within = "SELECT record FROM list_item WHERE field = ? AND value = ?"
    return Sql(f"{kind.name}.id IN ({within})", (f"{kind.name}.{one.name}", item))


def _country(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    return in_country(asked, _column(kind, one), SPANS.get(kind.name), text)


def _reference(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    found = finding.resolve(asked.store, text, one.kinds).id
    return _list_item(kind, one, found) if one.type.many else Sql(f"{_column(kind, one)} = ?", (found,))


def _origin(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    if text.lower() == types.UNKNOWN:
        return Sql(f"{_column(kind, one)} = ?", (types.UNKNOWN,))
    return _reference(asked, kind, one, text)


def _party(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    try:
        value = str(types.PLACES.read(text, None, asked.rules).value)
    except errors.ValueProblem:
        value = finding.resolve(asked.store, text, one.kinds).id
    return Sql(f"{_column(kind, one)} = ?", (value,))


def _member(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    try:
        value = str(types.read(one.type, text, one.of, asked.rules).value)
    except errors.NoMember:
        value = finding.resolve(asked.store, text, one.kinds).id
    return Sql(f"{_column(kind, one)} = ?", (value,))


Answer: TypeAlias = Callable[[Question, Kind, Field, str], Sql]

BY_TYPE: dict[str, Answer] = {
    types.TEXT.name: _contains,
    types.PARAGRAPHS.name: _contains,
    types.TEXTS.name: _contains,
    types.URL.name: _contains,
    types.ID.name: _starts,
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
"""The name of a type -> how a field of it answers one value."""
