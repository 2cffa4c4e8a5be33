"""Where a proper name begins and ends, and what it names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.extract.names import Name, classify, find_names, place_of
from exchangecli.extract.plain import plain
from exchangecli.extract.sentences import Sentence

PIECES = (
    *("Hue", "Craft", "Forum", "of", "the", "and", ",", ".", "(", ")", ":", "'", '"', "&", "-", "8th", "2024", "HCG"),
    *("Ministry", "Ghana", "'s"),
)


def names(said: str) -> tuple[Name, ...]:
    even = plain(said)
    return find_names(even, Sentence(0, len(even), 0, "body"))


def texts(said: str) -> list[str]:
    return [name.text for name in names(said)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("paid by the Ministry of Culture, Sports and Tourism in May", ["Ministry of Culture, Sports and Tourism"]),
        ("the Ministry of Education, Science and Culture paid", ["Ministry of Education, Science and Culture"]),
        ("the Department of Arts and Crafts paid", ["Department of Arts and Crafts"]),
        ("the Ministry of Culture and the Ministry of Education", ["Ministry of Culture", "Ministry of Education"]),
        ("the Weavers' Guild and Loom Foundation paid", ["Weavers' Guild", "Loom Foundation"]),
        ("the Arts Council, Lotus Foundation and Silk Museum", ["Arts Council", "Lotus Foundation", "Silk Museum"]),
        ("the National Museum of Art and Design lent it", ["National Museum of Art and Design"]),
        ("works by Ludwig van der Brandt were seen", ["Ludwig van der Brandt"]),
        ("a talk by J. S. Okafor was heard", ["J. S. Okafor"]),
        ("the Embassy of the Republic of Ghana paid", ["Embassy of the Republic of Ghana"]),
        ("the Ghanaian Embassy in Hanoi paid", ["Ghanaian Embassy in Hanoi"]),
        ("looms from Laos, Ghana and Peru stood there", ["Laos", "Ghana", "Peru"]),
        ("looms from Bosnia and Herzegovina stood there", ["Bosnia and Herzegovina"]),
        ("the 8th Hue Craft Forum began", ["8th Hue Craft Forum"]),
        ("the third Hue Craft Forum began", ["third Hue Craft Forum"]),
        ("the Hue Craft Forum 2024 began", ["Hue Craft Forum 2024"]),
        ("the museum's Night of Kites began", ["Night of Kites"]),
        ("Ghana's Loom Orchestra played", ["Ghana", "Loom Orchestra"]),
        ("The guild met in May and on Friday", []),
        ("However, they met. Also, they left", []),
        ("nothing here has a capital", []),
        ("", []),
    ],
)
def test_where_names_begin_and_end(said: str, found: list[str]) -> None:
    assert texts(said) == found


@pytest.mark.parametrize(
    ("said", "name", "acronym"),
    [
        ("the Hue Craft Guild (HCG) paid", "Hue Craft Guild", "HCG"),
        ('the Hue Craft Guild ("HCG") paid', "Hue Craft Guild", "HCG"),
        (
            "the Network of Lao and Thai Loom Educators (NLTLE) paid",
            "Network of Lao and Thai Loom Educators",
            "NLTLE",
        ),
        ("the Accra-based Loom Arts Foundation (LAF) paid", "Loom Arts Foundation", "LAF"),
        ("the Hue Craft Guild (founded in 1911) paid", "Hue Craft Guild", None),
        ("the weaver Ama Mensah (Ghana) came", "Ama Mensah", None),
    ],
)
def test_an_acronym_in_brackets(said: str, name: str, acronym: str | None) -> None:
    found = names(said)[0]
    assert (found.text, found.acronym) == (name, acronym)


@pytest.mark.parametrize(
    ("said", "kind", "sort"),
    [
        ("Hue Craft Forum", "event", "forum_conference"),
        ("8th Kite Festival", "event", "festival"),
        ("Festival Cervantino", "event", "festival"),
        ("ASEM Culture Ministers' Meeting", "event", "ministerial_meeting"),
        ("Forum on Looms and Lives", "event", "forum_conference"),
        ("Hue Craft Forum for Young Makers", "event", "forum_conference"),
        ("Hue Craft Forums", "series", "forum_conference"),
        ("Ministry of Culture", "state", None),
        ("Embassy of Ghana", "state", None),
        ("City of Lyon", "state", None),
        ("Loom Foundation", "organisation", None),
        ("University of Ghana", "organisation", None),
        ("Accra Symphony Orchestra", "ensemble", None),
        ("Weavers' Hall", "venue", None),
        ("Makers Abroad Initiative", "programme", "initiative"),
        ("Ghana", "country", None),
        ("Republic of Korea", "country", None),
        ("ASEAN", "group", None),
        ("Hanoi", "city", None),
        ("Ghanaian", "demonym", None),
        ("KOFICE", "acronym", None),
        ("Ama Mensah", "", None),
    ],
)
def test_what_a_name_is(said: str, kind: str, sort: str | None) -> None:
    assert classify(said.split()) == (kind, sort)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("at the Hue Craft Forum: Looms and Lives, which ended", "Hue Craft Forum: Looms and Lives"),
        ("at the Hue Craft Forum: it was a long day for all", "Hue Craft Forum"),
        ("at the Hue Craft Forum 2024: Makers of the New South. It", "Hue Craft Forum 2024: Makers of the New South"),
    ],
)
def test_a_subtitle_belongs_to_the_name_of_an_event(said: str, title: str) -> None:
    assert texts(said)[0] == title


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Vietnam", ("country", "VN")),
        ("Viet Nam", ("country", "VN")),
        ("Vietnam's", ("country", "VN")),
        ("UK", ("country", "GB")),
        ("Korea", ("country", "KR|KP")),
        ("Congo", ("country", "CG|CD")),
        ("ASEAN", ("group", "ASEAN")),
        ("Hanoi", ("city", "VN")),
        ("Ljubljana", ("city", "SI")),
        ("하노이", ("city", "VN")),
        ("hanoi", None),
        ("AI", None),
        ("IT", None),
        ("The", None),
        ("Loom", None),
        ("", None),
    ],
)
def test_places(name: str, place: tuple[str, str] | None) -> None:
    found = place_of(name)
    assert (found and (found[0], {*found[1].split("|")})) == (place and (place[0], {*place[1].split("|")}))


def test_a_month_is_part_of_no_name() -> None:
    assert texts("in November the guild met, and in May they left") == []


@given(st.lists(st.sampled_from(PIECES)))
def test_a_name_stands_where_it_stands(said: list[str]) -> None:
    text = plain(" ".join(said))
    found = find_names(text, Sentence(0, len(text), 0, "body"))
    assert [" ".join(text[one.start : one.end].split()) for one in found] == [one.text for one in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
