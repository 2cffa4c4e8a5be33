"""Conditions on the values of a record and on its days, as SQL.

Partial dates answer for certain, or, where that is asked, with what may be: ``2018`` may lie in March 2018, and does
not certainly. Of what has no date at all nothing is claimed either way.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from exchangecli.model import countries, folding, records
from exchangecli.model.fields import Kind
from exchangecli.query import meaning as m
from exchangecli.store import days
from exchangecli.store.indexes import IN_ORDER
from exchangecli.store.spans import SPANS
from exchangecli.store.sql import Sql, all_of, among
from exchangecli.store.ways import Terms, Way


def is_in_order(kind: Kind, what: m.OneOf) -> bool:
    """Whether an index has the records of this value in the order of their days."""
    return len(what.values) == 1 and (kind.name, what.value) in IN_ORDER


def column(kind: Kind, value: str) -> str:
    """A value of a record as SQL: the column of a field, or what is worked out from several."""
    if value == m.WHEN:
        return SPANS[kind.name].end_latest
    return _stood_for() if value == m.STOOD_FOR else f'{kind.name}."{value}"'


@cache
def _stood_for() -> str:
    codes = ", ".join(f"'{code}'" for code in countries.country_codes())
    return f"""coalesce(CASE WHEN role.on_behalf_of IN ({codes}) THEN role.on_behalf_of END, role.country,
        (SELECT country FROM participant WHERE participant.id = role.participant))"""


def _present(kind: Kind, what: m.Present, _terms: Terms, way: Way) -> Sql:
    return Sql(f"{way.sign}{column(kind, what.value)} IS NOT NULL")


def _one_of(kind: Kind, what: m.OneOf, _terms: Terms, way: Way) -> Sql:
    return _known(kind, what.value, among(what.values) if len(what.values) > 1 else Sql("= ?", what.values), way)


def _known(kind: Kind, value: str, known: Sql, way: Way) -> Sql:
    """That a value is known; in a walk, a single one is found by the index that has its records in order."""
    place = column(kind, value)
    if value == m.STOOD_FOR:
        exact = Sql(f"{place} {known.text}", known.values)
        return all_of([_may_stand_for(known), exact]) if way is Way.GATHER else exact
    in_order = way is Way.WALK and (kind.name, value) in IN_ORDER and known.text == "= ?"
    return Sql(f"{'' if in_order else way.sign}{place} {known.text}", known.values)


def _may_stand_for(places: Sql) -> Sql:
    """That one of the columns from which the country of a role is worked out is there; an index finds each."""
    text = f"""role.on_behalf_of {places.text} OR role.country {places.text}
        OR role.participant IN (SELECT id FROM participant WHERE country {places.text})"""
    return Sql(text, places.values * 3)


def _begins(kind: Kind, what: m.Begins, _terms: Terms, way: Way) -> Sql:
    return begins(f"{way.sign}{column(kind, what.value)}", what.start)


def begins(place: str, start: str) -> Sql:
    """That a text begins so."""
    return Sql(f"{place} >= ? AND {place} < ?", (start, start + "\U0010ffff"))


def _between(kind: Kind, what: m.Between, _terms: Terms, _way: Way) -> Sql:
    place = column(kind, what.value)
    ends = [(">=", what.lowest), ("<=", what.highest)]
    known = [Sql(f"{place} {sign} ?", (end,)) for sign, end in ends if end is not None]
    return all_of(known) if known else Sql(f"{place} IS NOT NULL")


# --- words ------------------------------------------------------------------------------------------------------


def mentions(kind: Kind, words: str) -> Sql:
    """The row numbers of the records in which the search index finds the words."""
    table = kind.name
    return Sql(f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ?", (folding.search_query(words),))


def is_indexed(kind: Kind, value: str) -> bool:
    """Whether the words of a field stand in the search index."""
    return kind.name in records.SEARCHED and bool(kind.field(value).searched)


def _mentions(kind: Kind, what: m.Mentions | m.Holds, _terms: Terms, way: Way) -> Sql:
    found = mentions(kind, what.words)
    return Sql(f"{way.sign}{kind.name}.number IN ({found.text})", found.values)


def _holds(kind: Kind, what: m.Holds, terms: Terms, way: Way) -> Sql:
    """Words one after the other in one field; all are gathered by the index, which does not say in which field."""
    (stretch,) = folding.stretches(what.words)
    held = Sql(f"instr(' ' || search_text({column(kind, what.value)}) || ' ', ?) > 0", (stretch,))
    narrows = way is Way.GATHER and is_indexed(kind, what.value)
    return all_of([_mentions(kind, what, terms, way), held]) if narrows else held


# --- lists ------------------------------------------------------------------------------------------------------


def list_items(kind: Kind, value: str, items: Sql) -> Sql:
    """The records whose list holds one of these items."""
    question = f"SELECT record FROM list_item WHERE field = ? AND value {items.text}"
    return Sql(question, (f"{kind.name}.{value}", *items.values))


def _lists(kind: Kind, what: m.Lists, _terms: Terms, way: Way) -> Sql:
    return among_those(list_items(kind, what.value, among(what.items)), "record", f"{kind.name}.id", way)


def among_those(question: Sql, given: str, own: str, way: Way) -> Sql:
    """That what stands in ``own`` is among what a question gives in its column ``given``."""
    if way is Way.GATHER:
        return Sql(f"{own} IN ({question.text})", question.values)
    return Sql(f"EXISTS ({question.text} AND {given} = {own})", question.values)


# --- days -------------------------------------------------------------------------------------------------------


def _dated(kind: Kind, what: m.Dated, terms: Terms, _way: Way) -> Sql:
    first, last = days.earliest(column(kind, what.value)), days.latest(column(kind, what.value))
    if terms.possible:
        return Sql(f"{first} <= ? AND {last} >= ?", (what.last, what.first))
    return Sql(f"{first} >= ? AND {last} <= ?", (what.first, what.last))


def _during(kind: Kind, what: m.During, terms: Terms, _way: Way) -> Sql:
    span = SPANS[kind.name]
    begun = Sql(f"({span.start_earliest} <= ? OR {span.start_earliest} IS NULL)", (what.last,))
    if terms.possible:
        return all_of([begun, Sql(f"{span.end_latest} >= ?", (what.first,))])
    return all_of([begun, Sql(f"{span.start_latest} <= ? AND {span.end_earliest} >= ?", (what.last, what.first))])


# --- groups -----------------------------------------------------------------------------------------------------


def members(group: str) -> Sql:
    """``IN`` the members that a group has, or had."""
    return Sql('IN (SELECT member FROM membership WHERE "group" = ?)', (group,))


def groups_of(what: m.GroupOf) -> Sql:
    """``IN`` the groups to which one of the members belongs, or belonged."""
    known = among(what.members) if what.group is None else members(what.group)
    return Sql(f'IN (SELECT "group" FROM membership WHERE member {known.text})', known.values)


def _member_of(kind: Kind, what: m.MemberOf, terms: Terms, way: Way) -> Sql:
    then = _on_its_days(kind, "m", terms)
    if kind.has(what.value) and kind.field(what.value).type.many:
        text = f"""EXISTS (SELECT 1 FROM json_each({column(kind, what.value)}) AS item JOIN membership AS m
            ON m."group" = ? AND m.member = item.value WHERE {then.text})"""
        return Sql(text, (what.group, *then.values))
    place = column(kind, what.value)
    text = f"""EXISTS (SELECT 1 FROM membership AS m WHERE m."group" = ? AND m.member = {place} AND {then.text})"""
    return all_of([_known(kind, what.value, members(what.group), way), Sql(text, (what.group, *then.values))])


def _group_of(kind: Kind, what: m.GroupOf, terms: Terms, _way: Way) -> Sql:
    then = _on_its_days(kind, "m", terms)
    known = among(what.members)
    member = Sql(f"m.member {known.text}", known.values)
    if what.group is not None:
        too = _on_its_days(kind, "too", terms)
        text = 'EXISTS (SELECT 1 FROM membership AS too WHERE too."group" = ? AND too.member = m.member AND {})'
        member = Sql(text.format(too.text), (what.group, *too.values))
    text = f"""EXISTS (SELECT 1 FROM json_each({column(kind, what.value)}) AS item JOIN membership AS m
        ON m."group" = item.value WHERE {then.text} AND {member.text})"""
    return Sql(text, (*then.values, *member.values))


def _on_its_days(kind: Kind, membership: str, terms: Terms) -> Sql:
    """That a membership held on all days of the record, or, where that is asked, possibly on one of them."""
    span = SPANS.get(kind.name)
    first, last = (span.start_earliest, span.end_latest) if span else ("?", "?")
    start, end = f"{membership}.start", f'{membership}."end"'
    if terms.possible:
        begun = f"{days.earliest(start)} <= {last}"
        ended = f"{days.latest(end)} >= coalesce({first}, '')"
    else:
        begun = f"{days.latest(start)} <= {first}"
        ended = f"{days.earliest(end)} >= {last}"
    text = f"({start} IS NULL OR {begun}) AND (coalesce({end}, '..') = '..' OR {ended})"
    return Sql(text, () if span else (terms.today.isoformat(),) * 2)


Condition = Callable[[Kind, Any, Terms, Way], Sql]

CONDITIONS: dict[type, Condition] = {
    m.Present: _present,
    m.OneOf: _one_of,
    m.Begins: _begins,
    m.Between: _between,
    m.Mentions: _mentions,
    m.Holds: _holds,
    m.Lists: _lists,
    m.Dated: _dated,
    m.During: _during,
    m.MemberOf: _member_of,
    m.GroupOf: _group_of,
}
"""What is meant -> how that is said in SQL."""
