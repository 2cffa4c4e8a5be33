"""``import`` of the rows of a file, as a person types it."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.progress import Progress
from typer.testing import Result

from exchangecli.show import console
from exchangecli.store.opening import Store

Run = Callable[..., Result]

SHEET = "Title;Start Date;City;Country;Contact\nHue Forum;05/06/2024;Huế;Việt Nam;x@y\nSeoul Talk;2023;Seoul;KR;\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "my events.csv"
    path.write_bytes(SHEET.encode("utf-8-sig"))
    return path


def test_a_spreadsheet_comes_in(exchange: Run, sheet: Path) -> None:
    taken = exchange("import", sheet, "--map", "Start Date=start", "--dates", "dmy")
    assert taken.exit_code == 0, taken.output
    assert taken.stdout == ""
    assert "made a new dataset, exchange.db" in taken.stderr
    assert "my events.csv, 2 events: 2 created" in taken.stderr
    assert "note: not taken in: \"Contact\"; --map 'Contact=FIELD'" in taken.stderr
    listed = exchange("list", "--csv", "--columns", "title,start,city,country").stdout.splitlines()
    assert listed[1:] == ["Seoul Talk,2023,Seoul,KR", "Hue Forum,2024-06-05,Huế,VN"]


def test_a_column_that_is_left_out_is_not_spoken_of(exchange: Run, sheet: Path) -> None:
    taken = exchange("import", sheet, "--map", "Contact=", "--map", "Start Date=start", "--dates", "dmy")
    assert "note:" not in taken.stderr


def test_a_trial_shows_every_row_and_makes_no_dataset(exchange: Run, sheet: Path, tmp_path: Path) -> None:
    tried = exchange("import", sheet, "--map", "Start Date=start", "--dry-run")
    assert tried.exit_code == 1
    rows = [line.split() for line in tried.stdout.splitlines()]
    assert rows[0] == ["Row", "Outcome", "Record", "Field", "What"]
    assert rows[1][:4] == ["2", "refused", "Start", "Date"]
    assert rows[2][:3] == ["3", "created", "seoul-talk-2023"]
    assert '"05/06/2024" could be 2024-06-05 or 2024-05-06' in tried.stderr
    assert not (tmp_path / "exchange.db").exists()
    assert exchange("import", sheet, "--map", "Start Date=start", "--dates", "mdy", "--dry-run").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my events.csv"]


@pytest.mark.usefixtures("sample")
def test_a_trial_shows_what_would_change(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("id,city,theme\nasean-korea-music-concert-2025,Saigon,Friends\n")
    tried = exchange("import", "x.csv", "--dry-run")
    assert "by the same id" in tried.stdout
    assert "Ho Chi Minh City → Saigon" in tried.stdout
    assert "— → Friends" in tried.stdout
    assert "1 changed" in tried.stderr
    assert "nothing was changed" in tried.stderr
    cited = exchange("import", "x.csv", "--dry-run", "--source", "asef-culture")
    assert "Ho Chi Minh City stays; this says Saigon" in cited.stdout


def test_bad_rows_go_to_a_file_that_can_be_mended(exchange: Run, sheet: Path, tmp_path: Path) -> None:
    refused = exchange("import", sheet, "--map", "Start Date=start")
    assert refused.exit_code == 1
    assert "1 row cannot be taken in; nothing was imported" in refused.stderr
    assert not (tmp_path / "exchange.db").exists()
    taken = exchange("import", sheet, "--map", "Start Date=start", "--skip-bad")
    assert taken.exit_code == 0
    aside = tmp_path / "my events.refused.csv"
    assert aside.read_text(encoding="utf-8").splitlines()[0] == "Title,Start Date,City,Country,Contact,why refused"
    aside.write_text(aside.read_text(encoding="utf-8").replace("05/06/2024", "5 June 2024"), encoding="utf-8")
    mended = exchange("import", aside, "--map", "Start Date=start")
    assert "1 event: 1 created" in mended.stderr
    assert exchange("list", "--count").stdout == "2\n"
    again = exchange("import", sheet, "--map", "Start Date=start", "--skip-bad")
    assert "my events.refused-2.csv" in again.stderr


def test_the_report_for_programs_is_all_that_is_printed(exchange: Run, sheet: Path) -> None:
    refused = exchange("import", sheet, "--map", "Start Date=start", "--json")
    said = json.loads(refused.stdout)
    assert (refused.exit_code, said["imported"]) == (1, False)
    assert said["counts"] == {"created": 1, "matched": 0, "changed": 0, "refused": 1}
    assert said["rows"][0]["problems"][0]["column"] == "Start Date"
    taken = json.loads(exchange("import", sheet, "--map", "Start Date=start", "--dates", "dmy", "--json").stdout)
    assert [row["outcome"] for row in taken["rows"]] == ["created", "created"]


@pytest.mark.usefixtures("sample")
def test_forty_sessions_of_one_festival(exchange: Run, tmp_path: Path) -> None:
    lines = [f"{number},{9 + number // 4:02}:{number % 4 * 15:02},Talk {number}" for number in range(1, 41)]
    (tmp_path / "programme.csv").write_text("\n".join(["no,start_time,title", *lines]))
    wanted = ("programme.csv", "--as", "sessions", "--set", "event=asean-korea-music-concert-2025")
    taken = exchange("import", *wanted, "--map", "no=position", "--source", "asef-culture")
    assert "40 sessions: 40 created, 160 claims written" in taken.stderr
    assert "40 matched" in exchange("import", *wanted, "--map", "no=position", "--source", "asef-culture").stderr
    assert exchange("list", "sessions", "event:asean-korea-music-concert-2025", "--count").stdout == "40\n"


def test_standard_input_is_a_file_too(exchange: Run) -> None:
    taken = exchange("import", "-", "--format", "jsonl", "--as", "participants", input='{"name": "KOFICE"}\n')
    assert taken.exit_code == 0, taken.output
    assert "standard input, 1 participant: 1 created" in taken.stderr
    assert "write --format with csv, json or jsonl" in exchange("import", "-", input="").stderr


def test_the_name_of_a_file_may_say_the_kind(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "participants.csv").write_text("name\nKOFICE\n")
    assert "1 participant: 1 created" in exchange("import", "participants.csv").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x.csv", "--as", "people"], '"people" is no kind of record here; write events, sessions'),
        (["x.csv", "--dates", "ymd"], '--dates: "ymd" is not dmy (the day comes first) or mdy'),
        (["x.csv", "--map", "Title"], '--map: "Title" is not written COLUMN=FIELD'),
        (["x.csv", "--map", "Title=titel"], 'events have no field "titel"; did you mean title?'),
        (["x.csv", "--set", "city"], '--set: "city" is not written FIELD=VALUE'),
        (["x.csv", "--set", "country=Korea"], '--set country: "Korea" could be KR (South Korea) or KP (North Korea)'),
        (["x.csv", "--format", "xls"], '"xls" is no format known here; write --format with csv, json or jsonl'),
        (["y.csv"], "y.csv: there is no such file"),
        (["pack", "--as", "events"], "--as is for the rows of a file; a Data Package says by itself what it holds"),
    ],
)
def test_slips_are_said_in_a_sentence(exchange: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "x.csv").write_text("title\nForum\n")
    (tmp_path / "pack").mkdir()
    refused = exchange("import", *arguments)
    assert refused.exit_code in (1, 2)
    assert said in refused.stderr
    assert not (tmp_path / "exchange.db").exists()


@pytest.mark.usefixtures("sample")
def test_a_trial_of_a_data_package(exchange: Run, tmp_path: Path) -> None:
    exchange("export", "--datapackage", "pack")
    tried = exchange("--db", "other.db", "import", "pack", "--dry-run")
    assert "would import" in tried.stderr
    assert not (tmp_path / "other.db").exists()


def test_what_was_refused_comes_in_by_the_line_that_is_printed(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "participants.csv").write_text("Who,kind\nOrg A,organisation\nOrg B,ensemble\nOrg C,foo\n")
    taken = exchange("import", "participants.csv", "--map", "Who=name", "--skip-bad")
    assert "2 created, 1 refused" in taken.stderr
    again = taken.stderr.splitlines()[-1].partition(": ")[2]
    assert again == "exchange import participants.refused.csv --map Who=name"
    aside = tmp_path / "participants.refused.csv"
    aside.write_text(aside.read_text().replace(",foo,", ",person,"))
    assert "1 participant: 1 created" in exchange(*shlex.split(again)[1:]).stderr
    assert (
        json.loads(exchange("import", "participants.csv", "--map", "Who=name", "--skip-bad", "--json").stdout)[
            "refused_file"
        ]
        == "participants.refused-2.csv"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_written_keeps_everything_out(exchange: Run, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "x.csv").write_text("title,start\nA,2024\nB,soon\n")
    closed.chmod(0o555)
    refused = exchange("import", closed / "x.csv", "--skip-bad")
    closed.chmod(0o755)
    assert "the refused rows could not be written there" in refused.stderr
    assert not (tmp_path / "exchange.db").exists()


def test_a_dangling_link_is_no_free_name(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("title,start\nA,2024\nB,soon\n")
    (tmp_path / "x.refused.csv").symlink_to(tmp_path / "nowhere" / "x")
    assert "wrote x.refused-2.csv" in exchange("import", "x.csv", "--skip-bad").stderr


def test_a_file_without_rows_says_so(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("title\n")
    assert exchange("import", "x.csv").stderr.endswith("x.csv has no rows\n")


@pytest.mark.usefixtures("sample")
def test_what_was_passed_over_is_said(exchange: Run, tmp_path: Path) -> None:
    exchange("export", "city:Singapore", "--csv", "-o", "x.csv")
    text = (tmp_path / "x.csv").read_text(encoding="utf-8").replace("National Gallery Singapore", "")
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    said = exchange("import", "x.csv").stderr
    assert 'note: left alone, since they only repeat what stands in other records: "programme_name"' in said
    assert "note: 1 cell is empty where the record has a value, which stays; exchange edit ID FIELD!" in said


def test_another_folders_dataset_is_named(exchange: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exchange("init")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert exchange("add-event", "Forum").stderr.startswith(f"in {tmp_path / 'exchange.db'}\n")


def test_a_bar_is_drawn_only_where_somebody_waits(
    exchange: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exchangecli.show import progress

    monkeypatch.setattr(progress, "LONG", 10)
    (tmp_path / "x.csv").write_text("title\nForum\nConcert\n")
    assert "\x1b" not in exchange("import", "x.csv", "--dry-run").stderr
    monkeypatch.setattr(console, "is_watched", lambda: True)
    drawn: list[str] = []
    wrapped = Progress.wrap_file

    def watched(progress: Progress, *given: Any, **further: Any) -> Any:
        drawn.append(further["description"])
        return wrapped(progress, *given, **further)

    monkeypatch.setattr(Progress, "wrap_file", watched)
    assert "2 events: 2 created" in exchange("import", "x.csv", "--dry-run").stderr
    assert drawn == ["x.csv"]
    monkeypatch.setattr(progress, "LONG", 10_000)
    exchange("import", "x.csv", "--dry-run")
    assert drawn == ["x.csv"]


def test_control_codes_of_a_file_reach_no_terminal(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("title,\x1b[31mRemarks\nForum\x1b[2J,y\n")
    refused = exchange("import", "x.csv")
    assert refused.exit_code == 1
    assert "\x1b" not in refused.stderr
    assert "holds a control character" in refused.stderr


@pytest.fixture
def _listening() -> Iterator[None]:
    """Where the tests run in the background of a shell, Ctrl-C is ignored, also by what they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_listening")
def test_ctrl_c_leaves_nothing_half_done(sample: Store, tmp_path: Path) -> None:
    """A pipe holds 64 KiB: once 200 are written to it, the command has taken in some rows and waits for the rest."""
    before = list(sample.connection.iterdump())
    rows = "".join(json.dumps({"title": f"Forum {n}", "description": "x" * 1000}) + "\n" for n in range(200))
    command = [sys.executable, "-m", "exchangecli", "import", "-", "--format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, bufsize=0) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        written = 0
        while written < len(rows):
            written += os.write(running.stdin.fileno(), rows[written:].encode())
        running.send_signal(signal.SIGINT)
        said = running.stderr.read().decode()
    assert running.returncode == 130
    assert "interrupted" in said
    assert list(sample.connection.iterdump()) == before
