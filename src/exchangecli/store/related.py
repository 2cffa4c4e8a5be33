"""What belongs to many records at once, in one query instead of one for each."""

from collections.abc import Sequence

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


def by_ids(ids: Sequence[str]) -> tuple[str, Sequence[str]]:
    """That a record is one of these, as a condition."""
    some = among(ids)
    return f"id {some.text}", some.values


def with_facts(store: Store, ids: Sequence[str]) -> list[str]:
    """Records, and the facts that belong to them: roles, sessions, figures and other names."""
    some = among(ids)
    belonging = " UNION ".join(f"SELECT id FROM {table} WHERE {field} IN given" for table, field in BELONGING)
    question = f"WITH given AS (SELECT value FROM json_each(?)) SELECT value FROM given UNION {belonging}"
    return [row[0] for row in store.connection.execute(question, some.values)]


BELONGING = (
    ("role", "event"),
    ("role", "programme"),
    ("role", "participant"),
    ("role", "session"),
    ("session", "event"),
    ("figure", "record"),
    ("name", "record"),
)
"""The tables of facts, and the fields that say whose they are."""
