"""Groups of countries, as a person looks at them and adds to them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from exchangecli.show import console
from exchangecli.store.opening import Store

Run = Callable[..., Result]


def test_groups_are_shown_without_a_dataset_and_none_is_made(exchange: Run, tmp_path: Path) -> None:
    shown = exchange("vocabulary", "groups")
    assert shown.exit_code == 0, shown.output
    (asem,) = (line for line in shown.stdout.splitlines() if line.startswith("ASEM"))
    assert "53" in asem
    assert "Asian: BN, CN" in asem
    assert "European: AT, BE, DK, European Union" in asem
    assert asem.endswith("HR since 16 Oct 2014")
    assert list(tmp_path.iterdir()) == []
    assert exchange("--db", "none.db", "vocabulary", "groups").exit_code == 1


def test_one_group_has_its_members_with_dates_notes_and_sources(exchange: Run) -> None:
    shown = exchange("vocabulary", "groups", "European Union").stdout
    assert shown.startswith("European Union\ngroup EU\n\nMembers, 27 today\n")
    assert "United Kingdom (GB)  1 Jan 1973 – 31 Jan 2020" in shown
    assert "Croatia (HR)         since 1 Jul 2013" in shown
    assert "\nNotes and sources\n  [1]  http" in shown


def test_sides_stand_apart(exchange: Run) -> None:
    shown = exchange("vocabulary", "groups", "asem").stdout
    assert shown.index("\nAsian, 22 today\n") < shown.index("Kazakhstan (KZ)") < shown.index("\nEuropean, 31 today\n")
    assert "ASEAN Secretariat  since 24 Oct 2008" in shown


def test_groups_as_json(exchange: Run) -> None:
    every = json.loads(exchange("vocabulary", "groups", "--json").stdout)
    (clmv,) = (one for one in every if one["group"] == "CLMV")
    dated = [{"member": code, "start": None, "end": None, "side": None} for code in ("KH", "LA", "MM", "VN")]
    assert clmv == {
        "group": "CLMV",
        "name": "CLMV countries",
        "count": 4,
        "members": ["KH", "LA", "MM", "VN"],
        "memberships": dated,
    }
    (first, *_) = json.loads(exchange("vocabulary", "groups", "v4", "--json").stdout)
    assert list(first) == ["id", "group", "member", "start", "end", "side", "note", "source", "name"]
    assert {"list": "groups", "title": "Groups of countries, and their members", "words": 9} in json.loads(
        exchange("vocabulary", "--json").stdout
    )


def test_one_word_of_a_list(exchange: Run) -> None:
    assert exchange("vocabulary", "roles", "keynote").stdout.splitlines()[1].startswith("keynote_speaker")
    refused = exchange("vocabulary", "roles", "keynot")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "did you mean keynote_speaker" in refused.stderr
    refused = exchange("vocabulary", "groups", "Asea")
    assert refused.exit_code == 2
    assert '"Asea" is not in the list of groups; did you mean ASEAN' in refused.stderr


def test_a_membership_makes_its_group_which_is_then_known_everywhere(exchange: Run) -> None:
    made = exchange(
        "add-membership", "Francophonie", "Viet Nam", "--from", "1979", "--source", "https://www.francophonie.org"
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    assert "Member  Vietnam (VN)\nDate    since 1979\nSource  https://www.francophonie.org\n" in made.stdout
    assert made.stderr.endswith("9bf95ynxxwy66\n")
    exchange("add-membership", "francophonie", "Laos", "--from", "1991")
    exchange("add-event", "Sommet", "--start", "1997", "--country", "VN", "--taking-part", "francophonie")
    exchange("add-event", "Sommet", "--start", "1970", "--country", "VN")
    assert exchange("list", "country:FRANCOPHONIE", "--ids").stdout == "sommet-1997\n"
    assert exchange("list", "--country", "Francophonie", "--ids").stdout == "sommet-1997\n"
    assert exchange("list", "taking_part:francophonie", "--ids").stdout == "sommet-1997\n"
    assert "Francophonie" in exchange("show", "sommet-1997").stdout
    assert "Members, 2 today\n  Vietnam (VN)  since 1979" in exchange("vocabulary", "groups", "Francophonie").stdout


def test_a_membership_is_one_operation(exchange: Run, empty: Store) -> None:
    exchange("add-membership", "OECD", "KR", "--from", "1996-12-12")
    (count,) = empty.connection.execute(
        "SELECT count(*) FROM operation WHERE command LIKE 'exchange add-membership OECD%'"
    ).fetchone()
    assert count == 1


@pytest.mark.parametrize(
    ("query", "members"),
    [
        ("group:v4 member:Hungary", ["HU"]),
        ("group:nordic member:FI,SE", ["FI", "SE"]),
        ("group:EU year:1960", ["BE", "DE", "FR", "IT", "LU", "NL"]),
        ("group:EU end:2020", ["GB"]),
        ("member:EU", ["_EU"]),
        ("clmv", ["KH", "LA", "MM", "VN"]),
        ("Vietnam apec", ["VN"]),
        ('"Chinese Taipei"', ["TW"]),
        ("group:asem side:asian date:1996", ["BN", "CN", "ID", "JP", "KR", "MY", "PH", "SG", "TH", "VN"]),
        ("member:nobody", None),
        ("group:nobody", []),
    ],
)
@pytest.mark.usefixtures("empty")
def test_memberships_are_found(exchange: Run, query: str, members: list[str] | None) -> None:
    found = exchange("list", "memberships", query, "--json")
    assert (found.exit_code == 0) == (members is not None), found.output
    if members is not None:
        assert sorted(one["member"] for one in json.loads(found.stdout)) == members


@pytest.mark.usefixtures("empty")
def test_a_membership_is_corrected_and_removed(exchange: Run) -> None:
    (gb,) = exchange("list", "memberships", "group:EU", "member:GB", "--ids").stdout.split()
    assert exchange("edit", gb, "end=2020-02-01", "--yes", "--because", "a test").exit_code == 0
    assert "1 Jan 1973 – 1 Feb 2020" in exchange("show", gb[:16]).stdout
    assert exchange("delete", "memberships", "group:CLMV", "--yes").exit_code == 0
    assert "CLMV" not in exchange("vocabulary", "groups").stdout


@pytest.mark.usefixtures("empty")
def test_korea_is_asked_about_until_it_is_one(exchange: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)
    asked = exchange("add-membership", input="OECD\nKorea\nKR\n")
    assert asked.exit_code == 0, asked.output
    assert "could be KR (South Korea) or KP (North Korea)" in asked.stderr
    assert "Member  South Korea (KR)" in asked.stdout


def test_a_membership_has_no_evidence_beside_its_source(exchange: Run) -> None:
    printed = exchange("add-membership", "--help", env={"COLUMNS": "120"}).stdout
    assert "Where this is stated." in printed
    assert "--quote" not in printed
    assert "Evidence" not in printed
