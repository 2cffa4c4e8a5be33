"""Ordinals: sixth, 21st, XXII; and the edition that an event's name says."""

import re

from exchangecli.extract import words

NUMBERS = {word: number for number, word in enumerate(words.phrases("ordinal"), 1)}
"""The ordinals that are written out."""
_TENS = {"twenty": 20}
_ONES = "|".join(words.phrases("ordinal")[:9])
PATTERN = rf"(?P<ordinal>{'|'.join(NUMBERS)}|twenty-(?:{_ONES})|\d{{1,3}}(?:st|nd|rd|th)|[IVX]{{2,6}})"
"""An ordinal, as a regular expression with the group ``ordinal``."""


def ordinal(said: str) -> int | None:
    """The number an ordinal says: sixth, 21st, XXII."""
    low = said.lower()
    if low in NUMBERS:
        return NUMBERS[low]
    tens, _, ones = low.partition("-")
    if tens in _TENS and ones in NUMBERS:
        return _TENS[tens] + NUMBERS[ones]
    digits = re.match(r"\d+", low)
    if digits:
        return int(digits[0])
    return _roman(said)


def _roman(said: str) -> int | None:
    if len(said) <= 1 or not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", said):
        return None  # one letter alone is an initial
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in said]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


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
