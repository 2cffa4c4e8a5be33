"""Lines with a label, in notices and calendars."""

import pytest

from exchangecli.extract.labels import find_label
from exchangecli.extract.page import take_apart


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Venue: Weavers' Hall", "venue", "Weavers' Hall"),
        ("Where: Weavers' Hall, Hue", "venue", "Weavers' Hall, Hue"),
        ("Date: 3-5 May 2024", "date", "3-5 May 2024"),
        ("When : 3 May", "date", "3 May"),
        ("Date and time: 3 May, 7 pm", "date", "3 May, 7 pm"),
        ("**Venue**: Weavers' Hall", "venue", "Weavers' Hall"),
        ("City: Hue", "city", "Hue"),
        ("Host country: Vietnam", "country", "Vietnam"),
        ("Theme: Looms and Lives", "theme", "Looms and Lives"),
        ("Event: Hue Craft Forum", "title", "Hue Craft Forum"),
        ("일시: 2025년 11월 8일", "date", "2025년 11월 8일"),
        ("장소：국립극장", "venue", "국립극장"),
        ("Địa điểm: Nhà hát", "venue", "Nhà hát"),
        ("Lieu : Maison des arts", "venue", "Maison des arts"),
        ("Tempat: Gedung Kesenian", "venue", "Gedung Kesenian"),
    ],
)
def test_a_label_and_what_it_says(line: str, field: str, value: str) -> None:
    page = take_apart(line)
    label = find_label(page, 0)
    assert label is not None
    assert (label.field, line[label.start : label.end]) == (field, value)


@pytest.mark.parametrize("line", ["Weavers' Hall", "The venue was full: 300 came", "Note: bring a loom", "Venue:"])
def test_no_label(line: str) -> None:
    assert find_label(take_apart(line), 0) is None


def test_an_item_of_a_list_can_have_one() -> None:
    page = take_apart("- Venue: Weavers' Hall\n- Date: 3 May 2024")
    assert [label and label.field for label in (find_label(page, 0), find_label(page, 1))] == ["venue", "date"]
