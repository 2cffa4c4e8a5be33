"""The one screen of a review: how far it is, the event, a fact with its words, the dataset beside it, and the keys."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from exchangecli.curate.asked import Question
from exchangecli.curate.passages import Passage
from exchangecli.curate.proposed import Proposed
from exchangecli.curate.reviewing import Happened
from exchangecli.model import records
from exchangecli.model.likeness import PERHAPS
from exchangecli.model.types import Record
from exchangecli.show import console, proposals, values
from exchangecli.show.console import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

KEYS_OF_EVENT = "a accept  y/1-9 same as  n new  e rename  m move all  x split  r reject  s skip  u undo  q quit"
KEYS_OF_FACT = "a accept  e edit  m move  x split  r reject  s skip  A rest of the group  u undo  q quit"
KEYS_OF_NAMED = f"y/1-9 same as  n new  {KEYS_OF_FACT}"

BETWEEN_KEYS = "  "

SHOWN = ("start", "venue", "city", "country", "edition", "kind", "status", "attendance")
"""The fields of an event on its card."""

COUNTED = ("edition", "attendance")
"""Those of them that are bare numbers, and stand with their names."""

LEAST_OF_PASSAGE = 3
"""Lines of a sentence that are shown, however low the terminal."""


def screen(question: Question, note: str, width: int, height: int) -> list["Text"]:
    """What is asked, as lines that fit a terminal; the card gives way first, then the sentence.

    Args:
        question: what is asked.
        note: what came of the last answer.
        width: of the terminal, in columns.
        height: likewise, in lines.
    """
    console_ = _measure(width)
    top = [*_cut(_progress(question), "bold", width), *_cut(_source(question), "dim", width), _rule(width)]
    event = [line for text in _event(question) for line in _folded(console_, text, 2)]
    fact = [line for text in _fact(question) for line in _folded(console_, text, 3)]
    beside = [line for text in _beside(question) for line in _folded(console_, text, 3)]
    foot = [*_folded(console_, _styled(note, "yellow"), 3)] if note else []
    foot += [_rule(width), *_keys(question, width)]
    fixed = len(top) + len(event) + len(fact) + len(beside) + len(foot) + 2
    passage = _passage(console_, question.passage, width, max(height - fixed, LEAST_OF_PASSAGE))
    room = max(height - fixed - len(passage) - 1, 0)
    card = [line for text in _card(question) for line in _cut(text, "", width)]
    lines = [*top, *event, *_shortened(card, room), _blank(), *fact, *passage, *beside, _blank(), *foot]
    return lines if len(lines) <= height else [*lines[: height - len(foot)], *foot][:height]


def draw(question: Question, note: str) -> None:
    """Show what is asked, in place of what the terminal shows."""
    terminal = console.narration()
    lines = screen(question, note, terminal.width, terminal.height - 1)
    terminal.clear()
    for line in lines:
        terminal.print(line, no_wrap=True, overflow="crop")


def open_screen() -> None:
    """Draw on a screen apart, so that what the terminal showed comes back."""
    console.narration().set_alt_screen(True)


def close_screen() -> None:
    """Give the terminal its own screen back."""
    console.narration().set_alt_screen(False)


def keys(question: Question) -> str:
    """Which key does what."""
    if question.is_event:
        return KEYS_OF_EVENT
    return KEYS_OF_NAMED if question.names_a_record else KEYS_OF_FACT


def _keys(question: Question, width: int) -> list["Text"]:
    """The keys in lines, none folded apart from what it does."""
    lines = [""]
    for one in keys(question).split(BETWEEN_KEYS):
        longer = f"{lines[-1]}{BETWEEN_KEYS}{one}" if lines[-1] else one
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(one)
    return [_styled(line, "bold") for line in lines]


def numbered(choices: Sequence[str]) -> Iterator[str]:
    """Choices as lines with their numbers."""
    return (plain(f"  {number}  {one}") for number, one in enumerate(choices, 1))


def short(one: Proposed) -> str:
    """A fact in a line: its field, and what it says."""
    return f"{proposals.field_name(one.said)}: {proposals.value(one.said)}"


def happened(done: Happened) -> str:
    """What came of an answer, in a sentence; empty where there is nothing to say."""
    said = f"{done.word} {done.number}" if done.word and done.number > 1 else done.word
    parts = [said] if said else []
    if done.outcome is not None:
        written = len(done.outcome.accepted)
        parts.append(f"written as operation {done.outcome.operation}: {_counted(written)}")
        parts += [f"not accepted: {why.sentence}" for _, why in done.outcome.refused]
    if done.problem is not None:
        parts.append(done.problem.sentence)
    return plain("; ".join(parts))


def _counted(number: int) -> str:
    return "1 fact" if number == 1 else f"{number} facts"


# --- the parts --------------------------------------------------------------------------------------------------


def _progress(question: Question) -> str:
    at = question.progress
    fact = f"fact {at.fact} of {at.facts} · {question.group}" if at.fact else f"the event itself, {_counted(at.facts)}"
    counts = (("accepted", at.accepted), ("rejected", at.rejected), ("skipped", at.skipped))
    done = ", ".join(f"{number} {word}" for word, number in counts if number) or "0 accepted"
    return f"event {at.event} of {at.events} · {fact} · {done}"


def _source(question: Question) -> str:
    source = question.source
    published = values.period(str(source["published"]), None) if source["published"] else None
    return ", ".join(str(part) for part in (source["title"], source["publisher"], published) if part)


def _event(question: Question) -> Iterator["Text"]:
    """The event, and which one of the dataset it is, and why."""
    match = question.compared.event
    if question.title is None or match is None:
        yield _styled(proposals.NO_EVENT, "bold")
        return
    yield _styled(question.title, "bold")
    yield _styled(proposals.which(match, "a new event"), "cyan")


def _card(question: Question) -> Iterator[str]:
    """The event so far: as it is in the dataset, and what was accepted in this sitting."""
    known = _known(question.record) if question.record else ""
    if known:
        yield f"  in the dataset: {known}"
    for said in question.card:
        yield f"  + {proposals.field_name(said)}: {proposals.value(said)}"
    if question.is_event:
        yield from (f"  {short(one)}" for one in question.facts)


def _known(record: Record) -> str:
    fields = [records.EVENT.field(name) for name in SHOWN if record[name] is not None]
    shown = [(one, values.alone(one, record[one.name], {})) for one in fields]
    return " · ".join(
        f"{one.heading.lower()} {value}" if value[:1].isdigit() and one.name in COUNTED else value
        for one, value in shown
    )


def _fact(question: Question) -> Iterator["Text"]:
    from rich.text import Text

    said = question.one.said
    if not question.is_event:
        name, value = plain(proposals.field_name(said)), proposals.value(said)
        yield Text.assemble((f"{name}: ", "bold"), (value, "bold green"))
    confidence = proposals.measured(said.rule)
    right = f", right in {confidence} of the cases measured" if confidence else ""
    yield _styled(f"rule {said.rule}{right}", "dim")


def _beside(question: Question) -> Iterator["Text"]:
    """How it stands beside the dataset, and of what it may be, each with its number."""
    stands = proposals.stands_beside(question.compared)
    if stands:
        yield _styled(f"beside the dataset: {stands}", "red" if "conflicts" in stands else "green")
    match = question.match
    if question.names_a_record and (len(match.candidates) > 1 or match.verdict == PERHAPS):
        why = f": {match.why}" if match.why else ""
        yield _styled(f"it may be one that is there{why}", "yellow")
        yield from (_styled(line, "") for line in numbered([f"{title} ({one})" for one, title in match.candidates]))


# --- the passage ------------------------------------------------------------------------------------------------


def _passage(measure: "Console", passage: Passage, width: int, most: int) -> list["Text"]:
    """A quotation, marked in its sentence, in so many lines; what does not fit is left out at the outer ends."""
    room = most * (width - 2)
    while True:
        lines = _folded(measure, _marked(*_within(passage, room)), None)
        if len(lines) <= most or room < width:
            return lines[:most]
        room -= width // 2


def _within(passage: Passage, room: int) -> Passage:
    """A passage of so many columns: the quotation as far as it goes, and equally much before and after."""
    before, quote, after = ((" ".join(part.split()), part) for part in map(plain, passage))
    words = _shorter(quote[0], room)
    left = max(room - _columns(words), 0)
    first, last = _spaced(before), _spaced(after)
    half = max(left // 2, left - _columns(last))
    begun = _shorter(first[::-1], min(half, left))[::-1]
    return Passage(begun, words, _shorter(last, max(left - _columns(begun), 0)))


def _spaced(part: tuple[str, str]) -> str:
    """Words with one space where there were several, also at their ends."""
    words, whole = part
    if not words:
        return ""
    return f"{' ' if whole[0].isspace() else ''}{words}{' ' if whole[-1].isspace() else ''}"


def _shorter(text: str, room: int) -> str:
    """The beginning of a text, of so many columns."""
    if _columns(text) <= room:
        return text
    from rich.cells import set_cell_size

    return f"{set_cell_size(text, max(room - 1, 0)).rstrip()}…" if room > 1 else ""


def _columns(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def _marked(before: str, quote: str, after: str) -> "Text":
    from rich.text import Text

    return Text.assemble((before, "dim"), (f"«{quote}»", "bold reverse"), (after, "dim"))


# --- lines ------------------------------------------------------------------------------------------------------


def _measure(width: int) -> "Console":
    from rich.console import Console

    return Console(width=width, highlight=False, markup=False, emoji=False)


def _styled(text: str, style: str) -> "Text":
    from rich.text import Text

    return Text(plain(text), style=style)


def _folded(measure: "Console", text: "Text", most: int | None) -> list["Text"]:
    """A text in lines as wide as the terminal, so many at most."""
    lines = list(text.wrap(measure, measure.width))
    if most is not None and len(lines) > most:
        lines = lines[:most]
        lines[-1].truncate(measure.width - 1)
        lines[-1].append("…")
    return lines


def _cut(text: str, style: str, width: int) -> list["Text"]:
    """A text in one line."""
    line = _styled(text, style)
    line.truncate(width, overflow="ellipsis")
    return [line]


def _shortened(lines: Sequence["Text"], room: int) -> list["Text"]:
    """As many lines as there is room for; the last says how many are left out."""
    if len(lines) <= room:
        return list(lines)
    if room == 0:
        return []
    left = len(lines) - room + 1
    return [*lines[: room - 1], _styled(f"  … and {left} more", "dim")]


def _blank() -> "Text":
    return _styled("", "")


def _rule(width: int) -> "Text":
    return _styled("─" * width, "dim")
