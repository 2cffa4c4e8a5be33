"""Whether two records are one: by their names first, then by when, where, and what else is said of them.

Pure functions of two records; what is compared is held in ``names`` (all names of a record, its acronym among them)
beside its own fields. Numbers, editions and years that contradict each other make two records of them; dates and
places only count for or against.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from exchangecli.model import dates, names
from exchangecli.model.folding import fold
from exchangecli.model.names import Alike, Level
from exchangecli.model.types import Record

SAME, PERHAPS, NEW = ("same", "perhaps", "new")
"""What is made of two records, the surest first."""

SURE = 90
"""The least likeness of names, of 100, that are spellings of each other."""

FEW = 2
"""Names of so few words are easily alike: the Korea Foundation is no Korean Foundation."""

ALIKE_PERSONS = 82
"""The least likeness of the names of persons that may be two romanisations of one: Kim Minsu and Kim Minsoo."""

NEAR_DAYS = 3
FAR_DAYS = 31
"""How far apart, in days, dates are that one event hardly has."""


class Likeness(NamedTuple):
    """What is made of two records.

    Attributes:
        verdict: ``SAME``, ``PERHAPS`` or ``NEW``.
        score: of 100, to put several in order.
        reasons: in words.
    """

    verdict: str
    score: float
    reasons: tuple[str, ...]


def of_events(one: Record, other: Record) -> Likeness:
    """Whether two events are one."""
    contradiction = _numbers(one, other) or _years(one, other)
    if contradiction:
        return Likeness(NEW, 0, (contradiction,))
    alike, how = _names(one, other)
    when, gap = _when(one, other)
    where, at = _where(one, other)
    against = [reason for reason, weight in (when, where, _kinds(one, other)) if weight < 0]
    reasons = tuple(filter(None, (how, when[0], where[0], *(against if not (when[0] or where[0]) else ()))))
    score = max(0.0, min(100.0, alike.score + when[1] + where[1]))
    verdict = _event_verdict(one, other, alike, bool(against), gap, at)
    return Likeness(verdict, score, reasons)


def _event_verdict(one: Record, other: Record, alike: Alike, against: bool, gap: int | None, at: bool) -> str:
    overlap = gap == 0
    if alike.level >= Level.RESPELLED or (alike.level == Level.CLOSE and alike.score >= SURE):
        told_apart = gap is not None and gap > FAR_DAYS
        known_time = overlap or _share(one, other) or alike.level == Level.EQUAL
        return SAME if known_time and not told_apart and not against else PERHAPS
    if alike.level > Level.OTHER:
        return PERHAPS if overlap and (at or alike.score >= SURE) else NEW
    return PERHAPS if overlap and at and _is_precise(one) and _is_precise(other) else NEW


def of_participants(one: Record, other: Record) -> Likeness:
    """Whether two participants are one."""
    contradiction = _numbers(one, other) or _bodies(one, other)
    if contradiction:
        return Likeness(NEW, 0, (contradiction,))
    alike, how = _names(one, other)
    acronym = _acronym(one, other)
    reasons = tuple(filter(None, (how, acronym)))
    person = "person" in (one.get("kind"), other.get("kind"))
    abroad = _differ(one, other, "country")
    if abroad and alike.level > Level.PART:
        verdict = PERHAPS if person else NEW
        return Likeness(verdict, alike.score, (*reasons, abroad))
    return Likeness(_participant_verdict(alike, bool(acronym), person), alike.score, reasons)


def _participant_verdict(alike: Alike, acronym: bool, person: bool) -> str:
    if alike.level >= Level.RESPELLED:
        return SAME
    if alike.level == Level.CLOSE:
        sure = alike.score >= SURE and (acronym or (alike.words > FEW and not person))
        return SAME if sure else PERHAPS
    if alike.level == Level.PART:
        return PERHAPS if acronym or _is_country(alike.rest) else NEW
    return PERHAPS if acronym or (person and alike.score >= ALIKE_PERSONS and alike.words > 1) else NEW


def of_programmes(one: Record, other: Record) -> Likeness:
    """Whether two programmes are one; the year of an edition in the name of a series does not count."""
    alike, how = _names(one, other)
    acronym = _acronym(one, other)
    reasons = tuple(filter(None, (how, acronym)))
    if alike.level >= Level.RESPELLED or (alike.level == Level.CLOSE and alike.score >= SURE):
        return Likeness(SAME, alike.score, reasons)
    return Likeness(PERHAPS if acronym or alike.level == Level.CLOSE else NEW, alike.score, reasons)


OF: dict[str, Callable[[Record, Record], Likeness]] = {
    "event": of_events,
    "participant": of_participants,
    "programme": of_programmes,
}
"""The kinds of record that are held against each other."""


# --- names ------------------------------------------------------------------------------------------------------


def _names(one: Record, other: Record) -> tuple[Alike, str]:
    """The two names that are most alike, and how in words."""
    pairs = [(first, second) for first in one["names"] for second in other["names"]]
    found = [(names.alike(first, second), second) for first, second in pairs]
    best, name = max(found, key=lambda each: each[0][:2], default=(Alike(Level.OTHER, 0), ""))
    return best, SAID[best.level].format(name=name, score=round(best.score)) if best.level else ""


SAID = {
    Level.PART: "a longer form of the same name",
    Level.CLOSE: "names alike, {score} of 100: {name}",
    Level.RESPELLED: "the same name, spelled otherwise: {name}",
    Level.REORDERED: "the same words in another order: {name}",
    Level.EQUAL: "the same name",
}


def _acronym(one: Record, other: Record) -> str:
    acronyms = {fold(name): name for name in one.get("acronyms") or ()}
    shared = [acronyms[fold(name)] for name in other.get("acronyms") or () if fold(name) in acronyms]
    return f"the same acronym, {shared[0]}" if shared else ""


def _numbers(one: Record, other: Record) -> str:
    first, second = _numbered(one), _numbered(other)
    return f"number {_listed(first)} and number {_listed(second)}" if names.contradict(first, second) else ""


def _numbered(record: Record) -> frozenset[int]:
    edition = [record["edition"]] if record.get("edition") else []
    return frozenset([*edition, *(number for name in record["names"] for number in names.parsed(name).numbers)])


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


def _is_country(rest: Iterable[str]) -> bool:
    """Whether all that a longer name says besides is a country: the Ministry of Culture of Korea."""
    from exchangecli import errors
    from exchangecli.model import countries

    try:
        countries.read_country(" ".join(rest))
    except errors.AmbiguousCountry:
        return True
    except errors.ExchangeError:
        return False
    return True


# --- time and place ---------------------------------------------------------------------------------------------


def _years(one: Record, other: Record) -> str:
    """Why the years that names say contradict each other, or the day of the other."""
    first, second = _titled(one), _titled(other)
    started = _started(one), _started(other)
    for said, against in ((first, second), (first, second or started[1]), (first or started[0], second)):
        if names.contradict(said, against):
            return f"{_listed(said)} and {_listed(against)}"
    return ""


def _titled(record: Record) -> frozenset[int]:
    return frozenset(year for name in record["names"] for year in names.parsed(name).years)


def _started(record: Record) -> frozenset[int]:
    start = str(record.get("start") or "")
    return frozenset([int(start[:4])]) if start[:4].isdecimal() else frozenset()


def _share(one: Record, other: Record) -> bool:
    """Whether both say the same edition, or the same year."""
    editions = one.get("edition") and one.get("edition") == other.get("edition")
    years = (_titled(one) or _started(one)) & (_titled(other) or _started(other))
    return bool(editions or years or _numbered(one) & _numbered(other))


def _days(record: Record) -> tuple[date, date] | None:
    """The first and the last day, as far as that is known."""
    start, end = (day if day and dates.is_readable(day) else None for day in (record.get("start"), record.get("end")))
    if start is None:
        return None
    try:
        return date.fromisoformat(dates.earliest(start)), date.fromisoformat(dates.latest(end or start))
    except ValueError:
        return None


def _is_precise(record: Record) -> bool:
    days = _days(record)
    return days is not None and (days[1] - days[0]).days <= FAR_DAYS


def _when(one: Record, other: Record) -> tuple[tuple[str, int], int | None]:
    """What the dates say, how it counts, and how many days lie between them."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return ("", 0), None
    gap = max((first[0] - second[1]).days, (second[0] - first[1]).days, 0)
    if gap == 0:
        same = one["start"] == other["start"]
        return (f"the same date, {one['start']}" if same else "dates that overlap", 10), 0
    said = f"{gap} {'day' if gap == 1 else 'days'} apart"
    return (said, 5 if gap <= NEAR_DAYS else -5 if gap <= FAR_DAYS else -15), gap


def _where(one: Record, other: Record) -> tuple[tuple[str, int], bool]:
    """What the places say, how it counts, and whether it is the same venue or city."""
    for field, weight in (("venue", 8), ("city", 5)):
        first, second = fold(str(one.get(field) or "")), fold(str(other.get(field) or ""))
        if first and second and (first in second or second in first):
            return (f"the same {field}, {other[field]}", weight), True
    abroad = _differ(one, other, "country")
    if abroad:
        return (abroad, -10), False
    elsewhere = _differ(one, other, "city")
    return (elsewhere, -5 if elsewhere else 0), False


def _kinds(one: Record, other: Record) -> tuple[str, int]:
    differ = _differ(one, other, "kind")
    return differ, -5 if differ else 0


def _differ(one: Record, other: Record, field: str) -> str:
    first, second = one.get(field), other.get(field)
    if not first or not second or fold(str(first)) == fold(str(second)):
        return ""
    return f"{field} {second}, not {first}"


def _bodies(one: Record, other: Record) -> str:
    """A person is no ensemble, organisation or state; which of these a body is, is a matter of words."""
    kinds = {one.get("kind"), other.get("kind")} - {None}
    return _differ(one, other, "kind") if "person" in kinds and len(kinds) > 1 else ""
