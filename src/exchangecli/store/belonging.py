"""The rows that belong to records: what they are made of, and what is said of it; those deleted since among them."""

from collections.abc import Collection, Iterable

from exchangecli.store.opening import Store
from exchangecli.store.sql import among

OWNED = {
    "session": ("event",),
    "role": ("participant", "event", "programme", "session"),
    "figure": ("record",),
    "name": ("record",),
    "claim": ("record",),
}
"""The kinds whose rows belong to a record, and the fields that name it."""


def belonging(store: Store, records: Iterable[str]) -> set[str]:
    """The ids of some records and of all that belongs to them, or did: sessions, roles, figures, names, and claims."""
    ids = set(records)
    facts = ids | _owned(store, ids)
    return facts | _owned(store, facts - ids)


def with_facts(store: Store, records: Iterable[str]) -> list[str]:
    """The ids of some records and of the facts that belong to them: sessions, roles, figures and names."""
    ids = list(dict.fromkeys(records))
    some = among(ids)
    facts = " UNION ".join(
        f"SELECT id FROM {kind} WHERE {field} IN given"
        for kind, fields in OWNED.items()
        for field in fields
        if kind != "claim"
    )
    question = f"WITH given AS (SELECT value FROM json_each(?)) {facts}"
    return ids + [row["id"] for row in store.connection.execute(question, some.values)]


def _owned(store: Store, ids: Collection[str]) -> set[str]:
    some = among(list(ids))
    standing = (
        (f"SELECT id FROM {kind} WHERE {field} {some.text}", some.values)
        for kind, fields in OWNED.items()
        for field in fields
    )
    kinds = ", ".join(f"'{kind}'" for kind in OWNED)
    names = dict.fromkeys(field for fields in OWNED.values() for field in fields)
    owners = " OR ".join(f"json_extract(before, '$.{name}') {some.text}" for name in names)
    deleted = f"SELECT record FROM change WHERE action = 'delete' AND \"table\" IN ({kinds}) AND ({owners})"
    questions = [*standing, (deleted, some.values * len(names))]
    return {row[0] for question, values in questions for row in store.connection.execute(question, values)}
