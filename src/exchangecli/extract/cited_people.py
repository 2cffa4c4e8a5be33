"""The people whom a report cites: "..., said Park"; "Park, the president of KOFICE, emphasised"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actors import Actor, listed
from exchangecli.extract.names import place_of
from exchangecli.extract.page import Page
from exchangecli.extract.role_cues import Part
from exchangecli.extract.sentences import Sentence


@cache
def _says() -> tuple[re.Pattern[str], re.Pattern[str]]:
    said = "|".join(sorted(words.words("saying_words"), key=len, reverse=True))
    before = re.compile(rf"(?:\s(?:also|has|have|had|then|further|later))*\s(?:{said})\b", re.IGNORECASE)
    after = re.compile(
        rf"\"?,?\s(?:{said}|according to)\s(?=(?-i:[A-Z]|the [A-Z]|[a-z]+ [A-Z]))|\b(?:according to|in the words of)\s(?=(?-i:[A-Z]|the [A-Z]))",
        re.IGNORECASE,
    )
    return before, after


def find_quoted(page: Page, number: int) -> list[Part]:
    """The people a sentence cites: "..., said Park"; "Park, the president of KOFICE, emphasised"."""
    sentence = page.sentences[number]
    if sentence.kind != "body":
        return []
    before, after = _says()
    found: list[Part] = []
    for match in after.finditer(page.plain, sentence.start, sentence.end):
        if '"' not in page.plain[sentence.start : match.start() + 3] and "according" not in match[0].lower():
            continue
        for actor in listed(page, sentence, match.end(), people=True)[:1]:
            if _is_person(actor):
                found.append(Part(replace(actor, kind="person"), "quoted", match.span(), "role:said"))
    for start in _starts(page, sentence):
        actors = listed(page, sentence, start, people=True)
        if len(actors) != 1 or not _is_person(actors[0]):
            continue
        said = before.match(page.plain, _past_comma(page, actors[0].until), sentence.end)
        if said and not any(one.actor.start == actors[0].start for one in found):
            found.append(Part(replace(actors[0], kind="person"), "quoted", said.span(), "role:said"))
    return found


def _starts(page: Page, sentence: Sentence) -> list[int]:
    """Where the subject of a sentence can begin."""
    said = page.within(sentence)
    starts = [sentence.start]
    lead = re.match(r"[^,\"]{0,90},\s(?=[A-Z])", said)
    if lead:
        starts.append(sentence.start + lead.end())
    starts += [
        sentence.start + match.end()
        for match in re.finditer(
            r'[,!?.]"\s(?=[A-Z])|,\s(?:while|and|but|as)\s(?:the\s)?(?=[A-Z])|[.;]\s(?=[A-Z])', said
        )
    ]
    return starts


def _past_comma(page: Page, at: int) -> int:
    return at + 1 if page.plain[at : at + 1] == "," else at


def _is_person(actor: Actor) -> bool:
    said = actor.name.split()
    if actor.kind in ("state", "organisation", "ensemble") or place_of(actor.name):
        return False
    if len(said) == 1 and not actor.capacity:
        return False
    lowered = [word.lower() for word in said]
    return len(said) <= 5 and not any(
        word in words.words("portfolio_words") or words.body_kind(word) for word in lowered
    )  # noqa: PLR2004


def without_repeats(parts: Sequence[Part]) -> list[Part]:
    """Each person once as quoted, by the fullest name; none who has a name of several words and is called by the last."""
    known: list[Part] = []
    for part in parts:
        said = part.actor.name.split()
        if not any(
            said[-1] in one.actor.name.split() and one.actor.name != part.actor.name and len(said) == 1 for one in known
        ):
            known.append(part)
    return known
