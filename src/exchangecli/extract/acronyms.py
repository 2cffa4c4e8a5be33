"""Acronyms behind names, and what they stand for: Ministry of Culture (MOC)."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from exchangecli.extract import words
from exchangecli.extract.head_words import ORDINAL, classify
from exchangecli.extract.name import Name, is_acronym, one_line
from exchangecli.extract.sentences import word_list

_IN_BRACKETS = re.compile(
    r"""
    \ \((?:[A-Z][\w'\ .-]{3,50},\s)?\s?\"?        # another name of it may stand before: (Goethe-Institut, GI)
    ((?=[^)]{2,70}\))[A-Z0-9][A-Za-z0-9&/.+-]*(?:\ [A-Z]{2,}\d*s?)?)
    \"?(?=[),;])
    """,
    re.VERBOSE,
)
_JOINING = (" and ", " & ", ", ")


def acronym_after(text: str, end: int) -> str | None:
    """The acronym in brackets right behind a name."""
    found = _IN_BRACKETS.match(text, end)
    return found[1] if found and is_acronym(found[1]) else None


def cut_to_acronym(text: str, name: Name) -> Name:
    """Drop words before a name that its acronym does not stand for: "Bangkok-based Asia Foundation (AF)"."""
    letters = _letters(name)
    found = word_list(text, name.start, name.end)
    bare = list(dropwhile(lambda word: ORDINAL.match(word.text), found))
    if bare and _initials([word.text for word in bare]).startswith(letters):
        return name
    if not letters or found[0].text[0].lower() == letters[0] or _begins_alike(name):
        return name
    for number in range(1, len(found) - 1):
        said = [word.text for word in found[number:]]
        if found[number].capital and _initials(said).startswith(letters):
            start = found[number].start
            kind, sort = classify(said)
            return name._replace(start=start, text=one_line(text[start : name.end]), kind=kind, sort=sort)
    return name


def with_acronyms_joined(text: str, names: Sequence[Name]) -> list[Name]:
    """Two names that one acronym stands for are one: Network of European and Asian Museum Educators (NEAME)."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and _are_one(text, before, name):
            whole = one_line(text[before.start : name.end])
            kind = before.kind or name.kind
            joined[-1] = before._replace(end=name.end, text=whole, kind=kind, acronym=name.acronym)
        else:
            joined.append(name)
    return joined


def _are_one(text: str, before: Name, name: Name) -> bool:
    if not name.acronym or before.acronym or text[before.end : name.start] not in _JOINING:
        return False
    initials, letters = _initials(text[before.start : name.end].split()), _letters(name)
    alike = initials.replace("f", "") == letters.replace("f", "")  # an F may stand for "for" and "of"
    return initials == letters or (initials.startswith(letters[0]) and alike)


def is_acronym_of(name: Name) -> bool:
    """Whether the acronym behind a name stands for it: capitals behind a body, or the first letters of its words."""
    if name.is_body and (name.acronym or "").isupper():
        return True
    letters = _letters(name)
    initials = "".join(part[0].lower() for word in name.text.split() for part in word.split("-") if part)
    at = -1
    hits = 0
    for letter in letters:
        found = initials.find(letter, at + 1)
        if found >= 0:
            hits, at = hits + 1, found
    is_most = bool(letters) and hits * 2 >= len(letters) and initials[:1] == letters[0]
    return is_most or (name.acronym or "").split()[0] == name.text.split()[0]


def _begins_alike(name: Name) -> bool:
    """Whether a name and its acronym have the first word in common: Goethe Institute Hanoi (GOETHE HN)."""
    return name.text.split()[0].lower() == (name.acronym or "").split()[0].lower()


def _letters(name: Name) -> str:
    return "".join(letter.lower() for letter in name.acronym or "" if letter.isalpha())


def _initials(said: Sequence[str]) -> str:
    """The first letters of words, and of the parts of words with a hyphen; small words have none."""
    content = (word for word in said if word.lower() not in (*words.phrases("small word"), "for", "and"))
    return "".join(part[0].lower() for word in content for part in word.split("-") if part)
