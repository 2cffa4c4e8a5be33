"""The log: one line an operation; and the history of one field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exchangecli.curate.blame import Happening, Said
from exchangecli.curate.logbook import ANOTHER_PROGRAM, Entry
from exchangecli.model import cells
from exchangecli.model.fields import Field
from exchangecli.model.types import Value
from exchangecli.show import console, tables, values
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table


def of_log(entries: Sequence[Entry]) -> Table:
    """Every entry with its command; where there is little room, the rest that is to say stands under it."""
    rows = [
        [
            _number(one.operation),
            values.moment(one.at),
            plain(one.who),
            plain(one.command or "—"),
            _remark(one),
            values.counted(one.records),
        ]
        for one in entries
    ]
    columns = [
        Column("No.", right=True, wraps=False),
        Column("When", wraps=False),
        Column("Who"),
        Column("Command"),
        Column("Remark"),
        Column("Records", right=True, wraps=False),
    ]
    return _folded(columns, rows, 4, under=3)


def _number(operation: int | None) -> str:
    return "" if operation is None else str(operation)


def _remark(one: Entry) -> str:
    undone = "undone in part by" if one.undone_partly else "undone by"
    undoes = "undoes part of" if one.undoes_partly else "undoes"
    parts = [
        one.reason,
        one.undoes and f"{undoes} {one.undoes}",
        one.undone_by and f"{undone} {one.undone_by}",
        one.releases and f"release {', '.join(one.releases)}",
    ]
    return plain("; ".join(str(part) for part in parts if part))


def _folded(columns: list[Column], rows: list[list[str]], place: int, under: int) -> Table:
    """Where no row has a text in a column, without it; in a narrow terminal, with that text under another."""
    kept = [number for number in range(len(columns)) if number != place]
    if any(row[place] for row in rows):
        if not (console.is_terminal() and console.out().width < tables.NARROW):
            return Table(columns, rows)
        for row in rows:
            row[under] = "\n".join(text for text in (row[under], row[place] and f"({row[place]})") if text)
    return Table([columns[number] for number in kept], [[row[number] for number in kept] for row in rows])


def of_field(field: Field, happenings: Iterable[Happening], titles: Mapping[str, str]) -> Table:
    """Every value that a field had, the last one first, with what became of claims on it between."""
    rows = [row for one in happenings for row in _happening(field, one, titles)]
    columns = [
        Column("No.", right=True, wraps=False),
        Column("When", wraps=False),
        Column("Who"),
        Column("Before"),
        Column("After"),
        Column("Why"),
    ]
    return _folded(columns, rows, 5, under=4)


def _happening(field: Field, one: Happening, titles: Mapping[str, str]) -> Iterator[list[str]]:
    made = one.operation
    start = [
        _number(made and made.number),
        values.moment(one.at),
        plain(made.who if made else ANOTHER_PROGRAM),
    ]
    told = [
        ("", plain(_claim(field, claim, one, titles))) for claim in one.claims if not _goes_without_saying(one, claim)
    ]
    if one.what or not told:
        told.insert(0, _values(field, one, titles))
    undone = f"undone by {one.undone_by}" if one.undone_by else None
    undoes = f"undoes {made.undoes}" if made and made.undoes else None
    why = plain("; ".join(part for part in (made and made.reason, undoes, undone) if part))
    for number, (before, after) in enumerate(told):
        yield [*(start if number == 0 else [""] * 3), before, after, why if number == 0 else ""]


def _values(field: Field, one: Happening, titles: Mapping[str, str]) -> tuple[str, str]:
    def shown(value: Value) -> str:
        return values.alone(field, value, titles) or "—"

    match one.what:
        case "created":
            return "", f"{shown(one.after)} (record made)"
        case "deleted":
            return shown(one.before), "(record deleted)"
    return shown(one.before), shown(one.after)


def _goes_without_saying(one: Happening, claim: Said) -> bool:
    """Whether a claim is the curator's own word for the change that stands beside it, or for an earlier one."""
    return claim.source is None and (
        claim.what == "dropped" or (claim.what == "written" and claim.value == cells.to_cell(one.after))
    )


def _claim(field: Field, claim: Said, one: Happening, titles: Mapping[str, str]) -> str:
    who = claim.source or "the curator"
    if one.what and claim.what == "written" and claim.value == cells.to_cell(one.after):
        return f"{who} says so"
    said = f'{who} says "{_value(field, claim, titles)}"'
    match claim.what:
        case "written":
            return said + (f" ({claim.rank})" if claim.rank not in USUAL else "")
        case "dropped":
            return f'{who} no longer says "{_value(field, claim, titles)}"'
    return f"{said}: {claim.rank} now"


def _value(field: Field, claim: Said, titles: Mapping[str, str]) -> str:
    try:
        return values.alone(field, cells.from_cell(field.type, claim.value), titles)
    except ValueError:  # what another program wrote
        return claim.value


USUAL = ("normal", "preferred")
