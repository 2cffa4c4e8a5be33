"""The answer of a language model, read: a list of facts, of which nothing is believed yet."""

import json
from dataclasses import dataclass
from typing import Any

from exchangecli.errors import UnreadableAnswer
from exchangecli.extract.asked.questions import ATTRIBUTES, NEEDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact as it was answered; the names are those of a ``Proposal``, and all of it is the model's word alone."""

    field: str
    value: str
    quote: str
    event: str | None = None
    as_printed: str | None = None
    of: str | None = None
    session: str | None = None
    role: str | None = None
    printed_role: str | None = None
    capacity: str | None = None
    affiliation: str | None = None
    kind: str | None = None
    country: str | None = None
    measure: str | None = None
    unit: str | None = None


def read_answer(model: str, answer: str) -> tuple[Fact, ...]:
    """Read an answer of the shape of ``questions.schema``.

    An empty text and a null are what is left out; a number where a text belongs is taken as it is written.

    Args:
        model: its id, for the sentence of an error.
        answer: JSON.

    Raises:
        UnreadableAnswer: it is no JSON, or not of that shape; the sentence says where.
    """
    try:
        said = json.loads(answer)
    except (json.JSONDecodeError, RecursionError):
        raise UnreadableAnswer(model, "it is no JSON", answer) from None
    facts = said.get("facts") if isinstance(said, dict) else None
    if not isinstance(facts, list):
        raise UnreadableAnswer(model, "it has no list of facts", answer)
    return tuple(_fact(model, number, one, answer) for number, one in enumerate(facts, 1))


def _fact(model: str, number: int, one: Any, answer: str) -> Fact:
    if not isinstance(one, dict):
        raise UnreadableAnswer(model, f"fact {number} is no object", answer)
    unknown = [str(name) for name in one if name != "field" and name not in ATTRIBUTES]
    if unknown:
        raise UnreadableAnswer(model, f"fact {number} has {unknown[0]}, which was not asked for", answer)
    said = {name: _text(model, number, name, value, answer) for name, value in one.items()}
    lacking = [name for name in NEEDED if not said.get(name)]
    if lacking:
        raise UnreadableAnswer(model, f"fact {number} has no {lacking[0]}", answer)
    return Fact(**{name: text for name, text in said.items() if text})


def _text(model: str, number: int, name: str, value: Any, answer: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnreadableAnswer(model, f"fact {number} has {name} that is no text", answer)
    return str(value).strip()
