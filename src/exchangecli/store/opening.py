"""Opening, making and copying the file of a dataset, and saying in one sentence why it cannot be done."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from exchangecli import errors
from exchangecli.model import folding
from exchangecli.store import versions

T = TypeVar("T")

BUSY_SECONDS = 15.0
"""How long a command waits for another that is writing; an import of 200,000 rows takes about ten seconds."""


AS_IT_STANDS = "mode=ro&immutable=1"
"""How SQLite opens a file without a lock, and without making another beside it."""


UNWRITTEN = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)
"""What SQLite says where the disk takes no more, and the system does not say plainly that it is full (a quota, say)."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open dataset.

    Attributes:
        connection: in autocommit mode.
        path: of its file.
        older: the copy of the file as it was, where opening it brought it up to date.
    """

    connection: sqlite3.Connection
    path: Path
    older: Path | None = None


@contextmanager
def opened(path: Path, *, writing: bool = False) -> Iterator[Store]:
    """Open the dataset at ``path``, bring it up to date, and close it at the end.

    Raises:
        NoDataset, NotADataset, NewerDataset, ReadOnlyDataset, LockedDataset, DamagedDataset: one sentence each.
    """
    _check_readable(path)
    with _in_words(path), closing(_connect(path, writing=writing)) as connection, _worked_out(), _heard(connection):
        yield Store(connection, path, _check_version(connection, path))


@contextmanager
def glanced(path: Path) -> Iterator[Store]:
    """Open the dataset as it stands, to look something up beside the work: at Tab, in a shell.

    Nothing is brought up to date, nothing is waited for, and no file is made: SQLite would put a log and its index
    beside a file that it may only read, so it looks for neither, unless both lie there already.

    Raises:
        NoDataset, NotADataset, NewerDataset, OldReadOnlyDataset, LockedDataset, DamagedDataset, FileProblem.
    """
    _check_readable(path)
    logged = _has_log(path) and path.with_name(f"{path.name}-shm").exists()
    query = "mode=ro" if logged else AS_IT_STANDS
    try:
        with _in_words(path), closing(_connected(path, query, seconds=0)) as connection:
            if _version(connection, path) < versions.VERSION:
                raise errors.OldReadOnlyDataset(str(path))
            yield Store(connection, path)
    except sqlite3.Error as problem:
        raise errors.DamagedDataset(str(path), str(problem)) from None


@contextmanager
def created(path: Path) -> Iterator[Store]:
    """Make a dataset that stands at ``path`` from the end of the block on, with all that the block wrote.

    Nobody ever sees half of it: it is made in a folder of its own beside ``path``. Where the block fails, nothing is
    left; where another process was quicker, its file stays.

    Raises:
        AlreadyExists: nothing is ever overwritten.
        FileProblem: the folder is not there, or cannot be written.
    """
    if os.path.lexists(path):
        raise errors.AlreadyExists(str(path))
    with _folder_beside(path) as folder:
        made = folder / path.name
        made.touch()
        with _in_words(path), closing(_connect(made, writing=True)) as connection, _worked_out(), _heard(connection):
            connection.execute("PRAGMA journal_mode = WAL")
            _migrate(connection)
            yield Store(connection, path)
        _put_in_place(made, path)


@contextmanager
def scratch(store: Store) -> Iterator[Store]:
    """A copy of the dataset to do anything with; it is gone at the end of the block, and keeps the name of the file."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="exchange-") as folder:
        path = Path(folder) / "scratch.db"
        path.touch()
        with closing(_connected(path, "mode=rw", BUSY_SECONDS)) as connection, _worked_out(), _heard(connection):
            connection.execute("PRAGMA synchronous = OFF")
            store.connection.backup(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA journal_mode = OFF")
            yield Store(connection, store.path)


def _put_in_place(made: Path, path: Path) -> None:
    """Give a file its name, unless something has it."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise errors.AlreadyExists(str(path)) from None
    except OSError:
        # No hard links (FAT, some network drives): whoever makes the empty file has the name, and puts the whole one
        # over it. For the moment between, others see an empty file, and say that it is no dataset.
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            raise errors.AlreadyExists(str(path)) from None
        except OSError as problem:
            raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None
        try:
            made.replace(path)
        except OSError as problem:
            path.unlink()
            raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None


def backup(store: Store, target: Path) -> None:
    """Copy the dataset, whole and consistent, to a new file.

    Raises:
        AlreadyExists, FileProblem, Unwritten.
    """
    if target.exists():
        raise errors.AlreadyExists(str(target))
    try:
        _copy(store.connection, target)
    except sqlite3.Error as problem:
        raise errors.Unwritten(str(target), str(problem)) from None


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """Make a copy that stands at ``target`` once it is whole, so that nobody takes half of one for a copy.

    Page by page, since ``VACUUM INTO`` cannot copy a table with generated columns out of a read-only file. All is kept
    but the write-ahead log, which lets others read while one writes.
    """
    with _folder_beside(target) as folder:
        made = folder / target.name
        with closing(sqlite3.connect(made)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = WAL")
        _put_in_place(made, target)


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """A passing folder in which a file is made before it gets its name.

    Raises:
        FileProblem: there is no place for one.
    """
    from tempfile import TemporaryDirectory

    try:
        folder = TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent)
    except OSError as problem:
        raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None
    with folder as name:
        yield Path(name)


class _Connection(sqlite3.Connection):
    """Remembers what a function of ours raised: of a Ctrl-C, SQLite says only that the function raised something."""

    raised: BaseException | None = None

    def offer(self, name: str, arguments: int, function: Callable[..., str | float | bool | None]) -> None:
        """Let SQL call a function; no trigger, index or view does, so that other programs can use the file."""

        def remembered(*values: object) -> str | float | bool | None:
            try:
                return function(*values)
            except BaseException as problem:
                self.raised = problem
                raise

        self.create_function(name, arguments, remembered, deterministic=True)


@contextmanager
def _heard(connection: _Connection) -> Iterator[None]:
    """Raise what a function of ours raised; what it cannot have remembered is a Ctrl-C as it began, or ended."""
    try:
        yield
    except sqlite3.OperationalError as problem:
        if str(problem) != "user-defined function raised exception":
            raise
        raise connection.raised or KeyboardInterrupt from None


def _connect(path: Path, *, writing: bool) -> _Connection:
    """Connect for writing where the file lets us, since a reader too mends what another program left stale."""
    mode = "rw" if _is_writable(path) else "ro"
    if mode == "ro" and writing:
        raise errors.ReadOnlyDataset(str(path))
    # A file in a folder that cannot be written has no room for the write-ahead log: it is read as it stands, unless
    # somebody else's log lies there, whose changes belong to it.
    query = f"mode={mode}" if mode == "rw" or _has_log(path) else AS_IT_STANDS
    try:
        return _connected(path, query, BUSY_SECONDS)
    except sqlite3.OperationalError as problem:
        # Nor is there room for it on a full disk; there, too, what the file holds can be read.
        if writing or _has_log(path) or problem.sqlite_errorcode != sqlite3.SQLITE_IOERR_SHMSIZE:
            raise
    return _connected(path, AS_IT_STANDS, BUSY_SECONDS)


def _connected(path: Path, query: str, seconds: float) -> _Connection:
    address = f"{path.absolute().as_uri()}?{query}"
    connection = sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None, factory=_Connection)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")
    connection.offer("fold", 1, _unless_null(folding.fold))
    connection.offer("search_text", 1, _unless_null(folding.search_text))
    connection.offer("agree", 3, _agree)
    connection.offer("exact", 1, _unless_null(float))
    return connection


def _agree(field: str, one: str, other: str) -> bool:
    from exchangecli.model import conflicts

    return conflicts.agree(field, one, other)


def _unless_null(read: Callable[[str], T]) -> Callable[[str | None], T | None]:
    return lambda text: None if text is None else read(text)


def _check_readable(path: Path) -> None:
    try:
        if not path.is_file():
            raise errors.NotADataset(str(path), "a folder") if path.is_dir() else errors.NoDataset(str(path))
    except PermissionError:
        raise errors.FileProblem(str(path), "permission denied") from None
    if not os.access(path, os.R_OK):
        raise errors.FileProblem(str(path), "permission denied")


def _has_log(path: Path) -> bool:
    """Whether a write-ahead log with changes in it lies beside the file."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def is_read_only(store: Store) -> bool:
    """Whether the file was opened for reading only."""
    return not _is_writable(store.path)


def _check_version(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Bring an older file up to date; where it was one, the copy that was made before."""
    version = _version(connection, path)
    if version == versions.VERSION:
        return None
    if not _is_writable(path):
        raise errors.OldReadOnlyDataset(str(path))
    copy = _back_up_before_migrating(connection, path, version)
    _migrate(connection)
    return copy


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a file of ours, which may be older than this program."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != versions.APPLICATION_ID:
        raise errors.NotADataset(str(path), "an SQLite file of another program" if path.stat().st_size else "empty")
    if version > versions.VERSION:
        raise errors.NewerDataset(str(path), version, versions.VERSION)
    return int(version)


def _back_up_before_migrating(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.name}.version-{version}")
    if not copy.exists():
        _copy(connection, copy)
    return copy


def _migrate(connection: sqlite3.Connection) -> None:
    from exchangecli.store import migrations

    migrations.apply(connection)


@contextmanager
def _worked_out() -> Iterator[None]:
    """Have the sentences that are worked out from the file worked out before it is closed."""
    try:
        yield
    except errors.ExchangeError as problem:
        str(problem)
        raise


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's complaints about a file into sentences."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        if "Could not decode to UTF-8" in str(problem):
            raise errors.DamagedDataset(str(path), "a text that another program wrote is not UTF-8") from None
        extended = getattr(problem, "sqlite_errorcode", 0)
        code = extended & 0xFF
        if code == sqlite3.SQLITE_FULL or extended in UNWRITTEN:
            raise errors.NoRoom(str(path), certain=code == sqlite3.SQLITE_FULL) from None
        match code:
            case sqlite3.SQLITE_NOTADB:
                raise errors.NotADataset(str(path), "no SQLite file") from None
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                raise errors.LockedDataset(str(path), BUSY_SECONDS) from None
            case sqlite3.SQLITE_READONLY:
                raise errors.ReadOnlyDataset(str(path)) from None
            case sqlite3.SQLITE_CANTOPEN if _has_log(path) and not _is_writable(path):
                raise errors.UnfinishedDataset(str(path)) from None
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
                raise errors.DamagedDataset(str(path), str(problem)) from None
        raise
