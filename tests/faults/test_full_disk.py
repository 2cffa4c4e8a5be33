"""A disk that is full: a sentence that says so, and a file as it was before the command."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import wholeness
from processes import Warm
from trials import Trial

PAGE = 4096
FULL = "could not be written, and nothing was changed: the disk is full"
TAKES_NO_MORE = (
    "could not be written, and nothing was changed: the disk takes no more: it is full, a limit is reached, or it fails"
)
MAKE_ROOM = "hint: make room on its disk, and run the command again"

ROOM = [pytest.param(0, marks=pytest.mark.slow), 10, pytest.param(40, marks=pytest.mark.slow)]
"""Pages that can be added to the file; the command needs more than that."""


@pytest.mark.parametrize("room", ROOM)
def test_a_command_that_finds_the_disk_full_changes_nothing(trial: Trial, room: int) -> None:
    pages = trial.start.stat().st_size // PAGE
    ended = trial.begin(full=pages + room).wait()
    assert ended.code == 1
    assert ended.stderr == f"exchange: {trial.file} {FULL}\n  {MAKE_ROOM}\n"
    assert not trial.is_done()
    trial.takes_another()
    assert trial.begin().wait().code == 0


@pytest.mark.parametrize("pages", [pytest.param(60, marks=pytest.mark.slow), 100])
def test_a_command_that_may_write_no_larger_file_changes_nothing(trial: Trial, pages: int) -> None:
    """As where a quota is reached; the write-ahead log is what grows first."""
    ended = trial.begin(rationed=pages * PAGE, narrow=10).wait()
    assert ended.code == 1
    assert ended.stderr == f"exchange: {trial.file} {TAKES_NO_MORE}\n  {MAKE_ROOM}\n"
    assert not trial.is_done()
    trial.takes_another()


def test_a_new_dataset_for_which_there_is_no_room_leaves_nothing(warm: Warm, folder: Path) -> None:
    (folder / "exchange.db").unlink()
    ended = warm.run(folder, "import", "events.csv", full=150)
    assert (ended.code, ended.stderr) == (1, f"exchange: exchange.db {FULL}\n  {MAKE_ROOM}\n")
    assert [one.name for one in folder.iterdir()] == ["events.csv"]


WRITTEN = [
    ("export", "--csv", "-o", "new.csv"),
    ("export", "--csv", "-o", "old.csv"),
    ("export", "--datapackage", "package"),
    ("backup", "copy.db"),
]


@pytest.mark.parametrize("words", WRITTEN, ids=" ".join)
def test_what_is_written_to_a_full_disk_is_there_whole_or_not_at_all(
    warm: Warm, imported: Path, words: tuple[str, ...]
) -> None:
    (imported / "old.csv").write_text("from before")
    ended = warm.run(imported, *words, rationed=2 * PAGE)
    assert ended.code == 1
    assert ended.stderr.startswith(f"exchange: {words[-1]}")
    assert ended.stderr.endswith(f"  {MAKE_ROOM}\n")
    assert (imported / "old.csv").read_text() == "from before"
    assert not [one.name for one in imported.rglob("*") if one.name not in BEFORE]
    wholeness.assert_whole(imported / "exchange.db")


BEFORE = ("exchange.db", "exchange.db-wal", "exchange.db-shm", "events.csv", "old.csv", "package")
"""What may be in the folder."""


# --- a real one -------------------------------------------------------------------------------------------------

IN_A_SMALL_DISK = """
mount -t tmpfs -o size={size} none small && cp exchange.db events.csv small && cd small
"$@" import events.csv; echo "import ended with $?" >&2
"$@" list --count
dd if=/dev/zero of=filled bs=1k 2>/dev/null
"$@" edit "country:VN" venue=Hall --yes >/dev/null; echo "edit ended with $?" >&2
"$@" export --csv -o events.csv; echo "export ended with $?" >&2
"$@" list --count
rm filled && cp exchange.db* events.csv ../after
"""


def _can_mount() -> bool:
    probe = ["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(probe, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _can_mount(), reason="nobody but root may mount a small disk here")
def test_a_small_disk_that_fills(folder: Path) -> None:
    before, table = wholeness.content(folder / "exchange.db"), (folder / "events.csv").read_bytes()
    for name in ("small", "after"):
        (folder / name).mkdir()
    size = (folder / "exchange.db").stat().st_size + len(table) + 50 * PAGE
    ended = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", IN_A_SMALL_DISK.format(size=size), "sh",
         sys.executable, "-m", "exchangecli"],
        cwd=folder, env=os.environ | {"LC_ALL": "C"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    print(ended.stderr)
    assert ended.stdout.split() == ["19", "19"]
    for command in ("import", "edit", "export"):
        assert f"{MAKE_ROOM}\n{command} ended with 1\n" in ended.stderr
    assert wholeness.content(folder / "after" / "exchange.db") == before
    assert (folder / "after" / "events.csv").read_bytes() == table
    wholeness.assert_whole(folder / "after" / "exchange.db")
