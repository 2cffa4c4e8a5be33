"""Offices: the words for them, and an office taken apart into what somebody is, and where."""

import re
from dataclasses import replace
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actor import Actor
from exchangecli.extract.names import Name, find_names, place_of
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

DEPUTIES = frozenset(("vice", "deputy"))
_BODIES = frozenset(("state", "organisation", "ensemble"))
_FRONT = re.compile(r"^(?:an?|the|its|also|currently|then)\s", re.IGNORECASE)
_PORTFOLIO = re.compile(r"(?:\w+[ -])?(?:minister|secretary of state)\b", re.IGNORECASE)
_OFFICE_AND_BODY = re.compile(r"(.+?)(?:\s(?:of|at|from|for|with|in)\s(?:the\s)?|,\s)(.+)$")
_BODY_AND_OFFICE = re.compile(r"([A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*)*)\s((?:[a-z-]+\s)*[\w-]+)$")


@cache
def honorific() -> re.Pattern[str]:
    """What is said before a person's name out of politeness: "Mr", "H.E. Dr"."""
    return re.compile(rf"(?:{words.either('honorific')}\.?\s)+", re.IGNORECASE)


@cache
def office_words() -> frozenset[str]:
    """Words for what somebody is: director, minister, violinist."""
    return words.words("title_words")


@cache
def _office_word() -> re.Pattern[str]:
    known = sorted(_titles() | {"member", "secretary general"}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})s?\b", re.IGNORECASE)


@cache
def _in_offices() -> frozenset[str]:
    return office_words() | words.words("portfolio_words") | DEPUTIES | {"of", "and", "for", "general", "former"}


@cache
def _titles() -> frozenset[str]:
    """Offices of one person; of a group its kind would be."""
    return office_words().difference(words.phrases("group of people"))


def has_office(said: str) -> bool:
    """Whether words say what somebody is."""
    return bool(_office_word().search(said)) or said.lower().startswith("minister")


def is_office(text: str) -> bool:
    """Whether a name is nothing but a title: Culture Minister, Vice President."""
    said = text.lower().split()
    return _in_offices().issuperset(said) and not office_words().isdisjoint(said)


def read_office(said: str) -> tuple[str | None, str | None]:
    """Take an office apart: "President of KOFICE" -> ("President", "KOFICE").

    What a minister is for stays with the office. The answer is (office, body); words that name no office give (None,
    None).
    """
    bare = _FRONT.sub("", said.strip())
    if not has_office(bare):
        return None, None
    if _PORTFOLIO.match(bare):
        return bare, None
    parted = _OFFICE_AND_BODY.match(bare)
    if not parted:
        return _body_first(bare)
    office, rest = parted.groups()
    names = [one for one in names_in(rest) if not place_of(one.text)]
    if not names or not has_office(office):
        return bare, None
    is_whole = rest[0].isupper() and names[0].start == 0 and "," not in rest[: names[0].end]
    return office, (rest if is_whole else names[-1].text).rstrip(" ,")


def _body_first(bare: str) -> tuple[str, str | None]:
    """KOFICE president; Supertone co-founder."""
    match = _BODY_AND_OFFICE.match(bare)
    if not match:
        return bare, None
    body, office = match.groups()
    ends_in_office = office.split()[-1].lower() in office_words() and body.split()[-1].lower() not in office_words()
    is_country = place_of(body) or body in words.meanings("demonyms")
    return (office, body) if ends_in_office and not is_country else (bare, None)


def names_in(said: str) -> tuple[Name, ...]:
    """The names in words that are no sentence of the article."""
    return find_names(said, Sentence(0, len(said), 0, "body"))


def split_office(page: Page, actor: Actor) -> Actor:
    """Take the office off the front of a name: "Culture Minister Park Yang-woo", "ICCR President Vinay Rao"."""
    said = actor.name.split()
    at = max((number for number, word in enumerate(said[:-1]) if word.lower() in _titles()), default=-1)
    if at < 0 or actor.kind in _BODIES:
        return actor
    office, rest = said[: at + 1], said[at + 1 :]
    first = _first_of_office(office)
    body = " ".join(office[:first])
    start = page.plain.find(rest[0], actor.start, actor.end)
    polite = honorific().match(page.plain, start, actor.end)
    start = polite.end() if polite else start
    country = country_of_adjective(body)
    return replace(
        actor,
        start=start,
        name=page.said(start, actor.end),
        kind="person",
        capacity=actor.capacity or " ".join(office[first:]),
        affiliation=body or None if not country and not place_of(body) else None,
        country=country,
    )


def _first_of_office(said: list[str]) -> int:
    """The number of the word with which an office begins: of "ICCR Vice President" 1."""
    known = office_words() | words.words("portfolio_words") | DEPUTIES
    return next((number for number, word in enumerate(said) if word.lower() in known), 0)


def names_somebody_else(said: str) -> bool:
    """Whether an office has a name of its own behind it: "lacquer artist Yui Tsukamoto" is the next of a list."""
    offices = list(_office_word().finditer(said))
    if not offices:
        return False
    end = offices[-1].end()
    is_of_a_body = re.search(r"\b(?:of|at|for|from)\b", said[:end])
    return re.match(r"\s[A-Z][\w'-]+", said[end:]) is not None and not is_of_a_body


def country_of_adjective(said: str) -> str | None:
    """The code of the country that an adjective, or the last of several words, belongs to: "South Korean" -> KR."""
    known = words.meanings("demonyms")
    return known.get(said) or known.get(said.rsplit(maxsplit=1)[-1] if said else "")
