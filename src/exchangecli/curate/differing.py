"""What a row of a file says otherwise than the record that it is, and what it adds to it."""

from collections.abc import Mapping

from exchangecli.model import cells, dates, types
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.types import Record, Text, Value


def unchanged(known: Record, texts: Mapping[str, Text]) -> dict[str, Text]:
    """The cells that say what the record says already, as an export writes it; they need not be read."""
    return {name: text for name, text in texts.items() if known[name] is not None and _says(text, known[name])}


def _says(text: Text, value: Value) -> bool:
    if isinstance(text, list) and isinstance(value, list):
        return text == [item.strip() for item in value if item.strip()]
    return cells.as_text(text) == cells.as_text(value).strip()


def differences(
    kind: Kind, known: Record, given: Record, texts: Mapping[str, Text], *, citing: bool
) -> tuple[Record, Record]:
    """What a row fills in, and what it says otherwise.

    What only came with another field's text (the end of a range) stands or falls with it.
    """
    main_of = {kind.field(name).companion: name for name in given if kind.field(name).companion}
    filled: Record = {}
    otherwise: Record = {}
    for name, value in given.items():
        main = main_of.get(name) if name not in texts else None
        main_differs = main is not None and known[main] is not None and given[main] != known[main]
        if name == "id" or value == known[name] or (value is None and not main_differs):
            continue
        if known[name] is None and not (main_differs and citing):
            filled[name] = value
        else:
            otherwise[name] = value
    return filled, otherwise


def says_no_more(kind: Kind, name: str, known: Value, said: Value) -> bool:
    """Whether a value only spells the known one otherwise, or is a date within which the known one lies."""
    if not (isinstance(known, str) and isinstance(said, str)):
        return False
    if kind.field(name).type in (types.DATE, types.END_DATE):
        return all(map(dates.is_readable, (known, said))) and dates.contains(said, known)
    return kind.field(name).type in (types.TEXT, types.PARAGRAPHS) and fold(known) == fold(said)


def is_a_day_of(known: Record, given: Record) -> bool:
    """Whether a row names only a day, or some days, of what is known to last from one to another."""
    ends = (known.get("start"), known.get("end"), given.get("start"))
    if given.get("end") or not all(one and dates.is_readable(one) for one in ends):
        return False
    first, last, said = map(str, ends)
    return dates.earliest(first) <= dates.earliest(said) and dates.latest(said) <= dates.latest(last)
