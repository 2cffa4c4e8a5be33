"""What every command keeps: exit codes, two streams, no traceback for what a user can meet, no import unpaid for."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from exchangecli.store.opening import Store

Run = Callable[..., Result]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as a process of its own, its output in pipes."""
    command = [sys.executable, "-m", "exchangecli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | environment)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list"], 0),
        (["list", "nothingofthiskind"], 0),
        (["search", "nothingofthiskind"], 0),
        (["show", "nobody"], 1),
        (["show", "asean-korea"], 1),
        (["vocabulary", "nonsense"], 2),
        (["list", "colour:red"], 2),
        (["list", "(concert"], 2),
        (["list", "--nonsense"], 2),
        (["list", "--limit", "-1"], 2),
        (["nonsense"], 2),
        (["add-event", "No year", "--start", "8 November"], 2),
        (["add-role", "KOFICE"], 2),
        (["export"], 2),
        (["export", "--csv", "--json"], 2),
        (["export", "forum", "--datapackage", "out"], 2),
        (["import", "nowhere"], 1),
        (["edit", "asem", "status=held"], 2),
        (["delete", "asem"], 1),
        (["delete", "forum"], 1),
        (["init"], 1),
        (["log"], 0),
        (["log", "nobody"], 1),
        (["log", "--since", "soon"], 2),
        (["log", "kofice", "--field", "colour"], 2),
        (["undo", "1"], 1),
        (["undo", "x"], 2),
        (["list", "--at", "soon"], 2),
        (["show", "kofice", "--at", "op:1"], 1),
        (["export", "--csv", "--at", "op:2"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
@pytest.mark.usefixtures("sample")
def test_exit_code(exchange: Run, arguments: list[str], code: int) -> None:
    result = exchange(*arguments)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    if code:
        assert result.stderr
        assert result.stdout == ""


def test_what_is_data_goes_to_stdout_and_what_is_said_to_stderr(exchange: Run) -> None:
    made = exchange("add-event", "Forum", "--start", "2024")
    assert made.stdout.startswith("Forum\nevent forum-2024\n")
    assert made.stderr == "made a new dataset, exchange.db\nadded event forum-2024, without a source\n"


def test_json_prints_nothing_else(exchange: Run) -> None:
    made = exchange("add-event", "Forum", "--start", "2024", "--json")
    assert made.stdout.startswith("{")
    assert made.stdout.endswith("}\n")


@pytest.mark.usefixtures("sample")
def test_a_title_that_looks_like_an_option_needs_two_dashes_and_the_error_says_so(exchange: Run) -> None:
    refused = exchange("add-event", "-minus")
    assert refused.exit_code == 2
    assert "needs -- before it" in " ".join(refused.stderr.split())
    assert exchange("add-event", "--start", "2024", "--", "-minus").exit_code == 0


@pytest.mark.usefixtures("sample")
def test_a_closed_pipe_is_no_error() -> None:
    command = [sys.executable, "-m", "exchangecli", "export", "--csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read()
    assert running.returncode == 0
    assert said == b""


@pytest.mark.usefixtures("sample")
def test_a_pipe_has_no_colour_and_no_line_is_cut() -> None:
    printed = process("list", "--columns", "id,title,programme", COLUMNS="40").stdout
    assert "\x1b" not in printed
    assert "asem-workshop-enhancing-asem-visibility-through-cultural-2010" in printed


def test_text_from_outside_is_harmless(exchange: Run, sample: Store) -> None:
    name = "Evil \x1b[31mred\x1b[0m [bold]marks[/bold] \u202eturned"
    sample.connection.execute("INSERT INTO participant (id, name) VALUES ('evil', ?)", [name])
    for shown in (exchange("list", "participants", "evil"), exchange("search", "evil"), exchange("show", "evil")):
        assert shown.exit_code == 0
        assert "\x1b" not in shown.stdout
        assert "\u202e" not in shown.stdout
        assert "[bold]marks[/bold]" in shown.stdout


@pytest.mark.usefixtures("sample")
def test_bytes_that_are_no_utf8_are_refused(exchange: Run) -> None:
    refused = exchange("add-event", "x\udcff")
    assert refused.exit_code == 2
    assert "is not UTF-8" in refused.stderr


@pytest.mark.usefixtures("sample")
def test_a_full_disk_is_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "exchangecli", "list"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert ran.returncode == 1
    assert ran.stderr == (
        "exchange: the output could not be written: no space left on device\n"
        "  hint: make room on its disk, and run the command again\n"
    )


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("other", [[], ["-wal"]], ids=["the file", "its log"])
def test_an_export_never_replaces_the_dataset(exchange: Run, tmp_path: Path, other: list[str]) -> None:
    refused = exchange("export", "--csv", "-o", "".join(["exchange.db", *other]))
    assert refused.exit_code == 1
    assert "is the dataset itself" in refused.stderr
    (tmp_path / "link.csv").symlink_to(tmp_path / "exchange.db")
    assert exchange("export", "--csv", "-o", "link.csv").exit_code == 1
    assert exchange("list", "--count").stdout == "19\n"


@pytest.mark.usefixtures("sample")
def test_an_export_writes_through_a_link_and_into_a_pipe(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "target.csv")
    assert exchange("export", "--csv", "-o", "link.csv").exit_code == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "target.csv").read_text().startswith("id,title")
    assert exchange("export", "--csv", "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()
    assert exchange("export", "--csv", "-o", "-").stdout.startswith("id,title")


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lst", "list"),
        ("ad-event", "add-event"),
        ("add-events", "add-event"),
        ("exprot", "export"),
        ("serch", "search"),
        ("events", "list events"),
        ("Participant", "list participants"),
        ("add", "add-event, add-session"),
    ],
)
def test_a_misspelt_command_gets_the_nearest(exchange: Run, typed: str, meant: str) -> None:
    refused = exchange(typed)
    assert refused.exit_code == 2
    assert f"; did you mean {meant}" in refused.stderr


@pytest.mark.usefixtures("sample")
def test_a_misspelt_option_gets_the_nearest(exchange: Run) -> None:
    refused = exchange("list", "--contry", "VN")
    assert refused.exit_code == 2
    assert "list has no option --contry; did you mean --country or --count?" in refused.stderr
    assert "list has no option --xyzzy\n" in exchange("list", "--xyzzy").stderr


MISSPELT = [
    (["list", "contry:VN"], 2, 'events have no field "contry"; did you mean country?'),
    (["list", "--sort", "titel"], 2, 'events have no field "titel"; did you mean title?'),
    (["edit", "kofice", "acronim=X"], 2, 'participants have no field "acronim"; did you mean acronym?'),
    (["list", "kind:konzert"], 2, '"konzert" is not in the list of event-kinds; did you mean concert?'),
    (["list", "--role", "performr"], 2, '"performr" is not in the list of roles; did you mean performer?'),
    (["list", "--country", "Vietnm"], 2, "did you mean VN (Vietnam)?"),
    (["list", "country:Korae"], 2, "did you mean KR (South Korea) or KP (North Korea)?"),
    (["add-event", "X", "--country", "Germny"], 2, "did you mean DE (Germany)?"),
    (["list", "--participant", "kofise"], 2, 'no participant is called "kofise"; did you mean kofice (Korean Found'),
    (["list", "programme:asme"], 2, "did you mean one of these?\n  asem  Asia-Europe Meeting\n"),
    (["show", "KOFISE"], 1, 'no record is called "KOFISE"; did you mean kofice (Korean Found'),
    (["show", "asean-koera-music"], 1, "did you mean asean-korea-music-concert-2025 (2025 ASEAN-Korea Music Concert)?"),
    (["delete", "duk phuc", "--yes"], 1, "did you mean duc-phuc (Đức Phúc)?"),
    (["edit", "kofise", "acronym=X", "--yes"], 1, "did you mean kofice"),
    (["add-role", "kofise", "organiser", "asem"], 1, "did you mean kofice"),
    (["vocabulary", "frequency"], 2, "did you mean frequencies?"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), MISSPELT, ids=str)
@pytest.mark.usefixtures("sample")
def test_what_is_misspelt_is_suggested_and_never_read(
    exchange: Run, arguments: list[str], code: int, said: str
) -> None:
    refused = exchange(*arguments)
    assert refused.exit_code == code
    assert said in refused.stderr
    assert refused.stdout == ""


def test_the_start_of_the_name_of_a_list_is_enough(exchange: Run) -> None:
    assert exchange("vocabulary", "role").stdout == exchange("vocabulary", "roles").stdout
    assert exchange("vocabulary", "event").stdout == exchange("vocabulary", "event_kinds").stdout
    assert exchange("vocabulary", "s").exit_code == 2


def test_without_a_dataset_the_error_says_how_to_make_one(exchange: Run) -> None:
    result = exchange("list")
    assert result.exit_code == 1
    assert "no exchange.db here or in a parent folder" in result.stderr
    assert "exchange init" in result.stderr


@pytest.mark.usefixtures("sample")
def test_the_dataset_is_found_in_a_parent_folder(
    exchange: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert exchange("list", "--count").stdout == "19\n"


def test_db_comes_before_the_environment(exchange: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert exchange("--db", "one.db", "init").exit_code == 0
    assert exchange("--db", "two.db", "init", "--sample").exit_code == 0
    monkeypatch.setenv("EXCHANGE_DB", "one.db")
    assert exchange("list", "--count").stdout == "0\n"
    assert exchange("--db", "two.db", "list", "--count").stdout == "19\n"


def test_the_log_keeps_the_command_as_typed_and_who_typed_it(exchange: Run, sample: Store) -> None:
    exchange("add-event", "A forum, again", "--start", "2024")
    row = sample.connection.execute("SELECT * FROM operation ORDER BY number DESC").fetchone()
    assert row["command"] == "exchange add-event 'A forum, again' --start 2024"
    assert row["who"] == "tester"


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("arguments", "unpaid"),
    [
        (["list", "--country", "VN", "--limit", "20"], ["sqlite_utils", "rich.table", "pydantic", "rapidfuzz", "csv"]),
        (["--version"], ["sqlite3", "rich", "sqlite_utils", "pydantic", "dateutil"]),
        (["show", "kofice", "--json"], ["sqlite_utils", "rich", "pydantic", "rapidfuzz", "dateutil"]),
        (["vocabulary", "groups"], ["sqlite_utils", "rich.table", "pydantic", "rapidfuzz", "dateutil"]),
        (["export", "--csv"], ["sqlite_utils", "rich", "pydantic", "rapidfuzz", "dateutil"]),
        (["log", "--json"], ["sqlite_utils", "rich", "pydantic", "rapidfuzz", "dateutil"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_a_command_imports_only_what_it_uses(arguments: list[str], unpaid: list[str]) -> None:
    said = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "exchangecli", *arguments],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    imported = {line.rpartition("|")[2].strip() for line in said.splitlines()}
    assert "typer" in imported
    assert imported.isdisjoint(unpaid)


FOREIGN_WRITES = [
    "UPDATE event SET start = 'not a date' WHERE id LIKE '%concert%'",
    "UPDATE event SET \"end\" = 'soon' WHERE id LIKE '%concert%'",
    "UPDATE event SET languages = '[1, 2]' WHERE id LIKE '%concert%'",
    "UPDATE dataset SET readings = '[\"x\"]'",
    "UPDATE dataset SET readings = '[1]'",
    "UPDATE claim SET value = 'soon' WHERE field = 'start'",
    "UPDATE role SET role = 'dancer'",
    "UPDATE event SET title = CAST(x'ff' AS TEXT) WHERE id LIKE '%concert%'",
]


@pytest.mark.parametrize("write", FOREIGN_WRITES)
@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["show", "asean-korea-music-concert-2025"],
        ["show", "asean-korea-music-concert-2025", "--claims"],
        ["export", "--csv"],
        ["edit", "asean-korea-music-concert-2025", "start=2024", "languages+=ko", "--yes"],
        ["add-event", "2025 ASEAN-Korea Music Concert", "--start", "1990"],
    ],
    ids=" ".join,
)
def test_what_another_program_wrote_is_no_traceback(
    exchange: Run, sample: Store, write: str, arguments: list[str]
) -> None:
    sample.connection.execute(write)
    result = exchange(*arguments)
    assert result.exit_code in (0, 1), result.output
    assert "UTF-8" in result.stderr or result.exit_code == 0 or "is there already" in result.stderr


@pytest.mark.usefixtures("sample")
def test_any_limit_is_a_limit(exchange: Run) -> None:
    assert len(exchange("list", "--ids", "--limit", "99999999999999999999").stdout.split()) == 19
    assert exchange("search", "forum", "--limit", "99999999999999999999").exit_code == 0


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("option", ["--country", "--year", "--kind", "--participant"])
def test_an_empty_shorthand_is_no_wish_for_everything(exchange: Run, option: str) -> None:
    refused = exchange("list", option, "")
    assert refused.exit_code == 2
    assert option in refused.stderr


@pytest.mark.usefixtures("sample")
def test_any_locale_will_do() -> None:
    said = process("list", "participants", "duc", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert said.returncode == 0, said.stderr
    assert "Đức Phúc" in said.stdout


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("command", ["list >&-", "list > /dev/full", "--help > /dev/full", "list 2>&-"])
def test_a_stream_that_cannot_be_written_is_no_traceback(command: str) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m exchangecli {command}", shell=True, capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1)
    assert "Traceback" not in ran.stderr


def test_a_folder_that_is_gone_has_no_dataset(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = subprocess.run(
        f"cd {gone} && rmdir {gone} && {sys.executable} -m exchangecli list",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "there is no exchange.db" in ran.stderr


def test_a_refused_import_leaves_no_dataset(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "datapackage.json").write_text("{}")
    assert exchange("--db", "new.db", "import", "package").exit_code == 1
    assert exchange("--db", "other.db", "add-event").exit_code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["package"]
