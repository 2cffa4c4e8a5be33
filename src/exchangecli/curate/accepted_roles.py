"""What becomes of an accepted role: the participant, joined or new, and what they were at the event."""

from exchangecli.curate import adding, sameness, saying, sessions
from exchangecli.curate.acceptance import Acceptance, Decision
from exchangecli.curate.proposed import Proposed
from exchangecli.curate.values import Entry
from exchangecli.model import records
from exchangecli.model.folding import fold
from exchangecli.model.types import Record
from exchangecli.store import rows


def take_role(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Write that a participant had a part in an event, or in a session of it; the id of the role."""
    event = work.event(one, decision)
    name = decision.value or one.said.value
    participant = take_participant(work, one, name, decision)
    session = sessions.of_words(work, event, one.said.session, one) if one.said.session else None
    given: Record = {
        "participant": participant["id"], "event": event["id"], "session": session, "role": one.said.role,
        "on_behalf_of": None, "programme": None,
    }  # fmt: skip
    entry = saying.read(work.store, records.ROLE, one, {"role": str(one.said.role), **_held(work, one)}, work.rules)
    role = sameness.fact(work.store, records.ROLE, given) or adding.create(work.store, records.ROLE, given)
    _fill(work, role, one, name, participant)
    _cite(work, role, one, entry, decision)
    work.note(one, decision, str(role["id"]), str(event["id"]))
    return str(role["id"])


def take_participant(work: Acceptance, one: Proposed, name: str, decision: Decision) -> Record:
    """The participant that a proposal names: one that is there, which then is called so as well, or a new one."""
    said = one.said
    by = work.joiner(one.source)
    match = by.participant(name, said.kind or "", said.country or "")
    known = work.joined(one, name, "participant", match, decision.joins)
    in_full = by.in_full(name)
    record = known or adding.create(work.store, records.PARTICIPANT, {"name": in_full})
    texts = {"kind": said.kind, "country": said.country}
    given = {field: text for field, text in texts.items() if text and (field == "country" or not record.get(field))}
    entry = saying.read(work.store, records.PARTICIPANT, one, given, work.rules)
    if known is None:
        _name(entry, name, in_full)
    elif name == in_full:
        saying.call(work.store, records.PARTICIPANT, record, name, one)
    saying.say(work.store, records.PARTICIPANT, record, entry, one)
    if not known:
        work.made()
    return rows.get(work.store, records.PARTICIPANT, str(record["id"])) or record


SHORT_FORM = "the article gives it as the short form"


def _name(entry: Entry, name: str, in_full: str) -> None:
    """A new participant is called by its name in full, though these words may have the short form."""
    entry.values["name"] = in_full
    if name != in_full:
        entry.printed["name"] = name
        entry.inferred["name"] = SHORT_FORM


def _held(work: Acceptance, one: Proposed) -> dict[str, str]:
    """The offices and the bodies of one participant in one role, which an article may name one after the other."""
    same = [other.said for other, _ in work.accepted_with(one) if _is_same_part(other, one)]
    capacities = list(dict.fromkeys(said.capacity for said in same if said.capacity))
    return {"capacity": "; ".join(capacities)} if capacities and one.said.capacity else {}


def _is_same_part(other: Proposed, one: Proposed) -> bool:
    return (fold(other.said.value), other.said.role, other.said.session) == (
        fold(one.said.value),
        one.said.role,
        one.said.session,
    )


def _fill(work: Acceptance, role: Record, one: Proposed, name: str, participant: Record) -> None:
    """Keep how the role and the name are printed, where nothing is known of that yet."""
    printed = name if name != participant["name"] else None
    said: Record = {"printed_role": one.said.printed_role, "printed_name": printed, "position": one.said.position}
    new = {field: value for field, value in said.items() if value is not None and role[field] is None}
    rows.update(work.store, records.ROLE, str(role["id"]), new)


def _cite(work: Acceptance, role: Record, one: Proposed, entry: Entry, decision: Decision) -> None:
    if one.said.printed_role:
        entry.printed["role"] = one.said.printed_role
    saying.as_read(one, entry, "role", decision.value)
    saying.say(work.store, records.ROLE, role, entry, one)
    if one.said.affiliation:
        held = {"affiliations": one.said.affiliation}
        bodies = saying.read(work.store, records.ROLE, one, held, work.rules).values["affiliations"]
        assert isinstance(bodies, list)
        present = rows.get(work.store, records.ROLE, str(role["id"])) or role
        saying.unite(work.store, records.ROLE, present, "affiliations", bodies, one, Entry())
