"""The values of terms as ranges of days and of numbers."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.query.ranges import days, numbers

TODAY = date(2024, 3, 31)

DAYS = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-11-08", "2025-11-08", "2025-11-08"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("2024-24", "2024-12-01", "2025-02-28"),
    ("2010~", "2010-01-01", "2010-12-31"),
    ("8 Nov 2025", "2025-11-08", "2025-11-08"),
    ("1-2 March 2018", "2018-03-01", "2018-03-02"),
    ("2025년 11월 8일", "2025-11-08", "2025-11-08"),
    ("2018-02-28/2018-03-02", "2018-02-28", "2018-03-02"),
    ("2018/..", "2018-01-01", "9999-12-31"),
    ("/2018", "0001-01-01", "2018-12-31"),
    ("until 2018", "0001-01-01", "2018-12-31"),
    ("2024..2025", "2024-01-01", "2025-12-31"),
    ("2024-10..2025", "2024-10-01", "2025-12-31"),
    ("2024..2024-02", "2024-01-01", "2024-02-29"),
    ("2024..2024", "2024-01-01", "2024-12-31"),
    ("2024..", "2024-01-01", "9999-12-31"),
    ("..2010", "0001-01-01", "2010-12-31"),
    ("..", "0001-01-01", "9999-12-31"),
    ("Nov 2024..8 Nov 2025", "2024-11-01", "2025-11-08"),
    ("-3w", "2024-03-10", "2024-03-10"),
    ("-3w..", "2024-03-10", "9999-12-31"),
    ("..+1d", "0001-01-01", "2024-04-01"),
    ("-1m..+1m", "2024-02-29", "2024-04-30"),
    ("-1y..2025", "2023-03-31", "2025-12-31"),
    ("+0d", "2024-03-31", "2024-03-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS, ids=[text for text, *_ in DAYS])
def test_ranges_of_days(text: str, first: str, last: str) -> None:
    assert days(text, TODAY) == (first, last)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is not a date that can be read"),
        ("soon", "is not a date that can be read"),
        ("3w", "is not a date that can be read"),
        ("2024..soon", "is not a date that can be read"),
        ("2023-02-29", "names a day that does not exist"),
        ("05/06/2024", "could be 2024-06-05 or 2024-05-06"),
        ("2025..2024", "ends before it starts"),
        ("2025..-1w", "ends before it starts"),
        ("-9999y", "is further away than the calendar goes"),
        ("+9999y..", "is further away than the calendar goes"),
    ],
)
def test_what_is_no_range_of_days(text: str, problem: str) -> None:
    with pytest.raises(errors.ValueProblem, match=problem):
        days(text, TODAY)


@given(first=st.dates(), last=st.dates())
def test_a_range_of_days_is_its_ends(first: date, last: date) -> None:
    first, last = sorted((first, last))
    assert days(f"{first}..{last}", TODAY) == (first.isoformat(), last.isoformat())


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [
        ("6", 6, 6),
        ("1,000", 1000, 1000),
        ("-12.5", -12.5, -12.5),
        ("2..6", 2, 6),
        ("6..6", 6, 6),
        ("1000..", 1000, None),
        ("..40", None, 40),
        ("..", None, None),
        (">=1000", 1000, None),
        ("<=40", None, 40),
        ("-20..-0.5", -20, -0.5),
    ],
)
def test_ranges_of_numbers(text: str, lowest: float | None, highest: float | None) -> None:
    assert numbers(text) == (lowest, highest)


@pytest.mark.parametrize("number", [0.0, 1000.0, -3.0, 51.75, 1e300])
def test_more_and_less_leave_out_the_number_and_nothing_else(number: float) -> None:
    assert numbers(f">{number}") == (math.nextafter(number, math.inf), None)
    assert numbers(f"<{number}") == (None, math.nextafter(number, -math.inf))


@pytest.mark.parametrize(
    "text", ["", "six", ">", "<=", ">six", "1000..many", "nan", "inf", "..-inf", "1e999", ">1..2", "=5", "5 or 6"]
)
def test_what_is_no_range_of_numbers(text: str) -> None:
    with pytest.raises(errors.UnreadableNumber, match="is not a number or a range"):
        numbers(text)


def test_a_range_of_numbers_the_wrong_way_round() -> None:
    with pytest.raises(errors.UnreadableNumber, match="is not a range that begins with its lowest number"):
        numbers("6..2")


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_a_range_of_numbers_is_its_ends(one: float, other: float) -> None:
    assert numbers(f"{min(one, other)!r}..{max(one, other)!r}") == (min(one, other), max(one, other))
