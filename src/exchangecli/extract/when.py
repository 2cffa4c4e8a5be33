"""When an event took place: which of the dates of an article is its date, and in which year."""

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.attaching import Attachment
from exchangecli.extract.dated import Dated, after, on_weekday, with_year
from exchangecli.extract.events import Draft
from exchangecli.extract.labels import find_label
from exchangecli.extract.page import Page
from exchangecli.extract.place_candidates import held
from exchangecli.extract.place_lines import FRONT
from exchangecli.extract.sentences import Sentence

_ENOUGH = 4.0
"""The least weight of a date that is taken for an event's."""
_SURE = 5.0
_PUT_OFF = re.compile(r"\b(?:postponed|moved|rescheduled|shifted|pushed back|put off|delayed)\b[^.;]{0,40}\bfrom\s$")
_PRECISION = {"day": 3.0, "month": 1.5, "year": 0.5}
_FIRST = 20
"""Sentences, each of which counts a little more than the one after it."""
_LATER = 0.02
_SHORT = 16
"""Characters; a date so near the beginning of a sentence stands before its verb."""
_VERB_REACH = 130
_CLAUSE_REACH = 140
_BEFORE = 110
_BEFORE_LAST_DAY = 80
_UNTIL_REACH = 24
_CLAUSE = re.compile(r"[;]|, (?:but|while|where|which|who)\s")
_RANGE = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_FRONT_LINE = re.compile(r"(?:[A-Z][\w' .-]+,?\s){0,3}(?:[|(-]\s?)?")

Whens = dict[int, "When"]


class When(NamedTuple):
    """A date that may be an event's; ``weight`` is how much speaks for it."""

    event: int
    dated: Dated
    weight: float
    rule: str


@cache
def _not_the_events() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('not the day of the event')}\s*(?:the\s)?\"?\(?$", re.IGNORECASE)


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('still to come')}\b", re.IGNORECASE)


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\b{words.either('until')}\s(?:the\s)?$", re.IGNORECASE)


def find_when(page: Page, where: Attachment, published: str | None) -> Whens:
    """The date of each event, as far as one is said.

    Args:
        page: the article.
        where: which event each place in it belongs to.
        published: the day of its publication, by which weekdays and days without a year are read.
    """
    best: Whens = {}
    ends: dict[int, Dated] = {}
    for number in range(len(page.sentences)):
        if not where.of_another_edition(number):
            for dated in page.dates[number]:
                _take_in(_Asked(page, where, number, dated, published), best, ends)
    for event, draft in enumerate(where.events.drafts):
        if event not in best and draft.year:
            best[event] = _year_in_title(page, event, draft)
    done = {event: _completed(page, where, found, published) for event, found in best.items()}
    return {
        event: best[event]._replace(dated=_with_end(dated, ends.get(event), published)) for event, dated in done.items()
    }


class _Asked(NamedTuple):
    """A date of a sentence, of which is asked whether it is that of an event."""

    page: Page
    where: Attachment
    number: int
    dated: Dated
    published: str | None

    @property
    def sentence(self) -> Sentence:
        return self.page.sentences[self.number]

    def before(self, length: int) -> str:
        place = self.dated.place[0]
        return self.page.plain[max(self.sentence.start, place - length) : place]


def _take_in(one: _Asked, best: Whens, ends: dict[int, Dated]) -> None:
    """Keep a date as the end of an event's, or as its date if it is better supported than the one before it."""
    if _until().search(one.before(_UNTIL_REACH)):
        if not _not_the_events().search(one.before(_BEFORE_LAST_DAY)):
            ends.setdefault(one.where.event_at(one.number, one.dated.place[0]), one.dated)
        return
    found = _weighed(one)
    if found and found.weight >= _ENOUGH and (found.event not in best or found.weight > best[found.event].weight):
        best[found.event] = found


def _weighed(one: _Asked) -> When | None:
    """A date with its event, and how much speaks for it; None where it is that of something else."""
    page, where, number, place = one.page, one.where, one.number, one.dated.place[0]
    label = find_label(page, number)
    if _is_in_a_title(one) or _not_the_events().search(one.before(_BEFORE)) or (label and label.field != "date"):
        return None
    dated = _put_off_to(one, _of_weekday(one))
    event = where.event_at(number, place)
    if dated is None or _is_of_another_year(dated, where.events.drafts[event]):
        return None
    if _is_of_another_time(one, dated) and label is None and not where.events.drafts[event].year:
        return None
    chained = where.chained(number, place) is not None
    if dated.precision == "year" and not (chained or label):
        return None
    weight = _weight(one, dated, chained=chained, labelled=label is not None)
    rules = (("date:label", label), ("date:after-name", chained), ("date:held", weight >= _SURE))
    return When(event, dated, weight, next((rule for rule, applies in rules if applies), "date:beside"))


def _put_off_to(one: _Asked, dated: Dated | None) -> Dated | None:
    """Of "postponed from 3 May to 9 June" the day it was put off to."""
    if dated is None or dated.end is None or not _PUT_OFF.search(one.before(_BEFORE)):
        return dated
    return replace(dated, start=dated.end, end=None)


def _is_of_another_time(one: _Asked, dated: Dated) -> bool:
    """Whether a date is more than a year from the publication: it is history, or a distant plan."""
    return bool(one.published and dated.year and abs(dated.year - int(one.published[:4])) > 1)


def _weight(one: _Asked, dated: Dated, *, chained: bool, labelled: bool) -> float:
    """The sum of what speaks for a date and against it."""
    before, sentence = one.page.plain[one.sentence.start : dated.place[0]], one.sentence
    short = one.where.is_short(one.number, dated.place[0])
    reasons = (
        (_PRECISION[dated.precision], True),
        (1.5 if short else 3, chained),
        (4, labelled),
        (2, _is_held(before) or (len(before) < _SHORT and _is_held_after(one.page, sentence, dated))),
        (1, one.where.named(one.number)),
        (4, _is_front_line(sentence, dated, before)),
        (0.5, dated.has_year),
        (2, dated.end and _RANGE.search(before)),
        (-3, before.count('"') % 2),
        (-1, dated.inferred),
        (-_LATER * min(one.number, _FIRST), True),
    )
    return sum(weight for weight, applies in reasons if applies)


def _is_in_a_title(one: _Asked) -> bool:
    """Whether a date stands in the name of an event, or in the dateline."""
    place, dateline = one.dated.place[0], one.where.dateline
    in_dateline = dateline is not None and dateline[0] <= place < dateline[1]
    return in_dateline or any(named.start <= place < named.end for named in one.where.events.mentions[one.number])


def _of_weekday(one: _Asked) -> Dated | None:
    """The day of a weekday; None where nobody knows from which day to count."""
    if not one.dated.weekday:
        return one.dated
    future = bool(_to_come().search(one.page.within(one.sentence)))
    return on_weekday(one.dated, one.published, future=future) if one.published else None


def _is_of_another_year(dated: Dated, draft: Draft) -> bool:
    """Whether an event has a year in its title that a date does not fall in."""
    if not draft.year or not dated.year:
        return False
    return not dated.year <= draft.year <= int((dated.end or dated.start)[:4])


def _is_held(before: str) -> bool:
    return bool(held().search(_CLAUSE.split(before)[-1][-_CLAUSE_REACH:]))


def _is_held_after(page: Page, sentence: Sentence, dated: Dated) -> bool:
    """On 3 May the embassy held."""
    end = dated.place[1]
    return bool(held().search(page.plain, end, min(end + _VERB_REACH, sentence.end)))


def _is_front_line(sentence: Sentence, dated: Dated, before: str) -> bool:
    """A line with nothing but a place and days: "Ljubljana, 17-19 April 2013"."""
    is_line = sentence.kind == "title" and sentence.block < FRONT and dated.end
    return bool(is_line and _FRONT_LINE.fullmatch(before))


def _year_in_title(page: Page, event: int, draft: Draft) -> When:
    year = str(draft.year)
    start = page.plain.find(year, *draft.place)
    dated = Dated((start, start + len(year)), year, inferred="year from the title")
    return When(event, dated, 0, "date:year-in-title")


def _completed(page: Page, where: Attachment, found: When, published: str | None) -> Dated:
    """The date with the year that the title, the day of publication or the article's other dates give."""
    dated = found.dated
    if dated.has_year:
        return dated
    draft = where.events.drafts[found.event]
    if draft.year:
        return with_year(dated, draft.year, "year from the title")
    if published and published[:4].isdecimal():
        return with_year(dated, after(dated, published), "year from the date of publication")
    years = {one.year for some in page.dates for one in some if one.year and one.precision == "day"}
    only = years.pop() if len(years) == 1 else None
    return with_year(dated, only, "year from the other dates of the article") if only else dated


def _with_end(dated: Dated, end: Dated | None, published: str | None) -> Dated:
    """The date with a last day that is told apart from it: "opened on 28 February and runs until 30 April"."""
    if end is None or dated.end or dated.precision != "day" or not dated.has_year:
        return dated
    last = _last_day(dated, end, published)
    if last is None or last.end or last.start <= dated.start or last.precision != "day":
        return dated
    return replace(dated, end=last.start, end_place=last.place, end_inferred=last.inferred)


def _last_day(first: Dated, last: Dated, published: str | None) -> Dated | None:
    """A last day in the year of the first one, or in the next; None where a weekday cannot be counted."""
    if last.weekday:
        return on_weekday(last, published, future=True) if published else None
    if last.has_year:
        return last
    year = (first.year or 0) + (last.start[4:] < first.start[4:])
    return with_year(last, year, first.inferred or "year from the first day")
