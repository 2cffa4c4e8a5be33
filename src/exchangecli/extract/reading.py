"""Reading an article: from its text to the proposals that stand on it.

The stages: the plain text (``plain``), its blocks, sentences, names and dates (``page``), what it says of itself
(``masthead``), its events (``events``), which of them each fact belongs to (``attaching``), and the facts: of events
(``event_facts``), of people and bodies (``role_facts``).
"""

from collections.abc import Iterable, Iterator

from exchangecli.extract import abroad, event_facts, name_facts, role_facts
from exchangecli.extract.attaching import Attachment
from exchangecli.extract.events import find_events
from exchangecli.extract.making import Making
from exchangecli.extract.masthead import read_masthead
from exchangecli.extract.page import take_apart
from exchangecli.extract.proposals import Proposal, Reading
from exchangecli.model.articles import Article

_DAY_FIRST = frozenset(("vi", "fr", "id", "de", "es", "it", "pt"))


def read(article: Article, published: str | None = None) -> Reading:
    """Read the facts out of an article.

    Args:
        article: its text, and what its file says of it.
        published: when it was published, where the person who brings it says so; it completes dates without a year.
    """
    page = take_apart(article.text)
    front = read_masthead(article, page.plain, page.blocks)
    masthead = front.masthead
    if masthead.language in _DAY_FIRST:
        page = take_apart(article.text, "dmy")
    day = published or masthead.published
    if masthead.language in abroad.LANGUAGES:
        facts, remarks = abroad.read_abroad(page, masthead.language, day)
        return Reading(masthead, tuple(_in_order(facts)), remarks)
    if masthead.language not in (None, "en"):
        return Reading(masthead, (), (f"articles in this language ({masthead.language}) are not read",))
    events = find_events(page, front.headline)
    if events is None:
        return Reading(masthead, (), ("the text names no event",))
    where = Attachment(page, events, front.dateline)
    make = Making(page, where)
    facts = [
        *event_facts.event_facts(page, where, day),
        *role_facts.role_facts(page, where, make),
        *name_facts.acronyms(page, make),
    ]
    facts = role_facts.with_hosts(facts)
    return Reading(masthead, tuple(_in_order(_of_told_events(facts, make.title(events.main)))))


_TELLS = frozenset(("start", "venue", "city", "country", "attendance", "status", "edition", "role", "session"))


def _of_told_events(facts: Iterable[Proposal], main: str | None) -> Iterator[Proposal]:
    """Leave out events that are only named in passing: of which nothing is said but their name."""
    facts = list(facts)
    told = {one.event for one in facts if one.field in _TELLS and one.rule not in ("edition:in-title",)} | {main, None}
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
