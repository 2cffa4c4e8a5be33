"""Places in lines of their own: "Ljubljana, 17-19 April 2013", "YEREVAN.", "Venue: Purana Qila, New Delhi"."""

import re
from collections.abc import Iterator

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.labels import Label
from exchangecli.extract.located import Located
from exchangecli.extract.page import Page
from exchangecli.extract.place_names import country_code, place_of
from exchangecli.model import cities

FRONT = 6
"""Blocks at the top of an article among which a line can say when and where."""
_LINE = re.compile(r"(?P<city>[A-Z][\w' -]+),\s(?=\d|[A-Z][a-z]+\s\d)")
_OPENING = re.compile(r"(?P<city>[A-Z][A-Z' -]{2,24})[.:]\s(?=[\"A-Z])")
_NO_PLACES = frozenset(("online", "zoom", "virtual"))
_SURE = 600
"""Weights, in hundredths: a label says what is meant, a line at the top nearly, an opening if nothing else does."""
_NEARLY_SURE = 500
_POSSIBLE = 90


def first_event_of(page: Page, where: Attachment, number: int) -> int:
    """The event that the rest of a paragraph speaks of first."""
    for later in range(number, len(page.sentences)):
        if page.sentences[later].block != page.sentences[number].block:
            break
        if where.named(later):
            return where.named(later)[0].event
    return where.event_at(number, page.sentences[number].start)


def front_line_places(page: Page, number: int) -> Iterator[Located]:
    """The city of a line "Ljubljana, 17-19 April 2013", and of a paragraph of a round-up that begins "YEREVAN."."""
    sentence = page.sentences[number]
    if sentence.kind == "title" and sentence.block < FRONT and page.dates[number] and page.dates[number][0].end:
        line = _LINE.match(page.plain, sentence.start, sentence.end)
        if line and cities.find_cities(line["city"]):
            yield Located("city", line["city"], *line.span("city"), "city:front-line", _NEARLY_SURE)
    opening = _OPENING.match(page.plain, sentence.start)
    if opening and cities.find_cities(opening["city"]) and _is_round_up(page):
        place = opening.span("city")
        yield Located("city", page.said(*place), *place, "city:paragraph-opening", _POSSIBLE)


def _is_round_up(page: Page) -> bool:
    """Whether several paragraphs begin with a city."""
    return sum(one.kind == "body" and bool(_OPENING.match(page.plain, one.start)) for one in page.blocks) > 1


def labelled_places(page: Page, label: Label) -> Iterator[Located]:
    """Venue, city and country of a line "Venue: Purana Qila, New Delhi, India"."""
    at = label.start
    for position, part in enumerate(re.split(r"(,\s|\s\||\s-\s)", page.plain[label.start : label.end])):
        said = part.strip(' ."')
        first = at + part.find(said)
        at += len(part)
        if position % 2 == 0 and said and said.lower() not in _NO_PLACES:
            yield from _labelled(page, said, first, is_first=position == 0)


def _labelled(page: Page, said: str, start: int, *, is_first: bool) -> Iterator[Located]:
    place, end = place_of(said), start + len(said)
    if place and place[0] == "country":
        yield Located("country", country_code(said) or said, start, end, "country:label", _SURE)
    if place and (place[0] == "city" or cities.find_cities(said)):
        yield Located("city", said, start, end, "city:label", _SURE)
    elif not place and is_first:
        yield Located("venue", page.said(start, end), start, end, "venue:label", _SURE)
