"""People and bodies in lists under a heading: "Speakers", and then a name on each line."""

import re
from functools import cache, lru_cache

from exchangecli.extract import words
from exchangecli.extract.actors import listed
from exchangecli.extract.page import Page
from exchangecli.extract.role_cues import Cue, Part, fits
from exchangecli.extract.sentences import Sentence


@cache
def _labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?:.*\b)?(?:{row['label']})\s?:?$", re.IGNORECASE), row["role"])
        for row in words.rows("list_labels")
    )


@lru_cache(maxsize=256)
def _labelled(said: str) -> str | None:
    return next((role for pattern, role in _labels() if pattern.fullmatch(said)), None)


def find_listed(page: Page) -> dict[int, list[Part]]:
    """The people of lists under a heading: "Speakers", and then a name on each line; by the number of the sentence."""
    found: dict[int, list[Part]] = {}
    role: str | None = None
    heading = (0, 0)
    before = None
    for number, sentence in enumerate(page.sentences):
        said = page.within(sentence).strip(" *#")
        label = _labelled(said) if len(said) < _LONGEST_ITEM else None
        if label and (said.endswith(":") or (sentence.kind == "title" and len(said.split()) <= _HEADING)):
            role, heading = label, (sentence.start, sentence.end)
        elif role and _goes_on(page, sentence, before):
            people = role not in ("organiser", "co_organiser", "partner", "sponsor", "media_partner")
            for actor in listed(page, sentence, sentence.start, people=people)[: None if not people else 1]:
                cue = Cue("listed", re.compile(""), "after", "any" if people else "body", role)
                if fits(actor, cue):
                    found.setdefault(number, []).append(
                        Part(actor, role, (actor.start, actor.end), "role:listed", heading=heading)
                    )
        else:
            role = None
        before = sentence
    return found


_HEADING = 4


_LONGEST_ITEM = 140


def _goes_on(page: Page, sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a line belongs to the list that the line before it opened or went on with."""
    if sentence.kind == "item":
        return True
    gap = page.plain[before.end : sentence.start] if before else ""
    return sentence.kind == "title" and gap.count("\n") <= 1 and sentence.end - sentence.start < _LONGEST_ITEM
