"""``list``, ``show``, ``search`` and ``vocabulary``."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from exchangecli.model import records, vocabularies

Run = Callable[..., Result]
CONCERT, FORUM = "asean-korea-music-concert-2025", "asean-korea-innovative-culture-forum-2025"
WORKSHOP = "asem-workshop-enhancing-asem-visibility-through-cultural-2010"
MEETINGS = [
    f"{number}-asem-culture-ministers-meeting-{year}"
    for number, year in zip(
        ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th"),
        (2003, 2005, 2008, 2010, 2012, 2014, 2016, 2018),
        strict=True,
    )
]
SUMMITS = ["asean-rok-culture-innovation-summit-2020", "asean-rok-culture-innovation-summit-2021"]
pytestmark = pytest.mark.usefixtures("sample")


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--country", "VN"], [WORKSHOP, CONCERT]),
        (["--country", "Viet Nam"], [WORKSHOP, CONCERT]),
        (["--country", "ASEAN", "--year", "2025"], [CONCERT, FORUM]),
        (["--kind", "concert"], [CONCERT]),
        (["--role", "keynote_speaker"], [FORUM]),
        (["--participant", "KOFICE", "--year", "2025"], [CONCERT, FORUM]),
        (["--programme", "ASEM CMM", "--sort", "edition"], MEETINGS),
        (["--programme", "ASEAN-ROK Culture Innovation Summit", "--limit", "2"], SUMMITS),
        (["--programme", "future innovation cultural exchange initiative"], [CONCERT, FORUM]),
        (["--source", "newsflash"], [FORUM]),
        (["--from", "2025-11-02"], [FORUM]),
        (["--from", "2009", "--to", "2010"], [WORKSHOP, MEETINGS[3]]),
        (["--from", "2025-11-01", "--to", "2025-11-07"], [CONCERT]),
        (["forum", "--year", "2025"], [FORUM]),
        (["events", "year:2025", "--sort", "-start"], [FORUM, CONCERT]),
        (["--limit", "1"], MEETINGS[:1]),
    ],
    ids=" ".join,
)
def test_shorthands(exchange: Run, arguments: list[str], ids: list[str]) -> None:
    assert exchange("list", *arguments, "--ids").stdout.split() == ids


@pytest.mark.parametrize("name", records.LISTED)
def test_every_kind_in_every_form(exchange: Run, name: str) -> None:
    kind = records.KINDS[name]
    count = int(exchange("list", kind.plural, "--count").stdout)
    assert count == len(exchange("list", name, "--ids").stdout.split())
    listed = json.loads(exchange("list", kind.plural, "--json").stdout)
    assert len(listed) == count
    assert all(list(one) == [field.name for field in kind.fields] for one in listed)
    assert len(list(csv.DictReader(io.StringIO(exchange("list", kind.plural, "--csv").stdout)))) == count
    assert len(exchange("list", kind.plural).stdout.splitlines()) == count + 1


def test_columns_may_be_chosen(exchange: Run) -> None:
    assert exchange("list", "--kind", "concert", "--columns", "id,also-under,attendance").stdout.splitlines() == [
        "Id                              Also under  Attendance",
        "asean-korea-music-concert-2025                   3,000",
    ]
    assert "have no field" in exchange("list", "--columns", "colour").stderr


def test_the_card_has_what_belongs_to_the_record(exchange: Run) -> None:
    card = exchange("show", FORUM).stdout
    order = ["Sessions", "Organisers", "Speakers", "Quoted", "Figures", "Other names", "Conflicts", "Sources"]
    places = [card.index(f"\n{heading}") for heading in order]
    assert places == sorted(places)
    assert "2025 ASEAN-Korea Innovative Culture Forum                   1 [1][2] ≠ [3]" in card
    assert "role of Korean Foundation for International Cultural Exchange" in card


def test_show_as_json_has_the_fields_on_top_and_the_rest_as_arrays(exchange: Run) -> None:
    shown = json.loads(exchange("show", FORUM, "--json").stdout)
    assert shown["edition"] == 6
    assert shown["also_under"] == ["future-innovation-cultural-exchange-initiative"]
    assert {name: len(shown[name]) for name in ("roles", "sessions", "names", "conflicts", "figures")} == {
        "roles": 6, "sessions": 4, "names": 2, "conflicts": 2, "figures": 2,
    }  # fmt: skip
    assert {conflict["field"] for conflict in shown["conflicts"]} == {"title", "role:kofice"}
    assert all(claim["quote"] for claim in shown["claims"])


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("duc phuc", "duc-phuc"),
        ("Đức Phúc", "duc-phuc"),
        ("교류진흥", "kofice"),
        ("국제문화교류진흥원", "kofice"),
        ("kofice", "kofice"),
        ("girls' generation", "girls-generation"),
        ("Girls’ Generation", "girls-generation"),
        ("c&t", "silk-road-c-t"),
        ("national gallery", FORUM),
        ("cultural literacy", "cultural-literacy-in-the-age-of-ai"),
        ("Kayla Lee", "diplomacy-journal-korea-asean"),
        ("innovate culture forum", FORUM),
    ],
)
def test_search_over_all_kinds(exchange: Run, words: str, first: str) -> None:
    hits = json.loads(exchange("search", words, "--json").stdout)
    assert hits[0]["id"] == first
    assert set(hits[0]) == {"kind", "id", "title", "snippet"}


def test_search_within_a_kind_and_to_a_limit(exchange: Run) -> None:
    hits = json.loads(exchange("search", "asem", "--in", "programmes", "--limit", "2", "--json").stdout)
    assert [hit["kind"] for hit in hits] == ["programme", "programme"]
    assert hits[0]["id"] == "asem"
    assert "no kind of record" in exchange("search", "x", "--in", "roles").stderr


def test_vocabularies_are_shown(exchange: Run) -> None:
    assert set(vocabularies.vocabulary_names()) <= set(exchange("vocabulary").stdout.split())
    assert "keynote_speaker" in exchange("vocabulary", "roles").stdout
    terms = json.loads(exchange("vocabulary", "event_kinds", "--json").stdout)
    assert {"code", "label", "description", "class"} <= set(terms[0])
