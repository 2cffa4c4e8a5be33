"""What is only possible, and what is not stated: added when asked for, marked, and left out of everything else."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

from exchangecli import errors
from exchangecli.model import records
from exchangecli.store import listing, rows
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

Run = Callable[..., Result]

EVENTS: list[dict[str, Any]] = [
    {"id": "day", "title": "A day", "start": "2018-03-05", "country": "KH", "taking_part": ["KH"]},
    {"id": "month", "title": "A month", "start": "2018-03"},
    {"id": "year", "title": "A year", "start": "2018", "country": "LA", "taking_part": ["ASEAN"]},
    {"id": "decade", "title": "A decade", "start": "201X"},
    {"id": "spring", "title": "A season", "start": "2018-21"},
    {"id": "open", "title": "Since 2017", "start": "2017-05", "end": ".."},
    {"id": "ended", "title": "Until 2018", "end": "2018"},
    {"id": "joined", "title": "The year Laos joined ASEAN", "start": "1997", "country": "LA", "taking_part": ["ASEAN"]},
    {"id": "undated", "title": "At no date", "country": "LA", "taking_part": ["ASEAN"]},
    {"id": "before", "title": "Another year", "start": "2016", "taking_part": ["VN"]},
]


@pytest.fixture
def store(empty: Store, command: Command) -> Store:
    with operation(empty, command):
        rows.insert(empty, records.EVENT, EVENTS)
    return empty


def found(store: Store, query: str, **further: bool) -> dict[str, list[str]]:
    """The ids of what is found, each with the marks it bears."""
    selection = Selection(query=query, **further)  # type: ignore[arg-type]
    return {
        record["id"]: [mark for mark in selection.marks if record[mark]] for record in listing.found(store, selection)
    }


CERTAIN, MAYBE = list[str](), ["possible"]

ON_DAYS = [
    ("date:2018-03-05", {"day", "open"}, {"month", "year", "decade", "spring", "ended"}),
    ("date:2018-03", {"day", "month", "open"}, {"year", "decade", "spring", "ended"}),
    ("date:2018", {"day", "month", "year", "spring", "open", "ended"}, {"decade"}),
    ("date:2010..2019", {"day", "month", "year", "spring", "open", "ended", "decade", "before"}, set()),
    ("start:2018-03", {"day", "month"}, {"year", "decade", "spring"}),
    ("end:2018-06", set(), {"ended"}),
    ("country:ASEAN", {"day", "year"}, {"joined"}),
    ("country:LA date:2018-03", set(), {"year"}),
    ("date:2018-03 or title:another", {"day", "month", "open", "before"}, {"year", "decade", "spring", "ended"}),
    ("date:none", {"undated"}, set()),
]


@pytest.mark.parametrize(("query", "certain", "possible"), ON_DAYS, ids=[query for query, *_ in ON_DAYS])
def test_what_may_be_is_added_and_marked(store: Store, query: str, certain: set[str], possible: set[str]) -> None:
    assert set(found(store, query)) == certain
    marked = dict.fromkeys(certain, CERTAIN) | dict.fromkeys(possible, MAYBE)
    assert found(store, query, possible=True) == marked
    assert listing.count(store, Selection(query=query, possible=True)) == len(marked)


@pytest.mark.parametrize("query", [query for query, *_ in ON_DAYS])
@pytest.mark.parametrize("possible", [False, True])
def test_not_is_the_complement_of_what_is_shown(store: Store, query: str, possible: bool) -> None:
    shown, others = found(store, query, possible=possible), found(store, f"not ({query})", possible=possible)
    assert {*shown, *others} == {event["id"] for event in EVENTS}
    assert not {*shown} & {*others}
    assert not any(others.values()), "what was not stretched bears no mark"


def test_members_of_a_group_that_took_part_are_counted_when_asked(store: Store) -> None:
    assert found(store, "taking-part:KH") == {"day": []}
    assert found(store, "taking-part:KH", by_membership=True) == {"day": [], "year": ["not_stated"]}
    # Cambodia joined in 1999, and of 1997 it is certain that it was no member; Vietnam was one.
    assert "joined" not in found(store, "taking-part:KH", by_membership=True, possible=True)
    assert found(store, "taking-part:VN", by_membership=True) == {
        "before": [],
        "year": ["not_stated"],
        "joined": ["not_stated"],
    }


def test_both_marks_at_once(store: Store) -> None:
    shown = found(store, "taking-part:LA", by_membership=True, possible=True)
    assert shown == {"year": ["not_stated"], "joined": ["possible", "not_stated"]}


# --- from the command line --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("store")
def test_a_table_says_it_in_words(exchange: Run) -> None:
    lines = exchange("list", "date:2018-03", "--possible", "--columns", "title").stdout.splitlines()
    assert lines[0].split() == ["Title", "Remark"]
    assert "A year      possibly" in lines
    assert "A day" in lines
    assert "Remark" not in exchange("list", "date:2010..2019", "--possible").stdout
    both = exchange("list", "taking-part:LA", "--possible", "--by-membership").stdout
    assert "possibly, not stated" in both


@pytest.mark.usefixtures("store")
def test_json_and_csv_say_it_of_each(exchange: Run) -> None:
    listed = json.loads(exchange("list", "date:2018-03", "--possible", "--json").stdout)
    assert {one["id"]: one["possible"] for one in listed}["year"] is True
    assert {one["id"]: one["possible"] for one in listed}["day"] is False
    assert "possible" not in json.loads(exchange("list", "date:2018-03", "--json").stdout)[0]
    header, *lines = exchange("export", "date:2018-03", "--possible", "--csv").stdout.splitlines()
    assert header.endswith(",possible")
    assert [line.rpartition(",")[2] for line in lines].count("yes") == 4
    exported = json.loads(exchange("export", "taking-part:KH", "--by-membership", "--json").stdout)
    assert [one["not_stated"] for one in exported] == [True, False]


@pytest.mark.parametrize(("name", "further"), [("edit", ["status=held"]), ("delete", [])])
@pytest.mark.usefixtures("store")
def test_what_changes_records_never_takes_what_is_only_possible(exchange: Run, name: str, further: list[str]) -> None:
    refused = exchange(name, "date:2018-03", *further, "--possible", "--yes")
    assert refused.exit_code == errors.UsageError.exit_code
    assert f"{name} has no option --possible" in refused.stderr
    exchange(name, "date:2018-03-05", *further, "--yes", "--because", "test")
    changed = {"open", "day"}
    held = set(exchange("list", "status:held", "--ids").stdout.split())
    left = set(exchange("list", "--ids").stdout.split())
    assert (held == changed) if name == "edit" else (left == {event["id"] for event in EVENTS} - changed)
