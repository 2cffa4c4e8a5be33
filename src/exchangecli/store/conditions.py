"""What a query asks, as a condition in SQL.

A term is answered by the first of three that knows its field: a relation of the kind (``RELATIONS``), a field of the
kind (``BY_TYPE``), or, for sessions, roles and participants, the event they belong to (``THROUGH_EVENT``). Values
always travel as parameters; only names from our own tables stand in the SQL.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple, TypeAlias

from exchangecli import errors
from exchangecli.model import countries, folding, records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.query import ranges
from exchangecli.query.syntax import And, Node, Not, Or, Term, Words
from exchangecli.store import days, finding
from exchangecli.store.opening import Store


class Sql(NamedTuple):
    """A condition and its parameters."""

    text: str
    values: tuple[str | float, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What the answering of a query rests on: the dataset, the query's text for messages, its rules, and today."""

    store: Store
    text: str
    rules: types.Rules = field(default_factory=types.Rules)
    today: date = field(default_factory=date.today)


EVERYTHING = Sql("1")


def condition(asked: Question, kind: Kind, node: Node) -> Sql:
    """The condition that finds, in the table of ``kind``, what ``node`` asks for.

    Raises:
        QueryProblem: an unknown field, or a value its field cannot have, with the place marked.
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
            return _all([condition(asked, kind, one) for one in nodes])
        case Or(nodes=nodes):
            return _any([condition(asked, kind, one) for one in nodes])


def _joined(parts: list[Sql], word: str) -> Sql:
    if len(parts) == 1:
        return parts[0]
    return Sql(f" {word} ".join(f"({part.text})" for part in parts), tuple(v for part in parts for v in part.values))


def _all(parts: list[Sql]) -> Sql:
    return _joined(parts, "AND")


def _any(parts: list[Sql]) -> Sql:
    return _joined(parts, "OR")


# --- words ------------------------------------------------------------------------------------------------------

NOTHING_TO_FIND = "has no letter or digit to look for"

THROUGH_NAMES = {"role": ("participant", "event", "programme"), "figure": ("record",), "claim": ("record",)}
"""Kinds without names of their own: the references whose names stand for theirs."""


def _words(asked: Question, kind: Kind, words: Words) -> Sql:
    match = folding.search_query(f'"{words.text}"' if words.phrase else words.text)
    if not match:
        raise errors.QueryProblem(asked.text, words.position, f"this {NOTHING_TO_FIND}")
    if kind.name in records.SEARCHED:
        return _indexed(kind.name, match)
    parts = []
    for reference in THROUGH_NAMES[kind.name]:
        for target in kind.field(reference).kinds:
            if target in records.SEARCHED:
                inner = _indexed(target, match)
                parts.append(Sql(f"{reference} IN (SELECT id FROM {target} WHERE {inner.text})", inner.values))
    return _any(parts)


def _indexed(kind: str, match: str) -> Sql:
    return Sql(f"number IN (SELECT rowid FROM {kind}_search WHERE {kind}_search MATCH ?)", (match,))


# --- terms ------------------------------------------------------------------------------------------------------

THROUGH_EVENT = {
    "session": "event IN (SELECT id FROM event WHERE {})",
    "role": "event IN (SELECT id FROM event WHERE {})",
    "participant": "id IN (SELECT participant FROM role WHERE event IN (SELECT id FROM event WHERE {}))",
}


def _term(asked: Question, kind: Kind, term: Term) -> Sql:
    answer = _answer(asked, kind, term.field)
    if answer:
        return _any([_value(asked, term, value, answer) for value in term.values])
    if kind.name in THROUGH_EVENT and knows(records.EVENT, term.field):
        inner = _term(asked, records.EVENT, term)
        return Sql(THROUGH_EVENT[kind.name].format(inner.text), inner.values)
    raise errors.QueryProblem(asked.text, term.position, _unknown(kind, term.field))


def _answer(asked: Question, kind: Kind, name: str) -> Callable[[str], Sql] | None:
    if (kind.name, name) in RELATIONS:
        return partial(_related, asked, kind, name)
    return partial(_field, asked, kind, kind.field(name)) if kind.has(name) else None


def _value(asked: Question, term: Term, value: str, answer: Callable[[str], Sql]) -> Sql:
    """The answer for one value; what is wrong with it is said with its place in the query."""
    try:
        return answer(value)
    except errors.QueryProblem:
        raise
    except errors.ExchangeError as problem:
        raise errors.QueryProblem(asked.text, term.value_position, problem.sentence, _hint(asked, term)) from None


def _hint(asked: Question, term: Term) -> str | None:
    """What to do where the shell took the quotation marks off a value of several words."""
    rest = asked.text[term.value_position :]
    following = rest[len(term.values[0]) :].split(maxsplit=1)
    if not following or rest.startswith('"') or ":" in following[0]:
        return None
    return f"""two words want quotation marks that the shell leaves: '{term.field}:"{term.values[0]} {following[0]}"'"""


def knows(kind: Kind, name: str) -> bool:
    """Whether a query on this kind may name the field."""
    if kind.has(name) or (kind.name, name) in RELATIONS:
        return True
    return kind.name in THROUGH_EVENT and knows(records.EVENT, name)


def names(kind: Kind) -> list[str]:
    """The fields a query on this kind may name."""
    own = [one.name for one in kind.fields]
    relations = [name for of, name in RELATIONS if of == kind.name]
    further = names(records.EVENT) if kind.name in THROUGH_EVENT else []
    return list(dict.fromkeys(own + relations + further))


def _unknown(kind: Kind, name: str) -> str:
    from rapidfuzz import process

    near = [match for match, *_ in process.extract(name, names(kind), limit=3, score_cutoff=70)]
    meant = f"did you mean {errors.listed(near)}?" if near else f"they have {errors.listed(names(kind), 'and')}"
    return f'{kind.plural} have no field "{name}"; {meant} (a word with a colon in it wants quotation marks)'


# --- fields, by their type --------------------------------------------------------------------------------------


def _field(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    if text.lower() == "none":
        return Sql(f'{kind.name}."{one.name}" IS NULL')
    if text.lower() == "any":
        return Sql(f'{kind.name}."{one.name}" IS NOT NULL')
    return BY_TYPE.get(one.type.name, _same)(asked, kind, one, text)


def _same(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    value = types.read(one.type, text, one.of, asked.rules).value
    return Sql(f'{kind.name}."{one.name}" = ?', (value if isinstance(value, float | int) else str(value),))


def _contains(_asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    """A text holds these words one after the other, as the index would find them; it narrows where it can."""
    match = folding.search_query(f'"{folding.fold(text)}"')
    if not match:
        raise errors.ValueProblem(text, NOTHING_TO_FIND)
    words, star = match.strip('"*'), match.endswith("*")
    column = f'{kind.name}."{one.name}"'
    held = Sql(f"instr(' ' || search_text({column}) || ' ', ?) > 0", (f" {words}" if star else f" {words} ",))
    return _all([_indexed(kind.name, match), held]) if one.searched and kind.name in records.SEARCHED else held


def _starts(_asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    return Sql(f'{kind.name}."{one.name}" >= ? AND {kind.name}."{one.name}" < ?', (text, text + "\U0010ffff"))


def _number(_asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    lowest, highest = ranges.numbers(text)
    column = f'{kind.name}."{one.name}"'
    parts = [Sql(f"{column} >= ?", (lowest,))] if lowest is not None else []
    parts += [Sql(f"{column} <= ?", (highest,))] if highest is not None else []
    return _all(parts) if parts else Sql(f"{column} IS NOT NULL")


def _date(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    column = f'{kind.name}."{one.name}"'
    first, last = ranges.days(text, asked.today)
    return Sql(f"{days.earliest(column)} >= ? AND {days.latest(column)} <= ?", (first, last))


def _listed(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    items = types.read(one.type, text, one.of, asked.rules).value
    if not isinstance(items, list) or not items:
        raise errors.ValueProblem(text, "names nothing to look for")
    return _any([_list_item(kind, one, item) for item in items])


def _list_item(kind: Kind, one: Field, item: str) -> Sql:
    within = "SELECT record FROM list_item WHERE field = ? AND value = ?"
    return Sql(f"{kind.name}.id IN ({within})", (f"{kind.name}.{one.name}", item))


def _country(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    """A country, or a group of them: those who certainly were members on the event's day.

    Of a membership without dates (CLMV is a mere label) every day is certain.
    """
    group = None if countries.is_country_code(text) else _group(asked, text)
    if group is None:
        return _same(asked, kind, one, text)
    column = f'{kind.name}."{one.name}"'
    known = Sql(f'{column} IN (SELECT member FROM membership WHERE "group" = ?)', (group,))
    if kind.name not in DAYS:
        return known
    member = f"""EXISTS (SELECT 1 FROM membership AS m WHERE m."group" = ? AND m.member = {column}
        AND (m.start IS NULL OR {days.latest("m.start")} <= {DAYS[kind.name].start_earliest})
        AND (coalesce(m."end", '..') = '..' OR {days.earliest('m."end"')} >= {DAYS[kind.name].end_latest}))"""
    return _all([known, Sql(member, (group,))])


def _group(asked: Question, text: str) -> str | None:
    from exchangecli.model import groups

    return groups.read_group(text) or finding.group(asked.store, text)


def _reference(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    found = finding.resolve(asked.store, text, one.kinds).id
    return _list_item(kind, one, found) if one.type.many else Sql(f'{kind.name}."{one.name}" = ?', (found,))


def _party(asked: Question, kind: Kind, one: Field, text: str) -> Sql:
    try:
        value = str(types.PLACES.read(text, None, asked.rules).value)
    except errors.ValueProblem:
        value = finding.resolve(asked.store, text, one.kinds).id
    return Sql(f'{kind.name}."{one.name}" = ?', (value,))


Answer: TypeAlias = Callable[[Question, Kind, Field, str], Sql]

BY_TYPE: dict[str, Answer] = {
    types.TEXT.name: _contains,
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
    types.AFFILIATIONS.name: _reference,
    types.PARTY.name: _party,
}
"""How each type of field answers one value; a type that is not here wants the very value (``_same``)."""


# --- relations --------------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """Between which days something began, and ended, as SQL."""

    start_earliest: str
    start_latest: str
    end_earliest: str
    end_latest: str


def _columns(table: str) -> Span:
    return Span(*(f"{table}.{name}" for name in Span._fields))


def _single(column: str) -> Span:
    first, last = days.earliest(column), days.latest(column)
    return Span(first, last, first, last)


DAYS = {
    "event": _columns("event"),
    "programme": _columns("programme"),
    "source": _single("source.published"),
    "figure": _single("figure.as_of"),
}


def _when(asked: Question, kind: Kind, text: str) -> Sql:
    """What certainly took place, at least in part, within these days."""
    span = DAYS[kind.name]
    first, last = ranges.days(text, asked.today)
    return Sql(f"{span.start_latest} <= ? AND {span.end_earliest} >= ?", (last, first))


def _role(column: str) -> "Relation":
    """The records that have, or hold, a role."""

    def answer(asked: Question, _kind: Kind, text: str) -> Sql:
        role = str(types.read(types.CODE, text, "roles", asked.rules).value)
        return Sql(f"id IN (SELECT {column} FROM role WHERE role = ?)", (role,))

    return answer


def _by_role(column: str, other: str) -> "Relation":
    """The records on one side of a role, found by the record on the other."""

    def answer(asked: Question, _kind: Kind, text: str) -> Sql:
        found = finding.resolve(asked.store, text, (other,)).id
        return Sql(f"id IN (SELECT {column} FROM role WHERE {other} = ?)", (found,))

    return answer


def _programme(asked: Question, _kind: Kind, text: str) -> Sql:
    """The events of a programme and of the programmes within it, also those that only stand under it too."""
    found = finding.resolve(asked.store, text, ("programme",)).id
    family = """WITH RECURSIVE family (id) AS (
        VALUES (?) UNION SELECT programme.id FROM programme JOIN family ON programme.parent = family.id)
        SELECT id FROM family"""
    also = f"SELECT record FROM list_item WHERE field = 'event.also_under' AND value IN ({family})"
    return Sql(f"event.programme IN ({family}) OR event.id IN ({also})", (found, found))


def _source(asked: Question, kind: Kind, text: str) -> Sql:
    """What a source says something about."""
    found = finding.resolve(asked.store, text, ("source",)).id
    cited = _cited(kind.name, "source = ?")
    return Sql(cited, (found,) * cited.count("?"))


def _cited(kind: str, claims: str) -> str:
    """That a record has such claims; of an event also that its roles, sessions and figures have."""
    cited = f"SELECT record FROM claim WHERE {claims}"
    parts = [f"{kind}.id IN ({cited})"]
    if kind == "event":
        belonging = (("role", "event"), ("session", "event"), ("figure", "record"))
        parts += [f"event.id IN (SELECT {column} FROM {table} WHERE id IN ({cited}))" for table, column in belonging]
    return " OR ".join(parts)


Relation: TypeAlias = Callable[[Question, Kind, str], Sql]


def _related(asked: Question, kind: Kind, name: str, text: str) -> Sql:
    match text.lower():
        case "any":
            return Sql(SOME[kind.name, name])
        case "none":
            return Sql(f"({SOME[kind.name, name]}) IS NOT TRUE")
    return RELATIONS[kind.name, name](asked, kind, text)


CITED = ("event", "session", "participant", "programme", "role", "figure")
"""The kinds that can be found by a source that says something about them."""

RELATIONS: dict[tuple[str, str], Relation] = {
    **{(kind, name): _when for kind in DAYS for name in ("date", "year")},
    ("event", "role"): _role("event"),
    ("event", "participant"): _by_role("event", "participant"),
    ("event", "programme"): _programme,
    ("participant", "role"): _role("participant"),
    ("participant", "event"): _by_role("participant", "event"),
    ("programme", "role"): _role("programme"),
    ("programme", "participant"): _by_role("programme", "participant"),
    **{(kind, "source"): _source for kind in CITED},
}
"""(kind, field) -> how it is answered."""

SOME = {
    **{(kind, name): f"{span.start_earliest} IS NOT NULL" for kind, span in DAYS.items() for name in ("date", "year")},
    **dict.fromkeys((("event", "role"), ("event", "participant")), "id IN (SELECT event FROM role)"),
    ("event", "programme"): "event.programme IS NOT NULL OR event.also_under IS NOT NULL",
    ("participant", "role"): "id IN (SELECT participant FROM role)",
    ("participant", "event"): "id IN (SELECT participant FROM role WHERE event IS NOT NULL)",
    **dict.fromkeys((("programme", "role"), ("programme", "participant")), "id IN (SELECT programme FROM role)"),
    **{(kind, "source"): _cited(kind, "source IS NOT NULL") for kind in CITED},
}
"""(kind, field) -> that there is any, for the values ``any`` and ``none``; the same keys as ``RELATIONS``."""
