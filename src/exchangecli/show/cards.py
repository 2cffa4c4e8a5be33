"""One record as a card: its fields, and what belongs to it, each fact with its sources."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from exchangecli.curate.dossier import Dossier
from exchangecli.model import records, vocabularies
from exchangecli.model.cells import to_cell
from exchangecli.model.conflicts import FLAG_FIELDS, OPEN_RANKS, agree
from exchangecli.model.independence import independent
from exchangecli.model.types import Record
from exchangecli.show import values
from exchangecli.show.console import plain


def card(dossier: Dossier) -> RenderableType:
    """The card of a record, its parts under each other, and last the sources its marks [1], [2] stand for."""
    marks = _Marks(dossier)
    parts: list[RenderableType] = [_heading(dossier), _fields(dossier, marks)]
    for title, rows in _sections(dossier, marks):
        parts += [Text(f"\n{title}", style="bold"), grid(rows, indent=True)]
    if dossier.conflicts:
        parts += [
            Text("\nConflicts", style="bold red"),
            grid(_conflicts(dossier), indent=True),
        ]
    if marks.numbers:
        heading = Text("\nSources", style="bold").append(f" ({LEGEND})", style="not bold dim")
        parts += [heading, grid(marks.listed(), indent=True)]
    return Group(*parts)


LEGEND = "the number before the marks: how many are independent"


class _Marks:
    """The numbers of the sources on one card, given in the order in which they first appear."""

    def __init__(self, dossier: Dossier) -> None:
        self.titles = dossier.titles
        self.origins = dossier.origins
        self.numbers: dict[str, int] = {}
        self.by_field: dict[str, list[Record]] = {}
        for claim in dossier.claims:
            self.by_field.setdefault(claim["field"], []).append(claim)
        self.by_fact = dossier.fact_claims
        open_fields = {one.field for one in dossier.conflicts}
        excluded = (r["id"] for r in dossier.roles if f"role:{r['participant']}" in open_fields and not r["session"])
        self.disputed = {*excluded, *(one.record for one in dossier.conflicts)}

    def of(self, claims: Iterable[Record]) -> str:
        """``[1][2]`` for the sources of claims, ``[curator]`` for what the curator says."""
        sources = dict.fromkeys(claim["source"] for claim in claims)
        return "".join(f"[{self._number(one)}]" if one else "[curator]" for one in sources)

    def _number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def field(self, name: str, record: Record) -> str:
        """The mark of a field: the sources, ``≠`` before those that say otherwise.

        Where a last day is shown beside the first, each has its own, unless both have the same.
        """
        shown = [
            name,
            *(other for other, beside in values.HIDDEN.items() if beside == name and other not in FLAG_FIELDS),
        ]
        marks = {one: mark for one in shown if (mark := self._alone(one, record))}
        if len(set(marks.values())) <= 1:
            return next(iter(marks.values()), "")
        return ", ".join(f"{one} {mark}" for one, mark in marks.items())

    def _alone(self, name: str, record: Record) -> str:
        claims = [claim for claim in self.by_field.get(name, []) if claim["rank"] in OPEN_RANKS]
        same = self.counted(claim for claim in claims if not _is_against(record, claim))
        otherwise = self.of(claim for claim in claims if _is_against(record, claim))
        return f"{same} ≠ {otherwise}" if otherwise else same

    def fact(self, record: str) -> str:
        """The mark of a role, figure, session or name; ``≠`` after it where it excludes another one, or is disputed."""
        return self.counted(self.by_fact.get(record, [])) + (" ≠" if record in self.disputed else "")

    def counted(self, claims: Iterable[Record]) -> str:
        """How many independent sources there are, and the mark of each: ``2 [1][2][3]``."""
        standing = [claim for claim in claims if claim["rank"] in OPEN_RANKS]
        sources = [claim["source"] for claim in standing if claim["source"]]
        number = f"{independent(sources, self.origins)} " if sources else ""
        return number + self.of(standing)

    def listed(self) -> Iterator[tuple[str, ...]]:
        """The sources behind the marks."""
        for source, number in self.numbers.items():
            yield f"[{number}]", self.titles.get(source, source), source


def _is_against(record: Record, claim: Record) -> bool:
    """Whether a claim says otherwise than the record does; a date that is only less precise does not."""
    cell = to_cell(record[claim["field"]])
    return cell is None or not agree(claim["field"], cell, claim["value"])


def _heading(dossier: Dossier) -> Text:
    text = Text(plain(dossier.title), style="bold")
    return text.append(f"\n{dossier.kind.name} {plain(dossier.record['id'])}", style="not bold cyan")


def _fields(dossier: Dossier, marks: _Marks) -> Table:
    rows = []
    for field in dossier.kind.fields:
        value = dossier.record.get(field.name)
        if value is None or field.name in ("id", "text"):
            continue
        if field.name in values.HIDDEN and dossier.record.get(values.HIDDEN[field.name]) is not None:
            continue
        heading = "Date" if field.name == "start" and dossier.kind.has("end") else field.heading
        shown = values.of_field(dossier.kind, field, dossier.record, dossier.titles)
        approximate = dossier.record.get(field.companion or "") is True
        rows.append((heading, f"about {shown}" if approximate else shown, marks.field(field.name, dossier.record)))
    return grid(rows, dim_first=True)


def _sections(dossier: Dossier, marks: _Marks) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    if dossier.sessions:
        yield "Sessions", _sessions(dossier, marks)
    yield from _roles(dossier, marks)
    if dossier.events:
        heading = "Parts" if dossier.kind is records.EVENT else "Events"
        yield heading, [_event(one) for one in dossier.events]
    if dossier.figures:
        yield "Figures", [_figure(one, marks) for one in dossier.figures]
    if dossier.names:
        yield "Other names", [_name(one, marks) for one in dossier.names]


def _sessions(dossier: Dossier, marks: _Marks) -> list[tuple[str, ...]]:
    """The sessions in their order, with when and where, as far as any says it."""
    rows = [_session(one, dossier, marks) for one in dossier.sessions]
    told = [place for place in range(len(rows[0])) if any(row[place] not in {"", "·"} for row in rows)]
    return [tuple(row[place] for place in told) for row in rows]


def _session(session: Record, dossier: Dossier, marks: _Marks) -> tuple[str, ...]:
    kind = values.label("session-kinds", session["kind"]) if session["kind"] else None
    words = ": ".join(str(one) for one in (session["title"] or kind, session["theme"]) if one)
    held = [role for role in dossier.roles if role["session"] == session["id"]]
    names = ", ".join(dossier.called(role["participant"]) for role in held)
    number = f"{session['position']}." if session["position"] else "·"
    day = values.period(session["start"], None) if session["start"] else ""
    hours = "–".join(time for time in (session["start_time"], session["end_time"]) if time)
    title = words + (f" — {names}" if names else "")
    return number, day, hours, title, session["room"] or "", marks.fact(session["id"])


def _roles(dossier: Dossier, marks: _Marks) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """The roles in the groups of the vocabulary: organisers, performers, speakers..."""
    terms = vocabularies.vocabulary("roles").terms
    grouped: dict[str, list[Record]] = {}
    for role in sorted(dossier.roles, key=lambda one: _rank(one["role"])):
        term = terms.get(role["role"])
        grouped.setdefault(term.mappings.get("group", "Others") if term else "Others", []).append(role)
    for group, roles in grouped.items():
        yield group, [_role(role, dossier, marks) for role in roles]


def _rank(code: str) -> int:
    codes = list(vocabularies.vocabulary("roles").terms)
    return codes.index(code) if code in codes else len(codes)


def _role(role: Record, dossier: Dossier, marks: _Marks) -> tuple[str, ...]:
    held_at = role["event"] or role["programme"]
    who = dossier.called(held_at if dossier.kind is records.PARTICIPANT else role["participant"])
    detail = [role["capacity"], *map(dossier.called, role["affiliations"] or [])]
    behalf = role["on_behalf_of"] or role["country"]
    detail += [f"for {dossier.called(behalf)}"] if behalf else []
    known = ", ".join(one for one in detail if one)
    printed = f' "{role["printed_role"]}"' if role["printed_role"] else ""
    return (
        f"{who}{f', {known}' if known else ''}",
        values.label("roles", role["role"]) + printed,
        marks.fact(role["id"]),
    )


def _event(event: Record) -> tuple[str, ...]:
    when = values.period(event["start"], event["end"]) if event["start"] else ""
    where = ", ".join(one for one in (event["city"], event["country"]) if one)
    return when, event["title"], where, event["id"]


def _figure(figure: Record, marks: _Marks) -> tuple[str, ...]:
    number = values.counted(figure["value"], figure["approximate"])
    as_of = f"(as of {figure['as_of']})" if figure["as_of"] else ""
    words = [number, figure["unit"] or "", as_of]
    return values.label("measures", figure["measure"]), " ".join(one for one in words if one), marks.fact(figure["id"])


def _name(name: Record, marks: _Marks) -> tuple[str, ...]:
    kind = values.label("name-kinds", name["kind"]) if name["kind"] else ""
    about = ", ".join(one for one in (kind.lower(), name["language"]) if one)
    return name["name"], about, marks.fact(name["id"])


def _conflicts(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    facts = {role["id"]: dossier.called(role["participant"]) for role in dossier.roles}
    for conflict in dossier.conflicts:
        field, _, participant = conflict.field.partition(":")
        whose = dossier.called(participant) if participant else facts.get(conflict.record, "")
        about = f"{field} of {whose}" if whose else field
        said = [f"{one.value} ({', '.join(one.sources) or 'no source'})" for one in conflict.sides]
        yield about, " / ".join(said)


def grid(rows: Iterable[tuple[str, ...]], *, indent: bool = False, dim_first: bool = False) -> Table:
    """Rows of words under each other, without lines."""
    listed = [("", *row) if indent else row for row in rows]
    table = Table.grid(padding=(0, 2, 0, 0))
    for number in range(max(map(len, listed), default=0)):
        table.add_column(style="dim" if dim_first and number == 0 else None, overflow="fold")
    for row in listed:
        table.add_row(*(Text(plain(cell)) for cell in row))
    return table


def dataset(about: Record, counts: dict[str, int]) -> RenderableType:
    """What the dataset says of itself, and how many records it holds."""
    fields = [field for field in records.DATASET.fields if field.name != "id"]
    said = [(field.heading, values.alone(field, about.get(field.name), {}) or "—") for field in fields]
    held = [(name.capitalize(), f"{number:,}") for name, number in counts.items()]
    return Group(grid(said, dim_first=True), Text("\nRecords", style="bold"), grid(held, dim_first=True))
