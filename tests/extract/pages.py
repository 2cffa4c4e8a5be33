"""What the tests of reading stand on: a text taken apart, and its events, in a line each."""

from collections.abc import Iterable

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.events import Events, find_events
from exchangecli.extract.masthead import Front, read_masthead
from exchangecli.extract.page import Page, take_apart
from exchangecli.extract.proposals import Proposal
from exchangecli.extract.reading import read
from exchangecli.model.articles import Article

Place = tuple[int, int]

HEAD = "Weavers open their house\n\n"
REST = " Guests came from nine villages, and the looms stayed in place until late at night."
"""A headline, and the sentence that follows what a test is about: without them a text is no report."""


def article(text: str) -> Article:
    """A report that is nothing but its text."""
    return Article(text=text, sha256="0" * 64, name="report.txt")


def front_of(text: str) -> Front:
    """Its masthead."""
    return read_masthead(article(text))


def events_of(text: str) -> tuple[Page, Events]:
    """A report in which something is told, and its events."""
    page = take_apart(text)
    events = find_events(page, front_of(text).headline)
    assert events is not None, "the text names no event"
    return page, events


def attached(text: str) -> Attachment:
    """A report, and which of its events its places belong to."""
    page, events = events_of(text)
    return Attachment(page, events, front_of(text).dateline)


def facts(text: str, field: str, published: str | None = None) -> list[Proposal]:
    """The proposals on one field."""
    return [one for one in read(article(text), published).proposals if one.field == field]


def values(text: str, field: str, published: str | None = None) -> list[str]:
    """What a report is read to say of a field."""
    return [one.value for one in facts(text, field, published)]


def by_event(proposals: Iterable[Proposal]) -> dict[str | None, str]:
    """The value for each event."""
    return {one.event: one.value for one in proposals}
