"""A process that has the whole program imported, and forks a child of itself for each order: a command starts at once.

It is started as a script (see ``processes``). An order is one line of JSON on stdin; the child's number is the answer.
The next line says that the child has been judged and may go, and its exit status is the answer to that: until then
its number belongs to nobody else, so that no signal can reach another process.
"""

import json
import os
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

MODULES = (
    *(
        f"exchangecli.cli.{name}"
        for name in ("app", "add", "change", "changing", "files", "find", "importing", "start")
    ),
    *(f"exchangecli.curate.{name}" for name in ("beginning", "exporting", "record_document", "recognising")),
    *(f"exchangecli.show.{name}" for name in ("cards", "differences", "hits", "tables")),
    *(f"exchangecli.store.{name}" for name in ("migrations", "search")),
    *("rich.console", "rich.table", "rapidfuzz.fuzz", "dateutil.parser"),
)


def patient(seconds: float) -> None:
    """Wait so long for another that is writing, and no longer."""
    from exchangecli.store import opening

    opening.BUSY_SECONDS = seconds


def narrow(pages: int) -> None:
    """Keep few pages in memory, so that changes go to the disk long before the end, as in a very long command."""
    _on_connecting(lambda connection: connection.execute(f"PRAGMA cache_size = {pages}"))


def full(pages: int) -> None:
    """A disk that has room for a file of so many pages: what SQLite says then is what it says of any full disk."""
    _on_connecting(lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}"))


def rationed(size: int) -> None:
    """No file may grow past so many bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def killed_at(statement: int) -> None:
    """Die by ``kill -9`` before so many statements of bringing the file up to date are done."""
    _before_each_statement_of_migrating(statement, lambda: os.kill(os.getpid(), signal.SIGKILL))


def failing_at(statement: int) -> None:
    """Fail before so many statements of bringing the file up to date are done."""

    def fail() -> None:
        raise sqlite3.OperationalError("a migration that fails half-way")

    _before_each_statement_of_migrating(statement, fail)


SETUPS: dict[str, Callable[..., None]] = {
    one.__name__: one for one in (patient, narrow, full, rationed, killed_at, failing_at)
}


def _on_connecting(prepare: Callable[[sqlite3.Connection], object]) -> None:
    from exchangecli.store import opening

    connect = opening._connected

    def prepared(*arguments: Any, **further: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **further)
        prepare(connection)
        return connection

    opening._connected = prepared  # type: ignore[assignment]


def _before_each_statement_of_migrating(number: int, strike: Callable[[], None]) -> None:
    """Strike before the statement of this number, counted from the first of ``migrations.apply``."""
    from exchangecli.store import migrations, opening

    class Counting(opening._Connection):
        """Counts what is executed once it is told to."""

        left: int | None = None

        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            if self.left is not None:
                self.left -= 1
                if self.left < 0:
                    strike()
            return super().execute(*arguments)

    apply = migrations.apply

    def counted(connection: Counting) -> None:
        connection.left = number
        apply(connection)
        connection.left = None

    opening._Connection = Counting  # type: ignore[misc]
    migrations.apply = counted  # type: ignore[assignment]


def _interruptible() -> None:
    """Let Ctrl-C reach the command, and nothing around it here; one that comes before waits until then."""
    from exchangecli.cli import app

    command = app.app

    def run() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        try:
            command()
        finally:
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    app.app = run  # type: ignore[assignment]


def _serve() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    for order in sys.stdin:
        child = os.fork()
        if not child:
            _obey(**json.loads(order))
        print(child, flush=True)
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _obey(commands: list[list[str]], folder: str, output: str, setups: dict[str, Any]) -> None:
    """Run the commands one after the other, until one fails; end with its exit code."""
    os.chdir(folder)
    for name, stream in (("stdout", sys.stdout), ("stderr", sys.stderr)):
        os.dup2(os.open(f"{output}.{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream.fileno())
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for name, value in setups.items():
        SETUPS[name](value)
    _interruptible()
    code = 1
    try:
        for words in commands:
            code = _run(words)
            if code:
                break
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    finally:
        os._exit(code)


def _run(words: list[str]) -> int:
    from exchangecli.cli import app

    sys.argv = ["exchange", *words]
    try:
        app.main()
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException:  # noqa: BLE001  whatever it is, it is told as Python tells it
        import traceback

        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    for one in MODULES:
        with suppress(ImportError):
            import_module(one)
    _serve()
