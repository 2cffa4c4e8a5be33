"""What the sources say, value by value: under headings where a person looks, a line for each claim in a pipe."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from exchangecli.curate.testimony import IN_FORCE, Said
from exchangecli.model import cells, records, types
from exchangecli.model.conflicts import DEPRECATED, NORMAL, SUPERSEDED
from exchangecli.model.types import Record
from exchangecli.show import console, tables, values
from exchangecli.show.console import plain
from exchangecli.show.tables import Table

Titles: TypeAlias = Mapping[str, str]

CURATOR = "the curator"
STANDINGS = {SUPERSEDED: "a plan, overtaken", DEPRECATED: "ruled out"}
"""A standing -> how a person says it, where it is not the word itself."""


def show(record: str, said: Sequence[Said], titles: Titles) -> None:
    """Show what is claimed of a record, as it suits whoever reads."""
    if not said:
        console.say(f"no claims: nothing that is known of {record} has a source")
    elif console.is_terminal():
        console.show(grouped(said, titles))
    else:
        tables.show(listed(said, titles))


def grouped(said: Sequence[Said], titles: Titles) -> RenderableType:
    """Each field, under it each value with how many say so, under that each claim with its words."""
    parts: list[RenderableType] = []
    above = None
    for one in said:
        field = about(one, titles)
        if field != above:
            parts.append(Text(f"\n{field}" if parts else field, style="bold"))
        above = field
        parts.append(Padding(_with_claims(one, titles), (0, 0, 0, 2)))
    return Group(*parts)


def numbered(said: Sequence[Said], titles: Titles) -> RenderableType:
    """The values of one field with their numbers, for someone who is to choose one."""
    parts: list[RenderableType] = [Text(about(said[0], titles), style="bold")]
    parts += [_with_claims(one, titles, f"{number}. ") for number, one in enumerate(said, 1)]
    return Group(*parts)


def _with_claims(said: Said, titles: Titles, before: str = "") -> RenderableType:
    heading = Text(f"{before}{value(said, titles)}", style="" if said.standing == IN_FORCE or before else "dim")
    parts: list[RenderableType] = [heading.append(f"  {standing(said)} · {witnesses(said)}", style="dim")]
    for claim, origin in _claims(said):
        words = "; ".join(part for part in (_source(claim, origin, titles), _further(claim)) if part)
        parts.append(Padding(Text(words, style="cyan"), (0, 0, 0, 2 + len(before))))
        if claim["quote"]:
            parts.append(Padding(Text(quoted(claim)), (0, 0, 0, 4 + len(before))))
    return Group(*parts)


def listed(said: Sequence[Said], titles: Titles) -> Table:
    """A line for each claim; sources by their ids."""
    rows = [
        (
            about(one, titles),
            value(one, titles),
            standing(one),
            _source(claim, origin, {}),
            quoted(claim),
            _further(claim),
        )
        for one in said
        for claim, origin in _claims(one)
    ]
    return tables.of_words(["About", "Value", "Standing", "Who says so", "In which words", "Remarks"], rows)


def _claims(said: Said) -> Iterator[tuple[Record, str]]:
    """The claims of a value, each with what its source goes back to, where that is another."""
    for claim in said.own:
        yield claim, ""
    for origin, several in said.by_origin.items():
        for claim in several:
            yield claim, "" if claim["source"] == origin else origin


def about(said: Said, titles: Titles) -> str:
    """The field: ``Start``; of a fact, what it is about: ``Capacity of Kim``."""
    heading, fact = said.field.heading, said.record
    if said.kind is records.ROLE:
        return plain(f"{heading} of {titles.get(fact['participant'], fact['participant'])}")
    if said.kind is records.FIGURE:
        return plain(values.label("measures", fact["measure"]))
    if said.kind is records.NAME:
        return "Other name"
    if said.kind is records.SESSION:
        return plain(f"{heading} of session {fact['title'] or fact['position'] or fact['id']}")
    return heading


def value(said: Said, titles: Titles) -> str:
    """The value as a card shows it."""
    try:
        return values.alone(said.field, cells.from_cell(said.field.type, said.value), titles)
    except ValueError:  # what another program wrote
        return plain(said.value)


def standing(said: Said) -> str:
    """How the value stands to the one in force."""
    return STANDINGS.get(said.standing, said.standing)


def witnesses(said: Said) -> str:
    """How many say so: ``2 independent, 5 reprints``; ``the curator`` where no source does."""
    own = [CURATOR] if said.own else []
    sources = [f"{said.independent} independent"] if said.by_origin else []
    reprints = [f"{said.reprints} {'reprint' if said.reprints == 1 else 'reprints'}"] if said.reprints else []
    return ", ".join(sources + reprints + own)


def _source(claim: Record, origin: str, titles: Titles) -> str:
    if not claim["source"]:
        return CURATOR
    source = claim["source"]
    repeats = f", {UNKNOWN_ORIGIN if origin == types.UNKNOWN else f'reprints {origin}'}" if origin else ""
    return plain(f"{source}{f' ({titles[source]})' if source in titles else ''}{repeats}")


UNKNOWN_ORIGIN = "adapts an unknown text"


def _further(claim: Record) -> str:
    """Where in the source, how it was read, and its rank with the reason."""
    ranked = f"{claim['rank']}: {claim['reason']}" if claim["reason"] else claim["rank"]
    parts = [
        claim["locator"],
        f"printed: {claim['as_printed']}" if claim["as_printed"] else None,
        claim["inferred"],
        ranked if claim["rank"] != NORMAL or claim["reason"] else None,
    ]
    return plain("; ".join(part for part in parts if part))


def quoted(claim: Record) -> str:
    """The words of the source, in quotation marks."""
    return plain(f"“{claim['quote']}”") if claim["quote"] else ""
