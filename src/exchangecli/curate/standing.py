"""The value of a field that its claims support best, where the one in force has lost its support."""

from collections.abc import Iterable, Sequence

from exchangecli.curate import claims
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
    about = ((name, claims.about(store, record["id"], name)) for name in names)
    best_ones = ((name, best(store, name, cells.to_cell(record[name]), said)) for name, said in about)
    return {
        name: cells.from_cell(kind.field(name).type, cell)
        for name, cell in best_ones
        if cell is not None and cell != cells.to_cell(record[name])
    }


def best(store: Store, name: str, present: str, about: Iterable[Record]) -> str | None:
    """What the claims that stand say: the value in force, if any of them says so; else the best supported; else None.

    What a person preferred goes before the rest; then counts how many independent sources there are, and then which was
    written down first.

    Args:
        store: the dataset.
        name: of the field.
        present: the value in force, as claims hold it.
        about: all claims on the field of one record.
    """
    standing = [claim for claim in about if claim["rank"] in OPEN_RANKS]
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
