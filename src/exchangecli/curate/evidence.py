"""What a source's claims on a record that is there do to it.

A first claim fills an empty field; one that disagrees changes nothing, and opens a conflict. A value for which nobody
was cited until then becomes a claim of the curator's, so that it takes part in it. The one exception: what was a plan
before the event, and is overtaken by a report after it, is superseded, and the report's value is in force.
"""

from collections.abc import Iterable, Sequence

from exchangecli.curate import claims, decisions, standing
from exchangecli.curate.values import Entry
from exchangecli.model import cells, dates, records
from exchangecli.model.conflicts import OPEN_RANKS, PREFERRED, SUPERSEDED, agree
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record
from exchangecli.store import provenance, rows
from exchangecli.store.opening import Store

PLANNED = ("status", "mode", "start", "end", "start_time", "end_time", "venue", "city", "country", "room")
"""The fields that a source can state of an event before it takes place."""

UNCITED = "it stood here without a source"
OVERTAKEN = "a plan, overtaken by what was reported after the event"


def add(store: Store, kind: Kind, record: Record, said: Sequence[Record]) -> Record:
    """Write the claims of a source on a record, and let them take effect.

    Returns:
        The fields that were empty and are filled.

    Raises:
        FieldProblems: what is filled in contradicts the rest of the record.
    """
    stated = {one["field"]: cells.from_cell(kind.field(one["field"]).type, one["value"]) for one in said}
    filled = {name: value for name, value in stated.items() if record[name] is None}
    note_uncited(store, kind, record, stated)
    claims.keep(store, said)
    decisions.put_in_force(store, kind, record, filled | standing.better(store, kind, record | filled, stated))
    weigh(store, kind, record["id"], stated)
    return filled


def rank_anew(store: Store, kind: Kind, record: Record, said: Sequence[Record], rank: str, reason: str | None) -> None:
    """Rank claims otherwise than before: a decision for them alone lapses, and what others say may be in force."""
    decisions.rank(store, said, rank, reason)
    names = {claim["field"] for claim in said}
    for name in names:
        gone = [claim for claim in said if claim["field"] == name]
        decisions.lapse(store, claims.about(store, record["id"], name), gone)
    present = rows.get(store, kind, record["id"]) or record
    decisions.put_in_force(store, kind, present, standing.better(store, kind, present, names))


def note_uncited(store: Store, kind: Kind, record: Record, stated: Record) -> None:
    """Let a value that nobody was ever cited for be the curator's claim, before another one comes beside it."""
    for name, value in stated.items():
        if record[name] in (None, value) or name not in (kind.cited or record):
            continue
        if not any(one["value"] == cells.to_cell(record[name]) for one in claims.about(store, record["id"], name)):
            entry = Entry({name: record[name]})
            claims.keep(store, [claims.made(kind, record["id"], name, entry, reason=UNCITED)])


def weigh(store: Store, kind: Kind, record: str, names: Iterable[str]) -> None:
    """Rank what was planned of an event below what was reported afterwards, on fields that were just claimed."""
    if kind not in (records.EVENT, records.SESSION):
        return
    differing = provenance.differing_fields(store, record)
    planned = [name for name in names if name in PLANNED and name in differing]
    if not planned:
        return
    present = rows.get(store, kind, record)
    assert present is not None
    reported = {name: _overtake(store, kind, present, name) for name in planned}
    new = {
        name: cells.from_cell(kind.field(name).type, cell)
        for name, cell in reported.items()
        if cell and not agree(name, cells.to_cell(present[name]), cell)
    }
    decisions.put_in_force(store, kind, present, new)


def _overtake(store: Store, kind: Kind, record: Record, name: str) -> str | None:
    """Rank the claims on one field; what a report says, where it overtook a plan."""
    about = [claim for claim in claims.about(store, record["id"], name) if claim["rank"] in OPEN_RANKS]
    if len({claim["value"] for claim in about}) < 2 or any(one["rank"] == PREFERRED for one in about):  # noqa: PLR2004
        return None
    first, last = _days(store, kind, record)
    published = provenance.published(store, [one["source"] for one in about if one["source"]])
    reports = [one for one in about if last and _is_after(published.get(one["source"]), last)]
    plans = [one for one in about if first and _is_before(published.get(one["source"]), first)]
    overtaken = [one for one in plans if reports and not any(agree(name, one["value"], r["value"]) for r in reports)]
    decisions.rank(store, overtaken, SUPERSEDED, OVERTAKEN)
    return reports[0]["value"] if overtaken else None


def _days(store: Store, kind: Kind, record: Record) -> tuple[str | None, str | None]:
    """The earliest and the latest day on which an event may have been, by whatever says it to the day, if anything."""
    event = record["event"] if kind is records.SESSION else record["id"]
    said = [one["value"] for name in ("start", "end") for one in claims.about(store, event, name)]
    present = rows.get(store, records.EVENT, event) or {}
    said += [present[name] for name in ("start", "end") if present.get(name)]
    readable = [day for day in said if day != dates.OPEN and dates.is_readable(day)]
    days = [day for day in readable if dates.is_precise(day)] or readable
    return min(map(dates.earliest, days), default=None), max(map(dates.latest, days), default=None)


def _is_before(published: str | None, day: str) -> bool:
    return bool(published) and dates.is_readable(str(published)) and dates.latest(str(published)) < day


def _is_after(published: str | None, day: str) -> bool:
    return bool(published) and dates.is_readable(str(published)) and dates.earliest(str(published)) > day
