"""How long a shell waits at Tab, from a cold process, on a large dataset.

Run as ``python tests/benchmarks/completion.py [EVENTS]``. Each line is one Tab, asked as bash asks; the last are a
command that lists and the bare interpreter, from the same environment, to compare with. Asserts nothing.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from large_dataset import make

TURNS = 15

TABS = (
    ("li",),
    ("show", "event-12"),
    ("show", "orch"),
    ("show", "국악"),
    ("list", "participant", ":", "participant-12"),
    ("edit", "event-12", "coun"),
    ("list", "country", ":", "viet"),
)
"""The words before the cursor, as bash parts them."""


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """User and system time of one run of a command, as the operating system counts it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Make the dataset, and measure all in turn."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    exchange = str(Path(sys.executable).parent / "exchange")
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "large.db"
        make(file, events)
        measured = {
            "Tab after: exchange " + " ".join(words).replace(" : ", ":"): (
                [exchange],
                {
                    "_EXCHANGE_COMPLETE": "complete_bash",
                    "COMP_WORDS": "\n".join(("exchange", *words)),
                    "COMP_CWORD": str(len(words)),
                    "EXCHANGE_DB": str(file),
                },
            )
            for words in TABS
        }
        listing = ["list", "--country", "VN", "--limit", "20"]
        measured["exchange " + " ".join(listing)] = ([exchange, "--db", str(file), *listing], {})
        measured["python -c pass"] = ([sys.executable, "-c", "pass"], {})
        turns = [{name: cpu_seconds(*one) for name, one in measured.items()} for _ in range(TURNS)]
    print(f"{events:,} events, median of {TURNS} turns, CPU time of the whole process\n")
    for name in measured:
        print(f"{statistics.median(turn[name] for turn in turns) * 1000:6.0f} ms  {name}")


if __name__ == "__main__":
    main()
