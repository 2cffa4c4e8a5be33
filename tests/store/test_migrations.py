"""A file of an older version: backed up, brought up to date, and left as it was where that fails."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from exchangecli import errors
from exchangecli.model import records
from exchangecli.store import journal, migrations, opening, past, releases, rows, schema_002, versions
from exchangecli.store.opening import Store


class Failed(Exception):
    """A migration that goes wrong half way."""


def add_a_column(db: Database) -> None:
    db.execute("ALTER TABLE event ADD COLUMN a_later_column INTEGER")


def rebuild_figure(db: Database) -> None:
    db.table("figure").transform(rename={"unit": "counted_in"})


def fail(db: Database) -> None:
    add_a_column(db)
    db.execute("DELETE FROM event")
    raise Failed


@pytest.fixture
def old_file(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "exchange.db"
    shutil.copy(sample_file, path)
    return path


RELEASED = (migrations.m001_core, migrations.m002_find, migrations.m003_history, migrations.m004_articles)


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Database], None]], None]:
    """Make the program one version newer than the file."""

    def released(migration: Callable[[Database], None]) -> None:
        newer = Migrations(migrations.migrations.name)
        for known in RELEASED:
            newer()(known)
        newer()(migration)
        monkeypatch.setattr(migrations, "migrations", newer)
        monkeypatch.setattr(versions, "VERSION", versions.VERSION + 1)

    return released


Released = Callable[[Callable[[Database], None]], None]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_file_one_version_behind_is_backed_up_and_migrated(old_file: Path, next_version: Released) -> None:
    before, old_version = dump(old_file), versions.VERSION
    next_version(add_a_column)
    with opening.opened(old_file) as store:
        assert store.connection.execute("PRAGMA user_version").fetchone()[0] == old_version + 1
        assert "a_later_column" in {row["name"] for row in store.connection.execute("PRAGMA table_info(event)")}
        assert rows.count(store, records.EVENT) > 0
    assert dump(old_file.with_name(f"exchange.db.version-{old_version}")) == before


def test_a_new_column_is_recorded_in_history_at_once(old_file: Path, next_version: Released) -> None:
    next_version(add_a_column)
    with opening.opened(old_file, writing=True) as store:
        store.connection.execute("UPDATE event SET a_later_column = 5 WHERE id LIKE '%concert%'")
        last = store.connection.execute("SELECT before FROM change ORDER BY number DESC LIMIT 1").fetchone()[0]
    assert last == '{"a_later_column":null}'


def test_migrating_is_no_change_of_the_dataset(old_file: Path, next_version: Released) -> None:
    with closing(sqlite3.connect(old_file)) as connection:
        before = connection.execute("SELECT count(*) FROM change").fetchone()
    next_version(add_a_column)
    with opening.opened(old_file) as store:
        assert tuple(store.connection.execute("SELECT count(*) FROM change").fetchone()) == before


def test_a_table_made_again_has_its_triggers_again(old_file: Path, next_version: Released) -> None:
    with closing(sqlite3.connect(old_file)) as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
        before = connection.execute(triggers).fetchall()
    next_version(rebuild_figure)
    with opening.opened(old_file) as store:
        assert list(map(tuple, store.connection.execute(triggers))) == before


def test_a_migrated_file_is_not_migrated_again(old_file: Path, next_version: Released) -> None:
    next_version(add_a_column)
    with opening.opened(old_file):
        pass
    once = dump(old_file)
    with opening.opened(old_file):
        pass
    assert dump(old_file) == once


def test_a_new_file_has_every_migration(tmp_path: Path, next_version: Released) -> None:
    next_version(add_a_column)
    with opening.created(tmp_path / "new.db") as store:
        applied = [
            row["name"] for row in store.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY rowid")
        ]
    assert applied == [*(one.__name__ for one in RELEASED), "add_a_column"]


def test_a_migration_that_fails_leaves_the_file_as_it_was(old_file: Path, next_version: Released) -> None:
    before = dump(old_file)
    next_version(fail)
    with pytest.raises(Failed), opening.opened(old_file):
        pass
    assert dump(old_file) == before
    with closing(sqlite3.connect(old_file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (versions.VERSION - 1,)


def test_a_backup_of_an_older_version_is_kept(old_file: Path, next_version: Released) -> None:
    kept = old_file.with_name(f"exchange.db.version-{versions.VERSION}")
    kept.write_text("an earlier copy")
    next_version(add_a_column)
    with opening.opened(old_file):
        pass
    assert kept.read_text() == "an earlier copy"


def test_a_file_behind_that_cannot_be_written(
    old_file: Path, next_version: Released, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(add_a_column)
    monkeypatch.setattr(opening, "_is_writable", lambda _: False)
    before = old_file.read_bytes()
    with pytest.raises(errors.OldReadOnlyDataset), opening.opened(old_file):
        pass
    assert old_file.read_bytes() == before


def test_the_version_is_the_number_of_migrations() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        assert len(migrations.migrations.pending(Database(connection))) == versions.VERSION


def test_a_file_of_the_first_version_has_its_disputed_fields_noted(sample: Store) -> None:
    """What the second version adds is worked out from what is there, also where another program wrote it."""
    columns = 'record, field, "table"'
    by_triggers = set(map(tuple, sample.connection.execute(f"SELECT {columns} FROM disputed")))
    connection = sample.connection
    connection.execute(
        "INSERT INTO claim (id, record, field, value, rank) VALUES ('x', 'kofice', 'role:x', 'a', 'normal')"
    )
    statements = migrations._statements(schema_002.DISPUTED)
    connection.execute("DROP TABLE disputed")
    for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger['name']}")
    for statement in statements:
        connection.execute(statement)
    assert set(map(tuple, connection.execute(f"SELECT {columns} FROM disputed"))) == by_triggers


def test_a_file_of_the_second_version_can_be_undone_and_looked_at_as_it_stood(sample: Store, tmp_path: Path) -> None:
    """What the third version adds is empty at first, and all that was done before it is there."""
    connection = sample.connection
    for statement in (
        "DROP TABLE release",
        "DROP TABLE package",
        "DROP INDEX operation_undoes",
        "ALTER TABLE operation DROP COLUMN partly",
        "DELETE FROM _sqlite_migrations WHERE name = 'm003_history'",
        "PRAGMA user_version = 2",
    ):
        connection.execute(statement)
    with opening.opened(sample.path, writing=True) as store:
        assert store.older == tmp_path / "exchange.db.version-2"
        assert journal.last(store) == 2
        assert releases.state(store) == (2, False)
        with past.as_it_stood(store, past.Point(1, journal.span(store, 1).last)) as earlier:  # type: ignore[union-attr]
            assert rows.count(earlier, records.EVENT) == 0
