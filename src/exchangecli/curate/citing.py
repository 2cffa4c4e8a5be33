"""Citing a source for a field of a record that is there: one more claim, with its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exchangecli import errors
from exchangecli.curate import adding, claims, decisions, event_roles, evidence, targets, values
from exchangecli.curate.claims import Citation
from exchangecli.curate.values import Entry
from exchangecli.model import quotations, records
from exchangecli.model.conflicts import DEPRECATED, NORMAL, OPEN_RANKS, PREFERRED
from exchangecli.model.fields import Field, Kind, field_name
from exchangecli.model.types import Record, Value
from exchangecli.store import listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source is to be cited for.

    Attributes:
        record: which record, as typed.
        field: which field of it; ``role:<participant>`` for what somebody was at an event.
        value: what the source says, as typed; empty: what the record says.
        citation: the source, its words, and where they stand.
        as_printed: how the source prints it, where that is not the value as typed.
        rank: how far it is relied on; None: as before, and at first normally.
    """

    record: str
    field: str
    value: str
    citation: Citation
    as_printed: str | None = None
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """What citing came to.

    Attributes:
        kind, id: whose field was cited.
        field: which.
        before: the value that was in force.
        claims: those of the source on it, and on what the same words say besides, as they stand now.
        is_new: whether any of them was written or changed.
    """

    kind: Kind
    id: str
    field: str
    before: Value
    claims: list[Record]
    is_new: bool


def cite(store: Store, command: Command, what: Statement) -> Cited:
    """Write what a source says about a field, and let it take effect, as one operation.

    What the same source was cited for before, without its words, gets them now.

    Raises:
        NotFound, Ambiguous, UnknownField, NotCitable, FieldProblems: what is meant, or said, cannot be so.
        NothingToCite: the field is empty, and no value is given.
        QuoteNotFound: the source's text is stored, and the words do not stand in it.
    """
    with operation(store, command):
        if what.field.startswith(event_roles.FIELD):
            return _cite_role(store, command, what)
        kind, (record,) = targets.one(store, what.record)
        field = citable(kind, what.field)
        entry = _entry(store, kind, record, field, what.value)
        return _cite(store, command, kind, record, field.name, entry, what)


def citable(kind: Kind, word: str) -> Field:
    """The field of a record about which a source may say something.

    Raises:
        UnknownField, NotCitable.
    """
    if kind.name not in records.CITABLE:
        raise errors.NotCitable(kind.name)
    field = kind.field(field_name(word))
    if field.name == "id" or field.name not in (kind.cited or [one.name for one in kind.fields]):
        raise errors.NotCitableField(kind.plural, field.name, kind.cited or [one.name for one in kind.fields[1:]])
    return field


def _entry(store: Store, kind: Kind, record: Record, field: Field, text: str) -> Entry:
    if text.strip():
        return values.read_entry(store, kind, {field.name: text}, listing.rules(store))
    if record[field.name] is None:
        raise errors.NothingToCite(record["id"], field.name)
    return Entry({field.name: record[field.name]})


def _cite(
    store: Store, command: Command, kind: Kind, record: Record, name: str, entry: Entry, what: Statement
) -> Cited:
    said = claims.cite(store, kind, record["id"], entry, what.citation)
    if what.as_printed:
        for claim in said:
            claim["as_printed"] = what.as_printed
    evidence.note_uncited(store, kind, record, entry.values)
    standing_ones = [_known(store, claim) or claim for claim in said]
    new = [one for one, claim in zip(standing_ones, said, strict=True) if one is claim]
    changed = [_completed(store, known, claim) for known, claim in zip(standing_ones, said, strict=True)]
    known = [one for one in standing_ones if one not in new]
    if what.rank == DEPRECATED:
        claims.keep(store, new)
        evidence.rank_anew(store, kind, record, standing_ones, DEPRECATED, command.reason)
    else:
        evidence.add(store, kind, record, new)
        if what.rank == NORMAL:
            evidence.rank_anew(store, kind, record, known, NORMAL, command.reason)
    if what.rank == PREFERRED:
        present = rows.get(store, kind, record["id"]) or record
        decisions.prefer(store, kind, present, standing_ones, command.reason)
    found = [rows.get(store, records.CLAIM, one["id"]) or one for one in standing_ones]
    return Cited(kind, record["id"], name, record[name], found, bool(new) or any(changed) or what.rank is not None)


def state(store: Store, kind: Kind, record: Record, said: Sequence[Record]) -> None:
    """Write what a source says of a record, within an operation, and let it take effect.

    What it was cited for before, without its words, gets them now; what it says in the same words already stays.

    Raises:
        FieldProblems: what is filled in contradicts the rest of the record.
    """
    known = [_known(store, claim) for claim in said]
    for one, claim in zip(known, said, strict=True):
        if one is not None:
            _completed(store, one, claim)
    evidence.add(store, kind, record, [claim for one, claim in zip(known, said, strict=True) if one is None])


def ambiguities(store: Store, said: Sequence[Record]) -> list[int]:
    """How often quotations stand in the texts they are from, of each that does so more than once."""
    quoted = {(claim["source"], claim["quote"]): None for claim in said if claim["quote"]}
    texts = ((claims.text_of(store, source), quote) for source, quote in quoted)
    places = (quotations.find_quotation(text, quote) for text, quote in texts if text)
    return [place.matches for place in places if place and place.ambiguous]


def _known(store: Store, claim: Record) -> Record | None:
    """What the source was cited for before, with the same words, or without any."""
    about = claims.about(store, claim["record"], claim["field"])
    same = [one for one in about if (one["value"], one["source"]) == (claim["value"], claim["source"])]
    by_words = [
        one for one in same if claim["quote"] in (None, one["quote"]) and claim["locator"] in (None, one["locator"])
    ]
    return next(iter(by_words), next((one for one in same if one["quote"] is None), None))


ADDED_LATER = ("quote", "prefix", "suffix", "locator", "as_printed", "inferred")


def _completed(store: Store, known: Record, claim: Record) -> bool:
    """Fill in what a claim did not say before; whether there was anything."""
    new = {name: claim[name] for name in ADDED_LATER if claim.get(name) and known.get(name) != claim[name]}
    if known is not claim:
        rows.update(store, records.CLAIM, known["id"], new)
    return known is not claim and bool(new)


def _cite_role(store: Store, command: Command, what: Statement) -> Cited:
    """Cite what somebody was at an event; another role than those they have there is added."""
    event, participant, held = event_roles.held_at(store, what.record, what.field)
    if not what.value.strip() and len(held) != 1:
        raise errors.WhichRole(participant, event, sorted(one["role"] for one in held))
    texts = {"participant": participant, "event": event, "role": what.value.strip() or held[0]["role"]}
    entry = values.read_entry(store, records.ROLE, texts, listing.rules(store))
    known = next((one for one in held if one["role"] == entry.values["role"]), None)
    role = known or adding.create(store, records.ROLE, entry.values)
    said = Entry({"role": role["role"]}, entry.printed if what.value.strip() else {})
    if known is None:  # nobody has said so before
        claims.keep(store, claims.cite(store, records.ROLE, role["id"], said, what.citation))
    if what.rank == PREFERRED:
        event_roles.gather(store, role)
        role = rows.get(store, records.ROLE, role["id"]) or role
    done = _cite(store, command, records.ROLE, role, "role", said, what)
    if what.rank == DEPRECATED:
        done = _given_up(store, role, done)
    return done if known else replace(done, is_new=True)


def _given_up(store: Store, role: Record, done: Cited) -> Cited:
    """Where nobody says any more that somebody had a role, and they had another: keep it as a claim on that."""
    about = claims.about(store, role["id"], "role")
    others = event_roles.excluding(store, role)
    if not others or any(one["value"] == role["role"] and one["rank"] in OPEN_RANKS for one in about):
        return done
    event_roles.gather(store, others[0])
    said = [one for one in claims.about(store, others[0]["id"], "role") if one["value"] == role["role"]]
    return replace(done, id=others[0]["id"], before=others[0]["role"], claims=said)
