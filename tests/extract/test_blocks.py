"""What of a text is the report, and what is the page around it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.extract.blocks import blocks
from exchangecli.extract.plain import plain

LEAD = "The city's weavers opened their guild house to visitors from nine countries on Friday evening."
NEXT = "Looms from Laos, Ghana and Peru stood side by side in the old customs hall until late at night."
LAST = "The guild, which was founded by eleven workshops, hopes to make the evening a yearly custom."


def told(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.within(text)) for block in blocks(text)]


def test_headline_and_paragraphs() -> None:
    assert told(f"Weavers open their house\n\n{LEAD}\n\n{NEXT}\n") == [
        ("title", "Weavers open their house"),
        ("body", LEAD),
        ("body", NEXT),
    ]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_broken_by_their_length_are_one_paragraph(width: int) -> None:
    import textwrap

    paragraph = f"{LEAD} {NEXT} {LAST}"
    (only,) = told(textwrap.fill(paragraph, width))
    assert (only[0], " ".join(only[1].split())) == ("body", paragraph)


def test_paragraphs_without_blank_lines_stay_apart() -> None:
    longer = f"{NEXT} {LAST}"
    assert told(f"{LEAD}\n{longer}\n{LAST}") == [("body", LEAD), ("body", longer), ("body", LAST)]


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("- lacquer\n- silk\n- paper", ["lacquer", "silk", "paper"]),
        ("* lacquer\n* silk", ["lacquer", "silk"]),
        ("1. lacquer\n2. silk", ["lacquer", "silk"]),
        ("(1) lacquer\n(2) silk", ["lacquer", "silk"]),
        ("a) lacquer\nb) silk", ["lacquer", "silk"]),
        ("• lacquer\n• silk", ["lacquer", "silk"]),
    ],
)
def test_items_of_a_list(printed: str, items: list[str]) -> None:
    assert told(plain(printed)) == [("item", item) for item in items]


@pytest.mark.parametrize("mark", ["# ", "## ", "###### "])
def test_a_markdown_heading_is_a_title_without_its_mark(mark: str) -> None:
    assert told(f"{mark}Weavers open their house\n\n{LEAD}")[0] == ("title", "Weavers open their house")


@pytest.mark.parametrize(
    "mark",
    ["Share this article", "Related articles", "Read more:", "SEE ALSO", "Most read", "About the Hue Craft Guild"],
)
def test_what_follows_the_report_is_the_pages(mark: str) -> None:
    text = f"Weavers open their house\n\n{LEAD}\n\n{NEXT}\n\n{mark}\n\n{LAST}"
    assert [kind for kind, _ in told(text)] == ["title", "body", "body", "page", "page"]


def test_buttons_at_the_top_do_not_end_a_report() -> None:
    text = f"Weavers open their house\n\n{LEAD}\n\nShare this\n\n{NEXT}\n\n{LAST}\n\n{NEXT}"
    assert [kind for kind, _ in told(text)] == ["title", "body", "page", "body", "body", "body"]


def test_a_note_in_square_brackets_is_the_pages() -> None:
    assert [kind for kind, _ in told(f"{LEAD}\n\n[Photo: the guild]\n\n{NEXT}")] == ["body", "page", "body"]


def test_a_sentence_about_something_is_no_note_about_the_publisher() -> None:
    said = "About three hundred looms, most of them older than the hall, had been carried up the stairs by hand."
    assert told(f"{LEAD}\n\n{said}") == [("body", LEAD), ("body", said)]


def test_nothing_has_no_blocks() -> None:
    assert told("") == told(" \n\n \n") == []


@given(st.lists(st.sampled_from([LEAD, NEXT, "Share this", "- silk", "# A", "\n", " ", "x", "", "12"]), max_size=12))
def test_blocks_stand_in_order_and_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = blocks(text)
    assert all(one.start <= one.end <= two.start for one, two in pairwise(found))
    assert sum(len(block.within(text).split()) for block in found) >= sum(len(line.split()) for line in lines) - sum(
        line in ("- silk", "# A") for line in lines
    )
