"""Taking in one row of somebody's file: what becomes of the record that it is.

What the row says fills what is empty. Where it says otherwise, a file with a source adds a claim and changes nothing;
one without is the curator's own word, as ``edit`` is, but overrules no decision where only a name says which record is
meant. An empty cell changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from exchangecli import errors
from exchangecli.curate import adding, claims, decisions, differing, evidence, row_texts, sameness, values
from exchangecli.curate.claims import Citation
from exchangecli.curate.columns import Columns
from exchangecli.curate.outcomes import CHANGED, CREATED, MATCHED, REFUSED, Outcome, Problem
from exchangecli.curate.recognising import BY_ID, Recogniser, refusal
from exchangecli.curate.values import Entry
from exchangecli.formats.sheets import RawRow
from exchangecli.model import cells, records
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.types import Record, Text
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


class Taker:
    """What is known while the rows of one file are taken in, one after the other."""

    def __init__(self, store: Store, command: Command, task: Task, columns: Columns, place: str) -> None:
        """Begin a file; ``place`` is how its rows are called on claims: ``events.csv row``.

        Raises:
            FieldProblems, NotFound, NotCitable: what all rows share, or the source, cannot be so.
        """
        self.store = store
        self.command = command
        self.task = task
        self.kind = task.kind
        self.columns = columns
        self.place = place
        self.source = task.source and finding.resolve(store, task.source, ("source",)).id
        if self.source and self.kind.name not in records.CITABLE:
            raise errors.NotCitable(self.kind.name)
        rules = replace(listing.rules(store), date_order=task.date_order)
        self.shared = _settled(task, values.read_entry(store, self.kind, task.shared, rules, _as_set))
        # What a person types may begin an id; a cell that does so today may begin another one tomorrow.
        self.rules = replace(rules, starts=False)
        self.recogniser = Recogniser(store, self.kind)
        self.said: dict[tuple[str, str], Problem] = {}
        self.row_of: dict[str, int] = {}

    def take(self, row: RawRow) -> Outcome:
        """Take in one row; whatever is wrong with it becomes its outcome."""
        texts: dict[str, Text] = {}
        try:
            row_texts.refuse_what_is_no_record(row, self.columns)
            texts = row_texts.texts(row.cells, self.columns, self.shared, self.task.split)
            return self._take(row, texts)
        except errors.FieldProblems as found:
            problems = tuple(self._problem(name, problem, texts) for name, problem in found.problems)
            return Outcome(row.number, REFUSED, problems=problems, lacking=self._lacking(found, texts))

    def _problem(self, name: str, problem: errors.ExchangeError, texts: Mapping[str, Text]) -> Problem:
        value = problem.value if isinstance(problem, errors.ValueProblem) else cells.as_text(texts.get(name))
        heading = self.columns.heading_of(name)
        if not isinstance(problem, errors.NotFound):
            return Problem(heading, value, problem.sentence, _hint(self.kind, name, heading, value, problem))
        # What may have been meant is looked for once, however many rows have the same slip.
        if (name, value) not in self.said:
            hint = _hint(self.kind, name, heading, value, problem)
            self.said[name, value] = Problem(heading, value, problem.sentence, hint)
        return self.said[name, value]

    def _lacking(self, found: errors.FieldProblems, texts: Mapping[str, Text]) -> str | None:
        """What a row may only wait for, folded: its parent, the event it is a part of, that stands further on."""
        own = {one.name for one in self.kind.references() if self.kind.name in one.kinds}
        lacking = (name for name, problem in found.problems if name in own and isinstance(problem, errors.NotFound))
        return next((fold(cells.as_text(texts.get(name))) for name in lacking), None)

    def _take(self, row: RawRow, texts: dict[str, Text]) -> Outcome:
        known = self.recogniser.by_id(cells.as_text(texts["id"]) if "id" in texts else None)
        same = differing.unchanged(known, texts) if known else {}
        further = {name: text for name, text in texts.items() if name not in same}
        entry = values.read_entry(self.store, self.kind, further, self.rules)
        entry.values |= {name: known[name] for name in same} if known else {}
        entry.printed |= {name: cells.as_text(text) for name, text in same.items()}
        if known:
            return self._update(row, known, BY_ID, entry, texts)
        if self.kind is records.CLAIM:
            claims.settle(self.store, entry, self.rules)
        found, why = self.recogniser.alike(entry.values)
        if found and why.endswith(sameness.EDITED):
            return Outcome(row.number, MATCHED, found["id"], why)
        if found:
            return self._update(row, found, why, self._unnamed(found, entry), texts)
        return self._create(row, entry)

    def _unnamed(self, known: Record, entry: Entry) -> Entry:
        """The entry of a row that was matched by its name: neither the id nor another spelling of the name is new."""
        title = self.kind.title
        is_cited = self.source and title and fold(str(entry.values.get(title))) == fold(str(known[title]))
        left_out = ("id",) if is_cited else ("id", title)
        return _part(entry, {name: value for name, value in entry.values.items() if name not in left_out})

    def _create(self, row: RawRow, entry: Entry) -> Outcome:
        lacking = self.kind.missing(entry.values)
        given = entry.values.get("id")
        if lacking and given is not None:
            raise errors.FieldProblems([("id", errors.IncompleteRecord(given, self.kind.name, lacking))])
        if lacking:
            raise refusal(f"{errors.listed(lacking, 'and')} must not be empty")
        if self.kind is records.SESSION:
            _refuse_nameless(entry.values)
        made = adding.create(self.store, self.kind, entry.values)
        self.row_of[made["id"]] = row.number
        self.recogniser.add(made)
        said = claims.cite(self.store, self.kind, made["id"], entry, self._citation(row)) if self._is_citable() else []
        written = claims.keep(self.store, said)
        return Outcome(row.number, CREATED, made["id"], claims=written if self.source else 0, created=made)

    def _update(self, row: RawRow, known: Record, why: str, entry: Entry, texts: Mapping[str, Text]) -> Outcome:
        filled, otherwise = differing.differences(self.kind, known, entry.values, texts, citing=bool(self.source))
        earlier = self.row_of.setdefault(known["id"], row.number)
        by_its_id = why == BY_ID and earlier == row.number
        stays = {} if by_its_id and not self.source else self._staying(known, why, entry, otherwise)
        otherwise = {name: value for name, value in otherwise.items() if name not in stays}
        if earlier != row.number:
            against = {n: v for n, v in otherwise.items() if not differing.says_no_more(self.kind, n, v, known[n])}
            if against:
                raise refusal(_contradiction(self.kind, f"{self.place} {earlier}", against))
        new = filled | ({} if self.source else otherwise)
        values.check(self.store, self.kind, known | new)
        rows.update(self.store, self.kind, known["id"], new)
        disputed = {name: value for name, value in stays.items() if value is not None}
        disputed |= otherwise if self.source else {}
        return Outcome(
            row.number,
            CHANGED if new else MATCHED,
            known["id"],
            why,
            {name: (known[name], value) for name, value in new.items()},
            {name: (known[name], value) for name, value in disputed.items()},
            self._support(row, known, entry, new, otherwise),
            blank=self._blank(known, texts) if why == BY_ID else 0,
        )

    def _staying(self, known: Record, why: str, entry: Entry, otherwise: Record) -> Record:
        """The fields that stay although the row says otherwise -> what it says, None where that is no more.

        By its id a row changes what it says. What one that is only called the same, or a later one of the file, says
        less precisely is no other word; and a name alone overrules no decision.
        """
        stays: Record = {
            name: None for name, said in otherwise.items() if differing.says_no_more(self.kind, name, known[name], said)
        }
        if not self.source and otherwise and why != BY_ID:
            stays |= {"start": None} if differing.is_a_day_of(known, entry.values) else {}
            decided = claims.decided(self.store, known["id"])
            stays |= {name: said for name, said in otherwise.items() if name in decided and name not in stays}
        return stays

    def _blank(self, known: Record, texts: Mapping[str, Text]) -> int:
        """How many cells are empty where the record has a value, which stays."""
        there = (one.name for one in self.columns.by_heading.values() if one and one.name not in texts)
        return sum(known[name] is not None for name in there)

    def _support(self, row: RawRow, known: Record, entry: Entry, new: Record, otherwise: Record) -> int:
        """What the values rest on from now on: the source, or, where they take the place of others, the curator.

        Returns:
            How many claims of the source were written.
        """
        if not self._is_citable():
            return 0
        if self.source:
            cited = claims.cite(self.store, self.kind, known["id"], entry, self._citation(row))
            evidence.note_uncited(self.store, self.kind, known, otherwise)
            written = claims.keep_once(self.store, known["id"], cited)
            evidence.weigh(self.store, self.kind, known["id"], entry.values)
            return written
        filled = {name: value for name, value in new.items() if name not in otherwise}
        claims.keep(self.store, claims.cite(self.store, self.kind, known["id"], _part(entry, filled), Citation()))
        decisions.decide(self.store, self.kind, known["id"], _part(entry, otherwise), self.command.reason)
        return 0

    def _is_citable(self) -> bool:
        return self.kind.name in records.CITABLE

    def _citation(self, row: RawRow) -> Citation:
        if not self.source:
            return Citation()
        return Citation(self.source, locator=f"{self.place} {row.number}")


def _as_set(_kind: Kind, name: str) -> str:
    return f"--set {name}"


def _settled(task: Task, entry: Entry) -> dict[str, str]:
    """The texts that all rows share, records by their ids, whichever way they were named."""
    ids = {one.name: entry.values.get(one.name) for one in task.kind.references() if not one.type.many}
    named = {name: str(value) for name, value in ids.items() if value is not None}
    return {name: text for name, text in task.shared.items() if name not in ids or entry.values.get(name)} | named


def _part(entry: Entry, of: Record) -> Entry:
    return Entry(of, entry.printed, entry.inferred)


HINT_FOR_DATES = "--dates dmy reads 05/06/2024 with the day first in all of the file, --dates mdy with the month"

NOT_KNOWN = ("tbc", "tbd", "tba", "n/a", "na", "-", "—", "?", "미정", "none", "unknown")
"""What people write where they know nothing."""


def _hint(kind: Kind, name: str, heading: str, value: str, problem: errors.ExchangeError) -> str | None:
    """What to do about a cell in a file, where that is something else than on a command line."""
    if value.strip().casefold() in NOT_KNOWN:
        return "where nothing is known, leave the cell empty"
    if isinstance(problem, errors.AmbiguousDate):
        return HINT_FOR_DATES
    if isinstance(problem, errors.NotFound) and name and "participant" in kind.field(name).kinds:
        return f"take the participants in first: --as participants --map '{heading}=name'"
    return problem.hint


def _contradiction(kind: Kind, earlier: str, otherwise: Record) -> str:
    fields = [f'{name} "{cells.as_text(value)}"' for name, value in otherwise.items()]
    return f"is the same {kind.name} as {earlier}, and says otherwise: {errors.listed(fields, 'and')}"


def _refuse_nameless(given: Record) -> None:
    """A second import could not tell a session without title or place from a new one."""
    if not any(given.get(name) is not None for name in ("id", "title", *sameness.SLOT)):
        raise refusal("has neither a title nor a position or a time, so nobody could tell it from another")
