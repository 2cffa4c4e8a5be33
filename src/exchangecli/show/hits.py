"""What a search found."""

from collections.abc import Sequence

from exchangecli.model.records import KINDS
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table
from exchangecli.store.search import Hit


def of_hits(hits: Sequence[Hit]) -> Table:
    """The records found, kind by kind as each was first met, the best first, with the words marked where they stand.

    A column for the text in which they stand is there where that is not always the title.
    """
    kinds = list(dict.fromkeys(hit.kind for hit in hits))
    grouped = sorted(hits, key=lambda hit: kinds.index(hit.kind))
    further = [] if all(map(_in_title, hits)) else [FOUND_IN]
    columns = [Column("Kind", wraps=False), Column("Title"), *further, Column("Id", wraps=False, is_id=True)]
    rows = []
    marks = {}
    for number, hit in enumerate(grouped):
        is_first = number == 0 or grouped[number - 1].kind != hit.kind
        kind = KINDS[hit.kind].plural if is_first else ""
        found_in = ["" if _in_title(hit) else plain(hit.snippet)] if further else []
        rows.append([kind, plain(hit.title), *found_in, plain(hit.id)])
        marks[number, 1 if _in_title(hit) else 2] = hit.marks
    return Table(columns, rows, marks)


FOUND_IN = Column("Found in")


def _in_title(hit: Hit) -> bool:
    return hit.snippet == hit.title
