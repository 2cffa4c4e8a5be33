"""What ``review`` does: show what waits, and do what a person decided."""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from exchangecli import errors
from exchangecli.cli import dataset
from exchangecli.curate import accepting, comparing
from exchangecli.curate.accepting import AS_NEW, Decision, Outcome
from exchangecli.curate.comparing import Compared
from exchangecli.curate.proposed import PENDING, STATUSES
from exchangecli.show import console, machine
from exchangecli.show import proposals as showing
from exchangecli.store import finding, provenance
from exchangecli.store.opening import Store

SEVERAL = ("--accept", "--reject", "--new")
"""The options that take several ids, one after the other or parted by commas."""

VALUED = ("--set", "--same", "--event", "--source", "--decisions", "--because")
"""The options after which one word is theirs."""

PAIRS = {"--set": "ID=VALUE", "--same": "ID=RECORD", "--event": "ID=EVENT"}
FIELDS = {"--set": "value", "--same": "joins", "--event": "event"}


def show(context: typer.Context, source: str | None, *, every: bool, as_json: bool) -> None:
    """Show what waits for a decision, of one source or of all."""
    with dataset.reading(context) as store:
        found = _found(store, source, STATUSES if every else (PENDING,))
        if as_json:
            machine.write_json([comparing.as_json(one) for one in found])
            return
        for of, several in groupby(found, lambda one: one.proposed.source):
            console.say(f"source {of}")
            showing.show(list(several), with_status=every)
    if not found:
        console.say("nothing waits for a decision")


def _found(store: Store, source: str | None, statuses: Sequence[str]) -> list[Compared]:
    if source is not None:
        sources = [finding.resolve(store, source, ("source",)).id]
    else:
        sources = provenance.proposing(store, statuses)
    return [one for each in sources for one in comparing.of_source(store, each) if one.proposed.status in statuses]


def decide(
    context: typer.Context,
    decisions: Sequence[Decision],
    source: str | None,
    because: str | None,
    *,
    everything: bool,
    as_json: bool,
) -> None:
    """Do what a person decided, and say what came of it.

    Raises:
        UsageError: all is to be accepted, and it is not said of which source.
        ProposalsRefused: what was named could not be accepted; the rest was.
    """
    if everything and source is None:
        raise errors.UsageError("--accept-all needs --source: of which article?", "exchange review --list names them")
    with dataset.writing(context) as store:
        command = dataset.command(context, because)
        if everything and source is not None:
            of = finding.resolve(store, source, ("source",)).id
            outcome = accepting.accept_all(store, command, of, decisions)
        else:
            outcome = accepting.accept(store, command, decisions)
        _show(store, outcome, source if everything else None, as_json=as_json)


def _show(store: Store, outcome: Outcome, of_all: str | None, *, as_json: bool) -> None:
    """What came of decisions; where all of a source was accepted, what could not be is no failure.

    Raises:
        ProposalsRefused: what was named could not be accepted.
    """
    if as_json:
        machine.write_json(_as_json(outcome))
    for line in showing.summary(outcome, finding.titles(store, outcome.accepted.values())):
        console.say(line)
    if outcome.refused:
        problem = errors.ProposalsRefused(outcome.refused, len(outcome.accepted))
        if of_all is None:
            raise problem
        console.say(f"{problem.sentence}\nexchange review --list --source {of_all} shows what waits on")


def _as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "accepted": [{"id": one, "record": record} for one, record in outcome.accepted.items()],
        "rejected": list(outcome.rejected),
        "refused": [{"id": one, "message": why.sentence, "hint": why.hint} for one, why in outcome.refused],
    }


# --- decisions as they are typed ----------------------------------------------------------------------------------


def decisions(arguments: Sequence[str], given: Mapping[str, Sequence[str]], words: Sequence[str]) -> list[Decision]:
    """The decisions of a command line.

    Args:
        arguments: all of it as typed, since a bare id belongs to the option before it.
        given: option -> its texts.
        words: the bare ids.

    Raises:
        BadPair: what is no ID=VALUE.
        UsageError: bare ids, and no option before them that takes several.
    """
    bare = _bare(arguments, words)
    ids = {name: [*_parted(given[name]), *_parted(bare[name])] for name in SEVERAL}
    changes: dict[str, dict[str, str]] = {}
    for option in PAIRS:
        for text in given[option]:
            one, value = _pair(option, text)
            changes.setdefault(one, {})[FIELDS[option]] = value
    for one in ids["--new"]:
        changes.setdefault(one, {})["joins"] = AS_NEW
    accepted = dict.fromkeys([*ids["--accept"], *changes])
    found = [_changed(one, changes.get(one, {})) for one in accepted]
    return found + [Decision(one, accepted=False) for one in dict.fromkeys(ids["--reject"])]


def _changed(one: str, given: Mapping[str, str]) -> Decision:
    return Decision(one, value=given.get("value"), event=given.get("event"), joins=given.get("joins"))


def _bare(arguments: Sequence[str], words: Sequence[str]) -> dict[str, list[str]]:
    """Which option each bare word belongs to."""
    found: dict[str, list[str]] = {name: [] for name in SEVERAL}
    left = list(words)
    option, skips = "", False
    for one in arguments:
        name, equals, _ = one.partition("=")
        if skips:
            skips = False
        elif name in SEVERAL:
            option, skips = name, not equals
        elif name in VALUED:
            option, skips = "", not equals
        elif one in left and one != "review":
            if not option:
                raise errors.UsageError(f'"{one}" stands by itself; --accept or --reject comes before it')
            found[option].append(one)
            left.remove(one)
    return found


def _parted(texts: Sequence[str]) -> list[str]:
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def _pair(option: str, text: str) -> tuple[str, str]:
    one, equals, value = text.partition("=")
    if not equals or not one.strip() or not value.strip():
        raise errors.BadPair(option, text, f"written {PAIRS[option]}")
    return one.strip(), value.strip()


KEYS = {"value": "value", "event": "event", "as": "joins"}
ACCEPTS = {"accept": True, "reject": False}


def from_file(file: Path) -> list[Decision]:
    """The decisions in a file: a JSON array of objects with ``id``, ``decision``, and ``value``, ``event``, ``as``.

    Raises:
        FileProblem, BadDecisions: it cannot be read.
    """
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise errors.FileProblem(str(file), problem.strerror or str(problem)) from None
    except (ValueError, RecursionError):
        raise errors.BadDecisions(str(file), "", "is no JSON") from None
    if not isinstance(held, list):
        raise errors.BadDecisions(str(file), "", "is no array")
    return [_decision(str(file), number, one) for number, one in enumerate(held, 1)]


def _decision(file: str, number: int, one: Any) -> Decision:
    place = f"object {number}"
    if not isinstance(one, dict) or not isinstance(one.get("id"), str):
        raise errors.BadDecisions(file, place, 'has no "id"')
    if one.get("decision") not in ACCEPTS:
        raise errors.BadDecisions(file, place, f'"decision" is "{one.get("decision")}"; write accept or reject')
    further = {name: str(one[key]) for key, name in KEYS.items() if one.get(key) is not None}
    strange = [
        key for key, value in one.items() if key in KEYS and value is not None and not isinstance(value, str | int)
    ]
    if strange:
        raise errors.BadDecisions(file, place, f'"{strange[0]}" is no text')
    return _changed(one["id"], further)._replace(accepted=ACCEPTS[one["decision"]])
