"""A report as it is read: its text, and what the file that holds it says of it besides."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a report; every quotation is a stretch of it.

    Attributes:
        text: what is kept of the report, with line feeds alone between its lines.
        sha256: the fingerprint of the file that was read, byte for byte.
        name: what it was read from, to be named in sentences: a path, or "standard input".
        title, publisher, author, published, url, language: what the file itself says of it, beside its text (the
            metadata of a web page or of a PDF); a date is EDTF, a language BCP 47.
    """

    text: str
    sha256: str
    name: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
