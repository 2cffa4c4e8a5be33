"""The derived days in SQL against the definition in ``model.dates``."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exchangecli.model import dates, records
from exchangecli.model.fields import Kind
from exchangecli.store import days, rows
from exchangecli.store.opening import Store

YEARS = st.integers(1, 9999).map("{:04}".format)
SEASONS_AND_MONTHS = st.sampled_from([*range(1, 13), 21, 22, 23, 24])
BODIES = st.one_of(
    YEARS,
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    st.builds("{}-{:02}".format, YEARS, SEASONS_AND_MONTHS).filter(lambda text: text != "9999-24"),
    st.builds("{}-{:02}-XX".format, YEARS, st.integers(1, 12)),
    st.builds("{}-XX{}".format, YEARS, st.sampled_from(["", "-XX"])),
    st.dates().map(date.isoformat),
)
EDTF = st.builds("{}{}".format, BODIES, st.sampled_from(["", "?", "~", "%"]))


def bounds(text: str | None) -> tuple[str | None, str | None]:
    """The first and the last day, as SQLite works them out."""
    with closing(sqlite3.connect(":memory:")) as connection:
        query = f"SELECT {days.earliest('d')}, {days.latest('d')} FROM (SELECT ? AS d)"
        first, last = connection.execute(query, [text]).fetchone()
        return first, last


@given(EDTF)
@example("9999-12")
@example("9999-12-XX~")
@example("9999")
@example("0001-02")
@example("2023-24?")
@example("1900-02")
@example("2000-02-XX")
def test_sql_and_python_agree_on_every_date(text: str) -> None:
    assert bounds(text) == (dates.earliest(text), dates.latest(text))


@pytest.mark.parametrize("text", [None, "", "?", "2024-1", "20240", "2024/2025", "8 November 2025"])
def test_what_has_not_the_length_of_a_date_has_no_days(text: str | None) -> None:
    assert bounds(text) == (None, None)


def test_an_open_end_is_the_last_day_there_is() -> None:
    assert bounds("..") == (None, "9999-12-31")


COLUMNS = [
    pytest.param("2025-11-08", None, ("2025-11-08", "2025-11-08", "2025-11-08", "2025-11-08"), id="one day"),
    pytest.param("2016", None, ("2016-01-01", "2016-12-31", "2016-01-01", "2016-12-31"), id="one year"),
    pytest.param("2018-02-28", "2018-03-02", ("2018-02-28", "2018-02-28", "2018-03-02", "2018-03-02"), id="range"),
    pytest.param("1996", "..", ("1996-01-01", "1996-12-31", "9999-12-31", "9999-12-31"), id="still going on"),
    pytest.param(
        "2018", "2018-10", ("2018-01-01", "2018-10-31", "2018-10-01", "2018-10-31"), id="began before it ended"
    ),
    pytest.param(
        "2018-10", "2018", ("2018-10-01", "2018-10-31", "2018-10-01", "2018-12-31"), id="ended after it began"
    ),
    pytest.param("201X?", "2020~", ("2010-01-01", "2019-12-31", "2020-01-01", "2020-12-31"), id="doubts"),
    pytest.param("2023-24", None, ("2023-12-01", "2024-02-29", "2023-12-01", "2024-02-29"), id="winter"),
    pytest.param(None, "2018-10", (None, "2018-10-31", "2018-10-01", "2018-10-31"), id="only the end is known"),
    pytest.param(None, "..", (None, "9999-12-31", "9999-12-31", "9999-12-31"), id="no start, no end"),
    pytest.param(None, None, (None, None, None, None), id="no date at all"),
]


@pytest.mark.parametrize(("start", "end", "expected"), COLUMNS)
@pytest.mark.parametrize("kind", [records.EVENT, records.PROGRAMME], ids=lambda kind: kind.name)
def test_generated_columns(
    empty: Store, kind: Kind, start: str | None, end: str | None, expected: tuple[str | None, ...]
) -> None:
    rows.insert(empty, kind, [{"id": "x", kind.title: "X", "start": start, "end": end}])
    (found,) = empty.connection.execute(
        f"SELECT start_earliest, start_latest, end_earliest, end_latest FROM {kind.name}"
    )
    assert tuple(found) == expected


def test_generated_columns_follow_another_program(sample: Store) -> None:
    with closing(sqlite3.connect(sample.path)) as outside:
        outside.execute("UPDATE event SET start = '2019-XX', \"end\" = '..' WHERE title LIKE '7th%'")
        outside.commit()
    (found,) = sample.connection.execute("SELECT start_latest, end_latest FROM event WHERE title LIKE '7th%'")
    assert tuple(found) == ("2019-12-31", "9999-12-31")


@given(start=EDTF, end=st.one_of(st.none(), st.just(".."), EDTF), first=st.dates(), length=st.integers(0, 20000))
def test_what_certainly_overlaps_may_overlap(start: str, end: str | None, first: date, length: int) -> None:
    if end and dates.earliest(start) > dates.latest(end):
        return
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal())).isoformat()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f'CREATE TABLE x (start TEXT, "end" TEXT, {days.span()})')
        connection.execute("INSERT INTO x VALUES (?, ?)", [start, end])
        certainly, possibly, ordered = connection.execute(
            """SELECT start_latest <= ?2 AND end_earliest >= ?1, start_earliest <= ?2 AND end_latest >= ?1,
            start_earliest <= start_latest AND end_earliest <= end_latest AND start_latest <= end_latest FROM x""",
            [first.isoformat(), last],
        ).fetchone()
    assert certainly <= possibly
    assert ordered
