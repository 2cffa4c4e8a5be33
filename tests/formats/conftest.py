"""Golden files: what a format writes of one row of every awkward value.

``pytest tests/formats --regenerate`` writes them anew; read the difference before it is committed.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from exchangecli.model.types import Record

GOLDEN = Path(__file__).with_name("golden")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files of the formats anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Hold what was written against the golden file of this name."""

    def hold(name: str, written: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("regenerate", default=False):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(written)
        assert written == path.read_bytes()

    return hold


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
