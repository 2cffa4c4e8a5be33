"""From the words and shorthands of a command line to one selection of records."""

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence

from exchangecli import errors
from exchangecli.model import clock, records
from exchangecli.query import parser
from exchangecli.query.syntax import Term
from exchangecli.store.listing import Selection

SEVERAL = ("country", "kind", "role", "year")
"""The shorthands that take several values, parted by commas; in a name a comma is a part of it."""


def selection(
    words: Sequence[str],
    shorthands: Mapping[str, str | None] | None = None,
    start: str | None = None,
    end: str | None = None,
    *,
    sort: str = "",
    limit: int = 0,
    possible: bool = False,
    by_membership: bool = False,
) -> Selection:
    """Which records are meant: the first word may name the kind, the rest is the query, and every shorthand holds.

    Raises:
        UsageError: a shorthand without a value, no date, or a negative limit; it names the option.
    """
    from exchangecli.curate import targets

    kind, query = targets.of_words(words)
    terms = [_term(name, value) for name, value in (shorthands or {}).items() if value is not None]
    every = (*terms, *_days(start, end))
    return Selection(kind or records.EVENT, query, sort, limit, every, possible, by_membership)


def _term(name: str, value: str) -> Term:
    option = f"--{name}"
    parts = value.split(",") if name in SEVERAL else [value]
    values = tuple(part.strip() for part in parts if part.strip())
    if not 0 < len(values) <= parser.MOST:
        raise errors.UsageError(f"{option}: give one value or several, {parser.MOST} at most")
    return Term(name, values, option=option)


def _days(start: str | None, end: str | None) -> Iterator[Term]:
    """One term for both ends, so that it is one event that lies between them."""
    given = {option: text.strip() for option, text in (("--from", start), ("--to", end)) if text and text.strip()}
    for option, text in given.items():
        _check_day(option, text)
    if given:
        both = f"{given.get('--from', '')}..{given.get('--to', '')}"
        options = " and ".join(given)
        _check_range(options, both)
        yield Term("date", (both,), option=options)


def _check_day(option: str, text: str) -> None:
    if ".." in text:
        raise errors.UsageError(f'{option}: "{text}" is a range; give its first day as --from, its last as --to')
    _check_range(option, text)


def _check_range(option: str, text: str) -> None:
    from exchangecli.query import ranges

    try:
        ranges.days(text, clock.today())
    except errors.ValueProblem as problem:
        raise errors.UsageError(f"{option}: {problem.sentence}", problem.hint) from None


def kind_meant(words: Sequence[str]) -> str | None:
    """The plural of the kind that a first word was perhaps meant to name: ``evnts`` -> ``events``; else None.

    For a hint where nothing was found: a misspelt kind is looked for as a word.
    """
    first = " ".join(words).partition(" ")[0].casefold()
    if not first or records.kind_of_word(first):
        return None
    from rapidfuzz import process

    kinds = [records.KINDS[name] for name in records.LISTED]
    plurals = {kind.name: kind.plural for kind in kinds} | {kind.plural: kind.plural for kind in kinds}
    near = process.extractOne(first, list(plurals), score_cutoff=80)
    return plurals[near[0]] if near else None


def term_meant(chosen: Selection) -> str | None:
    """The field that a bare word of a query on events was perhaps meant for: ``2018`` -> ``year:2018``; else None.

    For a hint where nothing was found: events are asked for by year and by kind more often than they are called so.
    """
    from exchangecli.model import vocabularies
    from exchangecli.query.syntax import sought

    for words in sought(parser.parse(chosen.query)) if chosen.kind is records.EVENT else ():
        if re.fullmatch(r"(19|20)\d\d", words.text):
            return f"year:{words.text}"
        for spelled in (words.text, words.text.removesuffix("s")):
            with contextlib.suppress(errors.UnknownWord):
                return f"kind:{vocabularies.vocabulary('event-kinds').read(spelled)}"
    return None


def searched_kinds(word: str) -> Sequence[str]:
    """The kinds a search is to look in.

    Raises:
        UnknownKind: the word names none that can be searched.
    """
    if not word:
        return records.SEARCHED
    kind = records.kind_of_word(word)
    if kind is None or kind.name not in records.SEARCHED:
        raise errors.UnknownKind(word, [records.KINDS[name].plural for name in records.SEARCHED])
    return (kind.name,)
