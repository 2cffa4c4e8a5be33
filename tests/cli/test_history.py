"""``log``, ``undo`` and ``--at``: what was done, one of it taken back, the dataset as it stood."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from typer.testing import Result

from exchangecli.cli import dataset
from exchangecli.model import clock

Run = Callable[..., Result]
BEGUN = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _clock() -> Iterator[mock.MagicMock]:
    """A clock of their own, which goes on by a day with each operation that asks it."""
    with mock.patch.object(clock, "now", side_effect=(BEGUN + timedelta(days=one) for one in range(1000))) as asked:
        yield asked


@pytest.fixture(scope="module")
def made() -> list[tuple[bytes, int]]:
    """The dataset of ``forum``, once it was made, and how often the clock was asked meanwhile."""
    return []


@pytest.fixture
def forum(exchange: Run, made: list[tuple[bytes, int]], _clock: mock.MagicMock) -> Run:
    """A dataset of a source (operation 2), an event (3) and two edits of it (4 and 5)."""
    path = Path("exchange.db")
    if not made:
        exchange("init")
        exchange("add-source", "Hue Daily")
        exchange("add-event", "Forum", "--start", "2024", "--attendance", "40", "--source", "hue-daily")
        exchange("edit", "forum", "attendance=43", "--because", "counted", "--yes")
        exchange("edit", "forum", "city=Hue", "--yes")
        made.append((path.read_bytes(), _clock.call_count))
    held, asked = made[0]
    path.write_bytes(held)
    while _clock.call_count < asked:
        clock.now()
    return exchange


def said(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def outside(sql: str) -> None:
    with closing(sqlite3.connect("exchange.db", isolation_level=None)) as connection:
        connection.execute(sql)


# --- log --------------------------------------------------------------------------------------------------------


def test_the_log_tells_each_operation_the_newest_first(forum: Run) -> None:
    entries = said(forum("log", "--json"))
    assert [one["operation"] for one in entries] == [5, 4, 3, 2, 1]
    assert entries[1] == {
        "operation": 4,
        "at": "2025-11-23T09:00:00Z",
        "who": "tester",
        "command": "exchange edit forum attendance=43 --because counted --yes",
        "reason": "counted",
        "records": 1,
        "undoes": None,
        "undone_by": None,
        "undone_partly_by": None,
        "releases": [],
    }


def test_what_another_program_wrote_stands_between(forum: Run) -> None:
    outside("UPDATE event SET city = 'Huế'")
    forum("edit", "forum", "status=held", "--yes")
    entries = said(forum("log", "--json", "--limit", "3"))
    assert [one["operation"] for one in entries] == [6, None, 5]
    assert entries[1] | {"at": ""} == {
        "operation": None,
        "at": "",
        "who": "another program",
        "command": None,
        "reason": None,
        "records": 1,
        "undoes": None,
        "undone_by": None,
        "undone_partly_by": None,
        "releases": [],
    }


def test_what_another_program_wrote_in_one_second_is_one_entry(forum: Run) -> None:
    with closing(sqlite3.connect("exchange.db", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for number in range(5):
            connection.execute("INSERT INTO participant (id, name) VALUES (?, 'P')", [f"p-{number}"])
        connection.execute("COMMIT")
        connection.execute("UPDATE change SET at = '2025-11-25T00:00:00Z' WHERE operation IS NULL")
    assert said(forum("log", "--json"))[0]["records"] == 5


def test_an_operation_that_touched_claims_alone_counts_the_records_they_are_about(forum: Run) -> None:
    forum("edit", "forum", "attendance=43", "city=Hue", "--source", "hue-daily", "--yes")
    assert said(forum("log", "--json", "--limit", "1"))[0]["records"] == 1


@pytest.mark.parametrize(
    ("words", "operations"),
    [
        (["forum"], [8, 7, 5, 4, 3]),
        (["guild"], [7, 6]),
        (["hue-daily"], [2]),
        (["year:2024"], [8, 7, 5, 4, 3]),
        (["participants", "name:any"], [7, 6]),
    ],
    ids=str,
)
def test_the_log_of_a_record_tells_what_touched_it_or_what_belongs_to_it(
    forum: Run, words: list[str], operations: list[int]
) -> None:
    forum("add-participant", "Guild")
    forum("add-role", "guild", "host", "forum")
    forum("add-name", "forum", "포럼", "--kind", "translation")
    assert [one["operation"] for one in said(forum("log", *words, "--json"))] == operations


def test_a_record_that_is_gone_is_known_by_its_id(forum: Run) -> None:
    forum("add-session", "forum", "Lacquer")
    forum("delete", "forum", "--cascade", "--yes")
    assert [one["operation"] for one in said(forum("log", "forum-2024", "--json"))] == [7, 6, 5, 4, 3]


@pytest.mark.parametrize(
    ("since", "operations"),
    [("2025-11-23", [5, 4]), ("2025-12", []), ("2025", [5, 4, 3, 2, 1]), ("2024..2025", [5, 4, 3, 2, 1])],
)
def test_the_log_since_a_day(forum: Run, since: str, operations: list[int]) -> None:
    assert [one["operation"] for one in said(forum("log", "--since", since, "--json"))] == operations


def test_a_record_of_which_nothing_was_done_since_says_so(forum: Run) -> None:
    told = forum("log", "forum", "--since", "2030")
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "nothing was done to forum since\n")


def test_the_history_of_a_field_down_to_where_the_record_was_made(forum: Run) -> None:
    forum("edit", "forum", "attendance=45", "--source", "hue-daily", "--yes")
    forum("undo", "--yes")
    told = said(forum("log", "forum", "--field", "attendance", "--json"))
    assert [(one["operation"], one["what"], one["before"], one["after"], one["undone_by"]) for one in told] == [
        (7, "changed", 45, 43, None),
        (6, "changed", 43, 45, 7),
        (4, "changed", 40, 43, None),
        (3, "created", None, 40, None),
    ]
    assert told[2]["reason"] == "counted"
    assert told[0]["undoes"] == 6
    assert {"what": "written", "source": "hue-daily", "value": "45", "rank": "normal"} in told[1]["claims"]
    assert told[3]["claims"] == [{"what": "written", "source": "hue-daily", "value": "40", "rank": "normal"}]


def test_the_history_of_a_field_of_a_record_that_is_gone(forum: Run) -> None:
    forum("delete", "forum", "--yes")
    told = said(forum("log", "forum-2024", "--field", "city", "--json"))
    assert [(one["operation"], one["what"], one["before"], one["after"]) for one in told] == [
        (6, "deleted", "Hue", None),
        (5, "changed", None, "Hue"),
        (3, "created", None, None),
    ]


def test_a_table_of_a_field_says_what_sources_came_to_say(forum: Run) -> None:
    forum("edit", "forum", "city!", "--because", "nobody knows", "--yes")
    lines = forum("log", "forum", "--field", "attendance").stdout.splitlines()
    assert lines[0].split() == ["No.", "When", "Who", "Before", "After", "Why"]
    assert lines[1].split() == ["4", "23", "Nov", "2025", "09:00", "tester", "40", "43", "counted"]
    assert lines[-1].strip() == "hue-daily says so"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--field", "city"], 2, "--field city needs one record"),
        (["year:2024..2030", "--field", "nothing"], 2, 'events have no field "nothing"'),
        (["nobody"], 1, 'no record is called "nobody"'),
        (["--since", "soon"], 2, '--since: "soon" is not a date'),
        (["--limit", "-1"], 2, "--limit: -1 is no number"),
        (["--release", "1.2", "forum"], 2, "--release and what narrows the log do not go together"),
    ],
    ids=str,
)
def test_what_the_log_cannot_tell(forum: Run, arguments: list[str], code: int, told: str) -> None:
    refused = forum("log", *arguments)
    assert refused.exit_code == code
    assert told in refused.stderr


# --- undo -------------------------------------------------------------------------------------------------------


def test_an_undo_shows_what_goes_back(forum: Run) -> None:
    told = forum("undo", "4", "--yes", "--because", "a slip")
    assert told.exit_code == 0
    shown = [
        "Record Field Now Then forum-2024 Attendance 43 40",
        "What Kind Id attendance of forum-2024: 43 (the curator) claim remove",
        "attendance of forum-2024: 40 (hue-daily) claim change back",
    ]
    assert " ".join(told.stdout.split()) == " ".join(shown)
    assert told.stderr == (
        "operation 4, 23 Nov 2025 09:00, tester: exchange edit forum attendance=43 --because counted --yes\n"
        "undone: operation 4; exchange undo 6 brings it back\n"
    )
    newest, *older = said(forum("log", "--json"))
    assert (newest["undoes"], newest["reason"]) == (4, "a slip")
    assert [one["undone_by"] for one in older] == [None, 6, None, None, None]
    assert "undone by 6" in forum("log").stdout


def test_without_a_terminal_it_asks_for_yes_and_changes_nothing(forum: Run) -> None:
    refused = forum("undo")
    assert refused.exit_code == 1
    assert "--yes" in refused.stderr
    assert said(forum("log", "--json", "--limit", "1"))[0]["operation"] == 5


def test_a_person_is_asked(forum: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exchangecli.show.console.can_ask", lambda: True)
    assert forum("undo", input="n\n").exit_code == 1
    agreed = forum("undo", input="y\n")
    assert "Undo operation 5? [y/N]" in agreed.stderr
    assert said(forum("show", "forum", "--json"))["city"] is None


def test_a_refused_undo_names_the_operation_in_the_way_and_rest_leaves_it(forum: Run) -> None:
    forum("edit", "forum", "city=Huế", "--yes")
    forum("add-participant", "Guild")
    refused = forum("undo", "5", "--yes")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert (
        "event forum-2024, city: is \"Huế\" now, by operation 6 (exchange edit forum 'city=Huế' --yes)"
        in refused.stderr
    )
    refused = forum("undo", "3", "--yes")
    assert "event forum-2024: its attendance is" in refused.stderr
    assert refused.exit_code == 1


def test_an_import_of_many_rows_is_undone_in_one_go(forum: Run, tmp_path: Path) -> None:
    rows = "".join(f"Event {number},2024,Hue,music;dance\n" for number in range(300))
    (tmp_path / "rows.csv").write_text(f"title,start,city,disciplines\n{rows}", encoding="utf-8")
    forum("import", "rows.csv")
    told = forum("undo", "--yes")
    assert "and 280 more  event  remove" in told.stdout
    assert forum("list", "--count").stdout == "1\n"
    assert forum("undo", "7", "--yes").exit_code == 0
    assert forum("list", "--count").stdout == "301\n"
    assert said(forum("list", "Event 299", "--json"))[0]["disciplines"] == ["music", "dance"]


def test_a_deletion_with_all_it_took_along_is_undone(exchange: Run, sample: object) -> None:
    assert sample
    exchange("export", "--datapackage", "before")
    exchange("delete", "kofice", "--cascade", "--yes")
    assert exchange("undo", "--yes").exit_code == 0
    exchange("export", "--datapackage", "after")
    for path in Path("before").iterdir():
        assert (Path("after") / path.name).read_bytes() == path.read_bytes()


# --- the dataset as it stood ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "city", "attendance"),
    [
        ("op:3", None, 40),
        ("OP:4", None, 43),
        ("op:5", "Hue", 43),
        ("2025-11-22", None, 40),
        ("2025-11-23T09:00", None, 43),
        ("2025-11-23 08:59", None, 40),
        ("2025-11", "Huế", 43),
        ("2030", "Huế", 43),
        ("1.2", "Hue", 43),
    ],
)
def test_a_record_as_it_stood(forum: Run, at: str, city: str | None, attendance: int) -> None:
    assert forum("log", "--release", "1.2").exit_code == 0
    with closing(sqlite3.connect("exchange.db", isolation_level=None)) as connection:
        connection.execute("UPDATE event SET city = 'Huế'")
        connection.execute("UPDATE change SET at = '2025-11-30T12:00:00Z' WHERE operation IS NULL")
    shown = forum("show", "forum", "--json", "--at", at)
    assert (said(shown)["city"], said(shown)["attendance"]) == (city, attendance)
    assert shown.stderr.startswith("as it stood after operation ")
    listed = said(forum("list", "year:2024", "--json", "--at", at))
    assert [(one["city"], one["attendance"]) for one in listed] == [(city, attendance)]


def test_each_reading_command_looks_at_it_and_the_file_is_not_written(forum: Run, tmp_path: Path) -> None:
    forum("delete", "forum", "--cascade", "--yes")
    with closing(sqlite3.connect("exchange.db")) as connection:
        before = list(connection.iterdump())
    assert forum("list", "--count", "--at", "op:5").stdout == "1\n"
    assert forum("list", "--count", "--at", "op:2").stdout == "0\n"
    assert said(forum("search", "forum", "--json", "--at", "op:5"))[0]["id"] == "forum-2024"
    assert "forum-2024" in forum("export", "--csv", "--at", "op:5").stdout
    assert forum("show", "forum", "--at", "op:6").exit_code == 1
    assert forum("export", "--datapackage", "package", "--at", "op:5").exit_code == 0
    assert "Forum" in (tmp_path / "package" / "events.csv").read_text(encoding="utf-8")
    assert forum("export", "--csv", "-o", "exchange.db", "--at", "op:5").exit_code == 1
    with closing(sqlite3.connect("exchange.db")) as connection:
        assert list(connection.iterdump()) == before


@pytest.mark.parametrize(
    ("at", "code", "told"),
    [
        ("2019", 1, "the dataset was not there yet at 2019; it began on 2025-11-20 at 09:00"),
        ("op:99", 1, "there is no operation 99; the newest is 5"),
        ("soon", 2, '"soon" is no date, no operation and no release'),
        ("1.3", 2, "did you mean 1.2?"),
        ("2025-13-01T10:00", 2, "is no date"),
        ("op:x", 2, "is no date"),
    ],
)
def test_a_state_that_there_is_not(forum: Run, at: str, code: int, told: str) -> None:
    forum("log", "--release", "1.2")
    refused = forum("list", "--at", at)
    assert (refused.exit_code, refused.stdout) == (code, "")
    assert told in refused.stderr


@pytest.mark.parametrize("name", ["2025", "spring 2024", "op:3", "", " x", "-7d", "2025-11-20T10:00"])
def test_a_name_that_would_be_read_as_something_else(forum: Run, name: str) -> None:
    assert forum("log", f"--release={name}").exit_code == 2


def test_a_release_stands_beside_its_operation_and_its_name_is_given_once(forum: Run) -> None:
    assert forum("log", "--release", "1.2").stderr == "release 1.2: the dataset as it stood after operation 5\n"
    forum("log", "--release", "final")
    assert said(forum("log", "--json"))[0]["releases"] == ["1.2", "final"]
    assert "release 1.2, final" in forum("log").stdout
    refused = forum("log", "--release", "1.2")
    assert refused.exit_code == 1
    assert 'the release "1.2" is there already, as the state after operation 5' in refused.stderr


def test_who_is_working(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXCHANGE_USER", "Mai")
    assert dataset.who() == "Mai"
    monkeypatch.delenv("EXCHANGE_USER")
    monkeypatch.setattr(dataset, "_git_name", lambda: "")
    monkeypatch.setenv("LOGNAME", "mai-login")
    assert dataset.who() == "mai-login"


# --- the past, and large numbers ------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["show", "claims"])
def test_what_is_not_there_yet_is_not_found_in_words(forum: Run, command: str) -> None:
    result = forum(command, "nobody", "--at", "op:3")
    assert (result.exit_code, 'no record is called "nobody"' in result.stderr) == (1, True)
    assert not result.exception or isinstance(result.exception, SystemExit)


def test_a_moment_from_the_log_is_the_state_at_that_moment(forum: Run) -> None:
    logged = said(forum("log", "--json"))
    for one in logged[:-1]:
        told = forum("list", "--count", "--at", one["at"]).stderr
        assert told.startswith(f"as it stood after operation {one['operation']},"), one
        assert forum("list", "--count", "--at", one["at"].replace("T", " ").rstrip("Z")).stderr == told
    assert [one["operation"] for one in said(forum("log", "--json", "--since", logged[1]["at"]))] == [5, 4]


@pytest.mark.parametrize("moment", ["24 Nov 2026 15:55", "2026-11-24 at 15:55", "2026-11-24T25:00"])
def test_a_time_that_cannot_be_read_is_not_passed_over(forum: Run, moment: str) -> None:
    assert forum("list", "--at", moment).exit_code == 2
    assert forum("log", "--since", moment).exit_code == 2


def test_numbers_beyond_all_counting(forum: Run) -> None:
    assert "there is no operation" in forum("undo", "9223372036854775808", "--yes").stderr
    assert len(said(forum("log", "--json", "--limit", "9" * 25))) == 5


def test_a_release_is_called_by_one_operation(forum: Run) -> None:
    forum("undo", "--yes")
    made = said(forum("log", "--release", "R", "--json"))
    assert (made["name"], made["operation"]) == ("R", 4)
    assert forum("list", "--count", "--at", "R").stderr.startswith("as it stood after operation 4,")


def test_what_another_program_changed_is_changed_back_by_hand(forum: Run) -> None:
    with closing(sqlite3.connect("exchange.db", isolation_level=None)) as other:
        other.execute("UPDATE event SET city = 'Seoul'")
    refused = forum("undo", "5", "--yes")
    assert "what another program wrote has none, and exchange edit changes it back" in refused.stderr


def test_the_history_of_a_list_says_once_what_became_of_a_claim(forum: Run) -> None:
    forum("edit", "forum", "disciplines=dance", "--source", "hue-daily", "--yes")
    forum("edit", "forum", "disciplines=music", "--yes")
    forum("edit", "forum", "disciplines=film", "--yes")
    newest = said(forum("log", "forum", "--field", "disciplines", "--json"))[0]
    assert [one["rank"] for one in newest["claims"] if one["source"]] == []
    assert 'hue-daily says "Dance": deprecated now' in " ".join(
        forum("log", "forum", "--field", "disciplines").stdout.split()
    )


def test_of_many_claims_the_first_few_are_named(exchange: Run) -> None:
    exchange("init")
    exchange("add-source", "Hue Daily")
    fields = ["--start", "1-2 May 2024", "--city", "Hue", "--country", "VN", "--venue", "Hall", "--theme", "Craft"]
    more = ["--kind", "concert", "--status", "held", "--mode", "online"]
    exchange("add-event", "Forum", *fields, *more, "--source", "hue-daily")
    lines = exchange("undo", "--yes").stdout.splitlines()
    assert sum("(hue-daily)" in line for line in lines) == 8
    assert lines[-1].split() == ["and", "2", "more", "claim,", "name", "remove"]
    assert sum("(hue-daily)" in line for line in exchange("undo", "4", "--yes").stdout.splitlines()) == 8
