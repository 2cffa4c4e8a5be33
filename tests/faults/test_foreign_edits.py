"""Edits by another program, such as the ``sqlite3`` shell: recorded under no operation, found by the next search."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import wholeness
from processes import Warm

OTHER_PROGRAM = "import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).executescript(sys.argv[2])"
SHELL = ["sqlite3"] if shutil.which("sqlite3") else [sys.executable, "-c", OTHER_PROGRAM]

EDITS = [
    pytest.param(
        "INSERT INTO event (id, title, start) VALUES ('x', 'Zürcher Gespräche', '2025')",
        [("insert", "x")], "zurcher", ["x"],
        id="insert",
    ),
    pytest.param(
        "UPDATE participant SET name = 'Zürcher Forum' WHERE id = 'unesco'",
        [("update", "unesco")], "zurcher", ["unesco"],
        id="update",
    ),
    pytest.param("DELETE FROM name WHERE name = 'COCC'", [("delete", "name-cq7tvvt077c1k")], "cocc", [], id="delete"),
    pytest.param(
        "INSERT OR REPLACE INTO participant (id, name) VALUES ('unesco', 'Zürcher Forum')",
        [("delete", "unesco"), ("insert", "unesco")], "zurcher", ["unesco"],
        id="insert or replace",
    ),
    pytest.param(
        "BEGIN; UPDATE event SET city = 'Zürich' WHERE country = 'VN'; ROLLBACK",
        [], "zurich", [],
        id="rolled back",
    ),
    pytest.param(
        "BEGIN; INSERT INTO event (id, title, disciplines) VALUES ('x', 'Zürcher Tanz', '[\"dance\"]');"
        " UPDATE event SET disciplines = '[\"music\",\"dance\"]' WHERE id = 'x'; COMMIT",
        [("insert", "x"), ("update", "x")], "zurcher", ["x"],
        id="several in one transaction",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "recorded", "words", "found"), EDITS)
def test_an_edit_by_another_program_is_recorded_and_found(
    warm: Warm, folder: Path, statement: str, recorded: list[tuple[str, str]], words: str, found: list[str]
) -> None:
    file = folder / "exchange.db"
    done = subprocess.run([*SHELL, os.fspath(file), statement], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    with closing(sqlite3.connect(file)) as connection:
        changes = connection.execute("SELECT action, record, at FROM change WHERE operation IS NULL ORDER BY number")
        assert [(action, record) for action, record, at in changes if at.endswith("Z")] == recorded
    searched = warm.run(folder, "search", words)
    assert searched.code == 0
    assert [record for record in found if record not in searched.stdout] == []
    assert bool(searched.stdout) is bool(found)
    wholeness.assert_whole(file)


def test_edits_of_another_program_between_two_of_ours_are_told_apart(warm: Warm, folder: Path) -> None:
    file = folder / "exchange.db"
    assert warm.run(folder, "add-event", "First", "--start", "2025").code == 0
    statement = "UPDATE event SET city = 'Huế' WHERE id = 'first-2025'"
    subprocess.run([*SHELL, os.fspath(file), statement], check=True)
    assert warm.run(folder, "edit", "first-2025", "venue=Old Hall", "--yes").code == 0
    with closing(sqlite3.connect(file)) as connection:
        changes = connection.execute(
            "SELECT operation FROM change WHERE record = 'first-2025' ORDER BY number"
        ).fetchall()
    (first,), (second,), (third,) = changes
    assert second is None
    assert first < third
    wholeness.assert_whole(file)
