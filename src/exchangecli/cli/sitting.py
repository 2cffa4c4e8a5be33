"""A review in a terminal: draws what is asked, reads a key, and does what it stands for."""

from collections.abc import Callable, Sequence

import typer

from exchangecli import errors
from exchangecli.cli import dataset, keys
from exchangecli.curate import reviewing
from exchangecli.curate.asked import Question
from exchangecli.curate.proposed import PENDING
from exchangecli.curate.reviewing import Happened, Place, Review
from exchangecli.show import console
from exchangecli.show import review as showing
from exchangecli.store import finding, provenance

NOTHING_DONE = Happened("")
NO_ANSWER = "this key stands for nothing here"


def run(context: typer.Context, source: str | None, because: str | None) -> None:
    """Go through what waits of one source, or of all, until nothing is left or the person leaves.

    What was decided is kept however it ends; Ctrl-C ends it as an interruption.

    Raises:
        NothingDecided: there is no terminal to ask in.
    """
    if not keys.can_read():
        raise errors.NothingDecided
    with dataset.writing(context) as store:
        sources = provenance.proposing(store, (PENDING,))
        if source is not None:
            sources = [finding.resolve(store, source, ("source",)).id]
        sitting = reviewing.begin(store, dataset.command(context, because), sources)
        if sitting.question() is None:
            console.say("nothing waits for a decision")
            return
        _hold(sitting)


def _hold(sitting: Review) -> None:
    """Ask until the end; an interruption writes what was decided before it goes on."""
    with keys.ending_as_ctrl_c(), keys.single():
        showing.open_screen()
        try:
            _answered(sitting)
        finally:
            at = sitting.place
            left = sitting.quit()  # first of all: the terminal may be gone
            showing.close_screen()
            _say_end(at, left)


def _answered(sitting: Review) -> None:
    note = ""
    while (question := sitting.question()) is not None:
        showing.draw(question, note)
        key = keys.read_key()
        if key in LEAVING:
            return
        answer = _answer(key, question)
        note = showing.happened(answer(sitting, question)) if answer else NO_ANSWER


def _say_end(at: Place, left: Happened) -> None:
    console.say(f"accepted {at.accepted}, rejected {at.rejected}, skipped {at.skipped}")
    if left.outcome and left.outcome.refused:
        console.say(showing.happened(left))
    if at.asked is not None or at.skipped:
        console.say("what is left waits on; exchange review goes on with it")


# --- keys -------------------------------------------------------------------------------------------------------

Answer = Callable[[Review, Question], Happened]

LEAVING = ("q", keys.END, "\x04")
"""To quit: ``q``, the end of the terminal, Ctrl-D."""


def _answer(key: str, question: Question) -> Answer | None:
    """What a key stands for; a number is one of the candidates."""
    if key.isdecimal() and question.names_a_record:
        return lambda sitting, asked: _same(sitting, asked, int(key) - 1)
    if key in KEYS_THAT_NAME and not question.names_a_record:
        return None
    return ANSWERS.get(key)


def _same(sitting: Review, question: Question, place: int) -> Happened:
    candidates = question.match.candidates
    return sitting.join(candidates[place][0]) if 0 <= place < len(candidates) else NOTHING_DONE


def _join(sitting: Review, question: Question) -> Happened:
    """As the only record that it may be; else as one that is asked for."""
    candidates = question.match.candidates
    if len(candidates) == 1:
        return sitting.join(candidates[0][0])
    words = _chosen("Same as (a number, an id or a name)", candidates)
    return sitting.join(words) if words else NOTHING_DONE


def _edit(sitting: Review, question: Question) -> Happened:
    offer = question.title or "" if question.is_event else question.one.said.value
    given = keys.read_line("Title" if question.is_event else "Value", offer)
    return sitting.edit(given) if given else NOTHING_DONE


def _move(sitting: Review, question: Question) -> Happened:
    del question
    words = _chosen("To which event (a number, an id or a title)", sitting.targets())
    return sitting.move(words) if words else NOTHING_DONE


def _split(sitting: Review, question: Question) -> Happened:
    facts = question.facts
    for line in showing.numbered([showing.short(one) for one in facts]):
        console.say(line)
    places = _places(keys.read_line("Which facts go to another event (1 3-5)"), len(facts))
    if not places:
        return NOTHING_DONE
    return sitting.split([facts[place].id for place in places], keys.read_line("Title of that event"))


def _chosen(question: str, choices: Sequence[tuple[str, str]]) -> str:
    """The id of a numbered choice, or the words that were written instead."""
    for line in showing.numbered([f"{title} ({one})" for one, title in choices]):
        console.say(line)
    words = keys.read_line(question)
    if words.isdecimal() and 0 < int(words) <= len(choices):
        return choices[int(words) - 1][0]
    return words


def _places(words: str, number: int) -> list[int]:
    """The places, from 0, that ``1 3-5`` names of so many; what is none of them is left out."""
    found: list[int] = []
    for word in words.replace(",", " ").split():
        first, _, last = word.partition("-")
        if first.isdecimal() and (last or first).isdecimal():
            found += range(int(first) - 1, min(int(last or first), number))
    return [place for place in dict.fromkeys(found) if 0 <= place < number]


ANSWERS: dict[str, Answer] = {
    "a": lambda sitting, _: sitting.accept(),
    "y": _join,
    "n": lambda sitting, _: sitting.as_new(),
    "e": _edit,
    "m": _move,
    "x": _split,
    "r": lambda sitting, _: sitting.reject(),
    "s": lambda sitting, _: sitting.skip(),
    "A": lambda sitting, _: sitting.accept_rest_of_group(),
    "u": lambda sitting, _: sitting.undo(),
}
"""A key -> what it does."""

KEYS_THAT_NAME = ("y", "n")
"""The keys that say which record something is; of a plain fact there is none."""
