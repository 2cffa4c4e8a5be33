"""What is shown before anything is accepted: which facts agree with the dataset, which add, which conflict."""

import pytest

from exchangecli.curate import accepting, comparing, ingesting
from exchangecli.curate.accepting import Decision
from exchangecli.curate.comparing import Beside, Compared
from exchangecli.extract import confidence
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from readings import CONCERT, FORUM, FOUNDATION, MINISTRY, OTHER_FOUNDATION, RENAMED_FORUM, first, second

FORUM_ID = "asean-korea-innovate-culture-forum-2025"
FOUNDATION_ID = "korean-foundation-for-international-cultural-exchange"


@pytest.fixture
def beside(empty: Store, command: Command) -> dict[tuple[str, str], Compared]:
    """The second report beside a dataset with the first."""
    source = ingesting.ingest(empty, command, *first(), {}).source["id"]
    accepting.accept_all(empty, command, str(source))
    later = ingesting.ingest(empty, command, *second(), {}).source["id"]
    return {(one.proposed.said.field, one.proposed.said.value): one for one in comparing.of_source(empty, str(later))}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("title", RENAMED_FORUM, Beside("conflicts", "title", FORUM)),
        ("kind", "forum_conference", Beside("agrees")),
        ("start", "2025-11-08", Beside("agrees")),
        ("venue", "National Gallery Singapore", Beside("agrees")),
        ("city", "Singapore", Beside("adds")),
        ("role", MINISTRY, Beside("adds")),
        ("role", OTHER_FOUNDATION, Beside("conflicts", "role", "partner", FOUNDATION)),
        ("role", "Park Changsik", Beside("adds")),
        ("name", "KOFICE", Beside("agrees")),
        ("figure", "12", Beside("adds")),
        ("taking_part", "ASEAN", Beside("adds")),
        ("origin", "unknown", Beside("adds")),
    ],
)
def test_how_a_second_report_stands(
    beside: dict[tuple[str, str], Compared], field: str, value: str, expected: Beside
) -> None:
    assert beside[field, value].beside == expected


def test_which_records_it_would_join(beside: dict[tuple[str, str], Compared]) -> None:
    joined = {key: one.match.record for key, one in beside.items()}
    assert joined["title", RENAMED_FORUM] == joined["venue", "National Gallery Singapore"] == FORUM_ID
    assert joined["role", OTHER_FOUNDATION] == joined["name", "KOFICE"] == FOUNDATION_ID
    assert joined["role", "Park Changsik"] is None


def test_a_program_gets_all_of_it(beside: dict[tuple[str, str], Compared]) -> None:
    told = comparing.as_json(beside["role", OTHER_FOUNDATION])
    assert told["matches"] == FOUNDATION_ID
    assert told["beside"] == f"conflicts with partner and {FOUNDATION}"
    assert (told["verdict"], told["status"], told["confidence"]) == (
        "same",
        "pending",
        confidence.of(str(told["rule"])),
    )
    assert (told["event"], told["event_record"]) == (RENAMED_FORUM, FORUM_ID)
    assert str(told["why"]).startswith("the same name") or str(told["why"]).startswith("names alike")


def test_a_new_event_stands_beside_nothing(empty: Store, command: Command) -> None:
    source = str(ingesting.ingest(empty, command, *first(), {}).source["id"])
    found = comparing.of_source(empty, source)
    assert {one.beside for one in found} == {Beside()}
    assert {one.match.verdict for one in found} == {"new"}


def test_what_was_accepted_names_its_record(empty: Store, command: Command) -> None:
    source = str(ingesting.ingest(empty, command, *first(), {}).source["id"])
    found = comparing.of_source(empty, source)
    (title,) = [one.proposed for one in found if one.proposed.said.value == CONCERT]
    accepting.accept(empty, command, [Decision(title.id, value="The Concert")])
    told = {one.proposed.said.field: comparing.as_json(one) for one in comparing.of_source(empty, source)
            if one.proposed.said.event == CONCERT}  # fmt: skip
    assert told["title"]["matches"] == told["venue"]["matches"] == told["title"]["record"] == "the-concert"
    assert told["title"]["beside"] is None
    assert told["venue"]["beside"] == "adds"
