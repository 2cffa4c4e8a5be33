"""Deleting records, with what hangs on them.

Claims and other names are parts of a record and go with it. What refers to it and cannot be without it (the roles of an
event, the claims of a source) keeps it from being deleted, unless the deletion is to cascade; what merely points to it
(an event to its programme) then loses the pointer.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from exchangecli import errors
from exchangecli.curate import targets
from exchangecli.curate.targets import Targets
from exchangecli.model import records
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.store import references, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

PARTS = ("claim", "name")
"""The kinds that are a part of the record they are about."""


@dataclass(slots=True)
class Deletion:
    """What a deletion takes along.

    Attributes:
        deleted: (kind, id) -> what names it; the records asked for, then those that cannot be without them.
        parts: (kind, id) of the claims and names that go with them.
        cleared: (kind, id, field) -> the value that the field will have.
    """

    deleted: dict[tuple[str, str], str] = field(default_factory=dict)
    parts: dict[tuple[str, str], None] = field(default_factory=dict)
    cleared: dict[tuple[str, str, str], list[str] | None] = field(default_factory=dict)

    def lies_within(self, other: "Deletion") -> bool:
        """Whether it takes nothing along that the other does not."""
        return (
            self.deleted.keys() <= other.deleted.keys()
            and self.parts.keys() <= other.parts.keys()
            and self.cleared.keys() <= other.cleared.keys()
        )


def plan(store: Store, meant: Targets, *, cascade: bool = False) -> Deletion:
    """Work out what goes.

    Raises:
        StillReferredTo: others refer to a record, and the deletion is not to cascade.
    """
    todo = Deletion()
    waiting = deque((meant.kind, record, False) for record in meant.records)
    asked = {(meant.kind.name, record["id"]) for record in meant.records}
    while waiting:
        kind, record, is_part = waiting.popleft()
        key = (kind.name, record["id"])
        if key in todo.deleted or key in todo.parts:
            continue
        if is_part:
            todo.parts[key] = None
        else:
            todo.deleted[key] = targets.title(store, kind, record)
        waiting.extend(_follow(store, kind, record["id"], todo))
    others = [f"{name} {one}  {title}" for (name, one), title in todo.deleted.items() if (name, one) not in asked]
    others += [f"{name} {one}  ({pointer})" for name, one, pointer in todo.cleared if (name, one) not in todo.deleted]
    if others and not cascade:
        raise errors.StillReferredTo([record for _, record in sorted(asked)], others)
    return todo


def apply(store: Store, command: Command, todo: Deletion, again: Callable[[], Deletion]) -> None:
    """Delete, as one operation.

    Args:
        store: the dataset.
        command: for the log.
        todo: the plan a person agreed to.
        again: makes the plan anew, now that nobody else can write.

    Raises:
        ChangedMeanwhile: the plan is another one now.
    """
    with operation(store, command):
        if again() != todo:
            raise errors.ChangedMeanwhile
        for (kind, record, name), value in todo.cleared.items():
            if (kind, record) not in todo.deleted:
                rows.update(store, records.KINDS[kind], record, {name: value})
        for kind, ids in _by_kind([*todo.parts, *todo.deleted]):
            rows.delete(store, records.TABLES[kind], ids)


def _by_kind(keys: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    sorted_keys = list(keys)
    for kind in records.TABLES:
        ids = [record for of, record in sorted_keys if of == kind]
        if ids:
            yield kind, ids


def _follow(store: Store, kind: Kind, record: str, todo: Deletion) -> list[tuple[Kind, Record, bool]]:
    """What cannot be without the record, and whether it is a part of it (a claim about it is, a claim of it is not).

    What merely points to the record is noted in ``todo.cleared``.
    """
    dependent = []
    for other, one, found in referring(store, kind, record):
        if _needs(other, one):
            is_part = other.name in references.MACHINERY or (other.name in PARTS and one.name == "record")
            dependent.append((other, found, is_part))
        else:
            key = (other.name, found["id"], one.name)
            todo.cleared[key] = _without(todo.cleared.get(key, found[one.name]), record)
    return dependent


def referring(store: Store, kind: Kind, record: str) -> Iterator[tuple[Kind, Field, Record]]:
    """The records that refer to one, each with the field in which it does."""
    for other, name in references.pointing_to(kind):
        holding = references.holding(other, name, [record])
        yield from ((other, other.field(name), one) for one in rows.where(store, other, holding.text, holding.values))


def _needs(kind: Kind, one: Field) -> bool:
    """Whether a record of this kind makes no sense without what the field refers to."""
    return (
        one.required or (kind.name, one.name) == ("claim", "source") or any(one.name in group for group in kind.either)
    )


def _without(value: object, record: str) -> list[str] | None:
    return [item for item in value if item != record] or None if isinstance(value, list) else None
