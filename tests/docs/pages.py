"""A page of the documents, made anew: what its commands print, and what is generated from the program.

A page is read from top to bottom, in a fresh folder that holds the sample dataset as ``exchange.db``, or, where the
page has a folder of its own (``tour/`` for ``tour.md``), the files in that and nothing else. The README has, beside the
sample, the articles that lie in ``docs/articles`` of a clone. The words between the
blocks are a person's and stay as they are; ``CONTRIBUTING.md`` says how a page is written. The clock is the page's own.
"""

import os
import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from typer.testing import CliRunner

import generated
from exchangecli.cli.app import app
from exchangecli.model import clock
from exchangecli.show import console

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(
    r"^```console(?P<how>[^\n]*)\n(?P<commands>.*?)^```$"
    r"|^<!-- (?P<maker>\w+): (?P<of>[\w-]+) -->\n.*?^<!-- /(?P=maker) -->$",
    re.DOTALL | re.MULTILINE,
)
COMMAND = re.compile(r"^\$ (?P<line>(?:[^\n]*\\\n)*[^\n]*)\n(?P<shown>(?:(?!\$ )[^\n]*\n)*)", re.MULTILINE)
BEGUN = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)
"""When the first command of a page is run; each later one a minute after the one before it."""
AUTHOR = "Mai"
"""Who runs them, in the log."""
SUCCEEDS = {"": True, "silent": True, "terminal": True, "refused": False}
"""The word after ``console``, and whether the commands of the block are to succeed; ``silent`` shows no output."""
TERMINAL = {"COLUMNS": "80", "NO_COLOR": "1"}
"""The terminal of a ``terminal`` block; two numbers behind the word keep so many lines of the beginning and the end."""


def renewed(page: str) -> str:
    """The text of a page as it should stand: each block holds what it holds now, run and generated again.

    Raises:
        AssertionError: a command does not end as its block says.
    """
    with mock.patch.dict(os.environ, EXCHANGE_USER=AUTHOR):
        return BLOCK.sub(_block, page)


def commands(page: str) -> Iterator[list[str]]:
    """The commands of a page, each as its words."""
    for block in BLOCK.finditer(page):
        for one in COMMAND.finditer(block["commands"] or ""):
            yield _words(one["line"])


def _block(block: re.Match[str]) -> str:
    if block["maker"]:
        maker, of = block["maker"], block["of"]
        return f"<!-- {maker}: {of} -->\n{generated.MAKERS[maker](of)}\n<!-- /{maker} -->"
    how, *kept = block["how"].split() or [""]
    assert how in SUCCEEDS, f"console {how}: write one of {list(SUCCEEDS)}"

    def answered(one: re.Match[str]) -> str:
        moment = BEGUN + timedelta(minutes=block.string.count("\n$ ", 0, block.start("commands") + one.start()))
        with mock.patch.object(clock, "now", return_value=moment), _before_a_person(how == "terminal"):
            return f"$ {one['line']}\n{_shortened(_output(how, one['line'], one['shown']), kept)}"

    return f"```console{block['how']}\n{COMMAND.sub(answered, block['commands'])}```"


@contextmanager
def _before_a_person(yes: bool) -> Iterator[None]:
    """Let the program write as in a terminal, whose width and colour are always the same."""
    if not yes:
        yield
        return
    with mock.patch.dict(os.environ, TERMINAL), mock.patch.object(console, "is_terminal", return_value=True):
        console.out.cache_clear()
        try:
            yield
        finally:
            console.out.cache_clear()


def _shortened(output: str, kept: list[str]) -> str:
    """The first and the last lines of an output, as many as the block says, and … for those between them."""
    first, last = map(int, kept or ("0", "0"))
    lines = output.splitlines()
    if not kept or len(lines) <= first + last:
        return output
    return "".join(f"{line}\n" for line in (*lines[:first], "…", *lines[len(lines) - last :]))


def _output(how: str, line: str, shown: str) -> str:
    program, *arguments = _words(line)
    output = PROGRAMS[program](arguments, how, shown).replace(str(Path.cwd()), "~").strip("\n")
    return f"{output}\n" if output and how != "silent" else ""


def _words(line: str) -> list[str]:
    return shlex.split(line.replace("\\\n", ""))


def _sifted(text: str, sieve: list[str]) -> str:
    """Some lines of what a command prints, as the commands of these names would leave them."""
    name, *options, word = sieve
    lines = text.splitlines(keepends=True)
    return "".join(SIEVES[name, *options](lines, word))


SIEVES: dict[tuple[str, ...], Callable[[list[str], str], list[str]]] = {
    ("head",): lambda lines, number: lines[: int(number.removeprefix("-"))],
    ("tail",): lambda lines, number: lines[-int(number.removeprefix("-")) :],
    ("grep",): lambda lines, word: [line for line in lines if word in line],
    ("grep", "-v"): lambda lines, word: [line for line in lines if word not in line],
}


def _exchange(arguments: list[str], how: str, _shown: str) -> str:
    """What a person sees: both streams, in the order in which they were written to."""
    place = arguments.index("|") if "|" in arguments else len(arguments)
    result = CliRunner().invoke(app, arguments[:place])
    expected = "succeed" if SUCCEEDS[how] else "be refused"
    assert (result.exit_code == 0) is SUCCEEDS[how], f"{shlex.join(arguments)} was to {expected}:\n{result.output}"
    sieve = arguments[place + 1 :]
    # What is sifted comes last, once all of it is there.
    return result.stderr + _sifted(result.stdout, sieve) if sieve else result.output


def _cat(arguments: list[str], _how: str, shown: str) -> str:
    """A file that a command wrote; one that is not there yet is made of what the page shows."""
    name, *sieve = arguments
    file = Path(name)
    if not file.exists():
        file.write_text(shown, encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    return _sifted(text, sieve[1:]) if sieve else text


PROGRAMS: dict[str, Callable[[list[str], str, str], str]] = {"exchange": _exchange, "cat": _cat}
