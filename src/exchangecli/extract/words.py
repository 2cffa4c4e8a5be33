"""The one door to the words the rules stand on: the tables beside this module, which a reader of the news can amend.

``phrases.csv`` holds many short lists in one table; ``phrase_lists.csv`` says of each what its phrases are. A phrase
may use the notation of regular expressions ("takes? place").
"""

import csv
from functools import cache
from pathlib import Path

TABLES = Path(__file__).parent / "tables"


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table, each by its column headings."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def meanings(table: str) -> dict[str, str]:
    """Word -> what the second column says of it."""
    columns = (tuple(row.values()) for row in rows(table))
    return {column[0]: column[1] for column in columns}


@cache
def words(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(row["word"] for row in rows(table))


@cache
def phrases(of: str) -> tuple[str, ...]:
    """The phrases of one list of ``phrases.csv``, in the order of the table.

    Raises:
        KeyError: there is no such list, which is a mistake in a rule.
    """
    return _lists()[of]


@cache
def either(of: str) -> str:
    """A piece of a regular expression that fits any phrase of a list: ``(?:held|staged)``."""
    return f"(?:{'|'.join(phrases(of))})"


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("phrases"):
        found.setdefault(row["list"], []).append(row["phrase"])
    return {name: tuple(several) for name, several in found.items()}


def event_kind(word: str) -> str | None:
    """The kind of event a head noun names: forum -> forum_conference."""
    return meanings("event_words").get(word.lower())


def body_kind(word: str) -> str | None:
    """What kind of participant a head noun names: ministry -> state."""
    return meanings("body_words").get(word.lower())
