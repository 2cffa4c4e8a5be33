"""What claims say, as values of their fields; another program may have written what a field cannot hold."""

from collections.abc import Mapping, Sequence

from exchangecli import errors
from exchangecli.curate import claims
from exchangecli.model import cells, records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record, Value
from exchangecli.store import rows
from exchangecli.store.opening import Store


def value_of(store: Store, kind: Kind, claim: Record) -> Value:
    """What a claim says, as the value of its field.

    Raises:
        FieldProblems: the field cannot hold it, or it names a record that is not there.
    """
    field = kind.field(claim["field"])
    if not (can_be(kind, claim) and _names_what_is_there(store, field, claim["value"])):
        why = "is nothing that this field can hold; edit the claim, or delete it"
        raise errors.FieldProblems([(field.name, errors.ValueProblem(claim["value"], why))])
    return cells.from_cell(field.type, claim["value"])


def can_be(kind: Kind, claim: Record) -> bool:
    """Whether what a claim says can be the value of its field, as it is written."""
    field = kind.field(claim["field"])
    try:
        cells.check(field, cells.from_cell(field.type, claim["value"]))
    except (ValueError, OverflowError, errors.ExchangeError):
        return False
    return True


def _names_what_is_there(store: Store, field: Field, cell: str) -> bool:
    if not field.kinds or field.type.open or (field.type is types.ORIGIN and cell == types.UNKNOWN):
        return True
    return all(any(rows.get(store, records.KINDS[kind], one) for kind in field.kinds) for one in cells.items(cell))


def beside(store: Store, kind: Kind, record: str, new: Mapping[str, Value], supporting: Sequence[Record]) -> Record:
    """What follows from new values: whether a number is a round one, and how a role was printed, as its claims say.

    Args:
        store: the dataset.
        kind: of the record.
        record: its id.
        new: field -> the value it is about to have.
        supporting: the claims that give these values.
    """
    found: Record = {}
    for name in new:
        sources = {claim["source"] for claim in supporting if claim["field"] == name}
        flag = kind.field(name).companion
        if flag and flag not in new and kind.field(flag).type is types.FLAG:
            said = [one for one in claims.about(store, record, flag) if one["source"] in sources and can_be(kind, one)]
            found[flag] = cells.from_cell(types.FLAG, said[0]["value"]) if said else None
        if kind is records.ROLE and name == "role":
            printed = (claim["as_printed"] for claim in supporting if claim["field"] == name)
            found["printed_role"] = next(filter(None, printed), None)
    return found
