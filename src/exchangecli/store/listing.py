"""The records of a kind that a query finds: all of them, the first few, their number, their ids."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exchangecli import errors
from exchangecli.model import records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.query import reading
from exchangecli.query.asking import Question
from exchangecli.query.parser import parse
from exchangecli.query.syntax import And, Term
from exchangecli.store import conditions, days, finding, rows
from exchangecli.store.conditions import Answer
from exchangecli.store.opening import Store
from exchangecli.store.sql import Sql, any_of
from exchangecli.store.ways import Terms

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
        possible: also what only may be so, of partial dates; marked, where it is shown.
        by_membership: also, as taking part, who belonged to a group that took part; marked, where it is shown.
    """

    kind: Kind = records.EVENT
    query: str = ""
    sort: str = ""
    limit: int = 0
    terms: tuple[Term, ...] = ()
    possible: bool = False
    by_membership: bool = False

    @property
    def marks(self) -> list[str]:
        """What each record says of itself besides: that it is only ``possible``, that it is ``not_stated``."""
        asked = (("possible", self.possible), ("not_stated", self.by_membership))
        return [mark for mark, given in asked if given]

    def without(self, mark: str) -> "Selection":
        """The selection that finds the same, but what would bear this mark."""
        if mark == "possible":
            return replace(self, possible=False)
        return replace(self, by_membership=False)


def count(store: Store, selection: Selection) -> int:
    """How many records the query finds, whatever the limit."""
    table = selection.kind.name
    counts = [
        store.connection.execute(f"SELECT count(*) FROM {table} WHERE {branch.text}", branch.values).fetchone()[0]
        for branch in _answer(store, selection).branches
    ]
    return sum(counts)


def ids(store: Store, selection: Selection) -> Iterator[str]:
    """The ids of the records."""
    return (row["id"] for row in _run(store, selection, Sql(f"{selection.kind.name}.id")))


def found(store: Store, selection: Selection) -> Iterator[Record]:
    """The records, one by one, each with the marks that were asked for."""
    kind, marks = selection.kind, selection.marks
    columns = [Sql(rows.columns(kind)), *(_mark(store, selection, name) for name in marks)]
    wanted = Sql(", ".join(one.text for one in columns), tuple(value for one in columns for value in one.values))
    for row in _run(store, selection, wanted):
        record = rows.from_row(kind, row)
        yield record | {name: bool(record[name]) for name in marks}


def _mark(store: Store, selection: Selection, name: str) -> Sql:
    """Whether a record would not have been found without a mark."""
    plain = any_of(_answer(store, replace(selection.without(name), limit=1)).branches)
    return Sql(f"({plain.text}) IS NOT TRUE AS {name}", plain.values)


def _run(store: Store, selection: Selection, wanted: Sql) -> Iterator[sqlite3.Row]:
    if selection.limit < 0:
        raise errors.NegativeLimit(selection.limit)
    limit = f"LIMIT {selection.limit}" if 0 < selection.limit < MOST else ""
    answered = _answer(store, selection)
    keys, direction = _order(selection)
    if answered.few:  # these are found by their ids, and put in order then: no index of the order is of use
        keys = [f"+{keys[0]}", *keys[1:]]
    met = (
        _merged(selection.kind, answered, keys, direction, limit)
        if len(answered.branches) > 1
        else answered.branches[0]
    )
    return store.connection.execute(
        f"SELECT {wanted.text} FROM {selection.kind.name} WHERE {met.text} {_ordered(keys, direction)} {limit}",
        (*wanted.values, *met.values),
    )


def _merged(kind: Kind, answered: Answer, keys: Sequence[str], direction: str, limit: str) -> Sql:
    """The records of several branches as one condition; of each branch only as many are looked at as are wanted."""
    names = [f"key_{number}" for number in range(len(keys))]
    columns = ", ".join(f"{key} AS {name}" for key, name in zip(keys, names, strict=True))
    branches = " UNION ALL ".join(
        f"SELECT {kind.name}.number AS found, {columns} FROM {kind.name} WHERE {branch.text}"
        for branch in answered.branches
    )
    order = f"{_ordered(names, direction)} {limit}" if limit else ""
    values = tuple(value for branch in answered.branches for value in branch.values)
    return Sql(f"{kind.name}.number IN (SELECT found FROM ({branches} {order}))", values)


def _ordered(keys: Sequence[str], direction: str) -> str:
    """The last key is the row number, which is never NULL, and would cost a sort if it were said where NULLs stand."""
    *others, number = keys
    return f"ORDER BY {', '.join([*(f'{key} {direction} NULLS LAST' for key in others), f'{number} {direction}'])}"


def _answer(store: Store, selection: Selection) -> Answer:
    kind = selection.kind
    asked = Question(finding.Names(store), selection.query, rules(store), by_membership=selection.by_membership)
    what = reading.meaning(asked, kind, And((parse(selection.query), *selection.terms)))
    walks = bool(selection.limit) and kind is records.EVENT and _sorted_by(selection).name == "start"
    return conditions.answer(store, kind, what, Terms(walks, selection.possible, asked.today))


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


def _order(selection: Selection) -> tuple[list[str], str]:
    """By what records are put in order, as SQL, and in which direction.

    What is not known comes last; equal ones stand as they were added, or the other way round with the rest.
    """
    kind = selection.kind
    field = _sorted_by(selection)
    direction = "DESC" if selection.sort.startswith("-") else "ASC"
    keys = ORDERS.get((kind.name, field.name)) or [_sort_key(kind, field)]
    return [*keys, f"{kind.name}.number"], direction


def _sorted_by(selection: Selection) -> Field:
    return _field(selection.kind, selection.sort.removeprefix("-") or selection.kind.sort)


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
