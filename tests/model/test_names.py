"""Names that go together, and names that only look so."""

import pytest

from exchangecli.model.names import Level, alike, contradict, parsed

FOUNDATION = "Korean Foundation for International Cultural Exchange"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Manh Cường", "Manh Cuong", Level.EQUAL),
        ("2025 ASEAN-Korea Forum", "ASEAN-Korea Forum", Level.EQUAL),
        ("The 7th ASEM Culture Ministers' Meeting", "ASEM Culture Ministers Meeting", Level.EQUAL),
        ("Lee Kyogu", "Kyogu Lee", Level.REORDERED),
        ("Na Taejoo", "Na Tae-joo", Level.RESPELLED),
        ("Tae-joo Na", "Na Taejoo", Level.RESPELLED),
        ("SILKROAD C&T", "Silk Road C&T", Level.RESPELLED),
        ("Korea-ASEAN Center", "ASEAN-Korea Centre", Level.CLOSE),
        ("ASEAN-Korea Innovate Culture Forum", "ASEAN-Korea Innovative Culture Forum", Level.CLOSE),
        (FOUNDATION, "Korea Foundation for International Cultural Exchange", Level.CLOSE),
        (FOUNDATION, "Korea Foundation of International Cultural Exchange", Level.CLOSE),
        ("Korea Foundation", "Korea Foundation for International Cultural Exchange", Level.PART),
        ("Ministry of Culture", "Ministry of Culture of Korea", Level.PART),
        ("National Theatre", "International Theatre", Level.OTHER),
        ("ASEAN-Korea Youth Forum", "ASEAN-Korea Media Forum", Level.OTHER),
        ("Kim Min", "Kim Mu", Level.OTHER),
        ("2025", "2024", Level.OTHER),
        ("...", "Forum", Level.OTHER),
        ("제3회 한-아세안 문화혁신 포럼", "한-아세안 문화혁신 포럼", Level.EQUAL),
    ],
)
def test_how_near_names_are(one: str, other: str, level: Level) -> None:
    assert alike(one, other).level is level
    assert alike(other, one).level is level


def test_a_longer_name_says_what_it_has_besides() -> None:
    assert alike("Ministry of Culture", "Ministry of Culture of South Korea").rest == ("south", "korea")


def test_years_and_numbers_stand_apart_from_the_words() -> None:
    name = parsed("The 12th Hue Festival 2018, second stage of B1A4")
    assert (set(name.years), set(name.numbers)) == ({2018}, {12, 2})
    assert name.words == ("hue", "festival", "stage", "b1a4")


@pytest.mark.parametrize("said", ["Twenty-first Forum", "The twenty first Forum", "21st Forum", "제21회 Forum"])
def test_an_ordinal_is_one_number_however_it_is_written(said: str) -> None:
    assert (set(parsed(said).numbers), parsed(said).words) == ({21}, ("forum",))


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [({7}, {8}, True), ({7}, set(), False), (set(), set(), False), ({7}, {7, 2}, False), ({1, 2}, {3}, True)],
)
def test_numbers_contradict_where_both_are_said(one: set[int], other: set[int], so: bool) -> None:
    assert contradict(frozenset(one), frozenset(other)) is so
