"""Any unambiguous way to say a record."""

import sqlite3
from contextlib import closing

import pytest

from exchangecli import errors
from exchangecli.model import records
from exchangecli.store import finding, rows, search_index
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

MINISTRY = "ministry-of-culture-sports-and-tourism"
CONCERT = "asean-korea-music-concert-2025"
FORUM = "asean-korea-innovative-culture-forum-2025"

WAYS = [
    ("kofice", "kofice", "id"),
    (" kofice ", "kofice", "id with spaces around it"),
    ("kofi", "kofice", "start of an id"),
    ("asean-korea-m", CONCERT, "start of an id that others begin like"),
    ("KOFICE", "kofice", "acronym"),
    ("MCST", MINISTRY, "acronym that is no start of the id"),
    ("mcst", MINISTRY, "acronym in lower case"),
    ("Korean Foundation for International Cultural Exchange", "kofice", "exact name"),
    ("Korea Foundation for International Cultural Exchange", "kofice", "other name"),
    ("한국국제문화교류진흥원", "kofice", "name in Hangul"),
    ("Ministry of Culture, Sports and Tourism", MINISTRY, "name with a comma"),
    ("ministry of culture sports & tourism", MINISTRY, "name with an ampersand"),
    ("Đức Phúc", "duc-phuc", "accents, composed"),
    ("Đức Phúc", "duc-phuc", "accents, decomposed"),
    ("duc phuc", "duc-phuc", "no accents"),
    ("Girls' Generation", "girls-generation", "straight apostrophe"),
    ("Girls’ Generation", "girls-generation", "curly apostrophe"),
    ("Silk Road C&T", "silk-road-c-t", "ampersand"),
    ("2025 asean–korea music concert", CONCERT, "title with another dash"),
    ("2025 ASEAN-Korea Innovate Culture Forum", FORUM, "title as one source misprints it"),
    ("ASEM", "asem", "acronym of a programme whose id others begin like"),
    ("ASEM CMM", "asem-culture-ministers-meeting", "acronym with a space"),
    ("COCC", "asem-culture-ministers-meeting", "acronym of the name it had"),
    ("ASEM CMM8", "8th-asem-culture-ministers-meeting-2018", "acronym of one edition"),
    ("한-아세안 문화혁신 포럼", "asean-korea-innovative-culture-forum", "name of a programme in Hangul"),
    ("Korean Foundation of International Cultural Exchange", "kofice", "name with another preposition"),
    ("진흥원", "kofice", "what its own texts call it for short"),
    ("given-up", "kofice", "retired id"),
]


@pytest.fixture
def dataset(sample: Store, command: Command) -> Store:
    """The sample, with an id given up in a merge, and two people of one name."""
    with operation(sample, command):
        rows.insert(sample, records.RETIRED_ID, [{"id": "given-up", "record": "kofice"}])
        names = {"kim-minji": "Kim Minji", "kim-minji-2": "Kim Minji", "kim": "Kim"}
        rows.insert(sample, records.PARTICIPANT, [{"id": id_, "name": name} for id_, name in names.items()])
    return sample


@pytest.mark.parametrize(("words", "expected"), [pytest.param(*way[:2], id=way[2]) for way in WAYS])
def test_ways_to_say_a_record(dataset: Store, words: str, expected: str) -> None:
    assert finding.resolve(dataset, words).id == expected


def test_what_is_found_says_its_kind_and_name(dataset: Store) -> None:
    assert finding.resolve(dataset, "mcst") == ("participant", MINISTRY, "Ministry of Culture, Sports and Tourism")


def test_a_session_without_a_title_is_called_by_its_kind(dataset: Store) -> None:
    rows.insert(dataset, records.SESSION, [{"id": "untitled", "event": CONCERT, "kind": "keynote"}])
    assert finding.resolve(dataset, "untitled") == ("session", "untitled", "keynote")


def test_facts_without_a_name_are_found_where_they_are_asked_for(dataset: Store) -> None:
    with pytest.raises(errors.NotFound):
        finding.resolve(dataset, "figure-")
    assert finding.resolve(dataset, "figure-188", ["figure"]).kind == "figure"


def test_only_the_kinds_asked_for(dataset: Store) -> None:
    with pytest.raises(errors.NotFound, match='no event is called "kofice"'):
        finding.resolve(dataset, "kofice", ["event"])


def test_several_of_one_name_are_listed_with_their_ids(dataset: Store) -> None:
    with pytest.raises(errors.Ambiguous) as raised:
        finding.resolve(dataset, "kim minji")
    assert raised.value.sentence == (
        '"kim minji" could be several records; give the id of one:\n'
        "  kim-minji  Kim Minji (participant)\n"
        "  kim-minji-2  Kim Minji (participant)"
    )


def test_several_that_begin_so_are_listed(dataset: Store) -> None:
    with pytest.raises(errors.Ambiguous) as raised:
        finding.resolve(dataset, "asean-korea-")
    assert CONCERT in raised.value.sentence
    assert FORUM in raised.value.sentence


@pytest.mark.parametrize("words", ["kim", "kim-minji"])
def test_an_id_is_meant_before_ids_that_begin_so(dataset: Store, words: str) -> None:
    assert finding.resolve(dataset, words).id == words


@pytest.mark.parametrize("words", ["", " ", "!!", "*", '"', "zzz", "kofi%", "k_fice", "Foundation", "a OR b", "NOT"])
def test_what_names_nothing(dataset: Store, words: str) -> None:
    with pytest.raises(errors.NotFound):
        finding.resolve(dataset, words)


def test_the_list_of_candidates_is_short(dataset: Store) -> None:
    rows.insert(dataset, records.EVENT, [{"id": f"stop-{number}", "title": f"Stop {number}"} for number in range(40)])
    with pytest.raises(errors.Ambiguous) as raised:
        finding.resolve(dataset, "stop-")
    assert raised.value.sentence.count("\n") == finding.MOST_CANDIDATES + 1
    assert raised.value.sentence.endswith("\n  and 30 more")


def test_no_namesake_goes_unseen_among_many(dataset: Store) -> None:
    rows.insert(dataset, records.EVENT, [{"id": f"day-{year}", "title": "ASEM Day"} for year in range(2000, 2025)])
    search_index.refresh(dataset)
    assert len(finding.named(dataset, "ASEM Day", ["event"])) == 25
    with pytest.raises(errors.Ambiguous, match=r"and 15 more$"):
        finding.resolve(dataset, "ASEM Day")


def test_named_takes_no_start_of_an_id(dataset: Store) -> None:
    assert finding.named(dataset, "kofi", ["participant"]) == []
    assert [one.id for one in finding.named(dataset, "Kim Minji", ["participant"])] == ["kim-minji", "kim-minji-2"]


def test_titles_of_many_ids(dataset: Store) -> None:
    many = [{"id": f"e{number}", "title": f"Event {number}"} for number in range(1100)]
    rows.insert(dataset, records.EVENT, many)
    found = finding.titles(dataset, [*(one["id"] for one in many), "kofice", "no-such"])
    assert len(found) == 1101
    assert found["e1099"] == "Event 1099"


def test_titles_of_what_fields_refer_to(dataset: Store) -> None:
    record = {"participant": "kofice", "affiliations": ["supertone", "a body that is no record"], "event": None}
    assert finding.titles_in(dataset, [record], ["participant", "affiliations", "event"]) == {
        "kofice": "Korean Foundation for International Cultural Exchange",
        "supertone": "Supertone",
    }


def test_a_name_that_another_program_wrote_is_found_once_the_index_is_mended(dataset: Store) -> None:
    with closing(sqlite3.connect(dataset.path, isolation_level=None)) as outside:
        outside.execute("UPDATE participant SET name = 'Ngọc Ánh' WHERE id = 'min'")
    search_index.refresh(dataset)
    assert finding.resolve(dataset, "ngoc anh").id == "min"


def test_the_start_of_an_id_may_be_typed_in_capitals(sample: Store) -> None:
    assert finding.resolve(sample, "KOFI").id == "kofice"
    with pytest.raises(errors.Ambiguous, match=r"and \d+ more"):
        finding.resolve(sample, "A")
