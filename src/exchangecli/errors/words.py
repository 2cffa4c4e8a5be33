"""What can be wrong with the words of a command, a query among them."""

import unicodedata
from collections.abc import Sequence

from exchangecli.errors.base import UsageError, listed, nearest


class QueryProblem(UsageError):
    """A query that cannot be read: says what, and marks the place."""

    def __init__(self, query: str, position: int, problem: str, hint: str | None = None) -> None:
        start = max(0, position - 60)
        before, after = map(_shown, (query[start:position], query[position : start + 100]))
        super().__init__(f"in the query: {problem}\n  {before}{after}\n  {' ' * _width(before)}^", hint)


def _shown(text: str) -> str:
    """On one line, with nothing that a terminal would obey; marks with what they stand on, as terminals draw them."""
    return "".join(c if c.isprintable() else "�" for c in unicodedata.normalize("NFC", text))


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: Hangul and Han two each, a mark on a letter none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class NothingToFind(UsageError):
    """Words without a letter or a digit."""

    def __init__(self, words: str) -> None:
        super().__init__(f'"{words}" has no letter or digit to look for')


class NoWords(UsageError):
    """A search for fields alone, or for words on one side of an "or" only."""

    def __init__(self, query: str) -> None:
        super().__init__(
            f'"{query}" can be met without any word, and a search ranks by words',
            hint="exchange list takes the same query, and needs no words",
        )


class OptionAmongWords(UsageError):
    """An option after --, where all that follows are words."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} stands after --, where only words are; write it before the --")


class NegativeLimit(UsageError):
    """A number of records below zero."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"--limit: {limit} is no number of records; write 1 or more, or 0 for all")


class BrokenText(UsageError):
    """Bytes on the command line that are no UTF-8."""

    def __init__(self, argument: str) -> None:
        super().__init__(f'"{argument}" is not UTF-8; set the terminal to UTF-8 and type it again')


class UnknownCommand(UsageError):
    """No command of this name."""

    def __init__(self, word: str, near: Sequence[str] = ()) -> None:
        meant = f"; did you mean {listed(near)}?" if near else ""
        super().__init__(f'there is no command "{word}"{meant}', hint="exchange --help lists them")


class CommandWanted(UsageError):
    """Options, and no command."""

    def __init__(self) -> None:
        super().__init__("a command is missing", hint="exchange --help lists them")


class UnknownOption(UsageError):
    """A command has no such option."""

    def __init__(self, command: str | None, option: str, near: Sequence[str] = ()) -> None:
        meant = f"; did you mean {listed(near)}?" if near else ""
        sentence = f"{command} has no option {option}" if command else f"there is no option {option} before a command"
        known = f"{_called(command)} --help lists them"
        dash = f"what begins with - needs -- before it, after all options: {_called(command)} -- -x"
        super().__init__(f"{sentence}{meant}", hint=known if option.startswith("--") else dash)


class ValueWanted(UsageError):
    """An option at the end of the line, without the value it takes."""

    def __init__(self, command: str | None, option: str) -> None:
        super().__init__(f"{option} needs a value after it", hint=f"{_called(command)} --help")


class ValueUnwanted(UsageError):
    """An option that is given or not, with a value."""

    def __init__(self, command: str | None, option: str) -> None:
        super().__init__(f"{option} takes no value; write {option} alone", hint=f"{_called(command)} --help")


class ArgumentWanted(UsageError):
    """A command without what it is about."""

    def __init__(self, command: str, name: str, meaning: str) -> None:
        meaning = f"{meaning[0].lower()}{meaning[1:]}".rstrip(".")
        super().__init__(f"{command} needs {name}: {meaning}", hint=f"exchange {command} --help")


class TooManyWords(UsageError):
    """More words than a command takes without an option."""

    def __init__(self, word: str, command: str) -> None:
        super().__init__(
            f'{command} has no use for "{word}"; a name of several words wants quotation marks around it',
            hint=f"exchange {command} --help",
        )


def _called(command: str | None) -> str:
    return f"exchange {command}" if command else "exchange"


class UnknownKind(UsageError):
    """Not a kind of record that can be asked for here."""

    def __init__(self, word: str, kinds: Sequence[str]) -> None:
        near = nearest(word, kinds)
        meant = f"did you mean {listed(near)}?" if near else f"write {listed(kinds)}"
        super().__init__(f'"{word}" is no kind of record here; {meant}')


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
