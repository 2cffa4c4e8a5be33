"""What belongs to many records at once, in one query instead of one for each."""

from collections.abc import Sequence

from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store
from exchangecli.store.sql import among


def participants_by_role(store: Store, events: Sequence[str]) -> dict[str, dict[str, list[str]]]:
    """Who took which part: event -> role -> the names of the participants, in the order their source names them."""
    marks = ", ".join("?" * len(events))
    held: dict[str, dict[str, list[str]]] = {}
    for row in store.connection.execute(
        f"""SELECT role.event, role.role, participant.name FROM role
        JOIN participant ON participant.id = role.participant
        WHERE role.event IN ({marks}) ORDER BY role.position NULLS LAST, role.number""",
        events,
    ):
        names = held.setdefault(row["event"], {}).setdefault(row["role"], [])
        if row["name"] not in names:
            names.append(row["name"])
    return held


def names(store: Store, ids: Sequence[str]) -> dict[str, list[str]]:
    """The other names of records: id -> names."""
    some = among(ids)
    found: dict[str, list[str]] = {}
    for row in store.connection.execute(f"SELECT record, name FROM name WHERE record {some.text}", some.values):
        found.setdefault(row["record"], []).append(row["name"])
    return found


def further_names(store: Store, ids: Sequence[str]) -> dict[str, list[Record]]:
    """The rows of other names of records: id -> rows."""
    some = among(ids)
    found: dict[str, list[Record]] = {}
    for row in rows.where(store, records.NAME, f"record {some.text}", some.values):
        found.setdefault(str(row["record"]), []).append(row)
    return found


def events_of(store: Store, roles: Sequence[str]) -> list[str]:
    """The ids of the events at which some roles are held; of what is no role nothing."""
    some = among(roles)
    question = f"SELECT DISTINCT event FROM role WHERE event IS NOT NULL AND id {some.text}"
    return [row["event"] for row in store.connection.execute(question, some.values)]
