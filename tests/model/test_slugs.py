import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.model.slugs import LONGEST, content_id, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2025 ASEAN-Korea Music Concert", "2025-asean-korea-music-concert", id="ascii"),
        pytest.param("7th ASEM Culture Ministers’ Meeting", "7th-asem-culture-ministers-meeting", id="apostrophe"),
        pytest.param("Silk Road C&T", "silk-road-c-and-t", id="ampersand"),
        pytest.param("Liên hoan Điện ảnh", "lien-hoan-dien-anh", id="Vietnamese"),
        pytest.param("한-아세안 문화혁신 포럼", "한-아세안-문화혁신-포럼", id="Hangul stays"),
        pytest.param("กระทรวงวัฒนธรรม", "กระทรวงวัฒนธรรม", id="Thai stays"),
        pytest.param("--yes; rm -rf /", "yes-rm-rf", id="nothing of an option or a path is left"),
        pytest.param("…!?", "unnamed", id="no letter"),
        pytest.param("", "unnamed", id="empty"),
        pytest.param("a" * 60, "a" * 60, id="as long as may be"),
        pytest.param("a" * 90, "a" * 60, id="one long word"),
        pytest.param("x" * 40 + " " + "y" * 40, "x" * 40, id="cut between words"),
        pytest.param("x" * 30 + " " + "y" * 29 + " z", "x" * 30 + "-" + "y" * 29, id="cut just behind a word"),
        pytest.param("2025 " + "회" * 80, "2025-" + "회" * 55, id="cut in a word where most would be lost"),
        pytest.param("ก" * 59 + "ที่ประชุม", "ก" * 59, id="never between a letter and its vowel"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=200))
def test_a_slug_is_short_and_a_slug_of_itself(text: str) -> None:
    made = slug(text)
    assert 0 < len(made) <= LONGEST
    assert not re.search(r"\s|--|^-|-$", made)
    assert slug(made) == made


def test_a_content_id_is_the_same_on_every_machine() -> None:
    assert content_id("role", "asean-korea-music-concert-2025", "kofice", "co_organiser") == "role-1m4zpx2ta1gy8"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((None,), ("",), id="nothing and an empty text"),
        pytest.param((None,), ("-",), id="nothing and its sign"),
        pytest.param(("a", "bc"), ("ab", "c"), id="where one part ends"),
        pytest.param(("a", None), ("a",), id="one part less"),
        pytest.param(("a", "b"), ("b", "a"), id="order"),
        pytest.param(("a1:b",), ("a", "b"), id="a length written in a part"),
        pytest.param((12,), (12.5,), id="numbers"),
    ],
)
def test_other_content_has_another_id(
    one: tuple[str | float | None, ...], other: tuple[str | float | None, ...]
) -> None:
    assert content_id("role", *one) != content_id("role", *other)


def test_a_number_is_the_same_whether_or_not_it_has_a_point() -> None:
    assert content_id("figure", 3000) == content_id("figure", 3000.0)


PARTS = st.lists(st.none() | st.text(max_size=5) | st.integers(), max_size=4)


@given(PARTS, PARTS)
def test_ids_are_equal_where_contents_are(one: list[str | int | None], other: list[str | int | None]) -> None:
    written = [[None if part is None else str(part) for part in parts] for parts in (one, other)]
    assert (content_id("x", *one) == content_id("x", *other)) == (written[0] == written[1])


@given(PARTS)
def test_a_content_id_is_a_prefix_and_thirteen_signs(parts: list[str | int | None]) -> None:
    assert re.fullmatch("claim-[0-9a-f][0-9a-hjkmnp-tv-z]{12}", content_id("claim", *parts))
