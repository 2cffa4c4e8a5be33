"""Claims: what a source, or the curator, says about the fields that one command sets."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from exchangecli import errors
from exchangecli.curate import values
from exchangecli.curate.values import Entry
from exchangecli.model import cells, ids, quotations, records
from exchangecli.model.fields import Field, Kind, field_name
from exchangecli.model.types import Record, Rules
from exchangecli.store import finding, rows
from exchangecli.store.opening import Store


@dataclass(frozen=True, slots=True)
class Citation:
    """What the facts of one command rest on.

    Attributes:
        source: as typed; None: nothing is cited.
        quotes: field -> the source's words; the key "" stands for the one field that is set. They serve also what
            the same text says besides (the end of a range).
        locator: where in the source: page, row or minute.

    Raises:
        QuoteWithoutSource: words of nobody.
    """

    source: str | None = None
    quotes: Mapping[str, str] = field(default_factory=dict)
    locator: str | None = None

    def __post_init__(self) -> None:
        if self.quotes and self.source is None:
            raise errors.QuoteWithoutSource


def cite(store: Store, kind: Kind, record: str, entry: Entry, citation: Citation) -> list[Record]:
    """The claims of a source for every field of ``entry``; without a source, of what was read by a rule alone.

    Raises:
        QuoteWithoutField: a quotation that belongs to nothing.
        QuoteNotFound: the source's text is stored, and the words do not stand in it.
    """
    cited = [name for name in entry.values if name in (kind.cited or entry.values) and name != "id"]
    quotes = _by_field(cited, _companions(kind, cited, entry), citation)
    if citation.source is None:
        return [made(kind, record, name, entry) for name in cited if name in entry.inferred]
    source = finding.resolve(store, citation.source, ("source",)).id
    text = text_of(store, source) if quotes else None
    return [
        made(kind, record, name, entry, source=source, locator=citation.locator, **_quotation(text, quotes.get(name)))
        for name in cited
        if entry.values[name] is not None
    ]


def correct(store: Store, record: str, entry: Entry, source: str) -> None:
    """Drop what was noted from a source on the fields of ``entry``, because it is now read otherwise."""
    found = finding.resolve(store, source, ("source",)).id
    said = (claim for name in entry.values for claim in about(store, record, name) if claim["source"] == found)
    rows.delete(store, records.CLAIM, [claim["id"] for claim in said])


def text_of(store: Store, source: str) -> str | None:
    """The text of a source, as far as it is kept."""
    return (rows.get(store, records.SOURCE, source) or {}).get("text")


def about(store: Store, record: str, name: str) -> list[Record]:
    """What is claimed of a field of a record."""
    return list(rows.where(store, records.CLAIM, "record = ? AND field = ?", [record, name]))


def settle(store: Store, entry: Entry, rules: Rules) -> None:
    """Read what a claim from a file says as its field would: the value as it is stored, beside it what was printed.

    Raises:
        FieldProblems: no such field of the record, a value that it cannot have, or words its source does not say.
    """
    given = entry.values
    given.setdefault("rank", "normal")
    if any(given.get(name) is None for name in ("record", "field", "value")):
        return
    kind = next(
        records.KINDS[name] for name in records.CITABLE if rows.get(store, records.KINDS[name], given["record"])
    )
    try:
        named = kind.field(field_name(given["field"]))
    except errors.UnknownField as problem:
        raise errors.FieldProblems([("field", problem)]) from None
    try:
        value = _stored(store, named, given["value"], rules)
    except errors.ExchangeError as problem:
        raise errors.FieldProblems([("value", problem)]) from None
    if value != given["value"]:
        given.setdefault("as_printed", given["value"])
    given |= {"field": named.name, "value": value}
    if given.get("source") and given.get("quote"):
        text = text_of(store, given["source"])
        try:
            given |= _quotation(text, given["quote"])
        except errors.QuoteNotFound as problem:
            raise errors.FieldProblems([("quote", problem)]) from None


def _stored(store: Store, named: Field, text: str, rules: Rules) -> str:
    """A value as claims hold it, from that form or from any that a person may give it."""
    if named.type.schema != "string":
        with suppress(ValueError):
            return cells.to_cell(cells.from_cell(named.type, text))
    return cells.to_cell(values.read_value(store, named, text, rules).value)


def decided(store: Store, record: str) -> set[str]:
    """The fields of a record that the curator has decided."""
    known = rows.belonging(store, records.CLAIM, "record", record)
    return {claim["field"] for claim in known if claim["source"] is None and claim["rank"] == "preferred"}


def keep(store: Store, claims: Iterable[Record]) -> int:
    """Write claims, and say how many were new; one that is there already stays as it is."""
    new = [claim for claim in claims if rows.get(store, records.CLAIM, claim["id"]) is None]
    rows.insert(store, records.CLAIM, new)
    return len(new)


def keep_once(store: Store, record: str, claims: Iterable[Record]) -> int:
    """Write claims on a record, except what their source says of it already, wherever in it; and say how many."""
    known = {_said(claim) for claim in rows.belonging(store, records.CLAIM, "record", record)}
    return keep(store, [claim for claim in claims if _said(claim) not in known])


def _said(claim: Record) -> tuple[str, str, str | None]:
    return claim["field"], claim["value"], claim["source"]


def _companions(kind: Kind, cited: list[str], entry: Entry) -> dict[str, str]:
    """The fields that another one's text filled besides -> that other field."""
    pairs = ((kind.field(name).companion, name) for name in cited if name in entry.printed)
    return {one: name for one, name in pairs if one in cited and entry.printed.get(one) == entry.printed[name]}


def _by_field(cited: list[str], companions: Mapping[str, str], citation: Citation) -> dict[str, str]:
    quotes = dict(citation.quotes)
    if "" in quotes:
        given = [name for name in cited if name not in companions]
        if len(given) != 1:
            raise errors.QuoteWithoutField(given)
        quotes[given[0]] = quotes.pop("")
    for name in quotes:
        if name not in cited:
            raise errors.QuoteWithoutField(cited, name)
    return {name: quotes[companions.get(name, name)] for name in cited if companions.get(name, name) in quotes} | quotes


def _quotation(text: str | None, quote: str | None) -> Record:
    """The quotation as it stands in the stored text, with what stands around it (W3C TextQuoteSelector)."""
    if quote is None or text is None:
        return {"quote": quote}
    place = quotations.find_quotation(text, quote)
    if place is None:
        raise errors.QuoteNotFound(quote, quotations.nearest_passage(text, quote))
    return {"quote": text[place.start : place.end], "prefix": place.prefix, "suffix": place.suffix}


def made(kind: Kind, record: str, name: str, entry: Entry, **further: str | None) -> Record:
    """A claim on one field of a record, with its id; what else it says (its source, quote, rank) as ``further``."""
    value = cells.to_cell(entry.values[name])
    printed = entry.printed.get(name)
    reads_otherwise = printed not in (None, value, cells.as_text(entry.values[name]))
    claim: Record = {
        "record": record,
        "field": kind.field(name).name,
        "value": value,
        "as_printed": printed if reads_otherwise and not kind.field(name).kinds else None,
        "inferred": entry.inferred.get(name),
        "rank": "normal",
        **further,
    }
    claim["id"] = ids.new_id(records.CLAIM, claim, lambda _: False)
    return claim
