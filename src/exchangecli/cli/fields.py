"""Options made from the table of fields: one for each field, so that a new field is an option without a line here."""

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from exchangecli import errors
from exchangecli.cli import completing
from exchangecli.model import types
from exchangecli.model.fields import Field, Kind, field_name

ADDED = inspect.Parameter.KEYWORD_ONLY
NAME = re.compile(r"[a-z][a-z_]*")


def takes_fields(
    kind: Kind, *, without: tuple[str, ...] = (), unasked: tuple[str, ...] = ()
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command an option for each field of a kind.

    The decorated function has a parameter ``texts``, which receives field -> text of what was given; Typer sees the
    options in its place. Words without an option stand for the kind's ``arguments``, in their order, as far as no
    option names those. Fields named in ``without`` are left out; parameters of the function named in ``unasked`` are no
    options of this command, and keep their defaults.
    """
    named = [field for field in kind.fields if field.name not in without]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        def run(**given: Any) -> None:
            texts = {field.name: _text(field, given.pop(f"field_{field.name}")) for field in named}
            words = given.pop("words", None) or []
            command(texts=_with_words(kind, texts, words), **given)

        own = [one for one in inspect.signature(command).parameters.values() if one.name not in ("texts", *unasked)]
        words = [_words(kind)] if kind.arguments else []
        ordered = [one.replace(kind=ADDED) for one in (*own[:1], *words, *map(_option, named), *own[1:])]
        run.__signature__ = inspect.Signature(ordered)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in ordered}
        run.__doc__ = command.__doc__
        run.__name__ = command.__name__
        return run

    return decorate


def _with_words(kind: Kind, texts: Mapping[str, str | None], words: list[str]) -> dict[str, str]:
    open_fields = [name for name in kind.arguments if texts[name] is None]
    if len(words) > len(open_fields):
        raise errors.TooManyWords(words[len(open_fields)], f"add-{kind.name}")
    given = {name: text for name, text in texts.items() if text is not None}
    return given | dict(zip(open_fields, words, strict=False))


def _words(kind: Kind) -> inspect.Parameter:
    metavar = " ".join(f"[{name.upper()}]" for name in kind.arguments)
    help_ = " ".join(f"{name.upper()}: {_help(kind.field(name))}" for name in kind.arguments)
    made = typer.Argument(metavar=metavar, help=help_, show_default=False, autocompletion=completing.of_arguments(kind))
    return inspect.Parameter("words", ADDED, default=None, annotation=Annotated[list[str] | None, made])


def _option(field: Field) -> inspect.Parameter:
    held: Any = list[str] if field.type.many else bool if field.type is types.FLAG else str
    metavar = None if field.type is types.FLAG else field.type.metavar
    made = typer.Option(
        field.option,
        metavar=metavar,
        help=_help(field),
        show_default=False,
        rich_help_panel=field.panel,
        autocompletion=completing.of_field(field),
    )
    return inspect.Parameter(f"field_{field.name}", ADDED, default=None, annotation=Annotated[held | None, made])


def _help(field: Field) -> str:
    listed = f" Words: exchange vocabulary {field.of}." if field.type in (types.CODE, types.CODES) else ""
    must = " Required." if field.required else ""
    return f"{field.help}.{must}{listed}".replace("...", "…").replace("….", "…")


def _text(field: Field, given: Any) -> str | None:
    if given is None or given == []:
        return None
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, list):
        return field.type.separators[0].join(given)
    return str(given)


def quotes(given: list[str] | None, kind: Kind) -> Mapping[str, str]:
    """``FIELD=TEXT`` quotations by their fields; the key "" for one that names no field.

    Raises:
        UnknownField: what stands before the ``=`` is a name, and of no field.
    """
    by_field: dict[str, str] = {}
    for quote in filter(str.strip, given or []):
        name, equals, text = quote.partition("=")
        field = field_name(name)
        if equals and NAME.fullmatch(field):
            by_field |= {kind.field(field).name: text.strip()} if text.strip() else {}
        else:
            by_field[""] = quote.strip()
    return by_field
