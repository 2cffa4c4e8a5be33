"""What a file declares of the article it holds: read from the many spellings of it, and left out where it is none.

Front matter, the head of a web page and the information of a PDF say the same things under different names. Here their
values become those of ``model.articles.Article``: a date that is no date, an address that is no address and a language
that is no tag are left out, and nothing is made of what remains.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from exchangecli import errors
from exchangecli.model.articles import Article
from exchangecli.model.date_reading import read_date

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*", re.DOTALL)
_CLOCK = re.compile(r",?\s+\d{1,2}:\d\d.*", re.DOTALL)
_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LONGEST = 300
"""What is longer is neither a title nor a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a file declares, as ``model.articles.Article`` has it."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def article(self, text: str, sha256: str, name: str) -> Article:
        """The article that has this text."""
        return Article(
            text=text,
            sha256=sha256,
            name=name,
            title=self.title,
            publisher=self.publisher,
            author=self.author,
            published=self.published,
            url=self.url,
            language=self.language,
        )


def words(text: str) -> str | None:
    """A text on one line; None where nothing or far too much is left."""
    line = " ".join(text.replace("\0", " ").split())
    return line if 0 < len(line) <= _LONGEST else None


def day(text: str) -> str | None:
    """A date as EDTF, in the precision that is declared; of a moment the day, as it is there where it was written."""
    moment = _MOMENT.fullmatch(text.strip())
    try:
        reading = read_date(moment[1] if moment else _CLOCK.sub("", text[:_LONGEST]))
    except errors.ValueProblem:
        return None
    return reading.start if reading.end is None else None


def address(text: str) -> str | None:
    """An address on the web."""
    found = _ADDRESS.fullmatch(text.strip())
    return found[0] if found else None


def tag(text: str) -> str | None:
    """A language as BCP 47: ``ko_KR`` is ko-KR."""
    found = _TAG.fullmatch(text.strip())
    if not found:
        return None
    return found[1].lower() + "".join(map(_subtag, re.findall("[A-Za-z0-9]+", found[2])))


def _subtag(part: str) -> str:
    region, script = len(part) == 2, len(part) == 4 and part.isalpha()  # noqa: PLR2004
    return f"-{part.upper() if region else part.title() if script else part.lower()}"


def _person(text: str) -> str | None:
    return None if "://" in text or text.startswith("@") else words(text)


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "title": words,
    "publisher": lambda text: None if "://" in text else words(text),
    "author": _person,
    "published": day,
    "url": address,
    "language": tag,
}


def declared(said: Mapping[str, Iterable[str]]) -> Declared:
    """Read what is declared.

    Args:
        said: field of an article -> what the file says of it, the likeliest first; the first that can be read counts.
    """
    read = {field: next(filter(None, map(reader, said.get(field, ()))), None) for field, reader in _READERS.items()}
    return Declared(**read)
