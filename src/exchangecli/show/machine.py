"""Output for programs: JSON, CSV, files. Nothing else goes to stdout with it."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exchangecli import errors
from exchangecli.show import console


def write_json(what: Any) -> None:
    """One JSON value, indented for those who read along."""
    console.write_line(json.dumps(what, ensure_ascii=False, indent=2))


def write_file(pieces: Iterator[bytes], path: Path | None, dataset: Path) -> None:
    """A file, to its place or to stdout (None, or ``-``).

    What stands at the path is replaced once the new file is whole; what is no regular file (a pipe, a device) is
    written to as it is.

    Raises:
        FileProblem: it cannot be written.
        IsTheDataset.
    """
    if path is None or str(path) == "-":
        console.write_bytes(pieces)
        return
    try:
        target = path.resolve()
        if target in _files_of(dataset.resolve()):
            raise errors.IsTheDataset(str(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(target, pieces)
    except OSError as problem:
        raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None
    console.say(f"wrote {path}")


def _files_of(dataset: Path) -> list[Path]:
    return [dataset.with_name(f"{dataset.name}{suffix}") for suffix in ("", "-wal", "-shm")]


def _replace(target: Path, pieces: Iterator[bytes]) -> None:
    handle, unfinished = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        Path(unfinished).chmod(0o666 & ~_umask())
        Path(unfinished).replace(target)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
