"""Dates as an article prints them, each with what it leaves unsaid.

A stretch that looks like a date is found here; what it says, ``model.date_reading`` reads, in the languages it knows.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from exchangecli import errors
from exchangecli.extract.proposals import NO_YEAR
from exchangecli.model.date_reading import DayOrder, read_date
from exchangecli.model.date_words import vocabulary

"""How EDTF writes a year that nobody says; no record can hold it."""
_LEAP_YEAR = "2024"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th|er)?"
_TO = r"\s?(?:-|~|/|to|and|through|until|till|&|,|au|et|đến|sampai|hingga|dan|bis)\s?"
_WEEKDAY = r"(?:\(?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?\)?,?\s?)"
_AND_YEAR = rf"(?:,?\s?(?:tahun\s|năm\s)?{_YEAR})"
_SHORTEST_MONTH = 3
"""Letters; the vocabulary has shorter ones, which are other words in a report."""
_FULL_STOP = re.compile(r"(?<=[^\W\d]{5})\.$")
"""That of a sentence, which ends in a month; those of abbreviations are shorter: Sept."""
_OF = r"(?:\s(?:of|de)\s|\s?-\s?|\s)"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a range of dates in the plain text.

    Attributes:
        place: where it stands, (start, end).
        start, end: EDTF; ``end`` None for a single date; a year nobody says is ``XXXX``.
        inferred: where a part of it was taken from that does not stand there.
        weekday: whether it is told by its weekday alone.
        end_place: where its end stands, if that is elsewhere.
        end_inferred: then, where a part of the end was taken from.
        precision: ``day``, ``month`` or ``year``.
    """

    place: tuple[int, int]
    start: str
    end: str | None = None
    inferred: str | None = None
    weekday: bool = False
    end_place: tuple[int, int] | None = None
    end_inferred: str | None = None

    @property
    def precision(self) -> str:
        """How far it goes: year, month or day."""
        return ("year", "month", "day")[min(self.start.count("-"), 2)]

    @property
    def has_year(self) -> bool:
        """Whether it says its year, or one was found for it."""
        return not self.start.startswith(NO_YEAR)

    @property
    def year(self) -> int | None:
        """Its year."""
        return int(self.start[:4]) if self.start[:4].isdecimal() else None


def find_dates(text: str, start: int, end: int, order: DayOrder | None = None) -> list[Dated]:
    """The dates that stand in a stretch of a plain text, in its order, without overlaps."""
    found: list[Dated] = []
    for match in _patterns().finditer(text, start, end):
        dated = _read(match, order)
        if dated:
            found.append(dated)
    return found


@cache
def _patterns() -> re.Pattern[str]:
    """All ways to print a date, each a group of its own; at one place the first that fits."""
    spelled = {
        **_in_korean_and_vietnamese(),
        **_in_digits(),
        **_in_words(),
        "yearly": rf"(?<![\d$€£-])\b{_YEAR}(?![\ds-]|'s|\.\d)",
        "alone": r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
        r"\b(?:yesterday|today|tomorrow|tonight|this\s(?:morning|afternoon|evening))\b",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in spelled.items()), re.IGNORECASE)


def _in_korean_and_vietnamese() -> dict[str, str]:
    weekday = r"(?:\s?\([월화수목금토일]\))?"
    first = rf"(?:\d{{4}}년\s?)?\d{{1,2}}월\s?\d{{1,2}}일{weekday}"
    last = rf"(?:(?:\d{{1,2}}월\s?)?\d{{1,2}}일{weekday})?"
    several = rf"{_DAY}(?:/\d{{1,2}}(?=\sđến))?(?:\s?(?:-|đến|và)\s?(?:hết\s)?(?:ngày\s)?{_DAY})?"
    month = rf"(?:/\d{{1,2}}(?:/{_YEAR})?|\stháng\s\d{{1,2}}(?:[,/]?\s?(?:năm\s)?{_YEAR})?)"
    return {
        "korean": rf"{first}(?:부터|\s?[~-])?\s?{last}|\d{{4}}년\s?\d{{1,2}}월|\d{{4}}년",
        "viet": rf"(?:từ\s)?ngày\s{several}{month}",
    }


def _in_digits() -> dict[str, str]:
    one = rf"(?:{_WEEKDAY})?\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}"
    return {
        "iso": r"\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}(?!\d)\.?(?:\s?[~-]\s?\d{1,2}\.\s?\d{1,2}\.?)?",
        "numeric": rf"{one}|\d{{1,2}}\s-\s\d{{1,2}}\.\d{{1,2}}\.{_YEAR}",
    }


def _in_words() -> dict[str, str]:
    """May 3, 2024; 3-5 May 2024; May 2024; in May."""
    month = _month()
    return {
        "mdy": rf"(?:{_WEEKDAY})?\b{_month_first(month)}",
        "dmy": rf"(?<![\d/.,:])(?:{_WEEKDAY})?{_day_first(month)}",
        "monthly": rf"\b{month}(?:\s(?:of\s)?|,\s){_YEAR}",
        "bare": rf"(?<=\bin\s)(?:early\s|mid-|late\s)?{month}(?!\s\d)",
    }


def _month() -> str:
    known = sorted((word for word, (kind, _) in vocabulary().items() if kind == "M" and word.isalpha()), key=len)
    return rf"(?:{'|'.join(_accented(word) for word in reversed(known) if len(word) >= _SHORTEST_MONTH)})\b\.?"


def _month_first(month: str) -> str:
    no_time = r"(?!\d|:|\s?(?:a\.?m|p\.?m)|,\d)"
    last = rf"(?:{_TO}(?:{_WEEKDAY})?(?:{month}\s)?{_DAY}{no_time}{_AND_YEAR}?)?"
    return rf"{month}\s(?:the\s)?{_DAY}(?!\s?{month})(?:\s\(?{_WEEKDAY}\)?)?{_AND_YEAR}?{last}"


def _day_first(month: str) -> str:
    day = rf"(?:the\s)?{_WEEKDAY}?{_DAY}(?:\s?{_WEEKDAY})?"
    in_month = rf"(?:{_OF}{month}{_AND_YEAR}?)?"
    several = rf"(?:(?:{_DAY},\s)+(?={_DAY}\s(?:and|&)\s))?"
    return rf"{several}{day}{in_month}(?:{_TO}{day}{in_month})?(?:{_TO}{day})?{_OF}{month}{_AND_YEAR}?"


def _accented(word: str) -> str:
    """A month's name, whose accents the vocabulary has dropped, as it is printed."""
    for plain, printed in (("fevrier", "février"), ("decembre", "décembre"), ("aout", "août"), ("fevr", "févr")):
        if word == plain:
            return f"{printed}|{plain}"
    return re.escape(word)


def _read(match: re.Match[str], order: DayOrder | None) -> Dated | None:
    words, place = _FULL_STOP.sub("", match[0]), match.span()
    kind = str(match.lastgroup)
    if kind == "alone":
        return Dated(place, words.lower(), weekday=True)
    if kind in ("mdy", "bare", "monthly", "dmy") and _is_the_verb(words):
        return None
    stripped = re.sub(r"^(?:from|du|le|từ)\s|^(?:early|mid|late)[ -]|부터$", "", words, flags=re.IGNORECASE).rstrip(
        " ,(~-"
    )
    if kind in ("mdy", "dmy"):
        stripped = re.sub(r"\((\w+)\)", r" \1 ", re.sub(r"^(\d+)(?:, \d+)+ (?:and|&) ", r"\1 and ", stripped))
    end = place[0] + len(words.rstrip(" ,(~-"))
    said = _reading(stripped, order) or _reading(re.sub(r"\s(?:and|&|et|dan|và)\s", " - ", stripped), order)
    return Dated((place[0], end), *said) if said else None


def _is_the_verb(words: str) -> bool:
    """Whether a month is none: "may" and "march" are months only with a capital."""
    found = re.search(r"\b(may|march|mac|set|sat|sun|dim|dec|des)\b", words)
    return found is not None and found[0].islower() and not re.search(r"\d{4}$", words)


def _reading(words: str, order: DayOrder | None) -> tuple[str, str | None] | None:
    try:
        read = read_date(words, order)
    except errors.DateWithoutYear:
        return _without_year(words, order)
    except errors.AmbiguousDate:
        return (
            _reading(words, "dmy") if order is None and re.search(r"\d\.\d", words) else None
        )  # points: the day is first
    except errors.WrongWeekday:
        bare = re.sub(r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", " ", words)
        return _reading(bare, order) if bare != words else None
    except errors.ValueProblem:
        return None
    return (read.start, read.end) if read.start else None


def _without_year(words: str, order: DayOrder | None) -> tuple[str, str | None] | None:
    without_weekday = re.sub(
        r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?|\([월화수목금토일]\)", " ", words
    )
    for completed in (
        f"{without_weekday} {_LEAP_YEAR}",
        f"{_LEAP_YEAR}년 {without_weekday}",
        f"{without_weekday}/{_LEAP_YEAR}",
    ):
        with suppress(errors.ValueProblem):
            read = read_date(" ".join(completed.split()), order)
            if read.start:
                return read.start.replace(_LEAP_YEAR, NO_YEAR), read.end and read.end.replace(_LEAP_YEAR, NO_YEAR)
    return None


def with_year(dated: Dated, year: int, why: str) -> Dated:
    """The date in a year that was found elsewhere."""
    if dated.has_year or dated.weekday:
        return dated
    end = dated.end and dated.end.replace(NO_YEAR, str(year))
    start = dated.start.replace(NO_YEAR, str(year))
    if end and end < start:
        end = end.replace(str(year), str(year + 1), 1)
    return replace(dated, start=start, end=end, inferred=why)


def on_weekday(dated: Dated, published: str, *, future: bool) -> Dated | None:
    """The day a weekday names, counted from the day of publication: the last one, or the next."""
    with suppress(ValueError):
        day = date.fromisoformat(published)
        if dated.start not in _WEEKDAYS:
            found = day + timedelta({"yesterday": -1, "tomorrow": 1}.get(dated.start, 0))
            return replace(
                dated, start=found.isoformat(), weekday=False, inferred=f"{dated.start}, from the date of publication"
            )
        distance = (day.weekday() - _WEEKDAYS.index(dated.start)) % 7
        found = day + timedelta(7 - distance if distance else 0) if future else day - timedelta(distance)
        return replace(dated, start=found.isoformat(), weekday=False, inferred="weekday from the date of publication")
    return None


def after(dated: Dated, published: str) -> int:
    """The year in which a day and month without a year fall nearest to the day of publication."""
    year = int(published[:4])
    if len(published) < len("2024-01-01") or not dated.start.count("-"):
        return year
    return min((year - 1, year, year + 1), key=lambda one: abs(_ordinal(dated.start, one) - _ordinal(published, year)))


def _ordinal(edtf: str, year: int) -> int:
    month, _, day = edtf[5:].partition("-")
    return year * 372 + int(month or 6) * 31 + int(day or 15)
