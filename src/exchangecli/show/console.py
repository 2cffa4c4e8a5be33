"""The two streams: stdout is data, stderr is narration. Nothing else in the program writes to them.

Text from outside is shown with its control characters neutralised and is never read as markup. In a pipe there is no
colour, no box and no cut; ``NO_COLOR`` is obeyed by Rich itself.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from exchangecli.errors import ExchangeError, Unwritten

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 100_000
"""Columns where nobody looks at them: no line is ever cut or folded in a pipe."""


def prepare() -> None:
    """Make the two streams fit for any text, whatever the locale says, and for being closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  stays open to the end
        elif stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


def plain(text: object) -> str:
    """A text from outside, harmless: no escape codes, no line breaks, no marks that turn the writing around."""
    words = str(text)
    if words.isprintable():
        return words
    return "".join(one if one.isprintable() else " " if one.isspace() else "�" for one in words)


def plain_lines(text: str) -> str:
    """Like ``plain``, but line breaks stay."""
    return "\n".join(map(plain, text.splitlines()))


def is_terminal() -> bool:
    """Whether a person looks at stdout."""
    return sys.stdout.isatty()


def is_watched() -> bool:
    """Whether a person looks at stderr."""
    return sys.stderr.isatty()


def can_ask() -> bool:
    """Whether a person is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


@cache
def out() -> "Console":
    """The console of data."""
    from rich.console import Console

    return Console(width=None if is_terminal() else PIPE_WIDTH, highlight=False, markup=False, emoji=False)


@cache
def narration() -> "Console":
    """The console of what is said beside the data."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def show(*what: "RenderableType") -> None:
    """Show something made by this package."""
    for line in _lines(out(), what):
        write_line(line)


def tell(*what: "RenderableType") -> None:
    """Show something made by this package beside the data."""
    for line in _lines(narration(), what):
        sys.stderr.write(f"{line}\n")


def _lines(console: "Console", what: Iterable["RenderableType"]) -> list[str]:
    with console.capture() as captured:
        for one in what:
            console.print(one)
    return [line.rstrip() for line in captured.get().splitlines()]


@contextmanager
def written() -> Iterator[None]:
    """Turn a failure to write to stdout into a sentence; a pipe that was closed is nobody's failure.

    Raises:
        Unwritten: such as a full disk.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        # What could not be written is given up, or Python would try once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Unwritten("the output", problem.strerror or str(problem)) from None


@contextmanager
def previewed() -> Iterator[None]:
    """Show what is about to be done; that nobody reads on, as ``head`` does not, keeps nothing from being done."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def flush() -> None:
    """Hand on all that was written to stdout."""
    with written():
        sys.stdout.flush()


def say(sentence: str) -> None:
    """Say what was done, or is the matter, beside the data; where both go to one place, after it."""
    with suppress(OSError, ValueError):  # whoever writes next to stdout says why that cannot be done
        sys.stdout.flush()
    sys.stderr.write(f"{plain_lines(sentence)}\n")
    sys.stderr.flush()


def fail(problem: ExchangeError) -> None:
    """Say what went wrong, and what to do next where there is something."""
    say(f"exchange: {problem.sentence}")
    if problem.hint:
        say(f"  hint: {problem.hint}")


def write_line(text: str) -> None:
    """One line of data, as it is."""
    with written():
        sys.stdout.write(f"{text}\n")


def write_bytes(pieces: Iterable[bytes]) -> None:
    """A file of some format, to stdout."""
    with written():
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
