"""How bash, zsh and fish are told the words that may stand where a person pressed Tab.

The scripts in the shells are Typer's, as ``--install-completion`` installs them. What they are answered is written
here, for two reasons. Bash parts ``country:VN`` into three words, and Typer takes them for three. And Typer reads the
help of a word as Rich's markup, and lets zsh evaluate it: a title out of somebody's article could run a command.
"""

import os
import re
import shlex
from collections.abc import Sequence
from typing import Any

from typer._click.shell_completion import ShellComplete, add_completion_class, split_arg_string
from typer._completion_classes import BashComplete, FishComplete, ZshComplete

from exchangecli.show import console

OPEN = (":", "=")
"""How a word ends that is not whole yet, so that no space is typed after it."""


MORE = "…"
"""What stands for more to be typed."""


def register() -> None:
    """Answer the shells in Typer's place."""
    for shell in (Bash, Zsh, Fish):
        add_completion_class(shell, shell.name)


def offered(shell: ShellComplete, before: list[str], typed: str) -> list[tuple[str, str]]:
    """The words that may stand in place of what was typed, each with its help, harmless to a terminal.

    Of ``--kind=fo`` Typer completes what follows the sign; the shells want the whole.
    """
    option, sign, _ = typed.partition("=")
    standing = option + sign if sign and option.startswith("--") else ""
    items = ShellComplete.get_completions(shell, before, typed)
    return [(console.plain(f"{standing}{item.value}"), console.plain(item.help or "")) for item in items]


class Bash(BashComplete):
    """Bash replaces the last part of a word by what all the words it is given have in common."""

    def complete(self) -> str:
        """The words, one a line, without what stands before the last part."""
        last = int(os.environ["COMP_CWORD"]) + 1
        (*before, typed), part = joined(os.environ["COMP_WORDS"].split("\n")[:last])
        words = [word for word, _ in offered(self, before[1:], typed)]
        standing = typed.removesuffix(part)
        return "\n".join(word.removeprefix(standing) for word in fit_for_bash(words, typed))


def joined(pieces: Sequence[str]) -> tuple[list[str], str]:
    """Put together again what bash parted at ``:`` and ``=``, which it takes for words; the last part also alone."""
    words: list[str] = []
    goes_on = False
    for piece in pieces:
        is_break = re.fullmatch("[:=]+", piece) is not None
        if words and piece and (is_break or goes_on):
            words[-1] += piece
        else:
            words.append(piece)
        goes_on = is_break
    return [_unquoted(word) for word in words], "" if goes_on else _unquoted(pieces[-1])


def _unquoted(word: str) -> str:
    """A word as the command would receive it; its quotation mark may be open yet."""
    return "".join(split_arg_string(word))


def fit_for_bash(words: Sequence[str], typed: str) -> list[str]:
    """The words as they do not mislead bash, which puts what all of them have in common in the place of what was typed.

    Those that begin so, where there are any. The others are offered for their names: where they are several, a mark
    beside them leaves them nothing in common, so that what was typed stays. It also stands beside the only one, where
    that goes on, or bash would type a space after it.
    """
    begun = [word for word in words if word.startswith(typed)]
    if len(words) > 1 and not begun:
        return [*words, MORE]
    fit = begun or list(words)
    return [*fit, f"{fit[0]}{MORE}"] if len(fit) == 1 and fit[0].endswith(OPEN) else fit


class Zsh(ZshComplete):
    """Zsh evaluates what it is answered, so every text in it stands in quotation marks."""

    def complete(self) -> str:
        """The code that offers the words with their help; as a menu where not all of them begin as typed."""
        before, typed = self.get_completion_args()
        words = offered(self, before, typed)
        if not words:
            return "_files"
        menu = "" if all(word.startswith(typed) for word, _ in words) else "compstate[insert]=menu; "
        whole = _described([(word, said) for word, said in words if not word.endswith(OPEN)], "")
        unfinished = _described([(word, said) for word, said in words if word.endswith(OPEN)], " -S ''")
        return f"local -a words_of_exchange; {menu}{whole}{unfinished}"


def _described(words: Sequence[tuple[str, str]], options: str) -> str:
    """Code for ``_describe``: in the order given, and not sifted once more by how the words begin (``-U``)."""
    if not words:
        return ""
    texts = (re.sub(r"([\\:])", r"\\\1", word) + (f":{said}" if said else "") for word, said in words)
    quoted = " ".join(map(shlex.quote, texts))
    return f"words_of_exchange=({quoted}); _describe -V word words_of_exchange -U{options}; "


class Fish(FishComplete):
    """Fish shows the help beside each word, and sifts the words itself: those in which the typed letters stand."""

    def get_completions(self, args: list[str], incomplete: str) -> list[Any]:
        """The words, as Typer's class writes them below."""
        return offered(self, args, incomplete)

    def format_completion(self, item: Any) -> str:
        """A word and its help, parted by a tab."""
        return "\t".join(filter(None, item))
