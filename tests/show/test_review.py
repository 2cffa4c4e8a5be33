"""The screen of a review, line by line: that it fits, marks the words, and shows no foreign text as anything else."""

import pytest
from rich.cells import cell_len

from exchangecli.curate import accepting, ingesting, reviewing
from exchangecli.curate.reviewing import Happened
from exchangecli.extract.proposals import Masthead, Reading
from exchangecli.show import review
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from readings import article, first, says, second

FORUM_ID = "asean-korea-innovate-culture-forum-2025"


def drawn(sitting: reviewing.Review, note: str = "", width: int = 80, height: int = 24) -> list[str]:
    question = sitting.question()
    assert question is not None
    lines = [line.plain.rstrip() for line in review.screen(question, note, width, height)]
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)
    return lines


def on(store: Store, command: Command, text: str, quote: str, value: str) -> reviewing.Review:
    """A sitting about one fact of an event called Gala."""
    said = says(text)
    found = (said("title", "Gala", "Gala", "Gala"), said("venue", value, quote, "Gala"))
    source = ingesting.ingest(store, command, article(text), Reading(Masthead("News"), found), {}).source["id"]
    sitting = reviewing.begin(store, command, [str(source)])
    sitting.accept()
    return sitting


def test_a_fact_stands_with_its_words_and_the_keys(empty: Store, command: Command) -> None:
    lines = drawn(
        on(empty, command, "Old news. The Gala was at the Hue Hall yesterday. More.", "at the Hue Hall", "Hue Hall")
    )
    assert lines[0] == "event 1 of 1 · fact 1 of 1 · where · 1 accepted"
    assert "Venue: Hue Hall" in lines
    assert "The Gala was «at the Hue Hall» yesterday." in lines
    assert "a accept" in lines[-2]
    assert "q quit" in lines[-1]


@pytest.mark.parametrize(("width", "height"), [(80, 24), (200, 50), (40, 24), (80, 12)])
def test_every_question_fits(empty: Store, command: Command, width: int, height: int) -> None:
    accepting.accept_all(empty, command, str(ingesting.ingest(empty, command, *first(), {}).source["id"]))
    sitting = reviewing.begin(empty, command, [str(ingesting.ingest(empty, command, *second(), {}).source["id"])])
    while sitting.question() is not None:
        drawn(sitting, "a note", width, height)
        sitting.accept()


def test_a_second_report_shows_what_the_dataset_says(empty: Store, command: Command) -> None:
    accepting.accept_all(empty, command, str(ingesting.ingest(empty, command, *first(), {}).source["id"]))
    sitting = reviewing.begin(empty, command, [str(ingesting.ingest(empty, command, *second(), {}).source["id"])])
    text = " ".join(drawn(sitting))
    assert f"({FORUM_ID})" in text
    assert "beside the dataset: conflicts with" in text
    assert "in the dataset: 8 Nov 2025 · National Gallery Singapore" in text


def test_a_long_quotation_is_cut_and_keeps_its_marks(empty: Store, command: Command) -> None:
    quote = "at the hall " * 400
    lines = drawn(on(empty, command, f"The Gala was {quote}.", quote, "Hall"))
    text = "\n".join(lines)
    assert "«at the hall" in text
    assert "…»" in text
    assert "q quit" in text


def test_control_characters_do_nothing(empty: Store, command: Command) -> None:
    lines = drawn(
        on(empty, command, "Gala at \x1b[2J\u202eHall\x07 [bold]now[/bold].", "\x1b[2J\u202eHall\x07", "\x1b[31mHall")
    )
    text = "\n".join(lines)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "«�[2J�Hall�» [bold]now[/bold]." in text
    assert "Venue: �[31mHall" in text


@pytest.mark.parametrize("words", ["المسرح الوطني", "하노이 오페라 하우스", "国立新美術館"])
def test_other_scripts_fit(empty: Store, command: Command, words: str) -> None:
    text = f"Gala {words * 3} {words} " * 40
    lines = drawn(on(empty, command, text, words, words))
    assert f"«{words}»" in "\n".join(lines)


def test_what_came_of_an_answer_is_a_sentence(empty: Store, command: Command) -> None:
    assert review.happened(Happened("accepted", 1)) == "accepted"
    assert review.happened(Happened("rejected", 4)) == "rejected 4"
    done = on(empty, command, "The Gala at Hue Hall.", "at Hue Hall", "Hue Hall").accept()
    assert done.outcome is not None
    assert review.happened(done) == f"accepted; written as operation {done.outcome.operation}: 2 facts"
