"""In which order a person is asked about what articles state: event by event, and of each its facts in groups."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from exchangecli import errors
from exchangecli.curate import proposed
from exchangecli.curate.proposed import PENDING, Proposed
from exchangecli.extract.proposals import Proposal
from exchangecli.model import records
from exchangecli.model.folding import fold
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store

GROUPS: dict[str, tuple[str, ...]] = {
    "what": ("kind", "status", "edition", "programme", "launch"),
    "when": ("start", "end"),
    "where": ("venue", "city", "country"),
    "sessions": ("session", "theme"),
    "who": ("role", "taking_part"),
    "figures": ("attendance", "figure"),
    "names": ("title", "name"),
    "source": ("origin",),
}
"""What the facts of an event are about -> the fields of such facts; in the order in which they are asked about."""

GROUP_OF = {field: group for group, fields in GROUPS.items() for field in fields}
PLACE_OF = {field: place for place, field in enumerate(GROUP_OF)}

STANDS_ALONE = ("name", "figure")
"""Facts that are about a participant or a programme, where they name one, though they stand beside an event."""

SPLIT = "split"
"""The rule of an event that a person made out of a part of another."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is asked of one event of an article, or of what belongs to none.

    Attributes:
        source: the record of the article.
        title: of the event, as the article has it; None: of no event.
        question: the proposal of that title, as long as nobody has decided about the event.
        facts: about which nobody has decided, group by group; one that is put to another event than the article says
            names that as its ``event``.
        renamed: the title that a person gives the event instead.
    """

    source: Record
    title: str | None
    question: Proposed | None
    facts: tuple[Proposed, ...]
    renamed: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to ask."""
        return self.question is None and not self.facts


def of_source(store: Store, source: str) -> list[Chapter]:
    """The events of an article about which there is something to ask; what belongs to none comes last."""
    record = rows.get(store, records.SOURCE, source) or {}
    said = proposed.of_source(store, source)
    named = sorted(said, key=lambda one: one.said.field != "title")  # a fact may stand before the title of its event
    titles: dict[str | None, None] = dict.fromkeys(one.said.event for one in named if one.said.event)
    found = (_chapter(record, said, title) for title in (*titles, None))
    return [chapter for chapter in found if not chapter.is_empty]


def _chapter(source: Record, said: Sequence[Proposed], title: str | None) -> Chapter:
    own = [one for one in said if one.said.event == title]
    main = proposed.title_of(own, title)
    question = main if main and main.status == PENDING else None
    return Chapter(source, title, question, in_order(one for one in own if one.status == PENDING and one != main))


def in_order(facts: Iterable[Proposed]) -> tuple[Proposed, ...]:
    """Facts group by group and field by field, those of one field in the order of the text."""
    return tuple(sorted(facts, key=lambda one: (PLACE_OF.get(one.said.field, len(PLACE_OF)), one.said.start)))


def group(one: Proposed) -> str:
    """What a fact is about."""
    return GROUP_OF.get(one.said.field, "what")


def waiting(store: Store, chapter: Chapter) -> Chapter:
    """A chapter as it is now: what was decided in the meantime is not asked."""
    status = {one.id: one.status for one in proposed.of_source(store, str(chapter.source["id"]))}
    question = chapter.question
    if question and status.get(question.id, PENDING) != PENDING:
        question = None
    facts = tuple(one for one in chapter.facts if status.get(one.id, PENDING) == PENDING)
    return replace(chapter, question=question, facts=facts)


def falls_with_event(one: Proposed) -> bool:
    """Whether a fact says nothing any more, once its event is rejected."""
    said = one.said
    return not (said.field in STANDS_ALONE and said.of and fold(said.of) != fold(said.event or ""))


def to_event(facts: Iterable[Proposed], event: str) -> Iterator[Proposed]:
    """Facts as they are put to another event: a record, or the proposal of a title."""
    return (replace(one, event=event) for one in facts)


def divided(chapter: Chapter, chosen: Collection[str], title: str) -> tuple[Chapter, Chapter]:
    """A chapter without some of its facts, and a new one with them, whose event a person names.

    The title of that event is a proposal like others, which stands on the words of the first one's title.

    Raises:
        NothingToSplit: no fact is chosen, or the new event has no title, or that of the first.
    """
    facts = [one for one in chapter.facts if one.id in chosen]
    name = " ".join(title.split())
    if not facts or not name or fold(name) == fold(chapter.renamed or chapter.title or ""):
        raise errors.NothingToSplit(name, len(facts))
    words = (chapter.question or facts[0]).said
    why = f"split from {chapter.title}" if chapter.title else None
    said = Proposal(
        field="title", event=name, value=name, quote=words.quote, start=words.start, end=words.end, rule=SPLIT,
        inferred=why,
    )  # fmt: skip
    made = Proposed(said.id(str(chapter.source["sha256"])), str(chapter.source["id"]), said)
    rest = tuple(one for one in chapter.facts if one.id not in chosen)
    return replace(chapter, facts=rest), Chapter(chapter.source, name, made, tuple(to_event(facts, made.id)))
