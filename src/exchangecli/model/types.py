"""The types a field can have: how a value is stored, and how a person's text becomes one.

A type knows its column in SQLite, its type in Table Schema (Data Package v2), the word that stands for it in help
texts, and one reader. A reader takes the text as typed or printed and gives a ``Reading``: the value, and, where the
words do not say it alone, why it was read so. What a text refers to in a dataset (a participant's name, an acronym)
only the dataset can say: the types of ``REFERRING`` hand the text on, and ``curate`` resolves it.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from exchangecli import errors

Value: TypeAlias = str | int | float | bool | list[str] | None
Record: TypeAlias = dict[str, Any]
"""A record as every layer hands it on: the field's name -> its value; absent is None."""
Text: TypeAlias = str | list[str]
"""What a person gives for a field: a text, or the items of a list that stand apart."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How this dataset, or this file, reads what is ambiguous.

    Attributes:
        readings: an ambiguous country name -> the code it stands for here, ``{"Korea": "KR"}``.
        date_order: ``dmy`` or ``mdy`` for dates such as 05/06/2024; None asks.
        groups: the groups of countries that this dataset has, as they are called in it.
        starts: whether the start of an id is enough to name a record.
    """

    readings: Mapping[str, str] = field(default_factory=dict)
    date_order: Literal["dmy", "mdy"] | None = None
    groups: Collection[str] = ()
    starts: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read.

    Attributes:
        value: what it means, as it is stored.
        inferred: why, where the words alone do not say it; it stands on the claim.
        companion: what the same words say about the field's companion (the end of a range, "some" of a count).
    """

    value: Value
    inferred: str | None = None
    companion: Value = None


Reader: TypeAlias = Callable[[str, Any, Rules], Reading]


@dataclass(frozen=True, slots=True, eq=False)
class FieldType:
    """One type of value.

    Attributes:
        name: as documents call it.
        read: text, what the field is ``of`` (a vocabulary, kinds), rules -> Reading.
        sql: the type of its column; a list is stored as a JSON array, in TEXT.
        schema: its type in Table Schema.
        metavar: what stands for it in a help text.
        separators: what parts the items of a list that is typed as one text; empty: not a list.
        open: of a type that refers to records: whether it may also hold what is no record.
    """

    name: str
    read: Reader
    sql: str = "TEXT"
    schema: str = "string"
    metavar: str = "TEXT"
    separators: str = ""
    open: bool = False

    @property
    def many(self) -> bool:
        """Whether the value is a list."""
        return bool(self.separators)


def _paragraphs(text: str, _of: Any, _rules: Rules) -> Reading:
    """A text of several lines, in NFC, so that it is found however it is typed."""
    if any((character < " " and character not in "\n\r\t") or character == "\x7f" for character in text):
        shown = "".join("�" if character < " " else character for character in text)
        raise errors.ValueProblem(shown, "holds a control character, as an arrow key types one; take it out")
    return Reading(unicodedata.normalize("NFC", text.strip()))


def _source_text(text: str, of: Any, rules: Rules) -> Reading:
    """A text of several lines, with its sha256."""
    from hashlib import sha256

    kept = _paragraphs(text, of, rules).value
    return Reading(kept, companion=sha256(str(kept).encode()).hexdigest())


def _text(text: str, of: Any, rules: Rules) -> Reading:
    """A text of one line: line breaks and other white space, as pasting brings them, are one space."""
    return _paragraphs(" ".join(text.split()), of, rules)


def _id(text: str, _of: Any, _rules: Rules) -> Reading:
    if not (ID_FORM.fullmatch(text) and text.isprintable()):
        raise errors.ValueProblem(text, "is no id; write letters and digits joined by - . or _, as in seoul-forum-2025")
    return Reading(text)


ID_FORM = re.compile(r"[^\s!-/:-@[-`{-~][^\s!-,/:-@[-^`{-~]*")
"""Letters and digits of any script, with ``-``, ``.`` and ``_`` within; nothing a shell or a path has a use for."""

MOST_DIGITS = 18
"""SQLite keeps whole numbers of 64 bits."""


def _integer(text: str, _of: Any, _rules: Rules) -> Reading:
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS) or int(digits) == 0:
        raise errors.UnreadableNumber(text, "a whole number from 1 up")
    return Reading(int(digits))


def _count(text: str, _of: Any, _rules: Rules) -> Reading:
    from exchangecli.model import counts

    count = counts.read_count(text)
    return Reading(count.value, companion=count.approximate or None)


def _number(text: str, _of: Any, _rules: Rules) -> Reading:
    from exchangecli.model import counts

    try:
        return Reading(counts.read_number(text))
    except errors.UnreadableNumber:
        return _count(text, _of, _rules)


def _degrees(text: str, limit: Any, _rules: Rules) -> Reading:
    try:
        degrees = float(text)
    except ValueError:
        degrees = limit + 1.0
    if not -limit <= degrees <= limit:
        raise errors.UnreadableNumber(text, f"a number of degrees between -{limit} and {limit}")
    return Reading(round(degrees, 7))


FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def _flag(text: str, _of: Any, _rules: Rules) -> Reading:
    try:
        return Reading(FLAGS[text.strip().casefold()])
    except KeyError:
        raise errors.UnreadableNumber(text, "yes or no") from None


def _date(text: str, _of: Any, rules: Rules) -> Reading:
    from exchangecli.model import date_reading

    reading = date_reading.read_date(text, rules.date_order)
    inferred = _ordered(text) if rules.date_order else None
    if reading.start_time:
        raise errors.ValueProblem(
            text, "says a time of day too; give that as start_time and end_time, the day alone here"
        )
    return Reading(reading.start, inferred, reading.end)


def _ordered(text: str) -> str | None:
    """Why a date was read with the day, or the month, first, where it could have been read otherwise."""
    from exchangecli.model import date_reading

    try:
        date_reading.read_date(text)
    except errors.AmbiguousDate:
        return "day and month in the order that was said of the whole file"
    return None


def _end_date(text: str, of: Any, rules: Rules) -> Reading:
    if text.strip() == "..":
        return Reading("..")
    reading = _date(text, of, rules)
    if reading.companion is not None:
        raise errors.ValueProblem(text, "is a range; give all of it as the start, or only its last day here")
    return reading


def _time(text: str, _of: Any, _rules: Rules) -> Reading:
    from exchangecli.model import time_reading

    start, end = time_reading.read_times(text)
    return Reading(start, companion=end)


def _end_time(text: str, _of: Any, _rules: Rules) -> Reading:
    from exchangecli.model import time_reading

    return Reading(time_reading.read_time(text))


def _timezone(text: str, _of: Any, _rules: Rules) -> Reading:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return Reading(ZoneInfo(text.strip()).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise errors.ValueProblem(text, "is not a time zone; write one like Asia/Ho_Chi_Minh") from None


def _code(text: str, vocabulary: Any, _rules: Rules) -> Reading:
    from exchangecli.model import vocabularies

    return Reading(vocabularies.vocabulary(vocabulary).read(text))


def _country(text: str, _of: Any, rules: Rules) -> Reading:
    from exchangecli.model import countries

    if countries.is_country_code(text):
        return Reading(text)
    country = countries.read_country(text, rules.readings)
    return Reading(country.code, country.inferred)


def _place(text: str, _of: Any, rules: Rules) -> Reading:
    """A country, or a group of countries: ``VN``, ``Viet Nam``, ``ASEAN``."""
    from exchangecli.model import groups

    group = groups.read_group(text, rules.groups)
    return Reading(group) if group else _country(text, _of, rules)


def _group(text: str, _of: Any, rules: Rules) -> Reading:
    """A group of countries, known or new."""
    from exchangecli.model import countries, groups

    group = groups.read_group(text, rules.groups)
    if group:
        return Reading(group)
    if countries.is_country(text):
        raise errors.ValueProblem(text, "is a country, and no group of them; the group comes first, then its member")
    if not any(sign.isalnum() for sign in text) or "," in text or ";" in text:
        raise errors.ValueProblem(text, "is no name of a group; write letters and digits, without commas: GCC")
    return _text(text, _of, rules)


def _member(text: str, _of: Any, rules: Rules) -> Reading:
    """A country, or a body that is a member of groups: ``VN``, ``European Union``."""
    from exchangecli.model import groups

    body = groups.read_body(text)
    if body:
        return Reading(body)
    if groups.read_group(text, rules.groups):
        raise errors.NoMember(text, "is a group of countries")
    try:
        return _country(text, _of, rules)
    except errors.UnknownCountry:
        raise errors.NoMember(text, "is no country known here, and no participant of this dataset") from None


def _language(text: str, _of: Any, _rules: Rules) -> Reading:
    tag = text.strip()
    subtags = tag.split("-")
    primary, *others = subtags
    fits = 2 <= len(primary) <= 3 and primary.isascii() and primary.isalpha()  # noqa: PLR2004
    if not fits or not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in others):  # noqa: PLR2004
        raise errors.ValueProblem(text, "is not the code of a language (BCP 47); write one like ko, vi, en or zh-Hant")
    return Reading("-".join([primary.lower(), *others]))


def _url(text: str, _of: Any, _rules: Rules) -> Reading:
    url = text.strip()
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in ("http", "https", "ftp") or not rest or any(c.isspace() for c in url):
        raise errors.ValueProblem(text, "is not a web address; write all of it, from https:// on, without spaces")
    return Reading(url)


def _identifier(text: str, scheme: Any, _rules: Rules) -> Reading:
    from exchangecli.model import identifiers

    return Reading(getattr(identifiers, scheme)(text))


def _sha256(text: str, _of: Any, _rules: Rules) -> Reading:
    digest = text.strip().lower()
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):  # noqa: PLR2004
        raise errors.ValueProblem(text, "is not a sha256: 64 digits of 0-9 and a-f")
    return Reading(digest)


def _ambiguity(text: str, _of: Any, _rules: Rules) -> Reading:
    """A rule of the dataset for one ambiguous name: ``Korea=KR``."""
    from exchangecli.model import countries

    name, equals, code = (part.strip() for part in text.partition("="))
    if not (name and equals and countries.is_country_code(code)):
        raise errors.ValueProblem(text, "is not a reading; write one like Korea=KR")
    return Reading(f"{name}={code}")


TEXT = FieldType("text", _text)
PARAGRAPHS = FieldType("paragraphs", _paragraphs)
SOURCE_TEXT = FieldType("text of a source", _source_text)
ID = FieldType("id", _id, metavar="ID")
INTEGER = FieldType("whole number", _integer, "INTEGER", "integer", "NUMBER")
COUNT = FieldType("count", _count, "INTEGER", "integer", "COUNT")
NUMBER = FieldType("number", _number, "REAL", "number", "NUMBER")
DEGREES = FieldType("degrees", _degrees, "REAL", "number", "DEGREES")
FLAG = FieldType("flag", _flag, "INTEGER", "boolean", "YES|NO")
DATE = FieldType("date", _date, metavar="DATE")
END_DATE = FieldType("end date", _end_date, metavar="DATE")
TIME = FieldType("time", _time, metavar="HH:MM")
END_TIME = FieldType("end time", _end_time, metavar="HH:MM")
TIMEZONE = FieldType("time zone", _timezone, metavar="ZONE")
CODE = FieldType("word of a list", _code, metavar="WORD")
COUNTRY = FieldType("country", _country, metavar="COUNTRY")
LANGUAGE = FieldType("language", _language, metavar="LANGUAGE")
URL = FieldType("web address", _url, metavar="URL")
IDENTIFIER = FieldType("identifier", _identifier, metavar="ID")
SHA256 = FieldType("sha256", _sha256, metavar="HASH")

TEXTS = FieldType("texts", _text, schema="array", metavar="TEXT;...", separators=";")
CODES = FieldType("words of a list", _code, schema="array", metavar="WORD,...", separators=",;")
LANGUAGES = FieldType("languages", _language, schema="array", metavar="LANGUAGE,...", separators=",;")
PLACES = FieldType("countries and groups", _place, schema="array", metavar="COUNTRY,...", separators=",;")
READINGS = FieldType("readings", _ambiguity, schema="array", metavar="NAME=CODE", separators=",;")

REFERENCE = FieldType("record", _text, metavar="RECORD")
REFERENCES = FieldType("records", _text, schema="array", metavar="RECORD;...", separators=";")
ORIGIN = FieldType("record or unknown", _text, metavar="RECORD|unknown")
UNKNOWN = "unknown"
"""What a field of type ``ORIGIN`` says where nobody knows the record, though there is one."""
PARTY = FieldType("participant, country or group", _text, metavar="WHO", open=True)
GROUP = FieldType("group", _group, metavar="GROUP")
MEMBER = FieldType("country or body", _member, metavar="COUNTRY", open=True)
AFFILIATIONS = FieldType("participants or text", _text, schema="array", metavar="WHO;...", separators=";", open=True)
REFERRING = frozenset(kind.name for kind in (REFERENCE, REFERENCES, ORIGIN, PARTY, MEMBER, AFFILIATIONS))
TEXTUAL = frozenset(
    {TEXT, PARAGRAPHS, SOURCE_TEXT, TEXTS, REFERENCE, REFERENCES, ORIGIN, PARTY, GROUP, MEMBER, AFFILIATIONS}
)
"""The types whose column may hold any text."""


def items(kind: FieldType, text: Text) -> list[str]:
    """The items of a list typed as one text: ``music, dance`` -> ``["music", "dance"]``."""
    if isinstance(text, list):
        return [item.strip() for item in text if item.strip()]
    for separator in kind.separators[1:]:
        text = text.replace(separator, kind.separators[0])
    return [item.strip() for item in text.split(kind.separators[0]) if item.strip()]


def read(kind: FieldType, text: Text, of: Any, rules: Rules) -> Reading:
    """Read a text as a value of a type.

    Args:
        kind: the type; a list type reads each item.
        text: as typed or printed; not empty. A list of which no item is left is None.
        of: what the field is of: the name of a vocabulary, kinds of record, a limit.
        rules: how ambiguous names and dates are read here.

    Raises:
        ValueProblem: its sentence says what is wrong with the value and what to write.
    """
    if not kind.many:
        assert isinstance(text, str)
        return kind.read(text, of, rules)
    readings = [kind.read(item, of, rules) for item in items(kind, text)]
    inferred = "; ".join(dict.fromkeys(reading.inferred for reading in readings if reading.inferred))
    return Reading(list(dict.fromkeys(str(reading.value) for reading in readings)) or None, inferred or None)
