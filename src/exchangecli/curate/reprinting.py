"""Whether an article is a reprint of a source that is there: the same passages, among those that report the same."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from exchangecli.extract import reprints
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import finding, provenance, rows
from exchangecli.store.opening import Store

MOST_COMPARED = 200
"""The sources of the same title or event first, then those added last."""

_WHY = {
    reprints.Resemblance.REPRINT: "{share:.0%} of the shorter text stands in the other, nearly word for word",
    reprints.Resemblance.ADAPTATION: "{share:.0%} of the shorter text stands in the other; the rest is told otherwise",
}


class Offer(NamedTuple):
    """That an article may be a reprint.

    Attributes:
        source: the id of the article's source.
        origin: the id of the source it may be a reprint of; ``unknown`` where the article says that it adapts another.
        why: in words.
    """

    source: str
    origin: str
    why: str


def offers(store: Store, source: Record, titles: Sequence[str], events: Sequence[str]) -> list[Offer]:
    """The sources of which an article may be a reprint, the likeliest first.

    Args:
        store: the dataset.
        source: of the article.
        titles: of the events it reports.
        events: the ids of those of them that the dataset may have.
    """
    found = []
    text = reprints.fingerprint(str(source["text"]))
    for other in islice(_candidates(store, source, titles, events), MOST_COMPARED):
        passages = reprints.likeness(text, str(other["text"]))
        alike = reprints.resembles(passages)
        if alike:
            found.append((passages.share, Offer(source["id"], other["id"], _WHY[alike].format(share=passages.share))))
    return [offer for _, offer in sorted(found, key=lambda one: (-one[0], one[1].origin))]


def _candidates(store: Store, source: Record, titles: Sequence[str], events: Sequence[str]) -> Iterator[Record]:
    """Sources with a text: those called the same or reporting an event of these titles, then those added last."""
    titled = [one.id for one in finding.named(store, str(source["title"]), ("source",))]
    reporting = provenance.reporting(store, titles, events)
    for one in dict.fromkeys([*titled, *reporting, *provenance.with_text(store, MOST_COMPARED)]):
        record = rows.get(store, records.SOURCE, one)
        if record and record["text"] and one != source["id"] and record["origin"] != source["id"]:
            yield record
