"""A sitting over what two articles state, without a screen: every answer, the way back from each, and leaving."""

import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies

from exchangecli import errors
from exchangecli.curate import accepting, chapters, ingesting, proposed, reviewing
from exchangecli.curate.passages import around
from exchangecli.curate.proposed import PENDING, Proposed
from exchangecli.curate.reviewing import Happened, Review
from exchangecli.extract.proposals import Masthead, Reading
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import opening, rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from readings import CONCERT, FIRST_TEXT, FORUM, RENAMED_FORUM, SECOND_TEXT, article, first, says, second

Add = Callable[..., Record]
CONCERT_ID, FORUM_ID = "asean-korea-music-concert-2025", "asean-korea-innovate-culture-forum-2025"


@pytest.fixture
def source(empty: Store, command: Command) -> str:
    return str(ingesting.ingest(empty, command, *first(), {}).source["id"])


@pytest.fixture
def sitting(empty: Store, command: Command, source: str) -> Review:
    """On the first report: a concert, a forum, and two acronyms of no event."""
    return reviewing.begin(empty, command, [source])


def about(sitting: Review) -> tuple[str, str]:
    question = sitting.question()
    assert question is not None
    return question.one.said.field, question.one.said.value


def go_to(sitting: Review, field: str, value: str | None = None) -> None:
    """Skip until something is asked; the event is accepted on the way."""
    while about(sitting)[0] != field or value not in (None, about(sitting)[1]):
        question = sitting.question()
        assert question is not None
        assert (sitting.accept() if question.is_event else sitting.skip()).problem is None


def get(store: Store, kind: str, record: str) -> Record:
    found = rows.get(store, records.KINDS[kind], record)
    assert found is not None
    return found


def status(store: Store, source: str) -> dict[str, str]:
    return {one.id: one.status for one in proposed.of_source(store, source)}


def facts(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.TABLES.items() if name != "proposal"}


# --- the order --------------------------------------------------------------------------------------------------


def test_the_event_comes_first_and_then_its_facts_in_groups(sitting: Review) -> None:
    assert about(sitting) == ("title", CONCERT)
    groups = []
    sitting.accept()
    while (question := sitting.question()) is not None and question.title == CONCERT:
        groups.append(question.group)
        sitting.skip()
    assert list(dict.fromkeys(groups)) == ["what", "when", "where", "who", "figures"]
    assert groups == sorted(groups, key=list(chapters.GROUPS).index)


def test_a_question_brings_what_helps(sitting: Review) -> None:
    go_to(sitting, "attendance")
    question = sitting.question()
    assert question is not None
    assert question.passage.quote == "drew some 3,000 people"
    assert question.passage.before.startswith("Sponsored by the Ministry")
    assert question.passage.after == " to the District 7 Indoor Stadium. "
    assert (question.progress.event, question.progress.events) == (1, 3)
    assert question.progress.fact == question.progress.facts


def test_what_belongs_to_no_event_comes_last(sitting: Review) -> None:
    for _ in range(2):
        sitting.skip()
    question = sitting.question()
    assert question is not None
    assert (question.title, question.is_event, question.one.said.field) == (None, False, "name")


# --- accepting --------------------------------------------------------------------------------------------------


def test_nothing_is_written_until_all_of_an_event_was_asked(sitting: Review) -> None:
    sitting.accept()
    done = Happened("")
    while (question := sitting.question()) is not None and question.title == CONCERT:
        assert rows.get(sitting.store, records.EVENT, CONCERT_ID) is None
        done = sitting.accept()
        assert done.problem is None
    assert done.outcome is not None
    assert len(done.outcome.accepted) == len([one for one in first()[1].proposals if one.event == CONCERT])
    concert = get(sitting.store, "event", CONCERT_ID)
    assert (concert["city"], concert["attendance"]) == ("Ho Chi Minh City", 3000)
    assert about(sitting) == ("title", FORUM)


def test_all_accepted_by_hand_equals_all_accepted_at_once(sitting: Review, source: str, empty: Store) -> None:
    while sitting.question() is not None:
        assert sitting.accept().problem is None
    assert set(status(empty, source).values()) == {"accepted"}
    assert [len(list(whole.every(empty, records.KINDS[kind]))) for kind in ("event", "participant", "role")] == [
        2,
        7,
        9,
    ]


def test_an_edited_value_is_kept_as_the_curators(sitting: Review) -> None:
    go_to(sitting, "attendance")
    assert sitting.edit("some 3,200").word == "accepted"
    concert = get(sitting.store, "event", CONCERT_ID)
    assert (concert["attendance"], concert["attendance_approximate"]) == (3200, True)


def test_a_value_that_cannot_be_kept_is_refused_where_it_is_asked(sitting: Review) -> None:
    go_to(sitting, "start")
    done = sitting.edit("last spring")
    assert isinstance(done.problem, errors.ValueToGive)
    assert about(sitting) == ("start", "2025-11-01")
    assert sitting.edit("1-2 November 2025").problem is None
    sitting.quit()
    assert get(sitting.store, "event", CONCERT_ID)["end"] == "2025-11-02"


def test_a_date_without_a_year_asks_for_one(empty: Store, command: Command) -> None:
    said = says(SECOND_TEXT)
    read = Reading(
        Masthead("Forum"),
        (
            said("title", RENAMED_FORUM, RENAMED_FORUM, RENAMED_FORUM),
            said("start", "XXXX-11-08", "on 8 November", RENAMED_FORUM),
        ),
    )
    one = str(ingesting.ingest(empty, command, article(SECOND_TEXT), read, {}).source["id"])
    sitting = reviewing.begin(empty, command, [one])
    sitting.accept()
    assert "has no year" in str(sitting.accept().problem)
    assert sitting.edit("2025-11-08").problem is None
    assert sitting.question() is None


def test_the_rest_of_a_group_is_accepted_and_no_more(sitting: Review) -> None:
    go_to(sitting, "venue")
    done = sitting.accept_rest_of_group()
    assert (done.word, done.number) == ("accepted", 3)
    assert about(sitting)[0] == "role"


def test_what_is_refused_of_a_group_is_asked_on(empty: Store, command: Command) -> None:
    said = says(SECOND_TEXT)
    read = Reading(
        Masthead("Forum"),
        (
            said("title", RENAMED_FORUM, RENAMED_FORUM, RENAMED_FORUM),
            said("country", "Korea", "from Korea", RENAMED_FORUM),
            said("city", "Singapore", "National Gallery Singapore", RENAMED_FORUM),
            said("venue", "National Gallery", "National Gallery", RENAMED_FORUM),
        ),
    )
    one = str(ingesting.ingest(empty, command, article(SECOND_TEXT), read, {}).source["id"])
    sitting = reviewing.begin(empty, command, [one])
    sitting.accept()
    done = sitting.accept_rest_of_group()
    assert (done.number, isinstance(done.problem, errors.ValueToGive)) == (2, True)
    assert about(sitting) == ("country", "Korea")


def test_an_event_that_may_be_one_that_is_there_is_asked_about(
    empty: Store, command: Command, add: Add, source: str
) -> None:
    add(empty, "event", title=CONCERT, start="2025-03")
    sitting = reviewing.begin(empty, command, [source])
    question = sitting.question()
    assert question is not None
    assert (question.match.verdict, question.match.record) == ("perhaps", CONCERT_ID)
    assert isinstance(sitting.accept().problem, errors.SayWhich)
    assert sitting.join(CONCERT_ID).word == "accepted"
    sitting.quit()
    assert [one["id"] for one in whole.every(empty, records.EVENT)] == [CONCERT_ID]


# --- which event ------------------------------------------------------------------------------------------------


@pytest.fixture
def beside(empty: Store, command: Command, source: str) -> Review:
    """On the second report, beside a dataset with the first."""
    accepting.accept_all(empty, command, source)
    later = ingesting.ingest(empty, command, *second(), {}).source["id"]
    return reviewing.begin(empty, command, [str(later)])


def test_an_event_joins_the_one_it_is(beside: Review) -> None:
    question = beside.question()
    assert question is not None
    assert (question.match.verdict, question.match.record) == ("same", FORUM_ID)
    assert question.compared.beside.word == "conflicts"
    beside.accept()
    beside.quit()
    assert len(list(whole.every(beside.store, records.EVENT))) == 2


def test_an_event_that_is_said_to_be_new_stands_beside_nothing(beside: Review) -> None:
    beside.as_new()
    question = beside.question()
    assert question is not None
    assert (question.compared.event and question.compared.event.verdict, question.compared.beside.word) == ("new", "")
    beside.quit()
    assert len(list(whole.every(beside.store, records.EVENT))) == 3


def test_an_event_joins_another_that_is_named(beside: Review) -> None:
    assert isinstance(beside.join("no such event").problem, errors.ExchangeError)
    assert beside.join(CONCERT_ID).word == "accepted"
    question = beside.question()
    assert question is not None
    assert question.record is not None
    assert question.record["id"] == CONCERT_ID


def test_an_event_gets_another_title(sitting: Review) -> None:
    assert sitting.edit("The Concert of Friends").word == "renamed"
    question = sitting.question()
    assert question is not None
    assert (question.is_event, question.title) == (True, "The Concert of Friends")
    sitting.accept()
    sitting.quit()
    assert [one["title"] for one in whole.every(sitting.store, records.EVENT)] == ["The Concert of Friends"]


def test_a_rejected_event_takes_its_facts_with_it(sitting: Review, source: str) -> None:
    concert = [one.id for one in proposed.of_source(sitting.store, source) if one.said.event == CONCERT]
    done = sitting.reject()
    assert (done.word, done.number) == ("rejected", len(concert))
    assert about(sitting) == ("title", FORUM)
    assert {status(sitting.store, source)[one] for one in concert} == {"rejected"}


def test_a_fact_about_something_else_is_asked_though_its_event_is_rejected(empty: Store, command: Command) -> None:
    said = says(FIRST_TEXT)
    read = Reading(
        Masthead("Concert"),
        (
            said("title", CONCERT, CONCERT, CONCERT),
            said("city", "Ho Chi Minh City", "in Ho Chi Minh City", CONCERT),
            said("name", "MCST", "(MCST)", CONCERT, of="Ministry of Culture, Sports and Tourism", kind="acronym"),
        ),
    )
    one = str(ingesting.ingest(empty, command, article(FIRST_TEXT), read, {}).source["id"])
    sitting = reviewing.begin(empty, command, [one])
    assert sitting.reject().number == 2
    assert about(sitting) == ("name", "MCST")


def test_an_event_is_divided(sitting: Review, source: str) -> None:
    question = sitting.question()
    assert question is not None
    chosen = [one.id for one in question.facts if one.said.field in ("attendance", "venue")]
    assert sitting.split(chosen, "Evening Concert 2025").number == 2
    sitting.accept()
    while about(sitting)[0] != "title":
        sitting.accept()
    assert about(sitting) == ("title", "Evening Concert 2025")
    for _ in range(3):
        assert sitting.accept().problem is None
    old, new = get(sitting.store, "event", CONCERT_ID), get(sitting.store, "event", "evening-concert-2025")
    assert (old["attendance"], old["venue"], new["attendance"]) == (None, None, 3000)
    assert new["venue"] == "District 7 Indoor Stadium"
    assert len(status(sitting.store, source)) == len(first()[1].proposals) + 1


@pytest.mark.parametrize(("number", "title"), [(0, "Evening"), (1, " "), (1, CONCERT.upper())])
def test_what_cannot_be_divided_so_is_refused(sitting: Review, number: int, title: str) -> None:
    question = sitting.question()
    assert question is not None
    before = sitting.place
    done = sitting.split([one.id for one in question.facts[:number]], title)
    assert isinstance(done.problem, errors.NothingToSplit)
    assert sitting.place is before


# --- moving -----------------------------------------------------------------------------------------------------


def test_a_fact_moved_to_a_later_event_is_asked_there(sitting: Review) -> None:
    (later,) = [one for one, title in sitting.targets() if title == FORUM]
    go_to(sitting, "city")
    assert sitting.move(later).word == "moved"
    assert about(sitting)[0] == "country"
    while sitting.question() is not None:
        sitting.accept()
    assert get(sitting.store, "event", FORUM_ID)["city"] == "Ho Chi Minh City"
    assert get(sitting.store, "event", CONCERT_ID)["city"] is None


def test_a_fact_moved_to_a_record_is_accepted_there(beside: Review) -> None:
    go_to(beside, "figure")
    assert beside.move(CONCERT_ID).word == "accepted"
    beside.quit()
    (figure,) = rows.belonging(beside.store, records.FIGURE, "record", CONCERT_ID)
    assert figure["value"] == 12


def test_all_of_an_event_moves_to_another(sitting: Review) -> None:
    (later,) = [one for one, title in sitting.targets() if title == FORUM]
    assert sitting.move(later).word == "moved"
    assert about(sitting) == ("title", FORUM)
    sitting.accept()
    go_to(sitting, "attendance")
    sitting.accept()
    sitting.quit()
    assert [one["id"] for one in whole.every(sitting.store, records.EVENT)] == [FORUM_ID]
    assert get(sitting.store, "event", FORUM_ID)["attendance"] == 3000


def test_an_event_moves_to_no_record_that_is_not_there(sitting: Review) -> None:
    before = sitting.place
    assert isinstance(sitting.move("nowhere").problem, errors.ExchangeError)
    assert sitting.place is before


# --- the way back -----------------------------------------------------------------------------------------------

Do = Callable[[Review], Happened]

ANSWERS: dict[str, Do] = {
    "accept": Review.accept,
    "edit": lambda sitting: sitting.edit("2 November 2025"),
    "move": lambda sitting: sitting.move(sitting.targets()[0][0]),
    "reject": Review.reject,
    "skip": Review.skip,
    "rest": Review.accept_rest_of_group,
}


@pytest.mark.parametrize("do", ANSWERS.values(), ids=ANSWERS)
def test_each_answer_is_taken_back(sitting: Review, do: Do) -> None:
    go_to(sitting, "start")
    before = sitting.place
    assert do(sitting).word
    assert sitting.place != before
    assert sitting.undo().word == "undone"
    assert sitting.place == before


OF_THE_EVENT: dict[str, Do] = {
    "new": Review.as_new,
    "rename": lambda sitting: sitting.edit("Another"),
    "move": lambda sitting: sitting.move(sitting.targets()[0][0]),
    "split": lambda sitting: sitting.split([one.id for one in sitting.place.chapters[0].facts[-2:]], "Evening"),
    "reject": Review.reject,
    "skip": Review.skip,
}


@pytest.mark.parametrize("do", OF_THE_EVENT.values(), ids=OF_THE_EVENT)
def test_each_answer_about_an_event_is_taken_back(sitting: Review, do: Do, source: str) -> None:
    before, written, waiting = sitting.place, facts(sitting.store), status(sitting.store, source)
    assert do(sitting).word
    sitting.undo()
    assert sitting.place == before
    assert facts(sitting.store) == written
    assert status(sitting.store, source) == waiting


def test_an_undo_goes_back_over_an_event_that_was_written(sitting: Review, source: str) -> None:
    written = facts(sitting.store)
    sitting.accept()
    while about(sitting)[0] != "title":
        before = sitting.place
        sitting.accept()
    assert facts(sitting.store) != written
    assert sitting.undo().word == "undone"
    assert sitting.place == before
    assert facts(sitting.store) == written
    assert set(status(sitting.store, source).values()) == {PENDING}
    sitting.accept()
    assert get(sitting.store, "event", CONCERT_ID)["attendance"] == 3000


def test_there_is_nothing_to_take_back_at_the_beginning(sitting: Review) -> None:
    assert sitting.undo() == Happened("")


WITH_TARGET = (ANSWERS["move"], OF_THE_EVENT["move"])
ALL = [*ANSWERS.values(), *OF_THE_EVENT.values(), Review.accept, Review.accept_rest_of_group]


@hypothesis.settings(max_examples=10, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(strategies.lists(strategies.sampled_from(ALL), min_size=5, max_size=30))
def test_any_answers_are_taken_back_one_by_one(empty_file: Path, tmp_path: Path, answers: list[Do]) -> None:
    path = tmp_path / "laws.db"
    shutil.copy(empty_file, path)
    with opening.opened(path, writing=True) as store:
        command = Command("exchange review", "tester")
        source = str(ingesting.ingest(store, command, *first(), {}).source["id"])
        sitting = reviewing.begin(store, command, [source])
        before, written, waiting = sitting.place, facts(store), status(store, source)
        for do in answers:
            if sitting.question() is not None and (sitting.targets() or do not in WITH_TARGET):
                do(sitting)
        while sitting.past:
            assert sitting.undo().problem is None
        assert sitting.place == before
        assert facts(store) == written
        assert status(store, source) == waiting


# --- leaving ----------------------------------------------------------------------------------------------------


def test_what_was_decided_is_written_at_the_end_and_the_rest_is_asked_later(
    sitting: Review, command: Command, source: str
) -> None:
    go_to(sitting, "city")
    sitting.accept()
    sitting.reject()
    left = sitting.quit()
    assert left.outcome is not None
    assert (len(left.outcome.accepted), len(left.outcome.rejected)) == (2, 1)
    assert sitting.question() is None
    later = reviewing.begin(sitting.store, command, [source])
    question = later.question()
    assert question is not None
    assert (question.is_event, question.title) == (False, CONCERT)
    asked = {one.said.field for one in question.facts}
    assert "city" not in asked
    assert "country" not in asked
    assert question.record is not None
    assert question.record["id"] == CONCERT_ID


def test_leaving_at_once_writes_nothing(sitting: Review) -> None:
    before = facts(sitting.store)
    assert sitting.quit().outcome is None
    assert facts(sitting.store) == before


def test_what_another_person_decided_meanwhile_is_not_asked(sitting: Review, command: Command, source: str) -> None:
    forum = [one.id for one in proposed.of_source(sitting.store, source) if one.said.event == FORUM]
    accepting.accept(sitting.store, command, [accepting.Decision(one) for one in forum])
    sitting.skip()
    question = sitting.question()
    assert question is not None
    assert question.title is None


# --- passages ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("One. Two three four. Five.", "three", "Two ", " four. "),
        ("Head\n\nTwo three", "three", "Two ", ""),
        ("一。二三四。五", "三", "二", "四。"),
        ("Ends with it. Next one.", "with it.", "Ends ", " "),
        ("whole", "whole", "", ""),
    ],
)
def test_a_passage_ends_with_its_sentence(text: str, quote: str, before: str, after: str) -> None:
    said = says(text)("city", quote, quote)
    assert around(text, said) == (before, quote, after)


def test_a_quotation_is_found_again_in_a_text_that_was_edited() -> None:
    said = says("The gala was in Hue.")("city", "Hue", "in Hue")
    assert around("Correction. The gala was in Hue.", said).before == "The gala was "
    assert around("Nothing of it.", said) == ("", "in Hue", "")


def test_facts_of_one_group_keep_the_order_of_the_text() -> None:
    found = [Proposed(str(place), "s", one) for place, one in enumerate(first()[1].proposals)]
    roles = [one for one in chapters.in_order(found) if one.said.field == "role"]
    assert [one.said.start for one in roles] == sorted(one.said.start for one in roles)
