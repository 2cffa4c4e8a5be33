"""One flat row a record, as a spreadsheet user wants it: what an event refers to in readable columns."""

from collections.abc import Iterable, Iterator
from functools import cache

from exchangecli.model import records, types, vocabularies
from exchangecli.model.chunks import chunks
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.model.vocabularies import Term
from exchangecli.store import finding, related
from exchangecli.store.opening import Store


@cache
def _role_columns() -> dict[str, list[Term]]:
    """A column of an event's flat row -> the roles it names: one for each group of roles, as a card has them."""
    by_column: dict[str, list[Term]] = {}
    for term in vocabularies.vocabulary("roles").terms.values():
        by_column.setdefault(term.mappings["group"].lower().replace(" ", "_"), []).append(term)
    return by_column


def _named_with_role(column: str, terms: list[Term], held: dict[str, list[str]]) -> list[str] | None:
    """The participants of one column; a role that is not the column's own is said: ``KOFICE (partner)``."""
    names = [
        name if f"{term.code}s" == column else f"{name} ({term.label.lower()})"
        for term in terms
        for name in held.get(term.code, [])
    ]
    return names or None


def columns(kind: Kind) -> list[str]:
    """The columns of the flat row of a kind: its fields, each reference followed by what it is called."""
    names: list[str] = []
    for field in kind.fields:
        names.append(field.name)
        if _is_named(field):
            names.append(f"{field.name}_name")
    return names + (list(_role_columns()) if kind is records.EVENT else [])


def _is_named(field: Field) -> bool:
    return bool(field.kinds) and not field.type.many and field.type is not types.ORIGIN


def flat_rows(store: Store, kind: Kind, found: Iterable[Record]) -> Iterator[Record]:
    """The flat rows of records, in their order, worked out a thousand at a time."""
    for chunk in chunks(found):
        yield from _chunk(store, kind, chunk)


def _chunk(store: Store, kind: Kind, chunk: list[Record]) -> Iterator[Record]:
    references = [field.name for field in kind.fields if _is_named(field)]
    titles = finding.titles_in(store, chunk, references)
    held = related.participants_by_role(store, [row["id"] for row in chunk]) if kind is records.EVENT else {}
    for row in chunk:
        named = {f"{name}_name": titles.get(row[name] or "") for name in references}
        roles = held.get(row["id"], {})
        by_column = {column: _named_with_role(column, terms, roles) for column, terms in _role_columns().items()}
        yield row | named | (by_column if kind is records.EVENT else {})
