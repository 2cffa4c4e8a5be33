"""What the tests of the curate layer do all the time: add, edit and delete as a command does, and look up claims."""

from collections.abc import Callable, Mapping

import pytest

from exchangecli.curate import adding, assignments, deleting, editing, targets
from exchangecli.curate.claims import Citation
from exchangecli.curate.deleting import Deletion
from exchangecli.curate.editing import EditPlan
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command


@pytest.fixture
def add(command: Command) -> Callable[..., Record]:
    """Add a record: ``add(store, "event", title="Forum", start="2025", source="asef-culture")``."""

    def run(
        store: Store,
        kind: str,
        /,
        *,
        source: str | None = None,
        quotes: Mapping[str, str] | None = None,
        locator: str | None = None,
        force: bool = False,
        **texts: str,
    ) -> Record:
        citation = Citation(source, quotes or {}, locator)
        return adding.add(store, command, records.KINDS[kind], texts, citation, force=force).record

    return run


@pytest.fixture
def edit() -> Callable[..., EditPlan]:
    """Plan an edit and make it: ``edit(store, "kofice", "country=KR", because="its address")``."""

    def run(
        store: Store,
        *words: str,
        source: str | None = None,
        quotes: Mapping[str, str] | None = None,
        because: str | None = None,
    ) -> EditPlan:
        which, wanted = assignments.split(words)

        def planned() -> EditPlan:
            return editing.plan(store, targets.meant(store, which), wanted, citing=source is not None)

        plan = planned()
        command = Command("exchange edit", "tester", because)
        editing.apply(store, command, plan, planned, Citation(source, quotes or {}))
        return plan

    return run


@pytest.fixture
def delete(command: Command) -> Callable[..., Deletion]:
    """Plan a deletion and do it: ``delete(store, "asem", cascade=True)``."""

    def run(store: Store, *words: str, cascade: bool = False) -> Deletion:
        def planned() -> Deletion:
            return deleting.plan(store, targets.meant(store, words), cascade=cascade)

        plan = planned()
        deleting.apply(store, command, plan, planned)
        return plan

    return run


@pytest.fixture
def claims() -> Callable[..., list[Record]]:
    """The claims about a record, or about one field of it."""

    def run(store: Store, record: str, field: str | None = None) -> list[Record]:
        known = rows.belonging(store, records.CLAIM, "record", record)
        return [claim for claim in known if field in (None, claim["field"])]

    return run
