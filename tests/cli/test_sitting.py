"""``exchange review`` in a terminal: keys through a pseudo-terminal, and what then stands in the dataset."""

import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from exchangecli.cli import keys, sitting
from exchangecli.curate import ingesting, proposed
from exchangecli.extract.proposals import Masthead, Reading
from exchangecli.model import records
from exchangecli.store import whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from readings import article, says

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no pseudo-terminals")

TEXT = "The Hue Gala 2024 was held in Hue on 2 May 2024. It drew 300 people to the Hue Hall."
GALA = "Hue Gala 2024"
PATIENCE = 30
"""Seconds after which a program that draws nothing has failed."""


@pytest.fixture
def source(empty: Store, command: Command) -> str:
    said = says(TEXT)
    found = (
        said("title", GALA, GALA, GALA),
        said("start", "2024-05-02", "on 2 May 2024", GALA),
        said("venue", "Hue Hall", "to the Hue Hall", GALA),
        said("city", "Hue", "in Hue", GALA),
        said("attendance", "300", "drew 300 people", GALA),
    )
    return str(ingesting.ingest(empty, command, article(TEXT), Reading(Masthead("News"), found), {}).source["id"])


class Typist:
    """Types at the program when it has drawn what is waited for."""

    def __init__(self, terminal: int, child: int) -> None:
        self.terminal, self.child, self.seen = terminal, child, ""

    def wait_for(self, words: str) -> None:
        until = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert time.monotonic() < until, f"{words!r} was not drawn:\n{self.seen[-2000:]}"
            self._read()
        self.seen = self.seen[self.seen.index(words) + len(words) :]

    def type(self, words: str) -> None:
        os.write(self.terminal, words.encode())

    def end(self) -> int:
        while self._read():
            pass
        _, status = os.waitpid(self.child, 0)
        return os.waitstatus_to_exitcode(status)

    def hang_up(self) -> None:
        os.close(self.terminal)
        self.terminal = os.open(os.devnull, os.O_RDONLY)
        os.waitpid(self.child, 0)

    def _read(self) -> bool:
        if not select.select([self.terminal], [], [], PATIENCE)[0]:
            return False
        try:
            held = os.read(self.terminal, 65536)
        except OSError:  # the program has ended
            return False
        self.seen += held.decode(errors="replace")
        return bool(held)


@pytest.fixture
def typist(source: str, tmp_path: Path) -> Iterator[Typist]:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm", "COLUMNS": "80", "LINES": "24", "NO_COLOR": "1"}
        os.chdir(tmp_path)
        os.execv(sys.executable, [sys.executable, "-m", "exchangecli", "review", "--source", source])
    typist = Typist(terminal, child)
    yield typist
    os.close(typist.terminal)


def event(store: Store) -> dict[str, object]:
    (found,) = whole.every(store, records.EVENT)
    return dict(found)


@pytest.mark.slow
def test_keys_accept_edit_and_reject(empty: Store, source: str, typist: Typist) -> None:
    typist.wait_for("the event itself")
    typist.type("a")
    typist.wait_for("fact 1 of 4")
    typist.type("a")
    typist.wait_for("fact 2 of 4")
    typist.type("e")
    typist.wait_for("Value: ")
    typist.type("\x15Hue Great Hall\r")
    typist.wait_for("fact 3 of 4")
    typist.type("r")
    typist.wait_for("fact 4 of 4")
    typist.type("a")
    assert typist.end() == 0
    assert "accepted 4, rejected 1, skipped 0" in typist.seen
    found = event(empty)
    assert [found[name] for name in ("title", "start", "venue", "city", "attendance")] == [
        GALA, "2024-05-02", "Hue Great Hall", None, 300,
    ]  # fmt: skip
    quoted = {str(one["field"]): one["quote"] for one in whole.every(empty, records.CLAIM) if one["source"] == source}
    assert quoted["venue"] == "to the Hue Hall"
    assert quoted["attendance"] == "drew 300 people"
    assert sorted(one.status for one in proposed.of_source(empty, source)) == ["accepted"] * 4 + ["rejected"]


@pytest.mark.slow
def test_an_interruption_keeps_what_was_decided(empty: Store, source: str, typist: Typist) -> None:
    typist.wait_for("the event itself")
    typist.type("aa")
    typist.wait_for("fact 2 of 4")
    typist.type("\x03")
    assert typist.end() == 130
    assert "what is left waits on" in typist.seen
    assert event(empty)["start"] == "2024-05-02"
    waiting = [one.said.field for one in proposed.of_source(empty, source, ("pending",))]
    assert sorted(waiting) == ["attendance", "city", "venue"]


@pytest.mark.slow
def test_a_terminal_that_is_closed_loses_nothing(empty: Store, source: str, typist: Typist) -> None:
    typist.wait_for("the event itself")
    typist.type("aa")
    typist.wait_for("fact 2 of 4")
    typist.hang_up()
    assert event(empty)["start"] == "2024-05-02"
    waiting = [one.said.field for one in proposed.of_source(empty, source, ("pending",))]
    assert sorted(waiting) == ["attendance", "city", "venue"]


@pytest.mark.usefixtures("source")
def test_without_a_terminal_it_says_what_to_write(exchange: Callable[..., Result]) -> None:
    result = exchange("review")
    assert result.exit_code == 2
    assert "--list, --accept ID, --reject ID" in result.stderr


def test_a_terminal_that_cannot_be_drawn_on_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("can_ask", "is_terminal"):
        monkeypatch.setattr(f"exchangecli.show.console.{name}", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert not keys.can_read()
    monkeypatch.setenv("TERM", "xterm")
    assert keys.can_read()


@pytest.mark.parametrize(
    ("words", "expected"), [("1 3-5", [0, 2, 3, 4]), ("2,2", [1]), ("0 9", []), ("x -", []), ("4-9", [3, 4])]
)
def test_facts_are_named_by_their_numbers(words: str, expected: list[int]) -> None:
    assert sitting._places(words, 5) == expected
