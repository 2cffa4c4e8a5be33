"""The truth of an article: every fact that it states, as a person read it, with the words that state it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIELDS = (
    "event_name",
    "date",
    "venue",
    "city",
    "country",
    "org_role",
    "person_role",
    "person_affil",
    "session",
    "attendance",
    "edition",
    "launch",
    "theme",
    "acronym",
    "count",
    "programme",
    "status",
)
"""The fields that count; facts of others (``members``, ``event_series``) are notes for the reader of the file."""
KIND = "kind"
"""The kind of an event: measured, and left out of the total."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that an article states.

    Attributes:
        field: one of ``FIELDS``, or ``kind``.
        event: the key of its event in the truth file; ``*``, or the name of a body, where it belongs to none.
        values: the forms of the value that are right, each as good as another.
        quote: the words that state it, ``text[start:end]`` of the article.
        start, end: where they stand, in code points.
        optional: whether it is implied, debatable or told in passing: neither wrong to propose nor a miss to leave.
        roles: of a role, the codes that are right.
        person: of an affiliation, whose it is.
    """

    field: str
    event: str
    values: tuple[str, ...]
    quote: str
    start: int
    end: int
    optional: bool = False
    roles: tuple[str, ...] = ()
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its truth: its key in the truth file, where its text lies, its facts, and its events' keys."""

    key: str
    path: Path
    facts: tuple[Fact, ...]
    events: tuple[str, ...]

    def text(self) -> str:
        """The article as it is scored: its file's text, byte for byte."""
        return self.path.read_bytes().decode()


def _fact(row: dict[str, Any]) -> Fact:
    roles = (row["role"], *row.get("roles", ())) if "role" in row else ()
    place = (row["quote"], row["start"], row["end"])
    field = "programme" if row["field"] == "event_series" else row["field"]
    return Fact(field, row["event"], tuple(row["value"]), *place, row["optional"], roles, row.get("person"))


def _kinds(facts: Iterable[Fact], events: dict[str, Any]) -> list[Fact]:
    """The kind of each event as a fact, which rests on the words that name it."""
    named = {fact.event: fact for fact in facts if fact.field == "event_name"}
    places = [(key, (named[key].quote, named[key].start, named[key].end, named[key].optional)) for key in events]
    return [Fact(KIND, key, (events[key]["kind"], *events[key].get("kinds", ())), *place) for key, place in places]


def _document(key: str, row: dict[str, Any], folder: Path) -> Document:
    facts = [_fact(fact) for fact in row["facts"] if fact["field"] in (*FIELDS, "event_series")]
    events = row["events"]
    return Document(key, folder / row["path"], (*facts, *_kinds(facts, events)), tuple(events))


def read_truth(path: Path) -> list[Document]:
    """Read a truth file; the articles lie beside it."""
    rows = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return [_document(key, row, path.parent) for key, row in rows.items()]
