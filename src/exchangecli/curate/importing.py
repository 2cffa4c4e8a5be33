"""Taking in the rows of somebody's file, as one operation: all of them, or nothing."""

from collections.abc import Callable

from exchangecli.curate.columns import Columns
from exchangecli.curate.outcomes import Report
from exchangecli.curate.taking_in import Taker, Task
from exchangecli.formats.sheets import RawRow, Sheet
from exchangecli.store import search
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
    report = Report(name, sheet.counted, columns, task.source is not None)

    def keep() -> bool:
        report.imported = not task.trial and (task.skip_bad or not report.refused)
        return report.imported

    with operation(store, command, keep):
        _take_all(Taker(store, command, task, columns, f"{name} {sheet.counted}"), sheet, report, every=task.every)
        columns.check_mapped(sheet.headings or list(columns.by_heading))
        report.in_order()
        if report.refused and keep():
            put_aside(report)
    return report


def _take_all(taker: Taker, sheet: Sheet, report: Report, *, every: bool) -> None:
    """Take in every row; one that refers to a row further on waits for it."""
    waiting: list[RawRow] = []
    for row in sheet.rows:
        outcome = taker.take(row)
        if taker.refers_to_its_like(outcome):
            waiting.append(row)
        else:
            report.note(row, outcome, every=every)
    while waiting:
        # What was written by now is found by its name only once the index knows it.
        search.mend(taker.store)
        tried = [(row, taker.take(row)) for row in waiting]
        still = [row for row, outcome in tried if taker.refers_to_its_like(outcome)]
        is_over = len(still) == len(waiting)
        for row, outcome in tried:
            if is_over or row not in still:
                report.note(row, outcome, every=every)
        waiting = [] if is_over else still
