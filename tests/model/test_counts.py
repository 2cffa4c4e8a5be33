from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.errors import UnreadableNumber
from exchangecli.model.counts import Count, read_count, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3000", 3000),
        ("0", 0),
        ("3,000", 3000),
        ("3 000", 3000),
        ("3\u00a0000", 3000),
        ("3\u202f000", 3000),
        ("3’000", 3000),
        ("1,234,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1,00,000", 100_000),
        ("３，０００", 3000),
        ("3,000 people", 3000),
        ("a total of 44 countries", 44),
        ("3,000명", 3000),
        ("총 30개국", 30),
        ("3천", 3000),
        ("3천 명", 3000),
        ("천 명", 1000),
        ("3만 5천", 35_000),
        ("1만2,000명", 12_000),
        ("2천5백", 2500),
        ("1.5만 명", 15_000),
        ("100만", 1_000_000),
        ("3万人", 30_000),
        ("3 nghìn người", 3000),
        ("1,5 triệu", 1_500_000),
        ("3.000 người", 3000),
        ("3.000 orang", 3000),
        ("ten", 10),
        ("Twenty-one", 21),
        ("two hundred", 200),
        ("a hundred", 100),
        ("one hundred and two people", 102),
        ("three thousand five hundred", 3500),
        ("1.5 million", 1_500_000),
        ("3k", 3000),
    ],
    ids=repr,
)
def test_exact_counts(text: str, value: int) -> None:
    assert read_count(text) == Count(value, approximate=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("some 3,000", 3000),
        ("Some 3,000 people", 3000),
        ("about 40", 40),
        ("approx. 40", 40),
        ("c. 40", 40),
        ("c.40", 40),
        ("an estimated 1.2 million", 1_200_000),
        ("more than 200", 200),
        ("over two thousand", 2000),
        ("at least ten", 10),
        ("nearly 3,000 visitors", 3000),
        ("200+", 200),
        ("200+ people", 200),
        ("200 or more", 200),
        ("3000 (est.)", 3000),
        ("~3000", 3000),
        ("∼3000", 3000),
        ("≥ 50", 50),
        ("약 3,000명", 3000),
        ("약 3천명", 3000),
        ("3,000여 명", 3000),
        ("3만5천여 명", 35_000),
        ("200명 이상", 200),
        ("500명 안팎", 500),
        ("約3000人", 3000),
        ("khoảng 3.000", 3000),
        ("hơn 3.000 người", 3000),
        ("khoảng 3,000 người", 3000),
        ("sekitar 3.000 orang", 3000),
    ],
    ids=repr,
)
def test_approximate_counts(text: str, value: int) -> None:
    assert read_count(text) == Count(value, approximate=True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("many", "is not a count; write a whole number"),
        ("some", "is not a count"),
        ("someone", "is not a count"),
        ("hundreds", "is not a count"),
        ("thousand", "is not a count"),
        ("수천 명", "is not a count"),
        ("", "is not a count"),
        ("3.000", "may be 3000 or 3; write one"),
        ("12.345", "may be 12345 or 12.345; write one"),
        ("-5", "never below zero"),
        ("−5", "never below zero"),
        ("12.5", "has no decimals"),
        ("1,5", "has no decimals"),
        ("0,123", "has no decimals"),
        ("200-300", "not one count but several"),
        ("200–300", "not one count but several"),
        ("2,000 to 3,000", "not one count but several"),
        ("between 20 and 30", "not one count but several"),
        ("200명~300명", "not one count but several"),
        ("up to 200", "a limit"),
        ("fewer than 50", "a limit"),
        ("최대 200명", "a limit"),
        ("50명 미만", "a limit"),
        ("200²", "is not a count"),
        ("3만 50000", "is not a count"),
        ("five six", "is not a count"),
        ("three thousand and", "is not a count"),
        ("45 or so countries/44", "is not a count"),
        ("9" * 19, "is not a count"),
        ("9" * 5000, "is not a count"),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_what_is_no_count(text: str, why: str) -> None:
    with pytest.raises(UnreadableNumber, match=why):
        read_count(text)


@given(st.integers(0, 10**18 - 1))
def test_a_count_is_read_however_its_thousands_are_marked(value: int) -> None:
    spellings = [f"{value}", f"{value:,}", f"{value:,}".replace(",", " "), f"약 {value:,}명", f"hơn {value:,} người"]
    assert {read_count(spelling).value for spelling in spellings} == {value}


@given(st.integers(0, 9999), st.integers(1, 9999))
def test_myriads_add_up(low: int, high: int) -> None:
    assert read_count(f"{high}만 {low}명").value == high * 10_000 + low


@pytest.mark.parametrize("reader", [read_count, read_number], ids=lambda reader: reader.__name__)
@given(st.text())
def test_any_text_is_read_as_a_finite_number_or_refused(reader: Callable[[str], Count | float], text: str) -> None:
    try:
        read = reader(text)
    except UnreadableNumber:
        return
    value = read.value if isinstance(read, Count) else read
    assert abs(value) < 10**18


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3000", 3000),
        ("-3", -3),
        ("−3", -3),
        ("+3", 3),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("0,125", 0.125),
        ("0.125", 0.125),
        ("108.206", 108.206),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        (".5", 0.5),
        ("1e-07", 1e-07),
        ("1.5 million", 1_500_000),
        ("5억", 500_000_000),
        ("twelve", 12),
    ],
    ids=repr,
)
def test_numbers(text: str, expected: float) -> None:
    read = read_number(text)
    assert read == expected
    assert isinstance(read, type(expected))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3.000", "may be 3000 or 3; write one"),
        ("12.500", "may be 12500 or 12.5; write one"),
        ("3,0000", "is not a number"),
        ("12.5%", "is not a number"),
        ("--5", "is not a number"),
        ("1.2.3", "is not a number"),
        ("nan", "is not a number"),
        ("inf", "is not a number"),
        ("1e999", "is not a number"),
        ("about 12", "is not a number"),
        ("", "is not a number"),
    ],
    ids=repr,
)
def test_what_is_no_number(text: str, why: str) -> None:
    with pytest.raises(UnreadableNumber, match=why):
        read_number(text)


@given(st.floats(-1e17, 1e17) | st.integers(-(10**17), 10**17))
def test_a_number_that_a_program_wrote_is_read_as_it_was(value: float) -> None:
    assert read_number(repr(value)) == value
