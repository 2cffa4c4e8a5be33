"""From the words and shorthands of a command line to one selection."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from exchangecli import errors
from exchangecli.cli import selecting
from exchangecli.query.syntax import Term
from exchangecli.store import listing
from exchangecli.store.opening import Store

Run = Callable[..., Result]
CONCERT, FORUM = "asean-korea-music-concert-2025", "asean-korea-innovative-culture-forum-2025"
MINISTRY = "Ministry of Culture, Sports and Tourism"


def test_a_shorthand_holds_for_every_branch_of_the_query(sample: Store) -> None:
    chosen = selecting.selection(["country:BG or country:SG"], {"year": "2025"})
    assert list(listing.ids(sample, chosen)) == [FORUM]


@pytest.mark.parametrize(
    ("name", "value", "values"),
    [
        ("participant", MINISTRY, (MINISTRY,)),
        ("programme", 'The "Silk Road", again', ('The "Silk Road", again',)),
        ("country", "VN, KR", ("VN", "KR")),
        ("role", "performer,mc,", ("performer", "mc")),
        ("year", "2016..2018,2025", ("2016..2018", "2025")),
    ],
)
def test_commas_part_values_only_where_no_name_has_one(name: str, value: str, values: tuple[str, ...]) -> None:
    assert selecting.selection([], {name: value}).terms == (Term(name, values, option=f"--{name}"),)


def test_a_participant_with_a_comma_in_its_name_is_found(sample: Store) -> None:
    assert set(listing.ids(sample, selecting.selection([], {"participant": MINISTRY, "year": "2025"}))) == {
        CONCERT,
        FORUM,
    }


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--participant", "Nobody"], '--participant: no participant is called "Nobody"'),
        (["--country", "VN,Congo,"], '--country: "Congo" could be CD (DR Congo) or CG (Republic of the Congo)'),
        (["--country", ","], "--country: give one value or several"),
        (["--kind", "concrt"], '--kind: "concrt" is not in the list of event-kinds; did you mean concert'),
        (["figures", "--country", "VN"], '--country: figures have no field "country"'),
        (["--from", "2018..2019"], '--from: "2018..2019" is a range; give its first day as --from, its last as --to'),
        (["--from", "soon"], '--from: "soon" is not a date that can be read'),
        (["--from", "2018", "--to", "2018-13"], '--to: "2018-13" names a month that does not exist'),
        (["--from", "2019", "--to", "2018"], '--from and --to: "2019..2018" ends before it starts'),
        (["--limit", "-1"], "--limit: -1 is no number of records; write 1 or more, or 0 for all"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_slip_in_a_shorthand_is_said_with_its_option(exchange: Run, arguments: list[str], sentence: str) -> None:
    said = exchange("list", *arguments)
    assert said.exit_code == 2, said.output
    assert said.stderr.startswith(f"exchange: {sentence}")
    assert "^" not in said.stderr


def test_participants_are_found_by_one_event_between_both_ends(sample: Store) -> None:
    during = selecting.selection(["participants"], {}, "2017", "2019")
    assert list(listing.ids(sample, during)) == ["asef"]
    assert during.terms == (Term("date", ("2017..2019",), option="--from and --to"),)
    # KOFICE was at the forums of 2021 and 2023, and no source says so of the one of 2022.
    assert list(listing.ids(sample, selecting.selection(["participants"], {}, "2022", "2022"))) == []


def test_more_values_than_sqlite_takes_are_refused() -> None:
    with pytest.raises(errors.UsageError, match="500 at most"):
        selecting.selection([], {"year": ",".join(["2025"] * 501)})


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["evnts"], "events"),
        (["particpants", "kofice"], "participants"),
        (["programs asem"], "programmes"),
        (["soruces"], "sources"),
        (["events"], None),
        (["role", "mc"], None),
        (["concert"], None),
        (["문화"], None),
        ([], None),
    ],
    ids=lambda value: repr(value) if isinstance(value, list) else None,
)
def test_a_misspelt_kind_is_guessed_for_a_hint(words: list[str], kind: str | None) -> None:
    assert selecting.kind_meant(words) == kind


@pytest.mark.parametrize(
    ("words", "term"),
    [
        (["sofia", "2018"], "year:2018"),
        (["concerts"], "kind:concert"),
        (["forums", "venue:none"], "kind:forum_conference"),
        (["nothing", "like", "it"], None),
        (["participants", "2018"], None),
        (["not", "2018"], None),
        ([], None),
    ],
)
def test_a_field_a_bare_word_was_meant_for_is_guessed_for_a_hint(words: list[str], term: str | None) -> None:
    assert selecting.term_meant(selecting.selection(words)) == term
