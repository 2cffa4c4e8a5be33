"""What a Data Package says of the state it holds: the same state, the same words, wherever it is exported from."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import exchangecli
from exchangecli.curate import beginning, packages, past, stating, undoing
from exchangecli.model.types import Record
from exchangecli.store import opening
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from exchangecli.store.past import as_it_stood

COMMAND = Command("exchange test", "tester")
PROGRAM = f"exchange {exchangecli.__version__}"
Edit = Callable[..., object]


@contextmanager
def taken_in(folder: Path, path: Path) -> Iterator[Store]:
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
        packages.import_package(store, COMMAND, folder)
    with opening.opened(path, writing=True) as store:
        yield store


def descriptor(folder: Path) -> Record:
    found: Record = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return found


def undo(store: Store, number: int) -> None:
    undoing.apply(store, COMMAND, undoing.plan(store, number), lambda: undoing.plan(store, number))


def test_the_operation_the_program_and_the_release(empty: Store, add: Edit, tmp_path: Path) -> None:
    add(empty, "event", title="Forum", start="2024")
    assert stating.stated(empty) == {"operation": 2, "program": PROGRAM}
    past.name(empty, "1.2", "tester")
    packages.export_package(empty, tmp_path / "p")
    assert descriptor(tmp_path / "p")["exchange"] == {"release": "1.2", "operation": 2, "program": PROGRAM}
    add(empty, "event", title="Other", start="2024")
    assert stating.stated(empty) == {"operation": 3, "program": PROGRAM}


def test_a_release_is_exported_the_same_a_year_later(empty: Store, add: Edit, edit: Edit, tmp_path: Path) -> None:
    add(empty, "event", title="Forum", start="2024")
    past.name(empty, "1.2", "tester")
    packages.export_package(empty, tmp_path / "then")
    edit(empty, "forum", "city=Hue")
    with as_it_stood(empty, past.point(empty, "1.2")) as earlier:
        packages.export_package(earlier, tmp_path / "later")
    for path in (tmp_path / "then").iterdir():
        assert (tmp_path / "later" / path.name).read_bytes() == path.read_bytes()


def test_what_was_taken_in_repeats_what_it_said_until_it_is_changed(sample: Store, edit: Edit, tmp_path: Path) -> None:
    edit(sample, "kofice", "acronym=K")
    past.name(sample, "1.2", "tester")
    said = stating.stated(sample)
    assert said["operation"] == 3
    packages.export_package(sample, tmp_path / "p")
    with taken_in(tmp_path / "p", tmp_path / "other.db") as other:
        assert stating.stated(other) == said
        edit(other, "kofice", "acronym=KO")
        assert stating.stated(other) == {"operation": 3, "program": PROGRAM}
        undo(other, 3)
        assert stating.stated(other) == said
        past.name(other, "2.0", "tester")
        assert stating.stated(other) == {"release": "2.0", "operation": 2, "program": PROGRAM}


def test_a_package_of_an_older_version_says_nothing_and_is_taken_in(sample: Store, tmp_path: Path) -> None:
    packages.export_package(sample, tmp_path / "p")
    older = descriptor(tmp_path / "p")
    del older["exchange"]
    (tmp_path / "p" / "datapackage.json").write_text(json.dumps(older), encoding="utf-8")
    with taken_in(tmp_path / "p", tmp_path / "other.db") as other:
        assert stating.stated(other) == {"operation": 2, "program": PROGRAM}


def test_operations_that_cancel_out_leave_the_state_before_them(empty: Store, add: Edit, edit: Edit) -> None:
    add(empty, "event", title="Forum", start="2024")
    edit(empty, "forum", "city=Hue")
    edit(empty, "forum", "theme=Lacquer")
    undo(empty, 3)
    assert stating.stated(empty)["operation"] == 5
    undo(empty, 4)
    assert stating.stated(empty)["operation"] == 2
    undo(empty, 6)
    assert stating.stated(empty)["operation"] == 5
    undo(empty, 5)
    assert stating.stated(empty)["operation"] == 4


def test_what_another_program_changed_since_is_said(empty: Store, add: Edit, edit: Edit) -> None:
    add(empty, "event", title="Forum", start="2024")
    empty.connection.execute("UPDATE event SET city = 'Hue'")
    assert stating.stated(empty) == {"operation": 2, "program": PROGRAM, "changed_outside": True}
    past.name(empty, "1.2", "tester")
    assert stating.stated(empty)["release"] == "1.2"
    empty.connection.execute("UPDATE event SET city = 'Huế'")
    assert "release" not in stating.stated(empty)
    with as_it_stood(empty, past.point(empty, "1.2")) as earlier:
        assert earlier.connection.execute("SELECT city FROM event").fetchone()["city"] == "Hue"
        assert stating.stated(earlier)["release"] == "1.2"
    edit(empty, "forum", "theme=Lacquer")
    assert stating.stated(empty) == {"operation": 3, "program": PROGRAM}
