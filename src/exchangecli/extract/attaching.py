"""Which of an article's events a fact belongs to: the one that its sentence speaks of, else the one spoken of last."""

import re
from collections import Counter
from dataclasses import dataclass, field

from exchangecli.extract.events import Events, Mention
from exchangecli.extract.ordinals import edition_in_name
from exchangecli.extract.page import Page
from exchangecli.model import ordinals
from exchangecli.model.ordinals import ordinal

_CHAIN = re.compile(
    r"""
    (?: [\s,(:\"-]
      | \b(?:in|at|on|from|of|the|held|to|city|which|was|is|being|due|scheduled|will|be|took|takes|place|and|both
            |successfully|convened?|opened|opens)\b
      | \b[A-Z\d][\w'&.-]*
    )*$
    """,
    re.VERBOSE,
)
"""What may stand between an event and a fact that belongs to it, however it is named there: "in Sofia, Bulgaria ("."""
_LONGEST_CHAIN = 110
_WHOSE = r"(?:the|its|their|last year's|whose|\w+'s)"
_WHICH = (
    rf"(?:(?P<ordinal>{ordinals.PATTERN}|\d{{1,2}}(?:st|nd|rd|th))|last|previous|next|past|earlier|pilot|inaugural)"
)
_WHAT = r"(?:edition|one|conference|festival|forum|concert|workshop|event|exhibition|biennale|time)s?"
_ANOTHER = re.compile(
    rf"\b{_WHOSE}\s{_WHICH}\s{_WHAT}\b(?!\s(?:of the|of its|of this|in the))|\b(?:its|the) pilot in\b|"
    r"\blast year's\b|\bfollowed (?:\w+ )?(?:workshops|editions|events) in\b",
    re.IGNORECASE,
)
"""What says that a sentence speaks of another edition."""


@dataclass(slots=True)
class Attachment:
    """Answers which event a place in the text belongs to."""

    page: Page
    events: Events
    dateline: tuple[int, int] | None = None
    focus: list[int] = field(default_factory=list)
    """The event spoken of when each sentence begins."""

    def __post_init__(self) -> None:
        """Walk through the article once, and note of which event each sentence goes on to speak."""
        current = self.events.main
        block = -1
        times = Counter(one.event for some in self.events.mentions for one in some)
        for number, sentence in enumerate(self.page.sentences):
            mentions = self.events.mentions[number]
            for at, one in enumerate(mentions):
                if one.event < 0:
                    mentions[at] = one._replace(event=current)
            if sentence.block != block:
                block = sentence.block
                if self._is_passed(current, times[current]):
                    current = self.events.main
            self.focus.append(current)
            first = next((one.event for one in mentions if not one.background), None)
            current = current if first is None else first

    def _is_passed(self, event: int, times: int) -> bool:
        """Whether an event is told in passing, so that the next paragraph speaks of the main one again."""
        rule = self.events.drafts[event].rule
        return rule in ("event:described", "event:other-edition") or (times == 1 and rule != "event:named")

    def event_at(self, number: int, place: int) -> int:
        """The event that a fact belongs to which stands at a place of a sentence."""
        mentions = self.events.mentions[number]
        chained = self.chained(number, place)
        if chained is not None:
            return chained
        front = [one for one in mentions if not one.background]
        before = [one for one in front if one.start <= place]
        if before:
            return before[-1].event
        return front[0].event if front else self.focus[number]

    def of_another_edition(self, number: int) -> bool:
        """Whether a sentence speaks of another edition than the one it names, or than the one the article is about."""
        sentence = self.page.sentences[number]
        others = [one.event for one in self.named(number) if one.event != self.events.main]
        found = _ANOTHER.search(self.page.within(sentence))
        if not found:
            return False
        known = edition_in_name(self.events.drafts[others[-1] if others else self.events.main].title)
        said = ordinal(found["ordinal"]) if found["ordinal"] else None
        if said is None or not known:
            return not others and said in (None, 1)
        return said != known[0]

    def chained(self, number: int, place: int) -> int | None:
        """The event right after whose name a fact stands."""
        for one in reversed(self.events.mentions[number]):
            if one.end <= place:
                between = self.page.plain[one.end : place]
                return one.event if len(between) <= _LONGEST_CHAIN and _CHAIN.fullmatch(between) else None
        return None

    def is_short(self, number: int, place: int) -> bool:
        """Whether the last event spoken of before a place is called "the forum" there, and not by its name."""
        before = [one for one in self.events.mentions[number] if one.end <= place]
        return bool(before) and self.page.plain[before[-1].start :][:4].lower() in ("the ", "this")

    def named(self, number: int) -> list[Mention]:
        """What a sentence speaks of, and not as of something beside."""
        return [one for one in self.events.mentions[number] if not one.background]

    def after(self, number: int, place: int) -> int:
        """The event that a verb at a place has as its object: the first named after it."""
        later = [one for one in self.events.mentions[number] if one.start >= place]
        return later[0].event if later else self.event_at(number, place)
