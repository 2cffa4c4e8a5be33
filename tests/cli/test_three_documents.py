"""The three documents, ingested and accepted, beside the sample dataset, which a person made of them by hand.

``DIFFERENCES`` names each difference with its reason; docs/articles.md tells the same in words.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import Result

from exchangecli.model import records
from exchangecli.model.folding import fold
from exchangecli.store import opening, rows
from exchangecli.store.opening import Store

Run = Callable[..., Result]
ARTICLES = Path(__file__).parents[2] / "docs" / "articles"
SEEDS = Path(__file__).parents[1] / "extraction" / "seeds"
COPIES = {
    "diplomacy-journal.txt": "000_62af3377bc8482cc.txt",
    "newsflash-asia.txt": "001_73d185d42cf028dd.txt",
    "asef-culture.txt": "002_6225be7c43e69f4e.txt",
}
"""The documents as the pages use them -> the same as reading is measured on them."""
SOURCES = {
    "diplomacy-journal.txt": "diplomacy-journal-korea-asean",
    "newsflash-asia.txt": "newsflash-asean-korea-forum",
    "asef-culture.txt": "asef-culture",
}
"""The documents -> their sources in the sample."""
SAID = {"asef-culture.txt": ("--title", "Culture", "--publisher", "ASEF (Asia-Europe Foundation)")}
"""What has to be said of a document that does not say it: the page of the ASEF has no headline."""
TWINS = {
    "korea-and-asean-to-promote-cooperation-through-cultural": "diplomacy-journal-korea-asean",
    "asean-korea-forum-fosters-cultural-collaboration": "newsflash-asean-korea-forum",
    "culture": "asef-culture",
    "korean-foundation-for-international-cultural-exchange": "kofice",
    "silk-road-c-and-t": "silk-road-c-t",
    "asean-korea-innovate-culture-forum": "asean-korea-innovative-culture-forum",
    "asean-korea-innovate-culture-forum-2025": "asean-korea-innovative-culture-forum-2025",
    "asean-korea-innovate-culture-forum-2025-keynote": "asean-korea-innovative-culture-forum-2025-keynote",
    "asem-culture-ministers-meetings": "asem-culture-ministers-meeting",
}
"""The ids that reading gives -> those of the same records in the sample, where they are others."""


class Fact(NamedTuple):
    """What one document says: about which record, in which field, which value; names are folded."""

    about: str
    field: str
    value: str


class Difference(NamedTuple):
    """Facts that only one of the two has, by patterns as in a shell; and why."""

    about: str
    field: str
    value: str
    why: str


ONLY_IN_THE_SAMPLE = (
    Difference("*", "status", "held", "that an event was held is said by its report; only another status is proposed"),
    Difference("*", "disciplines", "*", "no words state a discipline; a curator judges"),
    Difference("*", "description", "*", "a description is a curator's summary"),
    Difference("asef-policy-panel*", "*", "*", "panels in the plural have no title, so they are no events"),
    Difference("role asef @ *", "*", "*", "a standing support or membership belongs to no event"),
    Difference("role european-union @ asem *", "*", "*", "a membership belongs to no event"),
    Difference("role asean-secretariat @ asem *", "*", "*", "a membership belongs to no event"),
    Difference("european-union", "name", "*", "named as a member alone"),
    Difference("asean-secretariat", "name", "*", "named as a member alone"),
    Difference("unesco", "name", "*", "named in passing"),
    Difference("public-forums", "*", "*", "series without an edition are not proposed"),
    Difference("asem-cultural-festivals", "*", "*", "series without an edition are not proposed"),
    Difference("asem-summits", "*", "*", "series without an edition are not proposed"),
    Difference("asem-foreign-ministers-meetings", "*", "*", "series without an edition are not proposed"),
    Difference("name asem-foreign-ministers-meetings: *", "*", "*", "proposed, and waits: the series is not there"),
    Difference("asem*", "parent", "asem", "which programme another belongs to is not read"),
    Difference("asem-culture-ministers-meeting", "frequency", "biennial", "how often a series takes place is not read"),
    Difference("asem-workshop-*", "programme", "asem", "that it is an initiative of ASEM stands in no one sentence"),
    Difference("asean-korea-music-concert-2025", "programme", "*", "one phrase for two events goes to the nearer one"),
    Difference("role ministry-of-culture-* @ future-*", "*", "*", "“its” initiative: whose programme is not read"),
    Difference("asean-korea-*-forum-2025", "taking_part", "*", "the sentence is about the forum in every year"),
    Difference("girls-generation", "*", "*", "an affiliation stays as printed and makes no participant"),
    Difference("graduate-school-of-*", "*", "*", "an affiliation stays as printed and makes no participant"),
    Difference("seoul-national-university", "*", "*", "an affiliation stays as printed and makes no participant"),
    Difference("supertone", "*", "*", "an affiliation stays as printed and makes no participant"),
    Difference("vtv", "*", "*", "an affiliation stays as printed and makes no participant"),
    Difference(
        "role lee-kyogu @ *", "affiliations", "*school of*technology", "a school and its university are one text"
    ),
    Difference("role lee-kyogu @ *", "affiliations", "seoul*", "a school and its university are one text"),
    Difference(
        "role choi-hwi-young @ *", "affiliations", "*", "the words name a minister; the ministry is a conclusion"
    ),
    Difference("role *", "capacity", "*of supertone", "the body of a capacity is proposed as the affiliation"),
    Difference("role *", "capacity", "*of kofice", "the body of a capacity is proposed as the affiliation"),
    Difference("name duc-phuc: *", "name", "*", "the sample has his own spelling as his name, and this one beside it"),
    Difference(
        "name manh-cuong: *", "name", "*", "the sample has his own spelling as his name, and this one beside it"
    ),
    Difference("diplomacy-journal-*", "*", "*", "what a source says of itself stands there without a claim"),
    Difference("newsflash-*", "*", "*", "what a source says of itself stands there without a claim"),
    Difference("asem", "name", "asia europe meeting", "the acronym came first and names the programme"),
    Difference("asef", "acronym", "asef", "the page has no long form, so the acronym is its name"),
    Difference("asean-korea-innovative-culture-forum", "name", "asean korea innovative culture forum", "see its title"),
    Difference(
        "name asean-korea-*: 2025 asean korea innovate *", "name", "*", "the first document's title is in force"
    ),
    Difference("name kofice: kofice", "name", "kofice", "an acronym is a field of the body"),
    Difference("name ministry-of-culture-*: mcst", "name", "mcst", "an acronym is a field of the body"),
    Difference("name asem-culture-ministers-meeting: *", "name", "*", "the plural names the programme itself"),
    Difference("asem-culture-ministers-meeting", "name", "*meeting", "the plural names the programme itself"),
)
ONLY_IN_WHAT_IS_READ = (
    Difference("*", "kind", "*", "what a participant or programme is has the words in which it was named"),
    Difference("asef", "name", "asef", "the page has no long form, so the acronym is its name"),
    Difference("asem", "name", "asem", "the acronym came first and names the programme"),
    Difference("asem-culture-ministers-meeting", "name", "*meetings", "the plural names the programme itself"),
    Difference("name asean-korea-*: 2025 asean korea innovative *", "name", "*", "the second title is another name"),
    Difference("role lee-kyogu @ *", "affiliations", "*university", "a school and its university are one text"),
    Difference("role *", "capacity", "*", "the body of a capacity is proposed as the affiliation"),
)
SHARED_AT_LEAST = 100
"""How many facts the two have in common, at the least."""


@pytest.fixture
def read(exchange: Run, tmp_path: Path) -> Iterator[Store]:
    """The dataset that results where the three documents are ingested one by one, and all of each is accepted."""
    for name, twin in SOURCES.items():
        assert exchange("--db", "read.db", "ingest", ARTICLES / name, *SAID.get(name, ())).exit_code == 0
        newest = exchange("--db", "read.db", "list", "sources", "--ids").stdout.split()
        (source,) = [one for one in newest if TWINS[one] == twin]
        exchange("--db", "read.db", "review", "--accept-all", "--source", source)
    with opening.opened(tmp_path / "read.db", writing=True) as store:
        yield store


def stated(store: Store, twins: Mapping[str, str]) -> set[Fact]:
    """What the three documents state, by the claims of a dataset."""
    about = dict(_described(store, twins))
    names = {one["id"]: one["name"] for one in rows.where(store, records.PARTICIPANT, "1")}
    return {
        Fact(about.get(claim["record"]) or twins.get(claim["record"], claim["record"]), claim["field"], value)
        for claim in rows.where(store, records.CLAIM, "source IS NOT NULL")
        if twins.get(claim["source"], claim["source"]) in SOURCES.values()
        for value in _values(claim["value"], names if claim["field"] == "affiliations" else twins)
    }


def _values(value: str, known: Mapping[str, str]) -> Iterator[str]:
    """Each value of a claim, folded; what names a record as the sample names it, an affiliation by its name."""
    several = json.loads(value) if value.startswith("[") else [value]
    yield from (fold(known.get(one, one)) for one in several)


def _described(store: Store, twins: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The id of each role, name and figure, which is made of its content, and what it is in words."""
    for role in rows.where(store, records.ROLE, "1"):
        who, where = (twins.get(one, one) for one in (role["participant"], role["event"] or role["programme"]))
        yield role["id"], f"role {who} @ {where} {role['role']}"
    for name in rows.where(store, records.NAME, "1"):
        yield name["id"], f"name {twins.get(name['record'], name['record'])}: {fold(name['name'])}"
    for figure in rows.where(store, records.FIGURE, "1"):
        yield figure["id"], f"figure {twins.get(figure['record'], figure['record'])} {figure['measure']}"


def explained(facts: Iterable[Fact], differences: Iterable[Difference]) -> tuple[list[Fact], list[Difference]]:
    """The facts for which no difference is written down, and the differences that explain none."""
    facts, differences = list(facts), list(differences)
    covers = {(fact, one): all(map(fnmatchcase, fact, one[:3])) for fact in facts for one in differences}
    return (
        sorted(fact for fact in facts if not any(covers[fact, one] for one in differences)),
        [one for one in differences if not any(covers[fact, one] for fact in facts)],
    )


def test_what_is_read_is_what_the_sample_has_but_for_the_differences_with_a_reason(read: Store, sample: Store) -> None:
    made, known = stated(read, TWINS), stated(sample, {})
    assert explained(known - made, ONLY_IN_THE_SAMPLE) == ([], [])
    assert explained(made - known, ONLY_IN_WHAT_IS_READ) == ([], [])
    assert len(made & known) >= SHARED_AT_LEAST


def test_the_sources_say_of_themselves_what_the_sample_says(read: Store, sample: Store) -> None:
    fields = ("title", "publisher", "author", "published", "language", "origin", "sha256")

    def said(store: Store, twins: Mapping[str, str]) -> dict[str, tuple[object, ...]]:
        sources = rows.where(store, records.SOURCE, "1")
        found = {twins.get(one["id"], one["id"]): tuple(one[name] for name in fields) for one in sources}
        return {source: found[source] for source in SOURCES.values()}

    assert said(read, TWINS) == said(sample, {})


@pytest.mark.parametrize("name", COPIES)
def test_the_pages_use_the_texts_on_which_reading_is_measured(name: str) -> None:
    assert (ARTICLES / name).read_bytes() == (SEEDS / COPIES[name]).read_bytes()
