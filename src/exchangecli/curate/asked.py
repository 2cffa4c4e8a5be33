"""What a person is asked in a sitting, with all that helps to decide: the words, the event so far, the dataset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from exchangecli.curate import claims, passages, proposed
from exchangecli.curate.acceptance import AS_NEW, Decision
from exchangecli.curate.chapters import Chapter, group
from exchangecli.curate.comparing import Compared, Comparison
from exchangecli.curate.joining import Match
from exchangecli.curate.passages import Passage
from exchangecli.curate.proposed import REJECTED, Proposed
from exchangecli.extract.proposals import Proposal
from exchangecli.model import records
from exchangecli.model.likeness import NEW, SAME
from exchangecli.model.types import Record
from exchangecli.store import finding, rows
from exchangecli.store.opening import Store

AS_DECIDED = "as you said"
"""Why an event is the one it is, where the person said so in this sitting."""


class Progress(NamedTuple):
    """How far a sitting has come: the event and the fact by their numbers, from 1; a fact of 0 is the event itself."""

    event: int
    events: int
    fact: int
    facts: int
    accepted: int
    rejected: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be decided.

    Attributes:
        one: the proposal.
        is_event: whether it is about the event itself.
        source: the record of the article.
        title: what the event is called; None: it belongs to none.
        compared: the proposal beside the dataset, as it is with what was decided in this sitting.
        record: the event of the dataset that it is; None where it is new.
        passage: its words in their sentence.
        card: what was accepted of the event in this sitting, with the values it was accepted with.
        facts: of the event, about which nobody has decided.
        group: what the fact is about: ``when``, ``who``.
        progress: how far the sitting has come.
    """

    one: Proposed
    is_event: bool
    source: Record
    title: str | None
    compared: Compared
    record: Record | None
    passage: Passage
    card: tuple[Proposal, ...]
    facts: tuple[Proposed, ...]
    group: str
    progress: Progress

    @property
    def names_a_record(self) -> bool:
        """Whether it is an event, or names a participant or a programme: which may be one that is there."""
        return self.is_event or self.one.said.field in ("role", "programme", "launch")

    @property
    def match(self) -> Match:
        """Which record it is, or what it is about."""
        return self.compared.match


def question(
    store: Store,
    chapter: Chapter,
    one: Proposed,
    decided: Mapping[str, Decision],
    made: Sequence[Proposed],
    progress: Progress,
) -> Question:
    """What is asked about a proposal.

    Args:
        store: the dataset.
        chapter: the event and its facts.
        one: the proposal; its ``event`` is the one it was put to in this sitting.
        decided: what was decided and is not written yet, by the ids of the proposals.
        made: the events made by a split.
        progress: how far the sitting has come.
    """
    source = str(chapter.source["id"])
    said = [*proposed.of_source(store, source), *made]
    comparison = AsDecided(store, said, chapter.question, decided)
    compared = comparison.of(one)
    text = claims.text_of(store, source) or ""
    facts = tuple(each for each in chapter.facts if each.id not in decided)
    return Question(
        one=one,
        is_event=chapter.question is not None and one.id == chapter.question.id,
        source=chapter.source,
        title=chapter.renamed or chapter.title,
        compared=compared,
        record=comparison.record(records.EVENT, compared.event),
        passage=passages.around(text, one.said),
        card=tuple(_accepted(chapter, decided)),
        facts=facts,
        group=group(one),
        progress=progress,
    )


def _accepted(chapter: Chapter, decided: Mapping[str, Decision]) -> list[Proposal]:
    taken = [(one.said, decided[one.id]) for one in chapter.facts if one.id in decided]
    return [_as_given(said, each.value) for said, each in taken if each.accepted]


def _as_given(said: Proposal, value: str | None) -> Proposal:
    return replace(said, value=value, inferred=None, approximate=False) if value else said


class AsDecided(Comparison):
    """Holds proposals against the dataset, with the events as a person decided about them in this sitting."""

    def __init__(
        self, store: Store, said: Sequence[Proposed], own: Proposed | None, decided: Mapping[str, Decision]
    ) -> None:
        super().__init__(store, said)
        self.own = own
        self.decided = decided

    def event(self, one: Proposed) -> Match | None:
        """Which event it belongs to: the one it was put to, as that was decided, or else as it is offered."""
        target = one.event or (self.own.id if self.own else "")
        if one.event and not target.startswith("p-"):
            return self._known(target)
        said = self.decided.get(target)
        if said and said.accepted and said.joins:
            return Match(NEW) if said.joins == AS_NEW else self._known(said.joins)
        title = next((each for each in self.said if each.id == target), one)
        return super().event(replace(title, event=None))

    def _known(self, event: str) -> Match:
        found = finding.resolve(self.store, event, ("event",))
        record = rows.get(self.store, records.EVENT, found.id) or {}
        title = str(record.get("title") or found.id)
        return Match(SAME, found.id, title, (AS_DECIDED,), ((found.id, title),))


def named_event(store: Store, words: str) -> str:
    """The id of an event that a person names: a proposal of a title, or a record.

    Raises:
        UnknownProposal, SeveralProposals, NotFound, Ambiguous.
    """
    return proposed.named(store, words).id if words.startswith("p-") else finding.resolve(store, words, ("event",)).id


def targets(store: Store, chapter: Chapter, made: Sequence[Proposed]) -> list[tuple[str, str]]:
    """The other events of an article: (id of the title's proposal, title); not those that were rejected."""
    own = chapter.question.id if chapter.question else None
    said = [*proposed.of_source(store, str(chapter.source["id"])), *made]
    titles: dict[str, str] = {}
    for one in said:
        is_other = one.id != own and one.said.event not in (None, chapter.title)
        if one.said.field == "title" and is_other and one.status != REJECTED and one.said.event == one.said.value:
            titles.setdefault(one.id, one.value or one.said.value)
    return list(titles.items())
