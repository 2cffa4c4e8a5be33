"""Acronyms behind names, and what they stand for: Ministry of Culture (MOC)."""

import re
from collections.abc import Sequence

from exchangecli.extract.head_words import classify
from exchangecli.extract.name import Name, one_line
from exchangecli.extract.sentences import word_list

SMALL = frozenset(
    [
        "of",
        "the",
        "de",
        "la",
        "du",
        "des",
        "del",
        "da",
        "do",
        "di",
        "el",
        "y",
        "e",
        "et",
        "von",
        "van",
        "der",
        "den",
        "bin",
        "al",
        "zu",
        "le",
        "les",
        "dos",
        "das",
        "d'",
    ]
)


ACRONYM = re.compile(
    r" \((?:[A-Z][\w' .-]{3,50},\s)?\s?\"?((?=[^)]{2,70}\))[A-Z0-9][A-Za-z0-9&/.+-]*(?: [A-Z]{2,}\d*s?)?)\"?(?=[),;])"
)


def _initials(said: Sequence[str]) -> str:
    return "".join(
        part[0].lower()
        for word in said
        if word.lower() not in SMALL | {"for", "and"}
        for part in word.split("-")
        if part
    )


def cut_to_acronym(text: str, name: Name) -> Name:
    """Drop words before a name that its acronym does not stand for: "Bangkok-based Asia Foundation (AF)"."""
    letters = [letter.lower() for letter in name.acronym or "" if letter.isalpha()]
    found = word_list(text, name.start, name.end)
    if (
        not letters
        or found[0].text[0].lower() == letters[0]
        or name.text.split()[0].lower() == (name.acronym or "").split()[0].lower()
    ):
        return name
    for number in range(1, len(found) - 1):
        if found[number].capital and _initials([word.text for word in found[number:]])[: len(letters)] == "".join(
            letters
        ):
            start = found[number].start
            kind, sort = classify([word.text for word in found[number:]])
            return name._replace(start=start, text=one_line(text[start : name.end]), kind=kind, sort=sort)
    return name


def with_acronyms_joined(text: str, names: list[Name]) -> list[Name]:
    """Two names that one acronym stands for are one: Network of European and Asian Museum Educators (NEAME)."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and name.acronym and not before.acronym and text[before.end : name.start] in (" and ", " & ", ", "):
            whole = text[before.start : name.end]
            initials = _initials(whole.split())
            letters = "".join(letter.lower() for letter in name.acronym if letter.isalpha())
            if initials == letters or (
                initials.startswith(letters[0]) and initials.replace("f", "") == letters.replace("f", "")
            ):
                joined[-1] = before._replace(
                    end=name.end, text=one_line(whole), kind=before.kind or name.kind, acronym=name.acronym
                )
                continue
        joined.append(name)
    return joined
