"""Lists of records: their order, their number, their columns."""

import pytest

from exchangecli import errors
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import listing, rows
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store

EVENTS: list[Record] = [
    {"id": "c", "title": "Écho", "start": "2025-05", "attendance": 10, "latitude": 1.5},
    {"id": "a", "title": "alpha", "start": "2025-05-02"},
    {"id": "b", "title": "Beta", "start": "2024", "end": "..", "attendance": 2},
    {"id": "d", "title": "delta", "attendance": 300},
    {"id": "e", "title": "Ähre", "start": "202X", "end": "2030"},
]


@pytest.fixture
def five(empty: Store) -> Store:
    """Five events, added in another order than any they are listed in."""
    rows.insert(empty, records.EVENT, EVENTS)
    return empty


def ids(store: Store, query: str = "", sort: str = "", limit: int = 0, kind: str = "event") -> str:
    return " ".join(listing.ids(store, Selection(records.KINDS[kind], query, sort, limit)))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        pytest.param("", "e b c a d", id="by the first day, what has none last"),
        pytest.param("start", "e b c a d", id="named"),
        pytest.param("-start", "a c b e d", id="backwards, what has none still last"),
        pytest.param("end", "c a e b d", id="an open end comes last of those that have one"),
        pytest.param("title", "e a b d c", id="folded"),
        pytest.param("-title", "c d b a e", id="folded, backwards"),
        pytest.param("attendance", "b c d a e", id="as numbers"),
        pytest.param("-attendance", "d c b e a", id="equal ones in the order they were added"),
        pytest.param("start-time", "c a b d e", id="all without; a hyphen for the underscore"),
        pytest.param("id", "a b c d e", id="by id"),
    ],
)
def test_orders(five: Store, sort: str, expected: str) -> None:
    assert ids(five, sort=sort) == expected


@pytest.mark.parametrize("kind", records.LISTED)
def test_every_field_sorts_both_ways(sample: Store, kind: str) -> None:
    everything = sorted(ids(sample, kind=kind).split())
    for field in records.KINDS[kind].fields:
        for sort in (field.name, f"-{field.name}"):
            assert sorted(ids(sample, sort=sort, kind=kind).split()) == everything


@pytest.mark.parametrize("sort", ["stat", "-stat", "number", "start_earliest", "start; DROP TABLE event", "--start"])
def test_an_unknown_field_to_sort_by(five: Store, sort: str) -> None:
    with pytest.raises(errors.UnknownField) as raised:
        ids(five, sort=sort)
    assert raised.value.exit_code == 2
    assert f'events have no field "{sort.removeprefix("-").replace("-", "_")}"' in raised.value.sentence


def test_sessions_stand_in_the_order_of_their_event(sample: Store) -> None:
    found = listing.found(sample, Selection(records.SESSION, "position:any"))
    assert [one["position"] for one in found] == [1, 2, 3]


def test_roles_of_one_event_stand_together(sample: Store) -> None:
    found = [one["event"] or one["programme"] for one in listing.found(sample, Selection(records.ROLE))]
    assert found == sorted(found)


@pytest.mark.parametrize(("limit", "expected"), [(0, "e b c a d"), (1, "e"), (3, "e b c"), (99, "e b c a d")])
def test_limits(five: Store, limit: int, expected: str) -> None:
    assert ids(five, limit=limit) == expected


@pytest.mark.parametrize(("query", "expected"), [("", 5), ("date:2025", 3), ("country:VN", 0)])
def test_a_count_is_whatever_the_limit(five: Store, query: str, expected: int) -> None:
    assert listing.count(five, Selection(query=query, limit=1)) == expected


def test_records_come_whole(five: Store) -> None:
    (found,) = listing.found(five, Selection(query="id:c"))
    assert found == dict.fromkeys(field.name for field in records.EVENT.fields) | EVENTS[0]


def test_a_misread_query_is_said_before_the_first_record(five: Store) -> None:
    with pytest.raises(errors.QueryProblem):
        listing.ids(five, Selection(query="date:soon"))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], list(records.EVENT.columns)),
        (["", " "], list(records.EVENT.columns)),
        (["title", " start-time ", "id"], ["title", "start_time", "id"]),
    ],
    ids=["none", "blank", "named"],
)
def test_columns(names: list[str], expected: list[str]) -> None:
    assert listing.columns_of(records.EVENT, names) == expected


def test_an_unknown_column() -> None:
    with pytest.raises(errors.UnknownField, match='events have no field "titel"'):
        listing.columns_of(records.EVENT, ["titel"])


def test_readings(empty: Store) -> None:
    assert listing.readings(empty) == {}
    rows.update(empty, records.DATASET, "dataset", {"readings": ["Korea=KR", "Congo=CD"]})
    assert listing.readings(empty) == {"Korea": "KR", "Congo": "CD"}
