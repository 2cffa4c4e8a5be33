"""People and bodies in lists under a heading: "Speakers", and then a name on each line."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from exchangecli.extract import words
from exchangecli.extract.actors import listed
from exchangecli.extract.page import Page
from exchangecli.extract.role_cues import Cue, Part
from exchangecli.extract.sentences import Sentence

_OF_BODIES = frozenset(("organiser", "co_organiser", "partner", "sponsor", "media_partner"))
_HEADING = 4
"""Words of the longest heading."""
_LONGEST_ITEM = 140
"""Characters."""


def find_listed(page: Page) -> dict[int, list[Part]]:
    """The people of lists under a heading, by the number of the sentence."""
    found: dict[int, list[Part]] = {}
    role: str | None = None
    heading = (0, 0)
    before: Sentence | None = None
    for number, sentence in enumerate(page.sentences):
        label = _heading(page, sentence)
        if label:
            role, heading = label, (sentence.start, sentence.end)
        elif role and _goes_on(page, sentence, before):
            parts = list(_parts(page, sentence, role, heading))
            if parts:
                found[number] = parts
        else:
            role = None
        before = sentence
    return found


def _heading(page: Page, sentence: Sentence) -> str | None:
    """The role of those who are listed under a line, where it is the heading of such a list."""
    said = page.within(sentence).strip(" *#")
    if len(said) >= _LONGEST_ITEM:
        return None
    is_short = sentence.kind == "title" and len(said.split()) <= _HEADING
    return _role_of_label(said) if is_short or said.endswith(":") else None


@lru_cache(maxsize=256)
def _role_of_label(said: str) -> str | None:
    return next((role for pattern, role in _labels() if pattern.fullmatch(said)), None)


@cache
def _labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?:.*\b)?(?:{row['label']})\s?:?$", re.IGNORECASE), row["role"])
        for row in words.rows("list_labels")
    )


def _goes_on(page: Page, sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a line belongs to the list that the line before it opened or went on with."""
    if sentence.kind == "item":
        return True
    gap = page.plain[before.end : sentence.start] if before else ""
    return sentence.kind == "title" and gap.count("\n") <= 1 and sentence.end - sentence.start < _LONGEST_ITEM


def _parts(page: Page, sentence: Sentence, role: str, heading: tuple[int, int]) -> Iterator[Part]:
    """The bodies of a line, or the one person."""
    people = role not in _OF_BODIES
    cue = Cue("listed", "", "after", "any" if people else "body", role)
    actors = listed(page, sentence, sentence.start, people=people)
    for actor in actors[:1] if people else actors:
        if cue.fits(actor):
            yield Part(actor, role, (actor.start, actor.end), "role:listed", heading=heading)
