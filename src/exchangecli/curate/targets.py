"""Which records ``edit`` and ``delete`` are about: one that is named, or those that a query finds."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.query import parser, syntax
from exchangecli.store import finding, listing, rows
from exchangecli.store.finding import Found
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store

EVERY_KIND = (*records.NAMED, *(name for name in records.LISTED if name not in records.NAMED))
"""What an id may be of; the last five are known by their ids alone."""


class Targets(NamedTuple):
    """Records of one kind."""

    kind: Kind
    records: list[Record]

    def only(self, ids: Collection[str]) -> "Targets":
        """Those of them that have one of these ids."""
        return Targets(self.kind, [record for record in self.records if record["id"] in ids])


def of_words(words: Sequence[str]) -> tuple[Kind | None, str]:
    """The kind that the first word names, and the rest as a query: ``roles role:mc`` -> ROLE, ``role:mc``."""
    text = parser.joined(words).strip()
    first, _, rest = text.partition(" ")
    kind = records.kind_of_word(first)
    return kind, rest.strip() if kind else text


def meant(store: Store, words: Sequence[str]) -> Targets:
    """The records meant by the words of a command.

    Raises:
        NotFound, Ambiguous: where the words are one record's, and none or several are called so.
        BroadTarget: where they are neither a record nor a query that names a field.
    """
    kind, query = of_words(words)
    if not query:
        raise errors.BroadTarget(" ".join(words))
    kinds = (kind.name,) if kind else EVERY_KIND
    found = finding.sought(store, query, kinds)
    if found is None and not syntax.fields(parser.parse(query)):
        found = finding.resolve(store, query, kinds)
    if found:
        return _targets(store, found)
    kind = kind or records.EVENT
    return Targets(kind, list(listing.found(store, Selection(kind, query))))


def one(store: Store, words: str, kinds: Sequence[str] = EVERY_KIND) -> Targets:
    """The one record that is named."""
    return _targets(store, finding.resolve(store, words, kinds))


def of_id(store: Store, record: str) -> tuple[Kind, Record] | tuple[None, None]:
    """The record with an id about which there can be claims, and its kind; nothing where there is none."""
    for name in records.CITABLE:
        found = rows.get(store, records.KINDS[name], record)
        if found:
            return records.KINDS[name], found
    return None, None


def _targets(store: Store, found: Found) -> Targets:
    kind = records.KINDS[found.kind]
    record = rows.get(store, kind, found.id)
    assert record is not None
    return Targets(kind, [record])


def referred(store: Store, meant: Targets) -> dict[str, str]:
    """The names of the records that these refer to, by id."""
    return finding.titles_in(store, meant.records, [one.name for one in meant.kind.references()])


def title(store: Store, kind: Kind, record: Record, besides: Mapping[str, str] | None = None) -> str:
    """What names a record to a person; of a role, say, who it is about and where.

    ``besides`` has the names of records that the dataset does not have, by id.
    """
    if kind.title:
        return str(record.get(kind.title) or record.get("kind") or record["id"])
    parts = [str(record[name]) for name in kind.identity if record.get(name) is not None]
    named = {**(besides or {}), **finding.titles(store, parts)}
    return ", ".join(named.get(part, part) for part in parts)
