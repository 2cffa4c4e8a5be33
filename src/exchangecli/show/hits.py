"""What a search found."""

from collections.abc import Sequence

from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table
from exchangecli.store.search import Hit

FOUND_IN = 2
"""The column of the text in which the words stand, where that is not the title."""


def of_hits(hits: Sequence[Hit]) -> Table:
    """The records found, the best first, with the words marked where they stand."""
    columns = [Column("Title"), Column("Kind", wraps=False), Column("Found in"), Column("Id", wraps=False, is_id=True)]
    rows = [[plain(hit.title), hit.kind, "" if _in_title(hit) else plain(hit.snippet), plain(hit.id)] for hit in hits]
    marks = {(row, 0 if _in_title(hit) else FOUND_IN): hit.marks for row, hit in enumerate(hits)}
    return Table(columns, rows, marks)


def _in_title(hit: Hit) -> bool:
    return hit.snippet == hit.title
