"""The events of an article, and where it speaks of each.

An event is named ("the 2025 ASEAN-Korea Music Concert"), quoted (an exhibition titled "Two Rivers"), described ("a
concert of Kazakh and Chinese ensembles"), or it is the one the whole article is about. Names of several events ("ASEM
Culture Ministers' Meetings") are series, and no event.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from exchangecli.extract.described_events import note_described
from exchangecli.extract.drafts import Draft, Mention, Told
from exchangecli.extract.event_identity import is_in_title_case, keep_specific, note, note_repeats
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

    drafts: Sequence[Draft]
    mentions: list[list[Mention]]
    main: int
    series: dict[str, Name]


def find_events(page: Page, headline: tuple[int, int] | None) -> Events | None:
    """Find the events; None where the text has none, not even a headline."""
    told = Told(page)
    _note_named(told)
    keep_specific(told)
    note_repeats(told)
    main = main_event(told, headline)
    if main is None:
        return None
    note_described(told)
    note_other_editions(told, main)
    for number in range(len(page.sentences)):
        note_short_names(told, number, main)
    told.sort()
    return Events(told.drafts, told.mentions, main, _series(page))


def _note_named(told: Told) -> None:
    """What the report names first, then what only its headings do."""
    for titles in (False, True):
        for number, sentence in enumerate(told.page.sentences):
            if (sentence.kind == "title") is titles:
                known_only = titles and is_in_title_case(told.page, sentence)
                for draft in find_named(told.page, number):
                    note(told, number, draft, known_only=known_only)


def _series(page: Page) -> dict[str, Name]:
    return {name.text.removesuffix("s"): name for names in page.names for name in names if name.kind == "series"}
