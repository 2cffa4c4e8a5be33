"""The people whom a report cites: "..., said Park"; "Park, the president of KOFICE, emphasised"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actors import Actor, listed
from exchangecli.extract.names import place_of
from exchangecli.extract.page import Page
from exchangecli.extract.role_cues import Part
from exchangecli.extract.sentences import Sentence

_LONGEST = 5
"""Words of the longest name of a person."""
_LEAD = re.compile(r"[^,\"]{0,90},\s(?=[A-Z])")
_SUBJECT = re.compile(
    r'[,!?.]"\s(?=[A-Z]|[a-z]+ (?:[a-z]+ )?[A-Z])|,\s(?:while|and|but|as)\s(?:the\s)?(?=[A-Z])|[.;]\s(?=[A-Z])'
)
"""What stands before a subject within a sentence."""


@cache
def _says() -> re.Pattern[str]:
    """Behind a name: what says that somebody is cited."""
    return re.compile(rf"(?:\s(?:also|has|have|had|then|further|later))*\s(?:{_saying()})\b", re.IGNORECASE)


@cache
def _said() -> re.Pattern[str]:
    """Before a name: what says that somebody is cited."""
    verb = rf"\"?,?\s(?:{_saying()}|according to)\s(?=(?-i:[A-Z]|the [A-Z]|[a-z]+ [A-Z]))"
    return re.compile(rf"{verb}|\b(?:according to|in the words of)\s(?=(?-i:[A-Z]|the [A-Z]))", re.IGNORECASE)


def _saying() -> str:
    return "|".join(sorted(words.words("saying_words"), key=len, reverse=True))


def find_quoted(page: Page, number: int) -> list[Part]:
    """The people that a sentence cites."""
    sentence = page.sentences[number]
    if sentence.kind != "body":
        return []
    found = list(_after_the_words(page, sentence))
    known = {one.actor.start for one in found}
    return found + [one for one in _before_the_words(page, sentence) if one.actor.start not in known]


def _after_the_words(page: Page, sentence: Sentence) -> Iterator[Part]:
    """People behind the words that cite them: "...", said Park; according to Park."""
    for match in _said().finditer(page.plain, sentence.start, sentence.end):
        quotes = '"' in page.plain[sentence.start : match.start() + 3]
        if quotes or "according" in match[0].lower():
            for actor in listed(page, sentence, match.end(), people=True)[:1]:
                if _is_person(actor):
                    yield _cited(actor, match)


def _before_the_words(page: Page, sentence: Sentence) -> Iterator[Part]:
    """People before them: Park, the president of KOFICE, emphasised."""
    for start in _starts(page, sentence):
        actors = listed(page, sentence, start, people=True)
        if len(actors) == 1 and _is_person(actors[0]):
            end = actors[0].until
            said = _says().match(page.plain, end + page.plain.startswith(",", end), sentence.end)
            if said:
                yield _cited(actors[0], said)


def _cited(actor: Actor, said: re.Match[str]) -> Part:
    return Part(replace(actor, kind="person"), "quoted", said.span(), "role:said")


def _starts(page: Page, sentence: Sentence) -> list[int]:
    """Where the subject of a sentence can begin."""
    said = page.within(sentence)
    lead = _LEAD.match(said)
    starts = [0, *([lead.end()] if lead else []), *(match.end() for match in _SUBJECT.finditer(said))]
    return [sentence.start + start for start in dict.fromkeys(starts)]


def _is_person(actor: Actor) -> bool:
    said = actor.name.lower().split()
    if actor.kind in ("state", "organisation", "ensemble") or place_of(actor.name) or len(said) > _LONGEST:
        return False
    if len(said) == 1 and not actor.capacity:
        return False
    return not any(word in words.words("portfolio_words") or words.body_kind(word) for word in said)


def without_repeats(parts: Sequence[Part]) -> list[Part]:
    """The parts without those of people who are called by one word of a name that was given before."""
    known: list[Part] = []
    for part in parts:
        said = part.actor.name
        if " " in said or not any(said in one.actor.name.split() and said != one.actor.name for one in known):
            known.append(part)
    return known
