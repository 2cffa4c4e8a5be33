"""What of an answer is kept: only what the article's own words bear out. Nothing here says how well a model answers."""

from dataclasses import replace
from typing import Any

import pytest

from exchangecli.extract.asked.answers import Fact
from exchangecli.extract.asked.grounding import Dropped, ground
from exchangecli.extract.proposals import Proposal
from exchangecli.model.articles import Article

TEXT = """\
Korea and ASEAN meet in Hue

HUE, 12 May 2025 - The 6th ASEAN-Korea Craft Forum took place on November 8 at the Museum\u00a0of Crafts in Hue,
Vietnam.
“Some 3,000 people came,” said Park Changsik, President of KOFICE. The hall seats 1,500 people.
The forum was jointly hosted by the Ministry of Culture, Sports and Tourism (MCST) and the Huế Craft Guild, and ran from
8 to 9 November. South Korea sent 21 makers; makers from the Republic of Korea and from Korea showed lacquer.
A keynote, "Lacquer  and\nLight", was given by Lee Kyogu. The sixth edition closed with a concert by Min and Kep1er.
The Evening of Songs on 3 March was cancelled. The series was launched in March 2016 with a budget of 1.5 million won.
제7회 한국-아세안 공예 포럼이 2026년 11월 8일에 열린다. 3천 명이 참가했다.
In Hue, up to 200 people may come to the fair in 2019.
"""
FORUM = "6th ASEAN-Korea Craft Forum"
TITLE = Fact(field="title", value=FORUM, quote=f"The {FORUM} took place")
ARTICLE = Article(TEXT, "0" * 64, "report.txt")


def grounded(*facts: Fact, published: str | None = None) -> tuple[list[Proposal], list[Dropped]]:
    result = ground(facts, ARTICLE, "fake", published)
    return list(result.proposals), list(result.dropped)


def fact(field: str, value: str, quote: str, **details: Any) -> Fact:
    return Fact(field=field, value=value, quote=quote, event=FORUM, **details)


def proposed(field: str, value: str, quote: str, **details: Any) -> Proposal:
    """The one proposal that a fact becomes, beside the event's title."""
    proposals, dropped = grounded(TITLE, fact(field, value, quote, **details))
    assert dropped == []
    (one,) = [proposal for proposal in proposals if proposal.field != "title"]
    assert one.event == FORUM
    assert one.quote == TEXT[one.start : one.end]
    return one


def reason(field: str, value: str, quote: str, published: str | None = None, **details: Any) -> str:
    """Why a fact is dropped."""
    proposals, (dropped,) = grounded(TITLE, fact(field, value, quote, **details), published=published)
    assert [proposal.field for proposal in proposals] == ["title"]
    assert (dropped.field, dropped.value, dropped.event) == (field, value, FORUM)
    return dropped.reason


def test_a_title_is_a_proposal_by_the_rule_of_its_model_in_the_words_of_the_article() -> None:
    (title,), dropped = grounded(TITLE)
    assert dropped == []
    assert (title.value, title.event, title.rule) == (FORUM, FORUM, "model:fake")
    assert TEXT[title.start : title.end] == title.quote == f"The {FORUM} took place"


@pytest.mark.parametrize(
    ("field", "answered", "quote", "value"),
    [
        ("venue", "Museum of Crafts", "at the Museum of Crafts", "Museum of Crafts"),
        ("venue", "museum of CRAFTS", "at the Museum of Crafts in Hue", "Museum of Crafts"),
        ("city", "Hue", "in Hue, Vietnam", "Hue"),
        ("country", "VN", "in Hue, Vietnam", "VN"),
        ("country", "Viet Nam", "in Hue, Vietnam", "VN"),
        ("country", "KR", "South Korea sent 21 makers", "KR"),
        ("country", "KR", "makers from the Republic of Korea and from Korea", "KR"),
        ("country", "KR", "and from Korea showed lacquer", "Korea"),
        ("taking_part", "ASEAN", "Korea and ASEAN meet in Hue", "ASEAN"),
        ("taking_part", "KR", "South Korea sent 21 makers", "KR"),
        ("edition", "6", "The 6th ASEAN-Korea Craft Forum", "6"),
        ("edition", "6", "The sixth edition closed", "6"),
        ("edition", "7", "제7회 한국-아세안 공예 포럼", "7"),
        ("kind", "forum", "The 6th ASEAN-Korea Craft Forum", "forum_conference"),
        ("kind", "Concert", "closed with a concert by Min", "concert"),
        ("status", "cancelled", "on 3 March was cancelled", "cancelled"),
        ("theme", "Lacquer and Light", 'A keynote, "Lacquer and Light", was given', "Lacquer and Light"),
        ("programme", "the series", "The series was launched", "The series"),
        ("start", "2025-05-12", "HUE, 12 May 2025", "2025-05-12"),
        ("start", "2026-11-08", "포럼이 2026년 11월 8일에 열린다", "2026-11-08"),
        ("launch", "2016", "was launched in March 2016", "2016"),
        ("launch", "2016-03", "was launched in March 2016", "2016-03"),
    ],
)
def test_a_value_is_read_from_its_quotation(field: str, answered: str, quote: str, value: str) -> None:
    printed = "2026년 11월 8일" if answered == "2026-11-08" else None
    assert proposed(field, answered, quote, as_printed=printed).value == value


@pytest.mark.parametrize(
    ("answered", "quote", "value", "is_approximate", "printed"),
    [
        ("3000", "“Some 3,000 people came,”", "3000", True, "Some 3,000"),
        ("3,000", "Some 3,000 people came", "3000", True, "Some 3,000"),
        ("3000", "3천 명이 참가했다", "3000", False, "3천 명"),
    ],
)
def test_whether_a_number_is_round_is_as_the_quotation_says(
    answered: str, quote: str, value: str, is_approximate: bool, printed: str
) -> None:
    one = proposed("attendance", answered, quote, as_printed="3천 명" if "천" in quote else None)
    assert (one.value, one.approximate, one.as_printed) == (value, is_approximate, printed)


@pytest.mark.parametrize(
    ("field", "value", "quote", "why"),
    [
        ("venue", "Opera House", "at the Opera House", "its quotation is not in the article"),
        ("venue", "Opera House", "in Hue, Vietnam", 'its quotation does not have the words "Opera House"'),
        ("city", "Hu", "in Hue, Vietnam", 'its quotation does not have the words "Hu"'),
        ("theme", "“", "“Some 3,000 people came,”", "its quotation does not have the words"),
        ("venue", "Hue", TEXT[:501], "its quotation is longer than 500 characters"),
        ("attendance", "30000", "Some 3,000 people came", "no number in its quotation reads as 30000"),
        ("attendance", "3", "Some 3,000 people came", "no number in its quotation reads as 3"),
        ("attendance", "many", "Some 3,000 people came", "many is no number"),
        ("attendance", "1500", "seats 1,500 people", "its quotation gives 1500 as a limit"),
        ("attendance", "200", "up to 200 people may come", "its quotation gives 200 as a limit"),
        ("edition", "7", "The 6th ASEAN-Korea Craft Forum", "no number in its quotation reads as 7"),
        ("start", "2025-05-13", "HUE, 12 May 2025", "no date in its quotation reads as 2025-05-13"),
        ("start", "2016-03-01", "launched in March 2016", "no date in its quotation reads as 2016-03-01"),
        ("start", "2016", "launched in March 2016", "no date in its quotation reads as 2016"),
        ("start", "next Friday", "HUE, 12 May 2025", "no date in its quotation reads as next Friday"),
        ("start", "2024-11-08", "on November 8", "has no year, and nothing else in the article says 2024"),
        ("launch", "2025", "took place on November 8", "no date in its quotation reads as 2025"),
        ("launch", "XXXX", "took place on November 8", "no date in its quotation reads as XXXX"),
        ("start", "XXXX", "took place on November 8", "no date in its quotation reads as XXXX"),
        ("country", "KR", "in Hue, Vietnam", "its quotation does not name the country KR"),
        ("country", "Atlantis", "in Hue, Vietnam", "Atlantis is no country known here"),
        ("taking_part", "EU", "Korea and ASEAN meet", "its quotation does not name EU"),
        ("kind", "gala", "closed with a concert", '"gala" is not in the list of event-kinds'),
        ("kind", "festival", "closed with a concert", "its quotation has no words for festival"),
        ("weather", "rain", "in Hue, Vietnam", '"weather" is no field of a proposal'),
    ],
)
def test_what_the_quotation_does_not_say_is_dropped_with_its_reason(
    field: str, value: str, quote: str, why: str
) -> None:
    assert why in reason(field, value, quote)


@pytest.mark.parametrize(
    ("field", "value", "quote", "printed"),
    [("end", "2025-11-09", "8 to 9\nNovember", None), ("start", "2025-11-08", "ran from\n8 to 9 November", None)],
)
def test_a_range_has_a_start_and_an_end(field: str, value: str, quote: str, printed: str | None) -> None:
    where = quote if quote in TEXT else quote.replace("\n", " ")
    one = proposed(field, value, where, as_printed=printed)
    assert (one.value, one.inferred) == (value, "year from another place in the article")


def test_a_year_that_the_quotation_lacks_is_inferred_and_said_to_be() -> None:
    one = proposed("start", "2025-11-08", "took place on November 8 at the Museum")
    assert (one.as_printed, one.inferred) == ("November 8", "year from another place in the article")
    assert proposed("start", "XXXX-11-08", "on November 8").inferred is None
    assert "has no year" in reason("start", "2031-11-08", "on November 8", published="2030-12-01")
    (_, one), _ = grounded(TITLE, fact("start", "2030-11-08", "on November 8"), published="2030-12-01")
    assert one.inferred == "year from the date of publication"


def test_a_year_is_not_taken_from_a_title_that_the_article_does_not_have() -> None:
    invented = replace(fact("start", "2031-11-08", "on November 8"), event="2031 Craft Forum")
    assert [one.reason for one in grounded(invented)[1]] == [
        "its quotation has no year, and nothing else in the article says 2031"
    ]


def test_a_role_is_kept_with_the_words_that_say_it_and_their_order() -> None:
    host = "was jointly hosted by the Ministry of Culture, Sports and Tourism (MCST) and the Huế Craft Guild"
    proposals, dropped = grounded(
        TITLE,
        fact("role", "Hue Craft Guild", host, role="organiser", printed_role="jointly hosted by", kind="organisation"),
        fact("role", "Ministry of Culture, Sports and Tourism", host, role="host", printed_role="hosted by"),
    )
    assert dropped == []
    roles = [one for one in proposals if one.field == "role"]
    assert [(one.value, one.role, one.position) for one in roles] == [
        ("Ministry of Culture, Sports and Tourism", "host", 1),
        ("Huế Craft Guild", "organiser", 2),
    ]
    assert roles[1].printed_role == "jointly hosted by"
    assert roles[1].kind == "organisation"


@pytest.mark.parametrize(
    ("role", "why"),
    [("wizard", '"wizard" is not in the list of roles'), (None, "it says no role"), ("juror", "no words for juror")],
)
def test_an_unknown_role_or_one_without_words_is_dropped(role: str | None, why: str) -> None:
    assert why in reason("role", "Lee Kyogu", "was given by Lee Kyogu", role=role)


def test_a_detail_that_is_not_said_goes_alone() -> None:
    quote = "said Park Changsik, President of KOFICE"
    proposals, dropped = grounded(
        TITLE,
        fact(
            *("role", "Park Changsik", quote),
            role="quoted",
            printed_role="said",
            capacity="President",
            affiliation="Korea Foundation",
            country="KR",
        ),
    )
    one = proposals[-1]
    assert (one.capacity, one.affiliation, one.country) == ("President", None, None)
    assert {detail.field: detail.reason for detail in dropped} == {
        "affiliation": 'its quotation does not have the words "Korea Foundation"; the role "Park Changsik" stays',
        "country": 'its quotation does not name the country KR; the role "Park Changsik" stays',
    }


def test_sessions_names_and_figures_keep_what_they_are_of() -> None:
    quote = 'A keynote, "Lacquer and Light", was given by Lee Kyogu'
    proposals, dropped = grounded(
        TITLE,
        fact("session", "Lacquer and Light", quote, role="keynote"),
        fact("role", "Lee Kyogu", quote, role="keynote_speaker", printed_role="keynote", session="Lacquer and light"),
        fact("name", "MCST", "Tourism (MCST)", of="Ministry of Culture, Sports and Tourism", kind="acronym"),
        fact("figure", "1500000", "a budget of 1.5 million won", measure="amount", unit="won"),
        fact("figure", "21", "South Korea sent 21 makers", measure="artists"),
    )
    assert dropped == []
    by_field = {one.field: one for one in proposals}
    assert (by_field["session"].role, by_field["session"].position) == ("keynote", 1)
    assert by_field["role"].session == "Lacquer and Light"
    assert by_field["name"].of == "Ministry of Culture, Sports and Tourism"
    assert [(one.value, one.unit) for one in proposals if one.field == "figure"] == [("21", None), ("1500000", "won")]


def test_a_session_without_a_title_has_the_code_of_its_kind() -> None:
    one = proposed("session", "keynote", "A keynote,", role="keynote")
    assert (one.value, one.role) == ("keynote", "keynote")


def test_what_is_said_of_an_event_that_the_article_does_not_name_belongs_to_none() -> None:
    result = ground([replace(fact("city", "Hue", "in Hue, Vietnam"), event="Grand Gala")], ARTICLE, "fake")
    assert [one.event for one in result.proposals] == [None]
    assert result.remarks == (
        'no event is called "Grand Gala" in the article; what was answered for it belongs to none yet',
    )


def test_of_several_places_the_first_is_taken_and_it_is_said() -> None:
    result = ground([fact("city", "Hue", "in Hue")], ARTICLE, "fake")
    assert result.proposals[0].start == TEXT.index("in Hue")
    assert any(remark.endswith('and the first place is taken: "in Hue"') for remark in result.remarks)


def test_the_same_fact_answered_twice_is_one_and_no_fact_is_none() -> None:
    proposals, dropped = grounded(TITLE, TITLE)
    assert (len(proposals), dropped) == (1, [])
    assert grounded() == ([], [])


def test_what_another_sentence_says_cannot_be_borrowed_by_a_quotation() -> None:
    assert "does not have the words" in reason("venue", "Museum of Crafts", "said Park Changsik")
    assert "not in the article" in reason("venue", "Museum of Crafts", "took place ... at the Museum of Crafts")
