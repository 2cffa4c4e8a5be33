"""Adding one record, by hand."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import claims, targets, values
from exchangecli.curate.claims import Citation
from exchangecli.model import dates, ids
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Rules
from exchangecli.store import finding, listing, rows
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
        entry = values.read_entry(store, kind, texts, Rules(listing.readings(store)), values.as_option)
        kind.require(entry.values)
        if not force:
            _refuse_double(store, kind, entry.values)
        record: Record = {field.name: entry.values.get(field.name) for field in kind.fields}
        known = _same_fact(store, kind, record) if kind.identity else None
        if known and citation.source is None:
            raise errors.SaidAlready(kind.name, known["id"], targets.title(store, kind, known))
        if known:
            filled = _filled(kind, known, record)
            rows.update(store, kind, known["id"], filled)
            record = known | filled
        else:
            record["id"] = _id(store, kind, record)
            values.check(store, kind, record)
            rows.insert(store, kind, [record])
        cited = claims.keep(store, claims.cite(store, kind, record["id"], entry, citation))
    return Added(record, known is None, cited)


def _same_fact(store: Store, kind: Kind, record: Record) -> Record | None:
    """The fact that says the same; not one that was edited since, and keeps the id of what it said."""
    known = rows.get(store, kind, record["id"] or ids.content_id(kind, record))
    same = known and all(known[name] == record[name] for name in kind.identity)
    return known if same else None


def _filled(kind: Kind, known: Record, record: Record) -> Record:
    """What the fact now says that it left open; what it says otherwise is for its claims to tell."""
    return {name: record[name] for name in kind.cited if known[name] is None and record[name] is not None}


def _id(store: Store, kind: Kind, record: Record) -> str:
    given = record["id"]
    if given is None:
        return ids.new_id(kind, record, lambda one: rows.taken(store, one))
    if rows.taken(store, given):
        raise errors.IdTaken(given)
    return str(given)


# --- what is plainly there already --------------------------------------------------------------------------------


def _refuse_double(store: Store, kind: Kind, entry: Record) -> None:
    same = SAME.get(kind.name)
    title = entry.get(kind.title)
    if same is None or title is None:
        return
    for found in finding.named(store, title, (kind.name,)):
        known = rows.get(store, kind, found.id)
        why = same(entry, known) if known else None
        if why:
            raise errors.AlreadyThere(kind.name, found.id, found.title, why)


def _same_event(new: Record, known: Record) -> str | None:
    """The same title, and dates that overlap, as far as both say one."""
    first, last = _days(new)
    known_first, known_last = _days(known)
    return "the same title, and dates that overlap" if first <= known_last and known_first <= last else None


def _days(record: Record) -> tuple[str, str]:
    start, end = (
        date if date and dates.is_readable(date) else None for date in (record.get("start"), record.get("end"))
    )
    until = end or start
    return dates.earliest(start) if start else "", dates.latest(until) if until else "9999-12-31"


def _same_source(new: Record, known: Record) -> str | None:
    same = all(new.get(name) == known.get(name) for name in ("publisher", "published", "url"))
    return "the same title, publisher, date and address" if same else None


def _same_session(new: Record, known: Record) -> str | None:
    return "the same title at the same event" if new["event"] == known["event"] else None


SAME: dict[str, Callable[[Record, Record], str | None]] = {
    "event": _same_event,
    "participant": lambda _new, _known: "the same name",
    "programme": lambda _new, _known: "the same name",
    "source": _same_source,
    "session": _same_session,
}
"""The kinds for which a record of the same folded title may be the same record -> why it is, or None."""
