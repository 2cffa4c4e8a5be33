"""Theme, edition, first year and status of an event, as they are said."""

import pytest

from exchangecli.extract.details import Detail, find_details
from exchangecli.extract.page import take_apart


def details(said: str, field: str) -> list[Detail]:
    page = take_apart(said)
    found = [one for number in range(len(page.sentences)) for one in find_details(page, number)]
    return [one for one in found if one.field == field]


def values(said: str, field: str) -> list[str]:
    return [one.value for one in details(said, field)]


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        ("It was held under the theme “Looms and Lives” in May.", "Looms and Lives"),
        ("It was held under the theme 'Looms and Lives' in May.", "Looms and Lives"),
        ("It was held under the theme of “Looms and Lives,” we hear.", "Looms and Lives"),
        ("With the theme Looms and Lives in the New South, it began.", "Looms and Lives in the New South"),
        ("Themed “Looms and Lives”, the forum was long.", "Looms and Lives"),
        ("This year's theme is “Looms and Lives”.", "Looms and Lives"),
        ("The theme was “Who Pays the Weaver?”", "Who Pays the Weaver?"),
    ],
)
def test_theme(said: str, theme: str) -> None:
    (found,) = details(said, "theme")
    assert (found.value, found.session) == (theme, None)
    assert take_apart(said).text[found.start : found.end] == theme


def test_the_theme_of_a_keynote_is_not_the_events() -> None:
    (found,) = details("Ama Mensah gave a keynote speech titled “Slow Looms” in the hall.", "theme")
    assert (found.value, found.session) == ("Slow Looms", "keynote")


@pytest.mark.parametrize(
    "said",
    ["The theme was dear to all.", "A theme park stood there.", "Under the theme of it, no.", "“Looms and Lives”"],
)
def test_no_theme(said: str) -> None:
    assert values(said, "theme") == []


@pytest.mark.parametrize(
    ("said", "edition"),
    [
        ("The forum is now in its eighth year.", "8"),
        ("The forum, in its 8th edition, was long.", "8"),
        ("This year's is the twenty-first edition of the forum.", "21"),
        ("The inaugural edition was short.", "1"),
        ("It marked its third season.", "3"),
        ("The XII edition was long.", "12"),
    ],
)
def test_edition(said: str, edition: str) -> None:
    assert values(said, "edition") == [edition]


@pytest.mark.parametrize(
    "said",
    [
        "The guild marked its 30th anniversary.",
        "It was the third year of the war.",
        "The previous, the seventh edition, was short.",
        "The second session of the day was long.",
        "The first loom stood there.",
    ],
)
def test_no_edition(said: str) -> None:
    assert values(said, "edition") == []


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Since its launch in 1996, the forum has moved twice.", "1996"),
        ("The forum was first held in 1996.", "1996"),
        ("The festival was launched in 1996.", "1996"),
        ("The forum has been held annually since 1996.", "1996"),
        ("Since 1996, the festival has been held every year.", "1996"),
        ("The series was founded in Accra in 1996.", "1996"),
    ],
)
def test_first_year(said: str, year: str) -> None:
    assert values(said, "launch") == [year]


@pytest.mark.parametrize(
    "said",
    [
        "The Loom Foundation was founded in 1996.",
        "Relations between them were established in 1996.",
        "The loom was created in 1996.",
        "Ama Mensah was born in 1996.",
        "The hall was built in 1911.",
    ],
)
def test_no_first_year(said: str) -> None:
    assert values(said, "launch") == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("The forum has been postponed to May.", "postponed"),
        ("The guild put off the forum until May.", "postponed"),
        ("The forum was rescheduled after the flood.", "postponed"),
        ("The postponement was announced on Friday.", "postponed"),
        ("The forum will now be held in June instead of May.", "postponed"),
        ("The forum was cancelled after the flood.", "cancelled"),
        ("The forum was canceled after the flood.", "cancelled"),
        ("The guild called off the forum.", "cancelled"),
        ("The forum will be held in May.", "announced"),
        ("The forum is scheduled for May.", "announced"),
        ("The forum will take place in May.", "announced"),
        ("The upcoming forum is long.", "announced"),
    ],
)
def test_status(said: str, status: str) -> None:
    assert values(said, "status") == [status]


@pytest.mark.parametrize(
    "said",
    [
        "The forum was held in May.",
        "The forum has not been cancelled.",
        "It rained, and in case of rain the forum is cancelled.",
        "The forum opened with a song.",
        "The place of next year's forum will be held open.",
    ],
)
def test_no_status_is_made_of_it(said: str) -> None:
    assert values(said, "status") == []


def test_the_programme_that_an_event_is_part_of() -> None:
    (found,) = details("The forum was held as part of the Makers Abroad Initiative in May.", "programme")
    assert (found.value, found.kind) == ("Makers Abroad Initiative", "initiative")


@pytest.mark.parametrize(
    "said",
    [
        "In case of rain the forum is cancelled.",
        "Next year's forum will be held in Accra.",
        "If the river rises, the forum is cancelled.",
    ],
)
def test_a_condition_that_begins_a_sentence_is_no_status(said: str) -> None:
    page = take_apart(said)
    assert [one for one in find_details(page, 0) if one.field == "status"] == []
