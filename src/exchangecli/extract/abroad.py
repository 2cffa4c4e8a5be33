"""Articles in Korean, Vietnamese, French and Indonesian: what is told in the same way in every language.

Events by their names in quotation marks beside (or with) a word for what they are, dates, countries and cities beside
them, acronyms in brackets. Whatever needs grammar (who did what) is left alone, and the reading says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Unpack

from exchangecli.extract import words
from exchangecli.extract.dated import Dated, after, with_year
from exchangecli.extract.making import Further
from exchangecli.extract.names import place_of
from exchangecli.extract.page import Page
from exchangecli.extract.proposals import Proposal
from exchangecli.extract.sentences import Sentence
from exchangecli.model.folding import fold

LANGUAGES = {"ko": "Korean", "vi": "Vietnamese", "fr": "French", "id": "Indonesian"}
_QUOTED = re.compile(r"\"\s?(?P<title>[^\"\n]{2,90}?)\s?\"|['<]\s?(?P<single>[^\"'\n]{2,90}?)\s?['>](?!\w[a-z])")
_SAID = re.compile(r"\s?(?:이라며|라며|이라고|라고|고\s|며\s|면서)")
"""What stands behind a quotation of somebody's words."""
_PART = re.compile(r"\d부\s?$")
_BESIDE = 34
"""How far from a name in quotation marks the word for what it is may stand, in characters."""
_WITH = {"end": "start"}
"""A last day is told with the first one, or is not that of the event."""
_BESIDE_NAME = {"city": "city:beside-name", "country": "country:beside-name"}
_PARTICLES = re.compile(r"(?:에서는|에서|에는|에게|으로|까지|부터|서는|서|의|에|로|은|는|이|가|와|과|을|를|도|및)$")
_IN = {
    "fr": re.compile(r"\b(?:à|au|aux|en|de|d'|dans|du)\s?(?P<place>[A-ZÀ-Þ][\w'-]+(?:[ -][A-ZÀ-Þ][\w'-]+)*)"),
    "vi": re.compile(
        r"\b(?:tại|ở|thành phố|TP\.?|thủ đô)\s(?:thành phố |thủ đô |TP\.?\s?)?"
        r"(?P<place>[A-ZÀ-ỸĐ][\w]*(?:\s[A-ZÀ-ỸĐ][\w]*)*)"
    ),
    "id": re.compile(r"\b(?:di|ke)\s(?:kota |ibu kota )?(?P<place>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*)"),
    "ko": re.compile(r"(?P<place>[가-힣]{2,})"),
}
_HANGUL = r"[가-힣][가-힣·]*"
_LATIN = r"[A-ZÀ-ỸĐ][\w'-]*(?:\s(?:de |du |des |la |le |và |dan |et |d')?[\w'À-ỹ-]+){1,9}"
_ACRONYM = re.compile(rf"(?P<name>{_HANGUL}|{_LATIN})\s?\((?P<acronym>[A-Z][A-Za-z&-]*[A-Z][A-Za-z]*)\)")


_STANDS_THERE = re.compile(r"\s(?:[가-힣]+\s)?[가-힣]*(?:에서|서|박물관|미술관|극장|센터)")


@cache
def _heads() -> re.Pattern[str]:
    known = sorted(words.meanings("event_words_abroad"), key=len, reverse=True)
    return re.compile(
        "|".join(
            rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() or word[0] < "가" else re.escape(word)
            for word in known
        ),
        re.IGNORECASE,
    )


def read_abroad(page: Page, language: str, published: str | None) -> tuple[list[Proposal], str]:
    """The proposals of an article in one of these languages, and what a person should know."""
    facts: list[Proposal] = []
    known: dict[str, str] = {}
    said: set[tuple[str | None, str]] = set()
    for number, sentence in enumerate(page.sentences):
        if sentence.kind == "page":
            continue
        titles = list(_titles(page, sentence, language))
        for title in titles:
            event = known.setdefault(fold(title.value), title.value)
            found = [*_named(page, sentence, title), *_around(page, number, title, titles, language, published)]
            new = [replace(one, event=event) for one in found if (event, _WITH.get(one.field, one.field)) not in said]
            said.update((event, one.field) for one in new)
            facts += new
    facts += _acronyms(page)
    remark = (
        f"the article is in {LANGUAGES[language]}: only dates, places, names in quotation marks and acronyms were read"
    )
    return facts, remark


def _named(page: Page, sentence: Sentence, title: Proposal) -> Iterator[Proposal]:
    """The title of an event, and its kind."""
    yield title
    kind = _kind(page, sentence, title)
    if kind:
        yield _fact(page, title.event, "kind", kind, (title.start, title.end), "kind:head-word")


def _fact(
    page: Page, event: str | None, field: str, value: str, place: tuple[int, int], rule: str, **further: Unpack[Further]
) -> Proposal:
    start, end = place
    return Proposal(
        field=field, event=event, value=value, quote=page.text[start:end], start=start, end=end, rule=rule, **further
    )


def _titles(page: Page, sentence: Sentence, language: str) -> Iterator[Proposal]:
    for match in _QUOTED.finditer(page.plain, sentence.start, sentence.end):
        start, end = match.span("title" if match["title"] else "single")
        if (
            (language != "ko" and "'" in (match[0][0], match[0][-1]))
            or _SAID.match(page.plain, match.end())
            or _PART.search(page.plain[max(0, match.start() - 5) : match.start()])
        ):
            continue
        if _heads().search(match["title"] or match["single"]) or _beside(page, sentence, match.start(), match.end()):
            title = page.said(start, end)
            yield _fact(page, title, "title", title, (start, end), "event:quoted-abroad")


def _beside(page: Page, sentence: Sentence, start: int, end: int) -> str | None:
    before = page.plain[max(sentence.start, start - _BESIDE) : start]
    found = list(_heads().finditer(before))
    following = _heads().match(page.plain[end : end + _BESIDE].lstrip(" ,"))
    if found and not re.search(r"[\".;]", before[found[-1].end() :]):
        return found[-1][0]
    return following[0] if following else None


def _kind(page: Page, sentence: Sentence, title: Proposal) -> str | None:
    inside = _heads().findall(title.value)
    word = inside[-1] if inside else _beside(page, sentence, title.start - 1, title.end + 1)
    return words.meanings("event_words_abroad").get(word.lower()) if word else None


def _around(
    page: Page, number: int, title: Proposal, titles: Sequence[Proposal], language: str, published: str | None
) -> Iterator[Proposal]:
    """The date, the city and the country of the sentence in which an event is named, where it names no other."""
    sentence = page.sentences[number]
    if len(titles) > 1 or title.event is None:
        return
    dated = _date(page, number, title, published)
    if dated:
        yield _fact(page, title.event, "start", dated.start, dated.place, "date:beside-name", inferred=dated.inferred)
        if dated.end:
            yield _fact(page, title.event, "end", dated.end, dated.place, "date:beside-name", inferred=dated.inferred)
    seen: set[str] = set()
    for field, value, place in _places(page, sentence, language):
        if field not in seen and not title.start <= place[0] < title.end:
            seen.add(field)
            yield _fact(page, title.event, field, value, place, _BESIDE_NAME[field])


def _date(page: Page, number: int, title: Proposal, published: str | None) -> Dated | None:
    found = [one for one in page.dates[number] if not one.weekday and not title.start <= one.place[0] < title.end]
    if not found:
        return None
    nearest = min(found, key=lambda one: (one.precision != "day", abs(one.place[0] - title.start)))
    if nearest.has_year:
        return nearest
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", title.value)
    if year:
        return with_year(nearest, int(year[0]), "year from the title")
    return with_year(nearest, after(nearest, published), "year from the date of publication") if published else nearest


def _places(page: Page, sentence: Sentence, language: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """The cities and countries of a sentence: field, value and place of each."""
    for match in _IN[language].finditer(page.plain, sentence.start, sentence.end):
        said = _korean_place(page, match) if language == "ko" else match["place"]
        place = place_of(said) if said else None
        if said and place and place[0] in ("city", "country") and "|" not in place[1]:
            start = match.start("place")
            end = start + len(_PARTICLES.sub("", match["place"]) if language == "ko" else said)
            yield place[0], page.said(start, end) if place[0] == "city" else place[1], (start, end)


def _korean_place(page: Page, match: re.Match[str]) -> str | None:
    """A word as the name of a place, with or without its particle; a city without one only before what stands there."""
    said = match["place"]
    bare = _PARTICLES.sub("", said)
    name = next((one for one in (said, bare) if place_of(one)), None)
    place = place_of(name) if name else None
    is_loose = bare == said and not _STANDS_THERE.match(page.plain[match.end() : match.end() + 12])
    return None if place and place[0] == "city" and is_loose else name


def _acronyms(page: Page) -> Iterator[Proposal]:
    seen: set[str] = set()
    for match in _ACRONYM.finditer(page.plain):
        name, acronym = page.said(*match.span("name")), match["acronym"]
        if acronym not in seen:
            seen.add(acronym)
            yield _fact(page, None, "name", acronym, match.span(), "name:in-brackets", of=name, kind="acronym")
