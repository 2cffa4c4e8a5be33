import io
import math
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchangecli.curate import beginning, exporting, importing, packages
from exchangecli.curate.taking_in import Task
from exchangecli.formats.registry import FORMATS
from exchangecli.model import countries, dates, records, vocabularies
from exchangecli.model import types as t
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record
from exchangecli.store import opening, rows, whole
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation

COMMAND = Command("exchange test", "tester")


@contextmanager
def new_dataset(path: Path) -> Iterator[Store]:
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
        yield store


def everything(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.PACKAGED.items()}


def written(store: Store, folder: Path) -> dict[str, bytes]:
    packages.export_package(store, folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
AWKWARD = [
    *('"', '""', "'", "\r", "\n", "\r\n", ",", ";", "\t", " x ", "=1+1", "null", "\\N"),
    *("\x07\x1b[31m", "\u2028", "\ufeff", "e\u0301", "한국", "🎤"),
]
TEXTS = ANY_TEXT | st.sampled_from(AWKWARD)
WORDS = TEXTS.filter(lambda text: text == text.strip())
WHOLE = st.integers(1, 10**18 - 1)


def degrees(limit: int) -> st.SearchStrategy[float]:
    return st.floats(-limit, limit).map(lambda number: round(number, 7))


DATES = st.dates().map(str) | st.sampled_from(
    ["2018", "2018-03", "202X", "20XX", "2024-XX", "2024-05-XX", "2024-XX-XX", "2018-24", "2010?", "2010-05~", "2010%"]
)
TIMES = st.times().map(lambda time: time.strftime("%H:%M"))
IDENTIFIERS = {
    "wikidata": "Q42",
    "ror": "05dxps055",
    "isni": "0000000121032683",
    "orcid": "0000-0002-1825-0097",
}


def many(items: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(items, min_size=1, max_size=3, unique=True)


def values(field: Field) -> st.SearchStrategy[Any]:
    """The values a field can have that is no reference."""
    places = st.sampled_from([*countries.country_codes()[:20], "ASEAN", "EU"])
    codes = (
        st.sampled_from(list(vocabularies.vocabulary(field.of).terms)) if "word" in field.type.name else st.nothing()
    )
    languages = st.sampled_from(["ko", "vi", "zh-Hant", "en-GB"])
    return {
        t.TEXT: TEXTS,
        t.PARAGRAPHS: TEXTS,
        t.SOURCE_TEXT: TEXTS,
        t.INTEGER: WHOLE,
        t.COUNT: WHOLE | st.just(0),
        t.NUMBER: st.floats(-1e17, 1e17, allow_subnormal=False) | st.integers(-(2**53), 2**53),
        t.DEGREES: degrees(field.of) if field.type is t.DEGREES else st.nothing(),
        t.FLAG: st.booleans(),
        t.DATE: DATES,
        t.END_DATE: DATES | st.just(".."),
        t.TIME: TIMES,
        t.END_TIME: TIMES,
        t.TIMEZONE: st.sampled_from(["Asia/Seoul", "UTC", "Europe/Paris"]),
        t.CODE: codes,
        t.COUNTRY: st.sampled_from(countries.country_codes()[:30]),
        t.LANGUAGE: languages,
        t.URL: st.sampled_from(["https://example.org", 'http://example.org/?q="a",b', "ftp://한국.kr/#é"]),
        t.IDENTIFIER: st.just(IDENTIFIERS.get(str(field.of), "")),
        t.SHA256: st.binary(min_size=32, max_size=32).map(bytes.hex),
        t.TEXTS: many(WORDS),
        t.CODES: many(codes),
        t.LANGUAGES: many(languages),
        t.PLACES: many(places),
        t.READINGS: many(st.sampled_from(["Korea=KR", "Congo=CG", "Georgia=GE"])),
        t.PARTY: places,
        t.GROUP: WORDS,
        t.MEMBER: places | WORDS,
        t.AFFILIATIONS: many(WORDS),
    }[field.type]


@st.composite
def a_record(draw: st.DrawFn, kind: Kind, number: int, known: dict[str, list[str]]) -> Record | None:
    """A record that refers to those known before it, or None where one that it needs is not there."""
    record: Record = {"id": "dataset" if kind is records.DATASET else f"{kind.name}-{number}"}
    for field in kind.fields[1:]:
        of = records.KINDS if (kind.name, field.name) in BY_ID else field.kinds
        there = [one for name in of for one in known.get(name, [])]
        targets = st.sampled_from(there) if there else st.nothing()
        if field.type in (t.REFERENCE, t.ORIGIN) or (kind.name, field.name) in BY_ID:
            found: st.SearchStrategy[Any] = targets
        elif field.type is t.REFERENCES:
            found = many(targets) if there else st.nothing()
        else:
            found = values(field)
        record[field.name] = draw((found if field.required else st.none() | found) if not found.is_empty else st.none())
    if kind is records.CLAIM and record["record"]:
        about = records.KINDS[record["record"].rpartition("-")[0]]
        record["field"] = draw(st.sampled_from([field.name for field in about.fields]))
    return None if kind.missing(record) else record


BY_ID = {("retired_id", "record"), ("judgement", "a"), ("judgement", "b")}
"""Fields that hold the id of a record of any kind."""


def without_contradictions(made: dict[str, list[Record]]) -> None:
    """Empty what contradicts the rest: an end before the start, a session of another event; part what is twice."""
    for number, membership in enumerate(made.get("membership", [])):
        membership["group"] += str(number)
    events = {session["id"]: session["event"] for session in made.get("session", [])}
    for record in (one for found in made.values() for one in found):
        start, end = record.get("start"), record.get("end")
        if start and end and dates.latest(end) < dates.earliest(start):
            record["end"] = None
        if (record.get("start_time") or "") > (record.get("end_time") or ""):
            record["start_time"] = None
        if record.get("session") and events[record["session"]] != record["event"]:
            record["session"] = None


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, list[Record]]:
    made: dict[str, list[Record]] = {}
    known: dict[str, list[str]] = {}
    for name, kind in records.PACKAGED.items():
        for number in range(1 if kind is records.DATASET else draw(st.integers(0, 2))):
            record = draw(a_record(kind, number, known))
            if record:
                made.setdefault(name, []).append(record)
                known.setdefault(name, []).append(record["id"])
    without_contradictions(made)
    return made


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(datasets())
def test_any_dataset_is_the_same_bytes_after_a_journey(made: dict[str, list[Record]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with opening.created(folder / "one.db") as one, operation(one, COMMAND):
            for table, found in made.items():
                rows.insert(one, records.PACKAGED[table], found)
        with opening.opened(folder / "one.db", writing=True) as one:
            first = written(one, folder / "first")
            before = everything(one)
        with new_dataset(folder / "two.db") as two:
            packages.import_package(two, COMMAND, folder / "first")
            assert everything(two) == before
            assert written(two, folder / "second") == first
            assert packages.import_package(two, COMMAND, folder / "first") == 0
    assert all(math.isfinite(one["value"]) for one in before["figure"])


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(datasets(), st.sampled_from(sorted(FORMATS)))
def test_rows_that_were_exported_say_nothing_new(made: dict[str, list[Record]], format_: str) -> None:
    with tempfile.TemporaryDirectory() as name, opening.created(Path(name) / "one.db") as store:
        with operation(store, COMMAND):
            for table, found in made.items():
                rows.insert(store, records.PACKAGED[table], found)
        before = everything(store)
        for kind in map(records.KINDS.__getitem__, records.IMPORTED):
            written = b"".join(exporting.export(store, Selection(kind), format_))
            sheet = FORMATS[format_].read(io.BytesIO(written), "x")
            report = importing.run(store, COMMAND, sheet, "x", Task(kind), lambda _: None)
            assert (report.outcomes, report.counts["matched"]) == ([], rows.count(store, kind))
        assert everything(store) == before
