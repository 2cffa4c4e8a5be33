"""Reading whole articles: every proposal stands on its words, whatever the text."""

import random
import re
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchangecli.extract.proposals import Reading
from exchangecli.extract.reading import read
from exchangecli.model.vocabularies import vocabulary
from tests.extract.pages import HEAD, REST, article, facts, values
from tests.extraction.__main__ import article as article_of
from tests.extraction.scoring import score
from tests.extraction.statements import statements
from tests.extraction.truth import Document, read_truth

FIXTURES = Path(__file__).parents[1] / "extraction"
SEEDS = read_truth(FIXTURES / "seeds" / "facts.json")
PIECES = sorted(
    {
        piece
        for folder in ("seeds", "learn")
        for path in sorted((FIXTURES / folder).glob("*.txt"))
        for piece in re.split(r"(?<=[.:,])\s|\n+", path.read_bytes().decode())
        if piece
    }
)
"""The sentences and half sentences of the articles that rules are written by."""
SIGNS = (
    *("The", "of", "8th", "3-5", "May", "2024,", ".", ":", ";", "(", ")", "“", "”", "'", '"', "\n", "\n\n", "-", "–"),
    *("é", "강", "を", "\u2028", "held", "by", "at", "in", "and", "HCG", "Forum", "Ghana"),
)
FIELDS = {
    *("title", "kind", "start", "end", "venue", "city", "country", "edition", "attendance", "theme", "status"),
    *("taking_part", "session", "role", "name", "programme", "launch", "figure"),
}

ARTICLE = """Weavers and dyers meet in Accra

ACCRA (Riverpress) - The 8th Hue Craft Forum, organised by the Loom Foundation in partnership with the Silk Museum, was
held at Weavers' Hall in Accra, Ghana, from 3 to 5 May 2024 under the theme “Looms and Lives”.

Some 940 visitors attended the forum. Ama Mensah, director of the Loom Museum, delivered the keynote speech.

"We came for the looms and stayed for the songs," said Kofi Osei, President of KOFICE.
"""


def checked(reading: Reading, text: str) -> Reading:
    """What must be so of every reading."""
    for one in reading.proposals:
        assert text[one.start : one.end] == one.quote, one
        assert one.quote == one.quote.strip() != "", one
        assert one.value.strip() == one.value != "", one
        assert one.field in FIELDS, one
        assert one.field != "role" or one.role in vocabulary("roles").terms, one
    ids = [one.id("0" * 64) for one in reading.proposals]
    assert len(set(ids)) == len(ids)
    titles = {one.event for one in reading.proposals if one.field == "title"}
    assert {one.event for one in reading.proposals if one.event is not None} <= titles
    assert [one.start for one in reading.proposals] == sorted(one.start for one in reading.proposals)
    return reading


def test_a_whole_article() -> None:
    reading = checked(read(article(ARTICLE)), ARTICLE)
    event = "8th Hue Craft Forum"
    found = {(one.field, one.value, one.role) for one in reading.proposals if one.event == event}
    assert found == {
        ("title", event, None),
        ("kind", "forum_conference", None),
        ("edition", "8", None),
        ("start", "2024-05-03", None),
        ("end", "2024-05-05", None),
        ("venue", "Weavers' Hall", None),
        ("city", "Accra", None),
        ("country", "GH", None),
        ("theme", "Looms and Lives", None),
        ("attendance", "940", None),
        ("role", "Loom Foundation", "organiser"),
        ("role", "Silk Museum", "partner"),
        ("role", "Ama Mensah", "keynote_speaker"),
        ("role", "Kofi Osei", "quoted"),
    } | {one for one in found if one[0] == "session"}
    assert reading.masthead.publisher == "Riverpress"
    assert reading.remarks == ()


def test_what_stands_beside_people_is_theirs() -> None:
    people = {one.value: (one.capacity, one.affiliation, one.kind) for one in facts(ARTICLE, "role")}
    assert people["Ama Mensah"] == ("director", "Loom Museum", "person")
    assert people["Kofi Osei"] == ("President", "KOFICE", "person")
    assert people["Loom Foundation"] == (None, None, "organisation")


def test_a_round_figure_is_said_to_be_round() -> None:
    (attendance,) = facts(ARTICLE, "attendance")
    assert attendance.approximate


def test_the_same_text_gives_the_same_proposals() -> None:
    assert read(article(ARTICLE)) == read(article(ARTICLE))


def test_the_day_a_person_says_it_was_published_comes_first() -> None:
    text = ARTICLE.replace("from 3 to 5 May 2024", "on 3 May")
    assert values(text, "start", "2019-06-01") == ["2019-05-03"]
    assert values(text, "start") == ["XXXX-05-03"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "“”", "[]", "x"])
def test_a_text_without_an_event_says_so_or_is_not_read(text: str) -> None:
    reading = checked(read(article(text)), text)
    assert reading.proposals == ()
    assert len(reading.remarks) == 1


@pytest.mark.parametrize("document", [pytest.param(one, id=one.key) for one in SEEDS])
def test_the_documents_that_everything_began_with_are_read_whole(document: Document) -> None:
    proposals = read(article_of(document.path)).proposals
    verdict = score(document, statements(proposals, document)).strict
    assert [(said.field, said.values, said.role) for said in verdict.wrong] == []
    assert [(fact.field, fact.values) for fact in verdict.missed] == []
    assert len(verdict.right) > 10


@pytest.mark.parametrize("folder", ["seeds", "learn"])
def test_every_proposal_on_the_fixtures_stands_on_its_words(folder: str) -> None:
    for path in sorted((FIXTURES / folder).glob("*.txt")):
        known = article_of(path)
        assert checked(read(known), known.text).proposals, path.name


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    checked(read(article(text)), text)


@given(st.lists(st.sampled_from(SIGNS), max_size=60).map(" ".join))
@settings(deadline=None)
def test_any_words_are_read(text: str) -> None:
    checked(read(article(text), "2024-05-04"), text)


@given(
    st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "\n", "\n\n", " - ", "\n- ", ' "', "; "])),
        min_size=3,
        max_size=16,
    )
)
@settings(deadline=None)
def test_shuffled_pieces_of_articles_are_read(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{piece}{gap}" for piece, gap in pieces)
    checked(read(article(text)), text)


def _of_length(piece: str) -> str:
    return (piece * (20_000 // len(piece) + 1))[:20_000]


HOSTILE = {
    "capitals": _of_length("THE HUE CRAFT FORUM OF GHANA AND "),
    "capitalised words": _of_length("Hue Craft Forum Of Ghana And "),
    "one word": "A" * 20_000,
    "brackets": _of_length("((("),
    "bracketed names": _of_length("Hue (Craft (Forum ("),
    "quotation marks": _of_length('"'),
    "quoted words": _of_length("“Two” \"Rivers' "),
    "apostrophes": _of_length("'A "),
    "commas": _of_length("Hue, Craft, Forum, and "),
    "dates": _of_length("3 May - 5 May 2024, "),
    "digits": _of_length("20242024"),
    "numbers": _of_length("1,000,"),
    "dashes": _of_length("- "),
    "dots": _of_length(". "),
    "initials": _of_length("J. S. "),
    "spaces": " " * 20_000,
    "line feeds": "Hue Craft Forum" + "\n" * 20_000 + "x",
    "colons": _of_length("Venue: Date: "),
    "cues": _of_length("organised by hosted by the "),
    "Korean": _of_length("포럼을 열었다 "),
    "verbs": _of_length("The guild held said opened the forum that "),
    "binary": "".join(random.Random(7).choices("".join(map(chr, range(256))), k=20_000)),
    "letters": "".join(random.Random(7).choices(string.ascii_letters + " .,", k=20_000)),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_read_to_its_end(kind: str) -> None:
    checked(read(article(HOSTILE[kind])), HOSTILE[kind])


def test_quotation_marks_around_spaces_name_nothing() -> None:
    assert values(f"{HEAD}The Hue Craft Forum opened in the hall with a song called “   ” on 3 May 2024.", "title")


def test_an_acronym_leaves_the_number_of_a_name() -> None:
    text = f"{HEAD}Many people came on 3 May 2024 when the 8th Hue Craft Forum (HCF) opened in Accra.{REST}"
    assert values(text, "edition") == ["8"]


def test_an_ensemble_behind_a_person_is_one_by_itself() -> None:
    text = f"{HEAD}The Hue Craft Forum of 2024 featured drummer Kofi Osei, the Accra Loom Orchestra and Lin Wei.{REST}"
    assert values(text, "role") == ["Kofi Osei", "Accra Loom Orchestra", "Lin Wei"]


def test_a_postponed_event_is_on_its_new_day() -> None:
    text = f"{HEAD}The Hue Craft Forum was postponed from 3 May 2024 to 9 June 2024 because of the flood.{REST}"
    assert (values(text, "start"), values(text, "end")) == (["2024-06-09"], [])


def test_the_year_a_forum_was_founded_may_stand_before_its_name() -> None:
    text = f"{HEAD}Founded in 1996, the Hue Craft Forum returned to Accra on 3 May 2024 after four years.{REST}"
    assert values(text, "launch") == ["1996"]


def test_those_who_came_online_are_no_attendance() -> None:
    text = f"{HEAD}The Hue Craft Forum was held on 3 May 2024. Some 300 people attended via Zoom.{REST}"
    assert values(text, "attendance") == []


def test_a_year_that_the_last_day_is_given_is_said_to_be_concluded() -> None:
    text = f"{HEAD}The Silk Road Dance Week opened on 4 September 2023 in Tashkent and runs until 10 September.{REST}"
    (end,) = facts(text, "end")
    assert (end.value, end.quote, end.inferred) == ("2023-09-10", "10 September", "year from the first day")


def test_what_is_told_of_an_edition_of_another_year_is_not_the_events() -> None:
    text = (
        f"{HEAD}The Delta Book Fair was held in Georgia on 29 November. The 2019 edition drew 8,000 visitors."
        f" The fair in 2018 took place in Baku.{REST}"
    )
    assert (values(text, "attendance"), values(text, "city")) == ([], [])
