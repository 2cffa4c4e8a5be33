"""A record as a document and back: what is left as it was changes nothing, what is changed is exactly that."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.curate import record_document, targets
from exchangecli.curate.assignments import Assignment
from exchangecli.formats import toml_values
from exchangecli.model import records
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.store import whole
from exchangecli.store.opening import Store

FORUM = "asean-korea-innovative-culture-forum-2025"

AWKWARD = st.text(min_size=1) | st.text(st.sampled_from("\"'\\\n\r\t#=[]한Huế\x1b\u2028\u202e;, "), min_size=1)
BY_SCHEMA: dict[str, st.SearchStrategy[Any]] = {
    "string": AWKWARD,
    "integer": st.integers(1, 10**18),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "array": st.lists(AWKWARD, min_size=1),
}
KINDS = [records.KINDS[name] for name in targets.EVERY_KIND]


def some_records(kind: Kind) -> st.SearchStrategy[Record]:
    """Records of a kind that hold any values its columns can hold, as an imported package may bring them."""
    values = {one.name: st.none() | BY_SCHEMA[one.type.schema] for one in kind.fields if one.name != "id"}
    return st.fixed_dictionaries({"id": st.just("some-record"), **values})


def some_record() -> st.SearchStrategy[tuple[Kind, Record]]:
    return st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), some_records(kind)))


def document(kind: Kind, record: Record, titles: dict[str, str] | None = None) -> str:
    return record_document.written(kind, record, "Its title\nin two lines", titles or {})


def event(**values: Any) -> Record:
    return {one.name: None for one in records.EVENT.fields} | {"id": "forum-2025", "title": "Forum"} | values


def changed(text: str, **values: Any) -> list[Assignment]:
    return record_document.read(records.EVENT, event(**values), text)


# --- laws ---------------------------------------------------------------------------------------------------------


@given(some_record())
def test_a_document_closed_unchanged_changes_nothing(given_: tuple[Kind, Record]) -> None:
    kind, record = given_
    assert record_document.read(kind, record, document(kind, record)) == []


@given(some_record(), st.data())
def test_a_field_that_is_changed_is_the_one_assignment(given_: tuple[Kind, Record], data: st.DataObject) -> None:
    kind, record = given_
    one = data.draw(st.sampled_from([field for field in kind.fields if field.type.schema == "string"][1:]))
    text = document(kind, record | {one.name: "quite another"})
    assert record_document.read(kind, record, text) == [Assignment(one.name, "=", "quite another")]


@given(some_record(), st.data())
def test_a_field_that_is_emptied_is_the_one_assignment(given_: tuple[Kind, Record], data: st.DataObject) -> None:
    kind, record = given_
    one: Field = data.draw(st.sampled_from(kind.fields[1:]))
    emptied = f"{one.name} = {toml_values.written([] if one.type.many else '')}"
    text = f"{document(kind, record | {one.name: None})}\n{emptied}\n"
    expected = [] if record[one.name] is None else [Assignment(one.name, "!", "")]
    assert record_document.read(kind, record, text) == expected


@given(some_record())
def test_a_document_that_came_back_says_the_same(given_: tuple[Kind, Record]) -> None:
    kind, record = given_
    text = document(kind, record | {"id": "x"})
    problem = errors.UnreadableDocument("why\n#! not", "title = 'a\n")
    once = record_document.returned(text, problem)
    assert record_document.returned(once, problem) == once
    assert once.endswith(text)
    assert record_document.read(kind, record, once) == []


def test_every_record_of_the_sample_stands_as_it_was(sample: Store) -> None:
    for kind in KINDS:
        for record in whole.every(sample, kind):
            meant = targets.Targets(kind, [record])
            text = document(kind, record, targets.referred(sample, meant))
            assert record_document.read(kind, record, text) == [], record["id"]


# --- what a person sees -------------------------------------------------------------------------------------------


@pytest.fixture
def forum(sample: Store) -> str:
    meant = targets.one(sample, FORUM)
    kind, (record,) = meant
    title = targets.title(sample, kind, record)
    return record_document.written(kind, record, title, targets.referred(sample, meant))


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"# Event {FORUM}\n# 2025 ASEAN-Korea Innovative Culture Forum\n#\n", id="which record it is"),
        pytest.param('\n# Its name, as its organisers write it. Required.\ntitle = "2025 ASEAN-Korea', id="a text"),
        pytest.param(
            'programme = "asean-korea-innovative-culture-forum"  # ASEAN-Korea Innovative Culture Forum\n',
            id="a reference with its name",
        ),
        pytest.param(
            'also_under = [\n  "future-innovation-cultural-exchange-initiative",  # Future Inno',
            id="several references, each with its name",
        ),
        pytest.param("\n# One of: announced, held, postponed, cancelled, unknown\nstatus = ", id="the words of a list"),
        pytest.param("\nedition = 6\n", id="a number"),
        pytest.param('\n# theme = ""\n', id="an empty text"),
        pytest.param("\n# languages = []\n", id="an empty list"),
    ],
)
def test_the_document_holds(forum: str, lines: str) -> None:
    assert lines in forum


def test_comments_fit_a_terminal_and_no_value_is_folded(forum: str) -> None:
    comments = [line for line in forum.split("\n") if line.startswith("# ")]
    assert max(map(len, comments)) <= 80
    assert "id =" not in forum


def test_a_very_long_text_is_left_out_and_left_alone() -> None:
    record: Record = {one.name: None for one in records.SOURCE.fields} | {
        "id": "s",
        "title": "S",
        "text": "word " * 900,
    }
    text = document(records.SOURCE, record)
    assert "# text holds 4,500 characters, too many to stand here" in text
    assert len(text) < 2_000
    assert record_document.read(records.SOURCE, record, text) == []
    assert record_document.read(records.SOURCE, record, 'text = ""') == [Assignment("text", "!", "")]


def test_titles_from_outside_stay_in_their_comment() -> None:
    text = document(records.EVENT, event(programme="p"), {"p": 'Evil\ntitle = "taken over"\x1b[31m\u202e'})
    assert '\nprogramme = "p"  # Evil title = "taken over" [31m \n' in text


# --- what a person writes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "held", "expected"),
    [
        pytest.param('city = "Busan"', {}, ("city", "=", "Busan"), id="a text"),
        pytest.param('City = " Busan\\n"', {}, ("city", "=", " Busan\n"), id="which is trimmed when it is read"),
        pytest.param('start-time = "7.30 pm"', {}, ("start_time", "=", "7.30 pm"), id="a hyphen for an underscore"),
        pytest.param("start_time = 19:30:00", {}, ("start_time", "=", "19:30"), id="a time without quotation marks"),
        pytest.param("start = 2025-11-08", {}, ("start", "=", "2025-11-08"), id="a date without them"),
        pytest.param("start = 2025", {}, ("start", "=", "2025"), id="a year without them"),
        pytest.param('start = "+1w"', {"start": "2025-11-08"}, ("start", "=", "+1w"), id="a day moved"),
        pytest.param("attendance = 3000", {"attendance": 200}, ("attendance", "=", "3000"), id="a number"),
        pytest.param('attendance = "some 3,000"', {}, ("attendance", "=", "some 3,000"), id="a number in words"),
        pytest.param("latitude = 37.5", {}, ("latitude", "=", "37.5"), id="a fraction"),
        pytest.param("attendance_approximate = false", {}, ("attendance_approximate", "=", "no"), id="a flag"),
        pytest.param('languages = ["en", "ko"]', {"languages": ["en"]}, ("languages", "=", "en; ko"), id="a list"),
        pytest.param('languages = "en, ko"', {}, ("languages", "=", "en, ko"), id="a list as one text"),
        pytest.param('city = ["Busan"]', {}, ("city", "=", "Busan"), id="one value in brackets"),
        pytest.param('city = ""', {"city": "Busan"}, ("city", "!", ""), id="emptied"),
        pytest.param("city = []", {"city": "Busan"}, ("city", "!", ""), id="emptied with brackets"),
        pytest.param('languages = [" "]', {"languages": ["en"]}, ("languages", "!", ""), id="a list of nothing"),
        pytest.param('id = "other"', {}, ("id", "=", "other"), id="the id, which is refused later"),
        pytest.param('\r\ncity = "Busan"\r\n', {}, ("city", "=", "Busan"), id="line ends of Windows"),
    ],
)
def test_what_is_written_is_what_a_command_would_be_given(
    text: str, held: Record, expected: tuple[str, str, str]
) -> None:
    assert changed(text, **held) == [Assignment(*expected)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("", {"city": "Busan"}, id="nothing at all"),
        pytest.param('# city = "Seoul"', {"city": "Busan"}, id="a line turned into a comment"),
        pytest.param('city = ""', {}, id="empty already"),
        pytest.param("languages = []", {}, id="an empty list already"),
        pytest.param("attendance = '3000'", {"attendance": 3000}, id="the same number as a text"),
        pytest.param('attendance_approximate = "yes"', {"attendance_approximate": True}, id="the same flag in words"),
        pytest.param("start = 2025-11-08", {"start": "2025-11-08"}, id="the same day without quotation marks"),
        pytest.param('id = "forum-2025"', {}, id="its own id"),
    ],
)
def test_what_stands_as_it_was_changes_nothing(text: str, held: Record) -> None:
    assert changed(text, **held) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("city = Busan", r"\(is the text in straight quotation marks\?\): city = Busan$", id="no marks"),
        pytest.param("city = “Busan”", r"straight quotation marks\?\): city = “Busan”$", id="typographic marks"),
        pytest.param('x = 1\ncity = "Busan\n', r'\(is a quotation mark missing\?\): city = "Busan$', id="one mark"),
        pytest.param('city = """Busan', r"the text cannot be read: is a quotation mark missing\?$", id="to the end"),
        pytest.param('languages = ["en"\n', r"is a bracket missing\?", id="one bracket"),
        pytest.param('city = "a"\ncity = "b"\n', r'does the field stand twice\?\): city = "b"$', id="twice"),
        pytest.param("title: Forum", "expected '=' after a key .*: title: Forum$", id="YAML"),
        pytest.param("a = " + "[" * 5000, "too many brackets", id="brackets without end"),
        pytest.param("edition = " + "1" * 5000, "a number has too many digits", id="digits without end"),
        pytest.param('city = "\udcff"', "it is not UTF-8", id="no UTF-8"),
        pytest.param(
            "#! Nothing is changed yet.\n#!   x\ncity = Busan", "cannot be read .*: city = Busan$", id="below a refusal"
        ),
    ],
)
def test_what_cannot_be_parsed_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(errors.UnreadableDocument, match=sentence):
        changed(text)


def test_all_that_cannot_be_meant_is_refused_together() -> None:
    text = 'city = ["a", "b"]\ntheme = [["c"]]\ncitty = "d"\n[venue]\nx = 1\n'
    with pytest.raises(errors.SeveralProblems) as caught:
        changed(text)
    assert caught.value.sentence.split("\n") == [
        'city: "a; b" is a list, and city holds one value',
        "theme: \"['c']\" is several values; write one, in quotation marks",
        'events have no field "citty"; did you mean city?',
        "venue: \"{'x': 1}\" is several values; write one, in quotation marks",
    ]
    assert caught.value.exit_code == 2


def test_an_item_that_would_be_parted_is_refused() -> None:
    role = {one.name: None for one in records.ROLE.fields} | {"id": "r", "affiliations": ["Ministry; Dept", "KOFICE"]}
    text = 'affiliations = ["Ministry; Dept", "VTV"]'
    with pytest.raises(errors.FieldProblems, match='affiliations: "Ministry; Dept" would be parted'):
        record_document.read(records.ROLE, role, text)
