"""A whole dataset as a Frictionless Data Package (v2): one CSV for each kind of record, and ``datapackage.json``.

The bytes are determined by the records alone: rows are sorted by id, every value is quoted, lines end in a line feed,
and nothing says when or where it was written. An empty cell is a value that is not there; a list is a JSON array.
"""

import csv
import hashlib
import io
import json
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exchangecli import errors
from exchangecli.model import records, types, vocabularies
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
EDTF_PATTERN = r"(\.\.|[0-9]{2}[0-9X]{2}(-[0-9X]{2}){0,2}[?~%]?)"
"""A wide net for EDTF dates; what is in it is read by ``model.dates``."""
LICENCE_SIGNS = frozenset(string.ascii_letters + string.digits + "-._")
LONGEST_CELL = 1 << 30
"""Characters; the csv module stops at 131,072 by itself, and the text of a report is longer."""


# --- writing ----------------------------------------------------------------------------------------------------


def write(directory: Path, tables: Mapping[str, Iterable[Record]]) -> None:
    """Write a Data Package.

    Args:
        directory: a folder that is new, empty, or holds an earlier Data Package.
        tables: kind -> its records, sorted by id; ``dataset`` has one at most.

    Raises:
        FileProblem: the folder holds something else, or cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        strangers = {path.name for path in directory.iterdir()} - file_names()
        if strangers:
            raise errors.FileProblem(
                str(directory), f"holds {min(strangers)}, which is no part of a Data Package; name an empty folder"
            )
        resources = []
        dataset: Record = {}
        for name, rows in tables.items():
            kind = records.TABLES[name]
            kept = list(rows) if name == "dataset" else rows
            dataset = kept[0] if name == "dataset" and isinstance(kept, list) and kept else dataset
            resources.append(_write_table(directory, kind, kept))
        descriptor = _descriptor(dataset, resources)
        (directory / DESCRIPTOR).write_text(
            json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
        )
    except OSError as problem:
        raise errors.FileProblem(str(problem.filename or directory), problem.strerror or str(problem)) from None


def file_names() -> set[str]:
    """The names of all files of a Data Package."""
    return {DESCRIPTOR} | {file_name(kind) for kind in records.TABLES.values()}


def file_name(kind: Kind) -> str:
    """The file a kind is written to."""
    return f"{kind.plural}.csv"


def _write_table(directory: Path, kind: Kind, rows: Iterable[Record]) -> dict[str, Any]:
    names = [field.name for field in kind.fields]
    digest = hashlib.sha256()
    size = 0
    with (directory / file_name(kind)).open("wb") as file:
        for piece in _pieces(names, rows):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return _resource(kind, size, digest.hexdigest())


def _pieces(names: list[str], rows: Iterable[Record]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([types.to_cell(row.get(name)) for name in names])
        if buffer.tell() > 1 << 16:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


# --- describing -------------------------------------------------------------------------------------------------


def _descriptor(dataset: Record, resources: list[dict[str, Any]]) -> dict[str, Any]:
    described = {
        "$schema": PROFILE,
        "name": "exchange-dataset",
        "title": dataset.get("title"),
        "description": dataset.get("description"),
        "version": dataset.get("version"),
        "homepage": dataset.get("url"),
        "licenses": _licences(dataset),
        "contributors": _contributors(dataset) or None,
        "resources": resources,
    }
    return {name: value for name, value in described.items() if value is not None}


def _licences(dataset: Record) -> list[dict[str, str]] | None:
    """The licence: its ``name`` may hold but ASCII letters, digits and ``-._``, so that its words are its ``title``."""
    licence = dataset.get("licence")
    if not licence:
        return None
    name = "".join(sign if sign in LICENCE_SIGNS else " " for sign in licence)
    named = {"name": "-".join(name.split()) or "other"}
    return [named if named["name"] == licence else named | {"title": licence}]


def _contributors(dataset: Record) -> list[dict[str, Any]]:
    authors = [{"title": author, "roles": ["author"]} for author in dataset.get("authors") or []]
    publisher = dataset.get("publisher")
    return authors + ([{"title": publisher, "roles": ["publisher"]}] if publisher else [])


def _resource(kind: Kind, size: int, digest: str) -> dict[str, Any]:
    return {
        "name": kind.plural.replace("_", "-"),
        "type": "table",
        "path": file_name(kind),
        "description": kind.help,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": _schema(kind),
    }


def _schema(kind: Kind) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fieldsMatch": "equal",
        "fields": [_field(field) for field in kind.fields],
        "missingValues": [""],
        "primaryKey": ["id"],
    }
    keys = [_foreign_key(kind, field) for field in kind.fields if _is_foreign_key(field)]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.required or field.name == "id" else {}
    described: dict[str, Any] = {
        "name": field.name,
        "title": field.heading,
        "type": field.type.schema,
        "description": field.help,
    }
    if field.name == "id":
        constraints["unique"] = True
    if field.type is types.CODE:
        terms = vocabularies.vocabulary(field.of).terms.values()
        described["categories"] = [{"value": term.code, "label": term.label} for term in terms]
        constraints["enum"] = [term.code for term in terms]
    if field.type in (types.DATE, types.END_DATE):
        described["rdfType"] = "http://id.loc.gov/datatypes/edtf"
        constraints["pattern"] = EDTF_PATTERN
    return described | ({"constraints": constraints} if constraints else {})


def _is_foreign_key(field: Field) -> bool:
    """A reference to records of one kind; ``origin`` may also say "unknown"."""
    return field.type is types.REFERENCE and len(field.kinds) == 1 and field.name != "origin"


def _foreign_key(kind: Kind, field: Field) -> dict[str, Any]:
    target = records.KINDS[field.kinds[0]]
    resource = {} if target is kind else {"resource": target.plural}
    return {"fields": [field.name], "reference": {**resource, "fields": ["id"]}}


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


def read(directory: Path, problems: list[str]) -> Iterator[Row]:
    """The records of a Data Package, kind by kind.

    Args:
        directory: its folder.
        problems: takes what is wrong, with file, row, column and value; rows with a problem are left out.
    """
    resources = _resources(directory, problems)
    for kind in records.TABLES.values():
        if file_name(kind) not in resources:
            problems.append(f"{DESCRIPTOR}: no resource has the path {file_name(kind)}")
            continue
        before = len(problems)
        yield from _read_table(directory, kind, problems)
        if len(problems) == before:
            _check_hash(directory / file_name(kind), resources[file_name(kind)], problems)


def _resources(directory: Path, problems: list[str]) -> dict[str, dict[str, Any]]:
    """The resources by their paths, of which only our own file names are ever opened."""
    try:
        descriptor = json.loads((directory / DESCRIPTOR).read_text(encoding="utf-8"))
        return {str(resource["path"]): resource for resource in descriptor["resources"]}
    except OSError as problem:
        raise errors.FileProblem(str(directory / DESCRIPTOR), problem.strerror or str(problem)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        problems.append(f"{DESCRIPTOR}: is no descriptor of a Data Package")
        return {}


def _read_table(directory: Path, kind: Kind, problems: list[str]) -> Iterator[Row]:
    name = file_name(kind)
    names = [field.name for field in kind.fields]
    csv.field_size_limit(LONGEST_CELL)
    try:
        with (directory / name).open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if header != names:
                problems.append(f"{name} row 1: the columns are {', '.join(header)}, and must be {', '.join(names)}")
                return
            for number, cells in enumerate(reader, 2):
                row = _read_row(kind, name, number, cells, problems)
                if row:
                    yield row
    except FileNotFoundError:
        problems.append(f"{name}: the file is missing")
    except OSError as problem:
        problems.append(f"{name}: {problem.strerror or problem}")
    except UnicodeDecodeError:
        problems.append(f"{name} line {_first_line_not_utf8(directory / name)}: is not UTF-8")
    except csv.Error as problem:
        problems.append(f"{name} line {reader.line_num}: {problem}")


def _first_line_not_utf8(path: Path) -> int:
    """The number of the line, counted from 1, since a row may run over several."""
    with path.open("rb") as file:
        return next((number for number, line in enumerate(file, 1) if not _is_utf8(line)), 0)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _read_row(kind: Kind, file: str, number: int, cells: list[str], problems: list[str]) -> Row | None:
    if len(cells) != len(kind.fields):
        problems.append(f"{file} row {number}: has {len(cells)} columns, and must have {len(kind.fields)}")
        return None
    record: Record = {}
    before = len(problems)
    for field, cell in zip(kind.fields, cells, strict=True):
        where = f"{file} row {number}, column {field.name}"
        try:
            record[field.name] = types.from_cell(field.type, cell)
            _check_value(field, record[field.name])
        except errors.ValueProblem as problem:
            problems.append(f"{where}: {problem.sentence}")
        except ValueError:
            problems.append(f'{where}: "{cell[:80]}" is not a {field.type.schema}')
    lacking = ["id"] * (not record.get("id")) + records.missing(kind, record)
    if lacking and len(problems) == before:
        problems.append(f"{file} row {number}: {errors.listed(lacking, 'and')} must not be empty")
    return Row(kind, record, file, number) if len(problems) == before else None


def _check_value(field: Field, value: types.Value) -> None:
    """Hold a value against its type, strictly: only what an export writes is taken.

    A text may begin or end with spaces, as what stands around a quotation does.
    """
    if value is None:
        return
    for item in value if isinstance(value, list) else [value]:
        read = field.type.read(types.as_text(item), field.of, types.Rules())
        meant = item.strip() if field.type is types.TEXT and isinstance(item, str) else item
        if read.value != meant or read.companion not in (None, False):
            raise errors.ValueProblem(
                types.as_text(item), f"is not as an export writes it: {types.as_text(read.value)}"
            )


def _check_hash(path: Path, resource: dict[str, Any], problems: list[str]) -> None:
    stated = resource.get("hash")
    if not stated:
        return
    with path.open("rb") as file:
        found = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    if stated != found:
        problems.append(
            f"{path.name}: is not the file that was exported (its sha256 differs from the one in {DESCRIPTOR}); "
            'where it was changed on purpose, take "hash" and "bytes" out of its resource'
        )
