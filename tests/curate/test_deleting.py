import sqlite3
from collections.abc import Callable

import pytest

from exchangecli import errors
from exchangecli.curate import deleting, targets
from exchangecli.curate.deleting import Deletion
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows, whole
from exchangecli.store.opening import Store

Add = Callable[..., Record]
Claims = Callable[..., list[Record]]
Delete = Callable[..., Deletion]

CONCERT = "asean-korea-music-concert-2025"
FORUM = "asean-korea-innovative-culture-forum-2025"
INITIATIVE = "future-innovation-cultural-exchange-initiative"


def everything(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.TABLES.items()}


def ids(store: Store) -> list[str]:
    return [record["id"] for name in targets.EVERY_KIND for record in whole.every(store, records.KINDS[name])]


@pytest.mark.parametrize(
    ("record", "named"),
    [
        pytest.param(
            CONCERT, ["role role-02f0zbfapcmw0", "Korean Foundation", "performer"], id="an event and its roles"
        ),
        pytest.param(FORUM, [f"session {FORUM}-keynote", "figure figure-900d6vn6btmsj"], id="sessions and figures"),
        pytest.param("asem", ["programme asem-summits", "(parent)", "(programme)", "figure "], id="a programme"),
        pytest.param("kofice", ["role role-9xsfgadmzhq1g", "(affiliations)"], id="a participant"),
        pytest.param("asef-culture", ["claim claim-016expdmtkt9c", "and "], id="a source and what it says"),
    ],
)
def test_what_others_refer_to_is_not_deleted_without_them(
    sample: Store, delete: Delete, record: str, named: list[str]
) -> None:
    before = everything(sample)
    with pytest.raises(errors.StillReferredTo) as caught:
        delete(sample, record)
    sentence = caught.value.sentence
    assert sentence.startswith(f"{record} is not deleted, because others refer to it:")
    assert [words for words in named if words not in sentence] == []
    assert everything(sample) == before


def test_several_that_others_refer_to_are_counted(sample: Store, delete: Delete) -> None:
    with pytest.raises(
        errors.StillReferredTo, match=r"^these 9 records are not deleted, because others refer to them:"
    ):
        delete(sample, "programme:asem")


def test_a_part_of_a_deletion_lies_within_the_whole(sample: Store) -> None:
    meant = targets.meant(sample, ["country:KR,VN"])
    whole = deleting.plan(sample, meant, cascade=True)
    part = deleting.plan(sample, meant.only({CONCERT}), cascade=True)
    assert part.lies_within(whole)
    assert not whole.lies_within(part)


def test_a_record_on_its_own_goes_with_its_claims_and_names(sample: Store, add: Add, delete: Delete) -> None:
    before = everything(sample)
    add(sample, "participant", name="Gamelan Ensemble", country="ID", source="diplomacy")
    add(sample, "name", record="gamelan-ensemble", name="GE", kind="acronym", source="diplomacy")
    plan = delete(sample, "Gamelan Ensemble")
    assert plan.deleted == {("participant", "gamelan-ensemble"): "Gamelan Ensemble"}
    assert sorted(kind for kind, _ in plan.parts) == ["claim", "claim", "claim", "name"]
    assert everything(sample) == before


def test_a_claim_alone_is_deleted(sample: Store, delete: Delete, claims: Claims) -> None:
    one, *others = claims(sample, "asef")
    delete(sample, one["id"])
    assert claims(sample, "asef") == others


def test_a_cascade_takes_what_cannot_be_without(sample: Store, delete: Delete, claims: Claims) -> None:
    plan = delete(sample, CONCERT, cascade=True)
    kinds = [kind for kind, _ in plan.deleted]
    assert (kinds.count("event"), kinds.count("role"), len(set(kinds))) == (1, len(kinds) - 1, 2)
    assert rows.get(sample, records.EVENT, CONCERT) is None
    assert rows.belonging(sample, records.ROLE, "event", CONCERT) == []
    assert claims(sample, CONCERT) == []
    assert rows.get(sample, records.PARTICIPANT, "kofice") is not None


def test_what_merely_points_to_it_loses_the_pointer(sample: Store, delete: Delete) -> None:
    plan = delete(sample, INITIATIVE, cascade=True)
    assert plan.cleared == {("event", CONCERT, "programme"): None, ("event", FORUM, "also_under"): None}
    concert, forum = (rows.get(sample, records.EVENT, one) for one in (CONCERT, FORUM))
    assert concert is not None
    assert concert["programme"] is None
    assert forum is not None
    assert forum["also_under"] is None
    assert forum["programme"] == "asean-korea-innovative-culture-forum"


def test_the_parts_of_an_event_and_the_reprints_of_a_source_stay(sample: Store, add: Add, delete: Delete) -> None:
    add(sample, "source", title="Original")
    add(sample, "source", title="Reprint", origin="original")
    delete(sample, "original", cascade=True)
    reprint = rows.get(sample, records.SOURCE, "reprint")
    assert reprint is not None
    assert reprint["origin"] is None
    delete(sample, "7th-asem-culture-ministers-meeting-2016", cascade=True)
    (panel,) = rows.where(sample, records.EVENT, "id LIKE 'asef-policy-panel%2016'")
    assert panel["part_of"] is None


def test_several_items_leave_one_list(sample: Store, add: Add, delete: Delete) -> None:
    for name in ("Arts A", "Arts B", "Arts C"):
        add(sample, "programme", name=name, frequency="triennial")
    add(sample, "event", title="Fair", also_under="arts-a; asem; arts-b; arts-c")
    plan = delete(sample, "programmes", "frequency:triennial", cascade=True)
    assert len(plan.deleted) == 3
    fair = rows.get(sample, records.EVENT, "fair")
    assert fair is not None
    assert fair["also_under"] == ["asem"]
    assert list(whole.dangling(sample)) == []


def test_an_affiliation_that_is_only_text_stays(sample: Store, add: Add, delete: Delete) -> None:
    role = add(
        sample, "role", participant="min", role="speaker", event=CONCERT, affiliations="VTV; a band", on_behalf_of="vtv"
    )
    plan = delete(sample, "vtv", cascade=True)
    assert plan.cleared[("role", role["id"], "affiliations")] == ["a band"]
    kept = rows.get(sample, records.ROLE, role["id"])
    assert kept is not None
    assert (kept["affiliations"], kept["on_behalf_of"]) == (["a band"], None)


def test_a_source_takes_what_it_says_and_leaves_the_records(sample: Store, delete: Delete) -> None:
    events = list(whole.every(sample, records.EVENT))
    delete(sample, "asef-culture", cascade=True)
    assert rows.belonging(sample, records.CLAIM, "source", "asef-culture") == []
    assert list(whole.every(sample, records.EVENT)) == events


def test_records_that_refer_to_one_another_go_together(sample: Store, delete: Delete) -> None:
    plan = delete(sample, "events", "programme:asem-culture-ministers-meeting,asef-policy-panels", cascade=True)
    assert {record for kind, record in plan.deleted if kind == "event"} >= {
        "7th-asem-culture-ministers-meeting-2016",
        "asef-policy-panel-at-the-7th-asem-culture-ministers-meeting-2016",
    }
    assert list(whole.dangling(sample)) == []


def test_a_deletion_is_one_operation(sample: Store, delete: Delete) -> None:
    (before,) = sample.connection.execute("SELECT count(*) FROM operation").fetchone()
    delete(sample, "asem", cascade=True)
    (after,) = sample.connection.execute("SELECT count(*) FROM operation").fetchone()
    assert after == before + 1


def some_of_each_kind(store: Store) -> list[str]:
    """Records from the beginning, the middle and the end of each kind, to which most others refer."""
    found: list[str] = []
    for kind in records.KINDS.values():
        of_kind = [one["id"] for one in rows.where(store, kind, "1")] if kind.name not in records.STANDING else []
        found += of_kind[:: max(1, len(of_kind) // 12)]
    return found


def test_nothing_dangles_whichever_record_of_the_sample_is_deleted(sample: Store, delete: Delete) -> None:
    original = sqlite3.connect(":memory:")
    sample.connection.backup(original)
    for one in some_of_each_kind(sample):
        delete(sample, one, cascade=True)
        assert one not in ids(sample)
        assert list(whole.dangling(sample)) == [], one
        assert sample.connection.execute("PRAGMA foreign_key_check").fetchall() == [], one
        original.backup(sample.connection)
    original.close()


def test_all_of_the_sample_can_be_deleted_record_by_record(sample: Store, delete: Delete) -> None:
    while left := ids(sample):
        delete(sample, left[0], cascade=True)
        assert list(whole.dangling(sample)) == []
    assert everything(sample)["participant"] == []
