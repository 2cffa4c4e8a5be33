"""Accepting and rejecting what articles say: records with their words, conflicts, refusals, and the way back."""

from collections.abc import Callable

import pytest

from exchangecli import errors
from exchangecli.curate import accepting, disputes, dossier, ingesting, logbook, proposed, undoing
from exchangecli.curate.accepting import AS_NEW, Decision, Outcome
from exchangecli.curate.proposed import Proposed
from exchangecli.extract.proposals import Masthead, Proposal, Reading
from exchangecli.model import records
from exchangecli.model.articles import Article
from exchangecli.model.types import Record
from exchangecli.store import rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from readings import (
    CONCERT,
    FORUM,
    FOUNDATION,
    MINISTRY,
    OTHER_FOUNDATION,
    RENAMED_FORUM,
    article,
    first,
    says,
    second,
)

Claims = Callable[..., list[Record]]
Add = Callable[..., Record]
CONCERT_ID = "asean-korea-music-concert-2025"
FORUM_ID = "asean-korea-innovate-culture-forum-2025"


def state(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.TABLES.items()}


def undo(store: Store, command: Command) -> None:
    plan = undoing.newest(store)
    undoing.apply(store, command, plan, lambda: undoing.plan(store, plan.undone.number))


def read(store: Store, command: Command, which: tuple[Article, Reading]) -> str:
    return str(ingesting.ingest(store, command, *which, {}).source["id"])


def take(store: Store, command: Command, which: tuple[Article, Reading]) -> Outcome:
    return accepting.accept_all(store, command, read(store, command, which))


def one(store: Store, source: str, field: str, value: str, event: str | None = None) -> Proposed:
    found = [each for each in proposed.of_source(store, source) if (each.said.field, each.said.value) == (field, value)]
    return next(each for each in found if event in (None, each.said.event))


def get(store: Store, kind: str, record: str) -> Record:
    found = rows.get(store, records.KINDS[kind], record)
    assert found is not None
    return found


# --- a first report ---------------------------------------------------------------------------------------------


def test_a_first_report_becomes_records(empty: Store, command: Command) -> None:
    outcome = take(empty, command, first())
    assert outcome.refused == ()
    assert len(outcome.accepted) == len(first()[1].proposals)
    concert, forum = get(empty, "event", CONCERT_ID), get(empty, "event", FORUM_ID)
    assert (concert["title"], concert["start"], concert["city"], concert["country"]) == (
        CONCERT, "2025-11-01", "Ho Chi Minh City", "VN",
    )  # fmt: skip
    assert (concert["attendance"], concert["attendance_approximate"], concert["status"]) == (3000, True, "held")
    assert concert["programme"] == "future-innovation-cultural-exchange-initiative"
    assert (forum["edition"], forum["programme"]) == (6, "asean-korea-innovate-culture-forum")
    series = get(empty, "programme", "asean-korea-innovate-culture-forum")
    assert (series["start"], series["kind"]) == ("2020", "series")


def test_bodies_are_one_each_however_they_are_called(empty: Store, command: Command) -> None:
    take(empty, command, first())
    names = {each["id"]: each["acronym"] for each in rows.where(empty, records.PARTICIPANT, "1")}
    assert names == {
        "korean-foundation-for-international-cultural-exchange": "KOFICE",
        "ministry-of-culture-sports-and-tourism": "MCST",
        "korea-asean-center": None,
        "silk-road-c-and-t": None,
        "na-taejoo": None,
        "duc-phuc": None,
        "lee-kyogu": None,
    }
    foundation = rows.belonging(
        empty, records.ROLE, "participant", "korean-foundation-for-international-cultural-exchange"
    )
    assert sorted((each["event"], each["role"]) for each in foundation) == [
        (FORUM_ID, "partner"), (CONCERT_ID, "co_organiser"), (CONCERT_ID, "partner"),
    ]  # fmt: skip


def test_a_role_keeps_what_was_printed(empty: Store, command: Command) -> None:
    take(empty, command, first())
    (role,) = rows.belonging(empty, records.ROLE, "participant", "lee-kyogu")
    assert (role["role"], role["capacity"]) == ("keynote_speaker", "Professor; co-founder")
    assert role["affiliations"] == ["Seoul National University", "Supertone"]
    session = get(empty, "session", str(role["session"]))
    assert (session["kind"], session["title"], session["theme"]) == ("keynote", None, "Inclusive AI")
    (managed,) = rows.belonging(empty, records.ROLE, "participant", "silk-road-c-and-t")
    assert (managed["printed_role"], managed["position"]) == ("managed by", 4)
    singer = get(empty, "participant", "duc-phuc")
    assert (singer["kind"], singer["country"]) == ("person", "VN")


def test_sessions_are_made_in_their_order(empty: Store, command: Command) -> None:
    take(empty, command, first())
    sessions = rows.belonging(empty, records.SESSION, "event", FORUM_ID)
    assert sorted((each["position"] or 0, each["title"] or each["kind"]) for each in sessions) == [
        (0, "keynote"),
        (1, "Cultural Diversity in the Age of AI"),
        (2, "Cultural Literacy in the Age of AI"),
    ]


def test_every_fact_has_its_words(empty: Store, command: Command, claims: Claims) -> None:
    """What was accepted stands in ``claims`` with the words, and what stands around them in the text."""
    source = read(empty, command, first())
    text = str(get(empty, "source", source)["text"])
    outcome = accepting.accept_all(empty, command, source)
    quoted = {claim["quote"] for claim in rows.where(empty, records.CLAIM, "1")}
    assert {each.said.quote for each in proposed.of_source(empty, source)} <= quoted
    for claim in rows.where(empty, records.CLAIM, "1"):
        assert f"{claim['prefix']}{claim['quote']}{claim['suffix']}" in text
        assert claim["source"] == source
    (start,) = claims(empty, CONCERT_ID, "start")
    assert (start["as_printed"], start["inferred"]) == ("November 1", "year from the title")
    (second_day,) = claims(empty, FORUM_ID, "start")
    assert str(second_day["suffix"]).startswith(" at the National Gallery")
    for kind in ("event", "participant", "programme"):
        for record in rows.where(empty, records.KINDS[kind], "1"):
            known = dossier.gather(empty, records.KINDS[kind], record)
            cited = {claim["field"] for claim in known.claims}
            stated = {name for name, value in record.items() if value is not None and name not in ("id", "number")}
            assert stated <= cited
    assert set(outcome.accepted) == {each.id for each in proposed.of_source(empty, source)}


def test_an_acceptance_is_one_operation_and_an_undo_gives_back_what_was(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    before, log = state(empty), len(logbook.entries(empty))
    accepting.accept_all(empty, command, source)
    assert len(logbook.entries(empty)) == log + 1
    undo(empty, command)
    assert state(empty) == before
    assert {each.status for each in proposed.of_source(empty, source)} == {"pending"}


def test_accepting_what_is_accepted_does_nothing(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    outcome = accepting.accept_all(empty, command, source)
    before, log = state(empty), len(logbook.entries(empty))
    again = accepting.accept(empty, command, [Decision(each) for each in outcome.accepted])
    assert (again.accepted, again.refused) == ({}, ())
    assert (state(empty), len(logbook.entries(empty))) == (before, log)


def test_a_proposal_keeps_who_decided_and_what_it_became(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    accepting.accept_all(empty, command, source)
    title = one(empty, source, "title", CONCERT)
    assert (title.status, title.record, title.who) == ("accepted", CONCERT_ID, "tester")
    assert title.at
    role = one(empty, source, "role", "Na Taejoo")
    assert get(empty, "role", str(role.record))["participant"] == "na-taejoo"


# --- a second report --------------------------------------------------------------------------------------------


@pytest.fixture
def reported(empty: Store, command: Command) -> Store:
    """A dataset with all of the first report."""
    take(empty, command, first())
    return empty


def test_a_second_report_is_a_second_source_and_no_second_event(
    reported: Store, command: Command, claims: Claims
) -> None:
    events = rows.count(reported, records.EVENT)
    outcome = take(reported, command, second())
    assert outcome.refused == ()
    assert rows.count(reported, records.EVENT) == events
    assert len(claims(reported, FORUM_ID, "start")) == len(claims(reported, FORUM_ID, "venue")) == 2
    assert get(reported, "event", FORUM_ID)["city"] == "Singapore"
    assert get(reported, "event", FORUM_ID)["title"] == FORUM


def test_what_it_says_otherwise_is_in_conflict(reported: Store, command: Command) -> None:
    take(reported, command, second())
    found = {(each.dispute.record, each.dispute.field): {s.value for s in each.dispute.sides}
             for each in disputes.find(reported, None).found}  # fmt: skip
    foundation = "korean-foundation-for-international-cultural-exchange"
    assert found == {
        (FORUM_ID, "title"): {FORUM, RENAMED_FORUM},
        (foundation, "name"): {FOUNDATION, OTHER_FOUNDATION},
        (FORUM_ID, f"role:{foundation}"): {"partner", "organiser"},
        (CONCERT_ID, f"role:{foundation}"): {"partner", "co_organiser"},
    }


def test_the_other_names_are_found_afterwards(reported: Store, command: Command) -> None:
    take(reported, command, second())
    names = {each["name"]: each["kind"] for each in rows.where(reported, records.NAME, "1")}
    assert names == {RENAMED_FORUM: "variant", OTHER_FOUNDATION: "variant"}


def test_what_several_words_name_together_is_one_list(reported: Store, command: Command, claims: Claims) -> None:
    """Korea and ASEAN, of which each is a proposal of its own, do not contradict each other; Korea has a reading."""
    take(reported, command, second())
    assert get(reported, "event", FORUM_ID)["taking_part"] == ["KR", "ASEAN"]
    assert {claim["value"] for claim in claims(reported, FORUM_ID, "taking_part")} == {'["KR","ASEAN"]'}


def test_a_figure_and_an_origin(reported: Store, command: Command, claims: Claims) -> None:
    take(reported, command, second())
    (figure,) = rows.where(reported, records.FIGURE, "1")
    assert (figure["record"], figure["measure"], figure["value"]) == (FORUM_ID, "delegations", 12)
    source = "asean-korea-forum-fosters-cultural-collaboration"
    assert get(reported, "source", source)["origin"] == "unknown"
    (claim,) = claims(reported, source, "origin")
    assert claim["quote"] == "adapted from original press material"


def test_undoing_both_gives_back_the_empty_dataset(reported: Store, command: Command) -> None:
    source = read(reported, command, second())
    before = state(reported)
    accepting.accept_all(reported, command, source)
    undo(reported, command)
    assert state(reported) == before


# --- decisions --------------------------------------------------------------------------------------------------


def test_a_fact_brings_its_event_along(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    venue = one(empty, source, "venue", "District 7 Indoor Stadium")
    outcome = accepting.accept(empty, command, [Decision(venue.id)])
    title = one(empty, source, "title", CONCERT)
    assert outcome.accepted == {title.id: "asean-korea-music-concert-2025", venue.id: "asean-korea-music-concert-2025"}
    assert [each["venue"] for each in rows.where(empty, records.EVENT, "1")] == ["District 7 Indoor Stadium"]
    assert title.status == "accepted"


def test_a_value_that_is_corrected_says_so(empty: Store, command: Command, claims: Claims) -> None:
    source = read(empty, command, first())
    attendance = one(empty, source, "attendance", "3000")
    accepting.accept(empty, command, [Decision(attendance.id, value="3,200")])
    event = get(empty, "event", CONCERT_ID)
    assert (event["attendance"], event["attendance_approximate"]) == (3200, None)
    (claim,) = claims(empty, CONCERT_ID, "attendance")
    assert (claim["as_printed"], claim["inferred"]) == ("some 3,000", "as the curator read it")
    assert one(empty, source, "attendance", "3000").value == "3,200"


def test_an_event_is_renamed(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    title = one(empty, source, "title", CONCERT)
    accepting.accept(empty, command, [Decision(title.id, value="ASEAN-Korea Music Concert"),
                                      Decision(one(empty, source, "city", "Ho Chi Minh City").id)])  # fmt: skip
    (event,) = rows.where(empty, records.EVENT, "1")
    assert (event["title"], event["city"]) == ("ASEAN-Korea Music Concert", "Ho Chi Minh City")


def test_an_event_that_may_be_one_that_is_there_is_a_question(empty: Store, command: Command, add: Add) -> None:
    add(empty, "event", title=CONCERT, start="2025-03-01")
    source = read(empty, command, first())
    title, city = one(empty, source, "title", CONCERT), one(empty, source, "city", "Ho Chi Minh City")
    before = state(empty)
    outcome = accepting.accept(empty, command, [Decision(city.id)])
    assert outcome.accepted == {}
    (refused,) = outcome.refused
    assert isinstance(refused[1], errors.MayBeTheSame)
    assert f"--same {city.id}={CONCERT_ID}" in str(refused[1].hint) or title.id in str(refused[1].hint)
    assert state(empty) == before
    accepting.accept(empty, command, [Decision(title.id, joins=CONCERT_ID), Decision(city.id)])
    assert get(empty, "event", CONCERT_ID)["city"] == "Ho Chi Minh City"
    assert rows.count(empty, records.EVENT) == 1


def test_an_event_is_new_though_it_may_be_one_that_is_there(empty: Store, command: Command, add: Add) -> None:
    add(empty, "event", title=CONCERT, start="2025-03-01")
    title = one(empty, read(empty, command, first()), "title", CONCERT)
    outcome = accepting.accept(empty, command, [Decision(title.id, joins=AS_NEW)])
    assert outcome.accepted == {title.id: f"{CONCERT_ID}-2"}


def test_a_fact_is_moved_to_another_event(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    venue, forum = one(empty, source, "venue", "District 7 Indoor Stadium"), one(empty, source, "title", FORUM)
    accepting.accept(empty, command, [Decision(venue.id, event=forum.id)])
    assert get(empty, "event", "asean-korea-innovate-culture-forum-2025")["venue"] == "District 7 Indoor Stadium"
    assert one(empty, source, "venue", "District 7 Indoor Stadium").event == FORUM_ID
    assert rows.count(empty, records.EVENT) == 1


def test_what_is_rejected_is_not_asked_again(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    title = one(empty, source, "title", CONCERT)
    outcome = accepting.accept(empty, command, [Decision(title.id, accepted=False)])
    assert outcome.rejected == (title.id,)
    assert ingesting.ingest(empty, command, *first(), {}).new == ()
    outcome = accepting.accept_all(empty, command, source)
    assert [each["id"] for each in rows.where(empty, records.EVENT, "1")] == [FORUM_ID]
    assert {type(problem) for _, problem in outcome.refused} == {errors.EventRejected, errors.NothingCalled}
    accepting.accept(empty, command, [Decision(title.id)])
    assert rows.count(empty, records.EVENT) == 2


def test_an_accepted_one_is_only_undone(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    title = one(empty, source, "title", CONCERT)
    accepting.accept(empty, command, [Decision(title.id)])
    for decision in (Decision(title.id, accepted=False), Decision(title.id, value="Concert")):
        ((_, problem),) = accepting.accept(empty, command, [decision]).refused
        assert isinstance(problem, errors.DecidedAlready)


def test_an_unknown_proposal_stops_everything(empty: Store, command: Command) -> None:
    source = read(empty, command, first())
    before = state(empty)
    with pytest.raises(errors.UnknownProposal):
        accepting.accept(empty, command, [Decision(one(empty, source, "title", CONCERT).id), Decision("p-none")])
    assert state(empty) == before


# --- what cannot be kept as it was read ---------------------------------------------------------------------------

ODD_TEXT = """Culture days in Hue

The Hue Craft Days run from 29 November to 1 December in Korea. ASEM was launched in 1996.
Kim Min was there.
"""


def odd(*found: Proposal) -> tuple[Article, Reading]:
    said = says(ODD_TEXT)
    title = said("title", "Hue Craft Days", "Hue Craft Days", "Hue Craft Days")
    return article(ODD_TEXT), Reading(Masthead("Culture days in Hue"), (title, *found))


def test_what_cannot_be_kept_waits_and_the_rest_is_accepted(empty: Store, command: Command) -> None:
    said = says(ODD_TEXT)
    event = "Hue Craft Days"
    found = odd(
        said("start", "XXXX-11-29", "from 29 November", event, as_printed="29 November"),
        said("country", "Korea", "in Korea", event),
        said("role", "Kim Min", "Kim Min", None, role="quoted", kind="person"),
        said("name", "ASEM", "ASEM", of="Asia-Europe Meeting", kind="acronym"),
        said("status", "held", "run", event),
    )
    source = read(empty, command, found)
    outcome = accepting.accept_all(empty, command, source)
    why = {proposed.named(empty, each).said.value: problem for each, problem in outcome.refused}
    assert {value: type(problem) for value, problem in why.items()} == {
        "XXXX-11-29": errors.ValueToGive,
        "Korea": errors.ValueToGive,
        "Kim Min": errors.WithoutEvent,
        "ASEM": errors.NothingCalled,
    }
    assert why["XXXX-11-29"].sentence == 'start "XXXX-11-29" has no year'
    assert "KR (South Korea) or KP" in why["Korea"].sentence
    (made,) = rows.where(empty, records.EVENT, "1")
    assert (made["status"], made["start"], made["country"]) == ("held", None, None)
    assert rows.count(empty, records.PARTICIPANT) == 0
    start, country = one(empty, source, "start", "XXXX-11-29"), one(empty, source, "country", "Korea")
    given = [Decision(start.id, value="2018-11-29"), Decision(country.id, value="KR")]
    assert accepting.accept(empty, command, given).refused == ()
    assert get(empty, "event", str(made["id"]))["start"] == "2018-11-29"


def test_a_launch_of_a_programme_without_an_event(empty: Store, command: Command) -> None:
    said = says(ODD_TEXT)
    take(empty, command, odd(said("launch", "1996", "launched in 1996", None, of="ASEM")))
    (programme,) = rows.where(empty, records.PROGRAMME, "1")
    assert (programme["name"], programme["start"]) == ("ASEM", "1996")


def test_an_end_before_the_start_is_refused_by_itself(empty: Store, command: Command) -> None:
    said = says(ODD_TEXT)
    event = "Hue Craft Days"
    found = odd(
        said("start", "2018-11-29", "from 29 November", event), said("end", "2018-11-01", "to 1 December", event)
    )
    outcome = take(empty, command, found)
    ((_, problem),) = outcome.refused
    assert "lies before the start" in problem.sentence
    (made,) = rows.where(empty, records.EVENT, "1")
    assert (made["start"], made["end"]) == ("2018-11-29", None)


def test_a_participant_that_may_be_one_that_is_there_is_a_question(empty: Store, command: Command, add: Add) -> None:
    add(empty, "participant", name="Kim Minn", kind="person")
    said = says(ODD_TEXT)
    event = "Hue Craft Days"
    source = read(empty, command, odd(said("role", "Kim Min", "Kim Min", event, role="quoted", kind="person")))
    outcome = accepting.accept_all(empty, command, source)
    ((refused, problem),) = outcome.refused
    assert isinstance(problem, errors.MayBeTheSame)
    assert rows.count(empty, records.EVENT) == 1
    accepting.accept(empty, command, [Decision(refused, joins="kim-minn")])
    (role,) = rows.where(empty, records.ROLE, "1")
    assert (role["participant"], role["printed_name"]) == ("kim-minn", "Kim Min")
    assert MINISTRY not in [each["name"] for each in rows.where(empty, records.PARTICIPANT, "1")]
