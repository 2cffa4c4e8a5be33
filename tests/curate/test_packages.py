import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from exchangecli import errors
from exchangecli.curate import beginning, packages
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import opening, rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

COMMAND = Command("exchange test", "tester")
SAMPLE = packages.sample()
CONCERT = "asean-korea-music-concert-2025"


@contextmanager
def new_dataset(path: Path) -> Iterator[Store]:
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
        yield store


def everything(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.PACKAGED.items()}


def written(store: Store, folder: Path) -> dict[str, bytes]:
    packages.export_package(store, folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def operations(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM operation").fetchone()[0])


def test_the_sample_is_what_exporting_it_gives(sample: Store, tmp_path: Path) -> None:
    assert written(sample, tmp_path / "p") == {path.name: path.read_bytes() for path in SAMPLE.iterdir()}


def test_an_export_imported_elsewhere_and_exported_is_the_same_bytes(sample: Store, tmp_path: Path) -> None:
    first = written(sample, tmp_path / "first")
    with new_dataset(tmp_path / "other.db") as other:
        assert packages.import_package(other, COMMAND, tmp_path / "first") > 100
        assert everything(other) == everything(sample)
        assert written(other, tmp_path / "second") == first


def test_a_membership_that_someone_added_is_not_overwritten(empty: Store, command: Command) -> None:
    with operation(empty, command):
        rows.insert(empty, records.MEMBERSHIP, [{"id": "membership-x", "group": "GCC", "member": "SA"}])
    with pytest.raises(errors.NotEmpty, match="the membership membership-x"):
        packages.import_package(empty, command, SAMPLE)


def test_a_group_of_ones_own_travels_with_the_events_it_takes_part_in(sample: Store, tmp_path: Path) -> None:
    with operation(sample, COMMAND):
        rows.insert(sample, records.MEMBERSHIP, [{"id": "membership-x", "group": "GCC", "member": "SA"}])
        rows.update(sample, records.EVENT, CONCERT, {"taking_part": ["GCC", "VN"]})
    first = written(sample, tmp_path / "first")
    with new_dataset(tmp_path / "other.db") as other:
        packages.import_package(other, COMMAND, tmp_path / "first")
        assert written(other, tmp_path / "second") == first


def test_the_same_package_twice_changes_nothing(sample: Store, command: Command) -> None:
    before = (everything(sample), operations(sample))
    assert packages.import_package(sample, command, SAMPLE) == 0
    assert (everything(sample), operations(sample)) == before


def test_the_package_of_an_empty_dataset_changes_no_empty_one(empty: Store, command: Command, tmp_path: Path) -> None:
    packages.export_package(empty, tmp_path / "p")
    before = operations(empty)
    assert packages.import_package(empty, command, tmp_path / "p") == 0
    assert operations(empty) == before


def test_an_import_is_one_operation(empty: Store, command: Command) -> None:
    before = operations(empty)
    packages.import_package(empty, command, SAMPLE)
    assert operations(empty) == before + 1


def test_what_a_new_dataset_says_of_itself_is_not_overwritten(empty: Store, command: Command) -> None:
    beginning.describe(empty, command, {"title": "Mine", "readings": "Congo=CD"})
    before = everything(empty)
    with pytest.raises(errors.SaysOtherwise, match=r'exchange\.db has the title "Mine", and the package "Cult'):
        packages.import_package(empty, command, SAMPLE)
    assert everything(empty) == before


def test_a_new_dataset_that_says_the_same_of_itself_takes_a_package_in(
    empty: Store, sample_file: Path, command: Command
) -> None:
    with opening.opened(sample_file) as other:
        title = beginning.about(other)["title"]
    beginning.describe(empty, command, {"title": title})
    assert packages.import_package(empty, command, SAMPLE) > 100


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda s: rows.insert(s, records.PARTICIPANT, [{"id": "x", "name": "X"}]), id="one record more"),
        pytest.param(lambda s: rows.update(s, records.EVENT, CONCERT, {"city": "Huế"}), id="one value changed"),
        pytest.param(lambda s: rows.delete(s, records.NAME, ["name-0dy0r32bwpmpj"]), id="one record fewer"),
        pytest.param(lambda s: rows.update(s, records.DATASET, "dataset", {"title": "Mine"}), id="another title"),
    ],
)
def test_a_dataset_in_use_takes_no_package_in(sample: Store, command: Command, change: Callable[[Store], None]) -> None:
    with operation(sample, command):
        change(sample)
    before = (everything(sample), operations(sample))
    with pytest.raises(errors.NotEmpty, match="holds other records, the programme ") as caught:
        packages.import_package(sample, command, SAMPLE)
    assert caught.value.hint == "exchange --db other.db import DIR"
    assert (everything(sample), operations(sample)) == before


def test_a_package_is_named_by_its_folder_or_its_descriptor(tmp_path: Path) -> None:
    assert packages.directory(SAMPLE) == packages.directory(SAMPLE / "datapackage.json") == SAMPLE
    for path in (tmp_path, tmp_path / "nowhere", SAMPLE / "events.csv"):
        with pytest.raises(errors.NoPackage, match="is no Data Package"):
            packages.directory(path)


def test_a_package_from_before_a_column_was_added_is_taken_in(sample: Store, tmp_path: Path, command: Command) -> None:
    packages.export_package(sample, tmp_path / "old")
    events = tmp_path / "old" / "events.csv"
    with events.open(encoding="utf-8", newline="") as file:
        kept = [[cell for place, cell in enumerate(row) if place != 9] for row in csv.reader(file)]
    with events.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(kept)
    descriptor = tmp_path / "old" / "datapackage.json"
    descriptor.write_text(re.sub(r'"(hash|bytes)": [^,]*,', "", descriptor.read_text("utf-8")), encoding="utf-8")
    with opening.created(tmp_path / "new.db") as store:
        beginning.begin(store, command)
        assert packages.import_package(store, command, tmp_path / "old")
        event = next(rows.where(store, records.EVENT, "id = ?", ["asean-korea-music-concert-2025"]))
    assert event["status"] is None
    assert event["start"] == "2025-11-01"
