r"""The pieces a printed date is made of: a text in, tokens out, and no character passed over in silence.

A token is a kind, in one letter, and the numbers it says:

====== ======================================== ====== ========================================================
``Y``  year                                     ``N``  year, month and day in digits: ``2025. 11. 8.``
``M``  month                                    ``A``  day and month, or month and day, and year: ``05/06/2024``
``d``  day of the month, or a bare number       ``P``  the same without a year: ``8.11.``
``S``  season, 21 to 24                         ``Q``  year and month: ``2025/11``
``X``  decade, by its first three digits        ``H``  year and month, if not two years: ``2005-06``
``W``  weekday, 0 is Monday                     ``R``  month and year: ``11/2025``
``y``  year of two digits                       ``t``  hour and minute, or nothing where no time is meant
``-``  and other signs: the words of `date_words`
====== ======================================== ====== ========================================================
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from exchangecli.errors import AmbiguousDate, UnreadableDate
from exchangecli.model.date_words import JAPANESE_ERAS, folded, vocabulary
from exchangecli.model.time_reading import TIME, TIMES, clock, clocks

_LONGEST_DATE = 120
_PLACE_OF_YEAR = {"Y": 0, "N": 0, "Q": 0, "H": 0, "A": 2, "R": 1}
_EVIDENTLY_BUDDHIST = 2400
_FIRST_BUDDHIST_JANUARY = 2484  # 1941, the first Thai year to begin in January; those before it began in April


class Token(NamedTuple):
    """A piece of a date: the letter of its kind, and its numbers."""

    kind: str
    numbers: tuple[int, ...] = ()


class _NoPieceOfADateError(Exception):
    """Something stands there that no date has in it."""


# 8-Nov-2025, Nov-2025: signs that join, where elsewhere they make a range.
_JOINT = r"(?<=\d)([-/])([a-z]+)\1(?=\d)|(?<=[a-z])[-/](?=\d{4}(?!\d))()"

_LETTER, _NO_LETTER = r"[^\s\d.,()\[\]?~–/-]", r"(?![^\W\d_])"

_SPELLINGS = {
    "times": ("t", TIMES),
    "time": ("t", TIME),
    "winter": ("Y", r"(?<=winter\ )\d{4}[-–/](?:\d{4}|\d\d)(?!\d)"),
    "era": ("Y", rf"(?:{'|'.join(JAPANESE_ERAS)})\s?(?:\d{{1,2}}|元)\s?年"),
    "decade": ("X", rf"\d{{3}}0\s?(?:'?s{_NO_LETTER}|년대|年代)"),
    "year_first": ("N", r"\d{4}\s?(?P<n>[-–/.])\s?\d{1,2}\s?(?P=n)\s?\d{1,2}(?!\d)\.?"),
    "year_last": ("A", r"\d{1,2}(?P<a>[-–/.])\s?\d{1,2}(?P=a)\s?\d{4}(?!\d)"),
    "compact": ("N", r"\d{8}(?!\d)"),
    "short_year": ("y", r"\d{1,2}(?P<y>[-–/.])\d{1,2}(?P=y)\d\d(?![\d:])|'\d\d(?!\d)"),
    "year_month": ("Q", r"\d{4}(?:/|\.\s?)\d{1,2}(?!\d)\.?"),
    "year_hyphen": ("H", r"\d{4}-\d{1,2}(?!\d)"),
    "month_year": ("R", r"\d{1,2}[-/.]\d{4}(?!\d)"),
    "pair": ("P", r"\d{1,2}(?:/|\.\s?)\d{1,2}(?!\d)\.?"),
    "year": ("Y", r"\d{4}(?!\d)(?:\s?[년年])?"),
    "month": ("M", r"(?:thang|thg)\s?\d{1,2}(?![\d/.-])|\d{1,2}\s?[월月](?!요일|曜)"),
    "day": ("d", rf"\d{{1,2}}(?!\d)(?:\s?[일日号號](?!요일|曜)|(?:st|nd|rd|th|er|eme|e|o){_NO_LETTER})?"),
    "range": ("-", r"[-–~/]+"),
    "doubt": ("?", r"\?"),
    "blank": ("", r"[\s,()\[\]]+|\.(?!\.)"),
    "word": ("", rf"(?:thu\ (?=hai|ba|tu|nam|sau|bay)|chu\ (?=nhat))?{_LETTER}+(?:\.{_LETTER}+)*\.?"),
    "else": ("", r"."),
}
"""The kind and the spelling in a folded text of every token; the first that fits is taken."""


def tokens(text: str) -> list[Token] | None:
    """Give the tokens of a text, or None where something in it is no piece of a date.

    Raises:
        UnreadableTime: a time that no clock shows.
        UnreadableDate: a year that its era never had.
        AmbiguousDate: ``2000s``, a decade or a century.
    """
    if len(text) > _LONGEST_DATE:
        return None
    plain = re.sub(_JOINT, r" \2 ", folded(text).strip())
    try:
        found = [token for match in _pattern().finditer(plain) for token in _read(match)]
    except _NoPieceOfADateError:
        return None
    return _in_the_common_era(found, text, is_thai=any("ก" <= letter <= "๛" for letter in plain))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{spelling})" for name, (_, spelling) in _SPELLINGS.items()), re.VERBOSE)


def _read(match: re.Match[str]) -> Iterator[Token]:
    name, text = str(match.lastgroup), match.group()
    if name in _READERS:
        yield from _READERS[name](text)
    elif kind := _SPELLINGS[name][0]:
        yield Token(kind, _numbers(text))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def _words(text: str) -> Iterator[Token]:
    """Read a run of letters: a known word, or in a script without spaces several, the longest first."""
    known, rest = vocabulary(), text.replace(".", "")
    while rest:
        word = rest if rest in known or rest.isascii() else _longest_known(rest)
        if word not in known:
            raise _NoPieceOfADateError
        kind, numbers = known[word]
        if kind:
            yield Token(kind, numbers)
        rest = rest[len(word) :]


def _longest_known(run: str) -> str:
    # Single letters abbreviate weekdays; inside a run they are but letters.
    sizes = range(len(run) - 1, 1, -1)
    return next((run[:size] for size in sizes if run[:size] in vocabulary()), "")


def _time(text: str) -> Iterator[Token]:
    # Spreadsheets and databases print a day as its first second: that says no time.
    yield Token("t", () if text.lstrip("t").startswith("00:00:00") else clock(text))


def _times(text: str) -> Iterator[Token]:
    start, end = clocks(text)
    yield from (Token("t", start), Token("-"), Token("t", end))


def _winter(text: str) -> Iterator[Token]:
    year, next_year = _numbers(text)
    if next_year not in (year + 1, (year + 1) % 100):
        raise _NoPieceOfADateError
    yield Token("Y", (year,))


def _era(text: str) -> Iterator[Token]:
    first_year, years = JAPANESE_ERAS[text[:2]]
    number = 1 if "元" in text else _numbers(text)[0]
    if not 1 <= number <= years:
        raise UnreadableDate(text, "is a year that its era did not have", "check it in the source")
    yield Token("Y", (first_year + number - 1,))


def _decade(text: str) -> Iterator[Token]:
    if text[2] == "0":
        raise AmbiguousDate(text, (f"{text[:3]}X", f"{text[:2]}XX"))
    yield Token("X", (int(text[:3]),))


def _compact(text: str) -> Iterator[Token]:
    # The basic format of ISO 8601. With the day first, a year of our time would be read as a month 19 or 20.
    yield Token("N", (int(text[:4]), int(text[4:6]), int(text[6:])))


def _nothing(text: str) -> Iterator[Token]:
    raise _NoPieceOfADateError(text)


_READERS: dict[str, Callable[[str], Iterator[Token]]] = {
    "word": _words,
    "times": _times,
    "time": _time,
    "winter": _winter,
    "era": _era,
    "decade": _decade,
    "compact": _compact,
    "else": _nothing,
}
"""How a token is read that says more than the numbers in it."""


def _in_the_common_era(found: list[Token], text: str, *, is_thai: bool) -> list[Token]:
    """Count the years of the Buddhist era, named (``พ.ศ.``, ``B.E.``) or evident in a Thai text, in the common one."""
    named = {token.kind for token in found} & {"B", "C"}
    if not named and not is_thai:
        return found
    dated = [token for token in found if token.kind not in named]
    return dated if "C" in named else [_in_common_years(token, text, "B" in named) for token in dated]


def _in_common_years(token: Token, text: str, is_buddhist: bool) -> Token:
    place = _PLACE_OF_YEAR.get(token.kind)
    if place is None or (not is_buddhist and token.numbers[place] < _EVIDENTLY_BUDDHIST):
        return token
    if token.numbers[place] < _FIRST_BUDDHIST_JANUARY:
        raise UnreadableDate(text, "has a Thai year before 2484, when the year began in April")
    numbers = list(token.numbers)
    numbers[place] -= 543
    return Token(token.kind, tuple(numbers))
