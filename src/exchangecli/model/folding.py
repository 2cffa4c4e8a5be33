"""Texts as they are compared and searched: without case, accents and punctuation, in any script.

Folding is done here and not by SQLite, whose tokenizers leave ``đ`` and ``ß`` alone and cannot find two Korean
syllables inside a word. What ``search_text`` writes is stored in an FTS5 table with ``tokenize='ascii'``, which
changes nothing more, and ``search_query`` writes the expression that finds it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

_APOSTROPHES = "'`’‘‛ʼʻʹʾʿ´′‵＇՚"
_SPELLED = dict.fromkeys(_APOSTROPHES, "") | {"&": " and ", "\u200b": " "}
"""Signs that are more, or less, than a space; U+200B stands between words where nothing is seen between them."""
_BEFORE_NFKC = (("´", "'"), ("™", " "), ("ㆍ", " "))
"""What NFKC would turn into a space with an accent, the letters "tm", or a vowel (the Korean press's middle dot)."""
_LETTERS = {
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
}
"""Latin letters that no Unicode decomposition takes apart (ß becomes ss by case folding)."""
_ASCII = bytes(code if chr(code).isalnum() else 0x20 for code in range(128)).lower() + bytes(128)
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\uac00-\ud7ff"  # Hangul
    "\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"  # Kana, and the signs that stand for a repeated or a zero Han
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
"""The scripts whose words are not parted by spaces, or (Hangul) carry their particles and their compounds."""
_SHORTEST_PREFIX = 3


class _Folded(dict[int, str]):
    """What each character becomes, looked up by ``str.translate``; worked out when first met and kept."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_character(chr(code))
        return folded


def _folded_character(character: str) -> str:
    """Fold one character of a text that is in NFKC and case-folded already."""
    if character in _SPELLED:
        return _SPELLED[character]
    category = unicodedata.category(character)
    name = unicodedata.name(character, "")
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] == "M":  # a mark of no script in particular is an accent; a Thai or Devanagari one is a letter
        return "" if name.startswith(("COMBINING", "VARIATION SELECTOR")) else character
    if name.startswith("LATIN "):
        base = unicodedata.normalize("NFD", character)[0]
        return _LETTERS.get(base, base)
    invisible = category == "Cf"  # soft hyphens, joiners, directions
    return character if character.isalnum() else "" if invisible else " "


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Spell a text the way all its spellings are compared: ``Girls’ GÉNÉRATION`` is ``girls generation``.

    Unicode's NFKC and case folding; accents off Latin letters only; apostrophes dropped, so that ``O'Brien`` is one
    word; ``&`` read as the word it is; all other punctuation one space between words; any script's digits as 0-9.
    """
    if text.isascii():
        spelled = text.replace("&", " and ") if "&" in text else text
        return b" ".join(spelled.encode().translate(_ASCII, b"'`").split()).decode()
    for character, plain in _BEFORE_NFKC:
        text = text.replace(character, plain)
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", text).translate(_FOLDED).split())


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]+")


def _is_unspaced(run: str) -> bool:
    return _unspaced().match(run) is not None


def _pairs(run: str) -> str:
    return " ".join([run[i : i + 2] for i in range(len(run))])


def search_text(text: str) -> str:
    """Write a text as the words to store in the search index.

    Folded words as they are; each run of Hangul, Han, Kana, Thai, Lao, Burmese or Khmer as its overlapping pairs of
    characters and then its last character: ``한국어`` becomes ``한국 국어 어``. So every character begins a word and is
    found alone, and a phrase of pairs cannot run on from one word into the next.
    """
    folded = fold(text)
    if folded.isascii():
        return folded
    return " ".join(_unspaced().sub(lambda run: f" {_pairs(run[0])} ", folded).split())


class _Phrase(NamedTuple):
    """Words of a search that must follow each other: what stands between two spaces, or in quotation marks."""

    runs: list[str]
    goes_on: bool
    """Whether the last run may be the beginning of a longer word: see ``search_query``."""


def _phrases(words: str) -> list[_Phrase]:
    plain = re.sub("[“”„‟＂«»]", '"', words)
    pieces = [(fold(quoted or bare), bool(quoted)) for quoted, bare in re.findall(r'"([^"]*)"|([^\s"]+)', plain)]
    found = [(re.findall(f"[{_UNSPACED}]+|[^ {_UNSPACED}]+", folded), quoted) for folded, quoted in pieces if folded]
    return [
        _Phrase(runs, _is_unspaced(runs[-1]) or (number == len(found) and not quoted and _may_go_on(runs[-1])))
        for number, (runs, quoted) in enumerate(found, 1)
    ]


def _may_go_on(word: str) -> bool:
    return len(word) >= _SHORTEST_PREFIX and not word.isdecimal()


def _spelled(phrase: _Phrase) -> tuple[str, bool]:
    """A phrase as its words stand in a search text, and whether the last may be the beginning of a longer one."""
    *others, last = (_pairs(run) if _is_unspaced(run) else run for run in phrase.runs)
    pairs, parted, _ = last.rpartition(" ")
    if parted:  # the run may go on in the text, so its last character need not stand alone there
        return " ".join([*others, pairs]), False
    return " ".join([*others, last]), phrase.goes_on


def search_query(words: str) -> str:
    """Write what a person searches for as an FTS5 MATCH expression; "" where there is nothing to search for.

    All the words must be there, in any order. Words in quotation marks, and parts of one word (``C&T``, ``k팝``),
    must follow each other. A run of an unspaced script is found anywhere in a word. Other words are whole words,
    but the last may go on (``viet`` finds Vietnam): it is the one still being typed, and a person who wants it whole
    quotes it. (A query hands its words over one by one, so that each of them may.) Words of one or two letters (EU,
    UN) and numbers are never the beginning of another.

    Nothing the person types is an operator: all of it is folded to letters and digits, and quoted.
    """
    return " AND ".join(f'"{words}"{"*" if goes_on else ""}' for words, goes_on in map(_spelled, _phrases(words)))


def searchable(texts: Iterable[str]) -> str:
    """Texts as one search text, with a space before and after it, in which ``stretches`` are found."""
    return f" {' '.join(filter(None, map(search_text, texts)))} "


def stretches(words: str) -> list[str]:
    """What ``search_query`` wants to find, as stretches of a search text that has a space before and after it."""
    return [f" {words}" if goes_on else f" {words} " for words, goes_on in map(_spelled, _phrases(words))]


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """What ``search_query`` finds in the index, as a pattern that finds it in a folded text."""
    edge = f"[^ {_UNSPACED}]"
    phrases = []
    for runs, goes_on in (phrase for some in words for phrase in _phrases(some)):
        spelled = [run if _is_unspaced(run) else f"(?<!{edge}){run}(?!{edge})" for run in runs]
        if goes_on:
            spelled[-1] = spelled[-1].removesuffix(f"(?!{edge})")
        phrases.append(" *".join(spelled))
    return re.compile("|".join(phrases)) if phrases else None


def _joins(character: str) -> bool:
    """Whether a character may melt into the one before it: an accent, a vowel of a Hangul syllable."""
    first = unicodedata.normalize("NFKC", character.replace("ㆍ", " "))[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"


def _origins(word: str) -> list[tuple[int, int]]:
    """For each letter of the folded word, the place in the word as written that it comes from."""
    starts = [i for i, character in enumerate(word) if i == 0 or not _joins(character)]
    units = zip(starts, [*starts[1:], len(word)], strict=True)
    return [(start, end) for start, end in units for _ in fold(word[start:end]).replace(" ", "")]


def _places(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Match a pattern in the folded text and yield the places in the text as written, which has other lengths."""
    words = list(re.finditer(r"\S+", text))
    folded = [fold(word[0]) for word in words]
    offsets = list(accumulate((len(word) + 1 for word in folded), initial=0))

    def origin(index: int) -> tuple[int, int]:
        number = bisect_right(offsets, index) - 1
        letter = len(folded[number][: index - offsets[number]].replace(" ", ""))
        start, end = _origins(words[number][0])[letter]
        return words[number].start() + start, words[number].start() + end

    for match in pattern.finditer(" ".join(folded)):
        yield origin(match.start())[0], origin(match.end() - 1)[1]


def _stretch(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Widen a place to about ``width`` characters, cut between words where there are any."""
    spare = max(width - (end - start), 0)
    left = max(min(start - spare // 2, len(text) - width), 0)
    right = min(max(left + width, end), len(text))
    if left and not text[left - 1].isspace():
        left = next((i + 1 for i in range(left, start) if text[i].isspace()), left)
    if right < len(text) and not text[right].isspace():
        right = next((i for i in range(right, end, -1) if text[i].isspace()), right)
    return _before_character(text, left), _before_character(text, right)


def _before_character(text: str, place: int) -> int:
    while 0 < place < len(text) and _joins(text[place]):
        place -= 1
    return place


def snippet(text: str, words: Iterable[str], width: int = 160) -> tuple[str, list[tuple[int, int]]]:
    """Cut out of a text what shows why a search found it.

    Args:
        text: the text as written.
        words: each as ``search_query`` takes them.
        width: about how many characters to show; a longer match is shown whole.

    Returns:
        The stretch of the text as written around the first match, and the places [start, end) of the matches in
        it, in code points. Where nothing matches: the beginning of the text, and no places.
    """
    pattern = _pattern(words)
    places = list(_places(text, pattern)) if pattern else []
    first = places[0] if places else (0, 0)
    left, right = _stretch(text, *first, width)
    return text[left:right], [(start - left, end - left) for start, end in places if left <= start and end <= right]
