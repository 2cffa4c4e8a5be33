"""Values as they stand in a TOML document; the standard library reads TOML and does not write it.

The format: https://toml.io/en/v1.0.0#string
"""

import re

from exchangecli.model.types import Value

ESCAPES = {"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}
MOST_OF_FOUR_DIGITS = 0xFFFF

ENDING = re.compile(r'"{2,}|"\Z')
"""Quotation marks that could end a text of several lines."""


def written(value: Value) -> str:
    """A value from which a reader of TOML gives it back; a text of several lines stands on several lines.

    TOML has nothing for None: who writes a document leaves the key out.
    """
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    return _paragraphs(text) if "\n" in text else _quoted(text)


def _quoted(text: str) -> str:
    if text.isprintable() and "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return '"{}"'.format("".join(map(_escaped, text)).replace('"', r"\""))


def _paragraphs(text: str) -> str:
    """A text of several lines, as it is; only quotation marks that could end it are escaped."""
    lines = "\n".join("".join(map(_escaped, line)) for line in text.split("\n"))
    return '"""\n{}"""'.format(ENDING.sub(lambda found: found[0].replace('"', r"\""), lines))


def _escaped(character: str) -> str:
    """A character as it stands in a TOML string; one that an editor would not show stands as its code."""
    if character in ESCAPES or character.isprintable():
        return ESCAPES.get(character, character)
    code = ord(character)
    return f"\\u{code:04X}" if code <= MOST_OF_FOUR_DIGITS else f"\\U{code:08X}"
