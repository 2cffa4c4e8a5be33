"""The documents are true: each command on a page runs and prints what the page shows, each table is the program's own.

``pytest tests/docs --regenerate`` brings the pages up to date; read the difference before it is committed.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import generated
import pages
from exchangecli.cli.app import MODULES
from exchangecli.extract import words
from exchangecli.model import records

Golden = Callable[[Path, str], None]
Run = Callable[..., Result]


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.name)
def test_page_shows_what_the_program_says(page: Path, golden: Golden, request: pytest.FixtureRequest) -> None:
    files = page.with_suffix("")
    if files.is_dir():
        shutil.copytree(files, ".", dirs_exist_ok=True)
    else:
        request.getfixturevalue("sample")
    if page.name == "README.md":
        shutil.copytree(pages.ROOT / "docs" / "articles", "docs/articles")
    golden(page, pages.renewed(page.read_text(encoding="utf-8")))


OWN_PAGE = {"ingest": "articles", "review": "articles"}
"""The commands that have a page of their own, beside the one of their panel."""


@pytest.mark.parametrize("name", MODULES)
def test_every_command_has_a_section_on_the_page_of_its_panel(name: str) -> None:
    page = pages.ROOT / "docs" / f"{OWN_PAGE.get(name, generated.command(name).rich_help_panel.lower())}.md"
    text = page.read_text(encoding="utf-8")
    assert f"\n## {name}\n" in text, f"docs/{page.name} has no section ## {name}"
    section = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert f"<!-- help: {name} -->" in section, f"## {name} in docs/{page.name} has no block <!-- help: {name} -->"
    run = [words for words in pages.commands(section) if words[0] == "exchange" and name in words[1:4]]
    assert run, f"## {name} in docs/{page.name} has no example that runs"


def test_every_kind_of_record_has_a_section() -> None:
    text = (pages.ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    lacking = [
        name for name in records.TABLES if f"\n## {name}\n" not in text or f"<!-- fields: {name} -->" not in text
    ]
    assert lacking == []


def test_every_table_of_rules_is_on_the_page_of_reading() -> None:
    assert {path.stem for path in words.TABLES.glob("*.csv")} == generated.TABLES_OF_RULES.keys()


def test_every_module_of_reading_is_on_its_page() -> None:
    text = (pages.ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    modules = {path.stem for path in (pages.ROOT / "src/exchangecli/extract").glob("*.py")} - {"__init__"}
    assert {name for name in modules if f"`{name}`" not in text} == set()


def test_the_page_of_queries_shows_many() -> None:
    shown = pages.commands((pages.ROOT / "docs" / "queries.md").read_text(encoding="utf-8"))
    assert len({tuple(words) for words in shown if words[1] == "list"}) >= 60


def test_readme_has_commands() -> None:
    assert len(list(pages.commands(pages.PAGES[0].read_text(encoding="utf-8")))) >= 10


# --- how a page is renewed --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stale", "fresh"),
    [
        ("$ exchange list --count\n", "$ exchange --db new.db list --count\n0\n"),
        ("$ exchange list --count\n99\n", "$ exchange --db new.db list --count\n0\n"),
        ("$ exchange \\\n    list --count\n99\n", "$ exchange --db new.db \\\n    list --count\n0\n"),
    ],
)
def test_output_is_renewed_and_the_words_around_it_stay(
    exchange: Callable[..., object], stale: str, fresh: str
) -> None:
    exchange("--db", "new.db", "init")
    stale = stale.replace("exchange", "exchange --db new.db", 1)
    text = "# Words\n\n```console\n{}```\n\nMore words: $ exchange list\n"
    assert pages.renewed(text.format(stale)) == text.format(fresh)


def test_silent_commands_show_nothing_and_refused_ones_their_sentence() -> None:
    silent = "```console silent\n$ exchange init\n```\n"
    assert pages.renewed(silent) == silent
    refused = pages.renewed("```console refused\n$ exchange init\n```\n")
    assert "\nexchange: exchange.db exists already" in refused
    assert "\n  hint: " in refused


def test_a_terminal_block_shows_what_a_person_sees_and_leaves_out_the_middle() -> None:
    shown = pages.renewed("```console terminal 3 1\n$ exchange vocabulary name-kinds\n```\n").splitlines()
    assert shown[:2] == ["```console terminal 3 1", "$ exchange vocabulary name-kinds"]
    assert set(shown[3]) == {"─"}
    assert len(shown[3]) <= 80
    assert shown[5] == "…"
    assert len(shown) == 8
    assert "─" not in pages.renewed("```console\n$ exchange vocabulary name-kinds\n```\n")


@pytest.mark.parametrize("block", ["console\n$ exchange list nothing:1", "console refused\n$ exchange vocabulary"])
def test_a_command_that_ends_otherwise_than_its_block_says_fails_the_page(block: str) -> None:
    with pytest.raises(AssertionError, match="was to"):
        pages.renewed(f"```{block}\n```\n")


def test_a_file_is_made_of_the_page_unless_a_command_wrote_it(tmp_path: Path) -> None:
    page = "```console\n$ cat notes.csv\ntitle,start\nForum,2024\n```\n"
    assert pages.renewed(page) == page
    assert (tmp_path / "notes.csv").read_text() == "title,start\nForum,2024\n"
    (tmp_path / "notes.csv").write_text("title\n")
    assert pages.renewed(page) == "```console\n$ cat notes.csv\ntitle\n```\n"
