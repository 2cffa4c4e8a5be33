"""What stands in the way of undoing an operation: what came later, and what would refer to nothing."""

import json
from collections.abc import Collection, Iterator, MutableMapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from exchangecli.model import cells, clock, records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.store import journal, references, rolling_back, rows
from exchangecli.store.opening import Store
from exchangecli.store.references import Reference
from exchangecli.store.rolling_back import Step

Key: TypeAlias = tuple[str, str]
Steps: TypeAlias = MutableMapping[Key, Step]
"""(kind, id) -> what is to be done to the row."""

PARTS = ("claim", "name")
"""The kinds that are a part of the record they are about."""


class Obstacle(NamedTuple):
    """That a row, or a field of it, cannot go back.

    Attributes:
        kind, id: the name of the row's table, and its id.
        field: which cannot go back; None: the row as a whole.
        what: what is the matter with it, in words.
        culprit: the row, and the field, whose last change is to blame, where it is another; its table may be unknown.
    """

    kind: str
    id: str
    field: str | None
    what: str
    culprit: tuple[str | None, str, str | None] | None = None


def changed(kind: Kind, record: str, field: str, now: Any) -> Obstacle:
    """A field that is something else now than the operation left."""
    return Obstacle(kind.name, record, field, _is_now(kind, field, now))


def kept(kind: Kind, record: str, field: str, now: Any) -> Obstacle:
    """A row that the operation made, and of which a field is something else now."""
    return Obstacle(kind.name, record, None, f"its {field} {_is_now(kind, field, now)}", (kind.name, record, field))


def without_their_claims(store: Store, found: Sequence[Obstacle]) -> list[Obstacle]:
    """The obstacles without those on claims about a field that is one itself: whoever changed it ranked them anew."""
    fields = {(one.id, one.field) for one in found}
    claims = references.there(store, ("claim",), [one.id for one in found if one.kind == "claim"])
    about = {one: rows.get(store, records.CLAIM, one) or {} for one in claims}
    return [
        one for one in found if one.id not in about or (about[one.id]["record"], about[one.id]["field"]) not in fields
    ]


def _is_now(kind: Kind, field: str, now: Any) -> str:
    value = rows.from_row(kind, {field: now})[field]
    return "is empty now" if value is None else f'is "{cells.as_text(value)}" now'


def sentences(store: Store, found: Sequence[Obstacle], most: int) -> list[str]:
    """The obstacles in words, of more than ``most`` the first few, each with who is to blame."""
    return [_sentence(store, one) for one in found[:most]]


def is_by_another(store: Store, found: Sequence[Obstacle], most: int) -> bool:
    """Whether another program is to blame for one of the first few."""
    authors = (journal.last_author(store, *_blamed(one)) for one in found[:most])
    return any(author is not None and author.operation is None for author in authors)


def _blamed(one: Obstacle) -> tuple[str, str | None, str | None]:
    """The row, its table and the field whose last change is to blame."""
    table, record, field = one.culprit or (one.kind, one.id, one.field)
    return record, table, field


def _sentence(store: Store, one: Obstacle) -> str:
    where = f"{one.kind} {one.id}" + (f", {one.field}" if one.field else "")
    author = journal.last_author(store, *_blamed(one))
    if author is None:
        return f"{where}: {one.what}"
    if author.operation is None:
        return f"{where}: {one.what}, by another program on {clock.local(author.at):%Y-%m-%d %H:%M}"
    return f"{where}: {one.what}, by operation {author.operation.number} ({_short(author.operation.command)})"


LONGEST = 60
"""How many characters of a command a sentence shows."""


def _short(command: str) -> str:
    return command if len(command) <= LONGEST else f"{command[: LONGEST - 1]}…"


# --- what would refer to nothing --------------------------------------------------------------------------------


def settle(store: Store, steps: Steps, known: Collection[Obstacle], *, rest: bool) -> list[Obstacle]:
    """Take out of ``steps`` what cannot be done, because something would refer to nothing, or an id is in use.

    Args:
        store: the dataset.
        steps: what is to be done.
        known: what cannot go back for another reason.
        rest: whether the rest is to be done: what is left out may keep further steps from being done.
    """
    found = list(_in_use(store, steps))
    _leave_out(store, steps, [*known, *found])
    ignored = () if rest else {(one.kind, one.id) for one in known}
    while True:
        more = [*_still_named(store, steps, ignored), *_naming_nothing(store, steps)]
        found += more
        _leave_out(store, steps, more)
        if not (more and rest):
            return found


def _leave_out(store: Store, steps: Steps, found: Collection[Obstacle]) -> None:
    for one in found:
        known = steps.get((one.kind, one.id))
        if known is None:
            continue
        values = tuple((name, value) for name, value in known.values if name != one.field)
        if known.action == "change" and one.field and values:
            steps[one.kind, one.id] = known._replace(values=values)
        else:
            del steps[one.kind, one.id]
    _keep_parts(store, steps, {one.id for one in found if one.field is None})
    _leave_gone(store, steps, {one.id for one in found if one.field is None})
    _keep_claims(store, steps, {(one.id, one.field) for one in found if one.field is not None})


def _keep_parts(store: Store, steps: Steps, staying: Collection[str]) -> None:
    """Let the claims and names of records that stay as they are stay so: what is gone of them stays gone."""
    for part in PARTS if staying else ():
        about = references.holding(records.KINDS[part], "record", staying)
        for one in rows.where(store, records.KINDS[part], about.text, about.values):
            if steps.get((part, one["id"]), _NOTHING).action == "remove":
                del steps[part, one["id"]]


ABOUT = ("claim", "name", "figure")
"""The kinds that are about a record, and come back only with it."""


def _leave_gone(store: Store, steps: Steps, staying: Collection[str]) -> None:
    """Let what was about records that do not come back not come back without them, nor to others of their id."""
    for about in ABOUT if staying else ():
        coming = (
            (step.whole or 0, key) for key, step in steps.items() if (step.kind, step.action) == (about, "restore")
        )
        gone = dict(coming)
        for number, held in rolling_back.held_whole(store, records.KINDS[about], ["record"], gone):
            if held["record"] in staying:
                del steps[gone[number]]


def _keep_claims(store: Store, steps: Steps, staying: Collection[tuple[str, str]]) -> None:
    """Let the claims on fields that stay be what they are: what is gone of them stays gone."""
    if not staying:
        return
    about = references.holding(records.CLAIM, "record", {record for record, _ in staying})
    for one in rows.where(store, records.CLAIM, about.text, about.values):
        if (one["record"], one["field"]) in staying:
            steps.pop(("claim", one["id"]), None)
    gone = {one.whole or 0: one.id for one in steps.values() if (one.kind, one.action) == ("claim", "restore")}
    for number, held in rolling_back.held_whole(store, records.CLAIM, ["record", "field"], gone):
        if (held["record"], held["field"]) in staying:
            del steps["claim", gone[number]]


def _in_use(store: Store, steps: Steps) -> Iterator[Obstacle]:
    """Rows whose id a row of another kind has now."""
    coming = {step.id: step.kind for step in steps.values() if step.action == "restore"}
    for table in records.TABLES if coming else ():
        for one in references.there(store, (table,), coming):
            if steps.get((table, one), _NOTHING).action != "remove":
                what = f"its id is in use, by a {table}" if table != coming[one] else "is there again"
                yield Obstacle(coming[one], one, None, what, (table, one, None))


_NOTHING = Step("", "", "")


def _still_named(store: Store, steps: Steps, ignored: Collection[Key]) -> Iterator[Obstacle]:
    """Rows that would go, and that another row still names."""
    going: dict[str, set[str]] = {}
    for step in steps.values():
        if step.action == "remove":
            going.setdefault(step.kind, set()).add(step.id)
    naming: dict[tuple[str, str, str], list[Reference]] = {}
    for name, ids in going.items():
        for one in references.to_any(store, records.TABLES[name], ids):
            if (one.kind.name, one.id) not in ignored and _stays(one, steps.get((one.kind.name, one.id))):
                naming.setdefault((name, one.record, one.kind.name), []).append(one)
    for (name, record, by), [one, *others] in naming.items():
        several = f"{1 + len(others)} {one.kind.plural} refer to it, such as {one.id}"
        what = several if others else f"{by} {one.id} refers to it"
        yield Obstacle(name, record, None, what, (by, one.id, one.field))


def _stays(one: Reference, step: Step | None) -> bool:
    """Whether a reference is still there once the step is done."""
    if step is None:
        return True
    values = dict(step.values)
    if step.action == "remove":
        return False
    if one.field not in values:
        return True
    return one.record in _named(one.kind.field(one.field), values[one.field])


def _named(field: Field, value: Any) -> list[str]:
    """The records that a value of a column names."""
    if value is None or value == types.UNKNOWN:
        return []
    return list(map(str, json.loads(value))) if field.type.many else [str(value)]


def _naming_nothing(store: Store, steps: Steps) -> Iterator[Obstacle]:
    """Rows that would come back, or change, and then name what is not there."""
    asked: dict[tuple[str, ...], dict[str, list[tuple[Step, str]]]] = {}
    for step, name, value in _values_coming(store, steps):
        field = records.TABLES[step.kind].field(name)
        kinds = field.kinds or tuple(records.TABLES)
        for record in _named(field, value):
            if not any(steps.get((kind, record), _NOTHING).action == "restore" for kind in kinds):
                asked.setdefault(kinds, {}).setdefault(record, []).append((step, name))
    for kinds, by_record in asked.items():
        there = {
            one
            for kind in kinds
            for one in references.there(store, (kind,), by_record)
            if steps.get((kind, one), _NOTHING).action != "remove"
        }
        for record, places in by_record.items():
            for step, name in places if record not in there else ():
                what = f"{name} would be {record}, which is gone"
                field_ = name if step.action == "change" else None
                yield Obstacle(step.kind, step.id, field_, what, (None, record, None))


def _values_coming(store: Store, steps: Steps) -> Iterator[tuple[Step, str, Any]]:
    """What each row that would come back or change would then hold in the fields that name records."""
    whole: dict[str, list[Step]] = {}
    for step in steps.values():
        if step.action == "restore":
            whole.setdefault(step.kind, []).append(step)
        elif step.action == "change":
            naming = _naming(records.TABLES[step.kind])
            yield from ((step, name, value) for name, value in step.values if name in naming)
    for table, some in whole.items():
        yield from _held_whole(
            store, records.TABLES[table], {step.whole: step for step in some if step.whole is not None}
        )


def _held_whole(store: Store, kind: Kind, by_change: dict[int, Step]) -> Iterator[tuple[Step, str, Any]]:
    naming = _naming(kind)
    for number, held in rolling_back.held_whole(store, kind, naming, by_change) if naming else ():
        step = by_change[number]
        values = held | {name: value for name, value in step.values if name in naming}
        yield from ((step, name, value) for name, value in values.items() if value is not None)


def _naming(kind: Kind) -> list[str]:
    """The fields of a kind that can hold nothing but records."""
    fields = [one.name for one in kind.references() if not one.type.open]
    return list(dict.fromkeys([*fields, *references.MACHINERY.get(kind.name, ())]))
