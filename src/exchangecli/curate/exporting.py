"""Records out, in one of the formats."""

from collections.abc import Iterator

from exchangecli.curate import flat_rows
from exchangecli.formats.registry import FORMATS
from exchangecli.store import listing
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store


def export(store: Store, selection: Selection, name: str) -> Iterator[bytes]:
    """The records of a selection in the format of this name, in pieces."""
    wanted = FORMATS[name]
    found = listing.found(store, selection)
    if wanted.flat:
        return wanted.write(flat_rows.flat_rows(store, selection.kind, found), flat_rows.columns(selection.kind))
    return wanted.write(found, [field.name for field in selection.kind.fields])
