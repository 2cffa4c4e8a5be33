"""Which records of the dataset an article speaks of."""

from collections.abc import Callable

from exchangecli.curate.joining import Joiner, Match
from exchangecli.curate.proposed import Proposed
from exchangecli.extract.proposals import Reading
from exchangecli.model import records
from exchangecli.model.articles import Article
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation
from readings import FORUM, FOUNDATION, MINISTRY, OTHER_FOUNDATION, RENAMED_FORUM, first, second

Add = Callable[..., Record]


def read(which: Callable[[], tuple[Article, Reading]]) -> list[Proposed]:
    article, what = which()
    return [Proposed(one.id(article.sha256), "x", one) for one in what.proposals]


def joiner(store: Store, which: Callable[[], tuple[Article, Reading]] = second) -> Joiner:
    return Joiner(store, read(which))


def test_an_empty_dataset_has_nothing_to_join(empty: Store) -> None:
    assert joiner(empty).event(RENAMED_FORUM) == Match("new")
    assert joiner(empty).participant("KOFICE") == Match("new")


def test_the_forum_of_the_second_report_is_that_of_the_first(empty: Store, add: Add) -> None:
    add(empty, "event", title=FORUM, start="2025-11-08", venue="National Gallery Singapore", country="SG")
    add(empty, "event", title="2024 ASEAN-Korea Innovative Culture Forum", start="2024-10-26", country="MY")
    match = joiner(empty).event(RENAMED_FORUM)
    assert (match.verdict, match.record) == ("same", "asean-korea-innovate-culture-forum-2025")
    assert "the same date, 2025-11-08" in match.reasons
    assert match.reasons[0].startswith("names alike, 9")


def test_its_bodies_are_those_of_the_first(empty: Store, add: Add) -> None:
    add(empty, "participant", name=FOUNDATION, acronym="KOFICE", kind="organisation")
    add(empty, "participant", name=MINISTRY, acronym="MCST", country="KR")
    add(empty, "participant", name="Korea Foundation", acronym="KF")
    by = joiner(empty)
    assert [(match.verdict, match.title) for match in map(by.participant, (OTHER_FOUNDATION, "KOFICE", MINISTRY))] == [
        ("same", FOUNDATION),
        ("same", FOUNDATION),
        ("same", MINISTRY),
    ]
    assert by.participant("Korea Foundation").record == "korea-foundation"


def test_another_name_of_a_record_is_its_name(empty: Store, add: Add) -> None:
    add(empty, "participant", name="ASEAN-Korea Centre")
    add(empty, "name", record="asean-korea-centre", name="한-아세안센터", kind="translation")
    by = joiner(empty, first)
    assert by.participant("Korea-ASEAN Center").record == "asean-korea-centre"
    assert by.participant("한-아세안센터").verdict == "same"


def test_two_records_that_it_equally_may_be_are_a_question(empty: Store, add: Add) -> None:
    add(empty, "participant", name="Ministry of Culture", country="KR")
    add(empty, "participant", name="Ministry of Culture", country="VN", force=True)
    match = joiner(empty).participant("Ministry of Culture", "state")
    assert (match.verdict, len(match.candidates)) == ("perhaps", 2)
    assert "but so is ministry-of-culture-2" in match.why
    assert joiner(empty).participant("Ministry of Culture", "state", "VN").record == "ministry-of-culture-2"


def test_what_is_new_says_why_it_is_not_what_it_looks_like(empty: Store, add: Add) -> None:
    add(empty, "event", title="2024 ASEAN-Korea Innovative Culture Forum", start="2024-10-26")
    match = joiner(empty).event(RENAMED_FORUM)
    assert match.verdict == "new"
    assert match.why == "not asean-korea-innovative-culture-forum-2024: 2025 and 2024"


def test_a_series_is_found_by_the_name_of_its_edition(empty: Store, add: Add) -> None:
    add(empty, "programme", name="ASEAN-Korea Innovative Culture Forum", kind="series")
    match = joiner(empty, first).programme("ASEAN-Korea Innovate Culture Forum")
    assert (match.verdict, match.record) == ("same", "asean-korea-innovative-culture-forum")


def test_an_event_under_another_name_is_found_by_its_day_and_city(empty: Store, add: Add) -> None:
    add(empty, "event", title="Gala of Light", start="2025-11-01", city="Ho Chi Minh City", venue="District 7 Stadium")
    match = joiner(empty, first).event("2025 ASEAN-Korea Music Concert")
    assert (match.verdict, match.record) == ("perhaps", "gala-of-light-2025")


def test_one_of_many_events_is_found_by_the_indexes(empty: Store, command: Command) -> None:
    """Of many alike the right one, and no table is read from end to end."""
    number = 5000
    titles = (f"{2000 + n % 26} ASEAN-Korea {WORDS[n % 7]} {WORDS[n % 11]} Forum No. {n}" for n in range(number))
    given = ({"id": f"e{n}", "title": title, "start": f"{2000 + n % 26}-11-08"} for n, title in enumerate(titles))
    with operation(empty, command):
        rows.insert(empty, records.EVENT, given)
        rows.insert(empty, records.EVENT, [{"id": "it", "title": FORUM, "start": "2025-11-08"}])
    asked: list[str] = []
    empty.connection.set_trace_callback(asked.append)
    match = joiner(empty).event(RENAMED_FORUM)
    empty.connection.set_trace_callback(None)
    assert (match.verdict, match.record) == ("same", "it")
    steps = [
        row["detail"]
        for question in asked
        if "'main'." not in question
        for row in empty.connection.execute(f"EXPLAIN QUERY PLAN {question}")
    ]
    assert [step for step in steps if step.startswith("SCAN event") and "VIRTUAL" not in step] == []


WORDS = ("Youth", "Media", "Culture", "Museum", "Dance", "Film", "Book", "Craft", "Food", "Design", "Heritage")
