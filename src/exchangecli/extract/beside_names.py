"""What stands behind a name: "(Director, KCC)", ", President of KOFICE,", " of Girls' Generation"."""

import re
from dataclasses import replace

from exchangecli.extract.actor import Actor
from exchangecli.extract.names import find_names, place_of
from exchangecli.extract.offices import has_office, names_in, names_somebody_else, read_office
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence


def read_beside(page: Page, sentence: Sentence, actor: Actor, *, people: bool = True) -> Actor:
    """Read what stands after a name: "(Director, KCC)", ", President of KOFICE,", " of Girls' Generation"."""
    plain, at = page.plain, actor.end
    if actor.kind in ("state", "organisation"):
        bracket = re.compile(r"\s?\([^()]{2,60}\)").match(plain, at, sentence.end)
        abroad = re.compile(r"\sin\s(?:the\s)?(?P<place>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)(?=,\s|\sand\s)").match(
            plain, bracket.end() if bracket else at, sentence.end
        )
        if abroad and place_of(abroad["place"]):
            return replace(actor, beside=abroad.end())
        return replace(actor, beside=bracket.end()) if bracket else actor
    bracket = re.compile(r"\s?\(([^()]{2,140})\)").match(plain, at, sentence.end)
    if bracket:
        return _in_brackets(page, actor, bracket)
    from_country = re.compile(r",?\sfrom\s(?:the\s)?(?=[A-Z])").match(plain, at, sentence.end)
    if from_country:
        names = find_names(plain, sentence._replace(start=from_country.end()))
        if names and names[0].start == from_country.end() and names[0].kind in ("country", "city"):
            country = _country(names[0].text)
            actor = replace(actor, country=actor.country or country, beside=names[0].end)
            return actor
    of_body = re.compile(r"\s(?:of|from)\s(?:the\s)?(?=[\"A-Z\d])").match(plain, at, sentence.end)
    if of_body:
        names = find_names(plain, sentence._replace(start=of_body.end()))
        if names and names[0].start == of_body.end() and not place_of(names[0].text):
            end = _with_second_body(page, sentence, names[0].end)
            actor = replace(actor, affiliation=page.said(names[0].start, end), beside=end, kind=actor.kind or "person")
    return _apposition(page, sentence, actor) if people else actor


def _with_second_body(page: Page, sentence: Sentence, end: int) -> int:
    """The end of a body that stands with the one it belongs to: Graduate School of X, Seoul National University."""
    comma = re.compile(r",\s(?=[A-Z])").match(page.plain, end, sentence.end)
    names = find_names(page.plain, sentence._replace(start=comma.end())) if comma else []
    is_body = (
        bool(names)
        and comma is not None
        and names[0].start == comma.end()
        and names[0].kind in ("organisation", "state", "acronym")
    )
    return names[0].end if is_body else end


def _in_brackets(page: Page, actor: Actor, bracket: re.Match[str]) -> Actor:
    inside = bracket[1].strip()
    country = _country(inside)
    if country:
        return replace(actor, country=country, beside=bracket.end())
    capacity, affiliation = read_office(inside)
    if capacity is None and affiliation is None:
        named = names_in(inside)
        fits = named and named[0].start == 0 and not place_of(named[0].text) and not re.search(r"\d", inside)
        if fits and (named[0].is_body or named[0].kind in ("acronym", "venue") or named[0].end == len(inside)):
            body = named[0].text if inside[named[0].end :].startswith(",") else inside
            return replace(
                actor, affiliation=actor.affiliation or body, beside=bracket.end(), kind=actor.kind or "person"
            )
        return replace(actor, beside=bracket.end())
    return replace(
        actor,
        capacity=actor.capacity or capacity,
        affiliation=actor.affiliation or affiliation,
        beside=bracket.end(),
        kind=actor.kind or "person",
    )


_APPOSITION = re.compile(
    r",\s(?:who is |also |and )?((?:(?:an?|the|its|currently|then|former)\s)?[^,;.()\"]{3,120}?(?:,\s(?:Sports?|Tourism|Arts|Youth|Heritage|Education|Media|Information)[^,;.()\"]{0,60}?)?)(?=[,;.]|\s(?:said|says|also|and|who|which|emphasi|highlight|noted|stress|were|was|is|has|have|had|told|added|will|delivered|gave|spoke|opened|attended|jointly|co-hosted|hosted|moderated|performed|joined|expressed|thanked|praised|presented|led|for h)\b|$)"
)


def _apposition(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    found = _APPOSITION.match(page.plain, actor.until, sentence.end)
    if not found:
        return actor
    said = found[1].strip()
    if not has_office(said):
        return _with_body(page, sentence, actor)
    capacity, affiliation = read_office(said)
    if (capacity is None and affiliation is None) or names_somebody_else(said):
        return actor
    end = found.end(1)
    whole = next(
        (
            one.end
            for one in find_names(page.plain, sentence._replace(start=found.start(1)))
            if one.start < end < one.end
        ),
        None,
    )
    if whole:
        end = whole
        capacity, affiliation = read_office(page.plain[found.start(1) : end])
    end = _with_second_body(page, sentence, end) if affiliation else end
    if affiliation and end > found.end(1):
        affiliation += page.plain[found.end(1) : end]
    if actor.affiliation or (actor.capacity and not affiliation):
        second = replace(actor, capacity=capacity, affiliation=affiliation, beside=end, further=())
        return replace(actor, further=(second,), kind="person")
    if capacity and not affiliation and not re.match(r"(?i)(?:\w+ )?minister", capacity):
        comma = re.compile(r",\s(?=[A-Z])").match(page.plain, end, sentence.end)
        bodies = find_names(page.plain, sentence._replace(start=comma.end())) if comma else []
        if comma and bodies and bodies[0].start == comma.end() and (bodies[0].is_body or bodies[0].kind == "acronym"):
            affiliation, end = page.said(bodies[0].start, bodies[0].end), bodies[0].end
    done = replace(actor, capacity=capacity, affiliation=affiliation, beside=end, kind=actor.kind or "person")
    again = re.compile(r",?\s(?:and\s)?also\s").match(page.plain, end, sentence.end)
    return _apposition(page, sentence, done) if again else done


def _with_body(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """A body right after a person's name: "Dr Pia Lindqvist, University of Turku"."""
    comma = re.compile(r",\s(?=[A-Z])").match(page.plain, actor.until, sentence.end)
    names = find_names(page.plain, sentence._replace(start=comma.end())) if comma else []
    wanted = ("organisation", "", "acronym") if sentence.kind == "item" else ("organisation",)
    if not (comma and names and names[0].start == comma.end() and names[0].kind in wanted):
        return actor
    if sentence.kind == "item" and not place_of(names[0].text) and names[0].kind in ("", "acronym", "organisation"):
        return replace(
            actor,
            affiliation=actor.affiliation or page.said(names[0].start, names[0].end),
            beside=names[0].end,
            kind="person",
        )
    closes = re.compile(r"[;.]|$|,\s(?:[A-Z][a-z]+(?:,|;|\.|$))").match(page.plain, names[0].end, sentence.end)
    if not closes or (actor.kind != "person" and len(actor.name.split()) < 2):  # noqa: PLR2004
        return actor
    return replace(
        actor,
        affiliation=actor.affiliation or page.said(names[0].start, names[0].end),
        beside=names[0].end,
        kind="person",
    )


def _country(text: str) -> str | None:
    place = place_of(text)
    return place[1] if place and place[0] == "country" and "|" not in place[1] else None
