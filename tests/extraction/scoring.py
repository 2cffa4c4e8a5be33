"""Scoring a reading against the truth: which event is which, what is right, what is wrong, what was missed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from exchangecli.model.folding import fold
from exchangecli.model.vocabularies import vocabulary
from tests.extraction.agreement import agrees, same_words
from tests.extraction.statements import Statement
from tests.extraction.truth import Document, Fact

Alignment = Mapping[str, str]
"""The title of an event as it was read -> the key of the event that it is."""
Test = Callable[[Statement, Fact], bool]
ANY_EVENT = "*"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the statements about a document, in one way of counting.

    ``uncounted`` are right too, of a fact that is optional or that another statement has met; no score counts them.
    """

    right: list[tuple[Statement, Fact]] = field(default_factory=list)
    wrong: list[Statement] = field(default_factory=list)
    missed: list[Fact] = field(default_factory=list)
    uncounted: list[Statement] = field(default_factory=list)


def same_value(statement: Statement, fact: Fact) -> bool:
    """Whether a statement has the fact's field and value; of an affiliation, also whose it is."""
    if statement.field != fact.field or not agrees(fact.field, statement.values, fact.values):
        return False
    return fact.person is None or (statement.person is not None and same_words(statement.person, [fact.person]))


def same_role(statement: Statement, fact: Fact) -> bool:
    """Whether a role is one of those that are right; what has no role is right in this."""
    return not fact.roles or statement.role in fact.roles


def _group(role: str | None) -> str | None:
    term = vocabulary("roles").terms.get(role or "")
    return term.mappings["group"] if term else None


def _same_group(statement: Statement, fact: Fact) -> bool:
    return not fact.roles or _group(statement.role) in map(_group, fact.roles)


def same_event(statement: Statement, fact: Fact, aligned: Alignment, document: Document) -> bool:
    """Whether a statement is made about the fact's event: any for ``*``, none for a body's fact."""
    if fact.event == ANY_EVENT:
        return True
    if fact.event not in document.events:
        return statement.event is None
    return statement.event is not None and aligned.get(statement.event) == fact.event


def _one_to_one(weights: Mapping[tuple[str, str], tuple[int, int]]) -> Alignment:
    aligned: dict[str, str] = {}
    for (title, key), weight in sorted(weights.items(), key=lambda pair: pair[1], reverse=True):
        if any(weight) and title not in aligned and key not in aligned.values():
            aligned[title] = key
    return aligned


def align_by_facts(statements: Iterable[Statement], document: Document) -> Alignment:
    """Which event is which, by the largest overlap of their facts, the name among them; a name decides a tie."""
    overlap: Counter[tuple[str, str]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    agreeing = (
        (statement.event, fact)
        for statement in statements
        for fact in document.facts
        if statement.event is not None
        and fact.event in document.events
        and same_value(statement, fact)
        and same_role(statement, fact)
    )
    for title, fact in agreeing:
        overlap[title, fact.event] += 1
        named[title, fact.event] += fact.field == "event_name"
    return _one_to_one({pair: (overlap[pair], named[pair]) for pair in overlap})


def align_by_name(statements: Iterable[Statement], document: Document) -> Alignment:
    """Which event is which, by their names alone."""
    weights = {
        (statement.event, fact.event): (1, 0)
        for statement in statements
        for fact in document.facts
        if statement.event is not None and fact.field == "event_name" and same_words(statement.event, fact.values)
    }
    return _one_to_one(weights)


def _is_unscored(statement: Statement, document: Document, aligned: Alignment) -> bool:
    """That an event was held goes without saying; it is wrong only where the truth has another status."""
    if statement.field != "status" or statement.values != ("held",):
        return False
    event = aligned.get(statement.event or "")
    return not any(fact.field == "status" and fact.event == event and not fact.optional for fact in document.facts)


def _place(fact: Fact, met: list[Fact]) -> int:
    """In which order a statement is held against the facts it agrees with: required and not met yet comes first."""
    return 2 if fact.optional else 1 if fact in met else 0


def _judge(statements: Iterable[Statement], facts: Iterable[Fact], right: Test) -> Verdict:
    wanted = list(facts)
    verdict = Verdict()
    met: list[Fact] = []
    for statement in statements:
        agreeing = [fact for fact in wanted if right(statement, fact)]
        if not agreeing:
            verdict.wrong.append(statement)
        elif _place(first := min(agreeing, key=lambda fact: _place(fact, met)), met) == 0:
            met.append(first)
            verdict.right.append((statement, first))
        else:
            verdict.uncounted.append(statement)
    missed = [fact for fact in wanted if not fact.optional and fact not in met]
    return replace(verdict, wrong=_each_once(verdict.wrong, met), missed=missed)


def _each_once(wrong: Iterable[Statement], met: Iterable[Fact]) -> list[Statement]:
    """The same wrong fact said twice counts once, and an affiliation that is right elsewhere not at all."""
    elsewhere = [fact for fact in met if fact.field == "person_affil"]
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in wrong:
        if statement.field == "person_affil" and any(same_value(statement, fact) for fact in elsewhere):
            continue
        event = None if statement.field == "person_affil" else statement.event
        said = (statement.field, event, fold(statement.person or ""), statement.role, *map(fold, statement.values))
        kept.setdefault(said, statement)
    return list(kept.values())


@dataclass(frozen=True, slots=True)
class Score:
    """A document's verdicts: strict; strict with events found by name; roles of one group; the event ignored."""

    document: Document
    aligned: Alignment
    strict: Verdict
    by_name: Verdict
    by_group: Verdict
    value_only: Verdict


def score(document: Document, said: Iterable[Statement]) -> Score:
    """Score what was read of a document in each of the four ways."""
    statements = list(said)
    by_facts, by_name = align_by_facts(statements, document), align_by_name(statements, document)
    scored = [statement for statement in statements if not _is_unscored(statement, document, by_facts)]

    def strictly(aligned: Alignment, role: Test) -> Verdict:
        def right(statement: Statement, fact: Fact) -> bool:
            in_place = same_event(statement, fact, aligned, document)
            return in_place and role(statement, fact) and same_value(statement, fact)

        return _judge(scored, document.facts, right)

    return Score(
        document,
        by_facts,
        strictly(by_facts, same_role),
        strictly(by_name, same_role),
        strictly(by_facts, _same_group),
        _judge([replace(statement, event=None, role=None) for statement in scored], document.facts, same_value),
    )
