"""``init``, ``dataset``, ``backup``, ``export`` and ``import``."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from exchangecli.curate import packages

Run = Callable[..., Result]


def test_init_never_overwrites(exchange: Run, tmp_path: Path) -> None:
    assert exchange("init").exit_code == 0
    before = (tmp_path / "exchange.db").read_bytes()
    refused = exchange("init", "--sample")
    assert refused.exit_code == 1
    assert "exchange.db exists already and is not overwritten" in refused.stderr
    assert (tmp_path / "exchange.db").read_bytes() == before


def test_the_dataset_says_what_it_is(exchange: Run) -> None:
    exchange("init")
    made = exchange("dataset", "--title", "Mine", "--authors", "A;B", "--readings", "Korea=KR", "--json")
    said = json.loads(made.stdout)
    assert (said["title"], said["authors"], said["readings"]) == ("Mine", ["A", "B"], ["Korea=KR"])
    assert said["records"]["events"] == 0
    assert json.loads(exchange("add-event", "F", "--country", "Korea", "--json").stdout)["country"] == "KR"
    assert json.loads(exchange("dataset", "--title", "", "--json").stdout)["title"] is None
    assert exchange("dataset", "--readings", "Korea=XX").exit_code != 0
    assert "Korea=KR" in exchange("dataset").stdout


@pytest.mark.usefixtures("sample")
def test_backup_is_a_dataset_of_its_own(exchange: Run) -> None:
    assert exchange("backup", "copy.db").exit_code == 0
    assert exchange("--db", "copy.db", "list", "--count").stdout == "19\n"
    assert "exists already" in exchange("backup", "copy.db").stderr


@pytest.mark.usefixtures("sample")
def test_csv_has_readable_columns(exchange: Run, tmp_path: Path) -> None:
    assert exchange("export", "--csv", "-o", "events.csv").stdout == ""
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    concert = rows["asean-korea-music-concert-2025"]
    assert concert["programme_name"] == "Future Innovation Cultural Exchange Initiative"
    assert (
        concert["performers"]
        == "Kep1er; AHOF; Na Taejoo; Min; Đức Phúc; Sooyoung (presenter (mc)); Mạnh Cường (presenter (mc))"
    )
    assert concert["attendance_approximate"] == "yes"
    assert concert["organisers"].split("; ")[0] == "Ministry of Culture, Sports and Tourism"


@pytest.mark.usefixtures("sample")
def test_json_and_json_lines_say_the_same(exchange: Run) -> None:
    array = json.loads(exchange("export", "roles", "role:performer", "--json").stdout)
    lines = [json.loads(line) for line in exchange("export", "roles", "role:performer", "--jsonl").stdout.splitlines()]
    assert array == lines
    assert len(array) == 5


@pytest.mark.usefixtures("sample")
def test_a_data_package_comes_back_the_same(exchange: Run, tmp_path: Path) -> None:
    assert exchange("export", "--datapackage", "one").exit_code == 0
    taken = exchange("--db", "other.db", "import", "one")
    assert taken.exit_code == 0, taken.output
    assert "made a new dataset, other.db" in taken.stderr
    assert "this one already" in exchange("--db", "other.db", "import", "one/datapackage.json").stderr
    assert exchange("--db", "other.db", "export", "--datapackage", "two").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(names) == 14
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.usefixtures("sample")
def test_what_cannot_be_written_is_said(exchange: Run, tmp_path: Path) -> None:
    assert "nowhere" in exchange("export", "--csv", "-o", "nowhere/x.csv").stderr
    (tmp_path / "busy").mkdir()
    (tmp_path / "busy" / "thesis.txt").write_text("mine")
    refused = exchange("export", "--datapackage", "busy")
    assert refused.exit_code == 1
    assert "thesis.txt" in refused.stderr
    assert sorted(path.name for path in (tmp_path / "busy").iterdir()) == ["thesis.txt"]


def test_six_commands_at_once_make_one_dataset_and_lose_nothing(exchange: Run) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "exchangecli", "add-event", f"Forum {number}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(6)
    ]
    said = [one.communicate()[1] for one in running]
    assert [one.returncode for one in running] == [0] * 6, said
    assert sum("made a new dataset, exchange.db" in one for one in said) == 1
    assert exchange("list", "--count").stdout == "6\n"


def test_a_command_that_fails_leaves_the_new_dataset_and_has_said_so(exchange: Run) -> None:
    refused = exchange("add-event", "Forum", "--start", "soon")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("made a new dataset, exchange.db\n")
    assert exchange("list", "--count").stdout == "0\n"
    assert exchange("dataset", "--title", "Mine").exit_code == 0


def test_a_sample_that_cannot_be_taken_in_leaves_no_file(
    exchange: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "datapackage.json").write_text("{")
    monkeypatch.setattr(packages, "sample", lambda: broken)
    assert exchange("init", "--sample").exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["broken"]
