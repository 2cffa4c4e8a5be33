"""Names of places: whether a name is that of a country, of a group of countries or of a city."""

from functools import lru_cache

from exchangecli import errors
from exchangecli.extract import words
from exchangecli.model import cities, countries, groups

_SHORT_COUNTRIES = frozenset(("UK", "US", "USA", "UAE", "ROK", "PRC", "RoK", "Lao"))
"""Names of countries of up to three letters; AI and IT are others in a newspaper."""
_SHORT = 3
"""Letters."""


@lru_cache(maxsize=4096)
def place_of(name: str) -> tuple[str, str] | None:
    """What place a name is: ``("country", "VN")``, ``("group", "ASEAN")``, ``("city", "VN")``; None for no place.

    The country of a city is that of the most populous one of its name. A name that several countries share has all
    their codes, parted by a bar: ``("country", "KP|KR")``.
    """
    if len(name) <= 1 or name.islower() or name.lower() in words.words("common_words"):
        return None
    bare = name.removesuffix("'s")
    if (len(bare) > _SHORT or bare in _SHORT_COUNTRIES) and countries.is_country(bare):
        return "country", _codes(bare)
    group = groups.read_group(bare)
    if group:
        return "group", group
    known = cities.find_cities(bare)
    return ("city", known[0].country) if known else None


def _codes(country: str) -> str:
    try:
        return countries.read_country(country).code
    except errors.AmbiguousCountry as several:
        return "|".join(several.candidates)


def country_code(text: str) -> str | None:
    """The code of the one country that a text names."""
    place = place_of(text)
    return place[1] if place and place[0] == "country" and "|" not in place[1] else None
