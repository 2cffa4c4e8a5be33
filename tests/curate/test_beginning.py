import pytest

from exchangecli import errors
from exchangecli.curate import beginning
from exchangecli.model import groups, records
from exchangecli.store import listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command


def test_a_new_dataset_holds_itself_and_the_groups(empty: Store) -> None:
    counts = beginning.counts(empty)
    assert counts.pop("sessions") == 0
    assert not any(counts.values())
    assert beginning.about(empty)["id"] == "dataset"
    assert rows.count(empty, records.MEMBERSHIP) == len(list(groups.memberships()))


def test_what_a_dataset_says_of_itself(empty: Store, command: Command) -> None:
    about = beginning.describe(
        empty, command, {"title": "Exchanges", "authors": "A. Kim; B. Trần", "readings": "Korea=KR; Congo = CG"}
    )
    assert about["authors"] == ["A. Kim", "B. Trần"]
    assert listing.readings(empty) == {"Korea": "KR", "Congo": "CG"}
    assert beginning.describe(empty, command, {"readings": " "}) == beginning.about(empty)
    assert listing.readings(empty) == {}
    assert beginning.about(empty)["title"] == "Exchanges"


@pytest.mark.parametrize(
    ("texts", "error"),
    [
        pytest.param({"readings": "Korea"}, errors.FieldProblems, id="no reading"),
        pytest.param({"readings": "Korea=ROK"}, errors.FieldProblems, id="no code"),
        pytest.param({"url": "example.org"}, errors.FieldProblems, id="no address"),
        pytest.param({"colour": "red"}, errors.UnknownField, id="no field"),
    ],
)
def test_what_it_cannot_say(empty: Store, command: Command, texts: dict[str, str], error: type[Exception]) -> None:
    before = beginning.about(empty)
    with pytest.raises(error):
        beginning.describe(empty, command, {"title": "New"} | texts)
    assert beginning.about(empty) == before


def test_a_reading_joins_those_there_are(empty: Store, command: Command) -> None:
    beginning.describe(empty, command, {"readings": "Korea=KR"})
    beginning.describe(empty, command, {"readings": "Congo=CD"})
    assert listing.readings(empty) == {"Korea": "KR", "Congo": "CD"}
    beginning.describe(empty, command, {"readings": "Korea=KP;Congo="})
    assert listing.readings(empty) == {"Korea": "KP"}


def test_saying_nothing_changes_nothing(empty: Store, command: Command) -> None:
    (before,) = empty.connection.execute("SELECT count(*) FROM operation").fetchone()
    beginning.describe(empty, command, {})
    (after,) = empty.connection.execute("SELECT count(*) FROM operation").fetchone()
    assert after == before


def test_the_sample_is_counted(sample: Store) -> None:
    counts = beginning.counts(sample)
    assert counts["events"] == rows.count(sample, records.EVENT) > 0
    assert set(counts) == {kind.plural for kind in records.KINDS.values()} - {"dataset", "memberships"}
