"""The sources of a record as footnotes, for those who read a table elsewhere and ask where a value comes from."""

from collections.abc import Iterable, Iterator

from exchangecli.model import cells, dates
from exchangecli.model.chunks import chunks
from exchangecli.model.conflicts import agree
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import provenance
from exchangecli.store.opening import Store
from exchangecli.store.provenance import Support

COLUMN = "citations"


def added(store: Store, kind: Kind, found: Iterable[Record]) -> Iterator[Record]:
    """Records, each with a list of footnotes, worked out a thousand at a time.

    A footnote names a source, and in brackets the fields for which it is cited: ``[1] Forum opens, Culture Daily,
    3 May 2024, https://... (title, start)``. ``roles`` are those of an event or a programme.
    """
    for chunk in chunks(found):
        by_record: dict[str, list[Support]] = {}
        for one in provenance.cited(store, kind, [record["id"] for record in chunk]):
            by_record.setdefault(one.record, []).append(one)
        named = {one.source for several in by_record.values() for one in several}
        known = provenance.bibliography(store, sorted(named))
        for record in chunk:
            said = _by_source(kind, record, by_record.get(record["id"], ()))
            notes = [f"[{n}] {_named(known[one])} ({', '.join(said[one])})" for n, one in enumerate(said, 1)]
            yield record | {COLUMN: notes}


def _by_source(kind: Kind, record: Record, cited: Iterable[Support]) -> dict[str, list[str]]:
    """Source -> the fields of which it says what the record says, in their order."""
    found: dict[str, set[str]] = {}
    for one in cited:
        if one.value is None or agree(one.field, one.value, cells.to_cell(record.get(one.field))):
            found.setdefault(one.source, set()).add(one.field)
    order = [*(field.name for field in kind.fields), "roles"]
    return {source: [name for name in order if name in fields] for source, fields in found.items()}


def _named(source: Record) -> str:
    published = source["published"]
    day = dates.display(published, None) if published and dates.is_readable(published) else published
    author = source["author"]
    return ", ".join(part for part in (author, source["title"], source["publisher"], day, source["url"]) if part)
