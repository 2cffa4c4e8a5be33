"""Finding a quotation in the text it was taken from, as the W3C's TextQuoteSelector describes it.

A person copies the words; the spaces, line breaks, quotation marks and dashes change on the way. So these are compared
as one sign each, while words, case and all other signs must be the same: a quotation is evidence. Places count code
points of the text as it was given, and what stands before and after is kept so that the place is found again.
"""

import re
import unicodedata
from typing import NamedTuple

CONTEXT = 32
"""Characters kept before and after a quotation; the selector's recommendation names no number, Hypothes.is uses 32."""

_SIGNS = {
    "'": '"“”„‟«»‹›‘’‚‛ʼ`´′″＂＇「」『』〝〞〟',
    "-": "‐‑‒–—―−﹣－",
    "~": "∼〜～",
    "·": "•‧∙・ㆍ",
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000",
}
_FOLDED = {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}
"""One character for one, so that a place in the folded text is the same place in the text."""
_ALIKE = 60
"""The least likeness, of 100, at which a passage is worth showing."""
_LONGEST_WORD = 24
"""How far a passage is widened to whole words; Japanese and Thai have no spaces to widen to."""


class Place(NamedTuple):
    """Where a quotation stands: text[start:end], with the 32 characters before and after it.

    ``matches`` is how often it stands in the text. The place is that of the first; where there are several, the
    standard has all of them meant, and only a longer quotation says which.
    """

    start: int
    end: int
    prefix: str
    suffix: str
    matches: int = 1

    @property
    def ambiguous(self) -> bool:
        """Whether the quotation stands in the text more than once."""
        return self.matches > 1


def find_quotation(text: str, quote: str) -> Place | None:
    """Find a quotation, or None where the text does not say it.

    Composed and decomposed spellings of a letter are the same (a name copied from a file name on a Mac), and any
    run of spaces and line breaks is one space.
    """
    words = unicodedata.normalize("NFC", quote).translate(_FOLDED).split()
    if not words:
        return None
    spelled = re.escape if unicodedata.is_normalized("NFC", text) else _either_spelling
    found = list(re.finditer(" +".join(map(spelled, words)), text.translate(_FOLDED)))
    if not found:
        return None
    start, end = found[0].span()
    return Place(start, end, *_context(text, start, end), len(found))


def at(text: str, start: int, end: int) -> Place:
    """The place of a stretch of a text, of which it is known where it stands."""
    return Place(start, end, *_context(text, start, end), text.count(text[start:end]))


def find_again(text: str, prefix: str | None, quote: str, suffix: str | None) -> Place | None:
    """The place of a quotation that was found before, by what stood around it; None where it is gone."""
    around = text.find(f"{prefix or ''}{quote}{suffix or ''}")
    if around < 0:
        return find_quotation(text, quote)
    start = around + len(prefix or "")
    return Place(start, start + len(quote), prefix or "", suffix or "", text.count(quote))


def _either_spelling(word: str) -> str:
    """A pattern of a word whose letters may stand with their accents, or a Hangul syllable in its parts."""
    decomposed = ((letter, unicodedata.normalize("NFD", letter)) for letter in word)
    return "".join(
        re.escape(letter) if letter == parts else f"(?:{re.escape(letter)}|{re.escape(parts)})"
        for letter, parts in decomposed
    )


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place, without half a character at the outer ends."""
    first, last = max(start - CONTEXT, 0), min(end + CONTEXT, len(text))
    while first < start and unicodedata.combining(text[first]):
        first += 1
    while end < last < len(text) and unicodedata.combining(text[last]):
        last -= 1
    return text[first:start], text[end:last]


def nearest_passage(text: str, quote: str) -> str:
    """The passage of a text that is most like a quotation it does not hold, in whole words; "" where none is like it.

    It is for the error's sentence, so it stands on one line; ``find_quotation`` finds it.
    """
    from rapidfuzz import fuzz

    folded, wanted = text.translate(_FOLDED), " ".join(quote.translate(_FOLDED).split())
    best = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=_ALIKE) if wanted and folded.strip() else None
    if best is None:
        return ""
    earliest = max(best.dest_start - _LONGEST_WORD, 0)
    space = folded.rfind(" ", earliest, best.dest_start + 1)
    start = space + 1 if space >= 0 else 0 if earliest == 0 else best.dest_start
    end = folded.find(" ", max(best.dest_end - 1, 0), best.dest_end + _LONGEST_WORD)
    return " ".join(text[start : end if end > start else best.dest_end].split())
