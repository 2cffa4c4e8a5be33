"""The roles of people and bodies at the events of an article, as proposals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exchangecli.extract.actors import Actor
from exchangecli.extract.attaching import Attachment
from exchangecli.extract.cited_people import find_quoted, without_repeats
from exchangecli.extract.drafts import TOLD_IN_PASSING
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


_WITHOUT_EXHIBITS = frozenset(("concert", "performance", "screening"))
_LONGEST_QUOTE = 260
"""Characters; what stands beside a name farther off is left out of the quotation."""
_AND_HOSTED = re.compile(r"\band (?:also |later |then )?(?:hosted|organi[sz]ed|held|presented|staged)\s")


def role_facts(make: Making) -> Iterator[Proposal]:
    """Every role once for each event and name, the people only cited last."""
    page = make.page
    lists = find_listed(page)
    seen: set[tuple[int, str, str]] = set()
    placed: set[str] = set()
    names: list[str] = []
    quoted: list[tuple[int, Part]] = []
    for number in range(len(page.sentences)):
        parts = lists.get(number) or _with_verbs_joined(page, number, find_parts(page, number))
        for event, printed in _of_events(make.where, number, parts):
            part = _in_full(printed, names)
            key = (event, fold(part.actor.full_name or part.actor.name), part.role)
            if key not in seen:
                seen.add(key)
                placed.add(fold(part.actor.name))
                names.append(part.actor.name)
                yield from _proposals(make, event, part, len(seen))
        cited = find_quoted(page, number)
        names += [part.actor.name for part in cited]
        quoted += [(_spoken_of(make.where, number), part) for part in cited]
    yield from _cited(make, quoted, placed)


def _of_events(where: Attachment, number: int, parts: Sequence[Part]) -> Iterator[tuple[int, Part]]:
    """Each part with each event it is of; works that are played or shown make nobody an exhibiting artist."""
    for part in parts:
        for event in _events(where, number, part, parts):
            if part.role != "artist" or where.events.drafts[event].kind not in _WITHOUT_EXHIBITS:
                yield event, part


def _spoken_of(where: Attachment, number: int) -> int:
    """The event that somebody who is cited speaks of; never one that is only described in passing."""
    event = where.focus[number]
    return where.events.main if where.events.drafts[event].rule in TOLD_IN_PASSING else event


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


def _with_verbs_joined(page: Page, number: int, parts: Sequence[Part]) -> Sequence[Part]:
    """Give a second verb the subject of the first: it "hosted the concert ... and hosted the forum"."""
    active = [part for part in parts if part.rule in _ACTIVE]
    if not active:
        return parts
    sentence = page.sentences[number]
    first = active[0].cue
    joined = list(parts)
    for match in _AND_HOSTED.finditer(page.plain, sentence.start, sentence.end):
        start, end = match.span()
        if start > first[1] and not any(part.cue[0] >= start for part in active):
            verb = start + len("and "), end
            joined += [replace(part, cue=verb, inferred="") for part in active if part.cue == first]
    return joined


def _events(where: Attachment, number: int, part: Part, parts: Sequence[Part]) -> list[int]:
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
    end = max(end, actor.beside) if actor.beside - start < _LONGEST_QUOTE else end
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
