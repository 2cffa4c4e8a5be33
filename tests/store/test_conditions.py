"""The query language by its answers: each row is a query and the records it finds. This table is its specification."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.model import records
from exchangecli.query.parser import DEEPEST, parse
from exchangecli.store import conditions, listing, opening, rows
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation
from exchangecli.store.questions import Question
from exchangecli.store.relations import RELATIONS

CONCERT = "asean-korea-music-concert-2025"
FORUM = "asean-korea-innovative-culture-forum-2025"
FORUM_20, FORUM_21 = (f"asean-rok-culture-innovation-summit-{year}" for year in (2020, 2021))
FORUM_22, FORUM_23, FORUM_24 = (f"asean-korea-innovative-culture-forum-{year}" for year in (2022, 2023, 2024))
EXHIBITION = "asean-korea-innovative-culture-exhibition-2023"
FIRST = "1st-asem-culture-ministers-meeting-2003"
SECOND = "2nd-asem-culture-ministers-meeting-2005"
THIRD = "3rd-asem-culture-ministers-meeting-2008"
FOURTH = "4th-asem-culture-ministers-meeting-2010"
FIFTH = "5th-asem-culture-ministers-meeting-2012"
SIXTH = "6th-asem-culture-ministers-meeting-2014"
SEVENTH = "7th-asem-culture-ministers-meeting-2016"
EIGHTH = "8th-asem-culture-ministers-meeting-2018"
PANEL_7 = "asef-policy-panel-at-the-7th-asem-culture-ministers-meeting-2016"
PANEL_8 = "asef-policy-panel-at-the-8th-asem-culture-ministers-meeting-2018"
WORKSHOP = "asem-workshop-enhancing-asem-visibility-through-cultural-2010"
FORUMS = {FORUM_20, FORUM_21, FORUM_22, FORUM_23, FORUM_24, FORUM}
MEETINGS = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH}
SAMPLE = FORUMS | MEETINGS | {CONCERT, EXHIBITION, PANEL_7, PANEL_8, WORKSHOP}

ADDED: list[dict[str, Any]] = [
    # Timor-Leste joined ASEAN on 26 October 2025, Laos on 23 July 1997.
    {"id": "dili-25", "title": "Dili on the eve", "country": "TL", "start": "2025-10-25"},
    {"id": "dili-26", "title": "Dili on the day", "country": "TL", "start": "2025-10-26"},
    {"id": "dili-oct", "title": "Dili some day", "country": "TL", "start": "2025-10"},
    {"id": "dili-over", "title": "Dili over it", "country": "TL", "start": "2025-10-25", "end": "2025-10-27"},
    {"id": "lao-22", "title": "Vientiane on the eve", "country": "LA", "start": "1997-07-22"},
    {"id": "lao-23", "title": "Vientiane on the day", "country": "LA", "start": "1997-07-23"},
    {"id": "lao-97", "title": "Vientiane that year", "country": "LA", "start": "1997"},
    {"id": "lao-undated", "title": "Vientiane at no date", "country": "LA"},
    {
        "id": "lodz",
        "title": "Łódź: “Tradition & Future” 国際音楽祭",
        "programme": "asem-cultural-festivals",
        "edition": 3,
        "kind": "festival",
        "disciplines": ["music", "dance"],
        "mode": "hybrid",
        "status": "postponed",
        "start": "2018-02-28",
        "end": "2018-03-02",
        "start_time": "19:30",
        "timezone": "Europe/Warsaw",
        "venue": "EC1 Łódź",
        "city": "Łódź",
        "country": "PL",
        "latitude": 51.75,
        "longitude": 19.5,
        "attendance": 250,
        "attendance_approximate": False,
        "taking_part": ["PL", "EU"],
        "languages": ["pl", "zh-Hant"],
        "url": "https://example.org/lodz",
    },
    {"id": "decade", "title": "Some time in the decade", "start": "201X"},
    {"id": "undated", "title": "At no date, nowhere"},
]
ALL = SAMPLE | {event["id"] for event in ADDED}
DILI = {"dili-25", "dili-26", "dili-oct", "dili-over"}
LAO = {"lao-22", "lao-23", "lao-97", "lao-undated"}
IN_ASEAN = {CONCERT, WORKSHOP, EXHIBITION, THIRD, FIFTH, FORUM_22, FORUM_23, FORUM_24, FORUM, "dili-26", "lao-23"}
"""Held in a country that was a member on the day: not the forums of 2020, in Korea, and 2021, in no country."""
TODAY = date(2025, 11, 10)


@pytest.fixture(scope="module")
def store(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample, and events for what it does not show; no test here writes to it."""
    path = tmp_path_factory.mktemp("conditions") / "exchange.db"
    shutil.copy(sample_file, path)
    with opening.opened(path, writing=True) as opened:
        with operation(opened, Command("exchange test", "tester")):
            rows.insert(opened, records.EVENT, ADDED)
            rows.insert(opened, records.MEMBERSHIP, [{"id": "m", "group": "Visegrád", "member": "PL"}])
        yield opened


def found(store: Store, query: str, kind: str = "event") -> set[str]:
    return set(listing.ids(store, Selection(records.KINDS[kind], query)))


EVENTS: list[tuple[str, set[str]]] = [
    # words
    ("", ALL),
    ("concert", {CONCERT}),
    ("CONCERT music", {CONCERT}),
    ("concert forum", set()),
    ("lodz", {"lodz"}),
    ("ŁÓDŹ", {"lodz"}),
    ("音楽", {"lodz"}),
    ("際音楽祭", {"lodz"}),
    ("tradition&future", {"lodz"}),
    ("asean-korea", {CONCERT, EXHIBITION} | FORUMS - {FORUM_20, FORUM_21}),
    ('"korea asean"', set()),
    ('"asem culture ministers\' meeting"', MEETINGS | {PANEL_7, PANEL_8}),
    ('"music concert"', {CONCERT}),
    ('"concert music"', set()),
    ("innovate", {FORUM}),
    ("vientia", LAO | {FORUM_22}),
    ('"vientia"', set()),
    # and, or, not, parentheses
    ("concert or forum", {CONCERT, FORUM_22, FORUM_23, FORUM_24, FORUM}),
    ("panel not 7th", {PANEL_8}),
    ("panel -7th", {PANEL_8}),
    ("panel NOT 7th", {PANEL_8}),
    ("not (country:KR or country:BG) asem", {WORKSHOP} | MEETINGS - {SEVENTH, EIGHTH}),
    ("(concert or forum) country:SG", {FORUM}),
    ("concert or forum country:SG", {CONCERT, FORUM}),
    ("not not concert", {CONCERT}),
    ("--concert", {CONCERT}),
    ('"not"', set()),
    # text fields
    ("title:concert", {CONCERT}),
    ("title:conc", set()),
    ('title:"korea music"', {CONCERT}),
    ("title:korea-music", {CONCERT}),
    ("title:音楽", {"lodz"}),
    ("title:祭", {"lodz"}),
    ("title:楽音", set()),
    ("city:lodz", {"lodz"}),
    ('city:"ho chi minh"', {CONCERT}),
    ("city:minh,sofia", {CONCERT, EIGHTH, PANEL_8}),
    ("venue:gallery", {FORUM_24, FORUM}),
    ("url:example", {"lodz"}),
    # words of a list
    ("kind:concert", {CONCERT}),
    ("kind:Concert,festival", {CONCERT, "lodz"}),
    ("kind:policy-panel", {PANEL_7, PANEL_8}),
    ("disciplines:dance", {"lodz"}),
    ("disciplines:music", {CONCERT, "lodz"}),
    ("disciplines:music disciplines:dance", {"lodz"}),
    ('disciplines:"dance; digital_new_media"', {"lodz", FORUM_21, FORUM_23, FORUM_24, FORUM}),
    ("mode:hybrid", {"lodz"}),
    ("status:postponed", {"lodz"}),
    ("not status:held", ALL - SAMPLE),
    # numbers
    ("edition:6", {SIXTH, FORUM}),
    ("edition:6..7", {SIXTH, FORUM, SEVENTH}),
    ("edition:7..", {SEVENTH, EIGHTH}),
    ("edition:..3", {"lodz", FIRST, SECOND, THIRD, FORUM_20, FORUM_21, FORUM_22}),
    ("edition:>7", {EIGHTH}),
    ("edition:>=7", {SEVENTH, EIGHTH}),
    ("edition:<6,8", {"lodz"} | MEETINGS - {SIXTH, SEVENTH} | FORUMS - {FORUM}),
    ("attendance:1000..", {CONCERT}),
    ('attendance:"1,000.."', {CONCERT}),
    ("attendance:<3000", {"lodz", FORUM_23}),
    ("attendance:..", {CONCERT, FORUM_23, "lodz"}),
    ("attendance_approximate:yes", {CONCERT}),
    ("attendance-approximate:no", {"lodz"}),
    ("latitude:51.5..52", {"lodz"}),
    ("latitude:>51.5", {"lodz"}),
    ("latitude:<51.75", set()),
    ("longitude:-20..19", set()),
    # times, zones, languages, ids
    ("start_time:19:30", {"lodz"}),
    ('start-time:"7.30 pm"', {"lodz"}),
    ("timezone:Europe/Warsaw", {"lodz"}),
    ("languages:pl", {"lodz"}),
    ("languages:zh-Hant", {"lodz"}),
    ("id:asean-korea-", {CONCERT, EXHIBITION} | FORUMS - {FORUM_20, FORUM_21}),
    ("id:lodz,undated", {"lodz", "undated"}),
    # countries and groups
    ("country:VN", {CONCERT, WORKSHOP}),
    ('country:"Viet Nam"', {CONCERT, WORKSHOP}),
    ("country:베트남", {CONCERT, WORKSHOP}),
    ("country:BG,SG", {EIGHTH, PANEL_8, FORUM}),
    ("country:TL", DILI),
    ("country:ASEAN", IN_ASEAN),
    ("country:asean country:TL", {"dili-26"}),
    ("country:ASEAN,KR", IN_ASEAN | {SEVENTH, PANEL_7, FORUM_20}),
    ("not country:ASEAN country:TL", DILI - {"dili-26"}),
    ("country:CLMV", LAO | {CONCERT, WORKSHOP, FORUM_22}),
    ("country:EU", {SECOND, FOURTH, SIXTH, EIGHTH, PANEL_8, "lodz"}),
    ("country:visegrád", {"lodz", FOURTH}),
    ("taking_part:ASEAN", {FORUM}),
    ("taking-part:EU", {"lodz"}),
    ("taking_part:PL,KR", {"lodz", FORUM}),
    # years and dates
    ("year:2016", {SEVENTH, PANEL_7}),
    ("year:2016..2018", {SEVENTH, PANEL_7, EIGHTH, PANEL_8, "lodz"}),
    ("date:2016", {SEVENTH, PANEL_7}),
    ("date:2016-06", {SEVENTH}),
    ("date:2016-07..2016-12", set()),
    ("date:2015..2016", {SEVENTH, PANEL_7}),
    ("date:201X", {FOURTH, FIFTH, SIXTH, SEVENTH, PANEL_7, EIGHTH, PANEL_8, "lodz", "decade", WORKSHOP}),
    ("date:2018-03", {"lodz", EIGHTH}),
    ("date:2018-03-01", {"lodz", EIGHTH}),
    ("date:2018-02", {"lodz"}),
    ("date:2008", {THIRD}),
    ("date:2008-04", {THIRD}),
    ("date:2018-03-03..2018-03-09", set()),
    ("date:2025-11-01..2025-11-08", {CONCERT, FORUM}),
    ('date:"1-7 November 2025"', {CONCERT}),
    ("date:2025-10", DILI),
    ("date:..1999", {"lao-22", "lao-23", "lao-97"}),
    ('date:"until 1999"', {"lao-22", "lao-23", "lao-97"}),
    ("date:2025-11..", {CONCERT, FORUM}),
    ("date:1997,2010", {"lao-22", "lao-23", "lao-97", WORKSHOP, FOURTH}),
    ("date:2025-23", {CONCERT, FORUM} | DILI),
    ("not date:1900..", {"undated", "lao-undated"}),
    ("start:2018", {EIGHTH, PANEL_8, "lodz"}),
    ("start:2018-02", {"lodz"}),
    ("end:2018-03", {"lodz", EIGHTH}),
    # none and any
    ("country:none", {"decade", "undated", FORUM_21}),
    ("country:any not country:VN,KR,BG,SG,TL,LA,CN,FR,MY,NL,ID", {"lodz", FOURTH}),
    ("date:none", {"undated", "lao-undated"}),
    ("year:ANY", ALL - {"undated", "lao-undated"}),
    ("edition:none kind:festival,concert", {CONCERT}),
    ("disciplines:none", ALL - SAMPLE - {"lodz"}),
    ("latitude:any", {"lodz"}),
    ("programme:none", (ALL - SAMPLE - {"lodz"}) | {EXHIBITION}),
    ("programme:any", SAMPLE - {EXHIBITION} | {"lodz"}),
    ("role:none", (ALL - SAMPLE) | MEETINGS | {FORUM_22, EXHIBITION}),
    ("participant:any", {CONCERT, PANEL_7, PANEL_8, WORKSHOP} | FORUMS - {FORUM_22}),
    ("source:none", ALL - SAMPLE),
    # records
    ("programme:asef-policy-panels", {PANEL_7, PANEL_8}),
    ("programme:asem", MEETINGS | {WORKSHOP, "lodz"}),
    ('programme:"ASEM CMM"', MEETINGS),
    ("programme:COCC", MEETINGS),
    ('programme:"ASEAN-ROK Culture Innovation Summit"', FORUMS),
    ("programme:future-innovation", {CONCERT, FORUM}),
    ("not programme:asem", ALL - MEETINGS - {WORKSHOP, "lodz"}),
    ("also-under:future-innovation", {FORUM}),
    ("part-of:7th", {PANEL_7}),
    ("part_of:any", {PANEL_7, PANEL_8, EXHIBITION}),
    ("role:mc", {CONCERT}),
    ("role:keynote_speaker", {FORUM}),
    ('role:"Keynote speaker"', {FORUM}),
    ("role:sponsor", {CONCERT, WORKSHOP}),
    ("participant:kofice", {CONCERT} | FORUMS - {FORUM_22}),
    ('participant:"Duc Phuc"', {CONCERT}),
    ("participant:ASEF,VTV", {PANEL_7, PANEL_8, WORKSHOP}),
    ("source:newsflash", {FORUM}),
    ("source:asef-culture", {SEVENTH, EIGHTH, PANEL_7, PANEL_8, WORKSHOP}),
]


@pytest.mark.parametrize(("query", "expected"), EVENTS, ids=[query or "nothing" for query, _ in EVENTS])
def test_events(store: Store, query: str, expected: set[str]) -> None:
    assert found(store, query) == expected


OTHER_KINDS: list[tuple[str, str, set[str]]] = [
    ("participant", "kind:ensemble", {"ahof", "girls-generation", "kep1er"}),
    ("participant", "문화", {"kofice"}),
    ("participant", "role:mc", {"sooyoung", "manh-cuong"}),
    ("participant", "role:organiser country:KR", {"kofice", "ministry-of-culture-sports-and-tourism"}),
    ("participant", "acronym:kofice", {"kofice"}),
    ("participant", "event:asef-policy-panel-at-the-7th", {"asef"}),
    ("participant", "country:ASEAN", {"duc-phuc", "min", "vtv"}),
    ("participant", "city:sofia", {"asef"}),
    ("participant", "year:2010", {"asef"}),
    ("participant", "role:none country:VN", {"vtv"}),
    ("participant", "event:none role:any", {"european-union", "asean-secretariat"}),
    ("programme", "parent:asem", {"asem-cultural-festivals", "asem-culture-ministers-meeting",
                                  "asem-foreign-ministers-meetings", "asem-summits"}),
    ("programme", "date:2000", {"asem"}),
    ("programme", "start:1996", {"asem"}),
    ("programme", "date:2020..", {"asem", "asean-korea-innovative-culture-forum"}),
    ("programme", "frequency:biennial", {"asem-culture-ministers-meeting"}),
    ("programme", "role:organiser", {"future-innovation-cultural-exchange-initiative"}),
    ("programme", "participant:european-union", {"asem"}),
    ("programme", "FMMs", {"asem-foreign-ministers-meetings"}),
    ("figure", "value:30", {"figure-atwgkjn2f1zcn", "figure-0mdq64j7fk5gz"}),
    ("figure", "value:>20.5 value:<30", {"figure-188vj6mvacpe1", "figure-2bw39hk2b5j0w"}),
    ("figure", "record:asem", {"figure-atwgkjn2f1zcn", "figure-188vj6mvacpe1"}),
    ("figure", "forum", {"figure-900d6vn6btmsj", "figure-d40jrj2ctkzxq", "figure-3tnt82k3jvcqr",
                         "figure-0mdq64j7fk5gz"}),
    ("source", "kind:web_page", {"asef-culture", "asef-at-culture-ministers-meetings", "mofa-japan-second-meeting",
                                 "asem-infoboard-cmm3", "asem-infoboard-cmm4", "asem-infoboard-cmm5",
                                 "nieuwe-instituut-asem", "pic-hub-forum-2022", "what-kofice-does"}),
    ("source", "author:kayla", {"diplomacy-journal-korea-asean"}),
    ("source", "date:none title:culture publisher:asef language:en kind:web_page",
     {"asef-culture", "asef-at-culture-ministers-meetings"}),
    ("source", "language:en origin:any", {"newsflash-asean-korea-forum", "city-weekly-forum-2025",
                                          "bulgarian-presidency-announcement", "tourism-indonesia-yogyakarta"}),
    ("source", "origin:forum-2023-press-release", {"ohmynews-mirror-man"}),
    ("source", "origin:unknown language:en published:2018", {"bulgarian-presidency-announcement"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "query", "expected"), OTHER_KINDS, ids=[f"{k} {q}" for k, q, _ in OTHER_KINDS])
def test_other_kinds(store: Store, kind: str, query: str, expected: set[str]) -> None:
    assert found(store, query, kind) == expected


THROUGH: list[tuple[str, str, str]] = [
    ("session", "city:singapore", "SELECT id FROM session"),
    ("session", "date:2025-11-08", "SELECT id FROM session"),
    ("session", "country:ASEAN not kind:keynote", "SELECT id FROM session WHERE kind IS NOT 'keynote'"),
    ("session", "event:asean-korea-innovative-culture-forum-2025", "SELECT id FROM session"),
    ("session", "position:1..2", "SELECT id FROM session WHERE position IN (1, 2)"),
    ("role", "participant:kofice", "SELECT id FROM role WHERE participant = 'kofice'"),
    ("role", "kofice", "SELECT id FROM role WHERE participant = 'kofice'"),
    ("role", "role:performer city:minh", "SELECT id FROM role WHERE role = 'performer'"),
    ("role", "capacity:minister", "SELECT id FROM role WHERE capacity LIKE '%Minister%'"),
    ("role", "affiliations:VTV", "SELECT id FROM role WHERE participant = 'manh-cuong'"),
    ("role", "programme:asem", "SELECT id FROM role WHERE programme = 'asem'"),
    ("role", "session:any", "SELECT id FROM role WHERE session IS NOT NULL"),
    ("role", "year:2016", f"SELECT id FROM role WHERE event IN ('{SEVENTH}', '{PANEL_7}')"),
]


@pytest.mark.parametrize(("kind", "query", "sql"), THROUGH, ids=[f"{kind} {query}" for kind, query, _ in THROUGH])
def test_what_belongs_to_events(store: Store, kind: str, query: str, sql: str) -> None:
    expected = {row["id"] for row in store.connection.execute(sql)}
    assert found(store, query, kind) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("date:-9d..", {CONCERT, FORUM}),
        ("date:-3d..", {FORUM}),
        ("date:-1w..+1m", {FORUM}),
        ("date:-2d", {FORUM}),
        ("date:-1m..-2w", DILI - {"dili-oct"}),
    ],
)
def test_days_counted_from_today(store: Store, query: str, expected: set[str]) -> None:
    asked = conditions.condition(Question(store, query, today=TODAY), records.EVENT, parse(query))
    assert {
        row["id"] for row in store.connection.execute(f"SELECT id FROM event WHERE {asked.text}", asked.values)
    } == (expected)


def test_an_ambiguous_country_is_read_as_the_dataset_reads_it(sample: Store) -> None:
    rows.update(sample, records.DATASET, "dataset", {"readings": None})
    with pytest.raises(errors.QueryProblem, match="could be"):
        found(sample, "country:Korea")
    rows.update(sample, records.DATASET, "dataset", {"readings": ["Korea=KR"]})
    assert found(sample, "country:Korea") == {SEVENTH, PANEL_7, FORUM_20}


@pytest.fixture
def changed(sample: Store, command: Command) -> Store:
    """The sample, with a member that left its group, sessions on days of their own, and roles for countries."""
    with operation(sample, command):
        bodies = [("london", "GB"), ("paris", "FR"), ("hanoi", "VN"), ("nowhere", None)]
        rows.insert(sample, records.PARTICIPANT, [{"id": id_, "name": id_, "country": code} for id_, code in bodies])
        rows.insert(
            sample, records.EVENT, [{"id": "tour", "title": "Tour", "start": "2019-05-01", "end": "2019-05-09"}]
        )
        days = [("second", "2019-05-02"), ("undated", None)]
        rows.insert(
            sample,
            records.SESSION,
            [{"id": id_, "event": "tour", "title": id_, "start": day} for id_, day in days],
        )
        parts: list[dict[str, Any]] = [
            {"id": "own", "participant": "hanoi"},
            {"id": "left", "participant": "london"},
            {"id": "for-another", "participant": "paris", "country": "VN"},
            {"id": "for-a-country", "participant": "paris", "country": "KR", "on_behalf_of": "VN"},
            {"id": "for-a-group", "participant": "paris", "country": "VN", "on_behalf_of": "EU"},
            {"id": "for-a-body", "participant": "hanoi", "on_behalf_of": "paris"},
            {"id": "stateless", "participant": "nowhere"},
        ]
        rows.insert(sample, records.ROLE, [{"event": "tour", "role": "performer"} | part for part in parts])
    return sample


@pytest.mark.parametrize(
    ("kind", "query", "expected"),
    [
        ("participant", "country:EU id:london,paris", {"paris"}),
        ("participant", "country:GB id:london,paris", {"london"}),
        ("role", "country:VN event:tour", {"own", "for-another", "for-a-country", "for-a-group", "for-a-body"}),
        ("role", "country:KR event:tour", set()),
        ("role", "country:EU event:tour", {"left"}),
        ("role", "country:none event:tour", {"stateless"}),
        ("role", "country:any event:tour id:stateless,own", {"own"}),
        ("role", "year:2019 event:tour id:own,left", {"own", "left"}),
        ("session", "event:tour date:2019-05-02", {"second"} | {"undated"}),
        ("session", "event:tour date:2019-05-01", {"undated"}),
        ("session", "event:tour year:2019", {"second", "undated"}),
        ("session", "event:tour date:none", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_days_and_countries_of_what_belongs_to_an_event(
    changed: Store, kind: str, query: str, expected: set[str]
) -> None:
    assert found(changed, query, kind) == expected


# --- what is refused --------------------------------------------------------------------------------------------

PROBLEMS = [
    ("country:Congo,VN", "Congo", "could be CD"),
    ("country:VN,Congo", "Congo", "could be CD"),
    ('country:VN,"Atlantis",KR', '"Atlantis"', "is not a country name or code known here"),
    ("contry:VN", "contry", 'events have no field "contry"; did you mean country?'),
    ("concert plce:x", "plce", 'events have no field "plce"'),
    ("date:soon", "soon", "is not a date that can be read"),
    ("concert date:2025-13", "2025-13", "names a month that does not exist"),
    ("date:2025..2010", "2025", "ends before it starts"),
    ("date:-9999y..", "-9999y", "is further away than the calendar goes"),
    ("country:Congo", "Congo", "could be C"),
    ("country:Atlantis", "Atlantis", "is not a country name or code known here"),
    ("kind:forun", "forun", "did you mean forum_conference"),
    ("edition:sixth", "sixth", "is not a number or a range"),
    ("edition:9..6", "9..6", "is not a range that begins with its lowest number"),
    ("attendance:nan", "nan", "is not a number or a range"),
    ("programme:zzz", "zzz", 'no programme is called "zzz"'),
    ("programme:ase", "ase", '"ase" could be several records'),
    ("role:wizard", "wizard", "is not in the list of roles"),
    ("start_time:25:00", "25:00", "25:00"),
    ('disciplines:";"', '";"', "names nothing to look for"),
    ("title:!!", "!!", "has no letter or digit to look for"),
    ("concert !!", "!!", "has no letter or digit to look for"),
    ("https://example.org", "https", 'events have no field "https"'),
]


@pytest.mark.parametrize(("query", "place", "problem"), PROBLEMS, ids=[query for query, *_ in PROBLEMS])
def test_what_is_refused_with_its_place_marked(store: Store, query: str, place: str, problem: str) -> None:
    with pytest.raises(errors.QueryProblem) as raised:
        found(store, query)
    assert raised.value.exit_code == 2
    assert problem in raised.value.sentence
    *_, shown, mark = raised.value.sentence.split("\n")
    assert shown.strip() == query
    assert shown[mark.index("^") :].startswith(place)


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("country:Viet Nam", """'country:"Viet Nam"'"""),
        ("country:VN,Viet Nam", """'country:VN,"Viet Nam"'"""),
        ("concert (country:Viet Nam)", """'country:"Viet Nam"'"""),
        ("country:Viet,VN Nam", None),
        ("country:Viet", None),
        ('country:"Viet" Nam', None),
        ("country:Viet or concert", None),
        ("country:Viet not concert", None),
        ("country:Viet year:2025", None),
        ('country:Viet "Nam"', None),
    ],
)
def test_quotation_marks_are_hinted_at_only_where_the_shell_may_have_taken_them(
    store: Store, query: str, hint: str | None
) -> None:
    with pytest.raises(errors.QueryProblem) as raised:
        found(store, query)
    assert raised.value.hint == (hint and f"two words want quotation marks that the shell leaves: {hint}")


def test_an_unknown_field_with_nothing_like_it_lists_them_all(store: Store) -> None:
    with pytest.raises(errors.QueryProblem) as raised:
        found(store, "xqzj:1", "participant")
    for name in ("acronym", "wikidata", "role", "city", "year"):
        assert name in raised.value.sentence


@pytest.mark.parametrize("kind", records.LISTED)
def test_every_field_that_may_be_named_can_be_asked(store: Store, kind: str) -> None:
    for name in conditions.names(records.KINDS[kind]):
        assert conditions.knows(records.KINDS[kind], name)
        some, none = found(store, f"{name}:any", kind), found(store, f"{name}:none", kind)
        if records.KINDS[kind].has(name) or (kind, name) in RELATIONS:
            assert some | none == found(store, "", kind), name
            assert not some & none, name


# --- laws -------------------------------------------------------------------------------------------------------

TERMS = [query for query, _ in EVENTS if query and "(" not in query]
DEEPER = re.compile(r"\(|\bnot |(?<![^\s(-])-")
"""Each parenthesis and negation of a query; a law puts at most three around it."""
QUERIES = st.recursive(
    st.sampled_from(TERMS),
    lambda inner: st.one_of(
        st.builds("({} or {})".format, inner, inner),
        st.builds("({} {})".format, inner, inner),
        st.builds("not ({})".format, inner),
    ),
    max_leaves=3,
).filter(lambda query: len(DEEPER.findall(query)) <= DEEPEST - 3)
of_a_shared_dataset = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(QUERIES)
@of_a_shared_dataset
def test_a_query_and_its_negation_part_the_events(store: Store, query: str) -> None:
    those, others = found(store, query), found(store, f"not ({query})")
    assert those | others == ALL
    assert not those & others


@given(QUERIES)
@of_a_shared_dataset
def test_a_double_negation_is_none(store: Store, query: str) -> None:
    assert found(store, f"not not ({query})") == found(store, query)


@given(QUERIES, QUERIES)
@of_a_shared_dataset
def test_or_and_and_are_union_and_intersection(store: Store, one: str, other: str) -> None:
    assert found(store, f"({one}) or ({other})") == found(store, one) | found(store, other)
    assert found(store, f"({one}) ({other})") == found(store, one) & found(store, other)


@given(QUERIES, QUERIES)
@of_a_shared_dataset
def test_de_morgan(store: Store, one: str, other: str) -> None:
    assert found(store, f"not (({one}) or ({other}))") == found(store, f"not ({one}) not ({other})")


FIELDS = sorted({name for kind in records.LISTED for name in conditions.names(records.KINDS[kind])})
NOISE = st.text(st.characters(), max_size=12)
VALUES = st.one_of(
    NOISE,
    st.sampled_from(
        ["..", "2025", "-3w..", ">", "none", "ASEAN", ";", "*", "^", "'", "%", "\0", "\ud800", "1e999", "٣"]
    ),
)
SOMETHING = st.one_of(
    NOISE,
    st.builds("{}:{}".format, st.sampled_from(FIELDS), VALUES),
    st.builds('{}:"{}"'.format, st.sampled_from(FIELDS), VALUES),
    st.sampled_from(["not", "or", "(", ")", "-", '"', ",", ":"]),
)
ANYTHING = st.lists(SOMETHING, max_size=5).map(" ".join)


def answer(store: Store, query: str, kind: str) -> int | str:
    """How many records a query finds, or what is wrong with it."""
    try:
        assert len(found(store, query, kind)) == listing.count(store, Selection(records.KINDS[kind], query))
        return len(found(store, query, kind))
    except errors.ExchangeError as problem:
        return problem.sentence


@given(query=ANYTHING, kind=st.sampled_from(records.LISTED))
@settings(of_a_shared_dataset, max_examples=400, deadline=None)
@example(query="a " * 49_000, kind="event")
@example(query='"' + "a " * 49_000 + '"', kind="event")
@example(query="a-" * 49_000, kind="role")
@example(query="country:" + ",".join(["ASEAN"] * 500), kind="event")
@example(query="programme:asem " * 500, kind="participant")
@example(query="city:a,b " * 250, kind="participant")
@example(query="not (year:2016 or programme:asem -(" * 2 + "programme:asem" + "))" * 2, kind="participant")
@example(query="year:2016 -(programme:asem or " * 4 + "programme:asem" + ")" * 4, kind="participant")
@example(query="(programme:asem or " * 8 + "programme:asem" + ")" * 8, kind="participant")
@example(query="country:asean not (country:asean or " * 4 + "country:asean" + ")" * 4, kind="event")
@example(query="(" * 5_000 + ")" * 5_000, kind="event")
@example(query="-" * 5_000 + "a", kind="event")
def test_any_text_has_an_answer_or_a_sentence(store: Store, query: str, kind: str) -> None:
    assert answer(store, query, kind) not in ("", None)
