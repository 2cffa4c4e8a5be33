"""Who did what: each family of cues, and what is none of them."""

import pytest

from exchangecli.extract.page import take_apart
from exchangecli.extract.roles import find_listed, find_parts, find_quoted
from tests.extract.pages import facts

HEAD = "A long evening\n\nThe 8th Hue Craft Forum opened on 3 May 2024 in the old customs hall by the river."


def parts(said: str) -> list[tuple[str, str]]:
    """Role and name of everybody a sentence gives a part."""
    page = take_apart(said)
    return [(part.role, part.actor.name) for number in range(len(page.sentences)) for part in find_parts(page, number)]


def cited(said: str) -> list[str]:
    page = take_apart(said)
    return [part.actor.name for number in range(len(page.sentences)) for part in find_quoted(page, number)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The forum was organised by the Loom Foundation.", [("organiser", "Loom Foundation")]),
        ("The forum was organized by the Loom Foundation.", [("organiser", "Loom Foundation")]),
        ("Organiser: Loom Foundation", [("organiser", "Loom Foundation")]),
        ("The Loom Foundation hosted the forum in the old hall.", [("organiser", "Loom Foundation")]),
        ("On Friday, the Loom Foundation hosted the forum.", [("organiser", "Loom Foundation")]),
        (
            "The forum was jointly organised by the Loom Foundation and the Silk Museum.",
            [("co_organiser", "Loom Foundation"), ("co_organiser", "Silk Museum")],
        ),
        (
            "Organised jointly by the Loom Foundation and the Silk Museum, the forum was long.",
            [("co_organiser", "Loom Foundation"), ("co_organiser", "Silk Museum")],
        ),
        (
            "The forum was co-hosted by the Loom Foundation and the Silk Museum.",
            [("co_organiser", "Loom Foundation"), ("co_organiser", "Silk Museum")],
        ),
        (
            "Among the speakers at the forum were Ama Mensah, Kofi Osei and Lin Wei.",
            [("speaker", "Ama Mensah"), ("speaker", "Kofi Osei"), ("speaker", "Lin Wei")],
        ),
        (
            "Among the performers are Ama Mensah and the Accra Loom Orchestra.",
            [("performer", "Ama Mensah"), ("performer", "Accra Loom Orchestra")],
        ),
        ("Media partners include Riverpress.", [("media_partner", "Riverpress")]),
        ("The forum was made possible by the Loom Foundation.", [("sponsor", "Loom Foundation")]),
        ("The forum was managed by Kiln Works.", [("implementer", "Kiln Works")]),
        ("It was held in partnership with the Silk Museum.", [("partner", "Silk Museum")]),
        ("It was held in cooperation with the Embassy of Ghana.", [("partner", "Embassy of Ghana")]),
        ("The forum was supported by the Arts Council.", [("sponsor", "Arts Council")]),
        ("With the generous support of the Arts Council, it lasted.", [("sponsor", "Arts Council")]),
        ("The forum was sponsored by Kiln Works.", [("sponsor", "Kiln Works")]),
        ("The forum was funded by the Arts Council.", [("funder", "Arts Council")]),
        ("The talk was moderated by Ama Mensah.", [("moderator", "Ama Mensah")]),
        ("Moderator: Ama Mensah", [("moderator", "Ama Mensah")]),
        ("Ama Mensah delivered the keynote speech.", [("keynote_speaker", "Ama Mensah")]),
        ("Ama Mensah gave the opening remarks.", [("opening_remarks", "Ama Mensah")]),
        ("Ama Mensah delivered a congratulatory speech.", [("congratulatory_remarks", "Ama Mensah")]),
        ("Ama Mensah gave the closing remarks.", [("closing_remarks", "Ama Mensah")]),
        ("Ama Mensah moderated the second talk.", [("moderator", "Ama Mensah")]),
        ("Ama Mensah chaired the jury.", [("chair", "Ama Mensah")]),
        ("Ama Mensah sang until midnight.", [("performer", "Ama Mensah")]),
        ("The Accra Loom Orchestra performed until midnight.", [("performer", "Accra Loom Orchestra")]),
        ("The exhibition is curated by Ama Mensah.", [("curator", "Ama Mensah")]),
        ("The hall shows works by Ama Mensah.", [("artist", "Ama Mensah")]),
        ("The prize was won by Ama Mensah.", [("award_recipient", "Ama Mensah")]),
        ("Ama Mensah won the Silver Loom Award.", [("award_recipient", "Ama Mensah")]),
        ("Ama Mensah led the delegation.", [("head_of_delegation", "Ama Mensah")]),
        ("Panellists: Ama Mensah, Kofi Osei", [("panellist", "Ama Mensah"), ("panellist", "Kofi Osei")]),
        ("The jury was chaired by Ama Mensah.", [("chair", "Ama Mensah")]),
        ("The workshop was led by Ama Mensah.", [("trainer", "Ama Mensah")]),
    ],
)
def test_each_family_of_cues(said: str, found: list[tuple[str, str]]) -> None:
    assert parts(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "The hall was built by the river in 1911.",
        "The forum was organised by nobody in particular.",
        "The forum was organised by weavers from Ghana.",
        "The Loom Foundation hosted nobody that day.",
        "Ama Mensah was born by the river.",
        "The river sang, people say.",
        "It was organised by the end of May.",
        "",
    ],
)
def test_nobody_has_a_part(said: str) -> None:
    assert parts(said) == []


def test_who_presents_an_evening_on_stage_does_not_organise_it() -> None:
    assert parts("Ama Mensah hosted the evening with a drum in her hand.") == [("mc", "Ama Mensah")]
    assert parts("The Loom Foundation hosted the evening in its own hall.") == [("organiser", "Loom Foundation")]


def test_a_person_is_no_organiser_and_a_country_is_none() -> None:
    assert [role for role, _ in parts("The forum was organised by Dr. Ama Mensah.")] in ([], ["curator"])
    assert parts("The forum was organised by Ghana.") == []


def test_a_body_called_it_is_the_one_of_the_sentence_before() -> None:
    page = take_apart(
        "The Loom Foundation was founded in 1996 by eleven workshops of the old town."
        " It has supported the forum since then."
    )
    (part,) = find_parts(page, 1)
    assert (part.role, part.actor.name) == ("sponsor", "Loom Foundation")
    assert part.inferred == "the name is in the sentence before"


def test_a_body_called_it_is_not_looked_for_in_another_paragraph() -> None:
    page = take_apart(
        "The Loom Foundation was founded in 1996 by eleven workshops of the old town.\n\n"
        "It has supported the forum since then, as everybody in the old town knows very well."
    )
    assert find_parts(page, 1) == []


def test_a_partner_named_before_two_verbs_has_part_in_both_events() -> None:
    text = (
        "Forum and festival\n\nThe Loom Foundation, in collaboration with the Silk Museum, hosted the Hue Craft Forum"
        " on 3 May 2024 and hosted the Hue Kite Festival on 5 May 2024 in the old customs hall by the river."
    )
    roles = {(one.event, one.role, one.value) for one in facts(text, "role")}
    assert {(event, "partner", "Silk Museum") for event in ("Hue Craft Forum", "Hue Kite Festival")} <= roles
    assert {(event, "organiser", "Loom Foundation") for event in ("Hue Craft Forum", "Hue Kite Festival")} <= roles


def test_a_host_beside_an_organiser_received_the_event() -> None:
    organised = f"{HEAD} The forum was organised by the Loom Foundation and hosted by the Silk Museum."
    assert {(one.value, one.role) for one in facts(organised, "role")} == {
        ("Loom Foundation", "organiser"),
        ("Silk Museum", "host"),
    }
    alone = f"{HEAD} The forum was hosted by the Silk Museum."
    assert [(one.value, one.role) for one in facts(alone, "role")] == [("Silk Museum", "organiser")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('"We came for the looms and stayed for the songs," said Ama Mensah, director of the museum.', ["Ama Mensah"]),
        ('"We came for the looms and stayed for the songs," Ama Mensah said on Friday evening.', ["Ama Mensah"]),
        ("Ama Mensah, director of the Loom Museum, said that the looms would stay for another year.", ["Ama Mensah"]),
        (
            "According to Ama Mensah, the looms were carried up the stairs by hand, one by one, at night.",
            ["Ama Mensah"],
        ),
        ("The Ministry of Culture said that the looms would stay in the hall for another year or two.", []),
        ("The looms, it is said, were carried up the stairs by hand, one by one, before the sun rose.", []),
    ],
)
def test_who_is_cited(said: str, found: list[str]) -> None:
    assert cited(said) == found


def test_who_has_a_part_is_not_also_cited() -> None:
    text = (
        f'{HEAD} Ama Mensah delivered the keynote speech. "Looms are slow," said Mensah. "So are we," said Kofi Osei.'
    )
    assert {(one.value, one.role) for one in facts(text, "role")} == {
        ("Ama Mensah", "keynote_speaker"),
        ("Kofi Osei", "quoted"),
    }


def test_people_listed_under_a_heading() -> None:
    page = take_apart(
        "The forum opened on 3 May 2024 in the old customs hall by the river, with many guests.\n\n"
        "Speakers:\n- Ama Mensah, Loom Museum\n- Kofi Osei (Ghana)\n\nOrganisers\n- Silk Museum\n- Kiln Works\n"
    )
    found = [(part.role, part.actor.name) for some in find_listed(page).values() for part in some]
    assert found == [
        ("speaker", "Ama Mensah"),
        ("speaker", "Kofi Osei"),
        ("organiser", "Silk Museum"),
        ("organiser", "Kiln Works"),
    ]
