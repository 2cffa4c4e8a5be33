"""The language of an article, as far as its facts are read: by its script, and its commonest small words."""

import re
from functools import cache

from exchangecli.extract import words

_SAMPLE = 6000
"""Characters; what a text begins with is in its language."""
_ENOUGH = 3
"""The least number of small words that tell a language."""
_ONE_IN = 12
"""In a language one word in so many is a small one, or more."""
_VIETNAMESE = "[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"
"""Letters that no other language has, or few."""
_SCRIPTS = (
    ("ko", "[가-힣]", 4),
    ("ja", "[ぁ-ヿ]", 8),
    ("zh", "[\u4e00-\u9fff]", 3),
    ("ru", "[а-яё]", 3),
    ("ar", "[\u0600-\u06ff]", 3),
    ("th", "[\u0e00-\u0e7f]", 3),
    ("hi", "[\u0900-\u097f]", 3),
    ("vi", _VIETNAMESE, 12),
)
"""Language, its letters, and that more than one letter in so many is of them; the first that fits."""


def language_of(text: str) -> str | None:
    """The BCP 47 code of a text's language, or None where it is too short or in none of those known here."""
    sample = text[:_SAMPLE].lower()
    return _by_script(sample) or _by_small_words(sample)


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample)) or 1
    return next((code for code, script, share in _SCRIPTS if len(re.findall(script, sample)) * share > letters), None)


def _by_small_words(sample: str) -> str | None:
    said = re.findall(r"[^\W\d_]+", sample)
    scores = {code: sum(word in known for word in said) for code, known in _small_words().items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= _ENOUGH and scores[best] * _ONE_IN > len(said) else None


@cache
def _small_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in words.rows("small_words"):
        found.setdefault(row["language"], set()).add(row["word"])
    return {code: frozenset(known) for code, known in found.items()}
