"""Two reports on one forum and what is read out of them, written by hand: for the tests of what comes after reading."""

import hashlib
from collections.abc import Callable
from typing import Any

from exchangecli.extract.proposals import Masthead, Proposal, Reading
from exchangecli.model.articles import Article

CONCERT = "2025 ASEAN-Korea Music Concert"
FORUM = "2025 ASEAN-Korea Innovate Culture Forum"
RENAMED_FORUM = "2025 ASEAN-Korea Innovative Culture Forum"
FOUNDATION = "Korean Foundation for International Cultural Exchange"
OTHER_FOUNDATION = "Korea Foundation for International Cultural Exchange"
MINISTRY = "Ministry of Culture, Sports and Tourism"

FIRST_TEXT = f"""Korea and ASEAN to meet through music and debate

By Kayla Lee

The {MINISTRY} (MCST), with the {FOUNDATION} (KOFICE), held the {CONCERT} in Ho Chi Minh City, Vietnam, on November 1 \
as part of its Future Innovation Cultural Exchange Initiative.

Sponsored by the {MINISTRY}, co-organized by KOFICE and Korea-ASEAN Center and managed by Silk Road C&T, the concert \
drew some 3,000 people to the District 7 Indoor Stadium. Na Taejoo joined the Vietnamese singer Duc Phuc on stage.

The {FORUM} convened November 8 at the National Gallery Singapore. Now in its sixth year since its launch in 2020, the \
forum was opened by Professor Lee Kyogu of Seoul National University, also a co-founder of Supertone, with a keynote \
address on “Inclusive AI”. The first session, Cultural Diversity in the Age of AI, was followed by a second one on \
Cultural Literacy in the Age of AI.
"""

SECOND_TEXT = f"""ASEAN-Korea forum fosters cultural collaboration

The {RENAMED_FORUM} was held on 8 November at the National Gallery Singapore. Organised by the {MINISTRY} and the \
{OTHER_FOUNDATION} (KOFICE), it brought together 12 delegations from Korea and ASEAN.

Park Changsik, President of KOFICE, spoke of a more connected future.

This story was adapted from original press material.
"""

Said = Callable[..., Proposal]


def says(text: str) -> Said:
    """What makes proposals of one text: ``said("start", "2025-11-01", "on November 1", event=CONCERT)``."""

    def said(field: str, value: str, quote: str, event: str | None = None, **further: Any) -> Proposal:
        start = text.index(quote)
        rule = further.pop("rule", f"{field}:test")
        return Proposal(
            field=field,
            event=event,
            value=value,
            quote=quote,
            start=start,
            end=start + len(quote),
            rule=rule,
            **further,
        )

    return said


def article(text: str, name: str = "article.txt", **further: Any) -> Article:
    """A file with a text."""
    return Article(text, hashlib.sha256(text.encode()).hexdigest(), name, **further)


def first() -> tuple[Article, Reading]:
    """A report on a concert and a forum: two events, a series, an initiative, sessions, and who did what."""
    said = says(FIRST_TEXT)
    year = "year from the title"
    held_with = f"with the {FOUNDATION} (KOFICE), held the {CONCERT}"
    by_three = "co-organized by KOFICE and Korea-ASEAN Center"
    found = (
        said("name", "MCST", f"{MINISTRY} (MCST)", of=MINISTRY, kind="acronym"),
        said("name", "KOFICE", f"{FOUNDATION} (KOFICE)", of=FOUNDATION, kind="acronym"),
        said("title", CONCERT, CONCERT, CONCERT),
        said("kind", "concert", CONCERT, CONCERT, inferred="from the title"),
        said("city", "Ho Chi Minh City", "in Ho Chi Minh City", CONCERT),
        said("country", "VN", "in Ho Chi Minh City, Vietnam", CONCERT, as_printed="Vietnam"),
        said("start", "2025-11-01", "on November 1", CONCERT, as_printed="November 1", inferred=year),
        said("status", "held", f"held the {CONCERT}", CONCERT),
        said("venue", "District 7 Indoor Stadium", "to the District 7 Indoor Stadium", CONCERT),
        said("attendance", "3000", "drew some 3,000 people", CONCERT, as_printed="some 3,000", approximate=True),
        said("programme", "Future Innovation Cultural Exchange Initiative",
             "as part of its Future Innovation Cultural Exchange Initiative", CONCERT, kind="initiative"),
        said("role", FOUNDATION, held_with, CONCERT, role="partner", printed_role="with", kind="organisation"),
        said("role", MINISTRY, f"Sponsored by the {MINISTRY}", CONCERT, role="patron", printed_role="Sponsored by",
             kind="state", position=1),
        said("role", "KOFICE", by_three, CONCERT, role="co_organiser", printed_role="co-organized by", position=2),
        said("role", "Korea-ASEAN Center", by_three, CONCERT, role="co_organiser", printed_role="co-organized by",
             kind="organisation", position=3),
        said("role", "Silk Road C&T", "managed by Silk Road C&T", CONCERT, role="implementer",
             printed_role="managed by", kind="organisation", position=4),
        said("role", "Na Taejoo", "Na Taejoo", CONCERT, role="performer", kind="person"),
        said("role", "Duc Phuc", "the Vietnamese singer Duc Phuc", CONCERT, role="performer", kind="person",
             country="VN", capacity="singer"),
        said("title", FORUM, FORUM, FORUM),
        said("kind", "forum_conference", FORUM, FORUM, inferred="from the title"),
        said("start", "2025-11-08", "convened November 8", FORUM, as_printed="November 8", inferred=year),
        said("venue", "National Gallery Singapore", "at the National Gallery Singapore", FORUM),
        said("country", "SG", "National Gallery Singapore", FORUM, as_printed="Singapore"),
        said("edition", "6", "in its sixth year", FORUM, as_printed="sixth"),
        said("launch", "2020", "since its launch in 2020", FORUM, of="ASEAN-Korea Innovate Culture Forum"),
        said("role", FOUNDATION, f"with the {FOUNDATION}", FORUM, role="partner", kind="organisation"),
        said("role", "Lee Kyogu", "Professor Lee Kyogu of Seoul National University", FORUM, role="keynote_speaker",
             kind="person", capacity="Professor", affiliation="Seoul National University", session="keynote"),
        said("role", "Lee Kyogu", "also a co-founder of Supertone", FORUM, role="keynote_speaker", kind="person",
             capacity="co-founder", affiliation="Supertone", session="keynote"),
        said("theme", "Inclusive AI", "a keynote address on “Inclusive AI”", FORUM, session="keynote"),
        said("session", "Cultural Diversity in the Age of AI",
             "The first session, Cultural Diversity in the Age of AI", FORUM, position=1),
        said("session", "Cultural Literacy in the Age of AI", "a second one on Cultural Literacy in the Age of AI",
             FORUM, position=2),
    )  # fmt: skip
    masthead = Masthead("Korea and ASEAN to meet through music and debate", "Diplomacy Journal", "Kayla Lee",
                        "2025-11-10", "en")  # fmt: skip
    return article(FIRST_TEXT, "first.txt"), Reading(masthead, found)


def second() -> tuple[Article, Reading]:
    """Another report on the forum, which says some things otherwise, and that it is adapted."""
    said = says(SECOND_TEXT)
    organised = f"Organised by the {MINISTRY} and the {OTHER_FOUNDATION} (KOFICE)"
    found = (
        said("title", RENAMED_FORUM, RENAMED_FORUM, RENAMED_FORUM),
        said("kind", "forum_conference", RENAMED_FORUM, RENAMED_FORUM, inferred="from the title"),
        said("start", "2025-11-08", "on 8 November", RENAMED_FORUM, as_printed="8 November"),
        said("venue", "National Gallery Singapore", "at the National Gallery Singapore", RENAMED_FORUM),
        said("city", "Singapore", "National Gallery Singapore", RENAMED_FORUM),
        said("role", MINISTRY, f"Organised by the {MINISTRY}", RENAMED_FORUM, role="organiser",
             printed_role="Organised by", kind="state"),
        said("role", OTHER_FOUNDATION, organised, RENAMED_FORUM, role="organiser", printed_role="Organised by",
             kind="organisation"),
        said("name", "KOFICE", f"{OTHER_FOUNDATION} (KOFICE)", of=OTHER_FOUNDATION, kind="acronym"),
        said("figure", "12", "12 delegations", RENAMED_FORUM, measure="delegations"),
        said("taking_part", "KR", "from Korea and ASEAN", RENAMED_FORUM, as_printed="Korea"),
        said("taking_part", "ASEAN", "from Korea and ASEAN", RENAMED_FORUM),
        said("role", "Park Changsik", "Park Changsik, President of KOFICE", RENAMED_FORUM, role="quoted",
             kind="person", capacity="President", affiliation="KOFICE"),
    )  # fmt: skip
    masthead = Masthead(
        "ASEAN-Korea forum fosters cultural collaboration", adapted="adapted from original press material"
    )
    return article(SECOND_TEXT, "second.txt"), Reading(masthead, found)
