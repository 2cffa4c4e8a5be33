"""Runs the question that an answer has become, so that the first records come as soon as they can.

Where an index has the order, the records near its beginning are looked at first: of what is common they hold as many
as are wanted. Only then is it worth while to look up whether few records meet a condition, and to walk on.
"""

import sqlite3
from collections.abc import Callable, Iterator

from exchangecli.model.fields import Kind
from exchangecli.store.conditions import Answer
from exchangecli.store.opening import Store
from exchangecli.store.ordering import Order
from exchangecli.store.sql import Sql, all_of
from exchangecli.store.ways import FEW, HANDFUL

NEAR = 2000
"""How many records at the beginning of the order are looked at first."""


def run_first(
    store: Store, kind: Kind, wanted: Sql, answered: Callable[[int], Answer], order: Order, limit: int
) -> Iterator[sqlite3.Row]:
    """The first records in an order that an index has.

    Args:
        store: the dataset.
        kind: whose records.
        wanted: the columns.
        answered: the answer, given how many records may be named in it.
        order: in which they come.
        limit: how many.
    """
    at_hand = answered(HANDFUL)
    if at_hand.is_named:
        return run(store, kind, wanted, at_hand, order, limit)
    near = _near(store, kind, at_hand, order)
    if near:
        found = list(run(store, kind, wanted, near, order, limit))
        if len(found) == limit or near is at_hand:
            return iter(found)
    return run(store, kind, wanted, answered(FEW), order, limit)


def _near(store: Store, kind: Kind, answered: Answer, order: Order) -> Answer | None:
    """The answer as far as it lies near the beginning of the order: all of it, where no more is there.

    None where that part of the order is not known by a day.
    """
    key, table = order.keys[0], kind.name
    row = store.connection.execute(
        f"SELECT {key} FROM {table} WHERE {answered.walked.text} {order.sql()} LIMIT 1 OFFSET {NEAR}",
        answered.walked.values,
    ).fetchone()
    if row is None:
        return answered
    if row[0] is None:
        return None
    bound = Sql(f"{key} {'>=' if order.backwards else '<='} ?", (row[0],))
    return answered._replace(branches=tuple(all_of([branch, bound]) for branch in answered.branches))


def run(store: Store, kind: Kind, wanted: Sql, answered: Answer, order: Order, limit: int = 0) -> Iterator[sqlite3.Row]:
    """The records of an answer in an order; a limit of 0 is all of them."""
    most = f"LIMIT {limit}" if limit else ""
    met = answered.branches[0] if len(answered.branches) == 1 else _merged(kind, answered, order, most)
    return store.connection.execute(
        f"SELECT {wanted.text} FROM {kind.name} WHERE {met.text} {order.sql(sorts=answered.is_named)} {most}",
        (*wanted.values, *met.values),
    )


def _merged(kind: Kind, answered: Answer, order: Order, most: str) -> Sql:
    """The records of several branches as one condition; of each branch only as many are looked at as are wanted."""
    names = tuple(f"key_{number}" for number in range(len(order.keys)))
    columns = ", ".join(f"{key} AS {name}" for key, name in zip(order.keys, names, strict=True))
    branches = " UNION ALL ".join(
        f"SELECT {kind.name}.number AS found, {columns} FROM {kind.name} WHERE {branch.text}"
        for branch in answered.branches
    )
    values = tuple(value for branch in answered.branches for value in branch.values)
    ordered = f"{order.sql(names)} {most}" if most else ""
    return Sql(f"{kind.name}.number IN (SELECT found FROM ({branches} {ordered}))", values)
