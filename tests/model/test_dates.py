import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exchangecli.errors import OldDateSpelling, UnreadableDate
from exchangecli.model.dates import (
    canonical,
    certainly_before,
    contains,
    days_in_month,
    display,
    earliest,
    interval,
    is_precise,
    latest,
)

YEARS = st.integers(1, 9998).map("{:04}".format)
BODIES = st.one_of(
    YEARS,
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    st.builds("{}-{:02}".format, YEARS, st.sampled_from([*range(1, 13), 21, 22, 23, 24])),
    st.builds("{}-{:02}-XX".format, YEARS, st.integers(1, 12)),
    st.builds("{}-XX{}".format, YEARS, st.sampled_from(["", "-XX"])),
    st.dates(max_value=date(9998, 12, 31)).map(date.isoformat),
)
DOUBTS = st.sampled_from(["", "", "?", "~", "%"])
EDTF = st.builds("{}{}".format, BODIES, DOUBTS)
"""Every shape of date that is supported, but for the very last year, whose winter ends outside of the calendar."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("2025-11-08", "2025-11-08", "2025-11-08", id="day"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="February of a leap year"),
        pytest.param("1900-02", "1900-02-01", "1900-02-28", id="no leap year at a turn of the century"),
        pytest.param("2000-02", "2000-02-01", "2000-02-29", id="but every fourth"),
        pytest.param("2024-05-XX", "2024-05-01", "2024-05-31", id="some day of a month"),
        pytest.param("2018", "2018-01-01", "2018-12-31", id="year"),
        pytest.param("2024-XX", "2024-01-01", "2024-12-31", id="some month"),
        pytest.param("2024-XX-XX", "2024-01-01", "2024-12-31", id="some day"),
        pytest.param("202X", "2020-01-01", "2029-12-31", id="decade"),
        pytest.param("20XX", "2000-01-01", "2099-12-31", id="century"),
        pytest.param("2024-21", "2024-03-01", "2024-05-31", id="spring"),
        pytest.param("2024-22", "2024-06-01", "2024-08-31", id="summer"),
        pytest.param("2024-23", "2024-09-01", "2024-11-30", id="autumn"),
        pytest.param("2024-24", "2024-12-01", "2025-02-28", id="winter ends in the next year"),
        pytest.param("2023-24", "2023-12-01", "2024-02-29", id="winter ends on a leap day"),
        pytest.param("2010~", "2010-01-01", "2010-12-31", id="approximate does not widen"),
        pytest.param("2024-05-02%", "2024-05-02", "2024-05-02", id="nor does a doubt"),
        pytest.param("0001", "0001-01-01", "0001-12-31", id="first year"),
        pytest.param("9999", "9999-01-01", "9999-12-31", id="last year"),
        pytest.param("..", "0001-01-01", "9999-12-31", id="open end"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize(("text", "date_"), [(" 2024 ", "2024"), ("202x", "202X"), ("2024-xx-xx~", "2024-XX-XX~")])
def test_canonical_mends_spaces_and_capitals(text: str, date_: str) -> None:
    assert canonical(text) == date_


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2023-02-29", "names a day that does not exist"),
        ("2024-04-31?", "names a day that does not exist"),
        ("2024-05-00", "names a day that does not exist"),
        ("1900-02-29", "names a day that does not exist"),
        ("2024-13", "names a month that does not exist"),
        ("2024-00", "names a month that does not exist"),
        ("2024-25", "has a season of EDTF level 2"),
        ("2024-41", "has a season of EDTF level 2"),
        ("?2024-05", "qualifies a part of the date"),
        ("2024?-05", "qualifies a part of the date"),
        ("2024-~05-02", "qualifies a part of the date"),
        ("{2001,2003}", "is a set of dates"),
        ("[1667,1668..1670]", "is a set of dates"),
        ("156X-12-25", "leaves open what is not at its end"),
        ("2024-1X", "leaves open what is not at its end"),
        ("2024-XX-05", "leaves open what is not at its end"),
        ("202X-05", "leaves open what is not at its end"),
        ("2XXX", "leaves open what is not at its end"),
        ("XXXX", "leaves open what is not at its end"),
        ("Y20240", "is not in the years 0001 to 9999"),
        ("20240", "is not in the years 0001 to 9999"),
        ("-0044", "is not in the years 0001 to 9999"),
        ("0000", "is not in the years 0001 to 9999"),
        ("000X", "is not in the years 0001 to 9999"),
        ("2024-05-17T10:00:00+09:00", "holds a time"),
        ("2024-5", "is not a date that can be read"),
        ("24", "is not a date that can be read"),
        ("8 Nov 2025", "is not a date that can be read"),
        ("２０２４", "is not a date that can be read"),
        ("2024-05-17\n2024", "is not a date that can be read"),
        ("..", "is not a date that can be read"),
        ("2024/2025", "is not a date that can be read"),
        ("", "is not a date that can be read"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text: str, problem: str) -> None:
    with pytest.raises(UnreadableDate, match=re.escape(f'"{text}" {problem}')):
        canonical(text)


def test_a_winter_that_ends_outside_of_the_calendar_is_refused() -> None:
    with pytest.raises(UnreadableDate):
        canonical("9999-24")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("199u", "as in 202X"),
        ("19uu", "as in 202X"),
        ("2004-06-uu", "as in 202X"),
        ("2004-uu-uu", "as in 202X"),
        ("2001?~", "2010%"),
        ("2004-06~?", "2010%"),
        ("unknown", "left empty"),
        ("open", "2024-05-01/.."),
        ("y20240", "four digits"),
    ],
)
def test_old_spellings_are_refused_with_the_new_one(text: str, hint: str) -> None:
    with pytest.raises(OldDateSpelling, match=re.escape(hint)):
        canonical(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018-03-01/2018-03-02", "2018-03-01", "2018-03-02"),
        ("2004-06~/2004-08?", "2004-06~", "2004-08?"),
        ("2018/2018-03", "2018", "2018-03"),
        ("2018-03/2018", "2018-03", "2018"),
        ("2024-24/2025-01", "2024-24", "2025-01"),
        ("2018 / 202x", "2018", "202X"),
        ("1996/..", "1996", ".."),
        ("1996/", "1996", None),
        ("../1996", None, "1996"),
        ("/1996", None, "1996"),
        ("1996", "1996", None),
    ],
)
def test_interval(text: str, start: str | None, end: str | None) -> None:
    assert interval(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2018-03-02/2018-03-01", "ends before it starts"),
        ("2018/2017-12-31", "ends before it starts"),
        ("../..", "has neither a start nor an end"),
        ("/", "has neither a start nor an end"),
        ("/..", "has neither a start nor an end"),
        ("2023-02-29/2023-03-01", "names a day that does not exist"),
        ("2018/2019/2020", "is not a date that can be read"),
        ("2024-05-01T10:00/2024-05-02", "holds a time"),
    ],
)
def test_an_impossible_interval_is_refused(text: str, problem: str) -> None:
    with pytest.raises(UnreadableDate, match=re.escape(f'"{text}" {problem}')):
        interval(text)


@pytest.mark.parametrize(("text", "hint"), [("2004-06/open", ".."), ("unknown/2006", "left empty")])
def test_old_words_for_the_ends_of_an_interval_are_refused(text: str, hint: str) -> None:
    with pytest.raises(OldDateSpelling, match=re.escape(hint)):
        interval(text)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2025-11-08", None, "8 Nov 2025"),
        ("2025-11", None, "Nov 2025"),
        ("2018", None, "2018"),
        ("202X", None, "2020s"),
        ("200X", None, "200X"),
        ("20XX", None, "20XX"),
        ("2024-21", None, "spring 2024"),
        ("2024-24", None, "winter 2024/25"),
        ("1999-24", None, "winter 1999/00"),
        ("2024-XX", None, "a month in 2024"),
        ("2024-XX-XX", None, "a day in 2024"),
        ("2024-05-XX", None, "a day in May 2024"),
        ("2010~", None, "about 2010"),
        ("2010?", None, "2010?"),
        ("2010-05-02%", None, "about 2 May 2010?"),
        ("2018-03-01", "2018-03-02", "1–2 Mar 2018"),
        ("2018-02-28", "2018-03-02", "28 Feb – 2 Mar 2018"),
        ("2019-12-30", "2020-01-02", "30 Dec 2019 – 2 Jan 2020"),
        ("2018-03-01", "2019-03-01", "1 Mar 2018 – 1 Mar 2019"),
        ("2018-03", "2018-05", "Mar–May 2018"),
        ("2018-11", "2019-02", "Nov 2018 – Feb 2019"),
        ("2018", "2020", "2018–2020"),
        ("2018", "2020-03", "2018 – Mar 2020"),
        ("199X", "201X", "1990s – 2010s"),
        ("2024-21", "2024-23", "spring–autumn 2024"),
        ("2024-01", "2024-21", "Jan 2024 – spring 2024"),
        ("2024-23", "2024-24", "autumn 2024 – winter 2024/25"),
        ("2010~", "2012", "about 2010 – 2012"),
        ("2018-03-01", "2018-03-01", "1 Mar 2018"),
        ("1996", "..", "since 1996"),
        (None, "1996", "until 1996"),
        (None, "..", ""),
        (None, None, ""),
    ],
)
def test_display(start: str | None, end: str | None, shown: str) -> None:
    assert display(start, end) == shown


@pytest.mark.parametrize(
    ("outer", "inner"), [("2018", "2018-10-23"), ("202X", "2024"), ("2024-24", "2025-01"), ("2010~", "2010-05")]
)
def test_a_coarser_date_contains_a_finer_one(outer: str, inner: str) -> None:
    assert contains(outer, inner)
    assert not contains(inner, outer)


@pytest.mark.parametrize(("text", "precise"), [("2024-05-02", True), ("2024-05-02~", False), ("2024-05-XX", False)])
def test_only_a_day_without_doubt_is_precise(text: str, precise: bool) -> None:
    assert is_precise(text) is precise


@given(EDTF)
def test_canonical_keeps_what_is_canonical(text: str) -> None:
    assert canonical(text) == canonical(canonical(text)) == text


@given(EDTF)
def test_bounds_are_days_in_order(text: str) -> None:
    assert date.fromisoformat(earliest(text)) <= date.fromisoformat(latest(text))


@given(EDTF, DOUBTS)
def test_a_doubt_does_not_move_the_bounds(text: str, doubt: str) -> None:
    doubted = text.rstrip("?~%") + doubt
    assert (earliest(doubted), latest(doubted)) == (earliest(text), latest(text))


@given(EDTF, EDTF)
def test_of_two_dates_one_contains_the_other_only_if_neither_is_before(one: str, other: str) -> None:
    assert contains(one, one)
    assert not certainly_before(one, one)
    assert not (certainly_before(one, other) and (certainly_before(other, one) or contains(one, other)))


@given(EDTF, EDTF | st.just("..") | st.none())
def test_an_interval_is_read_as_it_was_written(start: str, end: str | None) -> None:
    assume(end is None or not certainly_before(end, start))
    assert interval(f"{start}/{end or ''}") == (start, end)


@given(EDTF, EDTF)
def test_dates_that_differ_are_shown_differently(one: str, other: str) -> None:
    assert (display(one) == display(other)) == (one == other)


@given(st.text())
def test_any_text_is_canonical_or_refused(text: str) -> None:
    try:
        date_ = canonical(text)
    except (UnreadableDate, OldDateSpelling):
        return
    assert date_ == text.strip().replace("x", "X")


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_as_long_as_in_the_calendar(year: int, month: int) -> None:
    assert days_in_month(year, month) == calendar.monthrange(year, month)[1]


@given(st.dates(max_value=date(9998, 12, 31)))
def test_the_day_after_a_month_or_a_year_is_the_first_of_the_next(day: date) -> None:
    for period in (f"{day:%Y}".zfill(4), f"{day:%Y}".zfill(4) + f"-{day:%m}"):
        assert (date.fromisoformat(latest(period)) + timedelta(days=1)).day == 1


@settings(max_examples=40, deadline=None)
@given(EDTF)
def test_the_edtf_package_agrees_where_it_is_right(text: str) -> None:
    from edtf import parse_edtf

    # It lets winter end with December, and knows no doubt beside a season.
    assume(not re.search(r"-24|-2[123][?~%]", text))
    parsed = parse_edtf(text)
    bounds = ["{:04}-{:02}-{:02}".format(*bound[:3]) for bound in (parsed.lower_strict(), parsed.upper_strict())]
    assert bounds == [earliest(text), latest(text)]
