"""What an event is called once it has been named: its acronym, "the forum", "the 13th edition"."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.drafts import BACKGROUND, Draft, Mention
from exchangecli.extract.event_words import heads
from exchangecli.extract.ordinals import NUMBERS, edition_in_name, ordinal
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence


def note_other_editions(page: Page, drafts: list[Draft], mentions: list[list[Mention]], main: int) -> None:
    """Earlier and later editions that are told of by their number alone: "The 13th conference took place in Gwangju"."""
    known = edition_in_name(drafts[main].title)
    for number, sentence in enumerate(page.sentences):
        for match in _edition_alone().finditer(page.plain, sentence.start, sentence.end):
            if sentence.kind == "body" and known and ordinal(match["ordinal"]) != known[0]:
                place = match.span("title")
                drafts.append(Draft(page.said(*place), place, "event:other-edition", drafts[main].kind))
                mentions[number].append(Mention(*place, len(drafts) - 1))
        mentions[number].sort()


@cache
def _edition_alone() -> re.Pattern[str]:
    numbers = "|".join(NUMBERS)
    return re.compile(
        rf"\b[Tt]he (?P<title>(?P<ordinal>{numbers}|\d{{1,2}}(?:st|nd|rd|th))(?: (?:edition|{heads()}))?),?\s(?:took place|takes place|was held|were held|will be held|will take place|is scheduled|is to be held|held in|was hosted|is planned)"
    )


def note_short_names(
    page: Page, sentence: Sentence, drafts: Sequence[Draft], mentions: list[Mention], main: int
) -> None:
    """Where an event is called by its acronym, or "the forum"."""
    taken = [(one.start, one.end) for one in mentions]
    for number, draft in enumerate(drafts):
        if draft.acronym:
            for match in re.finditer(rf"\b{re.escape(draft.acronym)}\b", page.within(sentence)):
                _add_short(page, sentence, mentions, taken, match.span(), number)
    for match in _anaphora().finditer(page.within(sentence)):
        kind = words.event_kind(match[1])
        fitting = [number for number, draft in enumerate(drafts) if draft.kind == kind] if kind else []
        if kind and not fitting:
            alone = [
                number
                for number, draft in enumerate(drafts)
                if draft.rule not in ("event:described", "event:other-edition")
            ]
            if len(alone) > 1 or match[0].lower().startswith("this "):
                continue
        event = main if main in fitting or not fitting else fitting[-1]
        if len(fitting) > 1:
            event = -1  # the one spoken of last; told apart when facts are attached
        _add_short(page, sentence, mentions, taken, match.span(), event)


@cache
def _anaphora() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|this|this year's)(?: [a-z][\w-]+){{0,2}}? (event|{heads()})\b(?! (?:hall|director|venue))",
        re.IGNORECASE,
    )


def _add_short(
    page: Page,
    sentence: Sentence,
    mentions: list[Mention],
    taken: list[tuple[int, int]],
    span: tuple[int, int],
    event: int,
) -> None:
    start, end = span[0] + sentence.start, span[1] + sentence.start
    if any(first < end and start < last for first, last in taken):
        return
    before = page.plain[max(sentence.start, start - 40) : start]
    mentions.append(Mention(start, end, event, bool(BACKGROUND.search(before))))
    taken.append((start, end))
