from collections.abc import Callable

import pytest

from exchangecli.curate import flat_rows
from exchangecli.model import chunks, records, vocabularies
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store

Add = Callable[..., Record]

CONCERT = "asean-korea-music-concert-2025"


def flat(store: Store, kind: str, record: str) -> Record:
    found = rows.where(store, records.KINDS[kind], "id = ?", [record])
    (row,) = flat_rows.flat_rows(store, records.KINDS[kind], found)
    return row


@pytest.mark.parametrize("name", records.LISTED)
def test_the_columns_are_the_fields_with_names_beside_references(sample: Store, name: str) -> None:
    kind = records.KINDS[name]
    columns = flat_rows.columns(kind)
    assert [column for column in columns if kind.has(column)] == [field.name for field in kind.fields]
    assert len(columns) == len(set(columns))
    for row in flat_rows.flat_rows(sample, kind, rows.where(sample, kind, "1")):
        assert set(row) == set(columns)


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        ("role", ["participant", "participant_name", "event", "event_name"]),
        ("figure", ["record", "record_name"]),
        ("programme", ["parent", "parent_name"]),
    ],
)
def test_a_name_stands_behind_its_reference(kind: str, columns: list[str]) -> None:
    found = flat_rows.columns(records.KINDS[kind])
    start = found.index(columns[0])
    assert found[start : start + len(columns)] == columns


def test_an_event_is_readable_without_the_other_tables(sample: Store) -> None:
    row = flat(sample, "event", CONCERT)
    assert row["programme_name"] == "Future Innovation Cultural Exchange Initiative"
    assert row["part_of_name"] is None
    assert row["organisers"] == [
        "Ministry of Culture, Sports and Tourism",
        "Korean Foundation for International Cultural Exchange (co-organiser)",
        "Korea-ASEAN Center (co-organiser)",
        "Silk Road C&T (implementer)",
        "Korean Foundation for International Cultural Exchange (partner)",
    ]
    assert row["supporters"] == ["Ministry of Culture, Sports and Tourism (sponsor)"]
    assert row["performers"] == [
        *("Kep1er", "AHOF", "Na Taejoo", "Min", "Đức Phúc"),
        *("Sooyoung (presenter (mc))", "Mạnh Cường (presenter (mc))"),
    ]
    assert row["speakers"] is None


def test_every_role_of_the_vocabulary_has_a_column(sample: Store, add: Add) -> None:
    for code in vocabularies.vocabulary("roles").terms:
        add(sample, "role", participant="unesco", role=code, event=CONCERT)
    row = flat(sample, "event", CONCERT)
    said = [name for value in row.values() if isinstance(value, list) for name in value if name.startswith("UNESCO")]
    assert len(said) == len(vocabularies.vocabulary("roles").terms)


def test_a_role_on_behalf_of_a_country_has_no_name_beside_it(sample: Store, add: Add) -> None:
    role = add(sample, "role", participant="min", role="delegate", event=CONCERT, on_behalf_of="VN")
    row = flat(sample, "role", role["id"])
    assert (row["on_behalf_of"], row["on_behalf_of_name"], row["participant_name"]) == ("VN", None, "Min")


def test_rows_are_worked_out_a_chunk_at_a_time(sample: Store) -> None:
    taken = 0

    def found() -> object:
        nonlocal taken
        (template,) = rows.where(sample, records.EVENT, "id = ?", [CONCERT])
        for number in range(3 * chunks.SIZE):
            taken += 1
            yield template | {"id": f"event-{number}"}

    made = flat_rows.flat_rows(sample, records.EVENT, found())  # type: ignore[arg-type]
    assert next(made)["id"] == "event-0"
    assert taken == chunks.SIZE
    assert sum(1 for _ in made) == 3 * chunks.SIZE - 1
