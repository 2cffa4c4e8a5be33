"""Dates as they are printed, and what only looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.extract.dated import Dated, after, find_dates, on_weekday, with_year
from exchangecli.extract.plain import plain


def dates(printed: str) -> list[Dated]:
    return find_dates(plain(printed), 0, len(printed))


PRINTED = [
    ("8 November 2025", "2025-11-08", None),
    ("8th November, 2025", "2025-11-08", None),
    ("the 8th of November 2025", "2025-11-08", None),
    ("8 Nov. 2025", "2025-11-08", None),
    ("November 8, 2025", "2025-11-08", None),
    ("November 8th 2025", "2025-11-08", None),
    ("Nov. 8, 2025", "2025-11-08", None),
    ("Sept. 30, 2024", "2024-09-30", None),
    ("Saturday, 8 November 2025", "2025-11-08", None),
    ("Sat 8 November 2025", "2025-11-08", None),
    ("Saturday, November 8, 2025", "2025-11-08", None),
    ("Friday, 8 November 2025", "2025-11-08", None),
    ("2025-11-08", "2025-11-08", None),
    ("2025.11.8", "2025-11-08", None),
    ("08.11.2025", "2025-11-08", None),
    ("25/11/2025", "2025-11-25", None),
    ("1-2 March 2018", "2018-03-01", "2018-03-02"),
    ("1–2 March 2018", "2018-03-01", "2018-03-02"),
    ("1 to 2 March 2018", "2018-03-01", "2018-03-02"),
    ("1 and 2 March 2018", "2018-03-01", "2018-03-02"),
    ("1 & 2 March 2018", "2018-03-01", "2018-03-02"),
    ("28 February - 3 March 2018", "2018-02-28", "2018-03-03"),
    ("28 December 2023 to 4 January 2024", "2023-12-28", "2024-01-04"),
    ("March 1-2, 2018", "2018-03-01", "2018-03-02"),
    ("March 30 to April 2, 2018", "2018-03-30", "2018-04-02"),
    ("from 21 (Wed) to 22 (Thu) October 2020", "2020-10-21", "2020-10-22"),
    ("March 2018", "2018-03", None),
    ("March of 2018", "2018-03", None),
    ("2018", "2018", None),
    ("8 November", "XXXX-11-08", None),
    ("November 8", "XXXX-11-08", None),
    ("1-2 March", "XXXX-03-01", "XXXX-03-02"),
    ("March 1 and 2", "XXXX-03-01", "XXXX-03-02"),
    ("2025년 11월 8일", "2025-11-08", None),
    ("2025년 11월 8일(토)", "2025-11-08", None),
    ("2025년 11월 8일부터 10일", "2025-11-08", "2025-11-10"),
    ("11월 8일", "XXXX-11-08", None),
    ("2025년 11월", "2025-11", None),
    ("ngày 8 tháng 11 năm 2025", "2025-11-08", None),
    ("ngày 8/11/2025", "2025-11-08", None),
    ("ngày 8/11", "XXXX-11-08", None),
    ("8 novembre 2025", "2025-11-08", None),
    ("1er août 2025", "2025-08-01", None),
    ("du 3 au 5 février 2024", "2024-02-03", "2024-02-05"),
    ("8 Oktober 2025", "2025-10-08", None),
    ("8-10 Agustus 2025", "2025-08-08", "2025-08-10"),
    ("8 hingga 10 Agustus 2025", "2025-08-08", "2025-08-10"),
]


@pytest.mark.parametrize(("printed", "start", "end"), PRINTED)
def test_a_printed_date(printed: str, start: str, end: str | None) -> None:
    assert [(one.start, one.end) for one in dates(printed)] == [(start, end)]


@pytest.mark.parametrize(("printed", "start", "end"), PRINTED)
def test_a_date_within_a_sentence(printed: str, start: str, end: str | None) -> None:
    said = f"The looms stood there ({printed}), we hear."
    assert [(one.start, one.end) for one in dates(said)] == [(start, end)]


@pytest.mark.parametrize(
    "said",
    [
        "you may 5 times a day march on",
        "the 2018's and the 1990s",
        "a fee of $2024 was paid",
        "room 12, 3 floors, 450 seats",
        "tickets at 12.50 and 8.30",
        "open 9-17, closed at noon",
        "31 February 2024",
        "45 March",
        "a 2-1 win",
        "phone 02-2024-1111",
        "may and march are small here",
        "",
    ],
)
def test_no_date(said: str) -> None:
    assert dates(said) == []


def test_a_date_that_can_be_read_in_two_ways_is_left_alone_unless_the_language_settles_it() -> None:
    said = "on 05/06/2024 there"
    assert find_dates(said, 0, len(said)) == []
    assert [one.start for one in find_dates(said, 0, len(said), "dmy")] == ["2024-06-05"]
    assert [one.start for one in find_dates(said, 0, len(said), "mdy")] == ["2024-05-06"]


@pytest.mark.parametrize("word", ["Friday", "on Sunday", "yesterday", "tonight", "this evening"])
def test_a_day_told_by_its_name_alone(word: str) -> None:
    (found,) = dates(f"It opened {word} with a song")
    assert (found.weekday, found.start) == (True, word.removeprefix("on ").lower())


@pytest.mark.parametrize(
    ("day", "published", "future", "read"),
    [
        ("Friday", "2024-05-06", False, "2024-05-03"),
        ("Friday", "2024-05-06", True, "2024-05-10"),
        ("Monday", "2024-05-06", False, "2024-05-06"),
        ("Monday", "2024-05-06", True, "2024-05-06"),
        ("Sunday", "2024-01-02", False, "2023-12-31"),
        ("yesterday", "2024-03-01", False, "2024-02-29"),
        ("tomorrow", "2023-12-31", False, "2024-01-01"),
        ("tonight", "2024-05-06", False, "2024-05-06"),
        ("Friday", "2024-05", False, None),
    ],
)
def test_the_day_a_weekday_names(day: str, published: str, future: bool, read: str | None) -> None:
    found = on_weekday(dates(day)[0], published, future=future)
    assert (found and found.start) == read
    assert found is None or (found.inferred is not None and "date of publication" in found.inferred)


@pytest.mark.parametrize(
    ("printed", "year", "start", "end"),
    [
        ("8 November", 2025, "2025-11-08", None),
        ("1-2 March", 2018, "2018-03-01", "2018-03-02"),
    ],
)
def test_a_year_found_elsewhere(printed: str, year: int, start: str, end: str | None) -> None:
    found = with_year(dates(printed)[0], year, "year from the title")
    assert (found.start, found.end, found.inferred) == (start, end, "year from the title")


def test_a_range_over_new_year_ends_in_the_next_year() -> None:
    found = with_year(Dated((0, 1), "XXXX-12-28", "XXXX-01-04"), 2023, "year from the title")
    assert (found.start, found.end) == ("2023-12-28", "2024-01-04")


def test_a_year_that_is_said_is_never_replaced() -> None:
    (found,) = dates("8 November 2025")
    assert with_year(found, 1999, "year from the title") == found


@pytest.mark.parametrize(
    ("printed", "published", "year"),
    [
        ("8 November", "2025-11-10", 2025),
        ("28 December", "2025-01-03", 2024),
        ("3 January", "2024-12-28", 2025),
        ("8 November", "2025", 2025),
        ("in June", "2025-05-10", 2025),
    ],
)
def test_the_year_nearest_to_the_day_of_publication(printed: str, published: str, year: int) -> None:
    assert after(dates(printed)[0], published) == year


@pytest.mark.parametrize(
    ("printed", "precision", "year"),
    [("8 November 2025", "day", 2025), ("March 2018", "month", 2018), ("2018", "year", 2018), ("1 May", "day", None)],
)
def test_how_far_a_date_goes(printed: str, precision: str, year: int | None) -> None:
    (found,) = dates(printed)
    assert (found.precision, found.year, found.has_year) == (precision, year, year is not None)


@pytest.mark.parametrize("printed", ["8 Nov. 2025", "March 1-2, 2018", "2025년 11월 8일(토)", "1er août 2025"])
def test_a_date_stands_where_it_stands(printed: str) -> None:
    said = f"The looms opened on {printed}, and closed."
    (found,) = dates(said)
    assert printed.startswith(said[slice(*found.place)])


@given(st.text(alphabet="0123 456789-/.,:년월일MayNov to()th", max_size=60))
def test_dates_never_overlap_and_keep_within_their_stretch(text: str) -> None:
    text = plain(text)
    middle = len(text) // 3
    found = find_dates(text, middle, len(text))
    places = [one.place for one in found]
    assert all(middle <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
