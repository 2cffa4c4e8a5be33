"""Numbers as reports print them: ``some 3,000``, ``약 3만 5천 명``, ``khoảng 3.000 người``, ``twenty-one``.

What can be read in two ways is refused, and both readings are named. A point before three digits marks thousands in
Vietnamese, Indonesian and German and decimals in English: ``3.000`` alone is asked about, and is 3000 only where a
Vietnamese or Indonesian word stands beside it. A comma before three digits marks thousands, as in English and Korean.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from exchangecli.errors import UnreadableNumber


class Count(NamedTuple):
    """How many, and whether the words say that it is not exact ("some", "more than", "약")."""

    value: int
    approximate: bool


_POINT_FOR_THOUSANDS = ("khoảng", "gần", "hơn", "trên", "ít nhất", "người", "sekitar", "lebih dari", "hampir", "orang")
_TOTAL = ("a total of", "total of", "총", "모두", "tổng cộng")
_BEFORE = (
    *("about", "around", "some", "approximately", "approx.", "approx", "roughly", "circa", "ca.", "ca", "c.", "nearly"),
    *("almost", "close to", "over", "well over", "more than", "at least", "no fewer than", "upwards of", "as many as"),
    *("in excess of", "an estimated", "estimated", "~", ">", "≥", "약", "대략", "거의", "최소", "約", "约"),
    *("khoảng", "gần", "hơn", "trên", "ít nhất", "sekitar", "lebih dari", "hampir"),
)
_AFTER = (
    *("+", "or more", "or so", "plus", "(est.)", "(estimated)", "(approx.)"),
    *("여", "이상", "가량", "정도", "내외", "안팎", "남짓", "余", "以上", "trở lên"),
)
_UNITS = (
    *("people", "persons", "participants", "visitors", "attendees", "spectators", "guests", "delegates", "viewers"),
    *("artists", "countries", "명", "인", "개국", "개", "건", "팀", "편", "점", "회", "人", "名", "người", "orang"),
)
_FIRST_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = dict(zip(_FIRST_WORDS, range(20), strict=True)) | dict(zip(_TENS, range(20, 100, 10), strict=True))
_SCALES = (
    {"hundred": 10**2, "k": 10**3, "thousand": 10**3, "million": 10**6, "billion": 10**9}
    | {"십": 10, "백": 10**2, "천": 10**3, "만": 10**4, "억": 10**8, "十": 10, "百": 10**2, "千": 10**3}
    | {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
    | {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "ribu": 10**3, "juta": 10**6}
)
_ONE_POINT = r"[1-9]\d{0,2}\.\d{3}"
_SIGNS = str.maketrans("，＋～∼〜≈’−–—", ",+~~~~'---")
_REFUSED = (
    (
        r"(up to|at most|(no|not) more than|fewer than|less than|under|below|최대|tối đa|dưới).*|.*(이하|미만).*",
        "a count but a limit; write how many there were, if the source says so",
    ),
    (r"-.*", "a count, which is never below zero"),
    (r".*\d\D{0,3}\s*(-|to|~|or|and|đến|에서)\s*\d.*", "one count but several; write one number"),
    (r"\D*\d*[.,]\d+\D*", "a count, which has no decimals"),
)
"""What a text is that is no count, where it can be told, for the sentence of the error."""
_LARGEST = 10**18 - 1
"""What SQLite can keep, and int() reads at once."""
_LONGEST = 80
"""A number is told in fewer characters; a longer text is prose, and not worth reading."""


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SCALE = _any(_SCALES)
_WORD = rf"\d[\d,]*|{_any([*_SCALES, *_WORDS])}"


def _plain(text: str) -> str:
    """Spell a text with 0-9, ASCII signs, small letters and single spaces; a footnote's ² stays what it is."""
    digits = "".join([str(unicodedata.decimal(c, c)) for c in unicodedata.normalize("NFC", text)])
    return " ".join(digits.translate(_SIGNS).lower().split())


@cache
def _parts() -> re.Pattern[str]:
    """What stands before a number, the number, what stands after it."""
    before = rf"(?:(?P<hedge>{_any(_BEFORE)})|{_any(_TOTAL)})(?:\s+|(?![a-z]))"
    after = rf"\s*(?<![a-z])(?:(?P<more>{_any(_AFTER)})|{_any(_UNITS)})"
    return re.compile(rf"(?:{before})*(?P<number>.*?)(?:{after})*")


def _digits(text: str) -> int | None:
    """``3000``, ``3,000``, ``3 000``, ``3'000``, ``1,00,000`` (Indian), ``1.000.000``."""
    one_mark = r"[1-9]\d{0,2}([,' ])\d{3}(\1\d{3})*"
    fits = re.fullmatch(rf"\d+|{one_mark}|[1-9]\d?(,\d\d)+,\d{{3}}|[1-9]\d{{0,2}}(\.\d{{3}}){{2,}}", text)
    return int(re.sub(r"\D", "", text)) if fits else None


def _scaled(text: str) -> int | None:
    """``1.5 million``, ``1,5 triệu``, ``2.5k``: a decimal only where the scale makes it a whole number."""
    match = re.fullmatch(rf"(\d+)[.,](\d\d?) ?({_SCALE})", text)
    if match is None:
        return None
    value, rest = divmod(int(match[1] + match[2]) * _SCALES[match[3]], 10 ** len(match[2]))
    return None if rest else value


def _worded(text: str) -> int | None:
    """``two hundred and ten``, ``3만 5천``, ``3 nghìn``."""
    spelled = re.sub(r"^an? (?=[htmb])", "one ", text)
    words = re.findall(_WORD, spelled)
    if "".join(words) != re.sub(r" (and )?|(?<=[a-z])-(?=[a-z])", "", spelled):
        return None
    return _composed(words)


def _composed(words: list[str]) -> int | None:
    """Add up the words of one number: what stands before the largest scale times it, and what stands after it."""
    scales = [_SCALES.get(word, 0) for word in words]
    largest = max(scales, default=0)
    if not largest:
        return _amount(words)
    at = scales.index(largest)
    alone = unicodedata.category(words[at][0]) == "Lo"  # 천 명 is a thousand; "thousand" alone is no number
    before = _composed(words[:at]) if at else 1 if alone else None
    after = _composed(words[at + 1 :]) if words[at + 1 :] else 0
    if before is None or after is None or after >= largest:
        return None
    return before * largest + after


def _amount(words: list[str]) -> int | None:
    match words:
        case [word]:
            return _WORDS.get(word, _digits(word))
        case [tens, ones] if tens in _TENS and 0 < _WORDS.get(ones, 0) < _WORDS["ten"]:
            return _WORDS[tens] + _WORDS[ones]
    return None


def _whole(text: str) -> int | None:
    if len(text) > _LONGEST:
        return None
    readings = (reader(text) for reader in (_digits, _scaled, _worded))
    return next((value for value in readings if value is not None and value <= _LARGEST), None)


def _two_readings(text: str, number: str) -> UnreadableNumber:
    point, thousands = float(number), number.replace(".", "")
    return UnreadableNumber(text, f"a number with one reading: it may be {thousands} or {point:g}; write one of them")


def read_count(text: str) -> Count:
    """Read how many there were, in English, Korean, Vietnamese, Indonesian or Chinese words.

    ``about 40``, ``200+``, ``more than 200`` and ``3,000여 명`` are approximate. A limit ("up to 200") is no count.

    Raises:
        UnreadableNumber: not one whole number from 0 up; the sentence says why where it can be told.
    """
    if text.isascii() and text.isdecimal() and len(text) <= len(str(_LARGEST)):
        return Count(int(text), approximate=False)
    plain = _plain(text)
    parts = _parts().fullmatch(plain)
    number = parts["number"] if parts else plain
    if any(word in plain for word in _POINT_FOR_THOUSANDS):
        number = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", ",", number)
    value = _whole(number)
    if parts and value is not None:
        return Count(value, bool(parts["hedge"] or parts["more"]))
    if re.fullmatch(_ONE_POINT, number):
        raise _two_readings(text, number)
    known = (expected for pattern, expected in _REFUSED if re.fullmatch(pattern, plain))
    raise UnreadableNumber(text, next(known, 'a count; write a whole number such as 3000, or "about 3,000"'))


def _decimal(text: str) -> float | None:
    """``12.5``, ``1,234.5``, ``1.234,5``, ``12,5``, and a number as a program writes it (``1e-07``)."""
    if re.fullmatch(r"(\d*|[1-9]\d{0,2}([, ]\d{3})+)\.\d+|\d+(\.\d+)?e[+-]?\d{1,3}", text):
        return float(re.sub("[, ]", "", text))
    if re.fullmatch(r"\d+,\d\d?|0,\d+|[1-9]\d{0,2}([. ]\d{3})+,\d+", text):
        return float(re.sub("[. ]", "", text).replace(",", "."))
    return None


def read_number(text: str) -> int | float:
    """Read the value of a figure: ``12.5``, ``-3``, ``1,250``, ``1.5 million``; a whole number as an int.

    A point is the decimal point, as programs write it; only where it may mark thousands and closes with a zero, which
    no program writes (``3.000``, ``12.500``), is it asked about.

    Raises:
        UnreadableNumber: not one number.
    """
    plain = _plain(text)
    number = plain[1:] if plain[:1] in ("+", "-") else plain
    if re.fullmatch(_ONE_POINT, number) and number.endswith("0"):
        raise _two_readings(text, number)
    decimal = _decimal(number)
    value = _whole(number) if decimal is None else decimal
    if value is None or value > _LARGEST:
        raise UnreadableNumber(text, "a number")
    return -value if plain.startswith("-") else value
