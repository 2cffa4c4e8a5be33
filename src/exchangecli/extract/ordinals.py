"""The edition that an event's name says, by an ordinal."""

import re

from exchangecli.model import ordinals
from exchangecli.model.ordinals import ordinal

PATTERN = rf"(?P<ordinal>{ordinals.PATTERN}|\d{{1,3}}(?:st|nd|rd|th)|[IVX]{{2,6}})"
"""An ordinal, as a regular expression with the group ``ordinal``."""


def edition_in_name(title: str) -> tuple[int, str] | None:
    """The edition in an event's name, and the words that say it: "8th ASEM Culture Ministers' Meeting" -> 8, "8th"."""
    match = re.match(
        rf"(?:(?:19|20)\d\d\s)?{PATTERN}\s(?!(?:Anniversary|Century|Birthday)\b)(?!.*\bAnniversary\b)(?=\w)",
        title,
        re.IGNORECASE,
    )
    match = match or re.fullmatch(PATTERN, title, re.IGNORECASE)
    number = ordinal(match["ordinal"]) if match else None
    return (number, match["ordinal"]) if match and number else None
