"""Output for programs: JSON, CSV, files. Nothing else goes to stdout with it."""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from exchangecli import errors
from exchangecli.formats.registry import FORMATS
from exchangecli.model.types import Record
from exchangecli.show import console


def write_json(what: Any) -> None:
    """One JSON value, indented for those who read along."""
    console.write_line(json.dumps(what, ensure_ascii=False, indent=2))


def write_records(name: str, found: Iterable[Record], columns: list[str]) -> None:
    """Records in one of the formats."""
    console.write_bytes(FORMATS[name].write(found, columns))


def write_file(pieces: Iterator[bytes], path: Path | None) -> None:
    """A file, to its place or to stdout; a file that stands there is replaced once the new one is whole.

    Raises:
        FileProblem: it cannot be written.
    """
    if path is None:
        console.write_bytes(pieces)
        return
    try:
        handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
            Path(unfinished).chmod(0o666 & ~_umask())
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink()
            raise
    except OSError as problem:
        raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
