"""A whole dataset as a Frictionless Data Package (v2): one CSV for each kind of record, and ``datapackage.json``.

The bytes are determined by the records and the state they are of: rows are sorted by id, every value is quoted, lines
end in a line feed, and nothing says when or where it was written. An empty cell is a value that is not there; a list is
a JSON array.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Any

from exchangecli import errors
from exchangecli.formats import package_descriptor
from exchangecli.formats.csv_rows import LONGEST_CELL
from exchangecli.formats.package_descriptor import file_name
from exchangecli.formats.sheets import lines
from exchangecli.model import cells, records
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record

DESCRIPTOR = "datapackage.json"
SAID = {"integer": "a whole number", "number": "a number", "boolean": "true or false", "array": "a JSON array"}
"""The types of Table Schema whose cells can be unreadable, in words."""


# --- writing ----------------------------------------------------------------------------------------------------


def write(directory: Path, tables: Mapping[str, Iterable[Record]], stated: Mapping[str, Any]) -> None:
    """Write a Data Package.

    Args:
        directory: a folder that is new, empty, or holds an earlier Data Package.
        tables: kind -> its records, sorted by id; ``dataset`` has one at most.
        stated: what the package says of the state it holds.

    Raises:
        Strangers, FileProblem: the folder holds something else, or cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _refuse_strangers(directory)
        _write_beside_and_rename(directory, tables, stated)
    except OSError as problem:
        raise errors.FileProblem(str(problem.filename or directory), problem.strerror or str(problem)) from None


def _refuse_strangers(directory: Path) -> None:
    ours = file_names() | {_part(directory / name).name for name in file_names()}
    strangers = {path.name for path in directory.iterdir()} - ours
    if strangers:
        raise errors.Strangers(str(directory), min(strangers))


def _write_beside_and_rename(
    directory: Path, tables: Mapping[str, Iterable[Record]], stated: Mapping[str, Any]
) -> None:
    """Write every file beside itself first, so that a failure leaves an earlier package as it was.

    The descriptor comes last: it holds the fingerprints of the tables, by which a package that was cut off between two
    of them is told from a whole one.
    """
    try:
        _write_parts(directory, tables, stated)
        for name in (*(file_name(records.PACKAGED[table]) for table in tables), DESCRIPTOR):
            _part(directory / name).replace(directory / name)
    finally:
        for name in file_names():
            _part(directory / name).unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _write_parts(directory: Path, tables: Mapping[str, Iterable[Record]], stated: Mapping[str, Any]) -> None:
    resources = []
    dataset: Record = {}
    for name, rows in tables.items():
        kept = list(rows) if name == "dataset" else rows
        dataset = kept[0] if name == "dataset" and isinstance(kept, list) and kept else dataset
        resources.append(_write_table(directory, records.PACKAGED[name], kept))
    described = json.dumps(package_descriptor.descriptor(dataset, resources, stated), ensure_ascii=False, indent=2)
    _part(directory / DESCRIPTOR).write_text(f"{described}\n", encoding="utf-8", newline="\n")


def file_names() -> set[str]:
    """The names of all files of a Data Package."""
    return {DESCRIPTOR} | {file_name(kind) for kind in records.PACKAGED.values()}


def _write_table(directory: Path, kind: Kind, rows: Iterable[Record]) -> dict[str, Any]:
    names = [field.name for field in kind.fields]
    digest = hashlib.sha256()
    size = 0
    with _part(directory / file_name(kind)).open("wb") as file:
        for piece in _pieces(names, rows):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return package_descriptor.resource(kind, size, digest.hexdigest())


def _pieces(names: list[str], rows: Iterable[Record]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([cells.to_cell(row.get(name)) for name in names])
        if buffer.tell() > 1 << 16:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


# --- reading ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it stands in a file of the package.

    Attributes:
        kind, record: what it says.
        file, line: where; the headings are line 1.
    """

    kind: Kind
    record: Record
    file: str
    line: int

    @property
    def place(self) -> str:
        """File and row, as a problem names them."""
        return f"{self.file} row {self.line}"


@dataclass(slots=True)
class Problems:
    """What is wrong with a package.

    Attributes:
        lines: each problem with file, row, column and value.
        refused: the ids of rows that were left out for a problem of their own.
        unread: the kinds whose file could not be read to its end; any of their records may be missing.
    """

    lines: list[str] = dataclass_field(default_factory=list)
    refused: set[str] = dataclass_field(default_factory=set)
    unread: set[str] = dataclass_field(default_factory=set)

    def say(self, line: str, *, unread: Kind | None = None) -> None:
        """Note a problem, perhaps one for which a kind could not be read."""
        self.lines.append(line)
        if unread:
            self.unread.add(unread.name)


def read(directory: Path, problems: Problems) -> Iterator[Row]:
    """The records of a Data Package, kind by kind.

    Args:
        directory: its folder.
        problems: takes what is wrong; rows with a problem are left out.
    """
    resources = _resources(directory, problems)
    if resources is None:
        return
    for kind in records.PACKAGED.values():
        if file_name(kind) not in resources:
            problems.say(f"{DESCRIPTOR}: no resource has the path {file_name(kind)}", unread=kind)
            continue
        before = len(problems.lines)
        yield from _read_table(directory, kind, problems)
        if len(problems.lines) == before:
            _check_hash(directory / file_name(kind), resources[file_name(kind)], problems)


def stated(directory: Path) -> dict[str, Any] | None:
    """What a Data Package says of the state it holds; None where it says nothing, or cannot be read."""
    try:
        said = json.loads((directory / DESCRIPTOR).read_text(encoding="utf-8")).get(package_descriptor.STATED)
    except (OSError, ValueError, AttributeError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _resources(directory: Path, problems: Problems) -> dict[str, dict[str, Any]] | None:
    """The resources by their paths, of which only our own file names are ever opened."""
    try:
        descriptor = json.loads((directory / DESCRIPTOR).read_text(encoding="utf-8"))
        return {str(resource["path"]): resource for resource in descriptor["resources"]}
    except OSError as problem:
        raise errors.FileProblem(str(directory / DESCRIPTOR), problem.strerror or str(problem)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        problems.say(f"{DESCRIPTOR}: is no descriptor of a Data Package")
        problems.unread.update(records.PACKAGED)
        return None


def _read_table(directory: Path, kind: Kind, problems: Problems) -> Iterator[Row]:
    name = file_name(kind)
    csv.field_size_limit(LONGEST_CELL)
    try:
        with (directory / name).open("rb") as file:
            reader = csv.reader(lines(file, name), strict=True)
            header = next(reader, [])
            wrong = _wrong_header(kind, header)
            if wrong:
                problems.say(f"{name} row 1: {wrong}", unread=kind)
                return
            fields = [kind.field(column) for column in header]
            for number, cells in enumerate(reader, 2):
                row = _read_row(kind, fields, name, number, cells, problems)
                if row:
                    yield row
    except FileNotFoundError:
        problems.say(f"{name}: the file is missing", unread=kind)
    except OSError as problem:
        problems.say(f"{name}: {problem.strerror or problem}", unread=kind)
    except errors.NotUtf8 as problem:
        problems.say(problem.sentence, unread=kind)
    except csv.Error as problem:
        problems.say(f"{name} line {reader.line_num}: is not written as CSV is ({problem})", unread=kind)


def _wrong_header(kind: Kind, header: list[str]) -> str | None:
    """What is wrong with the columns of a file; one that a later version of the program added may be missing."""
    known = [field.name for field in kind.fields]
    must = ["id", *(field.name for field in kind.fields if field.required)]
    strange = [name for name in header if name not in known]
    if strange:
        return f'{kind.plural} have no column "{strange[0]}"; they have {errors.listed(known, "and")}'
    lacking = [name for name in dict.fromkeys(must) if name not in header]
    if lacking:
        return f"the column {lacking[0]} is missing"
    twice = [name for name in known if header.count(name) > 1]
    return f"the column {twice[0]} stands twice" if twice else None


def _read_row(
    kind: Kind, fields: list[Field], file: str, number: int, texts: list[str], problems: Problems
) -> Row | None:
    row = Row(kind, {field.name: None for field in kind.fields}, file, number)
    before = len(problems.lines)
    if len(texts) == len(fields):
        _read_cells(row, fields, texts, problems)
    else:
        problems.say(f"{row.place}: has {len(texts)} columns, and must have {len(fields)}")
    if len(problems.lines) == before:
        return row
    problems.refused.update(texts[:1])
    return None


def _read_cells(row: Row, fields: list[Field], texts: list[str], problems: Problems) -> None:
    before = len(problems.lines)
    for field, cell in zip(fields, texts, strict=True):
        where = f"{row.place}, column {field.name}"
        try:
            row.record[field.name] = cells.from_cell(field.type, cell)
            cells.check(field, row.record[field.name])
        except errors.ValueProblem as problem:
            problems.say(f"{where}: {problem.sentence}")
        except ValueError:
            problems.say(f'{where}: "{cell[:80]}" is not {SAID[field.type.schema]}')
    lacking = ["id"] * (not row.record.get("id")) + row.kind.missing(row.record)
    if lacking and len(problems.lines) == before:
        problems.say(f"{row.place}: {errors.listed(lacking, 'and')} must not be empty")


def _check_hash(path: Path, resource: dict[str, Any], problems: Problems) -> None:
    stated = resource.get("hash")
    if not stated:
        return
    with path.open("rb") as file:
        found = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    if stated != found:
        problems.say(
            f"{path.name}: is not the file that was exported (its sha256 differs from the one in {DESCRIPTOR}); "
            'where it was changed on purpose, take "hash" and "bytes" out of its resource'
        )
