"""Commands in processes of their own, which can be looked at, interrupted and killed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

WARM = Path(__file__).with_name("warm.py")


class Ended(NamedTuple):
    """How a command ended: its exit code (minus the signal, where one killed it), and what it said."""

    code: int
    stdout: str
    stderr: str


class Warm:
    """A process that runs commands without starting an interpreter for each; one command at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, folder: Path, *commands: Sequence[str], **setups: float) -> "Running":
        """Start commands, one after the other in one process; ``setups`` are functions of ``warm``, and their value."""
        output = folder.with_name(f"{folder.name}.{self._process.pid}")
        order = {"commands": commands, "folder": str(folder), "output": str(output), "setups": setups}
        return Running(self, int(self.answer(json.dumps(order))), output)

    def run(self, folder: Path, *words: str, **setups: float) -> Ended:
        """Run one command to its end."""
        return self.start(folder, words, **setups).wait()

    def answer(self, line: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


@contextmanager
def warmed() -> Iterator[Warm]:
    """Start a process that runs commands, and end it."""
    environment = os.environ | {"EXCHANGE_USER": "tester", "TZ": "UTC"}
    environment.pop("EXCHANGE_DB", None)
    with subprocess.Popen(
        [sys.executable, os.fspath(WARM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield Warm(process)
        assert process.stdin
        process.stdin.close()


@dataclass(frozen=True, slots=True)
class Running:
    """Commands that are running, or have ended and not yet been asked how."""

    warm: Warm
    number: int
    output: Path

    def signal(self, which: signal.Signals) -> None:
        os.kill(self.number, which)

    def wait(self) -> Ended:
        """Wait for the end."""
        code = int(self.warm.answer(""))
        said = (self.output.with_name(f"{self.output.name}.{name}") for name in ("stdout", "stderr"))
        return Ended(code, *(path.read_text(encoding="utf-8", errors="replace") for path in said))

    def kill(self) -> Ended:
        """``kill -9``."""
        self.signal(signal.SIGKILL)
        return self.wait()


def is_locked(path: Path) -> bool:
    """Whether somebody is writing to the dataset at this moment."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        connection.execute("ROLLBACK")
    return False


def log_size(path: Path) -> int:
    """How many bytes lie in the write-ahead log."""
    log = path.with_name(f"{path.name}-wal")
    return log.stat().st_size if log.exists() else 0


def until(happened: Callable[[], bool]) -> None:
    """Wait until something has happened, without rest."""
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end, "it has not happened for a minute"
