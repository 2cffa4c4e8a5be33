from collections.abc import Callable

import pytest

from exchangecli import errors
from exchangecli.curate import beginning
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

Add = Callable[..., Record]
Edit = Callable[..., object]
Claims = Callable[..., list[Record]]

CONCERT = "asean-korea-music-concert-2025"
FORUM = "asean-korea-innovative-culture-forum-2025"


# --- every kind ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "texts", "expected"),
    [
        pytest.param(
            "event",
            {
                "title": "Seoul Arts Week 2024",
                "start": "8-10 September 2024",
                "country": "대한민국",
                "kind": "festival",
            },
            {"id": "seoul-arts-week-2024", "start": "2024-09-08", "end": "2024-09-10", "country": "KR"},
            id="event",
        ),
        pytest.param(
            "session",
            {"event": CONCERT, "title": "Finale", "start-time": "7.30 pm"},
            {"id": "finale", "event": CONCERT, "start_time": "19:30"},
            id="session",
        ),
        pytest.param(
            "session",
            {"event": FORUM, "kind": "closing"},
            {"id": f"{FORUM}-closing", "title": None, "kind": "closing"},
            id="session without a title",
        ),
        pytest.param(
            "participant",
            {"name": "Nguyễn Thị Ánh", "kind": "person", "orcid": "https://orcid.org/0000-0002-1825-0097"},
            {"id": "nguyen-thi-anh", "name": "Nguyễn Thị Ánh", "orcid": "0000-0002-1825-0097"},
            id="participant",
        ),
        pytest.param(
            "role",
            {"participant": "unesco", "role": "keynote speaker", "event": FORUM, "position": "2"},
            {"participant": "unesco", "role": "keynote_speaker", "event": FORUM, "position": 2},
            id="role",
        ),
        pytest.param(
            "figure",
            {"record": CONCERT, "measure": "online viewers", "value": "약 3만 5천 명"},
            {"record": CONCERT, "measure": "online_viewers", "value": 35_000, "approximate": True},
            id="figure",
        ),
        pytest.param(
            "name",
            {"record": "asef", "name": "아시아유럽재단", "language": "KO", "kind": "translation"},
            {"record": "asef", "name": "아시아유럽재단", "language": "ko"},
            id="name",
        ),
        pytest.param(
            "programme",
            {"name": "Mekong Youth Exchange", "parent": "ASEM", "start": "since 1996"},
            {"id": "mekong-youth-exchange", "parent": "asem", "start": "1996", "end": ".."},
            id="programme",
        ),
        pytest.param(
            "source",
            {"title": "Press release no. 7", "origin": "Unknown", "published": "Nov. 2025"},
            {"id": "press-release-no-7", "origin": "unknown", "published": "2025-11"},
            id="source",
        ),
    ],
)
def test_every_kind_is_added(
    sample: Store, add: Add, kind: str, texts: dict[str, str], expected: dict[str, object]
) -> None:
    added = add(sample, kind, **{name.replace("-", "_"): text for name, text in texts.items()})
    assert {name: added[name] for name in expected} == expected
    assert rows.get(sample, records.KINDS[kind], added["id"]) == added


def test_a_blank_text_says_nothing(empty: Store, add: Add) -> None:
    added = add(empty, "event", title="Forum", city="  ", disciplines=" ; ")
    assert added["city"] is None
    assert added["disciplines"] is None


@pytest.mark.parametrize(
    ("kind", "texts", "sentence"),
    [
        pytest.param("event", {}, "a new event needs title", id="no title"),
        pytest.param("event", {"title": " "}, "a new event needs title", id="blank title"),
        pytest.param("session", {"event": CONCERT}, "a new session needs title or kind", id="one of two"),
        pytest.param("role", {"participant": "asef"}, "a new role needs role and event or programme", id="several"),
    ],
)
def test_what_must_be_there_is_named(sample: Store, add: Add, kind: str, texts: dict[str, str], sentence: str) -> None:
    with pytest.raises(errors.MissingFields) as caught:
        add(sample, kind, **texts)
    assert caught.value.sentence == sentence


def test_all_problems_of_a_command_are_told_at_once(sample: Store, add: Add) -> None:
    with pytest.raises(errors.FieldProblems) as caught:
        add(
            sample,
            "event",
            title="Forum",
            start="05/06/2024",
            country="Congo",
            kind="consert",
            attendance="many",
            edition="9" * 20,
            programme="nobody's",
            disciplines="music, danse",
        )
    places = [place for place, _ in caught.value.problems]
    assert places == ["--start", "--country", "--kind", "--attendance", "--edition", "--programme", "--disciplines"]
    assert '--start: "05/06/2024" could be 2024-06-05 or 2024-05-06; write one of them' in caught.value.sentence
    assert "CD (" in caught.value.sentence
    assert "did you mean concert" in caught.value.sentence
    assert rows.get(sample, records.EVENT, "forum-2024") is None


@pytest.mark.parametrize(
    ("texts", "place", "why"),
    [
        pytest.param({"start": "2025-03-02", "end": "2025-03-01"}, "end", "before the start", id="end before start"),
        pytest.param({"start": "2025", "end": "2024-12"}, "end", "before the start", id="also where both are vague"),
    ],
)
def test_what_contradicts_itself_is_refused(
    empty: Store, add: Add, texts: dict[str, str], place: str, why: str
) -> None:
    with pytest.raises(errors.FieldProblems, match=why) as caught:
        add(empty, "event", title="Forum", **texts)
    assert [where for where, _ in caught.value.problems] == [place]


@pytest.mark.parametrize(
    ("start", "end"),
    [("2025-03", "2025-03-01"), ("2025-03-02", "2025"), ("1996", ".."), ("2025-03-01", "2025-03-01")],
)
def test_dates_that_may_both_be_right_are_taken(empty: Store, add: Add, start: str, end: str) -> None:
    added = add(empty, "event", title="Forum", start=start, end=end)
    assert (added["start"], added["end"]) == (start, end)


# --- what is there already ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "texts", "there"),
    [
        pytest.param("event", {"title": "2025 asean-korea MUSIC concert"}, CONCERT, id="folded title, no date said"),
        pytest.param(
            "event", {"title": "2025 ASEAN–Korea Music Concert", "start": "2025"}, CONCERT, id="a date that contains it"
        ),
        pytest.param(
            "event",
            {"title": "2025 ASEAN-Korea Music Concert", "start": "2025-10-30", "end": "2025-11-02"},
            CONCERT,
            id="a range around it",
        ),
        pytest.param(
            "event",
            {"title": "2025 ASEAN-Korea Innovate Culture Forum", "start": "2025-11-08"},
            FORUM,
            id="another name of an event",
        ),
        pytest.param("participant", {"name": "duc phuc"}, "duc-phuc", id="accents"),
        pytest.param("participant", {"name": "ĐỨC PHÚC"}, "duc-phuc", id="capitals"),
        pytest.param("participant", {"name": "Kofice"}, "kofice", id="acronym"),
        pytest.param("participant", {"name": "한국국제문화교류진흥원"}, "kofice", id="another name in Hangul"),
        pytest.param("programme", {"name": "Asia–Europe Meeting"}, "asem", id="programme"),
        pytest.param(
            "source", {"title": "Culture", "publisher": "ASEF (Asia-Europe Foundation)"}, "asef-culture", id="source"
        ),
        pytest.param(
            "session",
            {"event": FORUM, "title": "Cultural literacy in the age of AI"},
            "cultural-literacy-in-the-age-of-ai",
            id="session",
        ),
    ],
)
def test_what_is_plainly_there_is_refused_unless_forced(
    sample: Store, add: Add, kind: str, texts: dict[str, str], there: str
) -> None:
    with pytest.raises(errors.AlreadyThere) as caught:
        add(sample, kind, **texts)
    assert caught.value.record == there
    assert f"is there already as {there} (" in caught.value.sentence
    added = add(sample, kind, force=True, **texts)
    assert added["id"] != there
    assert rows.get(sample, records.KINDS[kind], added["id"]) == added


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        pytest.param("event", {"title": "2025 ASEAN-Korea Music Concert", "start": "2026"}, id="another year"),
        pytest.param("event", {"title": "2025 ASEAN-Korea Music Concert", "start": "2025-11-02"}, id="the next day"),
        pytest.param("event", {"title": "ASEAN-Korea Music", "start": "2025-11-01"}, id="a part of the title"),
        pytest.param("participant", {"name": "Minh"}, id="a longer name"),
        pytest.param("source", {"title": "Culture", "publisher": "Another"}, id="another publisher"),
        pytest.param("session", {"event": CONCERT, "title": "Cultural Literacy in the Age of AI"}, id="another event"),
    ],
)
def test_what_differs_is_no_double(sample: Store, add: Add, kind: str, texts: dict[str, str]) -> None:
    assert add(sample, kind, **texts)["id"]


# --- ids ----------------------------------------------------------------------------------------------------------


def test_an_id_is_unique_among_all_that_have_names(empty: Store, add: Add) -> None:
    ids = [
        add(empty, "programme", name="Arts Bridge")["id"],
        add(empty, "participant", name="Arts Bridge")["id"],
        add(empty, "source", title="Arts Bridge")["id"],
        add(empty, "event", title="Arts Bridge")["id"],
        add(empty, "event", title="Arts Bridge", start="2024", force=True)["id"],
        add(empty, "event", title="Arts Bridge 2024", start="2024-05", force=True)["id"],
    ]
    assert ids == [
        "arts-bridge",
        "arts-bridge-2",
        "arts-bridge-3",
        "arts-bridge-4",
        "arts-bridge-2024",
        "arts-bridge-2024-2",
    ]


def test_a_given_id_is_taken_as_it_is(empty: Store, add: Add) -> None:
    assert add(empty, "event", title="Forum", id="forum-one")["id"] == "forum-one"
    with pytest.raises(errors.IdTaken, match="the id forum-one is in use"):
        add(empty, "participant", name="Forum", id="forum-one")
    with pytest.raises(errors.FieldProblems, match=r"--id: .*is no id"):
        add(empty, "event", title="Other", id="forum two")


@pytest.mark.parametrize("form", ["a/b", "--foo", "../x", "x\x1b[31m", "x\u202ey", "-x", "a b", "'x'"])
def test_an_id_holds_no_sign_that_has_another_use(empty: Store, add: Add, form: str) -> None:
    with pytest.raises(errors.FieldProblems, match="is no id"):
        add(empty, "event", title="Forum", id=form)


def test_a_fact_that_was_edited_does_not_stand_in_for_what_it_was(sample: Store, add: Add, edit: Edit) -> None:
    first = add(sample, "role", participant="unesco", role="host", event=CONCERT)
    edit(sample, first["id"], "role=observer")
    again = add(sample, "role", participant="unesco", role="host", event=CONCERT)
    assert again["id"] == f"{first['id']}-2"
    assert again["role"] == "host"


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({"end": "3-4 May 2021"}, "is a range"),
        ({"start": "1 May 2020 19:30"}, "says a time of day too"),
        ({"city": "Ha\x1b[DNoi"}, "holds a control character"),
        ({"start_time": "20:00", "end_time": "19:00"}, "lies before the start, 20:00"),
    ],
)
def test_nothing_that_was_typed_is_dropped_in_silence(empty: Store, add: Add, texts: dict[str, str], why: str) -> None:
    with pytest.raises(errors.FieldProblems, match=why):
        add(empty, "event", **({"title": "Forum", "start": "2021"} | texts))


def test_a_pasted_line_break_is_a_space_in_a_name_and_stays_in_a_description(empty: Store, add: Add) -> None:
    event = add(empty, "event", title="A\u00a0long\n title", description="One.\n\nTwo.", city="Hue\u0302\u0301")
    assert (event["title"], event["description"], event["city"]) == ("A long title", "One.\n\nTwo.", "Huế")


def test_a_retired_id_is_not_given_again(empty: Store, add: Add) -> None:
    add(empty, "participant", name="Arts Council")
    rows.insert(empty, records.RETIRED_ID, [{"id": "arts-board", "record": "arts-council"}])
    assert add(empty, "participant", name="Arts Board")["id"] == "arts-board-2"


def test_the_same_fact_has_the_same_id_in_every_dataset(sample: Store, add: Add) -> None:
    role = add(sample, "role", participant="unesco", role="patron", event=CONCERT)
    assert role["id"] == "role-d8yg06gj06dc5"


# --- roles --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "participant", ["KOFICE", "kofice", "kof", "Korean foundation for international cultural exchange"]
)
@pytest.mark.parametrize("event", [CONCERT, "asean-korea-mus", "2025 ASEAN-Korea Music Concert"])
def test_a_role_finds_both_by_any_way_to_say_them(sample: Store, add: Add, participant: str, event: str) -> None:
    role = add(sample, "role", participant=participant, role="organiser", event=event)
    assert (role["participant"], role["event"], role["programme"]) == ("kofice", CONCERT, None)


@pytest.mark.parametrize("named", ["ASEM", "Asia-Europe Meeting", "asem"])
def test_a_role_in_a_programme_is_said_like_one_in_an_event(sample: Store, add: Add, named: str) -> None:
    role = add(sample, "role", participant="unesco", role="observer", event=named)
    assert (role["event"], role["programme"]) == (None, "asem")


def test_an_ambiguous_event_lists_its_candidates(sample: Store, add: Add) -> None:
    with pytest.raises(errors.FieldProblems) as caught:
        add(sample, "role", participant="asef", role="host", event="asef-policy-panel-at")
    assert "asef-policy-panel-at-the-7th-asem-culture-ministers-meeting-2016" in caught.value.sentence
    assert "asef-policy-panel-at-the-8th-asem-culture-ministers-meeting-2018" in caught.value.sentence


def test_a_session_of_another_event_is_refused(sample: Store, add: Add) -> None:
    with pytest.raises(errors.FieldProblems, match="is a session of another event"):
        add(
            sample,
            "role",
            participant="min",
            role="speaker",
            event=CONCERT,
            session="Cultural Literacy in the Age of AI",
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Supertone", "supertone", id="a participant"),
        pytest.param("Viet Nam", "VN", id="a country"),
        pytest.param("asean", "ASEAN", id="a group"),
    ],
)
def test_whom_a_role_stands_for(sample: Store, add: Add, text: str, expected: str) -> None:
    role = add(sample, "role", participant="lee-kyogu", role="delegate", event=CONCERT, on_behalf_of=text)
    assert role["on_behalf_of"] == expected


def test_an_affiliation_that_is_no_participant_stays_as_it_is_written(sample: Store, add: Add) -> None:
    affiliations = "Seoul National University; a band, of sorts ;supertone"
    role = add(sample, "role", participant="min", role="speaker", event=CONCERT, affiliations=affiliations)
    assert role["affiliations"] == ["seoul-national-university", "a band, of sorts", "supertone"]


def test_the_same_role_from_two_sources_is_one_row_with_two_claims(sample: Store, add: Add, claims: Claims) -> None:
    texts = {"participant": "unesco", "role": "patron", "event": CONCERT}
    first = add(sample, "role", source="diplomacy", quotes={"role": "under the auspices of UNESCO"}, **texts)
    before = rows.count(sample, records.ROLE)
    second = add(sample, "role", source="newsflash", quotes={"role": "UNESCO supports it"}, **texts)
    assert second == first
    assert rows.count(sample, records.ROLE) == before
    assert [(claim["source"], claim["quote"]) for claim in claims(sample, first["id"])] == [
        ("diplomacy-journal-korea-asean", "under the auspices of UNESCO"),
        ("newsflash-asean-korea-forum", "UNESCO supports it"),
    ]


def test_the_same_fact_without_a_source_is_refused(sample: Store, add: Add) -> None:
    texts = {"participant": "kofice", "role": "partner", "event": CONCERT}
    with pytest.raises(errors.ExchangeError, match="is there already"):
        add(sample, "role", **texts)


def test_a_second_source_fills_what_a_role_left_open_and_overrules_nothing(
    sample: Store, add: Add, claims: Claims
) -> None:
    texts = {"participant": "na-taejoo", "role": "quoted", "event": CONCERT}
    add(sample, "role", **texts)
    add(sample, "role", source="diplomacy", capacity="singer", **texts)
    third = add(sample, "role", source="newsflash", capacity="trot singer", **texts)
    assert third["capacity"] == "singer"
    assert rows.get(sample, records.ROLE, third["id"]) == third
    assert [claim["value"] for claim in claims(sample, third["id"], "capacity")] == ["singer", "trot singer"]


# --- what several fields are read from, and how ambiguous names are read ---------------------------------------------


def test_companions_are_filled_by_the_same_words(empty: Store, add: Add) -> None:
    added = add(empty, "event", title="Forum", start="21 (Wed) to 22 (Thu) October 2020", attendance="some 3,000")
    assert (added["start"], added["end"]) == ("2020-10-21", "2020-10-22")
    assert (added["attendance"], added["attendance_approximate"]) == (3000, True)


def test_a_companion_that_is_given_is_not_overruled(empty: Store, add: Add) -> None:
    added = add(empty, "event", title="Forum", start="1-2 March 2018", end="2018-03-03", attendance="3000")
    assert added["end"] == "2018-03-03"
    assert added["attendance_approximate"] is None


def test_korea_is_asked_about(empty: Store, add: Add) -> None:
    with pytest.raises(errors.FieldProblems) as caught:
        add(empty, "participant", name="Band", country="Korea")
    assert '--country: "Korea" could be KR (' in caught.value.sentence
    assert caught.value.hint is not None
    assert 'exchange dataset --readings "Korea=KR"' in caught.value.hint


def test_a_rule_of_the_dataset_reads_korea_and_says_so(
    empty: Store, add: Add, claims: Claims, command: Command
) -> None:
    beginning.describe(empty, command, {"readings": "Korea=KR"})
    added = add(empty, "participant", name="Band", country="Korea", kind="ensemble")
    assert added["country"] == "KR"
    (claim,) = claims(empty, added["id"])
    assert (claim["field"], claim["value"], claim["as_printed"]) == ("country", "KR", "Korea")
    assert claim["inferred"] == "read by the dataset's rule Korea=KR"
    assert claim["source"] is None
