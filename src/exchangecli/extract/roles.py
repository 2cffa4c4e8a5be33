"""Who did what: the words that say so, and the names beside them.

``tables/cues.csv`` holds a rule in each line: its name, the words (a regular expression), on which side of them the
names stand, who they can be, and which role it is.
"""

import re
from collections.abc import Iterator
from functools import cache

from exchangecli.extract.actors import Actor, listed, one_at, people_named
from exchangecli.extract.cited_people import find_quoted
from exchangecli.extract.event_words import heads
from exchangecli.extract.page import Page
from exchangecli.extract.role_cues import Cue, Part, cues_in
from exchangecli.extract.role_lists import find_listed
from exchangecli.extract.sentences import Sentence
from exchangecli.extract.subjects import referred_to, subject_of

__all__ = ["Part", "find_listed", "find_parts", "find_quoted"]

_ONE_OFFICE = frozenset(("curator-is", "artistic-director-is", "soloists", "keynote-speaker-is", "moderated-by"))
"""Cues that are a person's calling; in the singular they are said of one."""
_OF_SEVERAL = ("s", "by", "are", "were", "include", "included")
"""How such a cue ends where it may be said of several."""
_BY_BODIES = frozenset(("bring-together", "runs-the"))
"""Cues that say too little to make an organiser of a name of which nothing else is known."""
_NOT_THE_NAME = re.compile(r"\s(?:partners?|members?|countries|states|officials|artists|supporters)\b")
"""Behind a name: those who are spoken of only have it in what they are called."""
_CLAUSE_END = re.compile(r"[;.]|, (?:and|which|where)\b")
_OBJECT = 160
"""Characters behind a verb in which its object stands."""
_QUOTED_OBJECT = 60


def find_parts(page: Page, number: int) -> list[Part]:
    """The roles that a sentence states, the cues in the order of the table; each name once for each role."""
    sentence = page.sentences[number]
    said = page.within(sentence)
    found: list[Part] = []
    for cue, match in cues_in(said):
        at = sentence.start + match.start(), sentence.start + match.end()
        for part in _after(page, sentence, cue, at) if cue.side == "after" else _before(page, number, cue, at):
            if not any(one.overlaps(part) for one in found):
                found.append(part)
    return found


def _after(page: Page, sentence: Sentence, cue: Cue, at: tuple[int, int]) -> Iterator[Part]:
    """The names behind a cue, up to the first one that cannot have the role."""
    found = listed(page, sentence, at[1], people=cue.who in ("person", "performer"))
    if cue.rule in _ONE_OFFICE and not page.plain[slice(*at)].rstrip(": ").endswith(_OF_SEVERAL):
        found = found[:1]
    for actor in people_named(found):
        is_title = cue.who == "person" and page.plain[actor.start - 1 : actor.start] == '"'
        if is_title or not cue.fits(actor) or _NOT_THE_NAME.match(page.plain, actor.end):
            break
        yield Part(cue.settled(actor), cue.role, at, f"role:{cue.rule}")


def _before(page: Page, number: int, cue: Cue, at: tuple[int, int]) -> Iterator[Part]:
    """The subject of a verb: the names at the beginning of its sentence or clause."""
    sentence, rule = page.sentences[number], f"role:{cue.rule}"
    if page.plain[sentence.start : at[0]].count('"') % 2:
        return
    if cue.rule == "organised" and not _takes_an_event(page, sentence, at[1]):
        return
    subject = subject_of(page, sentence, at[0], people=cue.who != "body")
    for actor in people_named(subject):
        if cue.fits(actor) and (cue.who != "body" or _may_organise(page, sentence, actor, cue)):
            yield Part(cue.settled(actor), cue.role, at, rule)
    referred = referred_to(page, number, at[0]) if cue.who == "body" and not subject else None
    if referred:
        words_of_it = sentence.start, at[1]
        yield Part(referred, cue.role, words_of_it, rule, "the name is in the sentence before")


def _may_organise(page: Page, sentence: Sentence, actor: Actor, cue: Cue) -> bool:
    """Whether a name can be that of a body: no title in quotation marks, and nobody who holds an office."""
    if page.plain[actor.start - 1 : actor.start] == '"':
        return False
    if actor.kind:
        return True
    person = one_at(page, sentence, actor.start, people=True)
    return cue.rule not in _BY_BODIES and (person is None or person.capacity is None)


def _takes_an_event(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether what was hosted, held or opened is an event."""
    behind = _CLAUSE_END.split(page.plain[at : min(sentence.end, at + _OBJECT)])[0]
    return bool(_event_word().search(behind)) or '"' in behind[:_QUOTED_OBJECT]


@cache
def _event_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{heads()}|event|programme|program)s?\b", re.IGNORECASE)
