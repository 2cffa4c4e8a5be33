"""Records that may have been meant by words that name none: found by the indexes, then compared letter by letter.

Candidates are the records whose id is one slip of the keyboard away from what was typed, and those whose names hold
all its words, or all but one, each as typed, begun so, or one slip away. No table is read from end to end.
"""

import json
from collections.abc import Iterator, Sequence

from exchangecli.model import folding, records
from exchangecli.store.finding import Found, title
from exchangecli.store.opening import Store

MOST = 3
"""How many are suggested."""

MOST_CANDIDATES = 200
"""How many names that the index finds at once are compared."""

MOST_WORDS = 6
"""How many of the words typed are looked up."""

LONGEST = 80
"""The slips of a word of more characters are not tried."""

SHORTEST = 3
"""A word of fewer characters is looked up as it is: half the words there are begin like it."""

ALIKE = 74
"""The least likeness, of 100, at which a record is suggested."""

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def near(store: Store, words: str, kinds: Sequence[str]) -> list[Found]:
    """The records of these kinds that resemble the words most, the likeliest first; at most three, perhaps none.

    Of several that resemble them as much, a source comes last: what is meant is more often what it is about.

    They are suggestions: nothing is ever read by resemblance.
    """
    typed = folding.search_text(words).split()[:MOST_WORDS]
    slug = folding.fold(words).replace(" ", "-")
    scores = {
        found: _likeness(typed, slug, found, names)
        for kind in kinds
        if typed and kind in records.SEARCHED
        for found, names in _candidates(store, kind, typed, slug)
    }
    likely = [found for found, score in scores.items() if score >= ALIKE]
    return sorted(likely, key=lambda one: (-scores[one], one.kind == "source", len(one.title), one.id))[:MOST]


def _likeness(typed: Sequence[str], slug: str, found: Found, names: str) -> float:
    """How alike they are: as ids, of which the start is enough, or word for word, in any order."""
    from rapidfuzz import fuzz

    by_id = max(fuzz.ratio(slug, found.id), fuzz.ratio(slug, found.id[: len(slug)]) - 1)
    known = {*names.split(), *found.id.split("-")}
    by_words = sum(max(fuzz.ratio(word, other) for other in known) for word in typed) / len(typed)
    return max(by_id, by_words - 1)


def _candidates(store: Store, kind: str, typed: Sequence[str], slug: str) -> Iterator[tuple[Found, str]]:
    """Records that may be meant, each with its names as the index spells them."""
    yield from _found(store, kind, "id IN (SELECT value FROM json_each(?))", json.dumps(sorted(slips(slug))))
    terms = [term for word in dict.fromkeys(typed) if (term := _term(store, kind, word))]
    with_all = _named(store, kind, terms)
    yield from with_all
    if not with_all and len(terms) > 1:
        for number in range(len(terms)):
            yield from _named(store, kind, terms[:number] + terms[number + 1 :])


def _named(store: Store, kind: str, terms: Sequence[str]) -> list[tuple[Found, str]]:
    return _found(store, kind, f"{kind}_search MATCH ?", _in_names(" AND ".join(terms))) if terms else []


def _found(store: Store, kind: str, condition: str, value: str) -> list[tuple[Found, str]]:
    question = f"""SELECT {kind}.id AS id, {title(kind)} AS title, entry.title || ' ' || entry.names AS names
        FROM {kind} JOIN {kind}_search AS entry ON entry.rowid = {kind}.number
        WHERE {condition} LIMIT {MOST_CANDIDATES}"""
    return [(Found(kind, row["id"], row["title"]), row["names"]) for row in store.connection.execute(question, [value])]


def _term(store: Store, kind: str, word: str) -> str:
    """What finds a word in the index: as it is, begun so, or one slip away; "" where no name has any of these."""
    ways = [f'"{word}"']
    if SHORTEST <= len(word) <= LONGEST and not word.isdecimal():
        alike = '" OR "'.join(sorted(slips(word)))
        ways += [f'"{word}"*', f'("{alike}")']
    question = f"SELECT 1 FROM {kind}_search WHERE {kind}_search MATCH ? LIMIT 1"
    return next((way for way in ways if store.connection.execute(question, [_in_names(way)]).fetchone()), "")


def _in_names(expression: str) -> str:
    return f"{{title names}} : ({expression})"


def slips(word: str) -> set[str]:
    """All that is one slip away from a word: a letter too many, one too few, another one, two that changed places."""
    if len(word) > LONGEST:
        return set()
    letters = LETTERS | set(word)
    parted = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    more = {left + letter + right for left, right in parted for letter in letters}
    fewer = {left + right[1:] for left, right in parted if right}
    other = {left + letter + right[1:] for left, right in parted if right for letter in letters}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in parted if len(right) > 1}
    return (more | fewer | other | swapped) - {"", word}
