"""Records in and out of their tables."""

import sqlite3
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.store import rows
from exchangecli.store.opening import Store

TEXTS = st.text(min_size=1).filter(lambda text: "\0" not in text)
EVENTS = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "edition": st.integers(1, 2**63 - 1),
        "disciplines": st.lists(TEXTS, min_size=1),
        "latitude": st.floats(-90, 90),
        "attendance": st.integers(0, 2**63 - 1),
        "attendance_approximate": st.booleans(),
        "theme": TEXTS,
    },
)


@given(EVENTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_record_comes_out_as_it_went_in(empty: Store, event: dict[str, Any]) -> None:
    rows.delete(empty, records.EVENT, ["x"])
    rows.insert(empty, records.EVENT, [event | {"id": "x"}])
    absent = dict.fromkeys(field.name for field in records.EVENT.fields)
    assert rows.get(empty, records.EVENT, "x") == absent | event | {"id": "x"}


@pytest.mark.parametrize(
    ("value", "column"),
    [
        (None, None),
        ("text", "text"),
        (["KR", "ASEAN"], '["KR","ASEAN"]'),
        (["Đức"], '["Đức"]'),
        ([], None),
        (True, 1),
        (False, 0),
        (0, 0),
        (0.5, 0.5),
    ],
    ids=repr,
)
def test_what_a_column_holds(value: Any, column: object) -> None:
    assert rows.to_column(value) == column
    assert type(rows.to_column(value)) is type(column)


def test_the_number_of_a_figure_is_whole_where_it_can_be(sample: Store) -> None:
    figure = {"record": "asem", "measure": "partner_countries"}
    rows.insert(sample, records.FIGURE, [figure | {"id": "f1", "value": 21}, figure | {"id": "f2", "value": 0.5}])
    found = [rows.get(sample, records.FIGURE, name) or {} for name in ("f1", "f2")]
    assert [repr(one["value"]) for one in found] == ["21", "0.5"]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"title": ""}, "CHECK"),
        ({"title": None}, "NOT NULL"),
        ({"edition": 0}, "CHECK"),
        ({"edition": "sixth"}, "cannot store TEXT value in INTEGER column"),
        ({"attendance": -1}, "CHECK"),
        ({"attendance_approximate": 2}, "CHECK"),
        ({"latitude": 90.5}, "CHECK"),
        ({"longitude": -181.0}, "CHECK"),
        ({"country": "Viet Nam"}, "CHECK"),
        ({"part_of": "asean-korea-music-concert-2025"}, "CHECK"),
        ({"programme": "no-such"}, "FOREIGN KEY"),
    ],
    ids=str,
)
def test_what_no_event_can_be(sample: Store, values: dict[str, Any], problem: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=problem):
        rows.update(sample, records.EVENT, "asean-korea-music-concert-2025", values)


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (records.SESSION, {"event": "asean-korea-music-concert-2025"}),
        (records.ROLE, {"participant": "kofice", "role": "organiser"}),
        (records.DATASET, {"title": "A second one"}),
        (records.EVENT, {"id": "", "title": "Without an id"}),
    ],
    ids=["session without title and kind", "role at nothing", "second dataset", "empty id"],
)
def test_what_no_table_takes(sample: Store, kind: Kind, record: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        rows.insert(sample, kind, [{"id": "x"} | record])


def test_what_is_not_there(sample: Store) -> None:
    assert rows.get(sample, records.EVENT, "no-such-event") is None
    assert rows.belonging(sample, records.ROLE, "event", "no-such-event") == []


def test_where_gives_the_order_of_adding_unless_told(sample: Store) -> None:
    titles = [one["title"] for one in rows.where(sample, records.SOURCE, "1", order="title")]
    assert titles == sorted(titles)
    numbers = sample.connection.execute("SELECT id FROM source ORDER BY number")
    assert [one["id"] for one in rows.where(sample, records.SOURCE, "1")] == [row["id"] for row in numbers]


def test_belonging(sample: Store) -> None:
    found = rows.belonging(sample, records.NAME, "record", "kofice")
    assert "한국국제문화교류진흥원" in {one["name"] for one in found}
    assert {one["record"] for one in found} == {"kofice"}


def test_count(sample: Store) -> None:
    before = rows.count(sample, records.EVENT)
    rows.insert(sample, records.EVENT, [{"id": "x", "title": "X"}, {"id": "y", "title": "Y"}])
    assert rows.count(sample, records.EVENT) == before + 2


@pytest.mark.parametrize(
    ("record", "taken"),
    [
        ("kofice", True),
        ("asem", True),
        ("given-up", True),
        ("figure-188vj6mvacpe1", True),
        ("dataset", True),
        ("kof", False),
    ],
)
def test_taken(sample: Store, record: str, *, taken: bool) -> None:
    rows.insert(sample, records.RETIRED_ID, [{"id": "given-up", "record": "kofice"}])
    assert rows.taken(sample, record) is taken
