"""Whether an article is a reprint of a source that is there: the same passages, among those that report the same."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from exchangecli.model import records
from exchangecli.model.folding import fold
from exchangecli.model.types import Record
from exchangecli.store import finding, provenance, rows
from exchangecli.store.opening import Store

Likeness: TypeAlias = Callable[[str, str], float]
"""How much of the shorter of two texts stands in the other, from 0 to 1."""

ALIKE = 0.5
"""The least likeness at which a text is offered as a reprint of another."""

RUN = 8
"""How many words that follow each other are a passage."""

MOST_COMPARED = 50


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


def shared(text: str, other: str) -> float:
    """The share of the passages of the shorter text that stand in the other one too."""
    one, two = _passages(text), _passages(other)
    fewer = min(len(one), len(two))
    return len(one & two) / fewer if fewer else 0.0


def _passages(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}


def offers(
    store: Store, source: Record, titles: Sequence[str], events: Sequence[str], likeness: Likeness
) -> list[Offer]:
    """The sources of which an article may be a reprint, the likeliest first.

    Args:
        store: the dataset.
        source: of the article.
        titles: of the events it reports.
        events: the ids of those of them that the dataset may have.
        likeness: compares two texts.
    """
    found = []
    for other in list(_candidates(store, source, titles, events))[:MOST_COMPARED]:
        score = likeness(str(source["text"]), str(other["text"]))
        if score >= ALIKE:
            found.append((score, Offer(source["id"], other["id"], f"{score:.0%} of its passages stand there too")))
    return [offer for _, offer in sorted(found, key=lambda one: (-one[0], one[1].origin))]


def _candidates(store: Store, source: Record, titles: Sequence[str], events: Sequence[str]) -> Iterator[Record]:
    """Sources with a text that are called the same, or report an event of one of these titles."""
    titled = [one.id for one in finding.named(store, str(source["title"]), ("source",))]
    reporting = provenance.reporting(store, titles, events)
    for one in dict.fromkeys([*titled, *reporting]):
        record = rows.get(store, records.SOURCE, one)
        if record and record["text"] and one != source["id"] and record["origin"] != source["id"]:
            yield record
