"""Adding one record, by hand."""

from collections.abc import Mapping
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import claims, sameness, targets, values
from exchangecli.curate.claims import Citation
from exchangecli.model import ids, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


class Added(NamedTuple):
    """What adding came to.

    Attributes:
        record: as it stands in the dataset now.
        is_new: whether it was not there before.
        claims: how many claims were written for it.
    """

    record: Record
    is_new: bool
    claims: int


def add(
    store: Store, command: Command, kind: Kind, texts: Mapping[str, str], citation: Citation, *, force: bool = False
) -> Added:
    """Add a record, and the claims of its source, as one operation.

    A fact (a role, a figure, a name) that is there already is cited again and not doubled; what it left open of what a
    source states is filled in.

    Args:
        store: the dataset.
        command: for the log.
        kind: of the record.
        texts: field -> text, as typed.
        citation: what the values rest on.
        force: add it even where it plainly is there already.

    Raises:
        FieldProblems, MissingFields: what is wrong with the values, or lacking.
        AlreadyThere: the same folded title and dates that overlap, or the same folded name.
        SaidAlready: the same fact, and no source that says it too.
    """
    with operation(store, command):
        entry = values.read_entry(store, kind, texts, listing.rules(store), values.as_option)
        kind.require(entry.values)
        if not force:
            _refuse_double(store, kind, entry.values)
        known = sameness.fact(store, kind, entry.values) if kind.identity else None
        if known and citation.source is None:
            is_cited = kind.name in records.CITABLE
            raise errors.SaidAlready(kind.name, known["id"], targets.title(store, kind, known), is_cited=is_cited)
        if known:
            filled = _filled(kind, known, entry.values)
            rows.update(store, kind, known["id"], filled)
            record = known | filled
        else:
            record = create(store, kind, entry.values)
        said = claims.cite(store, kind, record["id"], entry, citation) if kind.name in records.CITABLE else []
        cited = claims.keep(store, said)
    return Added(record, known is None, cited)


def create(store: Store, kind: Kind, given: Record) -> Record:
    """Write a new record, within an operation; it gets an id where none is given.

    Raises:
        FieldProblems: its values contradict each other.
        IdTaken: another record has its id.
    """
    record: Record = {field.name: given.get(field.name) for field in kind.fields}
    record["id"] = _id(store, kind, record)
    values.check(store, kind, record)
    rows.insert(store, kind, [record])
    return record


def _refuse_double(store: Store, kind: Kind, given: Record) -> None:
    for found, why in sameness.named(store, kind, given):
        raise errors.AlreadyThere(kind.name, found["id"], targets.title(store, kind, found), why)


def _filled(kind: Kind, known: Record, given: Record) -> Record:
    """What the fact now says that it left open; what it says otherwise is for its claims to tell."""
    return {name: given[name] for name in kind.cited if known[name] is None and given.get(name) is not None}


def _id(store: Store, kind: Kind, record: Record) -> str:
    given = record["id"]
    if given is None:
        return ids.new_id(kind, record, lambda one: rows.taken(store, one))
    if rows.taken(store, given):
        raise errors.IdTaken(given)
    return str(given)
