"""Which records of the dataset a proposed event, participant or programme is: "same as", "perhaps", or new.

Every match says why. The candidates come from the indexes (``store.alike``), the judgement is ``model.likeness``.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exchangecli.curate.proposed import REJECTED, Proposed
from exchangecli.extract.proposals import Proposal
from exchangecli.model import dates, likeness, records
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.likeness import NEW, PERHAPS, SAME, Likeness
from exchangecli.model.types import Record
from exchangecli.store import alike
from exchangecli.store.opening import Store

COMPARED = ("start", "end", "venue", "city", "country", "edition", "kind")
"""What of an event is compared besides its names."""

MOST_NAMED = 3
"""How many candidates are named."""


class Match(NamedTuple):
    """Which record is meant.

    Attributes:
        verdict: ``same``, ``perhaps`` or ``new``.
        record: the id of the record that it is, or may be; None where it is new.
        title: what names that record.
        reasons: why, in words.
        candidates: (id, title) of all that it may be, the likeliest first; of what is new those it is not.
    """

    verdict: str
    record: str | None = None
    title: str = ""
    reasons: tuple[str, ...] = ()
    candidates: tuple[tuple[str, str], ...] = ()

    @property
    def why(self) -> str:
        """The reasons as one text."""
        return "; ".join(self.reasons)


class Joiner:
    """Knows the dataset, and what else the article says of what is to be matched."""

    def __init__(self, store: Store, proposals: Iterable[Proposed]) -> None:
        self.store = store
        self.said = [one.said for one in proposals if one.status != REJECTED]
        self.found: dict[tuple[str, ...], Match] = {}

    def forget(self) -> None:
        """Match anew, because the dataset has records more."""
        self.found.clear()

    def event(self, title: str) -> Match:
        """Which event one of the article is."""
        return self._matched("event", title)

    def participant(self, name: str, kind: str = "", country: str = "") -> Match:
        """Which participant one of the article is."""
        return self._matched("participant", name, kind, country)

    def programme(self, name: str) -> Match:
        """Which programme one of the article is."""
        return self._matched("programme", name)

    def in_full(self, name: str) -> str:
        """A name in full, where the article says of which it is the acronym; else the name itself."""
        wanted = fold(name)
        short = (
            one for one in self.said if one.field == "name" and one.kind == "acronym" and fold(one.value) == wanted
        )
        return next((one.of for one in short if one.of), name)

    def _matched(self, kind: str, name: str, *further: str) -> Match:
        key = (kind, fold(name), *further)
        if key not in self.found:
            self.found[key] = self._match(records.KINDS[kind], name, *further)
        return self.found[key]

    def _match(self, kind: Kind, name: str, of_kind: str = "", country: str = "") -> Match:
        record = (
            draft(self.said, name) if kind is records.EVENT else {"kind": of_kind or None, "country": country or None}
        )
        called = _called(kind, self.said, name)
        one = record | {"names": called, "acronyms": _short(self.said, name)}
        day = _day(one)
        others = alike.candidates(self.store, kind, called, day)
        if day and one.get("city"):
            others += alike.on_day(self.store, day, str(one["city"]))
        return best(kind, one, {other["id"]: other for other in others}.values())


def draft(said: Iterable[Proposal], title: str) -> Record:
    """What an article says of an event, as far as it is compared."""
    found: Record = {}
    for one in said:
        if one.event == title and one.field in COMPARED:
            found.setdefault(one.field, one.value)
    edition = str(found.get("edition") or "")
    return found | {"edition": int(edition) if edition.isdecimal() else None}


def best(kind: Kind, one: Record, others: Iterable[Record]) -> Match:
    """The record that one is, of several that it may be; of two that it equally may be, neither for sure.

    Args:
        kind: event, participant or programme.
        one: with ``names`` and ``acronyms``.
        others: the candidates, likewise.
    """
    compare = likeness.OF[kind.name]
    weighed = [(compare(one, other), other) for other in others]
    likely = sorted((each for each in weighed if each[0].verdict != NEW), key=_place)
    if not likely:
        return Match(NEW, reasons=_why_none(weighed))
    sure = [each for each in likely if each[0].verdict == SAME]
    (found, record), *rest = likely
    several = len(sure) > 1 and sure[1][0].score >= found.score
    named = tuple((str(other["id"]), str(other[kind.title])) for _, other in likely[:MOST_NAMED])
    reasons = (*found.reasons, f"but so is {rest[0][1]['id']}") if several else found.reasons
    verdict = PERHAPS if several else found.verdict
    return Match(verdict, str(record["id"]), str(record[kind.title]), reasons, named)


def _place(each: tuple[Likeness, Record]) -> tuple[bool, float, str]:
    return each[0].verdict != SAME, -each[0].score, str(each[1]["id"])


def _why_none(weighed: Sequence[tuple[Likeness, Record]]) -> tuple[str, ...]:
    """What stands against the record whose name is most alike, where its name is not what stands against it."""
    for found, other in weighed:
        if found.score == 0 and found.reasons:
            return (f"not {other['id']}: {found.reasons[0]}",)
    return ()


def _day(one: Record) -> str:
    """The day on which an event began, where it is known to the day."""
    start = str(one.get("start") or "")
    return start if start and dates.is_readable(start) and dates.is_precise(start) else ""


# --- what an article calls what -----------------------------------------------------------------------------------


def _called(kind: Kind, said: Sequence[Proposal], name: str) -> list[str]:
    """A name, and the others that the article gives; the short form of an event names its series as well."""
    return [name] if kind is records.EVENT else [name, *_names_beside(said, name)]


def _names_beside(said: Iterable[Proposal], name: str) -> list[str]:
    wanted = fold(name)
    pairs = [(one.value, one.of) for one in said if one.field == "name" and one.of]
    given = [value for value, of in pairs if fold(of) == wanted] + [of for value, of in pairs if fold(value) == wanted]
    return list(dict.fromkeys(given))


def _short(said: Iterable[Proposal], name: str) -> list[str]:
    """The acronym of a name, or the name itself where it is one."""
    wanted = fold(name)
    pairs = [(one.value, one.of or "") for one in said if one.field == "name" and one.kind == "acronym"]
    return list(dict.fromkeys(value for value, of in pairs if wanted in (fold(of), fold(value))))
