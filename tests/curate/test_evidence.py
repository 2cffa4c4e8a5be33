"""Citing, deciding between sources, and taking a source back: what becomes of values, claims and conflicts."""

from collections.abc import Callable

import pytest

from exchangecli import errors
from exchangecli.curate import citing, disputes, resolving, retracting, targets
from exchangecli.curate.citing import Cited, Statement
from exchangecli.curate.claims import Citation
from exchangecli.curate.resolving import Decision, Resolved
from exchangecli.curate.retracting import Retraction
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

Add = Callable[..., Record]
Edit = Callable[..., object]
FORUM = "asean-korea-innovative-culture-forum-2025"
TEXT = "Makers met in “Hue” on the first two days of May, and makers met again in Hue."


@pytest.fixture
def forum(empty: Store, add: Add) -> Store:
    """A forum that one source states, and four more sources: a plan, a report, a reprint of it, one undated."""
    add(empty, "source", id="first", title="Forum opens", text=TEXT)
    add(empty, "source", id="second", title="Forum opened")
    add(empty, "source", id="plan", title="Forum to come", published="2024-03")
    add(empty, "source", id="report", title="Forum closed", published="2024-06-01")
    add(empty, "source", id="reprint", title="Forum closed, elsewhere", published="2024-06-02", origin="report")
    add(empty, "event", id="forum", title="Hue Craft Forum", start="1-2 May 2024", city="Hue", source="first")
    return empty


def cite(store: Store, record: str, field: str, value: str = "", /, **further: str) -> Cited:
    """Cite as the command does: ``cite(store, "forum", "city", "Hanoi", source="second", quote="in Hanoi")``."""
    quotes = {"": further["quote"]} if "quote" in further else {}
    citation = Citation(further.get("source", "second"), quotes, further.get("locator"))
    what = Statement(record, field, value, citation, further.get("as_printed"), further.get("rank"))
    return citing.cite(store, Command("exchange cite", "tester", further.get("because")), what)


def resolve(store: Store, record: str, field: str, because: str | None = None, /, **decision: object) -> Resolved:
    command = Command("exchange resolve", "tester", because)
    return resolving.resolve(store, command, record, field, Decision(**decision))  # type: ignore[arg-type]


def retract(store: Store, source: str) -> Retraction:
    command = Command("exchange retract", "tester")
    planned = retracting.plan(store, command, source)
    retracting.apply(store, command, planned)
    return planned


def said(store: Store, record: str, field: str) -> dict[str, dict[str | None, str]]:
    """value -> source -> rank, of the claims on a field."""
    found: dict[str, dict[str | None, str]] = {}
    for claim in rows.where(store, records.CLAIM, "record = ? AND field = ?", [record, field]):
        found.setdefault(claim["value"], {})[claim["source"]] = claim["rank"]
    return found


def value(store: Store, record: str, field: str) -> object:
    return targets.one(store, record).records[0][field]


def open_conflicts(store: Store) -> dict[tuple[str, str], dict[str, list[str]]]:
    found = disputes.find(store).found
    return {
        (one.dispute.record, one.dispute.field): {side.value: side.sources for side in one.dispute.sides}
        for one in found
    }


# --- citing ---------------------------------------------------------------------------------------------------------


def test_a_first_claim_fills_an_empty_field(forum: Store) -> None:
    done = cite(forum, "forum", "venue", "Guild Hall", locator="p. 2")
    assert (value(forum, "forum", "venue"), done.is_new) == ("Guild Hall", True)
    assert [(one["source"], one["locator"]) for one in done.claims] == [("second", "p. 2")]


def test_a_claim_that_disagrees_changes_nothing_and_opens_a_conflict(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi")
    assert value(forum, "forum", "city") == "Hue"
    assert open_conflicts(forum) == {("forum", "city"): {"Hue": ["first"], "Hanoi": ["second"]}}


def test_without_a_value_what_the_record_says_is_cited(forum: Store) -> None:
    cite(forum, "forum", "city")
    assert said(forum, "forum", "city") == {"Hue": {"first": "normal", "second": "normal"}}


def test_a_range_is_cited_for_both_its_ends(forum: Store) -> None:
    done = cite(forum, "forum", "start", "1-2 May 2024")
    assert {one["field"]: one["value"] for one in done.claims} == {"start": "2024-05-01", "end": "2024-05-02"}


def test_what_is_printed_is_kept_beside_what_it_was_read_as(forum: Store) -> None:
    (claim,) = cite(forum, "forum", "country", "Viet Nam").claims
    assert (claim["value"], claim["as_printed"]) == ("VN", "Viet Nam")
    (claim,) = cite(forum, "forum", "city", "Huế", source="report", as_printed="順化").claims
    assert (claim["value"], claim["as_printed"]) == ("Huế", "順化")


def test_the_same_twice_is_one_claim(forum: Store) -> None:
    assert cite(forum, "forum", "city", "Hue", source="first").is_new is False
    assert said(forum, "forum", "city") == {"Hue": {"first": "normal"}}


def test_a_claim_gets_its_words_later(forum: Store) -> None:
    done = cite(forum, "forum", "city", source="first", quote='met in "Hue" on')
    (claim,) = done.claims
    assert (done.is_new, claim["quote"], claim["prefix"]) == (True, "met in “Hue” on", "Makers ")
    assert len(said(forum, "forum", "city")["Hue"]) == 1
    assert cite(forum, "forum", "city", source="first", quote='met in "Hue" on').is_new is False


def test_other_words_of_the_same_source_are_another_claim(forum: Store) -> None:
    cite(forum, "forum", "city", source="first", quote="in “Hue”")
    cite(forum, "forum", "city", source="first", quote="again in Hue")
    quotes = [one["quote"] for one in rows.where(forum, records.CLAIM, "record = 'forum' AND field = 'city'")]
    assert quotes == ["in “Hue”", "again in Hue"]


def test_words_that_the_source_does_not_say_are_refused(forum: Store) -> None:
    with pytest.raises(errors.QuoteNotFound):
        cite(forum, "forum", "venue", "Guild Hall", source="first", quote="in the Guild Hall")
    assert value(forum, "forum", "venue") is None


@pytest.mark.parametrize(
    ("record", "field", "text", "error"),
    [
        ("forum", "id", "x", errors.NotCitableField),
        ("forum", "venues", "x", errors.UnknownField),
        ("forum", "venue", "", errors.NothingToCite),
        ("forum", "start", "soon", errors.FieldProblems),
        ("forum", "end", "1 Jan 2020", None),
        ("nowhere", "city", "x", errors.NotFound),
        ("member-1", "note", "x", errors.NotCitable),
        ("role", "participant", "x", errors.NotCitableField),
    ],
)
def test_what_cannot_be_cited(
    forum: Store, add: Add, record: str, field: str, text: str, error: type[errors.ExchangeError] | None
) -> None:
    add(forum, "participant", id="kim", name="Kim")
    add(forum, "membership", id="member-1", group="ASEM", member="VN", start="1990", end="1991")
    named = add(forum, "role", participant="kim", role="speaker", event="forum")["id"] if record == "role" else record
    if error is None:  # another end is a conflict, and contradicts only once it is decided for
        cite(forum, named, field, text)
        with pytest.raises(errors.FieldProblems, match="lies before the start"):
            resolve(forum, named, field, source="second")
        return
    with pytest.raises(error):
        cite(forum, named, field, text)


def test_a_value_without_a_source_becomes_the_curators_claim_beside_another(forum: Store, add: Add) -> None:
    add(forum, "event", id="fair", title="Fair", city="Hue")
    cite(forum, "fair", "city", "Hanoi")
    assert said(forum, "fair", "city") == {"Hue": {None: "normal"}, "Hanoi": {"second": "normal"}}
    assert open_conflicts(forum) == {("fair", "city"): {"Hue": [], "Hanoi": ["second"]}}


def test_what_is_known_to_be_wrong_disputes_nothing(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi", rank="deprecated", because="a slip of the pen")
    assert (value(forum, "forum", "city"), open_conflicts(forum)) == ("Hue", {})
    cite(forum, "forum", "venue", "Guild Hall", rank="deprecated")
    assert value(forum, "forum", "venue") is None


def test_what_is_found_to_be_wrong_gives_way_to_what_others_say(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi")
    cite(forum, "forum", "city", "Hue", source="first", rank="deprecated")
    assert value(forum, "forum", "city") == "Hanoi"


def test_what_was_ruled_out_may_be_relied_on_again(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi", rank="deprecated")
    cite(forum, "forum", "city", "Hanoi", rank="normal")
    assert open_conflicts(forum) == {("forum", "city"): {"Hue": ["first"], "Hanoi": ["second"]}}
    resolve(forum, "forum", "city", source="first")
    resolve(forum, "forum", "city", source="second")
    assert said(forum, "forum", "city") == {"Hue": {"first": "deprecated"}, "Hanoi": {"second": "preferred"}}


def test_a_preferred_claim_is_a_decision(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi", rank="preferred", because="it says so on the poster")
    assert (value(forum, "forum", "city"), open_conflicts(forum)) == ("Hanoi", {})
    assert said(forum, "forum", "city") == {"Hue": {"first": "deprecated"}, "Hanoi": {"second": "preferred"}}


def test_a_role_is_cited_by_who_has_it(forum: Store, add: Add) -> None:
    add(forum, "participant", id="guild", name="Craft Guild")
    with pytest.raises(errors.WhichRole, match="guild has no role at forum"):
        cite(forum, "forum", "role:guild")
    added = cite(forum, "forum", "role:Craft Guild", "organiser")
    assert cite(forum, "forum", "role:guild", source="report").id == added.id
    cite(forum, "forum", "role:guild", "partner", source="first")
    assert open_conflicts(forum) == {("forum", "role:guild"): {"organiser": ["report", "second"], "partner": ["first"]}}
    with pytest.raises(errors.WhichRole, match="guild is organiser and partner at forum"):
        cite(forum, "forum", "role:guild")


# --- plans and reports ----------------------------------------------------------------------------------------------


@pytest.fixture
def planned(forum: Store, add: Add) -> Store:
    """An event that was announced, as a source said before it."""
    add(forum, "event", id="fair", title="Fair", start="3-4 May 2024", status="announced", source="plan")
    return forum


def test_a_report_after_the_event_overtakes_a_plan(planned: Store) -> None:
    cite(planned, "fair", "status", "held", source="report")
    assert value(planned, "fair", "status") == "held"
    assert said(planned, "fair", "status") == {"announced": {"plan": "superseded"}, "held": {"report": "normal"}}
    assert open_conflicts(planned) == {}
    assert {one.dispute.kind for one in disputes.find(planned, settled=True).found} == {"superseded"}


def test_it_does_so_whichever_was_written_down_first(forum: Store, add: Add) -> None:
    add(forum, "event", id="fair", title="Fair", start="3-4 May 2024", status="held", source="report")
    cite(forum, "fair", "status", "announced", source="plan")
    assert value(forum, "fair", "status") == "held"
    assert said(forum, "fair", "status") == {"held": {"report": "normal"}, "announced": {"plan": "superseded"}}


def test_it_moves_both_ends(planned: Store) -> None:
    cite(planned, "fair", "start", "10-11 May 2024", source="report")
    assert (value(planned, "fair", "start"), value(planned, "fair", "end")) == ("2024-05-10", "2024-05-11")
    assert open_conflicts(planned) == {}


def test_an_edit_and_a_session_are_weighed_alike(planned: Store, add: Add, edit: Edit) -> None:
    edit(planned, "fair", "status=held", source="report")
    add(planned, "session", id="talk", event="fair", title="Talk", room="Hall 1", source="plan")
    cite(planned, "talk", "room", "Hall 2", source="report")
    assert value(planned, "talk", "room") == "Hall 2"
    assert open_conflicts(planned) == {}


@pytest.mark.parametrize(
    ("field", "text", "source"),
    [
        pytest.param("status", "held", "second", id="a source that says not when it is from"),
        pytest.param("title", "Craft Fair", "report", id="a name is no plan"),
        pytest.param("status", "cancelled", "plan-2", id="another plan"),
    ],
)
def test_what_overtakes_nothing(planned: Store, add: Add, field: str, text: str, source: str) -> None:
    add(planned, "source", id="plan-2", title="Forum to come, again", published="2024-04-30")
    before = value(planned, "fair", field)
    cite(planned, "fair", field, text, source=source)
    assert value(planned, "fair", field) == before
    assert list(open_conflicts(planned)) == [("fair", field)]


def test_a_decision_is_not_overtaken(planned: Store) -> None:
    resolve(planned, "fair", "status", value="announced")
    cite(planned, "fair", "status", "held", source="report")
    assert value(planned, "fair", "status") == "announced"


# --- deciding -------------------------------------------------------------------------------------------------------


def test_a_decision_for_a_source(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi")
    done = resolve(forum, "forum", "city", "it was there", source="second")
    assert (done.value, value(forum, "forum", "city"), open_conflicts(forum)) == ("Hanoi", "Hanoi", {})
    assert said(forum, "forum", "city") == {"Hue": {"first": "deprecated"}, "Hanoi": {"second": "preferred"}}
    reasons = {one["reason"] for one in rows.where(forum, records.CLAIM, "record = 'forum' AND field = 'city'")}
    assert reasons == {"it was there"}


def test_a_decision_of_ones_own(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi")
    resolve(forum, "forum", "city", value="Da Nang")
    assert value(forum, "forum", "city") == "Da Nang"
    assert said(forum, "forum", "city") == {
        "Hue": {"first": "deprecated"},
        "Hanoi": {"second": "deprecated"},
        "Da Nang": {None: "preferred"},
    }


def test_a_later_decision_takes_the_place_of_an_earlier_one(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi")
    resolve(forum, "forum", "city", value="Da Nang")
    resolve(forum, "forum", "city", source="first")
    assert said(forum, "forum", "city") == {"Hue": {"first": "preferred"}, "Hanoi": {"second": "deprecated"}}


def test_what_was_ruled_out_before_stays_ruled_out(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi", rank="deprecated", because="a slip of the pen")
    cite(forum, "forum", "city", "Da Nang", source="report")
    resolve(forum, "forum", "city", source="first")
    resolve(forum, "forum", "city", source="report")
    assert said(forum, "forum", "city")["Hanoi"] == {"second": "deprecated"}
    assert said(forum, "forum", "city")["Hue"] == {"first": "deprecated"}


def test_evidence_against_a_decision_opens_the_conflict_again(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi")
    resolve(forum, "forum", "city", source="first")
    cite(forum, "forum", "city", "Hanoi", source="report")
    assert open_conflicts(forum) == {("forum", "city"): {"Hue": ["first"], "Hanoi": ["report"]}}


def test_an_edit_is_a_decision_too(forum: Store, edit: Edit) -> None:
    cite(forum, "forum", "city", "Hanoi")
    edit(forum, "forum", "city=Hanoi", because="seen on a map")
    assert open_conflicts(forum) == {}
    assert said(forum, "forum", "city") == {
        "Hue": {"first": "deprecated"},
        "Hanoi": {"second": "preferred", None: "preferred"},
    }


def test_a_round_figure_comes_with_its_number(forum: Store) -> None:
    cite(forum, "forum", "attendance", "40", source="first")
    cite(forum, "forum", "attendance", "some 60")
    resolve(forum, "forum", "attendance", source="second")
    assert (value(forum, "forum", "attendance"), value(forum, "forum", "attendance_approximate")) == (60, True)


@pytest.mark.parametrize(
    ("field", "decision", "error"),
    [
        ("city", {"source": "report"}, errors.SaysNothing),
        ("city", {"source": "nowhere"}, errors.NotFound),
        ("city", {"both": True}, errors.OnlyRoles),
        ("start", {"value": "soon"}, errors.FieldProblems),
        ("role:kim", {"value": "partner"}, errors.NoRoles),
        ("venue", {"source": "second"}, errors.SaysSeveral),
    ],
)
def test_what_cannot_be_decided(
    forum: Store, add: Add, field: str, decision: dict[str, object], error: type[errors.ExchangeError]
) -> None:
    add(forum, "participant", id="kim", name="Kim")
    cite(forum, "forum", "venue", "Hall 1")
    cite(forum, "forum", "venue", "Hall 2")
    with pytest.raises(error):
        resolve(forum, "forum", field, **decision)


def test_a_decision_between_roles_keeps_the_loser_as_a_claim(sample: Store) -> None:
    done = resolve(sample, FORUM, "role:kofice", "the press release is theirs", source="newsflash")
    held = [role["role"] for role in rows.where(sample, records.ROLE, "event = ? AND participant = 'kofice'", [FORUM])]
    assert (done.value, held) == ("organiser", ["organiser"])
    assert said(sample, done.id, "role") == {
        "organiser": {"city-weekly-forum-2025": "preferred", "newsflash-asean-korea-forum": "preferred"},
        "partner": {"diplomacy-journal-korea-asean": "deprecated"},
    }
    lost = next(rows.where(sample, records.CLAIM, "record = ? AND value = 'partner'", [done.id]))
    assert (lost["as_printed"], bool(lost["quote"])) == ("in collaboration with", True)
    assert (FORUM, "role:kofice") not in open_conflicts(sample)
    resolve(sample, FORUM, "role:kofice", value="partner")
    assert value(sample, done.id, "role") == "partner"


def test_both_roles_may_be_kept(sample: Store) -> None:
    resolve(sample, FORUM, "role:kofice", both=True)
    held = [role["role"] for role in rows.where(sample, records.ROLE, "event = ? AND participant = 'kofice'", [FORUM])]
    assert sorted(held) == ["organiser", "partner"]
    assert (FORUM, "role:kofice") not in open_conflicts(sample)
    cite(sample, FORUM, "role:kofice", "host", source="pic-hub-forum-2022")
    assert (FORUM, "role:kofice") in open_conflicts(sample)


def test_what_else_was_said_of_a_role_passes_to_the_one_that_stays(forum: Store, add: Add) -> None:
    add(forum, "participant", id="kim", name="Kim")
    add(forum, "role", participant="kim", role="organiser", event="forum", source="first")
    add(forum, "role", participant="kim", role="host", event="forum", capacity="Mayor", country="VN", source="second")
    done = resolve(forum, "forum", "role:kim", value="organiser")
    assert (value(forum, done.id, "capacity"), value(forum, done.id, "country")) == ("Mayor", "VN")
    assert said(forum, done.id, "capacity") == {"Mayor": {"second": "normal"}}
    assert said(forum, done.id, "role") == {
        "organiser": {"first": "preferred", None: "preferred"},
        "host": {"second": "deprecated"},
    }


# --- roles that exclude each other ----------------------------------------------------------------------------------


@pytest.fixture
def guild(forum: Store, add: Add) -> dict[str, str]:
    """A guild that one source calls organiser of the forum, and two others partner: the ids of the roles."""
    add(forum, "participant", id="guild", name="Craft Guild")
    add(forum, "role", participant="guild", role="organiser", event="forum", printed_role="by", source="first")
    add(forum, "role", participant="guild", role="partner", event="forum", printed_role="with", source="second")
    cite(forum, "forum", "role:guild", "partner", source="report", quote="the guild, a partner")
    return roles(forum)


def roles(store: Store) -> dict[str, str]:
    held = rows.where(store, records.ROLE, "event = 'forum' AND participant = 'guild'")
    return {role["role"]: role["id"] for role in held}


@pytest.mark.usefixtures("guild")
def test_a_new_source_after_a_decision_stands_alone_against_it(forum: Store) -> None:
    resolve(forum, "forum", "role:guild", source="first")
    cite(forum, "forum", "role:guild", "partner", source="plan")
    assert open_conflicts(forum) == {("forum", "role:guild"): {"organiser": ["first"], "partner": ["plan"]}}
    done = resolve(forum, "forum", "role:guild", source="plan")
    assert roles(forum) == {"partner": done.id}
    assert said(forum, done.id, "role") == {
        "partner": {"plan": "preferred", "second": "preferred", "report": "preferred"},
        "organiser": {"first": "deprecated"},
    }
    retract(forum, "plan")
    assert said(forum, done.id, "role")["partner"] == {"second": "preferred", "report": "preferred"}


def test_a_role_is_printed_as_those_print_it_who_say_so(forum: Store, guild: dict[str, str]) -> None:
    resolve(forum, "forum", "role:guild", source="first")
    about = rows.where(forum, records.CLAIM, "record = ? AND field = 'role'", [guild["organiser"]])
    printed = {claim["source"]: claim["as_printed"] for claim in about}
    assert printed == {"first": "by", "second": None, "report": None}, "two say so, and no words tell which printed it"
    resolve(forum, "forum", "role:guild", source="second")
    assert value(forum, guild["organiser"], "printed_role") is None
    resolve(forum, "forum", "role:guild", source="first")
    assert value(forum, guild["organiser"], "printed_role") == "by"


def test_what_was_ranked_otherwise_stays_so(forum: Store, guild: dict[str, str]) -> None:
    cite(forum, guild["organiser"], "capacity", "Director", source="first")
    cite(forum, guild["partner"], "capacity", "Boss", source="second")
    cite(forum, guild["partner"], "capacity", "Director", source="report")
    cite(forum, guild["partner"], "capacity", "Boss", source="second", rank="deprecated", because="a slip")
    done = resolve(forum, "forum", "role:guild", source="first")
    assert said(forum, done.id, "capacity") == {
        "Director": {"first": "normal", "report": "normal"}, "Boss": {"second": "deprecated"},
    }  # fmt: skip
    assert open_conflicts(forum) == {}


def test_both_bring_back_what_was_decided_against(forum: Store, guild: dict[str, str]) -> None:
    resolve(forum, "forum", "role:guild", source="first")
    assert roles(forum).keys() == {"organiser"}
    resolve(forum, "forum", "role:guild", both=True)
    assert roles(forum).keys() == {"organiser", "partner"}
    assert said(forum, roles(forum)["partner"], "role")["partner"].keys() == {"second", "report", None}
    assert open_conflicts(forum) == {}
    assert guild.keys() == roles(forum).keys()


def test_there_is_no_both_of_one(forum: Store, add: Add) -> None:
    add(forum, "participant", id="kim", name="Kim")
    cite(forum, "forum", "role:kim", "organiser")
    with pytest.raises(errors.OneRole):
        resolve(forum, "forum", "role:kim", both=True)


def test_a_preferred_role_decides(forum: Store, guild: dict[str, str]) -> None:
    cite(forum, "forum", "role:guild", "organiser", source="first", rank="preferred")
    assert roles(forum) == {"organiser": guild["organiser"]}
    assert open_conflicts(forum) == {}


def test_a_role_that_nobody_believes_is_not_found(forum: Store, guild: dict[str, str]) -> None:
    cite(forum, "forum", "role:guild", "organiser", source="first", rank="deprecated")
    assert roles(forum) == {"partner": guild["partner"]}
    assert said(forum, guild["partner"], "role")["organiser"] == {"first": "deprecated"}


def test_a_role_that_was_cited_goes_with_its_source(forum: Store, add: Add) -> None:
    add(forum, "participant", id="kim", name="Kim")
    done = cite(forum, "forum", "role:kim", "sponsor", source="report")
    assert said(forum, done.id, "role") == {"sponsor": {"report": "normal"}}
    assert outcomes(retract(forum, "report"), done.id) == {"": retracting.DELETED}


# --- decisions that no longer hold, and values that cannot be ---------------------------------------------------------


@pytest.mark.parametrize("rank", ["normal", "deprecated"])
def test_a_decision_whose_support_is_relied_on_less_lapses(forum: Store, rank: str) -> None:
    cite(forum, "forum", "venue", "Hall A", source="first")
    cite(forum, "forum", "venue", "Hall B", source="second")
    resolve(forum, "forum", "venue", source="first")
    cite(forum, "forum", "venue", "Hall A", source="first", rank=rank)
    assert said(forum, "forum", "venue") == {"Hall A": {"first": rank}, "Hall B": {"second": "normal"}}
    assert value(forum, "forum", "venue") == ("Hall A" if rank == "normal" else "Hall B")
    assert bool(open_conflicts(forum)) is (rank == "normal")


def test_a_value_is_set_again_after_the_field_was_emptied(forum: Store, edit: Edit) -> None:
    edit(forum, "forum", "city!", because="unknown")
    edit(forum, "forum", "city=Hue")
    assert said(forum, "forum", "city") == {"Hue": {"first": "preferred", None: "preferred"}}


def test_a_curators_value_is_never_overwritten_unseen(forum: Store, add: Add) -> None:
    add(forum, "event", id="fair", title="Fair", venue="Hall A")
    cite(forum, "fair", "venue", "Hall B", rank="deprecated")
    cite(forum, "fair", "venue", "Hall B", rank="normal")
    assert open_conflicts(forum) == {("fair", "venue"): {"Hall A": [], "Hall B": ["second"]}}
    assert value(forum, "fair", "venue") == "Hall A"


def test_whether_a_number_is_a_round_one_is_decided_with_it(forum: Store) -> None:
    cite(forum, "forum", "attendance", "some 3,000", source="second")
    cite(forum, "forum", "attendance", "2000", source="report")
    resolve(forum, "forum", "attendance", source="report")
    assert value(forum, "forum", "attendance_approximate") is None
    retract(forum, "report")
    assert (value(forum, "forum", "attendance"), value(forum, "forum", "attendance_approximate")) == (3000, True)


def test_both_ends_of_another_period_are_decided_together(forum: Store) -> None:
    cite(forum, "forum", "start", "20-22 June 2024")
    resolve(forum, "forum", "start", source="second")
    assert (value(forum, "forum", "start"), value(forum, "forum", "end")) == ("2024-06-20", "2024-06-22")
    resolve(forum, "forum", "end", source="first")
    assert (value(forum, "forum", "start"), value(forum, "forum", "end")) == ("2024-05-01", "2024-05-02")


def test_a_retraction_that_would_contradict_names_the_record(forum: Store, add: Add) -> None:
    add(forum, "source", id="third", title="Forum seen")
    cite(forum, "forum", "start", "2024-06-01", source="second")
    cite(forum, "forum", "end", "2024-05-03", source="third")
    with pytest.raises(errors.RetractionContradicts, match="forum would contradict itself then: end"):
        retract(forum, "first")
    assert value(forum, "forum", "start") == "2024-05-01"


FOREIGN = (
    ("attendance", "many"), ("disciplines", "not json"), ("latitude", "1e999"), ("attendance_approximate", "perhaps"),
    ("part_of", "nobody"), ("start", "not a date"), ("start_time", "99:99"), ("country", "XX"),
)  # fmt: skip


@pytest.mark.parametrize(("field", "written"), FOREIGN)
def test_what_a_field_cannot_hold_is_never_in_force(forum: Store, field: str, written: str) -> None:
    claim = "INSERT INTO claim (id, record, field, value, source, rank) VALUES ('x', 'forum', ?, ?, 'second', 'normal')"
    forum.connection.execute(claim, [field, written])
    before = value(forum, "forum", field)
    with pytest.raises(errors.FieldProblems, match="is nothing that this field can hold"):
        resolve(forum, "forum", field, source="second")
    retract(forum, "first")
    assert value(forum, "forum", field) in (before, None)


# --- taking a source back -------------------------------------------------------------------------------------------


def outcomes(planned: Retraction, record: str) -> dict[str, str]:
    return {one.field: one.outcome for one in planned.consequences if one.record == record}


def test_what_rests_on_a_source_alone_goes_and_the_rest_stays(forum: Store, edit: Edit) -> None:
    cite(forum, "forum", "start", "2024-05-01")
    cite(forum, "forum", "city", "Hanoi", source="report")
    edit(forum, "forum", "theme=Craft")
    cite(forum, "forum", "theme", "Art", source="first")
    done = retract(forum, "first")
    assert outcomes(done, "forum") == {
        "start": retracting.STAYS,
        "end": retracting.EMPTIED,
        "city": retracting.TAKES,
        "title": retracting.UNSUPPORTED,
        "theme": retracting.DECIDED,
    }
    present = targets.one(forum, "forum").records[0]
    assert [present[name] for name in ("title", "start", "end", "city", "theme")] == [
        "Hue Craft Forum", "2024-05-01", None, "Hanoi", "Craft",
    ]  # fmt: skip
    assert not list(rows.where(forum, records.CLAIM, "source = 'first'"))
    assert done.closed == [("forum", "city"), ("forum", "theme")]


def test_a_record_of_which_nothing_else_is_known_goes_with_what_hangs_on_it(forum: Store, add: Add) -> None:
    add(forum, "participant", id="kim", name="Kim", kind="person", source="first")
    add(forum, "role", participant="kim", role="speaker", event="forum", source="first")
    done = retract(forum, "first")
    assert {(one.kind, one.outcome) for one in done.consequences} == {
        ("event", "deleted"), ("participant", "deleted"), ("role", "deleted"),
    }  # fmt: skip
    assert rows.count(forum, records.EVENT) == 0
    assert rows.count(forum, records.SOURCE) == 5


def test_a_record_to_which_something_refers_stays(forum: Store, add: Add) -> None:
    add(forum, "participant", id="kim", name="Kim", source="second")
    add(forum, "role", participant="kim", role="speaker", event="forum", source="second")
    done = retract(forum, "first")
    assert outcomes(done, "forum")["title"] == retracting.UNSUPPORTED
    assert targets.one(forum, "forum").records[0]["city"] is None


def test_what_a_decision_ruled_out_is_back_once_its_source_is_gone(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi")
    resolve(forum, "forum", "city", "the first is nearer", source="first")
    assert outcomes(retract(forum, "first"), "forum")["city"] == retracting.TAKES
    assert (value(forum, "forum", "city"), said(forum, "forum", "city")) == ("Hanoi", {"Hanoi": {"second": "normal"}})


def test_a_plan_is_back_once_the_report_is_gone(planned: Store) -> None:
    cite(planned, "fair", "status", "held", source="report")
    retract(planned, "report")
    assert said(planned, "fair", "status") == {"announced": {"plan": "normal"}}
    assert value(planned, "fair", "status") == "announced"


def test_most_independent_sources_are_followed(forum: Store, add: Add) -> None:
    add(forum, "source", id="third", title="Forum seen")
    cite(forum, "forum", "city", "Hanoi", source="report")
    cite(forum, "forum", "city", "Hanoi", source="reprint")
    cite(forum, "forum", "city", "Da Nang", source="second")
    cite(forum, "forum", "city", "Da Nang", source="third")
    assert retract(forum, "first").reprints == []
    assert value(forum, "forum", "city") == "Da Nang"
    assert open_conflicts(forum)["forum", "city"] == {"Hanoi": ["report", "reprint"], "Da Nang": ["second", "third"]}


def test_a_preview_changes_nothing_and_says_what_reprints_it(forum: Store) -> None:
    cite(forum, "forum", "city", "Hanoi", source="report")
    before = list(rows.where(forum, records.CLAIM, "1"))
    planned = retracting.plan(forum, Command("exchange retract", "tester"), "report")
    assert (planned.claims, planned.reprints) == (1, ["reprint"])
    assert list(rows.where(forum, records.CLAIM, "1")) == before


def test_what_was_shown_is_what_happens_or_nothing_does(forum: Store) -> None:
    command = Command("exchange retract", "tester")
    planned = retracting.plan(forum, command, "first")
    cite(forum, "forum", "city", "Hanoi")
    with pytest.raises(errors.ChangedMeanwhile):
        retracting.apply(forum, command, planned)
    assert said(forum, "forum", "city")["Hue"] == {"first": "normal"}


def test_nothing_rests_on_it(forum: Store) -> None:
    with pytest.raises(errors.NothingRests):
        retracting.plan(forum, Command("exchange retract", "tester"), "report")


@pytest.mark.parametrize("source", ["diplomacy-journal-korea-asean", "newsflash-asean-korea-forum"])
def test_a_source_of_the_sample_can_be_taken_back(sample: Store, source: str) -> None:
    done = retract(sample, source)
    assert not list(rows.where(sample, records.CLAIM, "source = ?1 AND record <> ?1", [source]))
    assert not sample.connection.execute("PRAGMA foreign_key_check").fetchall()
    gone = {one.record for one in done.consequences if one.outcome == retracting.DELETED}
    assert not [one for one in rows.where(sample, records.CLAIM, "1") if one["record"] in gone]
