"""The third migration: what undoing, releases and taken-in packages leave in the file, as SQL."""

HISTORY = """
-- 1: an undo that left as it was what later operations had changed. The operation it undoes is not undone altogether.
ALTER TABLE operation ADD COLUMN partly INTEGER CHECK (partly = 1);
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

-- A name for the dataset as it stood after an operation. "change" is the last change that belongs to it, so that what
-- another program had written by then is a part of it.
CREATE TABLE release (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    operation INTEGER NOT NULL REFERENCES operation (number),
    change INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;

-- What a Data Package that an operation took in said of the state it holds, as JSON.
CREATE TABLE package (
    operation INTEGER PRIMARY KEY REFERENCES operation (number),
    stated TEXT NOT NULL
) STRICT;
"""
