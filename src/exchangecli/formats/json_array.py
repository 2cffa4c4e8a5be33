"""JSON (RFC 8259): one array of objects, a record a line, in UTF-8. A single object is read as an array of one."""

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from exchangecli import errors
from exchangecli.formats.sheets import RawRow, Sheet, lines
from exchangecli.model.types import Record


def write(records: Iterable[Record], columns: list[str]) -> Iterator[bytes]:
    """Write records as one array."""
    before = "[\n"
    for record in records:
        yield f"{before} {line(record, columns)}".encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def line(record: Record, columns: list[str]) -> str:
    """One record on one line; a column it does not have is null."""
    return json.dumps({name: record.get(name) for name in columns}, ensure_ascii=False)


def read(file: BinaryIO, name: str) -> Sheet:
    """Read an array of objects, each with headings of its own; they are counted from 1.

    Raises:
        NotUtf8, BadJson: with the line.
    """
    value = parsed("".join(lines(file, name)), name)
    return Sheet("item", None, _rows(value if isinstance(value, list) else [value]))


def _rows(items: list[Any]) -> Iterator[RawRow]:
    for number, item in enumerate(items, 1):
        yield row(number, item)


def row(number: int, item: Any) -> RawRow:
    """A row of what should be an object."""
    if isinstance(item, dict):
        return RawRow(number, item)
    return RawRow(number, {"value": item}, 'is no object; a record is written {"field": "value", ...}')


def parsed(text: str, name: str, line: int = 1) -> Any:
    """What a JSON text says; ``line`` is the one on which it begins.

    Raises:
        BadJson: it is none, says a key twice, or a number that JSON does not have.
    """
    try:
        value = json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_number, parse_float=_finite)
    except json.JSONDecodeError as problem:
        where = line + problem.lineno - 1
        raise errors.BadJson(name, where, f"{problem.msg[0].lower()}{problem.msg[1:]}") from None
    except RecursionError:
        raise errors.BadJson(name, line, "its values are nested too deeply") from None
    except ValueError as problem:
        said = str(problem)
        raise errors.BadJson(name, line, "a number has too many digits" if "digits" in said else said) from None
    if HALF_A_CHARACTER.search(text):
        _refuse_halves(value, name, line)
    return value


HALF_A_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
"""How half of a character that takes two is written; two halves together are a whole one."""


def _refuse_halves(value: Any, name: str, line: int) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as problem:
        half = problem.object[problem.start]
        raise errors.BadJson(name, line, f"\\u{ord(half):x} is half a character") from None


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text} is larger than any number can be here")
    return number


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f'the key "{next(key for key in keys if keys.count(key) > 1)}" stands twice in one object')
    return made


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number in JSON")
