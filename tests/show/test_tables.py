"""Tables as a person sees them: at any width nothing is cut off, and wide letters stand in line."""

import io
from collections import Counter

import pytest
from rich.cells import cell_len
from rich.console import Console

from exchangecli.model import records
from exchangecli.show import console, tables
from exchangecli.show.tables import Column, Table
from exchangecli.store import finding, rows
from exchangecli.store.opening import Store


def drawn(monkeypatch: pytest.MonkeyPatch, table: Table, width: int) -> str:
    """The table as a terminal of this width shows it."""
    screen = Console(file=io.StringIO(), width=width, color_system=None, markup=False, highlight=False)
    monkeypatch.setattr(console, "out", lambda: screen)
    monkeypatch.setattr(console, "is_terminal", lambda: True)
    lines: list[str] = []
    monkeypatch.setattr(console, "write_line", lines.append)
    tables.show(table)
    return "\n".join(lines)


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace() and character != "─")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("name", records.LISTED)
def test_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch, sample: Store, name: str, width: int) -> None:
    kind = records.KINDS[name]
    found = list(rows.where(sample, kind, "1"))[:12]
    titles = finding.titles_in(sample, found, [field.name for field in kind.references()])
    table = tables.of_records(kind, kind.columns, found, titles)
    shown = drawn(monkeypatch, table, width)
    assert max(map(cell_len, shown.splitlines())) <= width
    headings = [column.heading for column in table.columns if not column.is_id or width >= tables.NARROW]
    assert letters(shown) == letters("".join(["".join(row) for row in table.rows] + headings))


def test_wide_letters_stand_in_line_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    tables.show(Table([Column("Name"), Column("N", right=True)], [["한국어", "1"], ["Mạnh Cường", "22"], ["", "3"]]))
    assert capsys.readouterr().out.splitlines() == [
        "Name         N",
        "한국어       1",
        "Mạnh Cường  22",
        "             3",
    ]


def test_marks_are_no_part_of_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    tables.show(Table([Column("Title")], [["[bold]forum[/bold]"]], {(0, 0): [(6, 11)]}))
    assert capsys.readouterr().out.splitlines() == ["Title", "[bold]forum[/bold]"]


@pytest.mark.parametrize("width", [60, 80])
def test_an_id_stands_under_the_first_text_of_its_row(
    monkeypatch: pytest.MonkeyPatch, sample: Store, width: int
) -> None:
    found = list(rows.where(sample, records.EVENT, "programme = ?", ["asem-culture-ministers-meeting"]))
    shown = drawn(monkeypatch, tables.of_records(records.EVENT, ["edition", "title", "id"], found, {}), width)
    lines = shown.splitlines()
    assert lines[0].split() == ["Edition", "Title"]
    title = next(number for number, line in enumerate(lines) if "4th ASEM Culture Ministers' Meeting" in line)
    assert lines[title].startswith("      4  4th")
    assert lines[title + 1].startswith("         4th-asem-culture-ministers-meeting-2010")
