import csv
import io
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.formats import csv_rows
from exchangecli.model.types import Record, Value

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def read(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode(), newline="")))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+82 2 1234", "'+82 2 1234", id="plus"),
        pytest.param("-3", "'-3", id="minus, as a text"),
        pytest.param("- a dash", "'- a dash", id="dash and words"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\r=1", id="carriage return"),
        pytest.param("\n=1", "'\n=1", id="line feed"),
        pytest.param("＝1+1", "'＝1+1", id="full-width equals"),
        pytest.param(["=a", "b"], "'=a; b", id="first of a list"),
        pytest.param(["a", "=b"], "a; =b", id="within a list it is only text"),
        pytest.param(-3, "-3", id="a negative number"),
        pytest.param(-33.8568, "-33.8568", id="a negative latitude"),
        pytest.param(3.0, "3", id="a whole number"),
        pytest.param(0, "0", id="nought"),
        pytest.param(True, "yes", id="yes"),
        pytest.param(False, "no", id="no"),
        pytest.param(None, "", id="nothing"),
        pytest.param("a=1", "a=1", id="a sign further on"),
        pytest.param("–3", "–3", id="an en dash runs nothing"),
    ],
)
def test_a_cell(value: Value, cell: str) -> None:
    assert csv_rows.cell(value) == cell


@given(st.one_of(TEXTS, st.lists(TEXTS)))
def test_no_cell_of_text_is_a_formula(value: Value) -> None:
    assert not csv_rows.cell(value).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@given(st.lists(TEXTS, min_size=1))
def test_what_is_read_back_is_what_was_shown(texts: list[str]) -> None:
    written = b"".join(csv_rows.write([{"text": text, "id": "x"} for text in texts], ["text", "id"]))
    assert read(written) == [["text", "id"], *([csv_rows.neutralised(text), "x"] for text in texts)]


def test_the_golden_file(golden: Callable[[str, bytes], None], awkward: list[Record], columns: list[str]) -> None:
    golden("awkward.csv", b"".join(csv_rows.write(awkward, columns)))


def test_no_record_leaves_the_headings() -> None:
    assert b"".join(csv_rows.write([], ["id", "title"])) == b"id,title\r\n"


def test_records_are_not_gathered() -> None:
    taken = 0

    def records() -> Iterator[Record]:
        nonlocal taken
        for _ in range(10_000):
            taken += 1
            yield {"text": "x" * 100}

    pieces = csv_rows.write(records(), ["text"])
    first = next(pieces)
    assert len(first) < 2 * csv_rows.PIECE
    assert taken < 1000
    assert first.count(b"\r\n") + sum(piece.count(b"\r\n") for piece in pieces) == 10_001
