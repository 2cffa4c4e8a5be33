"""When a new record plainly is one that is there: the same fact, or the same name and nothing against it."""

from collections.abc import Callable, Iterable, Iterator

from exchangecli.model import dates, ids, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import finding, history, rows
from exchangecli.store.opening import Store


def fact(store: Store, kind: Kind, given: Record) -> Record | None:
    """The role, figure, name or claim that says the same; not one that was edited since, and keeps its earlier id."""
    asked = [given["id"]] if given.get("id") else []
    for one in (*asked, ids.content_id(kind, given)):
        known = rows.get(store, kind, one)
        if known and all(known[name] == given.get(name) for name in kind.identity):
            return known
    return None


EDITED = ", as it was before it was edited"


def edited_fact(store: Store, kind: Kind, given: Record) -> Record | None:
    """The fact that said the same when it was added, and was edited since; it keeps the id of what it said."""
    return rows.get(store, kind, ids.content_id(kind, given))


def named(store: Store, kind: Kind, given: Record, further: Iterable[str] = ()) -> Iterator[tuple[Record, str]]:
    """The records that a new one plainly is, each with why.

    Args:
        store: the dataset.
        kind: of the record.
        given: its values.
        further: ids of records that have its name too, or had it, and that the search index does not know by it.
    """
    same = SAME.get(kind.name)
    if same is None:
        return
    title = given.get(kind.title)
    found = [one.id for one in finding.named(store, title, (kind.name,))] if title else _untitled(store, kind, given)
    for one in dict.fromkeys([*found, *further]):
        known = rows.get(store, kind, one)
        why = same(given, known) if known else None
        if known and why:
            yield known, why


def named_before(store: Store, kind: Kind, given: Record, further: Iterable[str]) -> Iterator[tuple[Record, str]]:
    """The records that a new one plainly would be, had they not been edited; as ``named`` has them."""
    same = SAME.get(kind.name)
    title = given.get(kind.title)
    if same is None or not title:
        return
    found = [one.id for one in finding.named(store, title, (kind.name,))]
    for one in dict.fromkeys([*found, *further]):
        known = rows.get(store, kind, one)
        versions = history.earlier(store, kind, known) if known else iter(())
        why = next(filter(None, (same(given, version) for version in versions)), None)
        if known and why:
            yield known, why + EDITED


def _untitled(store: Store, kind: Kind, given: Record) -> list[str]:
    """The sessions of the same event and kind that have no title either."""
    if kind is not records.SESSION or not given.get("event"):
        return []
    beside = rows.belonging(store, kind, "event", given["event"])
    return [one["id"] for one in beside if one["title"] is None and one["kind"] == given.get("kind")]


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


SLOT = ("position", "start", "start_time")
"""What tells one coffee break of an event from the next."""


def _same_session(new: Record, known: Record) -> str | None:
    """At the same event, and at no other place in its order; without a title, at a place that both say."""
    said = [name for name in SLOT if new.get(name) is not None and known[name] is not None]
    if new["event"] != known["event"] or any(new[name] != known[name] for name in said):
        return None
    if known["title"]:
        return "the same title at the same event"
    return "the same kind and place in the order of the same event" if said else None


SAME: dict[str, Callable[[Record, Record], str | None]] = {
    "event": _same_event,
    "participant": lambda _new, _known: "the same name",
    "programme": lambda _new, _known: "the same name",
    "source": _same_source,
    "session": _same_session,
}
"""The kinds for which a record of the same folded title may be the same record -> why it is, or None."""
