"""What is known of sources, and which claims there are where they may disagree."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.model.independence import independent
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.sql import Sql, among


def published(store: Store, sources: Sequence[str]) -> dict[str, str]:
    """When sources were published, as far as that is known: id -> date."""
    some = among(sources)
    question = f"SELECT id, published FROM source WHERE published IS NOT NULL AND id {some.text}"
    return {row["id"]: row["published"] for row in store.connection.execute(question, some.values)}


def origins(store: Store, sources: Sequence[str]) -> dict[str, str]:
    """What sources reprint or adapt, and what that does in turn: id -> the id of its origin, or ``unknown``."""
    some = among(sources)
    question = f"""WITH RECURSIVE family (id) AS (
        SELECT id FROM source WHERE id {some.text}
        UNION SELECT source.origin FROM source JOIN family ON family.id = source.id WHERE source.origin IS NOT NULL)
        SELECT source.id, source.origin FROM source JOIN family ON family.id = source.id
        WHERE source.origin IS NOT NULL"""
    return {row["id"]: row["origin"] for row in store.connection.execute(question, some.values)}


def with_counts(store: Store, found: Iterable[Record]) -> Iterator[Record]:
    """Records, each with how many independent sources it rests on, counted a thousand at a time."""
    remaining = iter(found)
    while chunk := list(islice(remaining, CHUNK)):
        some = among([record["id"] for record in chunk])
        question = f"""SELECT DISTINCT record, source FROM claim
            WHERE record {some.text} AND source IS NOT NULL AND rank IN ('preferred', 'normal')"""
        cited: dict[str, list[str]] = {}
        for row in store.connection.execute(question, some.values):
            cited.setdefault(row["record"], []).append(row["source"])
        known = origins(store, list({source for sources in cited.values() for source in sources}))
        for record in chunk:
            yield record | {records.SOURCES.name: independent(cited.get(record["id"], ()), known)}


CHUNK = 1000


def cited(store: Store, kind: Kind, ids: Sequence[str]) -> dict[str, dict[str, list[str]]]:
    """For what records are cited: id -> source -> the fields, in their order; ``roles`` for the roles at an event."""
    some = among(ids)
    standing = "source IS NOT NULL AND rank IN ('preferred', 'normal')"
    question = f"SELECT record, source, field FROM claim WHERE record {some.text} AND {standing} ORDER BY number"
    found = store.connection.execute(question, some.values).fetchall()
    if records.ROLE.has(kind.name) and kind is not records.ROLE:
        found += store.connection.execute(
            f"""SELECT role.{kind.name} AS record, source, 'roles' AS field
            FROM role JOIN claim ON claim.record = role.id
            WHERE role.{kind.name} {some.text} AND {standing} ORDER BY claim.number""",
            some.values,
        ).fetchall()
    order = [field.name for field in kind.fields]
    by_record: dict[str, dict[str, list[str]]] = {}
    for row in found:
        fields = by_record.setdefault(row["record"], {}).setdefault(row["source"], [])
        if row["field"] not in fields:
            fields.append(row["field"])
            fields.sort(key=lambda name: order.index(name) if name in order else len(order))
    return by_record


def bibliography(store: Store, sources: Sequence[str]) -> dict[str, Record]:
    """What names sources to a reader: id -> title, publisher, author, published, url."""
    some = among(sources)
    question = f"SELECT id, title, publisher, author, published, url FROM source WHERE id {some.text}"
    return {row["id"]: dict(row) for row in store.connection.execute(question, some.values)}


def reprints(store: Store, source: str) -> list[str]:
    """The ids of the sources that reprint or adapt one."""
    question = "SELECT id FROM source WHERE origin = ? AND id <> origin ORDER BY id"
    return [row["id"] for row in store.connection.execute(question, [source])]


def differing(store: Store, within: Sequence[str] | None) -> Iterator[Record]:
    """The claims on every field of which several values are claimed; of these records, or (None) of all."""
    return rows.where(
        store,
        records.CLAIM,
        *_on(within, "(record, field) IN (SELECT record, field FROM disputed WHERE \"table\" = 'claim' AND {within})"),
        order="record, field, number",
    )


def excluding(store: Store, within: Sequence[str] | None) -> Iterator[Record]:
    """The roles, at events, of participants who have several there that may exclude each other."""
    return rows.where(
        store,
        records.ROLE,
        *_on(
            within,
            "(event, participant) IN (SELECT record, field FROM disputed WHERE \"table\" = 'role' AND {within})",
        ),
        order="event, participant, number",
    )


def on_roles(store: Store, roles: Sequence[str]) -> Iterator[Record]:
    """What is claimed of what some roles are."""
    some = among(roles)
    return rows.where(store, records.CLAIM, f"field = 'role' AND record {some.text}", some.values)


def _on(within: Sequence[str] | None, condition: str) -> tuple[str, Sequence[str]]:
    some = Sql("IS NOT NULL") if within is None else among(within)
    return condition.format(within=f"record {some.text}"), some.values
