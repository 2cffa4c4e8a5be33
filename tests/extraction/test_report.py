import json
from pathlib import Path

import pytest

from exchangecli.extract import words
from exchangecli.extract.proposals import Masthead, Proposal, Reading
from exchangecli.model.articles import Article
from tests.extraction import __main__ as measuring
from tests.extraction import report

TEXT = "The Culture Forum met in Hanoi."


def place(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


def said(field: str, value: str, quote: str) -> Proposal:
    start, end = place(quote)
    rule = f"{field}:a rule"
    return Proposal(field=field, event="Culture Forum", value=value, quote=quote, start=start, end=end, rule=rule)


def fact(field: str, quote: str) -> dict[str, object]:
    start, end = place(quote)
    row = {"field": field, "event": "F", "value": [quote], "quote": quote, "optional": False}
    return row | {"start": start, "end": end}


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    """A truth file of one article, which says the name of an event and its city."""
    events = {"F": {"names": ["Culture Forum"], "kind": "forum_conference"}}
    facts = [fact("event_name", "Culture Forum"), fact("city", "Hanoi")]
    document = {"path": "a.txt", "meta": {}, "events": events, "facts": facts}
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "truth.json"
    path.write_text(json.dumps({"documents": {"a": document}}), encoding="utf-8")
    return path


def reads(monkeypatch: pytest.MonkeyPatch, *proposals: Proposal) -> None:
    """Have every article be read as saying this."""

    def read(article: Article) -> Reading:
        return Reading(Masthead(title=article.title), proposals)

    monkeypatch.setattr(measuring, "read", read)


NAME = said("title", "Culture Forum", "Culture Forum")


def test_misses_and_mistakes_are_shown_with_their_words(
    truth: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reads(monkeypatch, NAME, said("city", "Met", "met"))
    assert measuring.main([str(truth), "--misses", "--rules"]) == 0
    printed = capsys.readouterr().out
    assert "missed city          F    'Hanoi'   «Hanoi»" in printed
    assert "WRONG  city          F    'Met'   «met» by city:a rule" in printed
    assert "event  F    = 'Culture Forum'" in printed
    [rule] = [line.split() for line in printed.splitlines() if line.startswith("title:a rule")]
    assert rule[2:] == ["1/1", "1.00", "1/1", "1.00"]


def test_the_same_as_data(truth: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    reads(monkeypatch, NAME)
    assert measuring.main([str(truth), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    expected = {"right": 1, "proposed": 1, "true": 2, "precision": 1.0, "recall": 0.5}
    assert data["fields"][report.TOTAL]["strict"] == data["documents"]["a"]["strict"] == expected
    assert data["fields"]["venue"]["strict"]["precision"] is None


def test_words_that_do_not_stand_there_make_it_fail(
    truth: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reads(monkeypatch, Proposal(field="city", event=None, value="Hue", quote="Hue", start=0, end=3, rule="a rule"))
    assert measuring.main([str(truth)]) == 1
    assert "a: a rule quotes 'Hue', at its place stands 'The'" in capsys.readouterr().err


def test_what_is_right_of_an_optional_fact_counts_for_confidence_alone(
    tmp_path: Path, truth: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = json.loads(truth.read_text("utf-8"))
    data["documents"]["a"]["facts"][1]["optional"] = True
    truth.write_text(json.dumps(data), encoding="utf-8")
    reads(monkeypatch, said("title", "Culture Forum", "Culture Forum"), said("city", "Hanoi", "Hanoi"))
    assert measuring.main([str(truth), "--json", "--precision", str(tmp_path / "precision.csv")]) == 0
    assert json.loads(capsys.readouterr().out)["fields"]["city"]["strict"]["proposed"] == 0
    assert "city:a rule,1,1" in (tmp_path / "precision.csv").read_text("utf-8")


def test_every_proposal_stands_on_its_words_and_confidence_is_what_was_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sets = [str(measuring.HERE / name / "truth.json") for name in ("learn", "held_out", "third", "fourth")]
    assert measuring.main([*sets, "--json", "--precision", str(tmp_path / "precision.csv")]) == 0
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 4 * 16
    in_use = (words.TABLES / "precision.csv").read_text("utf-8")
    assert (tmp_path / "precision.csv").read_text("utf-8") == in_use, "write the table anew: docs/extraction.md"
