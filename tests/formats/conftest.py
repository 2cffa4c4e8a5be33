"""What the formats are tested with: one row of every awkward value."""

import pytest

from exchangecli.model.types import Record


@pytest.fixture
def awkward() -> list[Record]:
    """Records with one value of every kind that some program or other gets wrong."""
    return [
        {
            "id": "한-베-포럼",
            "title": '=HYPERLINK("https://example.org","Forum"), "first"',
            "start": "202X",
            "end": "..",
            "attendance": 0,
            "attendance_approximate": False,
            "latitude": -33.8568,
            "longitude": -0.0000001,
            "disciplines": ["music", "dance"],
            "theme": "two\nlines,\r\nand a tab\t",
            "city": None,
        },
        {
            "id": "plain",
            "title": "Đức Phúc; Girls’ Generation 🎤",
            "start": "2018~",
            "attendance": 10**18 - 1,
            "attendance_approximate": True,
            "latitude": 21,
            "longitude": 105.8342,
            "disciplines": None,
            "theme": "＝1+1",
            "city": "'s-Hertogenbosch",
        },
    ]


@pytest.fixture
def columns() -> list[str]:
    """The columns of the awkward records, and one that none of them has."""
    return [
        *("id", "title", "start", "end", "attendance", "attendance_approximate", "latitude", "longitude"),
        *("disciplines", "theme", "city", "performers"),
    ]
