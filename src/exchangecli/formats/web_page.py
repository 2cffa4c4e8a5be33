"""Saved web pages: the article on them, without what stands around it, and what their head says of it."""

import codecs
import hashlib
import re
from itertools import chain, islice, pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from exchangecli import errors
from exchangecli.formats.plain_text import with_line_feeds
from exchangecli.formats.quiet import quietly
from exchangecli.formats.web_metadata import metadata
from exchangecli.model.articles import Article
from exchangecli.model.folding import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS: Final = 15_000
"""A page of a newspaper has 1,000 to 5,000; the time it takes to find the article grows with the square of them."""

_LOGGERS: Final = ("trafilatura", "htmldate", "justext", "courlan", "charset_normalizer")
_ENCODING = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_AS_BROWSERS_DO: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
"""Encodings that are read as a larger one, by Python's names for them: https://encoding.spec.whatwg.org/#names."""
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_IN_PLACE = re.compile(r"""(?<=["'(])data:[^"')\s]{1000,}""")
"""A picture or a script that was saved within the page."""
_WHOLE = re.compile("<(?:html|body)[^a-z]", re.IGNORECASE)
"""What a page has that is no part of one only; trafilatura reads nothing else."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")


def read(held: bytes, name: str) -> Article:
    """Read a saved web page: its main text, the headline before it where the text does not have it.

    Raises:
        MissingExtra: trafilatura is not installed.
        NotItsEncoding: neither UTF-8 nor what it declares.
        EmptyPage: no text is in it.
    """
    page = _DECLARATION.sub("", _IN_PLACE.sub("", _decoded(held, name)))
    try:
        with quietly(*_LOGGERS):
            from trafilatura.utils import load_html
    except ImportError:
        raise errors.MissingExtra(name, "a web page", "web") from None
    with quietly(*_LOGGERS):
        tree = load_html(page if _WHOLE.search(page) else f"<html><body>{page}</body></html>")
        if tree is None:
            raise errors.EmptyPage(name)
        said = metadata(tree)
        text = _main_text(tree)
    if not text:
        raise errors.EmptyPage(name)
    whole = text if not said.title or fold(said.title) in fold(text) else f"{said.title}\n\n{text}"
    return said.article(whole, hashlib.sha256(held).hexdigest(), name)


def _decoded(held: bytes, name: str) -> str:
    """The page as text: UTF-8, which nothing else is by chance, or what it declares."""
    if held.startswith(_UTF_16):
        return _in_encoding(held, "utf-16", name)
    declared = _ENCODING.search(held[:4096])
    label = declared[1].decode("ascii", "replace") if declared else None
    try:
        if b"\x1b" not in held:  # as there is in ISO-2022, which could be taken for UTF-8
            return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    return _in_encoding(held, label, name)


def _in_encoding(held: bytes, label: str | None, name: str) -> str:
    try:
        known = codecs.lookup(label or "utf-8").name
        return held.decode(_AS_BROWSERS_DO.get(known, known))
    except (LookupError, UnicodeDecodeError):
        raise errors.NotItsEncoding(name, label) from None


def _main_text(tree: "HtmlElement") -> str:
    """The article of a page; all its text where no part of it looks like one, or it is too large to look for one."""
    from trafilatura import bare_extraction, html2txt

    small = sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS + 1)) <= MOST_ELEMENTS
    document = bare_extraction(tree, include_comments=False, include_tables=True) if small else None
    text = getattr(document, "text", None) or html2txt(tree)
    return _set_apart(with_line_feeds(text).replace("\0", ""))


def _set_apart(text: str) -> str:
    """Paragraphs with an empty line between them, as a text has them; items and rows of a table below each other."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined = ["\n" if _is_row(one) and _is_row(other) else "\n\n" for one, other in pairwise(lines)]
    return "".join(chain.from_iterable(zip_longest(lines, joined, fillvalue="")))


def _is_row(line: str) -> bool:
    return line.startswith(("- ", "|"))
