"""What may stand where a person pressed Tab for the value of a field: a word of a list, a country, a record.

What ``offering`` makes is given to Typer as the ``autocompletion`` of an option or argument, and called only where a
shell asks. It says nothing and writes nothing: without a dataset that can be read, it offers what needs none.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

import typer

from exchangecli import errors
from exchangecli.cli import dataset
from exchangecli.model import records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.store import opening
from exchangecli.store.finding import Found
from exchangecli.store.opening import Store

Word: TypeAlias = tuple[str, str]
"""A word and its help."""

Complete: TypeAlias = Callable[[typer.Context, str], list[Word]]
Offer: TypeAlias = Callable[[typer.Context, str], Iterable[Word]]
Answer = TypeVar("Answer")


class _Offered(str):
    """A word to be offered even where it does not begin as typed, which Typer asks of each before it hands it on.

    A record is found by its name and a country by its own, and what the command line then needs is the id, or the code.
    """

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Say yes: who offers a word has compared it."""
        return True


def offering(offer: Offer) -> Complete:
    """What Typer calls; where words are wrong, or no text, nothing is offered."""

    def complete(ctx: typer.Context, incomplete: str) -> list[Word]:
        try:
            return [(_Offered(word), said) for word, said in offer(ctx, incomplete)]
        except (errors.ExchangeError, UnicodeError):
            return []

    return complete


def asked(context: typer.Context, question: Callable[[Store], Answer], otherwise: Answer) -> Answer:
    """What the dataset answers; ``otherwise`` where there is none, or none that can be read."""
    named = context.find_root().params.get("db")
    # The shell hands on the words as they were typed, before it reads ~ and $HOME.
    context.obj.db = named and Path(os.path.expandvars(named)).expanduser()
    try:
        with opening.glanced(dataset.existing_path(context)) as store:
            return question(store)
    except (errors.ExchangeError, OSError, RuntimeError):
        return otherwise


def words_before(context: typer.Context, argument: str = "words") -> Sequence[str]:
    """The words that stand before, without those of options.

    Where the last of them is an option that waits for its value, Typer could not go on to give the words their place.
    """
    return context.params.get(argument) or context.args


# --- values, by the type of their field -------------------------------------------------------------------------


class _Choice(NamedTuple):
    """A word of a closed list, with what it is called, and what else it may be called."""

    word: str
    help: str
    called: Iterable[str]
    also: Iterable[str] = ()


def _chosen(choices: Iterable[_Choice], typed: str) -> list[Word]:
    """Those that begin as typed; where none does, those in one of whose names a word does.

    Case, accents, spaces and hyphens do not count.
    """
    from exchangecli.model.folding import fold

    known = list(choices)
    begun, whole = f" {fold(typed)}", fold(typed).replace(" ", "")
    first = [one for one in known if any(fold(name).replace(" ", "").startswith(whole) for name in one.called)]
    second = (one for one in known if any(begun in f" {fold(name)}" for name in (*one.called, *one.also)))
    return [(one.word, one.help) for one in first or second]


def _codes(_context: typer.Context, field: Field, typed: str) -> list[Word]:
    from exchangecli.model import vocabularies

    terms = vocabularies.vocabulary(field.of).terms.values()
    return _chosen((_Choice(t.code, t.description, (t.code, t.label), t.spellings()) for t in terms), typed)


def _country_choices() -> Iterator[_Choice]:
    from exchangecli.model import countries

    names = ((code, countries.country_name(code)) for code in countries.country_codes())
    return (_Choice(code, name, (code, name)) for code, name in names)


def _group_choices(context: typer.Context) -> Iterator[_Choice]:
    """Groups of countries, those of the dataset among them."""
    from exchangecli.model import groups
    from exchangecli.store import prefixes

    codes = asked(context, prefixes.groups, list(groups.group_codes()))
    names = ((code, groups.group_name(code)) for code in codes)
    return (_Choice(code, name, (code, name)) for code, name in names)


def _countries(_context: typer.Context, _field: Field, typed: str) -> list[Word]:
    return _chosen(_country_choices(), typed)


def _places(context: typer.Context, _field: Field, typed: str) -> list[Word]:
    """Groups of countries, and countries."""
    return _chosen([*_group_choices(context), *_country_choices()], typed)


def _records(context: typer.Context, field: Field, typed: str) -> Iterator[Word]:
    elsewhere = (field.companion,) if field.companion in records.KINDS else ()
    return found(context, (*field.kinds, *elsewhere), typed)


def found(context: typer.Context, kinds: Sequence[str], typed: str) -> Iterator[Word]:
    """The ids of records, each with its title; none that another program made and a shell would read as more."""
    from exchangecli.store import prefixes

    nothing: list[Found] = []
    for one in asked(context, lambda store: prefixes.beginning(store, typed, kinds), nothing):
        if types.ID_FORM.fullmatch(one.id):
            yield one.id, one.title


def _origin(context: typer.Context, field: Field, typed: str) -> Iterator[Word]:
    if types.UNKNOWN.startswith(typed):
        yield types.UNKNOWN, "It reprints or adapts a source that is not known"
    yield from _records(context, field, typed)


def _party(context: typer.Context, field: Field, typed: str) -> Iterator[Word]:
    yield from _records(context, field, typed)
    yield from _places(context, field, typed)


def _zones(_context: typer.Context, _field: Field, typed: str) -> list[Word]:
    from zoneinfo import available_timezones

    return _chosen((_Choice(name, "", (name,)) for name in sorted(available_timezones())), typed)


def _flags(_context: typer.Context, _field: Field, typed: str) -> Iterator[Word]:
    return ((word, "") for word in ("yes", "no") if word.startswith(typed))


def _groups(context: typer.Context, _field: Field, typed: str) -> list[Word]:
    return _chosen(_group_choices(context), typed)


BY_TYPE: dict[str, Callable[[typer.Context, Field, str], Iterable[Word]]] = {
    types.CODE.name: _codes,
    types.CODES.name: _codes,
    types.COUNTRY.name: _countries,
    types.PLACES.name: _places,
    types.TIMEZONE.name: _zones,
    types.FLAG.name: _flags,
    types.GROUP.name: _groups,
    types.MEMBER.name: _countries,
    types.REFERENCE.name: _records,
    types.REFERENCES.name: _records,
    types.AFFILIATIONS.name: _records,
    types.ORIGIN.name: _origin,
    types.PARTY.name: _party,
}
"""The name of a type -> what values of it may go on from what was typed; of other types nothing is known."""


def values(context: typer.Context, field: Field, typed: str, separators: str) -> Iterator[Word]:
    """The values of a field that may go on so; of several, the last, after one of the separators."""
    offer = BY_TYPE.get(field.type.name)
    if offer:
        place = max((typed.rfind(separator) for separator in separators), default=-1) + 1
        head, item = typed[:place], typed[place:].lstrip()
        yield from ((head + word, said) for word, said in offer(context, field, item))


def of_field(field: Field) -> Complete | None:
    """For an option that takes a value of this field."""
    if field.type.name not in BY_TYPE:
        return None
    return offering(lambda context, typed: values(context, field, typed, field.type.separators))


def of_arguments(kind: Kind) -> Complete:
    """For the words that ``add-*`` takes without an option."""

    def offer(context: typer.Context, typed: str) -> Iterable[Word]:
        left = [name for name in kind.arguments if not context.params.get(f"field_{name}")]
        left = left[len(words_before(context)) :]
        return values(context, kind.field(left[0]), typed, "") if left else ()

    return offering(offer)
