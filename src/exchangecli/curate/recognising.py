"""Which record a row of a file is: by its id, as the same fact, or because it plainly is the same; else it is new."""

from exchangecli import errors
from exchangecli.curate import sameness
from exchangecli.model import ids, records
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.types import Record, Value
from exchangecli.store import history, rows
from exchangecli.store.opening import Store

BY_ID = "the same id"
"""Why a row is a record that is there, where a person said so."""


class Recogniser:
    """Knows the records of one kind, and those that the rows of a file add to them."""

    def __init__(self, store: Store, kind: Kind) -> None:
        self.store = store
        self.kind = kind
        self.was_empty = not rows.count(store, kind)
        self.added: dict[str, list[str]] = {}
        self.named_before: dict[str, list[str]] = {}
        for title, record in history.earlier_titles(store, kind) if kind.title else ():
            self.named_before.setdefault(fold(title), []).append(record)

    def add(self, record: Record) -> None:
        """Take note of a new record: the search index does not know it yet."""
        for name in set(map(fold, self.kind.searched_texts(record, "title"))):
            self.added.setdefault(name, []).append(record["id"])

    def by_id(self, given: str | None) -> Record | None:
        """The record of this id, or the one for which a merge gave it up."""
        return rows.alive(self.store, self.kind, given)

    def alike(self, given: Record) -> tuple[Record | None, str]:
        """The one record that says the same fact, or plainly is the same, and why.

        A row with an id of its own that nobody knows is another record, whatever it is called.

        Raises:
            FieldProblems: several could be meant, or the id is none that a row can have.
        """
        if self.kind.identity:
            return self._same_fact(given)
        if given.get("id") is not None:
            _refuse_somebodys_number(given["id"])
            self._refuse_id_of_another_kind(given["id"])
            return None, ""
        title = fold(str(given.get(self.kind.title) or ""))
        added = self.added.get(title, [])
        if self.was_empty and not added:
            return None, ""
        found = list(sameness.named(self.store, self.kind, given, added))
        found = found or list(sameness.named_before(self.store, self.kind, given, self.named_before.get(title, [])))
        return self._only(given, found)

    def _same_fact(self, given: Record) -> tuple[Record | None, str]:
        known = sameness.fact(self.store, self.kind, given)
        edited = None if known or given.get("id") else sameness.edited_fact(self.store, self.kind, given)
        return known or edited, "the same fact" + (sameness.EDITED if edited else "")

    def _only(self, given: Record, found: list[tuple[Record, str]]) -> tuple[Record | None, str]:
        """Of several the one that has the very id which a new record would get; of events a date is to tell them."""
        if len(found) > 1:
            own = None if self.kind is records.EVENT else ids.new_id(self.kind, given, lambda _: False)
            candidates = errors.listed(known["id"] for known, _ in found)
            why = found[0][1]
            found = [(known, why) for known, why in found if known["id"] == own]
            if not found:
                raise refusal(f"could be several records by {why}; write the id of one in a column id: {candidates}")
        return found[0] if found else (None, "")

    def _refuse_id_of_another_kind(self, given: str) -> None:
        kinds = (kind for kind in records.KINDS.values() if rows.get(self.store, kind, given))
        other = next(kinds, None)
        if other:
            sentence = f"is the id of a {other.name}; if that is what the rows are: --as {other.plural}"
            raise errors.FieldProblems([("id", errors.ValueProblem(given, sentence))])


def refusal(sentence: str) -> errors.FieldProblems:
    """What is wrong with a row as a whole."""
    return errors.FieldProblems([("", errors.ExchangeError(sentence))])


def _refuse_somebodys_number(given: Value) -> None:
    """The first column of many spreadsheets only counts its rows; next month's file counts other ones."""
    if str(given).isdecimal():
        problem = errors.ValueProblem(str(given), "only counts the rows of a list; leave the column out: --map 'ID='")
        raise errors.FieldProblems([("id", problem)])
