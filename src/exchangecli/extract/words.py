"""The word lists the rules stand on, from the tables beside this module; a reader of culture news can amend them."""

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
    return {first: second for first, second in (tuple(row.values())[:2] for row in rows(table))}


@cache
def words(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(row["word"] for row in rows(table))


def event_kind(word: str) -> str | None:
    """The kind of event a head noun names: forum -> forum_conference."""
    return meanings("event_words").get(word.lower())


def body_kind(word: str) -> str | None:
    """What kind of participant a head noun names: ministry -> state."""
    return meanings("body_words").get(word.lower())
