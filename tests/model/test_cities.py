import csv
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.model import cities
from exchangecli.model.cities import City, city_key, find_cities
from exchangecli.model.countries import TABLES, is_country_code

PRINTED = {
    ("Hanoi", "VN"): "Hanoi | Ha Noi | HA NOI | Hà Nội | Hanoï | 하노이",
    ("Ho Chi Minh City", "VN"): (
        "Ho Chi Minh City | Hochiminh | HCMC | HCM City | TP.HCM | Saigon | Sài Gòn | Thành phố Hồ Chí Minh | 호찌민 |"
        " Hô-Chi-Minh-Ville"
    ),
    ("Huế", "VN"): "Huế | Hue | HUE | 후에",
    ("Da Nang", "VN"): "Đà Nẵng | Da Nang | Danang | 다낭",
    ("Seoul", "KR"): "Seoul | SEOUL | Séoul | Seúl | 서울 | 서울시",
    ("Busan", "KR"): "Busan | Pusan | 부산",
    ("Gwangju", "KR"): "Gwangju | Kwangju | 광주 | 광주광역시",
    ("Gyeongju", "KR"): "Gyeongju | Kyongju | 경주 | 경주시",
    ("Jeju City", "KR"): "Jeju | Jeju City | Jeju-si | 제주 | 제주시",
    ("Yogyakarta", "ID"): "Yogyakarta | Jogjakarta | Jogja | Yogya",
    ("Surakarta", "ID"): "Surakarta | Solo",
    ("Phnom Penh", "KH"): "Phnom Penh | Phnom-Penh | 프놈펜",
    ("Vientiane", "LA"): "Vientiane | Viêng Chăn | 비엔티안",
    ("Nay Pyi Taw", "MM"): "Nay Pyi Taw | Naypyitaw | 네피도",
    ("Yangon", "MM"): "Yangon | Rangoon",
    ("Kuala Lumpur", "MY"): "Kuala Lumpur | KL | 쿠알라룸푸르",
    ("Singapore", "SG"): "Singapore | Singapour | Singapura | 싱가포르",
    ("Beijing", "CN"): "Beijing | Peking | Pékin | 베이징 | 북경",
    ("Guangzhou", "CN"): "Guangzhou | Canton",
    ("Kolkata", "IN"): "Kolkata | Calcutta",
    ("Mumbai", "IN"): "Mumbai | Bombay",
    ("Kyoto", "JP"): "Kyoto | Kyôto | 교토",
    ("Nara-shi", "JP"): "Nara",
    ("Kyiv", "UA"): "Kyiv | Kiev",
    ("Tashkent", "UZ"): "Tashkent | Toshkent | Tachkent",
    ("Astana", "KZ"): "Astana | Nur-Sultan",
    ("Brussels", "BE"): "Brussels | Bruxelles | Brussel | 브뤼셀",
    ("London", "GB"): "London | Londres | 런던",
    ("The Hague", "NL"): "The Hague | La Haye | Den Haag",
    ("Reykjavík", "IS"): "Reykjavik",
    ("Nice", "FR"): "Nice",
    ("Chinju", "KR"): "Jinju | 진주",
}


@pytest.mark.parametrize(
    ("printed", "city"),
    [(name.strip(), city) for city, names in PRINTED.items() for name in names.split("|")],
)
def test_city_is_known_by_the_names_it_is_printed_under(printed: str, city: tuple[str, str]) -> None:
    largest = find_cities(printed)[0]
    assert (largest.name, largest.country) == city


@pytest.mark.parametrize(
    "text",
    [
        "Of",
        "Date",
        "Asia",
        "Freedom",
        "Republic",
        "University",
        "Most",
        "Rockwell",
        "jakaleuta",
        "CGK",
        "",
        " ",
        "Erewhon",
    ],
)
def test_what_is_no_city_a_report_means(text: str) -> None:
    assert find_cities(text) == ()


def test_cities_of_one_name_stand_by_their_people() -> None:
    found = find_cities("Gwangju")
    assert [(city.country, city.population > 1_000_000) for city in found] == [("KR", True), ("KR", False)]
    assert [city.country for city in find_cities("Victoria")[:2]] == ["HK", "CA"]


def test_another_town_s_first_name_is_not_lent_to_a_larger_one() -> None:
    assert "Hong Kong" not in {city.name for city in find_cities("Victoria")}


def test_what_is_known_of_a_city() -> None:
    assert find_cities("Huế") == (City("Huế", "VN", 1380000),)


def test_all_lines_of_the_tables_are_whole() -> None:
    towns = [line.split("\t") for line in (TABLES / "cities.tsv").read_text("utf-8").splitlines()]
    names = [line.split("\t") for line in (TABLES / "city_names.tsv").read_text("utf-8").splitlines()]
    numbers = {number for number, *_ in towns}
    assert {number for _, found in names for number in found.split()} == numbers
    assert all(key == city_key(key) for key, _ in names)
    assert all(is_country_code(country) and population.isdecimal() for _, _, country, population in towns)
    assert all(len(key) <= cities.LONGEST for key, _ in names)


@pytest.mark.parametrize("table", ["cities.tsv", "city_names.tsv"])
def test_tables_are_in_the_order_in_which_they_are_searched(table: str) -> None:
    lines = (TABLES / table).read_text("utf-8").splitlines()
    assert all(one < other for one, other in itertools.pairwise(lines))


def test_every_alias_is_in_the_table() -> None:
    with (TABLES / "city_aliases.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["city"] in {city.name for city in find_cities(row["alias"])}, row


@given(st.text())
def test_any_text_may_be_asked_about(text: str) -> None:
    spelled = city_key(text)[: cities.LONGEST]
    assert len(text) > cities.LONGEST or find_cities(text) == find_cities(spelled)
