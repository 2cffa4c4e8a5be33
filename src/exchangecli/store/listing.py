"""The records of a kind that a query finds: all of them, the first few, their number, their ids."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exchangecli import errors
from exchangecli.model import records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.query.parser import parse
from exchangecli.query.syntax import And, Term
from exchangecli.store import conditions, days, rows
from exchangecli.store.opening import Store
from exchangecli.store.questions import Question, Sql

MOST = 1 << 62
"""SQLite counts no further; whoever asks for more gets all."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records: of a kind, by a query, in an order.

    Attributes:
        kind: of the records.
        query: in the query language; empty is all of them.
        sort: a field, with ``-`` before it for the last first; empty is the order of the kind.
        limit: how many; 0 is all.
        terms: further terms that must all be met, whatever branches the query has; each names its option.
    """

    kind: Kind = records.EVENT
    query: str = ""
    sort: str = ""
    limit: int = 0
    terms: tuple[Term, ...] = ()


def count(store: Store, selection: Selection) -> int:
    """How many records the query finds, whatever the limit."""
    asked = _condition(store, selection)
    (number,) = store.connection.execute(
        f"SELECT count(*) FROM {selection.kind.name} WHERE {asked.text}", asked.values
    ).fetchone()
    return int(number)


def ids(store: Store, selection: Selection) -> Iterator[str]:
    """The ids of the records."""
    return (row["id"] for row in _run(store, selection, f"{selection.kind.name}.id"))


def found(store: Store, selection: Selection) -> Iterator[Record]:
    """The records, one by one."""
    kind = selection.kind
    return (rows.from_row(kind, row) for row in _run(store, selection, rows.columns(kind)))


def _run(store: Store, selection: Selection, columns: str) -> Iterator[sqlite3.Row]:
    if selection.limit < 0:
        raise errors.NegativeLimit(selection.limit)
    asked = _condition(store, selection)
    limit = f"LIMIT {selection.limit}" if 0 < selection.limit < MOST else ""
    return store.connection.execute(
        f"SELECT {columns} FROM {selection.kind.name} WHERE {asked.text} ORDER BY {_order(selection)} {limit}",
        asked.values,
    )


def _condition(store: Store, selection: Selection) -> Sql:
    asked = Question(store, selection.query, rules(store))
    return conditions.condition(asked, selection.kind, And((parse(selection.query), *selection.terms)))


def readings(store: Store) -> dict[str, str]:
    """How this dataset reads ambiguous names: ``{"Korea": "KR"}``."""
    dataset = rows.get(store, records.DATASET, "dataset") or {}
    return dict(rule.split("=", 1) for rule in dataset.get("readings") or [] if "=" in rule)


def rules(store: Store) -> types.Rules:
    """How this dataset reads what is ambiguous, and which groups of countries it knows."""
    named = store.connection.execute('SELECT DISTINCT "group" FROM membership')
    return types.Rules(readings(store), groups=[row["group"] for row in named])


ORDERS = {
    ("session", "event"): ["session.event", "session.position"],
    ("membership", "group"): ['fold("group")', days.earliest("start"), "member"],
    ("role", "event"): ["coalesce(role.event, role.programme)", "role.session", "role.role", "role.position"],
}
"""Where the field a kind sorts by leaves an order open that people expect."""


def _order(selection: Selection) -> str:
    """What is not known comes last; equal ones stand as they were added, or the other way round with the rest."""
    kind = selection.kind
    backwards = selection.sort.startswith("-")
    name = (selection.sort[1:] if backwards else selection.sort) or kind.sort
    field = _field(kind, name)
    direction = "DESC" if backwards else "ASC"
    terms = ORDERS.get((kind.name, field.name)) or [_sort_key(kind, field)]
    return ", ".join([f"{term} {direction} NULLS LAST" for term in terms] + [f"{kind.name}.number {direction}"])


def _field(kind: Kind, name: str) -> Field:
    """The field a person names as its option or as its heading; the heading of a start is Date."""
    plain = name.replace("-", "_")
    return kind.field("start" if plain.lower() == "date" and kind.has("start") else plain)


def _sort_key(kind: Kind, field: Field) -> str:
    column = f'{kind.name}."{field.name}"'
    if field.type in (types.DATE, types.END_DATE):
        generated = kind.name in ("event", "programme") and field.name in ("start", "end")
        return f"{kind.name}.{field.name}_earliest" if generated else days.earliest(column)
    if field.type is types.TEXT:
        return f"fold({column})"
    return column


def columns_of(kind: Kind, names: Sequence[str]) -> list[str]:
    """The names of columns a person asked for, checked; the kind's own where none were named.

    Raises:
        UnknownField: with those there are.
    """
    return [_field(kind, name.strip()).name for name in names if name.strip()] or list(kind.columns)
