import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from exchangecli import errors
from exchangecli.formats import data_package
from exchangecli.formats.data_package import Problems
from exchangecli.formats.package_descriptor import file_name
from exchangecli.model import records, vocabularies
from exchangecli.model.types import Record

STATED = {"release": "1.2", "operation": 17, "program": "exchange 0.1"}
AWKWARD: dict[str, list[Record]] = {
    "dataset": [
        {
            "id": "dataset",
            "title": "Exchanges — 교류",
            "authors": ["Kim; Park", 'Trần "B" An'],
            "licence": "CC BY 4.0, or later",
            "version": "1.0",
            "publisher": "Arts, Inc.",
            "url": "https://example.org/?q=a,b",
            "readings": ["Korea=KR"],
        }
    ],
    "programme": [{"id": "시리즈", "name": "시리즈", "start": "1996", "end": "..", "frequency": "biennial"}],
    "event": [
        {
            "id": "awkward-2020",
            "title": '=1+1, "quoted"\nand a second line\r\nand a third\r',
            "programme": "시리즈",
            "edition": 6,
            "also_under": ["시리즈"],
            "kind": "concert",
            "disciplines": ["music", "dance"],
            "status": "held",
            "start": "202X",
            "start_time": "19:30",
            "timezone": "Asia/Ho_Chi_Minh",
            "city": "  Huế \u2028🎤\x07",
            "country": "VN",
            "latitude": -90,
            "longitude": 105.8342123,
            "attendance": 10**18 - 1,
            "attendance_approximate": True,
            "taking_part": ["KR", "ASEAN"],
            "languages": ["zh-Hant", "ko"],
            "description": "'",
        },
        {"id": "plain", "title": "true", "attendance": 0, "attendance_approximate": False, "end": "2018-24?"},
    ],
    "participant": [
        {"id": "band", "name": "NULL", "acronym": "007", "wikidata": "Q42", "orcid": "0000-0002-1825-0097"}
    ],
    "role": [
        {
            "id": "role-1",
            "participant": "band",
            "event": "awkward-2020",
            "role": "performer",
            "affiliations": ["band", 'a choir, "of sorts"'],
            "on_behalf_of": "ASEAN",
        }
    ],
    "figure": [
        {"id": "figure-1", "record": "plain", "measure": "amount", "value": -12.5, "unit": "EUR", "as_of": "2018-XX"},
        {"id": "figure-2", "record": "plain", "measure": "amount", "value": 1e-07},
    ],
    "source": [{"id": "source-1", "title": "Report", "origin": "unknown", "text": "a\n\nb"}],
    "claim": [
        {
            "id": "claim-1",
            "record": "plain",
            "field": "title",
            "value": " ",
            "quote": "the end ",
            "prefix": " before ",
            "rank": "normal",
        }
    ],
    "retired_id": [{"id": "plane", "record": "plain"}],
    "judgement": [{"id": "judgement-1", "kind": "event", "a": "plain", "b": "awkward-2020", "judgement": "not_same"}],
}


def tables() -> dict[str, Iterator[Record]]:
    return {name: iter(AWKWARD.get(name, [])) for name in records.PACKAGED}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A Data Package of the awkward records."""
    data_package.write(tmp_path / "package", tables(), STATED)
    return tmp_path / "package"


def descriptor(package: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((package / "datapackage.json").read_bytes())
    return found


# --- writing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", AWKWARD)
def test_the_golden_files(golden: Callable[[str, bytes], None], package: Path, name: str) -> None:
    file = file_name(records.PACKAGED[name])
    golden(f"package/{file}", (package / file).read_bytes())


def test_every_value_is_quoted_and_every_line_ends_in_a_line_feed(package: Path) -> None:
    for path in package.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in (header, *rows)]
        assert path.read_bytes().decode() == "".join(lines)


def test_all_files_are_there_and_no_other(package: Path) -> None:
    assert {path.name for path in package.iterdir()} == data_package.file_names()
    assert [resource["path"] for resource in descriptor(package)["resources"]] == [
        file_name(kind) for kind in records.PACKAGED.values()
    ]


def test_the_same_records_are_the_same_bytes(package: Path, tmp_path: Path) -> None:
    data_package.write(tmp_path / "again", tables(), STATED)
    data_package.write(tmp_path / "again", tables(), STATED)
    for path in package.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


def test_the_descriptor_says_what_the_dataset_says_of_itself(package: Path) -> None:
    found = descriptor(package)
    del found["resources"]
    assert found == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "exchange-dataset",
        "title": "Exchanges — 교류",
        "version": "1.0",
        "homepage": "https://example.org/?q=a,b",
        "licenses": [{"name": "CC-BY-4.0-or-later", "title": "CC BY 4.0, or later"}],
        "contributors": [
            {"title": "Kim; Park", "roles": ["author"]},
            {"title": 'Trần "B" An', "roles": ["author"]},
            {"title": "Arts, Inc.", "roles": ["publisher"]},
        ],
        "exchange": STATED,
    }


@pytest.mark.parametrize(
    ("licence", "written"),
    [
        ("CC-BY-4.0", [{"name": "CC-BY-4.0"}]),
        ("CC BY", [{"name": "CC-BY", "title": "CC BY"}]),
        ("공공누리 1", [{"name": "1", "title": "공공누리 1"}]),
        ("공공누리", [{"name": "other", "title": "공공누리"}]),
        (None, None),
    ],
)
def test_a_licence(tmp_path: Path, licence: str | None, written: object) -> None:
    data_package.write(tmp_path / "p", {"dataset": [{"id": "dataset", "licence": licence}]}, STATED)
    assert descriptor(tmp_path / "p").get("licenses") == written


def test_fields_have_their_vocabularies_keys_and_constraints(package: Path) -> None:
    schemas = {resource["path"]: resource["schema"] for resource in descriptor(package)["resources"]}
    fields = {name: {field["name"]: field for field in schema["fields"]} for name, schema in schemas.items()}
    role = fields["roles.csv"]["role"]
    codes = list(vocabularies.vocabulary("roles").terms)
    assert role["constraints"] == {"required": True, "enum": codes}
    assert [category["value"] for category in role["categories"]] == codes
    assert fields["events.csv"]["attendance"]["type"] == "integer"
    assert fields["events.csv"]["disciplines"]["type"] == "array"
    assert fields["events.csv"]["id"]["constraints"] == {"required": True, "unique": True}
    assert {"fields": ["event"], "reference": {"resource": "events", "fields": ["id"]}} in schemas["roles.csv"][
        "foreignKeys"
    ]
    assert {"fields": ["part_of"], "reference": {"fields": ["id"]}} in schemas["events.csv"]["foreignKeys"]
    assert all(key["fields"] != ["origin"] for key in schemas["sources.csv"].get("foreignKeys", []))


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_the_package_valid(package: Path) -> None:
    from frictionless import validate

    report = validate(str(package / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert report.stats["tasks"] == len(records.PACKAGED)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "thesis.docx").touch()
    with pytest.raises(errors.Strangers, match=r"holds thesis\.docx, which is no part"):
        data_package.write(tmp_path / "p", tables(), STATED)
    assert [path.name for path in (tmp_path / "p").iterdir()] == ["thesis.docx"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "p").touch()
    with pytest.raises(errors.FileProblem):
        data_package.write(tmp_path / "p", tables(), STATED)


def test_an_export_that_fails_leaves_the_earlier_package_as_it_was(package: Path) -> None:
    def fails(rows: Iterator[Record]) -> Iterator[Record]:
        yield from rows
        raise KeyboardInterrupt

    before = {path.name: path.read_bytes() for path in package.iterdir()}
    changed = tables()
    changed["event"] = iter([{"id": "another", "title": "Another"}])
    changed["source"] = fails(changed["source"])
    with pytest.raises(KeyboardInterrupt):
        data_package.write(package, changed, STATED)
    assert {path.name: path.read_bytes() for path in package.iterdir()} == before


def test_what_a_killed_export_left_behind_is_no_stranger(package: Path) -> None:
    (package / "events.csv.part").write_text("half of")
    data_package.write(package, tables(), STATED)
    assert {path.name for path in package.iterdir()} == data_package.file_names()


# --- reading ------------------------------------------------------------------------------------------------------


def test_what_was_written_is_read_again(package: Path) -> None:
    problems = Problems()
    found: dict[str, list[Record]] = {}
    for row in data_package.read(package, problems):
        found.setdefault(row.kind.name, []).append(row.record)
    assert problems == Problems()
    assert found == {
        name: [{field.name: row.get(field.name) for field in records.PACKAGED[name].fields} for row in rows]
        for name, rows in AWKWARD.items()
    }


def test_a_row_knows_its_place(package: Path) -> None:
    places = [(row.file, row.line, row.record["id"]) for row in data_package.read(package, Problems())]
    assert ("events.csv", 2, "awkward-2020") in places
    assert ("events.csv", 3, "plain") in places


def test_the_text_of_a_long_report_is_read_again(tmp_path: Path) -> None:
    report = {"id": "report", "title": "Report", "text": "한" * 200_000}
    data_package.write(
        tmp_path / "p", {name: iter([report] if name == "source" else []) for name in records.PACKAGED}, STATED
    )
    problems = Problems()
    (row,) = data_package.read(tmp_path / "p", problems)
    assert (row.record["text"], problems) == (report["text"], Problems())


def test_a_package_without_fingerprints_is_read(package: Path) -> None:
    found = descriptor(package)
    for resource in found["resources"]:
        del resource["hash"], resource["bytes"]
    (package / "datapackage.json").write_text(json.dumps(found), encoding="utf-8")
    path = package / "participants.csv"
    path.write_text(path.read_text(encoding="utf-8").replace('"NULL"', '"None"'), encoding="utf-8")
    problems = Problems()
    names = [row.record["name"] for row in data_package.read(package, problems) if row.file == "participants.csv"]
    assert (names, problems) == (["None"], Problems())
