"""Opening, making and copying a dataset: each thing that can go wrong is one sentence."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from exchangecli import errors
from exchangecli.model import folding, records
from exchangecli.store import opening, rows, versions
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")


def of_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {versions.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {versions.VERSION + 7}")


def with_a_torn_page(path: Path) -> None:
    with opening.created(path) as store:
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 3000 + content[3100:])


def nothing(_path: Path) -> None:
    """Leave the place empty."""


UNUSABLE = [
    pytest.param(nothing, errors.NoDataset, "there is no dataset at {}", id="missing"),
    pytest.param(Path.mkdir, errors.NotADataset, "{} is not a dataset made by exchange: it is a folder", id="folder"),
    pytest.param(Path.touch, errors.NotADataset, "{} is not a dataset made by exchange: it is empty", id="empty file"),
    pytest.param(
        lambda path: path.write_text("title,start\nConcert,2025\n" * 99),
        errors.NotADataset,
        "{} is not a dataset made by exchange: it is no SQLite file",
        id="CSV file",
    ),
    pytest.param(
        of_another_program,
        errors.NotADataset,
        "{} is not a dataset made by exchange: it is an SQLite file of another program",
        id="SQLite file of another program",
    ),
    pytest.param(
        of_a_newer_version,
        errors.NewerDataset,
        f"{{}} was written by a newer exchange (file version {versions.VERSION + 7}; "
        f"this one knows up to {versions.VERSION})",
        id="newer version",
    ),
    pytest.param(
        with_a_torn_page,
        errors.DamagedDataset,
        "{} could not be used: database disk image is malformed",
        id="damaged file",
    ),
]


@pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])
@pytest.mark.parametrize(("make", "problem", "sentence"), UNUSABLE)
def test_what_cannot_be_opened(
    tmp_path: Path,
    make: Callable[[Path], object],
    problem: type[errors.ExchangeError],
    sentence: str,
    *,
    writing: bool,
) -> None:
    path = tmp_path / "some file.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(problem) as raised, opening.opened(path, writing=writing) as store:
        rows.count(store, records.EVENT)
    assert raised.value.sentence == sentence.format(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_name_that_a_web_address_would_escape(tmp_path: Path) -> None:
    path = tmp_path / "Đức & Phúc? #1 100%.db"
    with opening.created(path):
        pass
    with opening.opened(path) as store:
        assert rows.count(store, records.EVENT) == 0
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


# --- what may be read and not written ---------------------------------------------------------------------------


@pytest.fixture(params=["file", "folder"])
def read_only(request: pytest.FixtureRequest, sample: Store, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dataset that cannot be written; permissions do not bind every user, so the question itself is answered."""
    sample.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    closed = sample.path if request.param == "file" else sample.path.parent
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: (mode == os.R_OK or Path(path) != closed) and allowed(path, mode)
    )
    return sample.path


def test_a_read_only_dataset_is_read(read_only: Path) -> None:
    with opening.opened(read_only) as store:
        assert rows.count(store, records.EVENT) > 0
        assert opening.is_read_only(store)


def test_a_read_only_dataset_is_not_opened_for_writing(read_only: Path) -> None:
    with pytest.raises(errors.ReadOnlyDataset, match="cannot be written"), opening.opened(read_only, writing=True):
        pass


def test_a_write_to_a_read_only_dataset_is_one_sentence(read_only: Path, command: Command) -> None:
    with (
        pytest.raises(errors.ReadOnlyDataset, match="cannot be written"),
        opening.opened(read_only) as store,
        operation(store, command),
    ):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="no permission binds root")
def test_permissions_are_obeyed(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "closed.db"
    path.write_bytes(sample_file.read_bytes())
    path.chmod(0o400)
    with pytest.raises(errors.ReadOnlyDataset), opening.opened(path, writing=True):
        pass
    with opening.opened(path) as store:
        assert rows.count(store, records.EVENT) > 0


def test_a_reader_without_permission_to_write_sees_what_lies_in_the_log(
    sample: Store, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with operation(sample, command):
        rows.insert(sample, records.EVENT, [{"id": "in-the-log", "title": "Just now"}])
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and allowed(path, mode))
    with opening.opened(sample.path) as store:
        assert rows.get(store, records.EVENT, "in-the-log") is not None


def test_a_log_that_cannot_be_read_is_one_sentence(
    sample: Store, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with operation(sample, command):
        rows.insert(sample, records.EVENT, [{"id": "in-the-log", "title": "Just now"}])
    copy = tmp_path / "copy.db"
    copy.write_bytes(sample.path.read_bytes())
    (tmp_path / "copy.db-wal").write_bytes((tmp_path / "exchange.db-wal").read_bytes())
    # As in a folder that cannot be written, there is no place for the index of the log.
    (tmp_path / "copy.db-shm").symlink_to(tmp_path / "no such folder" / "shm")
    monkeypatch.setattr(opening, "_is_writable", lambda _: False)
    with pytest.raises(errors.UnfinishedDataset) as raised, opening.opened(copy):
        pass
    assert raised.value.sentence == (
        f"{copy} has changes in {copy}-wal that cannot be read without permission to write in this folder"
    )


def test_a_file_that_may_not_be_read_is_told_from_a_damaged_one(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(errors.FileProblem, match=r"exchange\.db: permission denied$"), opening.opened(sample.path):
        pass


# --- two programs at once ---------------------------------------------------------------------------------------


def test_a_locked_dataset_is_one_sentence(sample: Store, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(sample.path, isolation_level=None)) as outside:
        outside.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(errors.LockedDataset) as raised,
            opening.opened(sample.path, writing=True) as store,
            operation(store, command),
        ):
            pass
    assert raised.value.sentence == (
        f"{sample.path} is locked by another program, and still was after 0.05 seconds; try again"
    )


def test_a_dataset_is_read_while_another_program_writes(sample: Store) -> None:
    with closing(sqlite3.connect(sample.path, isolation_level=None)) as outside:
        outside.execute("BEGIN IMMEDIATE")
        outside.execute("DELETE FROM name")
        with opening.opened(sample.path) as store:
            assert rows.count(store, records.NAME) > 0


def test_problems_that_are_not_of_the_file_pass_through(sample: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), opening.opened(sample.path) as store:
        store.connection.execute("SELECT * FROM nowhere")


def test_a_ctrl_c_within_a_function_of_ours_is_one(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_text: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(folding, "fold", interrupt)
    with pytest.raises(KeyboardInterrupt), opening.opened(sample.path) as store:
        store.connection.execute("SELECT fold(title) FROM event").fetchall()


# --- making -----------------------------------------------------------------------------------------------------


def test_a_new_dataset_is_marked_as_ours(tmp_path: Path) -> None:
    with opening.created(tmp_path / "new.db") as store:
        found = [
            store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        ]
        assert found == [versions.APPLICATION_ID, versions.VERSION]
        assert store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert store.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, of_another_program], ids=["empty file", "folder", "SQLite"])
def test_nothing_is_overwritten(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "there.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(errors.AlreadyExists, match="exists already and is not overwritten"), opening.created(path):
        pass
    assert path.exists()
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "no such folder" / "new.db"
    with pytest.raises(errors.FileProblem, match="no such file or directory"), opening.created(path):
        pass


@pytest.mark.parametrize("failure", [errors.UsageError("no"), KeyboardInterrupt()], ids=["failure", "Ctrl-C"])
def test_a_block_that_fails_takes_the_new_file_away(tmp_path: Path, failure: BaseException) -> None:
    def fail() -> None:
        with opening.created(tmp_path / "new.db") as store:
            rows.insert(store, records.DATASET, [{"id": "dataset"}])
            raise failure

    with pytest.raises(type(failure)):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_new_dataset_is_seen_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with opening.created(path) as store:
        rows.insert(store, records.DATASET, [{"id": "dataset"}])
        assert not path.exists()
    assert [one.name for one in tmp_path.iterdir()] == ["new.db"]
    with opening.opened(path) as store:
        assert rows.count(store, records.DATASET) == 1


def test_the_slower_of_two_processes_leaves_the_dataset_of_the_other(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with pytest.raises(errors.AlreadyExists), opening.created(path):
        path.write_text("of another process")
    assert path.read_text() == "of another process"
    assert [one.name for one in tmp_path.iterdir()] == ["new.db"]


@pytest.mark.parametrize("taken", [False, True], ids=["new", "taken"])
def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, taken: bool) -> None:
    def refuse(_made: Path, _path: Path) -> None:
        raise PermissionError

    def make() -> None:
        with opening.created(path):
            if taken:
                path.write_text("mine")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "new.db"
    if taken:
        with pytest.raises(errors.AlreadyExists):
            make()
        assert path.read_text() == "mine"
    else:
        make()
        with opening.opened(path) as store:
            assert rows.count(store, records.EVENT) == 0
    assert [one.name for one in tmp_path.iterdir()] == ["new.db"]


# --- copying ----------------------------------------------------------------------------------------------------


def test_a_backup_is_the_whole_dataset(sample: Store, tmp_path: Path) -> None:
    copy = tmp_path / "a copy.db"
    opening.backup(sample, copy)
    query = "SELECT name, sql FROM sqlite_master ORDER BY name"
    with opening.opened(copy) as store:
        assert list(map(tuple, store.connection.execute(query))) == list(map(tuple, sample.connection.execute(query)))
        assert store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        for table in (*records.TABLES, "operation", "change", "list_item"):
            every = f"SELECT * FROM {table} ORDER BY 1, 2, 3"
            assert list(map(tuple, store.connection.execute(every))) == list(
                map(tuple, sample.connection.execute(every))
            )


def test_a_backup_is_made_of_a_read_only_dataset_too(read_only: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()
    with opening.opened(read_only) as store:
        opening.backup(store, copy)
    with opening.opened(copy, writing=True) as store:
        assert rows.count(store, records.EVENT) == 19


def test_a_backup_overwrites_nothing(sample: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(errors.AlreadyExists):
        opening.backup(sample, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_backup_that_cannot_be_written(sample: Store, tmp_path: Path) -> None:
    with pytest.raises(errors.FileProblem, match="no such file or directory"):
        opening.backup(sample, tmp_path / "no such folder" / "copy.db")


# --- what opening costs -----------------------------------------------------------------------------------------


def test_a_file_that_is_up_to_date_needs_no_sqlite_utils(sample_file: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from exchangecli.store import listing, opening
with opening.opened(Path({str(sample_file)!r})) as store:
    assert listing.count(store, listing.Selection(query="country:VN")) > 0
print(*sorted({{name.partition(".")[0] for name in sys.modules}} & {{"sqlite_utils", "typer", "rich", "pandas"}}))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def _folder(path: Path) -> dict[str, tuple[int, bytes]]:
    return {one.name: (one.stat().st_mtime_ns, one.read_bytes()) for one in path.iterdir()}


def test_a_glance_makes_and_changes_no_file(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "exchange.db"
    shutil.copy(sample_file, path)
    before = _folder(tmp_path)
    with opening.glanced(path) as store:
        assert rows.count(store, records.EVENT) == 19
    assert _folder(tmp_path) == before


def test_a_glance_sees_what_another_program_has_just_written(sample: Store) -> None:
    rows.insert(sample, records.PARTICIPANT, [{"id": "new", "name": "New"}])
    with opening.glanced(sample.path) as store:
        assert rows.get(store, records.PARTICIPANT, "new")


def test_a_glance_waits_for_nobody_and_brings_nothing_up_to_date(sample: Store) -> None:
    sample.connection.execute("BEGIN EXCLUSIVE")
    with opening.glanced(sample.path) as store:
        assert rows.count(store, records.EVENT) == 19
    sample.connection.execute("ROLLBACK")
    sample.connection.execute("PRAGMA user_version = 0")
    with pytest.raises(errors.OldReadOnlyDataset), opening.glanced(sample.path):
        pass
    assert sample.connection.execute("PRAGMA user_version").fetchone()[0] == 0


def test_whatever_goes_wrong_in_a_glance_is_an_error_of_ours(sample: Store) -> None:
    sample.connection.execute("DROP TABLE membership")
    with pytest.raises(errors.DamagedDataset), opening.glanced(sample.path) as store:
        store.connection.execute("SELECT * FROM membership")
