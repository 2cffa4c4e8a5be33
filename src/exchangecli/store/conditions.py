"""From the meaning of a query to conditions in SQL, and to the way in which SQLite is to go about them.

What few records meet is looked up first, and those records are named in the query: SQLite then looks at them and at no
others. Where many meet it, what is best depends on what is wanted. The first few of all come soonest by walking along
their order, testing one record after the other; all of them, by gathering what meets each condition. SQLite itself
could only guess which of these it is, for it does not know how many rows a value has.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.query import meaning as m
from exchangecli.query.meaning import Meaning
from exchangecli.store import days, evidence_conditions, value_conditions
from exchangecli.store.candidates import Candidates, candidates
from exchangecli.store.opening import Store
from exchangecli.store.sql import Sql, all_of, among, any_of
from exchangecli.store.value_conditions import among_those, is_in_order
from exchangecli.store.ways import Terms, Way

CONDITIONS = value_conditions.CONDITIONS | evidence_conditions.CONDITIONS
"""What is meant of one record by itself -> how that is said in SQL."""


class Answer(NamedTuple):
    """The records of a kind that meet a condition.

    Attributes:
        branches: conditions on the kind's table; each record meets at most one.
        is_named: whether the records are named, so that they are put in order once they are found.
        walked: the part of the table in which a walk along the order looks for the others.
    """

    branches: tuple[Sql, ...]
    is_named: bool
    walked: Sql = all_of([])


def answer(store: Store, kind: Kind, what: Meaning, terms: Terms) -> Answer:
    """The conditions that find, in the table of ``kind``, what a query means."""
    asked = _Answering(store, terms)
    parts = what.parts if isinstance(what, m.AllOf) else (what,)
    when = next((part for part in parts if kind is records.EVENT and isinstance(part, m.During)), None)
    if any(asked.named(kind, part) for part in parts) or (terms.scans and not when and asked.scanned(kind, parts)):
        return Answer((all_of([asked.sql(kind, part, Way.TEST) for part in parts]),), is_named=True)
    way = Way.WALK if terms.walks else Way.GATHER
    rest = all_of([asked.sql(kind, part, way) for part in parts if part is not when])
    branches = [all_of([part, rest]) for part in asked.parted(when)] if when else [rest]
    in_order = [part for part in parts if isinstance(part, m.OneOf) and is_in_order(kind, part)]
    walked = [*([_since(when)] if when else []), *(asked.sql(kind, part, way) for part in in_order)]
    return Answer(tuple(branches), is_named=False, walked=all_of(walked))


def _since(when: m.During) -> Sql:
    """That an event began in the year of the first day, or later, and not after the last."""
    return Sql("event.start_earliest >= ? AND event.start_earliest <= ?", (when.first[:4], when.last))


@dataclass(frozen=True, slots=True)
class _Answering:
    """One query on its way to SQL, with what was looked up for each of its conditions, by its identity."""

    store: Store
    terms: Terms
    looked_up: dict[tuple[str, int], Sql | None] = field(default_factory=dict)

    def sql(self, kind: Kind, what: Meaning, way: Way) -> Sql:
        """A condition as SQL, with the records named where they were found to be few."""
        return self.looked_up.get((kind.name, id(what))) or self.many(kind, what, way)

    def named(self, kind: Kind, what: Meaning) -> Sql | None:
        """A condition with the few records named that meet it; None where they are many, or no index tells."""
        key = kind.name, id(what)
        if key not in self.looked_up:
            self.looked_up[key] = self._looked_up(kind, what)
        return self.looked_up[key]

    def _looked_up(self, kind: Kind, what: Meaning) -> Sql | None:
        match what:
            case m.AnyOf(parts=parts):
                if not all(self.named(kind, part) for part in parts):
                    return None
                return any_of([one for part in parts if (one := self.named(kind, part))])
            case m.AllOf(parts=parts):
                return self.many(kind, what, Way.TEST) if any(self.named(kind, part) for part in parts) else None
            case m.Linked(link=link):
                asked: Candidates | None = Candidates(link.own, self._linked(what, Way.GATHER))
            case _:
                asked = candidates(kind, what)
        named = self._listed(asked.question) if asked else None
        if asked is None or named is None:
            return None
        met = Sql(f"{kind.name}.{asked.own} {named.text}", named.values)
        return met if asked.exact else all_of([met, self.many(kind, what, Way.TEST)])

    def scanned(self, kind: Kind, parts: Sequence[Meaning]) -> bool:
        """Whether few records meet a condition on a value that no index has: the table tells, from end to end.

        It takes long only where they are few, and then a walk along the order would take longer. Where an index has
        the records of one value in order, it does not.
        """
        if any(isinstance(part, m.OneOf) and is_in_order(kind, part) for part in parts):
            return False
        for part in parts:
            if isinstance(part, m.OneOf | m.Between | m.Dated | m.Present):
                met = self.many(kind, part, Way.GATHER)
                named = self._listed(Sql(f"SELECT number FROM {kind.name} WHERE {met.text}", met.values))
                if named:
                    self.looked_up[kind.name, id(part)] = Sql(f"{kind.name}.number {named.text}", named.values)
                    return True
        return False

    def _listed(self, question: Sql) -> Sql | None:
        """``IN`` the few values that a question gives; None where it gives many."""
        most = self.terms.most
        rows = self.store.connection.execute(f"{question.text} LIMIT {most + 1}", question.values).fetchall()
        return among([row[0] for row in rows]) if len(rows) <= most else None

    def many(self, kind: Kind, what: Meaning, way: Way) -> Sql:
        """A condition as SQL that names no records, but for its parts."""
        match what:
            case m.AllOf(parts=parts):
                return all_of([self.sql(kind, part, way) for part in parts])
            case m.AnyOf(parts=parts):
                return any_of([self.sql(kind, part, way.within) for part in parts])
            case m.Not(part=part):
                met = self.sql(kind, part, way.within)
                return Sql(f"({met.text}) IS NOT TRUE", met.values)
            case m.Linked(link=link):
                found = self._linked(what, way.within)
                return among_those(found, f"{link.kind}.{link.field}", f"{kind.name}.{link.own}", way)
        return CONDITIONS[type(what)](kind, what, self.terms, way)

    def _linked(self, what: m.Linked, way: Way) -> Sql:
        link = what.link
        met = self.sql(records.KINDS[link.kind], what.what, way)
        return Sql(f"SELECT {link.kind}.{link.field} FROM {link.kind} WHERE ({met.text})", met.values)

    def parted(self, when: m.During) -> list[Sql]:
        """That an event lies between two days, apart for those that began in an earlier year.

        Events stand in an index in the order in which they began, and nearly all ended in the same year: those that
        did not have an index of their own.
        """
        exact = self.many(records.EVENT, when, Way.WALK)
        before = f"{days.LASTING} AND end_latest >= ? AND coalesce(start_earliest, '') < ?"
        lasting = Sql(f"event.number IN (SELECT number FROM event WHERE {before})", (when.first, when.first[:4]))
        return [all_of([lasting, exact]), all_of([_since(when), exact])]
