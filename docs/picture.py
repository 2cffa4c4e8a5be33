"""The picture of the records in ``docs/model.md``: every kind that refers to another, and by which field.

``python docs/picture.py`` writes ``model.dot`` from the table of fields and has Graphviz (``apt install graphviz``)
draw ``model.svg`` of it. A field that may refer to many kinds would draw a line to nearly every box; it stands in
words in the box instead.
"""

import subprocess
import textwrap
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from exchangecli import errors
from exchangecli.model import records
from exchangecli.model.fields import Field, Kind

DOT = Path(__file__).with_name("model.dot")
PICTURE = Path(__file__).with_name("model.svg")
HEAD = """\
digraph model {
  bgcolor="white"; rankdir=TB; nodesep=0.45; ranksep=0.55; pad=0.2
  node [shape=plain, fontname="Helvetica,Arial,sans-serif", fontsize=12]
  edge [fontname="Helvetica,Arial,sans-serif", fontsize=11, color="#555555", fontcolor="#333333", arrowsize=0.7]
"""
BOX = (
    '{name} [label=<<table border="0" cellborder="1" cellspacing="0" cellpadding="7" color="#555555">'
    '<tr><td bgcolor="{fill}">{lines}</td></tr></table>>]'
)
EVIDENCE = "#fdf0d5"
FACT = "#e3edf7"
FILLS = {"claim": EVIDENCE, "source": EVIDENCE}
"""The colours of the boxes; those not named here are facts."""
WIDTH = 28
"""How many letters stand in a line of a box."""


def dot() -> str:
    """The picture in Graphviz' own language."""
    referred = {name for kind in records.KINDS.values() for field in kind.fields for name in field.kinds}
    kinds = [kind for kind in records.KINDS.values() if kind.references() or kind.name in referred]
    column = sorted((kind for kind in kinds if _in_words(kind)), key=lambda kind: len(_in_words(kind)[0].kinds))
    below = [f"{one.name} -> {next_.name} [style=invis]" for one, next_ in pairwise(column)]
    lines = [line for kind in kinds for line in (_box(kind), *_arrows(kind))]
    return HEAD + "".join(f"  {line}\n" for line in lines + below) + "}\n"


def _in_words(kind: Kind) -> list[Field]:
    return [one for one in kind.references() if len(one.kinds) > 1]


def _box(kind: Kind) -> str:
    shown = [kind.field(name).heading for name in kind.columns if name != "id" and not kind.field(name).kinds]
    told = [f"{one.heading}: {errors.listed(one.kinds)}" for one in _in_words(kind)]
    words = [line for sentence in told for line in textwrap.wrap(sentence, WIDTH)]
    lines = [f"<b>{kind.name}</b>", *shown, *(f"<i>{line}</i>" for line in words)]
    return BOX.format(name=kind.name, fill=FILLS.get(kind.name, FACT), lines="<br/>".join(lines))


def _arrows(kind: Kind) -> Iterator[str]:
    for one in kind.references():
        if len(one.kinds) == 1:
            label = f"{one.heading.lower()}{' (several)' if one.type.many else ''}"
            style = "solid" if one.required else "dashed"
            yield f'{kind.name} -> {one.kinds[0]} [label=" {label} ", style={style}]'


def svg_of(text: str) -> bytes:
    """The picture drawn by Graphviz, with the fingerprint of the text it was drawn from."""
    drawn = subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=True)  # noqa: S607
    return drawn.stdout + mark(text).encode()


def mark(text: str) -> str:
    """A comment that says which text a picture was drawn from."""
    return f"<!-- model.dot {sha256(text.encode()).hexdigest()} -->\n"


if __name__ == "__main__":
    DOT.write_text(dot(), encoding="utf-8")
    PICTURE.write_bytes(svg_of(dot()))
