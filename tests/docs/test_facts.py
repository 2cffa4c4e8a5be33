"""Every fact of the three documents is found again by the command that ``docs/facts.md`` gives for it."""

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exchangecli.cli.app import app
from exchangecli.store.opening import Store

PAGE = Path(__file__).parents[2] / "docs" / "facts.md"
ROWS = [
    [cell.strip() for cell in line.strip("|\n").split(" | ")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| document")
]


def test_every_fact_of_the_documents_has_a_row() -> None:
    by_document = {document: sum(row[0] == document for row in ROWS) for document in {row[0] for row in ROWS}}
    assert by_document == {"Diplomacy Journal": 42, "Newsflash Asia": 12, "ASEF page": 27}


@pytest.mark.parametrize(("fact", "command", "finds"), [row[1:] for row in ROWS], ids=[row[1] for row in ROWS])
@pytest.mark.usefixtures("sample")
def test_fact_is_found(fact: str, command: str, finds: str) -> None:
    program, *arguments = shlex.split(command.strip("`"))
    assert program == "exchange"
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    for words in finds.split(" … "):
        assert words in result.stdout, fact


def test_the_words_are_not_found_without_their_record(sample: Store) -> None:
    """The rows above could not pass on any dataset whatever: an empty answer holds none of the words."""
    sample.connection.execute("DELETE FROM role")
    result = CliRunner().invoke(app, ["list", "roles", "role:keynote_speaker", "--columns", "participant"])
    assert "Lee Kyogu" not in result.stdout
