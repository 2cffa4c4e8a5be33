"""The days of each kind of record: between which days it began, and ended, as partial dates leave it open."""

from collections.abc import Callable
from typing import NamedTuple

from exchangecli.model import dates
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.query.dataset import Dataset


class Days(NamedTuple):
    """The four days between which a record lies; each is None where no date tells.

    It certainly overlaps the days from A to B where ``start_latest <= B`` and ``end_earliest >= A``; it may overlap
    where ``start_earliest <= B`` and ``end_latest >= A``.
    """

    start_earliest: str | None = None
    start_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None


def earliest(text: str | None) -> str | None:
    """The first day that a date may mean; None for none, and for an open end."""
    return dates.earliest(text) if text and text != dates.OPEN else None


def latest(text: str | None) -> str | None:
    """The last day that a date may mean; None for none."""
    return dates.latest(text) if text else None


def _span(start: str | None, end: str | None) -> Days:
    """What ended began no later than it ended, and what began ended no earlier."""
    first, last = earliest(start), latest(start)
    if end is None:
        return Days(first, last, first, last)
    ended = dates.latest(dates.OPEN) if end == dates.OPEN else max(dates.earliest(end), first or "")
    return Days(first, min(last or dates.latest(dates.OPEN), dates.latest(end)), ended, dates.latest(end))


def _lasting(start: str | None, end: str | None) -> Days:
    """What has no end goes on; what has no start was always so."""
    end = end or dates.OPEN
    ended = dates.latest(dates.OPEN) if end == dates.OPEN else dates.earliest(end)
    return Days(earliest(start), latest(start) or "", ended, dates.latest(end))


def _single(day: str | None) -> Days:
    return Days(earliest(day), latest(day), earliest(day), latest(day))


def _first_known(*several: Days) -> Days:
    return Days(*(next((one for one in ones if one is not None), None) for ones in zip(*several, strict=True)))


def _of(*others: str) -> Callable[[Record, Dataset], Days]:
    """The days of the event, or else of the programme, that a record belongs to."""

    def days(record: Record, dataset: Dataset) -> Days:
        linked = [one for other in others for one in dataset.with_value(other, "id", record.get(other))]
        return _first_known(*(_span(one.get("start"), one.get("end")) for one in linked), Days())

    return days


SPANS: dict[str, Callable[[Record, Dataset], Days]] = {
    "event": lambda event, _: _span(event.get("start"), event.get("end")),
    "programme": lambda programme, _: _span(programme.get("start"), programme.get("end")),
    "session": lambda session, dataset: _first_known(_single(session.get("start")), _of("event")(session, dataset)),
    "role": _of("event", "programme"),
    "source": lambda source, _: _single(source.get("published")),
    "figure": lambda figure, _: _single(figure.get("as_of")),
    "membership": lambda membership, _: _lasting(membership.get("start"), membership.get("end")),
}
"""The kinds that have days -> which; a session without a day of its own has its event's, a role always has."""


def days_of(kind: Kind, record: Record, dataset: Dataset) -> Days:
    """Between which days a record lies; of a kind without days, today."""
    today = dataset.today.isoformat()
    return SPANS[kind.name](record, dataset) if kind.name in SPANS else Days(today, today, today, today)
