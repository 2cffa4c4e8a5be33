"""One record as a TOML document to be edited, and what was edited in it as assignments.

The standard library reads TOML and does not write it; what is written here is one line for a field, so that a library
for it would save nothing. A field that holds nothing stands there as a comment, ready to be filled.
"""

import re
import textwrap
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from exchangecli import errors
from exchangecli.curate.assignments import Assignment
from exchangecli.formats import toml_values
from exchangecli.model import cells, types, vocabularies
from exchangecli.model.fields import Field, Kind, field_name
from exchangecli.model.types import Record, Value

WIDTH = 78
LONGEST = 2_000
"""The most characters of a value that stands in the document."""

HEAD = """
Change what is wrong, save and close. You are shown what would change, and asked, before anything is done.
Closing without a change does nothing.
""".strip()
HOW_TO_CLEAR = """
A field whose line is taken out, or begins with #, is left as it is. To empty a field write "" or [], as in: {} = ""
""".strip()

PROBLEM = "#!"
"""What begins the lines that say why the document came back."""

PLACE = re.compile(r" \(at (line (?P<line>\d+), column \d+|end of document)\)")
COMPLAINTS = {
    "Invalid value": "is the text in straight quotation marks?",
    "Unclosed array": "is a bracket missing?",
    "Illegal character '\\n'": "is a quotation mark missing?",
    "Unterminated string": "is a quotation mark missing?",
    "Cannot overwrite a value": "does the field stand twice?",
}
"""What the reader of TOML complains of in the commonest slips -> what to look for; the rest stands as it is."""


def written(kind: Kind, record: Record, title: str, titles: Mapping[str, str]) -> str:
    """The document of a record.

    Args:
        kind: of the record.
        record: the record.
        title: what names it to a person.
        titles: the names of the records it refers to, by id.
    """
    head = [*_comment(f"{kind.name.capitalize()} {record['id']}"), *_comment(title), "#"]
    head += [*_comment(HEAD), "#", *_comment(HOW_TO_CLEAR.format(kind.fields[-1].name))]
    head += [
        line for group in kind.either for line in _comment(f"Not both may be empty: {errors.listed(group, 'and')}.")
    ]
    fields = [_field(one, record[one.name], titles) for one in kind.fields if one.name != "id"]
    return "\n".join("\n".join(lines) + "\n" for lines in (head, *fields))


def read(kind: Kind, record: Record, text: str) -> list[Assignment]:
    """What was changed in the document of a record: nothing for a field that is left out, or stands as it was.

    Args:
        kind: of the record.
        record: the record, as it was when the document was written.
        text: the document as it came back.

    Raises:
        UnreadableDocument: it is no TOML any more.
        UnknownField, FieldProblems, SeveralProblems: what stands in it cannot be the value of a field.
    """
    changed: list[Assignment] = []
    problems: list[errors.ExchangeError] = []
    names: set[str] = set()
    for key, value in _parsed(text).items():
        name = field_name(key)
        if name in names:
            problems.append(errors.SaidTwice("the document", name))
        names.add(name)
        try:
            assignment = _assignment(kind, record, name, value)
        except errors.ValueProblem as problem:
            problems.append(errors.FieldProblems([(name, problem)]))
        except errors.UnknownField as problem:
            problems.append(problem)
        else:
            changed += [assignment] if assignment else []
    if problems:
        raise errors.together(problems)
    return changed


def returned(text: str, problem: errors.ExchangeError) -> str:
    """The document with what is wrong with it above it, in place of what was wrong before; the rest is untouched."""
    said = [*problem.sentence.split("\n"), *([f"hint: {problem.hint}"] if problem.hint else [])]
    lines = ["Nothing is changed yet. What is in the way:", *(f"  {line}" for line in said)]
    block = [line for one in lines for line in _comment(one, PROBLEM)]
    return "\n".join([*block, _without_problems(text)])


# --- writing ------------------------------------------------------------------------------------------------------


def _field(one: Field, value: Value, titles: Mapping[str, str]) -> list[str]:
    lines = _comment(f"{one.help}.{' Required.' if one.required else ''}".replace("....", "..."))
    if one.type in (types.CODE, types.CODES):
        lines += _comment(f"{'Any' if one.type.many else 'One'} of: {', '.join(vocabularies.vocabulary(one.of).terms)}")
    if value is None:
        return [*lines, f"# {one.name} = {toml_values.written([] if one.type.many else '')}"]
    if isinstance(value, str) and len(value) > LONGEST:
        too_long = f"{one.name} holds {len(value):,} characters, too many to stand here, and is left as it is."
        return [*lines, *_comment(too_long)]
    if isinstance(value, list) and one.kinds:
        return [*lines, *_references(one, value, titles)]
    return [*lines, f"{one.name} = {toml_values.written(value)}{_named(value, titles) if one.kinds else ''}"]


def _references(one: Field, items: Sequence[str], titles: Mapping[str, str]) -> list[str]:
    """One on each line, so that each has room for its name."""
    return [f"{one.name} = [", *(f"  {toml_values.written(item)},{_named(item, titles)}" for item in items), "]"]


def _named(value: Value, titles: Mapping[str, str]) -> str:
    """The name of the record that is referred to, as a comment."""
    title = titles.get(str(value))
    return f"  # {_plain(title)}" if title else ""


def _comment(text: str, mark: str = "#") -> list[str]:
    """A text as comments, each of its lines folded on its own."""
    return [f"{mark} {line}" for one in text.split("\n") for line in _folded(_plain(one), WIDTH - len(mark))]


def _folded(line: str, width: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _plain(text: object) -> str:
    """A text from outside on one line, without what may not stand in a comment."""
    return "".join(one if one.isprintable() else " " for one in str(text))


# --- reading ------------------------------------------------------------------------------------------------------


def _parsed(text: str) -> dict[str, Any]:
    below = _without_problems(text)
    try:
        below.encode()
    except UnicodeEncodeError:
        raise errors.UnreadableDocument("it is not UTF-8") from None
    try:
        return tomllib.loads(below)
    except RecursionError:
        raise errors.UnreadableDocument("too many brackets stand within one another") from None
    except tomllib.TOMLDecodeError as problem:
        raise _unreadable(str(problem), below.split("\n")) from None
    except ValueError:  # a limit of Python's, which TOML does not have
        raise errors.UnreadableDocument("a number has too many digits") from None


def _unreadable(complaint: str, lines: Sequence[str]) -> errors.UnreadableDocument:
    """What is wrong, with the line in its own words: a number would mislead, as lines are put above."""
    place = PLACE.search(complaint)
    if place is None:
        return errors.UnreadableDocument(complaint)
    said = complaint[: place.start()]
    why = COMPLAINTS.get(said, said[:1].lower() + said[1:])
    return errors.UnreadableDocument(why, lines[int(place["line"]) - 1].strip() if place["line"] else "")


def _without_problems(text: str) -> str:
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if not line.startswith(PROBLEM)), len(lines))
    return "\n".join(lines[first:])


def _assignment(kind: Kind, record: Record, name: str, value: Any) -> Assignment | None:
    """What a field is set to, or None where it stands as it was."""
    one, held = kind.field(name), record[name]
    given = [_text(item) for item in value] if isinstance(value, list) else _text(value)
    if given in (held, cells.as_text(held)):
        return None
    text = _joined(one, given, held or []) if isinstance(given, list) else given
    if not text.strip():
        return None if held is None else Assignment(name, "!", "")
    return Assignment(name, "=", text)


def _joined(one: Field, items: Sequence[str], held: Sequence[str]) -> str:
    """Items as one text, as a command takes them."""
    joined = cells.as_text([item for item in items if item.strip()])
    if not one.type.many:
        if len(items) > 1:
            raise errors.ValueProblem(joined, f"is a list, and {one.name} holds one value")
        return joined
    for item in items:
        if item in held and types.items(one.type, item) != [item]:
            raise errors.ValueProblem(
                item,
                "would be parted where it is written together with others",
                hint=f"{one.name}+= and {one.name}-= on the command line leave the other items as they are",
            )
    return joined


def _text(value: Any) -> str:
    """A value of TOML as a person would have typed it."""
    if isinstance(value, dict | list):
        raise errors.ValueProblem(str(value), "is several values; write one, in quotation marks")
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    try:
        return cells.as_text(value)
    except ValueError:  # a hexadecimal number of thousands of digits
        raise errors.ValueProblem("0x...", "has too many digits") from None
