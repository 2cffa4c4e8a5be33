"""Undoing an operation: an earlier one too, keeping what came later.

What a field is now is held against what the operation left in it. Where the two are equal, whatever happened in
between, it goes back; where they differ, a later change stands in the way. So does a row that refers to what would
vanish, and one that is gone and would be referred to. See ``docs/decisions/0018-an-undo-compares-values.md``.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from exchangecli import errors
from exchangecli.curate import claims, evidence, obstacles, values
from exchangecli.curate.obstacles import Obstacle
from exchangecli.model import cells, records
from exchangecli.store import journal, rolling_back, rows
from exchangecli.store.journal import Operation
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation
from exchangecli.store.rolling_back import Step, Traced


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What undoing an operation comes to.

    Attributes:
        undone: the operation.
        steps: what is done to each row.
        left: what stays as it is, because of what came later; ``--rest`` leaves it.
        is_newest: whether nothing at all was changed since.
    """

    undone: Operation
    steps: list[Step] = field(default_factory=list)
    left: list[Obstacle] = field(default_factory=list)
    is_newest: bool = field(default=False, compare=False)


def _meant(store: Store, number: int) -> Operation:
    """The operation of this number.

    Raises:
        UnknownOperation, UndoneAlready, BeginningStays.
    """
    undone, beginning = journal.undone(store), journal.beginning(store)
    found = journal.operation(store, number)
    if found is None:
        raise errors.UnknownOperation(number, journal.last(store))
    if number == beginning:
        raise errors.BeginningStays(number)
    if number in undone and not undone[number].partly:
        raise errors.UndoneAlready(number, undone[number].by)
    return found


def newest(store: Store, *, rest: bool = False) -> UndoPlan:
    """What undoing the newest operation does that is neither undone nor itself an undo, and of which something is left.

    Raises:
        NothingToUndo: there is none.
        LaterChanges: see ``plan``.
    """
    undone, beginning = journal.undone(store), journal.beginning(store)
    for one in journal.operations(store, "undoes IS NULL"):
        if one.number != beginning and (one.number not in undone or undone[one.number].partly):
            with suppress(errors.NothingLeft):
                return plan(store, one.number, rest=rest)
    raise errors.NothingToUndo


def plan(store: Store, number: int, *, rest: bool = False) -> UndoPlan:
    """Work out what undoing an operation does.

    Args:
        store: the dataset.
        number: of the operation.
        rest: undo all but what came later keeps from being undone.

    Raises:
        UnknownOperation, UndoneAlready, BeginningStays: it cannot be undone at all.
        NothingLeft: all is as it was before.
        LaterChanges: something came later, and the rest is not to be undone without it.
    """
    undone = _meant(store, number)
    span = journal.span(store, undone.number)
    steps: dict[tuple[str, str], Step] = {}
    left: list[Obstacle] = []
    for row in rolling_back.traced(store, span) if span else ():
        wanted, in_the_way = _held_against(row)
        left += in_the_way
        if wanted:
            steps[wanted.kind, wanted.id] = wanted
    left += obstacles.settle(store, steps, left, rest=rest)
    left = obstacles.without_their_claims(store, left)
    if left and not (rest and steps):
        shown = obstacles.sentences(store, left, errors.MOST_LINES)
        by_another = obstacles.is_by_another(store, left, errors.MOST_LINES)
        raise errors.LaterChanges(undone.number, shown, len(left), has_rest=bool(steps), by_another=by_another)
    if not steps:
        raise errors.NothingLeft(undone.number)
    _take_stand_ins(store, steps)
    is_newest = span is not None and span.last == journal.last_change(store)
    return UndoPlan(undone, list(steps.values()), left, is_newest)


def _take_stand_ins(store: Store, steps: dict[tuple[str, str], Step]) -> None:
    """Take with a value that goes the curator's claim that stood for it beside what sources said later."""
    for step in [one for one in steps.values() if one.action == "change" and one.kind in records.CITABLE]:
        present = rows.get(store, records.KINDS[step.kind], step.id) or {}
        for name, _ in step.values:
            for claim in claims.about(store, step.id, name):
                stands_in = claim["source"] is None and claim["reason"] == evidence.UNCITED
                if stands_in and claim["value"] == cells.to_cell(present.get(name)):
                    steps.setdefault(("claim", claim["id"]), Step("claim", claim["id"], "remove"))


def _held_against(row: Traced) -> tuple[Step | None, list[Obstacle]]:
    """What puts a row back, and what of it came later and keeps it from going back."""
    if row.before is None or row.after is None or row.now is None:
        return _row_held_against(row)
    unknown = object()
    back, in_the_way = [], []
    for name, before in row.before.items():
        now, after = row.now.get(name, unknown), row.after.get(name, unknown)
        if before in (now, after):
            continue
        if now == after:
            back.append((name, before))
        else:
            in_the_way.append(obstacles.changed(row.kind, row.id, name, now))
    return (Step(row.kind.name, row.id, "change", tuple(back)) if back else None), in_the_way


def _row_held_against(row: Traced) -> tuple[Step | None, list[Obstacle]]:
    """The same of a row that the operation made or deleted, or that is gone since."""
    if row.before in (row.now, row.after):
        return None, []
    if row.now == row.after:
        return rolling_back.step(row), []
    if row.now is None:
        return None, [Obstacle(row.kind.name, row.id, None, "is gone")]
    if row.after is None:
        return None, [Obstacle(row.kind.name, row.id, None, "is there again")]
    differing = [name for name, value in row.now.items() if row.after.get(name) != value]
    return None, [obstacles.kept(row.kind, row.id, name, row.now[name]) for name in differing]


def apply(store: Store, command: Command, shown: UndoPlan, again: Callable[[], UndoPlan]) -> int:
    """Undo, as one operation.

    Args:
        store: the dataset.
        command: for the log.
        shown: the plan a person agreed to.
        again: makes the plan anew, now that nobody else can write.

    Returns:
        The number of the operation that this is.

    Raises:
        ChangedMeanwhile: the plan is another one now.
        UndoContradicts: records would contradict each other.
    """
    undoing = replace(command, undoes=shown.undone.number, partly=bool(shown.left))
    with operation(store, undoing) as number:
        now = again()
        if now != shown:
            raise errors.ChangedMeanwhile
        rolling_back.put_back(store, shown.steps)
        if not now.is_newest:  # else all is as it was, and was right then
            _check(store, shown)
    return number


def _check(store: Store, done: UndoPlan) -> None:
    """Hold the records that came back or changed against the others.

    Raises:
        UndoContradicts.
    """
    problems = []
    for step in done.steps:
        kind = records.TABLES[step.kind]
        if step.action == "remove" or not (kind.has("start") or kind is records.ROLE):
            continue
        try:
            values.check(store, kind, rows.get(store, kind, step.id) or {})
        except errors.FieldProblems as problem:
            problems.append(f"{step.kind} {step.id}, {problem.sentence}")
    if problems:
        raise errors.UndoContradicts(done.undone.number, problems)
