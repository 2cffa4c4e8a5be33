"""How SQLite goes about queries: no common one reads the table of events from end to end."""

import re

import pytest

from exchangecli.model import records
from exchangecli.query import reading
from exchangecli.query.asking import Question
from exchangecli.query.parser import parse
from exchangecli.store import conditions, finding, listing, ordering, rows, running
from exchangecli.store.opening import Store
from exchangecli.store.sql import Sql
from exchangecli.store.ways import FEW, Terms

COMMON = """
country:VN · country:VN,SG · country:ASEAN · kind:forum · kind:forum,concert · status:held · city:singapore · concert
문화 · "music concert" · discipline:music · year:2025 · date:2024-10..2025 · date:..2010 · date:-6m..
participant:kofice · organiser:kofice · role:speaker · programme:asem · part-of:any
part-of:8th-asem-culture-ministers-meeting-2018 · session:"cultural literacy" · source:newsflash · source:any
taking-part:KR · taking-part:ASEAN · has:conflict
edited:-7d.. · id:asean · country:KR year:2025 · kind:concert role:performer · concert or kind:forum
"""
QUERIES = [query for line in COMMON.strip().splitlines() for query in line.split(" · ")]
NEGATIVE = ["", "not country:VN", "has:no-source", "year:2025 taking-part:KR not concert"]
"""Of which so much is found that only a walk along the order is of any use."""

READ_THROUGH = re.compile(r"SCAN (event|role|claim|session|participant|change)\b(?! USING INDEX event_days| VIRTUAL)")


def plan(store: Store, query: str, terms: Terms, limit: int) -> list[str]:
    asked = Question(finding.Names(store), query, listing.rules(store))
    what = reading.meaning(asked, records.EVENT, parse(query))
    answered = conditions.answer(store, records.EVENT, what, terms)
    steps: list[str] = []
    store.connection.set_trace_callback(steps.append)
    order = ordering.order_of(records.EVENT, "")
    list(running.run(store, records.EVENT, Sql(rows.columns(records.EVENT)), answered, order, limit))
    store.connection.set_trace_callback(None)
    asked_of_sqlite = [step for step in steps if not step.startswith("--")]
    return [row["detail"] for step in asked_of_sqlite for row in store.connection.execute(f"EXPLAIN QUERY PLAN {step}")]


@pytest.mark.parametrize("few", [0, FEW], ids=["as if many", "as few"])
@pytest.mark.parametrize("query", QUERIES + NEGATIVE)
def test_the_first_of_a_common_query_read_no_whole_table(sample: Store, query: str, few: int) -> None:
    steps = plan(sample, query, Terms(walks=True, few=few), 20)
    assert steps
    assert not [step for step in steps if READ_THROUGH.search(step)], steps


@pytest.mark.parametrize("query", QUERIES)
def test_all_of_a_common_query_are_gathered_by_an_index(sample: Store, query: str) -> None:
    steps = plan(sample, query, Terms(few=0), 0)
    assert not [step for step in steps if step == "SCAN event"], steps


def test_a_walk_along_the_days_sorts_nothing(sample: Store) -> None:
    for query in ("", "country:VN", "kind:forum", "role:performer", "country:ASEAN not concert"):
        steps = plan(sample, query, Terms(walks=True, few=0), 20)
        assert not [step for step in steps if "TEMP B-TREE" in step], steps
