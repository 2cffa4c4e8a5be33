"""The versions of the dataset's file, oldest first; each is applied once, in a transaction with its record.

To add a field to a kind of record: one line in ``model/records.py``, ``VERSION`` in ``store/versions.py``, and below a
migration that adds the column::

    @migrations()
    def m005_event_capacity(db: Database) -> None:
        db["event"].add_column("capacity", int)

What SQLite's ALTER TABLE cannot do, ``transform()`` of sqlite-utils does, but not on a table with derived days: it
drops generated columns. Triggers are made again after every migration.

The field may stand anywhere among its like; a Data Package from before has no such column, and is taken in without it.
What the repository keeps is then made again: ``pytest tests/formats --regenerate`` and, for the sample,
``exchange --db new.db import data && exchange --db new.db export --datapackage data``.

Every command compares ``VERSION`` with the file's ``PRAGMA user_version``, so only a file that is behind pays for
importing this module, and sqlite-utils with it.
"""

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database, Migrations

from exchangecli.store import schema_001, schema_002, schema_003, schema_004, triggers, versions

migrations = Migrations("exchange")


@migrations()
def m001_core(db: Database) -> None:
    """Records, claims, history, groups and the search index."""
    for statement in _statements(schema_001.RECORDS + schema_001.MACHINERY + schema_001.SEARCH):
        db.execute(statement)


@migrations()
def m002_find(db: Database) -> None:
    """Indexes for queries, and the fields on which claims or roles may disagree."""
    for statement in _statements(schema_002.INDEXES + schema_002.DISPUTED):
        db.execute(statement)


@migrations()
def m003_history(db: Database) -> None:
    """What undoing, releases and packages leave behind."""
    for statement in _statements(schema_003.HISTORY):
        db.execute(statement)


@migrations()
def m004_articles(db: Database) -> None:
    """What articles say, until a person accepts it."""
    for statement in _statements(schema_004.ARTICLES):
        db.execute(statement)


def apply(connection: sqlite3.Connection) -> None:
    """Bring the file to the present version: what is pending, the triggers made again, the version noted.

    All of it or nothing: sqlite-utils puts each migration in a savepoint of the transaction that stands around them.
    """
    db = Database(connection, recursive_triggers=False, execute_plugins=False)
    with db.atomic():
        migrations.apply(db)
        triggers.create_triggers(connection)
        connection.execute(f"PRAGMA application_id = {versions.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {versions.VERSION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would commit before it begins."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
