"""Two processes that write to one dataset at once: each waits for the other, and nothing is lost."""

from pathlib import Path

import pytest

import processes
import wholeness

EACH = 500


@pytest.mark.slow
def test_two_processes_that_add_500_events_each_lose_none(folder: Path) -> None:
    with processes.warmed() as one, processes.warmed() as other:
        running = [
            writer.start(folder, *(("add-event", f"{name} {n}", "--start", "2025") for n in range(EACH)))
            for writer, name in ((one, "Lantern Evening"), (other, "Harvest Morning"))
        ]
        ended = [each.wait() for each in running]
    for each, name in zip(ended, ("lantern-evening", "harvest-morning"), strict=True):
        assert each.code == 0
        assert each.stderr.splitlines() == [f"added event {name}-{n}-2025, without a source" for n in range(EACH)]
    wholeness.assert_whole(folder / "exchange.db")
    made = [
        (record, operation)
        for operation, table, record, *_ in wholeness.content(folder / "exchange.db")["change"]
        if table == "event" and record.startswith(("lantern-evening", "harvest-morning"))
    ]
    assert len({record for record, _ in made}) == len({operation for _, operation in made}) == 2 * EACH
