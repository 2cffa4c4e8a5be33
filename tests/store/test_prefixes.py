"""Records that begin as a person has begun to type."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from exchangecli.model import records
from exchangecli.store import prefixes, rows, search_index
from exchangecli.store.opening import Store

Plans = Callable[[Store], AbstractContextManager[list[str]]]

KOFICE = "kofice"

BEGUN = [
    ("kofi", [KOFICE]),
    ("KOFI", [KOFICE]),
    ("korean foundation for", [KOFICE]),
    ("korea foundation", [KOFICE]),
    ("한국국제", [KOFICE]),
    ("duc", ["duc-phuc"]),
    ("Đức", ["duc-phuc"]),
    ("Phúc", ["duc-phuc"]),
    ("zzz", []),
    ("!", []),
    ('"', []),
    ("%", []),
]


@pytest.mark.parametrize(("typed", "expected"), BEGUN)
def test_begun(sample: Store, typed: str, expected: list[str]) -> None:
    assert [one.id for one in prefixes.beginning(sample, typed, ["participant"])] == expected


def test_ids_come_before_names(sample: Store) -> None:
    rows.insert(sample, records.PARTICIPANT, [{"id": "a", "name": "Forum House"}, {"id": "forum-z", "name": "Z"}])
    search_index.refresh(sample)
    assert [one.id for one in prefixes.beginning(sample, "forum", ["participant"])] == ["forum-z", "a"]


def test_one_letter_is_the_start_of_an_id_alone(sample: Store) -> None:
    assert all(one.id.startswith("k") for one in prefixes.beginning(sample, "k", records.NAMED))


def test_what_the_given_ids_have_in_common_all_have(sample: Store) -> None:
    ids = [f"stop-a{number:03}" for number in range(100)] + ["stop-b"]
    rows.insert(sample, records.EVENT, [{"id": one, "title": "X"} for one in ids])
    given = [one.id for one in prefixes.beginning(sample, "stop", ["event"])]
    assert len(given) == prefixes.MOST + 1
    assert given[0] == "stop-a000"
    assert given[-1] == "stop-b"


def test_facts_are_found_by_their_ids(sample: Store) -> None:
    assert [one.kind for one in prefixes.beginning(sample, "figure-188", ["figure", "role"])] == ["figure"]


def test_the_groups_are_those_of_the_dataset(sample: Store) -> None:
    rows.insert(sample, records.MEMBERSHIP, [{"id": "m", "group": "Visegrád", "member": "PL"}])
    assert {"ASEAN", "Visegrád"} <= set(prefixes.groups(sample))
    assert len(prefixes.groups(sample)) == len(set(prefixes.groups(sample)))


@pytest.mark.parametrize("typed", ["", "ko", "korean found", "한국", "asean-korea"])
def test_no_table_is_read_from_end_to_end(sample: Store, plans: Plans, typed: str) -> None:
    with plans(sample) as steps:
        prefixes.beginning(sample, typed, records.NAMED)
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step]
    assert not [step for step in steps if "TEMP B-TREE" in step]
