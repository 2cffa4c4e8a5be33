"""Whether a record meets what a query means, by plain comparison: no index, no SQL, the records in memory.

The second answer to every query, beside the one in SQL (``store.conditions``); a test holds the two together on
generated queries and records. It is the one to read for what a condition means.
"""

from collections.abc import Callable
from typing import Any

from exchangecli.model import conflicts, countries, dates, folding, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.query import meaning as m
from exchangecli.query.dataset import Dataset
from exchangecli.query.meaning import Meaning
from exchangecli.query.spans import days_of, earliest, latest


def matches(what: Meaning, kind: Kind, record: Record, dataset: Dataset) -> bool:
    """Whether a record of ``kind`` meets a condition.

    Args:
        what: the query, read.
        kind: of the record.
        record: as every layer hands it on.
        dataset: what the record is linked to.
    """
    match what:
        case m.AllOf(parts=parts):
            return all(matches(part, kind, record, dataset) for part in parts)
        case m.AnyOf(parts=parts):
            return any(matches(part, kind, record, dataset) for part in parts)
        case m.Not(part=part):
            return not matches(part, kind, record, dataset)
        case m.Linked(link=link, what=inner):
            linked = dataset.with_value(link.kind, link.field, record.get(link.own))
            return any(matches(inner, records.KINDS[link.kind], other, dataset) for other in linked)
    return TESTS[type(what)](what, kind, record, dataset)


# --- values -----------------------------------------------------------------------------------------------------


def _value(value: str, kind: Kind, record: Record, dataset: Dataset) -> Any:
    match value:
        case m.STOOD_FOR:
            return _stood_for(record, dataset)
        case m.WHEN:
            return days_of(kind, record, dataset).end_latest
    return record.get(value)


def _stood_for(role: Record, dataset: Dataset) -> str | None:
    behalf = role.get("on_behalf_of")
    if behalf and countries.is_country_code(behalf):
        return str(behalf)
    participants = dataset.with_value("participant", "id", role["participant"])
    return role.get("country") or next((one.get("country") for one in participants), None)


def _present(what: m.Present, kind: Kind, record: Record, dataset: Dataset) -> bool:
    return _value(what.value, kind, record, dataset) not in (None, [])


def _one_of(what: m.OneOf, kind: Kind, record: Record, dataset: Dataset) -> bool:
    return _value(what.value, kind, record, dataset) in what.values


def _lists(what: m.Lists, _kind: Kind, record: Record, _dataset: Dataset) -> bool:
    return not set(record.get(what.value) or ()).isdisjoint(what.items)


def _begins(what: m.Begins, _kind: Kind, record: Record, _dataset: Dataset) -> bool:
    return str(record.get(what.value) or "").startswith(what.start)


def _between(what: m.Between, _kind: Kind, record: Record, _dataset: Dataset) -> bool:
    number = record.get(what.value)
    if number is None:
        return False
    return (what.lowest is None or what.lowest <= number) and (what.highest is None or number <= what.highest)


# --- words ------------------------------------------------------------------------------------------------------


def _mentions(what: m.Mentions, kind: Kind, record: Record, dataset: Dataset) -> bool:
    """All words stand in its titles, its other names or its texts: each stretch within one of the three."""
    names = [one["name"] for one in dataset.with_value("name", "record", record["id"])]
    titles, texts = (kind.searched_texts(record, column) for column in ("title", "text"))
    columns = list(map(folding.searchable, (titles, names, texts)))
    return all(any(stretch in column for column in columns) for stretch in folding.stretches(what.words))


def _holds(what: m.Holds, _kind: Kind, record: Record, _dataset: Dataset) -> bool:
    text = folding.searchable([record.get(what.value) or ""])
    return all(stretch in text for stretch in folding.stretches(what.words))


# --- days -------------------------------------------------------------------------------------------------------


def _dated(what: m.Dated, _kind: Kind, record: Record, dataset: Dataset) -> bool:
    first, last = earliest(record.get(what.value)), latest(record.get(what.value))
    if first is None or last is None:
        return False
    if dataset.possible:
        return first <= what.last and last >= what.first
    return first >= what.first and last <= what.last


def _during(what: m.During, kind: Kind, record: Record, dataset: Dataset) -> bool:
    days = days_of(kind, record, dataset)
    begun, ended = days.start_latest, days.end_earliest
    if dataset.possible:
        begun, ended = "", days.end_latest
    if begun is None or ended is None:
        return False
    return max(begun, days.start_earliest or "") <= what.last and ended >= what.first


# --- groups -----------------------------------------------------------------------------------------------------


def _member_of(what: m.MemberOf, kind: Kind, record: Record, dataset: Dataset) -> bool:
    value = _value(what.value, kind, record, dataset)
    places = value if isinstance(value, list) else [value]
    return any(
        membership["member"] in places and _held(membership, kind, record, dataset)
        for membership in dataset.with_value("membership", "group", what.group)
    )


def _group_of(what: m.GroupOf, kind: Kind, record: Record, dataset: Dataset) -> bool:
    members = set(what.members)
    if what.group:
        own = dataset.with_value("membership", "group", what.group)
        members |= {one["member"] for one in own if _held(one, kind, record, dataset)}
    return any(
        membership["member"] in members and _held(membership, kind, record, dataset)
        for named in record.get(what.value) or ()
        for membership in dataset.with_value("membership", "group", named)
    )


def _held(membership: Record, kind: Kind, record: Record, dataset: Dataset) -> bool:
    """Whether a membership held on all days of a record, or, where that is asked, possibly on one of them."""
    days = days_of(kind, record, dataset)
    start, end = membership.get("start"), membership.get("end") or dates.OPEN
    if dataset.possible:
        begun = start is None or (days.end_latest is not None and dates.earliest(start) <= days.end_latest)
        return begun and (end == dates.OPEN or dates.latest(end) >= (days.start_earliest or ""))
    begun = start is None or (days.start_earliest is not None and dates.latest(start) <= days.start_earliest)
    return begun and (end == dates.OPEN or (days.end_latest is not None and dates.earliest(end) >= days.end_latest))


# --- evidence and history ---------------------------------------------------------------------------------------


def _disputed(_what: m.Disputed, kind: Kind, record: Record, dataset: Dataset) -> bool:
    if conflicts.of_claims(dataset.with_value("claim", "record", record["id"])):
        return True
    roles = list(dataset.with_value("role", "event", record["id"])) if kind is records.EVENT else []
    said = (claim for role in roles for claim in dataset.with_value("claim", "record", role["id"]))
    return bool(conflicts.of_roles(roles, said))


def _changed(what: m.Changed, kind: Kind, record: Record, dataset: Dataset) -> bool:
    return any(what.since <= at < what.until for at in dataset.changes.get((kind.name, record["id"]), ()))


TESTS: dict[type, Callable[[Any, Kind, Record, Dataset], bool]] = {
    m.Present: _present,
    m.OneOf: _one_of,
    m.Lists: _lists,
    m.Begins: _begins,
    m.Between: _between,
    m.Mentions: _mentions,
    m.Holds: _holds,
    m.Dated: _dated,
    m.During: _during,
    m.MemberOf: _member_of,
    m.GroupOf: _group_of,
    m.Disputed: _disputed,
    m.Changed: _changed,
}
"""What is meant -> how a record is held against it."""
