"""The subject of a verb: the names at the beginning of its sentence or clause."""

import re
from collections.abc import Sequence
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.actors import Actor, listed
from exchangecli.extract.names import Name, find_names
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_TITLED = re.compile(r",\s(?=(?:Professor|Prof\.|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Minister|Ambassador)\s)")
"""A person's title after a comma opens a subject too: "After a welcome by X, Professor Y"."""
_CLAUSE = re.compile(
    r"(?:^|[;:]\s|,\s(?:and|while|where|as|but)\s|\b(?:that|where|when|while|after|said|as)\s)(?=(?:the\s)?[\"A-Z\d])"
)
_JOINED_TO = re.compile(r"(?:\b(?:of|by|in|at|for|with|from|to|on|and)\s(?:the\s)?|,\s|\()$")
"""What stands before a name that begins no subject."""
_VERB = re.compile(
    r"\b(?:was|were|is|are|has been|have been|said|says|told|became|began|will be|had|aims?|seeks?|which|who)\b"
)
_TOGETHER_WITH = re.compile(
    r"\s(?:in\s(?:\w+\s)?(?:collaboration|partnership|cooperation|co-operation|association|conjunction)"
    r"|together|along|jointly)\swith\s[^,;]*$"
)
_PARENTHESIS = re.compile(r",[^,]*,|\([^)]*\)|\s-\s[^-]*\s-\s")
_OF_THE_NAME = re.compile(r"'|\s(?:nations|countries|states|partners|members|officials|artists|ministers)\b")
_ANOTHER_NAME = re.compile(r"(?<!of )(?<!in )(?<!at )(?<!for )(?<!the )\b[A-Z][a-z]+")
_FARTHEST = 60
"""Characters between a subject and its verb."""
_IT = re.compile(r"(?:It|The (?:foundation|organi[sz]ation|institute|ministry|embassy|agency|centre|center))\s")


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before the subject of a sentence, up to its comma."""
    return re.compile(rf"{words.either('before a subject')}\b[^,]{{0,90}},\s(?=(?:the\s)?[\"A-Z\d])")


def subject_of(page: Page, sentence: Sentence, verb: int, *, people: bool) -> list[Actor]:
    """The names that a verb has as its subject: the list that stands last before it and begins a clause."""
    names = find_names(page.plain, sentence)
    for start in _starts(page, sentence, verb, names):
        inside = any(one.start < start < one.end for one in names)
        actors = [] if inside else listed(page, sentence, start, people=people)
        quoted = page.plain[start:verb].count('"') % 2
        if actors and not quoted:
            end = actors[-1].until
            if end <= verb and _is_no_clause(page.plain[end:verb]):
                return actors
    return []


def _starts(page: Page, sentence: Sentence, verb: int, names: Sequence[Name]) -> list[int]:
    """Where the subject of a verb can begin, in the order of the sentence."""
    said = page.plain[sentence.start : verb]
    starts = {sentence.start} | {sentence.start + match.end() for match in _CLAUSE.finditer(said)}
    starts |= {sentence.start + match.end() for match in _TITLED.finditer(said)}
    lead = _lead().match(said)
    if lead:
        starts.add(sentence.start + lead.end())
    before = (
        (one.start, page.plain[max(sentence.start, one.start - 10) : one.start]) for one in names if one.end <= verb
    )
    return sorted(starts | {start for start, leading in before if not _JOINED_TO.search(leading)})


def _is_no_clause(between: str) -> bool:
    """Whether nothing between a subject and its verb has a verb of its own, but for what stands between commas."""
    bare = _PARENTHESIS.sub(" ", _TOGETHER_WITH.sub(" ", between))
    if _OF_THE_NAME.match(bare) or _ANOTHER_NAME.search(bare):
        return False
    return not _VERB.search(bare) and len(bare) < _FARTHEST


def referred_to(page: Page, number: int, verb: int) -> Actor | None:
    """Whom "It" is, where it is the subject of a verb: the body that the sentence before begins with."""
    sentence, before = page.sentences[number], page.sentences[number - 1]
    if number == 0 or before.block != sentence.block or not _IT.fullmatch(page.plain, sentence.start, verb):
        return None
    named = (one for one in find_names(page.plain, before)[:2] if one.is_body or one.kind == "acronym")
    body = next(named, None)
    return Actor(body.start, body.end, body.text, "organisation") if body else None
