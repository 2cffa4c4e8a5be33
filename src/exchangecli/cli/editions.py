"""What ``add-event`` says and asks about the series that an event is added to."""

import shlex
from typing import TYPE_CHECKING

import typer

from exchangecli.cli import asking
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.show import console
from exchangecli.store import listing
from exchangecli.store.opening import Store

if TYPE_CHECKING:
    from exchangecli.curate.series import Series

PROGRAMME, EDITION, START = (records.EVENT.field(name) for name in ("programme", "edition", "start"))


def known(store: Store, texts: dict[str, str]) -> "Series | None":
    """What is known of the series that an event is to be added to, before it is."""
    from exchangecli.curate import series

    return series.known(store, texts["programme"]) if texts.get("programme") else None


def ask(store: Store, known: "Series", texts: dict[str, str]) -> dict[str, str]:
    """Show what is known of the series, and ask for the edition where it is not given.

    The number after the last one is offered, unless the event lies before that one; nothing is filled in by itself.
    """
    from exchangecli.curate import series, values
    from exchangecli.show import series as showing

    console.tell(showing.card(known))
    if known.next_edition is None or "edition" in texts:
        return texts
    rules = listing.rules(store)
    start = values.read_value(store, START, texts["start"], rules).value if texts.get("start", "").strip() else None
    offer = "" if series.comes_before(known, start) else str(known.next_edition)
    edition = asking.ask(store, EDITION, rules, optional=True, offer=offer)
    return texts | ({"edition": edition} if edition else {})


def say(context: typer.Context, store: Store, known: "Series", event: Record, *, asked: bool) -> None:
    """Say what is odd about the edition of an event that was added, and, to a person, who organised the last one."""
    from exchangecli.curate import series
    from exchangecli.show import series as showing

    if event["edition"]:
        left_out = series.left_out(known, event["edition"])
        for line in showing.doubts(known, event, series.same_edition(store, event), left_out):
            console.say(line)
    elif known.next_edition and not asked:
        console.say(showing.not_numbered(known))
    if asked:
        program = shlex.join(["exchange", *(["--db", str(context.obj.db)] if context.obj.db else [])])
        for line in showing.again(known, event["id"], program):
            console.say(line)
