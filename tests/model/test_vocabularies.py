"""The lists are data, and are held to their rules here: what every term has, and that no word means two of them."""

from collections import defaultdict

import pytest

from exchangecli.errors import UnknownVocabulary, UnknownWord
from exchangecli.model.folding import fold
from exchangecli.model.vocabularies import Term, vocabulary, vocabulary_names

ALL_TERMS = [
    pytest.param(name, term, id=f"{name}:{term.code}")
    for name in vocabulary_names()
    for term in vocabulary(name).terms.values()
]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        pytest.param("roles", "keynote_speaker", "keynote_speaker", id="code"),
        pytest.param("roles", "Keynote speaker", "keynote_speaker", id="label"),
        pytest.param("roles", " KEYNOTE-SPEAKER ", "keynote_speaker", id="hyphen and capitals"),
        pytest.param("roles", "keynotespeaker", "keynote_speaker", id="without a space"),
        pytest.param("roles", "기조연설", "keynote_speaker", id="Korean"),
        pytest.param("roles", "공동 주최", "co_organiser", id="Korean with a space"),
        pytest.param("roles", "Co-Organizer", "co_organiser", id="American"),
        pytest.param("roles", "주관", "implementer", id="jugwan runs it"),
        pytest.param("roles", "managed by", "implementer", id="managed"),
        pytest.param("roles", "후원", "patron", id="huwon is patronage"),
        pytest.param("roles", "협찬", "sponsor", id="hyeopchan is money"),
        pytest.param("roles", "MC", "mc", id="master of ceremonies"),
        pytest.param("event-kinds", "forum", "forum_conference", id="forum"),
        pytest.param("event-kinds", "ministerial", "ministerial_meeting", id="ministerial"),
        pytest.param("event-kinds", "Senior Officials’ Meeting", "senior_officials_meeting", id="apostrophe"),
        pytest.param("event-kinds", "go-and-see", "go_and_see", id="go and see"),
        pytest.param("modes", "on-site", "on_site", id="on-site"),
        pytest.param("modes", "in person", "on_site", id="in person"),
        pytest.param("statuses", "canceled", "cancelled", id="canceled"),
        pytest.param("disciplines", "theater", "theatre", id="theater"),
        pytest.param("disciplines", "K-Pop", "popular_music", id="k-pop"),
        pytest.param("participant-kinds", "Ministry", "state", id="ministry"),
        pytest.param("source-kinds", "보도자료", "press_release", id="press release"),
        pytest.param("frequencies", "every two years", "biennial", id="every two years"),
    ],
)
def test_read(name: str, text: str, code: str) -> None:
    assert vocabulary(name).read(text) == code


@pytest.mark.parametrize(
    ("name", "text", "nearest"),
    [
        pytest.param("roles", "keynot speeker", "keynote_speaker", id="misspelt"),
        pytest.param("roles", "sponsored by", "sponsor", id="an ambiguous word is asked about"),
        pytest.param("event-kinds", "meeting", "expert_meeting", id="too wide"),
        pytest.param("statuses", "postpond", "postponed", id="status"),
    ],
)
def test_an_unknown_word_names_the_nearest(name: str, text: str, nearest: str) -> None:
    with pytest.raises(UnknownWord) as caught:
        vocabulary(name).read(text)
    assert nearest in caught.value.nearest
    assert len(caught.value.nearest) <= 3
    assert f"did you mean {caught.value.nearest[0]}" in caught.value.sentence


@pytest.mark.parametrize("text", ["", "…", "xyzzy", "문"], ids=repr)
def test_a_word_like_none_suggests_nothing(text: str) -> None:
    with pytest.raises(UnknownWord) as caught:
        vocabulary("modes").read(text)
    assert caught.value.nearest == ()


def test_an_unknown_list_names_the_lists() -> None:
    with pytest.raises(UnknownVocabulary, match="did you mean roles") as caught:
        vocabulary("rolez")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", vocabulary_names())
def test_no_word_means_two_terms(name: str) -> None:
    meant = defaultdict(set)
    for term in vocabulary(name).terms.values():
        for spelling in term.spellings():
            meant[fold(spelling).replace(" ", "")].add(term.code)
    assert {spelling: codes for spelling, codes in meant.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(("name", "term"), ALL_TERMS)
def test_every_term_is_complete(name: str, term: Term) -> None:
    assert term.code.replace("_", "").isalpha()
    assert term.code == term.code.lower()
    assert term.label[0].isupper()
    assert term.description.endswith(".")
    assert "," not in term.code
    assert vocabulary(name).read(term.label) == term.code


@pytest.mark.parametrize(
    ("name", "column", "allowed"),
    [
        ("roles", "family", {"organising"}),
        ("roles", "taking_part", {"yes", "no"}),
        ("roles", "holder", {"any", "person", "organisation"}),
        ("roles", "schema_org_role", {"yes"}),
        ("event-kinds", "class", {"gathering", "award", "call"}),
        ("disciplines", "broader", {"heritage", "music", "performing_arts", "visual_arts"}),
        ("measures", "counted", {"people", "countries", "bodies", "things", "places", "money"}),
        ("ranks", "wikidata", {"preferred", "normal", "deprecated"}),
    ],
)
def test_the_values_of_a_mapping(name: str, column: str, allowed: set[str]) -> None:
    values = {term.mappings[column] for term in vocabulary(name).terms.values() if column in term.mappings}
    assert values == allowed


def test_the_roles_that_exclude_each_other() -> None:
    family = [code for code, term in vocabulary("roles").terms.items() if "family" in term.mappings]
    assert family == ["organiser", "co_organiser", "implementer", "host", "partner"]


def test_who_is_quoted_did_not_take_part() -> None:
    assert vocabulary("roles").terms["quoted"].mappings["taking_part"] == "no"


@pytest.mark.parametrize("column", ["group", "taking_part", "holder"])
def test_every_role_says_how_it_is_shown_and_counted(column: str) -> None:
    assert all(column in term.mappings for term in vocabulary("roles").terms.values())


def test_every_event_kind_has_a_class() -> None:
    classes = defaultdict(list)
    for code, term in vocabulary("event-kinds").terms.items():
        classes[term.mappings["class"]].append(code)
    assert classes["call"] == ["open_call"]
    assert "residency" in classes["gathering"]
    assert all(
        code.endswith(("grant", "support", "scholarship", "placement", "go_and_see")) for code in classes["award"]
    )


def test_codes_of_marc_are_not_its_false_friends() -> None:
    marc = {code: term.mappings.get("marc") for code, term in vocabulary("roles").terms.items()}
    assert (marc["organiser"], marc["mc"], marc["host"]) == ("orm", "hst", "his")
    assert not {"pre", "org", "rcp", "aud", "pat"} & set(marc.values())
