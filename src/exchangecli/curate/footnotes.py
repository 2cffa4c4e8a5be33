"""The sources of a record as footnotes, for those who read a table elsewhere and ask where a value comes from."""

from collections.abc import Iterable, Iterator
from itertools import islice

from exchangecli.model import dates
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import provenance
from exchangecli.store.opening import Store

COLUMN = "citations"
CHUNK = 1000


def added(store: Store, kind: Kind, found: Iterable[Record]) -> Iterator[Record]:
    """Records, each with a list of footnotes, worked out a thousand at a time.

    A footnote names a source, and in brackets the fields for which it is cited: ``[1] Forum opens, Culture Daily,
    3 May 2024, https://... (title, start)``. ``roles`` are those of an event or a programme.
    """
    remaining = iter(found)
    while chunk := list(islice(remaining, CHUNK)):
        ids = [record["id"] for record in chunk]
        cited = provenance.cited(store, kind, ids)
        known = provenance.bibliography(store, sorted({source for by in cited.values() for source in by}))
        for record in chunk:
            said = cited.get(record["id"], {})
            notes = [f"[{number}] {_named(known[one])} ({', '.join(said[one])})" for number, one in enumerate(said, 1)]
            yield record | {COLUMN: notes}


def _named(source: Record) -> str:
    published = source["published"]
    day = dates.display(published, None) if published and dates.is_readable(published) else published
    author = source["author"]
    return ", ".join(part for part in (author, source["title"], source["publisher"], day, source["url"]) if part)
