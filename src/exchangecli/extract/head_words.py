"""What a name is, by its head word: a forum is an event, a ministry a state body."""

import re
from collections.abc import Sequence

from exchangecli.extract import words
from exchangecli.extract.name import is_acronym
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import Word

ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|[IVX]{1,6}|(?:19|20)\d\d)$")


_COMPLEMENTS = frozenset(("of", "for", "on", "in", "de", "du", "about", "against"))
"""Words behind which a name goes on to say more of what its head word names."""
_REGIONS = frozenset(("city", "municipality", "province", "canton", "prefecture", "region"))
_PRIZES = frozenset(("prize", "award", "awards"))

Sort = tuple[str, str | None]
"""The kind of a name, and of an event the code of its kind."""


def classify(said: Sequence[str]) -> Sort:
    """What a name is, and of an event which kind, by its head word: the last before "of", "for", "on" or "in"."""
    whole = " ".join(said)
    place = place_of(whole)
    is_hall = len(said) > 1 and said[-1].lower() in words.words("venue_words")
    if place and not (place[0] == "city" and is_hall):
        return place[0], None
    if whole in words.meanings("demonyms"):
        return "demonym", None
    main = _without_complement(said)
    while len(main) > 1 and (ORDINAL.match(main[-1]) or place_of(main[-1])):
        main = main[:-1]
    return _by_whole_head(main, said) or _by_last(main, said) or _by_first(main, said) or _alone(said)


def _without_complement(said: Sequence[str]) -> Sequence[str]:
    stop = next((number for number, word in enumerate(said) if number and word.lower() in _COMPLEMENTS), len(said))
    return said[:stop]


def _by_whole_head(main: Sequence[str], said: Sequence[str]) -> Sort | None:
    """Events whose head is two or three words: a film festival."""
    for size in (3, 2):
        sort = words.event_kind(" ".join(main[-size:])) if len(main) >= size else None
        if sort and len(said) > size:
            return "event", sort
    return None


def _by_last(main: Sequence[str], said: Sequence[str]) -> Sort | None:
    """Names by the last word of their head; a body and a venue may have no other word."""
    last, several = main[-1].lower(), len(said) > 1
    programme, event = words.meanings("programme_words").get(last), words.event_kind(last)
    events = words.event_kind(last[:-1]) if last.endswith("s") else None
    body = words.body_kind(last)
    sorts: tuple[tuple[object, Sort], ...] = (
        (several and programme, ("programme", programme)),
        (several and event, ("event", _of_officials(main) or event)),
        (body, (body or "", None)),
        (several and events, ("series", events)),
        (last in words.words("venue_words"), ("venue", None)),
    )
    return next((sort for applies, sort in sorts if applies), None)


def _of_officials(main: Sequence[str]) -> str | None:
    low = " ".join(main).lower()
    if "minister" in low:
        return "ministerial_meeting"
    return "senior_officials_meeting" if "senior official" in low else None


def _by_first(main: Sequence[str], said: Sequence[str]) -> Sort | None:
    """Names whose head comes first: City of Sofia, Prize for Drama, Festival Cervantino, Embassy of India."""
    first, several = main[0].lower(), len(said) > 1
    if first in _REGIONS and several and said[1] == "of" and said[2:]:
        return "state", None
    if main[-1].lower() in _PRIZES and "for" in said:
        return "event", "competition"
    if several and words.event_kind(first) == "festival":
        return "event", "festival"
    return ("state", None) if several and any(words.body_kind(word) == "state" for word in main) else None


def _alone(said: Sequence[str]) -> Sort:
    return "acronym" if len(said) == 1 and is_acronym(said[0]) and said[0].isupper() else "", None


def has_head(name: Sequence[Word]) -> bool:
    """Whether a word of a name is the head word of a body or of an event."""
    return any(words.body_kind(word.text) or _event_sort(word.text) for word in name)


def has_event(name: Sequence[Word]) -> bool:
    """Whether a word of a name is the head word of an event."""
    return any(_event_sort(word.text) for word in name)


def _event_sort(word: str) -> str | None:
    low = word.lower().removesuffix("'s").rstrip("'")
    return words.event_kind(low) or (words.event_kind(low[:-1]) if low.endswith("s") else None)
