"""A whole dataset out to a Data Package, and one in."""

from pathlib import Path

import exchangecli
from exchangecli import errors
from exchangecli.curate import memberships, package_checks, stating
from exchangecli.formats import data_package
from exchangecli.formats.data_package import Problems, Row
from exchangecli.formats.package_descriptor import file_name
from exchangecli.model import cells, records
from exchangecli.model.types import Record
from exchangecli.store import rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


def sample() -> Path:
    """The folder of the sample dataset: within the installed package, or, in a checkout, ``data`` at its top."""
    package = Path(exchangecli.__file__).parent
    installed = package / "sample"
    return installed if installed.is_dir() else package.parents[1] / "data"


def directory(path: Path) -> Path:
    """The folder of the Data Package that a person names by its folder or its descriptor.

    Raises:
        NoPackage.
    """
    folder = path.parent if path.name == data_package.DESCRIPTOR else path
    if not (folder / data_package.DESCRIPTOR).is_file():
        raise errors.NoPackage(str(path), data_package.DESCRIPTOR)
    return folder


def export_package(store: Store, directory: Path) -> None:
    """Write the whole dataset to a folder, as it stands at one moment.

    Raises:
        Strangers, FileProblem: the folder holds something else, or cannot be written.
    """
    with whole.one_moment(store):
        tables = {name: whole.every(store, kind) for name, kind in records.PACKAGED.items()}
        data_package.write(directory, tables, stating.stated(store))


def import_package(store: Store, command: Command, directory: Path, *, trial: bool = False) -> int:
    """Take in a whole dataset, as one operation; of a trial nothing stays.

    Returns:
        How many records were written: none where the dataset is this one already.

    Raises:
        DamagedPackage: anything is wrong with it; nothing is taken in then.
        NotEmpty: the dataset holds other records.
        SaysOtherwise: it holds none, and says something of itself that the package would overwrite.
    """
    problems = Problems()
    with operation(store, command, lambda: not trial) as number:
        if _is_the_same(store, directory, problems):
            written = 0
        elif own := _own_record(store):
            raise errors.NotEmpty(str(store.path), own)
        else:
            problems = Problems()
            written = _fill(store, directory, problems)
            stating.remember(store, number, data_package.stated(directory))
        if problems.lines:
            raise errors.DamagedPackage(str(directory), problems.lines)
    return written


def _own_record(store: Store) -> str | None:
    """A record that a new dataset does not have by itself; None in an empty one."""
    standing = {one["id"]: one for one in memberships.packaged()}
    for name, kind in records.PACKAGED.items():
        own = (one["id"] for one in whole.every(store, kind) if standing.get(one["id"]) != one)
        if kind is not records.DATASET and (first := next(own, None)):
            return f"the {name} {first}"
    return None


def _is_the_same(store: Store, directory: Path, problems: Problems) -> bool:
    """Whether a package, as far as it can be read, says nothing new."""
    counts = dict.fromkeys(records.PACKAGED, 0)
    for row in data_package.read(directory, problems):
        counts[row.kind.name] += 1
        if rows.get(store, row.kind, row.record["id"]) != row.record:
            return False
    as_many = all(rows.count(store, records.PACKAGED[name]) == number for name, number in counts.items())
    return as_many or bool(problems.lines)


def _fill(store: Store, directory: Path, problems: Problems) -> int:
    about = rows.get(store, records.DATASET, "dataset") or {}
    for name in records.STANDING:
        whole.empty(store, records.PACKAGED[name])
    written = 0
    doubled = []
    for row in data_package.read(directory, problems):
        if row.kind is records.DATASET:
            _overwrite_nothing(store, about, row.record)
        broken = whole.take_in(store, row.kind, row.record)
        if broken == whole.UNIQUE:
            doubled.append(row)
        elif broken:
            problems.refused.add(row.record["id"])
            problems.say(_broken_rule(row, broken))
        written += row.kind.name in records.KINDS and row.kind.name not in records.STANDING
    problems.lines += package_checks.doubles(directory, doubled)
    if not rows.count(store, records.DATASET) and not problems.lines:
        problems.say(f'{file_name(records.DATASET)}: has no row; it must have one, with the id "dataset"')
    problems.lines += package_checks.misfits(store, directory, problems)
    return written


def _overwrite_nothing(store: Store, about: Record, package: Record) -> None:
    """Hold what the dataset says of itself against what the package does."""
    for field in records.DATASET.fields[1:]:
        here, there = about.get(field.name), package[field.name]
        if here not in (None, there):
            raise errors.SaysOtherwise(str(store.path), field.name, cells.as_text(here), cells.as_text(there))


def _broken_rule(row: Row, rule: str) -> str:
    column, sentence = RULES.get(rule, ("id", f"breaks a rule of the table: {rule}"))
    return f'{row.place}, column {column}: "{row.record[column]}" {sentence}'


RULES = {
    "id = 'dataset'": ("id", 'must be "dataset", of which there is one'),
    "part_of <> id": ("part_of", "is the event itself"),
}
"""The rules of the tables that no reading of the values holds -> the column, and what is wrong with its value."""
