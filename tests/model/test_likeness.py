"""Which records are one: the hard cases of the field, and what must never be taken for the same."""

from typing import Any

import pytest

from exchangecli.model.likeness import NEW, PERHAPS, SAME, of_events, of_participants, of_programmes

FOUNDATION = "Korean Foundation for International Cultural Exchange"
OTHER_FOUNDATION = "Korea Foundation for International Cultural Exchange"
FORUM = {"start": "2025-11-08", "venue": "National Gallery Singapore", "country": "SG"}


def called(*names: str, **further: Any) -> dict[str, Any]:
    return {"names": list(names), "acronyms": [], **further}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param(
            called("2025 ASEAN-Korea Innovate Culture Forum", **FORUM),
            called("2025 ASEAN-Korea Innovative Culture Forum", **FORUM),
            SAME, id="another spelling on one day",
        ),
        pytest.param(
            called("2025 ASEAN-Korea Innovate Culture Forum"),
            called("ASEAN-Korea Innovative Culture Forum", start="2025-11-08"),
            SAME, id="the year of the event in its title does not count",
        ),
        pytest.param(
            called("2025 ASEAN-Korea Innovate Culture Forum"),
            called("ASEAN-Korea Innovative Culture Forum", start="2024-10-26"),
            NEW, id="a year in the title against another date",
        ),
        pytest.param(
            called("2024 ASEAN-Korea Innovative Culture Forum"),
            called("2025 ASEAN-Korea Innovative Culture Forum"),
            NEW, id="two years",
        ),
        pytest.param(
            called("7th ASEM Culture Ministers' Meeting", start="2016-06-22"),
            called("8th ASEM Culture Ministers' Meeting", start="2016-06-22"),
            NEW, id="two editions, whatever the dates",
        ),
        pytest.param(
            called("ASEM Culture Ministers' Meeting", edition=7),
            called("Eighth ASEM Culture Ministers' Meeting"),
            NEW, id="an edition in a field and one in words",
        ),
        pytest.param(
            called("7th ASEM Culture Ministers' Meeting"),
            called("ASEM Culture Ministers' Meeting", start="2016-06"),
            SAME, id="one number missing",
        ),
        pytest.param(
            called("Hue Festival", start="2018-04-27"),
            called("Hue Festival", start="2018-06-27"),
            PERHAPS, id="dates far apart count against and do not exclude",
        ),
        pytest.param(
            called("Hue Craft Forum", start="2018"),
            called("Hue Craft Forum", start="2018-06-27"),
            SAME, id="a date that contains the other",
        ),
        pytest.param(
            called("ASEAN-Korea Innovative Culture Forum"),
            called("ASEAN-Korea Innovate Culture Forum", start="2025-11-08"),
            PERHAPS, id="nearly the name, and no date",
        ),
        pytest.param(
            called("Walk in France", start="2018-05-01", city="Hanoi"),
            called("Walk in France", start="2018-05-01", city="Hue"),
            PERHAPS, id="one name on one day in two cities",
        ),
        pytest.param(
            called("ASEAN-Korea Youth Forum", start="2025-11-08"),
            called("ASEAN-Korea Media Forum", start="2025-11-08"),
            NEW, id="one word that differs",
        ),
        pytest.param(
            called("Music and Dance Evening", start="2025-11-08", venue="Opera House"),
            called("Balade en France", start="2025-11-08", venue="Hanoi Opera House"),
            PERHAPS, id="two names on one day in one house",
        ),
        pytest.param(
            called("2025 ASEAN-Korea Music Concert", start="2025-11-01"),
            called("2025 ASEAN-Korea Innovate Culture Forum", start="2025-11-08"),
            NEW, id="two events of one programme",
        ),
    ],
)  # fmt: skip
def test_events(one: dict[str, Any], other: dict[str, Any], verdict: str) -> None:
    assert of_events(one, other).verdict == verdict
    assert of_events(other, one).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param(called("Korea-ASEAN Center"), called("ASEAN-Korea Centre"), SAME, id="order and spelling"),
        pytest.param(called("Lee Kyogu", kind="person"), called("Kyogu Lee", kind="person"), SAME, id="family name"),
        pytest.param(called("Na Taejoo"), called("Na Tae-joo", kind="person"), SAME, id="a hyphen"),
        pytest.param(called("Kim Minsu", kind="person"), called("Kim Minsoo", kind="person"), PERHAPS, id="one letter"),
        pytest.param(called(FOUNDATION), called(OTHER_FOUNDATION), SAME, id="Korea and Korean in a long name"),
        pytest.param(called("Korea Foundation"), called("Korean Foundation"), PERHAPS, id="and in a short one"),
        pytest.param(called("Korea Foundation"), called(OTHER_FOUNDATION), NEW, id="the beginning of another name"),
        pytest.param(called("KOFICE"), called(FOUNDATION, "KOFICE"), SAME, id="an acronym"),
        pytest.param(
            called("Ministry of Culture", country="KR"), called("Ministry of Culture", country="VN"), NEW,
            id="ministries of two countries",
        ),
        pytest.param(
            called("Ministry of Culture"), called("Ministry of Culture of Korea"), PERHAPS, id="with its country"
        ),
        pytest.param(called("Min", kind="person"), called("Min", kind="organisation"), NEW, id="a person and a body"),
        pytest.param(called("Studio 7"), called("Studio 8"), NEW, id="two numbers"),
    ],
)  # fmt: skip
def test_participants(one: dict[str, Any], other: dict[str, Any], verdict: str) -> None:
    assert of_participants(one, other).verdict == verdict
    assert of_participants(other, one).verdict == verdict


def test_one_acronym_of_two_names_is_a_question() -> None:
    one = called("Arts Support Fund", "ASF") | {"acronyms": ["ASF"]}
    other = called("Asia Sculpture Fair", "ASF") | {"acronyms": ["ASF"]}
    assert of_participants(one | {"names": ["Arts Support Fund"]}, other).verdict == PERHAPS


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("ASEAN-Korea Innovate Culture Forum", "ASEAN-Korea Innovative Culture Forum", SAME),
        ("ASEM Culture Ministers' Meetings", "ASEM Culture Ministers' Meeting", SAME),
        ("ASEM Cultural Festival", "ASEM Culture Ministers' Meeting", NEW),
    ],
)
def test_programmes(one: str, other: str, verdict: str) -> None:
    assert of_programmes(called(one), called(other)).verdict == verdict


def test_a_likeness_says_why() -> None:
    found = of_events(called("Hue Forum 2025", **FORUM), called("Forum Hue", **FORUM))
    assert found.reasons == (
        "the same words in another order: Forum Hue",
        "the same date, 2025-11-08",
        "the same venue, National Gallery Singapore",
    )
