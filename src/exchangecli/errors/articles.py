"""What can go wrong with an article that is read from a file."""

from exchangecli.errors.base import ExchangeError

_MB = 1_000_000


class MissingExtra(ExchangeError):
    """A library that is needed for a kind of file, and is installed with an extra only."""

    def __init__(self, name: str, what: str, extra: str) -> None:
        super().__init__(
            f"{name} is {what}, and what reads those is not installed", hint=f'pip install "exchangecli[{extra}]"'
        )


class TooLarge(ExchangeError):
    """A file larger than any article."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(
            f"{name} is larger than {most // _MB} MB, which no article is",
            hint="save the article alone, as text, or the pages of the PDF that it stands on",
        )


class TooManyPages(ExchangeError):
    """A PDF with more pages than are read."""

    def __init__(self, name: str, pages: int, most: int) -> None:
        super().__init__(
            f"{name} has {pages} pages; up to {most} are read", hint="save the pages that the report stands on"
        )


class NotAText(ExchangeError):
    """A file in which no text can be read, with what it is and what could be read in its place."""

    def __init__(self, name: str, what: str, instead: str | None = None) -> None:
        super().__init__(f"{name} is {what}, and no text can be read in it", hint=instead)


class NotItsEncoding(ExchangeError):
    """A web page that is neither UTF-8 nor in the encoding it declares."""

    def __init__(self, name: str, declared: str | None) -> None:
        what = f"declares {declared}, but is neither in that" if declared else "declares no encoding, and is not"
        super().__init__(
            f"{name} {what} {'nor ' if declared else ''}in UTF-8",
            hint="open it in a browser and save it again, or save its text",
        )


class EmptyPage(ExchangeError):
    """A web page without a text, such as one that a script fills only when it is looked at."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} holds no text", hint="select the article in the browser, copy it, and save it as a text file"
        )


class ScannedPdf(ExchangeError):
    """A PDF that holds pictures of its pages, and no text."""

    def __init__(self, name: str, pages: int) -> None:
        held = "1 page" if pages == 1 else f"{pages} pages"
        super().__init__(
            f"{name} has {held} and no text in it: it is scanned, or drawn",
            hint="run a program for character recognition over it first, such as ocrmypdf, and check what it read",
        )


class LockedPdf(ExchangeError):
    """A PDF that opens with a password only."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is encrypted and opens with a password only", hint="open it, and print it to a PDF without one"
        )


class DamagedPdf(ExchangeError):
    """A PDF that cannot be read, with what the reader says of it."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"{name} is a damaged PDF: {what[:1].lower()}{what[1:]}",
            hint="download it again, or open it in a viewer and print it to a new PDF",
        )
