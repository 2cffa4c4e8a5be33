"""Single keys of a terminal, and lines with something to begin with; the terminal is given back as it was."""

import codecs
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from types import FrameType

from exchangecli.show import console

END = ""
"""What is read where the terminal is gone."""

ESCAPE = "\x1b"


def can_read() -> bool:
    """Whether there is a terminal on which a screen can be drawn and single keys be read."""
    return console.can_ask() and console.is_terminal() and os.environ.get("TERM") != "dumb"


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt


@contextmanager
def ending_as_ctrl_c() -> Iterator[None]:
    """Let a terminal that is closed, and a request to end, come as Ctrl-C does: what was decided can then be kept."""
    names = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), _interrupt) for name in names}
    try:
        yield
    finally:
        for name, done in before.items():
            signal.signal(getattr(signal, name), done)


if sys.platform == "win32":

    def read_key() -> str:
        """The next key; Ctrl-C interrupts."""
        import msvcrt

        key = msvcrt.getwch()
        if key in ("\x00", "\xe0"):
            msvcrt.getwch()  # an arrow or a function key comes as two
            return ESCAPE
        if key == "\x03":
            raise KeyboardInterrupt
        return key

    @contextmanager
    def single() -> Iterator[None]:
        """Let each key come at once, as it does here."""
        yield

    def _lines() -> AbstractContextManager[None]:
        return single()

else:

    def read_key() -> str:
        """The next key: a letter however many bytes it has; ``END`` where there are no more. Ctrl-C interrupts."""
        return _letter(sys.stdin.fileno())

    @contextmanager
    def single() -> Iterator[None]:
        """Let each key come at once, and show none of them; what is typed ahead is kept."""
        with _set(icanon=False):
            yield

    @contextmanager
    def _set(*, icanon: bool) -> Iterator[None]:
        """Have the terminal hand over lines and show what is typed, or keys one by one; as it was afterwards."""
        import termios

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        flags = termios.ICANON | termios.ECHO
        wanted = [*before[:3], before[3] | flags if icanon else before[3] & ~flags, *before[4:]]
        if not icanon:
            wanted[6] = [*before[6]]
            wanted[6][termios.VMIN], wanted[6][termios.VTIME] = 1, 0
        try:
            termios.tcsetattr(terminal, termios.TCSADRAIN, wanted)
            yield
        finally:
            with suppress(termios.error):  # it was closed
                termios.tcsetattr(terminal, termios.TCSADRAIN, before)

    def _lines() -> AbstractContextManager[None]:
        return _set(icanon=True)

    def _letter(terminal: int) -> str:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        letter = ""
        while not letter:
            byte = _byte(terminal)
            if not byte:
                return END
            letter = decoder.decode(byte)
        if letter == ESCAPE:
            _swallow(terminal)
        return letter

    def _byte(terminal: int) -> bytes:
        """The next byte; none where the terminal is gone."""
        try:
            return os.read(terminal, 1)
        except OSError:
            return b""

    def _swallow(terminal: int) -> None:
        """Leave out the rest of an arrow or a function key, which comes at once."""
        import select

        while select.select([terminal], [], [], 0)[0] and os.read(terminal, 1):
            pass


def read_line(question: str, offer: str = "") -> str:
    """A line of words, which begins with ``offer`` and can be changed there; empty where none is given.

    Where the terminal's own editing is not to be had, Enter alone takes the offer.
    """
    with _lines():
        return _line(question, offer)


def _line(question: str, offer: str) -> str:
    try:
        import readline
    except ImportError:
        return _ask(f"{question} [{console.plain(offer)}]" if offer else question) or offer
    readline.set_startup_hook(lambda: readline.insert_text(console.plain(offer)))
    try:
        return _ask(question)
    finally:
        readline.set_startup_hook(None)


def _ask(question: str) -> str:
    try:
        return input(f"{console.plain(question)}: ").strip()
    except EOFError:
        return ""
