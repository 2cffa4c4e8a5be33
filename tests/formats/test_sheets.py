"""Reading other people's files: every format hands on rows of the same shape, or says what is wrong and where."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.formats import csv_rows
from exchangecli.formats.registry import FORMATS, format_of
from exchangecli.formats.sheets import RawRow
from exchangecli.model.types import Record

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def read(format_: str, written: bytes) -> list[RawRow]:
    return list(FORMATS[format_].read(io.BytesIO(written), f"x.{format_}").rows)


def cells(format_: str, written: bytes) -> list[dict[str, Any]]:
    return [row.cells for row in read(format_, written)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(b"a,b\r\n1,2\r\n", [{"a": "1", "b": "2"}], id="commas"),
        pytest.param(b"a;b\n1,5;2\n", [{"a": "1,5", "b": "2"}], id="semicolons"),
        pytest.param(b"a\tb\n1;2\t3,4\n", [{"a": "1;2", "b": "3,4"}], id="tabs"),
        pytest.param(b'"a,1";b\n1;2\n', [{"a,1": "1", "b": "2"}], id="commas within a quoted heading do not count"),
        pytest.param(b"sep=;\na,b;c\n1;2\n", [{"a,b": "1", "c": "2"}], id="Excel says its delimiter"),
        pytest.param(b"\xef\xbb\xbfa,b\n1,2\n", [{"a": "1", "b": "2"}], id="a byte-order mark"),
        pytest.param(b'a,b\n"two\nlines","say ""yes"""\n', [{"a": "two\nlines", "b": 'say "yes"'}], id="quoted"),
        pytest.param(b"a,b\r1,2\r3,4\r", [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}], id="an old Macintosh"),
        pytest.param(b"a\n1", [{"a": "1"}], id="one column, no line end"),
        pytest.param(b"a,b\n1\n", [{"a": "1"}], id="a short row"),
        pytest.param(b"a,b\n\n,\n1,2\n", [{"a": "1", "b": "2"}], id="empty rows"),
        pytest.param(b"a,,b,a\n1,2,3,4\n", [{"a": "1", "column 2": "2", "b": "3", "column 4": "4"}], id="no names"),
        pytest.param(b"a,b,,\n1,2,,\n", [{"a": "1", "b": "2"}], id="columns without anything"),
        pytest.param(b"a\n'=1+1\n'-3\n's-Hertogenbosch\n''=x\n", [
            {"a": "=1+1"}, {"a": "-3"}, {"a": "'s-Hertogenbosch"}, {"a": "'=x"}], id="neutralised formulas"),
        pytest.param(b"a\n", [], id="only headings"),
        pytest.param(b"\n\na,b\n1,2\n", [{"a": "1", "b": "2"}], id="empty lines above the headings"),
        pytest.param(
            b"column 2,,x\n1,2,3\n", [{"column 2": "1", "column 2'": "2", "x": "3"}], id="a name that is taken"
        ),
    ],
)  # fmt: skip
def test_csv(written: bytes, expected: list[dict[str, str]]) -> None:
    assert cells("csv", written) == expected


def test_csv_rows_are_counted_as_a_spreadsheet_does() -> None:
    rows = read("csv", b'a,b\n"two\nlines",2\n\n3,4\n')
    assert [row.number for row in rows] == [2, 4]


def test_a_cell_too_many_is_kept_and_said() -> None:
    (row,) = read("csv", b"a,b\n1,2,3,,5\n")
    assert row.cells == {"a": "1", "b": "2", "column 3": "3", "column 5": "5"}
    assert row.problem == "has 5 cells, which is more than the 2 that have headings"


@given(st.lists(TEXTS.filter(str.strip), min_size=1), st.sampled_from(["csv", "json", "jsonl"]))
def test_what_we_write_is_read_back(texts: list[str], format_: str) -> None:
    records: list[Record] = [{"text": text, "id": "x"} for text in texts]
    assert cells(format_, b"".join(FORMATS[format_].write(records, ["text", "id"]))) == records


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_the_awkward_records_come_back(format_: str, awkward: list[Record], columns: list[str]) -> None:
    written = b"".join(FORMATS[format_].write(awkward, columns))
    assert cells(format_, written) == [{name: record.get(name) for name in columns} for record in awkward]


def test_one_object_is_an_array_of_one() -> None:
    assert cells("json", b'{"title": "Forum", "edition": 3}') == [{"title": "Forum", "edition": 3}]


@pytest.mark.parametrize(
    ("format_", "written", "said"),
    [
        ("csv", b"", "x.csv: is empty; the first row must have the headings of the columns"),
        ("csv", b"\n ,\n", "x.csv: is empty"),
        ("csv", b"Events 2024\n\ntitle;city\nA;B\n", 'x.csv row 1: "Events 2024" stands alone, as a title does'),
        ("json", b'["\\ud800"]', "x.json line 1: is no JSON: \\ud800 is half a character"),
        ("json", b"[1e400]", "1e400 is larger than any number can be here"),
        ("json", b"[" + b"9" * 5000 + b"]", "a number has too many digits"),
        ("csv", b"a,b\n1,\xff\n", "x.csv line 2: is not UTF-8"),
        ("csv", b'a,b\n1,"x', "x.csv line 2: the file ends within a cell that began with a quotation mark"),
        ("csv", b'a,b\n1,"x"y\n', "x.csv line 2: a quotation mark stands in the middle of a cell"),
        ("csv", b'a;b\n1;"x"y\n', "x.csv line 2: a quotation mark stands in the middle of a cell"),
        ("json", b"\xff", "x.json line 1: is not UTF-8"),
        ("json", b'[{"a": 1},\n {"a": }]', "x.json line 2: is no JSON: expecting value"),
        ("json", b'{"a": 1, "a": 2}', 'the key "a" stands twice in one object'),
        ("json", b'{"a": NaN}', "NaN is no number in JSON"),
        ("json", b"[" * 100_000, "its values are nested too deeply"),
        ("jsonl", b'{"a": 1}\n\n{"a"}\n', "x.jsonl line 3: is no JSON"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(format_: str, written: bytes, said: str) -> None:
    with pytest.raises(errors.ExchangeError) as problem:
        read(format_, written)
    assert said in problem.value.sentence


def test_two_halves_are_a_character() -> None:
    assert cells("json", b'[{"a": "\\ud83c\\udfa4"}]') == [{"a": "🎤"}]


def test_a_spreadsheet_is_saved_as_csv_first() -> None:
    with pytest.raises(errors.UnknownFormat, match="is a spreadsheet; save it as CSV first"):
        format_of("a.xlsx")


@pytest.mark.parametrize(("format_", "written"), [("json", b"[3]"), ("jsonl", b"3\n")])
def test_what_is_no_object_is_a_row_with_a_problem(format_: str, written: bytes) -> None:
    (row,) = read(format_, written)
    assert (row.number, row.cells) == (1, {"value": 3})
    assert "is no object" in row.problem


def test_rows_are_read_as_they_are_asked_for() -> None:
    file = io.BytesIO(b"a,b\n" + b"1,2\n" * 100_000)
    rows = FORMATS["csv"].read(file, "x.csv").rows
    next(rows)
    assert file.tell() < 100
    lines = FORMATS["jsonl"].read(io.BytesIO(json.dumps({"a": 1}).encode() + b"\n{"), "x.jsonl").rows
    assert next(lines).cells == {"a": 1}


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("a.csv", "", "csv"),
        ("A.TSV", "", "csv"),
        ("a.ndjson", "", "jsonl"),
        ("a.b.json", "", "json"),
        ("x", "CSV", "csv"),
    ],
)
def test_the_format_of_a_file(name: str, wanted: str, expected: str) -> None:
    assert format_of(name, wanted) == expected


@pytest.mark.parametrize(("name", "wanted"), [("events", ""), ("a.csv", "excel")])
def test_a_format_that_is_none(name: str, wanted: str) -> None:
    with pytest.raises(errors.UnknownFormat, match="csv, json or jsonl"):
        format_of(name, wanted)


@given(TEXTS)
def test_a_neutralised_text_is_restored(text: str) -> None:
    assert csv_rows.restored(csv_rows.neutralised(text)) == text
