import csv
from collections.abc import Iterator
from typing import Any

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.model import countries
from exchangecli.model.countries import CountryReading, read_country

WRITTEN = {
    "VN": "Viet Nam | Vietnam | VietNam | Viet-Nam | VIETNAM | Việt Nam | VN | VNM | SRV | 베트남 | 월남 | 越南",
    "KR": (
        "Republic of Korea | the Republic of Korea | ROK | R.O.K. | South Korea | S. Korea | "
        "Korea (ROK) | Korea (Rep.) | Korea, Republic of | 대한민국 | 한국 | 남한 | 韓国 | 韩国 | Hàn Quốc | "
        "เกาหลีใต้"
    ),
    "KP": "DPRK | D.P.R.K. | DPR Korea | North Korea | 북한 | 조선민주주의인민공화국 | 조선 | 朝鲜 | 北朝鮮",
    "LA": "Lao PDR | Lao P.D.R. | Laos | 라오스 | ລາວ | Lào | 老挝 | 寮國",
    "TR": "Türkiye | Turkiye | Turkey | TÜRKİYE | 튀르키예 | 터키 | Turquie",
    "CZ": "Czechia | Czech Republic | the Czech Republic | Česko | Cesko | 체코 | Séc | Tschechien",
    "GB": "UK | U.K. | United Kingdom | Great Britain | Britain | England | Scotland | Wales | 영국 | Anh | GBR",
    "GE": "GE | Sakartvelo | 조지아 | 그루지야 | Georgien | Грузия",
    "GS": "South Georgia & South Sandwich Islands | South Georgia and the South Sandwich Islands",
    "CD": "DRC | D.R.C. | DR Congo | Congo-Kinshasa | Congo - Kinshasa | République démocratique du Congo",
    "CG": "Congo-Brazzaville | Republic of the Congo | Republic of Congo | Republik Kongo",
    "TL": "Timor-Leste | Timor Leste | East Timor | 동티모르 | Timor oriental",
    "MM": "Myanmar | Burma | Myanmar (Burma) | 미얀마 | 버마 | 緬甸 | မြန်မာ",
    "BN": "Brunei Darussalam | Brunei | 브루나이",
    "MK": "North Macedonia | Macedonia | FYROM | F.Y.R.O.M.",
    "TW": "Chinese Taipei | Taiwan | Taiwan, Province of China | 台灣 | 대만 | Republic of China",
    "HK": "Hong Kong | Hong Kong, China | Hong Kong SAR | HongKong | 홍콩 | 香港",
    "MO": "Macao | Macau | Macao SAR | Macau, China | 마카오 | 澳門",
    "CN": "China | PRC | P.R. China | P. R. China | People's Republic of China | 中国 | 中國 | 중국 | Trung Quốc",
    "RU": "Russian Federation | Russia | 러시아 | Россия | Nga",
    "NL": "the Netherlands | The Netherlands | Netherlands | Netherlands, The | Holland | 네덜란드",
    "PH": "the Philippines | Philippines | Pilipinas | 필리핀",
    "CI": "Ivory Coast | Côte d'Ivoire | Côte d’Ivoire | Cote d'Ivoire | COTE D'IVOIRE",
    "SZ": "Swaziland | Eswatini | eSwatini",
    "CV": "Cape Verde | Cabo Verde",
    "AT": "Áo | ÁO | áo | Austria | AUT",
    "BE": "Bỉ | bỉ | Belgium | Belgique",
    "US": "USA | U.S.A. | US | U.S. | United States | the United States of America | Mỹ | Hoa Kỳ | 미국",
    "IT": "Ý | Italy | 이탈리아 | 이태리",
    "GR": "EL | GR | Greece | ΕΛΛΑΔΑ | Ελλάδα",
    "XK": "XK | XKX | Kosovo | Kosovo* | Kosova",
    "NE": "Niger | NE | the Niger",
    "NG": "Nigeria | NGA",
    "DM": "Dominica",
    "DO": "Dominican Republic",
    "GN": "Guinea | Guinea-Conakry",
    "GW": "Guinea-Bissau | Guinea Bissau",
    "TT": "Trinidad & Tobago | Trinidad and Tobago",
    "ST": "São Tomé & Príncipe | Sao Tome and Principe",
    "YU": "Yugoslavia | 유고슬라비아 | YU",
    "SU": "USSR | U.S.S.R. | Soviet Union | 소련 | СССР",
    "CS": "Czechoslovakia | Československo | CSK | CS",
    "DD": "GDR | East Germany | 동독 | DDR",
    "ZR": "Zaire | Zaïre | ZR",
    "BU": "BU | Socialist Republic of the Union of Burma",
    "TP": "TP | TMP | Portuguese Timor",
}
"""What is written -> its country; ``|`` stands between two."""

AMBIGUOUS = {
    ("KR", "KP"): "Korea | KOREA | Corée | Corea | Korėja | Корея | เกาหลี | Солонгос | 코리아 | 朝鮮",
    ("CD", "CG"): "Congo | the Congo | Kongo | Kongó | 콩고 | コンゴ | 刚果 | คองโก | ကွန်ဂို",
    ("GE", "US"): "Georgia | GEORGIA | Géorgie",
    ("VG", "VI"): "Virgin Islands | the Virgin Islands",
    ("RS", "ME"): "Serbia and Montenegro | Serbia & Montenegro | SCG",
    ("BQ", "CW", "SX"): "Netherlands Antilles",
}

UNKNOWN = {
    "no country": "Atlantis | Michael Jordan | Asia | Europe | ASEAN Secretariat | Ao | Bi | QQ | XYZ",
    "nearly one": "South Koreaa | Koreas | Republic of | the | Ko\0rea",
    "more than one": "Korea? | Korea and Japan | KR, KP | KR/KP | US-GA",
    "nothing": " |   | ? | \0",
}

CODES_IN_SMALL = ("ao", "bi", "vn", "Vn", "kor", "uk", "el")

GROUPS = ("ASEAN", "EU", "European Union", "Mekong countries", "아세안", "the Nordic countries", "ASEM partners")

READ_OTHERWISE = ("GE", "BU", "TP")
"""Codes whose own names mean something else today: Georgia is a question, Burma is MM and East Timor TL."""


def _cases(table: dict[Any, str]) -> list[tuple[str, Any]]:
    return [(text, meant) for meant, texts in table.items() for text in texts.split(" | ")]


def _aliases() -> Iterator[dict[str, str]]:
    with (countries.TABLES / "country_aliases.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize(("text", "code"), _cases(WRITTEN))
def test_name_or_code_is_read(text: str, code: str) -> None:
    assert read_country(text) == CountryReading(code)


@pytest.mark.parametrize(("text", "candidates"), _cases(AMBIGUOUS))
def test_name_of_several_countries_is_a_question(text: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(errors.AmbiguousCountry) as caught:
        read_country(text)
    assert caught.value.candidates == candidates


def test_question_names_the_candidates() -> None:
    with pytest.raises(errors.AmbiguousCountry) as korea:
        read_country("Korea")
    assert korea.value.sentence == '"Korea" could be KR (South Korea) or KP (North Korea); write one of the codes'
    with pytest.raises(errors.AmbiguousCountry) as georgia:
        read_country("Georgia")
    assert "GE (the country Georgia) or US (the US state of Georgia)" in georgia.value.sentence


@pytest.mark.parametrize(("text", "_why"), _cases(UNKNOWN))
def test_nothing_is_read_by_resemblance(text: str, _why: str) -> None:
    with pytest.raises(errors.UnknownCountry):
        read_country(text)


@pytest.mark.parametrize("text", CODES_IN_SMALL)
def test_code_in_small_letters_is_told_apart(text: str) -> None:
    with pytest.raises(errors.UnknownCountry, match="capitals"):
        read_country(text)


@pytest.mark.parametrize("text", GROUPS)
def test_group_is_no_country(text: str) -> None:
    with pytest.raises(errors.UnknownCountry, match="taking_part"):
        read_country(text)


@pytest.mark.parametrize(
    ("text", "rule", "code"),
    [("Korea", "Korea", "KR"), ("KOREA", "Korea", "KP"), ("Corée", "COREE", "KR"), ("the Congo", "Congo", "CD")],
)
def test_rule_of_the_dataset_decides_and_says_so(text: str, rule: str, code: str) -> None:
    reading = read_country(text, {"Kongo": "CG", rule: code})
    assert reading == CountryReading(code, f"read by the dataset's rule {rule}={code}")


@pytest.mark.parametrize("rules", [{}, {"Corea": "KR"}, {"Korea": "JP"}], ids=["none", "other name", "no candidate"])
def test_rule_that_does_not_fit_decides_nothing(rules: dict[str, str]) -> None:
    with pytest.raises(errors.AmbiguousCountry):
        read_country("Korea", rules)


def test_rule_changes_no_name_that_is_clear() -> None:
    assert read_country("North Korea", {"North Korea": "KR", "Korea": "KR"}) == CountryReading("KP")


def test_codes_are_those_of_iso_3166() -> None:
    former = {code for code in countries.country_codes() if countries.country_span(code)}
    current = {country.alpha_2 for country in pycountry.countries}
    assert set(countries.country_codes()) == current | {"XK"} | former
    assert former <= {country.alpha_2 for country in pycountry.historic_countries}
    assert not former & current


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_2)
def test_every_name_and_code_of_iso_3166_is_read(country: object) -> None:
    columns = ("alpha_2", "alpha_3", "name", "common_name", "official_name")
    names = [name for name in (getattr(country, column, None) for column in columns) if name]
    for name in set(names) - {"Georgia", "Congo"}:
        assert read_country(name).code == names[0]


@pytest.mark.parametrize("code", sorted(set(countries.country_codes()) - set(READ_OTHERWISE)))
def test_name_shown_reads_back(code: str) -> None:
    assert read_country(countries.country_name(code)).code == code
    assert read_country(code).code == code


@pytest.mark.parametrize("code", READ_OTHERWISE)
def test_code_reads_back_where_its_name_does_not(code: str) -> None:
    assert read_country(code) == CountryReading(code)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("KR", "South Korea"),
        ("VN", "Vietnam"),
        ("LA", "Laos"),
        ("TR", "Türkiye"),
        ("TW", "Taiwan"),
        ("SU", "Soviet Union"),
    ],
)
def test_country_name(code: str, name: str) -> None:
    assert countries.country_name(code) == name


def test_name_of_no_code_is_an_error() -> None:
    with pytest.raises(errors.UnknownCountry):
        countries.country_name("QQ")


@pytest.mark.parametrize(
    ("code", "span"),
    [
        ("SU", ("1922-12-30", "1991-12-26")),
        ("DD", ("1949-10-07", "1990-10-02")),
        ("DE", None),
        ("XK", None),
        ("QQ", None),
    ],
)
def test_span_of_a_country_that_is_no_more(code: str, span: tuple[str, str] | None) -> None:
    assert countries.country_span(code) == span


@pytest.mark.parametrize("code", ["", "vn", "VNM", "UK", "EL", "EU", "Vietnam", " VN", "QQ", "_EU"])
def test_only_what_is_stored_is_a_code(code: str) -> None:
    assert not countries.is_country_code(code)


def test_code_is_known_without_the_table_of_names() -> None:
    countries._meanings.cache_clear()
    assert countries.is_country_code("VN")
    assert countries.country_name("VN") == "Vietnam"
    assert countries._meanings.cache_info().currsize == 0


def test_alias_says_one_thing_and_why() -> None:
    said: dict[str, str] = {}
    for row in _aliases():
        codes = row["codes"].split()
        assert row["why"], row
        assert all(map(countries.is_country_code, codes)), row
        assert said.setdefault(countries.name_key(row["name"]), row["codes"]) == row["codes"], row


def test_an_article_does_not_count_however_often_it_stands_there() -> None:
    assert read_country("the The former Yugoslav Republic of Macedonia").code == "MK"
    with pytest.raises(errors.UnknownCountry):
        read_country("the")


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        code = read_country(text).code
    except (errors.UnknownCountry, errors.AmbiguousCountry):
        code = "VN"
    assert countries.is_country_code(code)


@given(
    st.sampled_from([row for row in _aliases() if len(countries.name_key(row["name"])) > countries._SHORT]),
    st.sampled_from(
        [str.upper, str.lower, str.title, lambda name: f"the {name} ", lambda name: name.replace(" ", " - ")]
    ),
)
def test_spelling_of_a_name_does_not_count(row: dict[str, str], spelt: object) -> None:
    assert callable(spelt)
    assert countries.name_key(spelt(row["name"])) == countries.name_key(row["name"])
