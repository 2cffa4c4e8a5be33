import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exchangecli import errors
from exchangecli.curate import packages
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

COMMAND = Command("exchange test", "tester")
SAMPLE = packages.sample()
CONCERT = "asean-korea-music-concert-2025"


def everything(store: Store) -> dict[str, list[Record]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.PACKAGED.items()}


def operations(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM operation").fetchone()[0])


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the sample's package, to be damaged."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "package"))


def row_of(package: Path, file: str, record: str) -> int:
    """The number of a record's row, the headings being row 1."""
    with (package / file).open(encoding="utf-8", newline="") as opened:
        return next(number for number, row in enumerate(csv.reader(opened), 1) if row[0] == record)


def refused(store: Store, package: Path) -> list[str]:
    """The problems for which a package is refused; nothing of it is taken in."""
    before = (everything(store), operations(store))
    with pytest.raises(errors.DamagedPackage) as caught:
        packages.import_package(store, COMMAND, package)
    assert (everything(store), operations(store)) == before
    return list(caught.value.problems)


def replace(package: Path, file: str, old: str, new: str) -> None:
    path = package / file
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


KOFICE_ROLE = '"role-02f0zbfapcmw0","kofice","asean-korea-music-concert-2025"'


@pytest.mark.parametrize(
    ("file", "record", "old", "new", "problem"),
    [
        pytest.param(
            "events.csv",
            CONCERT,
            '"2025-11-01"',
            '"2025-11-31"',
            'column start: "2025-11-31" names a day that does not exist',
            id="a day that is none",
        ),
        pytest.param(
            "events.csv", CONCERT, '"2025-11-01"', '"1 Nov 2025"', 'column start: "1 Nov 2025" is not as an', id="prose"
        ),
        pytest.param(
            "events.csv", CONCERT, '"2025-11-01"', '"05/06/2024"', 'column start: "05/06/2024" could be', id="two days"
        ),
        pytest.param(
            "events.csv", CONCERT, '"concert"', '"consert"', 'column kind: "consert" is not in the list', id="a word"
        ),
        pytest.param(
            "events.csv", CONCERT, '"concert"', '"Concert"', 'column kind: "Concert" is not as an', id="a label"
        ),
        pytest.param(
            "events.csv", CONCERT, '"3000"', '"3,000"', 'column attendance: "3,000" is not a whole number', id="a comma"
        ),
        pytest.param(
            "events.csv", CONCERT, '"3000"', '"-3"', 'column attendance: "-3" is not a count', id="below zero"
        ),
        pytest.param(
            "events.csv", CONCERT, '"3000"', '"9' + "0" * 30 + '"', "column attendance: ", id="more than fits"
        ),
        pytest.param(
            "events.csv",
            CONCERT,
            '"true"',
            '"TRUE"',
            'column attendance_approximate: "TRUE" is not true or false',
            id="a flag",
        ),
        pytest.param("events.csv", CONCERT, '"VN"', '"XX"', 'column country: "XX" is not a country', id="a country"),
        pytest.param(
            "events.csv",
            CONCERT,
            '"[""music""]"',
            '"music"',
            'column disciplines: "music" is not a JSON array',
            id="no array",
        ),
        pytest.param(
            "events.csv", CONCERT, '"[""music""]"', '"[]"', 'column disciplines: "[]" is not', id="empty array"
        ),
        pytest.param(
            "events.csv", CONCERT, '"[""music""]"', '"' + "[" * 100_000 + '"', "column disciplines: ", id="a deep array"
        ),
        pytest.param(
            "events.csv",
            CONCERT,
            '"District 7 Indoor Stadium"',
            '"District\x007"',
            'column venue: "District␀7" holds a NUL',
            id="NUL",
        ),
        pytest.param(
            "roles.csv",
            "role-02f0zbfapcmw0",
            KOFICE_ROLE,
            '"role-02f0zbfapcmw0","kofice\x00","asean-korea-music-concert-2025"',
            'column participant: "kofice␀" holds a NUL',
            id="NUL in a reference",
        ),
        pytest.param(
            "events.csv",
            CONCERT,
            f'"{CONCERT}","2025',
            f'"{CONCERT}","x","2025',
            f": has {len(records.EVENT.fields) + 1} columns",
            id="a cell more",
        ),
        pytest.param(
            "events.csv",
            CONCERT,
            '"2025 ASEAN-Korea Music Concert"',
            '""',
            ": title must not be empty",
            id="a required field",
        ),
        pytest.param(
            "roles.csv",
            "role-02f0zbfapcmw0",
            KOFICE_ROLE,
            '"role-02f0zbfapcmw0","kofice","no-such-event"',
            'column event: "no-such-event" is the id of no record',
            id="a role at no event",
        ),
        pytest.param(
            "claims.csv",
            "claim-01h8cgg15j66s",
            '"claim-01h8cgg15j66s","duc-phuc"',
            '"claim-01h8cgg15j66s","nobody"',
            'column record: "nobody" is the id of no record',
            id="a claim about nothing",
        ),
        pytest.param(
            "events.csv",
            "asean-korea-innovative-culture-forum-2025",
            '"[""future-innovation-cultural-exchange-initiative""]"',
            '"[""asem"",""nothing""]"',
            'column also_under: "nothing" is the id of no record',
            id="an item of a list",
        ),
        pytest.param(
            "sources.csv",
            "newsflash-asean-korea-forum",
            '"unknown"',
            '"no-source"',
            'column origin: "no-source" is the id of no record',
            id="an origin",
        ),
    ],
)
def test_a_damaged_value_is_told_with_its_place(
    empty: Store, package: Path, file: str, record: str, old: str, new: str, problem: str
) -> None:
    replace_in_row(package, file, record, old, new)
    problems = refused(empty, package)
    place = f"{file} row {row_of(package, file, record)}"
    assert any(one.startswith(place) and problem in one for one in problems), problems[:3]


def replace_in_row(package: Path, file: str, record: str, old: str, new: str) -> None:
    text = (package / file).read_bytes().decode()
    before, sign, row = text.partition(f'\n"{record}",')
    line, end, after = row.partition("\n")
    changed = (sign[1:] + line).replace(old, new, 1)
    assert changed != sign[1:] + line
    (package / file).write_bytes((before + sign[0] + changed + end + after).encode())


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        pytest.param(
            lambda p: replace(p, "events.csv", '"city",', ""),
            f"events.csv row 2: has {len(records.EVENT.fields)} columns, and must have {len(records.EVENT.fields) - 1}",
            id="a column less",
        ),
        pytest.param(
            lambda p: replace(p, "events.csv", '"city",', '"city","mayor",'),
            'events.csv row 1: events have no column "mayor"',
            id="one more",
        ),
        pytest.param(
            lambda p: replace(p, "events.csv", '"title","programme"', '"programme","title"'),
            'events.csv row 15, column programme: "2025 ASEAN-Korea Music Concert" is the id of no record',
            id="headings changed over",
        ),
        pytest.param(
            lambda p: replace(p, "events.csv", '"title",', '"city",'),
            "events.csv row 1: the column title is missing",
            id="a column twice, and one not there",
        ),
        pytest.param(lambda p: (p / "events.csv").unlink(), "events.csv: the file is missing", id="no file"),
        pytest.param(
            lambda p: (p / "events.csv").write_bytes(b""),
            "events.csv row 1: the column id is missing",
            id="an empty file",
        ),
        pytest.param(lambda p: folder_instead(p / "events.csv"), "events.csv: Is a directory", id="a folder"),
        pytest.param(lambda p: truncate(p / "events.csv", 40), "events.csv line", id="cut off within a value"),
        pytest.param(
            lambda p: drop_last_row(p / "names.csv"), "names.csv: is not the file that was", id="cut off between rows"
        ),
        pytest.param(
            lambda p: replace(p, "events.csv", '"Sofia"', '"Plovdiv"'),
            "events.csv: is not the file that was exported (its sha256 differs",
            id="changed, and valid",
        ),
        pytest.param(
            lambda p: (p / "events.csv").write_bytes((p / "events.csv").read_bytes().replace(b"Sofia", b"Sof\xeda")),
            "events.csv line 9: is not UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            lambda p: (p / "events.csv").write_bytes((p / "events.csv").read_bytes().decode().encode("utf-16")),
            "events.csv line 1: is not UTF-8",
            id="UTF-16",
        ),
        pytest.param(
            lambda p: (p / "datapackage.json").write_text("{"), "datapackage.json: is no descriptor", id="no JSON"
        ),
        pytest.param(
            lambda p: (p / "datapackage.json").write_text("[1]"), "datapackage.json: is no descriptor", id="other JSON"
        ),
        pytest.param(
            lambda p: (p / "datapackage.json").write_text('{"resources": ["events.csv"]}'),
            "datapackage.json: is no descriptor",
            id="no resources",
        ),
        pytest.param(
            lambda p: (p / "datapackage.json").write_bytes(b"\xff\xfe"),
            "datapackage.json: is no descriptor",
            id="bytes",
        ),
        pytest.param(
            lambda p: (p / "datapackage.json").write_text("[" * 100_000), "datapackage.json: is no", id="too deep"
        ),
        pytest.param(
            lambda p: resource(p, "events", path="../../events.csv"),
            "datapackage.json: no resource has the path events.csv",
            id="a path that climbs out",
        ),
        pytest.param(
            lambda p: resource(p, "events", path="/etc/passwd"),
            "no resource has the path events.csv",
            id="another path",
        ),
        pytest.param(
            lambda p: resource(p, "events", hash="sha256:0"), "events.csv: is not the file", id="another fingerprint"
        ),
        pytest.param(
            lambda p: duplicate(p / "events.csv"),
            f'events.csv row 16, column id: "{CONCERT}" stands twice, first in row 15',
            id="an id twice",
        ),
        pytest.param(
            lambda p: only_headings(p / "dataset.csv", p), "dataset.csv: has no row", id="no word about itself"
        ),
    ],
)
def test_a_damaged_file_is_told(empty: Store, package: Path, damage: Callable[[Path], object], problem: str) -> None:
    damage(package)
    problems = refused(empty, package)
    assert any(problem in one for one in problems), problems[:3]


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def truncate(path: Path, count: int) -> None:
    path.write_bytes(path.read_bytes()[:-count])


def drop_last_row(path: Path) -> None:
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def duplicate(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(f'"{CONCERT}"'.encode()))
    path.write_bytes(b"".join([*lines[:at], lines[at], *lines[at:]]))


def only_headings(path: Path, package: Path) -> None:
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    resource(package, "dataset", hash=None)


def resource(package: Path, name: str, **changed: Any) -> None:
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    next(one for one in descriptor["resources"] if one["name"] == name).update(changed)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


# --- records that do not fit to each other ------------------------------------------------------------------------


def without_fingerprints(package: Path) -> None:
    """As of a package that was changed on purpose."""
    for kind in records.PACKAGED.values():
        resource(package, kind.plural.replace("_", "-"), hash=None)


def add_row(package: Path, file: str, **cells: str) -> str:
    """A row more at the end of a file; its place."""
    with (package / file).open(encoding="utf-8", newline="") as opened:
        header, *rows = csv.reader(opened)
    with (package / file).open("a", encoding="utf-8", newline="") as opened:
        csv.writer(opened, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(cells.get(name, "") for name in header)
    return f"{file} row {len(rows) + 2}"


MISFITS = [
    pytest.param(
        "events.csv",
        {"id": "x", "title": "X", "start": "2025-05", "end": "2024"},
        'column end: "2024" lies before the start, 2025-05',
        id="an end before the start",
    ),
    pytest.param(
        "events.csv",
        {"id": "x", "title": "X", "part_of": "x"},
        'column part_of: "x" is the event itself',
        id="an event within itself",
    ),
    pytest.param(
        "programmes.csv",
        {"id": "x", "name": "X", "parent": "x"},
        'column parent: "x" is this record, or a part of it',
        id="a programme within itself",
    ),
    pytest.param(
        "roles.csv",
        {
            "id": "x",
            "participant": "kofice",
            "event": CONCERT,
            "session": "cultural-literacy-in-the-age-of-ai",
            "role": "speaker",
        },
        'column session: "cultural-literacy-in-the-age-of-ai" is a session of another event',
        id="a session of another event",
    ),
    pytest.param(
        "claims.csv",
        {"id": "x", "record": "kofice", "field": "venue", "value": "Hall", "rank": "normal"},
        'column field: "venue" is no field of what the claim is about',
        id="a claim on a field there is not",
    ),
    pytest.param(
        "retired_ids.csv",
        {"id": "x", "record": "nobody"},
        'column record: "nobody" is the id of no record',
        id="a retired id of nothing",
    ),
    pytest.param(
        "judgements.csv",
        {"id": "x", "kind": "participant", "a": "kofice", "b": "nobody", "judgement": "same"},
        'column b: "nobody" is the id of no record',
        id="a judgement about nothing",
    ),
    pytest.param(
        "participants.csv",
        {"id": "asem", "name": "ASEM"},
        'column id: "asem" is also the id in programmes.csv row ',
        id="one id of two kinds",
    ),
    pytest.param(
        "retired_ids.csv",
        {"id": "kofice", "record": "asem"},
        'column id: "kofice" is also the id in participants.csv row ',
        id="a retired id in use",
    ),
    pytest.param(
        "events.csv",
        {"id": "x", "title": "X", "taking_part": '["VN","Atlantis"]'},
        'column taking_part: "Atlantis" is not a country name or code known here',
        id="a place that is none",
    ),
    pytest.param(
        "events.csv",
        {"id": "x", "title": "X", "taking_part": '["Viet Nam"]'},
        'column taking_part: "Viet Nam" is not as an export writes it: VN',
        id="a place by its name",
    ),
    pytest.param(
        "dataset.csv",
        {"id": "another"},
        'column id: "another" must be "dataset", of which there is one',
        id="a second dataset",
    ),
]


@pytest.mark.parametrize(("file", "cells", "problem"), MISFITS)
def test_what_adding_refuses_an_import_refuses(
    empty: Store, package: Path, file: str, cells: dict[str, str], problem: str
) -> None:
    without_fingerprints(package)
    place = add_row(package, file, **cells)
    (line,) = refused(empty, package)
    assert line.startswith(f"{place}, {problem}")


def test_a_member_twice_at_one_time_is_told_of_both(empty: Store, package: Path) -> None:
    without_fingerprints(package)
    place = add_row(package, "memberships.csv", id="x", group="ASEAN", member="VN", start="2001")
    problems = refused(empty, package)
    assert [line for line in problems if "is a member of ASEAN already" in line] == problems
    assert len(problems) == 2
    assert any(line.startswith(f"{place}, column member") for line in problems)


def test_a_circle_of_events_is_refused(empty: Store, package: Path) -> None:
    without_fingerprints(package)
    places = [add_row(package, "events.csv", id=one, title=one, part_of=other) for one, other in ("xy", "yz", "zx")]
    assert [line.partition(",")[0] for line in refused(empty, package)] == places


def test_a_judgement_outlives_the_record_that_a_merge_retired(empty: Store, package: Path) -> None:
    without_fingerprints(package)
    add_row(package, "retired_ids.csv", id="kofice-2", record="kofice")
    add_row(package, "judgements.csv", id="x", kind="participant", a="kofice", b="kofice-2", judgement="same")
    assert packages.import_package(empty, COMMAND, package) > 100


def test_one_wrong_row_drags_no_others_behind_it(empty: Store, package: Path) -> None:
    without_fingerprints(package)
    replace_in_row(package, "events.csv", CONCERT, '"VN"', '"XX"')
    (line,) = refused(empty, package)
    place = f"events.csv row {row_of(package, 'events.csv', CONCERT)}"
    assert line.startswith(f'{place}, column country: "XX" is not a country name or code known here')


def test_a_missing_file_drags_no_others_behind_it(empty: Store, package: Path) -> None:
    (package / "events.csv").unlink()
    assert refused(empty, package) == ["events.csv: the file is missing"]


def test_a_broken_descriptor_is_one_line(empty: Store, package: Path) -> None:
    (package / "datapackage.json").write_text("{", encoding="utf-8")
    assert refused(empty, package) == ["datapackage.json: is no descriptor of a Data Package"]


def test_problems_of_all_files_are_told_together(empty: Store, package: Path) -> None:
    replace(package, "events.csv", '"2025-11-01"', '"2025-13-01"')
    replace(package, "participants.csv", '"ensemble"', '"orchestra!"')
    (package / "names.csv").unlink()
    files = {problem.split()[0] for problem in refused(empty, package)}
    assert {"events.csv", "participants.csv", "names.csv:"} <= files


def test_a_damaged_copy_of_what_is_there_is_told_too(sample: Store, package: Path) -> None:
    (package / "names.csv").unlink()
    assert refused(sample, package) == ["names.csv: the file is missing"]


def test_without_a_descriptor_there_is_nothing_to_read(empty: Store, package: Path) -> None:
    (package / "datapackage.json").unlink()
    with pytest.raises(errors.FileProblem, match=r"datapackage\.json"):
        packages.import_package(empty, COMMAND, package)
