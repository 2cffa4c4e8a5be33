"""Where claims disagree, and what the log says was changed, as questions that give the records."""

from exchangecli.model.fields import Kind
from exchangecli.query import meaning as m
from exchangecli.store.sql import Sql
from exchangecli.store.value_conditions import Condition, among_those
from exchangecli.store.ways import Terms, Way

BY_CLAIMS = """disputed."table" = 'claim'
    AND NOT EXISTS (SELECT 1 FROM claim
        WHERE (record, field, rank) = (disputed.record, disputed.field, 'preferred'))
    AND EXISTS (SELECT 1 FROM claim AS one JOIN claim AS other ON other.record = one.record AND other.field = one.field
        WHERE one.record = disputed.record AND one.field = disputed.field AND one.value < other.value
        AND one.rank = 'normal' AND other.rank = 'normal' AND NOT agree(one.field, one.value, other.value))"""

BY_ROLES = """disputed."table" = 'role' AND EXISTS (SELECT 1 FROM role AS one JOIN role AS other
        ON other.event = one.event AND other.participant = one.participant
        WHERE one.event = disputed.record AND one.participant = disputed.field AND one.role < other.role
        AND one.session IS NULL AND other.session IS NULL AND ({excluding}))"""


def disputed() -> Sql:
    """The records on which claims, or the roles of one participant, disagree.

    The table ``disputed`` names every field of which claims give several values, and every participant with several
    roles that exclude others; triggers keep it, and it may name more. Whether they disagree is settled here, as
    ``model.conflicts`` has it.
    """
    from exchangecli.model import conflicts

    by_family: dict[str, list[str]] = {}
    for role, family in conflicts.families().items():
        by_family.setdefault(family, []).append(f"'{role}'")
    listed = [", ".join(roles) for roles in by_family.values()]
    excluding = " OR ".join(f"(one.role IN ({roles}) AND other.role IN ({roles}))" for roles in listed)
    return Sql(
        f"SELECT disputed.record FROM disputed WHERE (({BY_CLAIMS}) OR ({BY_ROLES.format(excluding=excluding)}))"
    )


def changed(kind: Kind, what: m.Changed, sign: str = "") -> Sql:
    """The records of a kind that a command, or another program, added or edited between two moments."""
    question = f"""SELECT record FROM change WHERE "table" = ?
        AND ({sign}operation IN (SELECT number FROM operation WHERE at >= ? AND at < ?)
            OR ({sign}operation IS NULL AND at >= ? AND at < ?))"""
    return Sql(question, (kind.name, *(what.since, what.until) * 2))


def _disputed(kind: Kind, _what: m.Disputed, _terms: Terms, way: Way) -> Sql:
    return among_those(disputed(), "disputed.record", f"{kind.name}.id", way)


def _changed(kind: Kind, what: m.Changed, _terms: Terms, way: Way) -> Sql:
    return among_those(changed(kind, what, way.sign), "record", f"{kind.name}.id", way)


CONDITIONS: dict[type, Condition] = {m.Disputed: _disputed, m.Changed: _changed}
"""What is meant -> how that is said in SQL."""
