"""Resolving a conflict: a person decides which of the values of a field is in force, or that both are."""

from collections.abc import Sequence
from dataclasses import dataclass

from exchangecli import errors
from exchangecli.curate import citing, claims, decisions, targets, values
from exchangecli.curate.values import Entry
from exchangecli.model import cells, conflicts, ids, records, vocabularies
from exchangecli.model.conflicts import DEPRECATED, NORMAL, PREFERRED
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
        if field.startswith(citing.ROLE_OF):
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
        source = _source(store, decision.source)
        chosen = _of_source(record["id"], name, claims.about(store, record["id"], name), source)[:1]
        for companion in _companions(kind, name):
            chosen += [c for c in claims.about(store, record["id"], companion) if c["source"] == source][:1]
        decisions.prefer(store, kind, record, chosen, command.reason)
    present = rows.get(store, kind, record["id"]) or record
    return Resolved(kind, record["id"], name, cells.to_cell(present[name]))


def _companions(kind: Kind, name: str) -> list[str]:
    """The flag that the words of a field set besides: that a number is a round one."""
    companion = kind.field(name).companion
    return [companion] if companion in conflicts.FLAG_FIELDS else []


def _source(store: Store, words: str) -> str:
    return finding.resolve(store, words, ("source",)).id


def _of_source(record: str, name: str, about: Sequence[Record], source: str) -> list[Record]:
    """What a source claims of a field: one value."""
    said = [claim for claim in about if claim["source"] == source]
    if not said:
        raise errors.SaysNothing(source, record, name, sorted({one["source"] for one in about if one["source"]}))
    several = list(dict.fromkeys(claim["value"] for claim in said))
    if len(several) > 1:
        raise errors.SaysSeveral(source, name, several)
    return said


# --- roles ----------------------------------------------------------------------------------------------------------


def _resolve_roles(store: Store, command: Command, record: str, field: str, decision: Decision) -> Resolved:
    """Decide between the roles of one family that a participant has at an event."""
    event, participant, held = citing.held_at(store, record, field)
    family = conflicts.families()
    several = [role for role in held if role["role"] in family]
    if not several:
        raise errors.NoRoles(participant, event)
    about = {role["id"]: claims.about(store, role["id"], "role") for role in several}
    if decision.both:
        for role in several:
            _keep(store, role, about[role["id"]], command.reason or "both roles are so", own=True)
        return Resolved(records.ROLE, several[0]["id"], "role", ", ".join(role["role"] for role in several))
    code = _code(store, event, participant, several, about, decision)
    winner = next((role for role in several if role["role"] == code), None)
    if winner is None or len(several) == 1:
        return _resolve(store, command, records.ROLE, several[0], "role", decision)
    losers = [role for role in several if role is not winner and family[role["role"]] == family[code]]
    why = command.reason or f"decided: {code}"
    for loser in losers:
        _fold(store, winner, loser, why)
    _keep(store, winner, about[winner["id"]], why, own=decision.value is not None)
    return Resolved(records.ROLE, winner["id"], "role", code)


def _code(
    store: Store,
    event: str,
    participant: str,
    held: Sequence[Record],
    about: dict[str, list[Record]],
    decision: Decision,
) -> str:
    if decision.source is None:
        code = vocabularies.vocabulary("roles").read(decision.value or "")
        if len(held) > 1 and code not in {role["role"] for role in held}:
            raise errors.WhichRole(participant, event, sorted(role["role"] for role in held))
        return code
    every = [claim for said in about.values() for claim in said]
    source = _source(store, decision.source)
    return str(_of_source(event, f"role:{participant}", every, source)[0]["value"])


def _keep(store: Store, role: Record, about: Sequence[Record], why: str, *, own: bool) -> None:
    """Let a role stand by a decision; where the decision is the curator's own, or nobody says so, by their claim."""
    decisions.rank(store, (one for one in about if one["value"] == role["role"]), PREFERRED, why)
    if own or not about:
        entry = Entry({"role": role["role"]})
        claims.keep(store, [claims.made(records.ROLE, role["id"], "role", entry, rank=PREFERRED, reason=why)])


def _fold(store: Store, winner: Record, loser: Record, why: str) -> None:
    """Keep what is claimed of a role that is given up as claims on the one that stays, and delete it.

    That it was that role is ruled out; what else is said of the participant stands for the other role too.
    """
    said = rows.belonging(store, records.CLAIM, "record", loser["id"])
    if not any(claim["field"] == "role" for claim in said):
        uncited = claims.made(records.ROLE, loser["id"], "role", Entry({"role": loser["role"]}))
        said.append(uncited)
    filled = {name: loser[name] for name in TAKEN_OVER if winner[name] is None and loser[name] is not None}
    decisions.put_in_force(store, records.ROLE, winner, filled)
    claims.keep(store, [_moved(claim, winner, loser, why) for claim in said])
    rows.delete(store, records.CLAIM, [claim["id"] for claim in said])
    rows.delete(store, records.ROLE, [loser["id"]])


TAKEN_OVER = ("printed_name", "capacity", "affiliations", "on_behalf_of", "country", "position")
"""What else a role says of a participant; how the role itself was printed stands on its claims."""


def _moved(claim: Record, winner: Record, loser: Record, why: str) -> Record:
    moved = claim | {"record": winner["id"], "id": None}
    if claim["field"] == "role":
        printed = claim["as_printed"] or loser["printed_role"]
        moved |= {"rank": DEPRECATED, "reason": why, "as_printed": printed}
    else:
        moved |= {"rank": NORMAL, "reason": None}
    return moved | {"id": ids.new_id(records.CLAIM, moved, lambda _: False)}
