"""Values as text and back: of claims, of the cells of a Data Package, of a spreadsheet."""

import json
from collections.abc import Callable
from contextlib import suppress

from exchangecli.model.types import FieldType, Value


def to_cell(value: Value) -> str:
    """A value as text from which ``from_cell`` gives it back: of claims, and of the cells of a Data Package."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
    return as_text(value)


def from_cell(kind: FieldType, cell: str) -> Value:
    """The value that ``to_cell`` wrote.

    Raises:
        ValueError: no value of this type is written so.
    """
    if cell == "":
        return None
    try:
        value = CELLS[kind.schema](cell)
    except (LookupError, RecursionError):
        raise ValueError(cell) from None
    if to_cell(value) != cell:
        raise ValueError(cell)
    return value


def items(cell: str) -> list[str]:
    """The texts in a cell: the items of a list, or the one that it holds; none in an empty one."""
    if cell.startswith("["):
        with suppress(ValueError, RecursionError):
            return list(_array(cell))
    return [cell] if cell else []


def _array(cell: str) -> list[str]:
    items = json.loads(cell)
    if not (isinstance(items, list) and items and all(isinstance(item, str) and item for item in items)):
        raise ValueError(cell)
    return items


def _plain_number(cell: str) -> Value:
    number = float(cell)
    return int(number) if number.is_integer() else number


CELLS: dict[str, Callable[[str], Value]] = {
    "string": str,
    "integer": int,
    "number": _plain_number,
    "boolean": {"true": True, "false": False}.__getitem__,
    "array": _array,
}
"""The type in Table Schema -> what reads a cell of it."""


def as_text(value: Value) -> str:
    """A value in one cell of a spreadsheet: lists joined by semicolons, yes and no, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
