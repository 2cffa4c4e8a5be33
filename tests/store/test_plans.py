"""How SQLite goes about queries: no common one reads the table of events from end to end."""

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from exchangecli.model import conflicts
from exchangecli.store import indexes, listing, opening, running, schema_002, ways
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store

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

READ_THROUGH = re.compile(
    r"SCAN (event|role|claim|session|participant|change)\b(?! USING (COVERING )?INDEX event_days)"
)


@pytest.fixture(scope="module")
def store(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample; no test here writes to it."""
    path = tmp_path_factory.mktemp("plans") / "exchange.db"
    shutil.copy(sample_file, path)
    with opening.opened(path) as opened:
        yield opened


@pytest.fixture(params=[0, ways.HANDFUL], ids=["as if many", "as few"])
def most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many records are named: none, as where all are many, or as many as ever; near the beginning lie two."""
    monkeypatch.setattr(running, "NEAR", 2)
    if not request.param:
        monkeypatch.setattr(running, "HANDFUL", 0)
        monkeypatch.setattr(running, "FEW", 0)
        monkeypatch.setattr(listing, "FEW", 0)
    return int(request.param)


def plan(store: Store, query: str, limit: int) -> list[str]:
    """How SQLite goes about all that it is asked for the records of a query, step by step."""
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    list(listing.found(store, Selection(query=query, limit=limit)))
    store.connection.set_trace_callback(None)
    ours = [question for question in asked if not question.startswith("--")]
    return [row["detail"] for question in ours for row in store.connection.execute(f"EXPLAIN QUERY PLAN {question}")]


@pytest.mark.usefixtures("most")
@pytest.mark.parametrize("query", QUERIES + NEGATIVE)
def test_the_first_of_a_common_query_read_no_whole_table(store: Store, query: str) -> None:
    steps = plan(store, query, 20)
    assert steps
    assert not [step for step in steps if READ_THROUGH.search(step)], steps


@pytest.mark.usefixtures("most")
@pytest.mark.parametrize("query", QUERIES)
def test_all_of_a_common_query_are_gathered_by_an_index(store: Store, query: str) -> None:
    steps = plan(store, query, 0)
    assert not [step for step in steps if READ_THROUGH.search(step)], steps


def test_a_walk_along_the_days_sorts_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "HANDFUL", 0)
    for query in ("", "country:VN", "kind:forum", "role:performer", "country:ASEAN not concert"):
        steps = plan(store, query, 2)
        assert not [step for step in steps if "TEMP B-TREE FOR ORDER" in step], steps


@pytest.mark.usefixtures("most")
@pytest.mark.parametrize("query", QUERIES + NEGATIVE)
def test_the_first_few_are_the_first_of_all(store: Store, query: str) -> None:
    """However they are looked for: among few, near the beginning, or along the whole order."""
    for sort, possible in itertools.product(("", "start", "-start", "title", "-edition"), (False, True)):
        every = list(listing.ids(store, Selection(query=query, sort=sort, possible=possible)))
        for limit in (1, 2, 3, 7):
            first = Selection(query=query, sort=sort, limit=limit, possible=possible)
            assert list(listing.ids(store, first)) == every[:limit]
        assert listing.count(store, Selection(query=query, possible=possible)) == len(every)


def test_the_indexes_are_those_of_the_file(store: Store) -> None:
    found: dict[str, set[tuple[str, ...]]] = {}
    for table in indexes.INDEXED:
        for index in store.connection.execute(f"PRAGMA index_list({table})"):
            columns = store.connection.execute(f"PRAGMA index_info({index['name']})").fetchall()
            found.setdefault(table, set()).add(tuple(row["name"] for row in columns))
    for table, fields in indexes.INDEXED.items():
        assert fields <= {columns[0] for columns in found[table]}, table
    for table, field in indexes.IN_ORDER:
        assert (field, "start_earliest") in found[table]
    table, field = indexes.ORDERED
    assert any(columns[:2] == (f"{field}_earliest", "number") for columns in found[table])


def test_the_triggers_know_the_roles_that_exclude_each_other() -> None:
    """A vocabulary that says otherwise wants a new version of the file, whose triggers are made again."""
    assert ", ".join(f"'{role}'" for role in conflicts.families()) == schema_002.EXCLUDING
