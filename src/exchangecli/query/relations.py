"""What a query may ask of a kind of record beside its fields: its days, its roles, its programme, its sources.

A relation stands before a field of the same name: the ``programme`` of an event is also any programme above that one,
and the ``country`` of a role is that for which the participant stood there.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from exchangecli import errors
from exchangecli.model import clock, folding, records, types
from exchangecli.query import field_values, ranges
from exchangecli.query.asking import Question
from exchangecli.query.meaning import (
    EVERYTHING,
    STOOD_FOR,
    WHEN,
    AllOf,
    AnyOf,
    Changed,
    Disputed,
    During,
    GroupOf,
    Link,
    Linked,
    Lists,
    Meaning,
    MemberOf,
    Mentions,
    Not,
    OneOf,
    Present,
    any_of,
)

Read: TypeAlias = Callable[[Question, str], Meaning]


class Relation(NamedTuple):
    """What one value asks, what ``any`` and ``none`` ask (None: that is for ``read`` to say), and what to say of it."""

    read: Read
    some: Meaning | None
    help: str


def read(asked: Question, relation: Relation, text: str) -> Meaning:
    """What a value asks of a relation.

    Raises:
        ValueProblem, NotFound, Ambiguous: the value names nothing it could stand in relation to.
    """
    presence = field_values.presence(text, relation.some) if relation.some else None
    return presence or relation.read(asked, text)


# --- when -------------------------------------------------------------------------------------------------------


def _during(asked: Question, text: str) -> Meaning:
    return During(*ranges.days(text, asked.today))


def _edited(asked: Question, text: str) -> Meaning:
    """Added, or edited since, on days as the calendar of this machine has them."""
    first, last = ranges.days(text, asked.today)
    return Changed(clock.midnight(first), clock.midnight(last, days=1))


# --- who --------------------------------------------------------------------------------------------------------

ROLES_AT = {kind: Link("role", kind) for kind in ("event", "programme", "session", "participant")}
"""The roles at a record, or, of a participant, those it holds."""


def _with_role(link: Link, help_: str = "Where this role was held") -> Relation:
    def with_role(asked: Question, text: str) -> Meaning:
        role = types.read(types.CODE, text, "roles", asked.rules).value
        return Linked(link, OneOf("role", (str(role),)))

    return Relation(with_role, Linked(link, EVERYTHING), help_)


def _through_role(link: Link, other: str) -> Relation:
    """The records on one side of a role, found by the record on the other."""

    def beside(asked: Question, text: str) -> Meaning:
        return Linked(link, OneOf(other, (asked.known.named(text, (other,)),)))

    return Relation(
        beside, Linked(link, Present(other)), f"Of this {other}" if other == "event" else f"With this {other}"
    )


def as_role(kind: str, word: str) -> Relation | None:
    """A role as a field, ``organiser:kofice``: who had it at an event, a session or a programme; else None."""
    from exchangecli.model import vocabularies

    if kind not in HAVING_ROLES:
        return None
    try:
        role = OneOf("role", (vocabularies.vocabulary("roles").read(word),))
    except errors.UnknownWord:
        return None

    def held_by(asked: Question, text: str) -> Meaning:
        return _role_that(kind, role, OneOf("participant", (asked.known.named(text, ("participant",)),)))

    return Relation(held_by, _role_that(kind, role), "By who had this role")


def _role_that(kind: str, *conditions: Meaning) -> Meaning:
    """That a role meets the conditions; of another kind of record, that one of its roles does."""
    met = AllOf(conditions)
    return met if kind == "role" else Linked(ROLES_AT[kind], met)


HAVING_ROLES = ("event", "session", "programme", "role")


def _taking_part(asked: Question, text: str) -> Meaning:
    """Stated, or by somebody from there who had a part in it; of a group, itself or those who were members then."""
    part = Not(OneOf("role", _bystanders()))
    if presence := field_values.presence(text, AnyOf((Present("taking_part"), Linked(ROLES_AT["event"], part)))):
        return presence
    place = field_values.in_country(asked, STOOD_FOR, text)
    match place:
        case MemberOf(group=group):
            stated: list[Meaning] = [Lists("taking_part", (group,)), MemberOf("taking_part", group)]
            held: list[Meaning] = [place, OneOf("on_behalf_of", (group,))]
            could = GroupOf("taking_part", (), group)
        case OneOf(values=values):
            named = tuple(map(str, values))
            stated, held, could = [Lists("taking_part", named)], [place], GroupOf("taking_part", named)
    took_part = [Linked(ROLES_AT["event"], AllOf((part, one))) for one in held]
    return AnyOf((*stated, *took_part, *([could] if asked.by_membership else [])))


def _bystanders() -> tuple[str, ...]:
    """The roles of those who only pay, are quoted or look on."""
    from exchangecli.model import vocabularies

    roles = vocabularies.vocabulary("roles").terms.values()
    return tuple(one.code for one in roles if one.mappings.get("taking_part") != "yes")


# --- what it belongs to, and what to it -------------------------------------------------------------------------


def _programme(asked: Question, text: str) -> Meaning:
    """The events of a programme and of the programmes within it, also those that only stand under it too."""
    family = tuple(asked.known.within("programme", "parent", asked.known.named(text, ("programme",))))
    return AnyOf((OneOf("programme", family), Lists("also_under", family)))


def _part_of(asked: Question, text: str) -> Meaning:
    """The parts of an event, and theirs."""
    whole, *parts = asked.known.within("event", "part_of", asked.known.named(text, ("event",)))
    return OneOf("part_of", (whole, *parts))


SESSIONS = Link("session", "event")


def _session(_asked: Question, text: str) -> Meaning:
    """The events of which a session has this id, or holds the words, one after the other."""
    words = f'"{folding.fold(text)}"'
    by_id = OneOf("id", (text,))
    return Linked(SESSIONS, AnyOf((by_id, Mentions(words))) if folding.search_query(words) else by_id)


# --- evidence ---------------------------------------------------------------------------------------------------

CLAIMS = Link("claim", "record")
BELONGING = {"event": (ROLES_AT["event"], SESSIONS, Link("figure", "record"))}
"""What belongs to a record so closely that its claims are claims about that record."""


def _cited(kind: str, by: Meaning) -> Meaning:
    """That a record has such claims; of an event also that its roles, sessions and figures have."""
    cited = Linked(CLAIMS, by)
    return any_of([cited, *(Linked(link, cited) for link in BELONGING.get(kind, ()))])


def _source(kind: str) -> Relation:
    def cited(asked: Question, text: str) -> Meaning:
        return _cited(kind, OneOf("source", (asked.known.named(text, ("source",)),)))

    return Relation(cited, _cited(kind, Present("source")), "With a fact from this source")


TRAITS: dict[str, Callable[[str], Meaning]] = {
    "conflict": lambda _: Disputed(),
    "source": lambda kind: _cited(kind, Present("source")),
    "no-source": lambda kind: Not(_cited(kind, Present("source"))),
}
"""What a record can have, or lack -> what that means for a kind of record."""


def _has(kind: str) -> Relation:
    def having(_asked: Question, text: str) -> Meaning:
        trait = TRAITS.get(text.lower().replace("_", "-"))
        if trait is None:
            raise errors.UnknownTrait(text, tuple(TRAITS))
        return trait(kind)

    return Relation(having, None, "What it has: conflict, source or no-source")


# --- the table --------------------------------------------------------------------------------------------------


def _country_of_role(asked: Question, text: str) -> Meaning:
    return field_values.in_country(asked, STOOD_FOR, text)


CITED = ("event", "session", "participant", "programme", "role", "figure")
"""The kinds that can be found by a source that says something about them."""

DATED = ("event", "programme", "session", "source", "figure", "membership")
"""The kinds with days; roles and participants are asked for by the days of their events."""

RELATIONS: dict[tuple[str, str], Relation] = {
    **{
        (kind, "date"): Relation(
            _during, Present(WHEN), "When it took place, such as 2024-10..2025, or -6m.. from today"
        )
        for kind in DATED
    },
    **{(kind, "year"): Relation(_during, Present(WHEN), "In this year") for kind in DATED},
    ("event", "role"): _with_role(ROLES_AT["event"]),
    ("event", "participant"): _through_role(ROLES_AT["event"], "participant"),
    ("event", "programme"): Relation(
        _programme, AnyOf((Present("programme"), Present("also_under"))), "Of this programme, or of one within it"
    ),
    ("event", "part_of"): Relation(_part_of, Present("part_of"), "A part of this event, or of a part of it"),
    ("event", "session"): Relation(
        _session, Linked(SESSIONS, EVERYTHING), "With a session of this id, or of these words"
    ),
    ("event", "taking_part"): Relation(
        _taking_part, None, "Where this country took part, as stated or by somebody from there"
    ),
    ("session", "role"): _with_role(ROLES_AT["session"]),
    ("session", "participant"): _through_role(ROLES_AT["session"], "participant"),
    ("participant", "role"): _with_role(ROLES_AT["participant"], "Who held this role"),
    ("participant", "event"): _through_role(ROLES_AT["participant"], "event"),
    ("programme", "role"): _with_role(ROLES_AT["programme"]),
    ("programme", "participant"): _through_role(ROLES_AT["programme"], "participant"),
    ("role", "country"): Relation(
        _country_of_role, Present(STOOD_FOR), "Whom the participant stood for, or comes from"
    ),
    **{(kind, "source"): _source(kind) for kind in CITED},
    **{(kind, "has"): _has(kind) for kind in CITED},
    **{
        (kind, "edited"): Relation(_edited, None, "When it was added or edited, such as -7d.. from today")
        for kind in records.LISTED
    },
}
"""(kind, what is asked) -> the relation."""
