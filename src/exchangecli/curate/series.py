"""What is known of a series when an event is added to it: the last edition, who organised it, what comes next."""

from dataclasses import dataclass
from typing import NamedTuple

from exchangecli import errors
from exchangecli.model import dates, records, vocabularies
from exchangecli.model.types import Record, Value
from exchangecli.store import finding, rows
from exchangecli.store.opening import Store

ORGANISING = "organising"
"""The family of roles whose holders bring an event about."""


class Organiser(NamedTuple):
    """Who had a role of the organising family at an event."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Series:
    """A programme whose events come one after the other; those of programmes within it are series of their own.

    Attributes:
        id: of the programme.
        name: its name.
        last: the event of the highest edition; where no edition is numbered, the latest event.
        organisers: of that event.
        frequency: how often it takes place, a word of the list ``frequencies``.
        expected: the year in which that puts the next one; an expectation, and no value of anything.
    """

    id: str
    name: str
    last: Record
    organisers: tuple[Organiser, ...]
    frequency: str | None
    expected: str | None

    @property
    def next_edition(self) -> int | None:
        """The number after the last one; None where no edition is numbered."""
        edition = self.last["edition"]
        return edition + 1 if edition else None


def known(store: Store, programme: str) -> Series | None:
    """What a dataset knows of the series that words name; None where they name none, or none of its events is known."""
    try:
        found = finding.resolve(store, programme, ("programme",))
    except (errors.NotFound, errors.Ambiguous):
        return None
    last = _last(store, found.id)
    if last is None:
        return None
    frequency = (rows.get(store, records.PROGRAMME, found.id) or {})["frequency"]
    expected = next_year(last["start"], frequency)
    return Series(found.id, found.title, last, _organisers(store, last["id"]), frequency, expected)


def same_edition(store: Store, event: Record) -> list[Record]:
    """The other events of a series that have the edition of this one."""
    same = "programme = ? AND edition = ? AND id <> ?"
    return list(rows.where(store, records.EVENT, same, [event["programme"], event["edition"], event["id"]]))


def left_out(series: Series, edition: int) -> range:
    """The editions between the last one known and this one, of which the dataset knows nothing."""
    return range(series.next_edition or edition, edition)


def comes_before(series: Series, start: Value) -> bool:
    """Whether an event with this start lies before the last edition, so that its number is not the next one."""
    last = series.last["start"]
    return bool(start and last and dates.is_readable(last) and dates.certainly_before(str(start), last))


def next_year(start: str | None, frequency: str | None) -> str | None:
    """The year in which what took place from ``start`` on is to take place again.

    Args:
        start: an EDTF date.
        frequency: a word of the list ``frequencies``; its mapping ``rrule`` (RFC 5545) says how often.

    Returns:
        The year; None where the frequency says none, or the date leaves open which year it is.
    """
    term = vocabularies.vocabulary("frequencies").terms.get(frequency or "")
    rule = term.mappings.get("rrule") if term else None
    if not (rule and start and dates.is_readable(start)):
        return None
    years = {_year_after(day, rule) for day in (dates.earliest(start), dates.latest(start))}
    return years.pop() if len(years) == 1 else None


def _year_after(day: str, rule: str) -> str | None:
    """From the first of the month, since what a rule repeats of a 31st or a 29 February skips months and years."""
    from datetime import datetime

    from dateutil.rrule import rrulestr

    first = datetime.fromisoformat(day).replace(day=1)
    following = rrulestr(rule, dtstart=first).after(first)
    return f"{following.year:04}" if following else None


def _last(store: Store, programme: str) -> Record | None:
    """Of several events of the last edition the one that is no part of another."""
    order = "edition DESC NULLS LAST, part_of IS NOT NULL, start_latest DESC NULLS LAST, number DESC"
    return next(rows.where(store, records.EVENT, "programme = ?", [programme], order), None)


def _organisers(store: Store, event: str) -> tuple[Organiser, ...]:
    terms = vocabularies.vocabulary("roles").terms
    family = {code for code, term in terms.items() if term.mappings.get("family") == ORGANISING}
    held = rows.belonging(store, records.ROLE, "event", event, "position NULLS LAST, number")
    organising = [role for role in held if role["role"] in family and not role["session"]]
    names = finding.titles(store, (role["participant"] for role in organising))
    return tuple(Organiser(one["participant"], names[one["participant"]], one["role"]) for one in organising)
