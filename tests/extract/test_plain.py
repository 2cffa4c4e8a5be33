"""One sign for each of a kind, and every place where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.extract.plain import plain

SIGNS = "'’‘“”„«»「」《》〈〉-–—−~〜 \u00a0\u3000\u200b•ㆍ，、。：（）\u2028\x0c\n\r\tA9한é"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("the exhibition “Two Rivers”", 'the exhibition "Two Rivers"'),
        ("the exhibition ‘Two Rivers’", 'the exhibition "Two Rivers"'),
        ("the exhibition 'Two Rivers' opened", 'the exhibition "Two Rivers" opened'),
        ("„Zwei Flüsse“ und «Deux fleuves»", '"Zwei Flüsse" und "Deux fleuves"'),
        ("「두 강」과 《강의 밤》", '"두 강"과 "강의 밤"'),
        ("the museum’s ‘Night of Kites’, again", 'the museum\'s "Night of Kites", again'),
        ("‘Potters’ Street’ is a film", '"Potters\' Street" is a film'),
        ("the potters’ market and the weavers’ hall", "the potters' market and the weavers' hall"),
        ("Rock ’n’ Roll from the O’Neills", "Rock 'n' Roll from the O'Neills"),
        ("3–5 May — and 8−9 June", "3-5 May - and 8-9 June"),
        ("8\u00a0May\u20092024", "8 May 2024"),
        ("3월 1일 〜 5일", "3월 1일 ~ 5일"),
        ("서울、부산：（재）", "서울,부산:(재)"),
        ("• lacquer\n● silk", "· lacquer\n· silk"),
        ("one\u2028two\x0cthree", "one\ntwo\nthree"),
        ("", ""),
    ],
)
def test_one_sign_of_each_kind(printed: str, read: str) -> None:
    assert plain(printed) == read


@given(st.one_of(st.text(), st.text(alphabet=SIGNS, max_size=200)))
def test_every_place_stays_where_it_was(text: str) -> None:
    even = plain(text)
    assert len(even) == len(text)
    assert [here for here, there in zip(text, even, strict=True) if here.isalnum() and here not in ("ㆍ", there)] == []


@given(st.text(alphabet=SIGNS, max_size=80))
def test_a_line_is_never_lost(text: str) -> None:
    assert plain(text).count("\n") == sum(text.count(sign) for sign in "\n\u2028\u2029\x0b\x0c\x85")
