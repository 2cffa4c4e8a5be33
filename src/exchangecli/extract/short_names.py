"""What an event is called once it has been named: its acronym, "the forum", "the 13th edition"."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.drafts import SPOKEN_OF_LAST, TOLD_IN_PASSING, Draft, Told
from exchangecli.extract.event_words import heads
from exchangecli.extract.ordinals import edition_in_name
from exchangecli.model import ordinals
from exchangecli.model.ordinals import ordinal

_PARTS = frozenset(("workshop", "training", "lecture", "screening", "ceremony", "residency", "competition"))
"""Kinds of events that may be a part of another one of which nothing else is told."""


def note_other_editions(told: Told, main: int) -> None:
    """Other editions that are told of by their number alone: "The 13th conference took place in Gwangju"."""
    known = edition_in_name(told.drafts[main].title)
    for number, sentence in enumerate(told.page.sentences):
        if known and sentence.kind == "body":
            for match in _edition_alone().finditer(told.page.plain, sentence.start, sentence.end):
                if ordinal(match["ordinal"]) != known[0]:
                    place = match.span("title")
                    kind = told.drafts[main].kind
                    told.add(Draft(told.page.said(*place), place, "event:other-edition", kind), number)
    told.sort()


@cache
def _edition_alone() -> re.Pattern[str]:
    number = rf"(?P<ordinal>{ordinals.PATTERN}|\d{{1,2}}(?:st|nd|rd|th))"
    held = (
        r"(?:took place|takes place|was held|were held|will be held|will take place|is scheduled|is to be held|held in|"
        r"was hosted|is planned)"
    )
    return re.compile(rf"\b[Tt]he (?P<title>{number}(?: (?:edition|{heads()}))?),?\s{held}")


def note_short_names(told: Told, number: int, main: int) -> None:
    """Where a sentence calls an event by its acronym, or "the forum"."""
    sentence = told.page.sentences[number]
    for event, draft in enumerate(told.drafts):
        if draft.acronym:
            acronym = re.compile(rf"\b{re.escape(draft.acronym)}\b")
            for match in acronym.finditer(told.page.plain, sentence.start, sentence.end):
                _note_short(told, number, match.span(), event)
    for match in _short_name().finditer(told.page.plain, sentence.start, sentence.end):
        called = _called_so(told.drafts, match, main)
        if called is not None:
            _note_short(told, number, match.span(), called)


@cache
def _short_name() -> re.Pattern[str]:
    before = r"\b(?:the|this|this year's)(?P<which>(?: [a-z][\w-]+){0,2}?)"
    return re.compile(rf"{before} (?P<what>event|{heads()})\b(?! (?:hall|director|venue))", re.IGNORECASE)


def _called_so(drafts: Sequence[Draft], match: re.Match[str], main: int) -> int | None:
    """The event called "the forum": the one of that kind; where there is none, the only one there is.

    "The opening performance" and "the workshop" of a forum are parts of it, and "the evening" is the concert.
    """
    kind = words.event_kind(match["what"])
    if kind is None:
        return main
    fitting = [event for event, draft in enumerate(drafts) if draft.kind == kind]
    if fitting:
        return fitting[0] if len(fitting) == 1 else SPOKEN_OF_LAST
    if match["which"] or kind in _PARTS:
        return None
    named = [draft for draft in drafts if draft.rule not in TOLD_IN_PASSING]
    return None if len(named) > 1 or match[0].lower().startswith("this ") else main


def _note_short(told: Told, number: int, place: tuple[int, int], event: int) -> None:
    """Note a mention, where no longer name of an event stands in the same place."""
    if not any(one.start < place[1] and place[0] < one.end for one in told.mentions[number]):
        told.mention(number, place, event)
