"""The cells of a row as texts for the fields of a record, whatever the format can say."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from exchangecli import errors
from exchangecli.curate.columns import WHY_REFUSED, Columns
from exchangecli.curate.recognising import refusal
from exchangecli.formats.sheets import RawRow
from exchangecli.model import cells
from exchangecli.model.fields import Field
from exchangecli.model.types import Text

TOTALS = ("total", "totals", "sum", "grand total", "subtotal", "합계", "총계", "소계", "계", "tổng", "tổng cộng")
"""What stands before the sums at the bottom of a table."""

BEYOND = re.compile(r"column \d+'*")
"""The heading that a cell without one has got."""


def refuse_what_is_no_record(row: RawRow, columns: Columns) -> None:
    """Refuse a row that could not be read, that only sums up others, or that was refused and is not mended.

    Raises:
        FieldProblems: what is wrong with it.
    """
    if row.problem:
        raise refusal(row.problem)
    sums = [text for text in row.cells.values() if isinstance(text, str) and text.strip().casefold() in TOTALS]
    if sums and not _has_id(row, columns):
        raise refusal(f'"{sums[0].strip()}" stands before sums, and the row is no record; take it out')
    if WHY_REFUSED in row.cells:
        beyond = [heading for heading, cell in row.cells.items() if cell and BEYOND.fullmatch(heading)]
        strays = [heading for heading in beyond if heading not in columns.mapped]
        if strays:
            raise refusal(f"still has a cell beyond the headings, in {strays[0]}; move it, or take it out")


def _has_id(row: RawRow, columns: Columns) -> bool:
    """Whether a row names the record that it is, as an export does, whatever that is called."""
    return any(row.cells.get(heading) for heading, known in columns.by_heading.items() if known and known.name == "id")


def texts(given: Mapping[str, Any], columns: Columns, shared: Mapping[str, str], split: str = "") -> dict[str, Text]:
    """The texts of a row by their fields; an empty cell says nothing.

    Args:
        given: heading -> what stands there.
        columns: what the headings mean.
        shared: field -> the text that every row has.
        split: what parts the items of a list in a cell; empty: what parts them as its type says.

    Raises:
        FieldProblems: a cell holds what no field of its type can.
    """
    found: dict[str, Text] = {}
    problems: list[tuple[str, errors.ExchangeError]] = []
    for heading, value in given.items():
        one = columns.field_of(heading)
        if one is None or value is None or value == "":
            continue
        try:
            text = _text(one, value, split)
        except errors.ValueProblem as problem:
            problems.append((one.name, problem))
            continue
        if text:
            found[one.name] = text
    if problems:
        raise errors.FieldProblems(problems)
    return {**shared, **found}


def _text(one: Field, value: Any, split: str) -> Text:
    if isinstance(value, str):
        return _parts(value, split) if split and one.type.many else value.strip()
    if isinstance(value, dict):
        raise errors.ValueProblem(_shown(value), "is an object, where a text, a number or a list belongs")
    if isinstance(value, list):
        return _listed(one, value)
    return cells.as_text(value)


def _parts(value: str, split: str) -> list[str]:
    return [part.strip() for part in value.split(split) if part.strip()]


def _listed(one: Field, value: list[Any]) -> Text:
    items = list(_items(value))
    if one.type.many:
        return items
    if len(items) > 1:
        raise errors.ValueProblem("; ".join(items), f"is a list, and {one.name} holds one value")
    return "".join(items)


def _items(value: list[Any]) -> Iterator[str]:
    for item in value:
        if isinstance(item, dict | list):
            raise errors.ValueProblem(_shown(item), "stands within a list, where texts belong")
        if item not in (None, ""):
            yield cells.as_text(item).strip()


def _shown(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
