"""The search over all kinds: what is found, in which order, and that nobody's writing is forgotten."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing

import pytest

from exchangecli import errors
from exchangecli.model import folding, records
from exchangecli.store import opening, rows, search, search_index
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

MINISTRY = "ministry-of-culture-sports-and-tourism"
SEVENTH = "7th-asem-culture-ministers-meeting-2016"

FIRST = [
    ("국제문화교류진흥", "kofice"),
    ("교류진흥", "kofice"),
    ("한국국제문화교류진흥원", "kofice"),
    ("duc phuc", "duc-phuc"),
    ("DUC PHUC", "duc-phuc"),
    ("Đức Phúc", "duc-phuc"),
    ("Đức Phúc", "duc-phuc"),
    ("đức phúc", "duc-phuc"),
    ("manh cuong", "manh-cuong"),
    ("korean foundation", "kofice"),
    ("국제문화", "kofice"),
    ("kyogu lee", "lee-kyogu"),
    ("lee kyogu", "lee-kyogu"),
    (unicodedata.normalize("NFD", "Đức Phúc"), "duc-phuc"),
    ("duc – phuc", "duc-phuc"),
    ("girls' generation", "girls-generation"),
    ("girls’ generation", "girls-generation"),
    ("girls generation", "girls-generation"),
    ("kofice", "kofice"),
    ("tourism (mcst)", MINISTRY),
    ("c&t", "silk-road-c-t"),
    ("c & t", "silk-road-c-t"),
    ("vtv", "vtv"),
    ("kep1er", "kep1er"),
    ("ho chi minh", "asean-korea-music-concert-2025"),
    ("indoor stadium", "asean-korea-music-concert-2025"),
    ("innovate culture", "asean-korea-innovative-culture-forum-2025"),
    ('"inclusive ai"', "asean-korea-innovative-culture-forum-2025-keynote"),
    ("cultural literacy", "cultural-literacy-in-the-age-of-ai"),
    ("kayla lee", "diplomacy-journal-korea-asean"),
    ("newsflash asia", "newsflash-asean-korea-forum"),
    ("asem cmm", "asem-culture-ministers-meeting"),
    ('"visibility through"', "asem-workshop-enhancing-asem-visibility-through-cultural-2010"),
]


@pytest.mark.parametrize(("words", "expected"), FIRST)
def test_what_is_found_first(sample: Store, words: str, expected: str) -> None:
    assert search.search(sample, words)[0].id == expected


@pytest.mark.parametrize("words", ["국한", "gwangjuu", "AND NEAR", "NEAR/2 concert^"])
def test_what_is_not_found(sample: Store, words: str) -> None:
    assert search.search(sample, words) == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ('"', "has no partner"),
        ("AND OR", "is missing here"),
        ("* NEAR(", "is missing here"),
        ("culture plce:x", 'events have no field "plce"'),
        ("국가:VN", 'events have no field "국가"'),
        ("forum country:Congo", "could be CD"),
    ],
)
def test_what_cannot_be_read_is_refused_as_in_any_query(sample: Store, words: str, problem: str) -> None:
    with pytest.raises(errors.QueryProblem, match=problem):
        search.search(sample, words)


def test_what_is_wrong_is_said_of_a_kind_that_has_the_field(sample: Store) -> None:
    with pytest.raises(errors.QueryProblem, match='"abc" is not a date'):
        search.search(sample, "culture published:abc")


def test_the_exact_name_of_one_alternative_comes_first(sample: Store) -> None:
    assert search.search(sample, "kofice or concert")[0].id == "kofice"


def test_the_snippet_is_the_first_text_that_holds_the_most_words(sample: Store, command: Command) -> None:
    told = {"id": "z", "title": "Zurich meets Seoul", "description": "Zurich, Zurich and again Zurich"}
    with operation(sample, command):
        rows.insert(sample, records.EVENT, [told])
        rows.insert(sample, records.EVENT, [{"id": "y", "title": "A meeting", "description": "in Zurich, by Basel"}])
    hits = {hit.id: hit.snippet for hit in search.search(sample, "zurich", ["event"])}
    assert hits == {"z": "Zurich meets Seoul", "y": "in Zurich, by Basel"}


@pytest.mark.parametrize("words", ["country:KR", "not forum", "asean or country:KR"])
def test_a_search_ranks_by_words(sample: Store, words: str) -> None:
    with pytest.raises(errors.NoWords) as raised:
        search.search(sample, words)
    assert raised.value.exit_code == 2


NARROWED = [
    ("asean country:SG", {"asean-korea-innovative-culture-forum-2025"}),
    ("duc or kep1er", {"duc-phuc", "kep1er"}),
    ("culture center not asean", {"asia-culture-center", SEVENTH}),
    ("kofice kind:organisation", {"kofice"}),
]


@pytest.mark.parametrize(("words", "expected"), NARROWED)
def test_fields_narrow_what_words_find(sample: Store, words: str, expected: set[str]) -> None:
    assert {hit.id for hit in search.search(sample, words)} == expected


def test_words_that_stand_whole_in_a_name_come_before_longer_ones(sample: Store, command: Command) -> None:
    with operation(sample, command):
        rows.insert(sample, records.PARTICIPANT, [{"id": "one", "name": "Artisans of the Artful Arts"}])
        rows.insert(sample, records.PARTICIPANT, [{"id": "two", "name": "The Long Road to the Art of Old Lacquer"}])
    assert [hit.id for hit in search.search(sample, "art", ["participant"])][:2] == ["two", "one"]


@pytest.mark.parametrize("words", ["", "  ", "!!!"])
def test_words_without_a_letter_are_a_slip_of_the_command(sample: Store, words: str) -> None:
    with pytest.raises(errors.NothingToFind, match="no letter or digit to look for") as raised:
        search.search(sample, words)
    assert raised.value.exit_code == 2


def test_a_limit_below_zero_is_a_slip_of_the_command(sample: Store) -> None:
    with pytest.raises(errors.NegativeLimit, match=r"--limit: -1 is no number of records"):
        search.search(sample, "forum", limit=-1)


def test_an_index_that_cannot_be_mended_leaves_no_transaction_open(
    sample: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_text: str) -> str:
        raise KeyboardInterrupt

    rows.update(sample, records.PARTICIPANT, "min", {"name": "Ngọc Ánh"})
    monkeypatch.setattr(folding, "search_text", fail)
    with pytest.raises(KeyboardInterrupt):
        search_index.refresh(sample)
    assert not sample.connection.in_transaction
    monkeypatch.undo()
    assert search_index.refresh(sample)
    assert search.search(sample, "ngoc anh")[0].id == "min"


def test_an_exact_name_comes_before_longer_ones(sample: Store, command: Command) -> None:
    with operation(sample, command):
        rows.insert(sample, records.EVENT, [{"id": "k", "title": "KOFICE KOFICE KOFICE"}])
    found = [hit.id for hit in search.search(sample, "kofice")]
    assert found[0] == "kofice"
    assert "k" in found


def test_only_the_kinds_asked_for(sample: Store) -> None:
    assert {hit.kind for hit in search.search(sample, "culture", ["programme"])} == {"programme"}
    assert len({hit.kind for hit in search.search(sample, "culture")}) > 2


@pytest.mark.parametrize(("limit", "expected"), [(1, 1), (3, 3)])
def test_a_limit(sample: Store, limit: int, expected: int) -> None:
    assert len(search.search(sample, "asean", limit=limit)) == expected


def test_no_limit(sample: Store, command: Command) -> None:
    with operation(sample, command):
        rows.insert(sample, records.EVENT, [{"id": f"s{n}", "title": f"Stop {n} of a tour"} for n in range(50)])
    sample.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 20)
    assert len(search.search(sample, '"of a tour"', limit=0)) == 50


@pytest.mark.parametrize(
    ("words", "record", "marked"),
    [
        ("문화", "kofice", ["문화"]),
        ("duc phuc", "duc-phuc", ["Đức", "Phúc"]),
        ("stadium", "asean-korea-music-concert-2025", ["Stadium"]),
    ],
)
def test_the_snippet_marks_the_words_as_written(sample: Store, words: str, record: str, marked: list[str]) -> None:
    hit = next(hit for hit in search.search(sample, words) if hit.id == record)
    assert [hit.snippet[start:end] for start, end in hit.marks] == marked


# --- whoever writes ---------------------------------------------------------------------------------------------


@pytest.fixture
def outside(sample: Store) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(sample.path, isolation_level=None)) as connection:
        yield connection


FOREIGN_WRITES = [
    ("UPDATE participant SET name = 'Ngọc Ánh' WHERE id = 'min'", "ngoc anh", ["min"]),
    ("UPDATE participant SET name = 'Ngọc Ánh' WHERE id = 'vtv'", "vtv", []),
    ("INSERT INTO event (id, title) VALUES ('x', 'Zürich Gespräche')", "zurich", ["x"]),
    ("REPLACE INTO participant (id, name) VALUES ('vtv', 'Zürich TV')", "zurich", ["vtv"]),
    ("REPLACE INTO participant (id, name) VALUES ('vtv', 'Zürich TV')", "vtv", []),
    ("DELETE FROM participant WHERE id = 'kep1er'", "kep1er", []),
    ("INSERT INTO name (id, record, name) VALUES ('n', 'unesco', '유네스코')", "네스", ["unesco"]),
    ("UPDATE name SET name = 'Kulturaustausch' WHERE name LIKE '제7차%'", "kulturaustausch", [SEVENTH]),
    ("UPDATE name SET name = 'Kulturaustausch' WHERE name LIKE '제7차%'", "장관회의", []),
    ("UPDATE name SET record = 'unesco' WHERE name LIKE '제7차%'", "장관회의", ["unesco"]),
    (
        "REPLACE INTO name (id, record, name) SELECT id, 'unesco', name FROM name WHERE name LIKE '제7차%'",
        "장관회의",
        ["unesco"],
    ),
    ("DELETE FROM name WHERE name LIKE '제7차%'", "장관회의", []),
    (
        "UPDATE event SET city = 'Thủ Đức' WHERE city = 'Ho Chi Minh City'",
        "thu duc",
        ["asean-korea-music-concert-2025"],
    ),
]


@pytest.mark.parametrize(("statement", "words", "expected"), FOREIGN_WRITES)
def test_what_another_program_wrote_is_mended_before_it_is_asked(
    sample: Store, outside: sqlite3.Connection, statement: str, words: str, expected: list[str]
) -> None:
    outside.execute(statement)
    assert search_index.refresh(sample)
    assert [hit.id for hit in search.search(sample, words)] == expected


def test_mending_is_no_change_of_the_dataset(sample: Store, outside: sqlite3.Connection) -> None:
    outside.execute("UPDATE participant SET name = 'Ngọc Ánh' WHERE id = 'min'")
    counts = "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM operation)"
    before = outside.execute(counts).fetchone()
    search_index.refresh(sample)
    assert outside.execute(counts).fetchone() == before


def test_what_is_not_searched_makes_nothing_stale(sample: Store, outside: sqlite3.Connection) -> None:
    outside.execute("UPDATE participant SET country = 'KR'")
    outside.execute("UPDATE event SET start = '2017', title = title")
    outside.execute("UPDATE name SET language = 'vi', kind = NULL")
    assert sample.connection.execute("SELECT count(*) FROM stale").fetchone()[0] == 0


def test_a_read_only_file_is_searched_as_it_is(
    sample: Store, outside: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside.execute("UPDATE participant SET name = 'Ngọc Ánh' WHERE id = 'min'")
    outside.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    monkeypatch.setattr(opening, "_is_writable", lambda _: False)
    with opening.opened(sample.path) as store:
        assert not search_index.refresh(store)
        assert search.search(store, "ngoc anh") == []
        assert search.search(store, "kofice")[0].id == "kofice"


# --- every way of writing of our own ----------------------------------------------------------------------------


def test_our_own_writes_are_found_at_once(sample: Store, command: Command) -> None:
    with operation(sample, command):
        rows.update(sample, records.PARTICIPANT, "min", {"name": "Ngọc Ánh"})
        rows.insert(sample, records.NAME, [{"id": "n", "record": "min", "name": "민"}])
        rows.delete(sample, records.PARTICIPANT, ["unesco"])
    assert [hit.id for hit in search.search(sample, "ngoc anh")] == ["min"]
    assert [hit.id for hit in search.search(sample, "민")] == ["min"]
    assert search.search(sample, "unesco", ["participant"]) == []


@pytest.mark.parametrize("kind", records.SEARCHED)
def test_every_record_stands_in_the_index_once(sample: Store, kind: str) -> None:
    indexed = sample.connection.execute(f"SELECT rowid FROM {kind}_search ORDER BY rowid").fetchall()
    numbers = sample.connection.execute(f"SELECT number FROM {kind} ORDER BY number").fetchall()
    assert list(map(tuple, indexed)) == list(map(tuple, numbers))


@pytest.mark.parametrize("kind", records.SEARCHED)
def test_every_searched_field_is_found(sample: Store, command: Command, kind: str) -> None:
    searched = [field.name for field in records.KINDS[kind].fields if field.searched]
    (record,) = sample.connection.execute(f"SELECT id FROM {kind} LIMIT 1").fetchone()
    for name in searched:
        with operation(sample, command):
            rows.update(sample, records.KINDS[kind], record, {name: f"Łódź {name.replace('_', ' ')} žižkov"})
        assert [hit.id for hit in search.search(sample, "zizkov", [kind])] == [record], name
        with operation(sample, command):
            rows.update(sample, records.KINDS[kind], record, {name: "Other"})
