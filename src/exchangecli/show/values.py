"""Values as a person reads them: dates in words, ids by what they name, counts with their thousands parted."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from exchangecli.model import cells, clock, dates, types
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record, Value
from exchangecli.show.console import plain


def of_field(kind: Kind, field: Field, record: Record, titles: Mapping[str, str], codes: bool = False) -> str:
    """The value of one field of a record.

    Args:
        kind: of the record.
        field: which of its fields.
        record: the record.
        titles: the names of records that are referred to, by id.
        codes: whether countries stay codes, as in a narrow table.
    """
    value = record.get(field.name)
    if field.name == "start" and kind.lasts:
        return plain(period(value, record.get("end") or dates.OPEN))
    if value is None:
        return ""
    if field.name == "start" and kind.has("end"):
        return plain(period(value, record.get("end")))
    if codes and field.type is types.COUNTRY:
        return plain(value)
    return alone(field, value, titles)


def alone(field: Field, value: Value, titles: Mapping[str, str]) -> str:
    """A value of a field by itself, whatever stands beside it in its record."""
    if value is None:
        return ""
    show = BY_TYPE.get(field.type.name)
    if show:
        return plain(show(field, value))
    if field.kinds:
        items = value if isinstance(value, list) else [str(value)]
        return plain("; ".join(titles.get(item) or place(item) for item in items))
    return plain(cells.as_text(value))


@lru_cache(maxsize=16384)
def period(start: str | None, end: str | None) -> str:
    """From when to when; what another program wrote and is no date stands as it is."""
    if all(dates.is_readable(one) for one in (start, end) if one):
        return dates.display(start, end)
    return f"{start or ''} – {end}" if end else str(start)


def moment(at: str) -> str:
    """A moment of the log in local time, ``20 Nov 2025 14:30``; what is written otherwise stands as it is."""
    try:
        here = clock.local(at)
    except ValueError:
        return plain(at)
    return f"{dates.display(here.date().isoformat())} {here:%H:%M}"


def counted(value: Value, approximate: object = None) -> str:
    """A count: ``3,000``, or ``about 3,000``."""
    number = f"{value:,}" if isinstance(value, int | float) else str(value)
    return f"about {number}" if approximate else number


def place(code: str) -> str:
    """A country or a body by its name: ``Viet Nam (VN)``; what is neither stands as it is."""
    from exchangecli.model import countries, groups

    return (
        f"{countries.country_name(code)} ({code})" if countries.is_country_code(code) else groups.BODIES.get(code, code)
    )


def _country(_field: Field, value: Value) -> str:
    return place(str(value))


def _code(field: Field, value: Value) -> str:
    return label(field.of, str(value))


def label(vocabulary: str, code: str) -> str:
    """What a word of a closed list is called."""
    from exchangecli.model import vocabularies

    term = vocabularies.vocabulary(vocabulary).terms.get(code)
    return term.label if term else code


def _date(_field: Field, value: Value) -> str:
    return str(value) if value == ".." else period(str(value), None)


BY_TYPE: dict[str, Callable[[Field, Any], str]] = {
    types.COUNTRY.name: _country,
    types.CODE.name: _code,
    types.CODES.name: lambda field, value: ", ".join(label(field.of, str(item)) for item in value),
    types.DATE.name: _date,
    types.END_DATE.name: _date,
    types.COUNT.name: lambda _field, value: counted(value),
    types.NUMBER.name: lambda _field, value: counted(value),
    types.PLACES.name: lambda field, value: ", ".join(_country(field, item) for item in value),
    types.LANGUAGES.name: lambda _field, value: ", ".join(value),
}

HIDDEN = {"end": "start", "attendance_approximate": "attendance", "approximate": "value"}
"""Fields that are shown together with another."""
