"""The picture of the records is the one that the table of fields gives; Graphviz is not needed to know."""

import re

import picture
from exchangecli.model import records


def test_the_picture_is_current() -> None:
    made = picture.dot()
    assert picture.DOT.read_text(encoding="utf-8") == made, "run python docs/picture.py"
    assert picture.PICTURE.read_text(encoding="utf-8").endswith(picture.mark(made)), "run python docs/picture.py"


def test_every_reference_stands_in_the_picture() -> None:
    dot = " ".join(re.sub(r"</?i>|<br/>", " ", picture.dot()).split())
    for kind in records.KINDS.values():
        for field in kind.references():
            if len(field.kinds) == 1:
                assert f'{kind.name} -> {field.kinds[0]} [label=" {field.heading.lower()}' in dot
            else:
                assert f"{field.heading}: {', '.join(field.kinds[:-1])} or {field.kinds[-1]}" in dot
