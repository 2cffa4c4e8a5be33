"""Every query is answered twice, in SQL and by plain comparison: the two agree on any records and any query."""

import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchangecli.curate import beginning
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.query import reading
from exchangecli.query.asking import Question
from exchangecli.query.dataset import Dataset
from exchangecli.query.matching import matches
from exchangecli.query.parser import parse
from exchangecli.store import conditions, finding, listing, opening, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation
from exchangecli.store.ways import FEW, Terms
from specification import EVENTS, OTHER_KINDS, THROUGH, TODAY

WAYS = [
    Terms(TODAY, possible, walks, scans=walks, most=most)
    for possible, walks, most in itertools.product((False, True), (False, True), (FEW, 0))
]


def in_memory(store: Store) -> Dataset:
    """All that a store holds."""
    changes: dict[tuple[str, str], list[str]] = {}
    for row in store.connection.execute(
        """SELECT "table" AS kind, record, coalesce(operation.at, change.at) AS at
        FROM change LEFT JOIN operation ON operation.number = change.operation"""
    ):
        changes.setdefault((row["kind"], row["record"]), []).append(row["at"])
    held = {name: list(rows.where(store, kind, "1")) for name, kind in records.KINDS.items()}
    return Dataset(held, changes, today=TODAY)


class Answers(NamedTuple):
    """What a query finds in one way of asking, as (id) lists in order of their ids, by SQL and by plain comparison."""

    terms: Terms
    by_sql: list[str]
    plainly: list[str]


def answers(
    store: Store, dataset: Dataset, kind_name: str, query: str, *, by_membership: bool = False
) -> Iterator[Answers]:
    """Both answers to a query, in all ways."""
    kind = records.KINDS[kind_name]
    asked = Question(finding.Names(store), query, listing.rules(store), TODAY, by_membership)
    what = reading.meaning(asked, kind, parse(query))
    for terms in WAYS:
        known = Dataset(dataset.records, dataset.changes, terms.possible, TODAY)
        plainly = sorted(one["id"] for one in known.records[kind_name] if matches(what, kind, one, known))
        branches = conditions.answer(store, kind, what, terms).branches
        found = [
            row["id"]
            for one in branches
            for row in store.connection.execute(f"SELECT id FROM {kind_name} WHERE {one.text}", one.values)
        ]
        yield Answers(terms, sorted(found), plainly)


# --- the queries of the specification, on the sample ------------------------------------------------------------


@pytest.fixture(scope="module")
def dataset(store: Store) -> Dataset:
    return in_memory(store)


ASKED = [("event", query) for query, _ in EVENTS] + [(kind, query) for kind, query, _ in (*OTHER_KINDS, *THROUGH)]


@pytest.mark.parametrize(("kind", "query"), ASKED, ids=[f"{kind} {query}" for kind, query in ASKED])
def test_on_the_sample(store: Store, dataset: Dataset, kind: str, query: str) -> None:
    found: dict[bool, set[str]] = {}
    for terms, by_sql, plainly in answers(store, dataset, kind, query):
        assert by_sql == plainly, terms
        found[terms.possible] = set(by_sql)
    if "not" not in query and "-" not in query and "none" not in query:
        assert found[False] <= found[True], "what is certain is possible"


@pytest.mark.parametrize("kind", records.LISTED)
def test_any_and_none_of_every_field(store: Store, dataset: Dataset, kind: str) -> None:
    for name in set(reading.names(records.KINDS[kind])) - {"edited", "has"}:
        some, none = (list(answers(store, dataset, kind, f"{name}:{word}")) for word in ("any", "none"))
        for (terms, by_sql, plainly), (_, others, further) in zip(some, none, strict=True):
            assert (by_sql, others) == (plainly, further), (name, terms)
            assert sorted(by_sql + others) == sorted(one["id"] for one in dataset.records[kind]), name


# --- generated records and queries ------------------------------------------------------------------------------

PLACES = st.sampled_from(["VN", "KR", "KH", "FR", None])
GROUPS = st.sampled_from(["ASEAN", "EU", "Ours"])
SOME_DAYS = [
    "2024",
    "2024-03",
    "2024-03-05",
    "2024-03-31",
    "2023-12-30",
    "2025",
    "202X",
    "2024-22",
    "1999-04-30",
    "2024~",
]
DAYS = st.sampled_from([None, *SOME_DAYS])
ENDS = st.one_of(st.none(), st.sampled_from(["2024-04", "2025-01-02", "..", "2024"]))
IDS = {"event": "e", "participant": "p", "programme": "g", "session": "s", "source": "q"}


def ids(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"{IDS[kind]}{number}" for number in range(3)])


def or_none(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


WORDS = st.sampled_from(["Opening Concert", "Cultural Literacy", "문화정책 포럼", "Lễ hội", "Concert"])
FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "programme": {"name": WORDS, "start": DAYS, "end": ENDS, "country": PLACES},
    "event": {
        "title": WORDS, "programme": or_none(ids("programme")), "start": DAYS, "end": ENDS, "country": PLACES,
        "also_under": or_none(st.lists(ids("programme"), max_size=2)), "city": or_none(WORDS),
        "kind": st.sampled_from(["concert", "festival", None]), "status": st.sampled_from(["held", "cancelled"]),
        "disciplines": or_none(st.lists(st.sampled_from(["music", "dance"]), min_size=1, unique=True)),
        "attendance": or_none(st.integers(0, 3)), "edition": or_none(st.integers(1, 3)),
        "taking_part": or_none(st.lists(st.one_of(GROUPS, st.sampled_from(["VN", "FR"])), min_size=1, unique=True)),
    },
    "session": {"event": ids("event"), "title": WORDS, "start": DAYS, "kind": st.sampled_from(["keynote", None])},
    "participant": {"name": WORDS, "country": PLACES, "acronym": or_none(st.sampled_from(["KF", "문화"]))},
    "source": {"title": WORDS, "published": DAYS},
}  # fmt: skip
MANY: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "role": {
        "participant": ids("participant"), "event": ids("event"), "programme": or_none(ids("programme")),
        "session": or_none(ids("session")), "country": PLACES,
        "role": st.sampled_from(["organiser", "partner", "performer", "quoted"]),
        "on_behalf_of": st.sampled_from([None, "KR", "EU", "p1"]),
    },
    "claim": {
        "record": st.one_of(*map(ids, ("event", "participant", "session")), st.sampled_from(["role0", "role1"])),
        "rank": st.sampled_from(["normal", "normal", "preferred", "superseded", "deprecated"]),
        "field": st.sampled_from(["start", "city", "title", "role", "languages"]), "source": or_none(ids("source")),
        "value": st.sampled_from(["2024", "2024-03", "2025", "Seoul", "SEOUL", '["ko"]', '["vi","ko"]']),
    },
    "name": {"record": st.one_of(ids("event"), ids("participant")), "name": WORDS},
    "figure": {"record": ids("event"), "measure": st.just("delegation"), "value": st.just(1.0), "as_of": DAYS},
    "membership": {"group": GROUPS, "member": st.sampled_from(["VN", "KR", "FR"]), "start": DAYS, "end": ENDS},
}  # fmt: skip


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, list[Record]]:
    """Three records of each kind that has a name, linked at random, and some roles, claims, names, memberships.

    Some have an end before the start, as only another program can have written it.
    """
    made: dict[str, list[Record]] = {}
    for kind, fields in FIELDS.items():
        made[kind] = [{"id": f"{IDS[kind]}{n}"} | draw(st.fixed_dictionaries(fields)) for n in range(3)]
    for number, programme in enumerate(made["programme"][1:]):
        programme["parent"] = draw(st.sampled_from([None, f"g{number}"]))
    for number, event in enumerate(made["event"][1:]):
        event["part_of"] = draw(st.sampled_from([None, f"e{number}"]))
    for kind, fields in MANY.items():
        drawn = draw(st.lists(st.fixed_dictionaries(fields), max_size=5))
        made[kind] = [{"id": f"{kind}{number}"} | one for number, one in enumerate(drawn)]
    made["membership"].append({"id": "first", "group": "Ours", "member": "FR"})
    return made


OF_EVENTS = """
concert · 문화 · "opening concert" · cultural · title:concert · city:literacy · kind:concert · kind:concert,festival
status:held · status:cancelled,held · discipline:music · attendance:1..2 · attendance:">1" · edition:..2 · country:VN
country:VN,KR · country:ASEAN · country:EU,FR · country:Ours · programme:g0 · programme:g1,g2 · part-of:e0 · part-of:any
participant:p0 · participant:p1,p2 · organiser:p1 · partner:any · role:organiser,partner · role:quoted · session:s1
session:literacy · session:none · source:q0 · source:any · taking-part:VN · taking-part:KR · taking-part:EU
taking-part:Ours,KH · taking-part:none · has:conflict · has:no-source · edited:-1d.. · edited:..2024 · id:e
programme:none · also_under:g2
"""
OTHERS = {
    "role": """country:VN · country:EU · country:none · organiser:p1 · participant:p0 year:2024 · concert · date:2024
has:conflict · city:literacy""",
    "participant": """country:EU · role:organiser · event:e1 · year:2024 · has:conflict · kind:none · 문화 · source:q1
taking-part:VN · country:Ours""",
    "session": "date:2024 · organiser:p0 · country:VN · event:e0,e1 · not concert · source:any",
    "programme": "date:2024 · country:EU · parent:g0 · partner:p2 · role:organiser",
    "source": "date:2024-03 · published:2024 · concert",
    "membership": "date:2024 · member:VN · group:ASEAN · vn · year:2030",
    "claim": "source:q0 · rank:normal · value:seoul · concert",
    "figure": "date:2024 · record:e1 · value:1",
    "name": "name:concert · record:e0 · literacy",
}


def listed(text: str) -> list[str]:
    return [query for line in text.strip().splitlines() for query in line.split(" · ")]


RANGES = ["2024", "2024-03", "2024-03..2025", "..2024-03-05", "2025..", "-2y..", "2020..2023", "any", "none"]
ON_DAYS = st.builds("{}:{}".format, st.sampled_from(["date", "year", "start", "end"]), st.sampled_from(RANGES))
TERMS = st.one_of(st.sampled_from(listed(OF_EVENTS)), ON_DAYS)
QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds("({} or {})".format, inner, inner),
        st.builds("({} {})".format, inner, inner),
        st.builds("not {}".format, inner),
    ),
    max_leaves=3,
)
OF_OTHERS = st.sampled_from([(kind, query) for kind, queries in OTHERS.items() for query in listed(queries)])


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that each generated dataset is written to in turn."""
    path = tmp_path_factory.mktemp("generated") / "exchange.db"
    with opening.created(path) as store:
        beginning.begin(store, Command("exchange test", "tester"))
    with opening.opened(path, writing=True) as store:
        yield store


def fill(store: Store, made: dict[str, list[Record]]) -> None:
    with operation(store, Command("exchange test", "tester")):
        for kind in made:
            store.connection.execute(f"DELETE FROM {kind}")
        store.connection.execute("DELETE FROM change")
        for kind, several in made.items():
            rows.insert(store, records.KINDS[kind], several)


@given(datasets(), st.lists(QUERIES, min_size=12, max_size=12), st.lists(OF_OTHERS, min_size=4, max_size=4))
@settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_on_generated_records(
    generated: Store, made: dict[str, list[Record]], queries: list[str], others: list[tuple[str, str]]
) -> None:
    fill(generated, made)
    dataset = in_memory(generated)
    asked = [("event", query) for query in queries] + others
    for number, (kind, query) in enumerate(asked):
        for terms, by_sql, plainly in answers(generated, dataset, kind, query, by_membership=bool(number % 2)):
            assert by_sql == plainly, (kind, query, terms)
