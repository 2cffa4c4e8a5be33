"""Which events a report names, and which of them it is about."""

import pytest

from exchangecli.extract.events import find_events
from exchangecli.extract.page import take_apart
from tests.extract.pages import events_of, front_of

REST = " Guests came from nine countries, and the looms stayed in place until late at night."


def titles(text: str) -> list[str]:
    return [draft.title for draft in events_of(text)[1].drafts]


def main(text: str) -> tuple[str, str, str | None]:
    events = events_of(text)[1]
    draft = events.drafts[events.main]
    return draft.title, draft.rule, draft.kind


@pytest.mark.parametrize(
    ("said", "title", "rule", "kind"),
    [
        (
            "The 8th Hue Craft Forum opened in the old customs hall on 3 May 2024.",
            "8th Hue Craft Forum",
            "event:named",
            "forum_conference",
        ),
        (
            "The guild opened the exhibition “Two Rivers” in the customs hall on 3 May 2024.",
            "Two Rivers",
            "event:quoted",
            "exhibition",
        ),
        (
            "The guild opened an exhibition titled 'Two Rivers, One Loom' in the hall on 3 May 2024.",
            "Two Rivers, One Loom",
            "event:quoted",
            "exhibition",
        ),
        (
            "“Two Rivers”, an exhibition of old looms, opened in the customs hall on 3 May 2024.",
            "Two Rivers",
            "event:quoted",
            "exhibition",
        ),
        (
            "The guild opened an exhibition called Threads of the South in the hall on 3 May 2024.",
            "Threads of the South",
            "event:called",
            "exhibition",
        ),
        (
            "Looms at the River, a concert of weavers' songs, filled the customs hall on 3 May 2024.",
            "Looms at the River",
            "event:apposed",
            "concert",
        ),
        (
            "Kiln Works held a concert of Lao and Ghanaian work songs in the hall on 3 May 2024.",
            "concert of Lao and Ghanaian work songs",
            "event:described",
            "concert",
        ),
    ],
)
def test_how_an_event_is_told(said: str, title: str, rule: str, kind: str) -> None:
    assert main(f"Weavers open their house\n\n{said}{REST}") == (title, rule, kind)


def test_a_notice_is_named_by_its_headline() -> None:
    text = "Threads of the South\n\nDate: 3 May 2024\nVenue: Weavers' Hall, Hue\nAdmission: free"
    assert main(text)[0] == "Threads of the South"


def test_where_no_event_is_named_the_headline_is_it() -> None:
    text = f"Songs for a long night\n\nSome of them had walked for days.{REST}"
    assert main(text)[:2] == ("Songs for a long night", "event:headline")


def test_a_text_without_anything_has_no_event() -> None:
    page = take_apart("")
    assert find_events(page, front_of("").headline) is None


def test_names_of_several_events_are_a_series_and_no_event() -> None:
    text = (
        "A long evening\n\nThe Hue Craft Forums began as a market of looms."
        f" The 8th Hue Craft Forum opened on 3 May.{REST}"
    )
    _, events = events_of(text)
    assert [draft.title for draft in events.drafts] == ["8th Hue Craft Forum"]
    assert list(events.series) == ["Hue Craft Forum"]


def test_one_event_under_a_shorter_name_is_one() -> None:
    text = (
        "A long evening in Hue\n\nThe 2024 Hue Craft Forum opened on 3 May in the customs hall."
        f" Makers called the Hue Craft Forum a second home.{REST}"
    )
    assert titles(text) == ["2024 Hue Craft Forum"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2023 Hue Craft Forum", "2024 Hue Craft Forum"),
        ("7th Hue Craft Forum", "8th Hue Craft Forum"),
        ("Hue Craft Forum", "Hue Craft Festival"),
    ],
)
def test_numbers_and_kinds_keep_events_apart(first: str, second: str) -> None:
    text = f"A long year\n\nThe guild hosted the {first} in the hall. It also hosted the {second} by the river.{REST}"
    assert titles(text) == [first, second]


@pytest.mark.parametrize(
    "said",
    [
        "the Hue Craft Forum director was late, as was the music",
        "the Hue Craft Forum's organisers were late, as was the music",
        "the Hue Craft Forum committee was late, as was the music",
    ],
)
def test_what_belongs_to_an_event_is_not_the_event(said: str) -> None:
    assert "Hue Craft Forum" not in titles(f"Songs for a long night\n\nOn that day {said}, people say.{REST}")


def test_a_song_in_quotation_marks_is_no_event() -> None:
    text = f"A long evening\n\nThe Hue Loom Concert opened with the song “Two Rivers” and the film “One Loom”.{REST}"
    assert titles(text) == ["Hue Loom Concert"]


def test_an_event_that_another_is_told_by_is_in_the_background() -> None:
    text = (
        "Weavers meet dyers\n\nThe Hue Loom Exhibition opened on 3 May on the sidelines of the 8th Hue Craft Forum."
        f" It fills the hall.{REST}"
    )
    page, events = events_of(text)
    assert events.drafts[events.main].title == "Hue Loom Exhibition"
    mentions = [one for some in events.mentions for one in some]
    beside = {events.drafts[one.event].title: one.background for one in mentions if one.end - one.start > 12}
    assert beside == {"Hue Loom Exhibition": False, "8th Hue Craft Forum": True}
    assert page.plain[mentions[0].start : mentions[0].end] == "Hue Loom Exhibition"


def test_an_event_is_called_by_its_acronym_and_by_its_kind() -> None:
    text = (
        "A long evening\n\nThe Hue International Craft Forum (HICF) opened on 3 May in the customs hall."
        " The forum has nine panels. HICF ends on Sunday with a song of the dyers and the weavers."
    )
    page, events = events_of(text)
    said = [page.plain[one.start : one.end] for some in events.mentions for one in some if one.event == events.main]
    assert events.drafts[events.main].acronym == "HICF"
    assert said == ["Hue International Craft Forum", "HICF", "The forum", "HICF"]


def test_another_edition_told_by_its_number_is_another_event() -> None:
    text = (
        "A long evening\n\nThe 8th Hue Craft Forum opened on 3 May 2024 in the customs hall, with nine panels."
        " The 7th forum took place in Accra in 2022, where it rained for four days and nights."
    )
    found = {draft.title: draft.rule for draft in events_of(text)[1].drafts}
    assert found == {"8th Hue Craft Forum": "event:named", "7th forum": "event:other-edition"}


@pytest.mark.parametrize(("title", "year"), [("2024 Hue Craft Forum", 2024), ("Hue Craft Forum", None)])
def test_the_year_in_a_title(title: str, year: int | None) -> None:
    _, events = events_of(f"A long evening\n\nThe {title} opened in the customs hall by the river.{REST}")
    assert events.drafts[events.main].year == year


def test_every_mention_is_of_an_event_that_is_there() -> None:
    text = (
        "Forum and festival\n\nThe 8th Hue Craft Forum and the Hue Kite Festival opened on 3 May in the customs hall."
        f" The forum ended late; the festival, “Two Rivers”, an exhibition, and the event went on.{REST}"
    )
    page, events = events_of(text)
    assert len(events.mentions) == len(page.sentences)
    assert all(-1 <= one.event < len(events.drafts) for some in events.mentions for one in some)
