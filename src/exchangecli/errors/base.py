"""What all failures have in common: a sentence, perhaps a hint, an exit code; and how sentences list words."""

from collections.abc import Iterable

ALIKE = 65
"""The least likeness, of 100, at which a word is suggested for another."""


def listed(words: Iterable[str], last: str = "or") -> str:
    """Join words as a sentence does: ``KR, KP or CN``."""
    items = list(words)
    if len(items) < 2:  # noqa: PLR2004
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def nearest(word: str, words: Iterable[str]) -> list[str]:
    """The words that a misspelt one may have been meant to be, the nearest first."""
    from rapidfuzz import fuzz, process

    return [match for match, *_ in process.extract(word, words, scorer=fuzz.ratio, limit=3, score_cutoff=ALIKE)]


class ExchangeError(Exception):
    """The base of all of them: a sentence, perhaps a hint of what to do next, and an exit code (1: could not)."""

    exit_code = 1

    def __init__(self, sentence: str, hint: str | None = None) -> None:
        super().__init__(sentence)
        self._sentence = sentence
        self._hint = hint

    @property
    def sentence(self) -> str:
        """What went wrong."""
        return self._sentence

    @property
    def hint(self) -> str | None:
        """What to do next, where there is something to say of it."""
        return self._hint

    def __str__(self) -> str:
        return self.sentence


class UsageError(ExchangeError):
    """The command's words are off: exit code 2."""

    exit_code = 2
