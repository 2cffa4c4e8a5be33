import pytest

from exchangecli import errors
from exchangecli.curate import targets
from exchangecli.model import records
from exchangecli.store.opening import Store

CONCERT = "asean-korea-music-concert-2025"


@pytest.mark.parametrize(
    ("words", "kind", "query"),
    [
        (["roles", "role:mc"], "role", "role:mc"),
        (["Event", "country:VN"], "event", "country:VN"),
        (["programmes"], "programme", ""),
        (["country:VN"], None, "country:VN"),
        ([], None, ""),
    ],
    ids=repr,
)
def test_the_first_word_may_name_a_kind(words: list[str], kind: str | None, query: str) -> None:
    found, rest = targets.of_words(words)
    assert (found and found.name, rest) == (kind, query)


@pytest.mark.parametrize(
    ("words", "kind", "ids"),
    [
        pytest.param(["kofice"], "participant", ["kofice"], id="an id"),
        pytest.param(["KOFICE"], "participant", ["kofice"], id="an acronym"),
        pytest.param(["asean-korea-mus"], "event", [CONCERT], id="the start of an id"),
        pytest.param(["Đức", "Phúc"], "participant", ["duc-phuc"], id="a name in two words"),
        pytest.param(["role-02f0zbfapcmw0"], "role", ["role-02f0zbfapcmw0"], id="a role, by its id"),
        pytest.param(["programme", "asem"], "programme", ["asem"], id="of a kind"),
        pytest.param(["country:VN", "kind:concert"], "event", [CONCERT], id="a query"),
        pytest.param(
            ["participants", "kind:state"], "participant", ["ministry-of-culture-sports-and-tourism"], id="both"
        ),
        pytest.param(["country:AQ"], "event", [], id="a query that finds nothing"),
    ],
)
def test_which_records_are_meant(sample: Store, words: list[str], kind: str, ids: list[str]) -> None:
    found = targets.meant(sample, words)
    assert (found.kind.name, [record["id"] for record in found.records]) == (kind, ids)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        pytest.param([], errors.BroadTarget, id="nothing"),
        pytest.param(["events"], errors.BroadTarget, id="all events"),
        pytest.param(["nobody"], errors.NotFound, id="nobody"),
        pytest.param(["asem-c"], errors.Ambiguous, id="one of several"),
        pytest.param(["event", "kofice"], errors.NotFound, id="of another kind"),
    ],
)
def test_words_that_mean_no_record(sample: Store, words: list[str], error: type[errors.ExchangeError]) -> None:
    with pytest.raises(error):
        targets.meant(sample, words)


def test_what_has_no_name_is_called_by_what_it_says(sample: Store) -> None:
    kind, (record,) = targets.one(sample, "role-02f0zbfapcmw0")
    assert targets.title(sample, kind, record) == (
        "Korean Foundation for International Cultural Exchange, 2025 ASEAN-Korea Music Concert, partner"
    )
    untitled = {"id": "x", "title": None, "kind": "keynote"}
    assert targets.title(sample, records.SESSION, untitled) == "keynote"
