"""``edit`` and ``delete``: they show what would change, ask, and apply."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

from exchangecli.curate import assignments, deleting, editing, targets
from exchangecli.show import console
from exchangecli.store.opening import Store

Run = Callable[..., Result]
CONCERT = "asean-korea-music-concert-2025"


@pytest.mark.usefixtures("sample")
def test_edit_shows_before_and_after_and_asks(exchange: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)
    kept = exchange("edit", CONCERT, "attendance=2500", input="n\n")
    assert kept.exit_code == 1
    assert "Attendance              3,000   2,500" in kept.stdout
    assert "nothing was changed" in kept.stderr
    changed = exchange("edit", CONCERT, "attendance=2500", input="y\n")
    assert changed.exit_code == 0
    assert json.loads(exchange("show", CONCERT, "--json").stdout)["attendance"] == 2500


@pytest.mark.usefixtures("sample")
def test_without_a_terminal_edit_wants_yes(exchange: Run) -> None:
    refused = exchange("edit", CONCERT, "attendance=2500")
    assert refused.exit_code == 1
    assert "--yes goes ahead" in refused.stderr


def test_edit_of_many_is_one_operation_with_its_reason(exchange: Run, sample: Store) -> None:
    done = exchange(
        "edit", "programme:asem", "mode=on-site", "disciplines+=museums", "--yes", "--because", "as reported"
    )
    assert done.exit_code == 0, done.output
    assert "changed 9 events" in done.stderr
    row = sample.connection.execute("SELECT * FROM operation ORDER BY number DESC").fetchone()
    assert row["reason"] == "as reported"
    assert exchange("list", "--count", "mode:on_site", "disciplines:museums").stdout == "9\n"


@pytest.mark.usefixtures("sample")
def test_an_edit_that_changes_nothing_says_so(exchange: Run) -> None:
    same = exchange("edit", CONCERT, "attendance=some 3,000")
    assert same.exit_code == 0
    assert same.stderr == "nothing to change\n"


@pytest.mark.usefixtures("sample")
def test_delete_names_what_refers_to_the_record(exchange: Run) -> None:
    refused = exchange("delete", CONCERT, "--yes")
    assert refused.exit_code == 1
    assert "Đức Phúc" in refused.stderr
    assert "--cascade" in refused.stderr
    done = exchange("delete", CONCERT, "--cascade", "--yes")
    assert done.exit_code == 0
    assert exchange("show", CONCERT).exit_code == 1
    assert exchange("list", "roles", "--count", "role:performer").stdout == "0\n"


@pytest.mark.usefixtures("sample")
def test_a_query_for_edit_must_name_a_field(exchange: Run) -> None:
    assert "no record is called" in exchange("delete", "culture", "ministers", "--yes").stderr
    assert exchange("list", "--count").stdout == "19\n"


# --- all, some or none --------------------------------------------------------------------------------------------

PANELS = ("edit", "kind:policy_panel,workshop", "mode=hybrid")
"""Three events of the sample."""


@pytest.fixture
def _in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)


def hybrid(exchange: Run) -> list[str]:
    return exchange("list", "mode:hybrid", "--ids").stdout.split()


@pytest.mark.parametrize(
    ("answers", "changed", "said"),
    [
        pytest.param("all\n", [0, 1, 2], "changed 3 events", id="all"),
        pytest.param("A\n", [0, 1, 2], "changed 3 events", id="the first letter"),
        pytest.param("none\n", [], "stopped; nothing was changed", id="none"),
        pytest.param("\n", [], "stopped; nothing was changed", id="Enter"),
        pytest.param("no\n", [], "stopped; nothing was changed", id="no"),
        pytest.param("some\ny\nn\nyes\n", [0, 2], "changed 2 of 3 events", id="some"),
        pytest.param("s\ny\ny\ny\n", [0, 1, 2], "changed 3 events", id="some, and then each"),
        pytest.param("s\n\n\n\n", [], "stopped; nothing was changed", id="some, and then none"),
        pytest.param("s\nn\nall\n", [1, 2], "changed 2 of 3 events", id="this one and the rest"),
        pytest.param("s\ny\ndone\n", [0], "changed 1 of 3 events", id="no more"),
        pytest.param("s\ny\nq\n", [0], "changed 1 of 3 events", id="no more, as other programs ask it"),
        pytest.param("s\nd\n", [], "stopped; nothing was changed", id="no more at once"),
        pytest.param("y\nx\ns\nmaybe\ny\nd\n", [0], "changed 1 of 3 events", id="asked again"),
    ],
)
@pytest.mark.usefixtures("_in_a_terminal")
def test_of_several_all_some_or_none_are_changed_as_one_operation(
    exchange: Run, sample: Store, answers: str, changed: list[int], said: str
) -> None:
    (before,) = sample.connection.execute("SELECT count(*) FROM operation").fetchone()
    found = [change.id for change in _plan(sample).changes]
    done = exchange(*PANELS, input=answers)
    assert done.exit_code == (0 if changed else 1), done.output
    assert done.stderr.split("]:")[-1].strip().removeprefix("exchange: ") == said
    assert sorted(hybrid(exchange)) == sorted(found[number] for number in changed)
    (after,) = sample.connection.execute("SELECT count(*) FROM operation").fetchone()
    assert after == before + bool(changed)


def _plan(store: Store) -> editing.EditPlan:
    which, wanted = assignments.split(PANELS[1:])
    return editing.plan(store, targets.meant(store, which), wanted)


@pytest.mark.usefixtures("sample", "_in_a_terminal")
def test_the_question_says_how_many_and_each_is_shown_by_itself(exchange: Run) -> None:
    asked = exchange(*PANELS, input="what\nsome\nn\nn\nn\n")
    assert asked.stderr.startswith(
        "Change 3 events? [all/some/none]:  write all, some or none, or its first letter; Enter alone is none\n"
        "Change 3 events? [all/some/none]:Change this one (1 of 3)? [yes/no/all/done]:"
    )
    assert asked.stdout.count("Record  ") == 4
    assert asked.stdout.count("asef-policy-panel-at-the-7th-asem-culture-ministers-meeting-2016") == 2


@pytest.mark.parametrize("answers", ["", "some\n", "some\ny\n"], ids=["at once", "at the first", "at the second"])
@pytest.mark.usefixtures("sample", "_in_a_terminal")
def test_whoever_breaks_off_has_changed_nothing(exchange: Run, answers: str) -> None:
    broken_off = exchange(*PANELS, input=answers)
    assert broken_off.exit_code == 130
    assert broken_off.stderr.endswith("interrupted\n")
    assert hybrid(exchange) == []


@pytest.mark.usefixtures("sample")
def test_several_without_a_terminal_want_yes(exchange: Run) -> None:
    refused = exchange(*PANELS)
    assert refused.exit_code == 1
    assert "--yes goes ahead" in refused.stderr
    assert hybrid(exchange) == []


@pytest.mark.parametrize(("record", "code"), [(0, 1), (1, 0)], ids=["one that was chosen", "one that was not"])
@pytest.mark.usefixtures("_in_a_terminal")
def test_what_was_chosen_is_held_against_what_is_there_by_then(
    exchange: Run, sample: Store, monkeypatch: pytest.MonkeyPatch, record: int, code: int
) -> None:
    found = [change.id for change in _plan(sample).changes]
    apply = editing.apply

    def overtaken(*arguments: Any) -> None:
        sample.connection.execute("UPDATE event SET mode = 'online' WHERE id = ?", [found[record]])
        apply(*arguments)

    monkeypatch.setattr(editing, "apply", overtaken)
    done = exchange(*PANELS, input="some\ny\ndone\n")
    assert done.exit_code == code
    assert ("another command changed these records meanwhile" in done.stderr) == bool(code)
    assert hybrid(exchange) == ([] if code else [found[0]])


@pytest.mark.usefixtures("sample")
def test_every_date_that_cannot_be_moved_is_named_with_its_record(exchange: Run) -> None:
    refused = exchange("edit", "kind:policy_panel,workshop", "start=+1d", "--yes")
    assert refused.exit_code == 2
    first, *lines = refused.stderr.splitlines()
    assert first.endswith("of 3 events cannot be changed so; nothing was changed:")
    assert (
        "  asef-policy-panel-at-the-7th-asem-culture-ministers-meeting-2016: "
        'start: "2016" is no single day, so it cannot be moved by +1d' in lines
    )


@pytest.mark.parametrize(
    ("answers", "left", "said"),
    [
        ("all\n", [], "deleted 3 records"),
        ("none\n", ["a", "b", "c"], "stopped; nothing was changed"),
        ("s\nn\ny\nn\n", ["a", "c"], "deleted 1 record"),
        ("s\nn\na\n", ["a"], "deleted 2 records"),
    ],
    ids=["all", "none", "one of them", "the rest"],
)
@pytest.mark.usefixtures("_in_a_terminal")
def test_of_several_all_some_or_none_are_deleted(
    exchange: Run, empty: Store, answers: str, left: list[str], said: str
) -> None:
    for title in "abc":
        exchange("add-event", title, "--id", title, "--city", "Seoul")
    done = exchange("delete", "city:Seoul", input=answers)
    assert done.stderr.startswith("Delete 3 events? [all/some/none]:")
    assert done.stderr.split("]:")[-1].strip().removeprefix("exchange: ") == said
    assert [row["id"] for row in empty.connection.execute("SELECT id FROM event ORDER BY id")] == left


@pytest.mark.usefixtures("sample", "_in_a_terminal")
def test_some_are_deleted_with_what_hangs_on_them_alone(exchange: Run) -> None:
    found = exchange("list", "country:KR,VN", "--ids").stdout.split()
    others = len(exchange("list", "roles", "--ids").stdout.split())
    number = found.index(CONCERT)
    asked = exchange("delete", "country:KR,VN", "--cascade", input="s\n" + "n\n" * number + "y\nd\n")
    assert asked.exit_code == 0, asked.output
    assert ", and " in asked.stderr.split("?")[0]
    assert sorted(exchange("list", "country:KR,VN", "--ids").stdout.split()) == sorted({*found} - {CONCERT})
    assert 0 < len(exchange("list", "roles", "--ids").stdout.split()) < others


@pytest.mark.usefixtures("_in_a_terminal")
def test_some_that_the_rest_refers_to_are_not_deleted(exchange: Run, empty: Store) -> None:
    exchange("add-event", "Tour", "--id", "tour", "--city", "Seoul")
    exchange("add-event", "Stop", "--id", "stop", "--city", "Seoul", "--part-of", "tour")
    refused = exchange("delete", "city:Seoul", input="s\ny\nn\n")
    assert refused.exit_code == 1
    assert "tour is not deleted, because others refer to it:\n  event stop  (part_of)" in refused.stderr
    assert empty.connection.execute("SELECT count(*) FROM event").fetchone()[0] == 2


@pytest.mark.usefixtures("_in_a_terminal")
def test_nothing_is_deleted_that_was_not_shown(exchange: Run, empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for title in "ab":
        exchange("add-event", title, "--id", title, "--city", "Seoul")
    plan = deleting.plan

    def overtaken(store: Store, meant: targets.Targets, *, cascade: bool) -> deleting.Deletion:
        if len(meant.records) == 1:
            empty.connection.execute("INSERT OR IGNORE INTO session (id, event, title) VALUES ('new', 'a', 'New')")
        return plan(store, meant, cascade=cascade)

    monkeypatch.setattr(deleting, "plan", overtaken)
    refused = exchange("delete", "city:Seoul", "--cascade", input="s\ny\nn\n")
    assert "another command changed these records meanwhile" in refused.stderr
    assert empty.connection.execute("SELECT count(*) FROM event").fetchone()[0] == 2
