"""The events of an article, and where it speaks of each.

An event is named ("the 2025 ASEAN-Korea Music Concert"), quoted (an exhibition titled "Two Rivers"), described ("a concert
of Kazakh and Chinese ensembles"), or it is the one the whole article is about. Names of several events ("ASEM Culture
Ministers' Meetings") are series, and no event.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.labels import find_label
from exchangecli.extract.names import Name, classify, place_of, with_subtitle
from exchangecli.extract.ordinals import NUMBERS, edition_in_name, ordinal
from exchangecli.extract.page import Page
from exchangecli.extract.plain import plain
from exchangecli.extract.sentences import Sentence
from exchangecli.model.folding import fold

_BACKGROUND = re.compile(
    r"(?:\b(?:during|following|ahead of|sidelines of|margins of|framework of|part of|occasion of|prior to|as well as at|"
    r"most recently at|like|such as|since|previous|last year's|after|before|at|for|under|to mark|success of|winner of|"
    r"edition of|host of|anniversary of|coincide with|coincides with|alongside|banner of|run-up to|preparations for))\s+"
    r"(?:the\s+|its\s+|this year's\s+|both\s+|(?:first|second|third|\w+th)\s+)?\"?$",
    re.IGNORECASE,
)
"""What stands before an event that another one is told by: "at the 7th ASEM Culture Ministers' Meeting"."""
_HOLDS = (
    r"held|hosted|hosts?|organi[sz]ed|organi[sz]es|staged|stages|presented|presents|opened|opens?|launched|launches|kicked off|"
    r"kicks off|took place|takes place|take place|taking place|convened|convenes|inaugurated|performed|celebrated|mounted|"
    r"arranged|concluded|wrapped up|gave|give|gives|featured|entertained|enthralled|welcomed|enjoyed|attended|screened"
)
_QUOTED = re.compile(r"\"([^\"\n]{3,120}?)[,.]?\"")
_TITLED = re.compile(
    r"(?:titled|entitled|called|named|dubbed|themed|billed as|under the title(?: of)?|under the name)[,:]?\s+\"?$"
)
_ARTICLE = re.compile(r"\b(?:an?|the|this year's|its|their|this)\s+", re.IGNORECASE)
_TITLE_CASE = 0.7
"""The share of capitals at which the words of a headline say nothing by being capitalised."""
_GENERIC = frozenset(
    [
        "the",
        "a",
        "an",
        "annual",
        "international",
        "national",
        "cultural",
        "culture",
        "culture's",
        "arts",
        "art",
        "music",
        "film",
        "dance",
        "folk",
        "opening",
        "closing",
        "special",
        "classical",
        "musical",
        "song",
        "songs",
        "joint",
        "first",
        "second",
        "third",
        "grand",
        "gala",
        "inaugural",
        "award",
        "awards",
        "world",
        "public",
        "policy",
        "traditional",
        "youth",
        "main",
    ]
)


class Mention(NamedTuple):
    """That an event is spoken of at plain[start:end]; ``background``: as what something else took place at."""

    start: int
    end: int
    event: int
    background: bool = False


@dataclass(slots=True)
class Draft:
    """An event, as an article tells it.

    Attributes:
        title: its name as first printed in full.
        place: where that stands.
        rule: how it was found.
        kind: the code of its kind, where its name says it, and ``kind_place`` the word.
        acronym: what it is called for short.
        others: other names that the article has for it, with their places.
    """

    title: str
    place: tuple[int, int]
    rule: str
    kind: str | None
    acronym: str | None = None
    others: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The year in its title."""
        found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.title)
        return int(found[0]) if found else None


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
                for draft in _named(page, number, sentence):
                    _note(
                        page,
                        sentence,
                        drafts,
                        mentions[number],
                        draft,
                        known_only=named_in_titles and _in_title_case(page, sentence),
                    )
    _keep_specific(drafts, mentions)
    _note_repeats(page, drafts, mentions)
    main = _main(page, drafts, mentions, headline)
    if main is None:
        return None
    _describe_beside(page, drafts, mentions)
    _other_editions(page, drafts, mentions, main)
    for number, sentence in enumerate(page.sentences):
        _note_short_names(page, sentence, drafts, mentions[number], main)
        mentions[number].sort()
    series = {_singular(name.text): name for names in page.names for name in names if name.kind == "series"}
    return Events(drafts, mentions, main, series)


def _named(page: Page, number: int, sentence: Sentence) -> Iterator[Draft]:
    for name in page.names[number]:
        of_somebody = sentence.kind == "item" and re.search(
            r"[A-Z]\w+ of $", page.plain[max(sentence.start, name.start - 30) : name.start]
        )
        if name.kind == "event" and not of_somebody and not _is_of_another(page.plain, name):
            yield Draft(name.text, (name.start, name.end), "event:named", name.sort, name.acronym)
    yield from _quoted(page, sentence)
    yield from _apposed(page, sentence)


@cache
def _is_a() -> re.Pattern[str]:
    ends = r"(?=[,.;]|\s(?:of|that|which|by|with|for|in|at|featuring|was|is|to|put|organi|held|showcas|between|curat|bring|where|run|and|presented|programme|program|series|dedicated|aimed|celebrating)|$)"
    return re.compile(rf"(?:,|\sis|\swas)\s(?:an?|the)\s(?:[a-z][\w'-]*\s){{0,4}}?({_heads()}){ends}")


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"\b({_heads()}),?\s(?:titled|entitled|called|named|dubbed)\s(?=(?-i:[A-Z]))", re.IGNORECASE)


def _apposed(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """Names that the words after them call an event: "Tango at the Teahouse, an evening put together by"."""
    for match in _is_a().finditer(page.plain, sentence.start, sentence.end):
        title = re.search(
            r"(?:^|[\s\"])([A-Z][\w'&-]*(?:(?:\s(?:at|of|in|the|and|on|for|de|du|to|with|&)(?:\sthe)?)?\s[A-Z0-9][\w'&-]*)+)\"?$",
            page.plain[max(sentence.start, match.start() - 80) : match.start()],
        )
        if not title:
            continue
        start = max(sentence.start, match.start() - 80) + title.start(1)
        start += len(re.match(r"(?:The\s)?", title[1])[0])  # type: ignore[index]
        end = max(sentence.start, match.start() - 80) + title.end(1)
        said = page.plain[start:end]
        if classify(said.split())[0] in ("", "programme") and not _is_a_person(page, sentence, said):
            yield Draft(page.said(start, end), (start, end), "event:apposed", words.event_kind(match[1]))
    for match in _EDITION_OF.finditer(page.plain, sentence.start, sentence.end):
        names = [name for names in page.names for name in names if name.start == match.end()]
        if names and names[0].kind in ("", "programme", "series") and not place_of(names[0].text):
            end = with_subtitle(page.plain, names[0].start, names[0].end)
            yield Draft(
                page.said(names[0].start, end),
                (names[0].start, end),
                "event:edition-of",
                _kind_in(page.plain[names[0].start : end]),
            )
    for match in _called().finditer(page.plain, sentence.start, sentence.end):
        title = re.compile(
            r"[A-Z][\w'&-]*(?:(?:\s(?:at|of|in|the|and|on|for|de|du|to|with))*\s[A-Z0-9][\w'&-]*)*(?:\s\([A-Z][^()]{3,60}\))?"
        ).match(page.plain, match.end(), sentence.end)
        if title:
            yield Draft(page.said(*title.span()), title.span(), "event:called", words.event_kind(match[1]))


_EDITION_OF = re.compile(r"\bedition of (?:the |its )?\"?(?=[A-ZÀ-Þ])")


def _is_a_person(page: Page, sentence: Sentence, said: str) -> bool:
    """Whether a name is spoken of as somebody's: with "who", or an honorific."""
    return bool(
        re.search(
            rf"{re.escape(said)}\"?,?\s(?:who|said|told)\b|(?:Mr|Ms|Mrs|Dr|Prof)\.?\s{re.escape(said)}", page.plain
        )
    ) and bool(sentence)


def _is_of_another(plain: str, name: Name) -> bool:
    """A festival's director, a concert's hall: the next word says that something else is named."""
    return bool(
        re.match(
            r"(?:'s?)?\s(?:director|organi[sz]er|committee|secretariat|hall|venue|curator|prize|award)s?\b",
            plain[name.end : name.end + 20],
        )
    )


def _quoted(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """Titles in quotation marks beside the word for what they are: the exhibition "Two Rivers"."""
    for match in _QUOTED.finditer(page.plain, sentence.start, sentence.end):
        title = match[1].strip()
        kind = classify(title.split())
        before = page.plain[max(sentence.start, match.start() - 60) : match.start()]
        after = page.plain[match.end() : match.end() + 70].split(".")[0]
        beside = _kind_beside(before, after)
        if kind[0] == "event" and not beside:
            continue  # found by its name
        content = [word for word in title.split() if len(word) > 3] or title.split()  # noqa: PLR2004
        if beside == "policy_panel" and any(name.kind == "event" for names in page.names for name in names):
            continue  # a session of that event
        if beside and content and sum(word[0].isupper() for word in content) * 2 >= len(content):
            yield Draft(
                page.said(match.start(1), match.start(1) + len(match[1].rstrip())),
                match.span(1),
                "event:quoted",
                beside,
            )


@cache
def _heads() -> str:
    known = sorted(words.meanings("event_words"), key=len, reverse=True)
    return "|".join(re.escape(word) for word in known)


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = rf"\b({_heads()})(?: of(?: [\w'-]+){{1,5}})?(?:,? (?:is |was |will be )?(?:titled|entitled|called|named|dubbed|themed|billed as|under the title(?: of)?|under the name(?: of)?))?[,:]?\s*$"
    after = rf"^(?:,\s(?:an?|the|this year's)\s(?:[\w'-]+\s){{0,4}}?|\s(?:an?\s(?:[\w'-]+\s){{0,3}}?)?(?:[a-z-]+\s)?)({_heads()})\b(?!\s(?:hall|director|pianist|goers?|organi[sz]er))"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _kind_beside(before: str, after: str) -> str | None:
    pattern_before, pattern_after = _beside()
    if re.search(
        r"\b(?:theme|topic|film|song|book|novel|motto|slogan|prize|award|play|work|piece|painting)\b[^\"]*$",
        before[-30:],
        re.IGNORECASE,
    ):
        return None
    found = pattern_before.search(before) or pattern_after.match(after)
    return words.event_kind(found[1]) if found else None


def _note(
    page: Page, sentence: Sentence, drafts: list[Draft], mentions: list[Mention], new: Draft, *, known_only: bool
) -> None:
    """Put a mention down to the event it is of, which may be a new one."""
    number = next((number for number, draft in enumerate(drafts) if _same(draft, new)), None)
    if number is None:
        if known_only:
            return
        number = len(drafts)
        drafts.append(new)
    elif len(fold(new.title)) > len(fold(drafts[number].title)) and not known_only:
        old = drafts[number]
        drafts[number] = new
        new.acronym = new.acronym or old.acronym
        new.others |= old.others
    draft = drafts[number]
    draft.acronym = draft.acronym or new.acronym
    before = page.plain[max(sentence.start, new.place[0] - 40) : new.place[0]]
    mentions.append(Mention(*new.place, number, bool(_BACKGROUND.search(before))))


def _same(one: Draft, other: Draft) -> bool:
    """Whether two names are of one event: equal, or one a part of the other and no number against it."""
    first, second = fold(one.title).split(), fold(other.title).split()
    if first == second:
        return True
    if _numbers(first) and _numbers(second) and _numbers(first) != _numbers(second):
        return False
    short, long = sorted((_bare(first), _bare(second)), key=len)
    if not short or one.kind != other.kind:
        return False
    return long[: len(short)] == short or (len(short) > 1 and set(short) <= set(long) and short[-1] == long[-1])


def _numbers(title: Sequence[str]) -> set[str]:
    return {word for word in title if word[0].isdigit()} | {str(NUMBERS[word]) for word in title if word in NUMBERS}


def _bare(title: Sequence[str]) -> list[str]:
    return [word for word in title if not word[0].isdigit() and word not in NUMBERS and word not in ("the", "annual")]


def _in_title_case(page: Page, sentence: Sentence) -> bool:
    said = [word for word in page.within(sentence).split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
    return len(said) > 1 and sum(word[0].isupper() for word in said) >= _TITLE_CASE * len(said)


def _keep_specific(drafts: list[Draft], mentions: list[list[Mention]]) -> None:
    """Leave out names that say only what kind of thing is meant ("Cultural Forum"), where others say more."""
    generic = {number for number, draft in enumerate(drafts) if _is_generic(draft)}
    if len(generic) == len(drafts):
        return
    kept = [number for number in range(len(drafts)) if number not in generic]
    place = {number: at for at, number in enumerate(kept)}
    for some in mentions:
        some[:] = [one._replace(event=place[one.event]) for one in some if one.event in place]
    drafts[:] = [drafts[number] for number in kept]


def _is_generic(draft: Draft) -> bool:
    if draft.rule == "event:quoted":
        return False
    said = fold(draft.title).split()
    return not _numbers(said) and all(word in _GENERIC or words.event_kind(word) for word in said)


def _main(
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
    described = _described(page, lead)
    if described:
        draft, number = described
        drafts.append(draft)
        mentions[number].append(Mention(*draft.place, len(drafts) - 1))
        return len(drafts) - 1
    if drafts and (in_front or not lead):
        return in_front[0].event if in_front else 0
    if drafts:
        return 0
    if headline is None:
        return None
    drafts.append(Draft(page.said(*headline), headline, "event:headline", _kind_in(page.plain[slice(*headline)])))
    return len(drafts) - 1


def _note_repeats(page: Page, drafts: list[Draft], mentions: list[list[Mention]]) -> None:
    """Where an event whose name has no head word is named again, perhaps with its year."""
    for number, draft in enumerate(drafts):
        if draft.rule == "event:named" or classify(draft.title.split())[0] == "event":
            continue
        known = {(one.start, one.end) for some in mentions for one in some if one.event == number}
        for at, sentence in enumerate(page.sentences):
            for match in re.finditer(
                rf"\b{re.escape(fold_quotes(draft.title))}(?:\s(?:19|20)\d\d)?\b", page.within(sentence)
            ):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if any(first < end and start < last for first, last in known):
                    continue
                before = page.plain[max(sentence.start, start - 40) : start]
                mentions[at].append(Mention(start, end, number, bool(_BACKGROUND.search(before))))
                if len(match[0]) > len(draft.title):
                    draft.title, draft.place = page.said(start, end), (start, end)
        for some in mentions:
            some.sort()


def fold_quotes(title: str) -> str:
    """A title as it stands in the plain text."""
    return plain(title)


def _describe_beside(page: Page, drafts: list[Draft], mentions: list[list[Mention]]) -> None:
    """Further events without a name, in sentences of their own: "A masterclass for young players takes place on 8 June"."""
    for number, sentence in enumerate(page.sentences):
        if sentence.kind != "body" or not _OWN.search(page.within(sentence)):
            continue
        dated = [one for one in page.dates[number] if one.precision == "day" or one.weekday]
        for match in _description().finditer(page.plain, sentence.start, sentence.end):
            before = [one for one in mentions[number] if one.start <= match.end(1)]
            if (
                not dated
                or any(not one.background and drafts[one.event].rule != "event:described" for one in before)
                or page.plain[match.start() : match.start() + 2].lower() not in ("a ", "an")
            ):
                continue
            found = _as_described(page, match)
            after = page.plain[match.end(2) : match.end(2) + 40]
            if (
                found is None
                or re.match(r",?\s(?:titled|entitled|called|named)?\s?\"", after)
                or re.search(
                    r"\b(?:with|at|during|following|including|after|for)\s$",
                    page.plain[max(sentence.start, match.start() - 12) : match.start()],
                )
            ):
                continue
            drafts.append(found)
            mentions[number].append(Mention(*found.place, len(drafts) - 1))
        mentions[number].sort()


def _other_editions(page: Page, drafts: list[Draft], mentions: list[list[Mention]], main: int) -> None:
    """Earlier and later editions that are told of by their number alone: "The 13th conference took place in Gwangju"."""
    known = edition_in_name(drafts[main].title)
    for number, sentence in enumerate(page.sentences):
        for match in _edition_alone().finditer(page.plain, sentence.start, sentence.end):
            if sentence.kind == "body" and known and ordinal(match["ordinal"]) != known[0]:
                place = match.span("title")
                drafts.append(Draft(page.said(*place), place, "event:other-edition", drafts[main].kind))
                mentions[number].append(Mention(*place, len(drafts) - 1))
        mentions[number].sort()


@cache
def _edition_alone() -> re.Pattern[str]:
    numbers = "|".join(NUMBERS)
    return re.compile(
        rf"\b[Tt]he (?P<title>(?P<ordinal>{numbers}|\d{{1,2}}(?:st|nd|rd|th))(?: (?:edition|{_heads()}))?),?\s(?:took place|takes place|was held|were held|will be held|will take place|is scheduled|is to be held|held in|was hosted|is planned)"
    )


_OWN = re.compile(
    r"\b(?:will|takes place|took place|was held|is scheduled|conduct|planned|to come|hold|held|give|gave|follow|staged|opens?|opened|performed?)\b"
)


def _notice(page: Page, headline: tuple[int, int] | None) -> Draft | None:
    """The event of a notice, whose headline is its name: what stands under it says when and where."""
    labels = [found.field for number in range(min(len(page.sentences), _FRONT)) if (found := find_label(page, number))]
    if headline is None or not {"date", "venue"} <= set(labels):
        return None
    if not any(one.start <= headline[0] < one.end for one in page.sentences):
        return None
    lead = page.plain[headline[1] : headline[1] + 900]
    return Draft(
        page.said(*headline), headline, "event:notice", _kind_in(page.plain[slice(*headline)]) or _kind_in(lead)
    )


_FRONT = 14


def _kind_in(said: str) -> str | None:
    found = re.search(rf"\b({_heads()})s?\b", said, re.IGNORECASE)
    return words.event_kind(found[1]) if found else None


@cache
def _description() -> re.Pattern[str]:
    inner = r"(?:[\w'&/-]+[ ]){0,6}?"
    what = r"(?: (?:of|featuring|by|for|on|between|with|showcasing|titled|entitled) (?:(?!in\b|at\b|on\b|to mark|and an?\b)[\w'&/-]+(?:, (?=[\w' -]+ and ))?[ ]?){1,10})?"
    return re.compile(rf"\b(?:an?|the|its) ({inner}({_heads()})s?(?![\w-]){what})", re.IGNORECASE)


_VERB = re.compile(r"\b(?:was|were|is|are|be|has|have|had|will|would|to|that|which|who|as|said|takes?|took|and will)\b")


def _described(page: Page, lead: Sequence[int]) -> tuple[Draft, int] | None:
    """An event told in small letters: "an evening of Dance and Music", in a sentence that says that it was held."""
    for number in lead:
        sentence = page.sentences[number]
        if not re.search(rf"\b(?:{_HOLDS})\b|\bwill be\b|\bperform", page.within(sentence)):
            continue
        for match in _description().finditer(page.plain, sentence.start, sentence.end):
            draft = _as_described(page, match)
            if draft:
                return draft, number
    return None


def _as_described(page: Page, match: re.Match[str]) -> Draft | None:
    said = match[1]
    cut = _VERB.search(said, match.end(2) - match.start(1))
    said = (said[: cut.start()] if cut else said).rstrip(" ,")
    said = re.sub(
        r"\s(?:on|from)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s\d).*$",
        "",
        said,
        flags=re.IGNORECASE,
    )
    said = re.sub(r"\s(?:of|by|for|on|with|between|featuring|and|the|a|an|their|its)$", "", said)
    said = re.sub(r"\s(?:of|by|for|on|with|between|featuring|and|the|a|an|their|its)$", "", said)
    if re.search(
        rf"\b(?:{_HOLDS})\b|(?:press|news) conference|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
        said[: match.end(2) - match.start(1)],
        re.IGNORECASE,
    ):
        return None
    opens = re.match(r"\s(?:that|which)\b|,\s", match.string[match.end(2) : match.end(2) + 6]) and match[0][0] == "A"
    if _VERB.search(said[: match.start(2) - match.start(1)]) or (len(said.split()) < 2 and not opens):  # noqa: PLR2004
        return None
    start = match.start(1)
    return Draft(
        page.said(start, start + len(said)), (start, start + len(said)), "event:described", words.event_kind(match[2])
    )


def _note_short_names(
    page: Page, sentence: Sentence, drafts: Sequence[Draft], mentions: list[Mention], main: int
) -> None:
    """Where an event is called by its acronym, or "the forum"."""
    taken = [(one.start, one.end) for one in mentions]
    for number, draft in enumerate(drafts):
        if draft.acronym:
            for match in re.finditer(rf"\b{re.escape(draft.acronym)}\b", page.within(sentence)):
                _add_short(page, sentence, mentions, taken, match.span(), number)
    for match in _anaphora().finditer(page.within(sentence)):
        kind = words.event_kind(match[1])
        fitting = [number for number, draft in enumerate(drafts) if draft.kind == kind] if kind else []
        if kind and not fitting:
            alone = [
                number
                for number, draft in enumerate(drafts)
                if draft.rule not in ("event:described", "event:other-edition")
            ]
            if len(alone) > 1 or match[0].lower().startswith("this "):
                continue
        event = main if main in fitting or not fitting else fitting[-1]
        if len(fitting) > 1:
            event = -1  # the one spoken of last; told apart when facts are attached
        _add_short(page, sentence, mentions, taken, match.span(), event)


@cache
def _anaphora() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|this|this year's)(?: [a-z][\w-]+){{0,2}}? (event|{_heads()})\b(?! (?:hall|director|venue))",
        re.IGNORECASE,
    )


def _add_short(
    page: Page,
    sentence: Sentence,
    mentions: list[Mention],
    taken: list[tuple[int, int]],
    span: tuple[int, int],
    event: int,
) -> None:
    start, end = span[0] + sentence.start, span[1] + sentence.start
    if any(first < end and start < last for first, last in taken):
        return
    before = page.plain[max(sentence.start, start - 40) : start]
    mentions.append(Mention(start, end, event, bool(_BACKGROUND.search(before))))
    taken.append((start, end))


def _singular(title: str) -> str:
    return re.sub(r"s$", "", title)
