"""What a search found."""

from collections.abc import Sequence

from exchangecli.model.records import KINDS
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table
from exchangecli.store.search import Hit

TITLE, FOUND_IN = 1, 2
"""The columns of the texts in which the words may stand."""


def of_hits(hits: Sequence[Hit]) -> Table:
    """The records found, kind by kind as each was first met, the best first, with the words marked where they stand."""
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    grouped = sorted(hits, key=lambda hit: kinds.index(hit.kind))
    columns = [Column("Kind", wraps=False), Column("Title"), Column("Found in"), Column("Id", wraps=False, is_id=True)]
    rows = []
    marks = {}
    for number, hit in enumerate(grouped):
        is_first = number == 0 or grouped[number - 1].kind != hit.kind
        in_title = hit.snippet == hit.title
        kind = KINDS[hit.kind].plural if is_first else ""
        rows.append([kind, plain(hit.title), "" if in_title else plain(hit.snippet), plain(hit.id)])
        marks[number, TITLE if in_title else FOUND_IN] = hit.marks
    return Table(columns, rows, marks)
