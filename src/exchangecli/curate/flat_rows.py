"""One flat row a record, as a spreadsheet user wants it: what an event refers to in readable columns."""

from collections.abc import Iterable, Iterator
from itertools import islice

from exchangecli.model import records
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.store import finding, related
from exchangecli.store.opening import Store

ROLE_COLUMNS = {
    "organisers": ("organiser", "co_organiser", "host"),
    "implementers": ("implementer",),
    "partners": ("partner",),
    "supporters": ("patron", "sponsor", "funder"),
    "performers": ("performer", "artist"),
    "presenters": ("mc", "moderator"),
    "speakers": (
        "keynote_speaker",
        "speaker",
        "panellist",
        "opening_remarks",
        "congratulatory_remarks",
        "closing_remarks",
    ),
}
"""A column of an event's flat row -> the roles whose participants it names."""

CHUNK = 1000


def columns(kind: Kind) -> list[str]:
    """The columns of the flat row of a kind: its fields, each reference followed by what it is called."""
    names: list[str] = []
    for field in kind.fields:
        names.append(field.name)
        if _is_named(field):
            names.append(f"{field.name}_name")
    return names + (list(ROLE_COLUMNS) if kind is records.EVENT else [])


def _is_named(field: Field) -> bool:
    return bool(field.kinds) and not field.type.many and field.name != "origin"


def flat_rows(store: Store, kind: Kind, found: Iterable[Record]) -> Iterator[Record]:
    """The flat rows of records, in their order, worked out a thousand at a time."""
    remaining = iter(found)
    while chunk := list(islice(remaining, CHUNK)):
        yield from _chunk(store, kind, chunk)


def _chunk(store: Store, kind: Kind, chunk: list[Record]) -> Iterator[Record]:
    references = [field.name for field in kind.fields if _is_named(field)]
    titles = finding.titles_in(store, chunk, references)
    held = related.participants_by_role(store, [row["id"] for row in chunk]) if kind is records.EVENT else {}
    for row in chunk:
        named = {f"{name}_name": titles.get(row[name] or "") for name in references}
        roles = held.get(row["id"], {})
        by_column = {
            column: list(dict.fromkeys(name for role in wanted for name in roles.get(role, []))) or None
            for column, wanted in ROLE_COLUMNS.items()
        }
        yield row | named | (by_column if kind is records.EVENT else {})
