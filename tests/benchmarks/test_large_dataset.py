"""A large dataset behaves like a small one: it is found by index, leaves in a stream, and comes back the same."""

import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from exchangecli.curate import exporting, packages
from exchangecli.model import records
from exchangecli.store import opening, search
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

sys.path.insert(0, str(Path(__file__).parent))
from large_dataset import make

pytestmark = pytest.mark.slow
EVENTS = 20_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("large") / "large.db"
    make(path, EVENTS)
    with opening.opened(path) as store:
        yield store


def test_everything_is_in_the_index(large: Store) -> None:
    for name in records.SEARCHED:
        (indexed,) = large.connection.execute(f"SELECT count(*) FROM {name}_search").fetchone()
        (known,) = large.connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        assert indexed == known
    assert search.search(large, "국악", ["event"], 5)


def test_an_export_holds_a_few_records_at_a_time(large: Store) -> None:
    tracemalloc.start()
    size = sum(len(piece) for piece in exporting.export(large, Selection(), "csv"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 5_000_000
    assert peak < size, f"{peak:,} bytes were held for {size:,} written"


def test_a_whole_dataset_travels(large: Store, tmp_path: Path) -> None:
    command = Command("exchange import", "tester")
    packages.export_package(large, tmp_path / "one")
    with opening.created(tmp_path / "new.db"):
        pass
    with opening.opened(tmp_path / "new.db", writing=True) as store:
        assert packages.import_package(store, command, tmp_path / "one") > 4 * EVENTS
        packages.export_package(store, tmp_path / "two")
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
