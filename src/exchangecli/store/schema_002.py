"""The second migration: what answers queries on a million events from an index, as SQL.

``event_days`` holds all that a query on days compares, so that it reads no row it does not give. ``event_lasting``
holds the few events that went on into a later year: all others that lie within some days began in the same year.
"""

from exchangecli.store import days

INDEXES = f"""
DROP INDEX event_start;
CREATE INDEX event_days ON event (start_earliest, number, start_latest, end_earliest);
CREATE INDEX event_lasting ON event (end_latest, start_earliest) WHERE {days.LASTING};
CREATE INDEX event_kind ON event (kind, start_earliest);
CREATE INDEX event_status ON event (status, start_earliest);

DROP INDEX role_event;
DROP INDEX role_participant;
DROP INDEX role_role;
CREATE INDEX role_event ON role (event, role, participant) WHERE event IS NOT NULL;
CREATE INDEX role_participant ON role (participant, role, event);
CREATE INDEX role_role ON role (role, event);
CREATE INDEX role_on_behalf_of ON role (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX role_country ON role (country) WHERE country IS NOT NULL;

DROP INDEX claim_source;
CREATE INDEX claim_source ON claim (source, record) WHERE source IS NOT NULL;

DROP INDEX change_operation;
DROP INDEX change_record;
CREATE INDEX change_operation ON change (operation, "table");
CREATE INDEX change_record ON change (record);
"""

EXCLUDING = "'organiser', 'co_organiser', 'implementer', 'host', 'partner'"
"""The roles of which one participant has but one at an event; if the vocabulary names others, the triggers follow only
with a new version of the file."""

DISPUTED = f"""
-- Fields of which claims give several values, and (as the field) participants with several roles that exclude others at
-- an event, kept by triggers. Whether they disagree is another question: 2018 and 2018-06 do not.
CREATE TABLE disputed (
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    "table" TEXT NOT NULL,
    PRIMARY KEY (record, field, "table")
) STRICT, WITHOUT ROWID;
INSERT INTO disputed SELECT record, field, 'claim' FROM claim GROUP BY record, field HAVING count(DISTINCT value) > 1;
INSERT INTO disputed SELECT event, participant, 'role' FROM role
    WHERE event IS NOT NULL AND role IN ({EXCLUDING})
    GROUP BY event, participant HAVING count(DISTINCT role) > 1;
"""
