"""What records were before they were changed, as the history in the file has it."""

import json
from collections.abc import Iterator

from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store.opening import Store


def earlier(store: Store, kind: Kind, record: Record) -> Iterator[Record]:
    """A record as it was before each of its changes, the last one first; as values that SQLite holds."""
    updates = (
        """SELECT before FROM change WHERE record = ? AND "table" = ? AND action = 'update' ORDER BY number DESC"""
    )
    version = dict(record)
    for row in store.connection.execute(updates, [record["id"], kind.name]):
        version = version | json.loads(row["before"])
        yield version


def earlier_titles(store: Store, kind: Kind) -> Iterator[tuple[str, str]]:
    """Every title that a record of a kind had and has no more, with the id of the record."""
    query = f"""SELECT record, json_extract(before, '$.{kind.title}') AS title FROM change
        WHERE "table" = ? AND action = 'update' AND title IS NOT NULL"""
    return ((row["title"], row["record"]) for row in store.connection.execute(query, [kind.name]))
