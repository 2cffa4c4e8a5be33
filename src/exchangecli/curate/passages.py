"""The sentence in which a quotation stands, for someone who is to judge it."""

import re
from typing import NamedTuple

from exchangecli.extract.proposals import Proposal
from exchangecli.model import quotations

FURTHEST = 400
"""How many characters before and after a quotation are looked at; a text may have no full stop at all."""

_END = re.compile(r"[.!?…。！？][\"'”’»）)\]]*\s+|(?<=[。！？])|\n\s*\n")
"""Where a sentence ends: at its sign and a space, in Chinese and Japanese at its sign alone, or with its paragraph."""


class Passage(NamedTuple):
    """A quotation with what stands before and after it, up to the ends of its sentence."""

    before: str
    quote: str
    after: str


def around(text: str, said: Proposal) -> Passage:
    """The passage of a proposal; its words alone, where they do not stand in the text any more."""
    start, end = said.start, said.end
    if text[start:end] != said.quote:
        found = quotations.find_quotation(text, said.quote)
        if found is None:
            return Passage("", said.quote, "")
        start, end = found.start, found.end
    return Passage(_begun(text[max(start - FURTHEST, 0) : start]), text[start:end], _ended(text, end))


def _begun(before: str) -> str:
    ends = [match.end() for match in _END.finditer(before)]
    return before[ends[-1] :] if ends else before


def _ended(text: str, end: int) -> str:
    """What stands after a quotation; nothing, where the sentence ends with it."""
    found = _END.search(text, max(end - 1, 0), end + FURTHEST)
    return text[end : found.end()] if found else text[end : end + FURTHEST]
