"""What else an article says of an event: theme, edition, since when there has been one, whether it was put off."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.names import place_of
from exchangecli.extract.ordinals import PATTERN
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence
from exchangecli.model.ordinals import ordinal


class Detail(NamedTuple):
    """One such thing: plain[start:end].

    Attributes:
        field: ``theme``, ``edition``, ``launch``, ``status`` or ``programme``.
        value: as the dataset holds it.
        start, end: its place.
        rule: how it was read.
        of: what it is said of, where that is named: ASEM.
        session: ``keynote`` for the theme of a keynote.
        kind: of a programme.
    """

    field: str
    value: str
    start: int
    end: int
    rule: str
    of: str | None = None
    session: str | None = None
    kind: str | None = None


_SHORTEST_THEME = 3
_LONGEST_THEME = 160
"""Characters."""
_KEYNOTE = r"\bkeynote\s(?:address|speech|lecture|talk|presentation)"
_THEME = re.compile(
    rf"""
    (?P<keynote>{_KEYNOTE}[^.\"]{{0,60}}?)?
    \b
    (?:
        (?:on|under|with|around|has|had|was|carried|carrying|its|whose|adopted)\s(?:as\s)?
        (?:the|a|its|this\ year's)?\s?(?:overarching\s|central\s|main\s|common\s|general\s|official\s)?
        theme(?:\s(?:of|is|was|being|titled|entitled|for\ this\ year\ is))?
      | themed
      | (?:on|about)\sthe\stopic(?:\sof)?
      | (?:the|this\ year's)\stheme\s(?:is|was|of[^\"]{{3,60}}\s(?:is|was))
    )
    (?:\s?[,:-])?\s?(?P<quote>\"?)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_KEYNOTE_ALONE = re.compile(r"\bkeynote,?\s\"")
_KEYNOTE_TITLE = re.compile(rf"{_KEYNOTE}\b[^.\"]{{0,140}}?\b(?:titled|entitled|called|on)\s\"")
_SMALL = "of|in|the|and|for|on|to|with|a|an|from|by|through|at|as|&|or"
_TITLE_WORDS = re.compile(rf"[A-Z0-9][\w'&/-]*(?:(?::\s|,\s(?=[A-Z])|\s(?:(?:{_SMALL})\s)*)[A-Z0-9][\w'&/-]*)*[?!]?")
_ENTERS = r"(?:in|into|marking|marks|marked|entering)\s"
_EDITION = re.compile(
    rf"\b(?:{_ENTERS}(?:its|their|the)\s|(?:the|this|its|a|this year's|will be the|was the|is the)\s)?"
    rf"(?:{PATTERN}|(?P<maiden>maiden|inaugural))\s"
    r"(?P<what>year|edition|season|iteration|instal?lment|event of the|concert of the|event in the)\b",
    re.IGNORECASE,
)
_ENTERED = re.compile(_ENTERS, re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:last|previous|since)\b", re.IGNORECASE)
_BEFORE_EDITION = 20
_BEHIND_EDITION = 14
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_HELD = r"(?:held|organi[sz]ed|staged)"
_REGULARLY = r"(?:every\ year|annually|yearly|biennially|every\ two\ years)"
_LAUNCHED = re.compile(
    rf"""
    \b
    (?:
        since\s(?:its|their|the)\s
        (?:launch|inception|establishment|foundation|founding|creation|debut|beginnings?|start|first\ edition
          |inauguration)
        \s(?:back\s)?in\s
      | (?:was\s|were\s)?(?:first\s)?
        (?:launched|established|founded|initiated|created|inaugurated|begun|started|began|set\ up|born)
        \s(?:back\s)?in\s(?:early\s|late\s|mid-)?
        (?:[A-Z][\w-]+(?:,?\ [A-Z][\w-]+){{0,3}},?\ in\s|[A-Z][a-z]+\s)?
      | (?:launched|established|founded|initiated|created|started)\s(?:the|this)\s(?:[a-z-]+\s){{1,3}}in\s
      | first\s(?:held|organi[sz]ed|staged|took\ place|hosted|convened)\s(?:back\s)?in\s
      | {_HELD}\sfor\sthe\sfirst\stime\s(?:back\s)?in\s
      | (?:has|have)\sbeen\s(?:held|organi[sz]ed|staged|running|hosted)\s
        (?:every\ year\s|annually\s|regularly\s|biennially\s|every\ two\ years\s)?since\s
      | {_HELD}\s{_REGULARLY}\ssince\s
      | (?:annual|biennial|yearly)\s[^.;,]{{3,40}}\ssince\s
    )
    {_YEAR}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LAUNCHED_FIRST = re.compile(
    rf"^(?:first )?(?:launched|established|founded|initiated|created|started|born|held for the first time) in {_YEAR},?"
    r" (?:by [^,.;]+, )?(?:the|this|it)\b",
    re.IGNORECASE,
)
"""At the beginning of a sentence: "Launched in 2013, the forum"."""
_SINCE = re.compile(rf"^since\s{_YEAR},?\s(?:the|this)\s[^.;]{{0,60}}?\b(?:has|have)\sbeen\s{_HELD}", re.IGNORECASE)
_CLAUSE = re.compile(r"[;]|\.\s")
_CLAUSE_REACH = 90
_FOUNDED_REACH = 60
_LAUNCHED_REACH = 30
_SUBJECT = re.compile(r"\"?([A-Z][A-Z]+)\s(?:is|was)\san?\s")
_NO_STATUS = re.compile(
    r"\bnot (?:been |be )?(?:cancell?ed|postponed)|will not be|next year's|in case of|if (?:it|the)|despite|"
    r"had been (?:cancell?ed|postponed)|were (?:cancell?ed|postponed) (?:in|during)",
    re.IGNORECASE,
)
"""In a sentence: it does not say whether the event will be held."""
_PROGRAMME = re.compile(
    r"\b(?:as (?:a )?part of|within|under|in the framework of|within the framework of|under the framework of|through|"
    r"under the umbrella of|part of)\s(?:the|its|their|a|an|this year's)?\s?(?:[a-z-]+\s){0,2}\"?$",
    re.IGNORECASE,
)
_BEFORE_PROGRAMME = 60


@cache
def _statuses_said() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Status, the words that say it (``tables/statuses.csv``) and the rule; the first that fits."""
    return tuple(
        (row["status"], re.compile(rf"\b(?:{row['words']})", re.IGNORECASE), row["rule"])
        for row in words.rows("statuses")
    )


@cache
def _any_of(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words.either(phrases)}\b", re.IGNORECASE)


def find_details(page: Page, number: int) -> list[Detail]:
    """The details of a sentence."""
    sentence = page.sentences[number]
    found = (find(page, sentence) for find in (_themes, _editions, _launches, _statuses))
    return [*chain.from_iterable(found), *_programmes(page, number)]


def _themes(page: Page, sentence: Sentence) -> Iterator[Detail]:
    """What stands behind "under the theme", and the titles of keynotes."""
    for match in _THEME.finditer(page.plain, sentence.start, sentence.end):
        read = _quoted if match["quote"] else _in_capitals
        yield from read(page, sentence, match.end(), "keynote" if match["keynote"] else None)
    keynotes = (
        pattern.finditer(page.plain, sentence.start, sentence.end) for pattern in (_KEYNOTE_TITLE, _KEYNOTE_ALONE)
    )
    for match in chain.from_iterable(keynotes):
        yield from _quoted(page, sentence, match.end(), "keynote")


def _quoted(page: Page, sentence: Sentence, start: int, session: str | None) -> Iterator[Detail]:
    closing = page.plain.find('"', start, sentence.end + 1)
    end = closing if closing >= 0 else _title_end(page, start, sentence.end)
    end = start + len(page.plain[start:end].rstrip(" ,.;"))
    yield from _theme(page, start, end, "theme:quoted", session)


def _in_capitals(page: Page, sentence: Sentence, start: int, session: str | None) -> Iterator[Detail]:
    end = _title_end(page, start, sentence.end)
    if len(page.plain[start:end].split()) > 1:
        yield from _theme(page, start, end, "theme:in-capitals", session)


def _theme(page: Page, start: int, end: int, rule: str, session: str | None) -> Iterator[Detail]:
    if _SHORTEST_THEME <= end - start <= _LONGEST_THEME:
        yield Detail("theme", page.said(start, end), start, end, rule, session=session)


def _title_end(page: Page, start: int, end: int) -> int:
    match = _TITLE_WORDS.match(page.plain, start, end)
    return match.end() if match else start


def _editions(page: Page, sentence: Sentence) -> Iterator[Detail]:
    """The third edition; in its fifth year."""
    for match in _EDITION.finditer(page.plain, sentence.start, sentence.end):
        number = 1 if match["maiden"] else ordinal(match["ordinal"])
        behind = page.plain[match.end() : match.end() + _BEHIND_EDITION]
        before = page.plain[max(sentence.start, match.start() - _BEFORE_EDITION) : match.start()]
        is_year = match["what"].lower() in ("year", "season") and not _ENTERED.match(match[0])
        if number and not is_year and not _any_of("no edition").search(behind) and not _EARLIER.search(before):
            yield Detail("edition", str(number), match.start(), match.end(), "edition:said")


def _launches(page: Page, sentence: Sentence) -> Iterator[Detail]:
    """The year since when there has been an event; not that in which a body was founded."""
    said = page.within(sentence)
    since = _SINCE.match(said) or _LAUNCHED_FIRST.match(said)
    if since:
        end = sentence.start + since.end("year")
        yield Detail("launch", since["year"], sentence.start, end, "launch:said")
    subject = _SUBJECT.match(said)
    of = subject[1] if subject and place_of(subject[1]) else None
    for match in _LAUNCHED.finditer(page.plain, sentence.start, sentence.end):
        before = page.plain[max(sentence.start, match.start() - _CLAUSE_REACH) : match.start()]
        if _is_launch(_CLAUSE.split(before)[-1], match[0].lower()):
            yield Detail("launch", match["year"], match.start(), match.end(), "launch:said", of=of)


def _is_launch(clause: str, said: str) -> bool:
    """Whether what begins in a clause is something that is held, and not a body."""
    if said.startswith("since"):
        return True
    launched, founded = _any_of("launched once"), _any_of("founded once")
    if founded.search(clause[-_FOUNDED_REACH:]) and not launched.search(clause[-_LAUNCHED_REACH:]):
        return False
    return bool(launched.search(clause)) or "first" in said


def _statuses(page: Page, sentence: Sentence) -> Iterator[Detail]:
    """Whether an event is announced, put off or cancelled; the first that a sentence says."""
    said = page.within(sentence)
    if _NO_STATUS.search(said):
        return
    for status, pattern, rule in _statuses_said():
        match = pattern.search(said)
        if match:
            yield Detail("status", status, sentence.start + match.start(), sentence.start + match.end(), rule)
            return


def _programmes(page: Page, number: int) -> Iterator[Detail]:
    """What an event is a part of: "as part of its Future Innovation Cultural Exchange Initiative"."""
    sentence = page.sentences[number]
    for name in page.names[number]:
        before = page.plain[max(sentence.start, name.start - _BEFORE_PROGRAMME) : name.start]
        cue = _PROGRAMME.search(before) if name.kind in ("programme", "series") else None
        if cue:
            kind = words.meanings("programme_words").get(name.text.split()[-1].lower(), "series")
            start = name.start - len(cue[0].lstrip())
            yield Detail("programme", name.text, start, name.end, "programme:part-of", kind=kind)
