"""What is known while proposals are accepted: what was decided, which events are settled, what has been found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from exchangecli import errors
from exchangecli.curate import adding, proposed, saying
from exchangecli.curate.joining import Joiner, Match
from exchangecli.curate.proposed import ACCEPTED, REJECTED, Proposed
from exchangecli.curate.values import Entry
from exchangecli.model import clock, dates, records
from exchangecli.model.likeness import NEW, PERHAPS
from exchangecli.model.types import Record, Rules
from exchangecli.store import finding, listing, rows, search_index
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command, attempt

AS_NEW = "new"
"""What a person says of a record that is none of those that are there."""


class Decision(NamedTuple):
    """What a person decided about a proposal.

    Attributes:
        proposal: its id, or the start of it.
        accepted: whether it is; else it is rejected.
        value: the value, where it is another than was read; of an event its title.
        event: the event it belongs to, where that is another: a record, or the title proposal of another event.
        joins: of an event, or of who or what a fact names: the record that it is, or ``new``.
    """

    proposal: str
    accepted: bool = True
    value: str | None = None
    event: str | None = None
    joins: str | None = None

    @property
    def changes(self) -> bool:
        """Whether anything is to be otherwise than it was read."""
        return any((self.value, self.event, self.joins))


@dataclass(slots=True)
class Acceptance:
    """What goes on while proposals are accepted.

    Attributes:
        store, command: the dataset, and what the log says.
        batch: what is being decided: proposal -> its decision.
        done: the proposals that were accepted, by their ids, each with the record that it became.
        refused: those that could not be, and why.
    """

    store: Store
    command: Command
    batch: Mapping[str, tuple[Proposed, Decision]]
    done: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, errors.ExchangeError]] = field(default_factory=list)
    at: str = ""
    rules: Rules = field(default_factory=Rules)
    by_source: dict[str, list[Proposed]] = field(default_factory=dict)
    joiners: dict[str, Joiner] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at = clock.stamp(clock.now())
        self.rules = listing.rules(self.store)

    # --- what the article says ---

    def said_by(self, source: str) -> list[Proposed]:
        """All proposals of a source, whatever became of them."""
        if source not in self.by_source:
            self.by_source[source] = proposed.of_source(self.store, source)
        return self.by_source[source]

    def joiner(self, source: str) -> Joiner:
        """What finds the records that an article speaks of."""
        if source not in self.joiners:
            self.joiners[source] = Joiner(self.store, self.said_by(source))
        return self.joiners[source]

    def accepted_with(self, one: Proposed) -> Iterable[tuple[Proposed, Decision]]:
        """What of the same source, field and event is being accepted together with a proposal, itself among it."""
        for other, decision in self.batch.values():
            same = (other.source, other.said.field, other.said.event) == (one.source, one.said.field, one.said.event)
            if same and decision.accepted:
                yield other, decision

    # --- deciding ---

    def note(self, one: Proposed, decision: Decision, record: str, event: str | None = None) -> None:
        """Keep what was decided about a proposal."""
        moved = event if decision.event else None
        proposed.decide(
            self.store, one, ACCEPTED, self.command.who, self.at,
            record=record, decided_value=decision.value, decided_event=moved,
        )  # fmt: skip
        self.done[one.id] = record

    def made(self) -> None:
        """Let what was just made be found by its name."""
        search_index.mend(self.store)
        for joiner in self.joiners.values():
            joiner.forget()

    def joined(self, one: Proposed, named: str, kind: str, match: Match, joins: str | None) -> Record | None:
        """The record that a person, or the comparison, says it is; None where it is new.

        Raises:
            MayBeTheSame: nobody said whether it is the one that it may be.
            NotFound, Ambiguous: the record that a person names.
        """
        if joins == AS_NEW:
            return None
        if joins:
            return rows.get(self.store, records.KINDS[kind], finding.resolve(self.store, joins, (kind,)).id)
        if match.verdict == PERHAPS:
            raise errors.MayBeTheSame(one.id, named, match.candidates, match.why)
        return rows.get(self.store, records.KINDS[kind], str(match.record)) if match.verdict != NEW else None

    # --- events ---

    def event(self, one: Proposed, decision: Decision) -> Record:
        """The event to which a fact belongs; one about which nobody has decided comes along.

        Raises:
            WithoutEvent, EventRejected, MayBeTheSame, NotFound, Ambiguous.
        """
        record = self._moved_to(decision.event) if decision.event else self._settled(one)
        found = rows.alive(self.store, records.EVENT, record)
        if found is None:
            raise errors.WithoutEvent(one.id, one.said.field)
        return found

    def _moved_to(self, event: str) -> str:
        if event.startswith("p-"):
            title = proposed.named(self.store, event)
            return self.settle(title, title)
        return finding.resolve(self.store, event, ("event",)).id

    def _settled(self, one: Proposed) -> str | None:
        title = proposed.title_of(self.said_by(one.source), one.said.event)
        return self.settle(title, one) if title else None

    def settle(self, title: Proposed, one: Proposed) -> str:
        """Accept the title of an event, where that has not been done, and give the event's id.

        Raises:
            EventRejected: a person rejected it.
            MayBeTheSame, NotFound, Ambiguous.
        """
        if title.id in self.done:
            return self.done[title.id]
        known = proposed.named(self.store, title.id)
        decision = self.batch.get(title.id, (title, Decision(title.id)))[1]
        decided = title.id in self.batch
        if known.status == ACCEPTED and rows.alive(self.store, records.EVENT, known.record):
            return str(known.record)
        if not decision.accepted or (known.status == REJECTED and not decided):
            raise errors.EventRejected(one.id, str(title.said.event))
        with attempt(self.store):
            return self.take_title(title, decision)

    def take_title(self, one: Proposed, decision: Decision) -> str:
        """Accept an event as new, or as one that is there."""
        title = decision.value or one.said.value
        match = self.joiner(one.source).event(one.said.value)
        known = self.joined(one, title, "event", match, decision.joins)
        if known:
            saying.call(self.store, records.EVENT, known, title, one, strictly=True)
        else:
            known = adding.create(self.store, records.EVENT, {"title": title, **self._day(one)})
            entry = saying.as_read(one, Entry({"title": title}), "title", decision.value)
            saying.say(self.store, records.EVENT, known, entry, one)
        self.note(one, decision, str(known["id"]))
        self.made()
        return str(known["id"])

    def _day(self, title: Proposed) -> Record:
        """The first day of a new event, which its id names, where it is accepted with it and can be kept."""
        for other, decision in self.batch.values():
            said = other.said
            if (other.source, said.field, said.event) == (title.source, "start", title.said.event):
                day = decision.value or said.value
                if decision.accepted and not decision.event and dates.is_readable(day):
                    return {"start": day}
        return {}
