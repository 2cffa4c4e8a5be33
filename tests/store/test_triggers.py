"""History: whatever is written, by us or by another program, is recorded with what stood there before."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from exchangecli.model import records
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

A = {"id": "a", "title": "A", "city": "Hanoi", "disciplines": '["music","dance"]', "latitude": 0.1 + 0.2}
B = {"id": "b", "title": "B"}

Change = tuple[str, str, dict[str, object] | None]


@pytest.fixture
def outside(empty: Store) -> Iterator[sqlite3.Connection]:
    """Another program, on a dataset of two events whose history begins now."""
    with closing(sqlite3.connect(empty.path, isolation_level=None)) as connection:
        for event in (A, B):
            connection.execute(
                f"INSERT INTO event ({', '.join(event)}) VALUES ({', '.join('?' * len(event))})", list(event.values())
            )
        connection.execute("DELETE FROM change")
        yield connection


def recorded(connection: sqlite3.Connection) -> list[Change]:
    """What history holds, each row's absent values left out."""
    found = connection.execute("SELECT record, action, before FROM change ORDER BY number").fetchall()
    return [(record, action, _present(action, before)) for record, action, before in found]


def _present(action: str, before: str | None) -> dict[str, object] | None:
    if before is None:
        return None
    values = json.loads(before)
    return {name: value for name, value in values.items() if value is not None or action == "update"}


WHOLE_A = A | {"latitude": "0.30000000000000004"}

WRITES = [
    pytest.param("INSERT INTO event (id, title) VALUES ('c', 'C')", [("c", "insert", None)], id="insert"),
    pytest.param("UPDATE event SET title = 'A2' WHERE id = 'a'", [("a", "update", {"title": "A"})], id="update"),
    pytest.param(
        "UPDATE event SET title = 'A2', city = NULL, start = '2025' WHERE id = 'a'",
        [("a", "update", {"title": "A", "city": "Hanoi", "start": None})],
        id="update of several columns",
    ),
    pytest.param("UPDATE event SET title = title, city = city", [], id="update that changes nothing"),
    pytest.param(
        "UPDATE event SET city = 'Huế'",
        [("a", "update", {"city": "Hanoi"}), ("b", "update", {"city": None})],
        id="update of all rows",
    ),
    pytest.param(
        "UPDATE event SET latitude = 0.5 WHERE id = 'a'",
        [("a", "update", {"latitude": "0.30000000000000004"})],
        id="a REAL with all its digits",
    ),
    pytest.param("DELETE FROM event WHERE id = 'a'", [("a", "delete", WHOLE_A)], id="delete"),
    pytest.param("DELETE FROM event WHERE id = 'z'", [], id="delete of nothing"),
    pytest.param("DELETE FROM event", [("a", "delete", WHOLE_A), ("b", "delete", B)], id="delete without WHERE"),
    pytest.param(
        "INSERT OR REPLACE INTO event (id, title) VALUES ('a', 'A2')",
        [("a", "delete", WHOLE_A), ("a", "insert", None)],
        id="replace",
    ),
    pytest.param(
        "REPLACE INTO event (id, title) VALUES ('b', 'B'), ('c', 'C'), ('b', 'B3')",
        [
            ("b", "delete", B),
            ("b", "insert", None),
            ("c", "insert", None),
            ("b", "delete", B),
            ("b", "insert", None),
        ],
        id="replace of several rows, one of them twice",
    ),
    pytest.param("INSERT OR IGNORE INTO event (id, title) VALUES ('a', 'A2')", [], id="ignored insert"),
    pytest.param(
        "INSERT OR IGNORE INTO event (id, title) VALUES ('c', 'C')", [("c", "insert", None)], id="insert or ignore"
    ),
    pytest.param(
        "INSERT INTO event (id, title) VALUES ('a', 'A') ON CONFLICT (id) DO UPDATE SET title = excluded.title",
        [],
        id="upsert that changes nothing",
    ),
    pytest.param(
        "INSERT INTO event (id, title) VALUES ('a', 'A2') ON CONFLICT (id) DO UPDATE SET title = excluded.title",
        [("a", "update", {"title": "A"})],
        id="upsert that updates",
    ),
    pytest.param(
        "INSERT INTO event (id, title) VALUES ('c', 'C') ON CONFLICT (id) DO UPDATE SET title = excluded.title",
        [("c", "insert", None)],
        id="upsert that inserts",
    ),
    pytest.param(
        "UPDATE event SET description = 'a' || char(10, 9, 7) || '\"\\ 한글 \U0001f3b5' WHERE id = 'b'",
        [("b", "update", {"description": None})],
        id="control characters and quotation marks",
    ),
]


@pytest.mark.parametrize("recursive", ["OFF", "ON"], ids="recursive_triggers={}".format)
@pytest.mark.parametrize(("statement", "expected"), WRITES)
def test_what_another_program_writes_is_recorded(
    outside: sqlite3.Connection, recursive: str, statement: str, expected: list[Change]
) -> None:
    outside.execute(f"PRAGMA recursive_triggers = {recursive}")
    outside.execute(statement)
    assert recorded(outside) == expected
    assert outside.execute("SELECT count(*) FROM change WHERE operation IS NOT NULL OR at IS NULL").fetchone() == (0,)


def test_a_replaced_row_is_recorded_as_it_stood_after_an_ignored_insert(outside: sqlite3.Connection) -> None:
    outside.execute("INSERT OR IGNORE INTO event (id, title) VALUES ('b', 'ignored')")
    outside.execute("UPDATE event SET title = 'B2' WHERE id = 'b'")
    outside.execute("REPLACE INTO event (id, title) VALUES ('b', 'B3')")
    assert recorded(outside)[1] == ("b", "delete", {"id": "b", "title": "B2"})


def test_a_row_deleted_and_made_again_is_not_recorded_as_replaced(outside: sqlite3.Connection) -> None:
    outside.execute("INSERT OR IGNORE INTO event (id, title) VALUES ('b', 'ignored')")
    outside.execute("DELETE FROM event WHERE id = 'b'")
    outside.execute("INSERT INTO event (id, title) VALUES ('b', 'B4')")
    assert recorded(outside) == [("b", "delete", B), ("b", "insert", None)]


@pytest.mark.parametrize("clause", ["UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE", "UPDATE OR FAIL"])
@pytest.mark.parametrize("new", ["z", "b"], ids=["free", "in use"])
def test_an_id_never_changes(outside: sqlite3.Connection, clause: str, new: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="an id never changes once made"):
        outside.execute(f"{clause} event SET id = '{new}' WHERE id = 'a'")
    assert recorded(outside) == []
    assert outside.execute("SELECT id FROM event ORDER BY id").fetchall() == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        pytest.param(
            "INSERT OR REPLACE INTO event (number, id, title) SELECT number, 'c', 'C' FROM event WHERE id = 'b'",
            [("b", "delete"), ("c", "insert")],
            id="another id",
        ),
        pytest.param(
            "REPLACE INTO event (number, id, title) SELECT number, 'a', 'Both' FROM event WHERE id = 'b'",
            [("a", "delete"), ("a", "insert"), ("b", "delete")],
            id="two rows at once",
        ),
    ],
)
def test_a_row_that_is_replaced_by_its_number_is_recorded_too(
    outside: sqlite3.Connection, statement: str, expected: list[tuple[str, str]]
) -> None:
    outside.execute(statement)
    assert sorted((record, action) for record, action, _ in recorded(outside)) == expected
    assert outside.execute("SELECT count(*) FROM replaced_row").fetchone() == (0,)


@pytest.mark.parametrize("clause", ["UPDATE", "UPDATE OR REPLACE"])
def test_the_number_of_a_row_never_changes(outside: sqlite3.Connection, clause: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="the number of a row never changes"):
        outside.execute(f"{clause} event SET number = (SELECT number FROM event WHERE id = 'b') WHERE id = 'a'")
    assert recorded(outside) == []


def test_an_id_written_as_it_is_is_no_change(outside: sqlite3.Connection) -> None:
    outside.execute("UPDATE event SET id = 'a', title = 'A2' WHERE id = 'a'")
    assert recorded(outside) == [("a", "update", {"title": "A"})]


def test_a_list_that_is_no_json_is_refused(outside: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="malformed JSON"):
        outside.execute("UPDATE event SET disciplines = 'music' WHERE id = 'a'")
    assert recorded(outside) == []


def test_our_own_writes_stand_under_their_operation(sample: Store, command: Command) -> None:
    with operation(sample, command) as number:
        rows.update(sample, records.PARTICIPANT, "kofice", {"country": None})
        rows.insert(sample, records.EVENT, [{"id": "x", "title": "X"}])
        rows.delete(sample, records.EVENT, ["x"])
    found = sample.connection.execute(
        'SELECT "table", record, action, at FROM change WHERE operation = ? ORDER BY number', [number]
    ).fetchall()
    assert list(map(tuple, found)) == [
        ("participant", "kofice", "update", None),
        ("event", "x", "insert", None),
        ("event", "x", "delete", None),
    ]


def test_another_program_does_not_write_into_the_operation_before(sample: Store, command: Command) -> None:
    with operation(sample, command):
        rows.update(sample, records.PARTICIPANT, "kofice", {"country": None})
    with closing(sqlite3.connect(sample.path, isolation_level=None)) as outside:
        outside.execute("UPDATE participant SET country = 'KR' WHERE id = 'kofice'")
    (last,) = sample.connection.execute("SELECT operation, at, before FROM change ORDER BY number DESC LIMIT 1")
    assert last["operation"] is None
    assert last["at"].endswith("Z")
    assert json.loads(last["before"]) == {"country": None}


def test_an_insert_of_many_rows_records_each(sample: Store) -> None:
    (events,) = sample.connection.execute("SELECT count(*) FROM event").fetchone()
    (inserted,) = sample.connection.execute(
        "SELECT count(*) FROM change WHERE \"table\" = 'event' AND action = 'insert'"
    ).fetchone()
    assert inserted == events


# --- disputed fields --------------------------------------------------------------------------------------------


def disputed(store: Store) -> set[tuple[str, ...]]:
    return set(map(tuple, store.connection.execute("SELECT * FROM disputed")))


def claim(number: int, value: str, field: str = "city") -> str:
    values = f"('c{number}', 'e', '{field}', '{value}', 'normal')"
    return f"INSERT INTO claim (id, record, field, value, rank) VALUES {values}"


def role(number: int, code: str, participant: str = "p") -> str:
    return f"INSERT INTO role (id, participant, event, role) VALUES ('r{number}', '{participant}', 'e', '{code}')"


DISPUTES: list[tuple[list[str], set[tuple[str, ...]]]] = [
    ([claim(1, "Hue")], set()),
    ([claim(1, "Hue"), claim(2, "Hue")], set()),
    ([claim(1, "Hue"), claim(2, "Hanoi")], {("e", "city", "claim")}),
    ([claim(1, "Hue"), claim(2, "Hanoi"), "DELETE FROM claim WHERE id = 'c1'"], set()),
    (
        [claim(1, "Hue"), claim(2, "Hanoi"), claim(3, "Hue"), "DELETE FROM claim WHERE id = 'c1'"],
        {("e", "city", "claim")},
    ),
    ([claim(1, "Hue"), claim(2, "Hanoi"), "UPDATE claim SET value = 'Hue'"], set()),
    ([claim(1, "Hue"), claim(2, "Hue"), "UPDATE claim SET value = 'Hanoi' WHERE id = 'c2'"], {("e", "city", "claim")}),
    ([claim(1, "Hue"), claim(2, "Hanoi"), "UPDATE claim SET field = 'venue' WHERE id = 'c2'"], set()),
    ([role(1, "organiser"), role(2, "performer")], set()),
    ([role(1, "organiser"), role(2, "partner")], {("e", "p", "role")}),
    ([role(1, "organiser"), role(2, "partner", "q")], set()),
    ([role(1, "organiser"), role(2, "partner"), "DELETE FROM role WHERE id = 'r1'"], set()),
    (
        # A claim about the same role is another matter, and does not take the mark of the roles away.
        [
            role(1, "organiser"),
            role(2, "partner"),
            claim(1, "organiser", "role:p"),
            "UPDATE claim SET rank = 'preferred'",
        ],
        {("e", "p", "role")},
    ),
]


@pytest.mark.parametrize(("statements", "expected"), DISPUTES)
def test_fields_of_which_rows_say_several_things_are_noted(
    empty: Store, statements: list[str], expected: set[tuple[str, ...]]
) -> None:
    for number in ("p", "q"):
        empty.connection.execute("INSERT INTO participant (id, name) VALUES (?, ?)", [number, number])
    empty.connection.execute("INSERT INTO event (id, title) VALUES ('e', 'Event')")
    for statement in statements:
        empty.connection.execute(statement)
    assert disputed(empty) == expected


def test_the_sample_notes_all_that_disagrees(sample: Store) -> None:
    claims = sample.connection.execute(
        "SELECT record, field, 'claim' FROM claim GROUP BY record, field HAVING count(DISTINCT value) > 1"
    )
    assert {row for row in disputed(sample) if row[2] == "claim"} == set(map(tuple, claims))
    assert ("asean-korea-innovative-culture-forum-2025", "kofice", "role") in disputed(sample)
