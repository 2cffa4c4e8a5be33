from collections.abc import Callable

import pytest

from exchangecli.curate import dossier, targets
from exchangecli.curate.dossier import Dossier
from exchangecli.curate.editing import EditPlan
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store

Add = Callable[..., Record]
Edit = Callable[..., EditPlan]

CONCERT = "asean-korea-music-concert-2025"
FORUM = "asean-korea-innovative-culture-forum-2025"


def gathered(store: Store, record: str) -> Dossier:
    kind, (found,) = targets.one(store, record)
    return dossier.gather(store, kind, found)


def disputed(store: Store, record: str) -> dict[str, dict[str, list[str]]]:
    return {one.field: {side.value: side.sources for side in one.sides} for one in gathered(store, record).conflicts}


def test_where_the_sources_of_the_sample_disagree(sample: Store) -> None:
    diplomacy, *others = "diplomacy-journal-korea-asean", "city-weekly-forum-2025", "newsflash-asean-korea-forum"
    assert disputed(sample, FORUM) == {
        "title": {
            "2025 ASEAN-Korea Innovate Culture Forum": [diplomacy],
            "2025 ASEAN-Korea Innovative Culture Forum": others,
        },
        "role:kofice": {"partner": [diplomacy], "organiser": others},
    }
    assert disputed(sample, CONCERT)["role:kofice"].keys() == {"partner", "co_organiser"}


def test_a_decision_settles_a_conflict(sample: Store, edit: Edit) -> None:
    edit(sample, FORUM, "title=2025 ASEAN-Korea Innovate Culture Forum")
    assert "title" not in disputed(sample, FORUM)


def test_what_belongs_to_an_event(sample: Store) -> None:
    found = gathered(sample, FORUM)
    assert found.kind is records.EVENT
    assert found.record["id"] == FORUM
    assert sorted(one["position"] or 0 for one in found.sessions) == [0, 1, 2, 3]
    assert [one["title"] for one in found.sessions if one["position"]] == [
        "Practicing Cultural Diversity in the Age of AI",
        "Mobility of Creative Industries in the Age of AI",
        "Cultural Literacy in the Age of AI",
    ]
    assert {one["participant"] for one in found.roles} >= {"kofice", "lee-kyogu"}
    assert {one["measure"] for one in found.figures} == {"participating_countries"}
    assert {one["name"] for one in found.names} == {
        "2025 ASEAN-Korea Innovate Culture Forum",
        "2025 한-아세안 문화혁신 포럼",
    }
    assert {claim["record"] for claim in found.claims} == {FORUM}
    facts = {one["id"] for one in (*found.roles, *found.sessions, *found.figures, *found.names)}
    assert set(found.fact_claims) == facts
    assert all(found.fact_claims.values())


def test_roles_stand_in_the_order_in_which_their_source_names_them(sample: Store) -> None:
    positions = [one["position"] for one in gathered(sample, CONCERT).roles]
    known = [position for position in positions if position is not None]
    assert known == sorted(known)
    assert positions[: len(known)] == known


@pytest.mark.parametrize(
    ("record", "events"),
    [
        pytest.param(
            "asem-culture-ministers-meeting",
            [
                "1st-asem-culture-ministers-meeting-2003",
                "2nd-asem-culture-ministers-meeting-2005",
                "3rd-asem-culture-ministers-meeting-2008",
                "4th-asem-culture-ministers-meeting-2010",
                "5th-asem-culture-ministers-meeting-2012",
                "6th-asem-culture-ministers-meeting-2014",
                "7th-asem-culture-ministers-meeting-2016",
                "8th-asem-culture-ministers-meeting-2018",
            ],
            id="of a programme, in the order of their dates",
        ),
        pytest.param(
            "7th-asem-culture-ministers-meeting-2016",
            ["asef-policy-panel-at-the-7th-asem-culture-ministers-meeting-2016"],
            id="the parts of an event",
        ),
        pytest.param("kofice", [], id="a participant has roles instead"),
    ],
)
def test_events_under_it(sample: Store, record: str, events: list[str]) -> None:
    assert [one["id"] for one in gathered(sample, record).events] == events


@pytest.mark.parametrize("record", ["kofice", "asem", f"{FORUM}-keynote"])
def test_roles_are_seen_from_every_side(sample: Store, record: str) -> None:
    assert gathered(sample, record).roles


def test_what_is_referred_to_is_called_by_its_name(sample: Store) -> None:
    found = gathered(sample, CONCERT)
    assert found.called("kofice") == "Korean Foundation for International Cultural Exchange"
    assert found.called("diplomacy-journal-korea-asean").startswith("Korea and ASEAN")
    assert found.called("a band of friends") == "a band of friends"


def test_every_record_of_the_sample_has_a_dossier(sample: Store) -> None:
    for name in records.NAMED:
        for record in list(rows.where(sample, records.KINDS[name], "1")):
            shown = dossier.as_json(dossier.gather(sample, records.KINDS[name], record))
            assert shown.items() >= record.items()
            assert {"roles", "sessions", "names", "claims", "conflicts"} <= shown.keys()


def test_json_has_the_claims_of_what_belongs_to_it_too(sample: Store) -> None:
    found = gathered(sample, CONCERT)
    shown = dossier.as_json(found)
    about = {claim["record"] for claim in shown["claims"]}
    assert CONCERT in about
    assert about > {role["id"] for role in found.roles[:3]}


def test_a_record_of_which_nothing_else_is_known(empty: Store, add: Add) -> None:
    add(empty, "participant", name="Band")
    found = gathered(empty, "band")
    belonging = (found.roles, found.sessions, found.events, found.figures, found.names, found.claims, found.conflicts)
    assert all(one == [] for one in belonging)
