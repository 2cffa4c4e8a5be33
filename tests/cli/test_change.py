"""``edit`` and ``delete``: they show what would change, ask, and apply."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

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
    assert "changed 3 events" in done.stderr
    row = sample.connection.execute("SELECT * FROM operation ORDER BY number DESC").fetchone()
    assert row["reason"] == "as reported"
    assert exchange("list", "--count", "mode:on_site", "disciplines:museums").stdout == "3\n"


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
    assert exchange("list", "--count").stdout == "7\n"
