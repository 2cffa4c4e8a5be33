from collections.abc import Callable
from datetime import date

import pytest

from exchangecli import errors
from exchangecli.curate import memberships
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store

Add = Callable[..., Record]
TODAY = date(2026, 1, 15)


def test_without_a_dataset_the_packaged_groups_are_known() -> None:
    known = {group.code: group for group in memberships.known(None, TODAY)}
    assert list(known) == ["APEC", "ASEAN", "ASEAN+3", "ASEM", "CLMV", "EU", "MEKONG", "NORDIC", "V4"]
    assert known["EU"].name == "European Union"
    assert "GB" not in known["EU"].today
    assert [one["end"] for one in known["EU"].memberships if one["member"] == "GB"] == ["2020-01-31"]


def test_a_new_dataset_has_the_packaged_groups_with_the_same_ids(empty: Store) -> None:
    assert list(rows.where(empty, records.MEMBERSHIP, "1")) == list(memberships.packaged())


@pytest.mark.parametrize(("today", "number"), [(date(2025, 10, 25), 10), (date(2025, 10, 26), 11)])
def test_the_members_are_those_of_the_day(today: date, number: int) -> None:
    asean = memberships.named(memberships.known(None, today), "asean countries")
    assert len(asean.today) == number
    assert memberships.as_json(asean)["count"] == number


def test_the_sides_of_asem_stand_apart_by_date_and_name() -> None:
    sides = memberships.named(memberships.known(None, TODAY), "ASEM").sides()
    assert {side: len(held) for side, held in sides.items()} == {"Asian": 22, "European": 31}
    assert [one["member"] for one in sides["Asian"]][:2] == ["BN", "CN"]
    assert sides["Asian"][-1]["member"] == "KZ"


def test_a_group_of_ones_own_has_countries_and_participants(empty: Store, add: Add) -> None:
    add(empty, "participant", name="African Union")
    add(empty, "membership", group="G20", member="african union", start="2023-09-09")
    add(empty, "membership", group="g20", member="Südkorea", start="1999-12")
    add(empty, "membership", group="G20", member="EU")
    g20 = memberships.named(memberships.known(empty, TODAY), "G20")
    assert g20.names == {"african-union": "African Union", "KR": "South Korea", "_EU": "European Union"}
    assert g20.today == ["_EU", "KR", "african-union"]
    assert [one["name"] for one in memberships.members_as_json(g20)] == [
        "European Union", "South Korea", "African Union",
    ]  # fmt: skip


def test_an_unknown_group_is_refused_with_those_spelled_like_it() -> None:
    with pytest.raises(errors.UnknownWord) as caught:
        memberships.named(memberships.known(None, TODAY), "nordc")
    assert caught.value.nearest == ("NORDIC",)


@pytest.mark.parametrize(
    ("texts", "field", "sentence"),
    [
        ({"group": "Vietnam", "member": "LA"}, "--group", "is a country, and no group of them"),
        ({"group": "Korea", "member": "VN"}, "--group", "is a country"),
        ({"group": "One, two", "member": "VN"}, "--group", "without commas"),
        ({"group": "+", "member": "VN"}, "--group", "is no name of a group"),
        ({"group": "ASEAN", "member": "Korea"}, "--member", "could be KR (South Korea) or KP (North Korea)"),
        ({"group": "ASEAN", "member": "ASEM"}, "--member", "is a group of countries; a member is"),
        ({"group": "ASEAN", "member": "Utopia"}, "--member", "no participant of this dataset"),
        ({"group": "ASEAN", "member": "VN"}, "member", "is a member of ASEAN already, since 28 Jul 1995"),
        ({"group": "EU", "member": "GB", "start": "2020"}, None, None),
        ({"group": "EU", "member": "GB", "start": "2019"}, "member", "already, 1 Jan 1973 – 31 Jan 2020"),
        ({"group": "EU", "member": "GB", "start": "2030-05"}, None, None),
        ({"group": "EU", "member": "NO", "start": "2020", "end": "2019"}, "end", "lies before the start"),
        ({"group": "CLMV", "member": "VN", "start": "1990"}, "member", "is a member of CLMV already, without dates"),
    ],
    ids=lambda value: " ".join(map(str, value.values())) if isinstance(value, dict) else "",
)
def test_what_cannot_be_is_refused_in_a_sentence(
    empty: Store, add: Add, texts: dict[str, str], field: str | None, sentence: str | None
) -> None:
    if sentence is None:
        assert add(empty, "membership", **texts)["id"].startswith("membership-")
        return
    with pytest.raises(errors.FieldProblems) as caught:
        add(empty, "membership", **texts)
    assert [place for place, _ in caught.value.problems] == [field]
    assert sentence in caught.value.sentence


def test_the_same_membership_twice_is_said_already(empty: Store, add: Add) -> None:
    with pytest.raises(errors.SaidAlready, match="is there already") as caught:
        add(empty, "membership", group="ASEAN", member="Viet Nam", start="28 July 1995")
    assert "exchange edit membership-" in str(caught.value.hint)


def test_an_edit_may_not_make_two_at_one_time(empty: Store, add: Add, edit: Callable[..., object]) -> None:
    late = add(empty, "membership", group="EU", member="GB", start="2030")
    with pytest.raises(errors.FieldProblems, match="already"):
        edit(empty, late["id"], "start=2019")
    edit(empty, late["id"], "start=2031", because="postponed")
    assert [one["start"] for one in rows.belonging(empty, records.MEMBERSHIP, "id", late["id"])] == ["2031"]
    assert rows.belonging(empty, records.CLAIM, "record", late["id"]) == []


def test_a_rule_for_korea_reads_a_member_and_leaves_no_claim(empty: Store, add: Add) -> None:
    empty.connection.execute("UPDATE dataset SET readings = '[\"Korea=KR\"]'")
    assert add(empty, "membership", group="OECD", member="Korea")["member"] == "KR"
    assert rows.count(empty, records.CLAIM) == 0


def test_a_participant_that_is_a_member_is_not_deleted_without_it(
    empty: Store, add: Add, delete: Callable[..., object]
) -> None:
    add(empty, "participant", name="African Union")
    membership = add(empty, "membership", group="G20", member="African Union")
    with pytest.raises(errors.StillReferredTo, match="G20, African Union"):
        delete(empty, "african-union")
    delete(empty, membership["id"])
    delete(empty, "african-union")
    assert "G20" not in [group.code for group in memberships.known(empty, TODAY)]


def test_dates_that_another_program_wrote_are_shown_and_count_for_nothing(empty: Store, add: Add) -> None:
    empty.connection.execute("UPDATE membership SET start = 'soon' WHERE member = 'VN' AND \"group\" = 'ASEAN'")
    asean = memberships.named(memberships.known(empty, TODAY), "ASEAN")
    assert "VN" not in asean.today
    assert "VN" in asean.names
    assert add(empty, "membership", group="ASEAN", member="VN", start="1995-07-28")["member"] == "VN"
