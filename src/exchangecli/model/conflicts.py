"""Claims that disagree, and roles that cannot both be right."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from exchangecli.model import dates, folding, records, types
from exchangecli.model.types import Record

OPEN_RANKS = ("preferred", "normal")
"""A claim of another rank is out of the dispute."""


def of_claims(claims: Iterable[Record]) -> list[Record]:
    """The fields of one record on which its claims disagree.

    A field on which a person has preferred one value is settled.

    Returns:
        For each: ``field``, ``kind`` ("values"), ``values``: each with ``value`` and ``sources``.
    """
    by_field: dict[str, list[Record]] = {}
    for claim in claims:
        if claim["rank"] in OPEN_RANKS:
            by_field.setdefault(claim["field"], []).append(claim)
    return [
        {"field": field, "kind": "values", "values": _values(field_claims)}
        for field, field_claims in by_field.items()
        if not any(claim["rank"] == "preferred" for claim in field_claims) and _disagree(field_claims)
    ]


def of_roles(roles: Iterable[Record], claims: Sequence[Record]) -> list[Record]:
    """The participants of one event whose roles exclude each other: those of one family."""
    by_family = families()
    by_participant: dict[tuple[str, str], list[Record]] = {}
    for role in roles:
        family = by_family.get(role["role"])
        if family and not role["session"]:
            by_participant.setdefault((role["participant"], family), []).append(role)
    return [
        {
            "field": f"role:{participant}",
            "kind": "roles",
            "values": [
                {"value": role["role"], "sources": _sources(c for c in claims if c["record"] == role["id"])}
                for role in held
            ],
        }
        for (participant, _), held in by_participant.items()
        if len({role["role"] for role in held}) > 1
    ]


def families() -> dict[str, str]:
    """Which roles exclude each other: the code of a role -> its family, for those that have one."""
    from exchangecli.model import vocabularies

    terms = vocabularies.vocabulary("roles").terms.values()
    return {one.code: one.mappings["family"] for one in terms if "family" in one.mappings}


def _disagree(claims: Sequence[Record]) -> bool:
    distinct = dict.fromkeys(claim["value"] for claim in claims)
    return any(not agree(claims[0]["field"], one, other) for one, other in combinations(distinct, 2))


def agree(field: str, one: str, other: str) -> bool:
    """Whether two values of a field say the same: spellings that fold to the same, a date that contains the other."""
    if field in NUMBER_FIELDS:
        return one == other
    if one == other or folding.fold(one) == folding.fold(other):
        return True
    if field not in DATE_FIELDS or ".." in (one, other) or not all(map(dates.is_readable, (one, other))):
        return False
    return dates.contains(one, other) or dates.contains(other, one)


CITED_FIELDS = [field for name in records.CITABLE for field in records.KINDS[name].fields]
DATE_FIELDS = {field.name for field in CITED_FIELDS if field.type in (types.DATE, types.END_DATE)}
NUMBER_FIELDS = {field.name for field in CITED_FIELDS if field.type.schema in ("integer", "number")}
"""Their signs and points are no mere spelling: -5 and 5, 1.5 and 15."""


def _values(claims: Sequence[Record]) -> list[Record]:
    values = dict.fromkeys(claim["value"] for claim in claims)
    return [{"value": value, "sources": _sources(c for c in claims if c["value"] == value)} for value in values]


def _sources(claims: Iterable[Record]) -> list[str]:
    return sorted({claim["source"] for claim in claims if claim["source"]})
