"""The records of a dataset, declared once: every kind, and every field of it.

The options of ``add-*`` and ``edit``, column headings, exports, JSON and the Data Package are derived from this table.
The tables in SQLite are written by migrations, which never change; a test holds the two together. So a new field is
one line here and one migration (see ``store/migrations.py``).
"""

from exchangecli.model import machinery
from exchangecli.model import types as t
from exchangecli.model.fields import Field, Kind

_ID = Field("id", t.ID, "Never changes once made; the start of it is enough to find the record", schema_org="@id")
_URL = Field("url", t.URL, "Its web page", label="URL", schema_org="url")
_DESCRIPTION = Field(
    "description", t.PARAGRAPHS, "In a few words of your own", searched="text", schema_org="description"
)

CITABLE = ("event", "participant", "programme", "session", "role", "figure", "name", "source")
"""The kinds a claim may be about."""

DATASET = Kind(
    "dataset",
    "dataset",
    "What this collection is, who made it and under which licence",
    (
        _ID,
        Field("title", t.TEXT, "What the dataset is called", schema_org="name"),
        Field("description", t.PARAGRAPHS, "What it covers, and how it was made", schema_org="description"),
        Field("authors", t.TEXTS, "Who made it, separated by semicolons", schema_org="creator"),
        Field("licence", t.TEXT, "Under which terms it may be used, such as CC-BY-4.0", schema_org="license"),
        Field("version", t.TEXT, "The version of its content, such as 1.2.0", schema_org="version"),
        Field("publisher", t.TEXT, "Who publishes it", schema_org="publisher"),
        _URL,
        Field("readings", t.READINGS, "How ambiguous names are read: Korea=KR adds a rule, Korea= takes it out"),
    ),
    title="title",
)

PROGRAMME = Kind(
    "programme",
    "programmes",
    "An initiative or a series that events belong to",
    (
        _ID,
        Field("name", t.TEXT, "Its name", required=True, searched="title", schema_org="name"),
        Field("kind", t.CODE, "Series, initiative, scheme or institution", "programme-kinds"),
        Field("start", t.DATE, "When it was launched", companion="end", schema_org="startDate"),
        Field("end", t.END_DATE, "When it ended; .. while it goes on", schema_org="endDate"),
        Field("frequency", t.CODE, "How often it takes place", "frequencies"),
        Field("parent", t.REFERENCE, "The programme it is part of", ("programme",), schema_org="superEvent"),
        Field("country", t.COUNTRY, "The country that runs it"),
        _URL,
        _DESCRIPTION,
    ),
    title="name",
    arguments=("name",),
    columns=("name", "kind", "start", "frequency", "parent", "id"),
    sort="name",
)

EVENT = Kind(
    "event",
    "events",
    "Something announced, held, postponed or cancelled, at a time and a place",
    (
        _ID,
        Field(
            "title", t.TEXT, "Its name, as its organisers write it", required=True, searched="title", schema_org="name"
        ),
        Field(
            "programme",
            t.REFERENCE,
            "The programme or series it belongs to",
            ("programme",),
            schema_org="superEvent",
            panel="Series",
        ),
        Field("edition", t.INTEGER, "Its number within the series: 6 for the sixth", panel="Series"),
        Field(
            "also_under",
            t.REFERENCES,
            "Further programmes it belongs to",
            ("programme",),
            schema_org="superEvent",
            panel="Series",
        ),
        Field("part_of", t.REFERENCE, "The event it is a part of", ("event",), schema_org="superEvent", panel="Series"),
        Field("kind", t.CODE, "What form it has: concert, forum, residency...", "event-kinds", schema_org="@type"),
        Field("disciplines", t.CODES, "Which fields of culture it is about", "disciplines", schema_org="keywords"),
        Field("mode", t.CODE, "On site, online or hybrid", "modes", schema_org="eventAttendanceMode", panel="Where"),
        Field("status", t.CODE, "Announced, held, postponed or cancelled", "statuses", schema_org="eventStatus"),
        Field(
            "start",
            t.DATE,
            "First day, as precise as it is known",
            companion="end",
            schema_org="startDate",
            panel="When",
        ),
        Field("end", t.END_DATE, "Last day, where it is another than the first", schema_org="endDate", panel="When"),
        Field("start_time", t.TIME, "When it begins, local time", companion="end_time", panel="When"),
        Field("end_time", t.END_TIME, "When it ends, local time", panel="When"),
        Field("timezone", t.TIMEZONE, "The zone of the times, such as Asia/Seoul", label="Time zone", panel="When"),
        Field(
            "venue",
            t.TEXT,
            "The building or place it is held in",
            searched="text",
            schema_org="location",
            panel="Where",
        ),
        Field("city", t.TEXT, "The city it is held in", searched="text", schema_org="location", panel="Where"),
        Field("country", t.COUNTRY, "The country it is held in", schema_org="location", panel="Where"),
        Field("latitude", t.DEGREES, "North is positive", 90, panel="Where"),
        Field("longitude", t.DEGREES, "East is positive", 180, panel="Where"),
        Field(
            "attendance",
            t.COUNT,
            'How many came: 3000 or "some 3,000"',
            companion="attendance_approximate",
            panel="Who came",
        ),
        Field(
            "attendance_approximate",
            t.FLAG,
            "Whether the source gives the attendance as a round figure",
            panel="Who came",
        ),
        Field("taking_part", t.PLACES, "Countries and groups that a source says took part", panel="Who came"),
        Field("theme", t.TEXT, "Its theme, as announced", searched="text", schema_org="about"),
        Field("languages", t.LANGUAGES, "In which languages it was held, such as en, ko", schema_org="inLanguage"),
        _URL,
        _DESCRIPTION,
    ),
    title="title",
    arguments=("title",),
    columns=("title", "start", "city", "country", "id"),
    sort="start",
)

SESSION = Kind(
    "session",
    "sessions",
    "A part of an event with its own title or kind",
    (
        _ID,
        Field("event", t.REFERENCE, "The event it is a part of", ("event",), required=True, schema_org="superEvent"),
        Field("title", t.TEXT, "Its title", searched="title", schema_org="name"),
        Field("position", t.INTEGER, "Its place in the order of the event"),
        Field("kind", t.CODE, "Keynote, panel, performance...", "session-kinds"),
        Field("start", t.DATE, "Its day", schema_org="startDate"),
        Field("start_time", t.TIME, "When it begins, local time; 10:00-10:30 fills the end too", companion="end_time"),
        Field("end_time", t.END_TIME, "When it ends, local time"),
        Field("room", t.TEXT, "Where in the venue", schema_org="location"),
        Field("theme", t.TEXT, "Its theme", searched="text", schema_org="about"),
        _DESCRIPTION,
    ),
    title="title",
    arguments=("event", "title"),
    columns=("event", "position", "title", "kind", "theme", "id"),
    either=(("title", "kind"),),
    sort="event",
)

PARTICIPANT = Kind(
    "participant",
    "participants",
    "A person, ensemble, organisation or state body",
    (
        _ID,
        Field("name", t.TEXT, "Its name in full", required=True, searched="title", schema_org="name"),
        Field("kind", t.CODE, "Person, ensemble, organisation or state body", "participant-kinds", schema_org="@type"),
        Field("country", t.COUNTRY, "Where it comes from", schema_org="nationality"),
        Field("acronym", t.TEXT, "What it is called for short", searched="title", schema_org="alternateName"),
        Field("wikidata", t.IDENTIFIER, "Its item in Wikidata, such as Q42", "wikidata", schema_org="sameAs"),
        Field("ror", t.IDENTIFIER, "Of an organisation: its ROR id", "ror", label="ROR", schema_org="sameAs"),
        Field("isni", t.IDENTIFIER, "Its ISNI", "isni", label="ISNI", schema_org="sameAs"),
        Field("orcid", t.IDENTIFIER, "Of a person: the ORCID iD", "orcid", label="ORCID", schema_org="sameAs"),
        _URL,
        _DESCRIPTION,
    ),
    title="name",
    arguments=("name",),
    columns=("name", "acronym", "kind", "country", "id"),
    sort="name",
)

ROLE = Kind(
    "role",
    "roles",
    "That a participant had a part in an event, a session or a programme",
    (
        _ID,
        Field("participant", t.REFERENCE, "Who", ("participant",), required=True),
        Field("event", t.REFERENCE, "The event (or programme) it was at", ("event",), companion="programme"),
        Field("programme", t.REFERENCE, "The programme, where it is no single event", ("programme",)),
        Field("session", t.REFERENCE, "The session of the event", ("session",)),
        Field("role", t.CODE, "As what", "roles", required=True, schema_org="roleName"),
        Field("printed_role", t.TEXT, 'The role in the words of the source: "sponsored by"'),
        Field("printed_name", t.TEXT, "The name as the source prints it"),
        Field("capacity", t.TEXT, "The title or office held then: Minister of Culture"),
        Field("affiliations", t.AFFILIATIONS, "The bodies the participant belonged to then", ("participant",)),
        Field("on_behalf_of", t.PARTY, "Whom the participant stood for", ("participant",)),
        Field("country", t.COUNTRY, "The country stood for, where it is another than the participant's"),
        Field("position", t.INTEGER, "The place in the order in which the source names them"),
    ),
    identity=("participant", "event", "programme", "session", "role", "on_behalf_of"),
    arguments=("participant", "role", "event"),
    columns=("participant", "role", "event", "capacity", "id"),
    either=(("event", "programme"),),
    sort="event",
    cited=("role", "capacity", "affiliations", "on_behalf_of", "country"),
)

FIGURE = Kind(
    "figure",
    "figures",
    "A number that a source states",
    (
        _ID,
        Field(
            "record", t.REFERENCE, "What it is about", ("event", "programme", "participant", "session"), required=True
        ),
        Field("measure", t.CODE, "What is counted", "measures", required=True),
        Field("value", t.NUMBER, "The number", required=True, companion="approximate"),
        Field("approximate", t.FLAG, "Whether the source gives a round figure"),
        Field("unit", t.TEXT, "What it is counted in, such as EUR, or a part of the whole: Asian"),
        Field("as_of", t.DATE, "The day or year it stood so"),
    ),
    identity=("record", "measure", "value", "unit", "as_of"),
    arguments=("record", "measure", "value"),
    columns=("record", "measure", "value", "unit", "as_of", "id"),
    sort="record",
    cited=("value",),
)

SOURCE = Kind(
    "source",
    "sources",
    "An article, press release, page, report or interview that says something",
    (
        _ID,
        Field("title", t.TEXT, "Its headline or title", required=True, searched="title", schema_org="name"),
        Field("kind", t.CODE, "Article, press release, report...", "source-kinds", schema_org="@type"),
        Field("publisher", t.TEXT, "Who published it", searched="text", schema_org="publisher"),
        Field("author", t.TEXT, "Who wrote it", searched="text", schema_org="author"),
        Field("published", t.DATE, "When it was published", schema_org="datePublished"),
        _URL,
        Field("archive_url", t.URL, "Where a copy is kept", label="Archive URL"),
        Field("accessed", t.DATE, "When it was read"),
        Field("language", t.LANGUAGE, "The language it is written in", schema_org="inLanguage"),
        Field("origin", t.ORIGIN, "The source it reprints or adapts, or: unknown", ("source",)),
        Field("sha256", t.SHA256, "The fingerprint of the text that was read", label="SHA-256"),
        Field("text", t.SOURCE_TEXT, "The text that was read", companion="sha256", schema_org="text"),
    ),
    title="title",
    arguments=("title",),
    columns=("title", "publisher", "published", "kind", "id"),
    sort="published",
)

CLAIM = Kind(
    "claim",
    "claims",
    "What one source says about one field of one record",
    (
        _ID,
        Field("record", t.REFERENCE, "The record it is about", CITABLE, required=True),
        Field("field", t.TEXT, "The field it is about", required=True),
        Field("value", t.PARAGRAPHS, "What it says, as it is stored", required=True),
        Field("as_printed", t.PARAGRAPHS, "What was printed, where it reads otherwise"),
        Field("inferred", t.TEXT, "Why it was read so, where the words do not say it alone"),
        Field("source", t.REFERENCE, "Which source says it; none: the curator's own decision", ("source",)),
        Field("quote", t.PARAGRAPHS, "In which words"),
        Field("prefix", t.PARAGRAPHS, "What stands before them"),
        Field("suffix", t.PARAGRAPHS, "What stands after them"),
        Field("locator", t.TEXT, "Where in the source: page, sheet and row, minute"),
        Field("rank", t.CODE, "How far it is relied on", "ranks", required=True),
        Field("reason", t.TEXT, "Why it has this rank"),
    ),
    identity=("record", "field", "value", "source", "quote", "locator"),
    columns=("record", "field", "value", "source", "quote", "id"),
    sort="record",
)

NAME = Kind(
    "name",
    "names",
    "Another name of a record",
    (
        _ID,
        Field(
            "record",
            t.REFERENCE,
            "What it is a name of",
            ("participant", "event", "programme", "source", "session"),
            required=True,
        ),
        Field("name", t.TEXT, "The name", required=True, searched="title"),
        Field("language", t.LANGUAGE, "The language it is in"),
        Field("kind", t.CODE, "Acronym, translation, variant, former name...", "name-kinds"),
        Field("start", t.DATE, "From when it was used", companion="end"),
        Field("end", t.END_DATE, "Until when it was used"),
    ),
    identity=("record", "name", "kind"),
    arguments=("record", "name"),
    columns=("record", "name", "kind", "language", "id"),
    sort="record",
    cited=("name",),
)

MEMBERSHIP = Kind(
    "membership",
    "memberships",
    "That a country or body was a member of a group, from one date to another",
    (
        _ID,
        Field("group", t.GROUP, "The group", required=True),
        Field("member", t.MEMBER, "The country, or a body such as the European Union", ("participant",), required=True),
        Field("start", t.DATE, "From when", companion="end", typed="from"),
        Field("end", t.END_DATE, "Until when; empty: still", typed="to"),
        Field("side", t.TEXT, "The side it stands on, where the group has sides"),
        Field("note", t.TEXT, "What sources say otherwise"),
        Field("source", t.TEXT, "Where this is stated"),
    ),
    identity=("group", "member", "start"),
    arguments=("group", "member"),
    columns=("group", "member", "start", "side", "id"),
    sort="group",
    lasts=True,
)

RETIRED_ID, JUDGEMENT, PROPOSAL = machinery.RETIRED_ID, machinery.JUDGEMENT, machinery.PROPOSAL
"""What is kept beside the records."""

SOURCES = Field("sources", t.INTEGER, "How many independent sources it rests on")
"""What is no field of a record, and can be listed beside them: it is counted from the claims."""

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (DATASET, PROGRAMME, EVENT, SESSION, PARTICIPANT, ROLE, FIGURE, SOURCE, CLAIM, NAME, MEMBERSHIP)
}
"""The records, in the order in which one may refer to another."""

STANDING = ("dataset", "membership")
"""The kinds that a new dataset holds by itself: what it says of itself, and the groups of countries."""

PACKAGED: dict[str, Kind] = KINDS | {kind.name: kind for kind in (RETIRED_ID, JUDGEMENT)}
"""Everything a Data Package carries."""

TABLES: dict[str, Kind] = PACKAGED | {PROPOSAL.name: PROPOSAL}
"""Everything that history records."""

ADDABLE = ("event", "session", "participant", "role", "name", "figure", "programme", "source", "membership")
"""The kinds that have an ``add-`` command, in the order of the help page."""

IMPORTED = (*ADDABLE, "claim")
"""The kinds whose rows a file of somebody else may hold."""

LISTED = ("event", "session", "participant", "programme", "role", "figure", "source", "name", "claim", "membership")
"""The kinds that ``list`` and ``export`` know; the first is the default."""

SEARCHED = ("event", "participant", "programme", "session", "source")
"""The kinds that have a search index: those a person knows by name."""

NAMED = SEARCHED
"""The kinds whose ids are slugs, unique among all of them, so that an id alone says which record is meant."""


def kind_of_word(word: str) -> Kind | None:
    """The listed kind a word names, singular or plural: ``events`` -> EVENT; None where it names none."""
    lowered = word.casefold()
    return next((KINDS[name] for name in LISTED if lowered in (name, KINDS[name].plural)), None)
