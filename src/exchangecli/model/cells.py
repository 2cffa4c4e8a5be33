"""Values as text and back: of claims, of the cells of a Data Package, of a spreadsheet."""

import json
from collections.abc import Callable
from contextlib import suppress

from exchangecli import errors
from exchangecli.model import types
from exchangecli.model.fields import Field
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


def check(field: Field, value: Value) -> None:
    """Hold a value against its field, strictly: only what an export writes is taken.

    A text is taken as it stands, since another program may have written it; no table could hold a NUL. So is a place:
    which groups there are, a dataset says itself.

    Raises:
        ValueProblem: with how it would be written, where it can be read at all.
    """
    if value is None:
        return
    for item in value if isinstance(value, list) else [value]:
        if field.type in TAKEN_AS_TEXT:
            if "\0" in str(item):
                raise errors.ValueProblem(str(item).replace("\0", "␀"), "holds a NUL character")
            continue
        read = field.type.read(as_text(item), field.of, types.Rules())
        if read.value != item or read.companion not in (None, False):
            raise errors.ValueProblem(as_text(item), f"is not as an export writes it: {as_text(read.value)}")


TAKEN_AS_TEXT = types.TEXTUAL | {types.PLACES}


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
