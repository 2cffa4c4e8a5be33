"""What a search found."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from exchangecli.show import tables
from exchangecli.show.console import is_terminal, plain
from exchangecli.store.search import Hit


def of_hits(hits: Sequence[Hit]) -> Table:
    """The records found, the best first, with the words marked where they stand."""
    table = tables.plain_table()
    for heading in ("Kind", "Title", "Found in", "Id"):
        table.add_column(heading, no_wrap=not is_terminal(), overflow="fold")
    for hit in hits:
        same = hit.snippet == hit.title
        table.add_row(hit.kind, _marked(hit) if same else plain(hit.title), "" if same else _marked(hit), plain(hit.id))
    return table


def _marked(hit: Hit) -> Text:
    text = Text(plain(hit.snippet))
    for start, end in hit.marks:
        text.stylize("bold yellow", start, end)
    return text
