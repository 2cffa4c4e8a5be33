"""What a field is, and a kind of record: the shape of the table in ``model.records``."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from exchangecli import errors
from exchangecli.model import types as t


# A kind and its fields are themselves and equal to nothing else, so that caches by kind need not hash all they hold.
@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One field of a kind of record.

    Attributes:
        name: of the column, the option and the key in JSON.
        type: see ``model.types``.
        help: what it says, for help texts and the Data Package.
        of: the vocabulary its words come from, or the kinds it may refer to.
        required: a record without it is refused.
        label: its heading; by default the name in words.
        companion: the field that takes what the same words say besides (a range in ``start`` fills ``end``).
        searched: the column of the search index it stands in: ``title`` or ``text``.
        schema_org: its property in schema.org.
        panel: the group of options it stands in, on the help page of a kind with many.
        typed: the word its option has, where that is not the name (``--from`` for ``start``).
    """

    name: str
    type: t.FieldType
    help: str
    of: Any = None
    required: bool = False
    label: str = ""
    companion: str | None = None
    searched: str | None = None
    schema_org: str | None = None
    panel: str | None = None
    typed: str = ""

    @property
    def heading(self) -> str:
        """The label, or the name in words."""
        return self.label or self.name.replace("_", " ").capitalize()

    @property
    def option(self) -> str:
        """The field as ``add-*`` takes it: ``--start``."""
        return f"--{(self.typed or self.name).replace('_', '-')}"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of record it may refer to; empty for other fields."""
        return self.of if self.type.name in t.REFERRING else ()


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of record.

    Attributes:
        name: of its table, in the singular.
        plural: as people ask for it, and the name of its file in a Data Package.
        help: what it is.
        fields: in the order of tables and files; the first is ``id``.
        title: the field that names it to a person; its slug becomes the id.
        identity: where there is no title: the fields whose content makes the id, so that one fact is one row.
        arguments: the fields that ``add-*`` takes by position.
        columns: what ``list`` shows by default.
        either: groups of fields of which at least one must be there.
        sort: the field that ``list`` sorts by.
        cited: the fields a source states, where it is not all of them.
        lasts: whether what has no end goes on; else it is over, or nobody knows.
    """

    name: str
    plural: str
    help: str
    fields: tuple[Field, ...]
    title: str = ""
    identity: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    either: tuple[tuple[str, ...], ...] = ()
    sort: str = "id"
    cited: tuple[str, ...] = ()
    lasts: bool = False

    def field(self, name: str) -> Field:
        """The field of this name.

        Raises:
            UnknownField: with the nearest ones.
        """
        found = _by_name(self).get(name)
        if found is None:
            raise errors.UnknownField(name, self.plural, [one.name for one in self.fields])
        return found

    def has(self, name: str) -> bool:
        """Whether there is a field of this name."""
        return name in _by_name(self)

    def searched(self, column: str) -> list[str]:
        """The fields whose texts stand in a column of the search index: ``title`` or ``text``."""
        return [one.name for one in self.fields if one.searched == column]

    def searched_texts(self, record: t.Record, column: str) -> list[str]:
        """The texts of a record that stand in a column of the search index."""
        return [str(record[name]) for name in self.searched(column) if record.get(name)]

    def references(self) -> list[Field]:
        """The fields that refer to other records."""
        return [one for one in self.fields if one.kinds]

    def missing(self, record: t.Record) -> list[str]:
        """What a record lacks: each required field, and each group of which one must be there (``title or kind``)."""
        needed = [one.name for one in self.fields if one.required and one.name != "id"]
        lacking = [name for name in needed if record.get(name) is None]
        return lacking + [errors.listed(group) for group in self.either if all(record.get(n) is None for n in group)]

    def require(self, record: t.Record) -> None:
        """Refuse a new record that lacks what it must have.

        Raises:
            MissingFields: all of it, named.
        """
        lacking = self.missing(record)
        if lacking:
            raise errors.MissingFields(self.name, lacking)


def field_name(word: str) -> str:
    """A field as a person writes it: ``Start-time`` and ``Start time`` are ``start_time``."""
    return word.strip().lower().replace("-", "_").replace(" ", "_")


@cache
def _by_name(kind: Kind) -> dict[str, Field]:
    return {one.name: one for one in kind.fields}
