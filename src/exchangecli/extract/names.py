"""Proper names: where they begin and end, and what their head word says they are.

A name is a run of capitalised words, held together by small words (Ministry *of* Culture) and, where what stands on both
sides asks for it, by "and" and commas: "Ministry of Culture, Sports and Tourism" is one name, "KOFICE and Korea-ASEAN
Center" are two.
"""

import re
from collections.abc import Sequence

from exchangecli.extract import words
from exchangecli.extract.acronyms import ACRONYM, cut_to_acronym, with_acronyms_joined
from exchangecli.extract.capital_runs import calendar_words, run_end
from exchangecli.extract.head_words import ORDINAL, classify
from exchangecli.extract.name import Name, is_acronym, one_line
from exchangecli.extract.ordinals import NUMBERS
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import Sentence, Word, word_list

__all__ = ["Name", "classify", "find_names", "place_of", "with_subtitle"]


def find_names(text: str, sentence: Sentence) -> list[Name]:
    """The names of a sentence of the plain text, in its order."""
    found = word_list(text, sentence.start, sentence.end)
    names: list[Name] = []
    at = 0
    while at < len(found):
        until = run_end(text, found, at)
        if until > at:
            names += _name(text, found[at:until])
        at = max(until, at + 1)
    return with_acronyms_joined(text, names)


def _name(text: str, run: Sequence[Word]) -> list[Name]:
    run = list(run)
    while run and not (run[-1].capital or ORDINAL.match(run[-1].text)):
        del run[-1]
    if not run:
        return []
    if all(word.text.lower().rstrip(".") in calendar_words() for word in run):
        return []
    kind, sort = classify([word.text for word in run])
    if kind not in ("event", "series"):
        while len(run) > 1 and (ORDINAL.match(run[0].text) or run[0].text.lower() in NUMBERS):
            del run[0]
    start, end = run[0].start, run[-1].end
    if text[start:end].endswith("'s"):
        end -= 2
    if kind == "event":
        end = with_subtitle(text, start, _with_country(text, end))
    body = re.compile(r" \([A-Z][A-Za-z]+\) ([A-Z][a-z]+)").match(text, end)
    if body and words.body_kind(body[1]) and kind not in ("event", "series"):
        end, kind = body.end(), words.body_kind(body[1]) or kind
    acronym = ACRONYM.match(text, end)
    name = Name(
        start, end, one_line(text[start:end]), kind, sort, acronym[1] if acronym and is_acronym(acronym[1]) else None
    )
    return [cut_to_acronym(text, name)] if name.acronym else [name]


def with_subtitle(text: str, start: int, end: int) -> int:
    """The end of an event's name with what follows it after a colon, as long as that is written as a title."""
    colon = _SUBTITLE.match(text, end)
    if not colon or start < 0:
        return end
    until = re.compile(r"[.,;(\n\"?!]| - |$").search(text, colon.end())
    stop = until.start() if until else end
    said = word_list(text, colon.end(), stop)
    content = [word for word in said if len(word.text) > 3]  # noqa: PLR2004
    is_title = len(content) > 1 and sum(word.capital for word in content) * 10 >= 6 * len(content)
    return said[-1].end if is_title else end


_SUBTITLE = re.compile(r":\s(?=[A-Z\d])")


def _with_country(text: str, end: int) -> int:
    """The end of an event's name with the place it is held in, where its acronym follows that: Film Festival in Vietnam (EUFF)."""
    place = re.compile(r" (?:in|of) ((?:[A-Z][\w-]*)(?: [A-Z][\w-]*)?)(?= \([A-Z]{2,8}\))").match(text, end)
    return place.end() if place and place_of(place[1]) else end
