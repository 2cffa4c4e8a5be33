"""What the faults are tried on: commands in processes of their own, and datasets large enough to be caught at work."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import processes
from processes import Warm
from trials import EDIT, IMPORT, Trial

ROWS = 200
HEADINGS = "title,start,city,country,kind,disciplines,attendance"
PLACES = ("Huế,VN", "Hà Nội,VN", "서울,KR", "Poznań,PL")


def table() -> str:
    """The CSV file that is imported."""
    rows = (
        f"Lantern Evening {n} đèn lồng,{2000 + n % 25}-{n % 12 + 1:02}-{n % 28 + 1:02},{PLACES[n % 4]},concert,"
        f"music; dance,{n + 10}"
        for n in range(ROWS)
    )
    return "\n".join((HEADINGS, *rows, ""))


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    with processes.warmed() as started:
        yield started


def filled(folder: Path, dataset: Path) -> Path:
    """A folder with a dataset and a table to be imported."""
    folder.mkdir(exist_ok=True)
    shutil.copy(dataset, folder / "exchange.db")
    (folder / "events.csv").write_text(table(), encoding="utf-8")
    return folder


@pytest.fixture
def folder(sample_file: Path, tmp_path: Path) -> Path:
    """A folder with the sample dataset, and the table."""
    return filled(tmp_path / "folder", sample_file)


@pytest.fixture(scope="session")
def imported_file(warm: Warm, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset once the table is imported; not to be written to."""
    folder = filled(tmp_path_factory.mktemp("imported"), sample_file)
    ended = warm.run(folder, *IMPORT)
    assert ended.code == 0, ended.stderr
    return folder / "exchange.db"


@pytest.fixture
def imported(imported_file: Path, tmp_path: Path) -> Path:
    """A folder with the dataset into which the table is imported."""
    return filled(tmp_path / "folder", imported_file)


@pytest.fixture(scope="session", params=["import", "edit"])
def trial(
    request: pytest.FixtureRequest,
    warm: Warm,
    sample_file: Path,
    imported_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Trial:
    """A command that changes many records."""
    of, words = (sample_file, IMPORT) if request.param == "import" else (imported_file, EDIT)
    return Trial.of(warm, filled(tmp_path_factory.mktemp("trial"), of), words)
