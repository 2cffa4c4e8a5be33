"""What can go wrong with a file: a dataset, a Data Package, an export."""

from collections.abc import Sequence

from exchangecli.errors.base import ExchangeError


class NoDataset(ExchangeError):
    """No dataset where one was looked for."""

    def __init__(self, path: str | None) -> None:
        where = f"there is no dataset at {path}" if path else "there is no exchange.db here or in a parent folder"
        super().__init__(where, hint="exchange init makes one; exchange init --sample one to look around in")


class AlreadyExists(ExchangeError):
    """A file is never overwritten."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists already and is not overwritten", hint="name another file")


class NotADataset(ExchangeError):
    """A file that is no dataset of ours."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path} is {what}, not a dataset made by exchange")


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
        super().__init__(f"{path} cannot be written: the file or its folder is read-only")


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


class FileProblem(ExchangeError):
    """A file to be read or written is not there, or not to be had."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}")


class NotEmpty(ExchangeError):
    """A whole dataset is imported into an empty one only, or into the same."""

    def __init__(self, path: str, record: str) -> None:
        super().__init__(
            f"{path} holds other records, {record} for one; a whole Data Package is imported into an empty dataset",
            hint="exchange --db other.db import DIR",
        )


class SaysOtherwise(ExchangeError):
    """A dataset without records says something of itself that a package would overwrite."""

    def __init__(self, path: str, field: str, here: str, there: str) -> None:
        super().__init__(
            f'the {field} of {path} is "{here}", and of the package "{there or "empty"}"; importing would overwrite it',
            hint=f"exchange --db other.db import DIR, or empty it first: exchange dataset --{field} ''",
        )


class DamagedPackage(ExchangeError):
    """A Data Package that cannot be taken in: every problem with file, row, column and value."""

    def __init__(self, directory: str, problems: Sequence[str]) -> None:
        shown = "".join(f"\n  {problem}" for problem in problems[:20])
        more = f"\n  and {len(problems) - 20} more" if len(problems) > 20 else ""  # noqa: PLR2004
        super().__init__(f"the Data Package in {directory} is damaged; nothing was imported:{shown}{more}")
        self.problems = tuple(problems)
