import subprocess
import sys
from pathlib import Path

import pytest
from babel.core import get_cldr_version
from babel.localedata import exists

from exchangecli.model.countries import TABLES
from exchangecli.model.tables import make_countries

COMMITTED = TABLES / "countries.tsv"

same_cldr = pytest.mark.skipif(
    f"CLDR {get_cldr_version()}," not in COMMITTED.read_text("utf-8").partition("\n")[0],
    reason="the table was made from another CLDR than this Babel has; make it anew to take that one up",
)


@same_cldr
def test_table_is_what_its_sources_make(tmp_path: Path) -> None:
    made = tmp_path / "countries.tsv"
    make_countries.main([str(made)])
    assert made.read_bytes() == COMMITTED.read_bytes()


@same_cldr
def test_check_passes_the_committed_table_and_runs_as_a_script() -> None:
    script = TABLES / "make_countries.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_refuses_another_table_and_leaves_it(tmp_path: Path) -> None:
    stale = tmp_path / "countries.tsv"
    stale.write_text("VN\tviet nam\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"make_countries\.py without --check"):
        make_countries.main(["--check", str(stale)])
    assert stale.read_text("utf-8") == "VN\tviet nam\n"


@pytest.mark.parametrize("language", make_countries.LANGUAGES)
def test_language_is_one_of_cldr(language: str) -> None:
    assert exists(language)


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("VN", ["VN"]),
        ("홍콩", ["HK"]),
        ("congo", ["CD", "CG"]),
        ("saomartinho", ["MF", "SX"]),
        ("turkey", ["TR"]),
        ("burma", ["MM"]),
    ],
    ids=[
        "a code",
        "outside brackets",
        "an alias over CLDR",
        "two countries in CLDR",
        "an alias",
        "an alias over a name",
    ],
)
def test_meaning(key: str, codes: list[str]) -> None:
    assert make_countries.meanings()[key] == codes
