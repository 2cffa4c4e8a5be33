"""The sessions of an event, their order and their titles."""

import pytest

from exchangecli.extract.page import take_apart
from exchangecli.extract.sessions import find_sessions
from tests.extract.pages import facts

Found = tuple[str, int | None, str | None]


def sessions(text: str) -> list[Found]:
    page = take_apart(text)
    return [(one.title, one.position, one.kind) for each in page.sentences for one in find_sessions(page, each)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Session 1: Looms and Lives", [("Looms and Lives", 1, None)]),
        ("Session II: Looms and Lives", [("Looms and Lives", 2, None)]),
        ("Panel 3 - Who may repair a loom?", [("Who may repair a loom?", 3, "panel")]),
        ("Panel 2: “Looms and Lives”", [("Looms and Lives", 2, "panel")]),
        ("10.30 - 12.00 Session 2: Letters that work", [("Letters that work", 2, None)]),
        ("Workshop One: Dyes of the Delta", [("Dyes of the Delta", 1, "workshop")]),
        (
            "The first session, “Looms and Lives”, was long, and the second session, “Dyes”, was not.",
            [("Looms and Lives", 1, None), ("Dyes", 2, None)],
        ),
        ("The second panel on Dyes of the Delta was the longest.", [("Dyes of the Delta", 2, "panel")]),
        ("A panel discussion, “Who Pays the Weaver?”, closed the day.", [("Who Pays the Weaver?", None, "panel")]),
        (
            "It had two sessions: “Looms and Lives” and “Dyes of the Delta”.",
            [("Looms and Lives", 1, None), ("Dyes of the Delta", 2, None)],
        ),
        (
            "It had three panels: Looms and Lives, Dyes of the Delta, and Paper for All.",
            [("Looms and Lives", 1, None), ("Dyes of the Delta", 2, None), ("Paper for All", 3, None)],
        ),
    ],
)
def test_sessions(said: str, found: list[Found]) -> None:
    assert sessions(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "The session was long, and so was the night.",
        "The first session went on until late.",
        "It had two sessions and a market.",
        "A panel of old oak hung in the hall.",
        "The loom “Two Rivers” stood there.",
        "",
    ],
)
def test_no_session_without_a_title(said: str) -> None:
    assert sessions(said) == []


def test_the_sessions_of_a_report_are_counted_in_their_order() -> None:
    text = (
        "A long evening\n\nThe 8th Hue Craft Forum was held on 3 May 2024 in the old customs hall by the river.\n\n"
        "- Session 1: Looms and Lives\n- Session 2: Dyes of the Delta\n- Session 3: Paper for All\n"
    )
    assert [(one.value, one.position, one.event) for one in facts(text, "session")] == [
        ("Looms and Lives", 1, "8th Hue Craft Forum"),
        ("Dyes of the Delta", 2, "8th Hue Craft Forum"),
        ("Paper for All", 3, "8th Hue Craft Forum"),
    ]


def test_a_title_stands_where_it_stands() -> None:
    text = "The first session, “Looms and Lives”, was long."
    page = take_apart(text)
    (found,) = find_sessions(page, page.sentences[0])
    assert text[found.start : found.end] == "Looms and Lives"
    assert text[found.cue : found.start].startswith("first session")
