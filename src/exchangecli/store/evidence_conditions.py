"""Where claims disagree, and what the log says was changed, as questions that give the records."""

from exchangecli.model.fields import Kind
from exchangecli.query import meaning as m
from exchangecli.store.sql import Sql
from exchangecli.store.value_conditions import Condition, among_those
from exchangecli.store.ways import Terms, Way

OF_CLAIM = "(claim.record, claim.field) = (disputed.record, disputed.field)"

BY_CLAIMS = f"""disputed."table" = 'claim' AND EXISTS (SELECT 1 FROM claim AS one
    WHERE (one.record, one.field) = (disputed.record, disputed.field) AND one.rank = 'normal'
    AND CASE WHEN EXISTS (SELECT 1 FROM claim WHERE {OF_CLAIM} AND rank = 'preferred')
        THEN NOT EXISTS (SELECT 1 FROM claim
            WHERE {OF_CLAIM} AND rank = 'preferred' AND agree(claim.field, one.value, claim.value))
        ELSE EXISTS (SELECT 1 FROM claim
            WHERE {OF_CLAIM} AND rank = 'normal' AND one.value < claim.value
            AND NOT agree(claim.field, one.value, claim.value)) END)"""


def _claimed(role: str, ranks: str) -> str:
    """That there is a claim of some ranks that a role is so."""
    said = f"record = {role}.id AND field = 'role' AND value = {role}.role"
    return f"EXISTS (SELECT 1 FROM claim WHERE {said} AND rank {ranks})"


def _is_in_dispute(role: str) -> str:
    """That a role is not out of the dispute, as one is of which all claims are superseded or deprecated."""
    return f"({_claimed(role, OPEN)} OR NOT {_claimed(role, 'IS NOT NULL')})"


OPEN = "IN ('preferred', 'normal')"
KEPT = "= 'preferred'"

BY_ROLES = f"""disputed."table" = 'role' AND EXISTS (SELECT 1 FROM role AS one JOIN role AS other
        ON other.event = one.event AND other.participant = one.participant
        WHERE one.event = disputed.record AND one.participant = disputed.field AND one.role < other.role
        AND one.session IS NULL AND other.session IS NULL AND ({{excluding}})
        AND {_is_in_dispute("one")} AND {_is_in_dispute("other")}
        AND NOT ({_claimed("one", KEPT)} AND {_claimed("other", KEPT)}))"""


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
