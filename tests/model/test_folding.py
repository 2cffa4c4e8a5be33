"""Folding and searching, held against a real FTS5 table: what is found is the specification."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.model.folding import fold, search_query, search_text, snippet

FOLDED = [
    pytest.param("2025 ASEAN-Korea Music Concert", "2025 asean korea music concert", id="ascii"),
    pytest.param("  Unity\tin\nDiversity!  ", "unity in diversity", id="spaces and punctuation"),
    pytest.param("Girls' Generation", "girls generation", id="straight apostrophe"),
    pytest.param("Girls’ Generation", "girls generation", id="curly apostrophe"),
    pytest.param("O´Brien", "obrien", id="acute accent for an apostrophe"),
    pytest.param("Senior Officials` Meeting", "senior officials meeting", id="backtick"),
    pytest.param("Silk Road C&T", "silk road c and t", id="ampersand is a word"),
    pytest.param("Arts ＆ Culture", "arts and culture", id="full-width ampersand"),
    pytest.param("Điện Biên Phủ", "dien bien phu", id="Vietnamese"),
    pytest.param("Manh Cường", "manh cuong", id="Vietnamese horn and tone"),
    pytest.param("Łódź", "lodz", id="Polish"),
    pytest.param("ØRESUND Ærø", "oresund aero", id="Danish"),
    pytest.param("Straße STRASSE", "strasse strasse", id="German"),
    pytest.param("Þingvellir og Œuvre", "thingvellir og oeuvre", id="thorn and oe"),
    pytest.param("İstanbul ısı", "istanbul isi", id="Turkish"),
    pytest.param("ＡＳＥＡＮ ２０２５", "asean 2025", id="full-width"),
    pytest.param("ﬁne ﬂag", "fine flag", id="ligatures"),
    pytest.param("Kep1er™ ®", "kep1er", id="trade marks"),
    pytest.param("한-아세안 문화혁신 포럼", "한 아세안 문화혁신 포럼", id="Hangul"),
    pytest.param("문화ㆍ예술·관광・체육", "문화 예술 관광 체육", id="the Korean press's middle dots"),
    pytest.param("パリ が", "パリ が", id="Kana keeps its voicing marks"),
    pytest.param("ﾊﾟﾘ", "パリ", id="half-width Kana"),
    pytest.param("Йошкар-Ола", "йошкар ола", id="Cyrillic keeps й"),
    pytest.param("हिन्दी", "हिन्दी", id="Devanagari keeps its vowels"),
    pytest.param("ปี ๒๕๖๘", "ปี 2568", id="Thai vowels stay, Thai digits are digits"),
    pytest.param("cul\u00adture\u200b2025\ufeff", "culture 2025", id="invisible characters"),
    pytest.param("🎵 Music ❤️ Asia 🎶", "music asia", id="emoji"),
    pytest.param("\0\x1b[31m", "31m", id="control characters"),
    pytest.param("…—!?", "", id="nothing to read"),
    pytest.param("", "", id="empty"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_a_decomposed_spelling_folds_alike(text: str, expected: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == expected


@given(st.text())
def test_what_is_folded_is_letters_digits_marks_and_single_spaces(text: str) -> None:
    words = fold(text).split(" ") if fold(text) else []
    assert all(words)
    assert all(c.isalnum() or unicodedata.category(c)[0] == "M" for word in words for c in word)


REAL_TEXT = st.text(st.sampled_from("aZéđŁßøæﬁ'’&-. 2１한글ㆍ팝漢字々がｶﾊﾟーกี๒йñ́\u0327™😀\u200d"), max_size=30)


@given(REAL_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="ascii")))
def test_the_short_way_for_ascii_is_the_same_as_the_long_way(text: str) -> None:
    assert fold(f"{text} 한") == f"{fold(text)} 한".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ASEAN-Korea Centre", "asean korea centre", id="spaced words"),
        pytest.param("한국어", "한국 국어 어", id="pairs and the last character"),
        pytest.param("춤", "춤", id="one character"),
        pytest.param("k팝 2024한국", "k 팝 2024 한국 국", id="scripts are parted"),
        pytest.param("日本の楽団", "日本 本の の楽 楽団 団", id="Kanji and Kana in one run"),
        pytest.param("नमस्ते दुनिया", "नमस्ते दुनिया", id="Devanagari by words"),
    ],
)
def test_search_text(text: str, expected: str) -> None:
    assert search_text(text) == expected


def finds(words: str, text: str) -> bool:
    """Whether a search finds a text, in the table that the dataset uses."""
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE found USING fts5(text, tokenize='ascii')")
        database.execute("INSERT INTO found VALUES (?)", [search_text(text)])
        query = search_query(words)
        return bool(query) and bool(database.execute("SELECT 1 FROM found WHERE found MATCH ?", [query]).fetchall())
    finally:
        database.close()


MINISTRY = "The Ministry of Culture, Sports and Tourism (MCST)"

FOUND = [
    pytest.param("tourism (mcst)", MINISTRY, id="punctuation in the search"),
    pytest.param("c&t", "managed by Silk Road C&T", id="ampersand"),
    pytest.param("c t", "managed by Silk Road C&T", id="without the ampersand"),
    pytest.param("c and t", "managed by Silk Road C&T", id="the ampersand as a word"),
    pytest.param("arts & culture", "Arts and Culture", id="the word as an ampersand"),
    pytest.param("girls' generation", "Sooyoung of Girls’ Generation", id="straight for curly"),
    pytest.param("girls’ generation", "Sooyoung of Girls' Generation", id="curly for straight"),
    pytest.param("ministers", "the ministers’ meeting", id="apostrophe at the end"),
    pytest.param("o'brien", "OBrien", id="apostrophe inside"),
    pytest.param("lodz", "Łódź 2024", id="Polish without its marks"),
    pytest.param("dien bien", "Điện Biên Phủ", id="Vietnamese without its marks"),
    pytest.param("Đức", "Duc Phuc", id="Vietnamese with its marks"),
    pytest.param("ORESUND", "Øresund bridge", id="Danish in capitals"),
    pytest.param("strasse", "Unter den Linden Straße", id="German"),
    pytest.param("asean", "ＡＳＥＡＮ", id="full-width"),
    pytest.param("final", "the ﬁnal", id="ligature"),
    pytest.param("ministers meeting", "ASEM Culture Ministers' Meeting", id="words"),
    pytest.param("meeting ministers", "ASEM Culture Ministers' Meeting", id="words in another order"),
    pytest.param("ministers meet", "ASEM Culture Ministers' Meeting", id="the last word may go on"),
    pytest.param('"ministers meeting"', "ASEM Culture Ministers' Meeting", id="words that follow each other"),
    pytest.param("“ministers meeting”", "ASEM Culture Ministers' Meeting", id="curly quotation marks"),
    pytest.param("asean-korea", "the ASEAN–Korea Centre", id="another dash"),
    pytest.param("3,000", "some 3,000 people", id="a number with its comma"),
    pytest.param("문화예", "한국문화예술위원회", id="Hangul inside a word"),
    pytest.param("포럼", "포럼에서 만난 사람", id="Hangul with a particle"),
    pytest.param("춤", "부채춤", id="one syllable at the end of a word"),
    pytest.param("팝", "k팝송", id="one syllable at the beginning of a run"),
    pytest.param("k팝", "제3회 K팝 콘서트", id="two scripts in one word"),
    pytest.param("팝k", "한국팝K", id="two scripts, the other way round"),
    pytest.param("2024한국", "2024한국문화의 해", id="number and Hangul"),
    pytest.param('"문화 예술"', "문화ㆍ예술 교류", id="Hangul words that follow each other"),
    pytest.param("楽団", "東京交響楽団", id="Kanji at the end of a word"),
    pytest.param("団", "東京交響楽団員", id="one Kanji"),
    pytest.param("ノルウェー", "駐日ノルウェー大使館", id="Katakana with a long vowel"),
    pytest.param("วัฒนธรรม", "กระทรวงวัฒนธรรม", id="Thai inside a run"),
    pytest.param("ວັດທະນະທຳ", "ກະຊວງວັດທະນະທຳ", id="Lao inside a run"),
    pytest.param(unicodedata.normalize("NFD", "한국 Łódź"), "한국 Łódź", id="a decomposed search"),
    pytest.param("한국 Łódź", unicodedata.normalize("NFD", "한국 Łódź"), id="a decomposed text"),
]

NOT_FOUND = [
    pytest.param("문화예", "한국 국문 교류", id="other Hangul"),
    pytest.param("한국문", "한국 국문 교류", id="pairs do not run on into the next word"),
    pytest.param("viet asean", "ASEAN Vietnam", id="a word before the last is a whole word"),
    pytest.param('"viet"', "Vietnam", id="a word in quotation marks is a whole word"),
    pytest.param("eu", "Europe", id="two letters are an acronym"),
    pytest.param("asem 7", "ASEM 70", id="a number is whole"),
    pytest.param("202", "2024", id="a part of a year is none"),
    pytest.param('"meeting ministers"', "ASEM Culture Ministers' Meeting", id="a phrase has an order"),
    pytest.param("asem forum", "ASEM meeting", id="all words must be there"),
    pytest.param("forum NOT asem", "forum", id="NOT is a word"),
    pytest.param("asem OR forum", "forum", id="OR is a word"),
    pytest.param("aseanx*", "asean", id="a star is nothing"),
]


@pytest.mark.parametrize(("words", "text"), FOUND)
def test_search_finds(words: str, text: str) -> None:
    assert finds(words, text)


@pytest.mark.parametrize(("words", "text"), NOT_FOUND)
def test_search_does_not_find(words: str, text: str) -> None:
    assert not finds(words, text)


@pytest.mark.parametrize("words", ["", "   ", '"', '""', "* ^ ( )", "…", "\0", "' ’ `", "🎵"], ids=repr)
def test_a_search_without_a_letter_is_no_query(words: str) -> None:
    assert search_query(words) == ""


HARMFUL = [
    '"',
    "a AND",
    "NEAR(a b",
    "title:a",
    "{a b}: c",
    "-a",
    "a^",
    "*",
    "a\0b",
    "'; DROP TABLE found; --",
    "(" * 99,
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(HARMFUL)).map(" ".join), REAL_TEXT))
def test_no_search_is_an_error(words: str) -> None:
    assert finds(words, words) == (search_query(words) != "")


def test_a_search_of_many_words_is_no_error() -> None:
    assert not finds(" ".join(f"word{number}" for number in range(2000)), "word1")


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        pytest.param("Sooyoung of Girls’ Générations", "girls generations", ["Girls", "Générations"], id="apostrophe"),
        pytest.param("managed by Silk Road C&T.", "c&t", ["C&T"], id="ampersand"),
        pytest.param("die Straße in Łódź", "strasse lodz", ["Straße", "Łódź"], id="letters that become two"),
        pytest.param("held in Vietnam", "viet", ["Viet"], id="the beginning of a word"),
        pytest.param("한국문화예술위원회", "문화예술", ["문화예술"], id="Hangul inside a word"),
        pytest.param("제3회 K팝 콘서트", "k팝", ["K팝"], id="two scripts"),
        pytest.param("the ﬁnal day", "final", ["ﬁnal"], id="ligature"),
        pytest.param("ASEM and ASEAN, ASEM again", '"asem"', ["ASEM", "ASEM"], id="twice"),
        pytest.param("문화ㆍ예술", "문화 예술", ["문화", "예술"], id="middle dot"),
        pytest.param(unicodedata.normalize("NFD", "Điện Biên 한국"), "bien 한국", ["Biên", "한국"], id="decomposed"),
        pytest.param("Vietnam", "laos", [], id="nothing"),
        pytest.param("Vietnam", "", [], id="no words"),
        pytest.param("", "laos", [], id="no text"),
    ],
)
def test_a_snippet_marks_the_text_as_written(text: str, words: str, marked: list[str]) -> None:
    stretch, places = snippet(text, [words])
    assert stretch == text
    assert [unicodedata.normalize("NFC", stretch[start:end]) for start, end in places] == marked


@pytest.mark.parametrize(
    ("text", "words", "width", "expected"),
    [
        pytest.param("one two three four five six seven", "four", 18, "three four five", id="whole words around"),
        pytest.param("one two three four five six seven", "one", 13, "one two three", id="the beginning"),
        pytest.param("one two three four five six seven", "seven", 13, "six seven", id="the end"),
        pytest.param("one two three four", "eleven", 10, "one two", id="no match: the beginning of the text"),
        pytest.param("one two three four", '"two three"', 3, "two three", id="a match is never cut"),
        pytest.param("가나다라마바사아자차카타파하", "사아", 6, "마바사아자차", id="no spaces to cut at"),
    ],
)
def test_a_snippet_is_cut_between_words(text: str, words: str, width: int, expected: str) -> None:
    assert snippet(text, [words], width)[0] == expected


@given(st.lists(REAL_TEXT, min_size=1, max_size=8), st.data())
def test_a_snippet_of_a_word_of_the_text_marks_that_word(texts: list[str], data: st.DataObject) -> None:
    text = " ".join(texts)
    words = fold(text).split()
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    stretch, places = snippet(text, [f'"{word}"'], 20)
    assert stretch in text
    assert places
    assert all(word in fold(stretch[start:end]) for start, end in places)
