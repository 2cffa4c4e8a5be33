"""The events of an article, and where it speaks of each.

An event is named ("the 2025 ASEAN-Korea Music Concert"), quoted (an exhibition titled "Two Rivers"), described ("a concert
of Kazakh and Chinese ensembles"), or it is the one the whole article is about. Names of several events ("ASEM Culture
Ministers' Meetings") are series, and no event.
"""

import re
from dataclasses import dataclass

from exchangecli.extract.described_events import note_described
from exchangecli.extract.drafts import Draft, Mention
from exchangecli.extract.event_identity import in_title_case, keep_specific, note, note_repeats
from exchangecli.extract.event_names import find_named
from exchangecli.extract.main_event import main_event
from exchangecli.extract.names import Name
from exchangecli.extract.page import Page
from exchangecli.extract.short_names import note_other_editions, note_short_names

__all__ = ["Draft", "Events", "Mention", "find_events"]


@dataclass(frozen=True, slots=True)
class Events:
    """The events of an article.

    Attributes:
        drafts: in the order in which they are first named; a mention's ``event`` is a number in it.
        mentions: of each sentence, in its order.
        main: the number of the event the article is about.
        series: the series named in it: title in the singular -> place, and acronym.
    """

    drafts: list[Draft]
    mentions: list[list[Mention]]
    main: int
    series: dict[str, Name]


def find_events(page: Page, headline: tuple[int, int] | None) -> Events | None:
    """Find the events; None where the text has none, not even a headline."""
    drafts: list[Draft] = []
    mentions: list[list[Mention]] = [[] for _ in page.sentences]
    for named_in_titles in (False, True):  # what the report names first, then what only its headings do
        for number, sentence in enumerate(page.sentences):
            if (sentence.kind == "title") is named_in_titles:
                for draft in find_named(page, number, sentence):
                    note(
                        page,
                        sentence,
                        drafts,
                        mentions[number],
                        draft,
                        known_only=named_in_titles and in_title_case(page, sentence),
                    )
    keep_specific(drafts, mentions)
    note_repeats(page, drafts, mentions)
    main = main_event(page, drafts, mentions, headline)
    if main is None:
        return None
    note_described(page, drafts, mentions)
    note_other_editions(page, drafts, mentions, main)
    for number, sentence in enumerate(page.sentences):
        note_short_names(page, sentence, drafts, mentions[number], main)
        mentions[number].sort()
    series = {_singular(name.text): name for names in page.names for name in names if name.kind == "series"}
    return Events(drafts, mentions, main, series)


def _singular(title: str) -> str:
    return re.sub(r"s$", "", title)
