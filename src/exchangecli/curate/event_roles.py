"""What a participant was at an event, where the roles of a family exclude each other, such as organiser and partner.

A role is a record of its own. Of two that exclude each other, the one that is decided against becomes a claim on the
one that stays, so that it is neither found nor counted, and nothing that was said is lost; a decision for both takes it
apart again.
"""

from collections.abc import Sequence

from exchangecli import errors
from exchangecli.curate import adding, claims, decisions, evidence
from exchangecli.curate.values import Entry
from exchangecli.model import conflicts, ids, quotations, records
from exchangecli.model.conflicts import NORMAL, OPEN_RANKS
from exchangecli.model.types import Record
from exchangecli.store import finding, rows
from exchangecli.store.opening import Store

FIELD = "role:"
"""What a field begins with that is the roles of one participant at an event: ``role:kofice``."""


def held_at(store: Store, record: str, field: str) -> tuple[str, str, list[Record]]:
    """An event, a participant, and the roles the one has at the other, in no session of it.

    Raises:
        NotFound, Ambiguous.
    """
    event = finding.resolve(store, record, ("event",)).id
    participant = finding.resolve(store, field.removeprefix(FIELD), ("participant",)).id
    return event, participant, _held(store, event, participant)


def _held(store: Store, event: str, participant: str) -> list[Record]:
    condition = "event = ? AND participant = ? AND session IS NULL"
    return list(rows.where(store, records.ROLE, condition, [event, participant]))


def excluding(store: Store, role: Record) -> list[Record]:
    """The roles of the same participant at the same event that a role excludes."""
    family = conflicts.families()
    if not role["event"] or role["session"] or role["role"] not in family:
        return []
    held = _held(store, role["event"], role["participant"])
    return [one for one in held if one["role"] != role["role"] and family.get(one["role"]) == family[role["role"]]]


def gather(store: Store, stays: Record) -> None:
    """Make claims on a role of the roles that it excludes; which of them holds is for their ranks to say."""
    evidence.note_uncited(store, records.ROLE, stays, {"role": None})
    note_printed(store, stays)
    for one in excluding(store, stays):
        _fold(store, stays, one)


def note_printed(store: Store, role: Record) -> None:
    """Let the claims whose words have a role as it was printed say so themselves."""
    about = [claim for claim in claims.about(store, role["id"], "role") if claim["value"] == role["role"]]
    printed = role["printed_role"]
    for claim in about if printed else ():
        says_so = len(about) == 1 or (claim["quote"] and quotations.find_quotation(claim["quote"], printed))
        if says_so and not claim["as_printed"]:
            rows.update(store, records.CLAIM, claim["id"], {"as_printed": printed})


TAKEN_OVER = ("printed_name", "capacity", "affiliations", "on_behalf_of", "country", "position")
"""What else a role says of a participant; how the role itself was printed stands on its claims."""


def _fold(store: Store, stays: Record, goes: Record) -> None:
    evidence.note_uncited(store, records.ROLE, goes, {"role": None})
    note_printed(store, goes)
    present = rows.get(store, records.ROLE, stays["id"]) or stays
    filled = {name: goes[name] for name in TAKEN_OVER if present[name] is None and goes[name] is not None}
    decisions.put_in_force(store, records.ROLE, present, filled)
    _move(store, rows.belonging(store, records.CLAIM, "record", goes["id"]), stays["id"])
    rows.delete(store, records.ROLE, [goes["id"]])


def _move(store: Store, said: Sequence[Record], to: str) -> None:
    moved = [claim | {"record": to, "id": None} for claim in said]
    rows.delete(store, records.CLAIM, [claim["id"] for claim in said])
    claims.keep(store, [one | {"id": ids.new_id(records.CLAIM, one, lambda _: False)} for one in moved])


def keep_all(store: Store, participant: str, event: str, held: Sequence[Record], why: str | None) -> list[Record]:
    """Let every role of a family that is held, or was decided against, be so, by a decision of the curator's.

    Raises:
        OneRole: there is only one.
    """
    family = conflicts.families()
    every = list(held)
    for role in held:
        about = claims.about(store, role["id"], "role")
        decided = [claim for claim in about if claim["value"] == role["role"]]
        back = decisions.ruled_out(about, decided) + [claim for claim in about if claim["rank"] in OPEN_RANKS]
        others = {claim["value"] for claim in back if family.get(claim["value"]) == family[role["role"]]}
        for code in sorted(others - {one["role"] for one in every}):
            said = [claim for claim in back if claim["value"] == code]
            printed = next((claim["as_printed"] for claim in said if claim["as_printed"]), None)
            given = {"participant": participant, "event": event, "role": code, "printed_role": printed}
            every.append(adding.create(store, records.ROLE, given))
            decisions.rank(store, said, NORMAL, None)
            _move(store, said, every[-1]["id"])
    if len({role["role"] for role in every}) == 1:
        raise errors.OneRole(participant, event, every[0]["role"])
    for role in every:
        decisions.decide(store, records.ROLE, role["id"], Entry({"role": role["role"]}), why or "both roles are so")
    return every
