"""What the sources say about a record, claim by claim, in their words."""

from exchangecli.curate.dossier import Dossier
from exchangecli.model import cells, records, types
from exchangecli.model.types import Record
from exchangecli.show.console import plain
from exchangecli.show.tables import Column, Table


def of_dossier(dossier: Dossier) -> Table:
    """Every claim on the record and on its roles, sessions, figures and names."""
    order = [field.name for field in dossier.kind.fields]
    claims = [(claim["field"], claim) for claim in sorted(dossier.claims, key=lambda one: order.index(one["field"]))]
    for fact in (*dossier.sessions, *dossier.roles, *dossier.figures, *dossier.names):
        claims += [(_about(dossier, fact, claim), claim) for claim in dossier.fact_claims[fact["id"]]]
    rows = [[plain(about), *_said(dossier, claim)] for about, claim in claims]
    return Table([Column(heading) for heading in ("About", "Value", "In which words", "Source")], rows)


def _about(dossier: Dossier, fact: Record, claim: Record) -> str:
    """``role of KOFICE``, ``title of a session``: what a claim on a fact of the record is about."""
    if "participant" in fact:
        other = fact["event"] or fact["programme"] if dossier.kind is records.PARTICIPANT else fact["participant"]
        return f"{claim['field']} of {dossier.called(other)}"
    return {"value": "figure", "name": "other name"}.get(claim["field"], f"session, {claim['field']}")


def _said(dossier: Dossier, claim: Record) -> list[str]:
    printed = f" (printed: {claim['as_printed']})" if claim["as_printed"] else ""
    why = f" ({claim['inferred']})" if claim["inferred"] else ""
    quote = f"“{claim['quote']}”" if claim["quote"] else ""
    place = f", {claim['locator']}" if claim["locator"] else ""
    source = dossier.called(claim["source"]) if claim["source"] else "the curator"
    rank = f" ({claim['rank']})" if claim["rank"] not in ("normal", "preferred") else ""
    reason = f": {claim['reason']}" if claim["reason"] else ""
    return [
        plain(_value(dossier, claim) + printed + why),
        plain(quote),
        plain(f"{source}{place}{rank}{reason}"),
    ]


def _value(dossier: Dossier, claim: Record) -> str:
    """The value as a reader takes it: a list without its brackets, records by their names."""
    cell = str(claim["value"])
    items = cells.from_cell(types.TEXTS, cell) if cell.startswith("[") else [cell]
    return "; ".join(map(dossier.called, items if isinstance(items, list) else []))
