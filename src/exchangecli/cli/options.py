"""Options that several commands share, declared once."""

from pathlib import Path
from typing import Annotated

import typer

from exchangecli.cli import completing, completing_words
from exchangecli.cli.completing_words import queried
from exchangecli.model import records

EVIDENCE = "Evidence"

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Go ahead without asking.")]
Because = Annotated[str | None, typer.Option("--because", metavar="TEXT", help="Why, for the log.")]
Force = Annotated[bool, typer.Option("--force", help="Add it even where the same seems to be there already.")]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="SOURCE",
        help="The source that says so; every field given is cited from it.",
        rich_help_panel=EVIDENCE,
        autocompletion=completing.of_field(records.CLAIM.field("source")),
    ),
]
Quote = Annotated[
    list[str] | None,
    typer.Option(
        "--quote",
        metavar="[FIELD=]TEXT",
        help="The source's words for a field; may be given several times.",
        rich_help_panel=EVIDENCE,
        autocompletion=completing_words.quote,
    ),
]
Locator = Annotated[
    str | None,
    typer.Option(
        "--locator", metavar="TEXT", help="Where in the source: page, row or minute.", rich_help_panel=EVIDENCE
    ),
]
TextFile = Annotated[
    Path | None,
    typer.Option("--text-file", metavar="FILE", help="The file with the text that was read; its sha256 is kept too."),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="DATE|op:N|RELEASE",
        help="As the dataset stood at the end of a day, after an operation, or as a release.",
        autocompletion=completing_words.releases,
    ),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[KIND] [QUERY]...",
        help="What to look for: a kind of record, then words, or field:value.",
        autocompletion=completing_words.query,
    ),
]
Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="FIELD",
        help="Sort by a field; -FIELD for the last first.",
        autocompletion=completing_words.fields,
    ),
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", help="The first N; 0 is all.", show_default=False)]
Country = Annotated[
    str | None,
    typer.Option(
        "--country", metavar="COUNTRY", help="Held in, or from, a country or group.", autocompletion=queried("country")
    ),
]
KindOf = Annotated[
    str | None,
    typer.Option("--kind", metavar="WORD", help="Of this kind: concert, forum...", autocompletion=queried("kind")),
]
Role = Annotated[
    str | None, typer.Option("--role", metavar="WORD", help="With this role.", autocompletion=queried("role"))
]
Participant = Annotated[
    str | None,
    typer.Option("--participant", metavar="WHO", help="With this participant.", autocompletion=queried("participant")),
]
Programme = Annotated[
    str | None,
    typer.Option(
        "--programme", metavar="PROGRAMME", help="Of this programme or series.", autocompletion=queried("programme")
    ),
]
FromSource = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help="With a fact from this source.", autocompletion=queried("source")),
]
Year = Annotated[str | None, typer.Option("--year", metavar="YEAR", help="In this year.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="On this day or later.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="On this day or earlier.")]
Possible = Annotated[
    bool,
    typer.Option("--possible", help='Add what a partial date leaves open, marked: "2018" may lie in March 2018.'),
]
ByMembership = Annotated[
    bool,
    typer.Option(
        "--by-membership", help="Let taking-part: count who belonged to a group that took part, marked as not stated."
    ),
]
