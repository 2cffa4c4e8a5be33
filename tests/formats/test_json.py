import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.formats import json_array, json_lines
from exchangecli.formats.registry import FORMATS
from exchangecli.model.types import Record

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), TEXTS, st.lists(TEXTS)
)
RECORDS = st.lists(st.fixed_dictionaries({"id": TEXTS, "value": VALUES}))


@given(RECORDS)
def test_an_array_is_read_back(records: list[Record]) -> None:
    assert json.loads(b"".join(json_array.write(records, ["id", "value"]))) == records


@given(RECORDS)
def test_lines_are_read_back(records: list[Record]) -> None:
    written = b"".join(json_lines.write(records, ["id", "value"]))
    assert [json.loads(line) for line in written.split(b"\n")[:-1]] == records


@pytest.mark.parametrize(
    ("count", "written"),
    [
        pytest.param(0, "[]\n", id="none"),
        pytest.param(1, '[\n {"id": "é1", "city": null}\n]\n', id="one"),
        pytest.param(2, '[\n {"id": "é1", "city": null},\n {"id": "é2", "city": null}\n]\n', id="two"),
    ],
)
def test_an_array_of(count: int, written: str) -> None:
    records: list[Record] = [{"id": f"é{number}", "hidden": 1} for number in range(1, count + 1)]
    assert b"".join(json_array.write(records, ["id", "city"])).decode() == written


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_the_golden_file(
    golden: Callable[[str, bytes], None], awkward: list[Record], columns: list[str], name: str
) -> None:
    golden(f"awkward{FORMATS[name].suffixes[0]}", b"".join(FORMATS[name].write(awkward, columns)))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_records_are_not_gathered(name: str) -> None:
    taken = 0

    def records() -> Iterator[Record]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield {"id": str(number)}

    pieces = FORMATS[name].write(records(), ["id"])
    assert b'"0"' in next(pieces)
    assert taken == 1
    assert b'"99"' in b"".join(pieces)


@pytest.mark.parametrize(("name", "written"), [("json", b"[]\n"), ("jsonl", b""), ("csv", b"id\r\n")])
def test_no_record_is_a_file_all_the_same(name: str, written: bytes) -> None:
    assert b"".join(FORMATS[name].write([], ["id"])) == written
