"""What is known of a series, for someone who adds an event to it."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from exchangecli import errors
from exchangecli.curate.series import Series
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.show import cards, values
from exchangecli.show.console import plain

MOST_NAMED = 3
"""So many editions are named one by one; of more, the first and the last."""


def card(series: Series) -> RenderableType:
    """The last edition: when and where it was, who organised it, and when the next one would be due."""
    return Group(Text(plain(series.name), style="bold"), cards.grid(_rows(series), indent=True, dim_first=True))


def _rows(series: Series) -> Iterator[tuple[str, ...]]:
    last = series.last
    yield ("Last edition", f"{last['edition']}: {last['title']}") if last["edition"] else ("Last event", last["title"])
    when = values.of_field(records.EVENT, records.EVENT.field("start"), last, {})
    status = values.label("statuses", last["status"]).lower() if last["status"] not in (None, "held") else ""
    yield from _known("When", ", ".join(filter(None, (when, status))))
    country = values.alone(records.EVENT.field("country"), last["country"], {})
    yield from _known("Where", ", ".join(filter(None, (last["venue"], last["city"], country))))
    for number, ((_, name), roles) in enumerate(_roles(series).items()):
        yield "" if number else "Organised by", f"{name} ({', '.join(roles)})"
    if series.expected:
        how_often = values.label("frequencies", str(series.frequency)).lower()
        yield "Next expected", f"{series.expected}, since the series is {how_often}"


def _roles(series: Series) -> dict[tuple[str, str], list[str]]:
    """What each organiser was: id and name -> roles."""
    roles: dict[tuple[str, str], list[str]] = {}
    for one in series.organisers:
        roles.setdefault((one.id, one.name), []).append(values.label("roles", one.role).lower())
    return roles


def _known(heading: str, value: str) -> Iterator[tuple[str, ...]]:
    if value:
        yield heading, value


def not_numbered(series: Series) -> str:
    """That an event was added without a number, and the number of the one before."""
    last = series.last
    year = str(last["start"] or "")[:4]
    about = ", ".join(one for one in (year, last["city"]) if one)
    return (
        f"note: the last edition of {series.name} known here is {last['edition']}"
        f"{f' ({about})' if about else ''}; --edition was not given"
    )


def doubts(series: Series, event: Record, same: Sequence[Record], left_out: range) -> Iterator[str]:
    """What speaks against the edition that was given: that it is there already, or leaves some out."""
    for one in same:
        yield f"note: edition {one['edition']} of {series.name} is there already: {one['id']} ({one['title']})"
    if left_out:
        last = left_out[0] - 1
        yield f"note: edition {event['edition']} leaves out {_span(left_out)}: the last of {series.name} here is {last}"
    if same or left_out:
        yield f"  hint: exchange edit {event['id']} edition=NUMBER corrects it"


def _span(editions: range) -> str:
    if len(editions) > MOST_NAMED:
        return f"{editions[0]} to {editions[-1]}"
    return errors.listed(map(str, editions), "and")


def again(series: Series, event: str, program: str) -> Iterator[str]:
    """Who organised the last edition, as commands that say so of this event.

    Args:
        series: which one.
        event: the id of the new event.
        program: what a command begins with: ``exchange``, or ``exchange --db FILE``.
    """
    import shlex

    if series.organisers:
        yield "whoever organised it again, as the last time:"
    for one in series.organisers:
        yield f"  {program} add-role {shlex.join((one.id, one.role, event))}"
