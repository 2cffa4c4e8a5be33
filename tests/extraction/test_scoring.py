from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exchangecli.extract.proposals import Proposal
from tests.extraction import __main__ as measuring
from tests.extraction import report
from tests.extraction.agreement import agrees
from tests.extraction.scoring import Score, score
from tests.extraction.statements import statements
from tests.extraction.truth import Document, Fact

TEXT = "The Forum met in Hanoi on 8 November. The Concert was held in Seoul."
FORUM, CONCERT = "Culture Forum", "Friendship Concert"


def fact(field: str, event: str, *values: str, **further: Any) -> Fact:
    return Fact(field, event, values, TEXT[:9], 0, 9, **further)


def proposal(field: str, event: str | None, value: str, **further: Any) -> Proposal:
    place = {"quote": TEXT[:9], "start": 0, "end": 9, "rule": "a rule"}
    return Proposal(**{**place, "field": field, "event": event, "value": value, **further})


TRUE = (
    fact("event_name", "F", FORUM),
    fact("event_name", "C", CONCERT),
    fact("city", "F", "Hanoi"),
    fact("city", "C", "Seoul"),
    fact("country", "F", "Viet Nam", optional=True),
    fact("org_role", "F", "Korea Foundation", roles=("organiser", "host")),
)


def scored(*proposals: Proposal, facts: tuple[Fact, ...] = TRUE) -> Score:
    document = Document("a", Path("a.txt"), facts, ("F", "C"))
    return score(document, statements(proposals, document))


def tallies(result: Score, field: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Right, proposed and true of a field: strict, and with the event ignored."""
    ways = report.by_field([result])[field]
    strict, value_only = ways["strict"], ways["value_only"]
    return (strict.right, strict.proposed, strict.true), (value_only.right, value_only.proposed, value_only.true)


NAMED = (proposal("title", FORUM, FORUM), proposal("title", CONCERT, CONCERT))


def test_a_right_value_of_another_event_counts_by_its_value_alone() -> None:
    result = scored(*NAMED, proposal("city", FORUM, "Seoul"))
    assert tallies(result, "city") == ((0, 1, 2), (1, 1, 2))


def test_what_is_optional_is_neither_right_nor_wrong_nor_missed() -> None:
    assert tallies(scored(*NAMED), "country") == ((0, 0, 0), (0, 0, 0))
    assert tallies(scored(*NAMED, proposal("country", FORUM, "VN")), "country") == ((0, 0, 0), (0, 0, 0))
    assert tallies(scored(*NAMED, proposal("country", FORUM, "KR")), "country") == ((0, 1, 0), (0, 1, 0))


def test_what_is_said_again_counts_once() -> None:
    again = (proposal("city", FORUM, "Hanoi"), proposal("city", FORUM, "HANOI", start=17), NAMED[0])
    assert tallies(scored(*NAMED, *again), "city") == ((1, 1, 2), (1, 1, 2))
    wrong = (proposal("city", FORUM, "Hue"), proposal("city", FORUM, "Huế", start=17))
    assert tallies(scored(*NAMED, *wrong), "city") == ((0, 1, 2), (0, 1, 2))


def test_events_are_aligned_by_their_facts_though_the_title_is_another() -> None:
    result = scored(proposal("title", "Headline", "Headline"), proposal("city", "Headline", "Hanoi"), NAMED[1])
    assert result.aligned == {"Headline": "F", CONCERT: "C"}
    assert tallies(result, "city") == ((1, 1, 2), (1, 1, 2))
    assert [said.values for said in result.strict.wrong] == [("Headline",)]
    assert [fact.values for _, fact in result.by_name.right] == [(CONCERT,)]


def test_two_events_that_were_read_are_not_both_the_same_true_one() -> None:
    result = scored(NAMED[0], proposal("city", FORUM, "Hanoi"), proposal("city", "Another", "Hanoi"))
    assert result.aligned == {FORUM: "F"}
    assert tallies(result, "city")[0] == (1, 2, 2)


@pytest.mark.parametrize(
    ("role", "strict", "by_group"),
    [
        pytest.param("organiser", 1, 1, id="the code"),
        pytest.param("host", 1, 1, id="another that is right as well"),
        pytest.param("partner", 0, 1, id="one of its group"),
        pytest.param("funder", 0, 0, id="one of another group"),
    ],
)
def test_roles(role: str, strict: int, by_group: int) -> None:
    ways = report.by_field([scored(*NAMED, proposal("role", FORUM, "The Korea Foundation", role=role))])["org_role"]
    assert (ways["strict"].right, ways["by_group"].right, ways["value_only"].right) == (strict, by_group, 1)


PERSON = (
    fact("event_name", "F", FORUM),
    fact("person_role", "F", "Kim Minji", roles=("speaker",)),
    fact("person_affil", "F", "Director of KOFICE", "KOFICE", person="Kim Minji"),
)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        pytest.param({"affiliation": "KOFICE"}, 1, id="the body"),
        pytest.param({"capacity": "Director", "affiliation": "KOFICE"}, 1, id="the office and the body"),
        pytest.param({"capacity": "Minister", "affiliation": "MCST"}, 0, id="another"),
    ],
)
def test_affiliations_of_people(said: dict[str, str], right: int) -> None:
    speaker = proposal("role", FORUM, "Kim Minji", role="speaker", kind="person", **said)
    result = scored(NAMED[0], speaker, replace(speaker, role="panellist"), facts=PERSON)
    assert tallies(result, "person_affil")[0] == (right, 1, 1)


def test_an_affiliation_of_somebody_else_is_wrong() -> None:
    other = proposal("role", FORUM, "Lee Jun", role="speaker", kind="person", affiliation="KOFICE")
    assert tallies(scored(NAMED[0], other, facts=PERSON), "person_affil")[0] == (0, 1, 1)


def test_start_and_end_are_one_date() -> None:
    true = (fact("event_name", "F", FORUM), fact("date", "F", "2018-03-01/2018-03-02"))
    start = proposal("start", FORUM, "2018-03-01")
    assert tallies(scored(NAMED[0], start, proposal("end", FORUM, "2018-03-02"), facts=true), "date")[0] == (1, 1, 1)
    assert tallies(scored(NAMED[0], start, facts=true), "date")[0] == (0, 1, 1)


def test_what_belongs_to_no_event() -> None:
    true = (fact("acronym", "*", "KOFICE", "Korean Foundation"), fact("launch", "ASEM", "1996"))
    acronym = proposal("name", None, "KOFICE", kind="acronym", of="Another Foundation")
    launches = (proposal("launch", None, "1996", of="ASEM"), proposal("launch", FORUM, "1996"))
    assert tallies(scored(acronym, facts=true), "acronym")[0] == (1, 1, 1)
    assert tallies(scored(launches[0], facts=true), "launch")[0] == (1, 1, 1)
    assert tallies(scored(launches[1], facts=true), "launch") == ((0, 1, 1), (1, 1, 1))


def test_that_an_event_was_held_goes_without_saying() -> None:
    held = proposal("status", FORUM, "held")
    assert tallies(scored(*NAMED, held), "status")[0] == (0, 0, 0)
    cancelled = (*TRUE, fact("status", "F", "cancelled"))
    assert tallies(scored(*NAMED, held, facts=cancelled), "status")[0] == (0, 1, 1)


def test_the_kind_is_not_in_the_total() -> None:
    result = scored(proposal("kind", FORUM, "concert"), NAMED[0], facts=(TRUE[0], fact("kind", "F", "concert")))
    assert tallies(result, "kind")[0] == (1, 1, 1)
    assert tallies(result, report.TOTAL)[0] == (1, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "accepted", "right"),
    [
        ("venue", "the Zsolnay Cultural Quarter", "Zsolnay Cultural Quarter", True),
        ("venue", "Henry Le Boeuf Hall", "HENRY LE BŒUF HALL", True),
        ("venue", "Concert Hall", "Beijing Concert Hall", False),
        ("event_name", "8th ASEM Culture Ministers’ Meeting", "7th ASEM Culture Ministers' Meeting", False),
        ("event_name", "2025 ASEAN-Korea Innovate Culture Forum", "ASEAN–Korea Innovate Culture Forum", True),
        ("org_role", "Ministry of Culture, Sports and Tourism", "Ministry of Culture, Sport and Tourism", False),
        ("country", "VN", "Viet Nam", True),
        ("country", "Korea", "Korea", True),
        ("country", "KP", "Korea", False),
        ("date", "2018", "2018-03", False),
        ("attendance", "3000", "3,000", True),
        ("attendance", "300", "3,000", False),
        ("count", "10 countries", "10 ASEAN countries", True),
        ("count", "10 partner countries", "10 nations", False),
        ("count", "21", "21 Asian", True),
        ("edition", "6", "6", True),
    ],
)
def test_agreement(field: str, value: str, accepted: str, right: bool) -> None:
    assert agrees(field, [value], [accepted]) is right


def test_a_proposal_that_does_not_stand_on_its_words_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = Document("a", path, (), ())
    good, moved, empty = (proposal("city", None, "x"), proposal("city", None, "x", start=1), proposal("city", None, ""))
    faults = list(measuring.ungrounded(document, [good, moved, replace(empty, quote="", start=3, end=3)]))
    assert len(faults) == 2
    assert "'he Forum'" in faults[0]


def test_the_article_is_the_file_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Huế\u00a0“a”\n".encode())
    article = measuring.article(path)
    assert (article.text, article.name) == ("Huế\u00a0“a”\n", "a.txt")
    path.write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-2, B.1
    assert measuring.article(path).sha256 == known
