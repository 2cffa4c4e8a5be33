"""Taking in articles: each becomes a source with its text, and what was read out of it is kept as proposals.

Nothing of what an article states is a fact of the dataset then; a person accepts or rejects it, see ``accepting``.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from exchangecli.curate import adding, proposed, reprinting, values
from exchangecli.curate.joining import Joiner
from exchangecli.curate.proposed import Proposed
from exchangecli.curate.reprinting import Offer
from exchangecli.extract import reading
from exchangecli.extract.proposals import Proposal, Reading
from exchangecli.model import dates, records, types
from exchangecli.model.articles import Article
from exchangecli.model.types import Record
from exchangecli.store import listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

SAID_OF_IT = ("title", "publisher", "author", "published", "url", "language")
"""What a person may say of an article, and else is taken from its file or its masthead."""


class Read(NamedTuple):
    """An article, and what was read out of it."""

    article: Article
    reading: Reading


@dataclass(frozen=True, slots=True)
class Ingested:
    """What taking in an article came to.

    Attributes:
        source: the record of its source.
        is_new: whether the source was not there before.
        new: the ids of the proposals that were not known before.
        proposals: all that was read out of it, whatever became of it since.
        remarks: what a person should know of the reading.
        offers: of which sources it may be a reprint.
    """

    source: Record
    is_new: bool
    new: tuple[str, ...]
    proposals: tuple[Proposed, ...]
    remarks: tuple[str, ...]
    offers: tuple[Offer, ...]


def read(article: Article, given: Mapping[str, str]) -> Read:
    """Read an article by the rules.

    Raises:
        ExchangeError: the date of publication that a person gives cannot be read.
    """
    return Read(article, reading.read(article, published=known_published(article, given)))


def known_published(article: Article, given: Mapping[str, str]) -> str | None:
    """When an article was published, as a person says, else its file: it completes dates without a year.

    Raises:
        ExchangeError: what the person says is no date.
    """
    published = given.get("published", "").strip()
    said = types.read(types.DATE, published, None, types.Rules()).value if published else article.published
    return str(said) if said else None


def ingest(
    store: Store, command: Command, article: Article, what: Reading, given: Mapping[str, str]
) -> Ingested:  # fmt: skip
    """Take in one article, as one operation; see ``ingest_all``."""
    return ingest_all(store, command, [Read(article, what)], given)[0]


def ingest_all(
    store: Store,
    command: Command,
    articles: Sequence[Read],
    given: Mapping[str, str],
) -> list[Ingested]:
    """Take in articles, as one operation; the same file again writes nothing.

    Args:
        store: the dataset.
        command: for the log.
        articles: with what was read out of each.
        given: field of the source -> text, as a person says it.

    Raises:
        FieldProblems: what is wrong with ``given``.
    """
    with operation(store, command):
        said = values.read_entry(store, records.SOURCE, given, listing.rules(store), values.as_option).values
        taken = [_take_in(store, one, said) for one in articles]
    return [replace(one, offers=tuple(_offers(store, one))) for one in taken]


def _take_in(store: Store, one: Read, given: Record) -> Ingested:
    known = _known(store, one.article)
    source = known or adding.create(store, records.SOURCE, _source(one, given))
    if known and known["text"] is None:
        rows.update(store, records.SOURCE, known["id"], {"text": one.article.text})
        source = known | {"text": one.article.text}
    earlier = proposed.of_source(store, source["id"])
    said = [*one.reading.proposals, *_adapted(source, one, earlier)]
    new = proposed.keep(store, source["id"], one.article.sha256, said)
    kept = proposed.of_source(store, source["id"])
    return Ingested(source, known is None, tuple(new), tuple(kept), one.reading.remarks, ())


def _known(store: Store, article: Article) -> Record | None:
    """The source of the same file, or of the same text."""
    of_text = hashlib.sha256(article.text.encode()).hexdigest()
    found = rows.where(store, records.SOURCE, "sha256 = ? OR sha256 = ?", [article.sha256, of_text])
    return next(found, None)


def _source(one: Read, given: Record) -> Record:
    """What is known of an article: what a person says goes before what its file says, and that before its masthead."""
    article, masthead = one.article, one.reading.masthead
    found = {
        name: given.get(name) or getattr(article, name, None) or getattr(masthead, name, None) for name in SAID_OF_IT
    }
    if found["published"] and not dates.is_readable(found["published"]):
        found["published"] = None
    title = found["title"] or _first_line(article.text) or article.name
    return found | {"title": title, "kind": "article", "text": article.text, "sha256": article.sha256}


LONGEST_TITLE = 120


def _first_line(text: str) -> str:
    line = " ".join(next((line for line in text.splitlines() if line.strip()), "").split())
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE].rpartition(' ')[0]}…"


UNKNOWN_ORIGIN = "adapted"
"""The rule that reads that a text was adapted from another."""


def _adapted(source: Record, one: Read, earlier: Sequence[Proposed]) -> Iterator[Proposal]:
    """That an article says itself that it adapts another text: a proposal like others, as long as nothing is known."""
    words = one.reading.masthead.adapted
    start = one.article.text.find(words) if words else -1
    if words and start >= 0 and not source["origin"] and all(each.said.field != "origin" for each in earlier):
        end = start + len(words)
        yield Proposal(
            field="origin", event=None, value=types.UNKNOWN, quote=words, start=start, end=end, rule=UNKNOWN_ORIGIN
        )


def _offers(store: Store, one: Ingested) -> Iterator[Offer]:
    """What an article may be a reprint of, as long as nobody has said what it is."""
    if not one.is_new or one.source["origin"]:
        return
    titles = [each.said.value for each in one.proposals if each.said.field == "title"]
    joiner = Joiner(store, one.proposals)
    events = [match.record for title in titles if (match := joiner.event(title)).record]
    yield from reprinting.offers(store, one.source, titles, [str(event) for event in events])
