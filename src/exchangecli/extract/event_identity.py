"""Which names are of one event: the mentions of each are put down to it, under its fullest name."""

import re
from collections.abc import Sequence

from exchangecli.extract import words
from exchangecli.extract.drafts import BACKGROUND, Draft, Mention
from exchangecli.extract.names import classify
from exchangecli.extract.ordinals import NUMBERS
from exchangecli.extract.page import Page
from exchangecli.extract.plain import plain
from exchangecli.extract.sentences import Sentence
from exchangecli.model.folding import fold

_TITLE_CASE = 0.7
"""The share of capitals at which the words of a headline say nothing by being capitalised."""


_GENERIC = frozenset(
    [
        "the",
        "a",
        "an",
        "annual",
        "international",
        "national",
        "cultural",
        "culture",
        "culture's",
        "arts",
        "art",
        "music",
        "film",
        "dance",
        "folk",
        "opening",
        "closing",
        "special",
        "classical",
        "musical",
        "song",
        "songs",
        "joint",
        "first",
        "second",
        "third",
        "grand",
        "gala",
        "inaugural",
        "award",
        "awards",
        "world",
        "public",
        "policy",
        "traditional",
        "youth",
        "main",
    ]
)


def note(
    page: Page, sentence: Sentence, drafts: list[Draft], mentions: list[Mention], new: Draft, *, known_only: bool
) -> None:
    """Put a mention down to the event it is of, which may be a new one."""
    number = next((number for number, draft in enumerate(drafts) if same_event(draft, new)), None)
    if number is None:
        if known_only:
            return
        number = len(drafts)
        drafts.append(new)
    elif len(fold(new.title)) > len(fold(drafts[number].title)) and not known_only:
        old = drafts[number]
        drafts[number] = new
        new.acronym = new.acronym or old.acronym
        new.others |= old.others
    draft = drafts[number]
    draft.acronym = draft.acronym or new.acronym
    before = page.plain[max(sentence.start, new.place[0] - 40) : new.place[0]]
    mentions.append(Mention(*new.place, number, bool(BACKGROUND.search(before))))


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
    return {word for word in title if word[0].isdigit()} | {str(NUMBERS[word]) for word in title if word in NUMBERS}


def _bare(title: Sequence[str]) -> list[str]:
    return [word for word in title if not word[0].isdigit() and word not in NUMBERS and word not in ("the", "annual")]


def in_title_case(page: Page, sentence: Sentence) -> bool:
    said = [word for word in page.within(sentence).split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
    return len(said) > 1 and sum(word[0].isupper() for word in said) >= _TITLE_CASE * len(said)


def keep_specific(drafts: list[Draft], mentions: list[list[Mention]]) -> None:
    """Leave out names that say only what kind of thing is meant ("Cultural Forum"), where others say more."""
    generic = {number for number, draft in enumerate(drafts) if _is_generic(draft)}
    if len(generic) == len(drafts):
        return
    kept = [number for number in range(len(drafts)) if number not in generic]
    place = {number: at for at, number in enumerate(kept)}
    for some in mentions:
        some[:] = [one._replace(event=place[one.event]) for one in some if one.event in place]
    drafts[:] = [drafts[number] for number in kept]


def _is_generic(draft: Draft) -> bool:
    if draft.rule == "event:quoted":
        return False
    said = fold(draft.title).split()
    return not _numbers(said) and all(word in _GENERIC or words.event_kind(word) for word in said)


def note_repeats(page: Page, drafts: list[Draft], mentions: list[list[Mention]]) -> None:
    """Where an event whose name has no head word is named again, perhaps with its year."""
    for number, draft in enumerate(drafts):
        if draft.rule == "event:named" or classify(draft.title.split())[0] == "event":
            continue
        known = {(one.start, one.end) for some in mentions for one in some if one.event == number}
        for at, sentence in enumerate(page.sentences):
            for match in re.finditer(
                rf"\b{re.escape(fold_quotes(draft.title))}(?:\s(?:19|20)\d\d)?\b", page.within(sentence)
            ):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if any(first < end and start < last for first, last in known):
                    continue
                before = page.plain[max(sentence.start, start - 40) : start]
                mentions[at].append(Mention(start, end, number, bool(BACKGROUND.search(before))))
                if len(match[0]) > len(draft.title):
                    draft.title, draft.place = page.said(start, end), (start, end)
        for some in mentions:
            some.sort()


def fold_quotes(title: str) -> str:
    """A title as it stands in the plain text."""
    return plain(title)
