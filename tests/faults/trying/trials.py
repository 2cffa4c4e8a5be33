"""A command that is tried again and again on the same file, and what it may leave there: all of it, or nothing."""

import random
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import wholeness
from processes import Running, Warm
from wholeness import Content

FILE = "exchange.db"
IMPORT = ("import", "events.csv", "--source", "forum-2021-press-release")
EDIT = ("edit", "title:lantern", "venue=Old Market Hall", "disciplines+=heritage", "country=VN", "--yes")


@dataclass(frozen=True, slots=True)
class Trial:
    """A command, and what it does when nothing is in its way.

    Attributes:
        warm: runs it.
        words: the command.
        folder: in which it is run; its file is made anew for each turn.
        start: the file as it is before.
        before: what is in it then.
        after: what is in it when all of the command is done.
    """

    warm: Warm
    words: Sequence[str]
    folder: Path
    start: Path
    before: Content
    after: Content

    @classmethod
    def of(cls, warm: Warm, folder: Path, words: Sequence[str]) -> "Trial":
        """Run the command once, undisturbed."""
        file, start = folder / FILE, folder / "start.db"
        shutil.copy(file, start)
        ended = warm.run(folder, *words)
        assert ended.code == 0, ended.stderr
        wholeness.assert_whole(file)
        trial = cls(warm, words, folder, start, wholeness.content(start), wholeness.content(file))
        assert trial.before != trial.after
        return trial

    def seconds(self, **setups: float) -> float:
        """How long the command takes where nothing is in its way."""
        running = self.begin(**setups)
        begun = time.perf_counter()
        assert running.wait().code == 0
        return time.perf_counter() - begun

    def moments(self, chance: random.Random, number: int, further: float, **setups: float) -> Iterator[float]:
        """After how many seconds to strike: at random, and spread over the length of the command, and ``further``.

        How long it takes is measured anew for every ten, because other work on the machine slows it down.
        """
        for turn in range(number):
            if turn % 10 == 0:
                seconds = self.seconds(**setups) * further
            yield (turn % 10 + chance.random()) / 10 * seconds

    @property
    def file(self) -> Path:
        return self.folder / FILE

    def begin(self, **setups: float) -> Running:
        """Run the command on the file as it was."""
        for beside in ("-wal", "-shm"):
            Path(f"{self.file}{beside}").unlink(missing_ok=True)
        shutil.copy(self.start, self.file)
        return self.warm.start(self.folder, self.words, **setups)

    def is_done(self) -> bool:
        """Whether all of the command is there; if not, nothing of it is. Either way the file is whole."""
        wholeness.assert_whole(self.file)
        found = wholeness.content(self.file)
        done = found == self.after
        assert done or found == self.before
        return done

    def takes_another(self) -> None:
        """Another command can write to the file, and finds what it wrote."""
        for words in (("add-event", "Afterwards", "--start", "2025"), ("search", "afterwards", "--json")):
            ended = self.warm.run(self.folder, *words)
            assert ended.code == 0, ended.stderr
        assert "afterwards-2025" in ended.stdout
