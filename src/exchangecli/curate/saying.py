"""What a proposal says, as claims of its source: each with the words at their place, and how they were read."""

from collections.abc import Mapping

from exchangecli import errors
from exchangecli.curate import adding, citing, claims, values
from exchangecli.curate.proposed import Proposed
from exchangecli.curate.values import Entry
from exchangecli.extract.proposals import NO_YEAR
from exchangecli.model import cells, names, quotations, records
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.names import Level
from exchangecli.model.types import Record, Rules, Value
from exchangecli.store import rows
from exchangecli.store.opening import Store

CORRECTED = "as the curator read it"
"""Why a value is what it is, where a person gave another than the one that was read."""

"""How a date begins whose year nobody says."""


def read(store: Store, kind: Kind, one: Proposed, texts: Mapping[str, str], rules: Rules) -> Entry:
    """Read what a proposal says as the fields of a record.

    Raises:
        ValueToGive: it cannot be kept as it was read.
    """
    for name, text in texts.items():
        if text.startswith(NO_YEAR):
            raise errors.ValueToGive(one.id, name, text, "has no year")
    try:
        return values.read_entry(store, kind, texts, rules)
    except errors.FieldProblems as problem:
        name = problem.problems[0][0]
        why = f"cannot be kept so: {problem.problems[0][1].sentence}"
        raise errors.ValueToGive(one.id, name, texts.get(name, ""), why) from None


def as_read(one: Proposed, entry: Entry, field: str, given: str | None) -> Entry:
    """An entry with how its words were printed and read, of the field that the proposal is about.

    Args:
        one: the proposal.
        entry: as it was read.
        field: the field it is about.
        given: the value that a person gave in place of the one that was read.
    """
    printed = one.said.as_printed or (one.said.value if given else None)
    if printed:
        entry.printed[field] = printed
    reasons = [one.said.inferred, entry.inferred.get(field), CORRECTED if given else None]
    inferred = "; ".join(dict.fromkeys(filter(None, reasons)))
    if inferred:
        entry.inferred[field] = inferred
    return entry


def say(store: Store, kind: Kind, record: Record, entry: Entry, one: Proposed) -> None:
    """Cite the source of a proposal for every field of an entry, with its words.

    Raises:
        FieldProblems: the record would contradict itself.
    """
    words = quotation(store, one)
    cited = [name for name in entry.values if name in (kind.cited or entry.values) and entry.values[name] is not None]
    said = [claims.made(kind, record["id"], name, entry, source=one.source, locator=None, **words) for name in cited]
    citing.state(store, kind, record, said)


def quotation(store: Store, one: Proposed) -> dict[str, str | None]:
    """The words of a proposal, with what stands around them in the text of its source."""
    said = one.said
    text = claims.text_of(store, one.source) or ""
    if text[said.start : said.end] == said.quote:
        place = quotations.at(text, said.start, said.end)
        return {"quote": said.quote, "prefix": place.prefix, "suffix": place.suffix}
    found = quotations.find_quotation(text, said.quote)  # the text was edited since
    if found is None:
        return {"quote": said.quote, "prefix": None, "suffix": None}
    return {"quote": text[found.start : found.end], "prefix": found.prefix, "suffix": found.suffix}


def stated_before(store: Store, record: str, field: str, source: str) -> list[str]:
    """The items that a source is cited for already, of a field that holds a list."""
    about = claims.about(store, record, field)
    return [item for claim in about if claim["source"] == source for item in cells.items(claim["value"])]


def unite(store: Store, kind: Kind, record: Record, field: str, items: list[str], one: Proposed, why: Entry) -> None:
    """Cite a source for a list of which each of its sentences names a part: what it says is all of them.

    Args:
        store: the dataset.
        kind: of the record.
        record: whose field it is.
        field: that holds a list.
        items: that its source names, in this sentence and in others.
        one: the proposal.
        why: how the words were printed and read.
    """
    whole = list(dict.fromkeys([*stated_before(store, record["id"], field, one.source), *items]))
    say(store, kind, record, Entry({field: whole}, why.printed, why.inferred), one)
    present = rows.get(store, kind, record["id"]) or record
    in_force = present[field] or []
    about = claims.about(store, record["id"], field)
    others = [claim for claim in about if claim["source"] != one.source]
    if isinstance(in_force, list) and set(in_force) < set(whole) and not others:
        rows.update(store, kind, record["id"], {field: whole})


# --- names ------------------------------------------------------------------------------------------------------


def call(store: Store, kind: Kind, record: Record, name: str, one: Proposed, *, strictly: bool = False) -> None:
    """Cite a source for what it calls a record, and keep a name that the record does not have as another name.

    A name that says the same in another order or with other spaces is a variant and no statement; so is one that the
    record has already beside its own.

    Args:
        store: the dataset.
        kind: event, participant or programme.
        record: the record.
        name: what the source calls it.
        one: the proposal.
        strictly: whether any difference is a statement.
    """
    own = str(record[kind.title])
    others = rows.belonging(store, records.NAME, "record", record["id"])
    if fold(name) == fold(str(record.get("acronym") or "")):
        return
    known = next((other for other in others if fold(str(other["name"])) == fold(name)), None)
    if known:
        say(store, records.NAME, known, Entry({"name": known["name"]}), one)
        return
    if strictly or names.alike(name, own).level in (Level.EQUAL, Level.CLOSE, Level.PART, Level.OTHER):
        entry: Record = {kind.title: name}
        say(store, kind, record, Entry(entry), one)
    if fold(name) != fold(own):
        other_name(store, record["id"], name, "variant", one)


def other_name(store: Store, record: str, name: str, kind: str | None, one: Proposed) -> str:
    """Keep another name of a record, with the words that give it; its id."""
    known = rows.belonging(store, records.NAME, "record", record)
    found = next((other for other in known if fold(str(other["name"])) == fold(name)), None)
    given: dict[str, Value] = {"record": record, "name": name, "kind": kind}
    row = found or adding.create(store, records.NAME, given)
    say(store, records.NAME, row, Entry({"name": row["name"]}), one)
    return str(row["id"])
