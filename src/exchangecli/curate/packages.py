"""A whole dataset out to a Data Package, and one in."""

from pathlib import Path

import exchangecli
from exchangecli import errors
from exchangecli.formats import data_package
from exchangecli.model import records
from exchangecli.store import rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

STANDING = ("dataset", "membership")
"""The tables that a new dataset fills by itself; a package's take their place."""


def sample() -> Path:
    """The folder of the sample dataset: within the installed package, or, in a checkout, ``data`` at its top."""
    package = Path(exchangecli.__file__).parent
    installed = package / "sample"
    return installed if installed.is_dir() else package.parents[1] / "data"


def directory(path: Path) -> Path:
    """The folder of the Data Package that a person names by its folder or its descriptor.

    Raises:
        FileProblem: it is no Data Package.
    """
    folder = path.parent if path.name == data_package.DESCRIPTOR else path
    if not (folder / data_package.DESCRIPTOR).is_file():
        raise errors.FileProblem(str(path), f"is no Data Package: a folder with {data_package.DESCRIPTOR} in it")
    return folder


def export_package(store: Store, directory: Path) -> None:
    """Write the whole dataset to a folder, as it stands at one moment.

    Raises:
        FileProblem: the folder holds something else, or cannot be written.
    """
    with whole.one_moment(store):
        data_package.write(directory, {name: whole.every(store, kind) for name, kind in records.TABLES.items()})


def import_package(store: Store, command: Command, directory: Path) -> int:
    """Take in a whole dataset, as one operation.

    Returns:
        How many records were written: none where the dataset is this one already.

    Raises:
        DamagedPackage: anything is wrong with it; nothing is taken in then.
        NotEmpty: the dataset holds other records.
    """
    with operation(store, command):
        nothing_new, problems = _compare(store, directory)
        if nothing_new:
            written = 0
        elif _is_empty(store):
            written, problems = _fill(store, directory)
        else:
            raise errors.NotEmpty(str(store.path), _first_record(store))
        if problems:
            raise errors.DamagedPackage(str(directory), problems)
    return written


def _is_empty(store: Store) -> bool:
    return not any(rows.count(store, kind) for name, kind in records.TABLES.items() if name not in STANDING)


def _compare(store: Store, directory: Path) -> tuple[bool, list[str]]:
    """Whether a package, as far as it can be read, says nothing new; and what is wrong with it."""
    problems: list[str] = []
    counts = dict.fromkeys(records.TABLES, 0)
    for row in data_package.read(directory, problems):
        counts[row.kind.name] += 1
        if rows.get(store, row.kind, row.record["id"]) != row.record:
            return False, problems
    as_many = all(rows.count(store, records.TABLES[name]) == number for name, number in counts.items())
    return as_many or bool(problems), problems


def _fill(store: Store, directory: Path) -> tuple[int, list[str]]:
    for name in STANDING:
        whole.empty(store, records.TABLES[name])
    problems: list[str] = []
    written = 0
    for row in data_package.read(directory, problems):
        complaint = whole.take_in(store, row.kind, row.record)
        if complaint:
            problems.append(f'{row.file} row {row.line}, id "{row.record["id"]}": {complaint}')
        written += 1
    if not rows.count(store, records.DATASET) and not problems:
        problems.append(
            f'{data_package.file_name(records.DATASET)}: has no row; it must have one, with the id "dataset"'
        )
    lost = list(whole.dangling(store))
    if lost:
        places = _places(directory, {(one.kind.name, one.id) for one in lost})
        problems += [
            f'{places[one.kind.name, one.id]}, column {one.field}: "{one.value}" is the id of no record' for one in lost
        ]
    return written, problems


def _places(directory: Path, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """File and row of some records, found by reading the package again."""
    return {
        (row.kind.name, row.record["id"]): f"{row.file} row {row.line}"
        for row in data_package.read(directory, [])
        if (row.kind.name, row.record["id"]) in wanted
    }


def _first_record(store: Store) -> str:
    kind = next(kind for name, kind in records.TABLES.items() if name not in STANDING and rows.count(store, kind))
    return f"the {kind.name} {next(whole.every(store, kind))['id']}"
