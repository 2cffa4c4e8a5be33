import pytest

from exchangecli.model import ids, records
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record


def free(_id: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("kind", "record", "expected"),
    [
        pytest.param(
            records.EVENT,
            {"title": "2025 ASEAN-Korea Music Concert", "start": "2025-11-01"},
            "asean-korea-music-concert-2025",
            id="a year before the title goes behind it",
        ),
        pytest.param(records.EVENT, {"title": "Biennale", "start": "2024-09~"}, "biennale-2024", id="year of the date"),
        pytest.param(records.EVENT, {"title": "Biennale 2024"}, "biennale-2024", id="year of the title alone"),
        pytest.param(records.EVENT, {"title": "Biennale", "start": "202X"}, "biennale", id="a decade is no year"),
        pytest.param(records.EVENT, {"title": "Biennale 2023", "start": "2024"}, "biennale-2023-2024", id="both years"),
        pytest.param(records.EVENT, {"title": "Biennale 20245"}, "biennale-20245", id="a longer number is no year"),
        pytest.param(records.EVENT, {"title": "1984", "start": "1984"}, "1984", id="a title that is the year"),
        pytest.param(records.EVENT, {"title": "1984", "start": "2024"}, "1984-2024", id="a title like a year"),
        pytest.param(records.EVENT, {"title": "(2024)"}, "2024", id="nothing but the year"),
        pytest.param(records.EVENT, {"title": "한-아세안 포럼", "start": "2024"}, "한-아세안-포럼-2024", id="Hangul"),
        pytest.param(records.EVENT, {"title": "…"}, "unnamed", id="no letter"),
        pytest.param(records.PARTICIPANT, {"name": "Girls’ Generation"}, "girls-generation", id="participant"),
        pytest.param(records.PARTICIPANT, {"name": "Forum 2024"}, "forum-2024", id="a year is part of other names"),
        pytest.param(records.SESSION, {"event": "forum", "kind": "keynote"}, "forum-keynote", id="untitled session"),
        pytest.param(records.SESSION, {"event": "forum", "title": "Day 2"}, "day-2", id="titled session"),
        pytest.param(records.SOURCE, {"title": "Culture"}, "culture", id="source"),
    ],
)
def test_a_readable_id(kind: Kind, record: Record, expected: str) -> None:
    assert ids.new_id(kind, record, free) == expected


def test_a_readable_id_is_made_unique() -> None:
    taken = {"forum", "forum-2", "forum-4"}
    assert ids.new_id(records.PROGRAMME, {"name": "Forum"}, taken.__contains__) == "forum-3"


ROLE: Record = {"participant": "kofice", "event": "forum", "role": "organiser"}


def test_a_fact_has_one_id_whatever_is_said_besides() -> None:
    one = ids.new_id(records.ROLE, ROLE, free)
    assert one.startswith("role-")
    assert ids.new_id(records.ROLE, ROLE | {"position": 3, "printed_name": "KOFICE", "capacity": "host"}, free) == one
    assert ids.content_id(records.ROLE, ROLE | {"session": None}) == one


def test_an_id_that_belongs_to_another_fact_gets_a_number() -> None:
    one = ids.new_id(records.ROLE, ROLE, free)
    assert ids.new_id(records.ROLE, ROLE, {one, f"{one}-2"}.__contains__) == f"{one}-3"


@pytest.mark.parametrize(
    "other",
    [{"role": "partner"}, {"event": "forum-2"}, {"event": None, "programme": "forum"}, {"on_behalf_of": "VN"}],
    ids=repr,
)
def test_another_fact_has_another_id(other: Record) -> None:
    assert ids.new_id(records.ROLE, ROLE | other, free) != ids.new_id(records.ROLE, ROLE, free)


def test_a_whole_number_is_the_same_fact_however_it_is_held() -> None:
    figure: Record = {"record": "forum", "measure": "visitors", "value": 3000}
    assert ids.new_id(records.FIGURE, figure, free) == ids.new_id(records.FIGURE, figure | {"value": 3000.0}, free)
