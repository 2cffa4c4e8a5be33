"""Laws of the triggers under any sequence of writes: history replayed, list items and search index held anew."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.model import folding
from exchangecli.store import opening, search_index
from exchangecli.store.opening import Store

COLUMNS = ("id", "title", "city", "disciplines", "latitude")
Values = dict[str, str | float | None]
Writes = list[tuple[str, Values]]

VALUES = st.fixed_dictionaries(
    {
        "id": st.sampled_from("abc"),
        "title": st.sampled_from(["Đức Phúc", "문화예술", "Girls’ Generation"]),
        "city": st.sampled_from([None, "Huế", "Łódź"]),
        "disciplines": st.sampled_from([None, '["music"]', '["music","dance"]', '["dance"]']),
        "latitude": st.one_of(st.none(), st.floats(-90, 90)),
    }
)
NEW_EVENT = "event (id, title, city, disciplines, latitude) VALUES (:id, :title, :city, :disciplines, :latitude)"
NEW_NAME = "name (id, record, name) VALUES ('name-' || substr(:title, 1, 1), :id, :title)"
STATEMENTS = st.sampled_from(
    [
        f"INSERT OR IGNORE INTO {NEW_EVENT}",
        f"INSERT OR REPLACE INTO {NEW_EVENT}",
        f"INSERT INTO {NEW_EVENT} ON CONFLICT (id) DO UPDATE SET city = excluded.city, title = excluded.title",
        "UPDATE event SET title = :title, disciplines = :disciplines WHERE id = :id OR :latitude > 45",
        "UPDATE event SET city = :city, latitude = :latitude WHERE id = :id",
        "UPDATE OR IGNORE event SET disciplines = :disciplines",
        "DELETE FROM event WHERE id = :id",
        "DELETE FROM event",
        f"INSERT OR IGNORE INTO {NEW_NAME}",
        f"INSERT OR REPLACE INTO {NEW_NAME}",
        "UPDATE name SET record = :id WHERE name = :title",
        "UPDATE name SET name = :city WHERE record = :id AND :city IS NOT NULL",
        "DELETE FROM name WHERE record = :id",
    ]
)
WRITES = st.lists(st.tuples(STATEMENTS, VALUES), max_size=20)
RECURSIVE = st.sampled_from(["ON", "OFF"])


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("laws") / "exchange.db"
    with opening.created(path):
        return path


@contextmanager
def another_program(path: Path, recursive: str) -> Iterator[sqlite3.Connection]:
    """A program that writes to a copy of the dataset, in memory, whose history begins with one event."""
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        file.backup(memory)
        memory.row_factory = sqlite3.Row
        memory.execute(f"PRAGMA recursive_triggers = {recursive}")
        memory.execute("INSERT INTO event (id, title, latitude) VALUES ('a', 'First', 0.1)")
        memory.execute("DELETE FROM change")
        yield memory


def write(connection: sqlite3.Connection, writes: Writes) -> None:
    for statement, values in writes:
        connection.execute(statement, values)


def content(connection: sqlite3.Connection) -> dict[str, dict[str, object]]:
    return {row["id"]: dict(row) for row in connection.execute(f"SELECT {', '.join(COLUMNS)} FROM event")}


def before(change: sqlite3.Row) -> dict[str, object]:
    """The values before a change, as their columns held them."""
    old = {name: value for name, value in json.loads(change["before"] or "{}").items() if name in COLUMNS}
    return old | {name: float(text) for name, text in old.items() if name == "latitude" and text is not None}


@given(recursive=RECURSIVE, writes=WRITES)
def test_history_told_backwards_ends_where_it_began(empty_file: Path, recursive: str, writes: Writes) -> None:
    with another_program(empty_file, recursive) as connection:
        first = content(connection)
        write(connection, writes)
        told = content(connection)
        for change in connection.execute("SELECT * FROM change WHERE \"table\" = 'event' ORDER BY number DESC"):
            if change["action"] == "insert":
                del told[change["record"]]
            else:
                told[change["record"]] = told.get(change["record"], {}) | before(change)
    assert told == first


@given(recursive=RECURSIVE, writes=WRITES)
def test_list_items_are_those_of_the_lists(empty_file: Path, recursive: str, writes: Writes) -> None:
    with another_program(empty_file, recursive) as connection:
        write(connection, writes)
        kept = connection.execute("SELECT field, value, record FROM list_item").fetchall()
        held = connection.execute(
            "SELECT 'event.disciplines', value, event.id FROM event, json_each(disciplines)"
        ).fetchall()
    assert sorted(map(tuple, kept)) == sorted(map(tuple, held))


@given(recursive=RECURSIVE, writes=WRITES)
def test_the_mended_index_is_that_of_the_records(empty_file: Path, recursive: str, writes: Writes) -> None:
    with another_program(empty_file, recursive) as connection:
        for some in (writes[:0], writes[:10], writes[10:]):
            write(connection, some)
            search_index.mend(Store(connection, empty_file))
        indexed = connection.execute(
            """SELECT id, s.title, names, text FROM event
            LEFT JOIN event_search AS s ON s.rowid = event.number ORDER BY id"""
        ).fetchall()
        events = connection.execute("SELECT id, title, coalesce(city, '') AS city FROM event ORDER BY id").fetchall()
        names = connection.execute("SELECT record, name FROM name").fetchall()
        stale = connection.execute("SELECT record FROM stale").fetchall()
        orphans = "SELECT rowid FROM event_search WHERE rowid NOT IN (SELECT number FROM event)"
        assert connection.execute(orphans).fetchall() == []
    spelled = folding.search_text
    assert [(id_, title, sorted(others.split()), text) for id_, title, others, text in indexed] == [
        (id_, spelled(title), sorted(" ".join(spelled(name) for of, name in names if of == id_).split()), spelled(city))
        for id_, title, city in events
    ]
    assert stale == []
