"""What a shell is offered at Tab, asked as the shells ask."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from exchangecli.model import records
from exchangecli.store import rows
from exchangecli.store.opening import Store

Run = Callable[..., Result]

CONCERT = "asean-korea-music-concert-2025"


def fish(*words: str) -> dict[str, str]:
    """The environment in which fish asks what may stand in the place of the last of these words."""
    return {
        "_EXCHANGE_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": " ".join(["exchange", *words]),
    }


@pytest.fixture
def tab(exchange: Run) -> Callable[..., list[str]]:
    """The words that fish shows after these; the last is the one being typed."""

    def asked(*words: str) -> list[str]:
        answer = exchange(env=fish(*words))
        assert answer.exit_code == 0
        assert answer.stderr == ""
        return [line.partition("\t")[0] for line in answer.stdout.splitlines() if line]

    return asked


Tab = Callable[..., list[str]]

OFFERED: list[tuple[list[str], list[str]]] = [
    # commands and options
    (["ex"], ["export"]),
    (["list", "--cou"], ["--country", "--count"]),
    (["add-event", "--taking"], ["--taking-part"]),
    # words of lists, by what they are called too
    (["add-event", "--kind", "fo"], ["forum_conference"]),
    (["add-event", "--kind=fo"], ["--kind=forum_conference"]),
    (["add-event", "--disciplines", "music,danc"], ["music,dance"]),
    (["list", "--role", "keynote-sp"], ["keynote_speaker"]),
    (["add-figure", "kofice", "nominal"], []),
    (["vocabulary", "ro"], ["roles"]),
    # countries and groups, by code and by name
    (["add-event", "--country", "VN"], ["VN"]),
    (["add-event", "--country", "viet"], ["VN"]),
    (["add-participant", "x", "--country", "côte"], ["CI"]),
    (["add-participant", "x", "--country", "asean"], []),
    (["list", "--country", "asean"], ["ASEAN", "ASEAN+3"]),
    (["list", "country:SG,viet"], ["country:SG,VN"]),
    # records, by id, by a word of a name, by acronym
    (["show", "duc"], ["duc-phuc"]),
    (["show", "phuc"], ["duc-phuc"]),
    (["show", "Đức"], ["duc-phuc"]),
    (["show", "KOF"], ["kofice"]),
    (["show", "mcs"], ["mcst-innovation-through-culture", "ministry-of-culture-sports-and-tourism"]),
    (["show", "한국국"], ["kofice", "koreaun-asean-foundation-mou"]),
    (["show", "'korean found"], ["kofice"]),
    (["delete", "kofi"], ["kofice"]),
    (["list", "--participant", "kofi"], ["kofice"]),
    (["list", "--programme", "kofi"], []),
    (["add-role", "kofi"], ["kofice"]),
    (["add-role", "kofice", "organi"], ["organiser"]),
    (["add-role", "kofice", "organiser", "asean-korea-m"], [CONCERT]),
    (["add-role", "--participant", "kofice", "organi"], ["organiser"]),
    (["add-role", "--role", "organiser", "kofice", "asem-s"], ["asem-summits"]),
    (["add-event", "x", "--source", "diplomacy"], ["diplomacy-journal-korea-asean"]),
    (["add-source", "x", "--origin", "unk"], ["unknown"]),
    (["show", "figure-188"], ["figure-188vj6mvacpe1"]),
    (["show", "kofice", "duc"], []),
    # queries
    (["list", "partici"], ["participants", "participant:"]),
    (["export", "roles", "printed"], ["printed_role:", "printed_name:"]),
    (["list", "role:keynote-sp"], ["role:keynote_speaker"]),
    (["list", "participant:KOF"], ["participant:kofice"]),
    (["list", "city:a"], ["city:any"]),
    (["list", "sessions", "country:viet"], ["country:VN"]),
    (["list", "nosuchfield:v"], []),
    (["list", "keynote-sp"], ["keynote_speaker:"]),
    (["list", "participants", "keynote-sp"], []),
    (["list", "organiser:KOF"], ["organiser:kofice"]),
    (["list", "taking-part:cambo"], ["taking-part:KH"]),
    (["list", "discipline:mus"], ["discipline:museums", "discipline:music"]),
    (["list", "has:"], ["has:conflict", "has:source", "has:no-source"]),
    (["list", "edited:"], []),
    (["search", "culture", "country:viet"], ["country:VN"]),
    (["search", "partici"], ["participant:"]),
    (["list", "--columns", "title,lat"], ["title,latitude"]),
    (["list", "participants", "--sort", "acr"], ["acronym"]),
    (["search", "--in", "par"], ["participants"]),
    # the log
    (["undo", ""], ["2", "1"]),
    (["list", "--at", "1"], []),
    (["log", "kofi"], ["kofice"]),
    # edits
    (["edit", "kofi"], ["kofice"]),
    (["edit", "kofice", "cou"], ["country=", "country!"]),
    (["edit", "kofice", "country=viet"], ["country=VN"]),
    (["edit", CONCERT, "tit"], ["title="]),
    (["edit", CONCERT, "disc"], ["disciplines=", "disciplines+=", "disciplines-=", "disciplines!"]),
    (["edit", CONCERT, "disciplines+=mus"], ["disciplines+=museums", "disciplines+=music"]),
    (["edit", CONCERT, "status=postp"], ["status=postponed"]),
    (["edit", "programme:asem", "yea"], ["year:"]),
    (["edit", "programme:asem", "status=postp"], ["status=postponed"]),
    (["edit", "participants", "KOF", "acr"], ["acronym:", "acronym=", "acronym!"]),
    (["edit", CONCERT, "city=x", "nosuch=v"], []),
    (["edit", CONCERT, "--quote", "ven"], ["venue="]),
    (["edit", "kofice", "--quote", "acr"], ["acronym="]),
    (["add-event", "x", "--quote", "ven"], ["venue="]),
]


OFFERED_FOR_FILES = [
    (["import", "x.csv", "--as", "se"], ["sessions"]),
    (["import", "x.csv", "--format", "js"], ["json", "jsonl"]),
    (["import", "x.csv", "--dates", "d"], ["dmy"]),
    (["import", "x.csv", "--as", "sessions", "--set", "ev"], ["event="]),
    (["import", "x.csv", "--as", "roles", "--set", "participant=duc"], ["participant=duc-phuc"]),
    (["import", "x.csv", "--map", "When=sta"], ["When=status", "When=start", "When=start_time"]),
    (["vocabulary", "groups", "ASE"], ["ASEAN", "ASEAN+3", "ASEM"]),
    (["vocabulary", "roles", "keyn"], ["keynote_speaker"]),
    (["add-membership", "CLM"], ["CLMV"]),
    (["add-membership", "CLMV", "viet"], ["VN"]),
]


@pytest.mark.parametrize(("typed", "offered"), OFFERED_FOR_FILES, ids=" ".join)
@pytest.mark.usefixtures("sample")
def test_offered_for_files_and_groups(tab: Tab, typed: list[str], offered: list[str]) -> None:
    assert tab(*typed) == offered


@pytest.mark.parametrize(("typed", "offered"), OFFERED, ids=" ".join)
@pytest.mark.usefixtures("sample")
def test_offered(tab: Tab, typed: list[str], offered: list[str]) -> None:
    assert tab(*typed) == offered


@pytest.mark.usefixtures("sample")
def test_a_record_stands_beside_its_title(exchange: Run) -> None:
    assert (
        exchange(env=fish("show", "kofi")).stdout == "kofice\tKorean Foundation for International Cultural Exchange\n"
    )


def test_each_field_that_has_words_is_completed(tab: Tab) -> None:
    for name in records.ADDABLE:
        for field in records.KINDS[name].fields:
            if field.type.name in ("word of a list", "country"):
                assert tab(f"add-{name}", f"--{field.name.replace('_', '-')}", ""), field.name


# --- the dataset ------------------------------------------------------------------------------------------------


def test_the_dataset_is_the_one_a_command_would_find(
    tab: Tab, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tab("show", "kofi") == []
    assert tab("--db", os.fspath(sample_file), "show", "kofi") == ["kofice"]
    (tmp_path / "linked.db").symlink_to(sample_file)
    assert tab("--db", "~/linked.db", "show", "kofi") == ["kofice"]
    assert tab("--db", "$HOME/linked.db", "show", "kofi") == ["kofice"]
    monkeypatch.setenv("EXCHANGE_DB", os.fspath(sample_file))
    assert tab("show", "kofi") == ["kofice"]


@pytest.mark.parametrize("content", [None, b"", b"no dataset at all", b"SQLite format 3\0" + bytes(5000)])
def test_without_a_dataset_what_needs_none_is_offered(tab: Tab, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "exchange.db").write_bytes(content)
    assert tab("show", "kofi") == []
    assert tab("add-role", "kofice", "organi") == ["organiser"]
    assert tab("list", "country:ASE") == ["country:ASEAN", "country:ASEAN+3", "country:ASEM"]
    assert tab("edit", "kofice", "tit") == ["title="]
    assert [path.name for path in tmp_path.iterdir()] == (["exchange.db"] if content is not None else [])


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("typed", [["show", "ko\udcff"], ["show", "x\udcff", "k"], ["edit", "\udcff", "a"], ["\udcff"]])
def test_bytes_that_are_no_text_are_offered_nothing(tab: Tab, typed: list[str]) -> None:
    assert tab(*typed) == []


def test_an_id_that_a_shell_would_read_as_more_is_not_offered(tab: Tab, sample: Store) -> None:
    for number, bad in enumerate(("evil;ls", "evil $(ls)", "evil*", "evil\nls")):
        sample.connection.execute("INSERT INTO participant (id, name) VALUES (?, ?)", [bad, f"Evil {number}"])
    rows.insert(sample, records.PARTICIPANT, [{"id": "evil-1", "name": "Evil"}])
    assert tab("show", "evil") == ["evil-1"]


# --- the cost ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("typed", "unpaid"),
    [
        (["ex"], ["exchangecli.cli.files", "exchangecli.cli.add", "exchangecli.cli.find"]),
        (["show", "kofi"], ["exchangecli.cli.add", "rich", "sqlite_utils", "rapidfuzz", "pydantic"]),
        (["edit", "kofice", "coun"], ["exchangecli.cli.add", "rich", "sqlite_utils", "rapidfuzz", "pydantic"]),
    ],
)
def test_a_tab_imports_only_what_it_uses(typed: list[str], unpaid: list[str]) -> None:
    command = "import sys; sys.argv = ['exchange']; from exchangecli.cli.app import app; app(prog_name='exchange')"
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", command],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | fish(*typed),
    )
    assert ran.stdout.strip()
    imported = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "typer" in imported
    assert imported.isdisjoint(unpaid)


@pytest.mark.usefixtures("sample")
def test_a_release_is_offered_by_its_name(exchange: Run, tab: Tab) -> None:
    exchange("log", "--release", "1.2")
    exchange("log", "--release", "spring")
    assert tab("show", "kofice", "--at", "") == ["spring", "1.2"]
    assert tab("export", "--at", "1") == ["1.2"]
