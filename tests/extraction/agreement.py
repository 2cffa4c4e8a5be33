"""When a value that was read is the value that is true: exactly for dates and numbers, by their words for names."""

import re
from collections.abc import Callable, Iterable

from exchangecli import errors
from exchangecli.model import countries
from exchangecli.model.folding import fold

ALIKE = 0.8
"""The least share of their words that two names have in common (Jaccard) where they are held to be one."""
_NUMBER = re.compile(r"\d[\d,.]*")
_ARTICLES = ("the ", "a ", "an ")


def _bare(text: str) -> str:
    folded = fold(text)
    for article in _ARTICLES:
        folded = folded.removeprefix(article)
    return folded


def _alike(one: str, other: str) -> bool:
    mine, theirs = _bare(one), _bare(other)
    if mine == theirs:
        return True
    words, others = set(mine.split()), set(theirs.split())
    return len(words & others) >= ALIKE * len(words | others) and not _contradict(mine, theirs)


def _contradict(one: str, other: str) -> bool:
    """Whether two names have other numbers: ``7th Meeting`` is not ``8th Meeting``; one may leave its number out."""
    mine, theirs = set(re.findall(r"\d+", one)), set(re.findall(r"\d+", other))
    return bool(mine and theirs) and mine != theirs


def same_words(value: str, accepted: Iterable[str]) -> bool:
    """Whether a name is one of those accepted, but for case, accents, quotation marks and a word in five."""
    return any(_alike(value, right) for right in accepted)


def _exactly(value: str, accepted: Iterable[str]) -> bool:
    return value.strip() in accepted


def _number(text: str) -> str | None:
    found = _NUMBER.search(text)
    return re.sub(r"[,.](?=\d{3}\b)", "", found[0]).rstrip(".,") if found else None


def _same_number(value: str, accepted: Iterable[str]) -> bool:
    return _number(value) in {_number(right) for right in accepted}


def _unit(text: str) -> set[str]:
    words = fold(_NUMBER.sub(" ", text)).split()
    return {word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") for word in words}


def _same_count(value: str, accepted: Iterable[str]) -> bool:
    """The number, and at least one word of the unit where both say one."""
    unit = _unit(value)
    return any(
        _number(value) == _number(right) and (not unit or not _unit(right) or bool(unit & _unit(right)))
        for right in accepted
    )


def _code(text: str) -> str | None:
    try:
        return countries.read_country(text).code
    except (errors.UnknownCountry, errors.AmbiguousCountry):
        return None


def _same_country(value: str, accepted: Iterable[str]) -> bool:
    right = list(accepted)
    code = _code(value)
    return fold(value) in map(fold, right) or (code is not None and code in map(_code, right))


_AGREEMENTS: dict[str, Callable[[str, Iterable[str]], bool]] = {
    "date": _exactly,
    "status": _exactly,
    "kind": _exactly,
    "edition": _same_number,
    "launch": _exactly,
    "attendance": _same_number,
    "count": _same_count,
    "country": _same_country,
}


def agrees(field: str, values: Iterable[str], accepted: Iterable[str]) -> bool:
    """Whether one of the forms that were read is one of those that are right in this field."""
    right = tuple(accepted)
    return any(_AGREEMENTS.get(field, same_words)(value, right) for value in values)
