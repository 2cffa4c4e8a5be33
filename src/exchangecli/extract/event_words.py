"""Words for events in running text, and the kind of event that each of them names."""

import re
from functools import cache

from exchangecli.extract import words


@cache
def heads() -> str:
    known = sorted(words.meanings("event_words"), key=len, reverse=True)
    return "|".join(re.escape(word) for word in known)


def kind_in(said: str) -> str | None:
    found = re.search(rf"\b({heads()})s?\b", said, re.IGNORECASE)
    return words.event_kind(found[1]) if found else None
