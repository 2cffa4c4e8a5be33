"""What ``import`` does: a Data Package whole, or the rows of a file."""

import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

import typer

from exchangecli import errors
from exchangecli.cli import dataset
from exchangecli.curate import importing, outcomes, packages
from exchangecli.curate.outcomes import Report
from exchangecli.curate.taking_in import Task
from exchangecli.formats.registry import FORMATS, format_of
from exchangecli.model import records
from exchangecli.model.fields import Kind, field_name
from exchangecli.show import console, imports, machine, progress, tables

ORDERS = ("dmy", "mdy")


def refuse_for_packages(given: Mapping[str, Any]) -> None:
    """A Data Package says by itself what it holds.

    Raises:
        NotForPackages: an option that is for the rows of a file.
    """
    for option, value in given.items():
        if value:
            raise errors.NotForPackages(option)


def package(context: typer.Context, path: Path, *, trial: bool) -> None:
    """Take in a whole dataset."""
    directory = packages.directory(path)
    with (dataset.trying if trial else dataset.writing_or_making)(context) as store:
        written = packages.import_package(store, dataset.command(context), directory, trial=trial)
    if written:
        console.say(f"{'would import' if trial else 'imported'} {written} {'record' if written == 1 else 'records'}")
    else:
        console.say("nothing to import: the dataset is this one already")


def task(path: Path, kind: str, mapped: Iterable[str], shared: Iterable[str], dates: str, **further: Any) -> Task:
    """What a person asks for, checked.

    Raises:
        UnknownKind, BadPair, UnknownField.
    """
    if dates and dates not in ORDERS:
        raise errors.BadPair("--dates", dates, "dmy (the day comes first) or mdy (the month does)")
    of = _kind(kind, path.stem)
    headings = (_pair("--map", one, "COLUMN=FIELD", str.rpartition) for one in mapped)
    texts = (_pair("--set", one, "FIELD=VALUE", str.partition) for one in shared)
    return Task(
        of,
        _once("--map", ((heading, _field(of, name) if name else "") for heading, name in headings)),
        _once("--set", ((_field(of, name), text) for name, text in texts)),
        date_order=cast("Any", dates or None),
        **further,
    )


def _once(option: str, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in pairs:
        if name in found:
            raise errors.SaidTwice(option, name)
        found[name] = value
    return found


def _field(kind: Kind, name: str) -> str:
    return kind.field(field_name(name)).name


def _kind(word: str, file: str) -> Kind:
    """The kind a person names, or the file itself does (``participants.refused.csv``), or events."""
    named = {kind for part in re.split(r"[^A-Za-z]+", file) if (kind := records.kind_of_word(part))}
    kind = records.kind_of_word(word) if word else named.pop() if len(named) == 1 else records.EVENT
    if kind is None or kind.name not in records.IMPORTED:
        raise errors.UnknownKind(word, [records.KINDS[name].plural for name in records.IMPORTED])
    return kind


def _pair(option: str, text: str, form: str, part: Callable[[str, str], tuple[str, str, str]]) -> tuple[str, str]:
    """The two sides of an equals sign: of the last one where a heading may hold one itself."""
    name, equals, value = part(text, "=")
    if not equals or not name.strip():
        raise errors.BadPair(option, text, f"written {form}")
    return name.strip(), value.strip()


def rows(context: typer.Context, path: Path, format_: str, wanted: Task, because: str | None, *, as_json: bool) -> None:
    """Take in the rows of a file, and say what became of them.

    Raises:
        FileProblem, UnknownFormat: it cannot be read.
        RowsRefused: some rows cannot be taken in, and are not to be skipped.
    """
    if str(path) != "-" and not path.exists():
        raise errors.FileProblem(str(path), "there is no such file")
    name = "standard input" if str(path) == "-" else path.name
    format_ = format_of(name, format_)
    with (dataset.trying if wanted.trial else dataset.writing_or_making)(context) as store:
        aside = partial(_put_aside, path=_beside(path, format_), format_=format_, store=store.path)
        with _opened(path) as file:
            sheet = FORMATS[format_].read(file, name)
            report = importing.run(store, dataset.command(context, because), sheet, name, wanted, aside)
        if not report.imported:
            _show(report, wanted, as_json=as_json)
    if report.imported:
        _show(report, wanted, as_json=as_json)
    console.say(imports.summary(report) + (" (nothing was changed)" if wanted.trial else ""))
    if report.refused_file:
        words = (word for word in context.obj.arguments if word != "--skip-bad")
        again = shlex.join(report.refused_file if word == str(path) else word for word in words)
        console.say(f"mended there, those rows come in by: exchange {again}")


def _show(report: Report, wanted: Task, *, as_json: bool) -> None:
    """The report, where one is wanted, and what else there is to say of the file.

    Raises:
        RowsRefused: some rows cannot be taken in, and are not to be skipped.
    """
    if as_json:
        machine.write_json(outcomes.as_json(report))
    elif wanted.trial:
        tables.show(imports.of_report(report))
    for note in imports.notes(report):
        console.say(note)
    if report.refused and not wanted.skip_bad:
        said = ([], []) if as_json else (outcomes.lines(report), outcomes.hints(report))
        raise errors.RowsRefused(report.file, len(report.refused), *said, trial=wanted.trial)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if str(path) == "-":
        yield sys.stdin.buffer
    else:
        with progress.reading(path) as file:
            yield file


def _put_aside(report: Report, *, path: Path, format_: str, store: Path) -> None:
    """Write the rows that were refused to a file.

    Raises:
        RefusedUnwritten: it cannot be written.
    """
    headings = outcomes.refused_headings(report)
    try:
        machine.write_file(FORMATS[format_].write(outcomes.refused_rows(report), headings), path, store)
    except errors.FileProblem as problem:
        raise errors.RefusedUnwritten(str(path), problem.what) from None
    report.refused_file = str(path)


def _beside(path: Path, format_: str) -> Path:
    """A file for the rows that were refused, beside the one they are from; never one that is there."""
    suffix = FORMATS[format_].suffixes[0]
    stem = Path("rows") if str(path) == "-" else path.with_suffix("")
    number = 1
    while True:
        beside = stem.with_name(f"{stem.name}.refused{f'-{number}' if number > 1 else ''}{suffix}")
        if not os.path.lexists(beside):
            return beside
        number += 1
