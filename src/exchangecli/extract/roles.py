"""Who did what: the words that say so, and the names beside them.

``tables/cues.csv`` holds a rule in each line: its name, the words (a regular expression), on which side of them the names
stand, who they can be, and which role it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from exchangecli.extract import words
from exchangecli.extract.actors import Actor, listed, people_named
from exchangecli.extract.names import find_names, place_of
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_FITTING = {
    "body": ("state", "organisation", "ensemble", ""),
    "person": ("person", ""),
    "performer": ("person", "ensemble", "", "organisation"),
    "any": ("person", "ensemble", "organisation", "state", ""),
}
"""Who can have a role, by the kinds of participants; "" is a name whose words do not say what it is."""
PEOPLE_ONLY = frozenset(("keynote_speaker", "moderator", "mc", "speaker", "panellist", "opening_remarks", "quoted"))


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of the table."""

    rule: str
    pattern: re.Pattern[str]
    side: str
    who: str
    role: str


@dataclass(frozen=True, slots=True)
class Part:
    """That somebody had a part in an event.

    Attributes:
        actor: who.
        role: the code.
        cue: the place of the words that say so.
        rule: the name of the rule.
        inferred: where the name stands in the sentence before ("It has supported").
    """

    actor: Actor
    role: str
    cue: tuple[int, int]
    rule: str
    inferred: str | None = None
    heading: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The words that say so, and the name."""
        if self.inferred:
            return self.cue
        return min(self.cue[0], self.actor.start), max(self.cue[1], self.actor.end)


@cache
def cues() -> tuple[Cue, ...]:
    """The table of cues."""
    return tuple(
        Cue(
            row["rule"],
            re.compile(rf"(?<![\w-]){_names_in_capitals(row['cue'])}", re.IGNORECASE),
            row["side"],
            row["who"],
            row["role"],
        )
        for row in words.rows("cues")
    )


def _names_in_capitals(cue: str) -> str:
    """In a cue only [A-Z] tells capitals from small letters: "artists (?= [A-Z])"."""
    return re.sub(r"\[A-Z(0-9)?\]", r"(?-i:[A-Z\1])", cue)


def find_parts(page: Page, number: int) -> list[Part]:
    """The roles that a sentence states, the cues in the order of the table; each name once for each role."""
    sentence = page.sentences[number]
    said = page.within(sentence)
    found: list[Part] = []
    for cue in cues():
        for match in cue.pattern.finditer(said):
            if said[: match.start()].count('"') % 2 and cue.side == "before":
                continue
            at = (match.start() + sentence.start, match.end() + sentence.start)
            for part in _after(page, sentence, cue, at) if cue.side == "after" else _before(page, number, cue, at):
                if not any(_overlaps(one, part) for one in found):
                    found.append(part)
    return found


def _overlaps(one: Part, other: Part) -> bool:
    return (one.actor.start == other.actor.start and one.role == other.role) or (
        one.actor.start == other.actor.start and one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]
    )


def _after(page: Page, sentence: Sentence, cue: Cue, at: tuple[int, int]) -> Iterator[Part]:
    people = cue.who in ("person", "performer")
    found = listed(page, sentence, at[1], people=people)
    if cue.rule in _ONE_OFFICE and not page.plain[at[0] : at[1]].rstrip(": ").endswith("s"):
        found = found[:1]
    for actor in people_named(found):
        if not _fits(actor, cue) or re.match(
            r"\s(?:partners?|members?|countries|states|officials|artists|supporters)\b",
            page.plain[actor.end : actor.end + 14],
        ):
            break
        yield Part(_settled(actor, cue), cue.role, at, f"role:{cue.rule}")


_ONE_OFFICE = frozenset(("curator-is", "artistic-director-is", "soloists"))
"""Cues that are a person's calling; in the singular they are said of one."""


def _fits(actor: Actor, cue: Cue) -> bool:
    place = place_of(actor.name)
    if (place and not (place[0] == "group" and cue.who == "body")) or actor.name in words.meanings("demonyms"):
        return False
    if cue.role in ("organiser", "co_organiser", "partner", "implementer") and actor.kind == "person":
        return False
    return actor.kind in _FITTING[cue.who]


def _settled(actor: Actor, cue: Cue) -> Actor:
    if actor.kind:
        return actor
    kind = "person" if cue.who == "person" else "organisation" if cue.who == "body" else ""
    return replace(actor, kind=kind)


def _before(page: Page, number: int, cue: Cue, at: tuple[int, int]) -> Iterator[Part]:
    """The subject of a verb: the names at the beginning of its sentence or clause."""
    sentence = page.sentences[number]
    if cue.rule == "organised" and not _takes_an_event(page, sentence, at[1]):
        return
    subject = _subject(page, sentence, at[0], people=cue.who != "body")
    if not subject:
        referred = _referred(page, number, at[0]) if cue.who == "body" else None
        if referred:
            yield Part(
                referred,
                cue.role,
                (page.sentences[number].start, at[1]),
                f"role:{cue.rule}",
                "the name is in the sentence before",
            )
        return
    for actor in people_named(subject):
        quoted = page.plain[actor.start - 1 : actor.start] == '"' and cue.who == "body"
        if _fits(actor, cue) and not quoted:
            yield Part(_settled(actor, cue), cue.role, at, f"role:{cue.rule}")


@cache
def _event_word() -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, words.meanings("event_words")), key=len, reverse=True))
    return re.compile(rf"\b(?:{heads}|event|programme|program)s?\b", re.IGNORECASE)


def _takes_an_event(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether what was hosted, held or opened is an event."""
    until = min(sentence.end, at + 160)
    object_ = re.split(r"[;.]|, (?:and|which|where)\b", page.plain[at:until])[0]
    return bool(_event_word().search(object_)) or '"' in object_[:60]


_CLAUSE = re.compile(
    r"(?:^|[;:]\s|,\s(?:and|while|where|as|but)\s|\b(?:that|where|when|while|after|said|as)\s)(?=(?:the\s)?[\"A-Z\d])"
)


def _subject(page: Page, sentence: Sentence, verb: int, *, people: bool) -> list[Actor]:
    """The names that a verb has as its subject: the list that stands last before it and begins a clause."""
    said = page.plain[sentence.start : verb]
    starts = [match.end() for match in _CLAUSE.finditer(said)]
    lead = _LEAD.match(said)
    if lead and lead.end():
        starts.append(lead.end())
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


def _referred(page: Page, number: int, verb: int) -> Actor | None:
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


@cache
def _labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?:.*\b)?(?:{row['label']})\s?:?$", re.IGNORECASE), row["role"])
        for row in words.rows("list_labels")
    )


@lru_cache(maxsize=256)
def _labelled(said: str) -> str | None:
    return next((role for pattern, role in _labels() if pattern.fullmatch(said)), None)


def find_listed(page: Page) -> dict[int, list[Part]]:
    """The people of lists under a heading: "Speakers", and then a name on each line; by the number of the sentence."""
    found: dict[int, list[Part]] = {}
    role: str | None = None
    heading = (0, 0)
    before = None
    for number, sentence in enumerate(page.sentences):
        said = page.within(sentence).strip(" *#")
        label = _labelled(said) if len(said) < _LONGEST_ITEM else None
        if label and (said.endswith(":") or (sentence.kind == "title" and len(said.split()) <= _HEADING)):
            role, heading = label, (sentence.start, sentence.end)
        elif role and _goes_on(page, sentence, before):
            people = role not in ("organiser", "co_organiser", "partner", "sponsor", "media_partner")
            for actor in listed(page, sentence, sentence.start, people=people)[: None if not people else 1]:
                cue = Cue("listed", re.compile(""), "after", "any" if people else "body", role)
                if _fits(actor, cue):
                    found.setdefault(number, []).append(
                        Part(actor, role, (actor.start, actor.end), "role:listed", heading=heading)
                    )
        else:
            role = None
        before = sentence
    return found


_HEADING = 4
_LONGEST_ITEM = 140


def _goes_on(page: Page, sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a line belongs to the list that the line before it opened or went on with."""
    if sentence.kind == "item":
        return True
    gap = page.plain[before.end : sentence.start] if before else ""
    return sentence.kind == "title" and gap.count("\n") <= 1 and sentence.end - sentence.start < _LONGEST_ITEM


@cache
def _says() -> tuple[re.Pattern[str], re.Pattern[str]]:
    said = "|".join(sorted(words.words("saying_words"), key=len, reverse=True))
    before = re.compile(rf"(?:\s(?:also|has|have|had|then|further|later))*\s(?:{said})\b", re.IGNORECASE)
    after = re.compile(
        rf"\"?,?\s(?:{said}|according to)\s(?=(?-i:[A-Z]|the [A-Z]|[a-z]+ [A-Z]))|\b(?:according to|in the words of)\s(?=(?-i:[A-Z]|the [A-Z]))",
        re.IGNORECASE,
    )
    return before, after


def find_quoted(page: Page, number: int) -> list[Part]:
    """The people a sentence cites: "..., said Park"; "Park, the president of KOFICE, emphasised"."""
    sentence = page.sentences[number]
    if sentence.kind != "body":
        return []
    before, after = _says()
    found: list[Part] = []
    for match in after.finditer(page.plain, sentence.start, sentence.end):
        if '"' not in page.plain[sentence.start : match.start() + 3] and "according" not in match[0].lower():
            continue
        for actor in listed(page, sentence, match.end(), people=True)[:1]:
            if _is_person(actor):
                found.append(Part(replace(actor, kind="person"), "quoted", match.span(), "role:said"))
    for start in _starts(page, sentence):
        actors = listed(page, sentence, start, people=True)
        if len(actors) != 1 or not _is_person(actors[0]):
            continue
        said = before.match(page.plain, _past_comma(page, actors[0].until), sentence.end)
        if said and not any(one.actor.start == actors[0].start for one in found):
            found.append(Part(replace(actors[0], kind="person"), "quoted", said.span(), "role:said"))
    return found


def _starts(page: Page, sentence: Sentence) -> list[int]:
    """Where the subject of a sentence can begin."""
    said = page.within(sentence)
    starts = [sentence.start]
    lead = re.match(r"[^,\"]{0,90},\s(?=[A-Z])", said)
    if lead:
        starts.append(sentence.start + lead.end())
    starts += [
        sentence.start + match.end()
        for match in re.finditer(
            r'[,!?.]"\s(?=[A-Z])|,\s(?:while|and|but|as)\s(?:the\s)?(?=[A-Z])|[.;]\s(?=[A-Z])', said
        )
    ]
    return starts


def _past_comma(page: Page, at: int) -> int:
    return at + 1 if page.plain[at : at + 1] == "," else at


def _is_person(actor: Actor) -> bool:
    said = actor.name.split()
    if actor.kind in ("state", "organisation", "ensemble") or place_of(actor.name):
        return False
    if len(said) == 1 and not actor.capacity:
        return False
    lowered = [word.lower() for word in said]
    return len(said) <= 5 and not any(
        word in words.words("portfolio_words") or words.body_kind(word) for word in lowered
    )  # noqa: PLR2004


def without_repeats(parts: Sequence[Part]) -> list[Part]:
    """Each person once as quoted, by the fullest name; none who has a name of several words and is called by the last."""
    known: list[Part] = []
    for part in parts:
        said = part.actor.name.split()
        if not any(
            said[-1] in one.actor.name.split() and one.actor.name != part.actor.name and len(said) == 1 for one in known
        ):
            known.append(part)
    return known
