"""The query language by its answers, what it refuses, and its laws."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.model import records
from exchangecli.query import reading
from exchangecli.query.asking import Question
from exchangecli.query.parser import DEEPEST, parse
from exchangecli.store import conditions, finding, listing, rows
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation
from exchangecli.store.sql import any_of
from exchangecli.store.ways import Terms
from specification import (
    ALL,
    CONCERT,
    DILI,
    EVENTS,
    FORUM,
    FORUM_20,
    OTHER_KINDS,
    PANEL_7,
    SEVENTH,
    THROUGH,
    TODAY,
)


def found(store: Store, query: str, kind: str = "event") -> set[str]:
    return set(listing.ids(store, Selection(records.KINDS[kind], query)))


@pytest.mark.parametrize(("query", "expected"), EVENTS, ids=[query or "nothing" for query, _ in EVENTS])
def test_events(store: Store, query: str, expected: set[str]) -> None:
    assert found(store, query) == expected


@pytest.mark.parametrize(("kind", "query", "expected"), OTHER_KINDS, ids=[f"{k} {q}" for k, q, _ in OTHER_KINDS])
def test_other_kinds(store: Store, kind: str, query: str, expected: set[str]) -> None:
    assert found(store, query, kind) == expected


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
    what = reading.meaning(Question(finding.Names(store), query, today=TODAY), records.EVENT, parse(query))
    asked = any_of(conditions.answer(store, records.EVENT, what, Terms(TODAY)).branches)
    found_ = store.connection.execute(f"SELECT id FROM event WHERE {asked.text}", asked.values)
    assert {row["id"] for row in found_} == expected


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
    ("attendance:3,000", "3,000", "could part two values; write 3000, or one term for each"),
    ("attendance:1,000..", "1,000..", "write 1000.., or one term for each"),
    ("attendance:>1,000", ">1,000", "write >1000"),
    ("attendance:1,000..2,000", "1,000", "write 1000..2000"),
    ("kind:concert attendance:1,250,000", "1,250", "write 1250000"),
    ("date:2018...2019", "2018", "has three dots"),
    ("edition:2...3", "2...3", "which has two dots"),
    ("edition:sixth", "sixth", "is not a number or a range"),
    ("edition:9..6", "9..6", "is not a range that begins with its lowest number"),
    ("attendance:nan", "nan", "is not a number or a range"),
    ("programme:zzz", "zzz", 'no programme is called "zzz"'),
    ("programme:ase", "ase", '"ase" could be several records'),
    ("role:wizard", "wizard", "is not in the list of roles"),
    ("start_time:25:00", "25:00", "25:00"),
    ('disciplines:";"', '";"', "names nothing to look for"),
    ("title:!!", "!!", "has no letter or digit to look for"),
    ("!! ??", "!!", "has no letter or digit to look for"),
    ("concert not !!", "!!", "has no letter or digit to look for"),
    ("has:conflct", "conflct", "did you mean conflict"),
    ("organizr:kofice", "organizr", 'events have no field "organizr"; did you mean organiser or co_organiser?'),
    ("speaker:nobody", "nobody", 'no participant is called "nobody"'),
    ("edited:soon", "soon", "is not a date that can be read"),
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
    for name in set(reading.names(records.KINDS[kind])) - {"edited", "has"}:
        assert reading.knows(records.KINDS[kind], name)
        some, none = found(store, f"{name}:any", kind), found(store, f"{name}:none", kind)
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


DAYS = st.dates(date(2000, 1, 1), date(2027, 1, 1)).map(date.isoformat)
NUMBERS = st.integers(0, 10)
ENDS = st.sampled_from(
    [
        ("date", DAYS),
        ("start", DAYS),
        ("edition", NUMBERS.map(str)),
        ("attendance", NUMBERS.map(lambda n: str(n * 500))),
    ]
).flatmap(lambda one: st.tuples(st.just(one[0]), st.lists(one[1], min_size=4, max_size=4)))


@given(ENDS)
@of_a_shared_dataset
def test_a_range_is_what_both_its_ends_let_through_and_grows_with_them(
    store: Store, ends: tuple[str, list[str]]
) -> None:
    field, values = ends
    first, low, high, last = sorted(values, key=lambda value: (len(value), value))
    inner = found(store, f"{field}:{low}..{high}")
    assert inner == found(store, f"{field}:{low}..") & found(store, f"{field}:..{high}")
    assert inner <= found(store, f"{field}:{first}..{last}") <= found(store, f"{field}:any")


FIELDS = sorted({name for kind in records.LISTED for name in reading.names(records.KINDS[kind])})
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
@settings(of_a_shared_dataset, deadline=None)
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
