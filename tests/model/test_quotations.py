import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.model.quotations import CONTEXT, Place, find_quotation, nearest_passage

REPORT = (
    "Moreover, Sooyoung of Girls’ Generation and Manh Cường, an anchor from Vietnam’s national broadcaster VTV,\n"
    "jointly hosted the event —\u00a0the “2025 ASEAN–Korea Music Concert” — drawing a local audience of some 3,000\r\n"
    "people. 한국국제문화교류진흥원은 ‘문화ㆍ예술’ 교류를 21∼22일 열었다."
)


@pytest.mark.parametrize(
    ("quote", "as_written"),
    [
        pytest.param("jointly hosted the event", "jointly hosted the event", id="as written"),
        pytest.param("Girls' Generation", "Girls’ Generation", id="straight apostrophe"),
        pytest.param("  Girls’   Generation\n", "Girls’ Generation", id="other spaces"),
        pytest.param("VTV, jointly hosted", "VTV,\njointly hosted", id="line break"),
        pytest.param("some 3,000 people.", "some 3,000\r\npeople.", id="line break of Windows"),
        pytest.param("the event - the", "the event —\u00a0the", id="dash and no-break space"),
        pytest.param('"2025 ASEAN-Korea Music Concert"', "“2025 ASEAN–Korea Music Concert”", id="quotation marks"),
        pytest.param("'2025 ASEAN-Korea Music Concert'", "“2025 ASEAN–Korea Music Concert”", id="single for double"),
        pytest.param("「문화·예술」", "‘문화ㆍ예술’", id="Korean marks and middle dots"),
        pytest.param("21~22일", "21∼22일", id="Korean range"),
        pytest.param(unicodedata.normalize("NFD", "Manh Cường"), "Manh Cường", id="decomposed quotation"),
        pytest.param(unicodedata.normalize("NFD", "문화교류진흥원"), "문화교류진흥원", id="decomposed Hangul"),
    ],
)
def test_a_quotation_is_found_as_it_is_written(quote: str, as_written: str) -> None:
    place = find_quotation(REPORT, quote)
    assert place is not None
    assert REPORT[place.start : place.end] == as_written
    assert not place.ambiguous


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("girls’ generation", id="another case"),
        pytest.param("some 3000 people", id="another spelling of a number"),
        pytest.param("Manh Cuong", id="without accents"),
        pytest.param("hosted jointly", id="another order"),
        pytest.param("jointlyhosted", id="a space less"),
        pytest.param(".*", id="no pattern"),
        pytest.param("", id="empty"),
        pytest.param(" \n", id="only space"),
    ],
)
def test_what_the_text_does_not_say(quote: str) -> None:
    assert find_quotation(REPORT, quote) is None


def test_the_context_of_a_quotation() -> None:
    place = find_quotation(REPORT, "jointly hosted the event")
    assert place == Place(
        107, 131, "nam’s national broadcaster VTV,\n", " —\u00a0the “2025 ASEAN–Korea Music C", matches=1
    )


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix"),
    [
        pytest.param("Moreover", "", ", Sooyoung of Girls’ Generation ", id="at the beginning"),
        pytest.param("열었다.", "류진흥원은 ‘문화ㆍ예술’ 교류를 21∼22일 ", "", id="at the end"),
    ],
)
def test_the_context_ends_with_the_text(quote: str, prefix: str, suffix: str) -> None:
    place = find_quotation(REPORT, quote)
    assert place is not None
    assert (place.prefix[-len(prefix) :] if prefix else place.prefix, place.suffix) == (prefix, suffix)


def test_the_context_holds_whole_characters() -> None:
    text = unicodedata.normalize("NFD", "ờ" * 30 + " quoted " + "ờ" * 30)
    place = find_quotation(text, "quoted")
    assert place is not None
    assert unicodedata.normalize("NFC", place.prefix) == "ờ" * 10 + " "
    assert unicodedata.normalize("NFC", place.suffix) == " " + "ờ" * 10


def test_a_decomposed_text_is_searched_as_it_is() -> None:
    text = unicodedata.normalize("NFD", REPORT)
    place = find_quotation(text, "Manh Cường")
    assert place is not None
    assert text[place.start : place.end] == unicodedata.normalize("NFD", "Manh Cường")


def test_a_quotation_that_stands_twice_is_ambiguous() -> None:
    place = find_quotation("ASEM in 2016, and ASEM again", "ASEM")
    assert place is not None
    assert (place.start, place.matches, place.ambiguous) == (0, 2, True)


PROSE = st.text(st.sampled_from("ab .’'“-–\n\u00a0ờ한각́ㆍ(*\\"), max_size=60)


@given(PROSE, st.data())
def test_any_part_of_a_text_is_found_with_its_context(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))].strip()
    place = find_quotation(text, quote)
    if not quote:
        assert place is None
        return
    assert place is not None
    assert place.prefix + text[place.start : place.end] + place.suffix in text
    assert len(place.prefix) <= CONTEXT
    assert len(place.suffix) <= CONTEXT


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        pytest.param("a local audience of some 3000 people", "a local audience of some 3,000 people.", id="number"),
        pytest.param("jointly hosting the events", "jointly hosted the event —", id="inflected"),
        pytest.param("Girls Generation", "Girls’ Generation", id="apostrophe left out"),
        pytest.param("국제문화교류재단은", "한국국제문화교류진흥원은", id="Hangul"),
        pytest.param("Wholly unlike: xyzzy", "", id="nothing like it"),
        pytest.param("", "", id="empty"),
    ],
)
def test_the_nearest_passage(quote: str, nearest: str) -> None:
    assert nearest_passage(REPORT, quote) == nearest


def test_the_nearest_passage_where_words_are_not_spaced() -> None:
    text = "第5回日中韓文化大臣会合が京都で開催されたと文化庁が発表した"
    assert "日中韓文化大臣会合" in nearest_passage(text, "日中韓の文化大臣会合")
    assert len(nearest_passage(text, "日中韓の文化大臣会合")) < len(text)


@given(PROSE, PROSE)
def test_the_nearest_passage_is_in_the_text(text: str, quote: str) -> None:
    nearest = nearest_passage(text, quote)
    assert not nearest or find_quotation(text, nearest) is not None
