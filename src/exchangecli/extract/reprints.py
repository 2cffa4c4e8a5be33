"""Reprints: whether a text is another one once more, whole, cut or lightly edited.

Texts are compared by their shingles: all runs of eight words, folded; in Korean, Japanese, Chinese and Thai of sixteen
letters, for words are not parted there, or carry their particles. Two reports on one event share names, figures and a
sentence of a speech, hardly ever eight words of their own; a reprint shares nearly all of them. What is measured is the
share of the words of the shorter text that stand in such common runs, so that a third of an article is known as cut
from it.

Measured on the two press reports on one forum behind the sample, which are no reprints of each other: they share 0.02
of their words. And on the texts of ``tests/extract/test_reprints.py``: a reprint under another headline, in capitals
or cut to a third shares 1.0; one with every twelfth word changed 0.92, with every ninth 0.84, with every eighth
nothing, which is the end of light editing. A text that is half of another and goes on by itself shares 0.69. Two
reports that quote one sentence share 0.08, and 0.18 where they close with the same lines on who sent them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from exchangecli.model.folding import fold

WORDS: Final = 8
"""The words of a shingle."""
LETTERS: Final = 16
"""The letters of a shingle where the words are not parted by spaces, or (Korean) carry their particles."""

REPRINT: Final = 0.75
"""From this share on a text is a reprint."""
ADAPTATION: Final = 0.3
"""From this share on a text is adapted from another, or both from a third."""
LEAST: Final = 5
"""So many shingles' length two texts have in common at least; less is a name, or a sentence that both quote."""

_FIRST_UNSPACED = "\u0e00"
_UNIT = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7ff]|[^\W_]+"
)


class Resemblance(StrEnum):
    """How a text resembles another."""

    REPRINT = "reprint"
    ADAPTATION = "adaptation"


@dataclass(frozen=True, slots=True)
class Passages:
    """What two texts have in common.

    Attributes:
        share: of the words of the shorter text, the part that stands in passages of the other; 0 to 1.
        common: these words, counted; letters, where those are compared.
        shingle: how many words or letters a shingle has, and so the least length of a passage: 8 words or 16 letters.
    """

    share: float
    common: int
    shingle: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text made ready to be compared, good for as long as the program runs.

    Attributes:
        shingles: the hashes of its shingles, in their order.
        length: its words or letters.
        shingle: how many of them a shingle has: 8 words or 16 letters.
    """

    shingles: tuple[int, ...]
    length: int
    shingle: int


def fingerprint(text: str) -> Fingerprint:
    """Make a text ready to be compared with many others."""
    units = _units(text)
    size = LETTERS if sum(len(unit) == 1 and unit >= _FIRST_UNSPACED for unit in units) * 2 > len(units) else WORDS
    shingles = zip(*(units[offset:] for offset in range(size)), strict=False)
    return Fingerprint(tuple(map(hash, shingles)), len(units), size)


def _units(text: str) -> list[str]:
    """The words of a text, folded, and the single letters of scripts that do not part them."""
    folded = fold(text)
    return folded.split() if folded.isascii() else _UNIT.findall(folded)


def likeness(text: str | Fingerprint, other: str | Fingerprint) -> Passages:
    """Measure what two texts have in common; which of them comes first does not matter.

    Args:
        text: as it is, or ready to be compared, as one that is compared with many ought to be.
        other: likewise.
    """
    one, two = (held if isinstance(held, Fingerprint) else fingerprint(held) for held in (text, other))
    shorter, longer = sorted((one, two), key=lambda held: (held.length, held.shingles, held.shingle))
    if shorter.shingle != longer.shingle or not shorter.shingles:
        return Passages(0.0, 0, shorter.shingle)
    passages = list(_passages(shorter, frozenset(longer.shingles)))
    common = sum(end - start for start, end in passages)
    return Passages(common / shorter.length, common, shorter.shingle)


def _passages(text: Fingerprint, known: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The places [start, end) in a text of its passages made of known shingles; those that touch are one."""
    start, end = 0, 0
    for place in (place for place, shingle in enumerate(text.shingles) if shingle in known):
        if place > end:
            yield start, end
            start = place
        end = place + text.shingle
    yield start, end


def resembles(passages: Passages) -> Resemblance | None:
    """What two texts with such passages are to each other; None where they are two texts.

    A text that says of itself that it is reprinted or adapted is so whatever this says: see ``Masthead.adapted``.
    """
    if passages.common < LEAST * passages.shingle or passages.share < ADAPTATION:
        return None
    return Resemblance.REPRINT if passages.share >= REPRINT else Resemblance.ADAPTATION
