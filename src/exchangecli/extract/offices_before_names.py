"""Offices that stand before a name: "Cuban Ambassador to Ecuador Jorge Rodiles"."""

import re
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.names import find_names, place_of
from exchangecli.extract.offices import GROUPS, HONORIFIC, country_of_adjective, office_words
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_COMPLEMENT = re.compile(r"\s(?:of|to|for|at|in)\s(?:the\s)?(?=[A-Z])")


def read_office_before(page: Page, sentence: Sentence, at: int) -> tuple[int, str, str | None, str | None] | None:
    """An office before a name: "Cuban Ambassador to Ecuador Jorge Rodiles", "museum director Anahit Grigoryan".

    Gives where the name begins, the office, the body it is held at and the country it stands for.
    """
    words_of = re.compile(r"(?:(?:[\w.&-]+(?:'s|s')?)\s){0,5}?").match(page.plain, at, sentence.end)
    found = _before_name().match(page.plain, at, sentence.end)
    if not found or not words_of:
        return None
    front, word = found["front"] or "", found["office"]
    if word.lower() in GROUPS:
        return None
    if _VERBS.search(front):
        return None
    end = found.end("office")
    complement = _COMPLEMENT.match(page.plain, end, sentence.end)
    body = None
    if complement:
        whole = (
            find_names(page.plain, sentence._replace(start=found.start("office")))
            if re.search(r"(?i)minister|secretary", word)
            else []
        )
        reach = whole[0].end if whole and whole[0].start == found.start("office") else None
        parted = _person_after(page, sentence, complement.end(), reach)
        if parted is None:
            return None
        body, start = parted
    else:
        gap = re.compile(r",?\s").match(page.plain, end, sentence.end)
        comma = gap is not None and gap[0].startswith(",")
        start = gap.end() if gap else end
        polite = HONORIFIC.match(page.plain, start, sentence.end)
        if (
            not gap
            or (comma and not polite and not _named_fully(page, sentence, start))
            or not (polite or page.plain[start : start + 1].isupper())
        ):
            return None
    country = country_of_adjective(front.strip().removeprefix("the ").removeprefix("The ")) if front else None
    own = re.match(r"(?:[Tt]he\s)?(.+?)'s?\s", front)
    said = (front[own.end() :] if own else front) + page.plain[found.start("office") : end]
    said = re.sub(r"^(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[Tt]heir)\s", "", said).strip()
    if body and not place_of(body) and re.search(r"(?i)minister|secretary", word):
        said, body = f"{said} {page.plain[end : complement.end() if complement else end].strip()} {body}", None
    if body and (place_of(body) or place_of(body.split(" to ")[0])):
        said, body = (
            page.plain[found.start("office") - len(said) + len(word) : end]
            + page.plain[end : complement.end() if complement else end]
            + body,
            None,
        )
    if body is None and own and own[1][0].isupper() and not place_of(own[1]):
        body = own[1]
    prefixed = re.match(r"((?:[A-Z][\w&-]*\s)+)(?=[A-Za-z-]+)", said)
    if body is None and prefixed and country is None:
        first = prefixed[1].strip()
        only = re.sub(
            r"\s(?:Vice|Deputy|Executive|Managing|Artistic|Festival|General|Culture|Prime|Foreign|Regional|Chief|Senior|Former|President|Director|Minister)\b.*",
            "",
            first,
        )
        if only and only == first.split(" ")[0] and (only.isupper() or words.body_kind(only)) and len(only) > 1:
            body, said = only, said.removeprefix(only).strip()
    return start, said, body, country


def _named_fully(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether a person's full name stands at a place: two words or more, and then a comma or what they did."""
    names = find_names(page.plain, sentence._replace(start=at))
    if not names or names[0].start != at or names[0].kind or len(names[0].text.split()) < 2:  # noqa: PLR2004
        return False
    return bool(
        re.match(
            r",|\s(?:has|have|was|is|will|and)?\s?[a-z]+(?:ed|s|d|t)\b|\.|;",
            page.plain[names[0].end : names[0].end + 24],
        )
    )


_VERBS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|said|by|and|with|that|who|which|of|in|at|from|to|for)\b|\w{3,}ed\b"
)


@cache
def _before_name() -> re.Pattern[str]:
    offices = "|".join(sorted(map(re.escape, office_words() | {"maker", "player"}), key=len, reverse=True))
    return re.compile(
        rf"(?P<front>(?:[\w.&-]+(?:'s|s')?\s){{0,4}}?)(?P<office>(?i:(?:vice[ -]|deputy[ -]|co-)?(?:{offices})(?:[ -]general)?))(?=,?\s)"
    )


def _person_after(page: Page, sentence: Sentence, at: int, reach: int | None = None) -> tuple[str, int] | None:
    """Where the body or place of an office ends and the name of its holder begins: "Ecuador | Jorge Rodiles"."""
    names = find_names(page.plain, sentence._replace(start=at))
    if not names or names[0].start != at:
        return None
    first = names[0]
    second = re.compile(r"\s(?:to|of|in)\s(?:the\s)?(?=[A-Z])").match(page.plain, first.end, sentence.end)
    if second and place_of(first.text):
        parted = _person_after(page, sentence, second.end())
        return (f"{page.said(first.start, second.end())} {parted[0]}", parted[1]) if parted else None
    if reach and reach > first.end:
        first = first._replace(end=reach, text=page.said(first.start, reach))
    after = page.plain[first.end : first.end + 2]
    gap = re.compile(r",?\s(?:Ambassador\s|Minister\s|Professor\s)?").match(page.plain, first.end, sentence.end)
    polite = HONORIFIC.match(page.plain, gap.end(), sentence.end) if gap else None
    if gap and (polite or (gap[0].startswith(",") and _named_fully(page, sentence, gap.end()))):
        return page.said(first.start, first.end), gap.end()
    said = first.text.split()
    for size in range(len(said) - 1, 0, -1):
        left = " ".join(said[:size])
        if len(said) - size >= 2 and (
            place_of(left)
            or words.body_kind(said[size - 1])
            or said[size - 1].lower() in words.words("portfolio_words")
        ):  # noqa: PLR2004
            start = page.plain.find(said[size], first.start + len(said[0]), first.end)
            return left, start
    if after.startswith(" ") and len(names) > 1 and names[1].start == first.end + 1 and place_of(first.text):
        return page.said(first.start, first.end), names[1].start
    return None
