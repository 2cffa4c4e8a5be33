"""What may stand where a person pressed Tab among the words of a command: a query, a record, what is set in it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from exchangecli.cli.completing import Complete, Word, asked, found, offering, values, words_before
from exchangecli.model import records, types
from exchangecli.model.fields import Field, Kind, field_name

if TYPE_CHECKING:
    pass

ANY_OR_NONE = (("any", "Where there is a value"), ("none", "Where there is none"))


NEITHER_ANY_NOR_NONE = ("has", "edited")


def _fields(kind: Kind, typed: str) -> Iterator[Field]:
    return (one for one in kind.fields if one.name.startswith(field_name(typed)))


def _editable(kind: Kind, typed: str) -> Iterator[Field]:
    return (one for one in _fields(kind, typed) if one.name != "id")


def _kinds(names: Iterable[str], typed: str) -> Iterator[Word]:
    kinds = (records.KINDS[name] for name in names)
    return ((kind.plural, kind.help) for kind in kinds if kind.plural.startswith(typed.lower()))


# --- queries ----------------------------------------------------------------------------------------------------


def _kind_asked_for(context: typer.Context) -> Kind:
    from exchangecli.curate import targets

    return targets.of_words(words_before(context))[0] or records.EVENT


def _query(context: typer.Context, typed: str) -> Iterator[Word]:
    """At first a kind; a field with its colon; after the colon, a value."""
    from exchangecli.model import vocabularies
    from exchangecli.query import reading, relations

    name, colon, value = typed.partition(":")
    if colon:
        yield from ((f"{name}:{word}", said) for word, said in _values_asked_for(context, name, value))
        return
    if not words_before(context) and context.info_name != "search":
        yield from _kinds(records.LISTED, typed)
    kind = _kind_asked_for(context)
    offered = {known: _said_of(kind, known) for known in reading.names(kind)}
    if typed and kind.name in relations.HAVING_ROLES:
        roles = vocabularies.vocabulary("roles").terms.values()
        offered = {one.code: one.description for one in roles} | offered
    yield from ((f"{known}:", said) for known, said in offered.items() if known.startswith(field_name(typed)))


def _said_of(kind: Kind, name: str) -> str:
    from exchangecli.query.relations import RELATIONS

    relation, field = RELATIONS.get((kind.name, name)), _field_asked_for(kind, name)
    return relation.help if relation else field.help if field else ""


def _values_asked_for(context: typer.Context, name: str, typed: str) -> Iterator[Word]:
    if name in NEITHER_ANY_NOR_NONE:
        from exchangecli.query.relations import TRAITS

        yield from ((trait, "") for trait in TRAITS if name == "has" and trait.startswith(typed.lower()))
        return
    field = _field_asked_for(_kind_asked_for(context), field_name(name))
    if field:
        yield from values(context, field, typed, ",")
    yield from ((word, said) for word, said in ANY_OR_NONE if word.startswith(typed))


def _field_asked_for(kind: Kind, name: str) -> Field | None:
    """The field whose values a query names so: the kind's own, or that of its roles, its claims, its event."""
    from exchangecli.query import relations

    kinds = (kind, records.ROLE, records.CLAIM, records.EVENT)
    found = next((one.field(each) for one in kinds for each in (name, f"{name}s") if one.has(each)), None)
    if found is None and relations.as_role(kind.name, name):
        found = records.ROLE.field("participant")
    # A query takes a group for a country, and a programme for no event.
    return found and replace(found, type=types.PLACES if found.type is types.COUNTRY else found.type, companion=None)


@offering
def query(context: typer.Context, typed: str) -> Iterator[Word]:
    """For the words of a query."""
    return _query(context, typed)


def queried(name: str) -> Complete:
    """For an option that stands for a term of a query: ``--country``."""
    return offering(lambda context, typed: _values_asked_for(context, name, typed))


@offering
def fields(context: typer.Context, typed: str) -> Iterator[Word]:
    """For fields of the kind that is listed, parted by commas."""
    head, comma, last = typed.rpartition(",")
    return ((f"{head}{comma}{one.name}", one.help) for one in _fields(_kind_asked_for(context), last))


@offering
def searched_kinds(_context: typer.Context, typed: str) -> Iterator[Word]:
    """For the kind of record that is searched."""
    return _kinds(records.SEARCHED, typed)


@offering
def releases(context: typer.Context, typed: str) -> Iterator[Word]:
    """For a state of the dataset: the names of releases."""
    from exchangecli.store import releases as named

    none: list[Word] = []
    known = asked(context, lambda store: [(one.name, "") for one in named.all_of_them(store)], none)
    return (word for word in known if word[0].startswith(typed))


@offering
def operations(context: typer.Context, typed: str) -> Iterator[Word]:
    """For the number of an operation, the newest first."""
    from exchangecli.store import journal

    nothing: list[Word] = []
    newest = asked(context, lambda store: [(str(n), command) for n, command in journal.commands(store, 50)], nothing)
    return (word for word in newest if word[0].startswith(typed))


@offering
def vocabulary(_context: typer.Context, typed: str) -> Iterator[Word]:
    """For the name of a list of words."""
    from exchangecli.model import groups, vocabularies

    titles = {name: vocabularies.vocabulary(name).title for name in vocabularies.vocabulary_names()}
    lists = titles | {groups.LIST: groups.LIST_TITLE}
    return ((name, title) for name, title in lists.items() if name.startswith(typed.lower().replace("_", "-")))


@offering
def vocabulary_word(context: typer.Context, typed: str) -> Iterator[Word]:
    """For one word of a list, or one of the groups."""
    from exchangecli.model import groups

    name = str(context.params.get("name") or "")
    if name == groups.LIST:
        yield from values(context, records.MEMBERSHIP.field("group"), typed, "")
    else:
        yield from values(context, replace(records.EVENT.field("kind"), of=name), typed, "")


# --- files ----------------------------------------------------------------------------------------------------------


def _imported_kind(context: typer.Context) -> Kind:
    return records.kind_of_word(str(context.params.get("as_kind") or "")) or records.EVENT


@offering
def imported_kinds(_context: typer.Context, typed: str) -> Iterator[Word]:
    """For the kind of record that a file holds."""
    return _kinds(records.IMPORTED, typed)


@offering
def formats(_context: typer.Context, typed: str) -> Iterator[Word]:
    """For the format of a file."""
    from exchangecli.formats.registry import FORMATS

    return ((name, " ".join(one.suffixes)) for name, one in FORMATS.items() if name.startswith(typed.lower()))


@offering
def date_orders(_context: typer.Context, typed: str) -> Iterator[Word]:
    """For the order of day and month in a file."""
    orders = {"dmy": "05/06/2024 is the fifth of June", "mdy": "05/06/2024 is the sixth of May"}
    return ((order, said) for order, said in orders.items() if order.startswith(typed.lower()))


@offering
def shared(context: typer.Context, typed: str) -> Iterator[Word]:
    """For what all rows of a file have in common: a field, and after the equals sign its value."""
    return _assignment(context, _imported_kind(context), typed, signs=False)


@offering
def mapped(context: typer.Context, typed: str) -> Iterator[Word]:
    """For the field that a column is for, once its heading is written."""
    heading, equals, name = typed.rpartition("=")
    fields = _fields(_imported_kind(context), name) if equals else iter(())
    return ((f"{heading}={one.name}", one.help) for one in fields)


# --- records, and what is set in them ---------------------------------------------------------------------------


def _record(context: typer.Context, typed: str) -> Iterator[Word]:
    """One that a person knows by name; where there is none, one that is known by its id alone."""
    from exchangecli.curate import targets

    named = list(found(context, records.NAMED, typed))
    yield from named or found(context, targets.EVERY_KIND, typed)


def _records_meant(context: typer.Context, typed: str) -> Iterator[Word]:
    words = words_before(context)
    if not words and ":" not in typed:
        yield from _record(context, typed)
    if not words or records.kind_of_word(words[0]) or any(":" in word for word in words):
        yield from _query(context, typed)


def _assignment(context: typer.Context, kind: Kind, typed: str, *, signs: bool = True) -> Iterator[Word]:
    """``field=`` and after it a value; where a field has begun, also the other things that can be done to it."""
    from exchangecli.curate import assignments

    begun = assignments.ASSIGNMENT.fullmatch(typed)
    if begun and begun["sign"]:
        field = kind.field(field_name(begun["field"]))
        head, text = typed[: begun.start("text")], begun["text"]
        yield from ((head + word, said) for word, said in values(context, field, text, field.type.separators))
        return
    for field in _editable(kind, typed):
        further = [*(["+=", "-="] if field.type.many else []), *([] if field.required else ["!"])]
        yield from ((f"{field.name}{sign}", field.help) for sign in ["=", *(further if typed and signs else [])])


def _kind_meant(context: typer.Context) -> Kind:
    """The kind of the records that the words before are about."""
    from exchangecli.curate import assignments, targets
    from exchangecli.store import finding

    which, _ = assignments.split(words_before(context))
    kind, words = targets.of_words(which)
    record = None if kind else asked(context, lambda store: finding.sought(store, words, targets.EVERY_KIND), None)
    return kind or records.KINDS[record.kind if record else "event"]


@offering
def record(context: typer.Context, typed: str) -> Iterable[Word]:
    """For the record that is shown."""
    return () if words_before(context, "record") else _record(context, typed)


@offering
def records_meant(context: typer.Context, typed: str) -> Iterator[Word]:
    """For the record, or the query, that says what a command is about."""
    return _records_meant(context, typed)


@offering
def edit(context: typer.Context, typed: str) -> Iterator[Word]:
    """For what is changed, and the changes."""
    yield from _records_meant(context, typed)
    if words_before(context):
        yield from _assignment(context, _kind_meant(context), typed)


@offering
def quote(context: typer.Context, typed: str) -> Iterator[Word]:
    """For the field that a quotation is of."""
    kind = records.KINDS.get(str(context.info_name).removeprefix("add-")) or _kind_meant(context)
    return ((f"{one.name}=", one.help) for one in _editable(kind, typed))


# --- evidence ---------------------------------------------------------------------------------------------------


@offering
def record_named(context: typer.Context, typed: str) -> Iterable[Word]:
    """For the one record that stands in one word."""
    return _record(context, typed)


@offering
def field_of_record(context: typer.Context, typed: str) -> Iterator[Word]:
    """For a field of the record that was named before."""
    from exchangecli.curate import targets
    from exchangecli.store import finding

    words = str(context.params.get("record") or "")
    named = asked(context, lambda store: finding.sought(store, words, targets.EVERY_KIND), None)
    kind = records.KINDS[named.kind if named else "event"]
    return ((one.name, one.help) for one in _editable(kind, typed) if one.name in (kind.cited or [one.name]))


@offering
def ranks(_context: typer.Context, typed: str) -> Iterator[Word]:
    """For the rank that a person gives to a claim."""
    from exchangecli.cli.evidence import RANKS

    return ((rank, "") for rank in RANKS if rank.startswith(typed))
