from collections.abc import Sequence

import pytest

from exchangecli.model import conflicts
from exchangecli.model.types import Record


def claim(field: str, value: str, source: str | None = "s", rank: str = "normal") -> Record:
    return {"record": "r", "field": field, "value": value, "source": source, "rank": rank}


def role(participant: str, code: str, session: str | None = None) -> Record:
    return {"id": f"{participant}-{code}", "participant": participant, "role": code, "session": session}


@pytest.mark.parametrize(
    ("field", "values"),
    [
        pytest.param("title", ["ASEAN-Korea Forum", "ASEAN–Korea  forum"], id="dashes, spaces and case"),
        pytest.param("name", ["Đức Phúc", "Duc Phuc"], id="accents"),
        pytest.param("start", ["2025", "2025-11", "2025-11-08"], id="dates that contain one another"),
        pytest.param("start", ["2018-03-02", "2018-21"], id="a day in its season"),
        pytest.param("start", ["2010", "2010~"], id="a doubt"),
        pytest.param("attendance", ["3000"], id="one value"),
        pytest.param("end", ["..", ".."], id="both open"),
    ],
)
def test_what_does_not_disagree(field: str, values: list[str]) -> None:
    assert conflicts.of_claims([claim(field, value) for value in values]) == []


@pytest.mark.parametrize(
    ("field", "values"),
    [
        pytest.param("title", ["Innovative Culture Forum", "Innovate Culture Forum"], id="another word"),
        pytest.param("start", ["2025-11-08", "2025-11-09"], id="another day"),
        pytest.param("start", ["2018", "2018-03", "2018-04"], id="two months of the year that a third one says"),
        pytest.param("end", ["2020", ".."], id="ended, or going on"),
        pytest.param("longitude", ["5.25", "-5.25"], id="a sign is no spelling"),
        pytest.param("value", ["1.5", "15"], id="nor is a point"),
        pytest.param("attendance", ["3000", "3001"], id="numbers"),
        pytest.param("country", ["KR", "KP"], id="codes"),
    ],
)
def test_what_disagrees(field: str, values: list[str]) -> None:
    found = conflicts.of_claims([claim(field, value, f"source {value}") for value in values])
    assert found == [
        {
            "field": field,
            "kind": "values",
            "values": [{"value": value, "sources": [f"source {value}"]} for value in values],
        }
    ]


def test_sources_of_one_value_stand_together() -> None:
    claims = [
        claim("city", "Huế", "b"),
        claim("city", "Hanoi", "c"),
        claim("city", "Huế", "a"),
        claim("city", "Huế", None),
    ]
    (found,) = conflicts.of_claims(claims)
    assert found["values"] == [{"value": "Huế", "sources": ["a", "b"]}, {"value": "Hanoi", "sources": ["c"]}]


@pytest.mark.parametrize("rank", ["preferred", "superseded", "deprecated"])
def test_a_rank_settles_it(rank: str) -> None:
    assert conflicts.of_claims([claim("city", "Huế"), claim("city", "Hanoi", rank=rank)]) == []


def test_each_field_is_a_dispute_of_its_own() -> None:
    claims = [claim("city", "Huế"), claim("venue", "Opera"), claim("city", "Hanoi"), claim("venue", "Citadel")]
    claims += [claim("country", "VN"), claim("country", "VN")]
    assert [one["field"] for one in conflicts.of_claims(claims)] == ["city", "venue"]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        pytest.param([role("a", "organiser"), role("a", "co_organiser")], ["role:a"], id="of one family"),
        pytest.param([role("a", "host"), role("a", "partner"), role("b", "implementer")], ["role:a"], id="one of two"),
        pytest.param([role("a", "organiser"), role("b", "organiser")], [], id="two organisers"),
        pytest.param([role("a", "organiser"), role("a", "sponsor")], [], id="an organiser who also pays"),
        pytest.param([role("a", "organiser"), role("a", "performer")], [], id="an organiser on stage"),
        pytest.param([role("a", "organiser"), role("a", "partner", "panel")], [], id="a partner in one session"),
        pytest.param([role("a", "organiser"), role("a", "organiser")], [], id="the same on behalf of two"),
    ],
)
def test_roles_that_exclude_each_other(roles: Sequence[Record], expected: list[str]) -> None:
    found = conflicts.of_roles(roles, [])
    assert [one["field"] for one in found] == expected
    assert all(one["kind"] == "roles" for one in found)


def test_a_conflict_of_roles_says_who_says_what() -> None:
    claims: list[Record] = [
        {"record": "a-organiser", "source": "x"},
        {"record": "a-partner", "source": "y"},
        {"record": "a-organiser", "source": None},
    ]
    (found,) = conflicts.of_roles([role("a", "organiser"), role("a", "partner")], claims)
    assert found["values"] == [{"value": "organiser", "sources": ["x"]}, {"value": "partner", "sources": ["y"]}]
