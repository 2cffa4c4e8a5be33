"""The sample dataset: which editions it holds, that each of their values has its source, and where sources disagree."""

import filecmp
from pathlib import Path

import pytest

from exchangecli import errors
from exchangecli.curate import beginning, dossier, packages, targets
from exchangecli.curate.dossier import Dossier
from exchangecli.model import cells, records, types
from exchangecli.model.types import Record
from exchangecli.store import opening, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

MEETINGS = "asem-culture-ministers-meeting"
FORUMS = "asean-korea-innovative-culture-forum"
KOFICE = "한국국제문화교류진흥원"

EDITIONS = {
    MEETINGS: [
        (1, "2003-12-03", "2003-12-04", "Beijing", "CN", "1st ASEM Culture Ministers' Meeting"),
        (2, "2005-06-07", "2005-06-08", "Paris", "FR", "2nd ASEM Culture Ministers' Meeting"),
        (3, "2008", "2008-04-23", "Kuala Lumpur", "MY", "3rd ASEM Culture Ministers' Meeting"),
        (4, "2010-09-08", "2010-09-10", "Poznań", "PL", "4th ASEM Culture Ministers' Meeting"),
        (5, "2012-09-17", "2012-09-20", "Yogyakarta", "ID", "5th ASEM Culture Ministers' Meeting"),
        (6, "2014-10-20", "2014-10-21", "Rotterdam", "NL", "6th ASEM Culture Ministers' Meeting"),
        (7, "2016-06-22", "2016-06-24", "Gwangju", "KR", "7th ASEM Culture Ministers' Meeting"),
        (8, "2018-03-01", "2018-03-02", "Sofia", "BG", "8th ASEM Culture Ministers' Meeting"),
    ],
    FORUMS: [
        (1, "2020-10-21", "2020-10-22", "Gwangju", "KR", "2020 ASEAN-ROK Culture Innovation Summit"),
        (2, "2021-09-03", None, None, None, "2021 ASEAN-ROK Culture Innovation Summit"),
        (3, "2022-10-26", None, "Vientiane", "LA", "2022 ASEAN-Korea Innovative Culture Forum"),
        (4, "2023-11-15", "2023-11-16", "Jakarta", "ID", "2023 ASEAN-Korea Innovative Culture Forum"),
        (5, "2024-10-26", "2024-10-27", "Kuala Lumpur", "MY", "2024 ASEAN-Korea Innovative Culture Forum"),
        (6, "2025-11-08", None, "Singapore", "SG", "2025 ASEAN-Korea Innovative Culture Forum"),
    ],
}
"""Edition, first and last day, city, country, title. No source states the first day of the third meeting."""

CONFLICTS: dict[str, dict[str, set[str]]] = {
    "1st-asem": {"theme": {"Unity in Diversity", "Unity and Diversity"}},
    "2nd-asem": {"start": {"2005-06-07", "2005-06-06"}, "end": {"2005-06-08", "2005-06-11"}},
    "3rd-asem": {},
    "4th-asem": {"start": {"2010-09-08", "2010-09-09"}},
    "5th-asem": {"start": {"2012-09-16", "2012-09-17", "2012-09-18"}, "end": {"2012-09-19", "2012-09-20"}},
    "6th-asem": {
        "start": {"2014-10-19", "2014-10-20"},
        "theme": {"Creative Industries", "Creative Industries for Society: Talent, Technology & Trade"},
    },
    "7th-asem": {"theme": {"Culture and Creative Economy", "Culture and the Creative Economy"}},
    "8th-asem": {
        "start": {"2018", "2018-02-28", "2018-03-01"},
        "theme": {
            "The role of culture in external relations: the road forward",
            "The role of culture in international relations: the road ahead",
            "The Role of Culture in International Relations: The Road Forward",
        },
    },
    "asean-korea-innovative-culture-forum-2023": {"end": {"2023-11-16", "2023-11-26"}},
    "asean-korea-innovative-culture-exhibition-2023": {"end": {"2023-11-26", "2023-11-27"}},
    "asean-korea-innovative-culture-forum-2025": {
        "title": {"2025 ASEAN-Korea Innovative Culture Forum", "2025 ASEAN-Korea Innovate Culture Forum"},
        "role:kofice": {"organiser", "partner"},
    },
    FORUMS: {
        "start": {"2019", "2020"},
        "name": {"ASEAN-Korea Innovative Culture Forum", "ASEAN-Korea Innovate Culture Forum"},
    },
}

FIGURES: dict[str, set[tuple[str, float, bool | None]]] = {
    "1st-asem": {("participating_countries", 26, None), ("participants", 200, True)},
    "2nd-asem": {("participating_countries", 36, None)},
    "3rd-asem": {("participating_countries", 37, None), ("delegations", 97, None)},
    "4th-asem": {("participating_countries", 36, None)},
    "5th-asem": {
        ("participating_countries", 35, None),
        ("participating_countries", 38, None),
        ("delegates", 120, None),
        ("participants", 120, None),
    },
    "6th-asem": {("participating_countries", 40, True)},
    "7th-asem": {
        ("participating_countries", 44, None),
        ("participating_countries", 45, None),
        ("participating_countries", 40, True),
        ("delegates", 160, True),
        ("delegates", 200, True),
    },
    "8th-asem": set(),
}

NAMES: dict[str, set[tuple[str, str, str | None, str | None]]] = {
    MEETINGS: {
        ("ASEM Conference on Cultures and Civilisations", "former", "2003", "2005"),
        ("COCC", "acronym", "2003", "2005"),
        ("ASEM CMM", "acronym", None, None),
        ("Asia-Europe Culture Ministers' Meeting", "variant", "2005", None),
    },
    FORUMS: {
        ("ASEAN-ROK Culture Innovation Summit", "former", "2020", "2021"),
        ("한-아세안 문화혁신 포럼", "translation", None, None),
    },
    "kofice": {
        (KOFICE, "translation", None, None),
        ("Korean Foundation of International Cultural Exchange", "variant", None, None),
        ("국제문화교류진흥원", "variant", None, None),
        ("진흥원", "nickname", None, None),
        ("한국국제문화교류원", "variant", None, None),
    },
}


def known(store: Store, words: str) -> Dossier:
    kind, (record,) = targets.one(store, words)
    return dossier.gather(store, kind, record)


def cited(claims: list[Record]) -> set[tuple[str, str]]:
    """The values that a source supports, each with its field."""
    return {(claim["field"], claim["value"]) for claim in claims if claim["source"]}


@pytest.mark.parametrize("programme", EDITIONS)
def test_the_editions_with_their_days_and_cities(sample: Store, programme: str) -> None:
    fields = ("edition", "start", "end", "city", "country", "title")
    events = known(sample, programme).events
    assert [tuple(event[name] for name in fields) for event in events] == EDITIONS[programme]
    assert {event["status"] for event in events} == {"held"}
    assert [event["mode"] for event in events if event["start"] in ("2020-10-21", "2021-09-03")] == (
        ["online", "online"] if programme == FORUMS else []
    )


@pytest.mark.parametrize("programme", EDITIONS)
def test_each_value_of_an_edition_and_of_its_facts_has_a_source(sample: Store, programme: str) -> None:
    for event in known(sample, programme).events:
        found = known(sample, event["id"])
        values = {(name, cells.to_cell(value)) for name, value in event.items() if value is not None and name != "id"}
        assert values <= cited(found.claims)
        for kind, facts in (("name", found.names), ("figure", found.figures), ("role", found.roles)):
            decisive = records.KINDS[kind].cited[0]
            for fact in facts:
                assert (decisive, cells.to_cell(fact[decisive])) in cited(found.fact_claims[fact["id"]])


@pytest.mark.parametrize("words", CONFLICTS)
def test_where_sources_disagree(sample: Store, words: str) -> None:
    open_ones = {one.field: {side.value for side in one.sides} for one in known(sample, words).conflicts}
    assert open_ones == CONFLICTS[words]


@pytest.mark.parametrize("words", FIGURES)
def test_the_numbers_that_sources_state(sample: Store, words: str) -> None:
    figures = known(sample, words).figures
    assert {(one["measure"], one["value"], one["approximate"]) for one in figures} == FIGURES[words]


@pytest.mark.parametrize("words", NAMES)
def test_the_names_of_their_time(sample: Store, words: str) -> None:
    names = {(one["name"], one["kind"], one["start"], one["end"]) for one in known(sample, words).names}
    assert names >= NAMES[words]


def test_no_day_is_completed_without_a_word(sample: Store) -> None:
    """A day that is more than what was printed says why: the year of the title, "today" in a dated report."""
    for claim in rows.where(sample, records.CLAIM, "field IN ('start', 'end') AND as_printed IS NOT NULL"):
        assert claim["inferred"] or claim["value"] in read(claim["as_printed"]), claim


def read(printed: str) -> tuple[types.Value, ...]:
    try:
        reading = types.DATE.read(printed, None, types.Rules({}))
    except errors.ExchangeError:
        return ()
    return reading.value, reading.companion


def test_every_source_is_named_by_a_claim_and_can_be_found_again(sample: Store) -> None:
    naming = {claim["source"] for claim in rows.where(sample, records.CLAIM, "source IS NOT NULL")}
    for source in rows.where(sample, records.SOURCE, "1"):
        assert source["id"] in naming
        assert source["publisher"]
        assert source["url"] or source["sha256"], source["id"]


def test_it_comes_out_as_it_goes_in(command: Command, tmp_path: Path) -> None:
    with opening.created(tmp_path / "new.db") as store:
        beginning.begin(store, command)
        packages.import_package(store, command, packages.sample())
        packages.export_package(store, tmp_path / "out")
    names = sorted(path.name for path in packages.sample().iterdir())
    same, different, missing = filecmp.cmpfiles(packages.sample(), tmp_path / "out", names, shallow=False)
    assert (sorted(same), different, missing) == (names, [], [])
