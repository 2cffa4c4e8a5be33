"""The tables of words stand as they should: each cue compiles, and names a role, a side and who it can be."""

import re

import pytest

from exchangecli.extract import words
from exchangecli.extract.role_cues import Cue, cues
from exchangecli.model.vocabularies import vocabulary

TABLES = sorted(path.stem for path in words.TABLES.glob("*.csv"))
SECOND = {
    "event_words": vocabulary("event-kinds").terms.keys(),
    "event_words_abroad": vocabulary("event-kinds").terms.keys(),
    "body_words": {"organisation", "state", "ensemble"},
    "programme_words": {"series", "initiative", "scheme", "institution"},
    "list_labels": vocabulary("roles").terms.keys(),
    "end_marks": {"starts", "contains", "line"},
}
"""What the second column of a table may say."""


def faults(cue: Cue) -> list[str]:
    """What is wrong with a cue."""
    wrong = {
        "its role is no role": cue.role not in vocabulary("roles").terms,
        "its side is no side": cue.side not in ("before", "after"),
        "nobody can be it": cue.who not in ("body", "person", "performer", "any"),
        "its name is no name": not re.fullmatch(r"[a-z]+(-[a-z]+)*", cue.rule),
        "it finds a role where nothing stands": cue.pattern.search("") is not None,
    }
    return [fault for fault, is_so in wrong.items() if is_so]


def test_every_cue_is_whole() -> None:
    assert len(cues()) == len(words.rows("cues")) > 100
    assert {(number, cue.rule): faults(cue) for number, cue in enumerate(cues(), 2) if faults(cue)} == {}


def test_no_cue_stands_there_twice() -> None:
    said = [(row["cue"], row["side"], row["role"]) for row in words.rows("cues")]
    assert sorted({one for one in said if said.count(one) > 1}) == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_a_table_is_whole(table: str) -> None:
    rows = words.rows(table)
    assert [row for row in rows if None in row or None in row.values()] == []
    assert [row for row in rows if next(iter(row.values())) != next(iter(row.values())).strip(" ")] in ([], rows)
    assert [row for row in rows if not next(iter(row.values()))] == []


@pytest.mark.parametrize("table", sorted(SECOND))
def test_the_second_column_keeps_to_its_vocabulary(table: str) -> None:
    assert {*words.meanings(table).values()} <= {*SECOND[table]}


@pytest.mark.parametrize("table", [table for table in TABLES if table not in ("cues", "list_labels", "precision")])
def test_no_word_stands_there_twice(table: str) -> None:
    whole = table in ("phrases", "small_words", "statuses")  # a word may be in several of their lists
    said = [tuple(row.values()) if whole else next(iter(row.values())) for row in words.rows(table)]
    assert sorted({word for word in said if said.count(word) > 1}) == []


def test_the_countries_of_adjectives_are_countries() -> None:
    from exchangecli.model.countries import country_name

    assert [code for code in words.meanings("demonyms").values() if not country_name(code)] == []


def test_what_a_head_word_names() -> None:
    assert (words.event_kind("Forum"), words.event_kind("loom")) == ("forum_conference", None)
    assert (words.body_kind("Ministry"), words.body_kind("loom")) == ("state", None)
