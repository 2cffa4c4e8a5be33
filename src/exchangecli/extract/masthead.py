"""What an article says of itself: its headline, publisher, author, the day of its publication, its language."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from exchangecli.extract.blocks import Block
from exchangecli.extract.dated import Dated, find_dates
from exchangecli.extract.languages import language_of
from exchangecli.extract.proposals import Masthead
from exchangecli.model.articles import Article

_BYLINE = re.compile(
    r"(?:\s*[-*]\s?)?(?:by|written by|text by|words by|story by|reported by|author)\b:?\s+(?P<who>[^\n]{3,80})$",
    re.IGNORECASE,
)
_MEDIA = (
    r"(?:journal|times|news|herald|post|daily|agency|tribune|gazette|star|online|magazine|press|today|review|observer|"
    r"monitor|chronicle|mirror|standard|nation|express|bulletin|newswire|weekly|reporter|correspondent|staff|writer|bureau|desk)"
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'. ]+(?:,\s[A-Z][\w'. ]+)?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
    r"(?:\s\[[^\]]+\])?(?:,?\s(?P<date>[^()/:-]{3,25}?))?\s?"
    r"(?:(?:\((?P<agency>[^()\n]{2,60})\)|/(?P<wire>[A-Z][\w .-]{2,40})/)\s?(?:-{1,2}|:)?|-{1,2}|:)\s"
)
_PUBLISHED = re.compile(
    r"(?:published|posted|post date|date|updated?|modified(?: on)?|last (?:updated|modified)|released?|issued|publication date|posted on|published on|press release)\b\s?(?:on|:|at)?\s*:?",
    re.IGNORECASE,
)
_FOR_RELEASE = re.compile(r"for (?:immediate )?release", re.IGNORECASE)
_SITE = re.compile(r"\s(?:-|\|)\s")
_SECTION_WORDS = frozenset(
    [
        "arts",
        "culture",
        "entertainment",
        "life",
        "lifestyle",
        "news",
        "home",
        "world",
        "politics",
        "national",
        "international",
        "opinion",
        "features",
        "arts-culture",
        "culture-arts",
        "press-release",
        "press",
        "release",
        "media",
        "upcoming",
        "events",
        "event",
        "latest",
        "diplomacy",
        "society",
        "community",
        "education",
        "travel",
        "key",
        "areas",
        "of",
        "work",
        "about",
        "us",
        "kultur",
        "et",
        "&",
        "and",
    ]
)
_ADAPTED = re.compile(
    r"\b(?:adapted from|reprinted from|republished from|based on (?:a|the|original) press|from original press|originally (?:published|appeared)|"
    r"press release distributed|with permission from|content provided by|reproduced from|this (?:is a|press) release)\b",
    re.IGNORECASE,
)
_LONGEST_HEADLINE = 200
_FEWEST_WORDS = 3


class Front(NamedTuple):
    """The masthead, with the places of the headline and of the dateline's city; None where there is none."""

    masthead: Masthead
    headline: tuple[int, int] | None
    dateline: tuple[int, int] | None


def read_masthead(article: Article, plain: str, blocks: Sequence[Block]) -> Front:
    """Read what stands around the report; what the file itself says of it comes first."""
    language = article.language or language_of(article.text)
    before = _front(blocks)
    headline = _headline(plain, before, article)
    author, publisher = _byline(plain, blocks)
    dateline = _dateline(plain, blocks)
    published = (
        article.published
        or _published(plain, [block for block in blocks[:8] if block.kind != "body"], headline)
        or (dateline and _dateline_date(dateline))
        or _published_after(plain, blocks)
    )
    publisher = article.publisher or publisher or _site(plain, before, headline) or _agency(dateline)
    adapted = _adapted(article.text)
    masthead = Masthead(
        title=article.title or (article.text[slice(*headline)].strip() if headline else None),
        publisher=publisher,
        author=article.author or author,
        published=published,
        language=language,
        adapted=adapted,
    )
    return Front(masthead, headline, dateline.span() if dateline else None)


def _adapted(text: str) -> str | None:
    """The sentence in which a text says that it was made of another."""
    said = _ADAPTED.search(text)
    if not said:
        return None
    start = max(text.rfind("\n", 0, said.start()), text.rfind(". ", 0, said.start())) + 1
    stop = re.compile(r"\.(?=\s|$)|\n|$").search(text, said.end())
    return text[start : stop.start() if stop else len(text)].strip()


def _front(blocks: Sequence[Block]) -> list[Block]:
    """The blocks before the report begins."""
    first = next((number for number, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    return [block for block in blocks[:first] if block.kind != "page"]


def _headline(plain: str, before: Sequence[Block], article: Article) -> tuple[int, int] | None:
    if article.title:
        at = plain.find(article.title)
        if at >= 0:
            return at, at + len(article.title)
    fitting = [block for block in before if _may_be_headline(plain, block)]
    several = [block for block in fitting if not _is_site(block.within(plain), block is before[0])]
    best = next(iter(several or fitting), None)
    if best is None:
        best = next(
            (block for block in before if _says_something(block.within(plain)) and not _is_date_alone(plain, block)),
            None,
        )
    return (best.start, best.end) if best else None


def _says_something(said: str) -> bool:
    return (
        len(said) < _LONGEST_HEADLINE
        and " > " not in said
        and any(word.lower().strip(",:") not in _SECTION_WORDS for word in said.split())
    )


def _may_be_headline(plain: str, block: Block) -> bool:
    said = block.within(plain)
    if (
        len(said) > _LONGEST_HEADLINE
        or len(said.split()) < _FEWEST_WORDS
        or _BYLINE.match(said)
        or block.kind == "item"
    ):
        return False
    if re.search(r"\s>\s|(?:\|.*){2}", said) or re.match(r"(?:skip to|you are here)", said, re.IGNORECASE):
        return False
    if all(word.lower().strip(",:") in _SECTION_WORDS for word in said.split()) or _is_date_alone(plain, block):
        return False
    return not re.match(
        r"(?:published|posted|updated|date|tel|email|for (?:immediate )?release|press release)\b", said, re.IGNORECASE
    )


def _is_site(said: str, is_first: bool) -> bool:
    """The name of a newspaper with what it says of itself: "Newsflash Asia - Breaking Stories, Smarter and Faster"."""
    parts = _SITE.split(said, maxsplit=1)
    return is_first and len(parts) > 1 and len(parts[0].split()) <= 4  # noqa: PLR2004


def _site(plain: str, before: Sequence[Block], headline: tuple[int, int] | None) -> str | None:
    if not before:
        return None
    said = before[0].within(plain)
    if headline and before[0].start == headline[0]:
        parts = _SITE.split(said)
        return (
            parts[-1].strip()
            if len(parts) > 1 and re.search(_MEDIA, parts[-1], re.IGNORECASE) and len(parts[-1].split()) < 5
            else None
        )  # noqa: PLR2004
    if _is_site(said, is_first=True):
        return _SITE.split(said)[0].strip()
    is_media = re.search(rf"\b{_MEDIA}\b", said, re.IGNORECASE) and len(said.split()) <= 5  # noqa: PLR2004
    return (
        said.strip()
        if is_media
        and said.lower().strip() not in ("news", "latest news", "press release")
        and not _PUBLISHED.match(said)
        else None
    )


def _byline(plain: str, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """Author and publisher: "By Kayla Lee", "By Diplomacy Journal Kayla Lee", "By Kayla Lee, The Korea Herald"."""
    for block in blocks:
        match = _BYLINE.fullmatch(block.within(plain)) if block.kind in ("title", "page", "body") else None
        if not match or len(match["who"].split()) > 9:  # noqa: PLR2004
            continue
        who = re.split(r"\s\|\s|\s-\s|\s?\|\s?Published", match["who"].strip())[0].rstrip(" .")
        after = re.match(rf"(?P<author>[^,]+),\s(?P<publisher>.*\b{_MEDIA}\b.*)$", who, re.IGNORECASE)
        if after:
            return after["author"], after["publisher"]
        before = re.match(
            rf"(?P<publisher>(?:[A-Z][\w'.]*\s){{0,4}}{_MEDIA}\b)\s(?P<author>[A-Z].*)$", who, re.IGNORECASE
        )
        if before:
            return before["author"], None if before["publisher"].lower() in (
                "staff writer",
                "staff",
                "reporter",
            ) else before["publisher"]
        return who, None
    return None, None


def _dateline(plain: str, blocks: Sequence[Block]) -> re.Match[str] | None:
    """HANOI (VNA) - ; SEOUL, Oct. 21 (Yonhap) -- ; Asmara, 20 May 2019- ."""
    for block in [block for block in blocks if block.kind == "body"][:2]:
        if block.kind == "body":
            match = _DATELINE.match(plain, block.start, min(block.end, block.start + 120))
            if match and (match["place"].isupper() or match["agency"] or match["wire"] or match["date"]):
                return match
    return None


def _dateline_date(dateline: re.Match[str]) -> str | None:
    found = find_dates(dateline.string, dateline.start(), dateline.end())
    return next((one.start for one in found if one.has_year and not one.weekday and one.end is None), None)


def _agency(dateline: re.Match[str] | None) -> str | None:
    said = (dateline["agency"] or dateline["wire"]) if dateline else None
    if not said or re.search(r"\d", said) or find_dates(said, 0, len(said)) or len(said.split()) > 4:  # noqa: PLR2004
        return None
    return str(said).strip()


def _is_date_alone(plain: str, block: Block) -> bool:
    return _alone(plain, block) is not None


def _alone(plain: str, block: Block) -> Dated | None:
    """The one date of a line that says nothing else."""
    said = block.within(plain)
    if len(said) > 90 or re.match(r"(?:event|date and time|when|dates)\b", said, re.IGNORECASE):  # noqa: PLR2004
        return None
    found = [
        one
        for one in find_dates(plain, block.start, block.end)
        if one.has_year and not one.weekday and one.precision == "day"
    ]
    if not found or found[0].end:
        return None
    rest = said[: found[0].place[0] - block.start] + said[found[0].place[1] - block.start :]
    rest = _PUBLISHED.sub("", rest)
    rest = re.sub(
        r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}:\d\d(?::\d\d)?|[ap]\.?m\.?|[A-Z]{2,4}T?\b|\bist\b|gmt|clock|news|by [A-Z][\w ]+",
        "",
        rest,
        flags=re.IGNORECASE,
    )
    allowed = (
        7
        if re.search(
            r"\||\bissue\b|\beditor\b|\bread\b|\bvol\b|\bdesk\b|\bcorrespondent\b|\breporter\b", said, re.IGNORECASE
        )
        else 2
    )
    return found[0] if len(re.findall(r"[A-Za-z]{3,}", rest)) <= allowed else None


def _published(plain: str, before: Sequence[Block], headline: tuple[int, int] | None) -> str | None:
    del headline
    dated = (_alone(plain, block) for block in before)
    found = next((one for one in dated if one), None)
    if found:
        return found.start
    for block in before:
        if re.match(r"dates?\b", block.within(plain), re.IGNORECASE):
            continue
        if _PUBLISHED.match(block.within(plain)) or _BYLINE.match(block.within(plain)) or "|" in block.within(plain):
            dates = [
                one for one in find_dates(plain, block.start, block.end) if one.has_year and one.precision == "day"
            ]
            if dates:
                return dates[0].start
    return None


def _published_after(plain: str, blocks: Sequence[Block]) -> str | None:
    """A line of its own after the report: "Published 3 May 2024"."""
    for block in blocks:
        said = block.within(plain)
        if block.kind in ("title", "page") and _PUBLISHED.match(said) and not re.match(r"date:", said, re.IGNORECASE):
            dated = _alone(plain, block)
            if dated:
                return dated.start
    return None
