"""The whole dataset at once."""

import sqlite3
from contextlib import closing

import pytest

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.store import rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

CONCERT = "asean-korea-music-concert-2025"


def test_every_record_sorted_by_id(sample: Store) -> None:
    found = [one["id"] for one in whole.every(sample, records.ROLE)]
    assert found == sorted(found)
    assert len(found) == rows.count(sample, records.ROLE)


def test_one_moment_does_not_see_what_is_written_meanwhile(sample: Store) -> None:
    with whole.one_moment(sample), closing(sqlite3.connect(sample.path, isolation_level=None)) as outside:
        before = rows.count(sample, records.NAME)
        outside.execute("DELETE FROM name")
        assert rows.count(sample, records.NAME) == before > 0
    assert rows.count(sample, records.NAME) == 0


def test_emptying_a_kind_is_recorded(sample: Store, command: Command) -> None:
    held = rows.count(sample, records.CLAIM)
    with operation(sample, command) as number:
        whole.empty(sample, records.CLAIM)
    (recorded,) = sample.connection.execute(
        "SELECT count(*) FROM change WHERE operation = ? AND action = 'delete'", [number]
    ).fetchone()
    assert recorded == held > 0
    assert rows.count(sample, records.CLAIM) == 0


def test_what_sqlite_has_against_a_record_is_said(sample: Store) -> None:
    assert whole.take_in(sample, records.EVENT, {"id": "x", "title": "X"}) is None
    assert whole.take_in(sample, records.EVENT, {"id": "x", "title": "again"}) == whole.UNIQUE
    assert whole.take_in(sample, records.EVENT, {"id": "y", "title": "Y", "part_of": "y"}) == "part_of <> id"
    assert whole.take_in(sample, records.DATASET, {"id": "other"}) == "id = 'dataset'"


def test_the_sample_refers_to_nothing_that_is_not_there(sample: Store) -> None:
    assert list(whole.dangling(sample)) == []


DANGLING = [
    (records.EVENT, {"id": "x", "title": "X", "programme": "gone"}, "programme"),
    (records.EVENT, {"id": "x", "title": "X", "also_under": ["asem", "gone"]}, "also_under"),
    (records.EVENT, {"id": "x", "title": "X", "part_of": "gone"}, "part_of"),
    (records.PROGRAMME, {"id": "x", "name": "X", "parent": "gone"}, "parent"),
    (records.SESSION, {"id": "x", "title": "X", "event": "gone"}, "event"),
    (records.ROLE, {"id": "x", "participant": "gone", "event": CONCERT, "role": "performer"}, "participant"),
    (
        records.ROLE,
        {"id": "x", "participant": "min", "event": CONCERT, "session": "gone", "role": "performer"},
        "session",
    ),
    (records.FIGURE, {"id": "x", "record": "gone", "measure": "amount", "value": 1}, "record"),
    (records.SOURCE, {"id": "x", "title": "X", "origin": "gone"}, "origin"),
    (records.CLAIM, {"id": "x", "record": "gone", "field": "title", "value": "X", "rank": "normal"}, "record"),
    (
        records.CLAIM,
        {"id": "x", "record": CONCERT, "field": "title", "value": "X", "rank": "normal", "source": "gone"},
        "source",
    ),
    (records.NAME, {"id": "x", "record": "gone", "name": "X"}, "record"),
]


@pytest.mark.parametrize(
    ("kind", "record", "field"), [pytest.param(*row, id=f"{row[0].name}.{row[2]}") for row in DANGLING]
)
def test_a_reference_to_what_is_not_there(sample: Store, kind: Kind, record: dict[str, object], field: str) -> None:
    sample.connection.execute("PRAGMA foreign_keys = OFF")
    rows.insert(sample, kind, [record])
    assert list(whole.dangling(sample)) == [(kind, "x", field, "gone")]


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (records.SOURCE, {"id": "x", "title": "X", "origin": "unknown"}),
        (
            records.ROLE,
            {"id": "x", "participant": "min", "event": CONCERT, "role": "performer", "affiliations": ["A choir"]},
        ),
        (
            records.ROLE,
            {"id": "x", "participant": "min", "event": CONCERT, "role": "performer", "on_behalf_of": "ASEAN"},
        ),
    ],
    ids=["unknown origin", "affiliation in words", "on behalf of a group"],
)
def test_what_may_be_said_in_words_is_not_missing(sample: Store, kind: Kind, record: dict[str, object]) -> None:
    rows.insert(sample, kind, [record])
    assert list(whole.dangling(sample)) == []
