"""The roles of people and bodies at the events of an article, as proposals."""

import re
from collections.abc import Iterator
from dataclasses import replace

from exchangecli.extract.actors import Actor
from exchangecli.extract.attaching import Attachment
from exchangecli.extract.cited_people import find_quoted, without_repeats
from exchangecli.extract.making import Making
from exchangecli.extract.page import Page
from exchangecli.extract.proposals import Proposal
from exchangecli.extract.role_cues import Part
from exchangecli.extract.role_lists import find_listed
from exchangecli.extract.roles import find_parts
from exchangecli.model.folding import fold

_ORGANISING = frozenset(("organiser", "co_organiser", "partner", "implementer", "sponsor", "funder"))
_ACTIVE = frozenset(("role:organised", "role:jointly-organised", "role:co-organised"))
_SUPPORTING = frozenset(("role:supported", "role:sponsored", "role:funded", "role:managed"))


def role_facts(make: Making) -> Iterator[Proposal]:
    """Every role once for each event and name, the people only cited last."""
    page, where = make.page, make.where
    seen: set[tuple[int, str, str]] = set()
    placed: set[str] = set()
    quoted: list[tuple[int, Part]] = []
    lists = find_listed(page)
    names: list[str] = []
    for number in range(len(page.sentences)):
        parts = lists.get(number) or _with_verbs_joined(page, number, find_parts(page, number))
        for part in parts:
            for event in _events(page, where, number, part, parts):
                if part.role == "artist" and where.events.drafts[event].kind in ("concert", "performance", "screening"):
                    continue
                part = _in_full(part, names)
                key = (event, fold(part.actor.full_name or part.actor.name), part.role)
                if key not in seen:
                    seen.add(key)
                    placed.add(fold(part.actor.name))
                    names.append(part.actor.name)
                    yield from _proposals(make, event, part, len(seen))
        names += [part.actor.name for part in find_quoted(page, number)]
        quoted += [(_spoken_of(where, number), part) for part in find_quoted(page, number)]
    yield from _cited(make, quoted, placed)


def _spoken_of(where: Attachment, number: int) -> int:
    """The event that somebody who is cited speaks of; never one that is only described in passing."""
    event = where.focus[number]
    return where.events.main if where.events.drafts[event].rule in ("event:described", "event:other-edition") else event


def with_hosts(facts: list[Proposal]) -> list[Proposal]:
    """Who hosted an event that others organised received it; else hosting it is organising it."""
    organised = {
        one.event
        for one in facts
        if one.field == "role" and one.role in ("organiser", "co_organiser") and one.rule != "role:hosted-by"
    }
    return [
        replace(one, role="host") if one.rule == "role:hosted-by" and one.event in organised else one for one in facts
    ]


def _in_full(part: Part, names: list[str]) -> Part:
    """Somebody called by the family name alone, by the full name that the article gave before."""
    said = part.actor.name
    if " " in said or part.actor.kind not in ("", "person"):
        return part
    full = next((name for name in names if " " in name and said in (name.split()[-1], name.split()[0])), None)
    return replace(part, actor=replace(part.actor, full_name=full)) if full else part


def _with_verbs_joined(page: Page, number: int, parts: list[Part]) -> list[Part]:
    """ "hosted the concert ... and hosted the forum": the second verb has the subject of the first."""
    sentence = page.sentences[number]
    joined = list(parts)
    first = [part for part in parts if part.rule in _ACTIVE]
    if not first:
        return joined
    for match in re.finditer(
        r"\band (?:also |later |then )?(?:hosted|organi[sz]ed|held|presented|staged)\s", page.within(sentence)
    ):
        at = (sentence.start + match.start(), sentence.start + match.end())
        if at[0] > first[0].cue[1] and not any(part.cue[0] >= at[0] and part.rule in _ACTIVE for part in parts):
            joined += [replace(part, cue=(at[0] + 4, at[1]), inferred="") for part in first if part.cue == first[0].cue]
    return joined


def _events(page: Page, where: Attachment, number: int, part: Part, parts: list[Part]) -> list[int]:
    """The events of a part: the object of an active verb, the event spoken of beside a passive one.

    A partner named between subject and verb ("X, in collaboration with Y, hosted A and hosted B") has part in all that
    the verbs are about.
    """
    if part.rule in _ACTIVE | _SUPPORTING:
        later = [one for one in where.events.mentions[number] if one.start >= part.cue[1]]
        if later or part.rule in _SUPPORTING:
            return [later[0].event] if later else []
        return [where.event_at(number, part.cue[1])]
    named = where.named(number)
    verbs = [one for one in parts if one.rule in _ACTIVE and one.cue[0] > part.cue[0]]
    before_all = not any(one.start < part.cue[0] for one in named)
    if part.role in _ORGANISING and verbs and before_all:
        return list(dict.fromkeys(where.after(number, one.cue[1]) for one in verbs))
    return [where.event_at(number, part.cue[0])]


def _proposals(make: Making, event: int, part: Part, position: int) -> Iterator[Proposal]:
    for actor in (part.actor, *part.actor.further):
        yield _proposal(make, event, part, actor, position)


def _proposal(make: Making, event: int, part: Part, actor: Actor, position: int) -> Proposal:
    start, end = part.span
    end = max(end, actor.beside) if actor.beside - start < 260 else end  # noqa: PLR2004
    cue = make.page.said(*(part.heading or part.cue))
    return make.fact(
        event,
        "role",
        actor.full_name or make.page.said(actor.start, actor.end),
        (start, end),
        part.rule,
        role=part.role,
        printed_role=cue or None,
        capacity=actor.capacity,
        affiliation=actor.affiliation,
        country=actor.country,
        kind=actor.kind or None,
        position=position,
        inferred=part.inferred or (f"called {actor.full_name} before" if actor.full_name else None),
        session="keynote" if part.role == "keynote_speaker" else None,
    )


def _cited(make: Making, quoted: list[tuple[int, Part]], placed: set[str]) -> Iterator[Proposal]:
    """The people who are cited and have no other part."""
    events = {id(part): event for event, part in quoted}
    seen: set[str] = set()
    for part in without_repeats([part for _, part in quoted]):
        name = fold(part.actor.name)
        words = name.split()
        known = any(set(words) <= set(other.split()) for other in placed | seen)
        if name and not known:
            seen.add(name)
            yield from _proposals(make, events[id(part)], part, len(seen))
