"""How far a long piece of work has come, where a person waits for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from exchangecli import errors
from exchangecli.show import console

LONG = 1_000_000
"""Bytes of a file above which reading it takes long enough to be worth a bar."""


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """A file to be read, with a bar on stderr that shows how much of it has been.

    Raises:
        FileProblem: it cannot be read.
    """
    try:
        file = path.open("rb")
        size = path.stat().st_size
    except OSError as problem:
        raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None
    with file:
        if size < LONG or not console.is_watched():
            yield file
            return
        from rich.progress import Progress

        with Progress(console=console.narration(), transient=True) as progress:
            yield progress.wrap_file(file, total=size, description=console.plain(path.name))
