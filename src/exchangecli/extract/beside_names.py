"""What stands behind a name: "(Director, KCC)", ", President of KOFICE,", " of Girls' Generation"."""

import re
from dataclasses import replace
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actor import Actor
from exchangecli.extract.names import Name, find_names, name_at, place_of
from exchangecli.extract.offices import has_office, names_in, names_somebody_else, read_office
from exchangecli.extract.offices_before_names import read_office_before
from exchangecli.extract.page import Page
from exchangecli.extract.place_names import country_code
from exchangecli.extract.sentences import Sentence

_BRACKET = re.compile(r"\s?\(([^()]{2,140})\)")
_SHORT_BRACKET = re.compile(r"\s?\([^()]{2,60}\)")
_ABROAD = re.compile(r"\sin\s(?:the\s)?(?P<place>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)(?=,\s|\sand\s)")
_FROM = re.compile(r",?\sfrom\s(?:the\s)?(?=[A-Z])")
_OF = re.compile(r"\s(?:of|from)\s(?:the\s)?(?=[\"A-Z\d])")
_COMMA = re.compile(r",\s(?=[A-Z])")
_ALSO = re.compile(r",?\s(?:and\s)?also\s")
_CLOSES = re.compile(r"[;.]|$|,\s(?:[A-Z][a-z]+(?:,|;|\.|$))")
_MINISTER = re.compile(r"(?:\w+ )?minister", re.IGNORECASE)
_BODIES = ("organisation", "state", "acronym")


def read_beside(page: Page, sentence: Sentence, actor: Actor, *, people: bool = True) -> Actor:
    """A name with what stands behind it: the office, the body and the country of a person, the bracket of a body."""
    if actor.kind in ("state", "organisation"):
        return _behind_a_body(page, sentence, actor)
    bracket = _BRACKET.match(page.plain, actor.end, sentence.end)
    if bracket:
        return _in_brackets(actor, bracket)
    country = _name_behind(page, sentence, actor.end, _FROM)
    if country and country.kind in ("country", "city"):
        return replace(actor, country=actor.country or country_code(country.text), beside=country.end)
    body = _name_behind(page, sentence, actor.end, _OF)
    if body and not place_of(body.text):
        end = _with_second_body(page, sentence, body.end)
        actor = replace(actor, affiliation=page.said(body.start, end), beside=end, kind=actor.kind or "person")
    return _apposition(page, sentence, actor) if people else actor


def _name_behind(page: Page, sentence: Sentence, at: int, joint: re.Pattern[str]) -> Name | None:
    """The name that a joint at a place leads to: behind a comma, behind "of the"."""
    found = joint.match(page.plain, at, sentence.end)
    return name_at(page.plain, sentence, found.end()) if found else None


def _behind_a_body(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """Past the bracket and the country of a body: "the Embassy of Korea (MOFA) in Vietnam, ..."."""
    bracket = _SHORT_BRACKET.match(page.plain, actor.end, sentence.end)
    end = bracket.end() if bracket else actor.end
    abroad = _ABROAD.match(page.plain, end, sentence.end)
    if abroad and place_of(abroad["place"]):
        return replace(actor, beside=abroad.end())
    return replace(actor, beside=end) if bracket else actor


def _with_second_body(page: Page, sentence: Sentence, end: int) -> int:
    """The end of a body that stands with the one it belongs to: Graduate School of X, Seoul National University."""
    body = _name_behind(page, sentence, end, _COMMA)
    return body.end if body and body.kind in _BODIES else end


def _in_brackets(actor: Actor, bracket: re.Match[str]) -> Actor:
    """Min (Korea), Min (Director, KCC), Min (KCC)."""
    inside, end = bracket[1].strip(), bracket.end()
    country = country_code(inside)
    if country:
        return replace(actor, country=country, beside=end)
    capacity, affiliation = read_office(inside)
    affiliation = affiliation if capacity else _body_in_brackets(inside)
    if capacity is None and affiliation is None:
        return replace(actor, beside=end)
    return replace(
        actor,
        capacity=actor.capacity or capacity,
        affiliation=actor.affiliation or affiliation,
        beside=end,
        kind=actor.kind or "person",
    )


def _body_in_brackets(inside: str) -> str | None:
    named = next(iter(names_in(inside)), None)
    if named is None or named.start or place_of(named.text) or re.search(r"\d", inside):
        return None
    if not (named.is_body or named.kind in ("acronym", "venue") or named.end == len(inside)):
        return None
    return named.text if inside[named.end :].startswith(",") else inside


@cache
def _behind_comma() -> re.Pattern[str]:
    article = r"(?:(?:an?|the|its|currently|then|former)\s)?"
    more_of_a_portfolio = (
        r"(?:,\s(?:Sports?|Tourism|Arts|Youth|Heritage|Education|Media|Information)[^,;.()\"]{0,60}?)?"
    )
    office = rf"({article}[^,;.()\"]{{3,120}}?{more_of_a_portfolio})"
    return re.compile(rf",\s(?:who is |also |and )?{office}(?=[,;.]|\s{words.either('verb after an office')}\b|$)")


def _apposition(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """Min, the director of KCC, said; Min, KCC, said."""
    found = _behind_comma().match(page.plain, actor.until, sentence.end)
    if not found:
        return actor
    said = found[1].strip()
    if not has_office(said):
        return _with_body(page, sentence, actor)
    if names_somebody_else(said) or _is_office_of_the_next(page, sentence, found):
        return actor
    capacity, affiliation, end = _office_behind(page, sentence, found)
    if actor.affiliation or (actor.capacity and not affiliation):
        second = replace(actor, capacity=capacity, affiliation=affiliation, beside=end, further=())
        return replace(actor, further=(second,), kind="person")
    if capacity and not affiliation and not _MINISTER.match(capacity):
        affiliation, end = _body_behind(page, sentence, end) or (None, end)
    done = replace(actor, capacity=capacity, affiliation=affiliation, beside=end, kind=actor.kind or "person")
    again = _ALSO.match(page.plain, end, sentence.end)
    return _apposition(page, sentence, done) if again else done


def _is_office_of_the_next(page: Page, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether an office has the next name of a list behind it: "Min, Vice Minister of Culture Duc Phuc"."""
    office = read_office_before(page, sentence, found.start(1))
    return office is not None and office.name_at < found.end(1)


def _office_behind(page: Page, sentence: Sentence, found: re.Match[str]) -> tuple[str | None, str | None, int]:
    """The office and the body that words behind a comma say, and where they end; no name is cut in two."""
    start, end = found.span(1)
    names = find_names(page.plain, sentence._replace(start=start))
    end = next((one.end for one in names if one.start < end < one.end), end)
    capacity, affiliation = read_office(page.plain[start:end].strip())
    until = _with_second_body(page, sentence, end) if affiliation else end
    return capacity, affiliation and affiliation + page.plain[end:until], until


def _body_behind(page: Page, sentence: Sentence, end: int) -> tuple[str, int] | None:
    body = _name_behind(page, sentence, end, _COMMA)
    return (page.said(body.start, body.end), body.end) if body and (body.is_body or body.kind == "acronym") else None


def _with_body(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """A body right after a person's name: "Dr Pia Lindqvist, University of Turku"; in lists one of any name."""
    body = _name_behind(page, sentence, actor.until, _COMMA)
    fits = _fits_an_item if sentence.kind == "item" else _fits_a_sentence
    if body is None or not fits(page, sentence, actor, body):
        return actor
    affiliation = actor.affiliation or page.said(body.start, body.end)
    return replace(actor, affiliation=affiliation, beside=body.end, kind="person")


def _fits_an_item(_page: Page, _sentence: Sentence, _actor: Actor, body: Name) -> bool:
    return body.kind in ("organisation", "", "acronym") and not place_of(body.text)


def _fits_a_sentence(page: Page, sentence: Sentence, actor: Actor, body: Name) -> bool:
    is_named_fully = actor.kind == "person" or " " in actor.name
    return body.kind == "organisation" and is_named_fully and bool(_CLOSES.match(page.plain, body.end, sentence.end))
