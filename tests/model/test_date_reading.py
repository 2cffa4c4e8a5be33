import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.errors import (
    AmbiguousDate,
    DateWithoutYear,
    ExchangeError,
    OldDateSpelling,
    UnreadableDate,
    UnreadableTime,
    WrongWeekday,
)
from exchangecli.model import dates
from exchangecli.model.date_reading import DateReading, DayOrder, _read_printed, read_date
from exchangecli.model.date_words import vocabulary

SINGLE_DATES = {
    # English
    "8 Nov 2025": "2025-11-08",
    "08 NOV 2025": "2025-11-08",
    "November 8, 2025": "2025-11-08",
    "8th of November 2025": "2025-11-08",
    "the 8th November, 2025": "2025-11-08",
    "Sat., Nov. 8, 2025": "2025-11-08",
    "Saturday 8 November 2025": "2025-11-08",
    "8 November 2025 (Saturday)": "2025-11-08",
    "2025 Nov 8": "2025-11-08",
    "8-Nov-2025": "2025-11-08",
    "2025-Nov-08": "2025-11-08",
    "29 Feb 2024": "2024-02-29",
    "Nov. 2025": "2025-11",
    "Nov-2025": "2025-11",
    "in May 2024": "2024-05",
    "2025": "2025",
    # how far it is sure
    "c. 2010": "2010~",
    "c.2010": "2010~",
    "ca. May 2010": "2010-05~",
    "circa 2010": "2010~",
    "about 2010": "2010~",
    "2010?": "2010?",
    "8 Nov 2025 (?)": "2025-11-08?",
    "probably 2010": "2010?",
    "about 2010?": "2010%",
    "약 2010년": "2010~",
    "2010年頃": "2010~",
    # decades and seasons
    "the 2020s": "202X",
    "2020s": "202X",
    "the 2020's": "202X",
    "2020년대": "202X",
    "spring 2024": "2024-21",
    "Summer of 2024": "2024-22",
    "autumn 2024": "2024-23",
    "Fall 2024": "2024-23",
    "winter 2024": "2024-24",
    "winter 2024/25": "2024-24",
    "winter 2024-2025": "2024-24",
    "été 2024": "2024-22",
    "2024년 봄": "2024-21",
    "2024年秋": "2024-23",
    # digits
    "2025/11/08": "2025-11-08",
    "2025.11.08": "2025-11-08",
    "2025. 11. 8.": "2025-11-08",
    "2025.11.8(토)": "2025-11-08",
    "20251108": "2025-11-08",
    "13/06/2024": "2024-06-13",
    "06/13/2024": "2024-06-13",
    "13.06.2024": "2024-06-13",
    "13-6-2024": "2024-06-13",
    "08.08.2025": "2025-08-08",
    "11/2025": "2025-11",
    "2025/11": "2025-11",
    "2025.11.": "2025-11",
    "05/06/2024 (Wed)": "2024-06-05",
    "Mon 05/06/2024": "2024-05-06",
    # Korean
    "2025년 11월 8일": "2025-11-08",
    "2025년11월8일(토)": "2025-11-08",
    "2025년 11월 8일 토요일": "2025-11-08",
    "2025년 11월 9일 일요일": "2025-11-09",
    "2025년 11월 10 월요일": "2025-11-10",
    "2025년 11월": "2025-11",
    "2025년": "2025",
    # Vietnamese
    "ngày 8 tháng 11 năm 2025": "2025-11-08",
    "8 tháng 11, 2025": "2025-11-08",
    "tháng 11 năm 2025": "2025-11",
    "tháng 11/2025": "2025-11",
    "ngày 8/11/2025": "2025-11-08",
    "Thứ Bảy, ngày 8/11/2025": "2025-11-08",
    "Chủ nhật, 9 tháng 11 năm 2025": "2025-11-09",
    "ngay 8 thang 11 nam 2025": "2025-11-08",
    "nga\u0300y 8 tha\u0301ng 11 na\u0306m 2025": "2025-11-08",
    # Chinese and Japanese
    "2025年11月8日": "2025-11-08",
    "2025年11月8日（土）": "2025-11-08",
    "2025年11月8日土曜日": "2025-11-08",
    "2025年11月8日 星期六": "2025-11-08",
    "2025年11月8号": "2025-11-08",
    "2025年11月": "2025-11",
    "令和7年11月8日": "2025-11-08",
    "令和元年5月1日": "2019-05-01",
    "㍻31年4月": "2019-04",
    "昭和63年9月17日": "1988-09-17",
    # Thai
    "8 พฤศจิกายน 2568": "2025-11-08",
    "8 พ.ย. 2568": "2025-11-08",
    "๘ พฤศจิกายน ๒๕๖๘": "2025-11-08",
    "วันเสาร์ที่ 8 พฤศจิกายน พ.ศ. 2568": "2025-11-08",
    "พ.ศ. 2568": "2025",
    "2568 B.E.": "2025",
    "8 พฤศจิกายน 2025": "2025-11-08",
    "วันที่ 8/11/2568": "2025-11-08",
    "พ.ศ. 11/2568": "2025-11",
    "ค.ศ. 2025": "2025",
    # French, Indonesian, Malay, German, Spanish
    "8 novembre 2025": "2025-11-08",
    "1er mars 2018": "2018-03-01",
    "mardi 4 août 2020": "2020-08-04",
    "mar. 2018": "2018-03",
    "8 November 2025": "2025-11-08",
    "Sabtu, 8 November 2025": "2025-11-08",
    "8 Agustus 2025": "2025-08-08",
    "8 Ogos 2025": "2025-08-08",
    "8. März 2018": "2018-03-08",
    "8 de noviembre de 2025": "2025-11-08",
    # how it is typed
    "８　Ｎｏｖ　２０２５": "2025-11-08",
    "8\u00a0Nov\u202f2025": "2025-11-08",
    "\ufeff8 Nov 2025\u200b": "2025-11-08",
    "8\n\tNov   2025": "2025-11-08",
    "2025‑11‑08": "2025-11-08",
    "2025–11–08": "2025-11-08",
    # EDTF as it is
    "2024-XX-XX": "2024-XX-XX",
    "2021-22": "2021-22",
    "2010-05~": "2010-05~",
    "202x": "202X",
}

RANGES = {
    "1-2 March 2018": ("2018-03-01", "2018-03-02"),
    "22–24 June 2016": ("2016-06-22", "2016-06-24"),
    "22—24 June 2016": ("2016-06-22", "2016-06-24"),
    "28 February - 2 March 2018": ("2018-02-28", "2018-03-02"),
    "28 Feb-2 Mar 2018": ("2018-02-28", "2018-03-02"),
    "30 Dec 2019 - 2 Jan 2020": ("2019-12-30", "2020-01-02"),
    "30 Dec 2019-2 Jan 2020": ("2019-12-30", "2020-01-02"),
    "8 Nov 2025/10 Nov 2025": ("2025-11-08", "2025-11-10"),
    "30 Dec 2010-12 Jan 2011": ("2010-12-30", "2011-01-12"),
    "Nov/Dec 2025": ("2025-11", "2025-12"),
    "1st–3rd Nov 2025": ("2025-11-01", "2025-11-03"),
    "2025. 11. 8.(토) ~ 9.(일)": ("2025-11-08", "2025-11-09"),
    "令和7年11月8日〜10日": ("2025-11-08", "2025-11-10"),
    "8-Nov-2025 to 10-Nov-2025": ("2025-11-08", "2025-11-10"),
    "June 22(Wed)–24(Fri), 2016": ("2016-06-22", "2016-06-24"),
    "Wed-Fri, 22-24 June 2016": ("2016-06-22", "2016-06-24"),
    "Wed 22 - Fri 24 June 2016": ("2016-06-22", "2016-06-24"),
    "21 (Wed) to 22 (Thu) October 2020": ("2020-10-21", "2020-10-22"),
    "from 8 to 10 September 2010": ("2010-09-08", "2010-09-10"),
    "8 until 10 September 2010": ("2010-09-08", "2010-09-10"),
    "September 8th through 10th, 2010": ("2010-09-08", "2010-09-10"),
    "21 and 22 October 2020": ("2020-10-21", "2020-10-22"),
    "31 October & 1 November 2025": ("2025-10-31", "2025-11-01"),
    "Mar–May 2018": ("2018-03", "2018-05"),
    "Nov 2018 – 8 Feb 2019": ("2018-11", "2019-02-08"),
    "2018-2020": ("2018", "2020"),
    "2018 / 2020": ("2018", "2020"),
    "2010~2012": ("2010", "2012"),
    "1990s–2010s": ("199X", "201X"),
    "spring–autumn 2024": ("2024-21", "2024-23"),
    "2025-11 to 2025-12": ("2025-11", "2025-12"),
    "05/06/2024 - 20/06/2024": ("2024-06-05", "2024-06-20"),
    "21-22/10/2020": ("2020-10-21", "2020-10-22"),
    "21.10. - 22.10.2020": ("2020-10-21", "2020-10-22"),
    "2025. 11. 8. ~ 11. 10.": ("2025-11-08", "2025-11-10"),
    "2025.11.08~11.10": ("2025-11-08", "2025-11-10"),
    "2024.10.26-27": ("2024-10-26", "2024-10-27"),
    "2016년 6월 22일~24일": ("2016-06-22", "2016-06-24"),
    "2016년 6월 22일(수)부터 24일(금)까지": ("2016-06-22", "2016-06-24"),
    "2016年6月22日から24日まで": ("2016-06-22", "2016-06-24"),
    "从2016年6月22日至24日": ("2016-06-22", "2016-06-24"),
    "từ ngày 8 đến 10 tháng 11 năm 2025": ("2025-11-08", "2025-11-10"),
    "từ ngày 8/11 đến 10/11/2025": ("2025-11-08", "2025-11-10"),
    "du 8 au 10 septembre 2010": ("2010-09-08", "2010-09-10"),
    "vom 8. bis 10. September 2010": ("2010-09-08", "2010-09-10"),
    "15-16 November 2023": ("2023-11-15", "2023-11-16"),
    "15 s.d. 16 November 2023": ("2023-11-15", "2023-11-16"),
    "2018-03-01/2018-03-02": ("2018-03-01", "2018-03-02"),
    "2024-05-01/..": ("2024-05-01", ".."),
    "2024-05-01/": ("2024-05-01", None),
    "../2024": (None, "2024"),
    "since 1996": ("1996", ".."),
    "1996 to present": ("1996", ".."),
    "from May 1996 to now": ("1996-05", ".."),
    "until 1996": (None, "1996"),
}

WITH_TIMES = {
    "26 Oct 2022 14:00": DateReading("2022-10-26", None, "14:00"),
    "14:00, 26 Oct 2022": DateReading("2022-10-26", None, "14:00"),
    "26 Oct 2022, 7.30 pm": DateReading("2022-10-26", None, "19:30"),
    "26 Oct 2022 at 7 p.m.": DateReading("2022-10-26", None, "19:00"),
    "26 Oct 2022 19h30": DateReading("2022-10-26", None, "19:30"),
    "8 novembre 2025 à 19h": DateReading("2025-11-08", None, "19:00"),
    "2025-11-08 19:30": DateReading("2025-11-08", None, "19:30"),
    "2025-11-08 19:30:59": DateReading("2025-11-08", None, "19:30"),
    "2025-11-08T19:30:00+09:00": DateReading("2025-11-08", None, "19:30"),
    "2025-11-08T19:30:00.000Z": DateReading("2025-11-08", None, "19:30"),
    "2025-11-08T10:00-05:00": DateReading("2025-11-08", None, "10:00"),
    "2025-11-08 19:30+09:00": DateReading("2025-11-08", None, "19:30"),
    "2025-11-08T19:30/2025-11-08T21:00": DateReading("2025-11-08", "2025-11-08", "19:30", "21:00"),
    "2025년 11월 8일(토) 오후 7시 30분": DateReading("2025-11-08", None, "19:30"),
    "2025. 11. 8.(토) 14:00~16:00": DateReading("2025-11-08", None, "14:00", "16:00"),
    "2025年11月8日（土）午後7時": DateReading("2025-11-08", None, "19:00"),
    "8 Nov 2025 14:00-16:00": DateReading("2025-11-08", None, "14:00", "16:00"),
    "8 Nov 2025, 2 pm – 4 pm": DateReading("2025-11-08", None, "14:00", "16:00"),
    "8 Nov 2025, 7-9 pm": DateReading("2025-11-08", None, "19:00", "21:00"),
    "8 Nov 2025 22:00-02:00": DateReading("2025-11-08", None, "22:00", "02:00"),
    "21–22 October 2020, 14:00–16:00": DateReading("2020-10-21", "2020-10-22", "14:00", "16:00"),
    "8 Nov 2025 19:00 - 9 Nov 2025 21:00": DateReading("2025-11-08", "2025-11-09", "19:00", "21:00"),
    "8 Nov 2025 19:00 - 9 Nov 2025": DateReading("2025-11-08", "2025-11-09", "19:00"),
    "2025-11-08 00:00": DateReading("2025-11-08", None, "00:00"),
}

UNREADABLE = {
    "": "is not a date",
    "TBC": "is not a date",
    "next spring": "is not a date",
    "mid-November 2025": "is not a date",
    "Saturday": "is not a date",
    "8": "is not a date",
    "250": "is not a date",
    "45969": "looks like a day counted as spreadsheets do",
    "8 (9) Nov 2025": "is not a date",
    "7, 8 and 9 June 2016": "is not a date",
    "1² March 2018": "is not a date",
    "8 November 2025¹": "is not a date",
    "1½ March 2018": "is not a date",
    "2025 ..": "is not a date",
    "2018–20": "is not a date",
    "2025-W45": "is not a date",
    "1996-": "is not a date",
    "from 8 November 2025": "is not a date",
    "since 2018 - 2020": "is not a date",
    "2018 – March": "is not a date",
    "1 - March 2018": "is not a date",
    "8 Nov 2025 19:30 KST": "is not a date",
    "8 Nov 2025 and then some": "is not a date",
    "marmay 2018": "is not a date",
    "winter 2024/26": "is not a date",
    "8 Nov 2025 " * 12: "is not a date",
    "31 Nov 2025": "names a day that does not exist",
    "29 February 2023": "names a day that does not exist",
    "2023-02-29": "names a day that does not exist",
    "30/02/2024": "names a day that does not exist",
    "0 Nov 2025": "names a day that does not exist",
    "2025년 13월 1일": "names a month that does not exist",
    "2025/22": "names a month that does not exist",
    "2025-21-08": "names a month that does not exist",
    "08112025": "names a month that does not exist",
    "30 Dec - 2 Jan 2020": "ends before it starts",
    "2018-03-02 to 2018-03-01": "ends before it starts",
    "7 and 9 June 2016": "names two dates that make no range",
    "May and June 2016": "names two dates that make no range",
    "05/06/24": "has a year of two digits",
    "13/06/24": "has a year of two digits",
    "8 Nov 25": "has a year of two digits",
    "Nov '25": "has a year of two digits",
    "8 พ.ย. 68": "has a year of two digits",
    "Sat Nov 2025": "has a weekday and no day of the month",
    "Nov 2025 14:00": "has a time and no day of the month",
    "2018 14:00": "has a time and no day of the month",
    "21–22 October 2020, 14:00": "does not say which day a time belongs to",
    "8 Nov 2025 14:00 16:00": "does not say which day a time belongs to",
    "8 Nov 2025 10:00 - 12:00 - 14:00": "does not say which day a time belongs to",
    "?2024-05": "qualifies a part of the date",
    "1984?-05": "qualifies a part of the date",
    "2024-1X": "leaves open what is not at its end",
}

WITHOUT_YEAR = ["OCT 26 (WED) 14:00", "8 Nov", "November 25", "May", "11/8", "11.8", "11. 8.(토) 14:00", "11월 8일"]
WITHOUT_YEAR += ["21∼22일", "29 November to 1 December", "8 tháng 11", "the 8th", "spring"]

AMBIGUOUS = {
    "05/06/2024": ("2024-06-05", "2024-05-06"),
    "5.6.2024": ("2024-06-05", "2024-05-06"),
    "08.11.2025": ("2025-11-08", "2025-08-11"),
    "05-06-2024 14:00": ("2024-06-05", "2024-05-06"),
    "01/02/2024 - 03/02/2024": ("2024-02-01/2024-02-03", "2024-01-02/2024-03-02"),
    "2024-05-01 to 05/06/2024": ("2024-05-01/2024-06-05", "2024-05-01/2024-05-06"),
    "the 2000s": ("200X", "20XX"),
    "c. 2005-06": ("2005-06", "2005/2006"),
}


@pytest.mark.parametrize(("text", "start"), SINGLE_DATES.items(), ids=ascii)
def test_one_date(text: str, start: str) -> None:
    assert read_date(text) == DateReading(start, None)


@pytest.mark.parametrize(("text", "span"), RANGES.items(), ids=ascii)
def test_range(text: str, span: tuple[str | None, str | None]) -> None:
    assert read_date(text) == DateReading(*span)


@pytest.mark.parametrize(("text", "reading"), WITH_TIMES.items(), ids=ascii)
def test_date_and_time(text: str, reading: DateReading) -> None:
    assert read_date(text) == reading


@pytest.mark.parametrize("text", ["2025-11-08 00:00:00", "2025-11-08T00:00:00Z", "2025-11-08 00:00:00.000"])
def test_the_midnight_that_a_spreadsheet_adds_is_no_time(text: str) -> None:
    assert read_date(text) == DateReading("2025-11-08", None)


@pytest.mark.parametrize(("text", "problem"), UNREADABLE.items(), ids=ascii)
def test_unreadable(text: str, problem: str) -> None:
    with pytest.raises(UnreadableDate, match=re.escape(problem)) as caught:
        read_date(text)
    assert caught.value.value == text.strip()


@pytest.mark.parametrize("text", WITHOUT_YEAR, ids=ascii)
def test_a_year_is_never_added(text: str) -> None:
    with pytest.raises(DateWithoutYear, match=re.escape(text)):
        read_date(text)


@pytest.mark.parametrize(("text", "readings"), AMBIGUOUS.items(), ids=ascii)
def test_two_readings_are_both_named(text: str, readings: tuple[str, str]) -> None:
    with pytest.raises(AmbiguousDate) as caught:
        read_date(text)
    assert caught.value.readings == readings


@pytest.mark.parametrize(
    ("text", "order", "start"),
    [
        ("05/06/2024", "dmy", "2024-06-05"),
        ("05/06/2024", "mdy", "2024-05-06"),
        ("08.11.2025", "mdy", "2025-08-11"),
        ("2024/05/06", "dmy", "2024-05-06"),
        ("ngày 5/6/2024", "mdy", "2024-06-05"),
        ("8 Nov 2025", "mdy", "2025-11-08"),
    ],
)
def test_an_order_settles_what_is_ambiguous_and_nothing_else(text: str, order: DayOrder, start: str) -> None:
    assert read_date(text, order) == DateReading(start, None)


@pytest.mark.parametrize(("text", "order"), [("06/13/2024", "dmy"), ("13/06/2024", "mdy")])
def test_a_date_in_another_order_than_its_file_is_refused(text: str, order: DayOrder) -> None:
    with pytest.raises(UnreadableDate, match="names a month that does not exist"):
        read_date(text, order)


@pytest.mark.parametrize(
    ("text", "day", "weekday"),
    [
        ("Sunday, 8 November 2025", "2025-11-08", "Saturday"),
        ("2025년 11월 8일(일)", "2025-11-08", "Saturday"),
        ("21 (Wed) to 22 (Fri) October 2020", "2020-10-22", "Thursday"),
        ("Thu-Fri, 21-22 October 2020", "2020-10-21", "Wednesday"),
        ("Thứ Hai, ngày 8/11/2025", "2025-11-08", "Saturday"),
        ("06/13/2024 (Mon)", "2024-06-13", "Thursday"),
    ],
)
def test_a_wrong_weekday_is_an_error(text: str, day: str, weekday: str) -> None:
    with pytest.raises(WrongWeekday, match=f"than {day}, which is a {weekday}"):
        read_date(text)


@pytest.mark.parametrize("text", ["平成32年1月1日", "昭和65年", "令和0年"])
def test_a_year_that_its_era_did_not_have_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDate, match="its era did not have"):
        read_date(text)


def test_thai_years_that_began_in_april_are_left_to_people() -> None:
    with pytest.raises(UnreadableDate, match="Thai year before 2484"):
        read_date("8 มีนาคม 2475")


@pytest.mark.parametrize(("text", "hint"), [("199u", "202X"), ("2001?~", "2010%"), ("2004-06/open", "..")])
def test_old_edtf_is_refused_with_the_new_spelling(text: str, hint: str) -> None:
    with pytest.raises(OldDateSpelling, match=re.escape(hint)):
        read_date(text)


@pytest.mark.parametrize("text", ["8 Nov 2025 25:00", "2025-11-08T24:00", "8 Nov 2025, 11-1 pm"])
def test_a_time_that_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTime):
        read_date(text)


DAYS = st.dates(min_value=date(1001, 1, 1), max_value=date(9998, 12, 31)).map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
YEARS = DAYS.map(lambda day: day[:4])
SEASONS = st.builds("{}-{}".format, YEARS, st.integers(21, 24))
DECADES = YEARS.map(lambda year: f"{year[:3]}X").filter(lambda decade: decade[2] != "0")
SHOWN = st.builds("{}{}".format, DAYS | MONTHS | YEARS | SEASONS | DECADES, st.sampled_from(["", "?", "~", "%"]))


@given(SHOWN)
def test_what_is_shown_of_a_date_is_read_as_that_date(day: str) -> None:
    assert read_date(dates.display(day)) == DateReading(day, None)


@given(st.one_of(st.tuples(DAYS, DAYS), st.tuples(MONTHS, MONTHS), st.tuples(YEARS, YEARS), st.tuples(SHOWN, SHOWN)))
def test_what_is_shown_of_a_range_is_read_as_that_range(ends: tuple[str, str]) -> None:
    start, end = sorted(ends, key=dates.earliest)
    assert read_date(dates.display(start, end)) == DateReading(start, None if start == end else end)


@given(DAYS)
def test_the_first_of_two_readings_is_day_first(day: str) -> None:
    year, month, day_of_month = day.split("-")
    assert read_date(f"{day_of_month}/{month}/{year}", "dmy") == read_date(f"{month}/{day_of_month}/{year}", "mdy")


PLAIN_MONTHS = st.sampled_from([word for word, (kind, _) in vocabulary().items() if kind == "M" and word.isascii()])


@given(st.integers(0, 40), PLAIN_MONTHS, st.integers(0, 9999).map("{:04}".format))
def test_the_quick_way_for_the_commonest_shape_reads_the_same(day: int, month: str, year: str) -> None:
    text = f"{day} {month} {year}"
    try:
        printed = _read_printed(text, None)
    except UnreadableDate:
        with pytest.raises(UnreadableDate):
            read_date(text)
    else:
        assert read_date(text) == printed


PIECES = [
    *vocabulary(),
    *"-–~/.,?()' 년月일時",
    *map(str, (1, 8, 11, 31, 99, 2024, 2568, 20251108)),
    "14:00",
    "T",
    "7 pm",
]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading = read_date(text)
    except ExchangeError:
        return
    assert reading.start or reading.end
    for end in (reading.start, reading.end):
        assert end in (None, "..") or dates.canonical(str(end)) == end
