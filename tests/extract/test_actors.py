"""Lists of people and bodies, with what stands beside their names."""

import pytest

from exchangecli.extract.actors import Actor, listed, one_at, read_office
from exchangecli.extract.page import take_apart

SAY = "The evening was opened by "
"""What every list of these tests follows on."""


def read(said: str, *, people: bool = True) -> list[Actor]:
    text = f"{SAY}{said}"
    page = take_apart(text)
    (sentence,) = page.sentences
    return listed(page, sentence, len(SAY), people=people)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Ama Mensah.", ["Ama Mensah"]),
        ("Ama Mensah and Kofi Osei.", ["Ama Mensah", "Kofi Osei"]),
        ("Ama Mensah, Kofi Osei and Lin Wei.", ["Ama Mensah", "Kofi Osei", "Lin Wei"]),
        ("Ama Mensah, Kofi Osei, and Lin Wei.", ["Ama Mensah", "Kofi Osei", "Lin Wei"]),
        ("Ama Mensah; Kofi Osei; Lin Wei.", ["Ama Mensah", "Kofi Osei", "Lin Wei"]),
        ("Ama Mensah along with Kofi Osei.", ["Ama Mensah", "Kofi Osei"]),
        ("Ama Mensah & Kofi Osei.", ["Ama Mensah", "Kofi Osei"]),
        ("Dr. Ama Mensah and Mr Kofi Osei.", ["Ama Mensah", "Kofi Osei"]),
        ("H.E. Ama Mensah and the Honourable Kofi Osei.", ["Ama Mensah", "Kofi Osei"]),
        ("singer Ama Mensah and folk dancer Kofi Osei.", ["Ama Mensah", "Kofi Osei"]),
        ("the Ghanaian singer Ama Mensah and Lin Wei.", ["Ama Mensah", "Lin Wei"]),
        ("Ama Mensah (Ghana), Lin Wei (China) and Pia Berg (Norway).", ["Ama Mensah", "Lin Wei", "Pia Berg"]),
        ("Ama Mensah, director of the Loom Museum, and Kofi Osei.", ["Ama Mensah", "Kofi Osei"]),
        ("nobody in particular.", []),
        ("the river in May.", []),
    ],
)
def test_lists_of_people(said: str, found: list[str]) -> None:
    assert [actor.name for actor in read(said)] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("the Loom Foundation and the Silk Museum.", ["Loom Foundation", "Silk Museum"]),
        (
            "the Ministry of Culture, Sports and Tourism and KOFICE.",
            ["Ministry of Culture, Sports and Tourism", "KOFICE"],
        ),
        (
            "the Hue Craft Guild (HCG), the Silk Museum and Kiln Works.",
            ["Hue Craft Guild", "Silk Museum", "Kiln Works"],
        ),
        ("both the Loom Foundation and the City of Lyon.", ["Loom Foundation", "City of Lyon"]),
    ],
)
def test_lists_of_bodies(said: str, found: list[str]) -> None:
    assert [actor.name for actor in read(said, people=False)] == found


@pytest.mark.parametrize(
    ("said", "name", "capacity", "affiliation", "country"),
    [
        ("Ama Mensah (Ghana).", "Ama Mensah", None, None, "GH"),
        ("Ama Mensah from Ghana.", "Ama Mensah", None, None, "GH"),
        ("Ghanaian singer Ama Mensah.", "Ama Mensah", "Ghanaian singer", None, "GH"),
        ("Ama Mensah (Director, Loom Museum).", "Ama Mensah", "Director", "Loom Museum", None),
        ("Ama Mensah (Loom Museum).", "Ama Mensah", None, "Loom Museum", None),
        ("Ama Mensah of the Loom Museum.", "Ama Mensah", None, "Loom Museum", None),
        ("Ama Mensah, director of the Loom Museum.", "Ama Mensah", "director", "Loom Museum", None),
        ("Ama Mensah, President of KOFICE, on Friday.", "Ama Mensah", "President", "KOFICE", None),
        ("Culture Minister Ama Mensah.", "Ama Mensah", "Culture Minister", None, None),
        ("KOFICE President Ama Mensah.", "Ama Mensah", "President", "KOFICE", None),
        ("museum director Ama Mensah.", "Ama Mensah", "museum director", None, None),
        ("Professor Ama Mensah.", "Ama Mensah", "Professor", None, None),
        ("Dr Ama Mensah, University of Ghana; she left.", "Ama Mensah", None, "University of Ghana", None),
    ],
)
def test_what_stands_beside_a_name(
    said: str, name: str, capacity: str | None, affiliation: str | None, country: str | None
) -> None:
    actor = read(said)[0]
    assert (actor.name, actor.capacity, actor.affiliation, actor.country) == (name, capacity, affiliation, country)
    assert actor.kind == "person" or not (capacity or affiliation)


def test_an_ambassador_before_a_name() -> None:
    (actor,) = read("Ghanaian Ambassador to Vietnam Ama Mensah.")
    assert (actor.name, actor.kind) == ("Ama Mensah", "person")
    assert (actor.capacity or "").endswith("Ambassador to Vietnam")


def test_a_second_office_is_a_further_one() -> None:
    actor = read("Ama Mensah, director of the Loom Museum, also a founder of the Silk Guild.")[0]
    offices = [(one.capacity, one.affiliation) for one in (actor, *actor.further)]
    assert offices == [("director", "Loom Museum"), ("founder", "Silk Guild")]


def test_the_name_stands_at_its_place_and_ends_with_what_is_beside_it() -> None:
    said = "Dr. Ama Mensah (Director, Loom Museum) on Friday."
    text = f"{SAY}{said}"
    page = take_apart(text)
    actor = one_at(page, page.sentences[0], len(SAY), people=True)
    assert actor is not None
    assert text[actor.start : actor.end] == "Ama Mensah"
    assert text[: actor.until].endswith("(Director, Loom Museum)")


def test_an_event_is_nobody() -> None:
    assert read("the 8th Hue Craft Forum.", people=False) == []


@pytest.mark.parametrize(
    ("said", "office"),
    [
        ("President of KOFICE", ("President", "KOFICE")),
        ("the director of the Loom Museum", ("director", "Loom Museum")),
        ("a co-founder of Kiln Works", ("co-founder", "Kiln Works")),
        ("KOFICE president", ("president", "KOFICE")),
        ("Minister of Culture, Sports and Tourism", ("Minister of Culture, Sports and Tourism", None)),
        ("Deputy Minister of Culture", ("Deputy Minister of Culture", None)),
        ("Ambassador", ("Ambassador", None)),
        ("Director, Loom Museum", ("Director", "Loom Museum")),
        ("Loom Museum", (None, None)),
        ("aged 41", (None, None)),
        ("", (None, None)),
    ],
)
def test_an_office_taken_apart(said: str, office: tuple[str | None, str | None]) -> None:
    assert read_office(said) == office
