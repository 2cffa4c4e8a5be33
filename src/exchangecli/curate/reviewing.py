"""A sitting in which a person decides, one question after the other, about what articles state; it knows no screen.

What is decided about an event and its facts is held until all of it was asked, and is then written as one operation; so
is what was decided when the sitting ends. Each decision is tried before it is taken, so that what cannot be accepted (a
date without its year) is said where it is asked.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import accepting, asked, chapters, undoing
from exchangecli.curate.accepting import AS_NEW, Decision, Outcome
from exchangecli.curate.asked import Progress, Question
from exchangecli.curate.chapters import Chapter
from exchangecli.curate.proposed import Proposed
from exchangecli.model.likeness import PERHAPS, SAME
from exchangecli.store import journal
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

THE_EVENT = -1
"""The place of the question about an event itself, before its facts."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a sitting has come; never changed, so that an undo goes back to the one before.

    Attributes:
        chapters: all that is asked in this sitting.
        number: which of them is asked now; as many as there are, where nothing is left.
        fact: which of its facts, or ``THE_EVENT``.
        decisions: what was decided and is not written yet.
        made: the events that a person made by a split.
        accepted, rejected, skipped: how many proposals were decided so in this sitting.
    """

    chapters: tuple[Chapter, ...]
    number: int = 0
    fact: int = THE_EVENT
    decisions: tuple[Decision, ...] = ()
    made: tuple[Proposed, ...] = ()
    accepted: int = 0
    rejected: int = 0
    skipped: int = 0

    @property
    def chapter(self) -> Chapter | None:
        """The event that is asked about."""
        return self.chapters[self.number] if self.number < len(self.chapters) else None

    @property
    def asked(self) -> Proposed | None:
        """The proposal that is asked about; None where all of the chapter was asked."""
        chapter = self.chapter
        if chapter is None:
            return None
        if self.fact == THE_EVENT:
            return chapter.question
        return chapter.facts[self.fact] if self.fact < len(chapter.facts) else None

    def with_chapter(self, chapter: Chapter, *further: Chapter) -> "Place":
        """The same with another chapter at its place, and others after it."""
        rest = self.chapters[self.number + 1 :]
        return replace(self, chapters=(*self.chapters[: self.number], chapter, *further, *rest))


class Happened(NamedTuple):
    """What came of an answer.

    Attributes:
        word: ``accepted``, ``rejected``, ``skipped``, ``renamed``, ``moved``, ``split``, ``undone``; empty where
            nothing was done.
        number: of proposals.
        outcome: what was written, where the event was finished with it, or the sitting.
        problem: why it could not be done, or not all of it.
    """

    word: str
    number: int = 0
    outcome: Outcome | None = None
    problem: errors.ExchangeError | None = None


@dataclass(slots=True)
class Review:
    """A sitting.

    Attributes:
        store, command: the dataset, and what the log says.
        place: how far it has come.
        past: the places before, each with the operation by which it was left, where one was written.
    """

    store: Store
    command: Command
    place: Place
    past: list[tuple[Place, int]] = field(default_factory=list)

    # --- what is asked ---

    def question(self) -> Question | None:
        """What is to be decided now, with all that helps; None where nothing is left."""
        place = self.place
        if place.asked is None or place.chapter is None:
            return None
        progress = Progress(
            place.number + 1, len(place.chapters), place.fact + 1, len(place.chapter.facts),
            place.accepted, place.rejected, place.skipped,
        )  # fmt: skip
        return asked.question(self.store, place.chapter, place.asked, self._decided(), place.made, progress)

    def targets(self) -> list[tuple[str, str]]:
        """The other events of the article to which a fact may be moved: (id of the title's proposal, title)."""
        chapter = self.place.chapter
        return asked.targets(self.store, chapter, self.place.made) if chapter else []

    def group(self) -> list[Proposed]:
        """The fact that is asked about, and those of its group after it."""
        place = self.place
        if place.chapter is None or place.asked is None or place.fact == THE_EVENT:
            return []
        wanted = chapters.group(place.asked)
        return [one for one in place.chapter.facts[place.fact :] if chapters.group(one) == wanted]

    # --- answers ---

    def accept(self) -> Happened:
        """Accept a fact as it was read; an event as it is offered: as the one that is the same, or as new."""
        question = self.question()
        if question is None:
            return Happened("")
        if not question.is_event:
            return self._take(Decision(question.one.id))
        match = question.match
        if match.verdict == PERHAPS:
            return Happened("", problem=errors.SayWhich(question.title or "", match.candidates))
        return self._take(Decision(question.one.id, joins=match.record if match.verdict == SAME else AS_NEW))

    def join(self, record: str) -> Happened:
        """Accept that it is, or names, a record that is there: its id, or another way to say which."""
        return self._take(Decision(self._id, joins=record))

    def as_new(self) -> Happened:
        """Accept that it is, or names, none that is there."""
        return self._take(Decision(self._id, joins=AS_NEW))

    def edit(self, value: str) -> Happened:
        """Accept a fact with another value; of an event, give it another title and go on asking about it."""
        place, wanted = self.place, value.strip()
        if place.asked is None or place.chapter is None or not wanted:
            return Happened("")
        if place.fact != THE_EVENT:
            return self._take(Decision(self._id, value=wanted if wanted != place.asked.said.value else None))
        renamed = wanted if wanted != place.asked.said.value else None
        return self._go_to(place.with_chapter(replace(place.chapter, renamed=renamed)), Happened("renamed", 1))

    def move(self, event: str) -> Happened:
        """Put a fact to another event; of an event, put all its facts there, and reject the event itself.

        What is moved to an event of the article that is still to be asked about is asked there.

        Args:
            event: the id of a title's proposal, of those that ``targets`` names; else a record of the dataset.
        """
        place = self.place
        if place.asked is None or place.chapter is None:
            return Happened("")
        later = next((one for one in place.chapters[place.number + 1 :] if _is_of(one, event)), None)
        if place.fact == THE_EVENT:
            return self._move_all(place, place.chapter, event, later)
        if later is None:
            return self._take(Decision(place.asked.id, event=event))
        rest = tuple(one for one in place.chapter.facts if one is not place.asked)
        moved = _carried(place.with_chapter(replace(place.chapter, facts=rest)), later, (place.asked,), event)
        return self._go_to(moved, Happened("moved", 1))

    def _move_all(self, place: Place, chapter: Chapter, event: str, later: Chapter | None) -> Happened:
        if later is None:
            try:
                asked.named_event(self.store, event)
            except errors.ExchangeError as problem:
                return Happened("", problem=problem)
        put = tuple(chapters.to_event(chapter.facts, event))
        left = place.with_chapter(replace(chapter, facts=() if later else put))
        moved = _carried(left, later, chapter.facts, event) if later else left
        decided = (*place.decisions, Decision(self._id, accepted=False))
        new = replace(moved, decisions=decided, rejected=place.rejected + 1, fact=0)
        return self._go_to(new, Happened("moved", len(chapter.facts)))

    def reject(self) -> Happened:
        """Reject a fact; of an event, also its facts, but those that are about something else and are asked alone."""
        place = self.place
        if place.asked is None or place.chapter is None:
            return Happened("")
        falling = [place.asked]
        facts = place.chapter.facts
        if place.fact == THE_EVENT:
            falling += (one for one in facts if chapters.falls_with_event(one))
            facts = tuple(one for one in facts if not chapters.falls_with_event(one))
        decided = tuple(Decision(one.id, accepted=False) for one in falling)
        new = replace(
            place.with_chapter(replace(place.chapter, facts=facts)),
            fact=place.fact + 1,
            decisions=(*place.decisions, *decided),
            rejected=place.rejected + len(decided),
        )
        return self._go_to(new, Happened("rejected", len(decided)))

    def skip(self) -> Happened:
        """Leave a fact undecided; of an event, also all its facts."""
        place = self.place
        if place.asked is None or place.chapter is None:
            return Happened("")
        facts = len(place.chapter.facts)
        number = facts + 1 if place.fact == THE_EVENT else 1
        after = facts if place.fact == THE_EVENT else place.fact + 1
        return self._go_to(replace(place, fact=after, skipped=place.skipped + number), Happened("skipped", number))

    def accept_rest_of_group(self) -> Happened:
        """Accept the fact that is asked about and those of its group after it; what is refused is asked on."""
        place, several = self.place, self.group()
        if place.chapter is None or not several:
            return Happened("")
        decided = [_decision(one) for one in several]
        refused = self._refused(decided)
        taken = [one for one in several if one.id not in refused]
        left = [one for one in several if one.id in refused]
        why = refused[left[0].id] if left else None
        if not taken:
            return Happened("", problem=why)
        ids = {one.id for one in several}
        rest = (one for one in place.chapter.facts[place.fact :] if one.id not in ids)
        facts = (*place.chapter.facts[: place.fact], *taken, *left, *rest)
        new = replace(
            place.with_chapter(replace(place.chapter, facts=facts)),
            fact=place.fact + len(taken),
            decisions=(*place.decisions, *(one for one in decided if one.proposal not in refused)),
            accepted=place.accepted + len(taken),
        )
        return self._go_to(new, Happened("accepted", len(taken), problem=why))

    def split(self, chosen: Collection[str], title: str) -> Happened:
        """Divide an event: some of its facts go to a new one, which is asked about next.

        Args:
            chosen: the ids of the facts that go.
            title: of the new event.
        """
        place = self.place
        if place.chapter is None:
            return Happened("")
        open_facts = {one.id for one in place.chapter.facts[max(place.fact, 0) :]}
        try:
            first, second = chapters.divided(place.chapter, open_facts & set(chosen), title)
        except errors.NothingToSplit as problem:
            return Happened("", problem=problem)
        assert second.question is not None
        new = replace(place.with_chapter(first, second), made=(*place.made, second.question))
        return self._go_to(new, Happened("split", len(second.facts)))

    def undo(self) -> Happened:
        """Take back the last answer of this sitting; where it finished an event, also the operation that was written.

        Returns:
            With a problem where something came later, by another person, that keeps the operation from being undone.
        """
        if not self.past:
            return Happened("")
        before, number = self.past[-1]
        if number and journal.operation(self.store, number):
            try:
                plan = undoing.plan(self.store, number)
                undoing.apply(self.store, self.command, plan, lambda: undoing.plan(self.store, number))
            except errors.ExchangeError as problem:
                return Happened("", problem=problem)
        self.past.pop()
        self.place = before
        return Happened("undone", 1)

    def quit(self) -> Happened:
        """End the sitting: what was decided is written, the rest waits on."""
        outcome, _ = self._write(self.place)
        self.place = replace(self.place, number=len(self.place.chapters), decisions=())
        self.past.clear()
        return Happened("", outcome=outcome)

    # --- how it goes on ---

    @property
    def _id(self) -> str:
        return self.place.asked.id if self.place.asked else ""

    def _decided(self) -> dict[str, Decision]:
        return {one.proposal: one for one in self.place.decisions}

    def _take(self, decision: Decision) -> Happened:
        """Accept what is asked about, if it can be accepted."""
        place, one = self.place, self.place.asked
        if one is None or place.chapter is None:
            return Happened("")
        renamed = place.chapter.renamed if place.fact == THE_EVENT else None
        given = _decision(one, decision._replace(value=decision.value or renamed))
        refused = self._refused([given])
        if refused:
            return Happened("", problem=refused[one.id])
        new = replace(place, fact=place.fact + 1, decisions=(*place.decisions, given), accepted=place.accepted + 1)
        return self._go_to(new, Happened("accepted", 1))

    def _refused(self, further: Sequence[Decision]) -> dict[str, errors.ExchangeError]:
        """Which of some decisions could not be written with those before, and why."""
        decided = [*self.place.decisions, *further]
        tried = accepting.accept(self.store, self.command, decided, _made(self.place.made, decided), trial=True)
        wanted = {one.proposal for one in further}
        return {one: why for one, why in tried.refused if one in wanted}

    def _go_to(self, place: Place, happened: Happened) -> Happened:
        """Go on from a new place; where all of an event was asked, write it and go to the next."""
        before, self.place = self.place, place
        self.past.append((before, 0))
        if place.asked is not None:
            return happened
        if place.fact == THE_EVENT:
            self.place = replace(place, fact=0)
            if self.place.asked is not None:
                return happened
        outcome, number = self._write(self.place)
        self.past[-1] = (before, number)
        self.place = _entered(self.store, replace(self.place, number=place.number + 1, decisions=()))
        return happened._replace(outcome=outcome)

    def _write(self, place: Place) -> tuple[Outcome | None, int]:
        if not place.decisions:
            return None, 0
        made = _made(place.made, place.decisions)
        outcome = accepting.accept(self.store, self.command, place.decisions, made)
        return outcome, outcome.operation


def begin(store: Store, command: Command, sources: Sequence[str]) -> Review:
    """A sitting about what waits for a decision of some sources, in their order."""
    found = [chapter for source in sources for chapter in chapters.of_source(store, source)]
    return Review(store, command, _entered(store, Place(tuple(found))))


def _entered(store: Store, place: Place) -> Place:
    """The place at the first question from a chapter on; what was decided in the meantime is not asked."""
    while (chapter := place.chapter) is not None:
        chapter = chapters.waiting(store, chapter)
        place = replace(place.with_chapter(chapter), fact=THE_EVENT if chapter.question else 0)
        if not chapter.is_empty:
            break
        place = replace(place, number=place.number + 1)
    return place


def _decision(one: Proposed, decision: Decision | None = None) -> Decision:
    """A decision to accept, at the event to which a proposal was put."""
    given = decision or Decision(one.id)
    return given._replace(event=given.event or one.event)


def _made(made: Sequence[Proposed], decisions: Sequence[Decision]) -> list[Proposed]:
    """The events made by a split that decisions speak of; the others are not kept."""
    spoken = {one.proposal for one in decisions} | {one.event for one in decisions}
    return [one for one in made if one.id in spoken]


def _is_of(chapter: Chapter, event: str) -> bool:
    return chapter.question is not None and chapter.question.id == event


def _carried(place: Place, later: Chapter, facts: Sequence[Proposed], event: str) -> Place:
    """The place with facts put to an event that is asked about later."""
    put = tuple(chapters.to_event(facts, event))
    known = replace(later, facts=chapters.in_order((*later.facts, *put)))
    return replace(place, chapters=tuple(known if one is later else one for one in place.chapters))
