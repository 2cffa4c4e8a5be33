"""What a query may ask of a kind of record beside its fields: its days, its roles, its programme, its sources.

A relation stands before a field of the same name: the ``programme`` of an event is also any programme above that one,
and the ``country`` of a role is that for which the participant stood there.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from exchangecli.model import countries, types
from exchangecli.query import ranges
from exchangecli.store import finding, spans
from exchangecli.store.field_conditions import in_country
from exchangecli.store.questions import Question, Sql
from exchangecli.store.spans import SPANS, Span

Answer: TypeAlias = Callable[[Question, str], Sql]


class Relation(NamedTuple):
    """How it answers one value, and the condition that there is any, for the values ``any`` and ``none``."""

    answer: Answer
    some: str


def answer(asked: Question, relation: Relation, text: str) -> Sql:
    """The condition that a record stands in a relation to what a value names.

    Raises:
        ValueProblem, NotFound, Ambiguous: the value names nothing it could stand in relation to.
    """
    match text.lower():
        case "any":
            return Sql(relation.some)
        case "none":
            return Sql(f"({relation.some}) IS NOT TRUE")
    return relation.answer(asked, text)


def _when(span: Span) -> Relation:
    def taking_place(asked: Question, text: str) -> Sql:
        first, last = ranges.days(text, asked.today)
        return Sql(spans.within(span), (last, first))

    return Relation(taking_place, f"{span.start_earliest} IS NOT NULL")


def _role(column: str, some: str) -> Relation:
    """The records that have, or hold, a role."""

    def with_role(asked: Question, text: str) -> Sql:
        role = str(types.read(types.CODE, text, "roles", asked.rules).value)
        return Sql(f"id IN (SELECT {column} FROM role WHERE role = ?)", (role,))

    return Relation(with_role, some)


def _by_role(column: str, other: str, some: str) -> Relation:
    """The records on one side of a role, found by the record on the other."""

    def beside(asked: Question, text: str) -> Sql:
        found = finding.resolve(asked.store, text, (other,)).id
        return Sql(f"id IN (SELECT {column} FROM role WHERE {other} = ?)", (found,))

    return Relation(beside, some)


def _programme(asked: Question, text: str) -> Sql:
    """The events of a programme and of the programmes within it, also those that only stand under it too."""
    found = finding.resolve(asked.store, text, ("programme",)).id
    family = """WITH RECURSIVE family (id) AS (
        VALUES (?) UNION SELECT programme.id FROM programme JOIN family ON programme.parent = family.id)
        SELECT id FROM family"""
    also = f"SELECT record FROM list_item WHERE field = 'event.also_under' AND value IN ({family})"
    return Sql(f"event.programme IN ({family}) OR event.id IN ({also})", (found, found))


def _source(kind: str) -> Relation:
    """What a source says something about."""

    def cited(asked: Question, text: str) -> Sql:
        found = finding.resolve(asked.store, text, ("source",)).id
        condition = _cited(kind, "source = ?")
        return Sql(condition, (found,) * condition.count("?"))

    return Relation(cited, _cited(kind, "source IS NOT NULL"))


def _cited(kind: str, claims: str) -> str:
    """That a record has such claims; of an event also that its roles, sessions and figures have."""
    cited = f"SELECT record FROM claim WHERE {claims}"
    parts = [f"{kind}.id IN ({cited})"]
    if kind == "event":
        belonging = (("role", "event"), ("session", "event"), ("figure", "record"))
        parts += [f"event.id IN (SELECT {column} FROM {table} WHERE id IN ({cited}))" for table, column in belonging]
    return " OR ".join(parts)


def _country_of_role() -> Relation:
    """The country a participant stood for: on whose behalf, else the role's, else its own."""
    codes = ", ".join(f"'{code}'" for code in countries.country_codes())
    place = f"""coalesce(CASE WHEN role.on_behalf_of IN ({codes}) THEN role.on_behalf_of END, role.country,
        (SELECT country FROM participant WHERE participant.id = role.participant))"""
    return Relation(lambda asked, text: in_country(asked, place, SPANS["role"], text), f"{place} IS NOT NULL")


CITED = ("event", "session", "participant", "programme", "role", "figure")
"""The kinds that can be found by a source that says something about them."""

DATED = ("event", "programme", "session", "source", "figure", "membership")
"""The kinds with days; roles and participants are asked for by the days of their events."""

OF_EVENT, OF_PROGRAMME, OF_SESSION = (
    f"id IN (SELECT {column} FROM role)" for column in ("event", "programme", "session")
)
OF_PARTICIPANT = "id IN (SELECT participant FROM role{})"

RELATIONS: dict[tuple[str, str], Relation] = {
    **{(kind, name): _when(SPANS[kind]) for kind in DATED for name in ("date", "year")},
    ("event", "role"): _role("event", OF_EVENT),
    ("event", "participant"): _by_role("event", "participant", OF_EVENT),
    ("event", "programme"): Relation(_programme, "event.programme IS NOT NULL OR event.also_under IS NOT NULL"),
    ("session", "role"): _role("session", OF_SESSION),
    ("session", "participant"): _by_role("session", "participant", OF_SESSION),
    ("participant", "role"): _role("participant", OF_PARTICIPANT.format("")),
    ("participant", "event"): _by_role("participant", "event", OF_PARTICIPANT.format(" WHERE event IS NOT NULL")),
    ("programme", "role"): _role("programme", OF_PROGRAMME),
    ("programme", "participant"): _by_role("programme", "participant", OF_PROGRAMME),
    ("role", "country"): _country_of_role(),
    **{(kind, "source"): _source(kind) for kind in CITED},
}
"""(kind, what is asked) -> the relation."""
