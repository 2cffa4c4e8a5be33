"""Finding in a quotation what it says: words whole, and stretches that a reader can read as a date or a number."""

import re
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from exchangecli.model.folding import fold, snippet
from exchangecli.model.quotations import find_quotation

T = TypeVar("T")

_OUTSIDE = "\"'“”„‘’«»‹›「」『』()[]{}<>;:,.!?…—–-*_#|$€£¥₩"
"""Signs that stand around a date or a number and are no part of it."""


class Stretch(NamedTuple, Generic[T]):
    """What can be read, and where it stands: passage[start:end]."""

    reading: T
    start: int
    end: int


def find_words(passage: str, words: str) -> tuple[int, int] | None:
    """Where words stand in a passage, whole, in whatever case, accents and punctuation; None where they do not."""
    folded = fold(words)
    if not folded:
        return None
    found = find_quotation(passage, words)
    if found and _is_whole(passage, found.start, found.end):
        return found.start, found.end
    places = snippet(passage, [f'"{folded}"'], len(passage))[1]
    return places[0] if places else None


def words_at(passage: str, place: tuple[int, int]) -> str:
    """The words at a place, on one line."""
    return " ".join(passage[slice(*place)].split())


def readable(
    passage: str, read: Callable[[str], T | None], longest: int, printed: str | None = None
) -> list[Stretch[T]]:
    """Everything in a passage that can be read, from left to right, each as long as it can be.

    Args:
        passage: a quotation.
        read: what reads a stretch; None: it cannot.
        longest: the most words that are read at once.
        printed: words said to be it, which may end within a word (Korean dates with their particles): they are read
            too, where they cut nothing else in two.
    """
    words = [match.span() for match in re.finditer(r"\S+", passage)]
    found: list[Stretch[T]] = []
    first = 0
    while first < len(words):
        size, stretch = _longest_from(passage, words[first : first + longest], read)
        found += [stretch] if stretch else []
        first += size
    own = _printed(passage, read, printed, found)
    return found if own is None else [*(one for one in found if not _within(one, own)), own]


def _longest_from(
    passage: str, words: list[tuple[int, int]], read: Callable[[str], T | None]
) -> tuple[int, Stretch[T] | None]:
    """The longest stretch that begins with the first word, and how many words it takes."""
    for size in range(len(words), 0, -1):
        stretch = _read_at(passage, read, words[0][0], words[size - 1][1])
        if stretch is not None:
            return size, _shortened(passage, words[:size], read, stretch)
    return 1, None


def _shortened(
    passage: str, words: list[tuple[int, int]], read: Callable[[str], T | None], stretch: Stretch[T]
) -> Stretch[T]:
    """The same reading without the words at its ends that say nothing: "on November 8 in"."""
    while len(words) > 1:
        shorter = [
            (one, rest)
            for rest in (words[:-1], words[1:])
            if (one := _read_at(passage, read, rest[0][0], rest[-1][1])) and one.reading == stretch.reading
        ]
        if not shorter:
            break
        stretch, words = shorter[0]
    return stretch


def _printed(
    passage: str, read: Callable[[str], T | None], printed: str | None, found: list[Stretch[T]]
) -> Stretch[T] | None:
    """What can be read of the words that are said to be it, where they are whole and no part of something longer."""
    place = find_quotation(passage, printed) if printed else None
    if place is None or not _is_whole(passage, place.start, place.end):
        return None
    own = _read_at(passage, read, place.start, place.end)
    if own is None or any(one.start < own.end and own.start < one.end and not _within(one, own) for one in found):
        return None
    return own


def _within(one: Stretch[T], other: Stretch[T]) -> bool:
    return other.start <= one.start and one.end <= other.end


def _read_at(passage: str, read: Callable[[str], T | None], start: int, end: int) -> Stretch[T] | None:
    while start < end and passage[start] in _OUTSIDE:
        start += 1
    while start < end and passage[end - 1] in _OUTSIDE:
        end -= 1
    reading = read(passage[start:end]) if start < end else None
    return None if reading is None else Stretch(reading, start, end)


def _is_whole(passage: str, start: int, end: int) -> bool:
    """Whether a place cuts no word and no number: ``1,000`` is no part of ``1,000,000``; Hangul carries particles."""
    before, after = passage[max(start - 2, 0) : start], passage[end : end + 2]
    cut_before = _joined(before[-1:], passage[start]) or bool(
        re.fullmatch(r"\d[.,]", before) and passage[start].isdigit()
    )
    cut_after = _joined(passage[end - 1], after[:1]) or bool(
        re.fullmatch(r"[.,]\d", after) and passage[end - 1].isdigit()
    )
    return not (cut_before or cut_after)


def _joined(one: str, other: str) -> bool:
    """Whether two characters side by side are of one word: letters of a script with spaces, or digits."""
    return all(character and (character.isdigit() or _is_spaced(character)) for character in (one, other))


def _is_spaced(character: str) -> bool:
    return character.isalpha() and (character < "\u0e00" or "\u1e00" <= character < "\u2000")
