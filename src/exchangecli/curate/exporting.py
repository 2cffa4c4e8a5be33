"""Records out, in one of the formats."""

from collections.abc import Iterator, Sequence

from exchangecli.curate import flat_rows
from exchangecli.formats.registry import FORMATS
from exchangecli.store import listing
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store


def export(
    store: Store, selection: Selection, name: str, columns: Sequence[str] = (), *, citations: bool = False
) -> Iterator[bytes]:
    """The records of a selection in the format of this name, in pieces, each with the marks that were asked for.

    Args:
        store: the dataset.
        selection: which records, in which order.
        name: of the format.
        columns: which fields; none are all of them, and in a flat format what they refer to in readable columns.
        citations: whether a column more has the sources of each record, as footnotes.
    """
    wanted = FORMATS[name]
    found = listing.found(store, selection, [*columns, "id"] if columns else ())
    names = list(columns) or [field.name for field in selection.kind.fields]
    if wanted.flat and not columns:
        found = flat_rows.flat_rows(store, selection.kind, found)
        names = flat_rows.columns(selection.kind)
    if citations:
        from exchangecli.curate import footnotes

        found = footnotes.added(store, selection.kind, found)
        names.append(footnotes.COLUMN)
    return wanted.write(found, names + selection.marks)
