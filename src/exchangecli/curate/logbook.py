"""The log as a person asks for it: of all, of some records, or since a day."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from exchangecli.store import journal, releases
from exchangecli.store.belonging import belonging
from exchangecli.store.journal import Foreign, Operation
from exchangecli.store.opening import Store

ANOTHER_PROGRAM = "another program"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    Attributes:
        operation: its number; None: another program changed the file.
        at: when, in UTC.
        who, command, reason: as the log has them.
        records: how many records it touched.
        undoes: the number of the operation it undoes, and in ``undoes_partly`` whether not all of it.
        undone_by: the number of the operation that undid it, and in ``undone_partly`` whether not all of it.
        releases: the names that the state after it has.
    """

    operation: int | None
    at: str
    who: str
    command: str | None
    reason: str | None
    records: int
    undoes: int | None = None
    undoes_partly: bool = False
    undone_by: int | None = None
    undone_partly: bool = False
    releases: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As ``log --json`` gives it."""
        names = ("operation", "at", "who", "command", "reason", "records")
        said: dict[str, Any] = {name: getattr(self, name) for name in names}
        wholly = None if self.undone_partly else self.undone_by
        partly = self.undone_by if self.undone_partly else None
        return {
            **said,
            "undoes": self.undoes,
            "undone_by": wholly,
            "undone_partly_by": partly,
            "releases": list(self.releases),
        }


def entries(
    store: Store, *, about: Collection[str] | None = None, since: str | None = None, limit: int = 0
) -> list[Entry]:
    """The log, the newest first.

    Args:
        store: the dataset.
        about: only what touched these records, or what belongs to them.
        since: only what was done at this moment or later, in UTC as the log has it.
        limit: how many entries; 0 is all.
    """
    wanted = None if about is None else belonging(store, about)
    return list(_told(store, journal.read(store, wanted, since, limit)))


def _told(store: Store, found: list[Operation | Foreign]) -> list[Entry]:
    undone = journal.undone(store)
    touched = journal.touched(store, [one.number for one in found if isinstance(one, Operation)])
    named: dict[int, tuple[str, ...]] = {}
    for release in releases.all_of_them(store):
        named[release.operation] = (release.name, *named.get(release.operation, ()))

    def entry(one: Operation | Foreign) -> Entry:
        if isinstance(one, Foreign):
            return Entry(None, one.at, ANOTHER_PROGRAM, None, None, one.records)
        mine = undone.get(one.number)
        return Entry(
            one.number,
            one.at,
            one.who,
            one.command,
            one.reason,
            touched[one.number],
            one.undoes,
            one.partly,
            mine and mine.by,
            bool(mine and mine.partly),
            named.get(one.number, ()),
        )

    return list(map(entry, found))
