from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.model import countries, groups
from exchangecli.model.groups import Membership, members_on, memberships, read_group

NAMED = {
    "ASEAN": (
        "ASEAN | asean | Association of Southeast Asian Nations | the Association of South-East Asian Nations | "
        "ASEAN countries | ASEAN Member States | 아세안 | 아세안 회원국 | 동남아시아국가연합 | 东盟 | 東協"
    ),
    "ASEAN+3": "ASEAN+3 | ASEAN + 3 | ASEAN＋3 | ASEAN Plus Three | ASEAN plus three countries | 아세안+3",
    "ASEM": "ASEM | Asia-Europe Meeting | Asia–Europe Meeting | ASEM partners | 아셈",
    "EU": "EU | E.U. | the EU | European Union | EU Member States | Europäische Union | 유럽연합 | 欧盟",
    "APEC": "APEC | Asia-Pacific Economic Cooperation | Asia Pacific Economic Cooperation",
    "V4": "V4 | Visegrád Group | Visegrad countries",
    "NORDIC": "NORDIC | Nordic countries | the Nordic Countries",
    "MEKONG": "MEKONG | Mekong countries | the Mekong countries | 메콩 국가",
    "CLMV": "CLMV | CLMV countries",
}
"""What is written -> its group; ``|`` stands between two."""

NO_GROUP = ("", "the", "countries", "member states", "Vietnam", "VN", "Asia", "ASEAN+6", "ASEAN Secretariat", "+3")

COUNTS = [
    ("ASEAN", "1967-08-07", 0),
    ("ASEAN", "1967-08-08", 5),
    ("ASEAN", "2025-10-25", 10),
    ("ASEAN", "2025-10-26", 11),
    ("ASEAN+3", "2025-10-25", 13),
    ("ASEM", "1996-03-01", 26),
    ("ASEM", "2004-10-31", 39),
    ("ASEM", "2008-10-24", 45),
    ("ASEM", "2010-10-31", 48),
    ("ASEM", "2012-11-05", 51),
    ("ASEM", "2014-10-16", 53),
    ("ASEM", "2020-02-01", 53),
    ("EU", "1958-01-01", 6),
    ("EU", "1995-01-01", 15),
    ("EU", "2004-05-01", 25),
    ("EU", "2013-07-01", 28),
    ("EU", "2020-01-31", 28),
    ("EU", "2020-02-01", 27),
    ("APEC", "1998-11-30", 21),
    ("V4", "1993-01-01", 4),
    ("NORDIC", "2000-01-01", 8),
    ("MEKONG", "2011-10-27", 5),
    ("CLMV", "1900-01-01", 4),
]

ROWS = memberships()
DAYS = st.dates().map(str)


def _row(start: str | None, end: str | None) -> Membership:
    return Membership("CLUB", "VN", start, end, None, None, "https://example.org")


@pytest.mark.parametrize(
    ("text", "code"), [(text, code) for code, texts in NAMED.items() for text in texts.split(" | ")]
)
def test_group_is_read(text: str, code: str) -> None:
    assert read_group(text) == code


@pytest.mark.parametrize("text", NO_GROUP)
def test_no_group_is_read_into_other_words(text: str) -> None:
    assert read_group(text) is None


@pytest.mark.parametrize("code", groups.group_codes())
def test_group_has_a_name_that_reads_back_and_members(code: str) -> None:
    assert read_group(groups.group_name(code)) == code
    assert any(row.group == code for row in ROWS)


def test_group_that_someone_added_is_called_by_its_code() -> None:
    assert groups.group_name("FRANCOPHONIE") == "FRANCOPHONIE"


def test_no_code_is_a_group_and_a_country() -> None:
    assert not [code for code in countries.country_codes() if read_group(code)]


def test_memberships_are_of_known_groups_and_members_and_have_sources() -> None:
    assert {row.group for row in ROWS} == set(groups.group_codes())
    members = {row.member for row in ROWS}
    assert {member for member in members if not countries.is_country_code(member)} == set(groups.BODIES)
    assert all(row.source for row in ROWS)
    assert "" not in {value for row in ROWS for value in row}


def test_no_membership_stands_there_twice() -> None:
    assert max(Counter((row.group, row.member, row.start) for row in ROWS).values()) == 1


def test_sides_of_asem_are_not_those_of_a_map() -> None:
    sides = {row.member: row.side for row in ROWS if row.group == "ASEM"}
    assert Counter(sides.values()) == {"European": 31, "Asian": 22}
    assert {sides[code] for code in ("AU", "NZ", "RU", "KZ", "_ASEANSEC")} == {"Asian"}
    assert {sides[code] for code in ("CY", "GB", "NO", "CH", "_EU")} == {"European"}


@pytest.mark.parametrize(("group", "day", "count"), COUNTS)
def test_number_of_members_on_a_day(group: str, day: str, count: int) -> None:
    assert len(members_on(ROWS, group, day)) == count


def test_eleventh_member_of_asean() -> None:
    assert members_on(ROWS, "ASEAN", "2025-11-08") - members_on(ROWS, "ASEAN", "2025-10-25") == {"TL"}


def test_who_left_in_the_middle_was_not_there_on_all_days() -> None:
    assert "GB" in members_on(ROWS, "EU", "2020-01-30", "2020-01-31")
    assert "GB" not in members_on(ROWS, "EU", "2020-01-31", "2020-02-01")


@pytest.mark.parametrize(
    ("start", "end", "first_day", "last_day", "certain"),
    [
        ("1997-12", None, "1997-12-30", None, False),
        ("1997-12", None, "1997-12-31", None, True),
        ("1952", None, "1952-06-01", "1953-01-01", False),
        ("1952~", None, "1953-01-01", None, True),
        ("199X", None, "1999-12-30", None, False),
        (None, "2020", "2019-12-31", "2020-01-01", True),
        (None, "2020", "2020-01-01", "2020-01-02", False),
        ("2001-05-01", "..", "2024-01-01", None, True),
        (None, None, "0001-01-01", "9999-12-31", True),
    ],
)
def test_membership_of_a_partial_date_counts_where_it_is_certain(
    start: str | None, end: str | None, first_day: str, last_day: str | None, certain: bool
) -> None:
    assert members_on([_row(start, end)], "CLUB", first_day, last_day) == ({"VN"} if certain else set())


@given(st.sampled_from(groups.group_codes()), DAYS, DAYS)
def test_members_through_a_range_are_those_of_both_its_ends(group: str, one: str, other: str) -> None:
    first, last = sorted((one, other))
    assert members_on(ROWS, group, first, last) == members_on(ROWS, group, first) & members_on(ROWS, group, last)


@given(st.text())
def test_any_text_names_a_group_or_none(text: str) -> None:
    assert read_group(text) in {None, *groups.group_codes()}
