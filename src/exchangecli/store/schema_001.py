"""The first migration: the tables of the records and of the machinery, as SQL.

A migration that has been released is never changed; what comes later is a migration of its own. Every table of records
has ``number``, a row number of its own that the search index refers to, because SQLite may renumber rows of a table
without one. Foreign keys speak at COMMIT, so that records can be written in any order within one command.
"""

from exchangecli.store import days

RECORDS = f"""
CREATE TABLE dataset (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id = 'dataset'),
    title TEXT,
    description TEXT,
    authors TEXT,
    licence TEXT,
    version TEXT,
    publisher TEXT,
    url TEXT,
    readings TEXT
) STRICT;

CREATE TABLE programme (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT,
    start TEXT,
    "end" TEXT,
    frequency TEXT,
    parent TEXT REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    country TEXT,
    url TEXT,
    description TEXT,
    {days.span()}
) STRICT;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    programme TEXT REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    edition INTEGER CHECK (edition > 0),
    also_under TEXT,
    part_of TEXT CHECK (part_of <> id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT,
    disciplines TEXT,
    mode TEXT,
    status TEXT,
    start TEXT,
    "end" TEXT,
    start_time TEXT,
    end_time TEXT,
    timezone TEXT,
    venue TEXT,
    city TEXT,
    country TEXT CHECK (length(country) = 2),
    latitude REAL CHECK (latitude >= -90 AND latitude <= 90),
    longitude REAL CHECK (longitude >= -180 AND longitude <= 180),
    attendance INTEGER CHECK (attendance >= 0),
    attendance_approximate INTEGER CHECK (attendance_approximate = 0 OR attendance_approximate = 1),
    taking_part TEXT,
    theme TEXT,
    languages TEXT,
    url TEXT,
    description TEXT,
    {days.span()}
) STRICT;
CREATE INDEX event_start ON event (start_earliest);
CREATE INDEX event_country ON event (country, start_earliest);
CREATE INDEX event_programme ON event (programme) WHERE programme IS NOT NULL;
CREATE INDEX event_part_of ON event (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT CHECK (title <> ''),
    position INTEGER CHECK (position > 0),
    kind TEXT,
    start TEXT,
    start_time TEXT,
    end_time TEXT,
    room TEXT,
    theme TEXT,
    description TEXT,
    CHECK (title IS NOT NULL OR kind IS NOT NULL)
) STRICT;
CREATE INDEX session_event ON session (event);

CREATE TABLE participant (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT,
    country TEXT,
    acronym TEXT,
    wikidata TEXT,
    ror TEXT,
    isni TEXT,
    orcid TEXT,
    url TEXT,
    description TEXT
) STRICT;
CREATE INDEX participant_acronym ON participant (acronym) WHERE acronym IS NOT NULL;
CREATE INDEX participant_country ON participant (country) WHERE country IS NOT NULL;

CREATE TABLE role (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    participant TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    event TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    programme TEXT REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    session TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role <> ''),
    printed_role TEXT,
    printed_name TEXT,
    capacity TEXT,
    affiliations TEXT,
    on_behalf_of TEXT,
    country TEXT,
    position INTEGER,
    CHECK (event IS NOT NULL OR programme IS NOT NULL)
) STRICT;
CREATE INDEX role_participant ON role (participant, role);
CREATE INDEX role_event ON role (event, role) WHERE event IS NOT NULL;
CREATE INDEX role_programme ON role (programme) WHERE programme IS NOT NULL;
CREATE INDEX role_session ON role (session) WHERE session IS NOT NULL;
CREATE INDEX role_role ON role (role);

CREATE TABLE figure (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    record TEXT NOT NULL,
    measure TEXT NOT NULL CHECK (measure <> ''),
    value REAL NOT NULL,
    approximate INTEGER CHECK (approximate = 0 OR approximate = 1),
    unit TEXT,
    as_of TEXT
) STRICT;
CREATE INDEX figure_record ON figure (record);

CREATE TABLE source (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT,
    publisher TEXT,
    author TEXT,
    published TEXT,
    url TEXT,
    archive_url TEXT,
    accessed TEXT,
    language TEXT,
    origin TEXT,
    sha256 TEXT,
    text TEXT
) STRICT;

CREATE TABLE claim (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    record TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field <> ''),
    value TEXT NOT NULL,
    as_printed TEXT,
    inferred TEXT,
    source TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    quote TEXT,
    prefix TEXT,
    suffix TEXT,
    locator TEXT,
    rank TEXT NOT NULL,
    reason TEXT
) STRICT;
CREATE INDEX claim_record ON claim (record, field);
CREATE INDEX claim_source ON claim (source) WHERE source IS NOT NULL;

CREATE TABLE name (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    record TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    language TEXT,
    kind TEXT,
    start TEXT,
    "end" TEXT
) STRICT;
CREATE INDEX name_record ON name (record);
CREATE INDEX name_name ON name (name);
"""

MACHINERY = """
CREATE TABLE membership (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    "group" TEXT NOT NULL CHECK ("group" <> ''),
    member TEXT NOT NULL CHECK (member <> ''),
    start TEXT,
    "end" TEXT,
    side TEXT,
    note TEXT,
    source TEXT
) STRICT;
CREATE INDEX membership_group ON membership ("group", member);

CREATE TABLE retired_id (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    record TEXT NOT NULL
) STRICT;

CREATE TABLE judgement (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    kind TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    judgement TEXT NOT NULL,
    who TEXT,
    at TEXT,
    reason TEXT
) STRICT;

-- One command that changed the dataset. The one that is open now stands in open_operation; no other program sees it.
CREATE TABLE operation (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    command TEXT NOT NULL,
    reason TEXT,
    undoes INTEGER REFERENCES operation (number)
) STRICT;
CREATE TABLE open_operation (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    operation INTEGER REFERENCES operation (number)
) STRICT;
INSERT INTO open_operation VALUES (1, NULL);

-- One row changed by an operation, or by another program (operation is NULL, at says when). "before" holds, as JSON,
-- the whole row that was deleted, or the old values of the columns that an update changed.
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    operation INTEGER REFERENCES operation (number),
    at TEXT,
    "table" TEXT NOT NULL,
    record TEXT NOT NULL,
    action TEXT NOT NULL,
    before TEXT
) STRICT;
CREATE INDEX change_operation ON change (operation);
CREATE INDEX change_record ON change (record) WHERE action <> 'insert';

-- The row that an INSERT OR REPLACE of another program is about to delete without telling any trigger.
CREATE TABLE replaced_row (
    "table" TEXT NOT NULL,
    record TEXT NOT NULL,
    before TEXT NOT NULL,
    PRIMARY KEY ("table", record)
) STRICT, WITHOUT ROWID;

-- The items of list-valued fields, one a row, kept by triggers.
CREATE TABLE list_item (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (field, value, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_item_record ON list_item (record);

-- Records whose entry in the search index is to be made again before the next search.
CREATE TABLE stale (record TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Every record a person knows by name, to find it by its id alone.
CREATE VIEW record (id, kind, title) AS
    SELECT id, 'event', title FROM event
    UNION ALL SELECT id, 'participant', name FROM participant
    UNION ALL SELECT id, 'programme', name FROM programme
    UNION ALL SELECT id, 'session', coalesce(title, kind) FROM session
    UNION ALL SELECT id, 'source', title FROM source;
"""

SEARCH = "\n".join(
    f"CREATE VIRTUAL TABLE {kind}_search USING fts5(title, names, text, tokenize = 'ascii');"
    for kind in ("event", "participant", "programme", "session", "source")
)
