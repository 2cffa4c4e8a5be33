"""Which names are of one event: the mentions of each are put down to it, under its fullest name."""

import re
from collections.abc import Sequence

from exchangecli.extract import words
from exchangecli.extract.drafts import Draft, Told
from exchangecli.extract.names import classify
from exchangecli.extract.page import Page
from exchangecli.extract.plain import plain
from exchangecli.extract.sentences import LONGEST_SMALL_WORD, Sentence
from exchangecli.model import ordinals
from exchangecli.model.folding import fold

_TITLE_CASE = 0.7
"""The share of capitals at which the words of a headline say nothing by being capitalised."""


def note(told: Told, number: int, new: Draft, *, known_only: bool) -> None:
    """Put a mention down to the event it is of, which may be a new one.

    Args:
        told: what has been found so far.
        number: of the sentence that names the event.
        new: the event, as it is named there.
        known_only: whether only a mention of an event that is known already counts.
    """
    event = next((event for event, draft in enumerate(told.drafts) if same_event(draft, new)), None)
    if event is None:
        if known_only:
            return
        event = len(told.drafts)
        told.drafts.append(new)
    draft = told.drafts[event]
    if len(fold(new.title)) > len(fold(draft.title)) and not known_only:
        new.acronym = new.acronym or draft.acronym
        told.drafts[event] = draft = new
    draft.acronym = draft.acronym or new.acronym
    told.mention(number, new.place, event)


def same_event(one: Draft, other: Draft) -> bool:
    """Whether two names are of one event: equal, or one a part of the other and no number against it."""
    first, second = fold(one.title).split(), fold(other.title).split()
    if first == second:
        return True
    if _numbers(first) and _numbers(second) and _numbers(first) != _numbers(second):
        return False
    short, long = sorted((_bare(first), _bare(second)), key=len)
    if not short or one.kind != other.kind:
        return False
    return long[: len(short)] == short or (len(short) > 1 and set(short) <= set(long) and short[-1] == long[-1])


def _numbers(title: Sequence[str]) -> set[str]:
    return {word for word in title if word[0].isdigit()} | {
        str(ordinals.WORDS[word]) for word in title if word in ordinals.WORDS
    }


def _bare(title: Sequence[str]) -> list[str]:
    return [
        word for word in title if not word[0].isdigit() and word not in ordinals.WORDS and word not in ("the", "annual")
    ]


def is_in_title_case(page: Page, sentence: Sentence) -> bool:
    """Whether most words of a heading have capitals, so that these show no names."""
    said = [word for word in page.within(sentence).split() if len(word) > LONGEST_SMALL_WORD and word[0].isalpha()]
    return len(said) > 1 and sum(word[0].isupper() for word in said) >= _TITLE_CASE * len(said)


def keep_specific(told: Told) -> None:
    """Leave out names that say only what kind of thing is meant ("Cultural Forum"), where others say more."""
    kept = [event for event, draft in enumerate(told.drafts) if not _is_generic(draft)]
    if not kept:
        return
    now = {event: at for at, event in enumerate(kept)}
    for some in told.mentions:
        some[:] = [one._replace(event=now[one.event]) for one in some if one.event in now]
    told.drafts[:] = [told.drafts[event] for event in kept]


def _is_generic(draft: Draft) -> bool:
    if draft.rule == "event:quoted":
        return False
    said = fold(draft.title).split()
    generic = words.phrases("generic in a title")
    return not _numbers(said) and all(word in generic or words.event_kind(word) for word in said)


def note_repeats(told: Told) -> None:
    """Where an event whose name has no head word is named again, perhaps with its year."""
    for event, draft in enumerate(told.drafts):
        if draft.rule != "event:named" and classify(draft.title.split())[0] != "event":
            _note_repeats_of(told, event, draft)
            told.sort()


def _note_repeats_of(told: Told, event: int, draft: Draft) -> None:
    known = [(one.start, one.end) for some in told.mentions for one in some if one.event == event]
    for number, sentence in enumerate(told.page.sentences):
        named = re.compile(rf"\b{re.escape(plain(draft.title))}(?:\s(?:19|20)\d\d)?\b")
        for match in named.finditer(told.page.plain, sentence.start, sentence.end):
            start, end = match.span()
            if not any(first < end and start < last for first, last in known):
                told.mention(number, (start, end), event)
                if len(match[0]) > len(draft.title):
                    draft.title, draft.place = told.page.said(start, end), (start, end)
