"""Offices: the words for them, and an office taken apart into what somebody is, and where."""

import re
from dataclasses import replace
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actor import Actor
from exchangecli.extract.names import Name, find_names, place_of
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

HONORIFIC = re.compile(
    r"(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|h\.?e|hon|rev|pandit|ustad|shri|smt|maestro|madame?|his excellency|"
    r"her excellency|the honou?rable|honou?rable|datuk|dato'?|tan sri|gen|maj|col|chief(?! guest)|vidushi|guru|smt|shrimati|nawab|sheikh|sheikha|prince|princess)\.?\s)+",
    re.IGNORECASE,
)


KEPT_AS_CAPACITY = frozenset(("professor", "maestro", "prince", "princess"))


GROUPS = frozenset(
    [
        "band",
        "group",
        "duo",
        "trio",
        "quartet",
        "quintet",
        "ensemble",
        "orchestra",
        "troupe",
        "choir",
        "company",
        "act",
        "boy-band",
        "girl-group",
        "star",
    ]
)
"""Words for what several people are together; before a name they are a part of it or say its kind."""
"""The most names a list is read for."""


@cache
def office_words() -> frozenset[str]:
    return frozenset(words.meanings("title_words"))


def is_office(text: str) -> bool:
    """Whether a name is nothing but a title: Culture Minister, Vice President."""
    said = text.lower().split()
    return all(
        word in office_words()
        or word in {"vice", "deputy", "of", "and", "for", "general", "former"} | words.words("portfolio_words")
        for word in said
    ) and any(word in office_words() for word in said)


def split_office(page: Page, actor: Actor) -> Actor:
    """Take the office off the front of a name: "Culture Minister Park Yang-woo", "ICCR President Vinay Rao"."""
    said = actor.name.split()
    at = max((number for number, word in enumerate(said[:-1]) if word.lower() in office_words() - GROUPS), default=-1)
    if at < 0 or actor.kind in ("state", "organisation", "ensemble"):
        return actor
    office, rest = said[: at + 1], said[at + 1 :]
    first = next(
        (
            number
            for number, word in enumerate(office)
            if word.lower() in office_words() | words.words("portfolio_words") | {"vice", "deputy"}
        ),
        0,
    )
    body = " ".join(office[:first])
    start = page.plain.find(rest[0], actor.start, actor.end)
    polite = HONORIFIC.match(page.plain, start, actor.end)
    start = polite.end() if polite else start
    title = " ".join(office[first:])
    country = country_of_adjective(body)
    return replace(
        actor,
        start=start,
        name=page.said(start, actor.end),
        kind="person",
        capacity=actor.capacity or title,
        affiliation=body or None if not country and not place_of(body) else None,
        country=country,
    )


def names_somebody_else(said: str) -> bool:
    """Whether an office has a name of its own behind it: "lacquer artist Yui Tsukamoto" is the next of a list."""
    found = None
    for found in _office_word().finditer(said):
        pass
    return (
        bool(found)
        and re.match(r"\s[A-Z][\w'-]+", said[found.end() :] if found else "") is not None
        and not re.search(r"\b(?:of|at|for|from)\b", said[: found.end()] if found else "")
    )


@cache
def _office_word() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:"
        + "|".join(
            re.escape(word) for word in sorted(office_words() | {"member", "secretary general"}, key=len, reverse=True)
        )
        + r")s?\b",
        re.IGNORECASE,
    )


def has_office(said: str) -> bool:
    return bool(_office_word().search(said)) or said.lower().startswith("minister")


def read_office(said: str) -> tuple[str | None, str | None]:
    """Take an office apart: "President of KOFICE" -> ("President", "KOFICE"); what a minister is for stays together."""
    bare = re.sub(r"^(?:an?|the|its|also|currently|then)\s", "", said.strip(), flags=re.IGNORECASE)
    if not has_office(bare):
        return None, None
    if re.match(r"(?:\w+[ -])?(?:minister|secretary of state)\b", bare, re.IGNORECASE):
        return bare, None
    parted = re.match(r"(.+?)(?:\s(?:of|at|from|for|with|in)\s(?:the\s)?|,\s)(.+)$", bare)
    if not parted:
        return _prefixed(bare)
    office, rest = parted[1], parted[2]
    if not has_office(office):
        return bare, None
    names = [one for one in names_in(rest) if not place_of(one.text)]
    if not names:
        return bare, None
    body = rest if rest[0].isupper() and names[0].start == 0 and "," not in rest[: names[0].end] else names[-1].text
    return office, body.rstrip(" ,")


def _prefixed(bare: str) -> tuple[str | None, str | None]:
    """KOFICE president; Supertone co-founder."""
    match = re.match(r"([A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*)*)\s((?:[a-z-]+\s)*[\w-]+)$", bare)
    if match and match[1].split()[-1].lower() not in office_words() and match[2].split()[-1].lower() in office_words():
        return (
            (match[2], match[1])
            if not place_of(match[1]) and match[1] not in words.meanings("demonyms")
            else (bare, None)
        )
    return bare, None


def names_in(said: str) -> list[Name]:
    return find_names(said, Sentence(0, len(said), 0, "body"))


def country_of_adjective(word: str) -> str | None:
    known = words.meanings("demonyms")
    return known.get(word) or known.get(word.rsplit(maxsplit=1)[-1] if word else "")
