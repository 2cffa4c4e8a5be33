"""What belongs to many records at once."""

from exchangecli.model import records
from exchangecli.store import related, rows
from exchangecli.store.opening import Store

CONCERT = "asean-korea-music-concert-2025"


def test_performers_stand_in_the_order_of_their_source(sample: Store) -> None:
    found = related.participants_by_role(sample, [CONCERT])
    assert found[CONCERT]["performer"] == ["Kep1er", "AHOF", "Na Taejoo", "Min", "Đức Phúc"]


def test_events_without_roles_are_left_out(sample: Store) -> None:
    rows.insert(sample, records.EVENT, [{"id": "x", "title": "X"}])
    assert related.participants_by_role(sample, ["x", "no-such-event"]) == {}


def test_a_participant_is_named_once_in_a_role(sample: Store) -> None:
    again = {"participant": "min", "event": CONCERT, "role": "performer"}
    rows.insert(sample, records.ROLE, [again | {"id": "again"}])
    assert related.participants_by_role(sample, [CONCERT])[CONCERT]["performer"].count("Min") == 1
