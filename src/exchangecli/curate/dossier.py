"""Everything the dataset knows about one record."""

from dataclasses import dataclass

from exchangecli.curate import disputes, targets
from exchangecli.model import conflicts, records
from exchangecli.model.conflicts import Dispute
from exchangecli.model.fields import Kind
from exchangecli.model.independence import Origins
from exchangecli.model.types import Record
from exchangecli.store import finding, provenance, rows
from exchangecli.store.opening import Store


@dataclass(frozen=True, slots=True)
class Dossier:
    """A record with all that belongs to it.

    Attributes:
        kind: of the record.
        record: the record itself.
        title: what names it to a person.
        roles: of an event or programme those at it, of a participant those it holds.
        sessions: of an event, in their order.
        events: of a programme, those under it; of an event, its parts.
        figures, names: about the record.
        claims: about the record itself, by field and then source.
        fact_claims: about its roles, sessions, figures and names: by the id of each.
        conflicts: that are open.
        origins: which of the sources reprint which.
        titles: the names of all records that are referred to, by id.
    """

    kind: Kind
    record: Record
    title: str
    roles: list[Record]
    sessions: list[Record]
    events: list[Record]
    figures: list[Record]
    names: list[Record]
    claims: list[Record]
    fact_claims: dict[str, list[Record]]
    conflicts: list[Dispute]
    origins: Origins
    titles: dict[str, str]

    def called(self, record: str) -> str:
        """What a record that is referred to is called; a text that is no id is its own name."""
        return self.titles.get(record, record)


REFERRING = {field.name for kind in records.KINDS.values() for field in kind.fields if field.kinds}


PROGRAMME = "start NULLS FIRST, start_time NULLS FIRST, position NULLS FIRST"
"""The order of the sessions of an event: by when they are, as far as that is known, else by their number."""


def gather(store: Store, kind: Kind, record: Record) -> Dossier:
    """Collect what belongs to a record."""
    one = record["id"]
    roles = _roles(store, kind, one)
    sessions = _belonging(store, records.SESSION, "event", one, PROGRAMME) if kind is records.EVENT else []
    figures = rows.belonging(store, records.FIGURE, "record", one)
    names = rows.belonging(store, records.NAME, "record", one)
    events = _events(store, kind, one)
    claims = rows.belonging(store, records.CLAIM, "record", one, "field, number")
    facts = {fact["id"]: _claims(store, fact["id"]) for fact in (*roles, *sessions, *figures, *names)}
    all_facts = [claim for about in facts.values() for claim in about]
    disputed = conflicts.of_claims([*claims, *all_facts])
    if kind is records.EVENT:
        disputed += conflicts.of_roles(roles, all_facts)
    everything = [record, *roles, *sessions, *figures, *events, *claims, *all_facts]
    titles = finding.titles_in(store, everything, sorted(REFERRING))
    title = targets.title(store, kind, record)
    origins = provenance.origins(store, sorted({one["source"] for one in (*claims, *all_facts) if one["source"]}))
    return Dossier(
        kind, record, title, roles, sessions, events, figures, names, claims, facts, disputed, origins, titles
    )


def as_json(dossier: Dossier) -> Record:
    """The record as ``show --json`` gives it: its fields, then what belongs to it as arrays."""
    belonging = {
        "roles": dossier.roles,
        "sessions": dossier.sessions,
        "figures": dossier.figures,
        "names": dossier.names,
        "claims": dossier.claims + [claim for about in dossier.fact_claims.values() for claim in about],
        "conflicts": [disputes.as_json(one, dossier.origins) for one in dossier.conflicts],
    }
    return {"table": dossier.kind.name, **dossier.record, **belonging}


def _claims(store: Store, record: str) -> list[Record]:
    return rows.belonging(store, records.CLAIM, "record", record, "field, number")


def _belonging(store: Store, kind: Kind, field: str, record: str, order: str) -> list[Record]:
    return rows.belonging(store, kind, field, record, f"{order}, number")


ROLE_SIDE = {"event": "event", "programme": "programme", "participant": "participant", "session": "session"}


def _roles(store: Store, kind: Kind, record: str) -> list[Record]:
    side = ROLE_SIDE.get(kind.name)
    return _belonging(store, records.ROLE, side, record, "position NULLS LAST") if side else []


def _events(store: Store, kind: Kind, record: str) -> list[Record]:
    side = {"programme": "programme", "event": "part_of"}.get(kind.name)
    return _belonging(store, records.EVENT, side, record, "start_earliest NULLS LAST") if side else []
