from collections.abc import Callable

import pytest

from exchangecli import errors
from exchangecli.curate.editing import EditPlan
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store

Add = Callable[..., Record]
Edit = Callable[..., EditPlan]
Claims = Callable[..., list[Record]]

TEXT = """The Korea–ASEAN forum opened in “Gwangju” on 3 May 2024,
with some 1,200 visitors from  eleven countries. Minister Kim spoke first; dancers followed."""


@pytest.fixture
def cited(empty: Store, add: Add) -> Store:
    """A dataset with two sources: one whose text is kept, and one without."""
    add(empty, "source", id="kept", title="Forum opens", text=TEXT)
    add(empty, "source", id="other", title="Forum opened")
    return empty


def test_each_field_that_is_set_gets_a_claim(cited: Store, add: Add, claims: Claims) -> None:
    event = add(
        cited,
        "event",
        title="Korea-ASEAN Forum",
        start="3 May 2024",
        city="Gwangju",
        country="대한민국",
        source="Forum opened",
        quotes={"start": "on 3 May 2024"},
        locator="p. 2",
    )
    found = {claim["field"]: claim for claim in claims(cited, event["id"])}
    assert {name: (claim["value"], claim["as_printed"], claim["quote"]) for name, claim in found.items()} == {
        "title": ("Korea-ASEAN Forum", None, None),
        "start": ("2024-05-03", "3 May 2024", "on 3 May 2024"),
        "city": ("Gwangju", None, None),
        "country": ("KR", "대한민국", None),
    }
    assert {(claim["source"], claim["locator"], claim["rank"]) for claim in found.values()} == {
        ("other", "p. 2", "normal")
    }


def test_without_a_source_nothing_is_claimed(cited: Store, add: Add, claims: Claims) -> None:
    assert claims(cited, add(cited, "event", title="Forum", country="Viet Nam")["id"]) == []


def test_a_claim_holds_lists_and_flags_as_they_are_stored(cited: Store, add: Add, claims: Claims) -> None:
    event = add(cited, "event", title="Forum", disciplines="music, dance", attendance="some 1,200", source="other")
    assert [(claim["field"], claim["value"]) for claim in claims(cited, event["id"])] == [
        ("title", "Forum"),
        ("disciplines", '["music","dance"]'),
        ("attendance", "1200"),
        ("attendance_approximate", "true"),
    ]


def test_a_role_is_cited_for_what_a_source_states_and_not_for_its_references(
    cited: Store, add: Add, claims: Claims
) -> None:
    add(cited, "event", title="Forum")
    add(cited, "participant", name="Kim")
    role = add(cited, "role", participant="Kim", role="speaker", event="Forum", capacity="Minister", source="other")
    assert [claim["field"] for claim in claims(cited, role["id"])] == ["role", "capacity"]


def test_a_quotation_is_kept_as_the_stored_text_has_it(cited: Store, add: Add, claims: Claims) -> None:
    quotes = {"city": 'opened in "Gwangju" on 3 May 2024, with'}
    event = add(cited, "event", title="Forum", city="Gwangju", source="kept", quotes=quotes)
    (claim,) = claims(cited, event["id"], "city")
    assert claim["quote"] == "opened in “Gwangju” on 3 May 2024,\nwith"
    assert TEXT.startswith(claim["prefix"] + claim["quote"] + claim["suffix"])
    assert claim["suffix"] == " some 1,200 visitors from  eleve"


def test_words_that_the_source_does_not_say_are_refused_with_the_nearest_it_says(cited: Store, add: Add) -> None:
    with pytest.raises(errors.QuoteNotFound) as caught:
        add(
            cited,
            "event",
            title="Forum",
            attendance="1200",
            source="kept",
            quotes={"attendance": "some 1,300 visitors from eleven countries"},
        )
    assert caught.value.hint is not None
    assert "some 1,200 visitors from" in caught.value.hint
    assert rows.count(cited, records.EVENT) == 0


@pytest.mark.parametrize(
    ("source", "quotes", "error", "sentence"),
    [
        pytest.param(None, {"": "x"}, errors.QuoteWithoutSource, "--quote needs --source", id="no source"),
        pytest.param("other", {"": "x"}, errors.QuoteWithoutField, "sets several fields", id="which of two"),
        pytest.param("other", {"venue": "x"}, errors.QuoteWithoutField, "names venue", id="a field not set"),
        pytest.param("other", {"id": "x"}, errors.QuoteWithoutField, "names id", id="the id is no fact"),
        pytest.param("nowhere", {}, errors.NotFound, 'no source is called "nowhere"', id="no such source"),
    ],
)
def test_a_quotation_belongs_to_a_source_and_a_field(
    cited: Store,
    add: Add,
    source: str | None,
    quotes: dict[str, str],
    error: type[errors.ExchangeError],
    sentence: str,
) -> None:
    with pytest.raises(error, match=sentence):
        add(cited, "event", id="one", title="Forum", city="Gwangju", source=source, quotes=quotes)
    assert rows.count(cited, records.EVENT) == 0


def test_one_field_alone_needs_no_name_for_its_quotation(cited: Store, add: Add, claims: Claims) -> None:
    event = add(cited, "event", title="Forum", source="other", quotes={"": "the forum"})
    assert [claim["quote"] for claim in claims(cited, event["id"])] == ["the forum"]


def test_a_quotation_serves_also_what_the_same_words_say_besides(
    cited: Store, add: Add, edit: Edit, claims: Claims
) -> None:
    add(cited, "event", id="forum", title="Forum")
    words = "with some 1,200 visitors"
    edit(cited, "forum", "attendance=some 1,200", source="kept", quotes={"": words})
    found = {claim["field"]: claim["quote"] for claim in claims(cited, "forum")}
    assert found == {"attendance": words, "attendance_approximate": words}


def test_a_quotation_of_its_own_goes_before_that_of_the_companion(cited: Store, add: Add, claims: Claims) -> None:
    event = add(
        cited, "event", title="Forum", start="3-4 May 2024", source="other", quotes={"start": "3 May", "end": "4 May"}
    )
    found = {claim["field"]: claim["quote"] for claim in claims(cited, event["id"])}
    assert found == {"title": None, "start": "3 May", "end": "4 May"}


def test_the_same_claim_twice_is_one(cited: Store, add: Add, claims: Claims) -> None:
    texts = {"participant": "kim", "role": "speaker", "event": "forum"}
    add(cited, "event", id="forum", title="Forum")
    add(cited, "participant", name="Kim")
    role = add(cited, "role", source="kept", quotes={"role": "Minister Kim spoke first"}, **texts)
    add(cited, "role", source="kept", quotes={"role": "Minister Kim  spoke first"}, **texts)
    assert len(claims(cited, role["id"])) == 1


def test_a_source_may_be_cited_for_itself(cited: Store, edit: Edit, claims: Claims) -> None:
    edit(cited, "kept", "publisher=Forum Daily", source="kept")
    (claim,) = claims(cited, "kept")
    assert (claim["field"], claim["source"]) == ("publisher", "kept")
