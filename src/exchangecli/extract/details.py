"""What else an article says of an event: its theme, its edition, since when there has been one, whether it was put off."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exchangecli.extract import words
from exchangecli.extract.names import place_of
from exchangecli.extract.ordinals import PATTERN, ordinal
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_ORDINAL = PATTERN
_YEAR = r"(?P<year>(?:19|20)\d\d)"


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


def find_details(page: Page, number: int) -> list[Detail]:
    """The details of a sentence."""
    sentence = page.sentences[number]
    found: list[Detail] = []
    for find in (_themes, _editions, _launches, _statuses):
        found += find(page, sentence)
    return found + list(_programmes(page, number))


_THEME = re.compile(
    r"(?P<keynote>\bkeynote\s(?:address|speech|lecture|talk|presentation)[^.\"]{0,60}?)?"
    r"\b(?:(?:on|under|with|around|has|had|was|carried|carrying|its|whose|adopted)\s(?:as\s)?(?:the|a|its|this year's)?\s?(?:overarching\s|central\s|main\s|common\s|general\s|official\s)?theme(?:\s(?:of|is|was|being|titled|entitled|for this year is))?|themed|(?:on|about)\sthe\stopic(?:\sof)?|(?:the|this year's)\stheme\s(?:is|was|of[^\"]{3,60}\s(?:is|was)))"
    r"(?:\s?[,:-])?\s?(?P<quote>\"?)",
    re.IGNORECASE,
)
_KEYNOTE_ALONE = re.compile(r"\bkeynote,?\s\"")
_KEYNOTE_TITLE = re.compile(
    r"\bkeynote\s(?:address|speech|lecture|talk|presentation)\b[^.\"]{0,140}?\b(?:titled|entitled|called|on)\s\""
)
_TITLE_WORDS = re.compile(
    r"[A-Z0-9][\w'&/-]*(?:(?::\s|,\s(?=[A-Z])|\s(?:(?:of|in|the|and|for|on|to|with|a|an|from|by|through|at|as|&|or)\s)*)[A-Z0-9][\w'&/-]*)*[?!]?"
)


def _themes(page: Page, sentence: Sentence) -> Iterator[Detail]:
    for match in _THEME.finditer(page.plain, sentence.start, sentence.end):
        session = "keynote" if match["keynote"] else None
        yield from _theme(page, sentence, match, bool(match["quote"]), session)
    for match in (
        *_KEYNOTE_TITLE.finditer(page.plain, sentence.start, sentence.end),
        *_KEYNOTE_ALONE.finditer(page.plain, sentence.start, sentence.end),
    ):
        yield from _theme(page, sentence, match, True, "keynote")


def _theme(page: Page, sentence: Sentence, match: re.Match[str], quoted: bool, session: str | None) -> Iterator[Detail]:
    start = match.end()
    if quoted:
        closing = page.plain.find('"', start, sentence.end + 1)
        end = closing if closing >= 0 else _title_end(page, start, sentence.end)
        end = start + len(page.plain[start:end].rstrip(" ,.;"))
        rule = "theme:quoted"
    else:
        end = _title_end(page, start, sentence.end)
        rule = "theme:in-capitals"
        if len(page.plain[start:end].split()) < 2:  # noqa: PLR2004
            return
    if 3 <= end - start <= 160:  # noqa: PLR2004
        yield Detail("theme", page.said(start, end), start, end, rule, session=session)


def _title_end(page: Page, start: int, end: int) -> int:
    match = _TITLE_WORDS.match(page.plain, start, end)
    return match.end() if match else start


_EDITION = re.compile(
    r"\b(?:(?:in|into|marking|marks|marked|entering)\s(?:its|their|the)\s|(?:the|this|its|a|this year's|will be the|was the|is the)\s)?"
    rf"(?:{_ORDINAL}|(?P<maiden>maiden|inaugural))\s(?P<what>year|edition|season|iteration|instal?lment|event of the|concert of the|event in the)\b",
    re.IGNORECASE,
)
_NO_EDITION = re.compile(
    r"\b(?:anniversary|century|birthday|consecutive|running|time|academic|school|of age|fiscal)\b", re.IGNORECASE
)


def _editions(page: Page, sentence: Sentence) -> Iterator[Detail]:
    for match in _EDITION.finditer(page.plain, sentence.start, sentence.end):
        what = match["what"].lower()
        number = 1 if match["maiden"] else ordinal(match["ordinal"])
        if number is None or _NO_EDITION.search(page.plain[match.end() : match.end() + 14]):
            continue
        if what in ("year", "season") and not re.match(
            r"(?:in|into|marking|marks|marked|entering)\s", match[0], re.IGNORECASE
        ):
            continue
        if re.search(
            r"\b(?:last|previous|since)\b",
            page.plain[max(sentence.start, match.start() - 20) : match.start()],
            re.IGNORECASE,
        ):
            continue
        start = match.start()
        yield Detail("edition", str(number), start, match.end(), "edition:said")


_LAUNCHED = re.compile(
    r"\b(?:since\s(?:its|their|the)\s(?:launch|inception|establishment|foundation|founding|creation|debut|beginnings?|start|first edition|inauguration)\s(?:back\s)?in\s|"
    r"(?:was\s|were\s)?(?:first\s)?(?:launched|established|founded|initiated|created|inaugurated|begun|started|began|set up|born)\s(?:back\s)?in\s(?:early\s|late\s|mid-)?(?:[A-Z][\w-]+(?:,? [A-Z][\w-]+){0,3},? in\s|[A-Z][a-z]+\s)?|"
    r"(?:launched|established|founded|initiated|created|started)\s(?:the|this)\s(?:[a-z-]+\s){1,3}in\s|"
    r"first\s(?:held|organi[sz]ed|staged|took place|hosted|convened)\s(?:back\s)?in\s|"
    r"(?:held|organi[sz]ed|staged)\sfor\sthe\sfirst\stime\s(?:back\s)?in\s|"
    r"(?:has|have)\sbeen\s(?:held|organi[sz]ed|staged|running|hosted)\s(?:every year\s|annually\s|regularly\s|biennially\s|every two years\s)?since\s|"
    r"(?:held|organi[sz]ed|staged)\s(?:every year|annually|yearly|biennially|every two years)\ssince\s|"
    r"(?:annual|biennial|yearly)\s[^.;,]{3,40}\ssince\s)"
    rf"{_YEAR}\b",
    re.IGNORECASE,
)
_PROCESS = re.compile(
    r"\b(?:process|initiative|programme|program|series|festival|forum|platform|scheme|project|event|concert|meeting|exchange|award|residency|competition|biennale|fair|week|conference|it|which)\b",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(
    r"\b(?:relations|ties|foundation|institute|ministry|ensemble|orchestra|company|museum|academy|troupe|group|band|choir|university|agency|cent(?:re|er)|agreement|partnership|association|council|organi[sz]ation|network|theatre|theater|school|gallery|fund|publisher|studio|club|kocis|kofice)\b",
    re.IGNORECASE,
)


_LAUNCHED_FIRST = re.compile(
    rf"^(?:first )?(?:launched|established|founded|initiated|created|started|born|held for the first time) in {_YEAR},? (?:by [^,.;]+, )?(?:the|this|it)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"^since\s{_YEAR},?\s(?:the|this)\s[^.;]{{0,60}}?\b(?:has|have)\sbeen\s(?:held|organi[sz]ed|staged)", re.IGNORECASE
)


def _launches(page: Page, sentence: Sentence) -> Iterator[Detail]:
    since = _SINCE.match(page.within(sentence)) or _LAUNCHED_FIRST.match(page.within(sentence))
    if since:
        yield Detail("launch", since["year"], sentence.start, sentence.start + since.end("year"), "launch:said")
    for match in _LAUNCHED.finditer(page.plain, sentence.start, sentence.end):
        before = page.plain[max(sentence.start, match.start() - 90) : match.start()]
        clause = re.split(r"[;]|\.\s", before)[-1]
        since_launch = match[0].lower().startswith("since")
        if not since_launch and _OF_A_BODY.search(clause[-60:]) and not _PROCESS.search(clause[-30:]):
            continue
        if not since_launch and not _PROCESS.search(clause) and "first" not in match[0].lower():
            continue
        subject = re.match(r"\"?([A-Z][A-Z]+)\s(?:is|was)\san?\s", page.within(sentence))
        of = subject[1] if subject and place_of(subject[1]) else None
        yield Detail("launch", match["year"], match.start(), match.end(), "launch:said", of=of)


_STATUSES = (
    ("postponed", r"\b(?:postponed|put off|pushed back|rescheduled|deferred|delayed)\b(?! by)", "status:postponed"),
    (
        "postponed",
        r"\bwill now (?:be held|open|take place|start|run|begin)\b(?=[^.;]{0,80}\binstead of\b)",
        "status:postponed",
    ),
    ("postponed", r"\bpostpone(?:ment|s)?\b", "status:postponed"),
    ("cancelled", r"\b(?:cancell?ed|called off|scrapped|scuttled|axed)\b", "status:cancelled"),
    ("cancelled", r"\b(?:cancellation|cancels?|call off|calls off)\b", "status:cancelled"),
    (
        "announced",
        r"\b(?:will\s(?:hold|host|be\s(?:held|hosted|staged|organi[sz]ed|presented|on view|on display)|take place|run|open|kick off|return|convene|begin|start|feature|get underway|bring)|(?:is|are|was|were)\s(?:scheduled|slated|set|due|planned|expected)\s(?:to|for)|to\sbe\s(?:held|staged|hosted)|takes place (?:on|from|next|in)|runs from|is to (?:be held|take place|open)|to take place|upcoming)\b",
        "status:to-be-held",
    ),
)
_COMPILED = tuple((value, re.compile(pattern, re.IGNORECASE), rule) for value, pattern, rule in _STATUSES)


def _statuses(page: Page, sentence: Sentence) -> Iterator[Detail]:
    said = page.within(sentence)
    if re.search(
        r"\bnot (?:been |be )?(?:cancell?ed|postponed)|will not be|next year's|in case of|if (?:it|the)|despite|had been (?:cancell?ed|postponed)|were (?:cancell?ed|postponed) (?:in|during)",
        said,
    ):
        return
    for value, pattern, rule in _COMPILED:
        match = pattern.search(said)
        if match:
            start, end = match.span()
            yield Detail("status", value, sentence.start + start, sentence.start + end, rule)
            return


_PROGRAMME = re.compile(
    r"\b(?:as (?:a )?part of|within|under|in the framework of|within the framework of|under the framework of|through|under the umbrella of|part of)\s(?:the|its|their|a|an|this year's)?\s?(?:[a-z-]+\s){0,2}\"?$",
    re.IGNORECASE,
)


def _programmes(page: Page, number: int) -> Iterator[Detail]:
    """ "as part of its Future Innovation Cultural Exchange Initiative"."""
    sentence = page.sentences[number]
    for name in page.names[number]:
        before = page.plain[max(sentence.start, name.start - 60) : name.start]
        cue = _PROGRAMME.search(before)
        if not cue or name.kind not in ("programme", "series"):
            continue
        kind = words.meanings("programme_words").get(name.text.split()[-1].lower(), "series")
        start = name.start - len(cue[0].lstrip())
        yield Detail("programme", name.text, start, name.end, "programme:part-of", kind=kind)
