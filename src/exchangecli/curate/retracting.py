"""Taking a source back: what rests on it alone goes, what others say stays, and a decision of the curator's own stays.

What would happen is worked out by doing it and giving it up again, so that what is shown is what happens.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import claimed_values, decisions, evidence, proposed, standing, targets, values
from exchangecli.model import cells, conflicts, records, types
from exchangecli.model.conflicts import NORMAL, OPEN_RANKS, SUPERSEDED, agree
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.store import finding, provenance, references, related, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

DELETED, EMPTIED, TAKES, UNSUPPORTED, STAYS, DECIDED, NOT_IN_FORCE = OUTCOMES = (
    "deleted",
    "emptied",
    "takes another value",
    "stays without a source",
    "stays",
    "stays, decided",
    "was not in force",
)
"""What becomes of a fact, in the order in which it is shown."""


class Consequence(NamedTuple):
    """What becomes of one field, or of a record as a whole.

    Attributes:
        outcome: one of ``OUTCOMES``.
        kind, record: whose field it is.
        title: what names the record to a person.
        field: empty where the record as a whole is deleted.
        before, after: the value in force, as claims hold it.
        sources: who says so from then on.
    """

    outcome: str
    kind: str
    record: str
    title: str
    field: str = ""
    before: str = ""
    after: str = ""
    sources: tuple[str, ...] = ()


@dataclass(slots=True)
class Retraction:
    """What taking a source back comes to.

    Attributes:
        source: its id.
        claims: how many claims go.
        consequences: field by field, and record by record.
        closed: (record, field) of the conflicts that disappear.
        reprints: the sources that reprint it, which stay.
        proposals: how many facts read out of it go, about which nobody has decided.
    """

    source: str
    claims: int = 0
    consequences: list[Consequence] = field(default_factory=list)
    closed: list[tuple[str, str]] = field(default_factory=list)
    reprints: list[str] = field(default_factory=list)
    proposals: int = 0


def plan(store: Store, command: Command, source: str) -> Retraction:
    """Work out what would happen; nothing is changed.

    Raises:
        NotFound, Ambiguous: no one source is meant.
        NothingRests: nothing is cited from it.
        FieldProblems: a record would contradict itself.
    """
    found = finding.resolve(store, source, ("source",)).id
    with operation(store, command, lambda: False):
        planned = _retract(store, found)
    if not (planned.claims or planned.proposals):
        raise errors.NothingRests(found)
    return planned


def apply(store: Store, command: Command, shown: Retraction) -> None:
    """Take the source back, as one operation.

    Raises:
        ChangedMeanwhile: something else would happen now than what was shown.
    """
    with operation(store, command):
        if _retract(store, shown.source) != shown:
            raise errors.ChangedMeanwhile


def _retract(store: Store, source: str) -> Retraction:
    # What a source says of itself (its title, its author) stays with it.
    gone = list(
        rows.where(store, records.CLAIM, "source = ?1 AND record <> ?1", [source], order="record, field, number")
    )
    ids = list(_by_record(gone))
    before = _conflicts(store, ids)
    rows.delete(store, records.CLAIM, [claim["id"] for claim in gone])
    proposals = [one.id for one in proposed.of_source(store, source, (proposed.PENDING,))]
    rows.delete(store, records.PROPOSAL, proposals)
    done = Retraction(source, len(gone), reprints=provenance.reprints(store, source), proposals=len(proposals))
    weighed: list[Consequence] = []
    for record, by_field in _by_record(gone).items():
        kind, present = targets.of_id(store, record)
        if kind and present:
            weighed += _weighed(store, kind, present, by_field)
    lost = [one for one in weighed if one.outcome == EMPTIED]
    done.consequences = [one for one in weighed if one.outcome != EMPTIED]
    deleted = _deletable(store, lost)
    done.consequences += _emptied(store, lost, deleted) + _deleted(store, deleted)
    _check(store, source, done.consequences)
    done.consequences.sort(key=lambda one: (OUTCOMES.index(one.outcome), one.title, one.record))
    after = _conflicts(store, ids)
    done.closed = [one for one in before if one not in after]
    return done


def _check(store: Store, source: str, consequences: Iterable[Consequence]) -> None:
    """Refuse to leave a record that contradicts itself."""
    for name, one in {(one.kind, one.record): None for one in consequences if one.outcome in (TAKES, EMPTIED)}:
        record = rows.get(store, records.KINDS[name], one)
        try:
            values.check(store, records.KINDS[name], record or {})
        except errors.FieldProblems as problem:
            raise errors.RetractionContradicts(source, one, problem.sentence) from None


def _by_record(said: Iterable[Record]) -> dict[str, dict[str, list[Record]]]:
    """Claims by the record and then by the field that they are about."""
    grouped: dict[str, dict[str, list[Record]]] = {}
    for claim in said:
        grouped.setdefault(claim["record"], {}).setdefault(claim["field"], []).append(claim)
    return grouped


def _conflicts(store: Store, ids: Sequence[str]) -> list[tuple[str, str]]:
    """The conflicts on some records, and on the roles at their events."""
    within = list(dict.fromkeys([*ids, *related.events_of(store, ids)]))
    held = list(provenance.excluding(store, within))
    said = provenance.on_roles(store, [role["id"] for role in held])
    found = conflicts.of_claims(provenance.differing(store, within)) + conflicts.of_roles(held, said)
    return [(one.record, one.field) for one in found if targets.of_id(store, one.record)[0]]


def _weighed(store: Store, kind: Kind, record: Record, gone: Mapping[str, Sequence[Record]]) -> list[Consequence]:
    """What becomes of the fields of a record once claims on them are gone; what nothing supports is to be emptied."""
    title = targets.title(store, kind, record)
    _reopen(store, kind, record["id"], gone)
    present = rows.get(store, kind, record["id"]) or record
    left = _about(store, record["id"])
    done = []
    new: Record = {}
    supporting: list[Record] = []
    for name, said in gone.items():
        if not kind.has(name):  # what another program wrote
            continue
        before, standing_ones = cells.to_cell(record[name]), left.get(name, [])
        value = standing.best(store, kind, name, cells.to_cell(present[name]), standing_ones)
        supported = before != "" and any(agree(name, one["value"], before) for one in said if one["rank"] in OPEN_RANKS)
        after = value if value is not None and supported else cells.to_cell(present[name])
        if after != cells.to_cell(present[name]):
            new[name] = cells.from_cell(kind.field(name).type, after)
        say_so = [one for one in standing_ones if one["value"] == after and one["rank"] in OPEN_RANKS]
        supporting += say_so
        outcome = _outcome(before, after, value, say_so, supported=supported)
        sources = tuple(dict.fromkeys(str(one["source"]) for one in say_so if one["source"]))
        done.append(Consequence(outcome, kind.name, record["id"], title, name, before, after, sources))
    rows.update(store, kind, record["id"], new | claimed_values.beside(store, kind, record["id"], new, supporting))
    return done


def _about(store: Store, record: str) -> dict[str, list[Record]]:
    """All that is claimed of a record, by field."""
    return _by_record(rows.belonging(store, records.CLAIM, "record", record)).get(record, {})


def _reopen(store: Store, kind: Kind, record: str, gone: Mapping[str, Sequence[Record]]) -> None:
    """Bring back what a decision for claims that went had ruled out, and weigh plans and reports anew."""
    about = _about(store, record)
    overtaken = []
    for name, said in gone.items():
        left = about.get(name, [])
        decisions.lapse(store, left, said)
        overtaken += [claim for claim in left if claim["rank"] == SUPERSEDED]
    if overtaken:
        decisions.rank(store, overtaken, NORMAL, None)
        evidence.weigh(store, kind, record, gone)


def _outcome(before: str, after: str, value: str | None, left: Sequence[Record], *, supported: bool) -> str:
    if before != after:
        return TAKES
    if left:
        return STAYS if any(one["source"] for one in left) else DECIDED
    return EMPTIED if supported and value is None else NOT_IN_FORCE


# --- what rests on nothing any more ---------------------------------------------------------------------------------


def _deletable(store: Store, lost: Sequence[Consequence]) -> dict[str, Consequence]:
    """The records of which nothing is known any more, and to which nothing refers that stays: by their ids."""
    empty: dict[str, set[str]] = {}
    for one in lost:
        empty.setdefault(one.record, set()).add(one.field)
    found = {one.record: one for one in lost if _is_left_bare(store, one, empty[one.record])}
    while held := _needed(store, found, empty):
        for record in held:
            del found[record]
    return found


def _needed(store: Store, found: Mapping[str, Consequence], empty: Mapping[str, set[str]]) -> set[str]:
    """Those of some records to which one that stays refers, in a field that is not emptied."""
    by_kind: dict[str, list[str]] = {}
    for record, one in found.items():
        by_kind.setdefault(one.kind, []).append(record)
    return {
        pointer.record
        for kind, ids in by_kind.items()
        for pointer in references.to_any(store, records.KINDS[kind], ids)
        if pointer.id not in found and pointer.field not in empty.get(pointer.id, ())
    }


def _is_left_bare(store: Store, one: Consequence, emptied: set[str]) -> bool:
    """Whether nothing is known of a record but what is emptied; of a fact, whether nobody states it any more."""
    kind = records.KINDS[one.kind]
    if kind.cited:
        return not rows.belonging(store, records.CLAIM, "record", one.record)
    record = rows.get(store, kind, one.record) or {}
    left = (field for field in kind.fields if record.get(field.name) is not None and field.name not in emptied)
    return all(_only_files_it(field) for field in left)


def _only_files_it(field: Field) -> bool:
    """Whether a field says how a record is filed, rather than something of its own: its kind, its place in a whole."""
    return (
        field.name in ("id", "position")
        or field.type in (types.CODE, types.CODES)
        or bool(field.required and field.kinds)
    )


def _emptied(store: Store, lost: Sequence[Consequence], deleted: dict[str, Consequence]) -> list[Consequence]:
    """Empty the fields of records that stay; one that a record must have stays without a source."""
    done = []
    for one in lost:
        if one.record in deleted:
            continue
        kind = records.KINDS[one.kind]
        record = rows.get(store, kind, one.record) or {}
        if kind.missing(record | {one.field: None}):
            done.append(one._replace(outcome=UNSUPPORTED))
        else:
            rows.update(store, kind, one.record, {one.field: None})
            done.append(one._replace(after=""))
    return done


def _deleted(store: Store, deleted: dict[str, Consequence]) -> list[Consequence]:
    by_kind: dict[str, list[str]] = {}
    for one in deleted.values():
        by_kind.setdefault(one.kind, []).append(one.record)
    for name in reversed(records.KINDS):
        rows.delete(store, records.KINDS[name], by_kind.get(name, []))
    return [Consequence(DELETED, one.kind, one.record, one.title) for one in deleted.values()]
