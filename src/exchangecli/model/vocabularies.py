"""The closed lists: roles, kinds, disciplines, statuses, measures... with their labels and their outward mappings.

Each list is a table in ``tables/vocabularies``. What all have: ``code``, which the dataset stores; ``label``;
``description``; ``aliases``, other ways to say it, parted by semicolons. Every further column is a mapping: to another
standard (``schema_org``, ``marc``, ``ical``...), to Korean, or to what the program needs to know of a term (``family``
of a role, ``class`` of an event kind).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exchangecli.errors import UnknownVocabulary, UnknownWord
from exchangecli.model.folding import fold

_TITLES = {
    "roles": "Roles",
    "event-kinds": "Kinds of event",
    "session-kinds": "Kinds of session",
    "programme-kinds": "Kinds of programme",
    "participant-kinds": "Kinds of participant",
    "source-kinds": "Kinds of source",
    "disciplines": "Disciplines",
    "modes": "Modes of attendance",
    "statuses": "Statuses of an event",
    "measures": "Measures of a figure",
    "name-kinds": "Kinds of name",
    "ranks": "Ranks of a claim",
    "frequencies": "Frequencies of a programme",
}
_MOST_SUGGESTED = 3
_ALIKE = 68
"""The least likeness, of 100, at which a word is suggested."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a list.

    Attributes:
        code: what is stored: ``keynote_speaker``.
        label: what a person sees: ``Keynote speaker``.
        description: when to use it, in a sentence.
        aliases: other ways to say it.
        mappings: the further columns of its list, without those that are empty for it.
    """

    code: str
    label: str
    description: str
    aliases: tuple[str, ...]
    mappings: Mapping[str, str]

    def spellings(self) -> Iterator[str]:
        """All the ways to say it, the Korean ones among them."""
        yield self.code
        yield self.label
        yield from self.aliases
        yield from _items(self.mappings.get("korean", ""))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list: its name as typed on the command line, its title, its terms by code in the list's order."""

    name: str
    title: str
    terms: Mapping[str, Term]
    codes: Mapping[str, str]
    """Each spelling, folded and without spaces -> the code it stands for."""

    def read(self, text: str) -> str:
        """Read a word as a code: ``Keynote Speaker``, ``keynote-speaker`` and ``기조연설`` are ``keynote_speaker``.

        Raises:
            UnknownWord: with up to three codes of the list that are spelled like it.
        """
        if text in self.terms:
            return text
        code = self.codes.get(_key(text))
        if code is None:
            raise UnknownWord(text, self.name, self._nearest(text))
        return code

    def _nearest(self, text: str) -> list[str]:
        from rapidfuzz import fuzz, process

        alike = process.extract(_key(text), self.codes.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
        return list(dict.fromkeys(self.codes[key] for key, *_ in alike))[:_MOST_SUGGESTED]


def _key(text: str) -> str:
    """``co-organiser``, ``Co organiser`` and ``coorganiser`` are one word, as are 공동주최 and 공동 주최."""
    return fold(text).replace(" ", "")


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())


def vocabulary_names() -> tuple[str, ...]:
    """The names of all lists, as the command line and the fields of records use them."""
    return tuple(_TITLES)


@cache
def vocabulary(name: str) -> Vocabulary:
    """Load a list by its name: ``vocabulary("event-kinds").read("forum")``.

    Raises:
        UnknownVocabulary: no list has this name.
    """
    if name not in _TITLES:
        raise UnknownVocabulary(name, vocabulary_names())
    terms = {term.code: term for term in _table(name)}
    codes = {_key(spelling): term.code for term in terms.values() for spelling in term.spellings()}
    return Vocabulary(name, _TITLES[name], terms, codes)


def _table(name: str) -> Iterator[Term]:
    import csv

    path = Path(__file__).with_name("tables") / "vocabularies" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code, label, description, aliases = (row.pop(name) for name in ("code", "label", "description", "aliases"))
            mappings = {column: value for column, value in row.items() if value}
            yield Term(code, label, description, _items(aliases), mappings)
