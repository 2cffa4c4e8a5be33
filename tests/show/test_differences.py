"""What is about to change, as a person sees it: each value whole, and each record with its id."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from exchangecli.curate import assignments, deleting, editing, targets
from exchangecli.show import console, differences, tables
from exchangecli.show.tables import Table
from exchangecli.store.opening import Store

MEETING = "7th-asem-culture-ministers-meeting-2016"


def drawn(monkeypatch: pytest.MonkeyPatch, table: Table, width: int) -> list[str]:
    """The lines of the table as a terminal of this width shows them."""
    screen = Console(file=io.StringIO(), width=width, color_system=None, markup=False, highlight=False)
    monkeypatch.setattr(console, "out", lambda: screen)
    monkeypatch.setattr(console, "is_terminal", lambda: True)
    lines: list[str] = []
    monkeypatch.setattr(console, "write_line", lines.append)
    tables.show(table)
    assert max(map(cell_len, lines)) <= width
    return lines


@pytest.mark.parametrize("width", [80, 200])
def test_a_deletion_names_all_that_goes_with_its_id(monkeypatch: pytest.MonkeyPatch, sample: Store, width: int) -> None:
    plan = deleting.plan(sample, targets.meant(sample, ["programme:asem"]), cascade=True)
    lines = drawn(monkeypatch, differences.of_deletion(plan), width)
    shown = "\n".join(lines)
    for (_, record), title in plan.deleted.items():
        assert record in shown
        assert title.split(" ")[0] in shown
    assert shown.count("delete") == len(plan.deleted) + 1
    assert shown.count("its part_of") == shown.count("empty") == 2
    assert lines[-1].split("  ")[0] == f"{len(plan.parts)} claims and other names"
    if width == 80:
        assert f"\n{MEETING}\n" in shown


@pytest.mark.parametrize("width", [80, 200])
def test_an_edit_shows_every_field_of_every_record(monkeypatch: pytest.MonkeyPatch, sample: Store, width: int) -> None:
    which, wanted = assignments.split(["kind:policy_panel,workshop", "theme=문화와 창의 산업", "country!"])
    plan = editing.plan(sample, targets.meant(sample, which), wanted)
    shown = drawn(monkeypatch, differences.of_edit(plan, {}), width)
    assert sum("문화와 창의 산업" in line for line in shown) == 3
    assert sum(line.split()[-1] == "—" for line in shown) == sum(len(change.before) for change in plan.changes) - 3
