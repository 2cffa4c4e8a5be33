"""What can go wrong with asking a language model what an article says."""

from exchangecli.errors.base import ExchangeError, UsageError

_LONGEST_REASON = 200


def _on_one_line(text: str) -> str:
    """What another program says of a failure, short and without its full stop."""
    words = " ".join(text.split()).rstrip(".")
    return words if len(words) <= _LONGEST_REASON else f"{words[: _LONGEST_REASON - 3]}..."


class ModelsNotInstalled(ExchangeError):
    """The extra that asks models is not installed; ``missing`` is the package that was looked for."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"a language model is asked through the package llm, and {missing} is not installed",
            hint='pip install "exchangecli[llm]"',
        )


class UnknownModel(UsageError):
    """No model of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'--model: "{name}" is no model that llm knows',
            hint="llm models lists them; llm install PLUGIN adds those of another provider, or of this machine",
        )


class ModelWithoutSchema(UsageError):
    """A model that cannot be held to the shape of an answer."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"--model: {model} cannot answer in a given form (a schema), which facts are asked for in",
            hint="llm models --schemas lists those that can",
        )


class ModelFailed(ExchangeError):
    """A model that has no key, cannot be reached, or refuses; ``why`` is what its library says."""

    def __init__(self, model: str, why: str) -> None:
        said = _on_one_line(why) or "it does not say why"
        super().__init__(
            f"{model} could not be asked: {said}",
            hint=f"try it alone: llm -m {model} hello; without --model the article is read by rules, on this machine",
        )


class UnreadableAnswer(ExchangeError):
    """An answer that is no JSON, or not of the shape that was asked for."""

    def __init__(self, model: str, what: str, answer: str) -> None:
        begins = f'; it begins "{_on_one_line(answer[:60])}"' if answer.strip() else "; it is empty"
        super().__init__(
            f"the answer of {model} cannot be read: {what}{begins}",
            hint="nothing of it was taken; ask again, or another model",
        )
