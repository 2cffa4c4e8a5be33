"""Cities: the names under which newspapers print them, looked up; which of them a text means is for its reader to say.

The tables come from GeoNames (CC BY 4.0, ``tables/LICENSE-GEONAMES.txt``): the towns of 15,000 people and more and
every capital, with their names in Latin letters and Hangul, and what newspapers call them besides. They are made by
``tables/make_cities.py``, which says what it leaves out. Words such as Nancy, Reading and Mobile are cities here: that
a name is known does not mean that a text speaks of the city.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from exchangecli.model.countries import TABLES
from exchangecli.model.folding import fold

LONGEST: Final = 60
"""No name of a city has more letters; longer texts are not looked up."""


@dataclass(frozen=True, slots=True)
class City:
    """A city.

    Attributes:
        name: the name GeoNames gives it, mostly the English one: Hanoi, Ho Chi Minh City, Huế.
        country: ISO 3166-1 alpha-2.
        population: as GeoNames has it, which may be old or that of the district; 0 where it is not known.
    """

    name: str
    country: str
    population: int


@lru_cache(maxsize=4096)
def city_key(name: str) -> str:
    """The form in which spellings of one name are the same: Hà Nội, Ha Noi and Hanoi; Hồ Chí Minh and Hochiminh."""
    return fold(name).replace(" ", "")


@lru_cache(maxsize=1024)
def find_cities(name: str) -> tuple[City, ...]:
    """All the cities of this name, the most populous first; none where it is no city's name."""
    return tuple(_city(number) for number in _numbers(name).split())


def _numbers(name: str) -> str:
    return "" if len(name) > LONGEST else _rest_of(_lines("city_names.tsv"), city_key(name))


def _city(number: str) -> City:
    name, country, population = _rest_of(_lines("cities.tsv"), number).split("\t")
    return City(name, country, int(population))


def _rest_of(lines: list[str], key: str) -> str:
    """What stands behind a key in lines that are in order; "" where none begins with it."""
    beginning = f"{key}\t"
    place = bisect_left(lines, beginning)
    return lines[place].removeprefix(beginning) if lines[place].startswith(beginning) else ""


@cache
def _lines(table: str) -> list[str]:
    """The lines of a table, and one behind all of them, so that a search ends at a line."""
    lines = (TABLES / table).read_text("utf-8").split("\n")
    lines[-1] = "\U0010ffff"
    return lines
