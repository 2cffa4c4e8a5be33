"""Which field each column of somebody's file is for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from exchangecli import errors
from exchangecli.curate import flat_rows
from exchangecli.model.fields import Field, Kind
from exchangecli.model.folding import fold

WHY_REFUSED = "why refused"
"""The column that is added to the rows that were refused, so that they can be mended where they stand."""

BELONGING = ("table", "roles", "sessions", "figures", "names", "claims", "conflicts", "possible")
"""What our own JSON holds beside the fields of a record."""


NEED_NOT_BE_SAID = ("rank",)
"""What every record has and a file may pass over: a claim is a normal one unless something else is said."""


@dataclass(slots=True)
class Columns:
    """The columns of one file, as they come up.

    Attributes:
        kind: of the records in it.
        mapped: heading -> field, as a person said; a field "" leaves the column out.
        shared: fields that every row has, and that are no column.
        by_heading: heading -> its field; None where it is not taken in.
        unknown: the headings that mean no field, and that nobody said anything about.
        repeated: those of our own exports that only repeat what stands in other records.
    """

    kind: Kind
    mapped: Mapping[str, str] = field(default_factory=dict)
    shared: Sequence[str] = ()
    by_heading: dict[str, Field | None] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)

    def field_of(self, heading: str) -> Field | None:
        """The field a column is for; None where it is not taken in.

        Raises:
            ColumnTwice: another column is for the same field.
            ColumnAndShared: so is a value that all rows share.
        """
        if heading not in self.by_heading:
            self.by_heading[heading] = self._found(heading)
        return self.by_heading[heading]

    def _found(self, heading: str) -> Field | None:
        name = self.mapped.get(heading)
        found = _by_heading(self.kind, heading) if name is None else self.kind.field(name) if name else None
        if found is None:
            if name is None and heading != WHY_REFUSED:
                (self.repeated if self._is_ours(heading) else self.unknown).append(heading)
            return None
        other = next((one for one, known in self.by_heading.items() if known is found), None)
        if other is not None:
            raise errors.ColumnTwice(other, heading, found.name)
        if found.name in self.shared:
            raise errors.ColumnAndShared(heading, found.name)
        return found

    def _is_ours(self, heading: str) -> bool:
        """Whether an export of ours, which has its id first, has this column beside the fields of a record."""
        has_id = any(known and known.name == "id" for known in self.by_heading.values())
        return has_id and (heading in BELONGING or heading in flat_rows.columns(self.kind))

    def check(self, headings: Iterable[str]) -> None:
        """Hold the headings of a file that names them once against what its kind must have.

        Raises:
            NoSuchColumn: a mapping names a column that is not there.
            NoColumnFor: a field that every record must have is in no column; not where an id says which record it is.
        """
        known = list(headings)
        self.check_mapped(known)
        present = {one.name for one in map(self.field_of, known) if one} | {*self.shared, *NEED_NOT_BE_SAID}
        lacking = self.kind.missing(dict.fromkeys(present, True))
        if lacking and "id" not in present:
            raise errors.NoColumnFor(lacking, known, self.kind.plural)

    def check_mapped(self, headings: Sequence[str]) -> None:
        """Hold the mapping against the headings there are.

        Raises:
            NoSuchColumn: it names a column that is not there.
        """
        absent = [heading for heading in self.mapped if heading not in headings]
        if absent and headings:
            raise errors.NoSuchColumn(absent[0], headings)

    def perhaps(self, heading: str) -> str | None:
        """The mapping that a heading may be meant to have: ``Start Date=start``; None where no word is a field."""
        taken = {known.name for known in self.by_heading.values() if known}
        free = [one.name for one in self.kind.fields if one.name not in taken]
        words = fold(heading).split()
        return next((f"{heading}={name}" for name in free if name in words), None)

    def heading_of(self, name: str) -> str:
        """What a person calls the place of a field: the heading of its column, or the option that set it."""
        found = (heading for heading, known in self.by_heading.items() if known and known.name == name)
        return next(found, f"--set {name}" if name in self.shared else name)


def _by_heading(kind: Kind, heading: str) -> Field | None:
    """The field that a heading names, or is the label of; as in our own tables, the date of an event is its start."""
    wanted = fold(heading)
    if wanted == "date" and kind.has("start"):
        return kind.field("start")
    return next((one for one in kind.fields if wanted in (fold(one.name.replace("_", " ")), fold(one.heading))), None)
