"""What several tests of the store look into."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from exchangecli.model import records
from exchangecli.store import opening, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation
from specification import ADDED


@pytest.fixture(scope="module")
def store(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """What the queries of ``specification`` are asked of: the sample and some more events; no test writes to it."""
    path = tmp_path_factory.mktemp("store") / "exchange.db"
    shutil.copy(sample_file, path)
    with opening.opened(path, writing=True) as opened:
        with operation(opened, Command("exchange test", "tester")):
            rows.insert(opened, records.EVENT, ADDED)
            rows.insert(opened, records.MEMBERSHIP, [{"id": "m", "group": "Visegrád", "member": "PL"}])
        yield opened


@pytest.fixture
def plans() -> Callable[[Store], AbstractContextManager[list[str]]]:
    """Collects how SQLite goes about the questions that are asked within a block, step by step."""

    @contextmanager
    def collected(store: Store) -> Iterator[list[str]]:
        asked: list[str] = []
        steps: list[str] = []
        store.connection.set_trace_callback(asked.append)
        yield steps
        store.connection.set_trace_callback(None)
        for question in asked:
            if "'main'." not in question:  # those the search index asks of its own tables
                steps += [row["detail"] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {question}")]

    return collected
