"""Plain text: what a source says, from a file."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from exchangecli import errors

NEW_PAGE = "\f"
"""What programs that take the text out of a PDF put between its pages."""


class PlainText(NamedTuple):
    """The text of a file.

    Attributes:
        text: with line feeds alone between its lines and its pages.
        sha256: the fingerprint of the file, byte for byte.
    """

    text: str
    sha256: str


def read(path: Path) -> PlainText:
    """Read a text in UTF-8.

    Raises:
        FileProblem: it is not there, cannot be read, or is empty.
        NotUtf8: with the first line that is not.
    """
    try:
        held = path.read_bytes()
    except OSError as problem:
        raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None
    try:
        text = held.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise errors.NotUtf8(str(path), held.count(b"\n", 0, problem.start) + 1) from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace(NEW_PAGE, "\n")
    if not lines.strip():
        raise errors.FileProblem(str(path), "is empty")
    return PlainText(lines, hashlib.sha256(held).hexdigest())
