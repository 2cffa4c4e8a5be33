"""Places in lines of their own: "Ljubljana, 17-19 April 2013", "YEREVAN.", "Venue: Purana Qila, New Delhi"."""

import re
from collections.abc import Iterator

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.located import Located
from exchangecli.extract.names import place_of
from exchangecli.extract.page import Page
from exchangecli.model import cities


def first_event_of(page: Page, where: Attachment, number: int) -> int:
    """The event that a paragraph speaks of first."""
    for later in range(number, len(page.sentences)):
        if page.sentences[later].block == page.sentences[number].block and where.named(later):
            return where.named(later)[0].event
    return where.event_at(number, page.sentences[number].start)


def front_line_places(page: Page, number: int) -> Iterator[Located]:
    """The city of a line "Ljubljana, 17-19 April 2013", and of a paragraph of a round-up that begins "YEREVAN."."""
    sentence = page.sentences[number]
    said = page.within(sentence)
    line = (
        re.match(r"(?P<city>[A-Z][\w' -]+),\s(?=\d|[A-Z][a-z]+\s\d)", said)
        if sentence.kind == "title" and sentence.block < _FRONT
        else None
    )
    if line and page.dates[number] and page.dates[number][0].end and cities.find_cities(line["city"]):
        yield Located("city", line["city"], sentence.start, sentence.start + line.end("city"), "city:front-line", 500)
    opening = _OPENING.match(page.plain, sentence.start)
    openings = [one for one in page.blocks if one.kind == "body" and _OPENING.match(page.plain, one.start)]
    if opening and len(openings) > 1:
        for later in range(number, min(number + 3, len(page.sentences))):
            if page.sentences[later].block == sentence.block and cities.find_cities(opening["city"]):
                yield Located(
                    "city", page.said(*opening.span("city")), *opening.span("city"), "city:paragraph-opening", 90
                )
                return


_FRONT = 6


_OPENING = re.compile(r"(?P<city>[A-Z][A-Z' -]{2,24})[.:]\s(?=[\"A-Z])")


def labelled_places(page: Page, number: int, start: int, end: int) -> Iterator[Located]:
    """Venue, city and country of a line "Venue: Purana Qila, New Delhi, India"."""
    at = start
    for position, part in enumerate(re.split(r"(,\s|\s\||\s-\s)", page.plain[start:end])):
        said = part.strip(' ."')
        place = place_of(said) if position % 2 == 0 and said else None
        first, last = at + part.find(said), at + part.find(said) + len(said)
        at += len(part)
        if position % 2 or not said or said.lower() in ("online", "zoom", "virtual"):
            continue
        if place and place[0] == "country":
            yield Located("country", place[1] if "|" not in place[1] else said, first, last, "country:label", 600)
        if place and (place[0] == "city" or cities.find_cities(said)):
            yield Located("city", said, first, last, "city:label", 600)
        elif not place and position == 0:
            yield Located("venue", page.said(first, last), first, last, "venue:label", 600)
    del number
