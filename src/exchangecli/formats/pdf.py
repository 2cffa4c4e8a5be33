"""PDF clippings: their text layer, page by page, and what their document information says."""

import hashlib
import io
import re
import unicodedata
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from exchangecli import errors
from exchangecli.formats.declared import declared
from exchangecli.formats.plain_text import with_line_feeds
from exchangecli.formats.quiet import quietly
from exchangecli.model.articles import Article

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES: Final = 500
"""A longer document is a book; reading 500 pages takes some ten seconds."""

_DAMAGE: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What a damaged file makes pypdf run into, beside the errors it has for that."""

_NO_TITLE = re.compile(
    r"untitled.*|microsoft .*|powerpoint .*|slide \d+|document\d*|layout \d+|print"
    r"|.*\.(?:docx?|hwpx?|indd|qxd|pdf|rtf|odt|txt|pptx?|xlsx?|jpe?g|tiff?|png|ai)",
    re.IGNORECASE,
)
"""What programs write for want of a title: the name of a file, or their own."""
_NO_AUTHOR = re.compile(
    r"[a-z0-9._-]+|admin(?:istrator)?|user|owner|unknown|author|.*\b(?:user|administrator|microsoft|adobe|pc)\b.*",
    re.IGNORECASE,
)
"""What programs write for want of an author: the name of an account, which is one word, or their own."""


def read(held: bytes, name: str) -> Article:
    """Read a PDF: its pages with a line feed between them, words divided at the end of a line left so.

    When the file was made is not when the article was published, and is not taken for it.

    Raises:
        MissingExtra: pypdf is not installed.
        LockedPdf: it opens with a password only.
        DamagedPdf, TooManyPages: it cannot be read, or is a book.
        ScannedPdf: it has no text in it.
    """
    try:
        with quietly("pypdf"):
            from pypdf.errors import DependencyError, PyPdfError
    except ImportError:
        raise errors.MissingExtra(name, "a PDF", "pdf") from None
    try:
        with quietly("pypdf"):
            return _article(held, name)
    except DependencyError:
        raise errors.LockedPdf(name) from None
    except (PyPdfError, *_DAMAGE) as problem:
        raise errors.DamagedPdf(name, str(problem) or type(problem).__name__) from None


def _article(held: bytes, name: str) -> Article:
    reader = _opened(held, name)
    pages = [_clean(page.extract_text()) for page in reader.pages]
    if not any(map(_is_legible, pages)):
        raise errors.ScannedPdf(name, len(pages))
    said = {field: list(values) for field, values in _said(reader)}
    return declared(said).article("\n".join(pages), hashlib.sha256(held).hexdigest(), name)


def _opened(held: bytes, name: str) -> "PdfReader":
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(held))
    if reader.is_encrypted and not reader.decrypt(""):
        raise errors.LockedPdf(name)
    if len(reader.pages) > MOST_PAGES:
        raise errors.TooManyPages(name, len(reader.pages), MOST_PAGES)
    return reader


def _clean(page: str) -> str:
    """A page with line feeds alone, and without what no text can hold: halves of characters, and NUL."""
    whole = page.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return with_line_feeds(whole).replace("\0", "").rstrip()


def _is_legible(page: str) -> bool:
    """Whether a page has a text; letters of no script (a font that does not say which it draws) are none."""
    signs = [character for character in page if not character.isspace()]
    return sum(unicodedata.category(sign)[0] in "LN" for sign in signs) * 2 > len(signs)


def _said(reader: "PdfReader") -> Iterator[tuple[str, list[str]]]:
    """What the document information says, as far as a person and not a program wrote it."""
    information = reader.metadata
    title, author = (information and information.title) or "", (information and information.author) or ""
    yield "title", [] if _NO_TITLE.fullmatch(title.strip()) else [title]
    yield "author", [] if _NO_AUTHOR.fullmatch(author.strip()) else [author]
    yield "language", [str(reader.root_object.get("/Lang", ""))]
