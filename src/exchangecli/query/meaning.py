"""What a query means once its words have been read: conditions on the records of one kind.

Frozen, and resolved: every value is as the dataset stores it, every record that was named is an id. Both answers to a
query are given to this: in SQL (``store.conditions``) and by plain comparison (``query.matching``).

They are named tuples: a frozen dataclass takes four times as long to be made, and every command makes all of them.

A condition speaks of a ``value`` of the record: the name of a field, or what is worked out (``WHEN``, ``STOOD_FOR``).
"""

from typing import Final, NamedTuple, TypeAlias

Stored: TypeAlias = str | int | float

WHEN: Final = "when"
"""The last of the days of a record, its own or those of what it belongs to: there is one where any is known."""

STOOD_FOR: Final = "stood_for"
"""Of a role, the country that was stood for: on whose behalf, else the role's own, else the participant's."""


class Mentions(NamedTuple):
    """Its names and texts hold the words, as ``folding.search_query`` takes them."""

    words: str


class Present(NamedTuple):
    """There is a value."""

    value: str


class OneOf(NamedTuple):
    """The value is one of these."""

    value: str
    values: tuple[Stored, ...]


class Lists(NamedTuple):
    """The list holds one of these items, or more."""

    value: str
    items: tuple[str, ...]


class Holds(NamedTuple):
    """The text holds these words, one after the other."""

    value: str
    words: str


class Begins(NamedTuple):
    """The value begins so."""

    value: str
    start: str


class Between(NamedTuple):
    """The number lies between two, both within; None is open."""

    value: str
    lowest: float | None
    highest: float | None


class Dated(NamedTuple):
    """The date lies between two days, both within; a partial date certainly, or at least possibly."""

    value: str
    first: str
    last: str


class During(NamedTuple):
    """The record lies, at least in part, between two days; with partial dates certainly, or at least possibly."""

    first: str
    last: str


class MemberOf(NamedTuple):
    """The country, or one of the listed ones, was a member of the group on the days of the record."""

    value: str
    group: str


class GroupOf(NamedTuple):
    """The list names a group to which, on the days of the record, one of these countries belonged, or of this group."""

    value: str
    members: tuple[str, ...]
    group: str | None = None


class Link(NamedTuple):
    """The records of ``kind`` whose ``field`` holds what stands in the field ``own`` of this one."""

    kind: str
    field: str
    own: str = "id"


class Linked(NamedTuple):
    """One of the linked records meets a condition."""

    link: Link
    what: "Meaning"


class Disputed(NamedTuple):
    """Its claims disagree, or the roles of one participant at it exclude each other: see ``model.conflicts``."""


class Changed(NamedTuple):
    """The record was added or edited from one moment to another: UTC, as the log has it, the last not within."""

    since: str
    until: str


class AllOf(NamedTuple):
    """All are met; with none, always."""

    parts: "tuple[Meaning, ...]"


class AnyOf(NamedTuple):
    """One at least is met."""

    parts: "tuple[Meaning, ...]"


class Not(NamedTuple):
    """It is not met."""

    part: "Meaning"


Meaning: TypeAlias = (
    Mentions | Present | OneOf | Lists | Holds | Begins | Between | Dated | During | MemberOf | GroupOf
    | Linked | Disputed | Changed | AllOf | AnyOf | Not
)  # fmt: skip

EVERYTHING = AllOf(())


def all_of(parts: list[Meaning]) -> Meaning:
    """That all of the conditions are met, side by side, however they were put in parentheses."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, AllOf) else (part,))]
    return flat[0] if len(flat) == 1 else AllOf(tuple(flat))


def any_of(parts: list[Meaning]) -> Meaning:
    """That one of the conditions is met; values of one field, or items of one list, as one condition."""
    first = parts[0]
    if len(parts) == 1:
        return first
    if isinstance(first, OneOf) and all(isinstance(one, OneOf) and one.value == first.value for one in parts):
        return OneOf(first.value, tuple(v for one in parts if isinstance(one, OneOf) for v in one.values))
    if isinstance(first, Lists) and all(isinstance(one, Lists) and one.value == first.value for one in parts):
        return Lists(first.value, tuple(item for one in parts if isinstance(one, Lists) for item in one.items))
    return AnyOf(tuple(parts))
