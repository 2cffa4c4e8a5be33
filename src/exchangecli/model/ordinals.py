"""Ordinals as they are written: sixth, twenty-first, 21st, XXII."""

import re

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth"),
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")

WORDS = {
    **dict(zip((*_ONES, *_TEENS), range(1, 20), strict=True)),
    **{f"{ten}ieth": number for number, ten in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        f"{ten}y-{one}": number + ones
        for number, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for ones, one in enumerate(_ONES, 1)
    },
}
"""The ordinals that are written out, to ninety-ninth, and their numbers."""

PATTERN = "|".join(sorted(WORDS, key=len, reverse=True))
"""The same as a piece of a regular expression."""

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
"""One letter alone is an initial."""
_LETTERS = {"I": 1, "V": 5, "X": 10}


def ordinal(said: str) -> int | None:
    """The number an ordinal says: sixth, 21st, XXII; None where it is none."""
    digits = _DIGITS.match(said)
    return int(digits[0]) if digits else WORDS.get(said.lower()) or _roman(said)


def _roman(said: str) -> int | None:
    if not _ROMAN.fullmatch(said):
        return None
    values = [_LETTERS[letter] for letter in said]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
