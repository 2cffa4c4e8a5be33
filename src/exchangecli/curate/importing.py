"""Taking in the rows of somebody's file, as one operation: all of them, or nothing."""

from collections import deque
from collections.abc import Callable, Sequence

from exchangecli.curate.columns import Columns
from exchangecli.curate.outcomes import Outcome, Report
from exchangecli.curate.taking_in import Taker, Task
from exchangecli.formats.sheets import RawRow, Sheet
from exchangecli.model.folding import fold
from exchangecli.store import search_index
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, operation


def run(
    store: Store, command: Command, sheet: Sheet, name: str, task: Task, put_aside: Callable[[Report], None]
) -> Report:
    """Take in a file, as one operation.

    Args:
        store: the dataset.
        command: for the log.
        sheet: the file.
        name: what it is called in messages and on claims.
        task: what to do with it.
        put_aside: keeps the rows that were refused, before the others are committed.

    Returns:
        What became of the rows. Where some were refused and none are to be skipped, nothing was taken in.

    Raises:
        UsageError, FieldProblems: a mapping or a shared value that cannot be.
        ExchangeError: the file cannot be read to its end; nothing was taken in then.
    """
    columns = Columns(task.kind, task.mapped, tuple(task.shared))
    if sheet.headings is not None:
        columns.check(sheet.headings)
    report = Report(name, sheet.counted, columns)

    with operation(store, command, lambda: report.imported):
        _take_all(Taker(store, command, task, columns, f"{name} {sheet.counted}"), sheet, report)
        if sheet.headings is None:
            columns.check_mapped(list(columns.by_heading))
        report.in_order()
        report.imported = not task.trial and (task.skip_bad or not report.refused)
        if report.refused and report.imported:
            put_aside(report)
    return report


def _take_all(taker: Taker, sheet: Sheet, report: Report) -> None:
    """Take in every row; one that refers to a row further on waits for it."""
    waiting: list[RawRow] = []
    for row in sheet.rows:
        outcome = taker.take(row)
        if outcome.lacking is not None:
            # What was written by now is found by its name only once the index knows it.
            search_index.mend(taker.store)
            outcome = taker.take(row)
        if outcome.lacking is None:
            report.note(row, outcome, every=taker.task.every)
        else:
            waiting.append(row)
    if waiting:
        _take_waiting(taker, waiting, report)


def _take_waiting(taker: Taker, waiting: Sequence[RawRow], report: Report) -> None:
    """Take in the rows that referred to others of the file, each once what it lacks is there."""
    ready = deque(waiting)
    blocked: dict[str, list[tuple[RawRow, Outcome]]] = {}
    search_index.mend(taker.store)
    while ready:
        row = ready.popleft()
        outcome = taker.take(row)
        if outcome.lacking is not None:
            blocked.setdefault(outcome.lacking, []).append((row, outcome))
            continue
        report.note(row, outcome, every=taker.task.every)
        if outcome.created:
            search_index.mend(taker.store)
            names = (outcome.created[name] for name in ("id", taker.kind.title))
            ready.extend(row for name in names for row, _ in blocked.pop(fold(str(name)), ()))
    for row, outcome in (one for held in blocked.values() for one in held):
        report.note(row, outcome, every=taker.task.every)
