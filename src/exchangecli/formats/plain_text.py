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
        NotAText: it is no text at all.
    """
    try:
        held = path.read_bytes()
    except OSError as problem:
        raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None
    return decoded(held, str(path))


def decoded(held: bytes, name: str) -> PlainText:
    """Read a text in UTF-8 from the bytes of a file.

    Args:
        held: the file, byte for byte.
        name: what it is called in a sentence.

    Raises:
        FileProblem: it is empty.
        NotUtf8: with the first line that is not.
        NotAText: it has NUL characters, as no text has, and which not every program can read out of a dataset.
    """
    try:
        text = held.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise errors.NotUtf8(name, held.count(b"\n", 0, problem.start) + 1) from None
    if "\0" in text:
        raise errors.NotAText(name, "a file with NUL characters", "save it as plain text in UTF-8")
    lines = with_line_feeds(text)
    if not lines.strip():
        raise errors.FileProblem(name, "is empty")
    return PlainText(lines, hashlib.sha256(held).hexdigest())


def with_line_feeds(text: str) -> str:
    """A text with line feeds alone between its lines and its pages."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(NEW_PAGE, "\n")
