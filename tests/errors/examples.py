"""Examples of every sentence the program says when it cannot go on, with values as they come up in a day's work."""

from exchangecli import errors
from exchangecli.errors import ExchangeError
from exchangecli.model.fields import Field
from exchangecli.model.records import EVENT, FIGURE, MEMBERSHIP, PARTICIPANT, SOURCE

FORUM = "hue-craft-forum-2024"
SETTING = (
    "init",
    'add-source "A new forum opens in Hue" --published 2024-05-03 --text "Some 40 makers met in Hue on 1 and 2 May."',
    'add-programme "Hue Craft Days"',
    'add-event "Hue Craft Forum" --start "1-2 May 2024" --country VN --attendance "some 40" --source a-new-forum',
    'add-event "Hue Craft Evening" --start "May 2024" --programme "Hue Craft Days"',
    'add-session hue-craft-forum "Lacquer" --source a-new-forum',
    'add-participant "Hue Craft Guild"',
    'add-role "Hue Craft Guild" host hue-craft-forum --session lacquer --source a-new-forum',
    "add-figure hue-craft-forum partner_countries 5 --source a-new-forum",
    "export --datapackage package",
)
"""The commands that make the dataset, and its Data Package, in which the others are refused."""

EXAMPLES: tuple[ExchangeError, ...] = (
    # articles
    errors.ArticlesRefused(["notes.txt: is empty"], 1),
    errors.ArticlesRefused(["notes.txt: is empty", "scan.pdf: holds no text"], 3),
    errors.OneSourceAtATime(["--title"], 3),
    errors.OneSourceAtATime(["--title", "--url"], 3),
    errors.UnknownProposal("p-3f2a"),
    errors.SeveralProposals("p-3", ["p-3f2a90bc11de", "p-3e2190bc11de"]),
    errors.DecidedAlready(FORUM),
    errors.NamesNoRecord("p-3f2a90bc11de", "venue"),
    errors.MayBeTheSame(
        "p-3f2a90bc11de",
        "Hue Crafts Forum",
        [(FORUM, "Hue Craft Forum"), ("hue-craft-evening-2024", "Hue Craft Evening")],
        "names alike, 94 of 100: Hue Craft Forum; 40 days apart",
    ),
    errors.EventRejected("p-3f2a90bc11de", "Hue Craft Forum"),
    errors.WithoutEvent("p-3f2a90bc11de", "role"),
    errors.NothingCalled("p-3f2a90bc11de", "Asia-Europe Meeting"),
    errors.ValueToGive("p-3f2a90bc11de", "start", "XXXX-11-29", "has no year"),
    errors.ProposalsRefused(
        [("p-3f2a90bc11de", errors.ValueToGive("p-3f2a90bc11de", "start", "XXXX-11-29", "has no year"))], 12
    ),
    errors.ProposalsRefused(
        [
            ("p-3f2a90bc11de", errors.WithoutEvent("p-3f2a90bc11de", "role")),
            ("p-3e2190bc11de", errors.EventRejected("p-3e2190bc11de", "Hue Craft Forum")),
        ],
        0,
    ),
    errors.BadDecisions("decisions.json", "object 3", '"decision" is "yes"; write accept or reject'),
    errors.BadDecisions("decisions.json", "", "is no JSON"),
    errors.NothingDecided(),
    errors.SayWhich("ASEAN-Korea Forum", [("asean-korea-forum-2025", "2025 ASEAN-Korea Forum")]),
    errors.NothingToSplit("Evening concert", 0),
    errors.NothingToSplit("Evening concert", 2),
    errors.NothingToSplit("", 2),
    # history
    errors.UnknownOperation(99, 17),
    errors.UnknownOperation(1, 0),
    errors.UndoneAlready(12, 17),
    errors.NothingToUndo(),
    errors.NothingLeft(12),
    errors.BeginningStays(1),
    errors.LaterChanges(
        5,
        ['event hue-craft-2018, city: is "Hue" now, by another program on 2025-11-20 14:30'],
        1,
        has_rest=False,
        by_another=True,
    ),
    errors.UsageError('--since: "2025-11-20T25:00" is no moment', "write one such as 2025-11-20T14:30"),
    errors.LaterChanges(
        12, [f'event {FORUM}, attendance: is "45" now, by operation 17 (exchange edit ...)'], 1, has_rest=True
    ),
    errors.LaterChanges(
        12, ["participant kofice: role role-cvrne6a4y9ehq refers to it, by operation 17 (...)"] * 10, 31, has_rest=False
    ),
    errors.UndoContradicts(12, [f'event {FORUM}, end: "2024-05-02" lies before the start, 2024-06-01']),
    errors.UnreadablePoint("1.3", ["1.2", "spring"]),
    errors.UnreadablePoint("soon", []),
    errors.BeforeBeginning("2019", "2025-11-20 at 09:00"),
    errors.ReleaseTaken("1.2", 17),
    errors.UnfitRelease("2025", "would be read as a date"),
    errors.UnfitRelease("op:17", "would be read as the number of an operation"),
    errors.FieldOfOne("attendance"),
    errors.NotTogether("--release", "what narrows the log"),
    # models
    errors.ModelsNotInstalled("llm"),
    errors.UnknownModel("gpt-9"),
    errors.UnknownModel(""),
    errors.ModelWithoutSchema("gpt-3.5-turbo-instruct"),
    errors.ModelFailed("gpt-4.1-mini", "No key found - add one using 'llm keys set openai' or set OPENAI_API_KEY"),
    errors.ModelFailed("llama3.2", ""),
    errors.UnreadableAnswer("gpt-4.1-mini", "it is no JSON", "Here are the facts:\n\n- The forum was held in Hue"),
    errors.UnreadableAnswer("gpt-4.1-mini", "fact 3 has no quote", '{"facts": [{"field": "title"}]}'),
    errors.UnreadableAnswer("gpt-4.1-mini", "fact 1 is no object", '{"facts": ["Hue Craft Forum"]}'),
    errors.UnreadableAnswer("gpt-4.1-mini", "fact 2 has place, which was not asked for", '{"facts": ['),
    errors.UnreadableAnswer("gpt-4.1-mini", "fact 2 has value that is no text", '{"facts": ['),
    errors.UnreadableAnswer("gpt-4.1-mini", "it has no list of facts", ""),
    # files
    errors.NoDataset(None),
    errors.NoDataset("reports/asem.db"),
    errors.AlreadyExists("exchange.db"),
    errors.NotADataset("events.xlsx", "no SQLite file"),
    errors.NotADataset("places.db", "an SQLite file of another program"),
    errors.NotADataset("exchange.db", "empty"),
    errors.NotADataset("reports", "a folder"),
    errors.UnfinishedDataset("/shared/exchange.db"),
    errors.NewerDataset("exchange.db", 3, 2),
    errors.ReadOnlyDataset("/shared/exchange.db"),
    errors.OldReadOnlyDataset("/shared/exchange.db"),
    errors.LockedDataset("exchange.db", 10.0),
    errors.DamagedDataset("exchange.db", "database disk image is malformed"),
    errors.DamagedDataset("exchange.db", "a text that another program wrote is not UTF-8"),
    errors.NoRoom("exchange.db", certain=True),
    errors.NoRoom("exchange.db", certain=False),
    errors.FileProblem("reports/events.csv", "No such file or directory"),
    errors.FileProblem("exchange.db", "Permission denied"),
    errors.FileProblem("events.csv", "No space left on device"),
    errors.Unwritten("copy.db", "database or disk is full"),
    errors.Unwritten("the output", "No space left on device"),
    errors.NoPackage("reports", "datapackage.json"),
    errors.Strangers("reports", "thesis.docx"),
    errors.IsTheDataset("exchange.db"),
    errors.NotEmpty("exchange.db", FORUM),
    errors.SaysOtherwise("exchange.db", "title", "Forums in Asia", "Sample"),
    errors.SaysOtherwise("exchange.db", "licence", "CC-BY-4.0", ""),
    errors.DamagedPackage("release", ['dataset.csv: has no row; it must have one, with the id "dataset"']),
    errors.DamagedPackage("release", ['events.csv row 14, column country: "Korea" is not a country'] * 22),
    errors.NotUtf8("events.csv", 14),
    errors.BadCsv("events.csv", 14, "unexpected end of data"),
    errors.BadCsv("events.csv", 14, "';' expected after '\"'"),
    errors.BadJson("events.json", 3, "expecting value"),
    errors.UnknownFormat("events.xlsx", "", ["csv", "json", "jsonl"]),
    errors.UnknownFormat("events.csv", "excel", ["csv", "json", "jsonl"]),
    errors.ColumnTwice("Date", "Start", "start"),
    errors.ColumnAndShared("Event", "event"),
    errors.NoSuchColumn("Start date", ["Event", "Start Date", "City"]),
    errors.NoSuchColumn("Remarks", ["Event", "Start Date", "City"]),
    errors.NoColumnFor(["title"], ["Event", "Start Date", "City"], "events"),
    errors.NoColumnFor(["participant", "event or programme"], ["Who", "Where"], "roles"),
    errors.BadPair("--map", "Start Date", "written COLUMN=FIELD"),
    errors.BadPair("--dates", "ymd", "dmy (the day comes first) or mdy (the month does)"),
    errors.RowsRefused("events.csv", 1, ['events.csv row 14, Country: "Koera" is not a country']),
    errors.RowsRefused("events.csv", 12, ['events.csv rows 3, 9, Country: "Korea" could be KR or KP'], ["to read it"]),
    errors.RowsRefused("events.csv", 12, [], trial=True),
    errors.NotForPackages("--as"),
    errors.TitleAboveHeadings("events.csv", 1, "Events 2024", 3),
    errors.RefusedUnwritten("shared/events.refused.csv", "permission denied"),
    errors.OvertakenImport("exchange.db"),
    errors.SaidTwice("--set", "start"),
    errors.SaidTwice("the document", "start_time"),
    errors.MissingExtra("forum.html", "a web page", "web"),
    errors.MissingExtra("clipping.pdf", "a PDF", "pdf"),
    errors.TooLarge("yearbook.pdf", 30_000_000),
    errors.TooManyPages("yearbook.pdf", 812, 500),
    errors.NotAText("forum.docx", "a Word, OpenDocument or other packed file", "open it, and save it as plain text"),
    errors.NotAText("forum.mht", "a web archive (MHTML)", 'save it from the browser again as "HTML only"'),
    errors.NotAText("forum.txt", "a file with NUL characters", "save it as plain text in UTF-8"),
    errors.NotItsEncoding("forum.html", "euc-kr"),
    errors.NotItsEncoding("forum.html", None),
    errors.EmptyPage("forum.html"),
    errors.ScannedPdf("clipping.pdf", 1),
    errors.ScannedPdf("clipping.pdf", 12),
    errors.LockedPdf("clipping.pdf"),
    errors.DamagedPdf("clipping.pdf", "Stream has ended unexpectedly"),
    errors.FileProblem("nowhere/exchange.db", "there is no such folder"),
    errors.BadJson("events.json", 3, "\\ud800 is half a character"),
    errors.BadJson("events.json", 3, "1e400 is larger than any number can be here"),
    errors.BadJson("events.json", 3, "a number has too many digits"),
    # documents
    errors.OneAtATime(12, "events"),
    errors.NoEditor(),
    errors.EditorFailed("code --wait", "ended with a failure (1)"),
    errors.EditorFailed("nanoo", "cannot be run (No such file or directory)"),
    errors.EditorFailed("vi 'x", "has a quotation mark without its other half"),
    errors.EditorFailed("nano", "left a text that could not be read again (No such file or directory)"),
    errors.UnreadableDocument("is a quotation mark missing?", "city = Busan"),
    errors.UnreadableDocument("it is not UTF-8"),
    errors.UnreadableDocument("too many brackets stand within one another"),
    errors.UnreadableDocument("a number has too many digits"),
    # records
    errors.UnknownField("titel", "events", [field.name for field in EVENT.fields]),
    errors.UnknownField("colour", "figures", [field.name for field in FIGURE.fields]),
    errors.NotFound("KOFISE"),
    errors.NotFound("Hue Craft Days", ("programme",)),
    errors.NotFound("Hue Craft Forum", ("event", "programme", "participant", "session")),
    errors.Ambiguous("asean-korea", [("asean-korea-concert-2025", "Concert (event)"), ("kofice", "KOFICE")]),
    errors.Ambiguous("asem", [(f"asem-meeting-{year}", f"Meeting {year} (event)") for year in range(2003, 2015)], 31),
    errors.AlreadyThere("event", FORUM, "Hue Craft Forum", "the same title, and dates that overlap"),
    errors.IdTaken("seoul-forum-2025"),
    errors.ChangedMeanwhile(),
    errors.SaidAlready("role", "role-02f0zbfapcmw0", "KOFICE, Concert, co_organiser"),
    errors.StillReferredTo(["asem"], ["event 8th-meeting-2018  (programme)", "role role-0e1  ASEF, ASEM, member"]),
    errors.StillReferredTo(["a", "b", "c"], [f"role role-{number}" for number in range(25)]),
    errors.NoAssignment(),
    errors.EmptyAssignment("theme"),
    errors.NotAList("city"),
    errors.NotEditable("id", "never changes once made"),
    errors.NotEditable("title", "cannot be emptied: every event has one"),
    errors.NotEditable("title or kind", "must be there; give it a value: every session has one"),
    errors.NotCitable("claim"),
    errors.BroadTarget("culture forum"),
    errors.Stopped(),
    errors.NobodyToAsk(),
    errors.QuoteWithoutSource(),
    errors.QuoteWithoutField(["start", "city", "country"]),
    errors.QuoteWithoutField(["start", "city"], "venue"),
    errors.QuoteNotFound("held in Hanoi", "held in Hue on the first two days of May"),
    errors.QuoteNotFound("held in Hanoi", ""),
    errors.NotCitableField("roles", "participant", ["role", "capacity", "country"]),
    errors.NothingToCite("hue-craft-forum-2024", "venue"),
    errors.SaysNothing("culture-daily", "hue-craft-forum-2024", "start", ["hue-times", "hue-week"]),
    errors.SaysNothing("culture-daily", "hue-craft-forum-2024", "start", []),
    errors.SaysSeveral("culture-daily", "role:kofice", ["partner", "co_organiser"]),
    errors.OneDecision(["--source SOURCE", "--value VALUE", "--both (of roles)"]),
    errors.OnlyRoles("start"),
    errors.WhichRole("kofice", "hue-craft-forum-2024", ["organiser", "partner"]),
    errors.WhichRole("kofice", "hue-craft-forum-2024", []),
    errors.NoRoles("kofice", "hue-craft-forum-2024"),
    errors.OneRole("kofice", "hue-craft-forum-2024", "organiser"),
    errors.RetractionContradicts(
        "culture-daily", "hue-craft-forum-2024", 'end: "2024-05-02" lies before the start, 2024-05-03'
    ),
    errors.NothingToDecide("hue-craft-forum-2024", "venue"),
    errors.NothingRests("culture-daily"),
    errors.UsageError("--text and --text-file both give the text; leave one of them out"),
    errors.NotToCite("best", ["preferred", "normal", "deprecated"]),
    # values
    errors.UnreadableDate("soon"),
    errors.OldDateSpelling("2024-05-01/open", "an open end is written 2024-05-01/.."),
    errors.UnreadableTime("noonish"),
    errors.AmbiguousDate("05/06/2024", ["2024-06-05", "2024-05-06"]),
    errors.WrongWeekday("Monday, 8 November 2025", "2025-11-08", "Saturday"),
    errors.DateWithoutYear("8 November"),
    errors.UnknownCountry("Atlantis"),
    errors.AmbiguousCountry("Korea", [("KR", "South Korea"), ("KP", "North Korea")]),
    errors.UnknownWord("concerto", "event-kinds", ["concert", "tour"]),
    errors.UnknownWord("xyzzy", "statuses"),
    errors.UnknownVocabulary("colours", ["roles", "event-kinds", "statuses"]),
    errors.BadIdentifier("0000-0002-1825-0098", "ORCID iD", "it ends in 8 where its other digits call for 7"),
    errors.UnreadableNumber("many", "a whole number from 1 up"),
    errors.ValueProblem("a very long paragraph that was pasted into the wrong cell " * 3, "is not a time zone"),
    errors.FieldProblems([("--start", errors.DateWithoutYear("8 May")), ("--url", errors.NotFound("hue"))]),
    errors.NoMember("Atlantis", "is no country known here, and no participant of this dataset"),
    errors.UnknownTrait("conflcit", ["conflict", "source", "no-source"]),
    errors.OverlappingMembership("GB", "EU", "membership-0e1", "from 1 January 1973 to 31 January 2020"),
    errors.ValueProblem("Seoul, Busan", "is several values; write one, in quotation marks"),
    errors.ValueProblem("many", "is nothing that this field can hold; edit the claim, or delete it"),
    errors.ValueProblem("Seoul; Busan", "is a list, and city holds one value"),
    errors.ValueProblem("A; B", "would be parted where it is written together with others", "list+=A adds one"),
    errors.SeveralProblems([errors.NotAList("city"), errors.NotEditable("id", "never changes once made")]),
    errors.RecordProblems("events", 4, [("hue-craft-2018", errors.ValueProblem("2018", "is no single day"))]),
    errors.RecordProblems("events", 40, [(f"e-{n}", errors.ValueProblem("2018", "is no day")) for n in range(25)]),
    errors.IncompleteRecord("hue-forum", "event", ["title"]),
    errors.MissingFields("role", ["participant", "role", "event or programme"]),
    # words
    errors.QueryProblem("country:VN (forum", 11, "this parenthesis is not closed; write ) where it ends"),
    errors.QueryProblem("country:VN, KR", 11, "another value is missing here, right after the comma"),
    errors.QueryProblem("country:VN(a)", 10, "a space or a comma is missing here"),
    errors.QueryProblem("country :VN", 8, "a colon stands right after the name of its field"),
    errors.QueryProblem(
        "attendance:3,000", 11, 'the comma in "3,000" could part two values; write 3000, or one term for each'
    ),
    errors.UnreadableDate("2018...2019", "has three dots", "write two between the first and the last day"),
    errors.UnreadableNumber("2...3", "a range, which has two dots; write one like 2..6"),
    errors.QueryProblem("a)", 1, "this parenthesis closes none; take it out, or open one before it"),
    errors.QueryProblem("a or", 4, "a word, a field:value or a parenthesis is missing here"),
    errors.QueryProblem("Hu\udce1", 2, "this is no character; the terminal may not be set to UTF-8"),
    errors.NothingToFind("!?"),
    errors.NoWords("country:KR"),
    errors.NegativeLimit(-3),
    errors.OptionAmongWords("--ids"),
    errors.BrokenText("Hu?"),
    errors.UnknownCommand("lst", ["list"]),
    errors.UnknownCommand("frobnicate"),
    errors.CommandWanted(),
    errors.UnknownOption("list", "--contry", ["--country"]),
    errors.UnknownOption("add-event", "-m"),
    errors.UnknownOption(None, "--database"),
    errors.ValueWanted("list", "--source"),
    errors.ValueWanted(None, "--db"),
    errors.ValueUnwanted("list", "--json"),
    errors.ArgumentWanted("show", "ID", "An id, the start of one, a name or an acronym."),
    errors.TooManyWords("Forum", "add-event"),
    errors.UnknownKind("people", ["events", "participants", "programmes"]),
    errors.OneFormat(["--csv", "--json", "--jsonl", "--datapackage DIR"]),
    errors.OneForm(["--json", "--csv", "--ids", "--count"]),
    errors.WholeOnly("country:VN"),
    errors.UsageError('--from: "2024..2025" is a range; give its first day as --from, its last as --to'),
    errors.ExchangeError("nobody says this: it is the base of all others"),
)
"""At least one of every class; several where its sentence has variants."""

_DATES = (
    *("next spring", "May", "8 May", "05/06/2024", "03-04-05", "2024-05-32", "2024-13", "May 32, 2024"),
    *("Monday, 8 November 2025", "Monday, May 2025", "1 May 24", "14:00", "May 2024, 14:00", "12 to 5 May 2024"),
    *("1 May 2024 and 7 June 2025", "2024-05-01/unknown", "2024-05-01/open", "2010?~", "199u", "y17000", "12024"),
    *("2024-05-01T14:00", "[2024,2025]", "2024-05?-01", "2024-25", "2XX4", "2024-02-30", "2025/2024", "/"),
    *(
        "平成99年",
        "1 May 2024 7 pm",
        "1 May 2024, 11-1 pm",
        "1-2 May 2024, 7 pm",
        "1 May 2024, 7 pm, 2 May",
        "พ.ศ. 2400",
    ),
)
VALUES: tuple[tuple[Field, tuple[str, ...]], ...] = (
    (EVENT.field("start"), _DATES),
    (EVENT.field("end"), ("1-2 May 2024",)),
    (EVENT.field("start_time"), ("soon", "25:00", "7-9.30 in the evening", "7-9")),
    (EVENT.field("timezone"), ("Seoul",)),
    (EVENT.field("country"), ("Atlantis", "Korea", "ASEAN", "vn", "XX")),
    (EVENT.field("kind"), ("concerto", "xyzzy")),
    (EVENT.field("edition"), ("sixth", "0")),
    (EVENT.field("attendance"), ("many", "up to 200", "-3", "20 to 30", "12.5", "1.250", "less than 40")),
    (EVENT.field("attendance_approximate"), ("maybe",)),
    (EVENT.field("latitude"), ("91", "north")),
    (EVENT.field("languages"), ("Korean",)),
    (EVENT.field("url"), ("example.org",)),
    (EVENT.field("id"), ("a forum",)),
    (EVENT.field("city"), ("Hue\x1b[C",)),
    (FIGURE.field("value"), ("lots", "1.250")),
    (PARTICIPANT.field("orcid"), ("0000-0002-1825-0098", "42")),
    (PARTICIPANT.field("isni"), ("0000 0001 2281 9551", "42")),
    (PARTICIPANT.field("ror"), ("05a28rw59", "42")),
    (PARTICIPANT.field("wikidata"), ("42",)),
    (SOURCE.field("sha256"), ("abc",)),
    (MEMBERSHIP.field("group"), ("VN", "G,7")),
    (MEMBERSHIP.field("member"), ("Atlantis", "ASEAN")),
)
"""What cannot be read as the value of a field."""

FILES = {
    "note.txt": "Some 40 makers met in Hue.",
    "nothing.json": "{",
    "object.json": "{}",
    "nameless.json": "[{}]",
    "undecided.json": '[{"id": "p-3f2a", "decision": "yes"}]',
    "strange.json": '[{"id": "p-3f2a", "decision": "accept", "value": []}]',
    "dirty.csv": (
        "ID;Title;Start;Country;Kind;Remarks\n1;Hue Forum;05/06/2024;Korea;forum;x\n;Seoul Talk;soon;Koera;konzert;\n"
        ";;2024;VN;;\n;Hue Craft Forum;May 2024;;;;;\n"
    ),
    "titled.csv": "Events 2024\n\nTitle,City\nForum,Hue\n",
    "sums.csv": "Title,Attendance\nHue Forum,40\nTotal,40\n",
    "sessions-of-hue.csv": "id,event,title\nhue-craft-guild,hue-craft-forum-2024,Lacquer\n",
    "halves.json": '[{"title": "\\ud800"}]',
    "counted.csv": "ID,Title\n1,Hue Forum\n2,Seoul Talk\n",
    "empty.csv": "",
    "deep.json": "[" * 100_000,
    "odd.json": '[{"title": {"en": "Forum"}}, {"title": "Forum", "city": ["Hue", "Hanoi"], "languages": [["en"]]}, 3]',
}
"""Files of somebody else that commands try to take in."""

COMMANDS = (
    "ingest no-such.txt",
    "ingest https://asef.org/about",
    "review",
    "review p-3f2a",
    "review --accept p-3f2a",
    "review --set p-3f2a",
    "review --accept-all",
    "review --decisions no-such.json",
    "review --decisions nothing.json",
    "review --decisions object.json",
    "review --decisions nameless.json",
    "review --decisions undecided.json",
    "review --decisions strange.json",
    *"""
lst
xyzzy
--nope list
--db
--db x.db
list --lmit 3
list --xyzzy
list --limit x
list --source
list --json=1
show
edit
delete
backup
import
search
init a b
add-event -minus
add-event One Forum
vocabulary a b
vocabulary colours
list colour:red
list xyzzy:red
list country:Congo
list country:South Africa
list '(concert'
list 'concert)'
list not
list 'a or'
list country:
list '"open'
list '!?'
list 'country:VN"x"'
list attendance:10..2
list attendance:many
list date:2025..2024
list date:+9999y..
list languages:,
list 'languages:", "'
list --year 2025..2024
list --from 2024..2025
list --to soon
list --country ''
list --country Atlantis
list roles --kind xyzzy
list --sort colour
list --columns colour
list --json --csv
list --limit -1
search '!?'
search forum --in roles
list evnts:
list '(((((((((a)))))))))'
show nobody
show hue
add-role guild
add-role hue-craft-guild host hue-craft-evening --session lacquer
add-event
add-event X --id hue-craft-forum-2024
add-event F --programme nothing
add-event F --start 2024-05-02 --end 2024-05-01
add-figure hue-craft-forum
add-event F --start-time 19:00 --end-time 18:00
add-event F --part-of hue-craft-forum-2024 --quote start=soon
add-event 'Hue Craft Forum'
add-participant 'HUE CRAFT GUILD'
add-programme 'hue craft days'
add-figure hue-craft-forum-2024 partner_countries 5
add-event F --source a-new-forum --quote 'title=held in Hanoi'
add-event F --source a-new-forum --quote x=y
add-event F --source a-new-forum --quote city=Hue
add-event F --city Hue --source a-new-forum --quote Hue
add-event F --source nobody
edit hue-craft-forum-2024 city=Hue --source a-new-forum --quote theme=x --yes
edit hue-craft-forum-2024
edit hue-craft-forum-2024 part_of=hue-craft-forum-2024 --yes
edit hue-craft-forum-2024 theme= --yes
edit lacquer event=evening
edit hue-craft-forum-2024 city+=Hue --yes
edit hue-craft-forum-2024 id=x --yes
edit hue-craft-forum-2024 title! --yes
edit hue-craft-forum-2024 theme=x
edit hue-craft-forum-2024 disciplines+=xyzzy --yes
edit craft forums status=held --yes
edit events status=held --yes
edit hue-craft-evening start=+1d --yes
edit hue-craft-forum-2024 start=+9999y --yes
edit lacquer title! --yes
edit lacquer event=hue-craft-evening-2024 --yes
edit claims record:hue-craft value=x --source a-new-forum --yes
delete guild
delete hue-craft-forum-2024
delete events --yes
delete hue-craft-days
init
export
export --csv --json
export forum --datapackage out
export --csv -o exchange.db
export --csv -o nowhere/x.csv
export --datapackage .
import nowhere
import nowhere.csv
import package/events.csv --as people
import package/events.csv --as participants
import package/events.csv --set city=Hue
import package/events.csv --map Place=venue
import package/events.csv --source nobody
import package/datapackage.json --as events
import package/dataset.csv --as participants --map title=name --map id=
import dirty.csv
import dirty.csv --dry-run
import empty.csv
import counted.csv
import titled.csv
import sums.csv
import sessions-of-hue.csv
import halves.json
import dirty.csv --set city=Hue --set city=Hanoi
import events.xlsx
import deep.json
import odd.json
--db nowhere.db list
--db package list
--db package/events.csv list
backup exchange.db
--db nowhere/x.db init
dataset --licence x --readings Korea
undo 99
undo 1
undo 3 --yes
undo 2 --yes
log --since soon
log --field title
log --field colour hue-craft-forum
log --limit -1
log --release 2025
log --release op:3
log --release " "
log --release=-x
log --release 1.2 --since 2024
list --at soon
show hue-craft-forum --at op:99
export --csv --at 2024-13-01T10:00
""".strip().splitlines(),
    f"list {'a' * 100_001}",
    f"list {'a ' * 501}",
)
"""Command lines that are refused, without a terminal."""

DAMAGES: tuple[tuple[str, str, str | None], ...] = (
    ("names.csv", "", None),
    ("names.csv", "language", "lang\udce1ge"),
    ("datapackage.json", "{", "["),
    ("datapackage.json", '"dataset.csv"', '"../dataset.csv"'),
    ("events.csv", '"title"', '"colour"'),
    ("events.csv", '"title",', ""),
    ("events.csv", '"theme"', '"title"'),
    ("events.csv", '"VN"', '"Vietnam"'),
    ("events.csv", '"VN"', '"VN","VN"'),
    ("events.csv", '"VN"', '"VN" '),
    ("events.csv", '"40"', '"forty"'),
    ("events.csv", f'"{FORUM}"', '""'),
    ("events.csv", f'"{FORUM}"', '"hue-craft-evening-2024"'),
    ("events.csv", f'"{FORUM}"', '"lacquer"'),
    ("events.csv", '"2024-05-02"', '"2024-04-02"'),
    ("events.csv", "Hue Craft Forum", "Hue Craft Fair"),
    ("events.csv", "Hue Craft Forum", "Hue\0Craft"),
    ("roles.csv", '"hue-craft-guild"', '"hue-craft-gild"'),
    ("claims.csv", '"attendance"', '"audience"'),
)
"""A file of the Data Package, a text in it, and what stands there instead; None where the file is gone."""
