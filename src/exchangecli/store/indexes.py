"""Which indexes the tables have, as far as the way to answer a query depends on them; a test holds it to the file."""

INDEXED = {
    "programme": {"id"},
    "event": {"id", "country", "kind", "status", "programme", "part_of"},
    "session": {"id", "event"},
    "participant": {"id", "country"},
    "role": {"id", "participant", "event", "programme", "session", "role", "on_behalf_of"},
    "figure": {"id", "record"},
    "source": {"id"},
    "claim": {"id", "record", "source"},
    "name": {"id", "record", "name"},
    "membership": {"id", "group"},
}
"""The fields by whose value an index finds the records."""

ORDERED = ("event", "start")
"""The order in which an index has all records of a kind: events by their first day."""

IN_ORDER = {("event", "country"), ("event", "kind"), ("event", "status")}
"""The fields whose index has the records of one value in that order."""
