"""What would become, or became, of the rows of a file."""

from collections.abc import Iterator

from exchangecli.curate.outcomes import MATCHED, OUTCOMES, Outcome, Report
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Value
from exchangecli.show import tables, values
from exchangecli.show.tables import Table

MOST_COLUMNS = 8
"""How many columns that were not taken in are named; JSON names them all."""


def of_report(report: Report) -> Table:
    """Each row of the file with its outcome: why it was matched, what would change, for what it would be refused."""
    headings = [report.counted.capitalize(), "Outcome", "Record", "Field", "What"]
    rows = [line for outcome in report.outcomes for line in _lines(report, outcome)]
    return tables.of_words(headings, rows, wide=["Record", "What"])


def _lines(report: Report, one: Outcome) -> Iterator[tuple[str, ...]]:
    first = (str(one.row), one.outcome, one.id)
    details = list(_details(report, one)) or [("", "")]
    for number, (field, what) in enumerate(details):
        yield (*(first if number == 0 else ("", "", "")), field, what)


def _details(report: Report, one: Outcome) -> Iterator[tuple[str, str]]:
    if one.created:
        yield "", _in_short(report.columns.kind, one.created)
    if one.why:
        yield "", f"by {one.why}" + (", nothing new" if one.outcome == MATCHED and not one.claims else "")
    for name, (before, after) in one.changes.items():
        yield _heading(report, name), f"{_shown(report, name, before)} → {_shown(report, name, after)}"
    for name, (kept, said) in one.disputed.items():
        yield _heading(report, name), f"{_shown(report, name, kept)} stays; this says {_shown(report, name, said)}"
    for problem in one.problems:
        yield problem.column, problem.sentence


def _heading(report: Report, name: str) -> str:
    return report.columns.kind.field(name).heading


def _in_short(kind: Kind, record: Record) -> str:
    """A new record in the columns that ``list`` shows of its kind."""
    fields = [kind.field(name) for name in kind.columns if name != "id"]
    said = (values.of_field(kind, field, record, {}, codes=True) for field in fields)
    return ", ".join(text for text in said if text)


def _shown(report: Report, name: str, value: Value) -> str:
    return values.alone(report.columns.kind.field(name), value, {}) or "—"


def summary(report: Report) -> str:
    """What became of the file, in a sentence."""
    kind = report.columns.kind
    counts = [f"{report.counts[outcome]} {outcome}" for outcome in OUTCOMES if report.counts[outcome]]
    what = "claims written" if report.is_cited else "readings noted that the words alone do not give"
    cited = [f"{report.claims} {what}"] if report.claims else []
    disputed = [f"{report.disputed} of them say otherwise than the record"] if report.disputed else []
    rows = sum(report.counts.values())
    return f"{report.file}, {rows} {kind.plural if rows != 1 else kind.name}: {', '.join([*counts, *cited, *disputed])}"


def not_taken_in(report: Report) -> str | None:
    """Which columns were not taken in, though nobody said so; None where all were."""
    unknown = report.columns.unknown
    if not unknown:
        return None
    named = ", ".join(f'"{heading}"' for heading in unknown[:MOST_COLUMNS])
    named += f" and {len(unknown) - MOST_COLUMNS} more" if len(unknown) > MOST_COLUMNS else ""
    example = next(filter(None, map(report.columns.perhaps, unknown)), f"{unknown[0]}=FIELD")
    return f"note: not taken in: {named}; --map '{example}' says where one belongs"
