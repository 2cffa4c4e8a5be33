from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.model import cells
from exchangecli.model import types as t
from exchangecli.model.types import FieldType, Reading, Rules, Value

RULES = Rules({"Korea": "KR"}, "dmy")
EVERY_TYPE = {value.name: value for value in vars(t).values() if isinstance(value, FieldType)}
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@pytest.mark.parametrize(
    ("kind", "of", "text", "reading"),
    [
        (t.TEXT, None, "  Huế \n", Reading("Huế")),
        (t.INTEGER, None, " 6 ", Reading(6)),
        (t.COUNT, None, "some 3,000", Reading(3000, companion=True)),
        (t.COUNT, None, "0", Reading(0)),
        (t.NUMBER, None, "-12.5", Reading(-12.5)),
        (t.NUMBER, None, "1.5 million", Reading(1_500_000)),
        (t.NUMBER, None, "about 40", Reading(40, companion=True)),
        (t.DEGREES, 90, "-33.85680001", Reading(-33.8568)),
        (t.FLAG, None, "YES", Reading(value=True)),
        (t.FLAG, None, "0", Reading(value=False)),
        (t.DATE, None, "1-2 March 2018", Reading("2018-03-01", companion="2018-03-02")),
        (
            t.DATE,
            None,
            "05/06/2024",
            Reading("2024-06-05", "day and month in the order that was said of the whole file"),
        ),
        (t.DATE, None, "25/06/2024", Reading("2024-06-25")),
        (t.DATE, None, "2025년 11월 8일", Reading("2025-11-08")),
        (t.END_DATE, None, " .. ", Reading("..")),
        (t.END_DATE, None, "Nov. 2025", Reading("2025-11")),
        (t.TIME, None, "7.30 pm", Reading("19:30")),
        (t.TIMEZONE, None, " Asia/Seoul", Reading("Asia/Seoul")),
        (t.CODE, "roles", "기조연설", Reading("keynote_speaker")),
        (t.COUNTRY, None, "VN", Reading("VN")),
        (t.COUNTRY, None, "the Republic of Korea", Reading("KR")),
        (t.COUNTRY, None, "Korea", Reading("KR", "read by the dataset's rule Korea=KR")),
        (t.LANGUAGE, None, "ZH-Hant", Reading("zh-Hant")),
        (t.URL, None, " HTTPS://Example.org/a?b=1 ", Reading("HTTPS://Example.org/a?b=1")),
        (t.IDENTIFIER, "orcid", "https://orcid.org/0000-0002-1825-0097", Reading("0000-0002-1825-0097")),
        (t.SHA256, None, "AB" * 32, Reading("ab" * 32)),
        (t.TIME, None, "10:00-10:30", Reading("10:00", companion="10:30")),
        (t.TIME, None, "7-9 pm", Reading("19:00", companion="21:00")),
        (t.TIME, None, "14시 ~ 15시 30분", Reading("14:00", companion="15:30")),
        (t.TIME, None, "10:00 to 11:15", Reading("10:00", companion="11:15")),
        (t.END_TIME, None, "19h30", Reading("19:30")),
        (t.TEXTS, None, "Kim, A.; Trần B;; Kim, A.", Reading(["Kim, A.", "Trần B"])),
        (t.CODES, "disciplines", "Music, dance; music", Reading(["music", "dance"])),
        (t.LANGUAGES, None, "ko,VI", Reading(["ko", "vi"])),
        (
            t.PLACES,
            None,
            "Korea; ASEAN, Viet Nam",
            Reading(["KR", "ASEAN", "VN"], "read by the dataset's rule Korea=KR"),
        ),
        (t.PLACES, None, " ; ,", Reading(None)),
        (t.TEXTS, None, [" Kim; A. ", "", "Trần B"], Reading(["Kim; A.", "Trần B"])),
        (t.READINGS, None, "Korea = KR, Congo=CD", Reading(["Korea=KR", "Congo=CD"])),
    ],
    ids=lambda value: value.name if isinstance(value, FieldType) else repr(value) if isinstance(value, str) else "",
)
def test_a_text_is_read(kind: FieldType, of: Any, text: t.Text, reading: Reading) -> None:
    assert t.read(kind, text, of, RULES) == reading


@pytest.mark.parametrize(
    ("kind", "of", "text", "sentence"),
    [
        (t.TEXT, None, "a\0b", '"a�b" holds a control character'),
        (t.INTEGER, None, "0", "a whole number from 1 up"),
        (t.INTEGER, None, "-1", "a whole number from 1 up"),
        (t.INTEGER, None, "1.0", "a whole number from 1 up"),
        (t.INTEGER, None, "²", "a whole number from 1 up"),
        (t.INTEGER, None, "9" * 19, "a whole number from 1 up"),
        (t.INTEGER, None, "9" * 5000, "a whole number from 1 up"),
        (t.COUNT, None, "many", "is not a count"),
        (t.DEGREES, 90, "90.1", "between -90 and 90"),
        (t.DEGREES, 180, "nan", "between -180 and 180"),
        (t.DEGREES, 180, "-inf", "between -180 and 180"),
        (t.DEGREES, 90, "21° N", "between -90 and 90"),
        (t.FLAG, None, "perhaps", "is not yes or no"),
        (t.DATE, None, "..", "is not a date"),
        (t.DATE, None, "8 November", "has no year"),
        (t.TIME, None, "25:00", "write it like 14:00"),
        (t.TIMEZONE, None, "KST+9", "is not a time zone"),
        (t.TIMEZONE, None, "../../etc/passwd", "is not a time zone"),
        (t.TIMEZONE, None, "Asia", "is not a time zone"),
        (t.CODE, "roles", "organizr", "did you mean organiser"),
        (t.COUNTRY, None, "Congo", "could be"),
        (t.COUNTRY, None, "ASEAN", "is a group of countries"),
        (t.COUNTRY, None, "Atlantis", "is not a country"),
        (t.LANGUAGE, None, "Korean", "is not the code of a language"),
        (t.LANGUAGE, None, "ko_KR", "is not the code of a language"),
        (t.LANGUAGE, None, "ko-", "is not the code of a language"),
        (t.URL, None, "www.example.org", "is not a web address"),
        (t.URL, None, "javascript:alert(1)", "is not a web address"),
        (t.URL, None, "https://example.org/a b", "is not a web address"),
        (t.IDENTIFIER, "orcid", "0000-0002-1825-0098", "is not a valid ORCID"),
        (t.SHA256, None, "ab" * 31, "is not a sha256"),
        (t.SHA256, None, "zz" * 32, "is not a sha256"),
        (t.CODES, "disciplines", "music, danse", '"danse" is not in the list'),
        (t.READINGS, None, "Korea", "is not a reading"),
        (t.READINGS, None, "Korea=South", "is not a reading"),
    ],
    ids=lambda value: (
        value.name if isinstance(value, FieldType) else repr(value)[:20] if isinstance(value, str) else ""
    ),
)
def test_a_text_is_refused(kind: FieldType, of: Any, text: str, sentence: str) -> None:
    with pytest.raises(errors.ValueProblem) as caught:
        t.read(kind, text, of, RULES)
    assert sentence in caught.value.sentence
    assert len(caught.value.sentence) < 250


def test_an_order_of_day_and_month_is_not_guessed() -> None:
    with pytest.raises(errors.AmbiguousDate):
        t.read(t.DATE, "05/06/2024", None, Rules())


@pytest.mark.parametrize("name", EVERY_TYPE)
def test_a_type_is_known_to_sqlite_and_to_table_schema(name: str) -> None:
    kind = EVERY_TYPE[name]
    assert kind.schema in cells.CELLS
    assert kind.sql in ("TEXT", "INTEGER", "REAL")
    assert (kind.schema == "array") == kind.many
    assert kind.sql == {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}.get(kind.schema, "TEXT")


def test_no_two_types_have_one_name() -> None:
    types = [value for value in vars(t).values() if isinstance(value, FieldType)]
    assert len({kind.name for kind in types}) == len(types)


@pytest.mark.parametrize(
    ("value", "cell", "text"),
    [
        (None, "", ""),
        ("a\nb", "a\nb", "a\nb"),
        (0, "0", "0"),
        (True, "true", "yes"),
        (False, "false", "no"),
        (3.0, "3", "3"),
        (1e-07, "1e-07", "1e-07"),
        (-33.8568, "-33.8568", "-33.8568"),
        ([], "", ""),
        (["é", 'a "b"'], '["é","a \\"b\\""]', 'é; a "b"'),
    ],
    ids=repr,
)
def test_a_value_in_a_cell(value: Value, cell: str, text: str) -> None:
    assert cells.to_cell(value) == cell
    assert cells.as_text(value) == text


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (t.TEXT, TEXTS),
        (t.COUNT, st.integers(0, 10**18)),
        (t.NUMBER, st.floats(allow_nan=False, allow_infinity=False)),
        (t.FLAG, st.booleans()),
        (t.TEXTS, st.lists(TEXTS, min_size=1)),
    ],
    ids=lambda value: value.name if isinstance(value, FieldType) else "",
)
def test_a_cell_gives_the_value_back(kind: FieldType, values: st.SearchStrategy[Any]) -> None:
    @given(values)
    def law(value: Value) -> None:
        assert cells.from_cell(kind, cells.to_cell(value)) == value

    law()


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        (t.COUNT, "3,000"),
        (t.COUNT, " 3"),
        (t.COUNT, "03"),
        (t.COUNT, "3.0"),
        (t.COUNT, "1_000"),
        (t.COUNT, "9" * 5000),
        (t.NUMBER, "3.0"),
        (t.NUMBER, "1e3"),
        (t.NUMBER, "1e999"),
        (t.NUMBER, "½"),
        (t.FLAG, "yes"),
        (t.FLAG, "True"),
        (t.FLAG, "1"),
        (t.TEXTS, "a"),
        (t.TEXTS, "[]"),
        (t.TEXTS, '["a", "b"]'),
        (t.TEXTS, '["a",""]'),
        (t.TEXTS, '["a",1]'),
        (t.TEXTS, '{"a":1}'),
        (t.TEXTS, '["\\u00e9"]'),
        (t.TEXTS, "[" * 100_000),
    ],
    ids=lambda value: value.name if isinstance(value, FieldType) else repr(value)[:20],
)
def test_a_cell_that_no_value_is_written_as(kind: FieldType, cell: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        cells.from_cell(kind, cell)


@pytest.mark.parametrize("name", EVERY_TYPE)
def test_an_empty_cell_is_nothing(name: str) -> None:
    assert cells.from_cell(EVERY_TYPE[name], "") is None


@pytest.mark.parametrize(
    ("kind", "text", "items"),
    [
        (t.TEXTS, "Kim, A.; Lee", ["Kim, A.", "Lee"]),
        (t.CODES, "music, dance;film", ["music", "dance", "film"]),
        (t.REFERENCES, ";a ;; b;", ["a", "b"]),
        (t.LANGUAGES, " , ;", []),
    ],
    ids=["texts", "words", "records", "nothing"],
)
def test_the_items_of_a_list(kind: FieldType, text: str, items: list[str]) -> None:
    assert t.items(kind, text) == items
