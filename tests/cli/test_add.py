"""The ``add-*`` commands, as a person types them."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from exchangecli.cli import asking
from exchangecli.model import records
from exchangecli.show import console
from exchangecli.store.opening import Store

Run = Callable[..., Result]


@pytest.mark.parametrize("name", records.ADDABLE)
def test_every_field_is_an_option_or_an_argument(exchange: Run, name: str) -> None:
    printed = exchange(f"add-{name}", "--help", env={"COLUMNS": "200"}).stdout
    for field in records.KINDS[name].fields:
        assert field.option in printed
    for argument in records.KINDS[name].arguments:
        assert f"[{argument.upper()}]" in printed


def test_an_event_with_everything(exchange: Run) -> None:
    exchange("add-programme", "Forums", "--kind", "series")
    made = exchange(
        "add-event", "Forum 2024", "--programme", "forums", "--edition", "3", "--kind", "forum",
        "--disciplines", "music,dance", "--disciplines", "crafts", "--mode", "hybrid", "--status", "held",
        "--start", "1-2 March 2024", "--start-time", "9:30", "--timezone", "Asia/Seoul",
        "--venue", "Hall", "--city", "서울", "--country", "대한민국", "--latitude", "37.5665",
        "--longitude", "-126.978", "--attendance", "약 3,000명", "--taking-part", "VN;ASEAN", "--theme", "AI",
        "--languages", "ko,en", "--url", "https://example.org/f", "--description", "x", "--json",
    )  # fmt: skip
    record = json.loads(made.stdout)
    expected = {
        "id": "forum-2024", "title": "Forum 2024", "programme": "forums", "edition": 3, "kind": "forum_conference",
        "disciplines": ["music", "dance", "crafts"], "mode": "hybrid", "status": "held", "start": "2024-03-01",
        "end": "2024-03-02", "start_time": "09:30", "timezone": "Asia/Seoul", "city": "서울", "country": "KR",
        "latitude": 37.5665, "longitude": -126.978, "attendance": 3000, "attendance_approximate": True,
        "taking_part": ["VN", "ASEAN"], "languages": ["ko", "en"], "url": "https://example.org/f",
    }  # fmt: skip
    assert record.items() >= expected.items()
    assert list(record) == [field.name for field in records.EVENT.fields]


def test_all_that_is_wrong_is_said_at_once(exchange: Run) -> None:
    refused = exchange("add-event", "X", "--country", "Korea", "--start", "31 February 2024", "--kind", "concrt")
    assert refused.exit_code == 2
    assert '--country: "Korea" could be KR (South Korea) or KP (North Korea)' in refused.stderr
    assert '--start: "31 February 2024"' in refused.stderr
    assert "did you mean concert" in refused.stderr
    assert exchange("list", "--count").stdout == "0\n"


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("who", ["KOFICE", "kofice", "Korean Foundation for International Cultural Exchange", "kof"])
@pytest.mark.parametrize(
    "event", ["asean-korea-music-concert-2025", "asean-korea-music", "2025 asean korea MUSIC concert"]
)
def test_a_role_finds_each_by_any_name(exchange: Run, who: str, event: str) -> None:
    record = json.loads(exchange("add-role", who, "host", event, "--json").stdout)
    assert (record["participant"], record["event"]) == ("kofice", "asean-korea-music-concert-2025")


@pytest.mark.usefixtures("sample")
def test_a_role_may_be_at_a_programme(exchange: Run) -> None:
    record = json.loads(exchange("add-role", "UNESCO", "observer", "ASEM", "--json").stdout)
    assert (record["event"], record["programme"]) == (None, "asem")


@pytest.mark.usefixtures("sample")
def test_a_plain_double_is_refused_with_the_id_of_the_one_there(exchange: Run) -> None:
    arguments = ["add-event", "2025 asean-korea MUSIC Concert", "--start", "Nov 2025"]
    refused = exchange(*arguments)
    assert refused.exit_code == 1
    assert "asean-korea-music-concert-2025" in refused.stderr
    assert exchange(*arguments, "--force").exit_code == 0
    assert exchange("add-event", "2025 ASEAN-Korea Music Concert", "--start", "2023").exit_code == 0
    assert "kofice" in exchange("add-participant", "korean foundation for international cultural exchange").stderr


def test_what_is_missing_is_an_error_without_a_terminal(exchange: Run) -> None:
    refused = exchange("add-role")
    assert refused.exit_code == 2
    assert "a new role needs participant, role and event or programme" in refused.stderr


@pytest.mark.usefixtures("sample")
def test_what_is_missing_is_asked_for_in_a_terminal(exchange: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)
    asked = exchange("add-role", input="UNESCO\nobserver\nASEM\n")
    assert asked.exit_code == 0, asked.output
    assert "one of: organiser, co_organiser" in asked.stderr
    assert "UNESCO" in exchange("list", "roles", "programme:asem", "role:observer").stdout


@pytest.mark.usefixtures("sample")
def test_a_source_is_cited_for_every_field_it_gives(exchange: Run, sample: Store) -> None:
    made = exchange(
        "add-event", "Hue Forum", "--start", "3 May 2024", "--city", "Huế",
        "--source", "newsflash", "--quote", "start=on 3 May", "--locator", "page 2",
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    claims = sample.connection.execute(
        """SELECT field, value, as_printed, source, quote, locator FROM claim
        WHERE record = 'hue-forum-2024' ORDER BY field"""
    ).fetchall()
    source = "newsflash-asean-korea-forum"
    assert [tuple(row) for row in claims] == [
        ("city", "Huế", None, source, None, "page 2"),
        ("start", "2024-05-03", "3 May 2024", source, "on 3 May", "page 2"),
        ("title", "Hue Forum", None, source, None, "page 2"),
    ]


def test_asking_is_refused_where_nobody_can_answer() -> None:
    with pytest.raises(Exception, match="no terminal to ask in"):
        asking.confirm("Sure?", yes=False)


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    "arguments",
    [
        ["asean-korea-music", "Encore"],
        ["Encore", "--event", "asean-korea-music"],
        ["--event", "asean-korea-music", "--title", "Encore"],
    ],
    ids=" ".join,
)
def test_words_stand_for_what_no_option_names(exchange: Run, arguments: list[str]) -> None:
    session = json.loads(exchange("add-session", *arguments, "--json").stdout)
    assert (session["event"], session["title"]) == ("asean-korea-music-concert-2025", "Encore")
    refused = exchange("add-session", *arguments, "and more", "still")
    assert refused.exit_code == 2
    assert "add-session has no use for" in refused.stderr
