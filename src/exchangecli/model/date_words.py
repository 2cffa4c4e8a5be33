"""The words that dates and times are printed with, in the languages of the field's press.

English, French, German, Spanish, Indonesian, Malay, Vietnamese, Thai, Korean, Chinese and Japanese. Every word stands
here as `folded` leaves it: in lower case, without Latin accents and without the full stop of an abbreviation. A word
that two languages read differently stands for neither ("mar." is Tuesday in French and March in Spanish: it is March
here, and no weekday); a weekday's abbreviation is here only where it can be nothing else.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

_MONTHS = (
    "january jan janvier janv januar januari enero ene มกราคม มค",
    "february feb fevrier fevr fev februar februari pebruari febrero กุมภาพันธ์ กพ",
    "march mar mars marz maerz maret mac marzo มีนาคม มีค",
    "april apr avril avr abril abr เมษายน เมย",
    "may mai mei mayo พฤษภาคม พค",
    "june jun juin juni junio มิถุนายน มิย",
    "july jul juillet juil juli julai julio กรกฎาคม กค",
    "august aug aout agustus agt agu ogos ogo agosto ago สิงหาคม สค",
    "september sept sep septembre septiembre กันยายน กย",
    "october oct octobre oktober okt octubre ตุลาคม ตค",
    "november nov novembre nopember noviembre พฤศจิกายน พย",
    "december dec decembre dezember dez desember des disember dis diciembre dic ธันวาคม ธค",
)

_WEEKDAYS = (  # from Monday on; "_" joins the two words of a Vietnamese weekday
    "monday mon lundi lun montag senin isnin lunes thu_hai 월요일 월 月曜日 月曜 月 星期一 周一 週一 วันจันทร์ จันทร์ จ",
    "tuesday tue tues mardi dienstag selasa martes thu_ba 화요일 화 火曜日 火曜 火 星期二 周二 週二 วันอังคาร อังคาร อ",
    "wednesday wed mercredi mer mittwoch rabu miercoles thu_tu 수요일 수 水曜日 水曜 水 星期三 周三 週三 วันพุธ พุธ พ",
    (
        "thursday thu thur thurs jeudi jeu donnerstag kamis khamis jueves thu_nam 목요일 목 木曜日 木曜 木"
        " 星期四 周四 週四 วันพฤหัสบดี พฤหัสบดี พฤ"
    ),
    (
        "friday fri vendredi ven freitag jumat jumaat viernes thu_sau 금요일 금 金曜日 金曜 金 星期五 周五 週五"
        " วันศุกร์ ศุกร์ ศ"
    ),
    "saturday sat samedi sam samstag sabtu sabado thu_bay 토요일 토 土曜日 土曜 土 星期六 周六 週六 วันเสาร์ เสาร์ ส",
    (
        "sunday sun dimanche dim sonntag minggu ahad domingo chu_nhat 일요일 일 日曜日 日曜 日 星期日 星期天 周日 週日"
        " วันอาทิตย์ อาทิตย์ อา"
    ),
)

_SEASONS = (  # from spring on, as EDTF counts them from 21
    "spring printemps fruhling primavera 봄 春季 春",
    "summer ete sommer verano 여름 夏季 夏",
    "autumn fall automne herbst otono 가을 秋季 秋",
    "winter hiver invierno 겨울 冬季 冬",
)

_OTHERS = {
    "-": "to through thru au bis al sampai hingga sd đen toi 부터 から 至 到 ถึง",
    "&": "and & et und y dan va 및 와 과",
    "f": "from vom desde dari mulai tu 从 從 自 ตั้งแต่",  # asks for an end as well
    ">": "since depuis seit sejak",
    "<": "until till",
    "o": "present now ongoing today nay 현재 现在 現在 至今",
    "~": "about around circa c ca approximately approx roughly vers environ etwa sekitar khoang"
    " 약 경 約 约 大约 大約 頃 ごろ ประมาณ",
    "p": "possibly probably perhaps",
    "n": "ngay วันที่",  # "day", where the date after it has its day first
    "B": "be พศ",  # the year is of the Buddhist era
    "C": "ce ad คศ",  # it is of the common era
    "": "of the on in at a de du del le la les el der den nam thang tanggal tgl pada hari luc mua"
    " 까지 まで ที่ วัน เดือน ปี",
}
"""Words by the kind of token they become (`date_tokens`); those of the empty kind say nothing that matters."""

JAPANESE_ERAS = {"令和": (2019, 99), "平成": (1989, 31), "昭和": (1926, 64), "大正": (1912, 15)}
"""First year, and number of years. Meiji is left out: its first years followed the moon."""

_ODD_CHARACTERS = (
    dict.fromkeys(range(0x0300, 0x0370))  # accents, once they are split off their letters
    | dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))  # what nobody sees
    | dict.fromkeys(map(ord, "‐‑"), "-")
    | dict.fromkeys(map(ord, "‒―—−"), "–")
    | dict.fromkeys(map(ord, "∼〜～"), "~")
    | dict.fromkeys(map(ord, "‘’＇"), "'")
)


def folded(text: str) -> str:
    """Give a text in the letters that dates are read in: lower case, no Latin accents, ASCII digits, few dashes.

    Digits of any script count, superscripts do not: they are kept, for no date to be read out of a footnote's number.
    """
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFD", text.translate(_ODD_CHARACTERS))
    plain = "".join(map(_plain_character, split))
    return unicodedata.normalize("NFC", plain.translate(_ODD_CHARACTERS)).casefold()


def _plain_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isdigit():
        return character
    return unicodedata.normalize("NFKD", character)


@cache
def vocabulary() -> dict[str, tuple[str, tuple[int, ...]]]:
    """Give for every word its kind and its numbers: ``{"nov": ("M", (11,)), "since": (">", ())}``."""
    return dict(_entries())


def _entries() -> Iterator[tuple[str, tuple[str, tuple[int, ...]]]]:
    for kind, lists, first in (("M", _MONTHS, 1), ("W", _WEEKDAYS, 0), ("S", _SEASONS, 21)):
        for number, words in enumerate(lists, first):
            for word in words.split():
                yield word.replace("_", " "), (kind, (number,))
    for kind, words in _OTHERS.items():
        for word in words.split():
            yield word, (kind, ())
