"""Every sentence the program says when it cannot go on, collected in ``sentences.txt`` to be read as a person would.

``pytest tests/errors --regenerate`` writes the file anew; read the difference before it is committed.
"""

import ast
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from examples import COMMANDS, DAMAGES, EXAMPLES, FILES, SETTING, VALUES
from exchangecli import errors
from exchangecli.errors import ExchangeError
from exchangecli.model import types

SENTENCES = Path(__file__).with_name("sentences.txt")
SOURCE = Path(errors.__file__).parents[1]
LONGEST = 200
"""The most characters of a line that a person takes in at a glance; a list may be longer."""


def classes(base: type[ExchangeError] = ExchangeError) -> Iterator[type[ExchangeError]]:
    yield base
    for one in base.__subclasses__():
        yield from classes(one)


def told(problem: ExchangeError) -> str:
    """A failure as the program says it."""
    hint = f"\n  hint: {problem.hint}" if problem.hint else ""
    return f"{problem.sentence}{hint}"


def refusal(field: str, of: object, kind: types.FieldType, text: str) -> str:
    with pytest.raises(ExchangeError) as raised:
        types.read(kind, text, of, types.Rules())
    return f"{field}: {told(raised.value)}"


def said(result: Result) -> str:
    assert result.exit_code in (1, 2), result.output or result.exception
    return result.stderr.replace(str(Path.cwd()), "~").strip("\n")


@pytest.fixture
def collected(exchange: Callable[..., Result]) -> str:
    """All sentences, each under what brings it up."""
    for line in SETTING:
        assert exchange(*shlex.split(line)).exit_code == 0, line
    for name, text in FILES.items():
        Path(name).write_text(text, encoding="utf-8")
    by_module: dict[str, list[str]] = {}
    for one in EXAMPLES:
        by_module.setdefault(type(one).__module__.rpartition(".")[2], []).append(f"[{type(one).__name__}]\n{told(one)}")
    chapters = {f"errors/{module}.py": sentences for module, sentences in sorted(by_module.items())}
    chapters["values"] = [refusal(one.name, one.of, one.type, text) for one, texts in VALUES for text in texts]
    chapters["commands"] = [
        f"$ exchange {line if len(line) < LONGEST else f'{line[:60]}...'}\n{said(exchange(*shlex.split(line)))}"
        for line in COMMANDS
    ]
    chapters["damaged packages"] = [damaged(exchange, *damage) for damage in DAMAGES]
    return "\n\n".join(f"==== {title}\n\n" + "\n\n".join(parts) for title, parts in chapters.items()) + "\n"


def damaged(exchange: Callable[..., Result], file: str, old: str, new: str | None) -> str:
    path = Path("package") / file
    whole = path.read_text(encoding="utf-8")
    assert old in whole
    if new is None:
        path.unlink()
    else:
        path.write_text(whole.replace(old, new, 1), encoding="utf-8", errors="surrogateescape")
    refused = said(exchange("--db", "other.db", "import", "package"))
    path.write_text(whole, encoding="utf-8")
    return f"{file}: {old!a} -> {new!a}\n{refused}"


def test_the_sentences(collected: str, golden: Callable[[Path, str], None]) -> None:
    golden(SENTENCES, collected)


def test_every_class_has_an_example() -> None:
    shown = {type(one) for one in EXAMPLES}
    assert [one.__name__ for one in classes() if one not in shown] == []


@pytest.mark.parametrize("problem", EXAMPLES, ids=lambda problem: type(problem).__name__)
def test_a_sentence_reads_like_one(problem: ExchangeError) -> None:
    first, *further = problem.sentence.splitlines()
    assert not first[0].isupper() or first.split()[0].rstrip(":") in (*errors.__all__, "Data")
    is_list = all(line.startswith(("  ", "--")) for line in further)
    assert is_list or isinstance(problem, errors.SeveralProblems), "what follows the first line is a list"
    assert not re.search(r"(?<!\.)\.$| $", problem.sentence)
    assert not re.search(r"<class|\bNone\b|\['|object at|Error\b|Exception", told(problem))
    assert all(len(line) <= LONGEST or line.count(",") > 5 for line in told(problem).splitlines())
    assert not (problem.hint or "").endswith(".")


def test_nothing_said_looks_like_a_program() -> None:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if not line.startswith(("[", "$")) and "' -> " not in line]
    assert [line for line in sentences if re.search(r"Traceback|<class|object at|\bNone\b|[a-z]Error|╭", line)] == []


# --- nothing is left out ------------------------------------------------------------------------------------------


def fragments() -> Iterator[tuple[str, str]]:
    """Each text of several words in the source that goes into a failure, as a pattern, with its place."""
    names = {one.__name__ for one in classes()} | {"problem", "say"}
    for path in sorted(SOURCE.rglob("*.py")):
        if path.is_relative_to(SOURCE / "errors") or path.is_relative_to(SOURCE / "cli" / "asking.py"):
            continue
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _called(call) in names and not _narrates(call):
                for pattern in filter(None, map(_pattern, call.args)):
                    yield f"{path.relative_to(SOURCE)}:{call.lineno}", pattern


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _narrates(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "console"


def _pattern(argument: ast.expr) -> str | None:
    """The words of a text, with anything in the place of its values; None for what is no text of several words."""
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    texts = [part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else None for part in parts]
    if not any(text and " " in text.strip() for text in texts):
        return None
    return "".join(".+" if text is None else re.escape(text) for text in texts)


def test_every_sentence_in_the_source_is_collected() -> None:
    sentences = SENTENCES.read_text(encoding="utf-8")
    assert [(place, pattern) for place, pattern in fragments() if not re.search(pattern, sentences)] == []
