"""Articles: the text of a press report out of the file it was saved in, and what that file says of it.

What a file is, its bytes say first (a PDF stays one under the name of a text), and its name only where they could be
either. Text and Markdown are kept as they are, their front matter in them; of a web page the article is kept and the
furniture left out; of a PDF the text layer.
"""

import dataclasses
import re
from pathlib import Path
from typing import Final

from exchangecli import errors
from exchangecli.formats import plain_text
from exchangecli.formats.front_matter import front_matter, heading
from exchangecli.model.articles import Article

MOST_BYTES: Final = 30_000_000
"""A larger file is no article; the largest are pages saved with their pictures in them, and scanned clippings."""

_PDF = re.compile(rb"[\s\xef\xbb\xbf]*%PDF-")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:p|div|h1|article|body|br)\b[^>]*>", re.IGNORECASE)
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown")
_HEAD = 4096

AS_TEXT = "open it, and save it as plain text in UTF-8, or as PDF"
AS_PAGE = 'save it from the browser again as "HTML only"'
FIRST_READ = "run a program for character recognition over it first, such as ocrmypdf, and check what it read"

_OTHERS: Final = (
    (b"PK\x03\x04", "a Word, OpenDocument or other packed file", AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "a document of an older Word or of Hangul (HWP)", AS_TEXT),
    (b"{\\rtf", "a document in Rich Text Format", AS_TEXT),
    (b"bplist00", "a web archive of Safari", AS_PAGE),
    (b"\x89PNG", "a picture", FIRST_READ),
    (b"\xff\xd8\xff", "a picture", FIRST_READ),
    (b"II*\0", "a picture", FIRST_READ),
    (b"MM\0*", "a picture", FIRST_READ),
    (b"GIF8", "a picture", FIRST_READ),
    (b"RIFF", "a picture or a recording", FIRST_READ),
    (b"\x1f\x8b", "a packed file", "unpack it first"),
    (b"SQLite format 3\0", "an SQLite file", "name it with --db if it is a dataset"),
)
"""How other files begin, what they are, and what can be read in their place."""
_WEB_ARCHIVE = re.compile(rb"(?:From: <Saved by|MIME-Version:|Subject:).{0,2000}multipart/related", re.DOTALL)


def read_file(path: Path) -> Article:
    """Read the article in a file; errors as in ``read``, and FileProblem where it cannot be opened."""
    try:
        with path.open("rb") as file:
            held = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise errors.FileProblem(str(path), problem.strerror or str(problem)) from None
    return read(held, str(path))


def read(held: bytes, name: str) -> Article:
    """Read an article.

    Args:
        held: the file, byte for byte.
        name: its path, or what it is called in a sentence ("standard input"); an ending counts where the bytes could
            be one thing or the other.

    Raises:
        TooLarge, FileProblem: more than 30 MB, or nothing.
        NotAText: a picture, a packed file, a document of an office program; with what could be read instead.
        NotUtf8: a plain text in another encoding, with the line.
        NotItsEncoding, EmptyPage: a web page that cannot be read.
        ScannedPdf, LockedPdf, DamagedPdf, TooManyPages: a PDF that cannot.
        MissingExtra: what reads it is not installed.
    """
    if len(held) > MOST_BYTES:
        raise errors.TooLarge(name, MOST_BYTES)
    if not held.strip():
        raise errors.FileProblem(name, "is empty")
    if _PDF.match(held[:1024]):
        from exchangecli.formats import pdf

        return pdf.read(held, name)
    _refuse_others(held, name)
    if _is_page(held, name):
        from exchangecli.formats import web_page

        return web_page.read(held, name)
    return _written(held, name)


def _refuse_others(held: bytes, name: str) -> None:
    for beginning, what, instead in _OTHERS:
        if held.startswith(beginning):
            raise errors.NotAText(name, what, instead)
    if _WEB_ARCHIVE.match(held[:_HEAD]):
        raise errors.NotAText(name, "a web archive (MHTML)", AS_PAGE)


def _is_page(held: bytes, name: str) -> bool:
    encoding = "utf-16" if held[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    head = held[:_HEAD].decode(encoding, "replace")
    return bool(_PAGE.match(head)) or (name.lower().endswith(_PAGE_NAMES) and bool(_TAG.search(head)))


def _written(held: bytes, name: str) -> Article:
    """A text or Markdown, as it is."""
    text, sha256 = plain_text.decoded(held, name)
    article = front_matter(text).article(text, sha256, name)
    if article.title or not name.lower().endswith(_MARKDOWN_NAMES):
        return article
    return dataclasses.replace(article, title=heading(text))
