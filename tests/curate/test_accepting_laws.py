"""Whatever is accepted and rejected, in whatever order, an undo of it gives back what was."""

import tempfile
from pathlib import Path
from shutil import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from exchangecli.curate import accepting, ingesting, undoing
from exchangecli.curate.accepting import Decision
from exchangecli.curate.ingesting import Read
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import opening, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from readings import first, second

COMMAND = Command("exchange test", "tester")
NUMBER = len(first()[1].proposals) + len(second()[1].proposals) + 1
rounds = st.lists(st.lists(st.tuples(st.integers(0, NUMBER - 1), st.booleans()), min_size=1, max_size=12), max_size=3)


def state(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.TABLES.items()}


@settings(max_examples=20, deadline=None)
@given(rounds=rounds)
def test_undoing_decisions_the_last_first_gives_back_what_was(
    empty_file: Path, rounds: list[list[tuple[int, bool]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(copy(empty_file, folder))
        with opening.opened(path, writing=True) as store:
            taken = ingesting.ingest_all(store, COMMAND, [Read(*first()), Read(*second())], {})
            ids = [one.id for each in taken for one in each.proposals]
            states = [state(store)]
            for chosen in rounds:
                accepting.accept(store, COMMAND, [Decision(ids[place], accepted) for place, accepted in chosen])
                if state(store) != states[-1]:
                    states.append(state(store))
            assert list(whole.dangling(store)) == list(whole.claimed_in_vain(store)) == []
            while len(states) > 1:
                assert state(store) == states.pop()
                plan = undoing.newest(store)
                undoing.apply(store, COMMAND, plan, lambda plan=plan: undoing.plan(store, plan.undone.number))  # type: ignore[misc]
            assert state(store) == states.pop()
