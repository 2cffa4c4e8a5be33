"""What became of the rows of a file: each created, found there already, changed, or refused."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from exchangecli.curate.columns import WHY_REFUSED, Columns
from exchangecli.formats.sheets import RawRow
from exchangecli.model.types import Record, Value

CREATED, MATCHED, CHANGED, REFUSED = OUTCOMES = ("created", "matched", "changed", "refused")

MOST_ROWS = 6
"""How many rows with the same problem are named; the others are counted."""

MOST_HINTS = 3


class Problem(NamedTuple):
    """What is wrong with a cell, or with the row where ``column`` is empty."""

    column: str
    value: str
    sentence: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row.

    Attributes:
        row: its number in the file.
        outcome: one of ``OUTCOMES``; a row that is only cited is matched.
        id: of the record; empty for a row that is refused.
        why: by what it was matched.
        changes: field -> its value before and after.
        disputed: field -> the value that stays, and what this row says, which is kept as a claim.
        claims: how many were written.
        problems: for which it is refused.
        lacking: the record that the row may only wait for, folded.
        created: the new record.
        blank: how many cells are empty where the record, known by its id, has a value.
    """

    row: int
    outcome: str
    id: str = ""
    why: str = ""
    changes: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    disputed: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    claims: int = 0
    problems: tuple[Problem, ...] = ()
    lacking: str | None = None
    created: Record | None = None
    blank: int = 0


@dataclass(slots=True)
class Report:
    """What became of a file.

    Attributes:
        file, counted: its name, and what its rows are called.
        columns: what each of its columns was taken for.
        counts: outcome -> how many rows.
        outcomes: in the order of the rows; those that were created or matched only where all are asked for.
        refused: the rows that were refused, as they stand in the file.
        claims: how many claims of the source were written.
        disputed: how many values say otherwise than the record, where that stays.
        blank: how many cells are empty where the record has a value.
        refused_file: where the rows that were refused were written to.
        imported: whether what was taken in has stayed.
    """

    file: str
    counted: str
    columns: Columns
    counts: Counter[str] = field(default_factory=Counter)
    outcomes: list[Outcome] = field(default_factory=list)
    refused: list[tuple[RawRow, Outcome]] = field(default_factory=list)
    claims: int = 0
    disputed: int = 0
    blank: int = 0
    refused_file: str | None = None
    imported: bool = False

    def note(self, row: RawRow, outcome: Outcome, *, every: bool) -> None:
        """Take down what became of a row."""
        self.counts[outcome.outcome] += 1
        self.claims += outcome.claims
        self.disputed += len(outcome.disputed)
        self.blank += outcome.blank
        if outcome.outcome == REFUSED:
            self.refused.append((row, outcome))
        if every or outcome.changes or outcome.problems or outcome.disputed:
            self.outcomes.append(outcome)

    def in_order(self) -> None:
        """Put what was taken down in the order of the rows."""
        self.outcomes.sort(key=lambda one: one.row)
        self.refused.sort(key=lambda one: one[0].number)


def lines(report: Report) -> list[str]:
    """Every problem of a file with its place, value and remedy; the same one of several rows once, with all of them."""
    rows: dict[tuple[str, str], list[int]] = {}
    for row, outcome in report.refused:
        for problem in outcome.problems:
            rows.setdefault((problem.column, problem.sentence), []).append(row.number)
    return [f"{_place(report, column, numbers)}: {sentence}" for (column, sentence), numbers in rows.items()]


def _place(report: Report, column: str, numbers: list[int]) -> str:
    """``events.csv rows 3, 7 and 12 more, Country``."""
    named = ", ".join(map(str, numbers[:MOST_ROWS]))
    more = f" and {len(numbers) - MOST_ROWS} more" if len(numbers) > MOST_ROWS else ""
    counted = report.counted if len(numbers) == 1 else f"{report.counted}s"
    return f"{report.file} {counted} {named}{more}{f', {column}' if column else ''}"


def hints(report: Report) -> list[str]:
    """What to do about the problems, each way once; the first few, since they are ways, and not places."""
    found = (problem.hint for _, outcome in report.refused for problem in outcome.problems if problem.hint)
    return list(dict.fromkeys(found))[:MOST_HINTS]


def refused_rows(report: Report) -> Iterator[dict[str, Any]]:
    """The rows that were refused, as they stand in the file, each with why."""
    for row, outcome in report.refused:
        yield row.cells | {WHY_REFUSED: "; ".join(_spoken(problem) for problem in outcome.problems)}


def refused_headings(report: Report) -> list[str]:
    """The headings of the rows that were refused, and of the column with why."""
    return list(dict.fromkeys(heading for row in refused_rows(report) for heading in (*row, WHY_REFUSED)))


def _spoken(problem: Problem) -> str:
    return f"{problem.column}: {problem.sentence}" if problem.column else problem.sentence


def as_json(report: Report) -> dict[str, Any]:
    """The report for a program."""
    return {
        "file": report.file,
        "kind": report.columns.kind.name,
        "imported": report.imported,
        "columns": [
            {"column": heading, "field": known.name if known else None}
            for heading, known in report.columns.by_heading.items()
        ],
        "refused_file": report.refused_file,
        "counts": {name: report.counts[name] for name in OUTCOMES},
        "rows": [_row_as_json(one) for one in report.outcomes],
    }


def _row_as_json(one: Outcome) -> dict[str, Any]:
    return {
        "row": one.row,
        "outcome": one.outcome,
        "id": one.id or None,
        "why": one.why or None,
        "record": one.created,
        "changes": _pairs(one.changes, "before", "after"),
        "disputed": _pairs(one.disputed, "kept", "said"),
        "claims": one.claims,
        "problems": [
            {
                "column": problem.column or None,
                "value": problem.value,
                "message": problem.sentence,
                "hint": problem.hint,
            }
            for problem in one.problems
        ],
    }


def _pairs(pairs: dict[str, tuple[Value, Value]], first: str, second: str) -> dict[str, dict[str, Value]]:
    return {name: {first: one, second: other} for name, (one, other) in pairs.items()}
