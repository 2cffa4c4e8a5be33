"""Where a sentence ends, and where only an abbreviation does."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.extract.blocks import Block, blocks
from exchangecli.extract.sentences import sentences, word_list


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, [Block(0, len(text), "body")])]


@pytest.mark.parametrize(
    "first",
    [
        "The evening was opened by Dr. Ama Mensah.",
        "Prof. Ines Duarte and Mr. K. Osei spoke.",
        "The U.S. Embassy lent the hall.",
        "H.E. Mr. Tomas Brandt, Ambassador, came.",
        "The show by J. S. Okafor closed late.",
        "It opens on 8 Nov. 2025 in Jakarta.",
        "The hall of St. Anne's was full.",
        "Kiln Works Co., Ltd. paid for it.",
        "Entry costs 4.50 euros at 7.30 p.m. sharp.",
        "Paper, silk, etc. were on show.",
        '"We came for the looms," she said.',
        '"We came for the looms."',
        "Who weaves here?",
        "What a night!",
        "(The hall was built in 1911.)",
    ],
)
def test_a_sentence_ends_once(first: str) -> None:
    assert split(f"{first} The guild paid the fares.") == [first, "The guild paid the fares."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("포럼이 열렸다. 참가자는 많았다.", ["포럼이 열렸다.", "참가자는 많았다."]),
        ("포럼을 열었습니다. 2025년에 다시 열립니다.", ["포럼을 열었습니다.", "2025년에 다시 열립니다."]),
        ('He left. "We stay," she said.', ["He left.", '"We stay," she said.']),
        ("The guild paid.The fares were low there.", ["The guild paid.", "The fares were low there."]),
        ("One line\nof a paragraph. Two.", ["One line\nof a paragraph.", "Two."]),
        ("no stop at all", ["no stop at all"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_title_and_an_item_are_one_sentence_each_and_the_page_has_none() -> None:
    text = "Weavers. Dyers. Smiths.\n\n- Silk. And paper.\n\n[Photo: the guild]"
    assert [(text[one.start : one.end], one.kind) for one in sentences(text, blocks(text))] == [
        ("Weavers. Dyers. Smiths.", "title"),
        ("Silk. And paper.", "item"),
    ]


def test_a_text_without_a_stop_is_read_in_pieces() -> None:
    found = split("loom " * 4000)
    assert max(map(len, found)) <= 1500
    assert sum(part.count("loom") for part in found) == 4000


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Korea-ASEAN Center", ["Korea-ASEAN", "Center"]),
        ("Girls' Generation", ["Girls'", "Generation"]),
        ("the museum's R&D", ["the", "museum's", "R&D"]),
        ("U.S. looms", ["U.S", "looms"]),
        ("Disney+ (2023)", ["Disney+", "2023"]),
        ("AC/DC, 24/7", ["AC/DC", "24/7"]),
        ("강 축제", ["강", "축제"]),
    ],
)
def test_words(said: str, found: list[str]) -> None:
    assert [word.text for word in word_list(said, 0, len(said))] == found


@pytest.mark.parametrize(
    ("word", "capital"), [("Loom", True), ("loom", False), ("4D", True), ("2024", False), ("Đà", True), ("강", False)]
)
def test_what_begins_like_a_name(word: str, capital: bool) -> None:
    assert word_list(word, 0, len(word))[0].capital is capital


@given(st.text(alphabet="A.b! ?\"'\n)다", max_size=80))
def test_sentences_cover_their_block_in_order(text: str) -> None:
    found = sentences(text, [Block(0, len(text), "body")])
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert "".join("".join(text[one.start : one.end].split()) for one in found) == "".join(text.split())
