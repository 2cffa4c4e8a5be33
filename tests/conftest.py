"""What every test stands on: nothing of the person who runs it, and real datasets in a folder of its own."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from typer.testing import CliRunner, Result

from exchangecli.cli.app import app
from exchangecli.curate import beginning, packages
from exchangecli.store import opening
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

# pytest alone is to take less than two minutes; pytest --hypothesis-profile=thorough looks longer.
hypothesis.settings.register_profile("plain", max_examples=20)
hypothesis.settings.register_profile("thorough", max_examples=500)
hypothesis.settings.load_profile("plain")

COMMAND = Command("exchange test", "tester")
SAMPLE = Path(__file__).parents[1] / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files and the documents anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str | Path, str | bytes], None]:
    """Hold what was made against the file that shows it: a path, or a name in ``golden`` beside the test.

    ``pytest --regenerate`` writes the files anew; read the difference before it is committed.
    """
    regenerate = request.config.getoption("regenerate")

    def hold(name: str | Path, made: str | bytes) -> None:
        path = request.path.parent / "golden" / name
        if regenerate:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made if isinstance(made, bytes) else made.encode())
        shown = path.read_bytes() if isinstance(made, bytes) else path.read_text(encoding="utf-8")
        assert made == shown, f"{path.name} is stale; pytest --regenerate renews it"

    return hold


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the machine that runs the tests out of them: its datasets, names, colours and widths."""
    for name in ("EXCHANGE_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EXCHANGE_USER", "tester")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dataset, made once; not to be written to."""
    path = tmp_path_factory.mktemp("sample") / "exchange.db"
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
        packages.import_package(store, COMMAND, SAMPLE)
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the sample dataset, open, at ``exchange.db`` in the test's own folder."""
    path = tmp_path / "exchange.db"
    shutil.copy(sample_file, path)
    with opening.opened(path, writing=True) as store:
        yield store


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dataset, made once; not to be written to."""
    path = tmp_path_factory.mktemp("empty") / "exchange.db"
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
    return path


@pytest.fixture
def empty(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of a new dataset, open, at ``exchange.db`` in the test's own folder."""
    path = tmp_path / "exchange.db"
    shutil.copy(empty_file, path)
    with opening.opened(path, writing=True) as store:
        yield store


@pytest.fixture
def command() -> Command:
    """What a test's operations say of themselves in the log."""
    return COMMAND


Run = Callable[..., Result]


@pytest.fixture
def exchange() -> Run:
    """Run a command line in the test's own folder: ``exchange("list", "--country", "VN").stdout``."""
    return lambda *arguments, **further: CliRunner().invoke(app, [os.fspath(a) for a in arguments], **further)
