"""Rows of a file: which record each is, what becomes of it, and that nothing is half-done."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from exchangecli import errors
from exchangecli.curate import exporting, importing, outcomes
from exchangecli.curate.outcomes import Report
from exchangecli.curate.taking_in import Task
from exchangecli.formats.registry import FORMATS
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows, search
from exchangecli.store.finding import Found
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

Add = Callable[..., Record]
Claims = Callable[..., list[Record]]

KINDS = ("programme", "event", "source", "participant", "session", "role", "figure", "name", "claim")
"""In an order in which each refers only to what is there."""


def take_in(store: Store, text: str | bytes, kind: str = "event", format_: str = "csv", **wanted: Any) -> Report:
    """Take in a file of this text: ``take_in(store, "title,start\\nForum,2024", source="asef-culture")``."""
    written = text.encode() if isinstance(text, str) else text
    sheet = FORMATS[format_].read(io.BytesIO(written), f"x.{format_}")
    task = Task(records.KINDS[kind], every=True, **wanted)
    return importing.run(store, Command("exchange import", "tester"), sheet, f"x.{format_}", task, lambda _: None)


def became(report: Report) -> list[str]:
    return [one.outcome for one in report.outcomes]


def operations(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM operation").fetchone()[0])


def dump(store: Store) -> list[str]:
    """All that the file holds, but for the next number of an operation, which one that changed nothing has taken."""
    return [line for line in store.connection.iterdump() if "sqlite_sequence" not in line]


def exported(store: Store, kind: str, format_: str) -> bytes:
    return b"".join(exporting.export(store, Selection(records.KINDS[kind]), format_))


# --- round trips ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", list(FORMATS))
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_exported_changes_nothing(sample: Store, kind: str, format_: str) -> None:
    before = dump(sample)
    report = take_in(sample, exported(sample, kind, format_), kind, format_)
    assert set(became(report)) == {"matched"}
    assert not report.columns.unknown
    assert dump(sample) == before


@pytest.mark.parametrize("format_", list(FORMATS))
def test_an_empty_dataset_becomes_the_same(
    sample: Store, format_: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from exchangecli.curate import beginning
    from exchangecli.store import opening

    with opening.created(tmp_path_factory.mktemp("other") / "other.db") as other:
        beginning.begin(other, Command("exchange init", "tester"))
        for kind in KINDS:
            assert set(became(take_in(other, exported(sample, kind, format_), kind, format_))) == {"created"}
            mine = sorted(rows.where(sample, records.KINDS[kind], "1"), key=lambda one: one["id"])
            theirs = sorted(rows.where(other, records.KINDS[kind], "1"), key=lambda one: one["id"])
            assert theirs == mine


@pytest.mark.parametrize("source", [None, "asef-culture"])
def test_twice_changes_nothing(sample: Store, source: str | None) -> None:
    text = (
        "Title,Date,Country,Disciplines\nHue Forum,1-2 May 2024,Viet Nam,crafts\nSeoul Talk,2023,Korea,music; dance\n"
    )
    assert became(take_in(sample, text, source=source)) == ["created", "created"]
    before, number = dump(sample), operations(sample)
    again = take_in(sample, text, source=source)
    assert (became(again), again.claims) == (["matched", "matched"], 0)
    assert (dump(sample), operations(sample)) == (before, number)


def test_rows_that_moved_in_the_file_are_not_cited_twice(sample: Store, claims: Claims) -> None:
    take_in(sample, "title,start\nHue Forum,2024\n", source="asef-culture")
    take_in(sample, "title,start\nNew,2025\nHue Forum,2024\n", source="asef-culture")
    assert [claim["locator"] for claim in claims(sample, "hue-forum-2024", "start")] == ["x.csv row 2"]


# --- which record a row is --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "outcome", "why"),
    [
        pytest.param("hue-forum-2024,Another name,", "changed", "the same id", id="its id"),
        pytest.param(",HUE forum,2024-05", "matched", "the same title, and dates that overlap", id="its name"),
        pytest.param(",Diễn đàn Huế,2024", "matched", "the same title, and dates that overlap", id="another name"),
        pytest.param(",Hue Forum,2023", "created", "", id="another year"),
        pytest.param(",Hue Forum 2,2024", "created", "", id="another name and number"),
    ],
)
def test_a_row_is_a_record_that_is_there(empty: Store, add: Add, row: str, outcome: str, why: str) -> None:
    add(empty, "event", title="Hue Forum", start="2024-05-01")
    add(empty, "name", record="hue-forum-2024", name="Diễn đàn Huế")
    (one,) = take_in(empty, f"id,title,start\n{row}\n").outcomes
    assert (one.outcome, one.why) == (outcome, why)
    assert (one.id == "hue-forum-2024") == (outcome != "created")


def test_an_id_that_was_given_up_still_counts(empty: Store, add: Add) -> None:
    add(empty, "event", title="Hue Forum")
    empty.connection.execute("INSERT INTO retired_id (id, record) VALUES ('old-forum', 'hue-forum')")
    (one,) = take_in(empty, "id,city\nold-forum,Huế\n").outcomes
    assert (one.outcome, one.id) == ("changed", "hue-forum")


def test_another_spelling_of_the_name_is_no_change(sample: Store) -> None:
    report = take_in(sample, "name,url\nkofice,\nĐỨC PHÚC,https://a.org\n", "participant")
    assert [(one.id, list(one.changes)) for one in report.outcomes] == [("kofice", []), ("duc-phuc", ["url"])]


def test_an_acronym_is_not_claimed_to_be_the_name(sample: Store, claims: Claims) -> None:
    before = claims(sample, "kofice", "name")
    take_in(sample, "name,country\nKOFICE,KR\n", "participant", source="asef-culture")
    assert claims(sample, "kofice", "name") == before
    assert [claim["source"] for claim in claims(sample, "kofice", "country")] == ["asef-culture"]


def test_a_name_of_several_records_is_asked_about(empty: Store, add: Add) -> None:
    add(empty, "event", title="Tet Festival", start="2023")
    add(empty, "event", title="Tet Festival", start="2024")
    (one,) = take_in(empty, "title\nTet Festival\n").outcomes
    assert "write the id of one in a column id: tet-festival-2023 or tet-festival-2024" in one.problems[0].sentence


def test_rows_of_one_event_are_one_event(empty: Store) -> None:
    report = take_in(empty, "title,start,city,theme\nHue Forum,2024-05-01,Huế,\nHue forum,2024-05,HUẾ,Silk\n")
    assert became(report) == ["created", "changed"]
    assert report.outcomes[1].changes == {"theme": (None, "Silk")}
    assert rows.count(empty, records.EVENT) == 1


def test_rows_that_contradict_each_other_are_refused(empty: Store) -> None:
    report = take_in(empty, "title,start,city\nHue Forum,2024,Huế\nHue Forum,2024,Hanoi\n")
    assert outcomes.lines(report) == [
        'x.csv row 3: is the same event as x.csv row 2, and says otherwise: city "Hanoi"',
    ]
    assert rows.count(empty, records.EVENT) == 0


def test_rows_with_ids_of_their_own_stay_apart(empty: Store) -> None:
    assert became(take_in(empty, "id,title\na,Forum\nb,Forum\n")) == ["created", "created"]


def test_a_column_that_only_counts_is_no_id(empty: Store) -> None:
    report = take_in(empty, "ID,Title\n1,Forum\n2,Concert\n")
    assert became(report) == ["refused", "refused"]
    assert "leave the column out: --map 'ID='" in outcomes.lines(report)[0]
    assert became(take_in(empty, "ID,Title\n1,Forum\n2,Concert\n", mapped={"ID": ""})) == ["created", "created"]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (("Coffee break", "15:00", ""), ("Coffee break", "17:00", ""), False),
        (("Coffee break", "15:00", ""), ("Coffee break", "15:00", ""), True),
        (("Coffee break", "15:00", ""), ("Coffee break", "", ""), True),
        (("", "15:00", "panel"), ("", "15:00", "panel"), True),
        (("", "15:00", "panel"), ("", "15:00", "keynote"), False),
        (("", "15:00", "panel"), ("", "16:00", "panel"), False),
    ],
)
def test_which_sessions_are_one(sample: Store, one: tuple[str, ...], other: tuple[str, ...], *, is_same: bool) -> None:
    text = "\n".join(["title,start_time,kind", ",".join(one), ",".join(other)])
    report = take_in(sample, text, "session", shared={"event": "asean-korea-music-concert-2025"})
    assert became(report) == ["created", "matched" if is_same else "created"]


def test_a_session_nobody_could_tell_from_another_is_refused(sample: Store) -> None:
    report = take_in(sample, "kind\npanel\n", "session", shared={"event": "asean-korea-music-concert-2025"})
    assert "neither a title nor a position or a time" in outcomes.lines(report)[0]


def test_a_row_may_refer_to_one_further_on(empty: Store) -> None:
    report = take_in(empty, "name,parent\nChild,Parent\nGrandchild,Child\nParent,\n", "programme")
    assert became(report) == ["created"] * 3
    assert [one.row for one in report.outcomes] == [2, 3, 4]
    assert rows.get(empty, records.PROGRAMME, "grandchild") is not None
    refused = take_in(empty, "name,parent\nA,B\nB,A\nC,Nowhere\n", "programme")
    assert became(refused) == ["refused"] * 3


# --- what becomes of it -----------------------------------------------------------------------------------------


def test_without_a_source_a_difference_is_the_curators_word(sample: Store, claims: Claims) -> None:
    (one,) = take_in(sample, "id,city,venue,theme\nasean-korea-music-concert-2025,Saigon,,Friends\n").outcomes
    assert one.changes == {"city": ("Ho Chi Minh City", "Saigon"), "theme": (None, "Friends")}
    decided = [claim for claim in claims(sample, "asean-korea-music-concert-2025") if claim["source"] is None]
    assert [(claim["field"], claim["value"], claim["rank"]) for claim in decided] == [("city", "Saigon", "preferred")]
    assert rows.get(sample, records.EVENT, "asean-korea-music-concert-2025")["venue"]  # type: ignore[index]


def test_a_source_fills_what_is_empty_and_disputes_the_rest(sample: Store, claims: Claims) -> None:
    text = "title,start,city,theme\n2025 ASEAN-Korea Music Concert,1 Nov 2025,Saigon,Friends\n"
    report = take_in(sample, text, source="asef-culture")
    (one,) = report.outcomes
    assert one.changes == {"theme": (None, "Friends")}
    assert one.disputed == {"city": ("Ho Chi Minh City", "Saigon")}
    said = {c["field"]: c for c in claims(sample, one.id) if c["source"] == "asef-culture"}
    assert set(said) == {"title", "start", "city", "theme"}
    assert said["start"]["locator"] == "x.csv row 2"
    assert (one.claims, report.claims, report.disputed) == (4, 4, 1)
    assert rows.get(sample, records.EVENT, one.id)["city"] == "Ho Chi Minh City"  # type: ignore[index]


def test_the_end_of_a_disputed_range_is_not_mixed_in(empty: Store, add: Add) -> None:
    add(empty, "source", title="Page")
    add(empty, "event", id="x", title="Forum", start="20 Oct 2014")
    (one,) = take_in(empty, "id,start\nx,22-24 October 2014\n", source="page").outcomes
    assert set(one.disputed) == {"start", "end"}
    (one,) = take_in(empty, "id,start\nx,22-24 October 2014\n").outcomes
    assert one.changes == {"start": ("2014-10-20", "2014-10-22"), "end": (None, "2014-10-24")}


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("2 May 2024", {}),
        ("May 2024", {}),
        ("1-3 May 2024", {"end": ("2024-05-02", "2024-05-03")}),
    ],
)
def test_one_day_of_several_does_not_cut_them_short(
    empty: Store, add: Add, said: str, changes: dict[str, tuple[str, str]]
) -> None:
    add(empty, "event", title="Forum", start="1-2 May 2024")
    (one,) = take_in(empty, f"title,start\nForum,{said}\n").outcomes
    assert one.changes == changes


def test_an_exact_number_takes_the_place_of_a_round_one(empty: Store, add: Add) -> None:
    add(empty, "event", id="x", title="Forum", attendance="about 3,000")
    (one,) = take_in(empty, "id,attendance\nx,2950\n").outcomes
    assert one.changes == {"attendance": (3000, 2950), "attendance_approximate": (True, None)}


def test_an_empty_cell_changes_nothing(sample: Store) -> None:
    before = rows.get(sample, records.EVENT, "asean-korea-music-concert-2025")
    assert became(take_in(sample, "id,city,kind\nasean-korea-music-concert-2025,,\n")) == ["matched"]
    null = '[{"id": "asean-korea-music-concert-2025", "city": null, "disciplines": []}]'
    assert became(take_in(sample, null, format_="json")) == ["matched"]
    assert rows.get(sample, records.EVENT, "asean-korea-music-concert-2025") == before


def test_values_that_contradict_the_record_are_refused(empty: Store, add: Add) -> None:
    add(empty, "event", id="x", title="Forum", start="2024-05-03")
    report = take_in(empty, "id,end\nx,2024-05-01\n")
    assert 'x.csv row 2, end: "2024-05-01" lies before the start' in outcomes.lines(report)[0]


# --- claims -----------------------------------------------------------------------------------------------------


def test_claims_come_in_as_their_fields_read_them(sample: Store, claims: Claims) -> None:
    text = (
        "record,field,value,source,quote\n"
        "asean-korea-music-concert-2025,Start,2 November 2025,asef-culture,on the second of November\n"
        "KOFICE,country,Republic of Korea,asef-culture,\n"
        'asean-korea-music-concert-2025,disciplines,"music, dance",asef-culture,\n'
    )
    assert became(take_in(sample, text, "claim")) == ["created"] * 3
    assert became(take_in(sample, text, "claim")) == ["matched"] * 3
    (start,) = [c for c in claims(sample, "asean-korea-music-concert-2025", "start") if c["source"] == "asef-culture"]
    assert (start["value"], start["as_printed"], start["rank"]) == ("2025-11-02", "2 November 2025", "normal")
    (listed,) = [
        c for c in claims(sample, "asean-korea-music-concert-2025", "disciplines") if c["value"].count('"') > 2
    ]
    assert listed["value"] == '["music","dance"]'


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("kofice,titel,x,asef-culture,", 'field: participants have no field "titel"'),
        ("kofice,country,Koera,asef-culture,", 'value: "Koera" is not a country name'),
        (
            "nobody,name,x,asef-culture,",
            'record: no record is called "nobody"',
        ),
        ("kofice,name,,asef-culture,", "value must not be empty"),
        ("kofice,name,KOFICE,told,never said", 'quote: the source does not say "never said"'),
    ],
)
def test_a_claim_that_cannot_be_is_refused(sample: Store, add: Add, row: str, said: str) -> None:
    add(sample, "source", id="told", title="A page", text="KOFICE was there.")
    report = take_in(sample, f"record,field,value,source,quote\n{row}\n", "claim")
    assert said in outcomes.lines(report)[0]


# --- after edits ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edited", "field", "now"),
    [
        (["start=+1d"], "start", "2024-05-02"),
        (["title=Hue Craft Days"], "title", "Hue Craft Days"),
        (["city=Huế"], "city", "Huế"),
    ],
)
def test_a_file_that_came_in_before_an_edit_neither_doubles_nor_undoes_it(
    empty: Store, edit: Callable[..., object], edited: list[str], field: str, now: str
) -> None:
    text = "title,start,city\nHue Forum,2024-05-01,Hue\n"
    take_in(empty, text)
    edit(empty, "hue-forum-2024", *edited, because="as the city says")
    before = dump(empty)
    (one,) = take_in(empty, text).outcomes
    assert (one.outcome, one.id) == ("matched", "hue-forum-2024")
    assert rows.get(empty, records.EVENT, "hue-forum-2024")[field] == now  # type: ignore[index]
    assert dump(empty) == before


def test_a_decision_that_stays_is_told(empty: Store, edit: Callable[..., object]) -> None:
    text = "title,city,theme\nHue Forum,Hue,Silk\n"
    take_in(empty, "title,city\nHue Forum,Hue\n")
    edit(empty, "hue-forum", "city=Huế")
    (one,) = take_in(empty, text).outcomes
    assert one.disputed == {}
    assert one.changes == {"theme": (None, "Silk")}
    (one,) = take_in(empty, text.replace("Hue,", "Hanoi,")).outcomes
    assert one.disputed == {"city": ("Huế", "Hanoi")}


def test_a_role_that_was_edited_is_not_added_again(sample: Store, edit: Callable[..., object]) -> None:
    text = "participant,role,event\nkofice,host,8th-asem-culture-ministers-meeting-2018\n"
    (made,) = take_in(sample, text, "role").outcomes
    edit(sample, made.id, "role=observer")
    (again,) = take_in(sample, text, "role").outcomes
    assert (again.outcome, again.id) == ("matched", made.id)
    assert again.why == "the same fact, as it was before it was edited"


# --- rows that are no records ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ["Total,,40", "합계,30건,40", ",Grand total,40"])
def test_sums_at_the_bottom_are_no_record(empty: Store, row: str) -> None:
    report = take_in(empty, f"title,city,attendance\nForum,Hue,40\n{row}\n")
    assert became(report) == ["created", "refused"]
    assert "stands before sums" in outcomes.lines(report)[0]


def test_a_record_may_be_called_like_a_sum_where_it_has_an_id(empty: Store) -> None:
    text = "id,title\nsums,Total\n"
    assert became(take_in(empty, text)) == ["created"]
    assert became(take_in(empty, text)) == ["matched"]


def test_a_refused_row_that_is_not_mended_stays_out(empty: Store) -> None:
    refused = take_in(empty, "title,start\nA,2024,extra\n", skip_bad=True)
    (row,) = outcomes.refused_rows(refused)
    assert row == {"title": "A", "start": "2024", "column 3": "extra", "why refused": refused.refused[0][0].problem}
    text = ",".join(row) + "\n" + ",".join(f'"{cell}"' for cell in row.values()) + "\n"
    assert "still has a cell beyond the headings, in column 3" in outcomes.lines(take_in(empty, text))[0]
    assert became(take_in(empty, text, mapped={"column 3": ""})) == ["created"]
    assert became(take_in(empty, text.replace("extra", "").replace("A,", "B,"))) == ["matched"]


def test_an_id_of_another_kind_says_which(sample: Store) -> None:
    report = take_in(sample, "id,title\nkofice,Forum\n")
    assert "is the id of a participant; if that is what the rows are: --as participants" in outcomes.lines(report)[0]


def test_an_id_that_nobody_knows_is_another_record(empty: Store, add: Add) -> None:
    add(empty, "participant", name="John Kim")
    report = take_in(empty, "id,name\njohn-kim-2,John Kim\njohn-kim-3,John Kim\n", "participant")
    assert [one.id for one in report.outcomes] == ["john-kim-2", "john-kim-3"]
    again = take_in(empty, "name,country\nJohn Kim,KR\n", "participant")
    assert [(one.outcome, one.id) for one in again.outcomes] == [("changed", "john-kim")]


def test_a_number_is_no_id_even_where_the_name_is_known(empty: Store) -> None:
    text = "id,name,kind\n,A,\n12,A,person\n"
    assert became(take_in(empty, text, "participant", skip_bad=True)) == ["created", "refused"]
    before = dump(empty)
    assert became(take_in(empty, text, "participant", skip_bad=True)) == ["matched", "refused"]
    assert dump(empty) == before


def test_cells_that_were_emptied_are_counted(sample: Store) -> None:
    report = take_in(sample, "id,city,venue,theme\nasean-korea-music-concert-2025,,,\n")
    assert report.blank == 2
    assert take_in(sample, "title,start,city\n2025 ASEAN-Korea Music Concert,2025,\n").blank == 0


def test_the_start_of_an_id_is_not_enough_in_a_file(sample: Store) -> None:
    report = take_in(sample, "record,name\nkofi,KF\n", "name")
    assert 'record: no record is called "kofi"' in outcomes.lines(report)[0]
    shared = take_in(sample, "name\nKF\n", "name", shared={"record": "kofi"})
    assert became(shared) == ["created"]
    assert [one["record"] for one in rows.where(sample, records.NAME, "name = 'KF'")] == ["kofice"]


def test_a_long_chain_of_references_is_walked_once(empty: Store) -> None:
    lines = [f"p{number},Part {number},{f'p{number + 1}' if number < 199 else ''}" for number in range(200)]
    report = take_in(empty, "id,title,part_of\n" + "\n".join(lines) + "\n")
    assert report.counts == {"created": 200}
    assert [one.row for one in report.outcomes] == list(range(2, 202))


def test_a_misspelt_reference_of_many_rows_is_looked_for_once(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from exchangecli.store import resembling

    asked: list[str] = []
    near = resembling.near

    def counted(store: Store, words: str, kinds: tuple[str, ...]) -> list[Found]:
        asked.append(words)
        return near(store, words, kinds)

    monkeypatch.setattr(resembling, "near", counted)
    text = "participant,role,event\n" + "kofise,host,8th-asem-culture-ministers-meeting-2018\n" * 50
    report = take_in(sample, text, "role")
    assert report.counts == {"refused": 50}
    assert asked == ["kofise"]
    assert "did you mean kofice" in outcomes.lines(report)[0]
    assert outcomes.hints(report) == ["take the participants in first: --as participants --map 'participant=name'"]


# --- how a file is read -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("title", "title"), ("TITLE", "title"), ("Part of", "part_of"), ("part-of", "part_of"), ("Date", "start"),
        ("Time zone", "timezone"), ("timezone", "timezone"), ("URL", "url"), ("Taking part", "taking_part"),
    ],
)  # fmt: skip
def test_a_heading_is_a_name_or_a_label(heading: str, field: str) -> None:
    from exchangecli.curate.columns import Columns

    found = Columns(records.EVENT).field_of(heading)
    assert found is not None
    assert found.name == field


def test_our_own_further_columns_are_left_alone(sample: Store) -> None:
    report = take_in(sample, "id,title,programme_name,organisers,why refused,Remarks\nf,Forum,x,y,z,w\n")
    assert report.columns.unknown == ["Remarks"]
    assert report.columns.repeated == ["programme_name", "organisers"]
    assert take_in(sample, "title,organisers\nTalk,KOFICE\n").columns.unknown == ["organisers"]
    assert report.columns.perhaps("Start Date") == "Start Date=start"


def test_days_and_months_are_read_as_the_file_has_them(empty: Store, add: Add, claims: Claims) -> None:
    add(empty, "source", title="Page")
    text = "title,start\nA,05/06/2024\nB,25/06/2024\n"
    assert became(take_in(empty, text)) == ["refused", "created"]
    take_in(empty, text, date_order="dmy", source="page")
    assert [one["start"] for one in rows.where(empty, records.EVENT, "1")] == ["2024-06-05", "2024-06-25"]
    (claim,) = claims(empty, "a-2024", "start")
    assert claim["as_printed"] == "05/06/2024"
    assert claim["inferred"] == "day and month in the order that was said of the whole file"
    assert claims(empty, "b-2024", "start")[0]["inferred"] is None


def test_lists_in_a_cell(empty: Store) -> None:
    take_in(empty, "title,disciplines\nA,music + dance\nB,crafts\n", split="+")
    take_in(empty, json.dumps([{"title": "C", "disciplines": ["music", "dance"]}]), format_="json")
    found = {one["title"]: one["disciplines"] for one in rows.where(empty, records.EVENT, "1")}
    assert found == {"A": ["music", "dance"], "B": ["crafts"], "C": ["music", "dance"]}


def test_a_time_range_fills_both_ends(sample: Store) -> None:
    take_in(
        sample, "title,start_time\nOpening,10:00–10:30\n", "session", shared={"event": "asean-korea-music-concert-2025"}
    )
    (one,) = rows.where(sample, records.SESSION, "title = 'Opening'")
    assert (one["start_time"], one["end_time"]) == ("10:00", "10:30")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"a": 1}, '"{"a": 1}" is an object, where a text, a number or a list belongs'),
        (["a", "b"], '"a; b" is a list, and city holds one value'),
        ([["a"]], '"["a"]" stands within a list, where texts belong'),
    ],
)
def test_what_json_can_say_and_no_field_can_hold(empty: Store, value: object, said: str) -> None:
    report = take_in(empty, json.dumps([{"title": "Forum", "city": value}]), format_="json")
    assert outcomes.lines(report) == [f"x.json item 1, city: {said}"]


def test_json_says_numbers_and_flags(empty: Store) -> None:
    record = {"title": "Forum", "edition": 3, "latitude": 37.5, "attendance": 200, "attendance_approximate": True}
    assert became(take_in(empty, json.dumps(record), format_="json")) == ["created"]
    (one,) = rows.where(empty, records.EVENT, "1")
    assert one.items() >= record.items()


@pytest.mark.parametrize(
    ("text", "wanted", "problem"),
    [
        ("title,Name\nA,B\n", {"mapped": {"Name": "title"}}, errors.ColumnTwice),
        ("title,city\nA,B\n", {"shared": {"city": "Hanoi"}}, errors.ColumnAndShared),
        ("title\nA\n", {"mapped": {"Nmae": "city"}}, errors.NoSuchColumn),
        ("Name,city\nA,B\n", {}, errors.NoColumnFor),
        ("title\nA\n", {"shared": {"country": "Korea"}}, errors.FieldProblems),
        ("title\nA\n", {"source": "nonesuch"}, errors.NotFound),
    ],
)
def test_what_cannot_be_meant_is_said_before_any_row(
    empty: Store, text: str, wanted: dict[str, Any], problem: type[errors.ExchangeError]
) -> None:
    with pytest.raises(problem):
        take_in(empty, text, **wanted)
    assert rows.count(empty, records.EVENT) == 0


# --- all or nothing ---------------------------------------------------------------------------------------------

DIRTY = "title,start,country\nA,2024,VN\nB,soon,Korea\nC,soon,Koera\nD,2025,SG\n"


def test_one_bad_row_and_nothing_is_taken_in(empty: Store) -> None:
    before = dump(empty)
    report = take_in(empty, DIRTY)
    assert (report.imported, report.counts["refused"], report.counts["created"]) == (False, 2, 2)
    assert dump(empty) == before
    soon, korea, koera = outcomes.lines(report)
    assert soon.startswith('x.csv rows 3, 4, start: "soon" is not a date that can be read; write it like 2025')
    assert korea.startswith('x.csv row 3, country: "Korea" could be KR (South Korea) or KP (North Korea); write one')
    assert koera.startswith('x.csv row 4, country: "Koera" is not a country name or code known here; did you mean KR')


def test_what_to_do_is_said_once(empty: Store) -> None:
    report = take_in(empty, "title,start,country\nA,05/06/2024,Korea\nB,06/07/2024,Korea\n")
    assert [hint.split(" ")[0] for hint in outcomes.hints(report)] == ["--dates", "to"]
    assert len(outcomes.lines(report)) == 3
    many = take_in(empty, "title,start,country,kind\nA,05/06/2024,Korea,konzert\nB,2024,Congo,concert\nC,TBC,VN,fair\n")
    assert len(outcomes.hints(many)) == outcomes.MOST_HINTS


def test_the_others_are_taken_in_where_bad_rows_are_skipped(empty: Store) -> None:
    report = take_in(empty, DIRTY, skip_bad=True)
    assert report.imported
    assert [one["title"] for one in rows.where(empty, records.EVENT, "1")] == ["A", "D"]
    assert [row["title"] for row in outcomes.refused_rows(report)] == ["B", "C"]
    assert outcomes.refused_headings(report) == ["title", "start", "country", "why refused"]


def test_a_trial_keeps_nothing(sample: Store) -> None:
    before = dump(sample)
    report = take_in(sample, DIRTY, trial=True, skip_bad=True)
    assert (report.imported, report.counts["created"]) == (False, 2)
    assert dump(sample) == before
    assert not sample.connection.in_transaction


def test_a_file_that_breaks_off_leaves_nothing(empty: Store) -> None:
    before = dump(empty)
    with pytest.raises(errors.NotUtf8, match="line 3"):
        take_in(empty, b"title\nA\n\xff\n")
    assert dump(empty) == before


def test_an_import_is_one_operation_and_is_found(empty: Store) -> None:
    number = operations(empty)
    take_in(empty, "title\nĐại nhạc hội\nForum\n")
    assert operations(empty) == number + 1
    assert [hit.title for hit in search.search(empty, "dai nhac hoi")] == ["Đại nhạc hội"]


def test_the_report_for_programs(empty: Store, add: Add) -> None:
    add(empty, "event", id="x", title="Forum", city="Seoul")
    said = outcomes.as_json(take_in(empty, "id,title,city,Remarks\nx,Forum,Busan,\n,,Ulsan,r\n"))
    assert said["counts"] == {"created": 0, "matched": 0, "changed": 1, "refused": 1}
    assert said["columns"][-1] == {"column": "Remarks", "field": None}
    assert said["rows"][0]["changes"] == {"city": {"before": "Seoul", "after": "Busan"}}
    assert said["rows"][1]["problems"] == [
        {"column": None, "value": "", "message": "title must not be empty", "hint": None}
    ]
    json.dumps(said)
