"""``cite``, ``claims``, ``conflicts``, ``resolve`` and ``retract``, as they are typed."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from exchangecli.show import console

Run = Callable[..., Result]
FORUM, POZNAN, SOFIA = (
    "asean-korea-innovative-culture-forum-2025",
    "4th-asem-culture-ministers-meeting-2010",
    "8th-asem-culture-ministers-meeting-2018",
)
pytestmark = pytest.mark.usefixtures("sample")


def found(exchange: Run, *words: str) -> dict[tuple[str, str], dict[str, tuple[list[str], int]]]:
    listed = json.loads(exchange("conflicts", *words, "--json").stdout)
    assert all(list(one) == ["record", "field", "kind", "values"] for one in listed)
    return {
        (one["record"], one["field"]): {v["value"]: (v["sources"], v["independent"]) for v in one["values"]}
        for one in listed
    }


def test_the_conflicts_of_the_sample(exchange: Run) -> None:
    conflicts = found(exchange)
    diplomacy, others = ["diplomacy-journal-korea-asean"], ["city-weekly-forum-2025", "newsflash-asean-korea-forum"]
    assert conflicts[FORUM, "title"] == {
        "2025 ASEAN-Korea Innovative Culture Forum": (others, 1),
        "2025 ASEAN-Korea Innovate Culture Forum": (diplomacy, 1),
    }
    assert conflicts[FORUM, "role:kofice"] == {"organiser": (others, 1), "partner": (diplomacy, 1)}
    assert conflicts[POZNAN, "start"].keys() == {"2010-09-08", "2010-09-09"}
    assert {"2018-02-28", "2018-03-01"} <= conflicts[SOFIA, "start"].keys()


@pytest.mark.parametrize(
    ("words", "records"),
    [
        ([FORUM], {FORUM}),
        (["kofice"], {"kofice"}),
        (["year:2010"], {POZNAN}),
        (["programmes", "forum"], {"asean-korea-innovative-culture-forum"}),
        (["country:VN", "year:2010"], set()),
    ],
    ids=str,
)
def test_a_query_narrows_them(exchange: Run, words: list[str], records: set[str]) -> None:
    assert {record for record, _ in found(exchange, *words)} == records


def test_all_says_why_the_others_are_none(exchange: Run) -> None:
    listed = json.loads(exchange("conflicts", "--all", "1st-asem", "--json").stdout)
    assert {one["field"]: one["kind"] for one in listed} == {"start": "less precise", "theme": "values"}
    shown = exchange("conflicts", "--all", "1st-asem")
    assert "1 conflict;" in shown.stderr
    assert "less precise" in shown.stdout


def test_without_any_it_says_so(exchange: Run) -> None:
    result = exchange("conflicts", "year:1990")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", NONE_FOUND)
    assert exchange("conflicts", "kind:workshop").stderr == "no conflicts\n"


NONE_FOUND = "no such records found, so no conflicts either\n"


def test_the_roles_of_somebody_have_claims_too(exchange: Run) -> None:
    listed = json.loads(exchange("claims", FORUM, "role:kofice", "--json").stdout)
    assert {one["value"]: len(one["claims"]) for one in listed} == {"organiser": 2, "partner": 1}
    told = exchange("resolve", FORUM, "role:kofice", "--both").stderr
    assert "is organiser, partner at 2025 ASEAN-Korea Innovative Culture Forum" in told


@pytest.mark.parametrize(
    "words",
    [
        ["undo", "--yes"],
        ["retract", "newsflash", "--yes"],
        ["edit", "year:2010", "venue=Hall", "--yes"],
        ["delete", "programme:asem-culture-ministers-meeting", "--cascade", "--yes"],
    ],
    ids=lambda words: words[0],
)
def test_what_is_done_is_done_though_nobody_reads_what_was_shown(words: list[str]) -> None:
    before = len(logged())
    done = subprocess.run(f"{sys.executable} -m exchangecli {' '.join(words)} | true", shell=True, check=False)
    assert done.returncode == 0
    assert len(logged()) == before + 1


def logged() -> list[object]:
    listed = subprocess.run([sys.executable, "-m", "exchangecli", "log", "--json"], capture_output=True, check=True)
    return list(json.loads(listed.stdout))


def test_an_edit_from_a_source_says_where_sources_disagree(exchange: Run) -> None:
    told = exchange("edit", POZNAN, "city=Posen", "--source", "asef-ministers", "--yes").stderr
    assert f"sources disagree; exchange resolve {POZNAN} city decides" in told


def test_a_text_from_a_file_is_kept_with_its_sha256(exchange: Run) -> None:
    file = Path("report.txt")
    file.write_bytes("\ufeffFirst page\r\nof two\fHuế".encode())
    made = json.loads(exchange("add-source", "Report", "--text-file", "report.txt", "--json").stdout)
    assert made["text"] == "First page\nof two\nHuế"
    assert made["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("held", "options", "code", "sentence"),
    [
        (None, [], 1, "report.txt: no such file"),
        (b"", [], 1, "report.txt: is empty"),
        (b"one\n\xff", [], 1, "report.txt line 2"),
        (b"one", ["--text", "two"], 2, "--text and --text-file both give the text"),
    ],
)
def test_a_file_that_cannot_be_taken(
    exchange: Run, held: bytes | None, options: list[str], code: int, sentence: str
) -> None:
    if held is not None:
        Path("report.txt").write_bytes(held)
    result = exchange("add-source", "Report", "--text-file", "report.txt", *options)
    assert result.exit_code == code
    assert sentence in result.stderr
    assert exchange("show", "report").exit_code == 1


def test_a_citation_says_what_it_did(exchange: Run) -> None:
    exchange("add-source", "Late report", "--id", "late", "--text", "It was held in “Sofia” itself.")
    result = exchange("cite", SOFIA, "city", "--source", "late", "--quote", 'in "Sofia"')
    assert result.stderr == f"cited late for city of {SOFIA}\n"
    (claim,) = [c for one in json.loads(exchange("claims", SOFIA, "city", "--json").stdout) for c in one["claims"]
                if c["source"] == "late"]  # fmt: skip
    assert (claim["quote"], claim["prefix"], claim["position"]) == ("in “Sofia”", "It was held ", [12, 22])
    again = exchange("cite", SOFIA, "city", "--source", "late", "--quote", 'in "Sofia"')
    assert again.stderr == f"nothing to add: late is cited for city of {SOFIA} already\n"
    against = exchange("cite", SOFIA, "city", "Plovdiv", "--source", "late")
    assert f"sources disagree; exchange resolve {SOFIA} city decides" in against.stderr
    written = json.loads(exchange("cite", SOFIA, "venue", "Palace", "--source", "late", "--json").stdout)
    assert [(one["field"], one["value"], one["rank"]) for one in written] == [("venue", "Palace", "normal")]


def test_a_quotation_that_is_not_there_shows_what_is_nearest(exchange: Run) -> None:
    exchange("add-source", "Late report", "--id", "late", "--text", "It was held in “Sofia” itself.")
    result = exchange("cite", SOFIA, "city", "--source", "late", "--quote", "was held at Sofia")
    assert (result.exit_code, "was held in “Sofia”" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    "options", [[], ["--both", "--value", "x"], ["--source", "a", "--value", "b"], ["--value", " "]], ids=str
)
def test_a_decision_is_said_in_one_way(exchange: Run, options: list[str]) -> None:
    result = exchange("resolve", FORUM, "title", *options)
    assert (result.exit_code, "say in one way what is so" in result.stderr) == (2, True)


def test_a_decision_is_recorded_with_its_reason(exchange: Run) -> None:
    result = exchange("resolve", FORUM, "title", "--source", "diplomacy", "--because", "on the poster", "--json")
    assert result.exit_code == 0
    assert [(one["value"], one["standing"]) for one in json.loads(result.stdout)] == [
        ("2025 ASEAN-Korea Innovate Culture Forum", "in force"),
        ("2025 ASEAN-Korea Innovative Culture Forum", "deprecated"),
    ]
    assert (FORUM, "title") not in found(exchange)


@pytest.mark.parametrize(
    ("field", "answers", "in_force"),
    [
        ("title", ["2", ""], "2025 ASEAN-Korea Innovate Culture Forum"),
        ("title", ["7", "1", "as on the poster"], "2025 ASEAN-Korea Innovative Culture Forum"),
        ("title", ["none"], "2025 ASEAN-Korea Innovative Culture Forum"),
        ("role:kofice", ["both", ""], "2025 ASEAN-Korea Innovative Culture Forum"),
    ],
)
def test_a_person_is_asked(
    exchange: Run, monkeypatch: pytest.MonkeyPatch, field: str, answers: list[str], in_force: str
) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)
    result = exchange("resolve", FORUM, field, input="".join(f"{answer}\n" for answer in answers))
    assert result.exit_code == ("none" in answers)
    assert "“" in result.stderr
    assert json.loads(exchange("show", FORUM, "--json").stdout)["title"] == in_force
    assert ((FORUM, field) in found(exchange)) is ("none" in answers)


def test_a_retraction_asks_first(exchange: Run) -> None:
    shown = exchange("retract", "newsflash")
    assert (shown.exit_code, "--yes goes ahead" in shown.stderr) == (1, True)
    assert "participant Choi Hwi-young" in shown.stdout
    assert "no conflict any more: name of kofice" in shown.stderr
    assert json.loads(exchange("show", "choi-hwi-young", "--json").stdout)["name"] == "Choi Hwi-young"
    done = exchange("retract", "newsflash", "--because", "withdrawn", "--yes")
    assert (done.exit_code, done.stdout) == (0, shown.stdout)
    assert exchange("show", "choi-hwi-young").exit_code == 1
    assert exchange("retract", "newsflash", "--yes").stderr.startswith("exchange: nothing rests on newsflash")


def test_how_many_sources_there_are_is_a_column(exchange: Run) -> None:
    listed = json.loads(exchange("list", FORUM.replace("-", " "), "--columns", "title,sources", "--json").stdout)
    assert listed == [{"title": "2025 ASEAN-Korea Innovative Culture Forum", "sources": 4}]
    assert "Sources" in exchange("list", "roles", "--columns", "role,sources", "--limit", "1").stdout
    refused = exchange("list", "claims", "--columns", "value,sources")
    assert refused.exit_code == 2


def test_footnotes(exchange: Run) -> None:
    (row,) = json.loads(exchange("export", "year:2010", "kind:ministerial_meeting", "--json", "--citations").stdout)
    notes = {note.partition("] ")[2].partition(",")[0]: note.rpartition("(")[2] for note in row["citations"]}
    assert notes["The ASEM Culture Ministers Meeting"] == "start, end, city, country)"
    assert notes["Ministers commend ASEF for increasing cultural understanding between Asia and Europe"] == (
        "status, end, country)"
    ), "it says another first day"
    header = exchange("export", "--csv", "--citations").stdout.splitlines()[0]
    assert header.endswith(",citations")
    assert exchange("export", "--datapackage", "out", "--citations").exit_code == 2


def test_words_that_stand_several_times_are_remarked_on(exchange: Run) -> None:
    exchange(
        "add-source", "Late report", "--id", "late", "--text", "In Sofia it was held, in Sofia it ended: in Sofia."
    )
    told = exchange("cite", SOFIA, "city", "--source", "late", "--quote", "in Sofia").stderr
    assert "these words stand 2 times in its text" in told
    assert "stand" not in exchange("cite", SOFIA, "status", "--source", "late", "--quote", "it ended").stderr
