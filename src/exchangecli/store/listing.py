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
from exchangecli.store import conditions, finding, ordering, rows, running
from exchangecli.store.conditions import Answer
from exchangecli.store.opening import Store
from exchangecli.store.sql import MOST_ROWS, Sql, any_of
from exchangecli.store.ways import FEW, HANDFUL, Terms


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

    def __post_init__(self) -> None:
        """Refuse a number of records below zero.

        Raises:
            NegativeLimit.
        """
        if self.limit < 0:
            raise errors.NegativeLimit(self.limit)

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
    table, answered = selection.kind.name, _Asked(store, selection).answer()
    counts = [
        store.connection.execute(f"SELECT count(*) FROM {table} WHERE {branch.text}", branch.values).fetchone()[0]
        for branch in answered.branches
    ]
    return sum(counts)


def ids(store: Store, selection: Selection) -> Iterator[str]:
    """The ids of the records."""
    asked = _Asked(store, selection)
    return (row["id"] for row in _run(asked, Sql(f"{selection.kind.name}.id")))


def found(store: Store, selection: Selection, names: Sequence[str] = ()) -> Iterator[Record]:
    """The records, one by one, each with the marks that were asked for; all their fields, or those of these names."""
    if records.SOURCES.name not in names:
        return _found(store, selection, names)
    from exchangecli.store import provenance

    stored = [name for name in names if name != records.SOURCES.name]
    return provenance.with_counts(store, _found(store, selection, [*stored, "id"]))


def _found(store: Store, selection: Selection, names: Sequence[str]) -> Iterator[Record]:
    kind, marks = selection.kind, selection.marks
    columns = [Sql(rows.columns(kind, tuple(names))), *(_mark(store, selection, name) for name in marks)]
    wanted = Sql(", ".join(one.text for one in columns), tuple(value for one in columns for value in one.values))
    for row in _run(_Asked(store, selection), wanted):
        record = rows.from_row(kind, row)
        record.update({name: bool(record[name]) for name in marks})
        yield record


def _mark(store: Store, selection: Selection, name: str) -> Sql:
    """Whether a record would not have been found without a mark."""
    plain = any_of(_Asked(store, selection.without(name)).answer(walks=True, most=HANDFUL).branches)
    return Sql(f"({plain.text}) IS NOT TRUE AS {name}", plain.values)


class _Asked:
    """A selection whose query has been read, to be answered in one way or another."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self.store = store
        self.selection = selection
        asked = Question(finding.Names(store), selection.query, rules(store), by_membership=selection.by_membership)
        self.today = asked.today
        self.meaning = reading.meaning(asked, selection.kind, And((parse(selection.query), *selection.terms)))

    def answer(self, *, walks: bool = False, most: int = FEW) -> Answer:
        """The conditions that find what is meant; see ``conditions.answer``."""
        terms = Terms(self.today, self.selection.possible, walks, scans=walks and most > HANDFUL, most=most)
        return conditions.answer(self.store, self.selection.kind, self.meaning, terms)


def _run(asked: _Asked, wanted: Sql) -> Iterator[sqlite3.Row]:
    kind, limit = asked.selection.kind, asked.selection.limit
    limit = limit if limit < MOST_ROWS else 0
    order = ordering.order_of(kind, asked.selection.sort)
    if not (limit and order.is_indexed):
        return running.run(asked.store, kind, wanted, asked.answer(), order, limit)
    return running.run_first(asked.store, kind, wanted, lambda most: asked.answer(walks=True, most=most), order, limit)


def readings(store: Store) -> dict[str, str]:
    """How this dataset reads ambiguous names: ``{"Korea": "KR"}``."""
    dataset = rows.get(store, records.DATASET, "dataset") or {}
    return dict(rule.split("=", 1) for rule in dataset.get("readings") or [] if "=" in rule)


def rules(store: Store) -> types.Rules:
    """How this dataset reads what is ambiguous, and which groups of countries it knows."""
    named = store.connection.execute('SELECT DISTINCT "group" FROM membership')
    return types.Rules(readings(store), groups=[row["group"] for row in named])


def columns_of(kind: Kind, names: Sequence[str]) -> list[str]:
    """The names of columns a person asked for, checked; the kind's own where none were named.

    Raises:
        UnknownField: with those there are.
    """
    return [column_of(kind, name.strip()).name for name in names if name.strip()] or list(kind.columns)


def column_of(kind: Kind, name: str) -> Field:
    """A field of a kind that a person names, or what is counted beside them.

    Raises:
        UnknownField: with those there are.
    """
    counts = kind.name in records.CITABLE and name.lower() == records.SOURCES.name
    return records.SOURCES if counts else ordering.field(kind, name)
