"""The command line, assembled: which command stands in which module, and the one boundary where errors become words.

A command's module is imported when the command is run, or helped with, so that ``exchange list`` pays for ``list``.
"""

import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from exchangecli import __version__
from exchangecli.cli.invocation import Invocation
from exchangecli.errors import BrokenText, ExchangeError, UnknownCommand, nearest
from exchangecli.show import console

MODULES = {
    "init": "start",
    "dataset": "start",
    "backup": "start",
    "add-event": "add",
    "add-session": "add",
    "add-participant": "add",
    "add-role": "add",
    "add-name": "add",
    "add-figure": "add",
    "add-programme": "add",
    "add-source": "add",
    "add-membership": "add",
    "edit": "change",
    "delete": "change",
    "list": "find",
    "show": "find",
    "search": "find",
    "vocabulary": "vocabulary",
    "cite": "evidence",
    "claims": "evidence",
    "conflicts": "evidence",
    "resolve": "evidence",
    "retract": "evidence",
    "ingest": "articles",
    "review": "articles",
    "import": "files",
    "export": "files",
    "log": "history",
    "undo": "history",
}
"""Every command, in the order of the help page, and the module of this package it stands in."""

INTERRUPTED = 130

USAGE_ERROR: Any = typer.BadParameter.__bases__[0]
"""What Typer raises for words it cannot make sense of; it has no public name of its own."""


COMPLETING = "_EXCHANGE_COMPLETE"
"""What the environment holds where a shell asks how a word may go on."""


@cache
def _commands_of(module: str) -> Any:
    return typer.main.get_command(import_module(f"exchangecli.cli.{module}").app)


class Commands(TyperGroup):
    """The top of the command line: finds commands in their modules, and turns failures into sentences."""

    def __init__(self, **attributes: Any) -> None:
        """Name the commands, so that Typer can suggest the nearest to a misspelt one."""
        super().__init__(**attributes)
        self.commands = dict.fromkeys(MODULES)  # type: ignore[assignment]

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Every command, in the order of the panels."""
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of this name, or None."""
        return _commands_of(MODULES[cmd_name]).commands[cmd_name] if cmd_name in MODULES else None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep the command as it was typed, for the log."""
        ctx.obj = Invocation(list(args))
        try:
            return super().parse_args(ctx, args)
        except USAGE_ERROR as problem:
            if ctx.obj.arguments:
                raise _refusal(problem, None) from None
            raise  # without any words, what Typer raises is the help page

    def main(self, *arguments: Any, **further: Any) -> Any:
        """Run the command line, or say to a shell how its last word may go on."""
        if COMPLETING in os.environ:
            from exchangecli.cli import shells

            shells.register()
        return super().main(*arguments, **further)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Name the commands that begin so, without importing all their modules for a line of help to each."""
        from typer._click.shell_completion import CompletionItem

        names = [CompletionItem(name) for name in MODULES if name.startswith(incomplete)]
        return names + super(TyperGroup, self).shell_complete(ctx, incomplete)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; of a word that is none, say what may have been meant."""
        try:
            return super().resolve_command(ctx, args)
        except USAGE_ERROR as problem:
            if hasattr(problem, "possibilities"):
                raise
            raise UnknownCommand(args[0], _meant(args[0])) from None

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what a user can meet becomes one line and an exit code, anything else is a bug."""
        try:
            _refuse_broken_text(ctx.obj.arguments)
            result = super().invoke(ctx)
            console.flush()
        except ExchangeError as problem:
            console.fail(problem)
            raise typer.Exit(problem.exit_code) from None
        except USAGE_ERROR as problem:
            raise _refusal(problem, ctx.invoked_subcommand) from None
        except (KeyboardInterrupt, typer.Abort):
            _say_interrupted()
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # Whoever read from us has seen enough, as `head` does; the rest goes nowhere, also at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        return result


def _say_interrupted() -> None:
    console.say("\ninterrupted")


def _refusal(problem: Any, command: str | None) -> typer.Exit:
    """Say what Typer found wrong as everything else is said, and end with its exit code."""
    from exchangecli.cli import usage

    found = usage.problem(problem, command)
    console.fail(found)
    return typer.Exit(found.exit_code)


def _meant(word: str) -> list[str]:
    """What may be meant by a word that is no command: ``events`` is a kind to list, ``add`` begins several commands."""
    from exchangecli.model import records

    kind = records.kind_of_word(word)
    if kind:
        return [f"list {kind.plural}"]
    return [name for name in MODULES if name.startswith(f"{word}-")] or nearest(word, list(MODULES))


def _refuse_broken_text(arguments: list[str]) -> None:
    """Bytes that the terminal sent and that are no UTF-8 cannot be kept, nor shown again."""
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise BrokenText(argument.encode(errors="replace").decode()) from None


app = typer.Typer(
    cls=Commands,
    name="exchange",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"exchange {__version__}")
        raise typer.Exit


@app.callback()
def exchange(
    context: typer.Context,
    db: Annotated[
        Path | None,
        typer.Option("--db", metavar="FILE", help="The dataset; else $EXCHANGE_DB, else the nearest exchange.db."),
    ] = None,
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Turn scattered reports of cultural-exchange programmes into one clean, cited dataset."""
    context.obj.db = db


def main() -> None:
    """Run the command line."""
    console.prepare()
    try:
        with console.written():
            app()
    except ExchangeError as problem:
        console.fail(problem)
        sys.exit(problem.exit_code)
    except KeyboardInterrupt:  # before the command began, or after it had ended
        _say_interrupted()
        sys.exit(INTERRUPTED)
