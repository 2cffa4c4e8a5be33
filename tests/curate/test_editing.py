from collections.abc import Callable
from pathlib import Path

import pytest

from exchangecli import errors
from exchangecli.curate import beginning, editing, packages, targets
from exchangecli.curate.assignments import Assignment
from exchangecli.curate.claims import Citation
from exchangecli.curate.editing import EditPlan
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import opening, rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

Add = Callable[..., Record]
Edit = Callable[..., EditPlan]
Claims = Callable[..., list[Record]]

CONCERT = "asean-korea-music-concert-2025"
FORUM = "asean-korea-innovative-culture-forum-2025"


def operations(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM operation").fetchone()[0])


def event(store: Store, record: str = CONCERT) -> Record:
    found = rows.get(store, records.EVENT, record)
    assert found is not None
    return found


# --- what changes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("assignments", "expected"),
    [
        pytest.param(["city=Huế"], {"city": "Huế"}, id="a text"),
        pytest.param(
            ["country=베트남", "kind=Concert", "city=Huế"], {"city": "Huế"}, id="what is so already is left out"
        ),
        pytest.param(["start=1-2 Nov 2025"], {"end": "2025-11-02"}, id="a range fills the end"),
        pytest.param(["start=+1d"], {"start": "2025-11-02"}, id="a day on"),
        pytest.param(["start=-1w"], {"start": "2025-10-25"}, id="a week back"),
        pytest.param(["start=+4m"], {"start": "2026-03-01"}, id="months on"),
        pytest.param(["start=-1y"], {"start": "2024-11-01"}, id="a year back"),
        pytest.param(["disciplines+=dance"], {"disciplines": ["music", "dance"]}, id="an item more"),
        pytest.param(
            ["disciplines+=music, dance;theatre"],
            {"disciplines": ["music", "dance", "theatre"]},
            id="several, one known",
        ),
        pytest.param(
            ["disciplines+=dance", "disciplines+=theatre", "disciplines-=music"],
            {"disciplines": ["dance", "theatre"]},
            id="one after the other",
        ),
        pytest.param(
            ["disciplines=dance", "disciplines+=film"],
            {"disciplines": ["dance", "film_audiovisual"]},
            id="set, then more",
        ),
        pytest.param(["disciplines-=music"], {"disciplines": None}, id="the last item gone"),
        pytest.param(["taking_part+=ROK"], {"taking_part": ["KR"]}, id="an item of nothing yet"),
        pytest.param(["also_under+=ASEM"], {"also_under": ["asem"]}, id="a reference more"),
        pytest.param(["attendance!"], {"attendance": None}, id="emptied"),
        pytest.param(["attendance=4000"], {"attendance": 4000, "attendance_approximate": None}, id="a count"),
        pytest.param(["attendance-approximate=no"], {"attendance_approximate": False}, id="a flag"),
        pytest.param(
            ["part_of=7th ASEM Culture Ministers' Meeting"],
            {"part_of": "7th-asem-culture-ministers-meeting-2016"},
            id="an event",
        ),
    ],
)
def test_an_edit(sample: Store, edit: Edit, assignments: list[str], expected: Record) -> None:
    before = event(sample)
    plan = edit(sample, CONCERT, *assignments)
    (change,) = plan.changes
    assert change.entry.values == expected
    assert change.before == {name: before[name] for name in expected}
    assert event(sample) == before | expected


@pytest.mark.parametrize(
    "assignments",
    [
        pytest.param(["city=Ho Chi Minh City"], id="the same text"),
        pytest.param(["country=Việt Nam", "start=2025년 11월 1일"], id="the same, said otherwise"),
        pytest.param(["disciplines+=music"], id="an item that is there"),
        pytest.param(["disciplines-=dance"], id="an item that is not"),
        pytest.param(["end!"], id="empty already"),
        pytest.param(["end=+1d"], id="no day to move"),
        pytest.param(["languages-=en"], id="from an empty list"),
    ],
)
def test_where_nothing_differs_nothing_is_done(
    sample: Store, edit: Edit, claims: Claims, assignments: list[str]
) -> None:
    before = (event(sample), claims(sample, CONCERT), operations(sample))
    assert edit(sample, CONCERT, *assignments).changes == []
    assert (event(sample), claims(sample, CONCERT), operations(sample)) == before


def test_all_that_a_query_finds_is_edited_as_one_operation(sample: Store, edit: Edit) -> None:
    before = operations(sample)
    plan = edit(sample, "country:KR", "timezone=Asia/Seoul")
    assert {change.id for change in plan.changes} == {
        "7th-asem-culture-ministers-meeting-2016",
        "asef-policy-panel-at-the-7th-asem-culture-ministers-meeting-2016",
        "asean-rok-culture-innovation-summit-2020",
    }
    assert all(event(sample, change.id)["timezone"] == "Asia/Seoul" for change in plan.changes)
    assert operations(sample) == before + 1


def test_titles_name_what_old_and_new_values_refer_to(sample: Store) -> None:
    plan = editing.plan(sample, targets.meant(sample, [CONCERT]), [Assignment("programme", "=", "ASEM")])
    assert editing.titles(sample, plan) == {
        "asem": "Asia-Europe Meeting",
        "future-innovation-cultural-exchange-initiative": "Future Innovation Cultural Exchange Initiative",
    }


# --- what is refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "assignments", "error", "sentence"),
    [
        pytest.param(CONCERT, ["id=x"], errors.NotEditable, "id never changes", id="the id"),
        pytest.param(CONCERT, ["title!"], errors.NotEditable, "title cannot be emptied", id="a required field"),
        pytest.param(CONCERT, ["city+=Hanoi"], errors.NotAList, "city holds one value", id="no list"),
        pytest.param(CONCERT, ["start-=2025"], errors.NotAList, "start holds one value", id="no list to take from"),
        pytest.param(CONCERT, ["citty=Hanoi"], errors.UnknownField, 'events have no field "citty"', id="no field"),
        pytest.param(
            CONCERT, ["country=Congo", "kind=x"], errors.FieldProblems, "country: .*\nkind: ", id="all at once"
        ),
        pytest.param(
            CONCERT, ["start=2025-11-03", "end=2025-11-02"], errors.FieldProblems, "before the start", id="order"
        ),
        pytest.param(CONCERT, ["end=2025-10"], errors.FieldProblems, "before the start, 2025-11-01", id="end alone"),
        pytest.param(
            CONCERT, [f"part_of={CONCERT}"], errors.FieldProblems, "is this record, or a part", id="a part of itself"
        ),
        pytest.param(CONCERT, ["start=+9999y"], errors.FieldProblems, "calendar ends before", id="off the calendar"),
        pytest.param(
            "asef-policy-panel-at-the-7th", ["start=+1d"], errors.FieldProblems, '"2016" is no single', id="a year"
        ),
        pytest.param("asem", ["end=+1d"], errors.FieldProblems, '".." is no single day', id="nor is an open end"),
        pytest.param(
            "asem",
            ["parent=ASEM Summits"],
            errors.FieldProblems,
            "is this record, or a part",
            id="a circle of programmes",
        ),
        pytest.param(
            f"{FORUM}-keynote", ["kind!"], errors.NotEditable, "title or kind must be there; give", id="the last of two"
        ),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is(
    sample: Store,
    edit: Edit,
    record: str,
    assignments: list[str],
    error: type[errors.ExchangeError],
    sentence: str,
) -> None:
    before = operations(sample)
    with pytest.raises(error, match=sentence):
        edit(sample, record, *assignments)
    assert operations(sample) == before


def test_a_circle_of_three_events_is_refused(empty: Store, add: Add, edit: Edit) -> None:
    add(empty, "event", title="Tour")
    add(empty, "event", title="Leg", part_of="tour")
    add(empty, "event", title="Stop", part_of="leg")
    with pytest.raises(errors.FieldProblems, match=r'part_of: "stop" is this record, or a part of it'):
        edit(empty, "tour", "part_of=stop")


def test_a_role_is_not_moved_from_under_its_session(sample: Store, edit: Edit) -> None:
    (role,) = [role for role in rows.belonging(sample, records.ROLE, "participant", "lee-kyogu") if role["session"]]
    with pytest.raises(errors.FieldProblems, match="is a session of another event"):
        edit(sample, role["id"], f"event={CONCERT}")


def test_one_refusal_among_many_records_stops_all(sample: Store, edit: Edit) -> None:
    with pytest.raises(errors.RecordProblems):
        edit(sample, "year:2025", "end=2025-11-05")
    assert event(sample)["end"] is None


COARSE = {"Alpha": "2018", "Beta": "2019-05", "Gamma": "2020-06-01", "Delta": "2021"}


@pytest.fixture
def coarse(empty: Store, add: Add) -> Store:
    """Four events, of which one has a day that can be moved."""
    for title, start in COARSE.items():
        add(empty, "event", title=title, start=start, city="Seoul")
    rows.update(empty, records.EVENT, "delta-2021", {"start": "9999-12-31", "end": "9999-12-31"})
    return empty


def test_all_that_cannot_be_moved_is_told_at_once_with_its_record(coarse: Store, edit: Edit) -> None:
    before = list(whole.every(coarse, records.EVENT))
    with pytest.raises(errors.RecordProblems) as caught:
        edit(coarse, "city:Seoul", "start=+1d")
    assert caught.value.sentence.split("\n") == [
        "3 of 4 events cannot be changed so; nothing was changed:",
        '  alpha-2018: start: "2018" is no single day, so it cannot be moved by +1d',
        '  beta-2019: start: "2019-05" is no single day, so it cannot be moved by +1d',
        '  delta-2021: start: "9999-12-31" cannot be moved by +1d: the calendar ends before',
        '  delta-2021: end: "9999-12-31" cannot be moved by +1d: the calendar ends before',
    ]
    assert caught.value.exit_code == 2
    assert list(whole.every(coarse, records.EVENT)) == before


def test_of_very_many_refusals_twenty_are_told_and_the_rest_counted(empty: Store, add: Add, edit: Edit) -> None:
    for number in range(25):
        add(empty, "event", title=f"Forum {number}", start="2018", city="Seoul")
    with pytest.raises(errors.RecordProblems) as caught:
        edit(empty, "city:Seoul", "start=+1d")
    first, *lines = caught.value.sentence.split("\n")
    assert first.startswith("25 of 25 events")
    assert len(lines) == 21
    assert lines[-1] == "  and 5 more"


def test_what_must_stay_is_told_of_every_record(sample: Store, add: Add, edit: Edit) -> None:
    for kind in ("panel", "keynote"):
        add(sample, "session", event=CONCERT, kind=kind)
    with pytest.raises(errors.RecordProblems, match=r"^2 of 2 sessions") as caught:
        edit(sample, "sessions", f"event:{CONCERT}", "kind!")
    assert caught.value.sentence.count("title or kind must be there; give it a value: every session has one") == 2


def test_what_is_wrong_with_the_words_is_told_once_and_all_of_it(sample: Store, edit: Edit) -> None:
    with pytest.raises(errors.SeveralProblems) as caught:
        edit(sample, "year:2025", "title!", "citty=x", "country=Congo", "disciplines+=musik-", "city+=Seoul", "id=x")
    lines = caught.value.sentence.split("\n")
    assert [line.split(" ")[0] for line in lines] == ["title", "events", "city", "id", "country:", "disciplines:"]


def test_some_of_what_was_found_is_planned_anew_for_those_alone(sample: Store) -> None:
    meant = targets.meant(sample, ["country:KR,VN"])
    some = editing.plan(sample, meant.only({CONCERT}), [Assignment("city", "=", "Huế")])
    assert [change.id for change in some.changes] == [CONCERT]
    assert meant.only(()).records == []


# --- what an edit rests on ----------------------------------------------------------------------------------------


def test_an_edit_is_the_curators_decision(sample: Store, edit: Edit, claims: Claims) -> None:
    edit(sample, CONCERT, "city=Thủ Đức", "taking_part=ASEAN;ROK", because="seen on a map")
    decided = [claim for claim in claims(sample, CONCERT) if claim["source"] is None]
    assert [(claim["field"], claim["value"], claim["rank"], claim["reason"]) for claim in decided] == [
        ("city", "Thủ Đức", "preferred", "seen on a map"),
        ("taking_part", '["ASEAN","KR"]', "preferred", "seen on a map"),
    ]
    assert decided[1]["as_printed"] == "ASEAN;ROK"


def test_a_later_decision_takes_the_place_of_an_earlier_one(sample: Store, edit: Edit, claims: Claims) -> None:
    edit(sample, CONCERT, "city=Hanoi")
    edit(sample, CONCERT, "city=Huế")
    assert [claim["value"] for claim in claims(sample, CONCERT, "city") if not claim["source"]] == ["Huế"]


def test_an_emptied_field_leaves_no_claim_in_force(sample: Store, edit: Edit, claims: Claims) -> None:
    edit(sample, CONCERT, "city=Hanoi")
    edit(sample, CONCERT, "city!", because="it was never announced")
    left = [(claim["source"], claim["rank"], claim["reason"]) for claim in claims(sample, CONCERT, "city")]
    why = "the curator emptied the field: it was never announced"
    assert left == [("diplomacy-journal-korea-asean", "deprecated", why)]


def test_a_source_read_again_takes_the_place_of_what_was_misread(sample: Store, edit: Edit, claims: Claims) -> None:
    edit(sample, CONCERT, "venue=District 7 Stadium", source="diplomacy", quotes={"": "District 7 Indoor Stadium"})
    assert [claim["value"] for claim in claims(sample, CONCERT, "venue")] == ["District 7 Stadium"]


def test_a_source_may_be_cited_for_what_is_there_already(sample: Store, edit: Edit, claims: Claims) -> None:
    edit(sample, CONCERT, "city=Ho Chi Minh City", source="newsflash")
    assert {claim["source"] for claim in claims(sample, CONCERT, "city")} == {
        "diplomacy-journal-korea-asean",
        "newsflash-asean-korea-forum",
    }


def test_a_new_first_day_takes_the_last_day_along(sample: Store, edit: Edit) -> None:
    edit(sample, CONCERT, "end=2025-11-02")
    edit(sample, CONCERT, "start=+1w")
    event = rows.get(sample, records.EVENT, CONCERT)
    assert event
    assert (event["start"], event["end"]) == ("2025-11-08", "2025-11-09")


def test_a_plan_that_is_overtaken_is_not_carried_out(sample: Store) -> None:
    def planned(value: str) -> EditPlan:
        return editing.plan(sample, targets.one(sample, CONCERT), [Assignment("city", "=", value)])

    with pytest.raises(errors.ChangedMeanwhile):
        editing.apply(sample, Command("x", "y"), planned("Hanoi"), lambda: planned("Huế"), Citation())
    event = rows.get(sample, records.EVENT, CONCERT)
    assert event
    assert event["city"] == "Ho Chi Minh City"


def test_a_cited_edit_claims_for_its_source(sample: Store, edit: Edit, claims: Claims) -> None:
    edit(sample, FORUM, "venue=Civilian War Memorial", source="diplomacy", quotes={"": "at the memorial"})
    claim = claims(sample, FORUM, "venue")[-1]
    assert (claim["source"], claim["quote"], claim["rank"]) == (
        "diplomacy-journal-korea-asean",
        "at the memorial",
        "normal",
    )


def test_a_quotation_that_fits_nothing_undoes_the_edit(sample: Store, edit: Edit) -> None:
    with pytest.raises(errors.QuoteWithoutField):
        edit(sample, CONCERT, "city=Hanoi", source="diplomacy", quotes={"venue": "at the stadium"})
    assert event(sample)["city"] == "Ho Chi Minh City"


EVERY_KIND = {
    "claim": "reason=read again",
    "event": "description=x",
    "figure": "unit=states",
    "name": "language=fr",
    "participant": "description=x",
    "programme": "description=x",
    "role": "capacity=guest",
    "session": "room=Hall A",
    "source": "accessed=2026-11-01",
}


@pytest.mark.parametrize("name", EVERY_KIND)
def test_what_was_edited_travels(sample: Store, edit: Edit, tmp_path: Path, name: str) -> None:
    record = next(rows.where(sample, records.KINDS[name], "1"))["id"]
    assert len(edit(sample, record, EVERY_KIND[name]).changes) == 1
    assert list(whole.dangling(sample)) == []
    packages.export_package(sample, tmp_path / "package")
    with opening.created(tmp_path / "other.db") as store:
        beginning.begin(store, Command("x", "y"))
        assert packages.import_package(store, Command("x", "y"), tmp_path / "package")


def test_a_claim_is_not_cited_from_a_source(sample: Store, edit: Edit) -> None:
    claim = next(rows.where(sample, records.CLAIM, "1"))["id"]
    with pytest.raises(errors.NotCitable):
        edit(sample, claim, "reason=x", source="asef-culture")
