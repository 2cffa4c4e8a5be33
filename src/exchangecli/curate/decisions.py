"""A person's decision between the values of one field: it sets the value in force, and ranks the claims.

The claims of the value that is decided for become *preferred*; those that disagree become *deprecated*, with the
reason of the decision, and stay. What a decision ranked is known again by its reason, so that the next one, or the
retraction of the source it rests on, brings back what it had ruled out.
"""

from collections.abc import Iterable, Sequence

from exchangecli.curate import claimed_values, claims, values
from exchangecli.curate.values import Entry
from exchangecli.model import cells, records
from exchangecli.model.conflicts import DEPRECATED, NORMAL, OPEN_RANKS, PREFERRED, agree
from exchangecli.model.fields import Kind
from exchangecli.model.types import Record, Value
from exchangecli.store import rows
from exchangecli.store.opening import Store

EMPTIED = "the curator emptied the field"
"""How the reason begins for which claims were ruled out where a person emptied a field."""


def decide(store: Store, kind: Kind, record: str, entry: Entry, reason: str | None) -> None:
    """The curator's own decision on every field of ``entry``; it takes the place of an earlier one.

    Where a field is emptied, no claim on it holds any more.
    """
    for name, value in entry.values.items():
        reopen(store, record, name)
        if value is None:
            why = f"{EMPTIED}: {reason}" if reason else EMPTIED
            rank(store, _standing(store, record, name), DEPRECATED, why)
            continue
        why = reason or _decided(value)
        _weigh(store, record, name, cells.to_cell(value), why)
        claims.keep(store, [claims.made(kind, record, name, entry, rank=PREFERRED, reason=why)])


def prefer(store: Store, kind: Kind, record: Record, chosen: Sequence[Record], reason: str | None) -> None:
    """A decision for what claims say, each of another field: that is in force, and whoever says the same is preferred.

    Raises:
        FieldProblems: a claim says what its field cannot hold, or the record would contradict itself.
    """
    new = {claim["field"]: claimed_values.value_of(store, kind, claim) for claim in chosen}
    put_in_force(store, kind, record, new | claimed_values.beside(store, kind, record["id"], new, chosen))
    for claim in chosen:
        reopen(store, record["id"], claim["field"])
        rank(store, [claim], NORMAL, None)
        _weigh(store, record["id"], claim["field"], claim["value"], reason or _decided(new[claim["field"]]))


def put_in_force(store: Store, kind: Kind, record: Record, new: Record) -> None:
    """Set fields of a record.

    Raises:
        FieldProblems: the record would contradict itself.
    """
    values.check(store, kind, record | new)
    rows.update(store, kind, record["id"], new)


def _decided(value: Value) -> str:
    """The reason of a decision for which a person gave none; by it, too, is known what it ruled out."""
    return f"decided: {cells.as_text(value)}"


def _weigh(store: Store, record: str, name: str, cell: str, why: str) -> None:
    """Rank the claims on a field by a decision for a value."""
    standing = _standing(store, record, name)
    rank(store, (one for one in standing if one["value"] == cell), PREFERRED, why)
    rank(store, (one for one in standing if not agree(name, one["value"], cell)), DEPRECATED, why)


def reopen(store: Store, record: str, name: str) -> None:
    """Take back the decision on a field, if there is one: what it had ruled out stands again."""
    about = claims.about(store, record, name)
    decided = [claim for claim in about if claim["rank"] == PREFERRED]
    own = [claim for claim in decided if claim["source"] is None]
    rows.delete(store, records.CLAIM, [claim["id"] for claim in own])
    back = ruled_out(about, decided) + [claim for claim in about if _is_emptied(claim)]
    rank(store, [*(claim for claim in decided if claim not in own), *back], NORMAL, None)


def _is_emptied(claim: Record) -> bool:
    return claim["rank"] == DEPRECATED and str(claim["reason"]).startswith(EMPTIED)


def ruled_out(about: Iterable[Record], decided: Sequence[Record]) -> list[Record]:
    """The claims that the decision for some others ruled out."""
    reasons = {claim["reason"] for claim in decided if claim["reason"]}
    return [claim for claim in about if claim["rank"] == DEPRECATED and claim["reason"] in reasons]


def lapse(store: Store, left: Iterable[Record], gone: Iterable[Record]) -> None:
    """Where the last claim went that a decision on a field was for: bring back what that had ruled out.

    Args:
        store: the dataset.
        left: all claims on the field that are left.
        gone: those that went, as they were.
    """
    about = list(left)
    if not any(claim["rank"] == PREFERRED for claim in about):
        rank(store, ruled_out(about, [claim for claim in gone if claim["rank"] == PREFERRED]), NORMAL, None)


def rank(store: Store, about: Iterable[Record], to: str, reason: str | None) -> None:
    """Give claims a rank, and the reason why they have it."""
    for claim in about:
        rows.update(store, records.CLAIM, claim["id"], {"rank": to, "reason": reason})


def _standing(store: Store, record: str, name: str) -> list[Record]:
    return [claim for claim in claims.about(store, record, name) if claim["rank"] in OPEN_RANKS]
