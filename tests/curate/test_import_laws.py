"""Laws of importing rows, whatever stands in them: a trial foretells, twice changes nothing, and nothing is lost."""

import io
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchangecli.curate import beginning, importing
from exchangecli.curate.outcomes import Report
from exchangecli.curate.taking_in import Task
from exchangecli.formats.registry import FORMATS
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import opening, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

COMMAND = Command("exchange import", "tester")
CELLS = {
    "participant": {
        "id": ["", "", "x1", "x2", "12"],
        "name": ["A", "a", "B", "Đức", ""],
        "kind": ["", "person", "person", "organisation", "konzert"],
        "country": ["", "VN", "Viet Nam", "KR", "Korea"],
        "acronym": ["", "", "A", "AB"],
    },
    "event": {
        "title": ["A", "A", "B", "C 2024", ""],
        "start": ["", "2024", "2024-05-01", "1-2 May 2024", "May 2024", "2025", "soon"],
        "end": ["", "", "", "2024-05-03"],
        "city": ["", "Hue", "HUE", "Seoul"],
        "attendance": ["", "about 40", "40"],
        "part_of": ["", "", "", "B", "Nowhere"],
        "disciplines": ["", "music", "music; dance"],
    },
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, str, bytes]:
    """A kind, a format, and a file of a few rows; their ids are none that a name would get, and stand beside a name."""
    kind = draw(st.sampled_from(sorted(CELLS)))
    format_ = draw(st.sampled_from(sorted(FORMATS)))
    columns = CELLS[kind]
    rows = draw(st.lists(st.fixed_dictionaries({n: st.sampled_from(c) for n, c in columns.items()}), max_size=6))
    rows = [row if row.get("name") else row | {"id": ""} for row in rows]
    if kind == "event":
        # What others refer to comes first: of rows that contradict each other, the one that waits would be refused.
        rows.insert(0, dict.fromkeys(columns, "") | {"title": "B"})
    return kind, format_, b"".join(FORMATS[format_].write(rows, list(columns)))


def take_in(store: Store, table: tuple[str, str, bytes], **wanted: Any) -> Report:
    kind, format_, written = table
    sheet = FORMATS[format_].read(io.BytesIO(written), "x")
    task = Task(records.KINDS[kind], skip_bad=True, every=True, **wanted)
    return importing.run(store, COMMAND, sheet, "x", task, lambda _: None)


def everything(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.TABLES.items()}


@pytest.fixture(scope="module")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "new.db"
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
    return path


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(tables(), min_size=1, max_size=3))
def test_whatever_stands_in_a_file(new_file: Path, files: list[tuple[str, str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "one.db"
        shutil.copy(new_file, path)
        with opening.opened(path, writing=True) as store:
            for file in files:
                before = everything(store)
                foretold = take_in(store, file, trial=True)
                assert everything(store) == before
                first = take_in(store, file)
                assert (first.counts, first.outcomes) == (foretold.counts, foretold.outcomes)
                after = everything(store)
                _nothing_is_lost(before, after, first)
                again = take_in(store, file)
                assert everything(store) == after
                assert set(again.counts) <= {"matched", "refused"}


def _nothing_is_lost(before: dict[str, list[Record]], after: dict[str, list[Record]], report: Report) -> None:
    """Every value that was there is there still, unless the report says what it was changed to."""
    kind = report.columns.kind.name
    now = {record["id"]: record for record in after[kind]}
    changed = {(one.id, name) for one in report.outcomes for name in one.changes}
    for record in before[kind]:
        lost = [
            name for name in record if now[record["id"]][name] != record[name] and (record["id"], name) not in changed
        ]
        assert not lost
    created = Counter(one.id for one in report.outcomes if one.outcome == "created")
    assert sorted(created) == sorted(set(now) - {record["id"] for record in before[kind]})
