"""What is claimed of a record, field by field and value by value, reprints under the source they go back to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from exchangecli.curate import claims as claiming
from exchangecli.curate import event_roles
from exchangecli.curate.dossier import Dossier, gather
from exchangecli.model import cells, dates, quotations, records
from exchangecli.model.conflicts import DEPRECATED, LESS_COMPLETE, LESS_PRECISE, OTHER_SPELLING, SUPERSEDED, likeness
from exchangecli.model.fields import Field, Kind, field_name
from exchangecli.model.independence import by_origin
from exchangecli.model.types import Record
from exchangecli.store import finding, provenance
from exchangecli.store.opening import Store
from exchangecli.store.provenance import ReadBy

IN_FORCE, OTHERWISE = "in force", "says otherwise"
MORE_PRECISE, MORE_COMPLETE = "more precise", "more complete"
STANDINGS = (IN_FORCE, OTHER_SPELLING, MORE_PRECISE, LESS_PRECISE, MORE_COMPLETE, LESS_COMPLETE, OTHERWISE,
             SUPERSEDED, DEPRECATED)  # fmt: skip
"""How a value stands to the one in force, in the order in which the values of a field are shown."""


class Said(NamedTuple):
    """A value of a field, and who gives it.

    Attributes:
        kind, record: whose field it is: the record itself, or a role, session, figure or name of it.
        field: which.
        value: as claims hold it.
        standing: one of ``STANDINGS``.
        by_origin: what sources go back to in the end -> the claims of those that do; each is an independent source.
        own: the claims of the curator.
    """

    kind: Kind
    record: Record
    field: Field
    value: str
    standing: str
    by_origin: dict[str, list[Record]]
    own: list[Record]

    @property
    def independent(self) -> int:
        """How many independent sources say so."""
        return len(self.by_origin)

    @property
    def reprints(self) -> int:
        """How many more sources say so, which only repeat others."""
        return sum(len({claim["source"] for claim in said}) for said in self.by_origin.values()) - self.independent

    @property
    def claims(self) -> list[Record]:
        """All that give it."""
        return [*self.own, *(claim for said in self.by_origin.values() for claim in said)]


def of_record(dossier: Dossier, field: str = "") -> list[Said]:
    """Every value that is claimed of a record and of its facts, or of one field of the record.

    Raises:
        UnknownField: the record has no such field.
    """
    if field:
        name = dossier.kind.field(field_name(field)).name
        about = [claim for claim in dossier.claims if claim["field"] == name]
        return list(_of_claims(dossier, dossier.kind, dossier.record, about))
    found = list(_of_claims(dossier, dossier.kind, dossier.record, dossier.claims))
    facts = ((records.SESSION, dossier.sessions), (records.ROLE, dossier.roles), (records.FIGURE, dossier.figures),
             (records.NAME, dossier.names))  # fmt: skip
    for kind, several in facts:
        for fact in several:
            found += _of_claims(dossier, kind, fact, dossier.fact_claims[fact["id"]])
    return found


def _of_claims(dossier: Dossier, kind: Kind, record: Record, claims: Sequence[Record]) -> Iterator[Said]:
    for field in kind.fields:
        about = [claim for claim in claims if claim["field"] == field.name]
        values = dict.fromkeys(claim["value"] for claim in about)
        said = [_said(dossier, kind, record, field, [c for c in about if c["value"] == value]) for value in values]
        yield from sorted(said, key=lambda one: STANDINGS.index(one.standing))


def _said(dossier: Dossier, kind: Kind, record: Record, field: Field, claims: Sequence[Record]) -> Said:
    by_source: dict[str, list[Record]] = {}
    for claim in claims:
        if claim["source"]:
            by_source.setdefault(claim["source"], []).append(claim)
    grouped = {
        root: [claim for source in sorted(group, key=lambda one: (one != root, one)) for claim in by_source[source]]
        for root, group in by_origin(by_source, dossier.origins).items()
    }
    own = [claim for claim in claims if not claim["source"]]
    return Said(kind, record, field, claims[0]["value"], _standing(record, field, claims), grouped, own)


def _standing(record: Record, field: Field, claims: Sequence[Record]) -> str:
    value, in_force = claims[0]["value"], cells.to_cell(record[field.name])
    if value == in_force:
        return IN_FORCE
    ranks = {claim["rank"] for claim in claims}
    if len(ranks) == 1 and ranks <= {SUPERSEDED, DEPRECATED}:
        return str(claims[0]["rank"])
    alike = likeness(field.name, value, in_force) if in_force else ""
    if alike == LESS_PRECISE and dates.contains(in_force, value):
        return MORE_PRECISE
    if alike == LESS_COMPLETE and len(cells.as_text(value)) > len(in_force):
        return MORE_COMPLETE
    return alike if alike in STANDINGS else OTHERWISE


def of_roles(store: Store, record: str, field: str) -> tuple[str, list[Said], Mapping[str, str]]:
    """What is claimed of the roles of one participant at one event.

    Returns:
        The id of the event, what is claimed, and the names of the records that are referred to.

    Raises:
        NotFound, Ambiguous.
    """
    event, participant, held = event_roles.held_at(store, record, field)
    every = [gather(store, records.ROLE, role) for role in held]
    said = [one for known in every for one in of_record(known, "role") or [uncited(known, "role")]]
    return (
        event,
        said,
        finding.titles(store, [event, participant, *(c["source"] for s in said for c in s.claims if c["source"])]),
    )


def uncited(dossier: Dossier, name: str) -> Said:
    """The value in force of a field for which nobody is cited."""
    field = dossier.kind.field(name)
    return Said(dossier.kind, dossier.record, field, cells.to_cell(dossier.record[name]), IN_FORCE, {}, [])


def as_json(store: Store, said: Sequence[Said]) -> list[Record]:
    """The values for a program; each claim with the place of its words, and the rule by which they were read.

    The place is known where the text is stored, the rule where the claim was read out of it and accepted.
    """
    texts: dict[str, str | None] = {}

    def place(claim: Record) -> list[int] | None:
        source = claim["source"]
        if not (source and claim["quote"]):
            return None
        if source not in texts:
            texts[source] = claiming.text_of(store, source)
        text = texts[source]
        found = quotations.find_again(text, claim["prefix"], claim["quote"], claim["suffix"]) if text else None
        return [found.start, found.end] if found else None

    rules = provenance.rules_of(
        store, sorted({claim["source"] for one in said for claim in one.claims if claim["source"]})
    )
    return [
        {
            "record": one.record["id"],
            "field": one.field.name,
            "value": cells.from_cell(one.field.type, one.value) if _is_written_so(one) else one.value,
            "standing": one.standing,
            "independent": one.independent,
            "reprints": one.reprints,
            "claims": [claim | {"position": place(claim), "rule": _rule(rules, claim)} for claim in one.claims],
        }
        for one in said
    ]


def _rule(rules: Mapping[tuple[str, str], Sequence[ReadBy]], claim: Record) -> str | None:
    """The rule that read the words of a claim: as this field of this record, as this record, or as something of it."""
    read = rules.get((str(claim["source"]), str(claim["quote"])), ())
    near = sorted(read, key=lambda one: (one.record != claim["record"], one.field != claim["field"]))
    return near[0].rule if near else None


def _is_written_so(one: Said) -> bool:
    try:
        cells.from_cell(one.field.type, one.value)
    except ValueError:  # what another program wrote
        return False
    return True
