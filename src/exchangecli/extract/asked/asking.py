"""Asking a language model about an article, through the ``llm`` library (the extra ``llm``).

The text leaves the machine where the model is not on it, so this is done only where a person names a model.
"""

import sys
from typing import TYPE_CHECKING, Final

from exchangecli.errors import ModelFailed, ModelsNotInstalled, ModelWithoutSchema, UnknownModel
from exchangecli.extract.asked.answers import Fact, read_answer
from exchangecli.extract.asked.questions import instructions, presented, schema

if TYPE_CHECKING:
    import llm

_FAILURES: Final = (
    ("llm", "ModelError"),
    ("openai", "OpenAIError"),
    ("httpx2", "HTTPError"),
    ("httpx", "HTTPError"),
    ("httpx", "InvalidURL"),
    ("anthropic", "AnthropicError"),
    ("ollama", "ResponseError"),
)
"""What a model that cannot be reached, or refuses, raises: ``llm`` hands on what the library of each provider does."""


def known_model(name: str) -> str:
    """The id of the model that a name or an alias stands for, once it is certain that it can be asked.

    Raises:
        ModelsNotInstalled: the extra is not there.
        UnknownModel: no model has this name.
        ModelWithoutSchema: it cannot be held to the shape of an answer.
    """
    return _model(name).model_id


def ask(name: str, text: str) -> tuple[Fact, ...]:
    """Ask a model what a text says.

    Raises:
        ModelsNotInstalled, UnknownModel, ModelWithoutSchema: as ``known_model``.
        ModelFailed: it has no key, cannot be reached, or refuses.
        UnreadableAnswer: what it says is not of the shape that was asked for.
    """
    model = _model(name)
    try:
        response = model.prompt(presented(text), system=instructions(), schema=schema(), stream=False)
        answer = response.text()
    except _failures() as failure:
        raise ModelFailed(model.model_id, str(failure)) from failure
    return read_answer(model.model_id, answer)


def _model(name: str) -> "llm.Model":
    try:
        import llm
    except ModuleNotFoundError as missing:
        raise ModelsNotInstalled(missing.name or "llm") from None
    if not name.strip():  # llm would choose a model that nobody named
        raise UnknownModel(name)
    try:
        model = llm.get_model(name)
    except llm.UnknownModelError:
        raise UnknownModel(name) from None
    if not model.supports_schema:
        raise ModelWithoutSchema(model.model_id)
    return model


def _failures() -> tuple[type[BaseException], ...]:
    """The classes of failure of those libraries that are loaded, which that of a model in use is."""
    found = (getattr(sys.modules.get(module), name, None) for module, name in _FAILURES)
    return (OSError, NotImplementedError, *(one for one in found if isinstance(one, type)))
