"""How long a short command takes from a cold process, beside its peer, in one run.

Run as ``python tests/benchmarks/cold_start.py [EVENTS] [FILE]``; FILE may hold them already. The peer prints the same
rows with ``sqlite-utils rows``, from the same environment (which must not hold pandas or numpy: sqlite-utils would
import them): the first twenty, and all of a country. Prints the ratio of the times, taken turn by turn, and the same
for ``--help``; asserts nothing.
"""

import importlib.util
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from large_dataset import make

TURNS = 25


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of a command, as the operating system counts it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(ours: list[str], peer: list[str], turns: int = TURNS) -> None:
    """Run both in turn, and print the medians and their ratio."""
    cpu_seconds(ours), cpu_seconds(peer)
    pairs = [(cpu_seconds(ours), cpu_seconds(peer)) for _ in range(turns)]
    ratio = statistics.median(a / b for a, b in pairs)
    first, second = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{first * 1000:6.0f} ms  {' '.join(ours[1:])}")
    print(f"{second * 1000:6.0f} ms  {' '.join(peer[1:])}")
    print(f"{ratio:6.2f} x   median of {turns} turns, CPU time of the whole process\n")


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    if importlib.util.find_spec("pandas") or importlib.util.find_spec("numpy"):
        print("note: pandas or numpy is installed here, and slows the peer down\n")
    folder = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "large.db"
        if not file.exists():
            make(file, events)
        print(f"{events:,} events, {file.stat().st_size / 2**20:.0f} MiB\n")
        ours = [str(folder / "exchange"), "--db", str(file), "list", "--country", "VN"]
        peer = [str(folder / "sqlite-utils"), "rows", str(file), "event", "--where", "country = 'VN'"]
        compare([*ours, "--limit", "20"], [*peer, "--limit", "20"])
        compare(ours, peer, turns=3)
        compare([str(folder / "exchange"), "--help"], [str(folder / "sqlite-utils"), "--help"])


if __name__ == "__main__":
    main()
