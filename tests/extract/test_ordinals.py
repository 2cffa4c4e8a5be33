"""Ordinals, and the edition that a name says."""

import pytest

from exchangecli.extract.ordinals import NUMBERS, edition_in_name, ordinal


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("first", 1),
        ("Sixth", 6),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("Twenty-Ninth", 29),
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


def test_the_words_count_upwards() -> None:
    assert [ordinal(word) for word in NUMBERS] == list(range(1, 21))


@pytest.mark.parametrize(
    ("title", "edition"),
    [
        ("8th Hue Craft Forum", (8, "8th")),
        ("Third Weavers' Fair", (3, "Third")),
        ("2024 12th Hue Craft Forum", (12, "12th")),
        ("XXII Biennial of Paper", (22, "XXII")),
        ("Twenty-first Kite Festival", (21, "Twenty-first")),
        ("Hue Craft Forum", None),
        ("2024 Hue Craft Forum", None),
        ("50th Anniversary Concert", None),
        ("21st Century Looms", None),
        ("10th Birthday Gala", None),
        ("100th Flying Kite Anniversary", None),
        ("VI", (6, "VI")),
        ("", None),
    ],
)
def test_the_edition_in_a_name(title: str, edition: tuple[int, str] | None) -> None:
    assert edition_in_name(title) == edition
