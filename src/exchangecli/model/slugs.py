"""Ids: a readable one made of a name, and one made of a fact's content, the same wherever the fact is met."""

import unicodedata

from exchangecli.model.folding import fold
from exchangecli.model.identifiers import CROCKFORD

LONGEST = 60
"""Characters of a slug: a title is recognised by its beginning, and an id has to fit a line."""

_UNNAMED = "unnamed"
_SHIFTS = range(60, -1, -5)
"""Where each of the 13 signs of five bits stands in 64 bits."""


def slug(text: str) -> str:
    """Make the readable part of an id: ``2025 ASEAN-Korea Music Concert`` -> ``2025-asean-korea-music-concert``.

    Folded letters and digits of any script, so that a Hangul title stays legible; words joined by hyphens; at most 60
    characters, cut between words unless that loses most of it. A text without a letter or digit is ``unnamed``.
    Two names may give one slug: whoever stores it makes it unique.
    """
    words = fold(text).replace(" ", "-")
    if len(words) <= LONGEST:
        return words or _UNNAMED
    cut = words.rfind("-", 0, LONGEST + 1)
    if cut < LONGEST // 2:  # one long word, as Thai and Japanese titles are
        cut = next(i for i in range(LONGEST, 0, -1) if unicodedata.category(words[i])[0] != "M")
    return words[:cut]


def content_id(prefix: str, *parts: str | float | None) -> str:
    """Make the id of a role, figure, claim or name out of its content: ``role-0d3nk5x8v2a7c``.

    The same parts give the same id on every machine, so that a fact imported twice is one row. None differs from "",
    and ("a", "bc") from ("ab", "c"), for each part is written with its length; 3 and 3.0 are one number.

    Args:
        prefix: what the id begins with, the kind of record; it is no part of the content.
        parts: the values, in an order that must never change.

    Returns:
        The prefix, a hyphen and 13 signs of Crockford's base 32: 64 bits of BLAKE2b.
    """
    from hashlib import blake2b  # 8 ms of OpenSSL, which a command that only reads need not pay

    written = "".join([_written(part) for part in parts])
    number = int.from_bytes(blake2b(written.encode(), digest_size=8).digest())
    return f"{prefix}-{''.join([CROCKFORD[number >> shift & 31] for shift in _SHIFTS])}"


def _written(part: str | float | None) -> str:
    if part is None:
        return "-"
    if isinstance(part, float) and part.is_integer():
        part = int(part)
    text = str(part)
    return f"{len(text)}:{text}"
