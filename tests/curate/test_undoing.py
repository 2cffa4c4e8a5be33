"""Undoing one operation: what goes back, what stands in the way, and what would refer to nothing."""

from collections.abc import Callable

import pytest

from exchangecli import errors
from exchangecli.curate import citing, packages, undoing
from exchangecli.curate.citing import Statement
from exchangecli.curate.claims import Citation
from exchangecli.curate.undoing import UndoPlan
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import journal, rows, search, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

Add = Callable[..., Record]
Edit = Callable[..., object]
Delete = Callable[..., object]
Undo = Callable[..., UndoPlan]


@pytest.fixture
def undo(command: Command) -> Undo:
    """Plan an undo and do it; the newest, or ``undo(store, 4, rest=True)``."""

    def run(store: Store, number: int | None = None, *, rest: bool = False) -> UndoPlan:
        shown = undoing.newest(store, rest=rest) if number is None else undoing.plan(store, number, rest=rest)
        undoing.apply(store, command, shown, lambda: undoing.plan(store, shown.undone.number, rest=rest))
        return shown

    return run


@pytest.fixture
def forum(empty: Store, add: Add) -> Store:
    """A dataset of a source (operation 2), and of an event that it states (3)."""
    add(empty, "source", title="Hue Daily")
    add(empty, "event", title="Forum", start="2024", attendance="40", source="hue-daily")
    return empty


def event(store: Store, record: str = "forum-2024") -> Record | None:
    return rows.get(store, records.EVENT, record)


def value(store: Store, field: str, record: str = "forum-2024") -> object:
    found = event(store, record)
    assert found is not None
    return found[field]


def everything(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.TABLES.items()}


def refusal(store: Store, number: int, kind: type[errors.ExchangeError] = errors.LaterChanges) -> str:
    before = everything(store)
    with pytest.raises(kind) as refused:
        undoing.plan(store, number)
    assert everything(store) == before
    return refused.value.sentence


def test_an_earlier_operation_is_undone_and_what_came_later_stays(
    forum: Store, edit: Edit, undo: Undo, claims: Callable[..., list[Record]]
) -> None:
    edit(forum, "forum", "attendance=43", because="counted")
    edit(forum, "forum", "city=Hue")
    undo(forum, 4)
    assert (value(forum, "attendance"), value(forum, "city")) == (40, "Hue")
    assert [claim["value"] for claim in claims(forum, "forum-2024", "attendance")] == ["40"]
    assert journal.undone(forum) == {4: (6, False)}


def test_an_undo_is_an_operation_and_undoing_it_brings_the_change_back(forum: Store, edit: Edit, undo: Undo) -> None:
    edit(forum, "forum", "attendance=43")
    after = everything(forum)
    undo(forum)
    undo(forum, 5)
    assert everything(forum) == after
    assert journal.undone(forum) == {5: (6, False)}
    undo(forum)
    assert value(forum, "attendance") == 40


def test_the_newest_is_neither_undone_nor_an_undo(forum: Store, edit: Edit, undo: Undo) -> None:
    edit(forum, "forum", "attendance=43")
    assert [undo(forum).undone.number for _ in range(3)] == [4, 3, 2]
    with pytest.raises(errors.NothingToUndo):
        undo(forum)
    assert [name for name, found in everything(forum).items() if found] == ["dataset", "membership"]


def test_a_field_that_was_changed_since_keeps_it_from_being_undone(forum: Store, edit: Edit) -> None:
    edit(forum, "forum", "attendance=43")
    edit(forum, "forum", "attendance=45")
    assert refusal(forum, 4) == (
        "operation 4 is not undone, because of what came later:"
        '\n  event forum-2024, attendance: is "45" now, by operation 5 (exchange edit)'
    )


def test_a_later_change_that_was_changed_back_is_no_obstacle(forum: Store, edit: Edit, undo: Undo) -> None:
    edit(forum, "forum", "attendance=43")
    edit(forum, "forum", "attendance=45")
    undo(forum, 5)
    undo(forum, 4)
    assert value(forum, "attendance") == 40


def test_a_field_that_has_its_value_of_before_again_is_no_obstacle(forum: Store, edit: Edit, undo: Undo) -> None:
    edit(forum, "forum", "attendance=43", "city=Hue")
    edit(forum, "forum", "attendance=40", source="hue-daily")
    assert undo(forum, 4).left == []
    assert (value(forum, "attendance"), value(forum, "city")) == (40, None)


def test_what_another_program_changed_since_is_told_as_such(forum: Store, edit: Edit) -> None:
    edit(forum, "forum", "city=Hue")
    forum.connection.execute("UPDATE event SET city = NULL")
    forum.connection.execute("UPDATE event SET city = 'Huế'")
    assert 'event forum-2024, city: is "Huế" now, by another program on 20' in refusal(forum, 4)


def test_the_rest_is_undone_and_that_left_as_it_is(
    forum: Store, edit: Edit, undo: Undo, claims: Callable[..., list[Record]]
) -> None:
    edit(forum, "forum", "attendance=43", "city=Hue")
    edit(forum, "forum", "city=Huế")
    plan = undo(forum, 4, rest=True)
    assert [(one.field, one.what) for one in plan.left] == [("city", 'is "Huế" now')]
    assert (value(forum, "attendance"), value(forum, "city")) == (40, "Huế")
    assert [claim["value"] for claim in claims(forum, "forum-2024", "city")] == ["Huế"]
    assert [claim["value"] for claim in claims(forum, "forum-2024", "attendance")] == ["40"]
    assert journal.undone(forum) == {4: (6, True)}


def test_what_was_undone_in_part_can_be_undone_altogether_later(forum: Store, edit: Edit, undo: Undo) -> None:
    before = everything(forum)
    edit(forum, "forum", "attendance=43", "city=Hue")
    edit(forum, "forum", "city=Huế")
    undo(forum, 4, rest=True)
    assert [undo(forum).undone.number, undo(forum).undone.number] == [5, 4]
    assert everything(forum) == before


def test_a_record_that_was_changed_since_it_was_made_stays_with_its_claims(
    forum: Store, edit: Edit, add: Add, undo: Undo, claims: Callable[..., list[Record]]
) -> None:
    add(forum, "name", record="forum", name="포럼")
    with operation(forum, Command("exchange both", "tester")):
        rows.insert(forum, records.EVENT, [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}])
        about = {"field": "title", "rank": "normal", "source": "hue-daily"}
        rows.insert(
            forum, records.CLAIM, [{"id": f"c-{one}", "record": one, "value": one.upper()} | about for one in "ab"]
        )
    edit(forum, "a", "city=Hue")
    assert 'event a: its city is "Hue" now, by operation 6' in refusal(forum, 5)
    undo(forum, 5, rest=True)
    assert (value(forum, "city", "a"), event(forum, "b")) == ("Hue", None)
    assert [claim["id"] for claim in claims(forum, "a")] == ["c-a", *(one["id"] for one in claims(forum, "a", "city"))]
    assert claims(forum, "b") == []


def test_a_record_that_is_gone_since_cannot_get_its_values_back(forum: Store, edit: Edit, delete: Delete) -> None:
    edit(forum, "forum", "city=Hue")
    delete(forum, "forum")
    assert "event forum-2024: is gone, by operation 5 (exchange test)" in refusal(forum, 4)


def test_of_a_record_that_is_made_and_gone_nothing_is_left(forum: Store, delete: Delete) -> None:
    delete(forum, "forum")
    with pytest.raises(errors.NothingLeft):
        undoing.plan(forum, 3)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("event", "is there again"), ("participant", "its id is in use, by a participant")],
)
def test_an_id_that_is_in_use_again_keeps_a_record_away(
    forum: Store, delete: Delete, command: Command, kind: str, said: str
) -> None:
    delete(forum, "forum")
    with operation(forum, command):
        rows.insert(forum, records.KINDS[kind], [{"id": "forum-2024", records.KINDS[kind].title: "Other"}])
    assert f"event forum-2024: {said}, by operation 5 (exchange test)" in refusal(forum, 4)


REFERENCES: list[tuple[str, Record]] = [
    ("role", {"participant": "guild", "event": "forum-2024", "role": "host"}),
    ("claim", {"record": "guild", "field": "name", "value": "Guild", "rank": "normal"}),
    ("name", {"record": "guild", "name": "G"}),
    ("figure", {"record": "guild", "measure": "members", "value": 4}),
    ("retired_id", {"record": "guild"}),
    ("judgement", {"kind": "participant", "a": "x", "b": "guild", "judgement": "not_same"}),
    (
        "role",
        {"participant": "other", "event": "forum-2024", "role": "host", "affiliations": ["guild"]},
    ),
]


@pytest.mark.parametrize(("kind", "record"), REFERENCES, ids=lambda one: one if isinstance(one, str) else "")
def test_a_record_that_a_later_one_names_does_not_vanish(
    forum: Store, command: Command, undo: Undo, kind: str, record: Record
) -> None:
    with operation(forum, command):
        rows.insert(forum, records.PARTICIPANT, [{"id": "other", "name": "Other"}])
    with operation(forum, Command("exchange make", "tester")):
        rows.insert(forum, records.PARTICIPANT, [{"id": "guild", "name": "Guild"}, {"id": "g2", "name": "Second"}])
    with operation(forum, command):
        rows.insert(forum, records.TABLES[kind], [{"id": "later"} | record])
    assert f"participant guild: {kind} later refers to it, by operation 6 (exchange test)" in refusal(forum, 5)
    undo(forum, 5, rest=True)
    assert [one["id"] for one in whole.every(forum, records.PARTICIPANT)] == ["guild", "other"]
    undo(forum, 6)
    undo(forum, 5)
    assert [one["id"] for one in whole.every(forum, records.PARTICIPANT)] == ["other"]


def test_a_record_that_would_name_what_is_gone_does_not_come_back(
    forum: Store, add: Add, delete: Delete, undo: Undo
) -> None:
    add(forum, "participant", name="Guild")
    add(forum, "role", participant="guild", role="host", event="forum", source="hue-daily")
    delete(forum, "forum", cascade=True)
    delete(forum, "guild")
    assert "participant would be guild, which is gone, by operation 7" in refusal(forum, 6)
    undo(forum, 6, rest=True)
    assert event(forum) is not None
    assert list(whole.every(forum, records.ROLE)) == []
    assert list(whole.dangling(forum)) == []


def test_a_reference_that_goes_back_too_is_no_obstacle(forum: Store, undo: Undo) -> None:
    with operation(forum, Command("exchange both", "tester")):
        rows.insert(forum, records.PROGRAMME, [{"id": "p", "name": "P"}])
        rows.update(forum, records.EVENT, "forum-2024", {"programme": "p", "also_under": ["p"]})
    undo(forum, 4)
    assert (value(forum, "programme"), value(forum, "also_under")) == (None, None)
    undo(forum, 5)
    assert value(forum, "also_under") == ["p"]


def test_a_circle_is_refused_and_leaves_nothing(forum: Store, add: Add, edit: Edit, undo: Undo) -> None:
    add(forum, "event", title="Festival", start="2024", part_of="forum")
    edit(forum, "festival", "part_of!")
    edit(forum, "forum", "part_of=festival")
    before = everything(forum)
    with pytest.raises(errors.UndoContradicts, match='event festival-2024, part_of: "forum-2024" is this record'):
        undo(forum, 5)
    assert everything(forum) == before
    assert journal.last(forum) == 6


def test_days_that_would_contradict_each_other_are_refused(forum: Store, edit: Edit, undo: Undo) -> None:
    edit(forum, "forum", "start=2020")
    edit(forum, "forum", "end=2022")
    with pytest.raises(errors.UndoContradicts, match='event forum-2024, end: "2022" lies before the start, 2024'):
        undo(forum, 4)
    assert (value(forum, "start"), value(forum, "end")) == ("2020", "2022")


def test_numbers_come_back_with_all_their_digits(forum: Store, delete: Delete, undo: Undo, edit: Edit) -> None:
    edit(forum, "forum", "latitude=16.463713", "longitude=107.5908628", "disciplines=music;dance")
    forum.connection.execute("UPDATE event SET latitude = 0.1 + 0.2")
    before = event(forum)
    delete(forum, "forum")
    undo(forum)
    assert event(forum) == before
    assert value(forum, "latitude") == 0.1 + 0.2
    assert [hit.id for hit in search.search(forum, "forum")] == ["forum-2024"]


def test_an_import_of_a_whole_package_is_undone(empty: Store, command: Command, undo: Undo) -> None:
    before = everything(empty)
    packages.import_package(empty, command, packages.sample())
    after = everything(empty)
    undo(empty)
    assert everything(empty) == before
    assert search.search(empty, "forum") == []
    undo(empty, 3)
    assert everything(empty) == after


def test_what_cannot_be_undone_at_all(forum: Store, undo: Undo) -> None:
    undo(forum, 3)
    for number, problem in (
        (1, errors.BeginningStays),
        (3, errors.UndoneAlready),
        (99, errors.UnknownOperation),
        (0, errors.UnknownOperation),
    ):
        with pytest.raises(problem):
            undo(forum, number)


def test_what_was_shown_is_worked_out_again(forum: Store, edit: Edit, command: Command) -> None:
    edit(forum, "forum", "city=Hue", "theme=Lacquer")
    shown = undoing.plan(forum, 4)
    edit(forum, "forum", "theme!")
    before = everything(forum)
    with pytest.raises(errors.ChangedMeanwhile):
        undoing.apply(forum, command, shown, lambda: undoing.plan(forum, 4))
    assert everything(forum) == before


def test_a_command_that_leaves_all_as_it_was_leaves_no_operation(forum: Store, edit: Edit) -> None:
    edit(forum, "forum", "city=Hue", source="hue-daily")
    before = (journal.last(forum), journal.last_change(forum))
    edit(forum, "forum", "city=Hue", source="hue-daily")
    assert (journal.last(forum), journal.last_change(forum)) == before


def test_a_value_goes_with_the_claim_that_stood_for_it(forum: Store, undo: Undo, command: Command) -> None:
    with operation(forum, command):
        rows.update(forum, records.EVENT, "forum-2024", {"edition": 2})
    citing.cite(forum, command, Statement("forum-2024", "edition", "3", Citation("hue-daily")))
    undo(forum, 4)
    about = rows.belonging(forum, records.CLAIM, "record", "forum-2024")
    said = [(one["value"], one["source"]) for one in about if one["field"] == "edition"]
    assert (value(forum, "edition"), said) == (None, [("3", "hue-daily")])


def test_what_was_said_of_a_record_does_not_come_back_to_another_of_its_id(
    forum: Store, add: Add, undo: Undo, delete: Delete, claims: Callable[..., list[Record]]
) -> None:
    add(forum, "name", record="forum-2024", name="포럼")
    add(forum, "participant", id="kim", name="Kim")
    add(forum, "role", participant="kim", role="speaker", event="forum-2024")
    delete(forum, "forum-2024", cascade=True)
    add(forum, "event", id="forum-2024", title="Another")
    undo(forum, 7, rest=True)
    assert claims(forum, "forum-2024") == []
    assert rows.count(forum, records.NAME) == 0
