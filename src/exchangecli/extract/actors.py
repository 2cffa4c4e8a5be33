"""Who is named: lists of people and bodies, each with the office, the body and the country that stand beside the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from exchangecli.extract import words
from exchangecli.extract.names import Name, find_names, place_of
from exchangecli.extract.page import Page
from exchangecli.extract.sentences import Sentence

_JOIN = re.compile(
    r"\"?\s*(?:,?\s(?:and|&|et|dan|và|along with|together with|as well as|alongside|plus)\s|[,;]\s(?:and\s|&\s)?)"
    r"(?:(?:the|a|an|also|its|their|his|her|both)\s)*(?P<small>(?:[a-z][\w-]*\s){0,3}?)(?=[\"A-Z\dÀ-Þ])"
)
"""What parts two names of a list; a few small words may stand before the second ("and folk singer Min")."""
_HONORIFIC = re.compile(
    r"(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|h\.?e|hon|rev|pandit|ustad|shri|smt|maestro|madame?|his excellency|"
    r"her excellency|the honou?rable|honou?rable|datuk|dato'?|tan sri|gen|maj|col|chief(?! guest)|vidushi|guru|smt|shrimati|nawab|sheikh|sheikha|prince|princess)\.?\s)+",
    re.IGNORECASE,
)
_KEPT_AS_CAPACITY = frozenset(("professor", "maestro", "prince", "princess"))
_MOST = 16
GROUPS = frozenset(
    [
        "band",
        "group",
        "duo",
        "trio",
        "quartet",
        "quintet",
        "ensemble",
        "orchestra",
        "troupe",
        "choir",
        "company",
        "act",
        "boy-band",
        "girl-group",
        "star",
    ]
)
"""Words for what several people are together; before a name they are a part of it or say its kind."""
"""The most names a list is read for."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named: plain[start:end].

    Attributes:
        start, end: the place of the name.
        name: without honorifics.
        kind: ``person``, ``ensemble``, ``organisation``, ``state`` or ``""``.
        capacity, affiliation: what stands beside the name, and ``beside`` where that ends.
        country: ISO 3166-1 alpha-2, of an adjective before the name (Korean artists).
        full_name: by which the article called them before.
        further: a second office and body ("also a co-founder of Supertone"), with its place.
    """

    start: int
    end: int
    name: str
    kind: str
    capacity: str | None = None
    affiliation: str | None = None
    beside: int = 0
    country: str | None = None
    further: tuple["Actor", ...] = ()
    full_name: str | None = None

    @property
    def until(self) -> int:
        """Where the name ends with all that stands beside it."""
        return max(self.end, self.beside, *(one.beside for one in self.further), 0)


def listed(page: Page, sentence: Sentence, at: int, *, people: bool = False) -> list[Actor]:
    """The list of names that begins at a place of a sentence, or after a few small words there."""
    found: list[Actor] = []
    joins: list[str] = []
    lead = re.compile(
        r"\s*(?:[Tt]he (?:embassy|ministry|cent(?:re|er)|foundation|council|museum|institute|university|municipality),?\s(?:and\s)?|(?:[Tt]he )?[Cc]hief [Gg]uest,\s|(?i:the|both|a|an|its|their|as|such)\s|"
        r"[a-z][\w-]*\s(?=[A-Z\"]))*\s*\"?"
    ).match(page.plain, at, sentence.end)
    place = lead.end() if lead else at
    while len(found) < _MOST:
        actor = one_at(page, sentence, place, people=people)
        if actor is None:
            break
        if (
            not found
            and lead
            and not actor.kind
            and re.search(r"(?:^|\s)(?!the\s|a\s|an\s|both\s|its\s|their\s|as\s|such\s)[a-z-]+\s\"?$", lead[0])
        ):
            actor = replace(actor, kind="person")  # "by broadcaster Anita Rao"
        found.append(actor)
        joined = _JOIN.match(page.plain, actor.until, sentence.end)
        if not joined or (joined["small"] and not (people and _is_calling(joined["small"]))):
            break
        joins.append(joined[0])
        place = joined.end()
        if page.plain[place : place + 1] == '"':
            place += 1
    if (
        len(found) == 2
        and joins
        and "," in joins[0]
        and not re.search(r"and|&|with|well|;", joins[0])
        and sentence.kind == "body"
    ):  # noqa: PLR2004
        found = found[:1]  # no list: what follows the comma is another part of the sentence
    return [_with_country(page, sentence, actor) for actor in found]


_NO_CALLING = frozenset(
    [
        "by",
        "with",
        "in",
        "at",
        "on",
        "to",
        "from",
        "for",
        "as",
        "was",
        "is",
        "were",
        "are",
        "who",
        "which",
        "that",
        "will",
        "has",
        "had",
        "have",
        "said",
        "of",
        "and",
        "or",
        "but",
        "not",
        "the",
        "into",
        "over",
        "under",
        "after",
        "before",
        "during",
        "while",
        "where",
        "when",
        "it",
        "its",
        "their",
        "his",
        "her",
        "than",
        "also",
        "both",
        "then",
    ]
)


def _is_calling(said: str) -> bool:
    """Whether small words only say what somebody is: "folk singer", "knife maker"."""
    return not any(word in _NO_CALLING or word.endswith("ed") for word in said.split())


def one_at(page: Page, sentence: Sentence, at: int, *, people: bool = False) -> Actor | None:
    """The name that begins at a place, with what stands beside it, and the office that stands before it."""
    office = _office_before(page, sentence, at)
    office_at = at
    capacity = affiliation = country = None
    if office:
        at, capacity, affiliation, country = office
        people = True
    polite = _HONORIFIC.match(page.plain, at, sentence.end)
    start = polite.end() if polite else at
    names = find_names(page.plain, sentence._replace(start=start))
    if not names or names[0].start != start or not page.plain[start : start + 1].strip():
        return None
    name = names[0]
    while name.kind == "demonym" or _is_office(name.text):
        following = names[1] if len(names) > 1 else None
        between = page.plain[name.end : following.start] if following else "."
        if following is None or not re.fullmatch(r"\s(?:[a-z][\w-]*\s){0,3}\"?", between):
            return None
        country = country or _country_of_adjective(name.text)
        names, name = names[1:], following
    if name.kind in ("event", "series", "programme") or (name.kind in ("country", "group", "city") and people):
        return None
    if office and name.is_body and name.kind != "ensemble":
        return None if people and not office else _without_office(page, sentence, office_at, people=people)
    actor = _split_office(page, _as_actor(name, people=people, polite=polite))
    if office:
        kind = actor.kind if actor.kind in ("ensemble", "organisation", "state") else "person"
        actor = replace(
            actor, capacity=actor.capacity or capacity, affiliation=actor.affiliation or affiliation, kind=kind
        )
    actor = replace(actor, country=actor.country or country)
    return _beside(page, sentence, _without_demonym(page, actor), people=people)


def _without_office(page: Page, sentence: Sentence, at: int, *, people: bool) -> Actor | None:
    """A body whose name has a word for an office in it: the Central Academic Library."""
    names = find_names(page.plain, sentence._replace(start=at))
    if not names or names[0].start != at or people:
        return None
    return _beside(page, sentence, _as_actor(names[0], people=False, polite=None), people=False)


def _without_demonym(page: Page, actor: Actor) -> Actor:
    """Take the country off the front of a person's name: "Venezuelan Simon Urdaneta"."""
    first, _, rest = actor.name.partition(" ")
    country = words.meanings("demonyms").get(first)
    if not country or not rest or actor.kind in ("state", "organisation", "ensemble"):
        return actor
    start = page.plain.find(rest.split()[0], actor.start + len(first), actor.end)
    return replace(actor, start=start, name=page.said(start, actor.end), country=actor.country or country)


_COMPLEMENT = re.compile(r"\s(?:of|to|for|at|in)\s(?:the\s)?(?=[A-Z])")


def _office_before(page: Page, sentence: Sentence, at: int) -> tuple[int, str, str | None, str | None] | None:
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
        polite = _HONORIFIC.match(page.plain, start, sentence.end)
        if (
            not gap
            or (comma and not polite and not _named_fully(page, sentence, start))
            or not (polite or page.plain[start : start + 1].isupper())
        ):
            return None
    country = _country_of_adjective(front.strip().removeprefix("the ").removeprefix("The ")) if front else None
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
    offices = "|".join(sorted(map(re.escape, _offices() | {"maker", "player"}), key=len, reverse=True))
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
    polite = _HONORIFIC.match(page.plain, gap.end(), sentence.end) if gap else None
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


def _as_actor(name: Name, *, people: bool, polite: re.Match[str] | None) -> Actor:
    kind = name.kind if name.is_body else "organisation" if name.kind in ("venue", "acronym") and not people else ""
    if people and name.kind in ("", "acronym") and not name.is_body:
        kind = "person" if polite or len(name.text.split()) > 1 else ""
    capacity = None
    if polite:
        kept = [word for word in polite[0].split() if word.lower() in _KEPT_AS_CAPACITY]
        capacity = " ".join(kept) or None
        kind = "person"
    return Actor(name.start, name.end, name.text, kind, capacity)


@cache
def _offices() -> frozenset[str]:
    return frozenset(words.meanings("title_words"))


def _is_office(text: str) -> bool:
    """Whether a name is nothing but a title: Culture Minister, Vice President."""
    said = text.lower().split()
    return all(
        word in _offices()
        or word in {"vice", "deputy", "of", "and", "for", "general", "former"} | words.words("portfolio_words")
        for word in said
    ) and any(word in _offices() for word in said)


def _split_office(page: Page, actor: Actor) -> Actor:
    """Take the office off the front of a name: "Culture Minister Park Yang-woo", "ICCR President Vinay Rao"."""
    said = actor.name.split()
    at = max((number for number, word in enumerate(said[:-1]) if word.lower() in _offices() - GROUPS), default=-1)
    if at < 0 or actor.kind in ("state", "organisation", "ensemble"):
        return actor
    office, rest = said[: at + 1], said[at + 1 :]
    first = next(
        (
            number
            for number, word in enumerate(office)
            if word.lower() in _offices() | words.words("portfolio_words") | {"vice", "deputy"}
        ),
        0,
    )
    body = " ".join(office[:first])
    start = page.plain.find(rest[0], actor.start, actor.end)
    polite = _HONORIFIC.match(page.plain, start, actor.end)
    start = polite.end() if polite else start
    title = " ".join(office[first:])
    country = _country_of_adjective(body)
    return replace(
        actor,
        start=start,
        name=page.said(start, actor.end),
        kind="person",
        capacity=actor.capacity or title,
        affiliation=body or None if not country and not place_of(body) else None,
        country=country,
    )


def _beside(page: Page, sentence: Sentence, actor: Actor, *, people: bool = True) -> Actor:
    """Read what stands after a name: "(Director, KCC)", ", President of KOFICE,", " of Girls' Generation"."""
    plain, at = page.plain, actor.end
    if actor.kind in ("state", "organisation"):
        bracket = re.compile(r"\s?\([^()]{2,60}\)").match(plain, at, sentence.end)
        abroad = re.compile(r"\sin\s(?:the\s)?(?P<place>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)(?=,\s|\sand\s)").match(
            plain, bracket.end() if bracket else at, sentence.end
        )
        if abroad and place_of(abroad["place"]):
            return replace(actor, beside=abroad.end())
        return replace(actor, beside=bracket.end()) if bracket else actor
    bracket = re.compile(r"\s?\(([^()]{2,140})\)").match(plain, at, sentence.end)
    if bracket:
        return _in_brackets(page, actor, bracket)
    from_country = re.compile(r",?\sfrom\s(?:the\s)?(?=[A-Z])").match(plain, at, sentence.end)
    if from_country:
        names = find_names(plain, sentence._replace(start=from_country.end()))
        if names and names[0].start == from_country.end() and names[0].kind in ("country", "city"):
            country = _country(names[0].text)
            actor = replace(actor, country=actor.country or country, beside=names[0].end)
            return actor
    of_body = re.compile(r"\s(?:of|from)\s(?:the\s)?(?=[\"A-Z\d])").match(plain, at, sentence.end)
    if of_body:
        names = find_names(plain, sentence._replace(start=of_body.end()))
        if names and names[0].start == of_body.end() and not place_of(names[0].text):
            end = _with_second_body(page, sentence, names[0].end)
            actor = replace(actor, affiliation=page.said(names[0].start, end), beside=end, kind=actor.kind or "person")
    return _apposition(page, sentence, actor) if people else actor


def _with_second_body(page: Page, sentence: Sentence, end: int) -> int:
    """The end of a body that stands with the one it belongs to: Graduate School of X, Seoul National University."""
    comma = re.compile(r",\s(?=[A-Z])").match(page.plain, end, sentence.end)
    names = find_names(page.plain, sentence._replace(start=comma.end())) if comma else []
    is_body = (
        bool(names)
        and comma is not None
        and names[0].start == comma.end()
        and names[0].kind in ("organisation", "state", "acronym")
    )
    return names[0].end if is_body else end


def _in_brackets(page: Page, actor: Actor, bracket: re.Match[str]) -> Actor:
    inside = bracket[1].strip()
    country = _country(inside)
    if country:
        return replace(actor, country=country, beside=bracket.end())
    capacity, affiliation = read_office(inside)
    if capacity is None and affiliation is None:
        named = _names_in(inside)
        fits = named and named[0].start == 0 and not place_of(named[0].text) and not re.search(r"\d", inside)
        if fits and (named[0].is_body or named[0].kind in ("acronym", "venue") or named[0].end == len(inside)):
            body = named[0].text if inside[named[0].end :].startswith(",") else inside
            return replace(
                actor, affiliation=actor.affiliation or body, beside=bracket.end(), kind=actor.kind or "person"
            )
        return replace(actor, beside=bracket.end())
    return replace(
        actor,
        capacity=actor.capacity or capacity,
        affiliation=actor.affiliation or affiliation,
        beside=bracket.end(),
        kind=actor.kind or "person",
    )


_APPOSITION = re.compile(
    r",\s(?:who is |also |and )?((?:(?:an?|the|its|currently|then|former)\s)?[^,;.()\"]{3,120}?(?:,\s(?:Sports?|Tourism|Arts|Youth|Heritage|Education|Media|Information)[^,;.()\"]{0,60}?)?)(?=[,;.]|\s(?:said|says|also|and|who|which|emphasi|highlight|noted|stress|were|was|is|has|have|had|told|added|will|delivered|gave|spoke|opened|attended|jointly|co-hosted|hosted|moderated|performed|joined|expressed|thanked|praised|presented|led|for h)\b|$)"
)


def _apposition(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    found = _APPOSITION.match(page.plain, actor.until, sentence.end)
    if not found:
        return actor
    said = found[1].strip()
    if not _has_office(said):
        return _with_body(page, sentence, actor)
    capacity, affiliation = read_office(said)
    if (capacity is None and affiliation is None) or _names_somebody_else(said):
        return actor
    end = found.end(1)
    whole = next(
        (
            one.end
            for one in find_names(page.plain, sentence._replace(start=found.start(1)))
            if one.start < end < one.end
        ),
        None,
    )
    if whole:
        end = whole
        capacity, affiliation = read_office(page.plain[found.start(1) : end])
    end = _with_second_body(page, sentence, end) if affiliation else end
    if affiliation and end > found.end(1):
        affiliation += page.plain[found.end(1) : end]
    if actor.affiliation or (actor.capacity and not affiliation):
        second = replace(actor, capacity=capacity, affiliation=affiliation, beside=end, further=())
        return replace(actor, further=(second,), kind="person")
    if capacity and not affiliation and not re.match(r"(?i)(?:\w+ )?minister", capacity):
        comma = re.compile(r",\s(?=[A-Z])").match(page.plain, end, sentence.end)
        bodies = find_names(page.plain, sentence._replace(start=comma.end())) if comma else []
        if comma and bodies and bodies[0].start == comma.end() and (bodies[0].is_body or bodies[0].kind == "acronym"):
            affiliation, end = page.said(bodies[0].start, bodies[0].end), bodies[0].end
    done = replace(actor, capacity=capacity, affiliation=affiliation, beside=end, kind=actor.kind or "person")
    again = re.compile(r",?\s(?:and\s)?also\s").match(page.plain, end, sentence.end)
    return _apposition(page, sentence, done) if again else done


def _with_body(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """A body right after a person's name: "Dr Pia Lindqvist, University of Turku"."""
    comma = re.compile(r",\s(?=[A-Z])").match(page.plain, actor.until, sentence.end)
    names = find_names(page.plain, sentence._replace(start=comma.end())) if comma else []
    wanted = ("organisation", "", "acronym") if sentence.kind == "item" else ("organisation",)
    if not (comma and names and names[0].start == comma.end() and names[0].kind in wanted):
        return actor
    if sentence.kind == "item" and not place_of(names[0].text) and names[0].kind in ("", "acronym", "organisation"):
        return replace(
            actor,
            affiliation=actor.affiliation or page.said(names[0].start, names[0].end),
            beside=names[0].end,
            kind="person",
        )
    closes = re.compile(r"[;.]|$|,\s(?:[A-Z][a-z]+(?:,|;|\.|$))").match(page.plain, names[0].end, sentence.end)
    if not closes or (actor.kind != "person" and len(actor.name.split()) < 2):  # noqa: PLR2004
        return actor
    return replace(
        actor,
        affiliation=actor.affiliation or page.said(names[0].start, names[0].end),
        beside=names[0].end,
        kind="person",
    )


def _names_somebody_else(said: str) -> bool:
    """Whether an office has a name of its own behind it: "lacquer artist Yui Tsukamoto" is the next of a list."""
    found = None
    for found in _office_word().finditer(said):
        pass
    return (
        bool(found)
        and re.match(r"\s[A-Z][\w'-]+", said[found.end() :] if found else "") is not None
        and not re.search(r"\b(?:of|at|for|from)\b", said[: found.end()] if found else "")
    )


@cache
def _office_word() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:"
        + "|".join(
            re.escape(word) for word in sorted(_offices() | {"member", "secretary general"}, key=len, reverse=True)
        )
        + r")s?\b",
        re.IGNORECASE,
    )


def _has_office(said: str) -> bool:
    return bool(_office_word().search(said)) or said.lower().startswith("minister")


def read_office(said: str) -> tuple[str | None, str | None]:
    """Take an office apart: "President of KOFICE" -> ("President", "KOFICE"); what a minister is for stays together."""
    bare = re.sub(r"^(?:an?|the|its|also|currently|then)\s", "", said.strip(), flags=re.IGNORECASE)
    if not _has_office(bare):
        return None, None
    if re.match(r"(?:\w+[ -])?(?:minister|secretary of state)\b", bare, re.IGNORECASE):
        return bare, None
    parted = re.match(r"(.+?)(?:\s(?:of|at|from|for|with|in)\s(?:the\s)?|,\s)(.+)$", bare)
    if not parted:
        return _prefixed(bare)
    office, rest = parted[1], parted[2]
    if not _has_office(office):
        return bare, None
    names = [one for one in _names_in(rest) if not place_of(one.text)]
    if not names:
        return bare, None
    body = rest if rest[0].isupper() and names[0].start == 0 and "," not in rest[: names[0].end] else names[-1].text
    return office, body.rstrip(" ,")


def _prefixed(bare: str) -> tuple[str | None, str | None]:
    """KOFICE president; Supertone co-founder."""
    match = re.match(r"([A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*)*)\s((?:[a-z-]+\s)*[\w-]+)$", bare)
    if match and match[1].split()[-1].lower() not in _offices() and match[2].split()[-1].lower() in _offices():
        return (
            (match[2], match[1])
            if not place_of(match[1]) and match[1] not in words.meanings("demonyms")
            else (bare, None)
        )
    return bare, None


def _names_in(said: str) -> list[Name]:
    return find_names(said, Sentence(0, len(said), 0, "body"))


def _with_country(page: Page, sentence: Sentence, actor: Actor) -> Actor:
    """The adjective before a list or a name: "Korean artists Kep1er, AHOF"; for the first of a list only."""
    if actor.country:
        return actor
    before = page.plain[max(sentence.start, actor.start - 60) : actor.start]
    found = re.search(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:-born|-based)?(?: [a-z][\w-]*){0,3} \"?$", before)
    country = _country_of_adjective(found[1]) if found else None
    return replace(actor, country=country) if country else actor


def _country_of_adjective(word: str) -> str | None:
    known = words.meanings("demonyms")
    return known.get(word) or known.get(word.rsplit(maxsplit=1)[-1] if word else "")


def _country(text: str) -> str | None:
    place = place_of(text)
    return place[1] if place and place[0] == "country" and "|" not in place[1] else None


def people_named(actors: list[Actor]) -> Iterator[Actor]:
    """Those who can be persons or ensembles, the country of the first handed on to the rest of its list."""
    country = actors[0].country if actors else None
    for actor in actors:
        yield replace(actor, country=actor.country or country)
