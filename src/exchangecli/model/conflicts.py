"""Claims that disagree, and roles that cannot both be right."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from exchangecli.model import cells, dates, folding, records, types
from exchangecli.model.types import Record

PREFERRED, NORMAL, SUPERSEDED, DEPRECATED = ("preferred", "normal", "superseded", "deprecated")
OPEN_RANKS = (PREFERRED, NORMAL)
"""A claim of another rank is out of the dispute."""

VALUES, ROLES = "values", "roles"
"""The kinds of conflict: claims give several values, or a participant several roles that exclude each other."""

DECIDED, PLAN, LESS_PRECISE, LESS_COMPLETE, OTHER_SPELLING = (
    "decided",
    "superseded",
    "less precise",
    "less complete",
    "same name, other spelling",
)
"""Why values that differ are no conflict: a person decided, a plan was overtaken, or one says less, or the same."""

SAME = "same"


class Side(NamedTuple):
    """One of the values that differ, and the claims that give it; none where nobody is cited for it."""

    value: str
    claims: Sequence[Record]

    @property
    def sources(self) -> list[str]:
        """The ids of the sources that say so, each once, sorted."""
        return sorted({claim["source"] for claim in self.claims if claim["source"]})


class Dispute(NamedTuple):
    """A field on which several values are given.

    Attributes:
        record, field: whose, and which; ``role:<participant>`` for the roles of one participant at an event.
        kind: ``VALUES`` or ``ROLES`` of a conflict; else why it is none.
        sides: the values.
    """

    record: str
    field: str
    kind: str
    sides: list[Side]

    @property
    def is_open(self) -> bool:
        """Whether it is a conflict."""
        return self.kind in (VALUES, ROLES)


def of_claims(claims: Iterable[Record]) -> list[Dispute]:
    """The fields of records on which claims are in conflict, with the values between which a person has to decide."""
    differing = [one for one in differences(claims) if one.is_open]
    return [one._replace(sides=_open_sides(one.sides)) for one in differing]


def _open_sides(sides: Iterable[Side]) -> list[Side]:
    standing = (Side(side.value, [claim for claim in side.claims if claim["rank"] in OPEN_RANKS]) for side in sides)
    return [side for side in standing if side.claims]


def differences(claims: Iterable[Record]) -> list[Dispute]:
    """The fields of records of which claims, whatever their rank, give several values; a conflict or not."""
    by_field: dict[tuple[str, str], list[Record]] = {}
    for claim in claims:
        by_field.setdefault((claim["record"], claim["field"]), []).append(claim)
    return [
        Dispute(record, field, _kind(field, about), _sides(about))
        for (record, field), about in by_field.items()
        if len({claim["value"] for claim in about}) > 1
    ]


def _kind(field: str, claims: Sequence[Record]) -> str:
    """Whether claims are in conflict, or else why they are not, though their values differ."""
    if _is_open(field, claims):
        return VALUES
    ranks = {claim["rank"] for claim in claims}
    if DEPRECATED in ranks or PREFERRED in ranks:
        return DECIDED
    if SUPERSEDED in ranks:
        return PLAN
    values = dict.fromkeys(claim["value"] for claim in claims)
    alike = {likeness(field, one, other) for one, other in combinations(values, 2)}
    return next((kind for kind in (LESS_COMPLETE, OTHER_SPELLING) if kind in alike), LESS_PRECISE)


def _is_open(field: str, claims: Sequence[Record]) -> bool:
    """Whether a normal claim disagrees with all that a person preferred; with another one, where none is preferred."""
    preferred, normal = (
        list(dict.fromkeys(claim["value"] for claim in claims if claim["rank"] == rank)) for rank in (PREFERRED, NORMAL)
    )
    if preferred:
        return any(not any(agree(field, one, other) for other in preferred) for one in normal)
    return any(not agree(field, one, other) for one, other in combinations(normal, 2))


def of_roles(roles: Iterable[Record], claims: Iterable[Record]) -> list[Dispute]:
    """The participants whose roles at an event exclude each other: those of one family, unless a person kept both.

    Args:
        roles: of one event or of several.
        claims: about these roles, and perhaps others.
    """
    about: dict[tuple[str, str], list[Record]] = {}
    for claim in claims:
        if claim["field"] == "role":
            about.setdefault((claim["record"], claim["value"]), []).append(claim)
    by_family = families()
    held: dict[tuple[str, str, str], list[Record]] = {}
    for role in roles:
        family = by_family.get(role["role"])
        if family and role["event"] and not role["session"] and not _is_out(_saying_so(role, about)):
            held.setdefault((role["event"], role["participant"], family), []).append(role)
    return [
        Dispute(event, f"role:{participant}", ROLES, _role_sides(several, about))
        for (event, participant, _), several in held.items()
        if _exclude_each_other(several, about)
    ]


Saying: TypeAlias = Mapping[tuple[str, str], Sequence[Record]]
"""(the id of a role, what it is claimed to be) -> the claims."""


def _saying_so(role: Record, about: Saying) -> Sequence[Record]:
    return about.get((role["id"], role["role"]), ())


def _is_out(claims: Sequence[Record]) -> bool:
    return bool(claims) and all(claim["rank"] not in OPEN_RANKS for claim in claims)


def _exclude_each_other(roles: Sequence[Record], about: Saying) -> bool:
    """Whether there are two of them that are not the same, and that a person did not both prefer."""
    kept = {one["id"] for one in roles if any(claim["rank"] == PREFERRED for claim in _saying_so(one, about))}
    pairs = combinations(roles, 2)
    return any(one["role"] != other["role"] and {one["id"], other["id"]} - kept for one, other in pairs)


def _role_sides(roles: Iterable[Record], about: Saying) -> list[Side]:
    by_role: dict[str, list[Record]] = {}
    for role in roles:
        standing = (claim for claim in _saying_so(role, about) if claim["rank"] in OPEN_RANKS)
        by_role.setdefault(role["role"], []).extend(standing)
    return [Side(role, said) for role, said in by_role.items()]


def families() -> dict[str, str]:
    """Which roles exclude each other: the code of a role -> its family, for those that have one."""
    from exchangecli.model import vocabularies

    terms = vocabularies.vocabulary("roles").terms.values()
    return {one.code: one.mappings["family"] for one in terms if "family" in one.mappings}


# --- two values -----------------------------------------------------------------------------------------------------


def agree(field: str, one: str, other: str) -> bool:
    """Whether two values of a field can both be right: the same, or one says less than the other."""
    return bool(likeness(field, one, other))


def likeness(field: str, one: str, other: str) -> str:
    """How two values of a field, as claims hold them, go together; empty where they disagree.

    Spellings that fold to the same are one name. Of two dates one of which contains the other, and of two lists one of
    which has all items of the other, one only says less. That a figure is a round one is no statement of its own.
    """
    if one == other or field in FLAG_FIELDS:
        return SAME
    if field in NUMBER_FIELDS:
        return ""
    if _is_same_name(one, other):
        return OTHER_SPELLING
    if field in DATE_FIELDS:
        return LESS_PRECISE if _contain_each_other(one, other) else ""
    return LESS_COMPLETE if field in LIST_FIELDS and _include_each_other(one, other) else ""


def _is_same_name(one: str, other: str) -> bool:
    """Whether two texts fold to the same, and to something; signs such as + and ★ are no mere spelling."""
    folded = folding.fold(one)
    return bool(folded) and folded == folding.fold(other) and _symbols(one) == _symbols(other)


def _symbols(text: str) -> list[str]:
    return [] if text.isascii() and text.isalnum() else [one for one in text if unicodedata.category(one)[0] == "S"]


def _contain_each_other(one: str, other: str) -> bool:
    if ".." in (one, other) or not all(map(dates.is_readable, (one, other))):
        return False
    return dates.contains(one, other) or dates.contains(other, one)


def _include_each_other(one: str, other: str) -> bool:
    these, those = set(cells.items(one)), set(cells.items(other))
    return these <= those or those <= these


CITED_FIELDS = [field for name in records.CITABLE for field in records.KINDS[name].fields]
DATE_FIELDS = {field.name for field in CITED_FIELDS if field.type in (types.DATE, types.END_DATE)}
FLAG_FIELDS = {field.name for field in CITED_FIELDS if field.type is types.FLAG}
LIST_FIELDS = {field.name for field in CITED_FIELDS if field.type.many}
NUMBER_FIELDS = {field.name for field in CITED_FIELDS if field.type.schema in ("integer", "number")}
"""Their signs and points are no mere spelling: -5 and 5, 1.5 and 15."""


def _sides(claims: Sequence[Record]) -> list[Side]:
    values = dict.fromkeys(claim["value"] for claim in claims)
    return [Side(value, [claim for claim in claims if claim["value"] == value]) for value in values]
