"""Taking in one row of somebody's file: the record it is, and what becomes of it.

A row is a record that is there where its id says so, where it is the same fact, or where it plainly is the same (see
``sameness``). What it says then fills what is empty. Where it says otherwise, a file with a source adds a claim and
changes nothing; one without is the curator's own word, as ``edit`` is. An empty cell changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from exchangecli import errors
from exchangecli.curate import adding, claims, row_texts, sameness, values
from exchangecli.curate.claims import Citation
from exchangecli.curate.columns import Columns
from exchangecli.curate.outcomes import CHANGED, CREATED, MATCHED, REFUSED, Outcome, Problem
from exchangecli.curate.values import Entry
from exchangecli.formats.sheets import RawRow
from exchangecli.model import cells, dates, records, types
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.types import Record, Text, Value
from exchangecli.store import finding, listing, rows
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command


@dataclass(frozen=True, slots=True)
class Task:
    """How a file is to be taken in.

    Attributes:
        kind: of its records.
        mapped: heading -> field, where the heading does not say it; "" leaves the column out.
        shared: field -> the text that every row has.
        source: what every field is cited from, as typed; None: nothing is cited.
        date_order: how 05/06/2024 is meant in this file.
        split: what parts the items of a list in a cell, where it is no comma or semicolon.
        trial: work everything out, and keep nothing.
        skip_bad: take in the others where rows are refused.
        every: report also the rows that were simply created or matched.
    """

    kind: Kind
    mapped: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    date_order: Literal["dmy", "mdy"] | None = None
    split: str = ""
    trial: bool = False
    skip_bad: bool = False
    every: bool = False


HINT_FOR_DATES = "--dates dmy reads 05/06/2024 with the day first in all of the file, --dates mdy with the month"

BY_ID = "the same id"
"""Why a row is a record that is there, where a person said so."""


class Taker:
    """What is known while the rows of one file are taken in, one after the other."""

    def __init__(self, store: Store, command: Command, task: Task, columns: Columns, place: str) -> None:
        """Begin a file; ``place`` is how its rows are called on claims: ``events.csv row``."""
        self.store = store
        self.command = command
        self.task = task
        self.kind = task.kind
        self.columns = columns
        self.place = place
        self.shared = task.shared
        self.rules = replace(listing.rules(store), date_order=task.date_order)
        self.source = task.source and finding.resolve(store, task.source, ("source",)).id
        self.was_empty = not rows.count(store, task.kind)
        self.row_of: dict[str, int] = {}
        self.named_here: dict[str, list[str]] = {}
        if self.source and self.kind.name not in records.CITABLE:
            raise errors.NotCitable(self.kind.name)
        values.read_entry(store, self.kind, self.shared, self.rules, lambda _kind, name: f"--set {name}")

    def take(self, row: RawRow) -> Outcome:
        """Take in one row; whatever is wrong with it becomes its outcome."""
        if row.problem:
            return Outcome(row.number, REFUSED, problems=(Problem("", "", row.problem),))
        texts: dict[str, Text] = {}
        try:
            texts = row_texts.texts(row.cells, self.columns, self.shared, self.task.split)
            return self._take(row, texts)
        except errors.FieldProblems as found:
            problems = tuple(self._problem(name, problem, texts) for name, problem in found.problems)
        except errors.IdTaken as problem:
            problems = (self._problem("id", problem, texts),)
        return Outcome(row.number, REFUSED, problems=problems)

    def _problem(self, name: str, problem: errors.ExchangeError, texts: Mapping[str, Text]) -> Problem:
        value = problem.value if isinstance(problem, errors.ValueProblem) else cells.as_text(texts.get(name))
        hint = HINT_FOR_DATES if isinstance(problem, errors.AmbiguousDate) else problem.hint
        return Problem(self.columns.heading_of(name), value, problem.sentence, hint)

    def refers_to_its_like(self, outcome: Outcome) -> bool:
        """Whether a row may only wait for another one: its parent, the event it is a part of."""
        own = {self.columns.heading_of(one.name) for one in self.kind.references() if self.kind.name in one.kinds}
        return any(problem.column in own for problem in outcome.problems)

    def _take(self, row: RawRow, texts: dict[str, Text]) -> Outcome:
        known = self._by_id(texts.get("id"))
        same = _unchanged(known, texts) if known else {}
        further = {name: text for name, text in texts.items() if name not in same}
        entry = values.read_entry(self.store, self.kind, further, self.rules)
        entry.values |= {name: known[name] for name in same} if known else {}
        entry.printed |= {name: cells.as_text(text) for name, text in same.items()}
        if known:
            return self._update(row, known, BY_ID, entry, texts)
        if self.kind is records.CLAIM:
            claims.settle(self.store, entry, self.rules)
        found, why = self._alike(entry.values)
        if found:
            return self._update(row, found, why, self._unnamed(found, entry), texts)
        return self._create(row, entry)

    # --- which record it is -----------------------------------------------------------------------------------------

    def _by_id(self, text: Text | None) -> Record | None:
        if text is None:
            return None
        one = cells.as_text(text)
        known = rows.get(self.store, self.kind, one)
        retired = None if known else rows.get(self.store, records.RETIRED_ID, one)
        return rows.get(self.store, self.kind, retired["record"]) if retired else known

    def _alike(self, given: Record) -> tuple[Record | None, str]:
        """The one record that says the same fact, or plainly is the same."""
        if self.kind.identity:
            return sameness.fact(self.store, self.kind, given), "the same fact"
        here = [] if given.get("id") else self.named_here.get(fold(str(given.get(self.kind.title) or "")), [])
        if self.was_empty and not here:
            return None, ""
        found = list(sameness.named(self.store, self.kind, given, here))
        if len(found) > 1:
            ids = errors.listed([known["id"] for known, _ in found])
            raise _refusal(f"could be several records by {found[0][1]}; write the id of one in a column id: {ids}")
        return found[0] if found else (None, "")

    def _unnamed(self, known: Record, entry: Entry) -> Entry:
        """The entry of a row that was matched by its name: neither the id nor another spelling of the name is new."""
        title = self.kind.title
        is_cited = self.source and title and fold(str(entry.values.get(title))) == fold(str(known[title]))
        left_out = ("id",) if is_cited else ("id", title)
        return _part(entry, {name: value for name, value in entry.values.items() if name not in left_out})

    # --- what becomes of it -----------------------------------------------------------------------------------------

    def _create(self, row: RawRow, entry: Entry) -> Outcome:
        lacking = self.kind.missing(entry.values)
        if lacking:
            raise _refusal(f"{errors.listed(lacking, 'and')} must not be empty")
        _refuse_somebodys_number(entry.values.get("id"))
        if self.kind is records.SESSION:
            _refuse_nameless(entry.values)
        made = adding.create(self.store, self.kind, entry.values)
        self.row_of[made["id"]] = row.number
        for name in {
            fold(str(made[one.name])) for one in self.kind.fields if one.searched == "title" and made[one.name]
        }:
            self.named_here.setdefault(name, []).append(made["id"])
        written = claims.keep(self.store, claims.cite(self.store, self.kind, made["id"], entry, self._citation(row)))
        return Outcome(row.number, CREATED, made["id"], created=made, claims=written)

    def _update(self, row: RawRow, known: Record, why: str, entry: Entry, texts: Mapping[str, Text]) -> Outcome:
        filled, otherwise = _differences(self.kind, known, entry.values, texts, citing=bool(self.source))
        if self.source or why != BY_ID:
            otherwise = {name: v for name, v in otherwise.items() if not _says_no_more(self.kind, name, known[name], v)}
        if not self.source and why != BY_ID and _is_a_day_of(known, entry.values):
            otherwise.pop("start", None)
        earlier = self.row_of.setdefault(known["id"], row.number)
        if otherwise and earlier != row.number:
            raise _refusal(_contradiction(self.kind, f"{self.place} {earlier}", otherwise))
        new = filled | ({} if self.source else otherwise)
        values.check(self.store, self.kind, known | new)
        rows.update(self.store, self.kind, known["id"], new)
        written = self._support(row, known, entry, new, otherwise)
        changes = {name: (known[name], value) for name, value in new.items()}
        disputed = {name: (known[name], value) for name, value in otherwise.items()} if self.source else {}
        return Outcome(row.number, CHANGED if changes else MATCHED, known["id"], why, changes, disputed, written)

    def _support(self, row: RawRow, known: Record, entry: Entry, new: Record, otherwise: Record) -> int:
        """What the values rest on from now on: the source, or, where they take the place of others, the curator."""
        if self.kind.name not in records.CITABLE:
            return 0
        if self.source:
            cited = claims.cite(self.store, self.kind, known["id"], entry, self._citation(row))
            return claims.keep_once(self.store, known["id"], cited)
        filled = {name: value for name, value in new.items() if name not in otherwise}
        written = claims.cite(self.store, self.kind, known["id"], _part(entry, filled), Citation())
        written += claims.decide(self.store, self.kind, known["id"], _part(entry, otherwise), self.command.reason)
        return claims.keep(self.store, written)

    def _citation(self, row: RawRow) -> Citation:
        if not self.source:
            return Citation()
        return Citation(self.source, locator=f"{self.place} {row.number}")


def _part(entry: Entry, of: Record) -> Entry:
    return Entry(of, entry.printed, entry.inferred)


def _unchanged(known: Record, texts: Mapping[str, Text]) -> dict[str, Text]:
    """The cells that say what the record says already, as an export writes it; they need not be read."""
    return {name: text for name, text in texts.items() if known[name] is not None and _says(text, known[name])}


def _says(text: Text, value: Value) -> bool:
    if isinstance(text, list) and isinstance(value, list):
        return text == [item.strip() for item in value if item.strip()]
    return cells.as_text(text) == cells.as_text(value).strip()


def _differences(
    kind: Kind, known: Record, given: Record, texts: Mapping[str, Text], *, citing: bool
) -> tuple[Record, Record]:
    """What a row fills in, and what it says otherwise.

    What only came with another field's text (the end of a range) stands or falls with it.
    """
    main_of = {kind.field(name).companion: name for name in given if kind.field(name).companion}
    filled: Record = {}
    otherwise: Record = {}
    for name, value in given.items():
        main = main_of.get(name) if name not in texts else None
        main_differs = main is not None and known[main] is not None and given[main] != known[main]
        if name == "id" or value == known[name] or (value is None and not main_differs):
            continue
        if known[name] is None and not (main_differs and citing):
            filled[name] = value
        else:
            otherwise[name] = value
    return filled, otherwise


def _says_no_more(kind: Kind, name: str, known: Value, said: Value) -> bool:
    """Whether a value only spells the known one otherwise, or is a date within which the known one lies."""
    if not (isinstance(known, str) and isinstance(said, str)):
        return False
    if kind.field(name).type in (types.DATE, types.END_DATE):
        return all(map(dates.is_readable, (known, said))) and dates.contains(said, known)
    return kind.field(name).type in (types.TEXT, types.PARAGRAPHS) and fold(known) == fold(said)


def _is_a_day_of(known: Record, given: Record) -> bool:
    """Whether a row names only a day, or some days, of what is known to last from one to another."""
    ends = (known.get("start"), known.get("end"), given.get("start"))
    if given.get("end") or not all(one and dates.is_readable(one) for one in ends):
        return False
    first, last, said = map(str, ends)
    return dates.earliest(first) <= dates.earliest(said) and dates.latest(said) <= dates.latest(last)


def _refusal(sentence: str) -> errors.FieldProblems:
    """What is wrong with a row as a whole."""
    return errors.FieldProblems([("", errors.ExchangeError(sentence))])


def _contradiction(kind: Kind, earlier: str, otherwise: Record) -> str:
    fields = [f'{name} "{cells.as_text(value)}"' for name, value in otherwise.items()]
    return f"is the same {kind.name} as {earlier}, and says otherwise: {errors.listed(fields, 'and')}"


def _refuse_somebodys_number(given: Value) -> None:
    """The first column of many spreadsheets only counts its rows; next month's file counts other ones."""
    if given is not None and str(given).isdecimal():
        problem = errors.ValueProblem(str(given), "only counts the rows of a list; leave the column out: --map 'ID='")
        raise errors.FieldProblems([("id", problem)])


def _refuse_nameless(given: Record) -> None:
    """A second import could not tell a session without title or place from a new one."""
    if not any(given.get(name) is not None for name in ("id", "title", *sameness.SLOT)):
        raise _refusal("has neither a title nor a position or a time, so nobody could tell it from another")
