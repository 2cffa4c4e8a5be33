"""The documents are true: each command in a ``console`` block runs, and prints what the page shows."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exchangecli.cli.app import MODULES, app

ROOT = Path(__file__).parents[2]
PAGES = [
    page for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if "```console" in page.read_text()
]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def commands(page: Path) -> list[tuple[str, str]]:
    """The commands of a page and what the page shows them to print, in order."""
    found = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        parts = COMMAND.split(block)[1:]
        found += [(parts[i], parts[i + 1].strip("\n")) for i in range(0, len(parts), 2)]
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.usefixtures("sample")
def test_page_shows_what_its_commands_print(page: Path) -> None:
    """One after the other, in a folder with the sample; a command shown without output must only succeed."""
    for line, shown in commands(page):
        program, *arguments = shlex.split(line)
        assert program == "exchange"
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, f"{line}\n{result.output}"
        if shown:
            assert result.stdout.strip("\n") == shown, line


def test_readme_has_commands() -> None:
    assert len(commands(ROOT / "README.md")) >= 10


@pytest.mark.parametrize("name", MODULES)
def test_every_command_has_help_with_a_sentence(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "80"})
    assert result.exit_code == 0
    assert re.search(r"[A-Z][a-z]+ .+\.", result.output)
