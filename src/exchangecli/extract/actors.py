"""Who is named: lists of people and bodies, each with the office, the body and the country that stand beside the name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from exchangecli.extract import words
from exchangecli.extract.actor import Actor
from exchangecli.extract.beside_names import read_beside
from exchangecli.extract.names import Name, find_names
from exchangecli.extract.offices import (
    HONORIFIC,
    KEPT_AS_CAPACITY,
    country_of_adjective,
    is_office,
    read_office,
    split_office,
)
from exchangecli.extract.offices_before_names import read_office_before
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

__all__ = ["Actor", "listed", "one_at", "people_named", "read_office"]


_JOIN = re.compile(
    r"\"?\s*(?:,?\s(?:and|&|et|dan|và|along with|together with|as well as|alongside|plus)\s|[,;]\s(?:and\s|&\s)?)"
    r"(?:(?:the|a|an|also|its|their|his|her|both)\s)*(?P<small>(?:[a-z][\w-]*\s){0,3}?)(?=[\"A-Z\dÀ-Þ])"
)
"""What parts two names of a list; a few small words may stand before the second ("and folk singer Min")."""


_MOST = 16


def listed(page: Page, sentence: Sentence, at: int, *, people: bool = False) -> list[Actor]:
    """The list of names that begins at a place of a sentence, or after a few small words there."""
    found: list[Actor] = []
    joins: list[str] = []
    lead = re.compile(
        r"\s*(?:[Tt]he (?:embassy|ministry|cent(?:re|er)|foundation|council|museum|institute|university|municipality),?\s(?:and\s)?|(?:[Tt]he )?[Cc]hief [Gg]uest,\s|(?i:the|both|a|an|its|their|as|such)\s|"
        r"[a-z][\w-]*\s(?=[A-Z\"]))*\s*\"?"
    ).match(page.plain, at, sentence.end)
    place = lead.end() if lead else at
    while len(found) < _MOST:
        actor = one_at(page, sentence, place, people=people)
        if actor is None:
            break
        if (
            not found
            and lead
            and not actor.kind
            and re.search(r"(?:^|\s)(?!the\s|a\s|an\s|both\s|its\s|their\s|as\s|such\s)[a-z-]+\s\"?$", lead[0])
        ):
            actor = replace(actor, kind="person")  # "by broadcaster Anita Rao"
        found.append(actor)
        joined = _JOIN.match(page.plain, actor.until, sentence.end)
        if not joined or (joined["small"] and not (people and _is_calling(joined["small"]))):
            break
        joins.append(joined[0])
        place = joined.end()
        if page.plain[place : place + 1] == '"':
            place += 1
    if (
        len(found) == 2
        and joins
        and "," in joins[0]
        and not re.search(r"and|&|with|well|;", joins[0])
        and sentence.kind == "body"
    ):  # noqa: PLR2004
        found = found[:1]  # no list: what follows the comma is another part of the sentence
    return [_with_country(page, sentence, actor) for actor in found]


_NO_CALLING = frozenset(
    [
        "by",
        "with",
        "in",
        "at",
        "on",
        "to",
        "from",
        "for",
        "as",
        "was",
        "is",
        "were",
        "are",
        "who",
        "which",
        "that",
        "will",
        "has",
        "had",
        "have",
        "said",
        "of",
        "and",
        "or",
        "but",
        "not",
        "the",
        "into",
        "over",
        "under",
        "after",
        "before",
        "during",
        "while",
        "where",
        "when",
        "it",
        "its",
        "their",
        "his",
        "her",
        "than",
        "also",
        "both",
        "then",
    ]
)


def _is_calling(said: str) -> bool:
    """Whether small words only say what somebody is: "folk singer", "knife maker"."""
    return not any(word in _NO_CALLING or word.endswith("ed") for word in said.split())


def one_at(page: Page, sentence: Sentence, at: int, *, people: bool = False) -> Actor | None:
    """The name that begins at a place, with what stands beside it, and the office that stands before it."""
    office = read_office_before(page, sentence, at)
    office_at = at
    capacity = affiliation = country = None
    if office:
        at, capacity, affiliation, country = office
        people = True
    polite = HONORIFIC.match(page.plain, at, sentence.end)
    start = polite.end() if polite else at
    names = find_names(page.plain, sentence._replace(start=start))
    if not names or names[0].start != start or not page.plain[start : start + 1].strip():
        return None
    name = names[0]
    while name.kind == "demonym" or is_office(name.text):
        following = names[1] if len(names) > 1 else None
        between = page.plain[name.end : following.start] if following else "."
        if following is None or not re.fullmatch(r"\s(?:[a-z][\w-]*\s){0,3}\"?", between):
            return None
        country = country or country_of_adjective(name.text)
        names, name = names[1:], following
    if name.kind in ("event", "series", "programme") or (name.kind in ("country", "group", "city") and people):
        return None
    if office and name.is_body and name.kind != "ensemble":
        return None if people and not office else _without_office(page, sentence, office_at, people=people)
    actor = split_office(page, _as_actor(name, people=people, polite=polite))
    if office:
        kind = actor.kind if actor.kind in ("ensemble", "organisation", "state") else "person"
        actor = replace(
            actor, capacity=actor.capacity or capacity, affiliation=actor.affiliation or affiliation, kind=kind
        )
    actor = replace(actor, country=actor.country or country)
    return read_beside(page, sentence, _without_demonym(page, actor), people=people)


def _without_office(page: Page, sentence: Sentence, at: int, *, people: bool) -> Actor | None:
    """A body whose name has a word for an office in it: the Central Academic Library."""
    names = find_names(page.plain, sentence._replace(start=at))
    if not names or names[0].start != at or people:
        return None
    return read_beside(page, sentence, _as_actor(names[0], people=False, polite=None), people=False)


def _without_demonym(page: Page, actor: Actor) -> Actor:
    """Take the country off the front of a person's name: "Venezuelan Simon Urdaneta"."""
    first, _, rest = actor.name.partition(" ")
    country = words.meanings("demonyms").get(first)
    if not country or not rest or actor.kind in ("state", "organisation", "ensemble"):
        return actor
    start = page.plain.find(rest.split()[0], actor.start + len(first), actor.end)
    return replace(actor, start=start, name=page.said(start, actor.end), country=actor.country or country)


def _as_actor(name: Name, *, people: bool, polite: re.Match[str] | None) -> Actor:
    kind = name.kind if name.is_body else "organisation" if name.kind in ("venue", "acronym") and not people else ""
    if people and name.kind in ("", "acronym") and not name.is_body:
        kind = "person" if polite or len(name.text.split()) > 1 else ""
    capacity = None
    if polite:
        kept = [word for word in polite[0].split() if word.lower() in KEPT_AS_CAPACITY]
        capacity = " ".join(kept) or None
        kind = "person"
    return Actor(name.start, name.end, name.text, kind, capacity)


def _with_country(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """The adjective before a list or a name: "Korean artists Kep1er, AHOF"; for the first of a list only."""
    if actor.country:
        return actor
    before = page.plain[max(sentence.start, actor.start - 60) : actor.start]
    found = re.search(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:-born|-based)?(?: [a-z][\w-]*){0,3} \"?$", before)
    country = country_of_adjective(found[1]) if found else None
    return replace(actor, country=country) if country else actor


def people_named(actors: list[Actor]) -> Iterator[Actor]:
    """Those who can be persons or ensembles, the country of the first handed on to the rest of its list."""
    country = actors[0].country if actors else None
    for actor in actors:
        yield replace(actor, country=actor.country or country)
