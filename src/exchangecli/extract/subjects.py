"""The subject of a verb: the names at the beginning of its sentence or clause."""

import re

from exchangecli.extract.actors import Actor, listed
from exchangecli.extract.names import find_names
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_CLAUSE = re.compile(
    r"(?:^|[;:]\s|,\s(?:and|while|where|as|but)\s|\b(?:that|where|when|while|after|said|as)\s)(?=(?:the\s)?[\"A-Z\d])"
)


def subject_of(page: Page, sentence: Sentence, verb: int, *, people: bool) -> list[Actor]:
    """The names that a verb has as its subject: the list that stands last before it and begins a clause."""
    said = page.plain[sentence.start : verb]
    starts = [match.end() for match in _CLAUSE.finditer(said)]
    lead = _LEAD.match(said)
    if lead and lead.end():
        starts.append(lead.end())
    starts += [match.end() for match in _TITLED.finditer(said)]
    names = find_names(page.plain, sentence)
    said_before = re.compile(r"(?:\b(?:of|by|in|at|for|with|from|to|on|and)\s(?:the\s)?|,\s|\()$")
    starts += [
        one.start - sentence.start
        for one in names
        if one.end <= verb and not said_before.search(page.plain[max(sentence.start, one.start - 10) : one.start])
    ]
    for start in sorted({0, *starts}):
        at = sentence.start + start
        if any(one.start < at < one.end for one in names):
            continue
        actors = listed(page, sentence, sentence.start + start, people=people)
        if not actors:
            continue
        between = page.plain[actors[-1].until : verb]
        if page.plain[at:verb].count('"') % 2:
            continue
        if actors[-1].until <= verb and _is_no_clause(between):
            return actors
    return []


_TITLED = re.compile(r",\s(?=(?:Professor|Prof\.|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Minister|Ambassador)\s)")
"""A person's title after a comma opens a subject too: "After a welcome by X, Professor Y"."""
_LEAD = re.compile(
    r"(?:On|In|At|During|After|Following|Under|With|For|From|To|As|Meanwhile|Moreover|Also|Earlier|Last|This|Today|Yesterday|Organi[sz]ed|Addressing|"
    r"Speaking|Marking|Held|Since|By|According|While|Besides|Apart|Additionally|Furthermore|Finally|Before|Through|Over|Among|Celebrating|Building|Now|"
    r"Then|Later|Further|However|Prior|Ahead|Jointly|Together|Founded|Established|Launched|Supported|Sponsored)\b[^,]{0,90},\s(?=(?:the\s)?[\"A-Z\d])"
)
"""What may stand before the subject of a sentence, up to its comma."""


_VERB = re.compile(
    r"\b(?:was|were|is|are|has been|have been|said|says|told|became|began|will be|had|aims?|seeks?|which|who)\b"
)


def _is_no_clause(between: str) -> bool:
    """Whether nothing between a subject and its verb has a verb of its own, but for what stands between commas."""
    between = re.sub(
        r"\s(?:in\s(?:\w+\s)?(?:collaboration|partnership|cooperation|co-operation|association|conjunction)|together|along|jointly)\swith\s[^,;]*$",
        " ",
        between,
    )
    bare = re.sub(r",[^,]*,|\([^)]*\)|\s-\s[^-]*\s-\s", " ", between)
    if re.match(r"'|\s(?:nations|countries|states|partners|members|officials|artists|ministers)\b", bare) or re.search(
        r"(?<!of )(?<!in )(?<!at )(?<!for )(?<!the )\b[A-Z][a-z]+", bare
    ):
        return False
    return not _VERB.search(bare) and len(bare) < 60  # noqa: PLR2004


def referred_to(page: Page, number: int, verb: int) -> Actor | None:
    """Whom "It" is: the body that the sentence before begins with."""
    sentence = page.sentences[number]
    if number == 0 or not re.fullmatch(
        r"(?:It|The (?:foundation|organi[sz]ation|institute|ministry|embassy|agency|centre|center))\s",
        page.plain[sentence.start : verb],
    ):
        return None
    before = page.sentences[number - 1]
    if before.block != sentence.block:
        return None
    for name in find_names(page.plain, before)[:2]:
        if name.is_body or name.kind == "acronym":
            return Actor(name.start, name.end, name.text, "organisation")
    return None
