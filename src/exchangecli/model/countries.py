"""Countries: the names and codes that sources print, read as ISO 3166-1 alpha-2.

A name is known or it is not: nothing is read by resemblance, by which "Republic of Korea" would become North Korea. A
name that several countries share, such as "Korea", is a question to the curator, unless the dataset has a rule for it.

Beside the codes of ISO 3166-1 there is ``XK`` for Kosovo, a user-assigned code, and seven of ISO 3166-3 for countries
that are no more, since old sources name them; of the two that had the code ``CS`` it stands for Czechoslovakia. The
tables behind this lie in ``tables/``: the codes with the names shown here, the aliases kept by hand, and the table of
all names in the languages of CLDR, which ``make_countries.py`` makes.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from exchangecli import errors
from exchangecli.model import groups

TABLES: Final = Path(__file__).with_name("tables")

# Not among them is what changes the sense: "Korea?" is a doubt, "KR/VN" is two countries.
_PASSED_OVER = dict.fromkeys(map(ord, " \t\n.,'’‘ʼ`´\"“”()·・_-‐‑‒–—\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"))
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "þ": "th", "æ": "ae", "œ": "oe", "&": "and"}
)
_SHORT = 3
"""Up to so many letters a word keeps its accents: Áo is Austria in Vietnamese, AO Angola."""

_ALIKE = 80
"""The least likeness, of 100, at which a country is suggested."""
_MOST_SUGGESTED = 3

_TOLD_APART: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    ("GE", "US"): ("the country Georgia", "the US state of Georgia"),
}
"""What candidates are called where their names alone would not say what they have to do with the word."""


@dataclass(frozen=True, slots=True)
class CountryReading:
    """A country, as a text names it.

    Attributes:
        code: ISO 3166-1 alpha-2, or one of the few beside it.
        inferred: why, where the words do not say it alone: "read by the dataset's rule Korea=KR".
    """

    code: str
    inferred: str | None = None


def read_country(text: str, readings: Mapping[str, str] | None = None) -> CountryReading:
    """Read a country as a source prints it or a person types it.

    It may be a name in any language of CLDR that matters here, an alias, or a code in capitals (alpha-2, alpha-3, and
    the EU institutions' EL and UK). Case, accents, spaces and punctuation of a name do not count, nor does a "the".

    Args:
        text: one name or code.
        readings: what an ambiguous name stands for in this dataset, ``{"Korea": "KR"}``.

    Raises:
        AmbiguousCountry: several countries have this name, and no reading picks one of them.
        UnknownCountry: no country has it; a group of countries, such as ASEAN, is not one either.
    """
    candidates = _candidates(text)
    if not candidates:
        raise _unknown(text)
    if len(candidates) == 1:
        return CountryReading(candidates[0])
    spelling = name_key(text)
    for name, code in (readings or {}).items():
        if code in candidates and name_key(name) == spelling:
            return CountryReading(code, f"read by the dataset's rule {name}={code}")
    called = _TOLD_APART.get(candidates) or map(country_name, candidates)
    raise errors.AmbiguousCountry(text, list(zip(candidates, called, strict=True)))


def country_name(code: str) -> str:
    """The short English name a country is shown by: the everyday one, and where it is contested the country's own.

    Raises:
        UnknownCountry: the code is none.
    """
    if code not in _countries():
        raise errors.UnknownCountry(code)
    return _countries()[code][0]


def country_span(code: str) -> tuple[str, str] | None:
    """The first and the last day of a country that is no more, ISO 8601; None for one that exists."""
    _, start, end = _countries().get(code, ("", "", ""))
    return (start, end) if end else None


def is_country_code(code: str) -> bool:
    """Whether a field of type country may hold this; the large table of names is not loaded for it."""
    return code in _countries()


def is_country(text: str) -> bool:
    """Whether a text names a country, or is a name that several share."""
    return bool(_candidates(text))


def country_codes() -> tuple[str, ...]:
    """Every code a field of type country may hold, in alphabetical order."""
    return tuple(_countries())


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """The form in which two spellings of one name are the same.

    A word of up to three letters is a code or an abbreviation if it is in ASCII capitals, and stays so; otherwise only
    its case goes, for accents are all that keeps Vietnamese Bỉ (Belgium) from BI (Burundi).
    """
    words = unicodedata.normalize("NFKC", text).split()
    while len(words) > 1 and words[0].lower() == "the":
        del words[0]
    letters = "".join(words).translate(_PASSED_OVER)
    if len(letters) > _SHORT:
        apart = unicodedata.normalize("NFKD", letters.casefold()).translate(_LETTERS)
        return unicodedata.normalize("NFC", re.sub("([a-zα-ω])[\u0300-\u036f]+", r"\1", apart))
    return letters if letters.isascii() and letters.isupper() else letters.casefold()


def _candidates(text: str) -> tuple[str, ...]:
    return _meanings().get(name_key(text), ())


def _unknown(text: str) -> errors.UnknownCountry:
    if groups.read_group(text):
        return errors.UnknownCountry(text, "is a group of countries, which taking_part can hold, and not one country")
    if _candidates(text.upper()):
        return errors.UnknownCountry(text, "is no country's name, and codes are read in capitals only")
    return errors.UnknownCountry(text, near=_spelled_like(text))


def _spelled_like(text: str) -> list[tuple[str, str]]:
    """The codes and names of up to three countries with a name spelled like this, to be suggested and never read."""
    from rapidfuzz import fuzz, process

    alike = process.extract(name_key(text), _meanings().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=8)
    codes = dict.fromkeys(code for key, *_ in alike for code in _meanings()[key])
    return [(code, country_name(code)) for code in codes][:_MOST_SUGGESTED]


@cache
def _countries() -> dict[str, tuple[str, str, str]]:
    """Code -> name, first day, last day. No name has a comma, so that no csv reader need be imported."""
    rows = (line.split(",") for line in (TABLES / "country_names.csv").read_text("utf-8").splitlines()[1:])
    return {code: (name, start, end) for code, _alpha3, name, start, end in rows}


@cache
def _meanings() -> dict[str, tuple[str, ...]]:
    """Key of a name, or code -> what it can stand for; a line holds that, and then all such names (the first none)."""
    meanings: dict[str, tuple[str, ...]] = {}
    for line in (TABLES / "countries.tsv").read_text("utf-8").split("\n"):
        codes, *keys = line.split("\t")
        meanings.update(dict.fromkeys(keys, tuple(codes.split())))
    return meanings
