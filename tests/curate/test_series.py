from collections.abc import Callable

import pytest

from exchangecli.curate import series
from exchangecli.curate.series import Organiser
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store

Add = Callable[..., Record]
FORUMS = "asean-korea-innovative-culture-forum"


@pytest.fixture
def talks(empty: Store, add: Add) -> Store:
    """A series with an edition that was numbered late, one without a number, a panel within one, and a child series."""
    add(empty, "programme", name="Talks", frequency="annual")
    add(empty, "programme", name="Youth talks", parent="talks")
    add(empty, "event", title="Second talks", programme="talks", edition="2", start="2022", city="Jakarta")
    add(empty, "event", title="First talks", programme="talks", edition="1", start="2021")
    add(empty, "event", title="Talks outside the count", programme="talks", start="2024")
    add(empty, "event", title="A panel", programme="talks", edition="2", start="2022", part_of="second-talks-2022")
    add(empty, "event", title="Youth talks", programme="youth-talks", edition="9", start="2025")
    add(empty, "event", title="Elsewhere", edition="8", start="2025", also_under="talks")
    return empty


def test_the_last_edition_is_that_of_the_highest_number_in_the_series_itself(talks: Store) -> None:
    known = series.known(talks, "TALKS")
    assert known is not None
    assert known.last["id"] == "second-talks-2022"
    assert (known.next_edition, known.expected, known.organisers) == (3, "2023", ())


def test_without_numbers_the_last_is_the_latest_and_no_number_is_offered(empty: Store, add: Add) -> None:
    add(empty, "programme", name="Nights")
    add(empty, "event", title="Night", programme="nights", start="2024-05")
    add(empty, "event", title="Night again", programme="nights", start="2023")
    add(empty, "event", title="Undated", programme="nights")
    known = series.known(empty, "nights")
    assert known is not None
    assert (known.last["id"], known.next_edition, known.expected) == ("night-2024", None, None)
    assert list(series.left_out(known, 7)) == []


@pytest.mark.parametrize("words", ["no such series", "", "asem-summits", "asem", "as"])
def test_a_series_of_which_nothing_is_known(sample: Store, words: str) -> None:
    assert (series.known(sample, words) is None) == (not rows.belonging(sample, records.EVENT, "programme", words))


def test_who_organised_the_last_edition(sample: Store) -> None:
    known = series.known(sample, FORUMS)
    assert known is not None
    assert known.organisers[:2] == (
        Organiser("ministry-of-culture-sports-and-tourism", "Ministry of Culture, Sports and Tourism", "organiser"),
        Organiser("kofice", "Korean Foundation for International Cultural Exchange", "organiser"),
    )
    assert {one.role for one in known.organisers} <= {"organiser", "co_organiser", "implementer", "host", "partner"}


def test_who_has_a_part_in_a_session_alone_has_not_organised_the_edition(talks: Store, add: Add) -> None:
    add(talks, "participant", name="Studio")
    add(talks, "session", event="second-talks-2022", title="Workshop")
    add(talks, "role", participant="studio", role="organiser", event="second-talks-2022", session="workshop")
    known = series.known(talks, "talks")
    assert known is not None
    assert known.organisers == ()


def test_an_edition_that_is_there_and_those_left_out(talks: Store, add: Add) -> None:
    known = series.known(talks, "talks")
    assert known is not None
    new = add(talks, "event", title="Again", programme="talks", edition="2", start="2030")
    assert [one["id"] for one in series.same_edition(talks, new)] == ["second-talks-2022", "a-panel-2022"]
    assert [list(series.left_out(known, edition)) for edition in (1, 2, 3, 4, 6)] == [[], [], [], [3], [3, 4, 5]]


@pytest.mark.parametrize(
    ("start", "before"), [("2021-12-31", True), ("2022", False), ("2022-05", False), ("2023", False), (None, False)]
)
def test_an_earlier_event_is_not_the_next(talks: Store, start: str | None, before: bool) -> None:
    known = series.known(talks, "talks")
    assert known is not None
    assert series.comes_before(known, start) == before


@pytest.mark.parametrize(
    ("start", "frequency", "year"),
    [
        ("2025-11-08", "annual", "2026"),
        ("2025", "annual", "2026"),
        ("2018?", "biennial", "2020"),
        ("2018-10", "triennial", "2021"),
        ("2020-02-29", "annual", "2021"),
        ("2018-05", "monthly", "2018"),
        ("2018-12-31", "monthly", "2019"),
        ("2018-11", "quarterly", "2019"),
        ("2018", "monthly", None),
        ("2018-24", "annual", None),
        ("202X", "annual", None),
        ("9999", "annual", None),
        ("2018", "irregular", None),
        ("2018", "once", None),
        ("2018", None, None),
        (None, "annual", None),
        ("soon", "annual", None),
        ("2018", "every full moon", None),
    ],
)
def test_the_year_in_which_the_next_is_expected(start: str | None, frequency: str | None, year: str | None) -> None:
    assert series.next_year(start, frequency) == year
