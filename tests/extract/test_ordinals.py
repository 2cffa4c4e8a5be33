"""The edition that a name says."""

import pytest

from exchangecli.extract.ordinals import edition_in_name


@pytest.mark.parametrize(
    ("title", "edition"),
    [
        ("8th Hue Craft Forum", (8, "8th")),
        ("Third Weavers' Fair", (3, "Third")),
        ("2024 12th Hue Craft Forum", (12, "12th")),
        ("XXII Biennial of Paper", (22, "XXII")),
        ("Twenty-first Kite Festival", (21, "Twenty-first")),
        ("Thirtieth Kite Festival", (30, "Thirtieth")),
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
