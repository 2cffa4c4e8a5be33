"""Ctrl-C: a command ends at once, says so, and leaves nothing of what it had begun."""

import os
import random
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

import processes
from processes import Warm
from trials import Trial

INTERRUPTED = (130, "\ninterrupted\n")


def test_a_command_that_is_interrupted_in_the_middle_leaves_nothing(trial: Trial) -> None:
    running = trial.begin(narrow=10)
    processes.until(lambda: processes.log_size(trial.file) > 0)
    running.signal(signal.SIGINT)
    ended = running.wait()
    assert (ended.code, ended.stderr) == INTERRUPTED
    assert not trial.is_done()
    trial.takes_another()


def test_an_interrupted_import_into_a_new_dataset_leaves_none(warm: Warm, folder: Path) -> None:
    (folder / "exchange.db").unlink()
    running = warm.start(folder, ("import", "events.csv"), narrow=10)
    processes.until(lambda: bool(list(folder.glob(".exchange.db.*/exchange.db-wal"))))
    running.signal(signal.SIGINT)
    ended = running.wait()
    assert (ended.code, ended.stderr) == INTERRUPTED
    assert [one.name for one in folder.iterdir()] == ["events.csv"]


INTERRUPTS = 30


@pytest.mark.slow
def test_a_command_that_is_interrupted_at_any_moment_is_there_whole_or_not_at_all(trial: Trial) -> None:
    seed = int.from_bytes(os.urandom(4))
    ends = Counter(_interrupted(trial, delay) for delay in trial.moments(random.Random(seed), INTERRUPTS, 1))
    print(f"seed {seed}: interrupted {dict(ends)}")
    assert ends["and nothing is there"] >= INTERRUPTS // 4


def _interrupted(trial: Trial, delay: float) -> str:
    """Interrupt the command after so many seconds; what is there of it."""
    running = trial.begin()
    time.sleep(delay)
    running.signal(signal.SIGINT)
    ended = running.wait()
    done = trial.is_done()
    if ended.code == 0:
        assert done
        return "after it was done"
    assert ended.code == 130, ended.stderr
    assert "Traceback" not in ended.stderr
    return "and all is there" if done else "and nothing is there"
