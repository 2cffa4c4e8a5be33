"""Proper names: where they begin and end, and what their head word says they are.

A name is a run of capitalised words, held together by small words (Ministry *of* Culture) and, where what stands on
both sides asks for it, by "and" and commas: "Ministry of Culture, Sports and Tourism" is one name, "KOFICE and
Korea-ASEAN Center" are two.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from exchangecli.extract import words
from exchangecli.extract.acronyms import acronym_after, cut_to_acronym, with_acronyms_joined
from exchangecli.extract.capital_runs import calendar_words, run_end
from exchangecli.extract.head_words import ORDINAL, classify
from exchangecli.extract.name import Name, one_line
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import LONGEST_SMALL_WORD, Sentence, Word, word_list
from exchangecli.model import ordinals

_COLON = re.compile(r":\s(?=[A-Z\d])")
_END_OF_SUBTITLE = re.compile(r"[.,;(\n\"?!]| - |$")
_BODY_AFTER_BRACKETS = re.compile(r" \([A-Z][A-Za-z]+\) ([A-Z][a-z]+)")
"""What goes on behind an acronym: Korea Foundation (KF) Center."""
_PLACE_BEFORE_ACRONYM = re.compile(r" (?:in|of) ((?:[A-Z][\w-]*)(?: [A-Z][\w-]*)?)(?= \([A-Z]{2,8}\))")
_BRANCH = re.compile(r", ([A-Z][a-z]+)(?= \([A-Z]{2,8}\))")
"""Where a body is a branch: the Japan Foundation, Manila (JFM)."""
_TITLE_CASE = 0.6
"""The share of capitals, among words that are not small, from which words are a title."""
_SENTENCES = 512
"""Sentences, and ends of sentences, whose names are kept: each cue in a sentence asks for them again."""

__all__ = ["Name", "classify", "find_names", "name_at", "place_of", "with_subtitle"]


@lru_cache(maxsize=_SENTENCES)
def find_names(text: str, sentence: Sentence) -> tuple[Name, ...]:
    """The names of a sentence of the plain text, in its order."""
    return tuple(with_acronyms_joined(text, list(_names(text, word_list(text, sentence.start, sentence.end)))))


def name_at(text: str, sentence: Sentence, start: int) -> Name | None:
    """The name that begins exactly at a place of a sentence; what stands before that place is as if it were not."""
    found = word_list(text, start, sentence.end)
    if not found or found[0].start != start or run_end(text, found, 0) == 0:
        return None
    names = with_acronyms_joined(text, list(islice(_names(text, found), 2)))
    return names[0] if names and names[0].start == start else None


def _names(text: str, found: Sequence[Word]) -> Iterator[Name]:
    at = 0
    while at < len(found):
        until = run_end(text, found, at)
        if until > at:
            yield from _name(text, found[at:until])
        at = max(until, at + 1)


def _name(text: str, run: Sequence[Word]) -> list[Name]:
    """The name that a run of capitals is, without what only stands before it; none for a month or a weekday."""
    run = _without_numbers_at_the_end(run)
    if all(word.text.lower().rstrip(".") in calendar_words() for word in run):
        return []
    kind, sort = classify([word.text for word in run])
    is_event = kind in ("event", "series")
    if not is_event:
        run = _without_ordinals(run)
    start, end = run[0].start, run[-1].end
    if text[start:end].endswith("'s"):
        end -= len("'s")
    if kind == "event":
        end = with_subtitle(text, start, _with_country(text, end))
    body = _BODY_AFTER_BRACKETS.match(text, end)
    if body and words.body_kind(body[1]) and not is_event:
        end, kind = body.end(), words.body_kind(body[1]) or kind
    branch = _BRANCH.match(text, end)
    if branch and kind in ("organisation", "state") and place_of(branch[1]):
        end = branch.end()
    name = Name(start, end, one_line(text[start:end]), kind, sort, acronym_after(text, end))
    return [cut_to_acronym(text, name)] if name.acronym else [name]


def _without_numbers_at_the_end(run: Sequence[Word]) -> Sequence[Word]:
    kept = [number for number, word in enumerate(run, 1) if word.capital or ORDINAL.match(word.text)]
    return run[: max(kept, default=0)]


def _without_ordinals(run: Sequence[Word]) -> Sequence[Word]:
    """A name without the number before it: the 5th Seoul, first President Min."""
    first = 0
    while first + 1 < len(run) and (ORDINAL.match(run[first].text) or run[first].text.lower() in ordinals.WORDS):
        first += 1
    return run[first:]


def with_subtitle(text: str, start: int, end: int) -> int:
    """The end of an event's name with what follows it after a colon, as long as that is written as a title."""
    colon = _COLON.match(text, end)
    if not colon or start < 0:
        return end
    until = _END_OF_SUBTITLE.search(text, colon.end())
    said = word_list(text, colon.end(), until.start() if until else end)
    content = [word for word in said if len(word.text) > LONGEST_SMALL_WORD]
    is_title = len(content) > 1 and sum(word.capital for word in content) >= _TITLE_CASE * len(content)
    return said[-1].end if is_title else end


def _with_country(text: str, end: int) -> int:
    """The end of an event's name with its place, where its acronym follows that: Film Festival in Vietnam (EUFF)."""
    place = _PLACE_BEFORE_ACRONYM.match(text, end)
    return place.end() if place and place_of(place[1]) else end
