"""Who did what: the words that say so, and the names beside them.

``tables/cues.csv`` holds a rule in each line: its name, the words (a regular expression), on which side of them the names
stand, who they can be, and which role it is.
"""

import re
from collections.abc import Iterator
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actors import Actor, listed, one_at, people_named
from exchangecli.extract.cited_people import find_quoted
from exchangecli.extract.page import Page
from exchangecli.extract.role_cues import Cue, Part, cues, fits, settled
from exchangecli.extract.role_lists import find_listed
from exchangecli.extract.sentences import Sentence
from exchangecli.extract.subjects import referred_to, subject_of

__all__ = ["Cue", "Part", "cues", "find_listed", "find_parts", "find_quoted"]


def find_parts(page: Page, number: int) -> list[Part]:
    """The roles that a sentence states, the cues in the order of the table; each name once for each role."""
    sentence = page.sentences[number]
    said = page.within(sentence)
    found: list[Part] = []
    for cue in cues():
        for match in cue.pattern.finditer(said):
            if said[: match.start()].count('"') % 2 and cue.side == "before":
                continue
            at = (match.start() + sentence.start, match.end() + sentence.start)
            for part in _after(page, sentence, cue, at) if cue.side == "after" else _before(page, number, cue, at):
                if not any(_overlaps(one, part) for one in found):
                    found.append(part)
    return found


def _overlaps(one: Part, other: Part) -> bool:
    return (one.actor.start == other.actor.start and one.role == other.role) or (
        one.actor.start == other.actor.start and one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]
    )


def _after(page: Page, sentence: Sentence, cue: Cue, at: tuple[int, int]) -> Iterator[Part]:
    people = cue.who in ("person", "performer")
    found = listed(page, sentence, at[1], people=people)
    said = page.plain[at[0] : at[1]].rstrip(": ")
    if cue.rule in _ONE_OFFICE and not said.endswith(_OF_SEVERAL):
        found = found[:1]
    for actor in people_named(found):
        if cue.who == "person" and page.plain[actor.start - 1 : actor.start] == '"':
            break
        if not fits(actor, cue) or re.match(
            r"\s(?:partners?|members?|countries|states|officials|artists|supporters)\b",
            page.plain[actor.end : actor.end + 14],
        ):
            break
        yield Part(settled(actor, cue), cue.role, at, f"role:{cue.rule}")


_ONE_OFFICE = frozenset(("curator-is", "artistic-director-is", "soloists", "keynote-speaker-is", "moderated-by"))
"""Cues that are a person's calling; in the singular they are said of one."""


_OF_SEVERAL = ("s", "by", "are", "were", "include", "included")


def _before(page: Page, number: int, cue: Cue, at: tuple[int, int]) -> Iterator[Part]:
    """The subject of a verb: the names at the beginning of its sentence or clause."""
    sentence = page.sentences[number]
    if cue.rule == "organised" and not _takes_an_event(page, sentence, at[1]):
        return
    subject = subject_of(page, sentence, at[0], people=cue.who != "body")
    if not subject:
        referred = referred_to(page, number, at[0]) if cue.who == "body" else None
        if referred:
            yield Part(
                referred,
                cue.role,
                (page.sentences[number].start, at[1]),
                f"role:{cue.rule}",
                "the name is in the sentence before",
            )
        return
    for actor in people_named(subject):
        if fits(actor, cue) and (cue.who != "body" or _may_organise(page, sentence, actor, cue)):
            yield Part(settled(actor, cue), cue.role, at, f"role:{cue.rule}")


_BY_BODIES = frozenset(("bring-together", "runs-the"))
"""Cues that say too little to make an organiser of a name of which nothing else is known."""


def _may_organise(page: Page, sentence: Sentence, actor: Actor, cue: Cue) -> bool:
    """Whether a name can be that of a body: no title in quotation marks, and nobody who holds an office."""
    if page.plain[actor.start - 1 : actor.start] == '"':
        return False
    if actor.kind:
        return True
    person = one_at(page, sentence, actor.start, people=True)
    return cue.rule not in _BY_BODIES and (person is None or person.capacity is None)


@cache
def _event_word() -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, words.meanings("event_words")), key=len, reverse=True))
    return re.compile(rf"\b(?:{heads}|event|programme|program)s?\b", re.IGNORECASE)


def _takes_an_event(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether what was hosted, held or opened is an event."""
    until = min(sentence.end, at + 160)
    object_ = re.split(r"[;.]|, (?:and|which|where)\b", page.plain[at:until])[0]
    return bool(_event_word().search(object_)) or '"' in object_[:60]
