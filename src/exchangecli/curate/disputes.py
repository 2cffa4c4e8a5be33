"""The fields on which sources, or the roles of one participant, disagree: in the whole dataset, or where one asks."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exchangecli.curate import targets
from exchangecli.model import conflicts, records
from exchangecli.model.conflicts import Dispute
from exchangecli.model.fields import Kind
from exchangecli.model.independence import Origins, independent
from exchangecli.model.types import Record
from exchangecli.store import belonging, finding, listing, provenance
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store


class Found(NamedTuple):
    """A dispute with the record that it is about.

    Attributes:
        dispute: the field, and the values.
        kind, record: whose field it is.
        title: what names the record to a person.
    """

    dispute: Dispute
    kind: Kind
    record: Record
    title: str


class Disputes(NamedTuple):
    """What was found, and which sources reprint which."""

    found: list[Found]
    origins: Origins


def within(store: Store, words: Sequence[str]) -> list[str] | None:
    """The ids of the records that words mean: one that is named so, or what a query finds; None without words."""
    kind, query = targets.of_words(words)
    if not (kind or query):
        return None
    named = finding.sought(store, query, (kind.name,) if kind else targets.EVERY_KIND) if query else None
    return [named.id] if named else list(listing.ids(store, Selection(kind or records.EVENT, query)))


def find(store: Store, ids: Sequence[str] | None = None, *, settled: bool = False) -> Disputes:
    """The conflicts, kind by kind and by the names of the records.

    Args:
        store: the dataset.
        ids: of the records; theirs are also the roles, sessions, figures and names that belong to them. None: all.
        settled: also the fields whose values differ and are no conflict, with why.
    """
    within = None if ids is None else belonging.with_facts(store, ids)
    claimed = list(provenance.differing(store, within))
    by_claims = conflicts.differences(claimed) if settled else conflicts.of_claims(claimed)
    held = list(provenance.excluding(store, within))
    said = list(provenance.on_roles(store, [role["id"] for role in held]))
    found = [_found(store, one) for one in (*by_claims, *conflicts.of_roles(held, said))]
    known = [one for one in found if one]
    known.sort(key=_place)
    return Disputes(known, origins(store, [one.dispute for one in known]))


def _found(store: Store, dispute: Dispute) -> Found | None:
    kind, record = targets.of_id(store, dispute.record)
    return Found(dispute, kind, record, targets.title(store, kind, record)) if kind and record else None


def _place(one: Found) -> tuple[int, str, str, int]:
    fields = [field.name for field in one.kind.fields]
    field = one.dispute.field
    return (
        list(records.KINDS).index(one.kind.name),
        one.title,
        one.record["id"],
        fields.index(field) if field in fields else len(fields),
    )


def origins(store: Store, several: Iterable[Dispute]) -> Origins:
    """What the sources of some disputes go back to."""
    return provenance.origins(
        store, sorted({source for one in several for side in one.sides for source in side.sources})
    )


def as_json(dispute: Dispute, known: Origins) -> Record:
    """A dispute for a program: ``record``, ``field``, ``kind``, and ``values`` with who says each."""
    return {
        "record": dispute.record,
        "field": dispute.field,
        "kind": dispute.kind,
        "values": [
            {"value": side.value, "sources": side.sources, "independent": independent(side.sources, known)}
            for side in dispute.sides
        ],
    }
