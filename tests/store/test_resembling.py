"""Records that may have been meant, where none was."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.model import records
from exchangecli.store import finding, resembling
from exchangecli.store.opening import Store

Plans = Callable[[Store], AbstractContextManager[list[str]]]

CONCERT = "asean-korea-music-concert-2025"

MEANT = [
    ("asean-koera-music", CONCERT),
    ("asean-korea-music-concert-2024", CONCERT),
    ("ASEAN Koera Music Concert", CONCERT),
    ("KOFIC", "kofice"),
    ("kofise", "kofice"),
    ("cofice", "kofice"),
    ("MCTS", "ministry-of-culture-sports-and-tourism"),
    ("Girls Generaton", "girls-generation"),
    ("duk phuc", "duc-phuc"),
    ("asem-cultur-minister", "asem-culture-ministers-meeting"),
    ("Foundation International Exchange", "kofice"),
    ("한국국재문화교류진흥원", "kofice"),
]


@pytest.mark.parametrize(("words", "meant"), MEANT)
def test_the_nearest_comes_first(sample: Store, words: str, meant: str) -> None:
    near = resembling.near(sample, words, records.NAMED)
    assert near[0].id == meant
    assert len(near) <= resembling.MOST


@pytest.mark.parametrize("words", ["", "!!", "nobody", "zzz", "x", "a b c d e f g", "q" * 500, '"', "NOT", "(", "*"])
def test_of_what_resembles_nothing_nothing_is_suggested(sample: Store, words: str) -> None:
    assert resembling.near(sample, words, records.NAMED) == []


def test_only_the_kinds_asked_for(sample: Store) -> None:
    assert resembling.near(sample, "KOFIC", ["event", "role"]) == []


def test_one_is_suggested_in_a_sentence(sample: Store) -> None:
    with pytest.raises(errors.NotFound) as raised:
        finding.resolve(sample, "kofise", ["participant"])
    assert raised.value.sentence == (
        'no participant is called "kofise"; '
        "did you mean kofice (Korean Foundation for International Cultural Exchange)?"
    )


def test_several_are_listed(sample: Store) -> None:
    with pytest.raises(errors.NotFound) as raised:
        finding.resolve(sample, "fondation")
    first, *others = raised.value.sentence.split("\n")
    assert first == 'no record is called "fondation"; did you mean one of these?'
    assert others == [
        "  asef  Asia-Europe Foundation",
        "  kofice  Korean Foundation for International Cultural Exchange",
    ]


@given(st.text("abc-", max_size=6), st.text("abcd-", max_size=7))
def test_a_slip_is_one_change(word: str, other: str) -> None:
    """``slips`` and the distance of Damerau, which is counted by somebody else, agree on what one slip is."""
    from rapidfuzz.distance import OSA

    assert (other in resembling.slips(word)) == (other != "" and OSA.distance(word, other) == 1)


@pytest.mark.parametrize("words", ["asean-koera-music", "fondation", "한국국재"])
def test_no_table_is_read_from_end_to_end(sample: Store, plans: Plans, words: str) -> None:
    with plans(sample) as steps:
        resembling.near(sample, words, records.NAMED)
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step]
