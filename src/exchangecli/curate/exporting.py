"""Records out, in one of the formats."""

from collections.abc import Iterator, Sequence

from exchangecli.curate import flat_rows
from exchangecli.formats.registry import FORMATS
from exchangecli.store import listing
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store


def export(store: Store, selection: Selection, name: str, columns: Sequence[str] = ()) -> Iterator[bytes]:
    """The records of a selection in the format of this name, in pieces, each with the marks that were asked for.

    Args:
        store: the dataset.
        selection: which records, in which order.
        name: of the format.
        columns: which fields; none are all of them, and in a flat format what they refer to in readable columns.
    """
    wanted = FORMATS[name]
    found = listing.found(store, selection)
    if wanted.flat and not columns:
        rows = flat_rows.flat_rows(store, selection.kind, found)
        return wanted.write(rows, flat_rows.columns(selection.kind) + selection.marks)
    names = list(columns) or [field.name for field in selection.kind.fields]
    return wanted.write(found, names + selection.marks)
