"""What records were before they were changed, as the history in the file has it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Value
from exchangecli.store import rolling_back, rows
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


@dataclass(frozen=True, slots=True)
class Version:
    """One change of a row, with what the row was before and after it.

    Attributes:
        change: its number.
        operation: that it belongs to; None: another program made it, ``at`` that moment.
        at: when, where another program made it.
        action: ``insert``, ``update`` or ``delete``.
        before, after: the row; None where it was not there.
    """

    change: int
    operation: int | None
    at: str
    action: str
    before: Record | None
    after: Record | None

    def value(self, name: str) -> Value:
        """The value of a field before the change."""
        return self.before.get(name) if self.before else None

    def value_after(self, name: str) -> Value:
        """The value of a field after the change."""
        return self.after.get(name) if self.after else None


def versions(store: Store, kind: Kind, record: str) -> Iterator[Version]:
    """Every change of a row, the last one first, also of a row that is gone."""
    question = """SELECT number, operation, at, action, before FROM change
        WHERE record = ? AND "table" = ? ORDER BY number DESC"""
    after = rows.get(store, kind, record)
    for number, operation, at, action, held in store.connection.execute(question, [record, kind.name]):
        old = rows.from_row(kind, rolling_back.held(kind, held)) if held else {}
        before = None if action == "insert" else (after or {}) | old
        yield Version(number, operation, at or "", action, before, after if action != "delete" else None)
        after = before


def kind_of(store: Store, record: str) -> Kind | None:
    """The kind of a record that is or was there by exactly this id; None where none ever was."""
    row = store.connection.execute('SELECT "table" FROM change WHERE record = ? LIMIT 1', [record]).fetchone()
    return records.TABLES.get(row["table"]) if row else None


def claims_on(store: Store, record: str, field: str) -> list[str]:
    """The ids of all claims that there are, or were, on a field of a record, sorted."""
    question = """SELECT id FROM claim WHERE record = ?1 AND field = ?2
        UNION SELECT record FROM change WHERE "table" = 'claim' AND action = 'delete'
            AND json_extract(before, '$.record') = ?1 AND json_extract(before, '$.field') = ?2
        ORDER BY 1"""
    return [row["id"] for row in store.connection.execute(question, [record, field])]


def earlier_titles(store: Store, kind: Kind) -> Iterator[tuple[str, str]]:
    """Every title that a record of a kind had and has no more, with the id of the record."""
    query = f"""SELECT record, json_extract(before, '$.{kind.title}') AS title FROM change
        WHERE "table" = ? AND action = 'update' AND title IS NOT NULL"""
    return ((row["title"], row["record"]) for row in store.connection.execute(query, [kind.name]))
