"""What ``log`` and ``undo`` do."""

import sys
from collections.abc import Sequence

import typer

from exchangecli import errors
from exchangecli.cli import asking, dataset
from exchangecli.curate import blame, logbook, obstacles, past, targets, undo_preview, undoing
from exchangecli.curate.undoing import UndoPlan
from exchangecli.model import clock, records
from exchangecli.model.fields import Kind, field_name
from exchangecli.show import console, differences, machine, tables, values
from exchangecli.show import log as showing
from exchangecli.store import finding, history
from exchangecli.store.opening import Store


def log(context: typer.Context, words: Sequence[str], since: str, limit: int, *, as_json: bool) -> None:
    """Show the log, or what of it touched some records."""
    limit = _checked(limit)
    moment = _moment(since)
    with dataset.reading(context) as store:
        about = _meant(store, words)[1] if words else None
        found = logbook.entries(store, about=about, since=moment, limit=limit)
    if as_json:
        machine.write_json([one.as_json() for one in found])
    elif found:
        tables.show(showing.of_log(found))
    else:
        console.say("nothing was done" + (f" to {' '.join(words)}" if words else "") + (" since" if since else ""))


def field(context: typer.Context, words: Sequence[str], name: str, since: str, limit: int, *, as_json: bool) -> None:
    """Show the history of one field of one record."""
    limit = _checked(limit)
    moment = _moment(since)
    with dataset.reading(context) as store:
        kind, ids = _meant(store, words) if words else (records.EVENT, [])
        if len(ids) != 1:
            raise errors.FieldOfOne(name)
        one = kind.field(field_name(name))
        found = blame.of_field(store, kind, ids[0], one.name)
        found = [each for each in found if moment is None or each.at >= moment][: limit or None]
        both = [{one.name: value} for each in found for value in (each.before, each.after)]
        titles = finding.titles_in(store, both, [one.name] if one.kinds else [])
    if as_json:
        machine.write_json([each.as_json() for each in found])
    else:
        tables.show(showing.of_field(one, found, titles))


def _checked(limit: int) -> int:
    """How many are asked for at most; 0 is all, and so is more than anybody could count."""
    if limit < 0:
        raise errors.NegativeLimit(limit)
    return limit if limit < sys.maxsize else 0


def _moment(since: str) -> str | None:
    """The moment at which a day begins, in UTC as the log has it."""
    from exchangecli.query import ranges

    if not since:
        return None
    try:
        if clock.TIME.search(since):
            return clock.moment(since)[0]
        return clock.midnight(ranges.days(since, clock.today()).first)
    except errors.ValueProblem as problem:
        raise errors.UsageError(f"--since: {problem.sentence}", problem.hint) from None
    except (ValueError, OverflowError):
        raise errors.UsageError(f'--since: "{since}" is no moment', "write one such as 2025-11-20T14:30") from None


def _meant(store: Store, words: Sequence[str]) -> tuple[Kind, list[str]]:
    """The records that are meant, of one kind; one that is gone is known by its id alone."""
    gone = history.kind_of(store, " ".join(words))
    if gone:
        return gone, [" ".join(words)]
    kind, found = targets.meant(store, words)
    return kind, [record["id"] for record in found]


def name_release(context: typer.Context, name: str, besides: Sequence[str], *, as_json: bool) -> None:
    """Name the dataset as it stands."""
    if any(besides):
        raise errors.NotTogether("--release", "what narrows the log")
    with dataset.writing(context) as store:
        made = past.name(store, name, dataset.who())
    if as_json:
        machine.write_json(made._asdict())
    console.say(f"release {made.name}: the dataset as it stood after operation {made.operation}")


def undo(context: typer.Context, number: int | None, because: str | None, *, rest: bool, yes: bool) -> None:
    """Undo an operation, after showing what that does."""
    with dataset.writing(context) as store:
        shown = undoing.newest(store, rest=rest) if number is None else undoing.plan(store, number, rest=rest)
        with console.previewed():
            _show(store, shown)
        asking.confirm(f"Undo operation {shown.undone.number}?", yes=yes)

        def planned() -> UndoPlan:
            return undoing.plan(store, shown.undone.number, rest=rest)

        made = undoing.apply(store, dataset.command(context, because), shown, planned)
    part = "undone but for the above" if shown.left else "undone"
    console.say(f"{part}: operation {shown.undone.number}; exchange undo {made} brings it back")


def _show(store: Store, plan: UndoPlan) -> None:
    one = plan.undone
    console.say(f"operation {one.number}, {values.moment(one.at)}, {one.who}: {one.command}")
    for table in differences.of_undo(undo_preview.preview(store, plan)):
        tables.show(table)
    if plan.left:
        console.say("this stays as it is, because of what came later:")
        for sentence in obstacles.sentences(store, plan.left, errors.MOST_LINES):
            console.say(f"  {sentence}")
        if len(plan.left) > errors.MOST_LINES:
            console.say(f"  and {len(plan.left) - errors.MOST_LINES} more")
