"""A dataset that another program is writing to: it is read at once, and written once the other is done."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import processes
import wholeness
from processes import Warm

READING = [
    ("list", "--ids"),
    ("show", "kofice"),
    ("search", "kofice"),
    ("export", "--csv"),
    ("export", "--datapackage", "package"),
    ("backup", "copy.db"),
    ("vocabulary", "groups"),
]
WRITING = [
    ("add-event", "Afterwards", "--start", "2025"),
    ("import", "events.csv"),
    ("edit", "unesco", "country=FR", "--yes"),
]


@pytest.fixture
def other(folder: Path) -> Iterator[sqlite3.Connection]:
    """Another program that is writing, and is not done yet."""
    with closing(sqlite3.connect(folder / "exchange.db", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE participant SET name = 'half of it' WHERE id = 'kofice'")
        yield connection


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_it_is_read_at_once_as_it_was(
    warm: Warm, folder: Path, other: sqlite3.Connection, words: tuple[str, ...]
) -> None:
    ended = warm.run(folder, *words)
    assert ended.code == 0, ended.stderr
    assert "half of it" not in ended.stdout
    other.execute("ROLLBACK")
    wholeness.assert_whole(folder / "exchange.db")


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_it_is_read_at_once_even_where_the_index_could_be_mended(
    warm: Warm, folder: Path, other: sqlite3.Connection, words: tuple[str, ...]
) -> None:
    """What another program wrote before is read; the index is mended by the next command that can."""
    other.execute("COMMIT")
    other.execute("BEGIN IMMEDIATE")
    ended = warm.run(folder, *words)
    assert ended.code == 0, ended.stderr
    assert "names may not be found" in ended.stderr
    other.execute("ROLLBACK")
    assert "half of it" in warm.run(folder, "search", "half").stdout
    wholeness.assert_whole(folder / "exchange.db")


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_command_that_writes_waits_for_the_other(
    warm: Warm, folder: Path, other: sqlite3.Connection, words: tuple[str, ...]
) -> None:
    running = warm.start(folder, words)
    time.sleep(0.3)  # the command has come to the lock by then: it takes a tenth of that where nobody is in its way
    other.execute("COMMIT")
    ended = running.wait()
    assert ended.code == 0, ended.stderr
    with closing(sqlite3.connect(folder / "exchange.db")) as connection:
        assert connection.execute("SELECT name FROM participant WHERE id = 'kofice'").fetchone() == ("half of it",)
    wholeness.assert_whole(folder / "exchange.db")


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_command_that_has_waited_in_vain_says_so(
    warm: Warm, folder: Path, other: sqlite3.Connection, words: tuple[str, ...]
) -> None:
    before = wholeness.content(folder / "exchange.db")
    path = folder / "exchange.db"
    ended = warm.run(folder, *words, patient=0.2)
    assert ended.code == 1
    assert (
        ended.stderr == f"exchange: {path} is locked by another program, and still was after 0.2 seconds; try again\n"
    )
    other.execute("ROLLBACK")
    assert wholeness.content(path) == before
    wholeness.assert_whole(path)
    assert warm.run(folder, *words).code == 0


def test_a_lock_is_gone_with_the_program_that_held_it(warm: Warm, folder: Path) -> None:
    running = warm.start(folder, ("import", "events.csv"), narrow=10)
    processes.until(lambda: processes.is_locked(folder / "exchange.db"))
    running.kill()
    assert warm.run(folder, "add-event", "Afterwards", "--start", "2025", patient=0).code == 0
    wholeness.assert_whole(folder / "exchange.db")
