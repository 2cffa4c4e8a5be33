"""What is kept beside the records: ids that were given up, judgements, and what articles say that nobody accepted yet.

Proposals are what ``extract.proposals.Proposal`` is, with what a person decided about each. No published form of a
dataset carries them.
"""

from exchangecli.model import types as t
from exchangecli.model.fields import Field, Kind

_ID = Field("id", t.ID, "Never changes once made; the start of it is enough to find the record", schema_org="@id")

RETIRED_ID = Kind(
    "retired_id",
    "retired_ids",
    "An id that was given up in a merge, and the record it stands for now",
    (_ID, Field("record", t.TEXT, "The id it stands for", required=True)),
)

JUDGEMENT = Kind(
    "judgement",
    "judgements",
    "A person's answer to the question whether two records are one",
    (
        _ID,
        Field("kind", t.TEXT, "The kind of both records", required=True),
        Field("a", t.TEXT, "One record", required=True, label="A"),
        Field("b", t.TEXT, "The other record", required=True, label="B"),
        Field("judgement", t.TEXT, "same, not_same or unsure", required=True),
        Field("who", t.TEXT, "Who judged"),
        Field("at", t.TEXT, "When"),
        Field("reason", t.TEXT, "Why"),
    ),
    identity=("kind", "a", "b"),
)

PENDING, ACCEPTED, REJECTED = STATUSES = ("pending", "accepted", "rejected")
"""What became of a proposal."""

PROPOSAL = Kind(
    "proposal",
    "proposals",
    "A fact read out of an article, and what a person decided about it",
    (
        _ID,
        Field("source", t.REFERENCE, "The source whose text states it", ("source",), required=True),
        Field("event", t.TEXT, "The title of the event it belongs to, as the article has it"),
        Field("field", t.TEXT, "The field of the event, or session, role, name, programme, launch, figure, origin",
              required=True),
        Field("value", t.PARAGRAPHS, "What is stated, as the dataset would hold it", required=True),
        Field("quote", t.PARAGRAPHS, "The words it rests on", required=True),
        Field("quote_start", t.INTEGER, "Where they begin in the text, in characters from 0", required=True),
        Field("quote_end", t.INTEGER, "Where they end", required=True),
        Field("rule", t.TEXT, "The rule that read it", required=True),
        Field("as_printed", t.PARAGRAPHS, "How the value is printed, where it reads otherwise"),
        Field("inferred", t.TEXT, "Why it was read so, where the words do not say it alone"),
        Field("of", t.TEXT, "What it is about, where that is not the event"),
        Field("session", t.TEXT, "The session it belongs to: its title, or the code of its kind"),
        Field("position", t.INTEGER, "The place in the order in which the article names them"),
        Field("role", t.TEXT, "As what a participant had a part; of a session, its kind"),
        Field("printed_role", t.TEXT, "The words that say so"),
        Field("capacity", t.TEXT, "The office or title held"),
        Field("affiliation", t.TEXT, "The body belonged to"),
        Field("kind", t.TEXT, "What the participant, the other name or the programme is"),
        Field("country", t.TEXT, "Where the participant comes from"),
        Field("measure", t.TEXT, "What a figure counts"),
        Field("unit", t.TEXT, "What it is counted in"),
        Field("approximate", t.FLAG, "Whether the article gives a round figure"),
        Field("status", t.TEXT, "pending, accepted or rejected", required=True),
        Field("decided_value", t.PARAGRAPHS, "The value a person accepted it with, where that is another"),
        Field("decided_event", t.TEXT, "The id of the event a person moved it to, where they did"),
        Field("record", t.TEXT, "The id of the record that it became, or joined"),
        Field("who", t.TEXT, "Who decided"),
        Field("at", t.TEXT, "When"),
    ),
)  # fmt: skip
