"""What a name is, by its head word: a forum is an event, a ministry a state body."""

import re
from collections.abc import Sequence

from exchangecli.extract import words
from exchangecli.extract.name import is_acronym
from exchangecli.extract.place_names import place_of
from exchangecli.extract.sentences import Word

ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|[IVX]{1,6}|(?:19|20)\d\d)$")


def classify(said: Sequence[str]) -> tuple[str, str | None]:
    """What a name is, and of an event which kind, by its head word: the last before "of", "for", "on" or "in"."""
    whole = " ".join(said)
    place = place_of(whole)
    if place and not (place[0] == "city" and len(said) > 1 and said[-1].lower() in words.words("venue_words")):
        return place[0], None
    if whole in words.meanings("demonyms"):
        return "demonym", None
    main = list(said)
    for number, word in enumerate(said):
        if number and word.lower() in {"of", "for", "on", "in", "de", "du", "about", "against"}:
            main = list(said[:number])
            break
    while len(main) > 1 and (ORDINAL.match(main[-1]) or place_of(main[-1])):
        main.pop()
    return _by_head(main, said)


def _by_head(main: Sequence[str], said: Sequence[str]) -> tuple[str, str | None]:
    last = main[-1].lower()
    for size in (3, 2):
        sort = words.event_kind(" ".join(main[-size:]).lower()) if len(main) >= size else None
        if sort and len(said) > size:
            return "event", sort
    if last in words.meanings("programme_words") and len(said) > 1:
        return "programme", words.meanings("programme_words")[last]
    body = words.body_kind(last)
    if words.event_kind(last) and len(said) > 1:
        return "event", _ministers(main) or words.event_kind(last)
    if body:
        return body, None
    if last.endswith("s") and words.event_kind(last[:-1]) and len(said) > 1:
        return "series", words.event_kind(last[:-1])
    if last in words.words("venue_words"):
        return "venue", None
    return _by_first(main, said)


def _ministers(main: Sequence[str]) -> str | None:
    low = " ".join(main).lower()
    if "minister" in low:
        return "ministerial_meeting"
    return "senior_officials_meeting" if "senior official" in low else None


def _by_first(main: Sequence[str], said: Sequence[str]) -> tuple[str, str | None]:
    """Names whose head comes first: Festival Cervantino, Embassy of India; or acronyms."""
    first = main[0].lower()
    if (
        first in ("city", "municipality", "province", "canton", "prefecture", "region")
        and len(said) > 2
        and said[1] == "of"
    ):  # noqa: PLR2004
        return "state", None
    if main[-1].lower() in ("prize", "award", "awards") and "for" in said:
        return "event", "competition"
    if words.event_kind(first) == "festival" and len(said) > 1:
        return "event", "festival"
    for word in main:
        if words.body_kind(word) == "state" and len(said) > 1:
            return "state", None
    if len(said) == 1 and is_acronym(said[0]) and said[0].isupper():
        return "acronym", None
    return "", None


def has_head(name: Sequence[Word]) -> bool:
    return any(words.body_kind(word.text) or _event_sort(word.text) for word in name)


def has_event(name: Sequence[Word]) -> bool:
    return any(_event_sort(word.text) for word in name)


def _event_sort(word: str) -> str | None:
    low = word.lower().removesuffix("'s").rstrip("'")
    return words.event_kind(low) or (words.event_kind(low[:-1]) if low.endswith("s") else None)
