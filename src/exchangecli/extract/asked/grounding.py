"""Holding the facts that a language model answers against the article: what its words do not say is dropped.

Each fact must bring a quotation that stands in the text, and that says the value: in words, as a number or date that
can be read from it, or for a code in words that stand there. The value kept is read from the quotation, never from the
answer. What a fact says besides (a capacity, an affiliation) must stand there as well, or goes alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from exchangecli.extract.asked.answers import Fact
from exchangecli.extract.asked.details import Surroundings, find_details
from exchangecli.extract.asked.grounded_values import find_value
from exchangecli.extract.asked.passages import find_words, words_at
from exchangecli.extract.asked.said import Said, UngroundedError
from exchangecli.extract.proposals import Proposal
from exchangecli.model.articles import Article
from exchangecli.model.folding import fold
from exchangecli.model.quotations import Place, find_quotation

_LONGEST_QUOTE = 500
"""In characters; what quotes half the article is evidence of nothing in particular."""
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was answered and is not proposed.

    Attributes:
        field: of the proposal it would have been, or of the part of one that is left out: ``capacity``.
        value: what was answered.
        event: the event it was answered for.
        quote: the quotation it came with.
        reason: what is wrong with it, in words: "its quotation is not in the article".
    """

    field: str
    value: str
    event: str | None
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grounded:
    """What an article bears out of an answer, in the order of the article; what it does not; what to know of it."""

    proposals: tuple[Proposal, ...]
    dropped: tuple[Dropped, ...]
    remarks: tuple[str, ...] = ()


class _Found(NamedTuple):
    """A fact whose value its quotation says, and where in the article both stand."""

    fact: Fact
    place: Place
    said: Said

    @property
    def at(self) -> int:
        """Where the value stands in the article."""
        return self.place.start + self.said.at


def ground(facts: Iterable[Fact], article: Article, model: str, published: str | None = None) -> Grounded:
    """Keep of an answer what the article says.

    Args:
        facts: what was answered.
        article: what it must stand in.
        model: the model's id; proposals are by the rule ``model:ID``.
        published: when the article was published, EDTF; its year may complete a date without one.
    """
    found, dropped = _sifted(facts, article.text, published)
    titles = _by_folded_value(found, "title")
    around = Surroundings(article.text, titles, _by_folded_value(found, "session"))
    proposals: dict[str, Proposal] = {}
    for one in sorted(found, key=lambda one: one.at):
        proposal, lost = _proposal(one, around, model)
        proposals.setdefault(proposal.id(article.sha256), proposal)
        dropped += [_left_out(one.fact, *detail) for detail in lost]
    return Grounded(tuple(_numbered(proposals.values())), tuple(dropped), tuple(_remarks(found, titles)))


def _sifted(facts: Iterable[Fact], text: str, published: str | None) -> tuple[list[_Found], list[Dropped]]:
    found: list[_Found] = []
    dropped: list[Dropped] = []
    for fact in facts:
        try:
            place = _place(fact.quote, text)
            quote = text[place.start : place.end]
            found.append(_Found(fact, place, find_value(fact, quote, partial(_year, text, fact, published))))
        except UngroundedError as problem:
            dropped.append(Dropped(fact.field, fact.value, fact.event, fact.quote, problem.reason))
    return found, dropped


def _by_folded_value(found: Iterable[_Found], field: str) -> dict[str, str]:
    """The values found for a field as they are referred to, in whatever spelling; the first spelling stands for all."""
    values: dict[str, str] = {}
    for one in found:
        if one.fact.field == field:
            values.setdefault(fold(one.said.value), one.said.value)
    return values


def _place(quote: str, text: str) -> Place:
    if len(quote) > _LONGEST_QUOTE:
        raise UngroundedError(f"its quotation is longer than {_LONGEST_QUOTE} characters")
    place = find_quotation(text, quote)
    if place is None:
        raise UngroundedError("its quotation is not in the article")
    return place


def _year(text: str, fact: Fact, published: str | None, year: str) -> str | None:
    """Why a year may be taken for a date of a fact that is printed without one, the best reason first."""
    title = fact.event if fact.event and find_words(text, fact.event) else ""
    places = (
        (title, "year from the title"),
        (text, "year from another place in the article"),
        (published or "", "year from the date of publication"),
    )
    standing = re.compile(rf"(?<!\d){re.escape(year)}(?!\d)")
    return next((why for words, why in places if standing.search(words)), None)


def _proposal(found: _Found, around: Surroundings, model: str) -> tuple[Proposal, Sequence[tuple[str, str, str]]]:
    """A found fact as a proposal, and what of its details is not said."""
    fact, place, said = found
    quote = around.text[place.start : place.end]
    details, lost = find_details(fact, quote, around)
    proposal = Proposal(
        field=fact.field,
        event=around.titles.get(fold(said.value if fact.field == "title" else fact.event or "")),
        value=said.value,
        quote=quote,
        start=place.start,
        end=place.end,
        rule=f"model:{model}",
        as_printed=said.as_printed,
        inferred=said.inferred,
        approximate=said.approximate,
        **details,
    )
    return proposal, lost


def _left_out(fact: Fact, name: str, value: str, reason: str) -> Dropped:
    return Dropped(name, value, fact.event, fact.quote, f"{reason}; the {fact.field} {_quoted(fact.value)} stays")


def _quoted(value: str) -> str:
    """A value as a sentence names it."""
    return f'"{words_at(value, (0, len(value)))}"'


def _numbered(proposals: Iterable[Proposal]) -> Iterable[Proposal]:
    """Give sessions and roles their place in the order in which the article names them, for each event."""
    counted: Counter[tuple[str, str | None]] = Counter()
    for one in proposals:
        if one.field in ("session", "role"):
            counted[one.field, one.event] += 1
            yield replace(one, position=counted[one.field, one.event])
        else:
            yield one


def _remarks(found: Sequence[_Found], titles: Mapping[str, str]) -> Iterable[str]:
    """What a person should know: events that the article does not name, quotations that stand several times."""
    unnamed = dict.fromkeys(one.fact.event for one in found if one.fact.event and fold(one.fact.event) not in titles)
    several = dict.fromkeys(words_at(one.fact.quote, (0, 60)) for one in found if one.place.ambiguous)
    if unnamed:
        yield f"no event is called {_shown(unnamed)} in the article; what was answered for it belongs to none yet"
    if several:
        yield f"stands several times in the article, and the first place is taken: {_shown(several)}"


def _shown(texts: Iterable[str | None]) -> str:
    listed = [_quoted(text) for text in texts if text]
    more = f" and {len(listed) - _MOST_SHOWN} more" if len(listed) > _MOST_SHOWN else ""
    return f"{', '.join(listed[:_MOST_SHOWN])}{more}"
