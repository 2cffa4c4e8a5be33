"""Which dataset a command is about, and who is about to change it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from exchangecli import errors
from exchangecli.show import console
from exchangecli.store import opening, search_index
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

FILE_NAME = "exchange.db"


def named_path(context: typer.Context) -> Path | None:
    """The file that ``--db`` or ``$EXCHANGE_DB`` names."""
    if context.obj.db is not None:
        return Path(context.obj.db)
    environment = os.environ.get("EXCHANGE_DB")
    return Path(environment).expanduser() if environment else None


def existing_path(context: typer.Context) -> Path:
    """The file of the dataset: named, or the nearest here or in a parent folder.

    Raises:
        NoDataset.
    """
    named = named_path(context)
    if named is not None:
        return named
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder was deleted
        raise errors.NoDataset(None) from None
    for folder in (here, *here.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    raise errors.NoDataset(None)


def new_path(context: typer.Context) -> Path:
    """Where a new dataset is made: the named file, or ``exchange.db`` here."""
    return named_path(context) or Path(FILE_NAME)


@contextmanager
def reading(context: typer.Context, at: str | None = None) -> Iterator[Store]:
    """The dataset, for a command that changes nothing; where ``at`` names an earlier state, as it stood then."""
    with opening.opened(existing_path(context)) as store:
        if not search_index.refresh(store, waiting=False):
            console.say("note: another program changed this file, which cannot be written now: names may not be found")
        _say_what_is_older(store)
        if at is None:
            yield store
        else:
            with _as_it_stood(store, at) as earlier:
                yield earlier


@contextmanager
def _as_it_stood(store: Store, at: str) -> Iterator[Store]:
    from exchangecli.curate import past
    from exchangecli.show import values
    from exchangecli.store import journal, releases
    from exchangecli.store.past import as_it_stood

    point = past.point(store, at)
    release = releases.named(store, at.strip())
    operation = journal.operation(store, release.operation if release else point.operation)
    if operation:
        console.say(f"as it stood after operation {operation.number}, {values.moment(operation.at)}")
    with as_it_stood(store, point) as earlier:
        yield earlier


@contextmanager
def reading_if_any(context: typer.Context) -> Iterator[Store | None]:
    """The dataset, for a command that has something to say without one too; a file that is named must be there."""
    try:
        existing_path(context)
    except errors.NoDataset:
        yield None
        return
    with reading(context) as store:
        yield store


@contextmanager
def writing(context: typer.Context, *, create: bool = False) -> Iterator[Store]:
    """The dataset, for a command that changes it.

    Args:
        context: of the command.
        create: make one where there is none, and say so.
    """
    path = _existing_or_made(context) if create else existing_path(context)
    if named_path(context) is None and path.parent.resolve() != Path.cwd():
        console.say(f"in {path}")
    with opening.opened(path, writing=True) as store:
        search_index.refresh(store)
        _say_what_is_older(store)
        yield store


def _say_what_is_older(store: Store) -> None:
    if store.older:
        console.say(f"brought {store.path} up to date with this version; as it was before: {store.older}")


@contextmanager
def writing_or_making(context: typer.Context) -> Iterator[Store]:
    """The dataset; where there is none, a new one that stands there once the block has succeeded, and not before."""
    path = _existing_or_new(context)
    if os.path.lexists(path):
        with writing(context) as store:
            yield store
        return
    from exchangecli.curate import beginning

    try:
        with opening.created(path) as store:
            beginning.begin(store, command(context))
            yield store
    except errors.AlreadyExists:
        raise errors.OvertakenImport(str(path)) from None
    console.say(f"made a new dataset, {path}")


@contextmanager
def trying(context: typer.Context) -> Iterator[Store]:
    """The dataset, for a command that only tries what it would do; where there is none, a passing one."""
    path = _existing_or_new(context)
    if os.path.lexists(path):
        with writing(context) as store:
            yield store
        return
    from tempfile import TemporaryDirectory

    from exchangecli.curate import beginning

    if not path.parent.is_dir():
        raise errors.FileProblem(str(path), "there is no such folder")
    with TemporaryDirectory() as folder, opening.created(Path(folder) / path.name) as store:
        beginning.begin(store, command(context))
        yield store


def _existing_or_new(context: typer.Context) -> Path:
    try:
        return existing_path(context)
    except errors.NoDataset:
        return new_path(context)


def _existing_or_made(context: typer.Context) -> Path:
    """The file of the dataset; where there is none, a new one that stays, whatever becomes of the command."""
    path = _existing_or_new(context)
    if not os.path.lexists(path):
        from exchangecli.curate import beginning

        try:
            with opening.created(path) as store:
                beginning.begin(store, command(context))
        except errors.AlreadyExists:
            # Another process was quicker, and its dataset is whole.
            return path
        console.say(f"made a new dataset, {path}")
    return path


def command(context: typer.Context, reason: str | None = None) -> Command:
    """What the log says of this command."""
    import shlex

    return Command(shlex.join(["exchange", *context.obj.arguments]), who(), reason)


def who() -> str:
    """Who is working: ``$EXCHANGE_USER``, else git's user.name, else the login name."""
    return os.environ.get("EXCHANGE_USER") or _git_name() or _login_name()


def _git_name() -> str:
    import subprocess

    try:
        asked = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S607
    except OSError:
        return ""
    return asked.stdout.strip()


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
