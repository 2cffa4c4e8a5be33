"""The ids of records: made once, never changed.

What a person knows by name gets a readable slug; a fact without a name gets an id made of its content, so that the same
fact from two people's files is one row.
"""

import re
from collections.abc import Callable

from exchangecli.model import cells, slugs, types
from exchangecli.model.fields import Kind

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def new_id(kind: Kind, record: types.Record, taken: Callable[[str], bool]) -> str:
    """The id of a new record.

    Args:
        kind: of the record.
        record: its values.
        taken: whether an id is in use, by something else; then it gets ``-2``, ``-3``...
    """
    base = content_id(kind, record) if kind.identity else _slug(kind, record)
    number = 1
    candidate = base
    while taken(candidate):
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def content_id(kind: Kind, record: types.Record) -> str:
    """The id that follows from what a fact says."""
    return slugs.content_id(kind.name, *(cells.to_cell(record.get(name)) or None for name in kind.identity))


def _slug(kind: Kind, record: types.Record) -> str:
    title = str(record.get(kind.title) or record.get("kind") or kind.name)
    if kind.name == "event":
        return _event_slug(title, record.get("start"))
    if kind.name == "session" and not record.get("title"):
        return f"{record['event']}-{slugs.slug(title)}"
    return slugs.slug(title)


def _event_slug(title: str, start: str | None) -> str:
    """The title with the year at its end, whether the title begins with it, or the date alone says it."""
    named = YEAR.search(title)
    year = start[:4] if start and start[:4].isdecimal() else named[0] if named else ""
    without = title.replace(year, " ") if year else title
    base = slugs.slug(without if without.strip(" -–:,()") else title)
    return f"{base}-{year}" if year and base != year else base
