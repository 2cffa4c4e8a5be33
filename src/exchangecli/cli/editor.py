"""A text opened in a person's own editor, until it can be used, is given up, or comes back as it was.

Typer's own copy of click leaves out ``edit``, so the few lines that run an editor stand here.
"""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import typer

from exchangecli import errors
from exchangecli.show import console

T = TypeVar("T")

USUAL = ("nano", "vi", "notepad")
"""Where neither ``$VISUAL`` nor ``$EDITOR`` names one: the first of these that is there."""

TO_THE_PERSON = 2
"""The stream on which an editor draws: stdout may be a file, and whoever answers questions sees stderr."""


@contextmanager
def edited(
    document: str, name: str, read: Callable[[str], T], returned: Callable[[str, errors.ExchangeError], str]
) -> Iterator[T]:
    """What a person makes of a document; what was written is kept in a file, and said, unless the block succeeds.

    Args:
        document: the text that is opened.
        name: of the file, without its suffix.
        read: makes of the text what is wanted; a refusal gives the text back to be mended.
        returned: the text as it is given back, with the refusal above it.

    Raises:
        NoEditor, EditorFailed: nothing came back.
        ExchangeError: what was refused, and is not to be mended.
    """
    folder = Path(tempfile.mkdtemp(prefix="exchange-"))
    path = folder / f"{name.replace(os.sep, '_')[:60]}.toml"
    path.write_text(document, encoding="utf-8")
    is_taken = False
    try:
        yield _mended(path, read, returned)
        is_taken = True
    finally:
        if is_taken or not path.exists() or _text(path) == document:
            shutil.rmtree(folder)
        else:
            console.say(f"what you wrote is kept in {path}")


def _mended(path: Path, read: Callable[[str], T], returned: Callable[[str, errors.ExchangeError], str]) -> T:
    while True:
        _open(path)
        text = _text(path)
        try:
            return read(text)
        except errors.ExchangeError as problem:
            console.fail(problem)
            if not typer.confirm("Edit again?", default=True, err=True):
                raise errors.Stopped from None
            path.write_text(returned(text, problem), encoding="utf-8", errors="surrogateescape")


def _text(path: Path) -> str:
    """The file as it is, bytes that are no UTF-8 among it, so that nothing is lost when it is written again."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError as problem:
        raise errors.FileProblem(str(path), f"could not be read again ({problem.strerror})") from None


def _open(path: Path) -> None:
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    try:
        done = subprocess.run([*shlex.split(words), path], check=False, stdout=TO_THE_PERSON)  # noqa: S603  their own
    except ValueError:
        raise errors.EditorFailed(words, "has a quotation mark without its other half") from None
    except OSError as problem:
        raise errors.EditorFailed(words, f"cannot be run ({problem.strerror})") from None
    if done.returncode:
        raise errors.EditorFailed(words, f"ended with a failure ({done.returncode})")


def _usual() -> str:
    found = next((name for name in USUAL if shutil.which(name)), None)
    if found is None:
        raise errors.NoEditor
    return found
