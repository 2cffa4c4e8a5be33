"""Proposals as they are kept: each with its source, and with what a person decided about it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from exchangecli import errors
from exchangecli.extract.proposals import Proposal
from exchangecli.model import records
from exchangecli.model.folding import fold
from exchangecli.model.machinery import ACCEPTED, PENDING, REJECTED, STATUSES
from exchangecli.model.types import Record, Value
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.sql import among

__all__ = [
    "ACCEPTED",
    "PENDING",
    "REJECTED",
    "STATUSES",
    "Proposed",
    "keep",
    "named",
    "of_source",
    "title_called",
    "title_of",
]

RENAMED = {"start": "quote_start", "end": "quote_end"}
"""What of a proposal has another name as a column: ``start`` and ``end`` of a record are days."""

SAID = tuple(Proposal.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal that is kept.

    Attributes:
        id: of the proposal.
        source: the id of the source whose text states it.
        said: the fact itself.
        status: ``pending``, ``accepted`` or ``rejected``.
        value: the value a person accepted it with, where that is not the one that was read.
        event: the id of the event a person moved it to, where they did.
        record: the id of the record that it became, or joined.
        who, at: who decided, and when.
    """

    id: str
    source: str
    said: Proposal
    status: str = PENDING
    value: str | None = None
    event: str | None = None
    record: str | None = None
    who: str | None = None
    at: str | None = None


def keep(store: Store, source: str, sha256: str, said: Iterable[Proposal]) -> list[str]:
    """Write the proposals of a text that are not known, within an operation; their ids.

    One that was decided about is known, whatever was decided.
    """
    by_id = {one.id(sha256): one for one in said}
    known = {row["id"] for row in _known(store, by_id)}
    new = {one: proposal for one, proposal in by_id.items() if one not in known}
    rows.insert(store, records.PROPOSAL, [_row(Proposed(one, source, proposal)) for one, proposal in new.items()])
    return list(new)


def add(store: Store, made: Iterable[Proposed]) -> None:
    """Write proposals that a person made and that are not known, within an operation."""
    by_id = {one.id: one for one in made}
    known = {row["id"] for row in _known(store, by_id)} if by_id else set()
    rows.insert(store, records.PROPOSAL, [_row(one) for one in by_id.values() if one.id not in known])


def of_source(store: Store, source: str, statuses: Collection[str] = STATUSES) -> list[Proposed]:
    """The proposals of a source, in the order of its text."""
    some = among(list(statuses))
    found = rows.where(store, records.PROPOSAL, f"source = ? AND status {some.text}", [source, *some.values])
    return sorted(map(_proposed, found), key=lambda one: (one.said.start, one.said.end))


def named(store: Store, words: str) -> Proposed:
    """The proposal of an id, or of the start of one.

    Raises:
        UnknownProposal: there is none.
        SeveralProposals: several begin so.
    """
    exact = rows.get(store, records.PROPOSAL, words)
    if exact:
        return _proposed(exact)
    start = words if words.startswith("p-") else f"p-{words}"
    found = list(rows.where(store, records.PROPOSAL, "id >= ?1 AND id < ?1 || char(0x10ffff)", [start]))
    if not words or not found:
        raise errors.UnknownProposal(words)
    if len(found) > 1:
        raise errors.SeveralProposals(words, [str(one["id"]) for one in found])
    return _proposed(found[0])


def title_of(said: Iterable[Proposed], event: str | None) -> Proposed | None:
    """The title of an event of an article: the one that reads as the event is called, else the first."""
    titles = [one for one in said if one.said.field == "title" and one.said.event == event is not None]
    return next((one for one in titles if one.said.value == event), next(iter(titles), None))


def title_called(said: Iterable[Proposed], name: str) -> Proposed | None:
    """The title of an event of an article that has this name."""
    return next((one for one in said if one.said.field == "title" and fold(one.said.value) == fold(name)), None)


def decide(store: Store, one: Proposed, status: str, who: str, at: str, **decided: Value) -> None:
    """Note what a person decided about a proposal: ``decided_value``, ``decided_event``, ``record``."""
    rows.update(store, records.PROPOSAL, one.id, {"status": status, "who": who, "at": at, **decided})


def _known(store: Store, ids: Iterable[str]) -> Iterator[Record]:
    some = among(list(ids))
    return rows.where(store, records.PROPOSAL, f"id {some.text}", some.values)


def _row(one: Proposed) -> Record:
    said = {RENAMED.get(name, name): getattr(one.said, name) for name in SAID}
    said["approximate"] = one.said.approximate or None
    return {"id": one.id, "source": one.source, "status": one.status, **said}


def _proposed(row: Record) -> Proposed:
    said = {name: row[RENAMED.get(name, name)] for name in SAID} | {"approximate": bool(row["approximate"])}
    decided = (row[name] for name in ("status", "decided_value", "decided_event", "record", "who", "at"))
    return Proposed(row["id"], row["source"], Proposal(**said), *decided)
