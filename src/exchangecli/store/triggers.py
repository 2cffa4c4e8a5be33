"""The triggers that keep history, list items, disputed fields and the search index true, whoever writes.

They are made from the tables as they stand, after every migration, so that no table and no column can be forgotten.
They are plain SQL and call no function of ours: the ``sqlite3`` shell, Datasette and sqlite-utils can write to the
file, and what they write is recorded too, as a change under no operation. (They say ``ON CONFLICT`` and not
``OR IGNORE``, which the conflict clause of the statement that fires a trigger would overrule.)

What is recorded: of an insert the id alone; of an update the old values of the columns that changed, nothing where none
did; of a delete the whole row. ``INSERT OR REPLACE`` deletes a row without firing a trigger, so a row that another
program is about to replace is put aside first.
"""

import sqlite3
from collections.abc import Iterable

from exchangecli.model import conflicts, records

OPEN = "(SELECT operation FROM open_operation)"
WHEN = f"CASE WHEN {OPEN} IS NULL THEN strftime('%Y-%m-%dT%H:%M:%SZ') END"


REPLACED = "(id = NEW.id OR number = NEW.number)"
"""The rows that a new one takes the place of, where another program says ``OR REPLACE``."""


def create_triggers(connection: sqlite3.Connection, *, recording: bool = True) -> None:
    """Drop and make again the triggers of every table of ``records.TABLES``; in a scratch copy without a history."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    for table in records.TABLES:
        columns = {
            name: sql_type
            for _, name, sql_type, *_, hidden in connection.execute(f"PRAGMA table_xinfo({table})")
            if not hidden and name != "number"
        }
        for statement in triggers(table, columns, recording=recording):
            connection.execute(statement)


def triggers(table: str, columns: dict[str, str], *, recording: bool = True) -> list[str]:
    """The triggers of one table, as SQL; ``columns`` are name -> type in SQLite.

    One trigger for each event, since SQLite does not say in which order several would fire.
    """
    lists = [field.name for field in records.TABLES[table].fields if field.type.many and table != "dataset"]
    changed = " OR ".join(f'NEW."{name}" IS NOT OLD."{name}"' for name in columns)
    return [
        _trigger(
            table,
            "BEFORE INSERT",
            f"WHEN {OPEN} IS NULL AND EXISTS (SELECT 1 FROM {table} WHERE {REPLACED})",
            _put_aside(table, columns),
        ),
        _trigger(
            table,
            "AFTER INSERT",
            "",
            [
                *_forget_replaced(table, lists),
                *_record(table, "NEW", "insert", "NULL", recording=recording),
                *(_keep_items(table, name, "1") for name in lists),
                *_mark_stale(table, "NEW"),
                *_dispute(table),
            ],
        ),
        _trigger(
            table,
            "AFTER UPDATE",
            f"WHEN {changed}",
            [
                *_record(table, "OLD", "update", _old_values(columns), recording=recording),
                *(_forget_items(table, name, f"NEW.{name} IS NOT OLD.{name}") for name in lists),
                *(_keep_items(table, name, f"NEW.{name} IS NOT OLD.{name}") for name in lists),
                *_mark_stale(table, "NEW", changes=True),
                *_settle(table),
                *_dispute(table),
            ],
        ),
        _trigger(
            table,
            "AFTER DELETE",
            "",
            [
                *_record(table, "OLD", "delete", _whole_row("OLD", columns), recording=recording),
                f"DELETE FROM replaced_row WHERE \"table\" = '{table}' AND record = OLD.id",
                *(_forget_items(table, name, f"OLD.{name} IS NOT NULL") for name in lists),
                *_leave_index(table),
                *_settle(table),
            ],
        ),
        f"""CREATE TRIGGER {table}_id BEFORE UPDATE OF id, number ON {table}
            WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number BEGIN
            SELECT CASE WHEN NEW.id IS NOT OLD.id THEN RAISE(ABORT, 'an id never changes once made')
                ELSE RAISE(ABORT, 'the number of a row never changes') END; END""",
    ]


def _trigger(table: str, event: str, when: str, statements: Iterable[str]) -> str:
    body = ";\n    ".join(statements)
    name = event.lower().replace(" ", "_")
    return f"CREATE TRIGGER {table}_{name} {event} ON {table} {when} BEGIN\n    {body};\nEND"


# --- history ----------------------------------------------------------------------------------------------------


def _record(table: str, row: str, action: str, before: str, *, recording: bool) -> list[str]:
    """Of a table that needs no other statement, one that does nothing, since a trigger must have one."""
    recorded = f"""INSERT INTO change (operation, at, "table", record, action, before)
        VALUES ({OPEN}, {WHEN}, '{table}', {row}.id, '{action}', {before})"""
    return [recorded if recording else "SELECT 1"]


def _value(row: str, column: str, sql_type: str) -> str:
    """A column's value for JSON; a REAL as text with all its digits, since JSON functions write only fifteen."""
    value = f'{row}."{column}"'
    return f"CASE WHEN {value} IS NOT NULL THEN printf('%!.17g', {value}) END" if sql_type == "REAL" else value


def _whole_row(row: str, columns: dict[str, str]) -> str:
    pairs = ", ".join(f"'{name}', {_value(row, name, sql_type)}" for name, sql_type in columns.items())
    return f"json_object({pairs})"


def _old_values(columns: dict[str, str]) -> str:
    changed = " UNION ALL ".join(
        f'SELECT \'{name}\' AS name, {_value("OLD", name, sql_type)} AS old WHERE NEW."{name}" IS NOT OLD."{name}"'
        for name, sql_type in columns.items()
    )
    return f"(SELECT json_group_object(name, old) FROM ({changed}))"


def _put_aside(table: str, columns: dict[str, str]) -> list[str]:
    """Keep the row that this insert may be about to replace unseen, and have its entry in the index made again."""
    there = f"FROM {table} WHERE {REPLACED}"
    aside = f"""INSERT INTO replaced_row SELECT '{table}', id, {_whole_row(table, columns)} {there}
        ON CONFLICT DO UPDATE SET before = excluded.before"""
    entry = f"DELETE FROM {table}_search WHERE rowid IN (SELECT number {there})"
    return [aside, *([entry, *_mark_stale(table, "NEW")] if table in records.SEARCHED else [])]


def _forget_replaced(table: str, lists: list[str]) -> list[str]:
    """Where this insert replaced a row unseen: record its deletion, drop its list items, mark whose name it was."""
    gone = f"(record = NEW.id OR NOT EXISTS (SELECT 1 FROM {table} WHERE id = record))"
    aside = f"FROM replaced_row WHERE \"table\" = '{table}' AND {gone}"
    stale = f"INSERT INTO stale SELECT json_extract(before, '$.record') {aside} ON CONFLICT DO NOTHING"
    return [
        f"""INSERT INTO change (operation, at, "table", record, action, before)
        SELECT {OPEN}, {WHEN}, '{table}', record, 'delete', before {aside}""",
        *(
            f"DELETE FROM list_item WHERE field = '{table}.{name}' AND record IN (SELECT record {aside})"
            for name in lists
        ),
        *([stale] if table == "name" else []),
        f"DELETE {aside}",
    ]


# --- list items -------------------------------------------------------------------------------------------------


def _keep_items(table: str, field: str, condition: str) -> str:
    return f"""INSERT INTO list_item SELECT '{table}.{field}', value, NEW.id
        FROM json_each(NEW.{field}) WHERE NEW.{field} IS NOT NULL AND {condition} ON CONFLICT DO NOTHING"""


def _forget_items(table: str, field: str, condition: str) -> str:
    return f"DELETE FROM list_item WHERE record = OLD.id AND field = '{table}.{field}' AND {condition}"


# --- disputed fields --------------------------------------------------------------------------------------------


def _dispute(table: str) -> list[str]:
    """Note the field of which another row says otherwise than the new one."""
    if table not in DISPUTED:
        return []
    record, field, value = DISPUTED[table]
    roles = ", ".join(f"'{role}'" for role in conflicts.families())
    excluding = f" AND role IN ({roles}) AND NEW.role IN ({roles})" if table == "role" else ""
    other = f"{record} = NEW.{record} AND {field} = NEW.{field} AND {value} <> NEW.{value}{excluding}"
    found = f"EXISTS (SELECT 1 FROM {table} WHERE {other})"
    return [f"INSERT INTO disputed SELECT NEW.{record}, NEW.{field}, '{table}' WHERE {found} ON CONFLICT DO NOTHING"]


def _settle(table: str) -> list[str]:
    """Forget the field of the old row, where all rows now say the same of it."""
    if table not in DISPUTED:
        return []
    record, field, value = DISPUTED[table]
    noted = f"record = OLD.{record} AND field = OLD.{field} AND \"table\" = '{table}'"
    same = " AND ".join(f"{row}.{column} = OLD.{column}" for row in ("one", "other") for column in (record, field))
    differing = f"SELECT 1 FROM {table} AS one JOIN {table} AS other WHERE {same} AND one.{value} < other.{value}"
    return [f"DELETE FROM disputed WHERE {noted} AND NOT EXISTS ({differing})"]


DISPUTED = {"claim": ("record", "field", "value"), "role": ("event", "participant", "role")}
"""The tables whose rows may disagree -> about which record, in which field, and what they say."""


# --- the search index -------------------------------------------------------------------------------------------


def _mark_stale(table: str, row: str, *, changes: bool = False) -> list[str]:
    """Mark the record whose entry is to be made again; of changes, only where a column that is searched changed."""
    if table not in (*records.SEARCHED, "name"):
        return []
    owner = "record" if table == "name" else "id"
    indexed = [owner] + [field.name for field in records.KINDS[table].fields if field.searched]
    touched = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in indexed) if changes else "1"
    # A name that passes from one record to another concerns both.
    rows = ["OLD", "NEW"] if changes and table == "name" else [row]
    return [f"INSERT INTO stale SELECT {one}.{owner} WHERE {touched} ON CONFLICT DO NOTHING" for one in rows]


def _leave_index(table: str) -> list[str]:
    if table == "name":
        return _mark_stale(table, "OLD")
    if table not in records.SEARCHED:
        return []
    return [f"DELETE FROM {table}_search WHERE rowid = OLD.number", "DELETE FROM stale WHERE record = OLD.id"]
