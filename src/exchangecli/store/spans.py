"""The days of each kind of record, as SQL: between which days it began, and ended."""

from typing import NamedTuple

from exchangecli.store import days


class Span(NamedTuple):
    """The four days between which a record lies; each is NULL where no date is known."""

    start_earliest: str
    start_latest: str
    end_earliest: str
    end_latest: str


def _columns(table: str) -> Span:
    return Span(*(f"{table}.{name}" for name in Span._fields))


def _single(column: str) -> Span:
    first, last = days.earliest(column), days.latest(column)
    return Span(first, last, first, last)


def _of(table: str, reference: str) -> Span:
    """The days of the event or programme that a record belongs to."""
    return Span(*(f"(SELECT {name} FROM {table} WHERE {table}.id = {reference})" for name in Span._fields))


def _lasting(table: str) -> Span:
    """The days of what goes on where it has no end, and was always so where it has no start."""
    start, end = f"{table}.start", f"coalesce({table}.\"end\", '..')"
    ended = f"CASE {end} WHEN '..' THEN '{days.LAST_DAY}' ELSE {days.earliest(end)} END"
    return Span(days.earliest(start), f"coalesce({days.latest(start)}, '')", ended, days.latest(end))


def _first_known(first: Span, second: Span) -> Span:
    return Span(*(f"coalesce({one}, {other})" for one, other in zip(first, second, strict=True)))


SPANS = {
    "event": _columns("event"),
    "programme": _columns("programme"),
    "session": _first_known(_single("session.start"), _of("event", "session.event")),
    "role": _first_known(_of("event", "role.event"), _of("programme", "role.programme")),
    "source": _single("source.published"),
    "figure": _single("figure.as_of"),
    "membership": _lasting("membership"),
}
"""The kinds that have days -> which; a session without a day of its own has its event's, a role always has."""
