"""Where something was held, and the places that only stand near it."""

import pytest

from exchangecli.extract.located import country_of_city, find_places
from exchangecli.extract.page import take_apart
from tests.extract.pages import REST, values


def places(said: str) -> list[tuple[str, str]]:
    page = take_apart(said)
    return [(one.field, one.value) for number in range(len(page.sentences)) for one in find_places(page, number)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The forum was held in Accra, Ghana.", [("city", "Accra"), ("country", "GH")]),
        ("The forum was held in Ghana.", [("country", "GH")]),
        ("The forum (Accra, Ghana) was long.", [("city", "Accra"), ("country", "GH")]),
        ("The forum was held at Weavers' Hall in Accra.", [("venue", "Weavers' Hall"), ("city", "Accra")]),
        ("The forum was held at Weavers' Hall, Accra.", [("venue", "Weavers' Hall"), ("city", "Accra")]),
        ("At Weavers' Hall the guild opened the forum.", [("venue", "Weavers' Hall")]),
        ("The forum was held at the National Theatre of Ghana.", [("venue", "National Theatre of Ghana")]),
        ("The forum was held in the capital Accra.", [("city", "Accra")]),
        ("It was held in Seoul, South Korea.", [("city", "Seoul"), ("country", "KR")]),
        ("It was held in Seoul, Korea.", [("city", "Seoul"), ("country", "KR")]),
        ("It was held in Pyongyang, Korea.", [("city", "Pyongyang"), ("country", "KP")]),
        ("It was held in Korea.", [("country", "Korea")]),
        ("It was held in Singapore.", [("city", "Singapore"), ("country", "SG")]),
        ("It was held in ASEAN.", []),
        ("It was held in May.", []),
        ("It was held in silence.", []),
        ("", []),
    ],
)
def test_where_it_was_held(said: str, found: list[tuple[str, str]]) -> None:
    assert places(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "Makers from Accra and Lagos came.",
        "The Embassy of Ghana in Vietnam paid.",
        "The Ghanaian Embassy in Hanoi paid.",
        "A talk between Ghana and Vietnam went on.",
        "Ama Mensah, who was born in Accra, wove.",
        "The guild, which is based in Accra, paid.",
        "She studied at Accra and wove.",
        "The Mayor of Accra came late.",
        "Museums in Accra lent their looms.",
        "Ghana lent the looms.",
    ],
)
def test_where_it_was_not_held(said: str) -> None:
    assert places(said) == []


@pytest.mark.parametrize(
    "dateline", ["LONDON (The Courier) - ", "LONDON, May 4 (The Courier) -- ", "LONDON, 4 May 2024 - "]
)
def test_the_place_of_a_dateline_is_not_the_events(dateline: str) -> None:
    text = (
        f"Weavers open their house\n\n{dateline}The 8th Hue Craft Forum was held in Accra, Ghana, on 3 May 2024.{REST}"
    )
    assert values(text, "city") == ["Accra"]
    assert values(text, "country") == ["GH"]


def test_the_place_of_a_dateline_is_nothing_where_no_other_is_said() -> None:
    text = f"Weavers open their house\n\nLONDON (The Courier) - The 8th Loom Forum was held on 3 May 2024.{REST}"
    assert values(text, "city") == values(text, "country") == []


def test_the_country_of_a_city_is_added_and_said_to_be() -> None:
    from tests.extract.pages import facts

    text = f"Weavers open their house\n\nThe 8th Loom Forum was held in Ljubljana on 3 May 2024.{REST}"
    assert values(text, "city") == ["Ljubljana"]
    (country,) = facts(text, "country")
    assert country.value == "SI"
    assert country.inferred


def test_a_place_stands_with_the_word_before_it() -> None:
    said = "The forum was held at Weavers' Hall in Accra."
    page = take_apart(said)
    assert [said[one.start : one.end] for one in find_places(page, 0)] == ["at Weavers' Hall", "in Accra"]


@pytest.mark.parametrize(
    ("city", "country"),
    [
        ("Ljubljana", "SI"),
        ("Accra", "GH"),
        ("Paris", "FR"),
        ("Seoul", "KR"),
        ("Hanoi", "VN"),
        ("하노이", "VN"),
        ("Nowhere-on-Sea", None),
        ("", None),
    ],
)
def test_the_country_of_a_city(city: str, country: str | None) -> None:
    assert country_of_city(city) == country


@pytest.mark.parametrize("city", ["San Jose", "Valencia"])
def test_a_city_of_which_there_are_two_large_ones_says_no_country(city: str) -> None:
    assert country_of_city(city) is None
