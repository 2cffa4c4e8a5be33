"""The value of a field that its claims support best, where the one in force has lost its support."""

from collections.abc import Iterable, Sequence

from exchangecli.curate import claimed_values, claims
from exchangecli.model import cells
from exchangecli.model.conflicts import OPEN_RANKS, PREFERRED, agree
from exchangecli.model.fields import Kind
from exchangecli.model.independence import Origins, independent
from exchangecli.model.types import Record
from exchangecli.store import provenance
from exchangecli.store.opening import Store


def better(store: Store, kind: Kind, record: Record, names: Iterable[str]) -> Record:
    """The fields of a record whose value no claim that stands supports any more, with what others support.

    A field for which nothing stands keeps its value.
    """
    new: Record = {}
    supporting: list[Record] = []
    for name in names:
        about = claims.about(store, record["id"], name)
        cell = best(store, kind, name, cells.to_cell(record[name]), about)
        if cell is not None and cell != cells.to_cell(record[name]):
            supporting += (one for one in about if one["value"] == cell and one["rank"] in OPEN_RANKS)
            new[name] = cells.from_cell(kind.field(name).type, cell)
    return new | claimed_values.beside(store, kind, record["id"], new, supporting)


def best(store: Store, kind: Kind, name: str, present: str, about: Iterable[Record]) -> str | None:
    """What the claims that stand say: the value in force, if any of them says so; else the best supported; else None.

    What a person preferred goes before the rest; then counts how many independent sources there are, and then which was
    written down first.

    Args:
        store: the dataset.
        kind: of the record.
        name: of the field; a claim that says what it cannot hold, as another program may write, counts nothing.
        present: the value in force, as claims hold it.
        about: all claims on the field of one record.
    """
    standing = [one for one in about if one["rank"] in OPEN_RANKS and claimed_values.can_be(kind, one)]
    preferred = [claim for claim in standing if claim["rank"] == PREFERRED] or standing
    said = dict.fromkeys(str(claim["value"]) for claim in preferred)
    if not said:
        return None
    if present in said:
        return present
    origins = provenance.origins(store, [claim["source"] for claim in standing if claim["source"]])
    alike = [value for value in said if present and agree(name, value, present)]
    return max(alike or said, key=lambda value: _support(preferred, value, origins))


def _support(standing: Sequence[Record], value: str, origins: Origins) -> int:
    return independent((one["source"] for one in standing if one["source"] and one["value"] == value), origins)
