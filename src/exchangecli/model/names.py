"""How two names go together: the same, the same words in another order, nearly so, or one a part of the other.

Names are folded, and compared word by word, since one word that differs altogether makes another name of it: "Youth
Forum" is no spelling of "Media Forum". Numbers and years stand apart from the words: they never may contradict each
other, and one of them may be missing.
"""

import re
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from exchangecli.model import ordinals
from exchangecli.model.folding import fold


class Level(IntEnum):
    """How near two names are, from none to the same."""

    OTHER = 0
    PART = 1
    CLOSE = 2
    RESPELLED = 3
    REORDERED = 4
    EQUAL = 5


class Alike(NamedTuple):
    """How two names go together.

    Attributes:
        level: how near they are.
        score: of 100.
        rest: of a name that is a part of the other, the words that the other has besides.
        words: how many words the shorter has that say something.
    """

    level: Level
    score: float
    rest: tuple[str, ...] = ()
    words: int = 0


class Parsed(NamedTuple):
    """A name taken apart: its words that say something, its years, its other numbers."""

    folded: str
    words: tuple[str, ...]
    years: frozenset[int]
    numbers: frozenset[int]


SILENT = frozenset(("of", "for", "the", "and", "in", "on", "at", "to", "a", "an", "de", "la", "du", "des", "et"))
"""Words that come and go between the spellings of one name."""

_ORDINALS = {word.replace("-", " "): number for word, number in ordinals.WORDS.items()}
_ORDINAL = re.compile(rf"\b(?:{ordinals.PATTERN.replace('-', ' ')})\b")
NUMBER = re.compile(r"제?(\d{1,9})(?:st|nd|rd|th|회|차)?")
FIRST_YEAR, LAST_YEAR = 1900, 2099

ALIKE_WORDS = 80
"""The least likeness, of 100, of two spellings of one word: center and centre, Innovate and Innovative."""

SHORT = 2
"""Words of so few letters are the same or are not."""


@lru_cache(maxsize=4096)
def parsed(name: str) -> Parsed:
    """Take a name apart."""
    folded = fold(name)
    words, years, numbers = [], set(), set()
    for word in _ORDINAL.sub(lambda found: str(_ORDINALS[found[0]]), folded).split():
        number = _number(word)
        if number is None:
            words.append(word)
        elif FIRST_YEAR <= number <= LAST_YEAR and word.isdecimal():
            years.add(number)
        else:
            numbers.add(number)
    telling = tuple(word for word in words if word not in SILENT)
    return Parsed(folded, telling or tuple(words), frozenset(years), frozenset(numbers))


def _number(word: str) -> int | None:
    found = NUMBER.fullmatch(word)
    return int(found[1]) if found else None


def contradict(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether numbers exclude each other: both are said, and none is the same."""
    return bool(one and other and not one & other)


def alike(one: str, other: str) -> Alike:
    """How two names go together; their years and numbers are not looked at."""
    first, second = parsed(one), parsed(other)
    fewest = min(len(first.words), len(second.words))
    if not fewest:
        same = first.folded == second.folded
        return Alike(Level.EQUAL, 100, words=1) if same else Alike(Level.OTHER, 0)
    for level, is_so in FORMS:
        if is_so(first.words, second.words):
            return Alike(level, 95 + level, words=fewest)
    return _nearly(first, second, fewest)


Words: TypeAlias = tuple[str, ...]

FORMS: tuple[tuple[Level, Callable[[Words, Words], bool]], ...] = (
    (Level.EQUAL, lambda one, other: one == other),
    (Level.REORDERED, lambda one, other: sorted(one) == sorted(other)),
    (Level.RESPELLED, lambda one, other: "".join(one) in _turned(other)),
)
"""The ways in which names are the same, the nearest first."""


def _turned(words: Words) -> set[str]:
    """The words of a name run together, beginning with each of them: the family name stands first or last."""
    return {"".join(words[place:] + words[:place]) for place in range(len(words))}


def _nearly(one: Parsed, other: Parsed, fewest: int) -> Alike:
    from rapidfuzz import fuzz

    left, right = _unmatched(list(one.words), list(other.words))
    score = fuzz.ratio(" ".join(sorted(one.words)), " ".join(sorted(other.words)))
    if left and right:
        return Alike(Level.OTHER, score, words=fewest)
    if left or right:
        return Alike(Level.PART, score, tuple(left or right), fewest)
    return Alike(Level.CLOSE, score, words=fewest)


def _unmatched(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """The words of two names that have no like among those of the other."""
    from rapidfuzz import fuzz

    left = []
    right = list(other)
    for word in [word for word in one if not _take(right, word)]:
        near = max(right, key=lambda each: fuzz.ratio(word, each), default="")
        if near and min(len(word), len(near)) > SHORT and fuzz.ratio(word, near) >= ALIKE_WORDS:
            right.remove(near)
        else:
            left.append(word)
    return left, right


def _take(words: list[str], word: str) -> bool:
    if word not in words:
        return False
    words.remove(word)
    return True
