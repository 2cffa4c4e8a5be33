"""The sessions of an event that an article speaks of: found by their title or their kind, or made."""

from exchangecli.curate import adding, saying
from exchangecli.curate.acceptance import Acceptance
from exchangecli.curate.proposed import Proposed
from exchangecli.curate.values import Entry
from exchangecli.model import names, records, vocabularies
from exchangecli.model.names import Level
from exchangecli.model.types import Record
from exchangecli.store import rows
from exchangecli.store.opening import Store

SURE = 90
"""The least likeness, of 100, of two spellings of one title."""


def of_words(work: Acceptance, event: Record, words: str, one: Proposed) -> str:
    """The session of an event that has a title, or else a kind; made where there is none; its id."""
    known = find(work.store, str(event["id"]), words)
    if known:
        return str(known["id"])
    is_kind = words in vocabularies.vocabulary("session-kinds").terms
    return str(make(work, event, {"kind": words} if is_kind else {"title": words}, one)["id"])


def find(store: Store, event: str, words: str) -> Record | None:
    """The session of this title at an event; of this kind, where the words are one and only one session has it."""
    held = rows.belonging(store, records.SESSION, "event", event)
    titled = [one for one in held if one["title"] and _is_same(str(one["title"]), words)]
    of_kind = [one for one in held if one["kind"] == words]
    untitled = [one for one in of_kind if one["title"] is None]
    found = titled or untitled or (of_kind if len(of_kind) == 1 else [])
    return found[0] if found else None


def make(work: Acceptance, event: Record, given: Record, one: Proposed) -> Record:
    """Write a new session, cited with the words of a proposal."""
    made = adding.create(work.store, records.SESSION, {"event": event["id"], **given})
    saying.say(work.store, records.SESSION, made, Entry(dict(given)), one)
    return made


def _is_same(title: str, words: str) -> bool:
    alike = names.alike(title, words)
    numbers = names.contradict(names.parsed(title).numbers, names.parsed(words).numbers)
    return not numbers and (alike.level >= Level.RESPELLED or (alike.level == Level.CLOSE and alike.score >= SURE))
