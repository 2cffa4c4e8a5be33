"""What history costs: the import of a large CSV file with the triggers as they are, and without the record of changes.

Run as ``python tests/benchmarks/history.py [ROWS] [TURNS]``: 200,000 and 3 unless told otherwise. Both imports go
through ``exchange import`` into a new dataset, each in a process of its own, in turn; of each the median of all turns.
What is left out are the statements of the triggers that write to ``change``; whatever else they do (list items, the
search index) stays. Asserts nothing.
"""

import csv
import os
import random
import statistics
import sys
import tempfile
import time
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from large_dataset import _events

from exchangecli.store import triggers

HEADINGS = ("title", "edition", "kind", "status", "start", "end", "venue", "city", "country", "attendance")


class Cost(NamedTuple):
    """What one import took: CPU time, peak memory, the size of the file."""

    seconds: float
    peak: float
    size: float


def main(rows: int, turns: int) -> None:
    """Measure both, and print them beside each other."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "events.csv"
        _write(table, rows)
        costs: dict[bool, list[Cost]] = {True: [], False: []}
        for _ in range(turns):
            for history, taken in costs.items():
                taken.append(_import(table, history=history))
    kept, left_out = (Cost(*map(statistics.median, zip(*taken, strict=True))) for taken in costs.values())
    print(f"{rows:,} rows          with history  without  ratio")
    for name, unit, one, other in zip(
        ("time", "peak memory", "file"), ("s", "MiB", "MiB"), kept, left_out, strict=True
    ):
        print(f"{name:20} {one:8.1f} {unit:3} {other:8.1f} {unit:3} {one / other:.2f} x")


def _write(table: Path, rows: int) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number, event in enumerate(_events(random.Random(1), rows)):
            # Each title once, so that no row is taken for another's.
            writer.writerow([f"{event['title']} {number}", *(event[name] for name in HEADINGS[1:])])


def _import(table: Path, *, history: bool) -> Cost:
    """Import in a child, whose peak memory is its own."""
    file = table.with_name("exchange.db")
    child = os.fork()
    if not child:
        _run(["--db", os.fspath(file), "import", os.fspath(table)], history=history)
    begun = time.perf_counter()
    _, status, used = os.wait4(child, 0)
    print(f"{'with' if history else 'without'} history: {time.perf_counter() - begun:.1f} s on the clock")
    if status:
        sys.exit(1)
    cost = Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file.stat().st_size / 2**20)
    file.unlink()
    return cost


def _run(words: list[str], *, history: bool) -> None:
    """Run a command, and end the process with its exit code."""
    from exchangecli.cli import app

    if not history:
        triggers.create_triggers = partial(triggers.create_triggers, recording=False)
    code: object = 1
    sys.argv = ["exchange", *words]
    try:
        app.main()
    except SystemExit as end:
        code = end.code
    finally:
        os._exit(1 if code else 0)


if __name__ == "__main__":
    main(*(int(given or usual) for given, usual in zip_longest(sys.argv[1:], (200_000, 3))))
