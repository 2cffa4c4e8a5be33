from collections.abc import Iterator
from pathlib import Path

import pytest

from exchangecli.extract.proposals import Proposal
from exchangecli.model.vocabularies import vocabulary
from tests.extraction.scoring import score
from tests.extraction.statements import statements
from tests.extraction.truth import FIELDS, KIND, Document, Fact, read_truth

HERE = Path(__file__).parent
SETS = ("learn", "held_out", "third", "fourth")
TRUTHS = (HERE / "seeds" / "facts.json", *(HERE / name / "truth.json" for name in SETS))
DOCUMENTS = [
    pytest.param(document, id=f"{path.parent.name}/{document.key}") for path in TRUTHS for document in read_truth(path)
]
FIELD_OF = {"event_name": "title", "date": "start", "org_role": "role", "person_role": "role", "acronym": "name"}
FIELD_OF |= {"count": "figure"}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_fact_stands_on_its_words(document: Document) -> None:
    text = document.text()
    assert [(fact.field, fact.quote) for fact in document.facts if text[fact.start : fact.end] != fact.quote] == []
    assert all(fact.quote for fact in document.facts)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_codes_are_those_of_the_vocabularies(document: Document) -> None:
    assert {role for fact in document.facts for role in fact.roles} <= vocabulary("roles").terms.keys()
    kinds = {value for fact in document.facts if fact.field == KIND for value in fact.values}
    assert kinds <= vocabulary("event-kinds").terms.keys()
    statuses = {value for fact in document.facts if fact.field == "status" for value in fact.values}
    assert statuses <= vocabulary("statuses").terms.keys()


@pytest.mark.parametrize("name", SETS)
def test_the_sets_are_alike(name: str) -> None:
    documents = read_truth(HERE / name / "truth.json")
    assert len(documents) == 16
    assert {path.name for path in (HERE / name).glob("*.txt")} == {document.path.name for document in documents}
    assert [document.key for document in documents if not 900 <= len(document.text()) <= 2500] == []
    assert {fact.field for document in documents for fact in document.facts} >= {*FIELDS, KIND}


def test_no_article_is_in_two_sets() -> None:
    keys = [document.key for name in SETS for document in read_truth(HERE / name / "truth.json")]
    assert sorted(keys) == sorted(set(keys))


def proposals_of(document: Document) -> Iterator[Proposal]:
    """What a perfect reader proposes: exactly the facts that are required, in their first form."""
    titles = {fact.event: fact.values[0] for fact in document.facts if fact.field == "event_name"}
    for fact in document.facts:
        if not fact.optional and fact.field != "person_affil":
            yield _proposal(fact, titles, document)


def _proposal(fact: Fact, titles: dict[str, str], document: Document) -> Proposal:
    affiliations = [
        other.values[0]
        for other in document.facts
        if other.field == "person_affil" and other.event == fact.event and other.person in fact.values
    ]
    return Proposal(
        field=FIELD_OF.get(fact.field, fact.field),
        event=titles.get(fact.event),
        value=fact.values[0],
        quote=fact.quote,
        start=fact.start,
        end=fact.end,
        rule="perfect",
        role=fact.roles[0] if fact.roles else None,
        kind="acronym" if fact.field == "acronym" else "person" if fact.field == "person_role" else None,
        affiliation=affiliations[0] if affiliations else None,
    )


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_perfect_reader_makes_no_mistake(document: Document) -> None:
    verdict = score(document, statements(proposals_of(document), document)).strict
    assert [(said.field, said.values) for said in verdict.wrong] == []
    assert [(fact.field, fact.values) for fact in verdict.missed if fact.field != "person_affil"] == []
