import pytest

from exchangecli import errors
from exchangecli.model import records, vocabularies
from exchangecli.model import types as t
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record

EVERY_KIND = pytest.mark.parametrize("kind", records.TABLES.values(), ids=lambda kind: kind.name)
EVERY_FIELD = pytest.mark.parametrize(
    ("kind", "field"),
    [
        pytest.param(kind, field, id=f"{kind.name}.{field.name}")
        for kind in records.TABLES.values()
        for field in kind.fields
    ],
)


@EVERY_KIND
def test_a_kind_names_only_fields_it_has(kind: Kind) -> None:
    named = (*kind.identity, *kind.arguments, *kind.columns, *kind.cited, kind.sort, kind.title or "id")
    named += tuple(name for group in kind.either for name in group)
    assert [name for name in named if not kind.has(name)] == []
    assert kind.fields[0].name == "id"
    assert len({field.name for field in kind.fields}) == len(kind.fields)


@EVERY_KIND
def test_an_id_can_be_made_for_every_kind(kind: Kind) -> None:
    assert kind.title or kind.identity or kind in (records.RETIRED_ID, records.PROPOSAL)
    assert not (kind.title and kind.identity)


@EVERY_KIND
def test_names_of_tables_and_files_are_no_two_kinds(kind: Kind) -> None:
    others = [other for other in records.TABLES.values() if other is not kind]
    assert kind.plural not in [other.plural for other in others]
    assert records.TABLES[kind.name] is kind
    assert not kind.help.endswith(".")


@EVERY_FIELD
def test_what_a_field_is_of_exists(kind: Kind, field: Field) -> None:
    if field.type in (t.CODE, t.CODES):
        assert vocabularies.vocabulary(field.of).terms
    assert set(field.kinds) <= set(records.KINDS)
    assert (field.type.name in t.REFERRING) == bool(field.kinds)
    assert field.searched in (None, "title", "text")
    assert field.searched is None or kind.name in (*records.SEARCHED, "name")


@EVERY_FIELD
def test_a_companion_can_hold_what_the_same_words_say(kind: Kind, field: Field) -> None:
    if field.companion is None:
        return
    other = kind.field(field.companion)
    assert (field.type, other.type) in [
        (t.DATE, t.END_DATE),
        (t.TIME, t.END_TIME),
        (t.COUNT, t.FLAG),
        (t.NUMBER, t.FLAG),
        (t.REFERENCE, t.REFERENCE),
        (t.SOURCE_TEXT, t.SHA256),
    ]


@EVERY_FIELD
def test_a_field_reads_well(kind: Kind, field: Field) -> None:
    assert field.heading[0].isupper()
    assert field.help
    assert not field.help.endswith(".") or field.help.endswith("...")
    assert field.name == field.name.lower()
    assert kind.field(field.name) is field


def test_the_kinds_that_a_person_names_have_titles() -> None:
    assert all(records.KINDS[name].title for name in records.NAMED)
    assert set(records.ADDABLE) < set(records.KINDS)
    assert set(records.STANDING) < set(records.KINDS)
    assert records.LISTED[0] == "event"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("event", "event"),
        ("Events", "event"),
        ("PEOPLE", None),
        ("roles", "role"),
        ("source", "source"),
        ("claims", "claim"),
        ("names", "name"),
        ("dataset", None),
        ("", None),
    ],
)
def test_a_word_that_names_a_kind(word: str, kind: str | None) -> None:
    found = records.kind_of_word(word)
    assert (found and found.name) == kind


@pytest.mark.parametrize(
    ("kind", "record", "lacking"),
    [
        pytest.param(records.EVENT, {}, ["title"], id="an event without a title"),
        pytest.param(records.EVENT, {"title": "Forum"}, [], id="a title is enough"),
        pytest.param(records.SESSION, {"event": "x"}, ["title or kind"], id="one of two"),
        pytest.param(records.SESSION, {"event": "x", "kind": "panel"}, [], id="the other of two"),
        pytest.param(records.ROLE, {}, ["participant", "role", "event or programme"], id="a role of nothing"),
        pytest.param(records.FIGURE, {"record": "x", "measure": "visitors", "value": 0}, [], id="nought is a value"),
        pytest.param(records.DATASET, {}, [], id="a dataset needs nothing"),
    ],
)
def test_what_is_missing(kind: Kind, record: Record, lacking: list[str]) -> None:
    assert kind.missing(record) == lacking


def test_references_are_the_fields_that_name_other_records() -> None:
    assert [field.name for field in records.ROLE.references()] == [
        *("participant", "event", "programme", "session", "affiliations", "on_behalf_of")
    ]
    assert [field.name for field in records.PARTICIPANT.references()] == []


def test_an_unknown_field_lists_those_there_are() -> None:
    with pytest.raises(errors.UnknownField, match='names have no field "title"; they have id, record, name,'):
        records.NAME.field("title")
    assert not records.NAME.has("title")
