import pytest

from exchangecli import errors
from exchangecli.curate import values
from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Rules
from exchangecli.store.opening import Store

FORUM = "asean-korea-innovative-culture-forum-2025"
CONCERT = "asean-korea-music-concert-2025"


@pytest.mark.parametrize(
    ("kind", "field", "text", "value"),
    [
        pytest.param(records.EVENT, "programme", "ASEM CMM", "asem-culture-ministers-meeting", id="another name"),
        pytest.param(records.EVENT, "programme", " asem ", "asem", id="an id that others begin with"),
        pytest.param(records.EVENT, "also_under", "ASEM; Public Forums;asem", ["asem", "public-forums"], id="a list"),
        pytest.param(records.EVENT, "part_of", "7th-asem", "7th-asem-culture-ministers-meeting-2016", id="a start"),
        pytest.param(records.ROLE, "participant", "MCST", "ministry-of-culture-sports-and-tourism", id="an acronym"),
        pytest.param(records.SOURCE, "origin", "UNKNOWN", "unknown", id="an origin nobody knows"),
        pytest.param(records.SOURCE, "origin", "asef-cul", "asef-culture", id="an origin"),
        pytest.param(records.ROLE, "affiliations", "Nobody Known; ASEF", ["Nobody Known", "asef"], id="or plain text"),
        pytest.param(records.ROLE, "on_behalf_of", "Republic of Korea", "KR", id="a country"),
        pytest.param(records.ROLE, "on_behalf_of", "European Union", "european-union", id="a body"),
        pytest.param(records.FIGURE, "record", "kofice", "kofice", id="a record of any of several kinds"),
    ],
)
def test_references(sample: Store, kind: Kind, field: str, text: str, value: object) -> None:
    assert values.read_value(sample, kind.field(field), text, Rules()).value == value


@pytest.mark.parametrize(
    ("kind", "field", "text", "error"),
    [
        pytest.param(records.EVENT, "programme", "kofice", errors.NotFound, id="a record of another kind"),
        pytest.param(records.EVENT, "programme", "asem-c", errors.Ambiguous, id="the start of two"),
        pytest.param(records.EVENT, "also_under", "asem; nobody's", errors.NotFound, id="one item of a list"),
        pytest.param(records.ROLE, "on_behalf_of", "Atlantis", errors.UnknownCountry, id="no party"),
        pytest.param(records.ROLE, "on_behalf_of", "Congo", errors.AmbiguousCountry, id="one of two countries"),
        pytest.param(records.SOURCE, "origin", "not known", errors.NotFound, id="no source"),
    ],
)
def test_references_that_lead_nowhere(
    sample: Store, kind: Kind, field: str, text: str, error: type[errors.ExchangeError]
) -> None:
    with pytest.raises(error):
        values.read_value(sample, kind.field(field), text, Rules())


def test_an_entry_keeps_what_was_printed_and_why_it_was_read_so(sample: Store) -> None:
    texts = {"title": " Forum ", "start": "1-2 March 2018", "country": "Korea", "city": " "}
    entry = values.read_entry(sample, records.EVENT, texts, Rules({"Korea": "KR"}))
    assert entry.values == {"title": "Forum", "start": "2018-03-01", "end": "2018-03-02", "country": "KR"}
    assert entry.printed == {
        "title": "Forum",
        "start": "1-2 March 2018",
        "end": "1-2 March 2018",
        "country": "Korea",
    }
    assert entry.inferred == {"country": "read by the dataset's rule Korea=KR"}


def test_problems_are_told_with_the_place_they_are_in(sample: Store) -> None:
    texts = {"archive_url": "www.example.org", "published": "yesterday"}
    with pytest.raises(errors.FieldProblems) as caught:
        values.read_entry(sample, records.SOURCE, texts, Rules(), lambda _kind, name: f"column {name}")
    assert [place for place, _ in caught.value.problems] == ["column archive_url", "column published"]


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        pytest.param(records.EVENT, {"id": "x", "part_of": CONCERT}, id="a part of an event"),
        pytest.param(records.PROGRAMME, {"id": "x", "parent": "asem-summits"}, id="three levels"),
        pytest.param(records.ROLE, {"id": "x", "event": FORUM, "session": f"{FORUM}-keynote"}, id="its own session"),
        pytest.param(records.EVENT, {"id": "x", "start": None, "end": "2020"}, id="an end alone"),
        pytest.param(records.EVENT, {"id": "x", "start": "2020-05", "end": "2020-05-01"}, id="within the month"),
    ],
)
def test_what_fits(sample: Store, kind: Kind, record: Record) -> None:
    values.check(sample, kind, record)


@pytest.mark.parametrize(
    ("kind", "record", "fields"),
    [
        pytest.param(records.PROGRAMME, {"id": "asem", "parent": "asem-summits"}, ["parent"], id="a circle"),
        pytest.param(
            records.ROLE, {"id": "x", "programme": "asem", "session": f"{FORUM}-keynote"}, ["session"], id="no event"
        ),
        pytest.param(
            records.EVENT, {"id": "x", "start": "2021", "end": "2020", "part_of": "x"}, ["end", "part_of"], id="both"
        ),
    ],
)
def test_what_does_not_fit(sample: Store, kind: Kind, record: Record, fields: list[str]) -> None:
    with pytest.raises(errors.FieldProblems) as caught:
        values.check(sample, kind, record)
    assert [place for place, _ in caught.value.problems] == fields
