"""Records that may be meant by a name that is not spelled as theirs: found by the indexes, never all of them.

Candidates are the records whose names hold all telling words of the name, or all but one (of a long one two), each
begun so: "innovat" finds Innovate and Innovative. Of several the search index's own ranking takes the likeliest.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import combinations

from exchangecli.model import folding, names, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import related, rows
from exchangecli.store.opening import Store

MOST = 30
"""How many are compared for one name."""

MOST_WORDS = 6
"""How many words of a name are looked up, the longest."""

STEMS = ((9, 3), (6, 2))
"""Words of so many letters are looked up without so many of their last: Innovative finds Innovate."""

BEGUN = 4
"""Words of so many letters may go on."""


def candidates(store: Store, kind: Kind, called: Sequence[str], day: str = "") -> list[Record]:
    """The records of a kind that may be called so, each with ``names`` and ``acronyms``.

    Args:
        store: the dataset.
        kind: event, participant or programme.
        called: names of what is looked for, its acronyms among them.
        day: on which an event began; of a long series the editions about that day are found first.
    """
    found: dict[int, None] = {}
    for name in dict.fromkeys(called):
        match = _expression(name, leaves_out=kind is not records.EVENT)
        if match:
            found.update(dict.fromkeys(_about(store, match, day) if day else ()))
            found.update(dict.fromkeys(_numbers(store, kind, match)))
    return with_names(store, kind, list(found))


def on_day(store: Store, day: str, city: str) -> list[Record]:
    """The events that begin on a day in a city, with their names; at most as many as are compared for one name."""
    question = "SELECT number FROM event WHERE start_earliest = ? AND fold(city) = ? LIMIT ?"
    found = store.connection.execute(question, [day, folding.fold(city), MOST])
    return with_names(store, records.EVENT, [row["number"] for row in found])


def with_names(store: Store, kind: Kind, numbers: Sequence[int]) -> list[Record]:
    """Records by the numbers of their rows, with all their names."""
    question = "number IN (SELECT value FROM json_each(?))"
    found = list(rows.where(store, kind, question, [json.dumps(numbers)]))
    others = related.further_names(store, [record["id"] for record in found])
    return [named(kind, record, others.get(record["id"], [])) for record in found]


def named(kind: Kind, record: Record, others: Sequence[Record] = ()) -> Record:
    """A record with ``names`` and ``acronyms``: its own, and those of the rows of ``name`` about it."""
    acronyms = [one["name"] for one in others if one["kind"] == "acronym"]
    acronyms += [record["acronym"]] if record.get("acronym") else []
    called = [record[kind.title], *acronyms, *(one["name"] for one in others)]
    return record | {"names": list(dict.fromkeys(filter(None, called))), "acronyms": acronyms}


def _numbers(store: Store, kind: Kind, match: str) -> Iterator[int]:
    question = f"SELECT rowid FROM {kind.name}_search WHERE {kind.name}_search MATCH ? ORDER BY rank LIMIT {MOST}"
    return (row[0] for row in store.connection.execute(question, [f"{{title names}} : ({match})"]))


def _about(store: Store, match: str, day: str) -> Iterator[int]:
    question = f"""SELECT number FROM event_search CROSS JOIN event ON event.number = event_search.rowid
        WHERE event_search MATCH ? AND start_earliest BETWEEN date(?, '-31 days') AND date(?, '+31 days')
        LIMIT {MOST}"""
    return (row[0] for row in store.connection.execute(question, [f"{{title names}} : ({match})", day, day]))


def _expression(name: str, *, leaves_out: bool) -> str:
    """What finds a name in the index: all its telling words, or all but one, of a long one but two."""
    telling = " ".join(names.parsed(name).words)
    words = sorted(dict.fromkeys(folding.search_text(telling).split()), key=len, reverse=True)[:MOST_WORDS]
    terms = [_term(word) for word in words]
    spared = max(len(terms) - 4, 1 if len(terms) > 2 or leaves_out else 0)  # noqa: PLR2004
    ways = list(combinations(terms, max(len(terms) - spared, 1)))
    return " OR ".join(f"({' AND '.join(way)})" for way in ways if way)


def _term(word: str) -> str:
    for length, last in STEMS:
        if word.isascii() and len(word) >= length:
            return f'"{word[:-last]}"*'
    return f'"{word}"*' if word.isascii() and len(word) >= BEGUN else f'"{word}"'
