"""Offices that stand before a name: "Cuban Ambassador to Ecuador Jorge Rodiles"."""

import re
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.names import Name, name_at, place_of
from exchangecli.extract.offices import country_of_adjective, honorific, office_words
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_COMPLEMENT = re.compile(r"\s(?:of|to|for|at|in)\s(?:the\s)?(?=[A-Z])")
_SECOND_PLACE = re.compile(r"\s(?:to|of|in)\s(?:the\s)?(?=[A-Z])")
_GAP = re.compile(r",?\s")
_GAP_WITH_TITLE = re.compile(r",?\s(?:Ambassador\s|Minister\s|Professor\s)?")
_BEHIND_A_FULL_NAME = re.compile(r",|\s(?:has|have|was|is|will|and)?\s?[a-z]+(?:ed|s|d|t)\b|\.|;")
_REACH = 24
"""Characters behind a name in which a comma or a verb shows that it is whole."""
_NO_FRONT = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|said|by|and|with|that|who|which|of|in|at|from|to|for)\b|\w{3,}ed\b"
)
"""Verbs and small words; an office does not begin before them."""
_MINISTER = re.compile(r"minister|secretary", re.IGNORECASE)
_OWNER = re.compile(r"(?:[Tt]he\s)?(.+?)'s?\s")
_ARTICLE = re.compile(r"^(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s")
_CAPITALS = re.compile(r"((?:[A-Z][\w&-]*\s)+)(?=[A-Za-z-]+)")
_OF_THE_OFFICE = re.compile(
    r"\s(?:Vice|Deputy|Executive|Managing|Artistic|Festival|General|Culture|Prime|Foreign|Regional|Chief|Senior|Former|"
    r"President|Director|Minister)\b.*"
)


class OfficeBefore(NamedTuple):
    """An office that stands before a name.

    Attributes:
        name_at: where the name of its holder begins.
        capacity: the office.
        affiliation: the body at which it is held.
        country: the code of the country it stands for.
    """

    name_at: int
    capacity: str
    affiliation: str | None
    country: str | None


def read_office_before(page: Page, sentence: Sentence, at: int) -> OfficeBefore | None:
    """The office that begins at a place and has its holder's name behind it: "museum director Anahit Grigoryan"."""
    found = _office_before().match(page.plain, at, sentence.end)
    if not found or found["office"].lower() in words.phrases("group of people") or _NO_FRONT.search(found["front"]):
        return None
    end = found.end("office")
    complement = _COMPLEMENT.match(page.plain, end, sentence.end)
    if not complement:
        start = _holder_at(page, sentence, end)
        return _office(found, start, "", None) if start else None
    parted = _person_after(page, sentence, complement.end(), _end_of_ministry(page, sentence, found))
    return _office(found, parted[1], complement[0], parted[0]) if parted else None


@cache
def _office_before() -> re.Pattern[str]:
    known = sorted(map(re.escape, office_words() | {"maker", "player"}), key=len, reverse=True)
    front = r"(?P<front>(?:[\w.&-]+(?:'s|s')?\s){0,4}?)"
    office = rf"(?P<office>(?i:(?:vice[ -]|deputy[ -]|co-)?(?:{'|'.join(known)})(?:[ -]general)?))"
    return re.compile(rf"{front}{office}(?=,?\s)")


def _holder_at(page: Page, sentence: Sentence, end: int) -> int | None:
    """Where the name right behind an office begins."""
    gap = _GAP.match(page.plain, end, sentence.end)
    if not gap:
        return None
    start = gap.end()
    if honorific().match(page.plain, start, sentence.end):
        return start
    is_capital = page.plain[start : start + 1].isupper()
    follows = not gap[0].startswith(",") or _named_fully(page, sentence, start)
    return start if is_capital and follows else None


def _named_fully(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether a person's full name stands at a place: two words or more, and then a comma or what they did."""
    name = name_at(page.plain, sentence, at)
    if not name or name.kind or " " not in name.text:
        return False
    return bool(_BEHIND_A_FULL_NAME.match(page.plain[name.end : name.end + _REACH]))


def _end_of_ministry(page: Page, sentence: Sentence, found: re.Match[str]) -> int:
    """How far the name reaches that begins with a minister's office: Minister of Culture, Sports and Tourism."""
    start = found.start("office")
    whole = name_at(page.plain, sentence, start) if _MINISTER.search(found["office"]) else None
    return whole.end if whole else start


def _person_after(page: Page, sentence: Sentence, at: int, reach: int) -> tuple[str, int] | None:
    """Where the body or place of an office ends and the name of its holder begins: "Ecuador | Jorge Rodiles".

    Gives the body or place, and the place of the name; ``reach`` is the least end of what the office is for.
    """
    first = name_at(page.plain, sentence, at)
    if not first:
        return None
    second = _SECOND_PLACE.match(page.plain, first.end, sentence.end)
    if second and place_of(first.text):
        parted = _person_after(page, sentence, second.end(), 0)
        return (f"{page.said(first.start, second.end())} {parted[0]}", parted[1]) if parted else None
    if reach > first.end:
        first = first._replace(end=reach, text=page.said(first.start, reach))
    return _at_its_end(page, first) or _behind(page, sentence, first) or _right_behind(page, sentence, first)


def _behind(page: Page, sentence: Sentence, body: Name) -> tuple[str, int] | None:
    """A holder told apart by an honorific, or by a comma and a full name."""
    gap = _GAP_WITH_TITLE.match(page.plain, body.end, sentence.end)
    if not gap:
        return None
    is_named = honorific().match(page.plain, gap.end(), sentence.end) or (
        gap[0].startswith(",") and _named_fully(page, sentence, gap.end())
    )
    return (page.said(body.start, body.end), gap.end()) if is_named else None


def _at_its_end(page: Page, name: Name) -> tuple[str, int] | None:
    """A body and its holder that read as one name: "Ministry of Culture Nguyen Van Hung"."""
    said = name.text.split()
    for size in range(len(said) - 2, 0, -1):  # two words at least are left for the holder
        body, last = " ".join(said[:size]), said[size - 1]
        if place_of(body) or words.body_kind(last) or last.lower() in words.words("portfolio_words"):
            return body, page.plain.find(said[size], name.start + len(said[0]), name.end)
    return None


def _right_behind(page: Page, sentence: Sentence, place: Name) -> tuple[str, int] | None:
    """A holder behind a place, which is no part of a person's name: "Ambassador to Ecuador Jorge Rodiles"."""
    if not page.plain.startswith(" ", place.end) or not place_of(place.text):
        return None
    holder = name_at(page.plain, sentence, place.end + 1)
    return (page.said(place.start, place.end), holder.start) if holder else None


def _office(found: re.Match[str], name_at: int, joint: str, body: str | None) -> OfficeBefore:
    """Put an office together: what a minister is for, and the place of an ambassador, are parts of the office."""
    front, office = found["front"], found["office"]
    country = country_of_adjective(front.strip().removeprefix("the ").removeprefix("The ")) if front else None
    owner = _OWNER.match(front)
    said = _ARTICLE.sub("", (front[owner.end() :] if owner else front) + office).strip()
    if body and not place_of(body) and _MINISTER.search(office):
        said, body = f"{said} {joint.strip()} {body}", None
    elif body and (place_of(body) or place_of(body.split(" to ")[0])):
        said, body = said + joint + body, None
    if body is None and owner and owner[1][0].isupper() and not place_of(owner[1]):
        body = owner[1]
    if body is None and country is None:
        body = _body_in_front(said)
        said = said.removeprefix(body or "").strip()
    return OfficeBefore(name_at, said, body, country)


def _body_in_front(said: str) -> str | None:
    """The body that an office begins with: "KOFICE Executive Director", "Ministry spokesperson"."""
    capitals = _CAPITALS.match(said)
    if not capitals:
        return None
    body = _OF_THE_OFFICE.sub("", capitals[1].strip())
    is_first = body == capitals[1].split(" ")[0] and len(body) > 1
    return body if is_first and (body.isupper() or words.body_kind(body)) else None
