"""Lines with a label, as calendars and programmes have them: "Venue: National Gallery", "Date: 3-5 May 2024"."""

import re
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.page import Page


class Label(NamedTuple):
    """What a line says: plain[start:end] is what stands behind its label."""

    field: str
    start: int
    end: int


def find_label(page: Page, number: int) -> Label | None:
    """The label of a line and its value, where it has one; ``tables/line_labels.csv`` has the labels."""
    sentence = page.sentences[number]
    match = _pattern().match(page.plain, sentence.start, sentence.end)
    if not match:
        return None
    field = next(name for name, said in match.groupdict().items() if said and name != "value")
    return Label(field, match.start("value"), match.start("value") + len(match["value"].rstrip(" *")))


@cache
def _pattern() -> re.Pattern[str]:
    spelled: dict[str, list[str]] = {}
    for row in words.rows("line_labels"):
        spelled.setdefault(row["field"], []).append(row["label"])
    label = "|".join(rf"(?P<{field}>{'|'.join(several)})" for field, several in spelled.items())
    mark = r"\*{0,2}"
    bullet = rf"\s*(?:[-*·]\s)?{mark}"
    colon = rf"\s?{mark}\s?:\s*{mark}"
    after_capitals = r"(?-i:(?<=[A-Z]))\s{1,6}"
    return re.compile(rf"{bullet}(?:{label})(?:{colon}|{after_capitals})(?P<value>\S.*)", re.IGNORECASE)
