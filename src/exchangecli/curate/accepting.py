"""Accepting and rejecting what was read out of articles: what is accepted becomes records, each fact with its words.

It goes the road of ``add`` and ``cite``: a first claim fills an empty field, one that disagrees opens a conflict. All
decisions of one command are one operation, so that an undo gives back what was, and that nobody had decided.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from exchangecli import errors
from exchangecli.curate import accepted_facts as facts
from exchangecli.curate import accepted_roles, proposed
from exchangecli.curate.acceptance import AS_NEW, Acceptance, Decision
from exchangecli.curate.proposed import ACCEPTED, PENDING, REJECTED, Proposed
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, attempt, operation

__all__ = ["AS_NEW", "Decision", "Outcome", "accept", "accept_all"]

Take = Callable[[Acceptance, Proposed, Decision], str]

TAKES: dict[str, Take] = {
    "title": Acceptance.take_title,
    "launch": facts.take_launch,
    "programme": facts.take_programme,
    "kind": facts.take_field,
    "status": facts.take_field,
    "start": facts.take_field,
    "end": facts.take_field,
    "venue": facts.take_field,
    "city": facts.take_field,
    "country": facts.take_field,
    "edition": facts.take_field,
    "attendance": facts.take_field,
    "taking_part": facts.take_list,
    "session": facts.take_session,
    "theme": facts.take_theme,
    "role": accepted_roles.take_role,
    "figure": facts.take_figure,
    "name": facts.take_name,
    "origin": facts.take_origin,
}
"""The field of a proposal -> what it becomes, in the order in which they are accepted: what others need comes first."""

NAMING = frozenset(("title", "launch", "programme", "role", "figure", "name", "origin"))
"""The fields of proposals that name a record, of which a person may say which one it is."""

ORDER = {field: number for number, field in enumerate(TAKES)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of decisions.

    Attributes:
        accepted: the proposals that were accepted, events that came along among them: id -> the record it became.
        rejected: the ids of those that were rejected.
        refused: those that could not be accepted, and why; they wait on.
        operation: its number, under which the log has it where it changed anything.
    """

    accepted: dict[str, str]
    rejected: tuple[str, ...]
    refused: tuple[tuple[str, errors.ExchangeError], ...]
    operation: int = 0


def accept(
    store: Store,
    command: Command,
    decisions: Iterable[Decision],
    made: Iterable[Proposed] = (),
    *,
    trial: bool = False,
) -> Outcome:
    """Do what a person decided, as one operation.

    A fact whose event nobody has decided about brings it along: joined where it is one that is there, new where it is
    none. What cannot be accepted (an event that may be one that is there, a date without its year) is refused by
    itself, and waits on.

    Args:
        store: the dataset.
        command: for the log.
        decisions: of two about one proposal the last one holds.
        made: proposals that a person made, as where one event is divided into two; they are kept with the decisions.
        trial: only see what would come of it; nothing is written.

    Raises:
        UnknownProposal, SeveralProposals: nothing is done then.
    """
    with operation(store, command, keep=lambda: not trial) as number:
        proposed.add(store, made)
        found = ((proposed.named(store, one.proposal), one) for one in decisions)
        work = Acceptance(store, command, {one.id: (one, decision) for one, decision in found})
        rejected = [one for one, decision in work.batch.values() if not decision.accepted and _reject(work, one)]
        for one, decision in sorted(work.batch.values(), key=_place):
            if decision.accepted:
                _take(work, one, decision)
    return Outcome(work.done, tuple(one.id for one in rejected), tuple(work.refused), number)


def accept_all(store: Store, command: Command, source: str, further: Sequence[Decision] = ()) -> Outcome:
    """Accept all of a source about which nobody has decided, but what ``further`` says otherwise."""
    waiting = [Decision(one.id) for one in proposed.of_source(store, source, (PENDING,))]
    return accept(store, command, [*waiting, *further])


def _place(each: tuple[Proposed, Decision]) -> tuple[str, int, int]:
    one = each[0]
    return one.source, ORDER.get(one.said.field, len(ORDER)), one.said.start


def _reject(work: Acceptance, one: Proposed) -> bool:
    if one.status == ACCEPTED:
        work.refused.append((one.id, errors.DecidedAlready(one.record)))
    elif one.status == PENDING:
        proposed.decide(work.store, one, REJECTED, work.command.who, work.at)
    return one.status == PENDING


def _take(work: Acceptance, one: Proposed, decision: Decision) -> None:
    """Accept one proposal, or note why it cannot be; nothing of it is left then."""
    if one.id in work.done:
        return
    if one.status == ACCEPTED:
        if decision.changes:
            work.refused.append((one.id, errors.DecidedAlready(one.record)))
        return
    if decision.joins and one.said.field not in NAMING:
        work.refused.append((one.id, errors.NamesNoRecord(one.id, one.said.field)))
        return
    before = dict(work.done)
    try:
        with attempt(work.store):
            TAKES[one.said.field](work, one, decision)
    except errors.ExchangeError as problem:
        work.done = before
        work.made()
        work.refused.append((one.id, problem))
