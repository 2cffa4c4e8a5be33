"""Taking in articles: sources with their text, proposals, and nothing that is a fact yet."""

from dataclasses import replace
from pathlib import Path

import pytest

from exchangecli import errors
from exchangecli.curate import ingesting, logbook, packages, proposed, retracting, undoing
from exchangecli.curate.ingesting import Read
from exchangecli.extract.proposals import Reading
from exchangecli.model import records
from exchangecli.store import rows, whole
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command
from readings import CONCERT, FORUM, SECOND_TEXT, article, first, says, second


def state(store: Store) -> dict[str, list[object]]:
    return {name: list(whole.every(store, kind)) for name, kind in records.TABLES.items()}


def undo(store: Store, command: Command) -> None:
    plan = undoing.newest(store)
    undoing.apply(store, command, plan, lambda: undoing.plan(store, plan.undone.number))


def test_an_article_becomes_a_source_and_proposals_and_nothing_else(empty: Store, command: Command) -> None:
    before = state(empty)
    done = ingesting.ingest(empty, command, *first(), {})
    source = rows.get(empty, records.SOURCE, "korea-and-asean-to-meet-through-music-and-debate")
    assert source == done.source
    assert source is not None
    assert (source["publisher"], source["author"], source["published"]) == (
        "Diplomacy Journal",
        "Kayla Lee",
        "2025-11-10",
    )
    assert (source["kind"], source["language"], source["sha256"]) == ("article", "en", first()[0].sha256)
    text = str(source["text"])
    assert [text[one.said.start : one.said.end] for one in done.proposals] == [one.said.quote for one in done.proposals]
    assert sorted(done.new) == sorted(one.id(first()[0].sha256) for one in first()[1].proposals)
    after = state(empty)
    assert {name for name in after if after[name] != before[name]} == {"source", "proposal"}


def test_proposals_come_back_as_they_were_read(empty: Store, command: Command) -> None:
    ingesting.ingest(empty, command, *first(), {})
    (source,) = rows.where(empty, records.SOURCE, "1")
    kept = proposed.of_source(empty, source["id"])
    by_place = sorted(first()[1].proposals, key=lambda one: (one.start, one.end))
    assert [one.said for one in kept] == by_place
    assert {one.status for one in kept} == {"pending"}


def test_the_same_file_again_is_no_operation(empty: Store, command: Command) -> None:
    ingesting.ingest(empty, command, *second(), {})
    before, log = state(empty), logbook.entries(empty)
    again = ingesting.ingest(empty, command, *second(), {})
    assert (again.is_new, again.new) == (False, ())
    assert len(again.proposals) == len(second()[1].proposals) + 1
    assert state(empty) == before
    assert logbook.entries(empty) == log


def test_the_same_text_from_another_file_is_the_same_source(empty: Store, command: Command) -> None:
    one, what = second()
    ingesting.ingest(empty, command, one, what, {})
    marked = replace(article("﻿" + SECOND_TEXT), text=SECOND_TEXT)
    again = ingesting.ingest(empty, command, marked, what, {})
    assert again.is_new is False
    assert rows.count(empty, records.SOURCE) == 1


def test_what_a_person_says_goes_before_what_the_article_says(empty: Store, command: Command) -> None:
    given = {"title": "Music and debate", "published": "10 Nov 2025", "language": "en", "url": "https://example.org/a"}
    one = ingesting.ingest(empty, command, replace(first()[0], publisher="The Daily"), first()[1], given).source
    assert (one["title"], one["publisher"], one["author"]) == ("Music and debate", "The Daily", "Kayla Lee")
    assert (one["published"], one["url"]) == ("2025-11-10", "https://example.org/a")
    with pytest.raises(errors.FieldProblems, match="--published"):
        ingesting.ingest(empty, command, *second(), {"published": "one day"})
    assert rows.count(empty, records.SOURCE) == 1


def test_a_text_without_a_headline_is_called_by_its_first_line(empty: Store, command: Command) -> None:
    nothing = Reading(first()[1].masthead.__class__(), ())
    done = ingesting.ingest(empty, command, article("\n\nA forum in Hue\n\nIt was held."), nothing, {})
    assert done.source["title"] == "A forum in Hue"
    assert done.proposals == ()


def test_several_articles_are_one_operation(empty: Store, command: Command) -> None:
    before = len(logbook.entries(empty))
    ingesting.ingest_all(empty, command, [Read(*first()), Read(*second())], {})
    entries = logbook.entries(empty)
    assert len(entries) == before + 1
    assert entries[0].records == 2
    undo(empty, command)
    assert rows.count(empty, records.SOURCE) == rows.count(empty, records.PROPOSAL) == 0


def test_that_an_article_is_adapted_is_proposed(empty: Store, command: Command) -> None:
    done = ingesting.ingest(empty, command, *second(), {})
    (origin,) = [one.said for one in done.proposals if one.said.field == "origin"]
    assert (origin.event, origin.value, origin.quote) == (None, "unknown", "adapted from original press material")
    assert done.source["origin"] is None


def test_a_reprint_is_offered_and_not_decided(empty: Store, command: Command) -> None:
    ingesting.ingest(empty, command, *first(), {})
    text = "Another headline\n" + first()[0].text.partition("\n")[2]
    said = says(text)
    copy = Reading(second()[1].masthead.__class__(), (said("title", FORUM, FORUM, FORUM),))
    done = ingesting.ingest(empty, command, article(text), copy, {})
    assert [one.origin for one in done.offers] == ["korea-and-asean-to-meet-through-music-and-debate"]
    assert done.source["origin"] is None
    assert ingesting.ingest(empty, command, *second(), {}).offers == ()


def test_a_package_carries_no_proposal(empty: Store, command: Command, tmp_path: Path) -> None:
    ingesting.ingest(empty, command, *second(), {})
    packages.export_package(empty, tmp_path / "package")
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "package").iterdir()}
    assert [name for name in written if "proposal" in name] == []
    assert "title:test" not in "".join(written.values())


def test_a_source_that_is_retracted_takes_along_what_nobody_decided(empty: Store, command: Command) -> None:
    source = ingesting.ingest(empty, command, *second(), {}).source["id"]
    planned = retracting.plan(empty, command, source)
    assert (planned.claims, planned.proposals) == (0, 13)
    retracting.apply(empty, command, planned)
    assert rows.count(empty, records.PROPOSAL) == 0


def test_a_source_that_is_deleted_takes_its_proposals_along(empty: Store, command: Command, delete: object) -> None:
    assert callable(delete)
    source = ingesting.ingest(empty, command, *second(), {}).source["id"]
    delete(empty, source)
    assert rows.count(empty, records.PROPOSAL) == 0
    undo(empty, command)
    assert len(proposed.of_source(empty, source)) == 13


def test_proposals_are_named_by_the_start_of_their_id(empty: Store, command: Command) -> None:
    one = ingesting.ingest(empty, command, *first(), {}).proposals[3]
    assert (
        proposed.named(empty, one.id) == proposed.named(empty, one.id[:8]) == proposed.named(empty, one.id[2:8]) == one
    )
    for word in ("p-nothing", "", CONCERT):
        with pytest.raises(errors.UnknownProposal):
            proposed.named(empty, word)
    with pytest.raises(errors.SeveralProposals):
        proposed.named(empty, "p-")
