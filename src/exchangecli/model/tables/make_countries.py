# /// script
# requires-python = ">=3.11"
# dependencies = ["babel>=2.18", "exchangecli"]
# ///
"""Make ``countries.tsv``: every name and code of every country, ready to be looked up.

Names come from CLDR, by way of Babel, and from the two tables beside this file that are kept by hand. Run it with Babel
installed after changing one of those, or to take up a newer CLDR, and read the difference:

    python src/exchangecli/model/tables/make_countries.py [--check] [FILE]

A line holds the codes of what a name can stand for, mostly one, and then all such names as ``countries.name_key`` folds
them. Where sources disagree, a code stands for its country, an alias overrules the names shown here, and these overrule
CLDR: so "Congo" is a question, though CLDR gives it to one country in Spanish. A name that CLDR itself gives to two
countries is a question too.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

from exchangecli.model.countries import TABLES, name_key

LANGUAGES = (
    # the European Union
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl"),
    *("pt", "pt_PT", "ro", "sk", "sl", "sv"),
    # the rest of Europe in ASEM and the Nordic Council, and what Cyprus and Luxembourg speak beside those
    *("is", "lb", "nb", "nn", "ru", "tr"),
    # ASEAN; CLDR has no Tetum
    *("fil", "id", "km", "lo", "ms", "my", "ta", "th", "vi"),
    # the rest of Asia in ASEM
    *("bn", "hi", "ja", "kk", "ko", "mn", "ur", "zh", "zh_Hant", "zh_Hant_HK"),
)
"""Official languages of the members of ASEAN, ASEM and the Nordic Council."""

HEADER = "# Made by make_countries.py; do not edit. From CLDR {version}, © Unicode, Inc., licence Unicode-3.0\n"


def table() -> str:
    """The whole table, as ``countries.tsv`` holds it."""
    keys_of: dict[str, list[str]] = {}
    for key, codes in meanings().items():
        keys_of.setdefault(" ".join(codes), []).append(key)
    lines = ["\t".join((codes, *sorted(keys))) + "\n" for codes, keys in sorted(keys_of.items())]
    return HEADER.format(version=get_cldr_version()) + "".join(lines)


def meanings() -> dict[str, list[str]]:
    """Key of a name, or code -> the codes of the countries it can stand for; those of an alias in the order it has."""
    rows = list(_rows("country_names.csv"))
    cldr = _gathered(sorted(_cldr_names({row["code"] for row in rows})))
    names = _gathered((row["name"], row["code"]) for row in rows)
    aliases = _gathered((row["name"], code) for row in _rows("country_aliases.csv") for code in row["codes"].split())
    codes = _gathered((row[column], row["code"]) for row in rows for column in ("code", "alpha3"))
    return cldr | names | aliases | codes


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for name, code in pairs:
        found.setdefault(name_key(name), {})[code] = None
    return {key: list(codes) for key, codes in found.items()}


def _cldr_names(codes: set[str]) -> Iterator[tuple[str, str]]:
    """Each name with its code, and what of it stands outside brackets: 홍콩(중국 특별행정구) is also 홍콩."""
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in codes:
                yield name, code
                yield re.sub(r"[(（].*", "", name), code


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table, or with ``--check`` exit with 1 where the file is not what would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument("file", nargs="?", type=Path, default=TABLES / "countries.tsv", metavar="FILE")
    chosen = parser.parse_args(arguments)
    if not chosen.check:
        chosen.file.write_text(table(), encoding="utf-8", newline="\n")
    elif chosen.file.read_text("utf-8") != table():
        sys.exit(f"{chosen.file} is not what CLDR and the tables beside it make; run make_countries.py without --check")


if __name__ == "__main__":
    main()
