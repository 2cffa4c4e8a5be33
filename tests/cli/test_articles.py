"""``ingest`` and ``review``, as they are typed; what is read out of the articles is given by hand."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from exchangecli.extract import reading
from exchangecli.extract.proposals import Masthead, Reading
from exchangecli.model.articles import Article
from readings import CONCERT, FIRST_TEXT, FORUM, FOUNDATION, RENAMED_FORUM, SECOND_TEXT, first, second

Run = Callable[..., Result]
FIRST, SECOND = "korea-and-asean-to-meet-through-music-and-debate", "asean-korea-forum-fosters-cultural-collaboration"
CONCERT_ID = "asean-korea-music-concert-2025"


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files, and what is read out of them."""
    known = {FIRST_TEXT: first()[1], SECOND_TEXT: second()[1]}

    def read(article: Article, published: str | None = None) -> Reading:
        del published
        return known.get(article.text, Reading(Masthead(), ()))

    monkeypatch.setattr(reading, "read", read)
    (tmp_path / "first.txt").write_text(FIRST_TEXT, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND_TEXT, encoding="utf-8")


def told(exchange: Run, *words: str, **further: Any) -> Any:
    result = exchange(*words, "--json", **further)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def ids(exchange: Run, *fields: str, event: str | None = None) -> list[str]:
    listed = told(exchange, "review", "--list")
    return [one["id"] for one in listed if one["field"] in fields and event in (None, one["event"])]


def test_what_an_article_states_is_shown_and_stored_as_no_fact(exchange: Run) -> None:
    result = exchange("ingest", "first.txt")
    assert result.exit_code == 0
    assert "made a new dataset, exchange.db\n" in result.stderr
    assert f"added source {FIRST}, Korea and ASEAN to meet through music and debate\n" in result.stderr
    assert (
        f"31 facts are proposed, and nothing of it is stored as fact yet; exchange review --source {FIRST} decides\n"
        in result.stderr
    )
    lines = result.stdout.splitlines()
    assert f"{CONCERT} — new" in lines
    (attendance,) = [line for line in lines if line.startswith("Attendance")]
    assert "about 3,000" in attendance
    assert "“drew some 3,000 people”" in attendance
    assert exchange("list", "--count").stdout == "0\n"
    assert exchange("list", "participants", "--count").stdout == "0\n"


def test_json_has_what_a_program_needs(exchange: Run) -> None:
    found = told(exchange, "ingest", "first.txt")
    keys = {"id", "event", "field", "value", "role", "quote", "start", "end", "rule", "confidence", "matches"}
    further = {"as_printed", "inferred", "of", "session", "position", "capacity", "affiliation", "measure", "unit",
               "approximate", "kind", "country", "source", "status", "verdict", "why", "beside"}  # fmt: skip
    assert all(keys | further <= set(one) for one in found)
    assert all(FIRST_TEXT[one["start"] : one["end"]] == one["quote"] for one in found)
    (attendance,) = [one for one in found if one["field"] == "attendance"]
    assert (attendance["value"], attendance["approximate"], attendance["matches"]) == ("3000", True, None)


def test_the_second_article_says_what_it_joins(exchange: Run) -> None:
    exchange("ingest", "first.txt")
    exchange("review", "--accept-all", "--source", FIRST)
    result = exchange("ingest", "second.txt")
    (heading,) = [line for line in result.stdout.splitlines() if line.startswith(RENAMED_FORUM)]
    assert heading.startswith(
        f"{RENAMED_FORUM} — same as {FORUM} (asean-korea-innovate-culture-forum-2025): names alike"
    )
    (organiser,) = [
        line for line in result.stdout.splitlines() if "Korea Foundation for" in line and "Organiser" in line
    ]
    assert f"is {FOUNDATION}; conflicts with Partner, and with that name" in organiser
    (title,) = [line for line in result.stdout.splitlines() if line.startswith("Title")]
    assert f"conflicts with {FORUM}" in title


def test_the_same_file_again_has_nothing_to_say(exchange: Run) -> None:
    exchange("ingest", "first.txt")
    log = exchange("log", "--json").stdout
    result = exchange("ingest", "first.txt")
    assert f"known already: source {FIRST}" in result.stderr
    assert exchange("log", "--json").stdout == log
    exchange("review", "--accept-all", "--source", FIRST)
    result = exchange("ingest", "first.txt")
    assert (result.stdout, "nothing waits for a decision" in result.stderr) == ("", True)


def test_several_files_and_standard_input(exchange: Run) -> None:
    found = told(exchange, "ingest", "first.txt", "-", input=SECOND_TEXT)
    assert {one["source"] for one in found} == {FIRST, SECOND}
    assert len(json.loads(exchange("log", "--json").stdout)) == 2


def test_one_bad_file_keeps_all_out(exchange: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "empty.txt").write_text(" \n")
    result = exchange("ingest", "first.txt", "bad.txt", "empty.txt", "none.txt")
    assert result.exit_code == 1
    assert "3 files cannot be read; nothing was taken in, of the others neither" in result.stderr
    assert not (tmp_path / "exchange.db").exists()
    result = exchange("ingest", "none.txt")
    assert (result.exit_code, result.stderr.count("none.txt")) == (1, 1)


def test_what_is_said_of_the_source(exchange: Run) -> None:
    exchange("ingest", "first.txt", "--title", "A report", "--publisher", "The Daily", "--published", "10 Nov 2025")
    shown = json.loads(exchange("show", "a-report", "--json").stdout)
    assert (shown["publisher"], shown["published"], shown["author"]) == ("The Daily", "2025-11-10", "Kayla Lee")
    refused = exchange("ingest", "first.txt", "second.txt", "--title", "Two")
    assert (refused.exit_code, "--title says something of one article" in refused.stderr) == (2, True)


def test_an_article_that_states_nothing(exchange: Run) -> None:
    result = exchange("ingest", "-", input="Nothing happened.\n")
    assert result.exit_code == 0
    assert (result.stdout, "nothing that it states can be proposed" in result.stderr) == ("", True)
    assert told(exchange, "ingest", "-", input="Nothing at all happened.\n") == []


# --- review -----------------------------------------------------------------------------------------------------


@pytest.fixture
def read(exchange: Run) -> None:
    """A dataset in which the first report waits."""
    assert exchange("ingest", "first.txt").exit_code == 0


@pytest.mark.usefixtures("read")
def test_what_waits_is_listed(exchange: Run) -> None:
    listed = told(exchange, "review", "--list", "--source", FIRST)
    assert len(listed) == 31
    assert {one["status"] for one in listed} == {"pending"}
    exchange("review", "--accept-all", "--source", FIRST)
    assert told(exchange, "review", "--list") == []
    assert {one["status"] for one in told(exchange, "review", "--list", "--all")} == {"accepted"}
    assert "nothing waits for a decision" in exchange("review", "--list").stderr


@pytest.mark.usefixtures("read")
def test_all_of_a_source_is_accepted_and_taken_back(exchange: Run) -> None:
    result = exchange("review", "--accept-all", "--source", FIRST)
    assert result.exit_code == 0, result.output
    assert "accepted 31 proposals; exchange undo takes that back" in result.stderr
    assert f"  {CONCERT} ({CONCERT_ID})" in result.stderr
    assert exchange("list", "--count").stdout == "2\n"
    assert "“drew some 3,000 people”" in exchange("claims", CONCERT_ID, "attendance").stdout
    (attendance,) = told(exchange, "claims", CONCERT_ID, "attendance")
    assert [claim["rule"] for claim in attendance["claims"]] == ["attendance:test"]
    assert exchange("undo", "--yes").exit_code == 0
    assert exchange("list", "--count").stdout == "0\n"
    assert len(told(exchange, "review", "--list")) == 31


@pytest.mark.usefixtures("read")
def test_ids_stand_after_each_other_or_parted_by_commas(exchange: Run) -> None:
    city, venue = ids(exchange, "city", event=CONCERT) + ids(exchange, "venue", event=CONCERT)
    attendance, status = ids(exchange, "attendance") + ids(exchange, "status")
    result = exchange("review", "--accept", city, venue, "--reject", f"{attendance},{status}")
    assert result.exit_code == 0, result.output
    shown = json.loads(exchange("show", CONCERT_ID, "--json").stdout)
    assert (shown["city"], shown["venue"], shown["attendance"], shown["status"]) == (
        "Ho Chi Minh City", "District 7 Indoor Stadium", None, None,
    )  # fmt: skip
    assert "rejected 2 proposals" in result.stderr


@pytest.mark.usefixtures("read")
def test_all_but_some(exchange: Run) -> None:
    (attendance,) = ids(exchange, "attendance")
    result = exchange("review", "--accept-all", "--source", FIRST, "--reject", attendance)
    assert result.exit_code == 0
    assert json.loads(exchange("show", CONCERT_ID, "--json").stdout)["attendance"] is None


@pytest.mark.usefixtures("read")
def test_a_value_is_corrected_and_a_fact_moved(exchange: Run) -> None:
    (attendance,) = ids(exchange, "attendance")
    (forum,) = ids(exchange, "title", event=FORUM)
    (city,) = ids(exchange, "city", event=CONCERT)
    done = told(exchange, "review", "--set", f"{attendance}=some 3,200", "--event", f"{city}={forum}")
    assert [one["record"] for one in done["accepted"]].count(CONCERT_ID) == 2
    assert json.loads(exchange("show", CONCERT_ID, "--json").stdout)["attendance"] == 3200
    forum_id = next(one["record"] for one in done["accepted"] if one["id"] == city)
    assert json.loads(exchange("show", forum_id, "--json").stdout)["city"] == "Ho Chi Minh City"


def test_a_question_is_answered(exchange: Run) -> None:
    exchange("add-event", CONCERT, "--start", "2025-03")
    exchange("ingest", "first.txt")
    title, *_ = ids(exchange, "title", event=CONCERT)
    refused = exchange("review", "--accept", title)
    assert refused.exit_code == 1
    assert f"--same {title}={CONCERT_ID}" in refused.stderr
    partly = exchange("review", "--accept-all", "--source", FIRST)
    assert partly.exit_code == 0
    assert "shows what waits on" in partly.stderr
    assert exchange("review", "--same", f"{title}={CONCERT_ID}").exit_code == 0
    assert exchange("list", "--count").stdout == "2\n"


def test_a_new_event_beside_one_that_is_alike(exchange: Run) -> None:
    exchange("add-event", CONCERT, "--start", "2025-03")
    exchange("ingest", "first.txt")
    title, *_ = ids(exchange, "title", event=CONCERT)
    assert exchange("review", "--new", title).exit_code == 0
    assert exchange("list", "--count").stdout == "2\n"


@pytest.mark.usefixtures("read")
def test_decisions_from_a_file(exchange: Run, tmp_path: Path) -> None:
    (attendance,) = ids(exchange, "attendance")
    (venue,) = ids(exchange, "venue", event=CONCERT)
    (title,) = ids(exchange, "title", event=CONCERT)
    decisions = [
        {"id": title, "decision": "accept", "value": "Music Concert 2025", "as": "new"},
        {"id": attendance, "decision": "accept", "value": 3100, "event": None},
        {"id": venue, "decision": "reject"},
    ]
    (tmp_path / "decisions.json").write_text(json.dumps(decisions))
    result = exchange("review", "--decisions", "decisions.json")
    assert result.exit_code == 0, result.output
    shown = json.loads(exchange("show", "music-concert-2025", "--json").stdout)
    assert (shown["title"], shown["attendance"], shown["venue"]) == ("Music Concert 2025", 3100, None)


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        ("{", "decisions.json: is no JSON"),
        ("{}", "decisions.json: is no array"),
        ("[{}]", 'decisions.json, object 1: has no "id"'),
        ('[{"id": "p", "decision": "yes"}]', 'object 1: "decision" is "yes"; write accept or reject'),
        ('[{"id": "p", "decision": "accept", "value": []}]', 'object 1: "value" is no text'),
    ],
)
@pytest.mark.usefixtures("read")
def test_a_file_of_decisions_that_cannot_be_read(exchange: Run, tmp_path: Path, held: str, sentence: str) -> None:
    (tmp_path / "decisions.json").write_text(held)
    result = exchange("review", "--decisions", "decisions.json")
    assert (result.exit_code, sentence in result.stderr) == (2, True), result.stderr


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["review"], 2, "say what is decided"),
        (["review", "p-1"], 2, '"p-1" stands by itself'),
        (["review", "--accept", "p-1"], 1, 'no proposal has the id "p-1"'),
        (["review", "--set", "p-1"], 2, "ID=VALUE"),
        (["review", "--accept-all"], 2, "--accept-all needs --source"),
        (["review", "--accept-all", "--source", "nothing-such"], 1, "nothing-such"),
    ],
)
@pytest.mark.usefixtures("read")
def test_what_is_refused(exchange: Run, words: list[str], code: int, sentence: str) -> None:
    result = exchange(*words)
    assert (result.exit_code, sentence in result.stderr) == (code, True), result.stderr


@pytest.mark.parametrize(
    ("field", "option", "sentence"),
    [
        ("title", "--same", 'no event is called "Music Concerts"; did you mean'),
        ("venue", "--event", 'no event is called "Music Concerts"; did you mean'),
        ("venue", "--same", "it is a value (venue), and names no record that it could be"),
    ],
)
def test_a_record_that_is_none_is_asked_about(exchange: Run, field: str, option: str, sentence: str) -> None:
    exchange("ingest", "first.txt")
    exchange("add-event", "Music Concert", "--start", "2019")
    (of, *_) = ids(exchange, field, event=CONCERT)
    for further in ([], ["--json"]):
        result = exchange("review", option, f"{of}=Music Concerts", *further)
        assert result.exit_code == 1
        assert f"{of}: {sentence}" in result.stderr
    assert of in ids(exchange, field)


def test_a_new_dataset_stands_though_nobody_reads_what_was_shown() -> None:
    words = f"{sys.executable} -m exchangecli ingest first.txt | true"
    done = subprocess.run(words, shell=True, check=False, capture_output=True, text=True)
    assert "made a new dataset, exchange.db" in done.stderr
    assert Path("exchange.db").is_file()


@pytest.mark.usefixtures("read")
def test_the_log_reads_sensibly(exchange: Run) -> None:
    exchange("review", "--accept-all", "--source", FIRST)
    entries = json.loads(exchange("log", "--json").stdout)
    assert [(one["command"], one["records"] > 0) for one in entries[:2]] == [
        (f"exchange review --accept-all --source {FIRST}", True),
        ("exchange ingest first.txt", True),
    ]
    assert entries[1]["records"] == 1
    exchange("undo", "--yes")
    result = exchange("undo", "--yes")
    assert result.exit_code == 0
    assert "31 read out of articles" in result.stdout
