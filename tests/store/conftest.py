"""What several tests of the store look into."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from exchangecli.store.opening import Store


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
