"""Groups of countries, and who belongs to them: the packaged ones, and those that a dataset's user added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from exchangecli import errors
from exchangecli.model import countries, dates, groups, ids, records
from exchangecli.model.types import Record
from exchangecli.store import finding, rows
from exchangecli.store.opening import Store


@dataclass(frozen=True, slots=True)
class Group:
    """A group of countries and bodies.

    Attributes:
        code: as the dataset has it: ``ASEAN``.
        name: what it is called in full.
        memberships: all there ever were, by side, from when, and the member's name.
        today: the members that certainly belong to it now, in that order: codes of countries and bodies, ids of
            participants.
        names: what each member is called.
    """

    code: str
    name: str
    memberships: list[Record]
    today: list[str]
    names: dict[str, str]

    def sides(self) -> dict[str, list[Record]]:
        """The memberships of each side; in a group without sides all of them, under an empty text."""
        by_side: dict[str, list[Record]] = {}
        for one in self.memberships:
            by_side.setdefault(one["side"] or "", []).append(one)
        return by_side


def packaged() -> Iterator[Record]:
    """The memberships that come with the program, as records with their ids."""
    for row in groups.memberships():
        record: Record = row._asdict()
        yield {"id": ids.content_id(records.MEMBERSHIP, record)} | record


def known(store: Store | None, today: date) -> list[Group]:
    """Every group of a dataset, in alphabetical order; without one, those that come with the program."""
    every = list(rows.where(store, records.MEMBERSHIP, "1") if store else packaged())
    titles = finding.titles(store, (one["member"] for one in every)) if store else {}
    by_group: dict[str, list[Record]] = {}
    for one in every:
        by_group.setdefault(one["group"], []).append(one)
    return [_group(code, by_group[code], titles, today) for code in sorted(by_group, key=str.casefold)]


def named(every: Iterable[Group], words: str) -> Group:
    """The group that words name.

    Raises:
        UnknownWord: none, with those that are spelled like it.
    """
    by_code = {group.code: group for group in every}
    code = groups.read_group(words, by_code)
    if code not in by_code:
        raise errors.UnknownWord(words, "groups", errors.nearest(words.upper(), list(by_code)))
    return by_code[code]


def as_json(group: Group) -> Record:
    """A group as ``vocabulary groups --json`` gives it: who is a member today, and all memberships with their dates."""
    dated = [{name: one[name] for name in ("member", "start", "end", "side")} for one in group.memberships]
    return {
        "group": group.code,
        "name": group.name,
        "count": len(group.today),
        "members": group.today,
        "memberships": dated,
    }


def members_as_json(group: Group) -> list[Record]:
    """The memberships of a group as ``vocabulary groups ASEAN --json`` gives them, with what each member is called."""
    return [one | {"name": group.names[one["member"]]} for one in group.memberships]


def overlaps(store: Store, membership: Record) -> Iterator[errors.OverlappingMembership]:
    """Every other membership of the same country in the same group that certainly was at the same time as this one."""
    same = '"group" = ? AND member = ? AND id <> ?'
    for other in rows.where(store, records.MEMBERSHIP, same, [membership[name] for name in ("group", "member", "id")]):
        if _overlap(membership, other):
            yield errors.OverlappingMembership(other["member"], other["group"], other["id"], period(other))


DATELESS = "without dates"


def period(membership: Record) -> str:
    """From when to when, in words: ``since 28 July 1995``."""
    start, end = membership["start"], membership["end"] or dates.OPEN
    if all(dates.is_readable(one) for one in (start, end) if one):
        return dates.display(start, end) or DATELESS
    return f"{start} – {end}"


def _overlap(one: Record, other: Record) -> bool:
    """Whether both hold on some day, whatever their dates leave open."""
    days = [_certain_days(record) for record in (one, other)]
    return max(first for first, _ in days) <= min(last for _, last in days)


NEVER = ("9999-12-31", "0001-01-01")


def _certain_days(membership: Record) -> tuple[str, str]:
    """From when to when it certainly held; never, where another program wrote what is no date."""
    start, end = membership["start"], membership["end"]
    readable = all(dates.is_readable(one) for one in (start, end) if one)
    return groups.certain_days(start, end) if readable else NEVER


def _group(code: str, memberships: Iterable[Record], titles: dict[str, str], today: date) -> Group:
    listed = list(memberships)
    names = {one["member"]: _name(one["member"], titles) for one in listed}
    listed.sort(key=lambda one: (one["side"] or "", _certain_days(one)[0], names[one["member"]]))
    day = today.isoformat()
    present = [one["member"] for one in listed if _certain_days(one)[0] <= day <= _certain_days(one)[1]]
    return Group(code, groups.group_name(code), listed, list(dict.fromkeys(present)), names)


def _name(member: str, titles: dict[str, str]) -> str:
    if countries.is_country_code(member):
        return countries.country_name(member)
    return groups.BODIES.get(member) or titles.get(member, member)
