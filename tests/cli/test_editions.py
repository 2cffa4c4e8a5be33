"""``add-event`` to a series: what is said of it, the number that is offered, and what is odd about a number."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from exchangecli.show import console

Run = Callable[..., Result]
FORUMS = "asean-korea-innovative-culture-forum"
NEW = ["add-event", "Forum", "--programme", FORUMS, "--start", "2026"]
pytestmark = pytest.mark.usefixtures("sample")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone is there to answer."""
    monkeypatch.setattr(console, "can_ask", lambda: True)


def edition(exchange: Run, record: str = "forum-2026") -> int | None:
    number: int | None = json.loads(exchange("show", record, "--json").stdout)["edition"]
    return number


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("answer", "kept"), [("\n", 7), ("-\n", None), ("12\n", 12), ("seven\n\n", 7), (" - \n", None)]
)
def test_the_next_edition_is_offered_and_never_filled_in(exchange: Run, answer: str, kept: int | None) -> None:
    asked = exchange(*NEW, input=answer)
    assert asked.exit_code == 0, asked.output
    assert "Edition [7]:" in asked.stderr
    assert edition(exchange) == kept


@pytest.mark.usefixtures("terminal")
def test_the_last_edition_and_its_organisers_are_shown_before_asking(exchange: Run) -> None:
    asked = exchange(*NEW, input="\n")
    card, _, after = asked.stderr.partition("Edition [7]")
    assert "Last edition   6: 2025 ASEAN-Korea Innovative Culture Forum" in card
    assert "When           8 Nov 2025" in card
    assert "Where          National Gallery Singapore, Singapore, Singapore (SG)" in card
    assert "Organised by   Ministry of Culture, Sports and Tourism (organiser)" in card
    assert "Next expected  2026, since the series is annual" in card
    (role,) = (line for line in after.splitlines() if "tourism" in line)
    assert role == "  exchange add-role ministry-of-culture-sports-and-tourism organiser forum-2026"
    assert exchange(*role.split()[1:]).exit_code == 0
    assert asked.stdout.lstrip().startswith("Forum\nevent forum-2026\n")


@pytest.mark.usefixtures("terminal")
def test_when_the_next_is_expected_is_said_and_kept_nowhere(exchange: Run) -> None:
    exchange("add-programme", "Talks", "--frequency", "biennial")
    exchange("add-event", "Talks", "--programme", "talks", "--start", "2018", "--edition", "8", "--status", "postponed")
    asked = exchange("add-event", "Talks", "--programme", "talks", input="\n", env={"COLUMNS": "80"})
    assert asked.exit_code == 1  # the same title, and no date that tells them apart
    assert "When           2018, postponed" in asked.stderr
    assert "Next expected  2020, since the series is biennial" in asked.stderr
    asked = exchange("add-event", "More talks", "--programme", "talks", "--json")
    assert json.loads(asked.stdout)["start"] is None


@pytest.mark.usefixtures("terminal")
def test_an_earlier_event_is_offered_no_number(exchange: Run) -> None:
    asked = exchange("add-event", "Forum", "--programme", FORUMS, "--start", "2021", input="2\n")
    assert "\nEdition:" in asked.stderr
    assert edition(exchange, "forum-2021") == 2


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    "arguments",
    [[*NEW, "--edition", "7"], [*NEW, "--json"], ["add-event", "Alone", "--start", "2026"],
     ["add-event", "Music", "--programme", "future-innovation-cultural-exchange-initiative", "--start", "2026"]],
    ids=["it is given", "a program asks", "no series", "editions are not numbered"],
)  # fmt: skip
def test_nothing_is_asked_where(exchange: Run, arguments: list[str]) -> None:
    made = exchange(*arguments, input="")
    assert made.exit_code == 0, made.output
    assert "Edition [" not in made.stderr


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["a card", "JSON"])
def test_without_a_terminal_a_missing_edition_is_said_once_it_is_added(exchange: Run, form: list[str]) -> None:
    made = exchange(*NEW, *form)
    assert made.stderr.splitlines()[-1] == (
        "note: the last edition of ASEAN-Korea Innovative Culture Forum known here is 6 (2025, Singapore); "
        "--edition was not given"
    )
    assert "add-role" not in made.stderr
    assert edition(exchange) is None


@pytest.mark.parametrize(
    ("number", "note"),
    [
        ("7", None),
        ("5", "edition 5 of ASEAN-Korea Innovative Culture Forum is there already: asean-korea-innovative-culture-"),
        ("6", "edition 6 of ASEAN-Korea Innovative Culture Forum is there already: asean-korea-innovative-culture-"),
        ("8", "edition 8 leaves out 7: the last of ASEAN-Korea Innovative Culture Forum here is 6"),
        ("9", "edition 9 leaves out 7 and 8: "),
        ("99", "edition 99 leaves out 7 to 98: "),
    ],
)
def test_an_odd_edition_is_taken_and_remarked_on(exchange: Run, number: str, note: str | None) -> None:
    made = exchange(*NEW, "--edition", number)
    assert made.exit_code == 0, made.output
    assert edition(exchange) == int(number)
    if note is None:
        assert "note:" not in made.stderr
    else:
        assert f"note: {note}" in made.stderr
        assert "exchange edit forum-2026 edition=NUMBER" in made.stderr


def test_a_series_that_is_not_there_is_refused_as_ever(exchange: Run) -> None:
    refused = exchange("add-event", "Forum", "--programme", "no such series")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("exchange: --programme: ")
