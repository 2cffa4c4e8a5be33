"""The value of each field: how it is found in the quotation that a fact brings for it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from exchangecli.extract.asked.answers import Fact
from exchangecli.extract.asked.grounded_dates import Years, find_date
from exchangecli.extract.asked.grounded_numbers import find_count, find_edition, find_figure
from exchangecli.extract.asked.grounded_words import find_code, find_country, find_party, find_text, read_code
from exchangecli.extract.asked.said import Said, UngroundedError
from exchangecli.model.folding import fold


def find_value(fact: Fact, quote: str, years: Years) -> Said:
    """Find the value of a fact in its quotation.

    Args:
        fact: as it was answered.
        quote: its quotation, as the article has it.
        years: why a year that the quotation lacks may be taken for a date.

    Raises:
        UngroundedError: the quotation does not say the value, or the fact lacks the code it must have.
    """
    return _FINDERS.get(fact.field, _unknown)(fact, quote, years)


def _unknown(fact: Fact, quote: str, years: Years) -> Said:
    del quote, years
    raise UngroundedError(f'"{fact.field}" is no field of a proposal')


def _words(fact: Fact, quote: str, years: Years) -> Said:
    del years
    return find_text(fact.value, quote)


def _date(fact: Fact, quote: str, years: Years) -> Said:
    return find_date(fact.field, fact.value, quote, fact.as_printed, years)


def _coded(list_name: str, fact: Fact, quote: str, years: Years) -> Said:
    del years
    return find_code(list_name, fact.value, quote, fact.as_printed)


def _session(fact: Fact, quote: str, years: Years) -> Said:
    """A title, or where it has none the code of its kind."""
    try:
        return _words(fact, quote, years)
    except UngroundedError:
        if fact.role is None or fold(fact.role) != fold(fact.value):
            raise
    return find_code("session-kinds", fact.value, quote, fact.as_printed)


def _role(fact: Fact, quote: str, years: Years) -> Said:
    name = _words(fact, quote, years)
    find_code("roles", read_code("roles", fact.role, "role"), quote, fact.printed_role, fact.as_printed)
    return name


def _figure(fact: Fact, quote: str, years: Years) -> Said:
    del years
    read_code("measures", fact.measure, "measure")
    return find_figure(fact.value, quote, fact.as_printed)


_FINDERS: Final[Mapping[str, Callable[[Fact, str, Years], Said]]] = {
    **dict.fromkeys(("title", "venue", "city", "theme", "name", "programme"), _words),
    **dict.fromkeys(("start", "end", "launch"), _date),
    "kind": partial(_coded, "event-kinds"),
    "status": partial(_coded, "statuses"),
    "country": lambda fact, quote, _: find_country(fact.value, quote, fact.as_printed),
    "taking_part": lambda fact, quote, _: find_party(fact.value, quote, fact.as_printed),
    "edition": lambda fact, quote, _: find_edition(fact.value, quote),
    "attendance": lambda fact, quote, _: find_count(fact.value, quote, fact.as_printed),
    "session": _session,
    "role": _role,
    "figure": _figure,
}
"""How the value of each field is found in a quotation."""
