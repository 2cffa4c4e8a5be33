"""What is known of sources, and which claims there are where they may disagree."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from exchangecli.model import records
from exchangecli.model.chunks import chunks
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


def reporting(store: Store, titles: Sequence[str], events: Sequence[str]) -> list[str]:
    """The sources out of which events of one of these titles were read, or that are cited for one of these events."""
    named, known = among(titles), among(events)
    question = f"""SELECT source FROM proposal WHERE field = 'title' AND value {named.text}
        UNION SELECT source FROM claim WHERE source IS NOT NULL AND record {known.text}"""
    return [row["source"] for row in store.connection.execute(question, (*named.values, *known.values))]


def proposing(store: Store, statuses: Sequence[str]) -> list[str]:
    """The sources that have proposals of these statuses, in the order in which they were taken in."""
    some = among(statuses)
    question = f"SELECT source FROM proposal WHERE status {some.text} GROUP BY source ORDER BY min(number)"
    return [row["source"] for row in store.connection.execute(question, some.values)]


class ReadBy(NamedTuple):
    """By which rule something was read: the record that it became, the field, the rule."""

    record: str
    field: str
    rule: str


def rules_of(store: Store, sources: Sequence[str]) -> dict[tuple[str, str], list[ReadBy]]:
    """By which rules that was read out of sources which was accepted: (source, words) -> all that rests on them."""
    some = among(sources)
    question = f"""SELECT source, quote, field, record, rule FROM proposal
        WHERE status = 'accepted' AND source {some.text}"""
    found = store.connection.execute(question, some.values)
    read: dict[tuple[str, str], list[ReadBy]] = {}
    for row in found:
        one = ReadBy(row["record"], row["field"], row["rule"])
        read.setdefault((row["source"], row["quote"]), []).append(one)
    return read


def with_counts(store: Store, found: Iterable[Record]) -> Iterator[Record]:
    """Records, each with how many independent sources it rests on, counted a thousand at a time."""
    for chunk in chunks(found):
        some = among([record["id"] for record in chunk])
        question = f"""SELECT DISTINCT record, source FROM claim
            WHERE record {some.text} AND source IS NOT NULL AND rank IN ('preferred', 'normal')"""
        cited: dict[str, list[str]] = {}
        for row in store.connection.execute(question, some.values):
            cited.setdefault(row["record"], []).append(row["source"])
        known = origins(store, list({source for sources in cited.values() for source in sources}))
        for record in chunk:
            yield record | {records.SOURCES.name: independent(cited.get(record["id"], ()), known)}


class Support(NamedTuple):
    """That a source says something of a record: the field and the value, as claims hold it.

    ``roles`` stands for the roles at an event or a programme, without a value.
    """

    record: str
    source: str
    field: str
    value: str | None


def cited(store: Store, kind: Kind, ids: Sequence[str]) -> Iterator[Support]:
    """For what records are cited by claims that stand, in the order in which they were written down."""
    some = among(ids)
    standing = "source IS NOT NULL AND rank IN ('preferred', 'normal')"
    question = f"SELECT record, source, field, value FROM claim WHERE record {some.text} AND {standing} ORDER BY number"
    yield from map(Support._make, store.connection.execute(question, some.values))
    if kind in (records.EVENT, records.PROGRAMME):
        roles = f"""SELECT role.{kind.name}, source, 'roles', NULL FROM role JOIN claim ON claim.record = role.id
            WHERE role.{kind.name} {some.text} AND {standing} ORDER BY claim.number"""
        yield from map(Support._make, store.connection.execute(roles, some.values))


def bibliography(store: Store, sources: Sequence[str]) -> dict[str, Record]:
    """What names sources to a reader: id -> title, publisher, author, published, url."""
    some = among(sources)
    question = f"SELECT id, title, publisher, author, published, url FROM source WHERE id {some.text}"
    return {row["id"]: dict(row) for row in store.connection.execute(question, some.values)}


def with_text(store: Store, most: int) -> list[str]:
    """The ids of the sources whose text is kept, those added last first."""
    question = "SELECT id FROM source WHERE text IS NOT NULL ORDER BY number DESC LIMIT ?"
    return [row["id"] for row in store.connection.execute(question, [most])]


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


def differing_fields(store: Store, record: str) -> set[str]:
    """The fields of a record of which several values are claimed."""
    question = "SELECT field FROM disputed WHERE record = ? AND \"table\" = 'claim'"
    return {row["field"] for row in store.connection.execute(question, [record])}


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
