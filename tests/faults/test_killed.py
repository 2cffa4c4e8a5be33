"""``kill -9`` at any moment leaves all of a command or nothing, and a file that is whole."""

import os
import random
import signal
import time
from collections import Counter

import pytest

import processes
from trials import Trial

pytestmark = pytest.mark.slow

KILLS = 50
"""In each of four tests: of an import and of an edit, which hold their changes in memory, or write them early."""

FURTHER = 1.25
"""Up to how many times the length of the command, so that some kills come after its work."""


@pytest.mark.parametrize("setups", [{}, {"narrow": 10}], ids=["changes held in memory", "changes written early"])
def test_a_command_that_is_killed_is_there_whole_or_not_at_all(trial: Trial, setups: dict[str, float]) -> None:
    seed = int.from_bytes(os.urandom(4))
    delays = trial.moments(random.Random(seed), KILLS, FURTHER, **setups)
    moments = Counter(_killed(trial, delay, setups) for delay in delays)
    print(f"seed {seed}: killed {dict(moments)}")
    assert moments["at work"] + moments[ON_DISK] >= KILLS // 5
    assert moments["before"] + moments["after"] >= 1
    assert moments[ON_DISK] >= 1 or not setups


ON_DISK = "at work, with changes on the disk"


def _killed(trial: Trial, delay: float, setups: dict[str, float]) -> str:
    """Kill the command after so many seconds; at which moment that was.

    It is stopped first, to look at where it is; whatever it holds it holds when it is killed.
    """
    running = trial.begin(**setups)
    time.sleep(delay)
    running.signal(signal.SIGSTOP)
    at_work, logged = processes.is_locked(trial.file), processes.log_size(trial.file) > 0
    running.kill()
    done = trial.is_done()
    trial.takes_another()
    if done:
        return "after"
    return "before" if not at_work else ON_DISK if logged else "at work"
