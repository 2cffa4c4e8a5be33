"""Words for events in running text, and the kind of event that each of them names."""

import re
from functools import cache

from exchangecli.extract import words


@cache
def heads() -> str:
    """A piece of a regular expression that fits any word for an event, the longest first."""
    known = sorted(words.meanings("event_words"), key=len, reverse=True)
    return "|".join(re.escape(word) for word in known)


def kind_in(said: str) -> str | None:
    """The kind of event that the first word for one in a text names."""
    found = _head().search(said)
    return words.event_kind(found[1]) if found else None


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"\b({heads()})s?\b", re.IGNORECASE)
