"""Which of the dates of a report is an event's, and in which year."""

import pytest

from exchangecli.extract.when import find_when
from tests.extract.pages import HEAD, REST, attached


def when(text: str, published: str | None = None) -> dict[str, tuple[str, str | None, str | None]]:
    where = attached(f"{HEAD}{text}")
    found = find_when(where.page, where, published)
    return {
        where.events.drafts[event].title: (one.dated.start, one.dated.end, one.dated.inferred)
        for event, one in found.items()
    }


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("The Hue Craft Forum was held on 3 May 2024 in the hall.", "2024-05-03", None),
        ("The Hue Craft Forum was held from 3 to 5 May 2024 in the hall.", "2024-05-03", "2024-05-05"),
        ("Many people spoke of the Hue Craft Forum (3-5 May 2024) again.", "2024-05-03", "2024-05-05"),
        ("On 3 May 2024, the guild opened the Hue Craft Forum.", "2024-05-03", None),
        ("The Hue Craft Forum opened on 3 May 2024 and runs until 9 June 2024.", "2024-05-03", "2024-06-09"),
        ("The Hue Craft Forum will be held in May 2024 in the hall.", "2024-05", None),
    ],
)
def test_the_date_of_an_event(said: str, start: str, end: str | None) -> None:
    assert when(said + REST) == {"Hue Craft Forum": (start, end, None)}


@pytest.mark.parametrize(
    "said",
    [
        "The Hue Craft Forum was long. The guild, which was founded in May 1996, paid for it.",
        "The Hue Craft Forum was long. The deadline for proposals is 3 May 2024.",
        "The Hue Craft Forum was long. Relations began with the treaty signed on 3 May 1996.",
        "The Hue Craft Forum was long. This report was published on 3 May 2024.",
        "The Hue Craft Forum was long. The minister, who was born on 3 May 1961, sang.",
    ],
)
def test_a_date_of_something_else(said: str) -> None:
    assert when(said + REST) == {}


def test_each_of_two_events_has_its_own() -> None:
    said = "The Hue Craft Forum was held on 3 May 2024, and the Hue Kite Festival on 9 June 2024."
    assert when(said + REST) == {
        "Hue Craft Forum": ("2024-05-03", None, None),
        "Hue Kite Festival": ("2024-06-09", None, None),
    }


@pytest.mark.parametrize(
    ("said", "published", "start", "inferred"),
    [
        ("The 2024 Hue Craft Forum was held on 3 May.", None, "2024-05-03", "year from the title"),
        ("The 2023 Hue Craft Forum was held on 3 May.", "2024-01-02", "2023-05-03", "year from the title"),
        ("The Hue Craft Forum was held on 3 May.", "2024-05-04", "2024-05-03", "year from the date of publication"),
        (
            "The Hue Craft Forum was held on 28 December.",
            "2024-01-02",
            "2023-12-28",
            "year from the date of publication",
        ),
        ("The Hue Craft Forum was held on Friday.", "2024-05-06", "2024-05-03", "weekday from the date of publication"),
        (
            "The Hue Craft Forum will be held on Friday.",
            "2024-05-06",
            "2024-05-10",
            "weekday from the date of publication",
        ),
        ("The Hue Craft Forum was held on 3 May.", None, "XXXX-05-03", None),
        ("The 2024 Hue Craft Forum was long.", None, "2024", "year from the title"),
    ],
)
def test_what_is_not_said_is_inferred_and_says_so(
    said: str, published: str | None, start: str, inferred: str | None
) -> None:
    ((found, _, why),) = when(said + REST, published).values()
    assert (found, why) == (start, inferred)


def test_a_weekday_is_nothing_where_the_day_of_publication_is_not_known() -> None:
    assert when(f"The Hue Craft Forum was held on Friday.{REST}") == {}


def test_the_date_of_another_edition_is_not_this_ones() -> None:
    said = "The 8th Hue Craft Forum was long. Last year's forum was held on 3 May 2023 in Accra."
    assert when(said + REST) == {}


def test_a_label_says_it_plainly() -> None:
    where = attached("Threads of the South\n\nDate: 3-5 May 2024\nVenue: Weavers' Hall, Hue\nDeadline: 1 April 2024")
    (found,) = find_when(where.page, where, None).values()
    assert (found.dated.start, found.dated.end, found.rule) == ("2024-05-03", "2024-05-05", "date:label")
