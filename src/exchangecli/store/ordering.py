"""The order in which records are listed."""

from typing import NamedTuple

from exchangecli.model import types
from exchangecli.model.fields import Field, Kind
from exchangecli.store import days
from exchangecli.store.indexes import ORDERED


class Order(NamedTuple):
    """An order of the records of a kind.

    Attributes:
        keys: by what they are put in order, as SQL; the last is the row number, so that the order is a whole one.
        backwards: whether the last come first.
        is_indexed: whether an index has all records in this order.
    """

    keys: tuple[str, ...]
    backwards: bool = False
    is_indexed: bool = False

    def sql(self, keys: tuple[str, ...] = (), *, sorts: bool = False) -> str:
        """The order as SQL.

        What is not known comes last. Of the row number, which is always known, that is not said: it would cost a sort.

        Args:
            keys: the names of the keys, where they have others.
            sorts: whether the records are few and found by other means, so that no index of the order is of use.
        """
        direction = "DESC" if self.backwards else "ASC"
        *others, number = keys or self.keys
        terms = [f"{key} {direction} NULLS LAST" for key in others] + [f"{number} {direction}"]
        return f"ORDER BY {'+' if sorts else ''}{', '.join(terms)}"


def order_of(kind: Kind, sort: str) -> Order:
    """The order a person asks for: a field, with ``-`` before it for the last first; "" is the order of the kind.

    Raises:
        UnknownField: with those there are.
    """
    by = field(kind, sort.removeprefix("-") or kind.sort)
    keys = ORDERS.get((kind.name, by.name)) or [_sort_key(kind, by)]
    return Order((*keys, f"{kind.name}.number"), sort.startswith("-"), (kind.name, by.name) == ORDERED)


ORDERS = {
    ("session", "event"): ["session.event", "session.position"],
    ("membership", "group"): ['fold("group")', days.earliest("start"), "member"],
    ("role", "event"): ["coalesce(role.event, role.programme)", "role.session", "role.role", "role.position"],
}
"""Where the field a kind sorts by leaves an order open that people expect."""


def field(kind: Kind, name: str) -> Field:
    """The field a person names as its option or as its heading; the heading of a start is Date."""
    plain = name.replace("-", "_")
    return kind.field("start" if plain.lower() == "date" and kind.has("start") else plain)


def _sort_key(kind: Kind, by: Field) -> str:
    column = f'{kind.name}."{by.name}"'
    if by.type in (types.DATE, types.END_DATE):
        generated = kind.name in ("event", "programme") and by.name in ("start", "end")
        return f"{kind.name}.{by.name}_earliest" if generated else days.earliest(column)
    if by.type is types.TEXT:
        return f"fold({column})"
    return column
