"""Words, countries and codes that somebody claims to have read in a quotation."""

from typing import Final

from exchangecli import errors
from exchangecli.extract.asked.passages import Stretch, find_words, readable, words_at
from exchangecli.extract.asked.said import Said, UngroundedError, said
from exchangecli.model.countries import is_country, read_country
from exchangecli.model.groups import read_group
from exchangecli.model.vocabularies import vocabulary

_LONGEST_NAME: Final = 6


def find_text(value: str, quote: str) -> Said:
    """Find words; they are given back as the quotation has them.

    Raises:
        UngroundedError: the quotation has no such words.
    """
    place = find_words(quote, value)
    if place is None:
        raise UngroundedError(f'its quotation does not have the words "{value}"')
    return Said(words_at(quote, place), place[0])


def find_country(value: str, quote: str, printed: str | None) -> Said:
    """Find a country that is named; a name that several share (Korea) stays as it is printed.

    Raises:
        UngroundedError: the value is no country, or the quotation does not name it.
    """
    wanted = _countries(value)
    if wanted is None:
        raise UngroundedError(f"{value} is no country known here")
    named = readable(quote, _countries, _LONGEST_NAME, printed)
    same = [stretch for stretch in named if set(wanted) & set(stretch.reading)]
    if not same:
        raise UngroundedError(f"its quotation does not name the country {value}")
    return _country(quote, min(same, key=lambda stretch: len(stretch.reading)))


def find_party(value: str, quote: str, printed: str | None) -> Said:
    """Find a country or a group of countries that took part.

    Raises:
        UngroundedError: the value is neither, or the quotation does not name it.
    """
    group = read_group(value)
    if group is None:
        return find_country(value, quote, printed)
    named = [one for one in readable(quote, read_group, _LONGEST_NAME, printed) if one.reading == group]
    if not named:
        raise UngroundedError(f"its quotation does not name {value}")
    return said(group, quote[named[0].start : named[0].end], named[0].start)


def read_code(list_name: str, value: str | None, what: str) -> str:
    """Read a code of a list.

    Raises:
        UngroundedError: there is none, or it is not in the list.
    """
    if value is None:
        raise UngroundedError(f"it says no {what}")
    try:
        return vocabulary(list_name).read(value)
    except errors.UnknownWord:
        raise UngroundedError(f'"{value}" is not in the list of {list_name}') from None


def find_code(list_name: str, value: str, quote: str, *cues: str | None) -> Said:
    """Find a code by the words that say it: those that are named, or else one of its own in the list.

    Raises:
        UngroundedError: the code is not in the list, or the quotation has no words for it.
    """
    code = read_code(list_name, value, "code")
    for words in (*filter(None, cues), *vocabulary(list_name).terms[code].spellings()):
        place = find_words(quote, words)
        if place is not None:
            return said(code, words_at(quote, place), place[0])
    raise UngroundedError(f"its quotation has no words for {code}")


def _countries(text: str) -> tuple[str, ...] | None:
    """The countries that a name may stand for; None: it is no country's."""
    name = text.removesuffix("'s").removesuffix("’s")
    if not is_country(name):
        return None
    try:
        return (read_country(name).code,)
    except errors.AmbiguousCountry as several:
        return several.candidates


def _country(quote: str, named: Stretch[tuple[str, ...]]) -> Said:
    printed = quote[named.start : named.end].removesuffix("'s").removesuffix("’s")
    value = named.reading[0] if len(named.reading) == 1 else " ".join(printed.split())
    return said(value, printed, named.start)
