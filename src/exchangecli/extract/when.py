"""When an event took place: which of the dates of an article is its date, and in which year."""

import re
from dataclasses import replace
from typing import NamedTuple

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.dated import Dated, after, on_weekday, with_year
from exchangecli.extract.events import Draft
from exchangecli.extract.labels import find_label
from exchangecli.extract.located import held
from exchangecli.extract.page import Page

_NOT_THE_EVENTS = re.compile(
    r"\b(?:since|launched (?:\w+ )?in|founded in|established in|set up in|created in|born (?:in|on)|dating (?:from|back to)|deadline(?: is| of|:)?(?: on)?|"
    r"(?:appl(?:y|ications?)|submissions?|proposals?|registration|entries)\b[^.;]{0,60}?\b(?:by|until|before|is|on|closes?(?: on)?|opens?(?: on)?)|published(?: on| in)?|posted(?: on)?|updated(?: on)?|"
    r"signed(?: \w+){0,6} (?:in|on)|adopted (?:in|on)|anniversary of(?: \w+){0,8}|ratified in|graduated in|died in|joined \w+ in|appointed in|opened its doors in|"
    r"(?:said|announced|told|stated|revealed|reported|confirmed|added|noted|unveiled|statement|press release|press conference|interview|briefing|website|facebook|circular|letter)\b(?:[^,.;\"]{0,40}\bon| late| earlier| in a statement(?: on)?| here)?|instead of|"
    r"originally (?:scheduled|planned|slated|due|set)(?: \w+){0,2} (?:for|on|in|from)|previously (?:scheduled|planned)(?: for| on| in)?|initially (?:scheduled|planned|set)(?: for| on| in)?|ties in|(?:relations|ties)\b[^.;]{0,30} (?:in|on)|independence in|back in|as early as|year of|"
    r"in the years?|independence on|between \w+ and \w+ in|award in|prize in|work of|debut(?:ed)? in|released in|version of|earlier (?:in|on)|previous edition in|last held in|first (?:held|organi[sz]ed|staged|launched) in)\s*(?:the\s)?\"?\(?$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|to be held|upcoming|is scheduled|is set|is slated|are set|are scheduled|is due|next|opens|kicks off|takes place|is to)\b",
    re.IGNORECASE,
)
_ENOUGH = 4.0
_PRECISION = {"day": 3.0, "month": 1.5, "year": 0.5}


class When(NamedTuple):
    """A date that may be an event's; ``weight`` is how much speaks for it."""

    event: int
    dated: Dated
    weight: float
    rule: str


def find_when(page: Page, where: Attachment, published: str | None) -> dict[int, When]:
    """The date of each event, as far as one is said."""
    best: dict[int, When] = {}
    ends: dict[int, Dated] = {}
    for number in range(len(page.sentences)):
        if where.of_another_edition(number):
            continue
        for dated in page.dates[number]:
            if _UNTIL.search(page.plain[max(page.sentences[number].start, dated.place[0] - 24) : dated.place[0]]):
                if not _NOT_THE_EVENTS.search(
                    page.plain[max(page.sentences[number].start, dated.place[0] - 80) : dated.place[0]]
                ):
                    ends.setdefault(where.event_at(number, dated.place[0]), dated)
                continue
            found = _weighed(page, where, number, dated, published)
            if (
                found
                and found.weight >= _ENOUGH
                and (found.event not in best or found.weight > best[found.event].weight)
            ):
                best[found.event] = found
    for event, draft in enumerate(where.events.drafts):
        if event not in best and draft.year:
            best[event] = _year_in_title(page, event, draft)
    done = {event: found._replace(dated=_completed(page, where, found, published)) for event, found in best.items()}
    return {
        event: found._replace(dated=_with_end(found.dated, ends.get(event), published)) for event, found in done.items()
    }


_UNTIL = re.compile(
    r"\b(?:until|till|through|ends?(?: on)?|ending(?: on)?|closes?(?: on)?|concludes?(?: on)?|up to|runs? to)\s(?:the\s)?$",
    re.IGNORECASE,
)


def _with_end(dated: Dated, end: Dated | None, published: str | None) -> Dated:
    """The date with a last day that is told apart from it: "opened on 28 February and runs until 30 April"."""
    if end is None or dated.end or dated.precision != "day" or not dated.has_year:
        return dated
    if end.weekday:
        read = on_weekday(end, published, future=True) if published else None
        if read is None:
            return dated
        end = read
    if not end.has_year:
        year = dated.year or 0
        end = with_year(
            end, year if end.start[4:] >= dated.start[4:] else year + 1, dated.inferred or "year from the first day"
        )
    if end.end or end.start <= dated.start or end.precision != "day":
        return dated
    return replace(dated, end=end.start, end_place=end.place)


def _weighed(page: Page, where: Attachment, number: int, dated: Dated, published: str | None) -> When | None:
    sentence = page.sentences[number]
    event = where.event_at(number, dated.place[0])
    draft = where.events.drafts[event]
    if _is_in_a_title(where, number, dated) or (
        where.dateline and where.dateline[0] <= dated.place[0] < where.dateline[1]
    ):
        return None
    before = page.plain[max(sentence.start, dated.place[0] - 110) : dated.place[0]]
    label = find_label(page, number)
    if _NOT_THE_EVENTS.search(before) or (label and label.field != "date"):
        return None
    if dated.weekday:
        read = on_weekday(dated, published, future=bool(_FUTURE.search(page.within(sentence)))) if published else None
        if read is None:
            return None
        dated = read
    if (
        draft.year
        and dated.year
        and not (dated.year <= draft.year <= int((dated.end or dated.start)[:4]))
        and abs(dated.year - draft.year) > 0
    ):
        return None
    if published and dated.year and not draft.year and not label and abs(dated.year - int(published[:4])) > 1:
        return None
    chained = where.chained(number, dated.place[0]) is not None
    weight = (
        _PRECISION[dated.precision]
        + (0 if not chained else 1.5 if where.is_short(number, dated.place[0]) else 3)
        + (4 if label else 0)
    )
    said = page.plain[sentence.start : dated.place[0]]
    opens_sentence = len(said) < _SHORT
    weight += (
        2
        if _is_held(said)
        or (opens_sentence and held().search(page.plain, dated.place[1], min(dated.place[1] + 130, sentence.end)))
        else 0
    )
    weight += 1 if where.named(number) else 0
    weight += 4 if _is_front_line(page, number, dated) else 0
    weight += 0.5 if dated.has_year else 0
    weight += 2 if dated.end and re.search(r"\b(?:from|between)\s(?:the\s)?$", before, re.IGNORECASE) else 0
    weight -= 3 if page.plain[sentence.start : dated.place[0]].count('"') % 2 else 0
    weight -= 1 if dated.inferred else 0
    weight -= 0.02 * min(number, 20)
    if dated.precision == "year" and not (chained or label):
        return None
    rule = (
        "date:label"
        if label
        else "date:after-name"
        if chained
        else "date:held"
        if weight >= _ENOUGH + 1
        else "date:beside"
    )
    return When(event, dated, weight, rule)


def _is_front_line(page: Page, number: int, dated: Dated) -> bool:
    """A line with nothing but a place and days: "Ljubljana, 17-19 April 2013"."""
    sentence = page.sentences[number]
    before = page.plain[sentence.start : dated.place[0]]
    return bool(
        sentence.kind == "title"
        and dated.end
        and sentence.block < _FRONT
        and re.fullmatch(r"(?:[A-Z][\w' .-]+,?\s){0,3}(?:[|(-]\s?)?", before)
    )


_FRONT = 6
_SHORT = 16


def _is_in_a_title(where: Attachment, number: int, dated: Dated) -> bool:
    return any(one.start <= dated.place[0] < one.end for one in where.events.mentions[number])


def _is_held(said: str) -> bool:
    clause = re.split(r"[;]|, (?:but|while|where|which|who)\s", said)[-1]
    return bool(held().search(clause[-140:]))


def _year_in_title(page: Page, event: int, draft: Draft) -> When:
    start = page.plain.find(str(draft.year), *draft.place)
    dated = Dated((start, start + 4), str(draft.year), inferred="year from the title")
    return When(event, dated, 0, "date:year-in-title")


def _completed(page: Page, where: Attachment, found: When, published: str | None) -> Dated:
    """The date with the year that the title, the same sentence's other dates, or the day of publication give."""
    dated = found.dated
    if dated.has_year:
        return dated
    draft = where.events.drafts[found.event]
    if draft.year:
        return with_year(dated, draft.year, "year from the title")
    if published and published[:4].isdecimal():
        return with_year(dated, after(dated, published), "year from the date of publication")
    years = {one.year for some in page.dates for one in some if one.year and one.precision == "day"}
    if len(years) == 1:
        return with_year(dated, years.pop() or 0, "year from the other dates of the article")
    return replace(dated)
