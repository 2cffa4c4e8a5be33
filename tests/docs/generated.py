"""The parts of the pages that come from the program itself: what a command takes, which fields a kind of record has."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import typer

from exchangecli import errors
from exchangecli.cli.app import app
from exchangecli.extract import words
from exchangecli.model import records, types
from exchangecli.model.fields import Field, Kind
from exchangecli.query import parser
from exchangecli.query.relations import RELATIONS


def command(name: str) -> Any:
    """A command of the program, as Typer knows it."""
    return typer.main.get_command(app).get_command(None, name)  # type: ignore[attr-defined]


def help_of(name: str) -> str:
    """A command's own help: its sentence, how it is called, and a table of its options for each of their panels."""
    one = command(name)
    context = one.make_context(f"exchange {name}", [], resilient_parsing=True)
    usage = one.get_usage(context).removeprefix("Usage: ")
    taken = [taken for taken in one.get_params(context) if taken.name != "help"]
    arguments = [_argument(one) for one in taken if one.param_type_name == "argument"]
    return "\n\n".join([one.help, f"`{' '.join(usage.split())}`", *arguments, *_tables(taken)])


def _argument(argument: Any) -> str:
    """What the words without an option are; where they are several, their help names each itself."""
    first = argument.metavar.partition(" ")[0].strip("[]")
    return argument.help if argument.help.startswith(f"{first}:") else f"`{argument.metavar}`: {argument.help}"


def _tables(taken: Iterable[Any]) -> Iterator[str]:
    options = [one for one in taken if one.param_type_name == "option"]
    panels = dict.fromkeys([None, *(one.rich_help_panel for one in options)])
    for panel in panels:
        rows = [_option(one) for one in options if one.rich_help_panel == panel]
        if rows:
            yield (f"**{panel}**\n\n" if panel else "") + _table(["Option", "Value", "What it does"], rows)


def _option(option: Any) -> list[str]:
    default = f" Default: {option.default}." if option.default and option.show_default else ""
    names = ", ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    return [names, f"`{option.metavar}`" if option.metavar else "", f"{option.help}{default}"]


def fields_of(name: str) -> str:
    """The fields of a kind of record, as the table in ``model.records`` declares them."""
    kind = records.TABLES[name]
    table = _table(["Field", "Type", "From", "Required", "Meaning", "schema.org"], map(_field, kind.fields))
    return "\n\n".join([f"{kind.help}.", table, *_rules(kind)])


def _field(field: Field) -> list[str]:
    must = "yes" if field.required or field.name == "id" else ""
    help_ = field.help if field.help.endswith("...") else f"{field.help}."
    return [f"`{field.name}`", field.type.name, _of(field), must, help_, _schema(field)]


def _of(field: Field) -> str:
    if field.kinds:
        return ", ".join(f"[{kind}](#{kind})" for kind in field.kinds)
    return f"`{field.of}`" if field.type in (types.CODE, types.CODES) else ""


def _schema(field: Field) -> str:
    return f"`{field.schema_org}`" if field.schema_org else ""


def _rules(kind: Kind) -> Iterator[str]:
    for group in kind.either:
        yield f"At least one of {errors.listed([f'`{name}`' for name in group], 'and')} must be there."
    if kind.identity:
        made_of = errors.listed([f"`{name}`" for name in kind.identity], "and")
        yield f"Its id is made of {made_of}, so that one fact is one row."


def _table(headings: list[str], rows: Iterable[list[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def grammar_of(_name: str) -> str:
    """The grammar of queries, as it stands at the top of the parser."""
    rules = str(parser.__doc__).partition("::\n")[2].partition("\n\nQuotation")[0]
    return f"```text\n{textwrap.dedent(rules).strip()}\n```"


def asked_of(name: str) -> str:
    """What a query may ask of a kind of record beside its fields."""
    rows = [
        [f"`{asked.replace('_', '-')}:`", f"{one.help}."] for (kind, asked), one in RELATIONS.items() if kind == name
    ]
    return _table(["Write", "To ask"], rows)


TABLES_OF_RULES = {
    "cues": "who did what: the words, on which side of them the names stand, who that can be, and the role",
    "list_labels": "labels over lists of names, and the role of those who stand under them",
    "event_words": "words for an event, and its kind",
    "event_words_abroad": "the same in Korean, Vietnamese, French and Indonesian",
    "programme_words": "words for a programme, and its kind",
    "venue_words": "words for a place where something is held",
    "body_words": "words for a body, and whether it is an organisation, a state body or an ensemble",
    "title_words": "words for an office or a title before a name",
    "portfolio_words": "what offices and bodies are responsible for",
    "demonyms": "words for where somebody is from, and the country",
    "saying_words": "words for saying something: who only says something is quoted",
    "common_words": "words that begin a sentence with a capital and name nothing",
    "end_marks": "phrases at which the report ends and the page around it begins",
    "line_labels": "labels before what a line states, as “Venue:”, and what that is",
    "phrases": "phrases that rules ask for, by the list they stand in",
    "phrase_lists": "what each of these lists is",
    "small_words": "common words that tell the language of a text",
    "statuses": "words for the state of an event: postponed, cancelled, to be held",
    "rules": "what each rule that is no role reads",
    "precision": "how often each rule was right: the confidence",
}
"""The tables that reading stands on, and what each holds."""


def rules_of(_name: str) -> str:
    """The tables that reading stands on, with their columns and how many lines each has."""
    rows = [
        [f"`{name}.csv`", help_, ", ".join(f"`{column}`" for column in words.rows(name)[0]), str(len(words.rows(name)))]
        for name, help_ in TABLES_OF_RULES.items()
    ]
    return _table(["Table", "What it holds", "Columns", "Lines"], rows)


def cues_of(rule: str) -> str:
    """The lines of the table of cues that one rule has, as they stand in the file."""
    file = words.TABLES / "cues.csv"
    heading, *lines = file.read_text(encoding="utf-8").splitlines()
    return "\n".join(["```text", heading, *(line for line in lines if line.startswith(f"{rule},")), "```"])


MAKERS: dict[str, Callable[[str], str]] = {
    "help": help_of,
    "fields": fields_of,
    "grammar": grammar_of,
    "asked": asked_of,
    "rules": rules_of,
    "cues": cues_of,
}
"""What stands in ``<!-- NAME: of -->`` ... ``<!-- /NAME -->``: the name of the block, and what makes it."""
