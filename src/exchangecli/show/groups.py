"""A group of countries as a card: each member with its dates."""

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.text import Text

from exchangecli.curate.memberships import Group
from exchangecli.model import countries, records
from exchangecli.model.types import Record
from exchangecli.show import cards, values
from exchangecli.show.console import plain


def card(group: Group) -> RenderableType:
    """A group: its members on each side, from when to when, and at the end the notes and sources of the marks [1]."""
    marks: dict[str, int] = {}
    heading = Text(plain(group.name), style="bold")
    parts: list[RenderableType] = [heading.append(f"\ngroup {plain(group.code)}", style="not bold cyan")]
    for side, held in group.sides().items():
        number = len({one["member"] for one in held} & set(group.today))
        parts.append(Text(f"\n{plain(side) or 'Members'}, {number} today", style="bold"))
        parts.append(cards.grid([_member(group, one, marks) for one in held], indent=True))
    if marks:
        listed = [(f"[{number}]", text) for text, number in marks.items()]
        parts += [Text("\nNotes and sources", style="bold"), cards.grid(listed, indent=True)]
    return Lines(*parts)


def _member(group: Group, membership: Record, marks: dict[str, int]) -> tuple[str, ...]:
    code, name = membership["member"], group.names[membership["member"]]
    when = values.of_field(records.MEMBERSHIP, records.MEMBERSHIP.field("start"), membership, {})
    said = [text for text in (membership["note"], membership["source"]) if text]
    numbers = [marks.setdefault(text, len(marks) + 1) for text in said]
    named = f"{name} ({code})" if countries.is_country_code(code) else name
    return named, when, "".join(f"[{number}]" for number in numbers)
