"""How many came: what is said plainly, and what only looks like it. A wrong figure is worse than none."""

import pytest

from exchangecli.extract.counted import find_attendance, find_figures, years_counted
from tests.extract.pages import HEAD, REST, values


def came(said: str) -> list[tuple[int, bool]]:
    return [(one.value, one.approximate) for one in find_attendance(said, 0)]


@pytest.mark.parametrize(
    ("said", "value", "approximate"),
    [
        ("The forum drew 940 visitors.", 940, False),
        ("The forum drew some 3,000 visitors to the hall.", 3000, True),
        ("The forum was attended by about 300 guests.", 300, True),
        ("The forum was attended by more than 1,200 people.", 1200, True),
        ("An audience of 450 listened.", 450, False),
        ("She sang before an audience of over 2,000.", 2000, True),
        ("A crowd of 5,000 people filled the square.", 5000, False),
        ("Around 700 music lovers attended the concert.", 700, True),
        ("Some 120 spectators turned out in the rain.", 120, True),
        ("The festival attracted nearly 20,000 visitors.", 20000, True),
        ("The show drew 12 thousand visitors.", 12000, None),
        ("More than two hundred people came on foot.", 200, True),
        ("The forum brought together 80 participants from nine countries.", 80, False),
        ("In 2024 the forum drew 940 visitors.", 940, False),
        ("The hall was packed with 600 people.", 600, False),
        ("The forum drew 940+ visitors.", 940, True),
    ],
)
def test_how_many_came(said: str, value: int, approximate: bool | None) -> None:
    found = came(said)
    assert [number for number, _ in found] == [value]
    assert approximate is None or found[0][1] is approximate


@pytest.mark.parametrize(
    "said",
    [
        "The hall has 450 seats and was full.",
        "A crowd of people filled the 2,000-seat hall.",
        "The hall can accommodate 800 people.",
        "The concert was watched by 4,000 viewers online.",
        "The live stream drew 12,000 people.",
        "The video drew 90,000 views on YouTube.",
        "Last year the forum drew 940 visitors.",
        "The previous forum drew 940 visitors.",
        "The forum is expected to draw 3,000 visitors.",
        "Organisers hope for a crowd of 3,000 people.",
        "The forum will welcome 300 guests.",
        "Up to 500 people attended.",
        "The forum cost 3,000 euros.",
        "The prize of 5,000 dollars drew applause.",
        "The airport welcomed 30,000 travellers.",
        "The city drew 2 million tourists.",
        "The museum drew 40,000 visitors annually.",
        "Since 1996, the forum has drawn 9,000 visitors.",
        "The stage held five musicians and three people.",
        "The group has 30,000 followers who attended.",
        '"We drew 940 visitors," she said. "It rained."',
        "The forum drew 2024 visitors.",
        "The town of 6,000 inhabitants was asleep.",
        "The forum sold 800 tickets to visitors.",
        "Nobody attended.",
        "",
    ],
)
def test_no_attendance(said: str) -> None:
    assert came(said) == []


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("In 2019 the forum drew 940 visitors.", {2019}),
        ("The forum drew 940 visitors, compared with 300 in 2019.", set()),
        ("Between 2019 and 2024 the forum drew 940 visitors, up from 300 in 2011.", {2019, 2024}),
        ("The forum drew 2,019 visitors.", set()),
    ],
)
def test_the_years_that_are_counted_in(said: str, years: set[int]) -> None:
    assert years_counted(said) == years


@pytest.mark.parametrize(
    ("said", "attendance"),
    [
        ("In 2024 the forum drew 940 visitors.", ["940"]),
        ("In 2019 the forum drew 940 visitors.", []),
        ("Some 940 people attended, compared with 300 in 2019.", ["940"]),
        ("The third forum was attended by 940 people.", []),
        ("Its drum night gathered 940 listeners.", []),
        ("The opening performance was attended by 940 people.", []),
        ("Only the workshop for teachers, with 40 participants, is to be held again.", []),
        ("Some 940 spectators attended the opening night.", []),
        ("Some 940 spectators attended the two-day forum.", ["940"]),
        ("Concerts were attended by a total of 940 people.", ["940"]),
        ("The mayor spoke before an audience of 940.", ["940"]),
    ],
)
def test_only_those_who_came_to_the_event_itself_are_its_attendance(said: str, attendance: list[str]) -> None:
    text = f"{HEAD}The 8th Hue Craft Forum was held at the Loom Museum on 3 May 2024.\n\n{said}{REST}"
    assert values(text, "attendance") == attendance


def test_a_number_stands_where_it_stands() -> None:
    said = "The forum drew 940 visitors."
    (found,) = find_attendance(said, 100)
    assert said[found.start - 100 : found.end - 100] == "drew 940 visitors"
    assert (found.measure, found.unit) == ("attendance", None)


@pytest.mark.parametrize(
    ("said", "value", "measure", "unit"),
    [
        ("Makers of 17 countries met.", 17, "participating_countries", "countries"),
        ("Some 30 partner countries met.", 30, "participating_countries", "partner countries"),
        ("Artists of eleven nations met.", 11, "participating_countries", "nations"),
        ("The meeting had 120 delegates.", 120, "delegates", "delegates"),
        ("It had 4,000 viewers online.", 4000, "online_viewers", "viewers"),
    ],
)
def test_other_figures(said: str, value: int, measure: str, unit: str) -> None:
    assert [(one.value, one.measure, one.unit) for one in find_figures(said, 0)] == [(value, measure, unit)]


def test_two_sides_share_a_unit() -> None:
    found = find_figures("It has 21 Asian and 30 European countries.", 0)
    assert {(one.value, one.unit) for one in found} == {(21, "Asian countries"), (30, "European countries")}


@pytest.mark.parametrize("said", ["two countries met", "the country of 17 rivers", "17 rivers", ""])
def test_no_figure(said: str) -> None:
    assert find_figures(said, 0) == []
