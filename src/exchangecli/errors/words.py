"""What can be wrong with the words of a command, a query among them."""

from collections.abc import Sequence

from exchangecli.errors.base import UsageError, listed


class QueryProblem(UsageError):
    """A query that cannot be read: says what, and marks the place."""

    def __init__(self, query: str, position: int, problem: str, hint: str | None = None) -> None:
        start = max(0, position - 60)
        shown = query[start : start + 100]
        marked = "".join(c if c.isprintable() else "�" for c in shown)
        super().__init__(f"in the query: {problem}\n  {marked}\n  {' ' * (position - start)}^", hint)


class NothingToFind(UsageError):
    """Words without a letter or a digit."""

    def __init__(self, words: str) -> None:
        super().__init__(f'"{words}" has no letter or digit to look for')


class NegativeLimit(UsageError):
    """A number of records below zero."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"--limit: {limit} is no number of records; write 1 or more, or 0 for all")


class BrokenText(UsageError):
    """Bytes on the command line that are no UTF-8."""

    def __init__(self, argument: str) -> None:
        super().__init__(f'"{argument}" is not UTF-8; set the terminal to UTF-8 and type it again')


class TooManyWords(UsageError):
    """More words than ``add-*`` takes without an option."""

    def __init__(self, word: str, kind: str) -> None:
        super().__init__(
            f'nothing is left that "{word}" could stand for; a name of several words wants quotation marks',
            hint=f"exchange add-{kind} --help",
        )


class UnknownKind(UsageError):
    """Not a kind of record that can be asked for here."""

    def __init__(self, word: str, kinds: Sequence[str]) -> None:
        super().__init__(f'"{word}" is no kind of record here; write {listed(kinds)}')


class OneFormat(UsageError):
    """An export names no format, or several."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__(f"name one format: {listed(options)}")


class OneForm(UsageError):
    """A list is asked for in several forms at once."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__(f"a list has one form; give one of {listed(options)}")


class WholeOnly(UsageError):
    """A Data Package of a part of the dataset."""

    def __init__(self, words: str) -> None:
        super().__init__(f'--datapackage writes the whole dataset; leave out "{words}", or export it as CSV or JSON')
