"""What can go wrong with a file: a dataset, a Data Package, an export."""

import errno
import os
from collections.abc import Sequence

from exchangecli.errors.base import ExchangeError, UsageError, listed, nearest

FULL = {os.strerror(number).casefold() for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)} | {
    "database or disk is full",
    "disk i/o error",
}
"""What the system, or SQLite, says where there is no room for what is to be written."""


def _room(what: str) -> str | None:
    """What to do about a full disk, where that is what the system speaks of."""
    return MAKE_ROOM if what.casefold() in FULL else None


MAKE_ROOM = "make room on its disk, and run the command again"


class NoDataset(ExchangeError):
    """No dataset where one was looked for."""

    def __init__(self, path: str | None) -> None:
        where = f"there is no dataset at {path}" if path else "there is no exchange.db here or in a parent folder"
        init = f"exchange --db {path} init" if path else "exchange init"
        super().__init__(where, hint=f"{init} makes one; {init} --sample one to look around in")


class AlreadyExists(ExchangeError):
    """A file is never overwritten."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists already and is not overwritten", hint="name another file")


class NotADataset(ExchangeError):
    """A file that is no dataset of ours."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path} is not a dataset made by exchange: it is {what}", hint="name another file with --db")


class UnfinishedDataset(ExchangeError):
    """A file whose last changes lie beside it, where only a program that may write there can read them."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} has changes in {path}-wal that cannot be read without permission to write in this folder",
            hint="open it once as somebody who may write there, or ask for a copy made by exchange backup",
        )


class NewerDataset(ExchangeError):
    """A file from a newer version of the program."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer exchange (file version {found}; this one knows up to {known})",
            hint="pip install --upgrade exchangecli",
        )


class ReadOnlyDataset(ExchangeError):
    """A file that cannot be written."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} cannot be written: the file or its folder is read-only",
            hint="copy it to where you can write, and use the copy",
        )


class OldReadOnlyDataset(ExchangeError):
    """A file of an older version, which must be brought up to date, and cannot be written."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was written by an older exchange and must be brought up to date, but it cannot be written",
            hint="copy it to where you can write, and use the copy",
        )


class LockedDataset(ExchangeError):
    """Another program holds the file."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(f"{path} is locked by another program, and still was after {seconds:g} seconds; try again")


class DamagedDataset(ExchangeError):
    """SQLite cannot make sense of the file, or the disk failed."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path} could not be used: {what}", hint="restore a copy made by exchange backup")


class NoRoom(ExchangeError):
    """The disk has no room for what was to be written to a dataset, which is as it was before."""

    def __init__(self, path: str, *, certain: bool) -> None:
        why = "the disk is full" if certain else "the disk takes no more: it is full, a limit is reached, or it fails"
        super().__init__(f"{path} could not be written, and nothing was changed: {why}", hint=MAKE_ROOM)


class FileProblem(ExchangeError):
    """A file to be read or written is not there, or not to be had; ``what`` may be the system's own words."""

    def __init__(self, path: str, what: str) -> None:
        self.what = f"{what[:1].lower()}{what[1:]}"
        super().__init__(f"{path}: {self.what}", hint=_room(what))


class Unwritten(ExchangeError):
    """What was to be written could not be: a full disk, say."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what} could not be written: {why[:1].lower()}{why[1:]}", hint=_room(why))


class NoPackage(ExchangeError):
    """What was to be imported is no Data Package."""

    def __init__(self, path: str, descriptor: str) -> None:
        super().__init__(f"{path} is no Data Package; that is a folder with a file {descriptor} in it")


class Strangers(ExchangeError):
    """The folder for a Data Package holds what is no part of one."""

    def __init__(self, path: str, stranger: str) -> None:
        super().__init__(f"{path} holds {stranger}, which is no part of a Data Package; name an empty folder")


class IsTheDataset(ExchangeError):
    """An export would be written over the dataset it is made from."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is the dataset itself, and is not overwritten; name another file")


class NotEmpty(ExchangeError):
    """A whole dataset is imported into an empty one only, or into the same."""

    def __init__(self, path: str, record: str) -> None:
        super().__init__(
            f"{path} holds other records, {record} for one; a Data Package is imported into an empty dataset only",
            hint="exchange --db other.db import DIR",
        )


class SaysOtherwise(ExchangeError):
    """A dataset without records says something of itself that a package would overwrite."""

    def __init__(self, path: str, field: str, here: str, there: str) -> None:
        theirs = f'"{there}"' if there else "has none"
        super().__init__(
            f'{path} has the {field} "{here}", and the package {theirs}; importing would overwrite it',
            hint=f"exchange --db other.db import DIR, or empty it first: exchange dataset --{field} ''",
        )


class DamagedPackage(ExchangeError):
    """A Data Package that cannot be taken in: every problem with file, row, column and value."""

    def __init__(self, directory: str, problems: Sequence[str]) -> None:
        shown = "".join(f"\n  {problem}" for problem in problems[:20])
        more = f"\n  and {len(problems) - 20} more" if len(problems) > 20 else ""  # noqa: PLR2004
        super().__init__(f"the Data Package in {directory} is damaged; nothing was imported:{shown}{more}")
        self.problems = tuple(problems)


class NotUtf8(ExchangeError):
    """A file in another encoding."""

    def __init__(self, path: str, line: int) -> None:
        super().__init__(
            f"{path} line {line}: is not UTF-8", hint="save it as CSV UTF-8 from the spreadsheet, or as UTF-8 text"
        )


class BadCsv(ExchangeError):
    """A file that is no CSV, such as one with a quotation mark that is never closed."""

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(
            f"{path} line {line}: {CSV_PROBLEMS.get(what, what)}",
            hint='a cell with quotation marks in it is written "he said ""yes""", as a spreadsheet saves it',
        )


CSV_PROBLEMS = {
    "unexpected end of data": "the file ends within a cell that began with a quotation mark",
    "',' expected after '\"'": "a quotation mark stands in the middle of a cell",
    "';' expected after '\"'": "a quotation mark stands in the middle of a cell",
    "'\t' expected after '\"'": "a quotation mark stands in the middle of a cell",
}
"""What the csv module says -> what it means to whoever keeps the file."""


class TitleAboveHeadings(ExchangeError):
    """A table that begins with a title instead of its headings."""

    def __init__(self, path: str, row: int, title: str, below: int) -> None:
        super().__init__(
            f'{path} row {row}: "{title[:60]}" stands alone, as a title does; the rows below have more cells',
            hint=f"take out what stands above the headings, which may be row {below}",
        )


class RefusedUnwritten(ExchangeError):
    """The rows that were refused could not be put aside, so the others were not taken in either."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(
            f"{path}: the refused rows could not be written there ({what}); nothing was imported",
            hint=_room(what) or "copy the file to a folder where you can write, and import it from there",
        )


class OvertakenImport(ExchangeError):
    """Another command made the dataset that this one was about to make."""

    def __init__(self, path: str) -> None:
        super().__init__(f"another command made {path} meanwhile; nothing was imported", hint="run it again")


class BadJson(ExchangeError):
    """A file that is no JSON."""

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(f"{path} line {line}: is no JSON: {what}")


SPREADSHEETS = (".xlsx", ".xls", ".ods", ".numbers")


class UnknownFormat(UsageError):
    """A file of which neither its name nor a person says how to read it."""

    def __init__(self, path: str, format_: str, formats: Sequence[str]) -> None:
        if path.lower().endswith(SPREADSHEETS) and not format_:
            sentence, hint = f"{path} is a spreadsheet; save it as CSV first", "in Excel that is called CSV UTF-8"
        else:
            what = f'"{format_}" is no format known here' if format_ else f"the name of {path} does not say its format"
            sentence, hint = f"{what}; write --format with {listed(formats)}", None
        super().__init__(sentence, hint)


class ColumnTwice(UsageError):
    """Two columns for one field."""

    def __init__(self, one: str, other: str, field: str) -> None:
        super().__init__(
            f'the columns "{one}" and "{other}" are both for {field}', hint=f"leave one out: --map '{other}='"
        )


class ColumnAndShared(UsageError):
    """A column for a field that all rows are to share."""

    def __init__(self, heading: str, field: str) -> None:
        super().__init__(
            f'--set {field}: the file has a column for it, "{heading}"',
            hint=f"leave one of them out; the column: --map '{heading}='",
        )


class NoSuchColumn(UsageError):
    """A mapping of a column that the file does not have."""

    def __init__(self, heading: str, headings: Sequence[str]) -> None:
        near = nearest(heading, headings)
        meant = f"did you mean {listed(near)}?" if near else f"it has {listed(headings, 'and')}"
        super().__init__(f'--map: the file has no column "{heading}"; {meant}')


class NoColumnFor(UsageError):
    """A file without a column that its records must have."""

    def __init__(self, fields: Sequence[str], headings: Sequence[str], kind: str) -> None:
        there = listed(headings, "and")
        super().__init__(
            f"no column is for {listed(fields, 'and')}, which {kind} must have; the columns are {there}",
            hint=f"say which it is: --map 'COLUMN={fields[0].partition(' ')[0]}'; or what the rows are: --as KIND",
        )


class BadPair(UsageError):
    """Not the ``NAME=VALUE`` that an option takes."""

    def __init__(self, option: str, given: str, form: str) -> None:
        super().__init__(f'{option}: "{given}" is not {form}')


class RowsRefused(ExchangeError):
    """Rows of a file that cannot be taken in: nothing is, and every problem is said with its place."""

    def __init__(
        self, path: str, refused: int, problems: Sequence[str], hints: Sequence[str] = (), *, trial: bool = False
    ) -> None:
        shown = "".join(f"\n  {problem}" for problem in problems)
        rows = "1 row" if refused == 1 else f"{refused} rows"
        done = "would be refused" if trial else "cannot be taken in; nothing was imported"
        skipping = "--skip-bad imports the others and writes these to a file that can be mended"
        super().__init__(
            f"{path}: {rows} {done}{':' if problems else ''}{shown}", "\n        ".join([*hints, skipping])
        )


class NotForPackages(UsageError):
    """An option for the rows of a file, given for a whole dataset."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} is for the rows of a file; a Data Package says by itself what it holds")


class SaidTwice(UsageError):
    """One thing said twice, in two ways."""

    def __init__(self, option: str, name: str) -> None:
        super().__init__(f'{option}: "{name}" stands twice; say it once')
