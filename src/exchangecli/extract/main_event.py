"""The event that an article is about: named in its headline or lead, else described there, else the headline."""

from collections.abc import Sequence

from exchangecli.extract.described_events import find_described
from exchangecli.extract.drafts import Draft, Mention, Told
from exchangecli.extract.event_words import kind_in
from exchangecli.extract.labels import find_label
from exchangecli.extract.page import Page

_LABELS_WITHIN = 14
"""Sentences; a notice has its labels among its first."""
_BELOW_HEADLINE = 900
"""Characters under the headline of a notice in which stands what kind of event it is of."""
_LEAD = 4
"""Sentences and titles that tell what an article is about."""
_HEADINGS = 6
"""Titles among which is the headline of a notice."""

Place = tuple[int, int]


def main_event(told: Told, headline: Place | None) -> int | None:
    """The number of the event an article is about, which is added where nothing names it; None where there is none."""
    page = told.page
    lead = [number for number, one in enumerate(page.sentences) if one.kind == "body"][:_LEAD]
    titles = [number for number, one in enumerate(page.sentences) if one.kind == "title"]
    notice = _notice(page, headline)
    if notice:
        return _of_notice(told, notice, titles[:_HEADINGS])
    in_front = [one for number in (*titles[:_LEAD], *lead) for one in told.mentions[number]]
    named = next((one.event for one in in_front if not one.background), None)
    if named is not None:
        return named
    described = find_described(page, lead)
    if described:
        return told.add(*described)
    return _left(told, in_front, headline)


def _notice(page: Page, headline: Place | None) -> Draft | None:
    """The event of a notice, whose headline is its name: what stands under it says when and where."""
    if headline is None or _sentence_at(page, headline[0]) is None:
        return None
    first = range(min(len(page.sentences), _LABELS_WITHIN))
    labels = {found.field for number in first if (found := find_label(page, number))}
    if not labels.issuperset(("date", "venue")):
        return None
    labelled = next(number for number in first if find_label(page, number))
    above = [one for one in page.sentences[:labelled] if one.kind == "title" and " " in page.within(one).strip()]
    if not above:
        return None
    headline = (above[-1].start, above[-1].end)
    below = page.plain[headline[1] : headline[1] + _BELOW_HEADLINE]
    kind = kind_in(page.plain[slice(*headline)]) or kind_in(below)
    return Draft(page.said(*headline), headline, "event:notice", kind)


def _sentence_at(page: Page, place: int) -> int | None:
    return next((number for number, one in enumerate(page.sentences) if one.start <= place < one.end), None)


def _of_notice(told: Told, notice: Draft, titles: Sequence[int]) -> int:
    """The event that the headline of a notice names, or the headline itself."""
    first, last = notice.place
    named = (one for number in titles for one in told.mentions[number] if one.start < last and first < one.end)
    known = next(named, None)
    return known.event if known else told.add(notice, _sentence_at(told.page, first) or 0)


def _left(told: Told, in_front: Sequence[Mention], headline: Place | None) -> int | None:
    """Where nothing tells of an event by itself: one named as background, else the first of all, else the headline."""
    spoken_of = [one.event for some in told.mentions for one in some if not one.background and one.event >= 0]
    if spoken_of:
        return spoken_of[0]
    if headline is None:
        return (in_front[0].event if in_front else 0) if told.drafts else None
    kind = kind_in(told.page.plain[slice(*headline)])
    told.drafts.append(Draft(told.page.said(*headline), headline, "event:headline", kind))
    return len(told.drafts) - 1
