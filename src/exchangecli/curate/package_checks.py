"""Whether the records of a package, taken in, fit to each other; what does not, with its place in the files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import values
from exchangecli.formats import data_package
from exchangecli.formats.data_package import Problems, Row
from exchangecli.model import records, types
from exchangecli.store import listing, whole
from exchangecli.store.opening import Store

CHECKED = ("programme", "event", "session", "role", "name", "membership")
"""The kinds that ``values.check`` has something to say about."""


class Finding(NamedTuple):
    """What is wrong with a field of a record; ``about`` is the id that it refers to."""

    kind: str
    id: str
    field: str
    about: str
    sentence: str


def misfits(store: Store, directory: Path, problems: Problems) -> list[str]:
    """What is wrong with how the records fit to each other, each with file, row, column and value.

    What follows from a row, or a file, that was refused is left out: it would hide what is to be mended.
    """
    shared = whole.shared_ids(store)
    dangling = [_no_record(one) for one in whole.dangling(store)]
    # Of two records with one id, nobody can tell which of them a claim is about.
    claims = [] if shared else [_no_field(one) for one in whole.claimed_in_vain(store)]
    lost = {(one.kind, one.id, one.field) for one in dangling}
    places_named = list(_strange_places(store))
    contradicting = [one for one in _contradictions(store) if (one.kind, one.id, one.field) not in lost]
    told = [one for one in dangling if not problems.unread and one.about not in problems.refused]
    told += claims + places_named + contradicting
    if not told and not shared:
        return []
    places = _places(directory, {one.id for one in told} | set(shared))
    lines = [line for record in shared for line in _shared(record, places)]
    return lines + [f"{places[one.kind, one.id].place}, column {one.field}: {one.sentence}" for one in told]


def doubles(directory: Path, rows: Sequence[Row]) -> list[str]:
    """That the ids of these rows stood in their files before."""
    places = _places(directory, {row.record["id"] for row in rows}) if rows else {}
    return [
        f'{row.place}, column id: "{row.record["id"]}" stands twice, '
        f"first in row {places[row.kind.name, row.record['id']].line}"
        for row in rows
    ]


def _places(directory: Path, wanted: set[str]) -> dict[tuple[str, str], Row]:
    """Where records with some ids stand first, found by reading the package again."""
    places: dict[tuple[str, str], Row] = {}
    for row in data_package.read(directory, Problems()):
        if row.record["id"] in wanted:
            places.setdefault((row.kind.name, row.record["id"]), row)
    return places


def _no_record(one: whole.Misfit) -> Finding:
    return Finding(one.kind.name, one.id, one.field, one.value, f'"{one.value}" is the id of no record')


def _no_field(one: whole.Misfit) -> Finding:
    return Finding("claim", one.id, one.field, one.id, f'"{one.value}" is no field of what the claim is about')


def _strange_places(store: Store) -> Iterator[Finding]:
    """Every place that is neither a country nor a group, be it one of this dataset's own."""
    rules = listing.rules(store)
    for kind in records.KINDS.values():
        for field in kind.fields:
            if field.type is types.PLACES:
                for place in whole.listed(store, kind, field):
                    sentence = _wrong_place(place, rules)
                    about = whole.holders(store, kind, field, place) if sentence else []
                    yield from (Finding(kind.name, record, field.name, place, sentence) for record in about)


def _wrong_place(place: str, rules: types.Rules) -> str:
    try:
        read = types.PLACES.read(place, None, rules).value
    except errors.ValueProblem as problem:
        return problem.sentence
    return "" if read == place else f'"{place}" is not as an export writes it: {read}'


def _contradictions(store: Store) -> Iterator[Finding]:
    for name in CHECKED:
        kind = records.KINDS[name]
        for record in whole.every(store, kind):
            try:
                values.check(store, kind, record)
            except errors.FieldProblems as found:
                for field, problem in found.problems:
                    # That a role and its session are at two events is said of the role.
                    if (name, field) == ("session", "event"):
                        continue
                    yield Finding(name, record["id"], field, str(record[field]), problem.sentence)


def _shared(record: str, places: dict[tuple[str, str], Row]) -> Iterator[str]:
    """A line for every record that has an id which another one, named first in the files, has too."""
    first, *others = [places[kind, record] for kind in records.PACKAGED if (kind, record) in places]
    for one in others:
        yield f'{one.place}, column id: "{record}" is also the id in {first.place}'
