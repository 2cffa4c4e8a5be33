"""What would become, or became, of the rows of a file."""

from collections.abc import Iterator, Sequence

from exchangecli.curate.outcomes import MATCHED, OUTCOMES, Outcome, Report
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Value
from exchangecli.show import tables, values
from exchangecli.show.tables import Table

MOST_COLUMNS = 8
"""How many columns that were not taken in are named; JSON names them all."""

LONGEST = 60
"""Characters of a heading that are shown."""


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
    rows = sum(report.counts.values())
    if not rows:
        return f"{report.file} has no rows"
    kind = report.columns.kind
    said = [f"{report.counts[outcome]} {outcome}" for outcome in OUTCOMES if report.counts[outcome]]
    said += [_counted(report.claims, "claim written", "claims written")] if report.claims else []
    said += (
        [_counted(report.disputed, "value", "values") + " otherwise than here, which stays"] if report.disputed else []
    )
    return f"{report.file}, {_counted(rows, kind.name, kind.plural)}: {', '.join(said)}"


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def notes(report: Report) -> Iterator[str]:
    """What else a person should know: columns and empty cells that were passed over."""
    unknown, repeated = report.columns.unknown, report.columns.repeated
    if unknown:
        example = next(filter(None, map(report.columns.perhaps, unknown)), f"{unknown[0]}=FIELD")
        yield f"note: not taken in: {_named(unknown)}" + (
            f"; --map '{example}' says where one belongs" if unknown[0] else ""
        )
    if repeated:
        yield f"note: left alone, since they only repeat what stands in other records: {_named(repeated)}"
    if report.blank:
        yield (
            f"note: {_counted(report.blank, 'cell is', 'cells are')} empty where the record has a value, which stays; "
            "exchange edit ID FIELD! empties one"
        )


def _named(headings: Sequence[str]) -> str:
    shown = ", ".join(f'"{heading[:LONGEST]}"' for heading in headings[:MOST_COLUMNS])
    return shown + (f" and {len(headings) - MOST_COLUMNS} more" if len(headings) > MOST_COLUMNS else "")
