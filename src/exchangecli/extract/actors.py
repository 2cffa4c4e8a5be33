"""Who is named: lists of people and bodies, each with the office, the body and the country that stand beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exchangecli.extract import words
from exchangecli.extract.actor import Actor
from exchangecli.extract.beside_names import read_beside
from exchangecli.extract.names import Name, find_names, name_at
from exchangecli.extract.offices import (
    country_of_adjective,
    honorific,
    is_office,
    read_office,
    split_office,
)
from exchangecli.extract.offices_before_names import OfficeBefore, read_office_before
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

__all__ = ["Actor", "listed", "one_at", "people_named", "read_office"]

_JOIN = re.compile(
    r"""
    \"?\s*
    (?: ,?\s(?:and|&|et|dan|và|along\ with|together\ with|as\ well\ as|alongside|plus)\s | [,;]\s(?:and\s|&\s)? )
    (?:(?:the|a|an|also|its|their|his|her|both)\s)*
    (?P<small>(?:[a-z][\w-]*\s){0,3}?)
    (?=[\"A-Z\dÀ-Þ])
    """,
    re.VERBOSE,
)
"""What parts two names of a list; a few small words may stand before the second ("and folk singer Min")."""
_LEAD = re.compile(
    r"""
    \s*
    (?: [Tt]he\ (?:embassy|ministry|cent(?:re|er)|foundation|council|museum|institute|university|municipality),?\s
        (?:and\s)?
      | (?:[Tt]he\ )?[Cc]hief\ [Gg]uest,\s
      | (?i:the|both|a|an|its|their|as|such)\s
      | [a-z][\w-]*\s(?=[A-Z\"])
    )*
    \s*\"?
    """,
    re.VERBOSE,
)
"""What may stand before the first name of a list."""
_CALLING_BEFORE = re.compile(r"(?:^|\s)(?!(?:the|a|an|both|its|their|as|such)\s)[a-z-]+\s\"?$")
"""What somebody is, before the name: by broadcaster Anita Rao."""
_OF_A_LIST = re.compile(r"and|&|with|well|;")
_BEFORE_NEXT_NAME = re.compile(r"\s(?:[a-z][\w-]*\s){0,3}\"?")
_ADJECTIVE = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:-born|-based)?(?: [a-z][\w-]*){0,3} \"?$")
_ADJECTIVE_REACH = 60
"""Characters before a name in which its country may stand."""
_KEPT_AS_CAPACITY = frozenset(("professor", "maestro", "prince", "princess"))
"""Honorifics that say what somebody is."""
_NO_ACTORS = frozenset(("event", "series", "programme"))
_PLACES = frozenset(("country", "group", "city"))
_BODIES = frozenset(("state", "organisation", "ensemble"))
_LEVELS = frozenset(("city", "provincial", "local", "national", "regional", "central", "federal", "municipal", "state"))
"""What a public body is of, in small letters: the city Administration of Saint Petersburg."""
_MOST = 16
"""The most names a list is read for."""


def listed(page: Page, sentence: Sentence, at: int, *, people: bool = False) -> list[Actor]:
    """The list of names that begins at a place of a sentence, or after a few small words there.

    Args:
        page: the article.
        sentence: the one in which the list stands.
        at: where it begins.
        people: whether names that do not say what they are can be people's.
    """
    lead = _LEAD.match(page.plain, at, sentence.end)
    place = lead.end() if lead else at
    found: list[Actor] = []
    joins: list[str] = []
    while len(found) < _MOST and (actor := one_at(page, sentence, place, people=people)):
        found.append(actor)
        joined = _JOIN.match(page.plain, actor.until, sentence.end)
        if not joined or not _is_of_the_list(page, joined, people=people):
            break
        joins.append(joined[0])
        place = joined.end() + page.plain.startswith('"', joined.end())
    if found and lead and not found[0].kind and _CALLING_BEFORE.search(lead[0]):
        found[0] = replace(found[0], kind="person")
    if people and sentence.kind == "body" and len(found) == len(joins) + 1 and _is_no_list(joins):
        found = found[:1]
    return [_with_country(page, sentence, actor) for actor in found]


def _is_of_the_list(page: Page, joined: re.Match[str], *, people: bool) -> bool:
    """Whether what a comma or an "and" leads to is the next of a list, by the small words before it."""
    if ";" in joined[0] and page.plain.startswith('"', joined.end()):
        return False  # the title of the next session
    small = joined["small"].strip()
    return not small or small in _LEVELS or (people and _is_calling(small))


def _is_no_list(joins: Sequence[str]) -> bool:
    """Whether two names have only a comma between them: it begins another part of the sentence."""
    return len(joins) == 1 and "," in joins[0] and not _OF_A_LIST.search(joins[0])


def _is_calling(said: str) -> bool:
    """Whether small words only say what somebody is: "folk singer", "knife maker"."""
    return not any(word in words.phrases("no calling") or word.endswith("ed") for word in said.split())


def one_at(page: Page, sentence: Sentence, at: int, *, people: bool = False) -> Actor | None:
    """The name that begins at a place, with what stands beside it, and the office that stands before it."""
    office = read_office_before(page, sentence, at)
    bodies, people = not people, people or office is not None
    start = office.name_at if office else at
    polite = honorific().match(page.plain, start, sentence.end)
    named = _first_name(page, sentence, polite.end() if polite else start)
    if named is None:
        return None
    name, country = named
    is_body = office is not None and name.kind in ("state", "organisation")
    if is_body and bodies:
        return _without_office(page, sentence, at)
    if name.kind in _NO_ACTORS or is_body or (people and name.kind in _PLACES):
        return None
    actor = split_office(page, _as_actor(name, people=people, polite=polite))
    if office:
        actor, country = _in_office(actor, office), office.country or country
    actor = replace(actor, country=actor.country or country)
    return read_beside(page, sentence, _without_demonym(page, actor) if people else actor, people=people)


def _without_office(page: Page, sentence: Sentence, at: int) -> Actor | None:
    """A body whose name has a word for an office in it: the Central Academic Library."""
    name = name_at(page.plain, sentence, at)
    return read_beside(page, sentence, _as_actor(name, people=False, polite=None), people=False) if name else None


def _first_name(page: Page, sentence: Sentence, start: int) -> tuple[Name, str | None] | None:
    """The name that begins at a place, past an adjective or a title there; and the country of the adjective."""
    names = find_names(page.plain, sentence._replace(start=start))
    if not names or names[0].start != start:
        return None
    country: str | None = None
    for name, following in zip(names, [*names[1:], None], strict=True):
        if name.kind != "demonym" and not is_office(name.text):
            return name, country
        if following is None or not _BEFORE_NEXT_NAME.fullmatch(page.plain, name.end, following.start):
            return None
        country = country or country_of_adjective(name.text)
    return None


def _as_actor(name: Name, *, people: bool, polite: re.Match[str] | None) -> Actor:
    kind = name.kind if name.is_body else ""
    if polite:
        kept = [word for word in polite[0].split() if word.lower() in _KEPT_AS_CAPACITY]
        return Actor(name.start, name.end, name.text, "person", " ".join(kept) or None)
    if people and name.kind in ("", "acronym") and " " in name.text:
        kind = "person"
    if not people and name.kind in ("venue", "acronym"):
        kind = "organisation"
    return Actor(name.start, name.end, name.text, kind)


def _in_office(actor: Actor, office: OfficeBefore) -> Actor:
    return replace(
        actor,
        capacity=actor.capacity or office.capacity,
        affiliation=actor.affiliation or office.affiliation,
        kind=actor.kind if actor.kind in _BODIES else "person",
    )


def _without_demonym(page: Page, actor: Actor) -> Actor:
    """Take the country off the front of a person's name: "Venezuelan Simon Urdaneta"."""
    first, _, rest = actor.name.partition(" ")
    country = words.meanings("demonyms").get(first)
    if not country or not rest or actor.kind in _BODIES:
        return actor
    start = page.plain.find(rest.split()[0], actor.start + len(first), actor.end)
    return replace(actor, start=start, name=page.said(start, actor.end), country=actor.country or country)


def _with_country(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """The adjective before a list or a name: "Korean artists Kep1er, AHOF"; for the first of a list only."""
    if actor.country:
        return actor
    before = page.plain[max(sentence.start, actor.start - _ADJECTIVE_REACH) : actor.start]
    found = _ADJECTIVE.search(before)
    country = country_of_adjective(found[1]) if found else None
    return replace(actor, country=country) if country else actor


def people_named(actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors of a list, the country of the first handed on to the rest."""
    country = actors[0].country if actors else None
    for actor in actors:
        yield replace(actor, country=actor.country or country)
