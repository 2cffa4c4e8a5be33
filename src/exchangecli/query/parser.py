r"""Reads a query.

::

    query   = [any]                         empty: everything
    any     = all { "or" all }
    all     = part { part }                 all parts must be met
    part    = { "not" | "-" } simple
    simple  = "(" any ")" | term | phrase | word
    term    = field ":" value { "," value } any of the values; no space after the colon
    field   = a letter of any script, and characters up to a colon
    value   = phrase | characters up to a space, comma, parenthesis or quotation mark
    phrase  = '"' { any character but '"' } '"'
    word    = characters up to a space, parenthesis or quotation mark

Quotation marks may be straight or curly, as a word processor makes them, and a colon full-width. A word without a
letter or a digit, such as the dash of a title, is passed over where others stand beside it.

What the fields are, and which values they take, is not settled here: see ``query.reading``.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from exchangecli import errors
from exchangecli.query.syntax import And, Node, Not, Or, Term, Words

LONGEST = 100_000
"""Characters."""

MOST = 500
"""Words and values; SQLite takes conditions of about a thousand, and says of more only that they are too many."""

DEEPEST = 8
"""Parentheses and negations within each other; from about the tenth on, older SQLite's own parser overflows."""

TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<open>\()
      | (?P<close>\))
      | (?P<minus>-(?=\S))
      | (?P<field>[^\W\d_][^\s()",:]*):
      | "(?P<phrase>[^"]*)"
      | (?P<quote>")
      | (?P<word>[^\s()"]+)""",
    re.VERBOSE,
)
PLAIN = dict.fromkeys(map(ord, "“”„‟＂«»"), '"') | {ord("："): ":"}
"""Signs that word processors and other keyboards write for those of the language."""

VALUE = re.compile(r'"(?P<phrase>[^"]*)"|(?P<bare>[^\s,()"]+)')


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int
    values: tuple[str, ...] = ()
    positions: tuple[int, ...] = ()


def joined(arguments: Iterable[str]) -> str:
    """The words of a command line as one query.

    Raises:
        OptionAmongWords: one of them is written as an option, and stands where options have ended.
    """
    words = list(arguments)
    for word in words:
        if re.fullmatch(r"--[a-z][a-z-]*(=.*)?", word, re.DOTALL):
            raise errors.OptionAmongWords(word)
    return " ".join(words)


def parse(text: str) -> Node:
    """Read a query.

    Raises:
        QueryProblem: says what is wrong, and marks the place.
    """
    if len(text) > LONGEST:
        raise errors.QueryProblem(text, 0, f"it has {len(text)} characters; {LONGEST} are the most")
    if damaged := re.search("[\ud800-\udfff]", text):
        raise errors.QueryProblem(text, damaged.start(), "this is no character; the terminal may not be set to UTF-8")
    tokens = _tokens(text.translate(PLAIN), text)
    if sum(len(token.values) or 1 for token in tokens) > MOST:
        raise errors.QueryProblem(text, 0, f"more than {MOST} words and values stand in it")
    return _Parser(text, tokens).query()


def _tokens(text: str, typed: str) -> list[_Token]:
    """The tokens of a query; every character belongs to one, so that none is passed over in silence.

    Args:
        text: the query in plain signs.
        typed: as typed, of the same length, to be shown where it cannot be read.
    """
    tokens = []
    position = 0
    while position < len(text):
        found = TOKEN.match(text, position)
        assert found is not None
        kind = found.lastgroup or ""
        if kind == "quote":
            raise errors.QueryProblem(typed, position, UNPAIRED)
        if kind == "word" and found[kind].startswith(":"):
            raise errors.QueryProblem(typed, position, "a colon stands right after the name of its field", QUOTED)
        if kind == "field":
            token, position = _term(text, typed, found)
            tokens.append(token)
            continue
        if kind != "space":
            tokens.append(_Token(kind, found[kind], position))
        position = found.end()
    return tokens


UNPAIRED = 'this quotation mark has no partner; close it with "'
QUOTED = "put quotation marks around words that hold a colon and name no field"


def _term(text: str, typed: str, found: re.Match[str]) -> tuple[_Token, int]:
    """The term that begins with ``field:``, and where it ends."""
    values = []
    positions = []
    position = found.end()
    wants_value = True
    while wants_value and (value := VALUE.match(text, position)):
        values.append(value["bare"] if value["phrase"] is None else value["phrase"])
        positions.append(position)
        position = value.end()
        wants_value = text[position : position + 1] == ","
        position += wants_value
    if text[position : position + 1] == '"':
        raise errors.QueryProblem(typed, position, UNPAIRED)
    if wants_value and values:
        raise errors.QueryProblem(typed, position, "another value is missing here, right after the comma")
    if wants_value:
        problem = f'"{found["field"]}:" wants a value here, right after the colon'
        raise errors.QueryProblem(typed, position, problem, QUOTED if text[position:].strip() else None)
    if not (position == len(text) or text[position].isspace() or text[position] == ")"):
        raise errors.QueryProblem(typed, position, "a space or a comma is missing here")
    name = unicodedata.normalize("NFC", found["field"]).lower().replace("-", "_")
    return _Token("term", name, found.start(), tuple(values), tuple(positions)), position


class _Parser:
    """Recursive descent over the tokens, one method for each rule of the grammar."""

    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.place = 0
        self.depth = 0

    def query(self) -> Node:
        if not self.tokens:
            return And(())
        node = self.any()
        if self.next is not None:
            raise self.problem("this parenthesis closes none; take it out, or open one before it")
        return node

    def any(self) -> Node:
        nodes = [self.all()]
        while self.takes("word", "or"):
            nodes.append(self.all())
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))

    def all(self) -> Node:
        nodes = [self.part()]
        while (token := self.next) is not None and token.kind != "close" and not self.is_word("or"):
            nodes.append(self.part())
        return nodes[0] if len(nodes) == 1 else And(tuple(nodes))

    def part(self) -> Node:
        if self.takes("word", "not") or self.takes("minus", "-"):
            self.deeper()
            node = Not(self.part())
            self.depth -= 1
            return node
        return self.simple()

    def simple(self) -> Node:
        token = self.next
        if token is None or token.kind == "close" or self.is_word("or"):
            raise self.problem("a word, a field:value or a parenthesis is missing here")
        self.place += 1
        match token.kind:
            case "open":
                self.deeper()
                node = self.any()
                if not self.takes("close", ")"):
                    raise errors.QueryProblem(
                        self.text, token.position, "this parenthesis is not closed; write ) where it ends"
                    )
                self.depth -= 1
                return node
            case "term":
                return Term(token.text, token.values, token.position, token.positions)
            case kind:
                return Words(token.text, kind == "phrase", token.position)

    @property
    def next(self) -> _Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def is_word(self, word: str) -> bool:
        return self.next is not None and self.next.kind == "word" and self.next.text.lower() == word

    def takes(self, kind: str, text: str) -> bool:
        token = self.next
        if token is None or token.kind != kind or token.text.lower() != text:
            return False
        self.place += 1
        return True

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.problem(f"more than {DEEPEST} parentheses or negations stand within each other")

    def problem(self, sentence: str) -> errors.QueryProblem:
        position = self.next.position if self.next else len(self.text)
        return errors.QueryProblem(self.text, position, sentence)
