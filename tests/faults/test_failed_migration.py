"""A file of the first version that is brought up to date, and is not: by a failure, or by ``kill -9``, at any point.

``first_version.db.gz`` was made by the program as it was when files had the version 1.
"""

import gzip
import os
import random
import shutil
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

import wholeness
from exchangecli.store import versions
from processes import Warm

FIRST = Path(__file__).with_name("first_version.db.gz")
READ = ("list", "--ids")
EVENTS = "hue-lantern-forum-2024\nle-hoi-den-long-hue-2025\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with a file of the first version."""
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(renew(folder), tmp_path / "first.db")
    return folder


def renew(folder: Path) -> Path:
    """Put the file of the first version there, and take away whatever is beside it."""
    for one in folder.iterdir():
        one.unlink()
    file = folder / "exchange.db"
    file.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return file


def version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def statements(warm: Warm, folder: Path) -> int:
    """How many statements bring the file up to date: the first after which nothing fails."""
    least, most = 0, 10_000
    while least < most:
        middle = (least + most) // 2
        renew(folder)
        if warm.run(folder, *READ, failing_at=middle).code:
            least = middle + 1
        else:
            most = middle
    return least


def assert_as_before(folder: Path) -> None:
    """The old file is what it was to the byte."""
    file = folder / "exchange.db"
    assert file.read_bytes() == gzip.decompress(FIRST.read_bytes())
    assert version(file) == 1


def assert_the_next_try_succeeds(warm: Warm, folder: Path) -> None:
    """The file is brought up to date then, and a copy that is whole shows what it was."""
    ended = warm.run(folder, *READ)
    assert (ended.code, ended.stdout) == (0, EVENTS), ended.stderr
    assert version(folder / "exchange.db") == versions.VERSION
    assert version(folder / "exchange.db.version-1") == 1
    assert dump(folder / "exchange.db.version-1") == dump(folder.with_name("first.db"))
    wholeness.assert_whole(folder / "exchange.db")


def test_a_file_of_the_first_version_is_brought_up_to_date(warm: Warm, old: Path) -> None:
    assert version(old / "exchange.db") == 1
    assert_the_next_try_succeeds(warm, old)


@pytest.mark.slow
@pytest.mark.parametrize(("setup", "code"), [("failing_at", 1), ("killed_at", -9)], ids=["failed", "killed"])
def test_a_migration_that_ends_before_any_statement_leaves_the_old_file_and_its_copy(
    warm: Warm, old: Path, setup: str, code: int
) -> None:
    number = statements(warm, old)
    print(f"{number} statements, {setup} each")
    assert number > 50
    for statement in range(number):
        renew(old)
        ended = warm.run(old, *READ, **{setup: statement})
        assert ended.code == code
        assert (old / "exchange.db.version-1").exists()
        assert_as_before(old)
        if statement % 10 == 0:
            assert_the_next_try_succeeds(warm, old)


KILLS = 30


@pytest.mark.slow
def test_bringing_a_file_up_to_date_is_killed_at_any_moment(warm: Warm, old: Path) -> None:
    """Also while the copy is made: half a copy never has the name of a whole one."""
    seed = int.from_bytes(os.urandom(4))
    chance = random.Random(seed)
    moments = Counter(_killed(warm, old, (n % 10 + chance.random()) / 10) for n in range(KILLS))
    print(f"seed {seed}: killed {dict(moments)}")
    assert len(moments) > 1


def _killed(warm: Warm, folder: Path, part: float) -> str:
    """Kill the command after a part of the time that it takes; at which moment that was."""
    renew(folder)
    begun = time.perf_counter()
    assert warm.run(folder, *READ).code == 0
    seconds = time.perf_counter() - begun
    file = renew(folder)
    running = warm.start(folder, READ)
    time.sleep(part * seconds)
    running.kill()
    copied = (folder / "exchange.db.version-1").exists()
    migrated = version(file) != 1
    if not migrated:
        assert_as_before(folder)
    for unfinished in folder.glob(".exchange.db.*"):
        shutil.rmtree(unfinished)
    assert_the_next_try_succeeds(warm, folder)
    return "after it" if migrated else "with the copy made" if copied else "before the copy"
