from collections.abc import Sequence

import pytest

from exchangecli.model import conflicts
from exchangecli.model.conflicts import Dispute
from exchangecli.model.types import Record


def claim(field: str, value: str, source: str | None = "s", rank: str = "normal") -> Record:
    return {"record": "r", "field": field, "value": value, "source": source, "rank": rank}


def role(participant: str, code: str, session: str | None = None) -> Record:
    return {
        "id": f"{participant}-{code}",
        "participant": participant,
        "event": "e",
        "role": code,
        "session": session,
    }


def said(found: Dispute) -> dict[str, list[str]]:
    return {side.value: side.sources for side in found.sides}


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
        pytest.param("name", ["C", "C++"], id="a sign"),
        pytest.param("title", ["★★★", "☆☆☆"], id="signs alone"),
        pytest.param("title", ["!!!", "???"], id="nothing that is read aloud"),
        pytest.param("country", ["KR", "KP"], id="codes"),
    ],
)
def test_what_disagrees(field: str, values: list[str]) -> None:
    found = conflicts.of_claims([claim(field, value, f"source {value}") for value in values])
    assert [(one.record, one.field, one.kind, one.is_open) for one in found] == [("r", field, "values", True)]
    assert said(found[0]) == {value: [f"source {value}"] for value in values}


def test_sources_of_one_value_stand_together() -> None:
    claims = [
        claim("city", "Huế", "b"),
        claim("city", "Hanoi", "c"),
        claim("city", "Huế", "a"),
        claim("city", "Huế", None),
    ]
    (found,) = conflicts.of_claims(claims)
    assert said(found) == {"Huế": ["a", "b"], "Hanoi": ["c"]}


@pytest.mark.parametrize("rank", ["superseded", "deprecated"])
def test_a_claim_that_is_out_of_the_dispute_disputes_nothing(rank: str) -> None:
    assert conflicts.of_claims([claim("city", "Huế"), claim("city", "Hanoi", rank=rank)]) == []


def test_what_a_person_preferred_is_disputed_by_what_is_claimed_besides() -> None:
    decided = [claim("city", "Huế", rank="preferred"), claim("city", "Hanoi", rank="deprecated")]
    assert conflicts.of_claims(decided) == []
    (found,) = conflicts.of_claims([*decided, claim("city", "Da Nang", "new")])
    assert said(found) == {"Huế": ["s"], "Da Nang": ["new"]}


def test_two_preferred_values_are_both_so() -> None:
    both = [claim("city", "Huế", rank="preferred"), claim("city", "Hanoi", rank="preferred")]
    assert conflicts.of_claims([*both, claim("city", "hanoi")]) == []


@pytest.mark.parametrize(
    ("field", "one", "other", "kind"),
    [
        pytest.param("title", "Đức Phúc", "DUC PHUC", "same name, other spelling", id="spelling"),
        pytest.param("start", "2018", "2018-03", "less precise", id="a date in a date"),
        pytest.param("disciplines", '["music"]', '["dance","music"]', "less complete", id="a list in a list"),
        pytest.param("approximate", "true", "false", "less precise", id="a round figure"),
        pytest.param("disciplines", '["music"]', '["dance"]', "values", id="another list"),
    ],
)
def test_how_values_differ(field: str, one: str, other: str, kind: str) -> None:
    (found,) = conflicts.differences([claim(field, one), claim(field, other)])
    assert (found.kind, found.is_open) == (kind, kind == "values")


@pytest.mark.parametrize(
    ("rank", "kind"), [("superseded", "superseded"), ("deprecated", "decided"), ("preferred", "decided")]
)
def test_why_values_are_no_conflict(rank: str, kind: str) -> None:
    other = [claim("city", "Hanoi", rank=rank)] + ([claim("city", "Huế", rank=rank)] if rank == "preferred" else [])
    (found,) = conflicts.differences([claim("city", "Huế"), *other])
    assert (found.kind, found.is_open) == (kind, False)


def test_each_field_is_a_dispute_of_its_own() -> None:
    claims = [claim("city", "Huế"), claim("venue", "Opera"), claim("city", "Hanoi"), claim("venue", "Citadel")]
    claims += [claim("country", "VN"), claim("country", "VN")]
    assert [one.field for one in conflicts.of_claims(claims)] == ["city", "venue"]


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
    assert [one.field for one in found] == expected
    assert all(one.kind == "roles" for one in found)


def claimed(code: str, source: str | None, rank: str = "normal") -> Record:
    return claim("role", code, source, rank) | {"record": f"a-{code}"}


def test_a_conflict_of_roles_says_who_says_what() -> None:
    claims = [claimed("organiser", "x"), claimed("partner", "y"), claimed("organiser", None)]
    claims.append(claim("capacity", "Director", "z") | {"record": "a-partner"})
    (found,) = conflicts.of_roles([role("a", "organiser"), role("a", "partner")], claims)
    assert (found.record, found.field) == ("e", "role:a")
    assert said(found) == {"organiser": ["x"], "partner": ["y"]}


@pytest.mark.parametrize(
    ("ranks", "is_conflict"),
    [
        pytest.param(("normal", "normal"), True, id="undecided"),
        pytest.param(("preferred", "normal"), True, id="one preferred, the other claimed besides"),
        pytest.param(("preferred", "preferred"), False, id="both kept"),
        pytest.param(("normal", "superseded"), False, id="a plan"),
        pytest.param(("normal", "deprecated"), False, id="ruled out"),
    ],
)
def test_ranks_settle_a_conflict_of_roles(ranks: tuple[str, str], *, is_conflict: bool) -> None:
    claims = [claimed("organiser", "x", ranks[0]), claimed("partner", "y", ranks[1])]
    assert bool(conflicts.of_roles([role("a", "organiser"), role("a", "partner")], claims)) is is_conflict
