"""What a fact says besides its value: whom a role is of, in which capacity, of which session; each found on its own."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from exchangecli.extract.asked.answers import Fact
from exchangecli.extract.asked.grounded_words import find_country, find_text, read_code
from exchangecli.extract.asked.passages import find_words, words_at
from exchangecli.extract.asked.said import UngroundedError
from exchangecli.model.folding import fold
from exchangecli.model.vocabularies import vocabulary


class Surroundings(NamedTuple):
    """What a fact may refer to: the article's text, and the events and sessions found in it, by their folded titles."""

    text: str
    titles: Mapping[str, str]
    sessions: Mapping[str, str]


_Finder = Callable[[Fact, str, str, Surroundings], str | None]
"""Fact, value of the detail, quotation, surroundings -> the detail as it is proposed."""


def find_details(fact: Fact, quote: str, around: Surroundings) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    """Find the details of a fact.

    Returns:
        Those that are said, by the names of a ``Proposal``; and of those that are not: name, value, reason. What does
        not belong to facts of this field is passed over.
    """
    found: dict[str, Any] = {}
    lost: list[tuple[str, str, str]] = []
    for name, finder in _DETAILS.get(fact.field, {}).items():
        value = getattr(fact, name)
        try:
            found |= {name: finder(fact, value, quote, around)} if value else {}
        except UngroundedError as problem:
            lost.append((name, value, problem.reason))
    return found, lost


def _in_quotation(fact: Fact, value: str, quote: str, around: Surroundings) -> str:
    del fact, around
    return find_text(value, quote).value


def _in_article(fact: Fact, value: str, quote: str, around: Surroundings) -> str:
    """What another sentence may name: it need only stand somewhere."""
    del fact, quote
    place = find_words(around.text, value)
    if place is None:
        raise UngroundedError(f'the article does not have the words "{value}"')
    return words_at(around.text, place)


def _session(fact: Fact, value: str, quote: str, around: Surroundings) -> str:
    """A session that was found, or the kind of one without a title."""
    del fact, quote
    title = around.sessions.get(fold(value))
    if title is None and value not in vocabulary("session-kinds").terms:
        raise UngroundedError(f'no session is called "{value}" in the article')
    return title or value


def _country(fact: Fact, value: str, quote: str, around: Surroundings) -> str:
    del fact, around
    return find_country(value, quote, None).value


def _code(list_name: str, what: str) -> _Finder:
    def read(fact: Fact, value: str, quote: str, around: Surroundings) -> str:
        del fact, quote, around
        return read_code(list_name, value, what)

    return read


_DETAILS: Final[Mapping[str, Mapping[str, _Finder]]] = {
    "role": {
        "role": _code("roles", "role"),
        "printed_role": _in_quotation,
        "capacity": _in_quotation,
        "affiliation": _in_quotation,
        "kind": _code("participant-kinds", "kind"),
        "country": _country,
        "session": _session,
    },
    "session": {"role": _code("session-kinds", "kind")},
    "theme": {"session": _session},
    "name": {"of": _in_article, "kind": _code("name-kinds", "kind")},
    "programme": {"kind": _code("programme-kinds", "kind")},
    "launch": {"of": _in_article},
    "figure": {"of": _in_article, "measure": _code("measures", "measure"), "unit": _in_quotation},
}
"""The details of each field, and how each is found."""
