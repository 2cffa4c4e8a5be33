"""The cells of a row as texts for the fields of a record, whatever the format can say."""

from collections.abc import Iterator, Mapping
from typing import Any

from exchangecli import errors
from exchangecli.curate.columns import Columns
from exchangecli.model import cells
from exchangecli.model.fields import Field
from exchangecli.model.types import Text


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
