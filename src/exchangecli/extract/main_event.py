"""The event that an article is about: named in its headline or its lead, else described there, else the headline."""

from exchangecli.extract.described_events import find_described
from exchangecli.extract.drafts import Draft, Mention
from exchangecli.extract.event_words import kind_in
from exchangecli.extract.labels import find_label
from exchangecli.extract.page import Page


def main_event(
    page: Page, drafts: list[Draft], mentions: list[list[Mention]], headline: tuple[int, int] | None
) -> int | None:
    """The event that the article is about: named in its headline or its lead, else described there, else the headline."""
    lead = [number for number, one in enumerate(page.sentences) if one.kind == "body"][:4]
    titles = [number for number, one in enumerate(page.sentences) if one.kind == "title"]
    in_front = [one for number in (*titles[:4], *lead) for one in mentions[number]]
    notice = _notice(page, headline)
    if notice:
        known = (
            next(
                (
                    one.event
                    for number in titles[:6]
                    for one in mentions[number]
                    if one.start < headline[1] and headline[0] < one.end
                ),
                None,
            )
            if headline
            else None
        )
        if known is not None:
            return known
        drafts.append(notice)
        number = next(number for number, one in enumerate(page.sentences) if one.start <= notice.place[0] < one.end)
        mentions[number].append(Mention(*notice.place, len(drafts) - 1))
        return len(drafts) - 1
    named = next((one.event for one in in_front if not one.background), None)
    if named is not None:
        return named
    described = find_described(page, lead)
    if described:
        draft, number = described
        drafts.append(draft)
        mentions[number].append(Mention(*draft.place, len(drafts) - 1))
        return len(drafts) - 1
    if drafts and (in_front or not lead):
        return in_front[0].event if in_front else 0
    told = [one.event for some in mentions for one in some if not one.background and one.event >= 0]
    if told or (drafts and headline is None):
        return told[0] if told else 0
    if headline is None:
        return None
    drafts.append(Draft(page.said(*headline), headline, "event:headline", kind_in(page.plain[slice(*headline)])))
    return len(drafts) - 1


def _notice(page: Page, headline: tuple[int, int] | None) -> Draft | None:
    """The event of a notice, whose headline is its name: what stands under it says when and where."""
    labels = [found.field for number in range(min(len(page.sentences), _FRONT)) if (found := find_label(page, number))]
    if headline is None or not {"date", "venue"} <= set(labels):
        return None
    first = next(number for number in range(len(page.sentences)) if find_label(page, number))
    above = [one for one in page.sentences[:first] if one.kind == "title" and len(page.within(one).split()) > 1]
    if not above:
        return None
    headline = (above[-1].start, above[-1].end)
    lead = page.plain[headline[1] : headline[1] + 900]
    return Draft(page.said(*headline), headline, "event:notice", kind_in(page.plain[slice(*headline)]) or kind_in(lead))


_FRONT = 14
