"""What a measurement prints: a table by field, by rule, and each miss and wrong proposal with its words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from tests.extraction.scoring import Score, Verdict, same_event, same_role, same_value
from tests.extraction.statements import Statement
from tests.extraction.truth import FIELDS, KIND, Fact

WAYS: Mapping[str, Callable[[Score], Verdict]] = {
    "strict": lambda score: score.strict,
    "by_name": lambda score: score.by_name,
    "by_group": lambda score: score.by_group,
    "value_only": lambda score: score.value_only,
}
"""The ways of counting -> the verdict that each looks at."""
TOTAL = "ALL"
_QUOTED = 90
"""The longest quotation shown, in characters."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, how many proposed, how many true; nothing proposed has no precision."""

    right: int
    proposed: int
    true: int

    @property
    def precision(self) -> float | None:
        return self.right / self.proposed if self.proposed else None

    @property
    def recall(self) -> float | None:
        return self.right / self.true if self.true else None

    def as_data(self) -> dict[str, float | int | None]:
        """The three numbers with the two that follow from them."""
        return asdict(self) | {"precision": self.precision, "recall": self.recall}


def _tally(verdicts: Iterable[Verdict], fields: Sequence[str]) -> Tally:
    kept = list(verdicts)
    right = sum(fact.field in fields for verdict in kept for _, fact in verdict.right)
    wrong = sum(statement.field in fields for verdict in kept for statement in verdict.wrong)
    missed = sum(fact.field in fields for verdict in kept for fact in verdict.missed)
    return Tally(right, right + wrong, right + missed)


def by_field(scores: Sequence[Score]) -> dict[str, dict[str, Tally]]:
    """Field, and ``ALL`` for all but the kind -> way of counting -> tally."""
    rows = {one: [one] for one in (*FIELDS, KIND)} | {TOTAL: list(FIELDS)}
    return {
        name: {way: _tally(map(verdict, scores), fields) for way, verdict in WAYS.items()}
        for name, fields in rows.items()
    }


def by_rule(scores: Sequence[Score]) -> dict[str, dict[str, Tally]]:
    """Rule -> way of counting -> right and proposed; what is true has no rule."""
    return {
        rule: {way: _tally_of_rule(map(verdict, scores), rule) for way, verdict in WAYS.items()}
        for rule in sorted({said.proposal.rule for score in scores for said in _said(score.strict)})
    }


def _said(verdict: Verdict) -> Iterator[Statement]:
    yield from (statement for statement, _ in verdict.right)
    yield from verdict.wrong


def _tally_of_rule(verdicts: Iterable[Verdict], rule: str) -> Tally:
    kept = list(verdicts)
    proposed = Counter(said.proposal.rule for verdict in kept for said in _said(verdict))[rule]
    right = Counter(said.proposal.rule for verdict in kept for said, _ in verdict.right)[rule]
    return Tally(right, proposed, right)


def _share(share: float | None) -> str:
    return "   -" if share is None else f"{share:4.2f}"


def _cells(tally: Tally) -> str:
    return f"{tally.right:5d}{tally.proposed:5d}{tally.true:5d}  {_share(tally.precision)} {_share(tally.recall)}"


def table_of_fields(scores: Sequence[Score]) -> Iterator[str]:
    """The table by field: right, proposed, true, precision, recall; strict beside value-only; then the other ways."""
    rows = by_field(scores)
    yield f"{'':14}{'strict: right prop true  P    R':>34}{'value only: right prop true  P    R':>40}"
    for name, ways in rows.items():
        if any(tally.proposed or tally.true for tally in ways.values()):
            yield f"{name:14}{_cells(ways['strict']):>34}{_cells(ways['value_only']):>40}"
    total = rows[TOTAL]
    yield f"events found by name: {_cells(total['by_name'])}"
    yield f"roles of one group:   {_cells(total['by_group'])}"


def table_of_rules(scores: Sequence[Score]) -> Iterator[str]:
    """Each rule with what it proposed and how much of it was right, strict and value-only."""
    yield f"{'rule':44}{'strict':>14}{'value only':>14}"
    for rule, ways in by_rule(scores).items():
        shares = (ways["strict"], ways["value_only"])
        yield f"{rule:44}" + "".join(f"{t.right:5d}/{t.proposed:<3d}{_share(t.precision):>5}" for t in shares)


def _shortened(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTED else plain[: _QUOTED - 1] + "…"


def _miss(fact: Fact) -> str:
    said = " / ".join((*fact.roles, *([fact.person] if fact.person else [])))
    return f"  missed {fact.field:13} {fact.event:4} {fact.values[0]!r} {said}  «{_shortened(fact.quote)}»"


def _why(statement: Statement, score: Score) -> str:
    """Where a wrong statement has the value of a fact, what else of it is wrong."""
    facts = [fact for fact in score.document.facts if same_value(statement, fact)]
    if not facts:
        return ""
    if any(same_event(statement, fact, score.aligned, score.document) for fact in facts):
        return "  [role]"
    return "  [event]" if any(same_role(statement, fact) for fact in facts) else "  [event and role]"


def _mistake(statement: Statement, score: Score) -> str:
    proposal = statement.proposal
    event = score.aligned.get(statement.event or "", "?") if statement.event else "none"
    said = " / ".join(part for part in (statement.role, statement.person) if part)
    start = f"  WRONG  {statement.field:13} {event:4} {statement.values[-1]!r} {said}"
    return f"{start}  «{_shortened(proposal.quote)}» by {proposal.rule}{_why(statement, score)}"


def misses(scores: Sequence[Score]) -> Iterator[str]:
    """By document: which event was taken for which, what was missed, what was wrong; strict."""
    for score in scores:
        verdict = score.strict
        yield f"{score.document.key}: {len(verdict.missed)} missed, {len(verdict.wrong)} wrong"
        yield from (f"  event  {key:4} = {title!r}" for title, key in score.aligned.items())
        yield from map(_miss, sorted(verdict.missed, key=lambda fact: fact.start))
        yield from (_mistake(statement, score) for statement in verdict.wrong)


def as_data(scores: Sequence[Score]) -> dict[str, object]:
    """The same as data: tallies by field, by rule and by document, as JSON can hold them."""
    documents = {score.document.key: by_field([score])[TOTAL] for score in scores}
    parts = {"fields": by_field(scores), "rules": by_rule(scores), "documents": documents}
    return {
        part: {name: {way: tally.as_data() for way, tally in ways.items()} for name, ways in rows.items()}
        for part, rows in parts.items()
    }


def precision_of_rules(scores: Sequence[Score]) -> Iterator[str]:
    """The rows of the table that is shown as confidence: each rule, how often it was right, how often it proposed.

    What is right of an optional fact is right here: a reader who sees the proposal will accept it.
    """
    right = Counter(said.proposal.rule for score in scores for said in _right(score.strict))
    wrong = Counter(said.proposal.rule for score in scores for said in score.strict.wrong)
    yield "rule,right,proposed"
    for rule in sorted({*right, *wrong}):
        yield f"{rule},{right[rule]},{right[rule] + wrong[rule]}"


def _right(verdict: Verdict) -> Iterator[Statement]:
    yield from (statement for statement, _ in verdict.right)
    yield from verdict.uncounted
