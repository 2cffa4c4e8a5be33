"""Adding one record, by hand."""

from collections.abc import Callable, Mapping

from exchangecli import errors
from exchangecli.curate import claims, targets, values
from exchangecli.curate.claims import Citation
from exchangecli.model import dates, ids, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Rules
from exchangecli.store import finding, listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


def add(
    store: Store, command: Command, kind: Kind, texts: Mapping[str, str], citation: Citation, *, force: bool = False
) -> Record:
    """Add a record, and the claims of its source, as one operation.

    Args:
        store: the dataset.
        command: for the log.
        kind: of the record.
        texts: field -> text, as typed.
        citation: what the values rest on.
        force: add it even where it plainly is there already.

    Returns:
        The record as it was written. A fact that is there already is cited again and not doubled; what it did not
        say yet of what a source states is filled in.

    Raises:
        FieldProblems, MissingFields: what is wrong with the values, or lacking.
        AlreadyThere: the same folded title and dates that overlap, or the same folded name.
    """
    entry = values.read_entry(store, kind, texts, Rules(listing.readings(store)), place="--{}")
    lacking = records.missing(kind, entry.values)
    if lacking:
        raise errors.MissingFields(kind.name, lacking)
    if not force:
        _refuse_double(store, kind, entry.values)
    record: Record = {field.name: entry.values.get(field.name) for field in kind.fields}
    record["id"] = _id(store, kind, record)
    values.check(store, kind, record)
    known = rows.get(store, kind, record["id"])
    if known and citation.source is None:
        raise errors.SaidAlready(kind.name, record["id"], targets.title(store, kind, known))
    filled = _filled(kind, known, record) if known else {}
    with operation(store, command):
        if known is None:
            rows.insert(store, kind, [record])
        elif filled:
            rows.update(store, kind, known["id"], filled)
        claims.keep(store, claims.cite(store, kind, record["id"], entry, citation))
    return (known or record) | filled


def _filled(kind: Kind, known: Record, record: Record) -> Record:
    """What the fact now says that it left open; what it says otherwise is for its claims to tell."""
    return {name: record[name] for name in kind.cited if known[name] is None and record[name] is not None}


def _id(store: Store, kind: Kind, record: Record) -> str:
    given = record["id"]
    if given is None:
        return ids.new_id(kind, record, lambda one: rows.taken(store, one))
    if any(character.isspace() for character in given):
        raise errors.FieldProblems(
            [("--id", errors.ValueProblem(given, "has spaces; write an id like seoul-forum-2025"))]
        )
    if rows.taken(store, given) or rows.get(store, kind, given):
        raise errors.AlreadyThere(kind.name, given, given, "the id is in use")
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
    start, end = record.get("start"), record.get("end")
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
