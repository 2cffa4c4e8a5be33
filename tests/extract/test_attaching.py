"""Which event a fact belongs to."""

from exchangecli.extract.attaching import Attachment
from tests.extract.pages import attached

TWO = (
    "Forum and festival in one week\n\n"
    "The 8th Hue Craft Forum was held at Weavers' Hall, and the Hue Kite Festival at the Old Harbour on 5 May 2024.\n\n"
    "The festival drew a crowd to the river, where it rained, and nobody left before the last kite was down.\n\n"
    "Nobody had thought that so many would come on foot from the villages beyond the river and the old town walls.\n\n"
    "The Hue Craft Forum closed on Sunday with a song, and the makers went home by boat, by bus and on bicycles."
)


def at(where: Attachment, words: str) -> str:
    """The event that words of the text belong to."""
    place = where.page.plain.index(words)
    number = next(number for number, one in enumerate(where.page.sentences) if one.start <= place < one.end)
    return where.events.drafts[where.event_at(number, place)].title


def test_of_two_events_in_a_sentence_each_has_what_follows_it() -> None:
    where = attached(TWO)
    assert at(where, "Weavers' Hall") == "8th Hue Craft Forum"
    assert at(where, "Old Harbour") == "Hue Kite Festival"
    assert at(where, "5 May 2024") == "Hue Kite Festival"


def test_what_is_spoken_of_goes_on_over_paragraphs() -> None:
    where = attached(TWO)
    assert at(where, "river, where it rained") == "Hue Kite Festival"
    assert at(where, "beyond the river") == "Hue Kite Festival"
    assert at(where, "by boat, by bus") == "8th Hue Craft Forum"


def test_what_stands_before_the_only_event_of_a_sentence_belongs_to_it() -> None:
    where = attached(
        "A long evening\n\nOn 3 May 2024 in the old customs hall, the guild opened the 8th Hue Craft Forum to visitors."
    )
    assert at(where, "3 May 2024") == "8th Hue Craft Forum"


def test_an_event_that_contains_another_does_not_take_its_facts() -> None:
    where = attached(
        "Weavers meet dyers\n\nAt the 7th Delta Ministers' Meeting, the guild opened the Hue Loom Exhibition in Accra"
        " on 3 May 2024, and the looms stayed there for a month."
    )
    assert at(where, "Accra") == "Hue Loom Exhibition"
    assert at(where, "3 May 2024") == "Hue Loom Exhibition"


def test_a_verb_has_the_event_that_follows_it() -> None:
    where = attached(
        "Forum and festival\n\n"
        "The Loom Foundation hosted the Hue Craft Forum and funded the Hue Kite Festival by the river."
    )
    place = where.page.plain.index("funded")
    number = next(number for number, one in enumerate(where.page.sentences) if one.start <= place < one.end)
    assert where.events.drafts[where.after(number, place)].title == "Hue Kite Festival"


def test_a_sentence_on_another_edition_is_told_apart() -> None:
    where = attached(
        "A long evening\n\nThe 8th Hue Craft Forum opened on 3 May 2024 in the old customs hall by the river in Hue."
        " Last year's forum drew 900 visitors. The eighth edition has nine panels and a market of looms."
    )
    body = [number for number, one in enumerate(where.page.sentences) if one.kind == "body"]
    assert [where.of_another_edition(number) for number in body] == [False, True, False]


def test_a_fact_right_behind_the_name_is_chained_to_it() -> None:
    where = attached(
        "A long evening\n\n"
        "The Hue Craft Forum, held in Accra on 3 May 2024, was long. Many makers had come from far away."
    )
    place = where.page.plain.index("3 May 2024")
    number = next(number for number, one in enumerate(where.page.sentences) if one.start <= place < one.end)
    assert where.chained(number, place) == where.events.main
    assert where.chained(number, where.page.sentences[number].start) is None
    assert [where.page.plain[one.start : one.end] for one in where.named(number)] == ["Hue Craft Forum"]


def test_an_event_called_the_forum_is_called_for_short() -> None:
    where = attached(
        "A long evening\n\nThe Hue Craft Forum opened in Accra after years of talk between makers and museums."
        "\n\nThe forum was held on 3 May 2024, and many of the makers had come from far away to be there."
    )
    place = where.page.plain.index("3 May 2024")
    number = next(number for number, one in enumerate(where.page.sentences) if one.start <= place < one.end)
    assert where.is_short(number, place)
