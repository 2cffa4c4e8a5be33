"""The fourth migration: what was read out of articles, until a person has accepted or rejected it, as SQL."""

ARTICLES = """
-- A fact that an article states, in which words, and what became of it. "quote" is text[quote_start:quote_end] of its
-- source. "record" is kept as it was when the proposal was accepted, whatever becomes of it.
CREATE TABLE proposal (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    event TEXT,
    field TEXT NOT NULL CHECK (field <> ''),
    value TEXT NOT NULL,
    quote TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    as_printed TEXT,
    inferred TEXT,
    "of" TEXT,
    session TEXT,
    position INTEGER,
    role TEXT,
    printed_role TEXT,
    capacity TEXT,
    affiliation TEXT,
    kind TEXT,
    country TEXT,
    measure TEXT,
    unit TEXT,
    approximate INTEGER CHECK (approximate = 0 OR approximate = 1),
    status TEXT NOT NULL,
    decided_value TEXT,
    decided_event TEXT,
    record TEXT,
    who TEXT,
    at TEXT
) STRICT;
CREATE INDEX proposal_source ON proposal (source, status);
CREATE INDEX proposal_pending ON proposal (status, number) WHERE status = 'pending';
CREATE INDEX proposal_record ON proposal (record) WHERE record IS NOT NULL;

-- Two files with the same words are one source.
CREATE INDEX source_sha256 ON source (sha256) WHERE sha256 IS NOT NULL;
"""
