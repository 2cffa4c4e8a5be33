"""Laws of undoing, whatever was done: all undone, the package is the same to the byte; undone twice, all is back."""

import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from exchangecli import errors
from exchangecli.cli.app import app
from exchangecli.curate import beginning, packages, past, undoing
from exchangecli.store import journal, opening, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from exchangecli.store.past import as_it_stood

COMMAND = Command("exchange test", "tester")
UNDO = Command("exchange undo", "tester")

SETTING = (
    'add-source "Hue Daily"',
    'add-source "Hue Times" --published 2025',
    'add-programme "Hue Days"',
    'add-event Alpha --start 2024 --programme hue-days --source hue-daily --attendance "some 40" --city Hue',
    "add-event Beta --start 2025 --latitude 16.4637 --longitude 107.5909",
    "add-participant Guild",
    "add-role guild host alpha --source hue-daily",
)
COMMANDS = (
    "add-event Gamma --start 2024-05 --programme hue-days --source hue-daily",
    "add-event Delta --start 2020 --part-of beta",
    "add-session alpha Lacquer --source hue-daily",
    "add-role guild organiser beta",
    "add-name alpha 알파 --kind translation",
    "add-figure alpha partner_countries 5.5 --source hue-daily",
    "add-membership VN-Circle VN --from 2019",
    "edit alpha attendance=43 --yes",
    "edit alpha attendance! city=Hanoi --yes",
    "edit alpha disciplines+=music disciplines+=dance --yes",
    "edit alpha disciplines-=music --yes",
    "edit beta latitude=0.1 part_of=alpha --yes",
    "edit beta part_of! --yes",
    "edit year:2024 status=held --yes",
    "edit alpha start=+1y --yes",
    "edit alpha city=Seoul --source hue-daily --yes",
    "edit guild country=VN acronym=G --yes",
    "cite alpha city Hanoi --source hue-times",
    "cite alpha start 2024-05 --source hue-times --rank preferred --because seen",
    "cite alpha role:guild partner --source hue-times",
    "cite beta city Hue --source hue-times --rank deprecated",
    "resolve alpha city --source hue-times",
    "resolve alpha city --value Seoul --because 'seen on a map'",
    "resolve alpha role:guild --source hue-daily",
    "resolve alpha role:guild --both",
    "retract hue-daily --yes",
    "retract hue-times --yes",
    "delete alpha --cascade --yes",
    "delete guild --cascade --yes",
    "delete hue-days --cascade --yes",
    "delete hue-daily --cascade --yes",
    "delete year:2025 --cascade --yes",
    "dataset --title Mine --authors A;B",
    "import rows.csv --skip-bad",
    "undo --yes",
    "undo 9 --yes",
    "undo 10 --yes --rest",
    "undo 11 --yes",
)
ROWS = "title,start,city,disciplines\nAlpha,2024,Hue,music\nEpsilon,2023-01-02,Hue,dance; music\nZeta,soon,,\n"


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("undo") / "exchange.db"
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
    for line in SETTING:
        result = CliRunner().invoke(app, ["--db", str(path), *shlex.split(line)])
        assert result.exit_code == 0, result.output
    return path


@contextmanager
def a_copy(set_up: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "exchange.db"
        shutil.copy(set_up, path)
        (Path(folder) / "rows.csv").write_text(ROWS, encoding="utf-8")
        yield path


def done(path: Path, lines: list[str]) -> None:
    for line in lines:
        words = [str(path.with_name(word)) if word == "rows.csv" else word for word in shlex.split(line)]
        result = CliRunner().invoke(app, ["--db", str(path), *words])
        assert result.exit_code in (0, 1, 2), (line, result.output, result.exception)
        assert not result.exception or isinstance(result.exception, SystemExit), (line, result.output)


def package(store: Store) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        packages.export_package(store, Path(folder))
        return {one.name: one.read_bytes() for one in sorted(Path(folder).iterdir())}


def undo(store: Store, number: int | None = None, *, rest: bool = False) -> int:
    shown = undoing.newest(store, rest=rest) if number is None else undoing.plan(store, number, rest=rest)
    return undoing.apply(store, UNDO, shown, lambda: undoing.plan(store, shown.undone.number, rest=rest))


def sequences(most: int = 7) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(COMMANDS), max_size=most)


HYPOTHESIS = settings(max_examples=18, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@HYPOTHESIS
@given(sequences())
def test_all_undone_the_package_is_the_same_to_the_byte(set_up: Path, lines: list[str]) -> None:
    with a_copy(set_up) as path:
        with opening.opened(path) as store:
            before, last = package(store), journal.last(store)
        done(path, lines)
        with opening.opened(path, writing=True) as store:
            for number in range(journal.last(store), last, -1):
                if number not in journal.undone(store) or journal.undone(store)[number].partly:
                    with suppress(errors.NothingLeft, errors.UnknownOperation):
                        undo(store, number)
            assert package(store) == before


@HYPOTHESIS
@given(sequences(5))
def test_what_is_undone_and_undone_again_is_back(set_up: Path, lines: list[str]) -> None:
    with a_copy(set_up) as path:
        done(path, lines)
        with opening.opened(path, writing=True) as store:
            before = package(store)
            try:
                made = undo(store)
            except (errors.NothingToUndo, errors.NothingLeft, errors.LaterChanges):
                return
            undo(store, made)
            assert package(store) == before


@HYPOTHESIS
@given(sequences(5), st.data())
def test_an_earlier_one_undone_by_itself_leaves_what_came_later(
    set_up: Path, lines: list[str], data: st.DataObject
) -> None:
    with a_copy(set_up) as path:
        done(path, lines)
        with opening.opened(path, writing=True) as store:
            number = data.draw(st.integers(2, journal.last(store)))
            before = package(store)
            try:
                made = undo(store, number, rest=data.draw(st.booleans()))
            except errors.ExchangeError:
                assert package(store) == before
                return
            assert whole_enough(store)
            undo(store, made)
            assert package(store) == before


def whole_enough(store: Store) -> bool:
    """Whether every reference is to something."""
    return not list(whole.dangling(store)) and not store.connection.execute("PRAGMA foreign_key_check").fetchall()


@settings(HYPOTHESIS, max_examples=8)
@given(sequences(5))
def test_each_state_can_be_looked_at_again(set_up: Path, lines: list[str]) -> None:
    with a_copy(set_up) as path:
        states: dict[int, dict[str, bytes]] = {}
        for line in lines:
            done(path, [line])
            with opening.opened(path) as store:
                states[journal.last(store)] = package(store)
        with opening.opened(path) as store:
            for number, state in states.items():
                with as_it_stood(store, past.point(store, f"op:{number}")) as earlier:
                    assert package(earlier) == state
                    assert derived(earlier) == made_anew(earlier)


def derived(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """What triggers keep beside the records."""
    asked = {
        "list_item": "SELECT field, value, record FROM list_item ORDER BY 1, 2, 3",
        "search": "SELECT id, s.title, names, text FROM event JOIN event_search AS s ON s.rowid = number ORDER BY id",
    }
    return {name: [tuple(row) for row in store.connection.execute(sql)] for name, sql in asked.items()}


def made_anew(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with tempfile.TemporaryDirectory() as folder:
        packages.export_package(store, Path(folder) / "p")
        with opening.created(Path(folder) / "x.db") as other:
            beginning.begin(other, COMMAND)
            packages.import_package(other, COMMAND, Path(folder) / "p")
            return derived(other)
