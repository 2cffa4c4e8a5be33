"""Reading an article: from its text to the proposals that stand on it.

The stages: the plain text (``plain``), its blocks, sentences, names and dates (``page``), what it says of itself
(``masthead``), its events (``events``), which of them each fact belongs to (``attaching``), and the facts: of events
(``event_facts``), of people and bodies (``role_facts``).
"""

from collections.abc import Iterable, Iterator

from exchangecli.extract.abroad import LANGUAGES, read_abroad
from exchangecli.extract.attaching import Attachment
from exchangecli.extract.event_facts import event_facts
from exchangecli.extract.events import find_events
from exchangecli.extract.making import Making
from exchangecli.extract.masthead import Front, read_masthead
from exchangecli.extract.name_facts import acronyms
from exchangecli.extract.page import Page, take_apart
from exchangecli.extract.proposals import Proposal, Reading
from exchangecli.extract.role_facts import role_facts, with_hosts
from exchangecli.model.articles import Article

_DAY_FIRST = frozenset(("vi", "fr", "id"))
"""Languages in which 05/06/2024 is the fifth of June."""
_TELLS = frozenset(("start", "venue", "city", "country", "attendance", "status", "edition", "role", "session"))
"""What is said of an event that an article reports on, and not of one that it only names."""


def read(article: Article, published: str | None = None) -> Reading:
    """Read the facts out of an article.

    Args:
        article: its text, and what its file says of it.
        published: when it was published, where the person who brings it says so; it completes dates without a year.
    """
    front = read_masthead(article)
    language = front.masthead.language
    if language not in (None, "en", *LANGUAGES):
        return Reading(front.masthead, (), (f"articles in this language ({language}) are not read",))
    page = take_apart(article.text, "dmy" if language in _DAY_FIRST else None)
    day = published or front.masthead.published
    if language in LANGUAGES:
        facts, remark = read_abroad(page, language, day)
        return Reading(front.masthead, tuple(_in_order(facts)), (remark,))
    return _read_english(page, front, day)


def _read_english(page: Page, front: Front, day: str | None) -> Reading:
    """The facts of an article in English; ``day`` is when it was published."""
    events = find_events(page, front.headline)
    if events is None:
        return Reading(front.masthead, (), ("the text names no event",))
    make = Making(page, Attachment(page, events, front.dateline))
    facts = with_hosts([*event_facts(make, day), *role_facts(make), *acronyms(make)])
    return Reading(front.masthead, tuple(_in_order(_of_told_events(facts, make.title(events.main)))))


def _of_told_events(facts: Iterable[Proposal], main: str | None) -> Iterator[Proposal]:
    """Leave out events that are only named in passing: of which nothing is said but their name."""
    facts = list(facts)
    told = {one.event for one in facts if one.field in _TELLS and one.rule != "edition:in-title"} | {main, None}
    yield from (one for one in facts if one.event in told)


def _in_order(facts: Iterable[Proposal]) -> list[Proposal]:
    """By the place of each in the article, an event's title before its facts."""
    found: dict[object, Proposal] = {}
    for one in facts:
        found.setdefault(
            (one.event, one.field, one.value, one.role, one.of, one.affiliation, one.capacity, one.measure, one.unit),
            one,
        )
    return sorted(found.values(), key=lambda one: (one.start, one.field != "title", one.end))
