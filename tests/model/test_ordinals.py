"""Ordinals as they are written."""

import pytest

from exchangecli.model.ordinals import WORDS, ordinal


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("first", 1),
        ("Sixth", 6),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("Twenty-Ninth", 29),
        ("thirtieth", 30),
        ("ninety-ninth", 99),
        ("1st", 1),
        ("22nd", 22),
        ("103rd", 103),
        ("VI", 6),
        ("XIX", 19),
        ("XXII", 22),
        ("XIV", 14),
        ("I", None),
        ("IIII", None),
        ("VX", None),
        ("loom", None),
        ("", None),
    ],
)
def test_ordinal(said: str, number: int | None) -> None:
    assert ordinal(said) == number


def test_the_words_go_to_ninety_nine() -> None:
    assert sorted(map(WORDS.__getitem__, WORDS)) == list(range(1, 100))
