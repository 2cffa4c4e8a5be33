"""Resolving a conflict: a person decides which of the values of a field is in force, or that both are."""

from collections.abc import Sequence
from dataclasses import dataclass

from exchangecli import errors
from exchangecli.curate import citing, claims, decisions, event_roles, targets, values
from exchangecli.model import cells, conflicts, records, vocabularies
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import finding, listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


@dataclass(frozen=True, slots=True)
class Decision:
    """How a conflict is resolved: by exactly one of these.

    Attributes:
        source: what this source says is so, as typed.
        value: this is so, as typed; a decision of the curator's own.
        both: of roles: each of them is so.
    """

    source: str | None = None
    value: str | None = None
    both: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a decision came to.

    Attributes:
        kind, id: whose field it is; of roles the one that stays, or, of both, the first.
        field: which.
        value: what is in force, as claims hold it; of both roles, all of them.
    """

    kind: Kind
    id: str
    field: str
    value: str


def resolve(store: Store, command: Command, record: str, field: str, decision: Decision) -> Resolved:
    """Set the value in force, rank the claims by it, and keep those that lost; as one operation.

    Raises:
        NotFound, Ambiguous, UnknownField, NotCitable: what is meant cannot be so.
        SaysNothing, SaysSeveral: the source has no one value for the field.
        OnlyRoles: both, of a field that has one value.
        FieldProblems: the value cannot be that of the field, or contradicts the rest of the record.
    """
    with operation(store, command):
        if field.startswith(event_roles.FIELD):
            return _resolve_roles(store, command, record, field, decision)
        kind, (found,) = targets.one(store, record)
        name = citing.citable(kind, field).name
        if decision.both:
            raise errors.OnlyRoles(name)
        return _resolve(store, command, kind, found, name, decision)


def _resolve(store: Store, command: Command, kind: Kind, record: Record, name: str, decision: Decision) -> Resolved:
    if decision.source is None:
        entry = values.read_entry(store, kind, {name: decision.value or ""}, listing.rules(store))
        decisions.put_in_force(store, kind, record, entry.values)
        decisions.decide(store, kind, record["id"], entry, command.reason)
    else:
        source = finding.resolve(store, decision.source, ("source",)).id
        chosen = _of_source(record["id"], name, claims.about(store, record["id"], name), source)
        try:
            decisions.prefer(store, kind, record, [chosen], command.reason)
        except errors.FieldProblems:
            # The first and the last day of another period are only right together.
            further = _other_end(store, kind, record["id"], name, source)
            if not further:
                raise
            decisions.prefer(store, kind, record, [chosen, *further], command.reason)
    present = rows.get(store, kind, record["id"]) or record
    return Resolved(kind, record["id"], name, cells.to_cell(present[name]))


def _other_end(store: Store, kind: Kind, record: str, name: str, source: str) -> list[Record]:
    """What a source claims of the field that the words of this one fill besides, or that fills this one."""
    names = {kind.field(name).companion, *(one.name for one in kind.fields if one.companion == name)} - {None}
    said = (claim for one in names for claim in claims.about(store, record, str(one)))
    return [claim for claim in said if claim["source"] == source][:1]


def _of_source(record: str, name: str, about: Sequence[Record], source: str) -> Record:
    """What a source claims of a field: one value."""
    said = [claim for claim in about if claim["source"] == source]
    if not said:
        raise errors.SaysNothing(source, record, name, sorted({one["source"] for one in about if one["source"]}))
    several = list(dict.fromkeys(claim["value"] for claim in said))
    if len(several) > 1:
        raise errors.SaysSeveral(source, name, several)
    return said[0]


def _resolve_roles(store: Store, command: Command, record: str, field: str, decision: Decision) -> Resolved:
    """Decide between the roles of one family that a participant has at an event."""
    event, participant, held = event_roles.held_at(store, record, field)
    family = conflicts.families()
    several = [role for role in held if role["role"] in family]
    if not several:
        raise errors.NoRoles(participant, event)
    if decision.both:
        every = event_roles.keep_all(store, participant, event, several, command.reason)
        return Resolved(records.ROLE, every[0]["id"], "role", ", ".join(role["role"] for role in every))
    code = _code(store, event, participant, several, decision)
    stays = next((role for role in several if role["role"] == code), several[0])
    event_roles.gather(store, stays)
    present = rows.get(store, records.ROLE, stays["id"]) or stays
    return _resolve(store, command, records.ROLE, present, "role", decision)


def _code(store: Store, event: str, participant: str, held: Sequence[Record], decision: Decision) -> str:
    """The role that is decided for."""
    if decision.source is None:
        code = vocabularies.vocabulary("roles").read(decision.value or "")
        if len(held) > 1 and code not in {role["role"] for role in held}:
            raise errors.WhichRole(participant, event, sorted(role["role"] for role in held))
        return code
    every = [claim for role in held for claim in claims.about(store, role["id"], "role")]
    source = finding.resolve(store, decision.source, ("source",)).id
    return str(_of_source(event, f"{event_roles.FIELD}{participant}", every, source)["value"])
