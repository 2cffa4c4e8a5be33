import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.errors import UnreadableTime
from exchangecli.model.time_reading import read_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:00", "14:00"),
        (" 9:05 ", "09:05"),
        ("19.30", "19:30"),
        ("7.30 pm", "19:30"),
        ("7:30 P.M.", "19:30"),
        ("7pm", "19:00"),
        ("12 am", "00:00"),
        ("12:15 pm", "12:15"),
        ("14:00 pm", "14:00"),
        ("00:00", "00:00"),
        ("00:00:00", "00:00"),
        ("19:30:45", "19:30"),
        ("T19:30:00+09:00", "19:30"),
        ("19:30Z", "19:30"),
        ("19h30", "19:30"),
        ("19 h", "19:00"),
        ("19 giờ", "19:00"),
        ("오후 7시 30분", "19:30"),
        ("오전 10시 반", "10:30"),
        ("오후 7:30", "19:30"),
        ("午後7時半", "19:30"),
        ("午後0時30分", "12:30"),
        ("下午3点", "15:00"),
        ("１４：００", "14:00"),
    ],
)
def test_times_as_they_are_printed(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text",
    ["", "noon", "25:00", "24:00", "14:60", "14:00:75", "13 am", "7", "730", "14:00-16:00", "2024-05-17", "19:30 KST"],
)
def test_what_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTime, match=re.escape(f'"{text}"')):
        read_time(text)


@given(st.times())
def test_every_minute_is_read_as_it_is_written_in_either_way(time: object) -> None:
    assert read_time(f"{time:%H:%M}") == read_time(f"{time:%I.%M %p}") == f"{time:%H:%M}"


@given(st.text())
def test_any_text_is_a_time_or_refused(text: str) -> None:
    try:
        time = read_time(text)
    except UnreadableTime:
        return
    assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", time)
