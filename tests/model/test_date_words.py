from collections import Counter

from exchangecli.model.date_words import _entries, folded, vocabulary


def test_no_word_is_read_in_two_ways() -> None:
    counted = Counter(word for word, _ in _entries())
    assert [word for word, times in counted.items() if times > 1] == []


def test_every_word_is_as_folding_leaves_it() -> None:
    assert [word for word in vocabulary() if folded(word).replace(".", "") != word] == []


def test_all_months_weekdays_and_seasons_are_there() -> None:
    numbers = {kind: {value[1][0] for value in vocabulary().values() if value[0] == kind} for kind in "MWS"}
    assert numbers == {"M": set(range(1, 13)), "W": set(range(7)), "S": {21, 22, 23, 24}}


def test_folding_takes_accents_odd_digits_dashes_and_what_nobody_sees() -> None:
    assert folded("Ngày ８ THÁNG\u00a0๑๑ – Août\u200b ‑ Ｎｏｖ ～ ㋊") == "ngay 8 thang 11 – aout - nov ~ 11月"


def test_folding_keeps_the_numbers_of_footnotes_apart() -> None:
    assert folded("2025² ①") == "2025² ①"
