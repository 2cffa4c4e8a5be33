"""The whole history of one field: every value it had, who gave it that value and why, and what sources said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from exchangecli.curate.logbook import ANOTHER_PROGRAM
from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Value
from exchangecli.store import history, journal
from exchangecli.store.history import Version
from exchangecli.store.journal import Operation
from exchangecli.store.opening import Store


@dataclass(frozen=True, slots=True)
class Said:
    """What became of a claim on the field.

    Attributes:
        what: ``written``, ``changed`` (its rank, say) or ``dropped``.
        source: the id of its source; None: the curator.
        value: what it says, as claims hold it.
        rank: it has, or had when it was dropped.
    """

    what: str
    source: str | None
    value: str
    rank: str


@dataclass(slots=True)
class Happening:
    """What one operation, or another program, did to the field.

    Attributes:
        operation: None: another program.
        at: when, in UTC.
        what: ``created`` or ``deleted`` with its record, or ``changed``; None where only claims on it were.
        before, after: its values.
        claims: what became of claims on it.
        undone_by: the number of the operation that undid it.
    """

    operation: Operation | None
    at: str
    what: str | None = None
    before: Value = None
    after: Value = None
    claims: list[Said] = field(default_factory=list)
    undone_by: int | None = None

    def as_json(self) -> dict[str, Any]:
        """As ``log ID --field F --json`` gives it."""
        made = self.operation
        return {
            "operation": made and made.number,
            "at": self.at,
            "who": made.who if made else ANOTHER_PROGRAM,
            "command": made and made.command,
            "reason": made and made.reason,
            "what": self.what,
            "before": self.before,
            "after": self.after,
            "claims": [
                {"what": one.what, "source": one.source, "value": one.value, "rank": one.rank} for one in self.claims
            ],
            "undoes": made and made.undoes,
            "undone_by": self.undone_by,
        }


def of_field(store: Store, kind: Kind, record: str, name: str) -> list[Happening]:
    """The history of a field of a record, the newest first, down to where the record was made."""
    undone = {number: one.by for number, one in journal.undone(store).items() if not one.partly}
    made: dict[tuple[int | None, str], Happening] = {}
    order: dict[int, Happening] = {}

    def happening(version: Version) -> Happening:
        by = (version.operation, "" if version.operation else version.at)
        if by not in made:
            operation = version.operation and journal.operation(store, version.operation)
            at = operation.at if operation else version.at
            made[by] = Happening(operation or None, at, undone_by=undone.get(version.operation or 0))
        order.setdefault(version.change, made[by])
        return made[by]

    for version in history.versions(store, kind, record):
        before, after = version.value(name), version.value_after(name)
        if version.action == "update" and before == after:
            continue
        one = happening(version)
        one.what = one.what or WORDS[version.action]
        one.after = after if one.before is None and one.after is None else one.after
        one.before = before
    for claim in history.claims_on(store, record, name):
        for version in _in_all(history.versions(store, records.CLAIM, claim)):
            happening(version).claims.append(_said(version))
    newest_first = [order[change] for change in sorted(order, reverse=True)]
    return list({id(one): one for one in newest_first}.values())


WORDS = {"insert": "created", "update": "changed", "delete": "deleted"}
SAID = {"insert": "written", "update": "changed", "delete": "dropped"}


def _in_all(newest_first: Iterable[Version]) -> Iterator[Version]:
    """What each operation did to a claim in all, which may have changed it several times."""
    for operation, several in groupby(newest_first, lambda one: (one.operation, one.at)):
        last, *earlier = several
        first = earlier[-1] if earlier and operation[0] else last
        if last.action == "delete" and first.action == "insert":
            continue
        if first.before and last.after and _standing(first.before) == _standing(last.after):
            continue
        yield replace(
            last, action="insert" if first.action == "insert" else last.action, before=first.before or last.before
        )


def _standing(claim: Record) -> tuple[Value, Value]:
    """What a claim says, and how far it is relied on."""
    return claim["value"], claim["rank"]


def _said(version: Version) -> Said:
    claim: Record = version.before if version.action == "delete" else version.after  # type: ignore[assignment]
    return Said(SAID[version.action], claim["source"], claim["value"], claim["rank"])
