"""Lines with a label, as calendars and programmes have them: "Venue: National Gallery", "Date: 3-5 May 2024"."""

import re
from typing import NamedTuple

from exchangecli.extract.page import Page

_LABELS = {
    "date": r"dates?(?: and time)?|event dates?|when|project period|period|event period|duration|날짜|일시|기간|thời gian|dates? et heures?|quand|tanggal|waktu",
    "venue": r"venues?|places?|locations?|where|address|장소|địa điểm|lieu|où|tempat|lokasi",
    "city": r"city|host city|도시",
    "country": r"country|host country",
    "theme": r"theme|topic|주제|chủ đề|thème|tema",
    "edition": r"edition",
    "title": r"event|title|event title|name of (?:the )?event|행사명|tên sự kiện",
}
_PATTERN = re.compile(
    r"\s*(?:[-*·]\s)?\*{0,2}(?:"
    + "|".join(rf"(?P<{field}>{spelled})" for field, spelled in _LABELS.items())
    + r")(?:\s?\*{0,2}\s?:\s*\*{0,2}|(?-i:(?<=[A-Z]))\s{1,6})(?P<value>\S.*)",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """What a line says: plain[start:end] is what stands behind its label."""

    field: str
    start: int
    end: int


def find_label(page: Page, number: int) -> Label | None:
    """The label of a line and its value, where it has one."""
    sentence = page.sentences[number]
    match = _PATTERN.match(page.plain, sentence.start, sentence.end)
    if not match:
        return None
    field = next(name for name in _LABELS if match[name])
    return Label(field, match.start("value"), match.start("value") + len(match["value"].rstrip(" *")))
