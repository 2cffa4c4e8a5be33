"""A command that changes the dataset: one transaction, one operation, or nothing at all."""

import sqlite3
from contextlib import closing

import pytest

from exchangecli import errors
from exchangecli.model import records
from exchangecli.store import opening, rows, search
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


def trace(store: Store) -> tuple[int, ...]:
    """How much there is of what a command leaves behind."""
    tables = ("event", "operation", "change", "list_item", "stale", "event_search")
    return tuple(store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)


def add(store: Store, record: str = "x") -> None:
    rows.insert(store, records.EVENT, [{"id": record, "title": "Ẽvènt", "disciplines": ["music", "dance"]}])


def test_an_operation_says_who_did_what_and_why(sample: Store) -> None:
    with operation(sample, Command("exchange add-event Ẽvènt", "Mai", "seen in the programme")) as number:
        add(sample)
    (found,) = sample.connection.execute("SELECT * FROM operation WHERE number = ?", [number])
    assert (found["who"], found["command"], found["reason"]) == (
        "Mai",
        "exchange add-event Ẽvènt",
        "seen in the programme",
    )
    assert len(found["at"]) == len("2025-11-08T12:00:00Z")
    assert found["undoes"] is None


def test_each_operation_has_a_higher_number(sample: Store, command: Command) -> None:
    with operation(sample, command) as first:
        add(sample, "x")
    with operation(sample, command) as second:
        add(sample, "y")
    assert second > first


@pytest.mark.parametrize(
    "values",
    [{"title": "2025 ASEAN-Korea Music Concert"}, {"attendance": 3000, "attendance_approximate": True}, {"url": None}],
    ids=["text", "number and flag", "absent"],
)
def test_an_operation_that_changes_nothing_leaves_none(
    sample: Store, command: Command, values: dict[str, str | int | bool | None]
) -> None:
    before = trace(sample)
    with operation(sample, command):
        rows.update(sample, records.EVENT, "asean-korea-music-concert-2025", values)
    assert trace(sample) == before


def test_an_operation_of_an_empty_block_leaves_none(sample: Store, command: Command) -> None:
    before = trace(sample)
    with operation(sample, command):
        pass
    assert trace(sample) == before


@pytest.mark.parametrize("failure", [errors.UsageError("no"), KeyboardInterrupt(), SystemExit(3), ZeroDivisionError()])
def test_a_block_that_fails_leaves_nothing(sample: Store, command: Command, failure: BaseException) -> None:
    before = trace(sample)

    def fail() -> None:
        with operation(sample, command):
            add(sample)
            raise failure

    with pytest.raises(type(failure)):
        fail()
    assert trace(sample) == before
    assert not sample.connection.in_transaction
    assert sample.connection.execute("SELECT operation FROM open_operation").fetchone()[0] is None


def test_a_reference_to_nothing_leaves_nothing(sample: Store, command: Command) -> None:
    before = trace(sample)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), operation(sample, command):
        rows.insert(sample, records.SESSION, [{"id": "s", "event": "no-such-event", "title": "S"}])
    assert trace(sample) == before


def test_records_may_be_written_before_those_they_refer_to(sample: Store, command: Command) -> None:
    with operation(sample, command):
        rows.insert(sample, records.SESSION, [{"id": "s", "event": "x", "title": "S"}])
        add(sample)
    assert rows.get(sample, records.SESSION, "s") is not None


def test_the_search_index_is_up_to_date_at_the_end(sample: Store, command: Command) -> None:
    with operation(sample, command):
        add(sample)
    assert sample.connection.execute("SELECT count(*) FROM stale").fetchone()[0] == 0
    assert [hit.id for hit in search.search(sample, "event")] == ["x"]


def test_another_connection_sees_nothing_before_the_end(sample: Store, command: Command) -> None:
    with closing(sqlite3.connect(sample.path)) as outside, operation(sample, command):
        add(sample)
        assert outside.execute("SELECT count(*) FROM event WHERE id = 'x'").fetchone() == (0,)
        assert outside.execute("SELECT operation FROM open_operation").fetchone() == (None,)


def test_two_writers_wait_for_each_other_and_then_say_so(
    sample: Store, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)

    def write() -> None:
        with opening.opened(sample.path, writing=True) as other, operation(other, command):
            add(other, "y")

    with operation(sample, command):
        add(sample)
        with pytest.raises(errors.LockedDataset):
            write()
    write()
    assert rows.get(sample, records.EVENT, "x") is not None
    assert rows.get(sample, records.EVENT, "y") is not None
